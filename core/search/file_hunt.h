#pragma once

#include <functional>
#include <memory>

#include "core/search/find_in_files.h"

namespace octavo {

/// One file's turn in a search of many: its bytes, its search, and what became of it. One thread at a time.
class FileHunt {
public:
    /// Opens the file, or takes the document in its place. Errors: those of openFileSource().
    [[nodiscard]] static Result<FileHunt> open(const std::string& path);
    [[nodiscard]] static FileHunt inDocument(const OpenDocumentSpace& document, std::size_t index);

    [[nodiscard]] const SearchedFile& file() const { return file_; }

    /// Hands out matches until their number reaches `limit`, with what became of the file. Errors: Cancelled.
    using Take = std::function<void(std::span<const Match>)>;
    [[nodiscard]] Result<FileSearchReport> run(const Searcher& searcher, std::uint64_t limit,
                                               WorkerPool* workers, const Take& take,
                                               const JobContext& job) const;

private:
    FileHunt() = default;
    [[nodiscard]] bool hasChanged() const;

    SearchedFile file_;
    ByteRange range_;
    Snapshot snapshot_;
    std::shared_ptr<const FileSource> source_;  // none for a document
};

}  // namespace octavo
