#pragma once

#include <QWidget>

#include "ui/panels/file_scope.h"
#include "ui/panels/find_query.h"

class QTabBar;

namespace octavo {

class DocumentContext;
class FoundFilesView;
class FoundView;

/// All occurrences of what the find bar looks for, in a list of the document in front and one of files. UI
/// thread.
class SearchPanel final : public QWidget {
    Q_OBJECT

public:
    /// REQUIRES: context outlives the panel.
    explicit SearchPanel(DocumentContext& context, QWidget* parent = nullptr);

    /// Lists all occurrences in the selection, or in the whole document where nothing or only a match is
    /// selected. A query that cannot be run is told to be none.
    void findAll(const FindQuery& query);
    /// The same for several at once; each row says which it is of.
    void findAll(const std::vector<FindQuery>& queries);
    /// Lists what a file (raw path) of YARA rules finds in the document.
    void findByYara(const std::string& rulesPath);
    /// Lists all occurrences in files, beside that list. A query that cannot be run, or nowhere to look, is
    /// told to be none.
    void findInFiles(const FindQuery& query, const FileScope& scope);
    [[nodiscard]] FoundView& found() { return *found_; }
    [[nodiscard]] FoundFilesView& files() { return *files_; }

private:
    [[nodiscard]] RangeList rangesToSearch() const;
    enum class Page : int { Document, Files };
    void turnTo(Page page);

    DocumentContext& context_;
    QTabBar* pages_;  // seen once there are two
    FoundView* found_;
    FoundFilesView* files_;
};

}  // namespace octavo
