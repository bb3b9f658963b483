#pragma once

#include <memory>

#include <QPointer>
#include <QTimer>
#include <QWidget>

#include "ui/jobs/job_runner.h"
#include "ui/panels/found_arrangement.h"
#include "ui/panels/found_places.h"
#include "ui/panels/yara_work.h"

class QAction;
class QLineEdit;
class QTableView;

namespace octavo {

class DocumentContext;
class FoundModel;
class JobStrip;
class StatusLine;

/// A list of everything that a search found in the document in front: filled while the search runs, sorted,
/// filtered, copied, bookmarked, exported. Each document keeps its own list as long as it is open. For
/// panels. UI thread.
class FoundView final : public QWidget {
    Q_OBJECT

public:
    /// More bookmarks than this would help nobody.
    static constexpr int kBookmarksMost = 1000;
    /// Rows whose bytes are selected at once.
    static constexpr std::size_t kSelectedMost = 1'000'000;
    /// Rows that are copied as text.
    static constexpr int kCopiedMost = 100'000;

    /// `kind` names the lists of this view, to tell them from those of others in the same document. REQUIRES:
    /// context outlives the view.
    FoundView(DocumentContext& context, QString kind, QWidget* parent);

    /// Looks for all matches in parts of the document in front. `what` says to people what is looked for;
    /// `formNames` tell what a match is of, where there is a choice. REQUIRES: a document is open, the ranges
    /// lie in it.
    void search(const Searcher& searcher, const RangeSet& ranges, const QString& what,
                const QStringList& formNames = {}, FoundPlaces::Forms forms = FoundPlaces::Forms::Encodings);
    /// Applies a file (raw path) of YARA rules to all of the document in front: the places of the rules that
    /// match, and which these are. REQUIRES: a document is open.
    void searchByYara(const std::string& rulesPath);
    /// Drops the search and its list.
    void clear();

    [[nodiscard]] bool isBusy() const;
    [[nodiscard]] FoundModel& model() { return *model_; }
    [[nodiscard]] QTableView& table() { return *table_; }
    [[nodiscard]] QLineEdit& filter() { return *filter_; }
    [[nodiscard]] QString statusText() const;

    void goToCurrent();
    void copySelected();
    /// In the document, all at once; not those that an edit has touched.
    void selectChosen();
    void addBookmarks();
    /// Asks for a file.
    void exportAll();
    /// Writes all rows that are shown, as lines with tabs, to a file (raw path) that takes its name when it
    /// is complete.
    void exportTo(const std::string& path);

Q_SIGNALS:
    /// A search has begun or ended.
    void busyChanged();

private:
    void buildTable();
    void follow();
    void present(FoundPlaces* places);
    void drain();
    void beginList(const QString& what, const QStringList& formNames, FoundPlaces::Forms forms);
    void finish(const Result<FindAllReport>& report);
    void finishYara(const Result<YaraFindings>& findings, const QString& rulesName);
    void rearrange();
    void sortBy(int column);
    void say();
    void refreshControls();
    [[nodiscard]] QModelIndexList chosenRows() const;
    [[nodiscard]] FoundPlaces* places() const;

    DocumentContext& context_;
    QString kind_;
    FoundModel* model_;
    QLineEdit* filter_;
    QTableView* table_;
    JobStrip* strip_;
    StatusLine* status_;
    QAction* goTo_;
    QAction* copy_;
    QAction* select_;
    QAction* bookmark_;
    QAction* export_;
    QTimer drainSoon_;  // while a search runs
    QTimer filterSoon_;
    std::shared_ptr<MatchFeed> feed_;
    QPointer<FoundPlaces> filling_;
    JobHandle arranging_;
    JobHandle exporting_;
    FoundArrangement arrangement_;
    QString outcome_;  // what keeps the list from being all there is
    QString told_;     // what else the search found out
};

}  // namespace octavo
