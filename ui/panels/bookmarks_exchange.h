#pragma once

#include <QObject>
#include <QPointer>

#include "core/base/result.h"
#include "ui/base/bookmarks_file.h"
#include "ui/jobs/job_runner.h"

class QWidget;

namespace octavo {

class DocumentContext;

/// Brings the bookmarks of the document in front into a file of their own, and those of such a file into the
/// document: all that lie in it, or none. Files are read and written by jobs. UI thread.
class BookmarksExchange final : public QObject {
    Q_OBJECT

public:
    /// Dialogs open over `window`. REQUIRES: the context outlives this.
    BookmarksExchange(DocumentContext& context, QWidget* window);

    /// Ask for the file. Nothing happens without a document.
    void askExport();
    void askImport();
    void exportTo(const QString& path);
    void importFrom(const QString& path);

private:
    using Parsed = tl::expected<BookmarksFile, BookmarksFileProblem>;

    void take(const BookmarksFile& file);
    void askAboutOthers(std::size_t outside, const BookmarksFile& file,
                        const std::vector<BookmarkDetails>& inside);
    void add(const std::vector<BookmarkDetails>& inside);

    DocumentContext& context_;
    QWidget* window_;
    QPointer<Bookmarks> target_;  // gone when its document was closed meanwhile
    JobHandle exporting_;
    JobHandle importing_;
};

}  // namespace octavo
