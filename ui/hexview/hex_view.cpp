#include "ui/hexview/hex_view.h"

#include <algorithm>
#include <cmath>

#include <QClipboard>
#include <QGuiApplication>
#include <QScrollBar>

#include "ui/base/fixed_font.h"
#include "ui/hexview/hex_accessible.h"
#include "ui/hexview/hex_view_parts.h"

namespace octavo {

namespace {

constexpr int kSmallestZoom = 50;
constexpr int kLargestZoom = 400;

ByteRange clampedTo(ByteRange range, ByteCount size) {
    const ByteOffset begin = std::min(range.begin, size);
    return {begin, std::clamp(range.end, begin, size)};
}

}  // namespace

HexView::HexView(QWidget* parent) : HexView(bundledFixedFont(), parent) {}

HexView::HexView(const QFont& font, QWidget* parent)
    : QAbstractScrollArea(parent), parts_(std::make_unique<Parts>(*this)) {
    installHexAccessible();
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollBar(new MarkedScrollBar(this));
    // Always there, so that a row's fitted width does not depend on how many rows it makes.
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_InputMethodEnabled);
    setAcceptDrops(true);
    viewport()->setMouseTracking(false);
    viewport()->setCursor(Qt::IBeamCursor);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    viewport()->setAttribute(Qt::WA_NoSystemBackground);
    setAccessibleName(tr("Hex view"));
    // A scroll bar's own step is one position, which may stand for many rows; a step here is one row.
    connect(verticalScrollBar(), &QScrollBar::actionTriggered, this, [this](int action) {
        const std::int64_t page = std::max(1, parts_->wholeRows() - 1);
        std::int64_t rows = 0;
        if (action == QAbstractSlider::SliderSingleStepAdd || action == QAbstractSlider::SliderSingleStepSub)
            rows = action == QAbstractSlider::SliderSingleStepAdd ? 1 : -1;
        else if (action == QAbstractSlider::SliderPageStepAdd || action == QAbstractSlider::SliderPageStepSub)
            rows = action == QAbstractSlider::SliderPageStepAdd ? page : -page;
        else
            return;
        setTopRow(parts_->scroll.moved(parts_->topRow, rows));
        verticalScrollBar()->setSliderPosition(parts_->scroll.valueOf(parts_->topRow));
    });
    parts_->font = font;
    parts_->offsetHeading = tr("Offset");
    parts_->relayout();
}

HexView::~HexView() = default;

void HexView::setDocument(Document* document) {
    parts_->changed.disconnect();
    parts_->document = document;
    if (document != nullptr)
        parts_->changed =
            document->changed.connect([this](const Change& change) { parts_->onChange(change); });
    const EditorState before = parts_->state;
    parts_->state = EditorState{.column = before.column, .mode = before.mode};
    parts_->stateRevision = document != nullptr ? document->revision() : Revision{0};
    parts_->topRow = 0;
    parts_->relayout();
    viewport()->update();
    parts_->announce(before);
    Q_EMIT topRowChanged(0);
}

Document* HexView::document() const {
    return parts_->document;
}

void HexView::setOptions(const ViewOptions& options) {
    OCTAVO_EXPECTS(options.bytesPerRow > 0 && options.bytesPerRow <= ViewOptions::kMaxBytesPerRow);
    OCTAVO_EXPECTS(options.grouping > 0);
    if (options == parts_->options)
        return;
    if (options.encoding != parts_->decoder.encoding())
        parts_->decoder = TextDecoder(options.encoding);
    parts_->options = options;
    parts_->state.digit = 0;
    parts_->relayout();
    viewport()->update();
}

const ViewOptions& HexView::options() const {
    return parts_->options;
}

void HexView::setColors(const HexColors& colors) {
    parts_->colors = colors;
    viewport()->update();
}

const HexColors& HexView::colors() const {
    return parts_->colors;
}

void HexView::setFixedFont(const QFont& font) {
    parts_->font = font;
    parts_->relayout();
    viewport()->update();
}

void HexView::setZoom(int percent) {
    const int zoom = std::clamp(percent, kSmallestZoom, kLargestZoom);
    if (zoom == parts_->zoom)
        return;
    parts_->zoom = zoom;
    parts_->relayout();
    viewport()->update();
    Q_EMIT zoomChanged(zoom);
}

int HexView::zoom() const {
    return parts_->zoom;
}

void HexView::zoomIn() {
    setZoom(zoom() + 10);
}

void HexView::zoomOut() {
    setZoom(zoom() - 10);
}

void HexView::resetZoom() {
    setZoom(100);
}

void HexView::setHighlightProvider(HighlightProvider provider) {
    parts_->highlights = std::move(provider);
    viewport()->update();
}

void HexView::setHoverNotes(HoverNotes notes) {
    parts_->hoverNotes = std::move(notes);
}

