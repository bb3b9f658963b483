#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/save/journal_format.h"
#include "core/save/open_file.h"

namespace octavo {

/// The old content of every block that an in-place save is about to overwrite, so that the save can be taken
/// back after a crash. One thread.
///
/// The plan:
///  1. create() makes the journal exclusively and locks it; keep() appends old blocks; commit() syncs the
///  journal
///     and its directory. Until then the file is untouched and an incomplete journal means nothing.
///  2. The save writes the file and syncs it.
///  3. discard() removes the journal and syncs the directory: the save has happened. Or rollBack() puts the
///  old
///     blocks and the old length back.
///
/// Format, integers little-endian. Header, 64 bytes: "OctavoUJ", version u32 = 1, block size u32, salt u64,
/// inode u64, old size u64, new size u64, record count u64, reserved u32, CRC-32 u32 of what is before it.
/// Then the records: offset u64, length u32, CRC-32 u32 (of salt, offset, length and bytes), bytes. The
/// journal is complete when the header and all its records check and nothing follows. The salt keeps blocks
/// of an earlier journal, resurfacing after a power cut, from being taken for records of this one.
class UndoJournal {
public:
    struct Subject {
        std::string journal;  ///< where it is made
        std::uint64_t inode = 0;
        ByteCount oldSize = 0;
        ByteCount newSize = 0;
        std::uint64_t recordCount = 0;  ///< how many times keep() will be called
    };

    /// Errors: Busy (systemCode EEXIST) when a journal is there already, and what creating a file may return.
    [[nodiscard]] static Result<UndoJournal> create(FileSystem& fileSystem, const Subject& subject);

    /// REQUIRES: bytes not empty, at most kRecordMax; no more than subject.recordCount calls.
    [[nodiscard]] Status keep(ByteOffset offset, std::span<const std::byte> bytes);
    static constexpr std::size_t kRecordMax = 4096;

    /// From now on the file may be written. REQUIRES: subject.recordCount records were kept.
    [[nodiscard]] Status commit();
    /// The file's new bytes are on the disk: forget the old ones, by removing the journal or, where that
    /// fails, by emptying it. Durable once the directory is synced. On failure the journal still stands.
    [[nodiscard]] Status remove();
    /// Puts the old bytes back into `file`, syncs it and removes the journal. On failure the journal stays.
    [[nodiscard]] Status rollBack(OpenFile& file);
    /// Removes a journal that was not committed.
    void abandon();

    [[nodiscard]] const std::string& path() const { return file_.path(); }

private:
    UndoJournal(OpenFile file, const Subject& subject);
    [[nodiscard]] Status flush();

    OpenFile file_;
    Subject subject_;
    std::uint64_t salt_ = 0;
    std::uint64_t kept_ = 0;
    ByteOffset end_ = 0;
    std::vector<std::byte> pending_;
};

/// The header of a journal all of whose records check. Malformed when the journal is incomplete.
[[nodiscard]] Result<JournalHeader> readCompleteJournal(OpenFile& journal);

/// Puts the old blocks and length back and makes that durable. REQUIRES: the journal is complete.
[[nodiscard]] Status playBack(OpenFile& journal, const JournalHeader& header, OpenFile& file);

}  // namespace octavo
