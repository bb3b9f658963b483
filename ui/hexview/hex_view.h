#pragma once

#include <functional>
#include <memory>

#include <QAbstractScrollArea>
#include <QUrl>

#include "core/buffer/document.h"
#include "ui/hexview/clipboard.h"
#include "ui/hexview/editor_state.h"
#include "ui/hexview/hex_colors.h"
#include "ui/hexview/highlight.h"
#include "ui/hexview/hover_text.h"
#include "ui/hexview/mark.h"
#include "ui/hexview/view_options.h"

namespace octavo {

/// A document as offsets, values and text, with caret, selection and editing. Turns events into calls of the
/// units beside it and their answers into repaint regions. Any number of views may show one document. Window
/// thread only.
class HexView : public QAbstractScrollArea {
    Q_OBJECT

public:
    /// In the bundled font.
    explicit HexView(QWidget* parent = nullptr);
    HexView(const QFont& font, QWidget* parent);
    ~HexView() override;

    /// Shows `document` from its start, or nothing for nullptr. REQUIRES: it outlives the view or its
    /// replacement.
    void setDocument(Document* document);
    [[nodiscard]] Document* document() const;

    void setOptions(const ViewOptions& options);
    [[nodiscard]] const ViewOptions& options() const;
    void setColors(const HexColors& colors);
    [[nodiscard]] const HexColors& colors() const;
    /// Point size at 100 %; the family is the bundled one unless given.
    void setFixedFont(const QFont& font);
    /// Percent, 50 to 400.
    void setZoom(int percent);
    [[nodiscard]] int zoom() const;
    /// What lies under the bytes besides the selection. Call highlightsChanged() when its answers change.
    void setHighlightProvider(HighlightProvider provider);
    void highlightsChanged();
    /// What the scroll bar marks. highlightsChanged() is for it too.
    void setMarkProvider(const MarkProvider& provider);
    /// What the pointer's tip adds about a byte.
    using HoverNotes = std::function<QList<HoverNote>(ByteOffset)>;
    void setHoverNotes(HoverNotes notes);

    [[nodiscard]] const EditorState& state() const;
    [[nodiscard]] ByteOffset caret() const { return state().caret; }
    [[nodiscard]] ByteRange selection() const { return state().selection(); }
    /// All of what is selected, where that is several ranges at once.
    [[nodiscard]] RangeList selectedRanges() const { return state().selectedRanges(); }
    /// Takes over a whole state (session restore, synchronised views), clamped to the document; reveals the
    /// caret.
    void setState(const EditorState& state);
    /// Moves the caret, clamped to the document, and brings it into view.
    void goTo(ByteOffset offset, SelectionMode mode = SelectionMode::Clear);
    /// Selects, clamped to the document, and brings the range's start into view.
    void select(ByteRange range);
    /// Selects all of these and brings the first after the caret into view, or else the last. REQUIRES: they
    /// lie inside the document.
    void selectRanges(const RangeList& ranges);
    void selectAll();
    void setInputMode(InputMode mode);
    void setColumn(Column column);

    /// Bytes in each row as laid out now, and the bytes in rows that are at least partly visible.
    [[nodiscard]] int bytesPerRow() const;
    [[nodiscard]] ByteRange visibleRange() const;
    /// What the columns and the scroll bar need; 0 where the rows are fitted to the view.
    [[nodiscard]] int contentWidth() const;
    [[nodiscard]] std::uint64_t topRow() const;
    void setTopRow(std::uint64_t row);

    /// Keeps caret, selection and scroll position of two views on one document the same until either is
    /// destroyed.
    static void synchronise(HexView& one, HexView& other);

    /// The viewport rectangle of a byte in a column; empty when it is not visible.
    [[nodiscard]] QRect rectOf(ByteOffset offset, Column column) const;

public Q_SLOTS:
    void copy();
    void cut();
    void paste() { pasteAs(octavo::PasteAs::Automatic); }
    /// Replaces the selection, each range of several by all of it; or inserts or overwrites at the caret as
    /// the mode says.
    void pasteAs(octavo::PasteAs as);
    /// The same with bytes from elsewhere.
    void pasteContent(octavo::Content content);
    void deleteSelection();
    void undo();
    void redo();
    void zoomIn();
    void zoomOut();
    void resetZoom();

Q_SIGNALS:
    void caretMoved(quint64 offset);
    /// `begin == end` when nothing is selected.
    void selectionChanged(quint64 begin, quint64 end);
    void modeChanged(octavo::InputMode mode);
    void columnChanged(octavo::Column column);
    /// After any change of state(), including those above.
    void stateChanged();
    void topRowChanged(quint64 row);
    /// visibleRange(), bytesPerRow() or the size of the document may be other ones.
    void sightChanged();
    void zoomChanged(int percent);
    /// An edit or paste did not happen; nothing has changed. Or a copy offers nothing to other programs.
    void refused(const octavo::Error& error);
    /// The viewer wants the menu for what is under the caret; `position` is global.
    void contextMenuWanted(const QPoint& position);
    void filesDropped(const QList<QUrl>& files);

protected:
    bool event(QEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void inputMethodEvent(QInputMethodEvent* event) override;
    [[nodiscard]] QVariant inputMethodQuery(Qt::InputMethodQuery query) const override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragMoveEvent(QDragMoveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void timerEvent(QTimerEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    class Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace octavo
