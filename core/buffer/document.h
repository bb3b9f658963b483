#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

#include "core/base/notifier.h"
#include "core/base/result.h"
#include "core/buffer/anchor_set.h"
#include "core/buffer/edit.h"
#include "core/buffer/history.h"
#include "core/buffer/snapshot.h"

namespace octavo {

/// A document steps from one Snapshot to the next: it applies edits, keeps their history and tells its
/// observers. Belongs to one thread (the window's); its snapshots may go anywhere.
class Document {
public:
    /// A document over `base`, or an empty one.
    explicit Document(std::shared_ptr<const Source> base = nullptr);
    Document(const Document&) = delete;
    Document& operator=(const Document&) = delete;

    /// The present state. The reference is good until the next change; copy it to keep it. Cost: O(1).
    [[nodiscard]] const Snapshot& snapshot() const;
    [[nodiscard]] ByteCount size() const { return tree_.size(); }
    /// The pieces of the present state, without what snapshot() costs the next edit.
    [[nodiscard]] const PieceTree& tree() const { return tree_; }
    [[nodiscard]] Revision revision() const { return revision_; }
    /// What the document was opened from or last saved to; nullptr for a new one.
    [[nodiscard]] const std::shared_ptr<const Source>& base() const { return base_; }
    /// The chunk whose pieces are the base's bytes in their own place; others of the base's bytes were moved.
    [[nodiscard]] std::optional<ChunkId> baseChunk() const { return baseChunk_; }
    /// Names the sources of every state's pieces.
    [[nodiscard]] std::shared_ptr<const ChunkStore> chunks() const { return chunks_; }

    /// Applies an edit. OutOfRange when its range leaves the document, TooLarge when the result would pass
    /// 2^63-1 bytes, AccessDenied when the document is write-protected; then nothing has changed.
    /// An edit that changes no byte count and has no content does nothing. Cost: O(log n + inserted pieces).
    [[nodiscard]] Status apply(const Edit& edit);
    /// Applies many replacements as one step. REQUIRES: ranges sorted and disjoint; no sizes, or as many as
    /// ranges: in turn they make up the content, from its start none is longer than it. Cost: O(ranges + log
    /// n).
    [[nodiscard]] Status apply(const MultiEdit& edit);
    /// Several edits made by `edits` become one undo step; when it returns an error they are all taken back.
    [[nodiscard]] Status applyTogether(const std::function<Status()>& edits);
    /// The next keystroke starts a new undo step (the caret was moved, the document saved ...).
    void endTyping() { typingIsOpen_ = false; }

    /// A run of bytes as an edit log tells it.
    struct LoggedRun {
        std::shared_ptr<const Source> source;  ///< nullptr: the base, in its own place
        ByteRange range;
    };
    /// Makes a splice of an edit log again, as a state of its own. Errors as for apply(). REQUIRES: the runs
    /// are as long as `splice` says and lie in their sources; a base where one is meant.
    [[nodiscard]] Status replay(const History::Splice& splice, std::span<const LoggedRun> runs,
                                History::Grouping grouping);
    /// Makes these runs the document's beginning, state 0, whatever its base is; no state is saved then.
    /// REQUIRES: nothing was edited yet; the runs as for replay(), at most 2^63-1 bytes.
    void beginWith(std::span<const LoggedRun> runs);
    /// Redo goes to this state when its parent is the present one. REQUIRES: the state exists and is not 0.
    void setRedo(HistoryState state);

    [[nodiscard]] bool canUndo() const { return history_.canUndo(); }
    [[nodiscard]] bool canRedo() const { return history_.canRedo(); }
    /// What undo would take back or redo would do again; nothing when there is none.
    [[nodiscard]] std::optional<EditKind> undoKind() const;
    [[nodiscard]] std::optional<EditKind> redoKind() const;
    /// Takes back the last step. REQUIRES: canUndo(). Cost: O(log n) for each edit in the step.
    void undo();
    void redo();
    /// Walks to any state of the history, on any branch. REQUIRES: the state exists.
    void goTo(HistoryState state);
    /// The pieces of any state. REQUIRES: as goTo. Cost: O(log n) for each edit between it and the present.
    [[nodiscard]] PieceTree treeOf(HistoryState state) const;
    [[nodiscard]] const History& history() const { return history_; }

