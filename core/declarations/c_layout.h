#pragma once

#include "core/declarations/c_types.h"

namespace octavo {

inline constexpr ByteCount kMostCBytes = ByteCount{1} << 56;

/// Places the members of a structure or union and measures it, as GCC does it for the System V ABIs or, where
/// the ABI asks for it, as Microsoft's compiler. Bits are counted in the order of memory: bit 0 is the lowest
/// bit of the first byte where the order is little-endian, its highest where it is big-endian.
/// False: it would be larger than kMostCBytes. REQUIRES: all members are complete.
[[nodiscard]] bool layOut(CRecord& record, const CAbi& abi);

}  // namespace octavo
