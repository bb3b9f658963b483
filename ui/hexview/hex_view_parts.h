#pragma once

#include <optional>
#include <vector>

#include <QBasicTimer>
#include <QPoint>

#include "ui/hexview/edit_controller.h"
#include "ui/hexview/hex_painter.h"
#include "ui/hexview/hex_view.h"
#include "ui/hexview/marked_scroll_bar.h"
#include "ui/hexview/navigator.h"
#include "ui/hexview/scroll_map.h"

namespace octavo {

/// The inside of a HexView: its state and what it does with it. Only hex_view*.cpp include this.
class HexView::Parts {
public:
    explicit Parts(HexView& owner);

    // layout and scrolling
    void relayout();
    void updateScrollBars();
    [[nodiscard]] MarkedScrollBar& scrollBar() const {
        return *static_cast<MarkedScrollBar*>(view.verticalScrollBar());
    }
    void marksChanged() { scrollBar().marksChanged(size()); }
    void setTopRow(std::uint64_t row);
    void reveal(ByteOffset offset, Column column);
    [[nodiscard]] std::uint64_t rowOf(ByteOffset offset) const;
    [[nodiscard]] int wholeRows() const;
    [[nodiscard]] int scrollX() const;  ///< device pixels scrolled away on the left
    [[nodiscard]] double ratio() const { return view.viewport()->devicePixelRatioF(); }
    [[nodiscard]] int deviceWidth() const;
    [[nodiscard]] int deviceHeight() const;
    [[nodiscard]] QRect logical(Span x, Span y) const;
    [[nodiscard]] QRect rectOfRows(std::uint64_t first, std::uint64_t last) const;
    [[nodiscard]] QRect rectOf(ByteOffset offset, Column column) const;

    // state
    enum class Reveal { No, Yes };
    void setState(const EditorState& next, Reveal reveal);
    /// Takes over what another view of the document did; the person's typing goes on there.
    void adopt(const EditorState& next);
    void announce(const EditorState& before);
    void updateBytes(ByteRange range);
    void updateCaret();
    void onChange(const Change& change);
    /// After undo and redo: the caret to where the person was when the change was made, or after it. Several
    /// selected ranges that it left stay selected.
    void goToChange();
    [[nodiscard]] ByteCount size() const { return document != nullptr ? document->size() : 0; }
    [[nodiscard]] NavigationSpace space() const;

    // editing
    [[nodiscard]] EditController controller() const {
        return {document->snapshot(), state, options.valueRadix};
    }
    bool perform(const EditStep& step);
    /// Puts `content` in the place of each selected range, and selects what is there now. REQUIRES: several.
    void replaceEach(const Content& content, EditKind kind);
    void removeSelected(EditKind kind);
    void performIf(const std::optional<EditStep>& step);
    void performOr(const Result<EditStep>& step);
    void type(const QString& text);
    bool handleKey(QKeyEvent& event);
    bool handleStandardKey(QKeyEvent& event);

    // pointer
    struct Place {
        ByteOffset offset = 0;
        HexLayout::Hit hit;
        bool isInGutter = false;
    };
    [[nodiscard]] Place placeAt(QPoint point, std::optional<Column> column = {}) const;
    [[nodiscard]] std::optional<ByteOffset> byteUnder(QPoint point) const;
    void press(QPoint point, Qt::KeyboardModifiers modifiers);
    void addByPress();
    void addUpTo(ByteOffset offset);
    void dragTo(QPoint point);
    /// The selection, for the clipboard or a drag; says so when other programs will not get its bytes.
    [[nodiscard]] QMimeData* makeMimeData();
    void startDrag();
    void drop(const QMimeData& data, QPoint point);
    [[nodiscard]] ByteRange wordAt(ByteOffset offset, Column column) const;

    // caret blinking
    void restartBlinking();
    void blink();

    void paint(QPaintEvent& event);
    void paintRegion(QPainter& painter, const HexScene& scene, const QRegion& region, int right);

    HexView& view;
    Document* document = nullptr;
    NotifierConnection changed;
    ViewOptions options;
    HexColors colors = HexColors::light();
    QFont font;
    int zoom = 100;
    HighlightProvider highlights;
    HoverNotes hoverNotes;
    EditorState state;
    Revision stateRevision{0};  // the document's when state was set; a later change moves the state along
    bool isEditing = false;
    std::optional<Change> lastChange;

    HexLayout layout;
    ScrollMap scroll;
    std::uint64_t topRow = 0;
    int wheelRest = 0;

    TextDecoder decoder{ViewOptions{}.encoding};
    RowModel rows;
    Decorations decorations;
    std::vector<TextCell> text;
    HexPainter painter;
    QString offsetHeading;

    QBasicTimer blinkTimer;
    bool isCaretLit = true;
    int blinksLeft = 0;

    enum class Pointer { Idle, Selecting, SelectingRows, Adding, MayDrag };
    Pointer pointer = Pointer::Idle;
    QPoint pressPoint;
    Place pressPlace;
    RangeList besides;  // while Adding: what is selected besides the range under the pointer
    QBasicTimer autoScrollTimer;
};

}  // namespace octavo
