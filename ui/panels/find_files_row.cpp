#include "ui/panels/find_files_row.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/base/document_context.h"
#include "ui/base/qt_text.h"

namespace octavo {

using namespace Qt::StringLiterals;

namespace {

/// "~" and "~/…" are the home directory, as in a shell.
QString withHome(const QString& path) {
    return path == u"~" || path.startsWith(u"~/") ? QDir::homePath() + path.sliced(1) : path;
}

}  // namespace

FindFilesRow::FindFilesRow(DocumentContext& context, QWidget* parent)
    : QWidget(parent),
      context_(context),
      where_(new QComboBox(this)),
      folder_(new QLineEdit(this)),
      choose_(new QToolButton(this)),
      find_(new QPushButton(tr("Find in Files"), this)),
      options_(new QWidget(this)),
      names_(new QLineEdit(this)),
      subfolders_(new QCheckBox(tr("Su&bfolders"), this)),
      hidden_(new QCheckBox(tr("Hi&dden"), this)),
      links_(new QCheckBox(tr("Lin&ks"), this)) {
    // In the order of FileScope::Where.
    where_->addItems({tr("Selection"), tr("This document"), tr("All open documents"), tr("Folder")});
    where_->setCurrentIndex(static_cast<int>(FileScope::Where::Folder));
    auto* label = new QLabel(tr("L&ook in:"), this);
    label->setBuddy(where_);
    where_->setAccessibleName(tr("Look in"));
    folder_->setAccessibleName(tr("Folder"));
    folder_->setPlaceholderText(tr("Folder"));
    choose_->setText(u"…"_s);
    choose_->setToolTip(tr("Choose a folder"));
    choose_->setAccessibleName(tr("Choose a folder"));
    names_->setAccessibleName(tr("Names of files"));
    names_->setPlaceholderText(tr("all names"));
    names_->setToolTip(
        tr("Only files with such names: * any text, ? any character; letter case does not matter"));
    subfolders_->setChecked(true);
    hidden_->setToolTip(tr("Also files and folders whose names begin with a dot"));
    links_->setToolTip(tr("Also the files and folders that symbolic links name"));
    auto* first = new QHBoxLayout;
    first->addWidget(label);
    first->addWidget(where_);
    first->addWidget(folder_, 1);
    first->addWidget(choose_);
    first->addStretch();
    first->addWidget(find_);
    auto* second = new QHBoxLayout(options_);
    second->setContentsMargins(0, 0, 0, 0);
    second->addWidget(new QLabel(tr("Names:"), this));
    second->addWidget(names_, 1);
    second->addWidget(subfolders_);
    second->addWidget(hidden_);
    second->addWidget(links_);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(first);
    layout->addWidget(options_);
    connect(where_, &QComboBox::currentIndexChanged, this, &FindFilesRow::refresh);
    connect(folder_, &QLineEdit::textChanged, this, &FindFilesRow::edited);
    connect(choose_, &QToolButton::clicked, this, &FindFilesRow::chooseFolder);
    connect(find_, &QPushButton::clicked, this, &FindFilesRow::findWanted);
    connect(&context_, &DocumentContext::selectionChanged, this, &FindFilesRow::edited);
    refresh();
}

void FindFilesRow::refresh() {
    const bool isFolder = where_->currentIndex() == static_cast<int>(FileScope::Where::Folder);
    for (QWidget* each : std::initializer_list<QWidget*>{folder_, choose_, options_})
        each->setVisible(isFolder);
    Q_EMIT edited();
}

void FindFilesRow::setFindEnabled(bool isEnabled) {
    find_->setEnabled(isEnabled);
}

void FindFilesRow::suggestFolder() {
    if (!folder_->text().isEmpty())
        return;
    const QString beside = dialogDirectory(context_.documentPath());
    folder_->setText(beside.isEmpty() ? QDir::homePath() : beside);
}

void FindFilesRow::chooseFolder() {
    auto* dialog = new QFileDialog(this, tr("Look in Folder"), withHome(folder_->text()));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, folder_, &QLineEdit::setText);
    dialog->open();
}

std::optional<FileScope> FindFilesRow::scope() const {
    FileScope scope{.where = static_cast<FileScope::Where>(where_->currentIndex())};
    const bool needsSelection = scope.where == FileScope::Where::Selection;
    if (scope.where != FileScope::Where::Folder) {
        const bool isNowhere =
            context_.document() == nullptr || (needsSelection && context_.selection().isEmpty());
        return isNowhere ? std::nullopt : std::optional(scope);
    }
    const QString folder = withHome(folder_->text());
    if (folder.isEmpty())
        return {};
    scope.folder = absolutePath(toRawPath(folder));
    scope.names = names_->text();
    scope.withSubfolders = subfolders_->isChecked();
    scope.withHidden = hidden_->isChecked();
    scope.followsLinks = links_->isChecked();
    return scope;
}

void FindFilesRow::setScope(const FileScope& scope) {
    where_->setCurrentIndex(static_cast<int>(scope.where));
    folder_->setText(toDisplayText(scope.folder));
    names_->setText(scope.names);
    subfolders_->setChecked(scope.withSubfolders);
    hidden_->setChecked(scope.withHidden);
    links_->setChecked(scope.followsLinks);
}

}  // namespace octavo
