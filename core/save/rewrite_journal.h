#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/save/rewrite_format.h"

namespace octavo {

/// What a Rewrite needs to come to its end without the program that began it: every step in order and the
/// bytes that exist nowhere else. rewrite_format.h describes it. One thread.
///
/// The plan:
///  1. create(); add() every part; addPayload() all new bytes; commit() claims room for the slots and syncs
///     journal and directory. Until then the file is untouched and an incomplete journal means nothing.
///  2. rollForward() (core/save/roll_forward.h) does the steps.
///  3. remove() once the file is synced.
class RewriteJournal {
public:
    /// `header` says what will be added; its salt is chosen here. Errors: see createJournalFile.
    [[nodiscard]] static Result<RewriteJournal> create(FileSystem& fileSystem, const std::string& path,
                                                       RewriteHeader header);

    /// REQUIRES: header.partCount calls in all, before any payload.
    [[nodiscard]] Status add(const RewritePart& part);
    /// REQUIRES: header.payloadSize bytes in all.
    [[nodiscard]] Status addPayload(std::span<const std::byte> bytes);
    [[nodiscard]] Status commit();
    [[nodiscard]] Status remove() { return removeFile(); }
    /// Removes a journal behind which the file was not touched.
    void abandon() { static_cast<void>(removeFile()); }

    [[nodiscard]] OpenFile& file() { return file_; }
    [[nodiscard]] const RewriteHeader& header() const { return header_; }

private:
    RewriteJournal(OpenFile file, const RewriteHeader& header) : file_(std::move(file)), header_(header) {}
    [[nodiscard]] Status removeFile();
    [[nodiscard]] Status flushChunk();
    [[nodiscard]] Status flush();

    OpenFile file_;
    RewriteHeader header_;
    std::uint64_t parts_ = 0;
    std::uint64_t chunks_ = 0;
    ByteCount payload_ = 0;
    std::vector<std::byte> chunk_;
    ByteOffset end_ = 0;
    std::vector<std::byte> pending_;
};

/// Makes sure that there is room for these bytes of a file: claims it or, where the system cannot, writes
/// zeros. REQUIRES: nothing of value lies there.
[[nodiscard]] Status claimRoom(OpenFile& file, ByteRange range);

}  // namespace octavo
