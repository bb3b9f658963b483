#pragma once

#include <functional>
#include <memory>
#include <optional>

#include <QFileSystemWatcher>
#include <QPointer>
#include <QTimer>
#include <QWidget>

#include "core/base/text_sink.h"
#include "core/structure/field_change.h"
#include "core/structure/format_library.h"
#include "core/structure/node_search.h"
#include "ui/base/status_line.h"
#include "ui/jobs/job_runner.h"
#include "ui/structure/document_structure.h"

class QAction;
class QLabel;
class QLineEdit;
class QMenu;
class QStackedLayout;
class QToolButton;
class QTreeView;

namespace octavo {

class DocumentContext;
class FieldColours;
class FormatChooser;
class NodeListModel;

/// The structure of the document in front: its fields as a tree, coloured in the bytes, edited in their
/// meaning. Offers the formats that the bytes speak for and reads nothing by one before it was chosen, unless
/// asked to. Each document keeps its structure as long as it is open. For panels. UI thread.
class StructurePanel final : public QWidget {
    Q_OBJECT

public:
    static constexpr std::size_t kFilterRowsMost = 5'000;
    static constexpr std::size_t kFilterNodesMost = 2'000'000;

    /// `ownFolder`: where the person's own descriptions are; it need not exist. REQUIRES: context outlives
    /// the panel.
    StructurePanel(DocumentContext& context, std::string ownFolder, QWidget* parent = nullptr);
    ~StructurePanel() override;

    /// Whether a format that the bytes clearly speak for is taken without asking.
    void setAutomatic(bool isAutomatic);
    [[nodiscard]] bool isAutomatic() const;
    void setColoured(bool isColoured);
    /// More folders with descriptions, raw paths.
    void setFolders(std::vector<std::string> folders);
    [[nodiscard]] std::vector<std::string> allFolders() const;
    [[nodiscard]] const std::shared_ptr<const FormatLibrary>& library() const { return library_; }

    /// Reads the document by a description: a file (raw path) or one of the library.
    void useFormat(const std::string& path, const QString& title);
    /// The description in use, or the likeliest one, for the selected bytes only.
    void readSelection();
    /// A type of the description in use, from the caret on: one, as many, or as many as there is room for.
    void bindTypeAtCaret();
    void goToField(int step);

    [[nodiscard]] DocumentStructure* structure() const;
    [[nodiscard]] QTreeView& tree() { return *tree_; }
    [[nodiscard]] FormatChooser& chooser() { return *chooser_; }
    [[nodiscard]] QLineEdit& filter() { return *filter_; }
    [[nodiscard]] NodeListModel& filtered() { return *filteredModel_; }
    [[nodiscard]] QString statusText() const;
    [[nodiscard]] QString breadcrumbText() const;
    [[nodiscard]] bool isBusy() const;

    /// Writes another value into a field; says why where that is not possible.
    void writeValue(const QString& path, const QString& text);

Q_SIGNALS:
    void automaticChanged(bool isAutomatic);
    void colouredChanged(bool isColoured);
    void foldersChanged(const std::vector<std::string>& folders);
    /// A description shall be opened in the editor of descriptions; empty for a new one.
    void editorWanted(const QString& path);
    /// The array at this path shall be shown as a table.
    void tableWanted(const QString& path);
    /// The document shall be compared with another by its structure.
    void comparisonWanted();

private:
    enum class NodeForm : std::uint8_t { Json, Csv };
    /// Reads the structure once more, so that the panel's own stays at hand, and writes a node of it.
    using NodeWriter = std::function<Status(TextSink&, const JobContext&)>;

    void buildTree();
    QWidget* buildTop();
    void buildMenu(QMenu& menu);
    void buildTreeActions();

    void addFolder();
    void readLibrary();
    void detect();
    /// Whether something is offered.
    bool offer();
    void takeClearFormat();
    void followDocument();
    void keepView();
    void showView();
    void showStructure();
    void load(const FormatRequest& request);
    void take(const LoadedFormat& loaded, FormatRequest request);
    void sayWhatIsWrong(const LoadedFormat& loaded, const std::string& path);
    void watch(const FormatSet* set);
    void reloadFormat();
    void say();
    void tell(StatusTone tone, const QString& text);
    void ask(StatusTone tone, const QString& text, const QString& actionText, std::function<void()> act);
    void refreshActions();

    void selectFieldAtCaret();
    void selectBytesOfCurrent();
    void showBreadcrumb();
    void pointAt(std::vector<ByteRange> ranges);
    void copy(const QString& text);
    [[nodiscard]] QString pathOfCurrent() const;
    [[nodiscard]] QString valueOfCurrent() const;
    void copyCurrentAs(NodeForm form);
    void exportCurrentAs(NodeForm form);
    void exportTo(const std::string& path, const NodeWriter& write);
    [[nodiscard]] NodeWriter writerOfCurrent(NodeForm form) const;
    void openBytesOfCurrent();
    void editItem(ItemEdit edit);
    void apply(const FieldChange& change);
    void offerToApply(const FieldChange& change, const QString& what, const QString& actionText);

    void filterSoon();
    void runFilter();

    DocumentContext& context_;
    std::string ownFolder_;
    std::vector<std::string> folders_;
    std::shared_ptr<const FormatLibrary> library_;
    std::vector<FormatCandidate> candidates_;
    QPointer<DocumentStructure> shown_;
    FieldColours* colours_;
    FormatChooser* chooser_;
    QToolButton* more_;
    QLineEdit* filter_;
    QStackedLayout* pages_ = nullptr;
    QTreeView* tree_;
    QTreeView* filteredView_;
    NodeListModel* filteredModel_;
    QLabel* breadcrumb_;
    StatusLine* status_;
    QAction* automatic_;
    QAction* coloured_;
    QAction* bind_;
    QAction* readSelection_;
    QAction* edit_;
    QAction* compare_;
    QAction* table_ = nullptr;
    QAction* readMore_ = nullptr;
    QList<QAction*> onItem_;  // what needs an item of an array
    QList<QAction*> onNode_;  // what needs a current node
    QFileSystemWatcher watcher_;
    QTimer caretSoon_;
    QTimer filterTimer_;
    QTimer reloadSoon_;
    JobHandle reading_;  // the library
    JobHandle detecting_;
    JobHandle loading_;
    JobHandle filtering_;
    JobHandle copying_;
    std::vector<JobHandle> exports_;
    std::optional<FormatRequest> broken_;  // what could not be read and may be mended
    bool isStateTold_ = false;             // the status line tells how reading goes
    bool isPointing_ = false;
    bool isSyncing_ = false;
};

}  // namespace octavo
