#pragma once

#include <QPointer>

#include "app/document_manager.h"
#include "app/main_window.h"
#include "ui/base/document_context.h"

namespace octavo {

/// What panels and dialogs see of the program: the document in front of the window. UI thread.
class WindowContext final : public DocumentContext {
    Q_OBJECT
public:
    /// REQUIRES: all three outlive this.
    WindowContext(MainWindow& window, DocumentManager& documents, JobRunner& jobs, QObject* parent = nullptr);

    [[nodiscard]] Document* document() const override;
    [[nodiscard]] QString documentName() const override;
    [[nodiscard]] std::string documentPath() const override;
    [[nodiscard]] QObject* documentOwner() const override;
    [[nodiscard]] Bookmarks* bookmarks() const override;
    [[nodiscard]] HistoryLog* historyLog() const override;
    [[nodiscard]] ChangeList* changes() const override;
    [[nodiscard]] ByteOffset caret() const override;
    [[nodiscard]] ByteRange selection() const override;
    [[nodiscard]] RangeList selectedRanges() const override;
    [[nodiscard]] QString encodingName() const override;
    void goTo(ByteOffset offset) override;
    void select(ByteRange range) override;
    void selectRanges(const RangeList& ranges) override;
    void setHighlights(HighlightLayer layer, std::vector<ByteRange> ranges) override;
    void setPatternHighlights(std::vector<ColouredRanges> sets) override;
    void setByteGuide(ByteGuide* guide) override;
    void repaintBytes() override;
    void focusView() override;
    Status apply(const Edit& edit) override;
    Status applyTogether(const std::function<Status(Document&)>& edits) override;
    [[nodiscard]] JobRunner& jobs() const override { return jobs_; }
    void showMessage(MessageKind kind, const QString& text) override;
    void showError(const Error& error) override;
    void openPath(const std::string& path) override;
    [[nodiscard]] std::vector<OpenedDocument> openDocuments() const override;
    void bringToFront(const QObject& owner) override;
    void openContent(const Content& content, const QString& name) override;

private:
    void followCurrent();
    void tellViewState();

    MainWindow& window_;
    DocumentManager& documents_;
    JobRunner& jobs_;
    ByteGuide* guide_ = nullptr;
    QPointer<DocumentView> guided_;
    QMetaObject::Connection changed_;
    QMetaObject::Connection state_;
    ByteOffset lastCaret_ = 0;
    RangeList lastSelection_;
    QString lastEncoding_;
};

}  // namespace octavo
