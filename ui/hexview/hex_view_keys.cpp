// HexView: keys.

#include <QInputMethodEvent>
#include <QKeyEvent>

#include "ui/hexview/hex_view_parts.h"

namespace octavo {

namespace {

bool isCommand(const QKeyEvent& event) {
    return (event.modifiers() & (Qt::ControlModifier | Qt::MetaModifier)) != 0;
}

bool isTyping(const QKeyEvent& event) {
    const QString text = event.text();
    // Keys with Alt carry text, but open menus; AltGr is another modifier.
    const bool opensMenu = (event.modifiers() & Qt::AltModifier) != 0;
    return !text.isEmpty() && !isCommand(event) && !opensMenu && text.front().isPrint();
}

}  // namespace

bool HexView::Parts::perform(const EditStep& step) {
    isEditing = true;
    Status done;
    if (step.edit)
        done = document->apply(*step.edit);
    if (done)
        setState(step.after.clampedTo(size()), Reveal::Yes);
    isEditing = false;
    if (!done)
        Q_EMIT view.refused(done.error());
    return done.has_value();
}

void HexView::Parts::performIf(const std::optional<EditStep>& step) {
    if (step)
        perform(*step);
}

void HexView::Parts::performOr(const Result<EditStep>& step) {
    if (step)
        perform(*step);
    else
        Q_EMIT view.refused(step.error());
}

void HexView::Parts::replaceEach(const Content& content, EditKind kind) {
    MultiEdit edit{.kind = kind, .ranges = {}, .content = content};
    std::vector<ByteRange> replaced;
    ByteOffset removed = 0;
    for (const ByteRange range : state.several.all()) {
        replaced.push_back(
            ByteRange::ofLength(range.begin - removed + replaced.size() * content.size(), content.size()));
        edit.ranges.push_back(range);
        removed += range.size();
    }
    const ByteOffset first = edit.ranges.front().begin;
    isEditing = true;
    const Status done = document->apply(edit);
    if (done)
        setState(content.size() == 0 ? state.movedTo(first, SelectionMode::Clear)
                                     : state.selecting(RangeList(std::move(replaced)), 0),
                 Reveal::Yes);
    isEditing = false;
    if (!done)
        Q_EMIT view.refused(done.error());
}

void HexView::Parts::removeSelected(EditKind kind) {
    if (state.hasSeveral())
        replaceEach({}, kind);
    else
        performIf(controller().deleteSelection(kind));
}

void HexView::Parts::type(const QString& typed) {
    if (state.column == Column::Text) {
        performOr(controller().typeText(typed, decoder));
        return;
    }
    for (const QChar digit : typed)
        performOr(controller().typeDigit(digit));
}

bool HexView::Parts::handleKey(QKeyEvent& event) {
    if (const auto move = moveForKey(event.key(), event.modifiers())) {
        setState(navigated(state, move->move, move->mode, space()), Reveal::Yes);
        return true;
    }
    if (isCommand(event) && (event.key() == Qt::Key_Up || event.key() == Qt::Key_Down)) {
        setTopRow(scroll.moved(topRow, event.key() == Qt::Key_Up ? -1 : 1));
        return true;
    }
    if (handleStandardKey(event))
        return true;
    if (document == nullptr)
        return false;
    const bool removes = event.key() == Qt::Key_Backspace || event.key() == Qt::Key_Delete;
    if (state.hasSeveral() && removes && !isCommand(event)) {
        removeSelected(EditKind::Delete);
        return true;
    }
    if (event.key() == Qt::Key_Backspace) {
        performIf(controller().backspace());
        return true;
    }
    if (event.key() == Qt::Key_Delete && !isCommand(event)) {
        performIf(controller().deleteForward());
        return true;
    }
    if (!isTyping(event))
        return false;
    type(event.text());
    return true;
}

bool HexView::Parts::handleStandardKey(QKeyEvent& event) {
    const struct {
        QKeySequence::StandardKey key;
        void (HexView::*command)();
    } commands[] = {
        {QKeySequence::Copy, &HexView::copy},     {QKeySequence::Cut, &HexView::cut},
        {QKeySequence::Paste, &HexView::paste},   {QKeySequence::Undo, &HexView::undo},
        {QKeySequence::Redo, &HexView::redo},     {QKeySequence::SelectAll, &HexView::selectAll},
        {QKeySequence::ZoomIn, &HexView::zoomIn}, {QKeySequence::ZoomOut, &HexView::zoomOut},
    };
    for (const auto& [key, command] : commands) {
        if (event.matches(key)) {
            (view.*command)();
            return true;
        }
    }
    if (event.key() == Qt::Key_Insert && event.modifiers() == Qt::NoModifier) {
        view.setInputMode(state.mode == InputMode::Insert ? InputMode::Overwrite : InputMode::Insert);
        return true;
    }
    if (event.key() == Qt::Key_Escape && state.hasSelection()) {
        setState(state.movedTo(state.caret, SelectionMode::Clear), Reveal::No);
        return true;
    }
    return false;
}

bool HexView::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        // Digits and letters are typed here, whatever single-key shortcuts the window has.
        if (isTyping(*static_cast<QKeyEvent*>(event)))
            event->accept();
    }
    if (event->type() == QEvent::KeyPress) {
        // Tab goes through both columns and then on to the next control: nobody is locked in.
        const int key = static_cast<QKeyEvent*>(event)->key();
        const bool isForward = key == Qt::Key_Tab && state().column == Column::Values;
        const bool isBack = key == Qt::Key_Backtab && state().column == Column::Text;
        if ((isForward || isBack) && !isCommand(*static_cast<QKeyEvent*>(event))) {
            setColumn(isForward ? Column::Text : Column::Values);
            event->accept();
            return true;
        }
    }
    return QAbstractScrollArea::event(event);
}

void HexView::keyPressEvent(QKeyEvent* event) {
    if (parts_->handleKey(*event))
        event->accept();
    else
        event->ignore();
}

void HexView::inputMethodEvent(QInputMethodEvent* event) {
    if (parts_->document != nullptr && !event->commitString().isEmpty())
        parts_->type(event->commitString());
    event->accept();
}

QVariant HexView::inputMethodQuery(Qt::InputMethodQuery query) const {
    if (query == Qt::ImCursorRectangle)
        return rectOf(caret(), state().column).translated(viewport()->pos());
    return QAbstractScrollArea::inputMethodQuery(query);
}

}  // namespace octavo