void HexView::highlightsChanged() {
    viewport()->update();
    parts_->marksChanged();
}

void HexView::setMarkProvider(const MarkProvider& provider) {
    parts_->scrollBar().setProvider(provider);
    parts_->marksChanged();
}

const EditorState& HexView::state() const {
    return parts_->state;
}

void HexView::setState(const EditorState& state) {
    parts_->setState(state.clampedTo(parts_->size()), Parts::Reveal::Yes);
}

void HexView::goTo(ByteOffset offset, SelectionMode mode) {
    parts_->setState(state().movedTo(std::min(offset, parts_->size()), mode), Parts::Reveal::Yes);
}

void HexView::select(ByteRange range) {
    const ByteRange selected = clampedTo(range, parts_->size());
    parts_->setState(state().selecting(selected), Parts::Reveal::No);
    parts_->reveal(selected.begin, state().column);
}

void HexView::selectRanges(const RangeList& ranges) {
    OCTAVO_EXPECTS(ranges.isEmpty() || ranges.bounds().end <= parts_->size());
    parts_->setState(state().selecting(ranges, selection().begin), Parts::Reveal::No);
    parts_->reveal(selection().begin, state().column);
}

void HexView::selectAll() {
    parts_->setState(state().selecting({0, parts_->size()}), Parts::Reveal::No);
}

void HexView::setInputMode(InputMode mode) {
    EditorState next = state();
    next.mode = mode;
    next.digit = 0;
    parts_->setState(next, Parts::Reveal::No);
}

void HexView::setColumn(Column column) {
    EditorState next = state();
    next.column = column;
    next.digit = 0;
    parts_->setState(next, Parts::Reveal::No);
}

int HexView::bytesPerRow() const {
    return parts_->layout.bytesPerRow();
}

ByteRange HexView::visibleRange() const {
    const auto bytes = static_cast<ByteCount>(bytesPerRow());
    const auto rows = static_cast<ByteCount>(parts_->layout.startedRows(parts_->deviceHeight()));
    return clampedTo({parts_->topRow * bytes, (parts_->topRow + rows) * bytes}, parts_->size());
}

int HexView::contentWidth() const {
    if (options().rowWidth == RowWidth::Fitted)
        return 0;
    return static_cast<int>(std::ceil(parts_->layout.width() / parts_->ratio())) +
           verticalScrollBar()->width();
}

std::uint64_t HexView::topRow() const {
    return parts_->topRow;
}

void HexView::setTopRow(std::uint64_t row) {
    parts_->setTopRow(row);
}

void HexView::synchronise(HexView& one, HexView& other) {
    const auto follow = [](HexView& leader, HexView& follower) {
        connect(&leader, &HexView::stateChanged, &follower,
                [&leader, &follower] { follower.parts_->adopt(leader.state()); });
        connect(&leader, &HexView::topRowChanged, &follower, [&leader, &follower](quint64 row) {
            const auto bytes = static_cast<ByteCount>(leader.bytesPerRow());
            follower.setTopRow(row * bytes / static_cast<ByteCount>(follower.bytesPerRow()));
        });
    };
    follow(one, other);
    follow(other, one);
    other.parts_->adopt(one.state());
    other.setTopRow(one.topRow());
}

QRect HexView::rectOf(ByteOffset offset, Column column) const {
    return parts_->rectOf(offset, column);
}

void HexView::copy() {
    if (parts_->document == nullptr || !state().hasSelection())
        return;
    QGuiApplication::clipboard()->setMimeData(parts_->makeMimeData());
}

void HexView::cut() {
    if (parts_->document == nullptr || !state().hasSelection())
        return;
    copy();
    parts_->removeSelected(EditKind::Cut);
}

void HexView::pasteAs(octavo::PasteAs as) {
    const QMimeData* offered = QGuiApplication::clipboard()->mimeData();
    if (parts_->document == nullptr || offered == nullptr)
        return;
    auto content = contentOf(*offered, as, state().column, parts_->decoder.encoding());
    if (!content) {
        Q_EMIT refused(content.error());
        return;
    }
    pasteContent(std::move(*content));
}

void HexView::pasteContent(Content content) {
    if (parts_->document == nullptr)
        return;
    if (state().hasSeveral())
        parts_->replaceEach(content, EditKind::Paste);
    else
        parts_->perform(parts_->controller().paste(std::move(content)));
}

void HexView::deleteSelection() {
    if (parts_->document != nullptr)
        parts_->removeSelected(EditKind::Delete);
}

void HexView::undo() {
    if (parts_->document == nullptr || !parts_->document->canUndo())
        return;
    parts_->document->undo();
    parts_->goToChange();
}

void HexView::redo() {
    if (parts_->document == nullptr || !parts_->document->canRedo())
        return;
    parts_->document->redo();
    parts_->goToChange();
}

}  // namespace octavo
