#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <QPointer>
#include <QWidget>

#include "core/base/notifier.h"
#include "core/structure/structure_compare.h"
#include "ui/jobs/job_runner.h"

class QComboBox;
class QPushButton;
class QTableView;

namespace octavo {

class DifferenceModel;
class Document;
class DocumentContext;
class StatusLine;

/// A document's structure beside that of another document, or of the document's saved file: a row for each
/// field that differs. Says when it is older than the bytes, and goes when the document is closed. A window
/// beside the work that deletes itself when it is closed. UI thread.
class StructureCompareWindow final : public QWidget {
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
    [[nodiscard]] QString statusText() const;
    [[nodiscard]] bool isBusy() const;

    void compare();
    /// Selects the bytes of a row in the document that has them, and brings it to the front.
    void goToBytes();
    /// The selected rows as comma-separated lines with a head.
    void copySelected();
    /// All rows. `file` is a raw path.
    void exportTo(const std::string& file);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    /// What the document is compared with: its saved file, or another document, whose owner it is.
    struct Choice {
        QPointer<QObject> document;
        bool isSavedFile = false;
    };

    QWidget* buildTop();
    void buildTable();
    void fillChoices();
    [[nodiscard]] const Choice* chosen() const;
    [[nodiscard]] std::optional<Snapshot> bytesOf(const Choice& choice);
    void take(const Result<StructureDifferences>& found);
    void say();
    void sayOutcome();
    void markStale();
    void showBytes(Document& document, QObject& owner, const std::optional<ByteRange>& place);
    void chooseFile();
    void leave();

    DocumentContext& context_;
    Document* document_;  // nullptr once it is closed
    QObject* owner_;
    std::shared_ptr<const FormatSet> formats_;
    StructureTree::Options options_;
    DifferenceModel* model_;
    QComboBox* others_;
    QPushButton* compare_;
    QTableView* table_;
    StatusLine* status_;
    std::vector<Choice> choices_;
    Choice compared_;
    bool hasResult_ = false;
    bool isStale_ = false;  // the bytes changed since
    JobHandle comparing_;
    JobHandle exporting_;
    NotifierConnection changed_;
    NotifierConnection otherChanged_;
};

}  // namespace octavo
