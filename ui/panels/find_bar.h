#pragma once

#include <optional>
#include <vector>

#include <QTimer>
#include <QWidget>

#include "core/search/replace.h"
#include "ui/jobs/job_runner.h"
#include "ui/panels/file_scope.h"
#include "ui/panels/find_query.h"
#include "ui/panels/find_work.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace octavo {

class DocumentContext;
class FindFilesRow;
class StatusLine;

/// The bar below the view that finds and replaces bytes, text, numbers and what regular expressions describe.
/// While it is open all occurrences are counted and highlighted; every search is a job. UI thread.
class FindBar final : public QWidget {
    Q_OBJECT

public:
    static constexpr int kHistoryLimit = 20;

    /// REQUIRES: context outlives the bar. Hidden until opened.
    explicit FindBar(DocumentContext& context, QWidget* parent = nullptr);

    [[nodiscard]] FindQuery query() const;
    void setQuery(const FindQuery& query);
    /// The last queries, latest first; the drop-down and the arrow keys offer them.
    [[nodiscard]] const std::vector<FindQuery>& history() const { return history_; }
    /// Takes the first kHistoryLimit.
    void setHistory(const std::vector<FindQuery>& queries);
    [[nodiscard]] FindFilesRow& files() { return *filesRow_; }
    [[nodiscard]] QString statusText() const;
    /// True while a search or count runs.
    [[nodiscard]] bool isBusy() const {
        return search_.isRunning() || count_.isRunning() || countSoon_.isActive();
    }

public Q_SLOTS:
    /// Shows the bar, takes the keyboard, and starts with a short selection as the thing to find.
    void openFind();
    void openReplace();
    /// Shows where to look as well; Return looks there then.
    void openFiles();
    void findNext();
    void findPrevious();
    /// Asks for a list of all occurrences, by findAllRequested().
    void findAll();
    /// Selects all occurrences at once.
    void selectAll();
    /// The same in files, by findInFilesRequested().
    void findInFiles();
    void replaceOne();
    void replaceAll() { replaceIn(ReplaceScope::Document); }
    /// In all that is selected.
    void replaceInSelection() { replaceIn(ReplaceScope::Selection); }
    /// Hides the bar and gives the keyboard back to the view.
    void closeBar();
    void clearHistory();

Q_SIGNALS:
    void historyChanged();
    void findAllRequested(const octavo::FindQuery& query);
    void findInFilesRequested(const octavo::FindQuery& query, const octavo::FileScope& scope);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* buildFindRow();
    void buildFields();
    QWidget* buildReplaceRow();
    void connectContext();
    void startWithSelection();
    void remember();
    void takeFromHistory(int index);
    void queryEdited();
    void refreshControls();
    [[nodiscard]] std::optional<Searcher> searcher();
    /// The searcher for the document in front; where there is none, the bar opens for its reason to be seen.
    [[nodiscard]] std::optional<Searcher> searcherOrBar();
    void sayWhyNot(const Error& error);
    void search(FindDirection direction);
    void take(const Result<FoundMatch>& result, FindDirection direction);
    void startCount();
    void takeCount(const Result<MatchCount>& result);
    void takeSelection(const Result<MatchSelection>& found);
    enum class ReplaceScope : std::uint8_t { Document, Selection };
    [[nodiscard]] RangeSet rangesOf(ReplaceScope scope) const;
    void replaceIn(ReplaceScope scope);
    void takePlan(const Result<ReplacePlan>& plan, ReplaceScope scope, Revision revision);
    [[nodiscard]] std::optional<TypedReplacement> replacement(const Searcher& searcher);
    /// Where nothing to replace is selected, the next match is.
    void replaceAt(ByteRange range, const std::optional<std::vector<std::byte>>& bytes);
    void applyPlan(const ReplacePlan& plan);
    void sayCount(const QString& note = {});
    void clearMatches();

    DocumentContext& context_;
    QComboBox* kind_;
    QComboBox* text_;
    QComboBox* encoding_;
    QComboBox* numberType_;
    QComboBox* order_;
    QCheckBox* ignoreCase_;
    QPushButton* previous_;
    QPushButton* next_;
    QPushButton* all_;
    QPushButton* select_;
    QToolButton* close_;
    QWidget* replaceRow_;
    QLineEdit* replacement_;
    QPushButton* replaceOne_;
    QPushButton* replaceAll_;
    QPushButton* replaceInSelection_;
    FindFilesRow* filesRow_;
    StatusLine* status_;
    QTimer countSoon_;
    JobHandle search_;
    JobHandle count_;
    std::optional<MatchCount> counted_;
    std::vector<FindQuery> history_;
};

}  // namespace octavo
