#include "ui/base/document_window.h"

#include <QKeyEvent>
#include <QVBoxLayout>

#include "core/base/contracts.h"
#include "core/buffer/document.h"
#include "ui/base/document_context.h"
#include "ui/base/status_line.h"

namespace octavo {

DocumentWindow::DocumentWindow(DocumentContext& context, QWidget* parent)
    : QWidget(parent, Qt::Window),
      context_(context),
      document_(context.document()),
      owner_(context.documentOwner()) {
    OCTAVO_EXPECTS(document_ != nullptr);
    setAttribute(Qt::WA_DeleteOnClose);
    connect(owner_, &QObject::destroyed, this, &DocumentWindow::leave);
    changed_ = document_->changed.connect([this](const octavo::Change& change) { follow(change); });
}

DocumentWindow::~DocumentWindow() = default;

void DocumentWindow::arrange(QWidget* controls, QWidget* shown) {
    status_ = new StatusLine(this);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->setSpacing(6);
    layout->addWidget(controls);
    layout->addWidget(shown, 1);
    layout->addWidget(status_);
}

QString DocumentWindow::statusText() const {
    return status_->text();
}

void DocumentWindow::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && event->modifiers() == Qt::NoModifier)
        close();
    else
        QWidget::keyPressEvent(event);
}

void DocumentWindow::leave() {
    document_ = nullptr;
    changed_.disconnect();
    endWork();
    hide();
    deleteLater();
}

}  // namespace octavo
