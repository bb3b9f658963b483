#include "app/document_view.h"

#include <algorithm>
#include <utility>

#include <QEvent>
#include <QSplitter>
#include <QTimer>
#include <QVBoxLayout>

#include "app/hex_pane.h"
#include "ui/base/fixed_font.h"
#include "ui/base/messages.h"
#include "ui/base/number_text.h"

namespace octavo {

namespace {

constexpr QRgb kMatchColour = 0x90e8b923;
constexpr QRgb kCurrentColour = 0xa0ef7d2d;
constexpr QRgb kChangeColour = 0x6842b06a;
constexpr int kBookmarkAlpha = 0x60;
constexpr int kNestedAlpha = 0x1c;  // more for each bookmark around one
constexpr std::size_t kDeepest = 4;

/// Stronger the deeper it lies, so that one in another of the same colour is seen.
QColor tintOf(const Bookmarks::Bookmark& mark) {
    QColor colour = mark.colour;
    colour.setAlpha(kBookmarkAlpha + kNestedAlpha * static_cast<int>(std::min(mark.depth, kDeepest)));
    return colour;
}

}  // namespace

DocumentView::DocumentView(OpenDocument& document, const ViewOptions& options, const ViewLook& look,
                           JobRunner& jobs, QWidget* parent)
    : QWidget(parent),
      document_(document),
      jobs_(jobs),
      messages_(new MessageBar(this)),
      splitter_(new QSplitter(Qt::Vertical, this)),
      look_(look) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(messages_);
    layout->addWidget(splitter_, 1);
    splitter_->setChildrenCollapsible(false);
    makeView()->setOptions(options);
    setFocusProxy(views_.front());
    connect(&document_, &OpenDocument::changed, this, &DocumentView::followChange);
    connect(&document_, &OpenDocument::rebased, this, [this] {
        for (const HexView* each : views_)
            each->viewport()->update();
        isDamageTold_ = false;
    });
    connect(&document_.bookmarks(), &Bookmarks::changed, this, &DocumentView::repaintHighlights);
    connect(&document_.bookmarks(), &Bookmarks::moved, this, &DocumentView::repaintHighlights);
    connect(&document_.changes(), &ChangeList::changed, this, &DocumentView::repaintHighlights);
    connect(&document_, &OpenDocument::grew, this, &DocumentView::followGrowth);
}

HexView* DocumentView::makeView() {
    auto* pane = new HexPane(document_, bundledFixedFont(look_.fontSize), jobs_, splitter_);
    HexView* made = &pane->view();
    made->setFrameShape(QFrame::NoFrame);
    pane->setColors(look_.colors);
    pane->setMinimapWanted(look_.showsMinimap);
    pane->setMarkProvider([this](ByteRange part) { return markIn(part); });
    made->setZoom(look_.zoom);
    made->setDocument(&document_.document());
    made->setHighlightProvider(
        [this](ByteRange visible, const HighlightSink& sink) { giveHighlights(sink, visible); });
    made->setHoverNotes([this](ByteOffset offset) { return notesAt(offset); });
    made->installEventFilter(this);
    made->viewport()->installEventFilter(this);
    connect(made, &HexView::stateChanged, this, &DocumentView::viewStateChanged);
    connect(made, &HexView::modeChanged, this, &DocumentView::viewStateChanged);
    connect(made, &HexView::zoomChanged, this, &DocumentView::viewStateChanged);
    connect(made, &HexView::refused, this, [this](const Error& error) {
        messages_->post({.kind = MessageKind::Warning, .text = messageFor(error, document_.name())});
    });
    connect(made, &HexView::contextMenuWanted, this, &DocumentView::contextMenuWanted);
    connect(made, &HexView::filesDropped, this, &DocumentView::filesDropped);
    views_.push_back(made);
    splitter_->addWidget(pane);
    return made;
}

HexPane& DocumentView::paneOf(const HexView& view) const {
    return *qobject_cast<HexPane*>(view.parentWidget());
}

void DocumentView::repaintHighlights() {
    for (const HexView* each : views_)
        paneOf(*each).marksChanged();
}

void DocumentView::split(Split how) {
    if (isSplit())
        return;
    HexView& first = *views_.front();
    HexView* second = makeView();
    second->setOptions(first.options());
    second->setZoom(first.zoom());
    second->setState(first.state());
    second->setTopRow(first.topRow());
    if (how == Split::Together)
        HexView::synchronise(first, *second);
    const int half = splitter_->height() / 2;
    splitter_->setSizes({half, half});
    second->setFocus();
    // Half the height may have left the caret outside: reveal it once the layout is done.
    QTimer::singleShot(0, second, [this] {
        for (HexView* each : views_)
            each->setState(each->state());
    });
}

