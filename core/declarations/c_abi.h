#pragma once

#include <array>
#include <string_view>

#include "core/base/byte_order.h"

namespace octavo {

/// The ABI that sizes and alignments of C are taken from. A value.
struct CAbi {
    unsigned pointerSize = 8;
    unsigned longSize = 8;
    unsigned wcharSize = 4;
    unsigned longDoubleSize = 16;
    bool isPacked = false;        ///< as if each structure were __attribute__((packed))
    unsigned mostAlignment = 16;  ///< of a scalar in a structure: i386 System V aligns 8 bytes to 4
    ByteOrder order = ByteOrder::Little;
    bool msBitFields =
        false;  ///< Microsoft's rules: for bit fields, alignas under pack, enumerations, time_t

    friend bool operator==(const CAbi&, const CAbi&) = default;
};

struct NamedCAbi {
    std::string_view name;
    CAbi abi;
};

/// Those that a person chooses among, the likeliest first.
inline constexpr std::array<NamedCAbi, 5> kNamedCAbis = {
    {{"LP64 (Linux, macOS, 64 bits)", {}},
     {"LLP64 (Windows, 64 bits)", {.longSize = 4, .wcharSize = 2, .longDoubleSize = 8, .msBitFields = true}},
     {"ILP32 (Linux i386)", {.pointerSize = 4, .longSize = 4, .longDoubleSize = 12, .mostAlignment = 4}},
     {"ILP32 (Windows, 32 bits)",
      {.pointerSize = 4, .longSize = 4, .wcharSize = 2, .longDoubleSize = 8, .msBitFields = true}},
     {"ILP32 (Linux ARM)", {.pointerSize = 4, .longSize = 4, .longDoubleSize = 8, .mostAlignment = 8}}}};

}  // namespace octavo
