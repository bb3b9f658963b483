#pragma once

#include <string>
#include <vector>

#include <QString>

#include "core/search/find_in_files.h"
#include "ui/base/document_context.h"

namespace octavo {

/// Where to look for something, as a person says it. A value.
struct FileScope {
    enum class Where : std::uint8_t { Selection, Document, OpenDocuments, Folder };

    Where where = Where::Folder;
    std::string folder{};  ///< raw bytes; only for Where::Folder, and so is the rest
    QString names{};       ///< "*.bin; *.dat"; empty: all
    bool withSubfolders = true;
    bool withHidden = false;
    bool followsLinks = false;

    friend bool operator==(const FileScope&, const FileScope&) = default;
};

/// The same as an order for the search, with the documents that it names, as they are now.
struct FilesSearch {
    std::vector<OpenedDocument> documents;
    FilesOrder order;
    QString where;  ///< for people: "*.so of /usr/lib"
    QString name;   ///< the same in a few words: "lib"
};
/// Where nothing is open that the scope asks for, it has neither documents nor folders.
[[nodiscard]] FilesSearch filesSearchFor(const FileScope& scope, const DocumentContext& context);

}  // namespace octavo