void DocumentView::unsplit() {
    if (!isSplit())
        return;
    HexView* kept = views_[current_];
    for (HexView* each : views_) {
        if (each != kept) {
            each->removeEventFilter(this);
            each->viewport()->removeEventFilter(this);
            paneOf(*each).hide();
            paneOf(*each).deleteLater();
        }
    }
    views_ = {kept};
    current_ = 0;
    setFocusProxy(kept);
    kept->setFocus();
    Q_EMIT viewStateChanged();
}

void DocumentView::setLook(const ViewLook& look) {
    look_ = look;
    for (HexView* each : views_) {
        paneOf(*each).setColors(look.colors);
        paneOf(*each).setMinimapWanted(look.showsMinimap);
        each->setFixedFont(bundledFixedFont(look.fontSize));
    }
}

void DocumentView::setOptions(const ViewOptions& options) {
    view().setOptions(options);
    Q_EMIT viewStateChanged();
}

void DocumentView::pasteContent(const Content& content) const {
    view().pasteContent(content);
}

void DocumentView::jumpTo(ByteOffset offset, SelectionMode mode) {
    places_.noteJump(view().caret(), offset);
    view().goTo(offset, mode);
}

void DocumentView::jumpTo(ByteRange range) {
    places_.noteJump(view().caret(), range.begin);
    view().select(range);
}

void DocumentView::jumpTo(const RangeList& ranges) {
    if (!ranges.isEmpty())
        places_.noteJump(view().caret(), ranges.bounds().begin);
    view().selectRanges(ranges);
}

void DocumentView::goBack() {
    if (places_.canGoBack())
        view().goTo(places_.goBack(view().caret()));
}

void DocumentView::goForward() {
    if (places_.canGoForward())
        view().goTo(places_.goForward(view().caret()));
}

std::vector<DocumentView::Place> DocumentView::viewPlaces() const {
    std::vector<Place> places;
    for (const HexView* each : views_)
        places.push_back({each->state(), each->topRow() * static_cast<ByteCount>(each->bytesPerRow())});
    return places;
}

void DocumentView::restorePlaces(const std::vector<Place>& places,
                                 const std::function<ByteOffset(ByteOffset)>& carry) {
    for (std::size_t i = 0; i < std::min(places.size(), views_.size()); ++i) {
        EditorState state = places[i].state;
        state.caret = carry(state.caret);
        state.anchor = carry(state.anchor);
        state.several = {};
        views_[i]->setState(state.clampedTo(document_.document().size()));
        views_[i]->setTopRow(carry(places[i].top) / static_cast<ByteCount>(views_[i]->bytesPerRow()));
    }
}

void DocumentView::setHighlights(HighlightLayer layer, std::vector<ByteRange> ranges) {
    highlights_[static_cast<std::size_t>(layer)] = HighlightSet(std::move(ranges));
    repaintHighlights();
}

void DocumentView::setPatternHighlights(std::vector<ColouredRanges> sets) {
    if (sets.empty() && patterns_.empty())
        return;
    patterns_.clear();
    for (ColouredRanges& each : sets)
        patterns_.push_back({each.colour, HighlightSet(std::move(each.ranges))});
    repaintHighlights();
}

/// What scroll bar and minimap mark: of what is selected only several ranges, of bookmarks where they begin.
std::optional<QColor> DocumentView::markIn(ByteRange part) const {
    const auto isIn = [&](HighlightLayer layer) {
        return highlights_[static_cast<std::size_t>(layer)].intersects(part);
    };
    if (isIn(HighlightLayer::Current))
        return QColor::fromRgb(kCurrentColour);
    if (!view().state().several.touching(part).empty())
        return look_.colors.caret;
    if (isIn(HighlightLayer::Matches))
        return QColor::fromRgb(kMatchColour);
    for (auto each = patterns_.rbegin(); each != patterns_.rend(); ++each) {
        if (each->ranges.intersects(part))
            return each->colour;
    }
    if (const Bookmarks::Bookmark* mark = document_.bookmarks().firstBeginningIn(part))
        return mark->colour;
    if (document_.changes().intersects(part))
        return QColor::fromRgb(kChangeColour);
    return {};
}

void DocumentView::setByteGuide(ByteGuide* guide) {
    guide_ = guide;
    repaintHighlights();
}

