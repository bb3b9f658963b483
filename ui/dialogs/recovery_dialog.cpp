#include "ui/dialogs/recovery_dialog.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "ui/base/fixed_font.h"
#include "ui/base/status_line.h"

namespace octavo {

using namespace Qt::StringLiterals;

RecoveryDialog::RecoveryDialog(const std::vector<RecoverableItem>& items, QWidget* parent)
    : QDialog(parent),
      items_(items),
      list_(new QTreeWidget(this)),
      evidence_(new QLabel(this)),
      details_(new QPlainTextEdit(this)) {
    setWindowTitle(tr("Recover Unsaved Changes"));
    auto* lead =
        new QLabel(tr("Octavo ended while these documents had changes that were not saved. Recovering "
                      "opens them as they were; nothing is written to a file before you save."),
                   this);
    lead->setWordWrap(true);

    list_->setObjectName(u"recoverable"_s);
    list_->setAccessibleName(tr("Documents with unsaved changes"));
    list_->setRootIsDecorated(false);
    list_->setUniformRowHeights(true);
    list_->setHeaderLabels({tr("Document"), tr("Folder"), tr("Last change"), tr("What")});
    for (const RecoverableItem& item : items_) {
        auto* row = new QTreeWidgetItem(list_, {item.name, item.folder, item.when, item.changes});
        row->setCheckState(0, Qt::Checked);
        row->setToolTip(1, item.folder);
        row->setToolTip(3, item.evidence);
    }
    list_->header()->setStretchLastSection(true);
    for (int column = 0; column < 3; ++column)
        list_->resizeColumnToContents(column);
    list_->setColumnWidth(1, std::min(list_->columnWidth(1), 22 * fontMetrics().averageCharWidth()));

    evidence_->setWordWrap(true);
    details_->setReadOnly(true);
    details_->setFont(valueFont());
    details_->setLineWrapMode(QPlainTextEdit::NoWrap);
    details_->setTabChangesFocus(true);
    details_->setAccessibleName(tr("What was changed"));

    auto* buttons = new QDialogButtonBox(this);
    recover_ = buttons->addButton(tr("&Recover"), QDialogButtonBox::AcceptRole);
    discard_ = buttons->addButton(tr("&Discard…"), QDialogButtonBox::DestructiveRole);
    QPushButton* later = buttons->addButton(tr("Decide &Later"), QDialogButtonBox::RejectRole);
    recover_->setDefault(true);
    connect(recover_, &QPushButton::clicked, this, [this] {
        Q_EMIT recoverWanted(chosen());
        accept();
    });
    connect(discard_, &QPushButton::clicked, this, &RecoveryDialog::askToDiscard);
    connect(later, &QPushButton::clicked, this, &QDialog::reject);
    connect(list_, &QTreeWidget::itemChanged, this, &RecoveryDialog::refresh);
    connect(list_, &QTreeWidget::currentItemChanged, this, &RecoveryDialog::showDetails);

    auto* layout = new QVBoxLayout(this);
    layout->addWidget(lead);
    layout->addWidget(list_, 2);
    layout->addWidget(evidence_);
    layout->addWidget(details_, 3);
    layout->addWidget(buttons);
    resize(760, 460);
    list_->setCurrentItem(list_->topLevelItem(0));
    list_->setFocus();
    refresh();
}

std::vector<std::size_t> RecoveryDialog::chosen() const {
    std::vector<std::size_t> indices;
    for (int i = 0; i < list_->topLevelItemCount(); ++i) {
        if (list_->topLevelItem(i)->checkState(0) == Qt::Checked)
            indices.push_back(static_cast<std::size_t>(i));
    }
    return indices;
}

void RecoveryDialog::refresh() {
    const bool any = !chosen().empty();
    recover_->setEnabled(any);
    discard_->setEnabled(any);
}

void RecoveryDialog::showDetails() {
    const int index = list_->indexOfTopLevelItem(list_->currentItem());
    if (index < 0)
        return;
    const RecoverableItem& item = items_[static_cast<std::size_t>(index)];
    evidence_->setText(item.evidence);
    QPalette colours = palette();
    if (item.isDoubtful)
        colours.setColor(QPalette::WindowText, toneColour(StatusTone::Warning, colours));
    evidence_->setPalette(colours);
    details_->setPlainText(item.details);
}

void RecoveryDialog::askToDiscard() {
    const std::vector<std::size_t> which = chosen();
    auto* box = new QMessageBox(
        QMessageBox::Warning, tr("Discard Changes"),
        tr("Discard the unsaved changes of %n document(s)?", nullptr, static_cast<int>(which.size())),
        QMessageBox::Cancel, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(tr("They cannot be brought back. The files stay as they are."));
    const QPushButton* discard = box->addButton(tr("&Discard"), QMessageBox::DestructiveRole);
    box->setDefaultButton(QMessageBox::Cancel);
    connect(box, &QMessageBox::finished, this, [this, box, discard, which] {
        if (box->clickedButton() != discard)
            return;
        Q_EMIT discardWanted(which);
        accept();
    });
    box->open();
}

}  // namespace octavo
