#pragma once

#include <cstdint>
#include <string>
#include <sys/types.h>

#include "core/source/file_source.h"

namespace octavo {

/// Why changing a file by mistake would hurt more than usual.
enum class WriteDanger : std::uint8_t {
    None,
    BlockDevice,     ///< a disk or partition: there is no copy, and a file system may lie on it
    MountedImage,    ///< the system uses the file as a disk
    RunningProgram,  ///< the file is being executed
    OtherOwner,      ///< somebody else's file, writable only by root's powers or by a group
};

/// What is known of a file and of the person; WriteDanger follows from it.
struct WriteFacts {
    bool isBlockDevice = false;
    bool isDiskImage = false;  ///< a loop device stands on it
    bool isRunning = false;
    uid_t owner = 0;
    mode_t mode = 0;  ///< permission bits
    uid_t person = 0;

    friend bool operator==(const WriteFacts&, const WriteFacts&) = default;
};

/// Pure. The first of the dangers, in the order above.
[[nodiscard]] WriteDanger writeDangerOf(const WriteFacts& facts);

/// Looks at the file, at the programs that run and at the loop devices there are. Opens nothing for writing.
/// What cannot be found out is taken to be harmless. Errors: NotFound, AccessDenied, OpenFailed. Cost: one
/// look for each process. Any thread.
[[nodiscard]] Result<WriteFacts> writeFactsOf(const std::string& path);

}  // namespace octavo
