#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/base/job_context.h"
#include "core/structure/format.h"

namespace octavo {

/// How descriptions are found and read.
struct FormatSearch {
    std::vector<std::string> importFolders;  ///< where "/common/name" is looked for, in this order
    /// The text of a file; nothing when there is none of this name or it cannot be read.
    std::function<std::optional<std::string>(const std::string& path)> read;

    /// Reads from the disk, files of up to 4 MiB.
    [[nodiscard]] static FormatSearch onDisk(std::vector<std::string> importFolders);
};

/// What came of loading: the set when nothing stands in the way of using it, and all that is wrong.
struct LoadedFormat {
    std::shared_ptr<const FormatSet> set;  ///< nullptr when there was an error
    std::vector<FormatProblem> problems;   ///< errors and warnings, in the order they were found in
};

/// Loads a description with all that it imports. An import "name" is looked for beside the file that names
/// it,
/// "/name" in the folders of the search; ".ksy" is added. At most 1,000 files.
[[nodiscard]] LoadedFormat loadFormat(const std::string& path, const FormatSearch& search);

/// The same for a text that is not in a file yet; `path` is where it would be.
[[nodiscard]] LoadedFormat loadFormatText(std::string_view text, const std::string& path,
                                          const FormatSearch& search);

}  // namespace octavo
