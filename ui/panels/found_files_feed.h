#pragma once

#include <mutex>
#include <optional>
#include <vector>

#include "core/search/find_in_files.h"
#include "ui/panels/found_places.h"

namespace octavo {

/// What a search of files tells, on its way from a job to the window. Files in which nothing was found, and
/// that were searched whole, are only counted. Any thread takes; the job's thread is the sink's.
class FoundFilesFeed final : public FilesSink {
public:
    /// Some places of a file, and its end when it was reached.
    struct Part {
        SearchedFile file;
        bool isContinued = false;  ///< of the same file as the part before, taken earlier
        std::vector<FoundPlace> places{};
        std::optional<FileSearchReport> report{};
    };
    struct News {
        std::vector<Part> parts;
        std::vector<Error> errors;
        std::uint64_t files = 0;  ///< searched so far, all in all
        ByteCount bytes = 0;      ///< in them
    };
    [[nodiscard]] News take();

    void began(const SearchedFile& file) override;
    void found(std::span<const Match> matches) override;
    void ended(const FileSearchReport& report) override;
    void failed(const Error& error) override;

private:
    [[nodiscard]] Part& part();

    std::mutex mutex_;
    News news_;
    SearchedFile file_;        // the one that began last
    bool isTold_ = false;      // some part of it was made
    bool isPartOpen_ = false;  // the last of news_.parts is of it
};

}  // namespace octavo
