#include "ui/panels/bookmarks_exchange.h"

#include <algorithm>

#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>
#include <QSaveFile>

#include "ui/base/document_context.h"
#include "ui/base/number_text.h"
#include "ui/base/qt_text.h"

namespace octavo {

using namespace Qt::StringLiterals;

namespace {

Error fileError(const QString& path, ErrorCode code) {
    return {.code = code, .offset = {}, .systemCode = 0, .detail = toRawPath(path)};
}

Result<QByteArray> readWhole(const QString& path) {
    const QFileInfo info(path);
    if (!info.exists())
        return fail(fileError(path, ErrorCode::NotFound));
    if (!info.isFile())  // a pipe would make the job wait for ever
        return fail(fileError(path, info.isDir() ? ErrorCode::IsDirectory : ErrorCode::NotRegularFile));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(fileError(path, ErrorCode::OpenFailed));
    QByteArray bytes = file.read(BookmarksFile::kSizeMax + 1);
    if (file.error() != QFileDevice::NoError)
        return fail(fileError(path, ErrorCode::ReadFailed));
    return bytes;
}

Status writeWhole(const QString& path, const BookmarksFile& content) {
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return fail(fileError(path, ErrorCode::OpenFailed));
    file.write(bookmarksToJson(content));
    return file.commit() ? Status{} : fail(fileError(path, ErrorCode::WriteFailed));
}

}  // namespace

BookmarksExchange::BookmarksExchange(DocumentContext& context, QWidget* window)
    : QObject(window), context_(context), window_(window) {}

void BookmarksExchange::askExport() {
    if (context_.bookmarks() == nullptr)
        return;
    const QString directory = dialogDirectory(context_.documentPath());
    auto* dialog = new QFileDialog(window_, tr("Export Bookmarks"), directory);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Bookmarks (*.json)"), tr("All files (*)")});
    dialog->setDefaultSuffix(u"json"_s);
    dialog->selectFile(context_.documentName() + u".bookmarks.json"_s);
    connect(dialog, &QFileDialog::fileSelected, this, &BookmarksExchange::exportTo);
    dialog->open();
}

void BookmarksExchange::askImport() {
    if (context_.bookmarks() == nullptr)
        return;
    auto* dialog = new QFileDialog(window_, tr("Import Bookmarks"), dialogDirectory(context_.documentPath()));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Bookmarks (*.json)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &BookmarksExchange::importFrom);
    dialog->open();
}

void BookmarksExchange::exportTo(const QString& path) {
    const Bookmarks* bookmarks = context_.bookmarks();
    if (bookmarks == nullptr)
        return;
    BookmarksFile file{.documentName = context_.documentName(),
                       .documentSize = bookmarks->document().size(),
                       .bookmarks = {}};
    const auto& all = bookmarks->all();
    file.bookmarks.assign(all.begin(), all.end());
    const auto count = static_cast<std::uint64_t>(all.size());
    exporting_ = context_.jobs().run(
        {.title = tr("Exporting bookmarks")},
        [path, file = std::move(file)](const JobContext&) { return writeWhole(path, file); }, this,
        [this, path, count](const Status& done) {
            if (done)
                context_.showMessage(MessageKind::Information,
                                     tr("Bookmarks exported to “%1”: %2.")
                                         .arg(toDisplayName(toRawPath(path)), decimalText(count)));
            else
                context_.showError(done.error());
        });
}

void BookmarksExchange::importFrom(const QString& path) {
    target_ = context_.bookmarks();
    if (!target_)
        return;
    importing_ = context_.jobs().run(
        {.title = tr("Importing bookmarks")},
        [path](const JobContext&) -> Result<Parsed> {
            const auto json = readWhole(path);
            if (!json)
                return fail(json.error());
            return bookmarksFromJson(*json);
        },
        this,
        [this, name = toDisplayName(toRawPath(path))](const Result<Parsed>& parsed) {
            if (!parsed)
                context_.showError(parsed.error());
            else if (!*parsed)
                context_.showMessage(MessageKind::Problem, messageFor(parsed->error(), name));
            else
                take(**parsed);
        });
}

void BookmarksExchange::take(const BookmarksFile& file) {
    if (!target_)
        return;
    const ByteCount size = target_->document().size();
    std::vector<BookmarkDetails> inside;
    std::copy_if(file.bookmarks.begin(), file.bookmarks.end(), std::back_inserter(inside),
                 [size](const BookmarkDetails& each) { return each.range.end <= size; });
    const std::size_t outside = file.bookmarks.size() - inside.size();
    if (outside == 0)
        add(inside);
    else
        askAboutOthers(outside, file, inside);
}

/// Some lie beyond the document's end: none, or the others?
void BookmarksExchange::askAboutOthers(std::size_t outside, const BookmarksFile& file,
                                       const std::vector<BookmarkDetails>& inside) {
    QString text = tr("%1 of %2 bookmarks lie beyond the end of this document, which has %3 bytes.")
                       .arg(decimalText(outside), decimalText(file.bookmarks.size()),
                            decimalText(target_->document().size()));
    if (file.documentSize)
        text += u' ' + tr("They were made in one of %1 bytes.").arg(decimalText(*file.documentSize));
    if (inside.empty()) {
        context_.showMessage(MessageKind::Warning, text + u' ' + tr("Nothing was imported."));
        return;
    }
    auto* box =
        new QMessageBox(QMessageBox::Question, tr("Import Bookmarks"), text, QMessageBox::Cancel, window_);
    box->setObjectName(u"bookmarksOutside"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton* others =
        box->addButton(tr("&Import the Other %1").arg(decimalText(inside.size())), QMessageBox::AcceptRole);
    box->setDefaultButton(others);
    connect(others, &QPushButton::clicked, this, [this, inside] {
        // The document may have become shorter while the question stood there.
        if (target_ && std::all_of(inside.begin(), inside.end(), [this](const BookmarkDetails& each) {
                return each.range.end <= target_->document().size();
            }))
            add(inside);
    });
    box->open();
}

void BookmarksExchange::add(const std::vector<BookmarkDetails>& inside) {
    const auto added = newAmong(inside, target_->all());
    target_->add(added);
    QString text = tr("Bookmarks imported: %1.").arg(decimalText(added.size()));
    if (added.size() < inside.size())
        text += u' ' + tr("Already there: %1.").arg(decimalText(inside.size() - added.size()));
    context_.showMessage(MessageKind::Information, text);
}

}  // namespace octavo
