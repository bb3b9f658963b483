#pragma once

#include <memory>
#include <optional>
#include <string>

#include "core/structure/record_table.h"
#include "ui/base/document_window.h"
#include "ui/jobs/job_runner.h"
#include "ui/structure/live_structure.h"

class QLabel;
class QLineEdit;
class QTableView;
class QToolButton;

namespace octavo {

class RecordTableModel;
struct RecordSource;

/// The items of an array of a document's structure as a table, sorted by any field. It has a structure of its
/// own and follows the document's edits. UI thread.
class RecordTableWindow final : public DocumentWindow {
    Q_OBJECT

public:
    static constexpr std::size_t kCopiedMost = 100'000;

    /// Shows the array at `path` in the document in front. REQUIRES: one is open; context outlives the
    /// window.
    RecordTableWindow(DocumentContext& context, std::shared_ptr<const FormatSet> formats,
                      StructureTree::Options options, std::string path, QWidget* parent = nullptr);
    ~RecordTableWindow() override;

    [[nodiscard]] RecordTableModel& model() { return *model_; }
    [[nodiscard]] QTableView& table() { return *table_; }
    [[nodiscard]] QLineEdit& itemField() { return *item_; }
    [[nodiscard]] bool isBusy() const;

    /// Sorts by a column of the model; a negative one: the order of the array.
    void sortBy(int column, Qt::SortOrder order);
    /// Makes the item current, and shows the part that it lies in.
    void goToItem(std::uint64_t item);
    /// At most kCopiedMost of the selected rows, with a head; says how many when that is not all.
    void copySelected(FieldSeparator separator);
    /// All items in the order that they are shown in, as comma-separated lines. `file` is a raw path.
    void exportTo(const std::string& file);

private:
    struct Sorting {
        int column = -1;
        Qt::SortOrder order = Qt::AscendingOrder;
        bool isStale = false;  ///< the bytes changed since
    };

    void buildTable();
    QWidget* buildTop();
    void buildActions();
    void dressColumns();
    void showTitle();
    void say();
    void sayItems();
    void showParts();

    void follow(const octavo::Change& change) override;
    void endWork() override;
    void renew();
    void startSort(int column, Qt::SortOrder order);
    void takeOrder(Result<std::vector<std::uint32_t>> order);
    void applySorting(int column, Qt::SortOrder order);
    void showOrder();
    void selectBytes();
    void goToBytes();
    void goToTypedItem();
    void showPartBeside(int step);
    void chooseFile();
    [[nodiscard]] RecordSource source() const;
    [[nodiscard]] std::vector<std::uint64_t> selectedItems() const;
    [[nodiscard]] std::uint64_t selectedCount() const;

    QString name_;
    std::string path_;
    LiveStructure live_;
    RecordTableModel* model_;
    QTableView* table_;
    QLineEdit* item_;
    QLabel* part_;
    QToolButton* previous_;
    QToolButton* next_;
    Sorting sorting_;
    JobHandle sortJob_;
    JobHandle copyJob_;
    JobHandle exportJob_;
};

}  // namespace octavo
