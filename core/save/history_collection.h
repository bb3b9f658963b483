#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <vector>

#include "core/base/job_context.h"
#include "core/buffer/document.h"
#include "core/save/edit_log.h"

namespace octavo {

/// How much of a document's history is kept.
struct HistoryLimits {
    ByteCount bytes = ByteCount{16} << 20;  ///< that are not the file's, of all states together
    std::size_t states = 100'000;
    std::size_t pieces = 1'000'000;  ///< of all splices together
};

/// The part of a document's history that is kept, told from its file: in the saved state the bytes of the
/// file lie in their own place, and other states are made of these as far as they can. A value; holds pieces,
/// no bytes.
struct CollectedHistory {
    struct Step {
        HistoryState state = 0;  ///< of the document
        HistoryState parent = 0;
        EditLogSplice splice;
    };
    HistoryState beginning = 0;  ///< the oldest state that is kept
    PieceTree beginningTree;
    std::vector<Step> steps;  ///< ascending by state
    HistoryState saved = 0;
    std::vector<HistoryState> redos;     ///< of several children those that redo goes to
    std::map<ChunkId, RangeSet> copied;  ///< the bytes that lie neither in the file nor follow from a rule
    ChunkId fileChunk = 0;               ///< what the pieces call the file
};

/// Collects what is nearest to the saved state first: what undo would take back from there, what redo would
/// do again, then the other branches. Steps are kept whole or not at all; one that has unreadable bytes is
/// not. `base`: the document's base, when the file has its bytes; else nullptr. REQUIRES: a state is saved,
/// and no group of edits is under way. Cost: O(states of the history) and reads the bytes to be copied. The
/// document's thread.
[[nodiscard]] Result<CollectedHistory> collectHistory(const Document& document, const Source* base,
                                                      const HistoryLimits& limits, const JobContext& job);

}  // namespace octavo
