#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/base/job_context.h"
#include "core/base/registry.h"
#include "core/base/result.h"
#include "core/buffer/edit.h"
#include "core/buffer/snapshot.h"

namespace octavo {

struct ImportOptions {
    ByteCount maxBytes = ByteCount{4} << 30;       ///< decoded bytes, held in memory; LimitReached beyond
    std::size_t maxPieces = std::size_t{1} << 20;  ///< separate runs of addresses; LimitReached beyond
};

/// A run of bytes and where it belongs.
struct ImportedPiece {
    ByteOffset address = 0;
    Content content;

    [[nodiscard]] ByteRange range() const { return ByteRange::ofLength(address, content.size()); }
};

/// What a file in some format stands for.
struct ImportResult {
    std::vector<ImportedPiece> pieces;     ///< sorted by address, disjoint, not adjoining, none empty
    std::optional<ByteOffset> entryPoint;  ///< start address, where the format has one and the file gives it
    std::string header;                    ///< an S0 record's text, raw bytes

    /// From the lowest address to behind the highest; empty when there are no bytes.
    [[nodiscard]] ByteRange span() const;
};

/// A format that bytes can be read back from.
struct ImporterInfo {
    std::string id;  ///< the same as the exporter's
    std::string name;
    /// Decodes all of `text`. Errors, where `offset` counts in `text` and `detail` is "line N": Malformed
    /// (also for addresses given twice), Truncated, ChecksumMismatch, LimitReached, Unreadable, Cancelled.
    /// Nothing is guessed and nothing skipped in silence.
    std::function<Result<ImportResult>(const Snapshot& text, const ImportOptions&, const JobContext&)>
        importFrom;
};

/// raw, hex, base64, intel-hex, s-record, hexdump.
void registerBuiltinImporters(Registry<ImporterInfo>& registry);

/// How the pieces of an import become one run of bytes.
struct AssembleOptions {
    enum class Origin : std::uint8_t {
        LowestAddress,  ///< the first byte of the result is the first that was given
        Zero,           ///< the first byte of the result has address 0
    };
    Origin origin = Origin::LowestAddress;
    std::byte gapFill{0xFF};                 ///< between pieces; erased flash reads so
    ByteCount maxSize = ByteCount{1} << 40;  ///< LimitReached beyond
};

/// The bytes of an import as one document; gaps are patterns, so nothing is allocated for them.
/// Cost: O(pieces).
[[nodiscard]] Result<Snapshot> assemble(const ImportResult& imported, const AssembleOptions& options = {});

}  // namespace octavo
