// The remembering half of FindBar.
#include <algorithm>

#include <QComboBox>
#include <QSignalBlocker>

#include "ui/panels/find_bar.h"

namespace octavo {

using namespace Qt::StringLiterals;

void FindBar::setHistory(const std::vector<FindQuery>& queries) {
    const auto count = std::min(queries.size(), static_cast<std::size_t>(kHistoryLimit));
    history_.assign(queries.begin(), queries.begin() + static_cast<std::ptrdiff_t>(count));
    const QString typed = text_->currentText();
    const QSignalBlocker quiet(text_);
    text_->clear();
    for (const FindQuery& each : history_) {
        text_->addItem(each.text);
        text_->setItemData(text_->count() - 1,
                           kind_->itemText(static_cast<int>(each.kind)) + u": "_s + describe(each),
                           Qt::ToolTipRole);
    }
    // The first press of the down key shall bring the latest one that is not there already.
    text_->setCurrentIndex(!history_.empty() && history_.front().text == typed ? 0 : -1);
    text_->setEditText(typed);
}

void FindBar::clearHistory() {
    if (history_.empty())
        return;
    setHistory({});
    Q_EMIT historyChanged();
}

void FindBar::remember() {
    const FindQuery asked = essential(query());
    if (asked.text.isEmpty() || (!history_.empty() && history_.front() == asked))
        return;
    std::vector<FindQuery> queries = history_;
    std::erase(queries, asked);
    queries.insert(queries.begin(), asked);
    setHistory(queries);
    Q_EMIT historyChanged();
}

void FindBar::takeFromHistory(int index) {
    if (0 <= index && static_cast<std::size_t>(index) < history_.size())
        setQuery(FindQuery(history_[static_cast<std::size_t>(index)]));
}

}  // namespace octavo
