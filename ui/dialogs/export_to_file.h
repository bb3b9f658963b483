#pragma once

#include <functional>
#include <string>

#include "core/convert/exporter.h"
#include "core/save/file_system.h"

namespace octavo {

/// What to write: bytes of a snapshot in a format. A value.
struct ExportRequest {
    Snapshot snapshot;
    ByteRange range;
    const ExporterInfo* format = nullptr;  ///< never null
    ExportOptions options;
};

/// Writes text to a file (raw bytes of its path, links followed). It goes to a new file beside it that takes
/// the name when it is complete and on the disk, so that `path` holds either what it held or all of the text;
/// an existing file keeps its permissions. Returns the bytes written. Errors: those of `write` and of the
/// file system, IsDirectory, NotRegularFile. Runs on any thread.
[[nodiscard]] Result<ByteCount> writeTextFile(FileSystem& fileSystem, const std::string& path,
                                              const std::function<Status(TextSink&)>& write);

/// The same with an export.
[[nodiscard]] Result<ByteCount> exportToFile(FileSystem& fileSystem, const std::string& path,
                                             const ExportRequest& request, const JobContext& job);

}  // namespace octavo
