#pragma once

#include "core/base/byte_range.h"

namespace octavo {

/// Where two versions differ: the bytes `before` of the one gave way to the bytes `after` of the other.
/// Either may be empty, not both. Lists of hunks are sorted and disjoint on both sides, and what lies between
/// two of them is equal.
struct Hunk {
    ByteRange before;
    ByteRange after;

    friend bool operator==(const Hunk&, const Hunk&) = default;
};

}  // namespace octavo
