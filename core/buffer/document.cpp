#include "core/buffer/document.h"

#include <algorithm>
#include <array>

#include "core/base/contracts.h"

namespace octavo {

namespace {

/// Longer content becomes a source of its own instead of being copied behind the typed bytes.
constexpr std::size_t kTypedLimit = std::size_t{64} * 1024;

/// What the ranges of an edit get, all together.
Result<ByteCount> contentSizeOf(const MultiEdit& edit) {
    const ByteCount size = edit.content.size();
    if (edit.sizes.empty()) {
        if (size != 0 && edit.ranges.size() > kMaxDocumentSize / size)
            return fail(ErrorCode::TooLarge);
        return size * edit.ranges.size();
    }
    OCTAVO_EXPECTS(edit.sizes.size() == edit.ranges.size());
    const bool isInTurn = edit.parts == MultiEdit::Parts::InTurn;
    ByteCount sum = 0;
    for (const ByteCount each : edit.sizes) {
        OCTAVO_EXPECTS(each <= (isInTurn ? size - sum : size));
        if (each > kMaxDocumentSize - sum)
            return fail(ErrorCode::TooLarge);
        sum += each;
    }
    OCTAVO_EXPECTS(!isInTurn || sum == size);
    return sum;
}

}  // namespace

Document::Document(std::shared_ptr<const Source> base) : base_(std::move(base)) {
    if (!base_)
        return;
    baseChunk_ = chunks_->add(base_);
    const std::array pieces{Piece{.offset = 0, .length = base_->size(), .chunk = *baseChunk_}};
    tree_ = PieceTree(pieces);
}

const Snapshot& Document::snapshot() const {
    if (!snapshot_)
        snapshot_.emplace(tree_, chunks_, revision_);
    return *snapshot_;
}

Status Document::checkEdit(ByteRange range, ByteCount inserted) const {
    if (isWriteProtected_)
        return fail(ErrorCode::AccessDenied);
    if (range.begin > range.end || range.end > size())
        return failAt(ErrorCode::OutOfRange, range.end);
    if (inserted > kMaxDocumentSize - (size() - range.size()))
        return fail(ErrorCode::TooLarge);
    return {};
}

Status Document::apply(const Edit& edit) {
    const ByteCount inserted = edit.content.size();
    if (Status allowed = checkEdit(edit.range, inserted); !allowed)
        return allowed;
    if (edit.range.isEmpty() && inserted == 0)
        return {};
    const History::Splice done{
        .offset = edit.range.begin, .removed = edit.range.size(), .inserted = inserted, .kind = edit.kind};
    const History::Grouping grouping = nextGrouping(continuesTyping(edit));
    const auto* bytes = std::get_if<std::vector<std::byte>>(&edit.content.data());
    if (bytes != nullptr && bytes->size() <= kTypedLimit) {
        std::array<Piece, 1> piece;
        if (!bytes->empty())
            piece[0] = chunks_->append(*bytes);
        splice(done, std::span<const Piece>(piece).first(bytes->empty() ? 0 : 1), grouping);
    } else {
        splice(done, piecesFor(edit.content), grouping);
    }
    typingIsOpen_ = edit.kind == EditKind::Type || edit.kind == EditKind::Backspace;
    lastTyping_ = done;
    publish(done, Change::Origin::Edit);
    return {};
}

Status Document::apply(const MultiEdit& edit) {
    if (edit.ranges.empty())
        return {};
    const ByteRange covered{edit.ranges.front().begin, edit.ranges.back().end};
    ByteCount removed = 0;
    ByteOffset previousEnd = 0;
    for (const ByteRange range : edit.ranges) {
        OCTAVO_EXPECTS(range.begin >= previousEnd && range.begin <= range.end);
        previousEnd = range.end;
        removed += range.size();
    }
    const auto content = contentSizeOf(edit);
    if (!content)
        return fail(content.error());
    const ByteCount inserted = *content + covered.size() - removed;
    if (Status allowed = checkEdit(covered, inserted); !allowed)
        return allowed;
    const History::Splice done{
        .offset = covered.begin, .removed = covered.size(), .inserted = inserted, .kind = edit.kind};
    const History::Grouping grouping = nextGrouping(false);
    splice(done, replaceMany(edit, covered), grouping);
    typingIsOpen_ = false;
    publish(done, Change::Origin::Edit, &edit);
    return {};
}

Status Document::applyTogether(const std::function<Status()>& edits) {
    if (isGrouping_)
        return edits();
    const HistoryState start = history_.current();
    const auto firstOfGroup = static_cast<HistoryState>(history_.stateCount());
    const std::optional<HistoryState> redoBefore = history_.redoStateOf(start);
    isGrouping_ = true;
    groupHasEdits_ = false;
    typingIsOpen_ = false;
    Status result = edits();
    isGrouping_ = false;
    typingIsOpen_ = false;
    if (!result) {
        while (history_.current() != start)
            stepBack();
        history_.setRedo(start, redoBefore);
        history_.markTakenBack(firstOfGroup);
        stateChanged.notify();
    }
    return result;
}

PieceTree Document::replaceMany(const MultiEdit& edit, ByteRange covered) {
    const PieceTree content = piecesFor(edit.content);
    std::vector<Piece> with;  // what each range gets
    const auto cutOut = [&](ByteRange part) {
        with.clear();
        content.forEach(part, [&](const Piece& piece, ByteOffset) {
            with.push_back(piece);
            return true;
        });
    };
    cutOut({0, content.size()});
    std::vector<Piece> all;
    all.reserve(edit.ranges.size() * (edit.sizes.empty() ? with.size() + 1 : 2));
    auto next = edit.ranges.begin();
    ByteOffset used = 0;
    const auto place =
        [&](ByteOffset reached) {  // the replacements of every range that begins here or before
            while (next != edit.ranges.end() && next->begin <= reached) {
                if (!edit.sizes.empty()) {
                    const auto index = static_cast<std::size_t>(next - edit.ranges.begin());
                    cutOut(ByteRange::ofLength(used, edit.sizes[index]));
                    if (edit.parts == MultiEdit::Parts::InTurn)
                        used += edit.sizes[index];
                }
                all.insert(all.end(), with.begin(), with.end());
                ++next;
            }
        };
    ByteOffset keepFrom = covered.begin;
    tree_.forEach(covered, [&](const Piece& piece, ByteOffset at) {
        const ByteRange whole = ByteRange::ofLength(at, piece.length);
        keepFrom = std::max(keepFrom, whole.begin);
        while (keepFrom < whole.end) {
            place(keepFrom);
            if (next != edit.ranges.begin())
                keepFrom = std::max(keepFrom, std::prev(next)->end);
            const ByteOffset stop = next == edit.ranges.end() ? whole.end : std::min(whole.end, next->begin);
            if (keepFrom < stop) {
                all.push_back({.offset = piece.offset + (keepFrom - at),
                               .length = stop - keepFrom,
                               .chunk = piece.chunk});
                keepFrom = stop;
            }
        }
        return true;
    });
    place(covered.end);
    return PieceTree(all);
}

ChunkId Document::chunkFor(const std::shared_ptr<const Source>& source) {
    const auto [found, isNew] = adopted_.try_emplace(source.get(), ChunkId{0});
    if (isNew)
        found->second = chunks_->add(source);
    return found->second;
}

std::vector<Piece> Document::adopt(const Snapshot& from, ByteRange range) {
    const bool isOwn = from.chunks() == chunks_;
    std::vector<Piece> pieces;
    from.tree().forEach(range, [&](Piece piece, ByteOffset) {
        // A copy of the base's bytes is not the base in its own place: it goes by another chunk of the same
        // source.
        if (!isOwn || piece.chunk == baseChunk_)
            piece.chunk = chunkFor(from.chunks()->sharedSource(piece.chunk));
        pieces.push_back(piece);
        return true;
    });
    return pieces;
}

PieceTree Document::piecesFor(const Content& content) {
    if (content.size() == 0)
        return {};
    if (const auto* bytes = std::get_if<std::vector<std::byte>>(&content.data())) {
        const std::array pieces{chunks_->append(*bytes)};
        return PieceTree(pieces);
    }
    if (const auto* part = std::get_if<Content::SourcePart>(&content.data())) {
        const std::array pieces{Piece{
            .offset = part->range.begin, .length = part->range.size(), .chunk = chunkFor(part->source)}};
        return PieceTree(pieces);
    }
    const auto& part = std::get<Content::SnapshotPart>(content.data());
    return PieceTree(adopt(part.snapshot, part.range));
}

template <typename Pieces>
void Document::splice(const History::Splice& done, const Pieces& pieces, History::Grouping grouping) {
    snapshot_.reset();
    history_.perform(tree_, done, pieces, grouping);
}

bool Document::continuesTyping(const Edit& edit) const {
    if (!typingIsOpen_ || !lastTyping_ || edit.kind != lastTyping_->kind)
        return false;
    const ByteOffset lastEnd = lastTyping_->offset + lastTyping_->inserted;
    if (edit.kind == EditKind::Type) {
        const bool isSecondNibble = edit.range.size() == 1 && edit.content.size() == 1 &&
                                    lastTyping_->inserted == 1 && edit.range.begin == lastTyping_->offset;
        return edit.range.begin == lastEnd || isSecondNibble;
    }
    return edit.kind == EditKind::Backspace &&
           (edit.range.end == lastTyping_->offset || edit.range.begin == lastTyping_->offset);
}

History::Grouping Document::nextGrouping(bool continues) {
    if (!isGrouping_)
        return continues ? History::Grouping::JoinsPrevious : History::Grouping::NewStep;
    return std::exchange(groupHasEdits_, true) ? History::Grouping::JoinsPrevious
                                               : History::Grouping::NewStep;
}

std::optional<EditKind> Document::undoKind() const {
    return canUndo() ? std::optional(history_.spliceOf(history_.current()).kind) : std::nullopt;
}

std::optional<EditKind> Document::redoKind() const {
    const auto child = history_.redoStateOf(history_.current());
    return child ? std::optional(history_.spliceOf(*child).kind) : std::nullopt;
}

void Document::stepBack() {
    snapshot_.reset();
    const History::Splice splice = history_.stepBack(tree_);
    publish({.offset = splice.offset,
             .removed = splice.inserted,
             .inserted = splice.removed,
             .kind = splice.kind},
            Change::Origin::Undo);
}

void Document::stepForward(HistoryState child) {
    snapshot_.reset();
    publish(history_.stepForward(tree_, child), Change::Origin::Redo);
}

void Document::undo() {
    OCTAVO_EXPECTS(canUndo());
    typingIsOpen_ = false;
    bool goOn = true;
    while (goOn) {
        goOn = history_.joinsPrevious(history_.current());
        stepBack();
    }
}

void Document::redo() {
    OCTAVO_EXPECTS(canRedo());
    typingIsOpen_ = false;
    std::optional<HistoryState> next = history_.redoStateOf(history_.current());
    do {
        stepForward(*next);
        next = history_.redoStateOf(history_.current());
    } while (next && history_.joinsPrevious(*next));
}

void Document::goTo(HistoryState state) {
    OCTAVO_EXPECTS(state < history_.stateCount());
    typingIsOpen_ = false;
    // Parents are older than their children, so the younger of two states is the one to leave towards their
    // common ancestor.
    std::vector<HistoryState> forward;
    HistoryState target = state;
    while (target != history_.current()) {
        if (target > history_.current()) {
            forward.push_back(target);
            target = history_.parentOf(target);
        } else {
            stepBack();
        }
    }
    for (auto child = forward.rbegin(); child != forward.rend(); ++child)
        stepForward(*child);
}

void Document::rebase(std::shared_ptr<const Source> newBase) {
    OCTAVO_EXPECTS(newBase != nullptr && newBase->size() == size());
    if (newBase != base_)  // else its chunk is what other states name their unmodified bytes by
        baseChunk_ = chunks_->add(newBase);
    base_ = std::move(newBase);
    snapshot_.reset();
    const std::array pieces{Piece{.offset = 0, .length = base_->size(), .chunk = *baseChunk_}};
    tree_ = PieceTree(pieces);
    savedState_ = history_.current();
    typingIsOpen_ = false;
    publish({}, Change::Origin::Rebase);
}

void Document::markUnsaved() {
    savedState_.reset();
    typingIsOpen_ = false;
    stateChanged.notify();
}

void Document::rebaseOnto(std::shared_ptr<const Source> newBase, std::span<const BaseRun> runs) {
    OCTAVO_EXPECTS(newBase != nullptr);
    base_ = std::move(newBase);
    baseChunk_ = chunks_->add(base_);
    snapshot_.reset();
    for (const BaseRun& run : runs) {
        OCTAVO_EXPECTS(run.base.end <= base_->size() && run.at + run.base.size() <= size());
        const std::array pieces{
            Piece{.offset = run.base.begin, .length = run.base.size(), .chunk = *baseChunk_}};
        tree_.splice(ByteRange::ofLength(run.at, run.base.size()), pieces);
    }
    savedState_.reset();
    typingIsOpen_ = false;
    publish({}, Change::Origin::Rebase);
}

/// The document's pieces, with those of the base in its place under another name.
std::vector<Piece> Document::piecesUnder(ChunkId chunk) const {
    std::vector<Piece> pieces;
    tree_.forEach({0, size()}, [&](Piece piece, ByteOffset) {
        if (piece.chunk == baseChunk_)
            piece.chunk = chunk;
        pieces.push_back(piece);
        return true;
    });
    return pieces;
}

void Document::growBase(std::shared_ptr<const Source> newBase) {
    const ByteCount oldSize = base_ ? base_->size() : 0;
    OCTAVO_EXPECTS(newBase != nullptr && newBase->size() >= oldSize);
    const ByteCount added = newBase->size() - oldSize;
    const ByteOffset end = size();
    const ChunkId chunk = chunks_->add(newBase);
    std::vector<Piece> pieces = piecesUnder(chunk);
    if (added > 0)
        pieces.push_back({.offset = oldSize, .length = added, .chunk = chunk});
    base_ = std::move(newBase);
    baseChunk_ = chunk;
    snapshot_.reset();
    tree_ = PieceTree(pieces);
    typingIsOpen_ = false;
    publish({.offset = end, .inserted = added}, Change::Origin::Rebase);
}

void Document::markSaved(HistoryState state) {
    OCTAVO_EXPECTS(state < history_.stateCount());
    savedState_ = state;
    typingIsOpen_ = false;
    stateChanged.notify();
}

void Document::publish(const History::Splice& splice, Change::Origin origin, const MultiEdit* edit) {
    revision_ = Revision{static_cast<std::uint64_t>(revision_) + 1};
    const Change change{.revision = revision_,
                        .offset = splice.offset,
                        .removed = splice.removed,
                        .inserted = splice.inserted,
                        .origin = origin,
                        .kind = splice.kind};
    if (edit != nullptr)
        anchors_.apply(change, *edit);
    else
        anchors_.apply(change);
    changed.notify(change);
    stateChanged.notify();
}

void Document::forEachModified(ByteRange range, const std::function<void(ByteRange)>& visit) const {
    ByteRange run{range.begin, range.begin};
    tree_.forEach(range, [&](const Piece& piece, ByteOffset at) {
        if (piece.chunk == baseChunk_)
            return true;
        if (at != run.end || run.isEmpty()) {
            if (!run.isEmpty())
                visit(run);
            run.begin = at;
        }
        run.end = at + piece.length;
        return true;
    });
    if (!run.isEmpty())
        visit(run);
}

}  // namespace octavo
