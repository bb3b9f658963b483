#include "ui/dialogs/merge_dialog.h"

#include <algorithm>

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include "ui/base/list_table.h"

namespace octavo {

MergeDialog::MergeDialog(const QString& name, const MergeVersions& versions,
                         const std::vector<MergeRegion>& regions, QWidget* parent)
    : QDialog(parent),
      model_(new MergeModel(versions, regions, this)),
      explanation_(new QLabel(this)),
      table_(new QTableView(this)),
      outcome_(new QLabel(this)) {
    setWindowTitle(tr("Merge Changes"));
    explanation_->setWordWrap(true);
    outcome_->setWordWrap(true);
    QString text;
    if (versions.base) {
        text = tr("You and another program changed the same bytes of “%1”. Choose which to keep.").arg(name);
        const auto others = static_cast<int>(regions.size()) - model_->rowCount();
        if (others > 0)
            text += u' ' + tr("Other changes, merged without asking: %1.").arg(others);
    } else {
        text =
            tr("Another program wrote over “%1”, and the bytes it had when you opened it are gone. So every "
               "place where your version differs from the file is listed. Choose which bytes to keep.")
                .arg(name);
    }
    explanation_->setText(text);
    buildTable();
    table_->setColumnHidden(MergeModel::BaseColumn, !versions.base);

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton* merge = buttons->addButton(tr("Mer&ge"), QDialogButtonBox::AcceptRole);
    merge->setDefault(true);
    QPushButton* mine = buttons->addButton(tr("All &Mine"), QDialogButtonBox::ActionRole);
    QPushButton* theirs = buttons->addButton(tr("All in the &File"), QDialogButtonBox::ActionRole);
    connect(mine, &QPushButton::clicked, model_, [this] { model_->chooseAll(MergeChoice::Mine); });
    connect(theirs, &QPushButton::clicked, model_, [this] { model_->chooseAll(MergeChoice::Theirs); });
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(model_, &QAbstractItemModel::dataChanged, this, &MergeDialog::refresh);

    auto* layout = new QVBoxLayout(this);
    layout->addWidget(explanation_);
    layout->addWidget(table_, 1);
    layout->addWidget(outcome_);
    layout->addWidget(buttons);
    resize(760, 420);
    table_->setFocus();
    refresh();
}

void MergeDialog::buildTable() {
    table_->setModel(model_);
    dressTable(*table_, tr("Places that differ"));
    table_->setFrameShape(QFrame::StyledPanel);
    QHeaderView* header = table_->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::Stretch);
    header->setSectionResizeMode(MergeModel::OffsetColumn, QHeaderView::ResizeToContents);
    if (model_->rowCount() > 0)
        table_->setCurrentIndex(model_->index(0, MergeModel::MineColumn));
}

void MergeDialog::refresh() {
    const int mine = model_->mineCount();
    outcome_->setText(tr("Yours stay: %1. Taken from the file: %2. Undo brings all of yours back.")
                          .arg(mine)
                          .arg(model_->rowCount() - mine));
}

QString MergeDialog::explanation() const {
    return explanation_->text();
}

}  // namespace octavo
