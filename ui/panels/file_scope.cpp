#include "ui/panels/file_scope.h"

#include <QCoreApplication>

#include "core/buffer/document.h"
#include "ui/base/number_text.h"
#include "ui/base/qt_text.h"

namespace octavo {

namespace {

struct FileScopeText {
    Q_DECLARE_TR_FUNCTIONS(octavo::FileScope)
};

QString whereText(const FileScope& scope, const DocumentContext& context) {
    switch (scope.where) {
        case FileScope::Where::Selection:
            return FileScopeText::tr("%1 of “%2”")
                .arg(rangeText(context.selection()), context.documentName());
        case FileScope::Where::Document:
            return FileScopeText::tr("“%1”").arg(context.documentName());
        case FileScope::Where::OpenDocuments:
            return FileScopeText::tr("all open documents");
        case FileScope::Where::Folder:
            break;
    }
    const QString folder = toDisplayText(scope.folder);
    return scope.names.trimmed().isEmpty() ? folder
                                           : FileScopeText::tr("%1 of %2").arg(scope.names.trimmed(), folder);
}

OpenDocumentSpace spaceOf(const OpenedDocument& document) {
    const Snapshot& snapshot = document.document->snapshot();
    return {.snapshot = snapshot, .range = snapshot.all(), .path = document.path, .file = document.file};
}

}  // namespace

FilesSearch filesSearchFor(const FileScope& scope, const DocumentContext& context) {
    FilesSearch search;
    search.where = whereText(scope, context);
    const bool isOneDocument =
        scope.where == FileScope::Where::Selection || scope.where == FileScope::Where::Document;
    search.name = scope.where == FileScope::Where::Folder ? toDisplayName(scope.folder)
                  : isOneDocument                         ? context.documentName()
                                                          : search.where;
    for (const OpenedDocument& each : context.openDocuments()) {
        if (isOneDocument && each.owner != context.documentOwner())
            continue;
        search.documents.push_back(each);
        search.order.documents.push_back(spaceOf(each));
        if (scope.where == FileScope::Where::Selection)
            search.order.documents.back().range = context.selection();
    }
    if (scope.where == FileScope::Where::Folder) {
        search.order.roots = {scope.folder};
        search.order.folders = {.names = namePatterns(toUtf8(scope.names)),
                                .withSubfolders = scope.withSubfolders,
                                .withHidden = scope.withHidden,
                                .followsLinks = scope.followsLinks};
    } else {
        search.order.use = FilesOrder::Documents::Searched;
    }
    return search;
}

}  // namespace octavo
