// Hostile undo journals: a file is rolled back exactly as the journal says when all of it checks, and else
// left alone.

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <optional>
#include <vector>
#include <zlib.h>

#include "core/save/journal_file.h"
#include "core/save/journal_format.h"
#include "core/save/journal_recovery.h"
#include "core/save/undo_journal.h"
#include "tests/fuzz/fuzz_target.h"
#include "tests/support/faulty_file_system.h"
#include "tests/support/save_world.h"

namespace octavo::fuzz {

namespace {

/// The real file system, but what is synced need not reach the disk.
class HastyFileSystem final : public test::FaultyFileSystem {
public:
    HastyFileSystem(FileSystem& inner, std::size_t mostBytes)
        : FaultyFileSystem(inner, {.mostBytes = mostBytes, .isInterrupted = mostBytes < 100}) {}
    [[nodiscard]] Status sync(FileHandle) override { return {}; }
};

template <typename Number>
Number numberAt(std::span<const std::byte> bytes, std::size_t at) {
    Number number = 0;
    std::memcpy(&number, bytes.data() + at, sizeof number);  // little-endian, as the machines we run on
    return number;
}

std::uint32_t crcOf(std::span<const std::byte> bytes, std::uint32_t seed = 0) {
    return static_cast<std::uint32_t>(
        ::crc32(seed, reinterpret_cast<const Bytef*>(bytes.data()), static_cast<uInt>(bytes.size())));
}

struct Expected {
    JournalRecovery outcome = JournalRecovery::RemovedIncomplete;
    std::optional<ErrorCode> error{};
    Bytes content;
};

/// What undo_journal.h says about these bytes, read as plainly as possible.
Expected expectedOf(std::span<const std::byte> journal, std::uint64_t inode, const Bytes& file) {
    Expected result{.content = file};
    constexpr std::size_t kHeader = 64;
    if (journal.size() < kHeader || std::memcmp(journal.data(), "OctavoUJ", 8) != 0 ||
        numberAt<std::uint32_t>(journal, 60) != crcOf(journal.first(60)))
        return result;
    if (numberAt<std::uint32_t>(journal, 8) != 1 || numberAt<std::uint32_t>(journal, 12) != 4096) {
        result.error = ErrorCode::Unsupported;
        return result;
    }
    const auto oldSize = numberAt<std::uint64_t>(journal, 32);
    const auto newSize = numberAt<std::uint64_t>(journal, 40);
    const auto records = numberAt<std::uint64_t>(journal, 48);
    if (oldSize > kMaxDocumentSize || newSize > kMaxDocumentSize)
        return result;
    Bytes content = file;
    std::size_t at = kHeader;
    for (std::uint64_t i = 0; i < records; ++i) {
        if (journal.size() - at <= 16)
            return result;
        const auto offset = numberAt<std::uint64_t>(journal, at);
        const auto length = numberAt<std::uint32_t>(journal, at + 8);
        if (length == 0 || length > 4096 || length > journal.size() - at - 16 || offset > oldSize ||
            length > oldSize - offset)
            return result;
        const auto bytes = journal.subspan(at + 16, length);
        Bytes checked(journal.begin() + 16, journal.begin() + 24);  // the salt
        checked.insert(checked.end(), journal.begin() + static_cast<std::ptrdiff_t>(at),
                       journal.begin() + static_cast<std::ptrdiff_t>(at + 12));
        if (numberAt<std::uint32_t>(journal, at + 12) != crcOf(bytes, crcOf(checked)))
            return result;
        if (oldSize < 1 << 20) {
            content.resize(std::max<std::size_t>(content.size(), offset + length));
            std::copy(bytes.begin(), bytes.end(), content.begin() + static_cast<std::ptrdiff_t>(offset));
        }
        at += 16 + length;
    }
    if (at != journal.size())
        return result;
    if (numberAt<std::uint64_t>(journal, 24) != inode) {
        result.outcome = JournalRecovery::RemovedForeign;
    } else if (file.size() < std::min(oldSize, newSize) || file.size() > std::max(oldSize, newSize)) {
        result.error = ErrorCode::ChangedOnDisk;
    } else {
        result.outcome = JournalRecovery::RolledBack;
        content.resize(oldSize);
        result.content = content;
    }
    return result;
}

/// A journal whose checks hold, with whatever else the input says; now and then one byte is off.
Bytes journalFrom(InputReader& input, std::uint64_t inode, ByteCount fileSize) {
    const auto style = input.take<std::uint8_t>();
    JournalHeader header{.salt = input.take<std::uint8_t>(),
                         .inode = (style & 1) != 0 ? inode + 1 : inode,
                         .oldSize = (fileSize + input.take<std::uint16_t>()) % (64 * 1024),
                         .newSize = (style & 2) != 0 ? input.take<std::uint64_t>() : fileSize,
                         .recordCount = 0};
    Bytes records;
    for (int i = input.take<std::uint8_t>() % 16; i > 0; --i) {
        const std::uint64_t offset =
            (style & 4) != 0 ? input.take<std::uint64_t>() : input.take<std::uint16_t>();
        const auto bytes = input.takeBytes(1 + input.take<std::uint16_t>() % kJournalRecordMax);
        if (bytes.empty())
            break;
        appendJournalRecord(header.salt, offset, bytes, records);
        ++header.recordCount;
    }
    header.recordCount += (style & 8) != 0 ? input.take<std::uint64_t>() : 0;
    Bytes journal;
    appendJournalHeader(header, journal);
    journal.insert(journal.end(), records.begin(), records.end());
    if ((style & 16) != 0)
        journal[input.take<std::uint16_t>() % journal.size()] ^= std::byte{0x20};
    if ((style & 32) != 0)
        journal.resize(input.take<std::uint16_t>() % journal.size());
    return journal;
}

}  // namespace

void tryInput(std::span<const std::byte> input) {
    static const test::TemporaryDirectory directory;
    static PosixFileSystem disk;
    InputReader reader(input);
    const auto style = reader.take<std::uint8_t>();
    const Bytes before = test::noise(reader.take<std::uint16_t>() % 9000);
    const std::string path = directory.write("file", before);
    const std::uint64_t inode = disk.status(path).value().identity.inode;
    Bytes journal;
    if ((style & 1) != 0) {
        const auto rest = reader.takeBytes(input.size());
        journal.assign(rest.begin(), rest.end());
    } else {
        journal = journalFrom(reader, inode, before.size());
    }
    directory.write(".file.octavo-undo", journal);

    const Expected expected = expectedOf(journal, inode, before);
    HastyFileSystem fileSystem(disk, (style & 2) != 0 ? 1 + (style >> 4) : 1 << 20);
    const auto outcome = recoverJournal(path, fileSystem);
    require(outcome.has_value() == !expected.error.has_value());
    require(outcome ? *outcome == expected.outcome : outcome.error().code == *expected.error);
    require(test::contentOf(path) == expected.content);
    require(std::filesystem::exists(directory.file(".file.octavo-undo")) == !outcome.has_value());
    if (!outcome)  // what stays is as it was
        require(test::contentOf(directory.file(".file.octavo-undo")) == journal);
}

}  // namespace octavo::fuzz
