#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/save/open_file.h"

namespace octavo {

/// \file The bytes of a rewrite journal. One thread.
///
/// Integers little-endian, each part checked by a CRC-32 that begins with the salt, so that blocks of an
/// earlier journal, resurfacing after a power cut, are not taken for this one's:
///  1. Header, 128 bytes: "OctavoRJ", version u32 = 1, step size u32, salt u64, inode u64, old size u64, new
///     size u64, part count u64, step count u64, payload size u64, zeros, CRC u32 of what is before it.
///  2. Parts, 32 bytes each, in the order of their doing: at u64, source u64, length u32, flags u32 (1: the
///     source is an offset of the payload, not of the file; 2: the last part of its step), CRC u32 (of index
///     and fields), zero u32.
///  3. Payload: bytes that exist nowhere else, in chunks of 64 KiB: CRC u32 (of index and bytes), bytes.
///  4. From the next multiple of 4096 on two slots, used in turn: step u64, length u32, CRC u32 (of step,
///     length and bytes), zeros up to 4096, then the new bytes of all parts of that step. A slot is filled
///     and synced before the file is touched for its step, and not used again before the file is synced; the
///     later valid slot therefore tells how far the work has come, and doing its step again does no harm. A
///     slot with step = step count and no bytes says that all steps are done.

struct RewriteHeader {
    static constexpr std::size_t kSize = 128;
    /// No step is larger, whatever a journal says.
    static constexpr std::uint32_t kStepMax = std::uint32_t{16} << 20;

    std::uint64_t salt = 0;
    std::uint64_t inode = 0;
    ByteCount oldSize = 0;
    ByteCount newSize = 0;
    std::uint64_t partCount = 0;
    std::uint64_t stepCount = 0;
    ByteCount payloadSize = 0;
    std::uint32_t stepSize = 0;  ///< of the largest step

    [[nodiscard]] ByteOffset payloadAt() const;
    [[nodiscard]] ByteOffset slotAt(std::uint64_t step) const;
    /// How long the journal is at most.
    [[nodiscard]] ByteOffset end() const;
    friend bool operator==(const RewriteHeader&, const RewriteHeader&) = default;
};

/// These bytes belong at this offset of the file.
struct RewritePart {
    ByteOffset at = 0;
    ByteOffset source = 0;
    std::uint32_t length = 0;
    bool isPayload = false;  ///< `source` counts in the payload, not in the file
    bool endsStep = false;
};

inline constexpr std::size_t kRewritePartSize = 32;
inline constexpr std::size_t kPayloadChunk = std::size_t{64} * 1024;

/// By how it begins. Errors: those of reading.
[[nodiscard]] Result<bool> isRewriteJournal(OpenFile& journal);

void appendRewriteHeader(const RewriteHeader& header, std::vector<std::byte>& out);
void appendRewritePart(const RewriteHeader& header, std::uint64_t index, const RewritePart& part,
                       std::vector<std::byte>& out);
/// REQUIRES: bytes fill a chunk, or are the last ones.
void appendPayloadChunk(const RewriteHeader& header, std::uint64_t index, std::span<const std::byte> bytes,
                        std::vector<std::byte>& out);
[[nodiscard]] Status writeSlot(OpenFile& journal, const RewriteHeader& header, std::uint64_t step,
                               std::span<const std::byte> bytes);

/// The header, when it checks and parts and payload do. Malformed when the journal is incomplete, and
/// whatever reading may return. REQUIRES: isRewriteJournal(). Cost: reads all but the slots; allocates
/// little.
[[nodiscard]] Result<RewriteHeader> readRewriteHeader(OpenFile& journal);
/// The step of the later valid slot; nothing when the file was never touched.
[[nodiscard]] Result<std::optional<std::uint64_t>> latestSlot(OpenFile& journal, const RewriteHeader& header);
/// The bytes of a slot that latestSlot() found.
[[nodiscard]] Result<std::vector<std::byte>> readSlot(OpenFile& journal, const RewriteHeader& header,
                                                      std::uint64_t step);

/// Gives the parts one after the other.
class RewritePartReader {
public:
    RewritePartReader(OpenFile& journal, const RewriteHeader& header) : journal_(&journal), header_(header) {}
    [[nodiscard]] bool isAtEnd() const { return index_ == header_.partCount; }
    /// Malformed at the end, and when a part does not check or leaves file, payload or step.
    [[nodiscard]] Result<RewritePart> next();

private:
    [[nodiscard]] Status fill();

    OpenFile* journal_;
    RewriteHeader header_;
    std::uint64_t index_ = 0;
    ByteCount inStep_ = 0;
    std::vector<std::byte> buffer_;
    std::size_t used_ = 0;
};

/// Gives payload bytes, each chunk checked.
class PayloadReader {
public:
    PayloadReader(OpenFile& journal, const RewriteHeader& header) : journal_(&journal), header_(header) {}
    /// REQUIRES: the range lies in the payload.
    [[nodiscard]] Status read(ByteOffset at, std::span<std::byte> out);

private:
    [[nodiscard]] Status load(std::uint64_t chunk);

    OpenFile* journal_;
    RewriteHeader header_;
    std::vector<std::byte> chunk_;
    std::optional<std::uint64_t> loaded_;
};

}  // namespace octavo