    /// True when the bytes may differ from the last saved state.
    [[nodiscard]] bool isModified() const { return history_.current() != savedState_; }
    /// The state whose bytes the file has: 0 before the first save; nothing when no state's.
    [[nodiscard]] std::optional<HistoryState> savedState() const { return savedState_; }
    /// Notes that no state of the history lies in a file any more: it was removed, or holds other bytes now.
    void markUnsaved();
    /// Notes that the present bytes are those of `newBase` (just written there). History stays.
    /// REQUIRES: newBase has the same bytes as snapshot().
    void rebase(std::shared_ptr<const Source> newBase);
    /// The same for bytes that were written somewhere else while the document went on being edited: marks the
    /// state that was saved, leaves the pieces as they are.
    void markSaved(HistoryState state);

    /// Bytes of a base that stand in the document, in order.
    struct BaseRun {
        ByteOffset at = 0;  ///< in the document
        ByteRange base;     ///< as long, in the base
    };
    /// Notes that `newBase` is what the document stems from now and that these runs are its bytes; no byte
    /// changes. History stays, the document counts as modified. REQUIRES: runs sorted and disjoint, both
    /// ways, and as the document has them. Cost: O(pieces + runs log n).
    void rebaseOnto(std::shared_ptr<const Source> newBase, std::span<const BaseRun> runs);
    /// Notes that the base has become longer, as a log does: what was added stands at the end of the document
    /// from now on, in every state of the history. REQUIRES: newBase begins with the bytes of base(). Cost:
    /// O(pieces).
    void growBase(std::shared_ptr<const Source> newBase);

    /// True for bytes that are not the base's own bytes in their own place: typed, pasted, moved. Calls
    /// `visit(range)` for each such run in `range`. Cost: O(log n + pieces).
    void forEachModified(ByteRange range, const std::function<void(ByteRange)>& visit) const;

    void setWriteProtected(bool isProtected) { isWriteProtected_ = isProtected; }
    [[nodiscard]] bool isWriteProtected() const { return isWriteProtected_; }

    [[nodiscard]] AnchorSet& anchors() { return anchors_; }
    [[nodiscard]] const AnchorSet& anchors() const { return anchors_; }

    /// Told after each change, when snapshot() and anchors() are already new.
    Notifier<const Change&> changed;
    /// Told when isModified(), canUndo() or canRedo() may have changed, and after rebase.
    Notifier<> stateChanged;

private:
    [[nodiscard]] Status checkEdit(ByteRange range, ByteCount inserted) const;
    [[nodiscard]] PieceTree piecesFor(const Content& content);
    [[nodiscard]] std::vector<Piece> piecesOf(std::span<const LoggedRun> runs);
    [[nodiscard]] std::vector<Piece> adopt(const Snapshot& snapshot, ByteRange range);
    [[nodiscard]] ChunkId chunkFor(const std::shared_ptr<const Source>& source);
    [[nodiscard]] bool continuesTyping(const Edit& edit) const;
    [[nodiscard]] History::Grouping nextGrouping(bool continues);
    template <typename Pieces>
    void splice(const History::Splice& splice, const Pieces& pieces, History::Grouping grouping);
    [[nodiscard]] PieceTree replaceMany(const MultiEdit& edit, ByteRange covered);
    /// `edit`: what the splice consists of, where that is known.
    void publish(const History::Splice& splice, Change::Origin origin, const MultiEdit* edit = nullptr);
    [[nodiscard]] std::vector<Piece> piecesUnder(ChunkId chunk) const;
    void stepBack();
    void stepForward(HistoryState child);

    std::shared_ptr<ChunkStore> chunks_ = std::make_shared<ChunkStore>();
    std::shared_ptr<const Source> base_;
    std::optional<ChunkId> baseChunk_;
    std::unordered_map<const Source*, ChunkId> adopted_;  // sources taken over with pasted content
    PieceTree tree_;
    mutable std::optional<Snapshot> snapshot_;  // made on demand, so that edits nobody looks at copy no nodes
    History history_;
    AnchorSet anchors_;
    std::optional<HistoryState> savedState_ = 0;
    Revision revision_{0};
    std::optional<History::Splice> lastTyping_;
    bool typingIsOpen_ = false;
    bool isWriteProtected_ = false;
    bool isGrouping_ = false;
    bool groupHasEdits_ = false;
};

}  // namespace octavo
