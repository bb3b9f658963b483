#include "app/window_context.h"

#include <utility>

#include "core/base/contracts.h"
#include "ui/base/messages.h"

namespace octavo {

WindowContext::WindowContext(MainWindow& window, DocumentManager& documents, JobRunner& jobs, QObject* parent)
    : DocumentContext(parent), window_(window), documents_(documents), jobs_(jobs) {
    connect(&window_, &MainWindow::currentViewChanged, this, &WindowContext::followCurrent);
    connect(&window_, &MainWindow::viewStateChanged, this, &WindowContext::tellViewState);
}

void WindowContext::followCurrent() {
    disconnect(changed_);
    disconnect(state_);
    if (const DocumentView* view = window_.currentView()) {
        changed_ =
            connect(&view->document(), &OpenDocument::changed, this, &DocumentContext::documentChanged);
        state_ = connect(&view->document(), &OpenDocument::stateChanged, this,
                         &DocumentContext::documentStateChanged);
    }
    lastCaret_ = caret();
    lastSelection_ = selectedRanges();
    lastEncoding_ = encodingName();
    if (guided_ != nullptr)
        guided_->setByteGuide(nullptr);
    guided_ = nullptr;
    Q_EMIT currentChanged();
    setByteGuide(guide_);
}

void WindowContext::tellViewState() {
    if (std::exchange(lastCaret_, caret()) != caret())
        Q_EMIT caretMoved(caret());
    if (RangeList now = selectedRanges(); now != lastSelection_) {
        lastSelection_ = std::move(now);
        Q_EMIT selectionChanged(selection());
    }
    if (std::exchange(lastEncoding_, encodingName()) != encodingName())
        Q_EMIT encodingChanged();
}

Document* WindowContext::document() const {
    const DocumentView* view = window_.currentView();
    return view == nullptr ? nullptr : &view->document().document();
}

QString WindowContext::documentName() const {
    const DocumentView* view = window_.currentView();
    return view == nullptr ? QString() : view->document().name();
}

std::string WindowContext::documentPath() const {
    const DocumentView* view = window_.currentView();
    return view == nullptr ? std::string() : view->document().path();
}

QObject* WindowContext::documentOwner() const {
    const DocumentView* view = window_.currentView();
    return view == nullptr ? nullptr : &view->document();
}

Bookmarks* WindowContext::bookmarks() const {
    const DocumentView* view = window_.currentView();
    return view == nullptr ? nullptr : &view->document().bookmarks();
}

HistoryLog* WindowContext::historyLog() const {
    const DocumentView* view = window_.currentView();
    return view == nullptr ? nullptr : &view->document().historyLog();
}

ChangeList* WindowContext::changes() const {
    const DocumentView* view = window_.currentView();
    return view == nullptr ? nullptr : &view->document().changes();
}

ByteOffset WindowContext::caret() const {
    const DocumentView* view = window_.currentView();
    return view == nullptr ? 0 : view->view().caret();
}

ByteRange WindowContext::selection() const {
    const DocumentView* view = window_.currentView();
    return view == nullptr ? ByteRange{} : view->view().selection();
}

RangeList WindowContext::selectedRanges() const {
    const DocumentView* view = window_.currentView();
    return view == nullptr ? RangeList() : view->view().selectedRanges();
}

QString WindowContext::encodingName() const {
    const DocumentView* view = window_.currentView();
    return view == nullptr ? QString() : view->view().options().encoding;
}

void WindowContext::goTo(ByteOffset offset) {
    if (DocumentView* view = window_.currentView())
        view->jumpTo(offset);
}

void WindowContext::select(ByteRange range) {
    if (DocumentView* view = window_.currentView())
        view->jumpTo(range);
}

void WindowContext::selectRanges(const RangeList& ranges) {
    if (DocumentView* view = window_.currentView())
        view->jumpTo(ranges);
}

void WindowContext::setHighlights(HighlightLayer layer, std::vector<ByteRange> ranges) {
    if (DocumentView* view = window_.currentView())
        view->setHighlights(layer, std::move(ranges));
}

void WindowContext::setPatternHighlights(std::vector<ColouredRanges> sets) {
    if (DocumentView* view = window_.currentView())
        view->setPatternHighlights(std::move(sets));
}

void WindowContext::setByteGuide(ByteGuide* guide) {
    guide_ = guide;
    guided_ = window_.currentView();
    if (guided_ != nullptr)
        guided_->setByteGuide(guide);
}

void WindowContext::repaintBytes() {
    if (DocumentView* view = window_.currentView())
        view->repaintHighlights();
}

void WindowContext::focusView() {
    if (DocumentView* view = window_.currentView())
        view->setFocus();
}

Status WindowContext::apply(const Edit& edit) {
    Document* current = document();
    OCTAVO_EXPECTS(current != nullptr);
    Status done = current->apply(edit);
    if (!done)
        showError(done.error());
    return done;
}

Status WindowContext::applyTogether(const std::function<Status(Document&)>& edits) {
    Document* current = document();
    OCTAVO_EXPECTS(current != nullptr);
    Status done = current->applyTogether([current, &edits] { return edits(*current); });
    if (!done)
        showError(done.error());
    return done;
}

void WindowContext::showMessage(MessageKind kind, const QString& text) {
    window_.messages().post({.kind = kind, .text = text});
}

void WindowContext::showError(const Error& error) {
    if (error.code != ErrorCode::Cancelled)
        showMessage(MessageKind::Problem, messageFor(error, documentName()));
}

void WindowContext::openPath(const std::string& path) {
    OpenRequest request;
    request.path = path;
    documents_.open(std::move(request));
}

std::vector<OpenedDocument> WindowContext::openDocuments() const {
    std::vector<OpenedDocument> all;
    for (OpenDocument* each : documents_.documents())
        all.push_back({.owner = each,
                       .document = &each->document(),
                       .bookmarks = &each->bookmarks(),
                       .name = each->name(),
                       .path = each->path(),
                       .file = each->identity()});
    return all;
}

void WindowContext::bringToFront(const QObject& owner) {
    for (OpenDocument* each : documents_.documents()) {
        DocumentView* view = each == &owner ? window_.viewOf(*each) : nullptr;
        if (view != nullptr)
            window_.showView(*view);
    }
}

void WindowContext::openContent(const Content& content, const QString& name) {
    documents_.create(content, name);
}

}  // namespace octavo
