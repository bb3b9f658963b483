#pragma once

#include <memory>
#include <vector>

#include "app/open_document.h"
#include "core/base/job_context.h"
#include "core/compare/hunk.h"
#include "core/compare/three_way_merge.h"

namespace octavo {

/// A file opened afresh, and where it differs from a document.
struct Reloaded {
    std::shared_ptr<FileSource> file;
    Revision revision{};        ///< of the document that it was compared with
    std::vector<Hunk> hunks{};  ///< before: in the document, after: in the file
    bool knowsChanges = true;   ///< false where the old bytes were gone or too many to compare
};

/// What a comparison needs of a document, taken on the UI thread.
struct CompareInput {
    Snapshot snapshot;
    std::optional<ChunkId> baseChunk;
    KnownFile known;
};
/// REQUIRES: the document has a file.
[[nodiscard]] CompareInput compareInputOf(const OpenDocument& document);

/// Opens the file again and compares. Errors: those of openFileSource, Cancelled. Worker thread.
[[nodiscard]] Result<Reloaded> loadAgain(const CompareInput& input, const JobContext& job);

/// Makes the document what the file holds, as one step. Fails, with nothing changed, with Busy when the
/// document was edited since. REQUIRES: `reloaded` is of this document. UI thread.
[[nodiscard]] Status takeOver(OpenDocument& document, const Reloaded& reloaded);

/// The hunks as the places of a list: what lies a few bytes apart is one.
[[nodiscard]] std::vector<ChangeList::Place> changedPlaces(std::vector<Hunk> hunks);

/// Three versions brought together, for the person to look at.
struct Merging {
    std::shared_ptr<FileSource> file;  ///< theirs
    Revision revision{};               ///< of the document that holds mine
    Snapshot mine;
    std::shared_ptr<const Source>
        base{};  ///< nullptr when its bytes are gone: then every difference is asked about
    std::vector<MergeRegion> regions{};
};

/// Opens the file again and merges. Errors: as loadAgain. Worker thread.
[[nodiscard]] Result<Merging> prepareMerge(const CompareInput& input, const JobContext& job);

/// Makes the document the merged one, as one step. Busy as above. UI thread.
[[nodiscard]] Status applyMerge(OpenDocument& document, const Merging& merging,
                                std::span<const MergeChoice> choices);

}  // namespace octavo
