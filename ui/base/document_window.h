#pragma once

#include <QWidget>

#include "core/base/notifier.h"

namespace octavo {

class Document;
class DocumentContext;
class StatusLine;
struct Change;

/// A window beside the work, about the document that was in front when it was opened. Escape closes it, and
/// then it deletes itself; it goes when the document is closed. UI thread.
class DocumentWindow : public QWidget {
    Q_OBJECT

public:
    ~DocumentWindow() override;

    /// REQUIRES: arrange() was called.
    [[nodiscard]] QString statusText() const;

protected:
    /// REQUIRES: a document is open; context outlives the window.
    DocumentWindow(DocumentContext& context, QWidget* parent);

    /// Controls above what the window shows, and a status line below it.
    void arrange(QWidget* controls, QWidget* shown);

    [[nodiscard]] DocumentContext& context() const { return context_; }
    /// nullptr once it is closed.
    [[nodiscard]] Document* document() const { return document_; }
    /// Lives as long as the document does.
    [[nodiscard]] QObject* documentOwner() const { return owner_; }
    /// REQUIRES: arrange() was called.
    [[nodiscard]] StatusLine& status() const { return *status_; }

    /// The document's bytes changed.
    virtual void follow(const octavo::Change& change) = 0;
    /// The document is closed: nothing that is about it may go on.
    virtual void endWork() = 0;

    void keyPressEvent(QKeyEvent* event) override;

private:
    void leave();

    DocumentContext& context_;
    Document* document_;
    QObject* owner_;
    StatusLine* status_ = nullptr;
    NotifierConnection changed_;
};

}  // namespace octavo
