#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "core/save/open_file.h"

namespace octavo {

/// \file The bytes of an undo journal; undo_journal.h describes them. One thread.

struct JournalHeader {
    static constexpr std::size_t kSize = 64;

    std::uint64_t salt = 0;
    std::uint64_t inode = 0;
    ByteCount oldSize = 0;
    ByteCount newSize = 0;
    std::uint64_t recordCount = 0;

    friend bool operator==(const JournalHeader&, const JournalHeader&) = default;
};

inline constexpr std::size_t kJournalRecordHeader = 16;
inline constexpr std::size_t kJournalRecordMax = 4096;

void appendJournalHeader(const JournalHeader& header, std::vector<std::byte>& out);
void appendJournalRecord(std::uint64_t salt, ByteOffset offset, std::span<const std::byte> bytes,
                         std::vector<std::byte>& out);

/// The header, when it checks. Malformed otherwise; ReadFailed and the like when the system refuses.
[[nodiscard]] Result<JournalHeader> readJournalHeader(OpenFile& journal);

/// Calls `visit(offset, bytes)` for each record until it returns an error, which is then returned. Malformed
/// when a record does not check, records are missing, or something follows them.
[[nodiscard]] Status forEachJournalRecord(
    OpenFile& journal, const JournalHeader& header,
    const std::function<Status(ByteOffset, std::span<const std::byte>)>& visit);

}  // namespace octavo
