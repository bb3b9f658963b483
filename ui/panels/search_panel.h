#pragma once

#include <QWidget>

#include "ui/panels/find_query.h"

namespace octavo {

class DocumentContext;
class FoundView;

/// All occurrences of what the find bar looks for, in a list. UI thread.
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
    [[nodiscard]] FoundView& found() { return *found_; }

private:
    [[nodiscard]] RangeList rangesToSearch() const;

    DocumentContext& context_;
    FoundView* found_;
};

}  // namespace octavo
