#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "core/base/byte_range.h"
#include "core/base/job_context.h"

namespace octavo {

/// \file What every kind of search has in common, for core/search itself. A finder is a function from places
/// to matches: whether a match begins at a place, and which, depends on the bytes alone, not on what was
/// found before. So blocks may be cut anywhere, searched in any order and by several threads.

/// Memory in which matches may begin, with what lies around it.
struct SearchBlock {
    std::span<const std::byte> bytes;
    ByteOffset at = 0;       ///< of bytes[0] in the document
    std::size_t first = 0;   ///< matches begin at one of these indexes ...
    std::size_t last = 0;    ///< ... up to, not including, this one; at most bytes.size()
    bool isAtBegin = false;  ///< nothing lies before the bytes
    bool isAtEnd = false;    ///< nothing lies behind them
    const JobContext* job = nullptr;
};

/// Why a search could not be brought to an end.
enum class GiveUpReason : std::uint8_t {
    Steps,   ///< too many ways to match
    Memory,  ///< too much memory for them
    Length,  ///< a match would be longer than the limit
    Time,    ///< a second went by on a few bytes
};

/// What became of a block.
struct BlockResult {
    enum class Kind : std::uint8_t {
        None,       ///< no match begins in it
        Found,      ///< the first that does
        Undecided,  ///< none does before `place`; what happens there depends on bytes behind the block
        GaveUp,     ///< none does before `place`; there the search hit a limit
        Cancelled,
    };
    Kind kind = Kind::None;
    std::size_t place = 0;  ///< where matching began; usually where the match begins
    std::size_t begin = 0;  ///< the match, as indexes of the block's bytes
    std::size_t end = 0;
    GiveUpReason reason = GiveUpReason::Steps;

    [[nodiscard]] static BlockResult found(std::size_t begin, std::size_t end) {
        return {.kind = Kind::Found, .place = begin, .begin = begin, .end = end};
    }
    [[nodiscard]] static BlockResult undecided(std::size_t place) {
        return {.kind = Kind::Undecided, .place = place};
    }
};

/// Working memory of a finder, for one thread.
class FinderMemory {
public:
    FinderMemory() = default;
    FinderMemory(const FinderMemory&) = delete;
    FinderMemory& operator=(const FinderMemory&) = delete;
    virtual ~FinderMemory() = default;
};

/// One part of a match, in document offsets; nothing when it took no part in it.
using Capture = std::optional<ByteRange>;

/// One kind of search, made ready. Immutable; any thread, each with its own memory.
class BlockFinder {
public:
    BlockFinder() = default;
    BlockFinder(const BlockFinder&) = delete;
    BlockFinder& operator=(const BlockFinder&) = delete;
    virtual ~BlockFinder() = default;

    [[nodiscard]] virtual std::unique_ptr<FinderMemory> newMemory() const { return nullptr; }

    /// The match with the least place in the block. REQUIRES: block.last + lookAhead() bytes, unless it is at
    /// the end; lookBehind() bytes before block.first, unless it is at the begin.
    [[nodiscard]] virtual BlockResult findFirst(const SearchBlock& block, FinderMemory* memory) const = 0;
    /// The match with the greatest place in the block; Undecided and GaveUp as for findFirst.
    [[nodiscard]] virtual BlockResult findLast(const SearchBlock& block, FinderMemory* memory) const;

    /// Bytes behind a place that decide most matches. Where more are needed a block is Undecided.
    [[nodiscard]] virtual ByteCount lookAhead() const = 0;
    /// Bytes before a place that matter.
    [[nodiscard]] virtual ByteCount lookBehind() const { return 0; }
    /// True when the bytes before the range that is searched matter too.
    [[nodiscard]] virtual bool looksBeforeRange() const { return false; }
    /// The length of every match, when they all have the same.
    [[nodiscard]] virtual std::optional<ByteCount> fixedLength() const { return std::nullopt; }

    /// How many parts a match has, besides number 0, which is all of it.
    [[nodiscard]] virtual std::size_t captureCount() const { return 0; }
    /// Appends the parts of the match that findFirst() found last with this memory, but number 0: all of it.
    /// The offset is that of the block's bytes.
    virtual void appendCaptures(const FinderMemory*, ByteOffset, std::vector<Capture>&) const {}

    /// A run is a match of any length that ends where a character does not belong to it. Nothing for finders
    /// that find no runs; else how many of these bytes go on with a run that began with `firstByte`, as whole
    /// characters, which are added to `characters`.
    [[nodiscard]] virtual bool findsRuns() const { return false; }
    [[nodiscard]] virtual std::size_t continueRun(std::span<const std::byte>, std::byte,
                                                  std::uint64_t& /*characters*/) const {
        return 0;
    }
    [[nodiscard]] virtual std::uint64_t leastRun() const { return 1; }
};

}  // namespace octavo
