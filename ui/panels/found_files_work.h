#pragma once

#include "core/base/text_sink.h"
#include "ui/panels/found_files.h"

namespace octavo {

/// What jobs need to know of a search of files. A value. Any thread.
struct FoundFilesList {
    /// REQUIRES: the search has ended.
    explicit FoundFilesList(const FoundFiles& files);

    std::shared_ptr<const FoundPlaces::List> places;
    std::shared_ptr<const std::vector<FoundFile>> files;
    std::map<std::size_t, FoundFileState> open;  ///< by file
};

/// See arrange(): rows whose bytes are not what was searched any more have none. Opens one file at a time.
[[nodiscard]] Result<FoundOrder> arrangeFiles(const FoundFilesList& list, FoundWindow window,
                                              const FoundArrangement& arrangement, const JobContext& job);

/// Writes the rows as lines: file, where the bytes are now, how many, and the first 4096 of them in hex, with
/// tabs between; no bytes where they are not what was searched any more. Then a line for each file that was
/// not searched, or not whole, with the reason in a fifth field. Errors: Cancelled, and the sink's.
[[nodiscard]] Status writeFoundFiles(const FoundFilesList& list, FoundWindow window, const FoundOrder& order,
                                     TextSink& sink, const JobContext& job);

}  // namespace octavo
