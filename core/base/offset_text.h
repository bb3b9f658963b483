#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace octavo {

/// Equal records, one behind the other.
struct RecordLayout {
    ByteCount size = 0;    ///< of each; 0: there are none
    ByteOffset start = 0;  ///< where record 0 begins

    friend bool operator==(const RecordLayout&, const RecordLayout&) = default;
};

/// What names in an offset expression stand for.
struct OffsetScope {
    ByteCount size = 0;          ///< `end`, and what negative offsets count back from
    ByteOffset caret = 0;        ///< `.` or `here`, and what a leading `+` or `-` in relative mode adds to
    ByteCount sectorSize = 512;  ///< what the suffix s and `sector` count in
    bool isRelative = false;     ///< a leading sign means "from the caret" instead of "from the end"
    RecordLayout records{};      ///< what `record` counts in; without records it is no name
};

/// Reads "4096", "0x10+4k", "-16", "end-0x200", "(here+8)*2". Suffixes k, M, G, T count in 1024s,
/// s in sectors.
/// Grammar: sums, products, quotients and remainders of numbers, `end`, `here` and parentheses, with unary
/// minus. "sector 7" and "record 12" are where those begin ("record (i+1)" takes an expression), `sectorsize`
/// and `recordsize` how long one is. A leading sign belongs to the whole expression: "-16+4" is 12 bytes
/// before the end, and "-0" is the end. Names are lower case. The result may equal `size` (the end).
/// Malformed (also a division by zero, and nesting deeper than 64): `offset` is the index of the offending
/// character. OutOfRange: a valid expression whose value lies before 0 or beyond the end.
[[nodiscard]] Result<ByteOffset> parseOffset(std::string_view text, const OffsetScope& scope);

/// The same expressions as a distance: a leading sign is a plain sign, and no document is a limit. OutOfRange
/// beyond 63 bits.
[[nodiscard]] Result<std::int64_t> parseDistance(std::string_view text, const OffsetScope& scope);

/// Reads "START:END" (half-open), "START+LENGTH" (the last `+` at top level, only where there is no ':'),
/// "+LENGTH" (from 0, in relative mode from the caret), ":END", "START:", ":" for everything. An end before
/// the start, and a length that passes the end, is OutOfRange.
[[nodiscard]] Result<ByteRange> parseRange(std::string_view text, const OffsetScope& scope);

/// A length with suffixes, never negative: "512", "64k", "0x100", "8s" (sectors of 512 bytes). OutOfRange
/// beyond 2^63-1.
[[nodiscard]] Result<ByteCount> parseByteCount(std::string_view text);

}  // namespace octavo
