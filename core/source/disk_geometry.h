#pragma once

#include <string>

#include "core/base/byte_range.h"
#include "core/base/result.h"

namespace octavo {

/// What a disk image has for a sector where nothing else is known.
inline constexpr ByteCount kDefaultSectorSize = 512;

/// How a disk counts its bytes.
struct DiskGeometry {
    ByteCount sectorSize = kDefaultSectorSize;  ///< the smallest unit that can be addressed
    bool isDevice = false;                      ///< a block device, not a file
};

/// Errors: NotFound, AccessDenied, OpenFailed. Any thread.
[[nodiscard]] Result<DiskGeometry> diskGeometryOf(const std::string& path);

}  // namespace octavo
