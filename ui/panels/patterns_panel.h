#pragma once

#include <QTimer>
#include <QWidget>

#include "ui/jobs/job_runner.h"
#include "ui/panels/find_query.h"
#include "ui/panels/find_work.h"

class QAction;
class QPushButton;
class QTableView;

namespace octavo {

class DocumentContext;
class PatternsModel;
class StatusLine;

/// Patterns that are looked for all the time, each highlighted in a colour of its own and counted, in
/// whatever document is in front. They come from the find bar. One search finds all of them; it starts again
/// after an edit. UI thread.
class PatternsPanel final : public QWidget {
    Q_OBJECT

public:
    /// REQUIRES: context outlives the panel.
    explicit PatternsPanel(DocumentContext& context, QWidget* parent = nullptr);

    [[nodiscard]] PatternsModel& model() { return *model_; }
    [[nodiscard]] QTableView& table() { return *table_; }
    [[nodiscard]] QString statusText() const;
    [[nodiscard]] bool isBusy() const { return search_.isRunning() || searchSoon_.isActive(); }

    /// Adds what the find bar looks for. A query that cannot be run is told to be none.
    void add(const FindQuery& query);
    void removeCurrent();
    void chooseColour();
    /// Asks for a list of all occurrences of all that are on.
    void listAll();

Q_SIGNALS:
    /// Whoever keeps them shall keep them as they are now.
    void patternsChanged();
    /// add() shall be called with what the find bar looks for.
    void addWanted();
    /// The find bar shall look for this.
    void findWanted(const octavo::FindQuery& query);
    void listWanted(const std::vector<octavo::FindQuery>& queries);

private:
    void buildTable();
    QWidget* buildButtons();
    void searchAgain();
    void search();
    void take(const Result<std::vector<MatchCount>>& counts);
    void highlight();
    void refreshControls();
    [[nodiscard]] std::vector<FindQuery> queriesThatAreOn() const;

    DocumentContext& context_;
    PatternsModel* model_;
    QTableView* table_;
    QPushButton* add_;
    QPushButton* list_;
    QPushButton* remove_;
    QAction* find_;
    QAction* colour_;
    StatusLine* status_;
    QTimer searchSoon_;
    JobHandle search_;
    std::vector<MatchCount> counts_;  // of those that are on; empty while not known
};

}  // namespace octavo