void DocumentView::giveHighlights(const HighlightSink& sink, ByteRange visible) const {
    if (guide_ != nullptr)
        guide_->colour(visible, [&sink](ByteRange range, const QColor& colour) { sink({range, colour}); });
    document_.bookmarks().forEachIn(visible, [&](const Bookmarks::Bookmark& each) {
        sink({each.range, tintOf(each)});
    });
    document_.changes().forEachIn(visible, [&](ByteRange range) {
        sink({range, QColor::fromRgba(kChangeColour)});
    });
    for (const PatternHighlights& each : patterns_)
        each.ranges.forEachIn(visible, [&](ByteRange range) { sink({range, each.colour}); });
    const auto give = [&](HighlightLayer layer, QRgb colour) {
        highlights_[static_cast<std::size_t>(layer)].forEachIn(visible, [&](ByteRange range) {
            sink({range, QColor::fromRgba(colour)});
        });
    };
    give(HighlightLayer::Matches, kMatchColour);
    give(HighlightLayer::Current, kCurrentColour);
}

/// The bookmarks there, innermost first, and where the bytes from there on lead as a pointer.
QList<HoverNote> DocumentView::notesAt(ByteOffset offset) const {
    QList<HoverNote> notes;
    document_.bookmarks().forEachIn({offset, offset + 1}, [&](const Bookmarks::Bookmark& each) {
        const QString range = rangeText(each.range);
        notes.prepend({each.name, each.comment.isEmpty() ? range : range + u'\n' + each.comment});
    });
    if (guide_ != nullptr) {
        if (const auto [title, text] = guide_->noteAt(offset); !text.isEmpty())
            notes.append({title, text});
    }
    const Document& document = document_.document();
    const auto form = formOf(pointer_, {.size = document.size(), .caret = view().caret()});
    const auto reading = form ? readPointer(document.snapshot(), offset, *form) : fail(form.error());
    if (reading && reading->magnitude > 0 && reading->target)
        notes.append({tr("As a pointer"), tr("to %1").arg(offsetText(*reading->target))});
    return notes;
}

/// A caret at the end stays at the end, so that what arrives is seen.
void DocumentView::followGrowth(ByteOffset from) {
    for (HexView* each : views_) {
        if (each->caret() == from && !each->state().hasSelection())
            each->goTo(document_.document().size());
    }
}

void DocumentView::followChange(const Change& change) {
    places_.follow(change);
    for (HighlightSet& each : highlights_)
        each.follow(change);
    for (PatternHighlights& each : patterns_)
        each.ranges.follow(change);
}

SessionDocument DocumentView::remembered() const {
    SessionDocument result;
    result.path = document_.path();
    result.caret = view().state().caret;
    result.anchor = view().state().anchor;
    result.topRow = view().topRow();
    result.options = view().options();
    result.records = records_;
    result.isFollowed = document_.isFollowed();
    const auto& bookmarks = document_.bookmarks().all();
    result.bookmarks.assign(bookmarks.begin(), bookmarks.end());
    return result;
}

void DocumentView::restore(const SessionDocument& remembered) {
    const ByteCount size = document_.document().size();
    view().setOptions(remembered.options);
    records_ = remembered.records;
    EditorState state = view().state();
    state.caret = std::min(remembered.caret, size);
    state.anchor = std::min(remembered.anchor, size);
    view().setState(state);
    view().setTopRow(remembered.topRow);
    if (!document_.bookmarks().isEmpty())
        return;
    auto bookmarks = remembered.bookmarks;
    std::erase_if(bookmarks, [size](const BookmarkDetails& each) { return each.range.end > size; });
    document_.bookmarks().add(bookmarks);
}

void DocumentView::checkDamage() {
    isDamageCheckDue_ = false;
    if (isDamageTold_ || !document_.file() || !document_.file()->isDamaged())
        return;
    isDamageTold_ = true;
    messages_->post(
        {.kind = MessageKind::Problem,
         .text = tr("Part of “%1” can no longer be read: the file was cut short by another program, or its "
                    "drive fails. The bytes concerned are marked and will not be saved. Save a copy of "
                    "the rest, or reload the file.")
                     .arg(document_.name()),
         .topic = QStringLiteral("damage")});
}

bool DocumentView::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::FocusIn) {
        const auto found = std::find(views_.begin(), views_.end(), watched);
        if (found != views_.end() && found != views_.begin() + static_cast<std::ptrdiff_t>(current_)) {
            current_ = static_cast<std::size_t>(found - views_.begin());
            setFocusProxy(*found);
            Q_EMIT viewStateChanged();
        }
    }
    // Painting is what touches the file: look once it is over whether it met damage.
    if (event->type() == QEvent::Paint && !isDamageTold_ && !std::exchange(isDamageCheckDue_, true))
        QTimer::singleShot(0, this, &DocumentView::checkDamage);
    return QWidget::eventFilter(watched, event);
}

}  // namespace octavo
