#pragma once

#include <optional>
#include <span>
#include <string>
#include <sys/stat.h>

#include "core/base/range_set.h"
#include "core/base/unique_descriptor.h"
#include "core/source/file_source.h"

namespace octavo {

/// A file opened for reading, with what was known of it then.
struct OpenedFile {
    UniqueDescriptor descriptor;
    std::string path;
    FileIdentity identity;
};

[[nodiscard]] FileIdentity identityOf(const struct stat& status);

/// Copies bytes of a file by pread. What the device fails to read (EIO) is retried in smaller and smaller
/// units down to a sector, and only the units that still fail are zero in `out` and added to `unreadable`; so
/// is what lies beyond the end of the file. Safe to call from any thread.
void readFileAt(int descriptor, ByteOffset offset, std::span<std::byte> out, RangeSet& unreadable);

/// How long the file is now; nothing when the system does not say.
[[nodiscard]] std::optional<ByteCount> currentFileSize(int descriptor);

}  // namespace octavo
