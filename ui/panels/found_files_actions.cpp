// What FoundFilesView does with the rows that are chosen.
#include <QAction>
#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QMenu>
#include <QTableView>

#include "core/save/file_system.h"
#include "ui/base/bookmarks.h"
#include "ui/base/list_table.h"
#include "ui/base/number_text.h"
#include "ui/base/qt_text.h"
#include "ui/base/status_line.h"
#include "ui/dialogs/export_to_file.h"
#include "ui/panels/found_files_model.h"
#include "ui/panels/found_files_view.h"
#include "ui/panels/found_files_visit.h"
#include "ui/panels/found_files_work.h"

namespace octavo {

using namespace Qt::StringLiterals;

void FoundFilesView::buildActions() {
    goTo_->setShortcut(Qt::Key_Return);
    copy_->setShortcut(QKeySequence::Copy);
    bookmark_->setToolTip(tr("Only for places in documents that are open"));
    offerActions(*table_, {goTo_, copy_, bookmark_, export_});
    table_->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(table_, &QWidget::customContextMenuRequested, this, [this](const QPoint& position) {
        auto* menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->setToolTipsVisible(true);
        menu->addActions({goTo_, copy_, bookmark_, export_});
        menu->popup(table_->viewport()->mapToGlobal(position));
    });
    connect(goTo_, &QAction::triggered, this, &FoundFilesView::goToCurrent);
    connect(copy_, &QAction::triggered, this, &FoundFilesView::copySelected);
    connect(bookmark_, &QAction::triggered, this, &FoundFilesView::addBookmarks);
    connect(export_, &QAction::triggered, this, &FoundFilesView::exportAll);
    connect(table_, &QTableView::doubleClicked, this, &FoundFilesView::goToCurrent);
    // A click alone opens no file.
    connect(table_, &QTableView::clicked, this, [this](const QModelIndex& index) {
        const std::size_t row = model_->placeOf(index.row());
        if (chosenRows().size() == 1 && files_->documentOf(files_->fileOf(row)) != nullptr)
            visit_->goTo(row, FoundFilesVisit::Keyboard::Stays);
    });
}

QModelIndexList FoundFilesView::chosenRows() const {
    return table_->selectionModel()->selectedRows();
}

void FoundFilesView::goToCurrent() {
    const QModelIndex index = table_->currentIndex();
    if (index.isValid())
        visit_->goTo(model_->placeOf(index.row()), FoundFilesVisit::Keyboard::GoesToView);
}

void FoundFilesView::copySelected() {
    const QModelIndexList rows = chosenRows();
    QStringList lines;
    for (const QModelIndex& each : rows.mid(0, kCopiedMost))
        lines << model_->lineOf(each.row());
    if (!lines.isEmpty())
        QGuiApplication::clipboard()->setText(lines.join(u'\n') + u'\n');
}

void FoundFilesView::addBookmarks() {
    const QModelIndexList rows = chosenRows();
    if (rows.size() > kBookmarksMost) {
        status_->say(StatusTone::Problem,
                     tr("Choose at most %1 rows for bookmarks.").arg(decimalText(kBookmarksMost)));
        return;
    }
    std::uint64_t added = 0;
    for (const QModelIndex& each : rows) {
        const std::size_t row = model_->placeOf(each.row());
        const OpenedDocument* document = files_->documentOf(files_->fileOf(row));
        if (document == nullptr || document->bookmarks == nullptr)
            continue;
        document->bookmarks->add(
            files_->at(row).range,
            each.siblingAtColumn(FoundFilesModel::TextColumn).data().toString().left(32).trimmed());
        ++added;
    }
    QString text = added == 1 ? tr("1 bookmark added.") : tr("%1 bookmarks added.").arg(decimalText(added));
    const std::uint64_t left = static_cast<std::uint64_t>(rows.size()) - added;
    if (left > 0)
        text += u' ' + (left == 1 ? tr("1 place is in a file that is not open.")
                                  : tr("%1 places are in files that are not open.").arg(decimalText(left)));
    status_->say(left > 0 ? StatusTone::Warning : StatusTone::Success, text);
}

void FoundFilesView::exportAll() {
    const QString name =
        QFileDialog::getSaveFileName(this, tr("Export List"), u"found.tsv"_s, tr("Lines with tabs (*.tsv)"));
    if (!name.isEmpty())
        exportTo(toRawPath(name));
}

void FoundFilesView::exportTo(const std::string& path) {
    if (!files_ || !files_->isComplete())
        return;
    auto work = [path, list = FoundFilesList(*files_), window = window(),
                 order = model_->order()](const JobContext& job) {
        PosixFileSystem fileSystem;
        return writeTextFile(fileSystem, path,
                             [&](TextSink& sink) { return writeFoundFiles(list, window, order, sink, job); });
    };
    exporting_ = context_.jobs().run({.title = tr("Exporting a list of places")}, std::move(work), this,
                                     [this, path](const Result<ByteCount>& written) {
                                         if (!written)
                                             return context_.showError(written.error());
                                         status_->say(StatusTone::Success,
                                                      tr("The list is in “%1”.").arg(toDisplayName(path)));
                                     });
}

}  // namespace octavo
