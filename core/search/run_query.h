#pragma once

#include <cstdint>
#include <vector>

#include "core/search/byte_set.h"

namespace octavo {

/// Runs: as many bytes in a row as belong together, from the first to the last. A value. A run is not looked
/// for across the ends of the range.
struct RunQuery {
    ByteSet bytes;             ///< that belong to a run
    bool isOfOneByte = false;  ///< and they must all be the same
    std::uint64_t least = 1;   ///< bytes

    /// Runs of one byte: zeros, say.
    [[nodiscard]] static RunQuery of(std::byte value, std::uint64_t least) {
        return {.bytes = ByteSet::of(value), .least = least};
    }
    /// Runs of any byte that is repeated.
    [[nodiscard]] static RunQuery ofAnyByte(std::uint64_t least) {
        return {.bytes = ByteSet::all(), .isOfOneByte = true, .least = least};
    }
    /// Runs of whatever is not this byte: the next byte that differs, the next non-zero.
    [[nodiscard]] static RunQuery otherThan(std::byte value) {
        return {.bytes = ByteSet::of(value).complement()};
    }

    friend bool operator==(const RunQuery&, const RunQuery&) = default;
};

enum class StringEncoding : std::uint8_t { Ascii, Latin1, Utf8, Utf16LE, Utf16BE };

/// Which characters UTF-16 strings may have: in data that is no text almost every pair of bytes is one of
/// some script.
enum class StringScripts : std::uint8_t {
    Latin,  ///< those of Latin-1
    Any,
};

/// Runs of printable characters and tabs. Printable is what is no control, no surrogate, and no noncharacter
/// or private use. Where two encodings give the same range it is told once, with the first. A value.
struct StringsQuery {
    std::vector<StringEncoding> encodings{StringEncoding::Ascii};  ///< Match::form is an index of these
    std::uint64_t least = 4;                                       ///< characters
    StringScripts utf16Scripts = StringScripts::Latin;

    friend bool operator==(const StringsQuery&, const StringsQuery&) = default;
};

}  // namespace octavo
