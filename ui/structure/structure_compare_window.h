#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <QPointer>

#include "core/structure/structure_compare.h"
#include "ui/base/document_window.h"
#include "ui/jobs/job_runner.h"

class QComboBox;
class QPushButton;
class QTableView;

namespace octavo {

class DifferenceModel;

/// A document's structure beside that of another document, or of the document's saved file: a row for each
/// field that differs. Says when it is older than the bytes. UI thread.
class StructureCompareWindow final : public DocumentWindow {
    Q_OBJECT

public:
    enum Column { PathColumn, KindColumn, LeftColumn, RightColumn, LeftOffsetColumn, RightOffsetColumn };

    /// Compares the document in front, as soon as there is something to compare it with. REQUIRES: one is
    /// open; context outlives the window.
    StructureCompareWindow(DocumentContext& context, std::shared_ptr<const FormatSet> formats,
                           StructureTree::Options options, QWidget* parent = nullptr);
    ~StructureCompareWindow() override;

    [[nodiscard]] QComboBox& others() { return *others_; }
    [[nodiscard]] QTableView& table() { return *table_; }
    [[nodiscard]] bool isBusy() const;

    void compare();
    /// Selects the bytes of a row in the document that has them, and brings it to the front.
    void goToBytes();
    /// The selected rows as comma-separated lines with a head.
    void copySelected();
    /// All rows. `file` is a raw path.
    void exportTo(const std::string& file);

private:
    /// What the document is compared with: its saved file, or another document, whose owner it is.
    struct Choice {
        QPointer<QObject> document;
        bool isSavedFile = false;
    };

    QWidget* buildTop();
    void buildTable();
    void fillChoices();
    void choose(const Choice& choice);
    [[nodiscard]] const Choice* chosen() const;
    [[nodiscard]] std::optional<Snapshot> bytesOf(const Choice& choice);
    void take(const Result<StructureDifferences>& found, const Choice& with);
    void say();
    void sayOutcome();
    void sayCut();
    void markStale();
    void follow(const octavo::Change& change) override;
    void endWork() override;
    void showBytes(Document& document, QObject& owner, const std::optional<ByteRange>& place);
    void chooseFile();

    std::shared_ptr<const FormatSet> formats_;
    StructureTree::Options options_;
    DifferenceModel* model_;
    QComboBox* others_;
    QPushButton* compare_;
    QTableView* table_;
    std::vector<Choice> choices_;
    // What is shown; the bytes may have changed since.
    bool hasResult_ = false;
    Choice compared_;
    bool isCut_ = false;
    bool isStale_ = false;
    NotifierConnection otherChanged_;
    // What is being compared.
    bool isNextStale_ = false;
    NotifierConnection nextOtherChanged_;
    JobHandle comparing_;
    JobHandle exporting_;
};

}  // namespace octavo
