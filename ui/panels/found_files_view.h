#pragma once

#include <memory>

#include <QTimer>
#include <QWidget>

#include "ui/jobs/job_runner.h"
#include "ui/panels/file_scope.h"
#include "ui/panels/found_arrangement.h"

class QAction;
class QCheckBox;
class QLineEdit;
class QSortFilterProxyModel;
class QTableView;

namespace octavo {

class FileListModel;
class FoundFiles;
class FoundFilesFeed;
class FoundFilesModel;
class FoundFilesVisit;
class JobStrip;
class StatusLine;

/// A list of everything that a search found in several files: filled while the search runs, sorted, filtered,
/// copied, exported, by file or all in one. UI thread.
class FoundFilesView final : public QWidget {
    Q_OBJECT

public:
    static constexpr int kBookmarksMost = 1000;
    static constexpr int kCopiedMost = 100'000;

    /// REQUIRES: context outlives the view.
    FoundFilesView(DocumentContext& context, QWidget* parent);

    /// Looks for all matches; `what` says to people what is looked for.
    void search(const Searcher& searcher, const FilesSearch& where, const QString& what);

    [[nodiscard]] bool isBusy() const;
    [[nodiscard]] FoundFilesModel& model() { return *model_; }
    [[nodiscard]] QTableView& table() { return *table_; }
    /// The files, while they are shown.
    [[nodiscard]] QTableView& fileTable() { return *fileTable_; }
    [[nodiscard]] QLineEdit& filter() { return *filter_; }
    [[nodiscard]] JobStrip& strip() { return *strip_; }
    [[nodiscard]] StatusLine& status() { return *status_; }

    void setGrouped(bool isGrouped);
    /// A search ends when it has found so many; for tests.
    void setMost(std::size_t most) { most_ = most; }
    void goToCurrent();
    void copySelected();
    /// Of places in documents that are open.
    void addBookmarks();
    /// Asks for a file.
    void exportAll();
    /// Writes all rows that are shown, as lines with tabs, to a file (raw path) that takes its name when it
    /// is complete.
    void exportTo(const std::string& path);

Q_SIGNALS:
    void busyChanged();

private:
    void buildTable();
    void buildFileTable();
    void buildActions();
    void layOut();
    void drain();
    void finish(const Result<FilesReport>& report);
    void chooseFile();
    void rearrange();
    void sortBy(int column);
    void showSkipped();
    void say();
    [[nodiscard]] QString countText() const;
    void refreshControls();
    [[nodiscard]] QModelIndexList chosenRows() const;
    [[nodiscard]] FoundWindow window() const;

    DocumentContext& context_;
    std::unique_ptr<FoundFiles> files_;
    FoundFilesModel* model_;
    FileListModel* fileModel_;
    QSortFilterProxyModel* fileOrder_;
    QLineEdit* filter_;
    QCheckBox* grouped_;
    QTableView* fileTable_;
    QTableView* table_;
    JobStrip* strip_;
    StatusLine* status_;
    FoundFilesVisit* visit_;
    QAction* goTo_;
    QAction* copy_;
    QAction* bookmark_;
    QAction* export_;
    QTimer drainSoon_;  // while a search runs
    QTimer filterSoon_;
    std::shared_ptr<FoundFilesFeed> feed_;
    JobHandle arranging_;
    JobHandle exporting_;
    FoundArrangement arrangement_;
    std::size_t most_ = FoundPlaces::kMost;
    std::optional<std::size_t> chosen_;  // of the files
    QString outcome_;                    // of the search, beyond what it found
    bool isOutcomeBad_ = false;
    QString warning_;  // about the place that was gone to
};

}  // namespace octavo
