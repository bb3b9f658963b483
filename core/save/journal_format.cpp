#include "core/save/journal_format.h"

#include <algorithm>
#include <array>

#include "core/save/little_endian.h"

namespace octavo {

namespace {

constexpr std::array<char, 8> kMagic{'O', 'c', 't', 'a', 'v', 'o', 'U', 'J'};
constexpr std::uint32_t kVersion = 1;

std::uint32_t recordCrc(std::uint64_t salt, ByteOffset offset, std::span<const std::byte> bytes) {
    return crc32Of(bytes, crc32OfNumbers(salt, offset, static_cast<std::uint32_t>(bytes.size())));
}

}  // namespace

void appendJournalHeader(const JournalHeader& header, std::vector<std::byte>& out) {
    std::vector<std::byte> bytes;
    bytes.reserve(JournalHeader::kSize);
    std::ranges::transform(kMagic, std::back_inserter(bytes),
                           [](char c) { return static_cast<std::byte>(c); });
    putLittle(kVersion, bytes);
    putLittle(static_cast<std::uint32_t>(kJournalRecordMax), bytes);
    putLittle(header.salt, bytes);
    putLittle(header.inode, bytes);
    putLittle(header.oldSize, bytes);
    putLittle(header.newSize, bytes);
    putLittle(header.recordCount, bytes);
    putLittle(std::uint32_t{0}, bytes);
    putLittle(crc32Of(bytes), bytes);
    OCTAVO_EXPECTS(bytes.size() == JournalHeader::kSize);
    out.insert(out.end(), bytes.begin(), bytes.end());
}

void appendJournalRecord(std::uint64_t salt, ByteOffset offset, std::span<const std::byte> bytes,
                         std::vector<std::byte>& out) {
    OCTAVO_EXPECTS(!bytes.empty() && bytes.size() <= kJournalRecordMax);
    putLittle(offset, out);
    putLittle(static_cast<std::uint32_t>(bytes.size()), out);
    putLittle(recordCrc(salt, offset, bytes), out);
    out.insert(out.end(), bytes.begin(), bytes.end());
}

Result<JournalHeader> readJournalHeader(OpenFile& journal) {
    std::array<std::byte, JournalHeader::kSize> bytes{};
    const Result<std::size_t> count = journal.readUpTo(0, bytes);
    if (!count)
        return fail(count.error());
    const bool hasMagic = std::equal(kMagic.begin(), kMagic.end(), bytes.begin(),
                                     [](char c, std::byte b) { return static_cast<std::byte>(c) == b; });
    const std::span<const std::byte> checked = std::span(bytes).first(bytes.size() - 4);
    const auto crc = LittleReader(std::span(bytes).last(4)).take<std::uint32_t>();
    if (*count < bytes.size() || !hasMagic || crc != crc32Of(checked))
        return failAt(ErrorCode::Malformed, 0, journal.path());
    LittleReader reader(std::span<const std::byte>(bytes).subspan(kMagic.size()));
    if (reader.take<std::uint32_t>() != kVersion || reader.take<std::uint32_t>() != kJournalRecordMax)
        return failAt(ErrorCode::Unsupported, 0, journal.path());
    JournalHeader header;
    header.salt = reader.take<std::uint64_t>();
    header.inode = reader.take<std::uint64_t>();
    header.oldSize = reader.take<std::uint64_t>();
    header.newSize = reader.take<std::uint64_t>();
    header.recordCount = reader.take<std::uint64_t>();
    if (header.oldSize > kMaxDocumentSize || header.newSize > kMaxDocumentSize)
        return failAt(ErrorCode::Malformed, 0, journal.path());
    return header;
}

Status forEachJournalRecord(OpenFile& journal, const JournalHeader& header,
                            const std::function<Status(ByteOffset, std::span<const std::byte>)>& visit) {
    std::array<std::byte, kJournalRecordHeader + kJournalRecordMax> buffer{};
    ByteOffset at = JournalHeader::kSize;
    for (std::uint64_t i = 0;; ++i) {
        const Result<std::size_t> count = journal.readUpTo(at, buffer);
        if (!count)
            return fail(count.error());
        if (i == header.recordCount)
            return *count == 0 ? Status{} : failAt(ErrorCode::Malformed, at, journal.path());
        if (*count <= kJournalRecordHeader)
            return failAt(ErrorCode::Malformed, at, journal.path());
        LittleReader reader(buffer);
        const auto offset = reader.take<std::uint64_t>();
        const auto length = reader.take<std::uint32_t>();
        const auto crc = reader.take<std::uint32_t>();
        if (length == 0 || length > *count - kJournalRecordHeader || offset > header.oldSize ||
            length > header.oldSize - offset)
            return failAt(ErrorCode::Malformed, at, journal.path());
        const auto bytes = std::span<const std::byte>(buffer).subspan(kJournalRecordHeader, length);
        if (crc != recordCrc(header.salt, offset, bytes))
            return failAt(ErrorCode::Malformed, at, journal.path());
        if (Status visited = visit(offset, bytes); !visited)
            return visited;
        at += kJournalRecordHeader + length;
    }
}

}  // namespace octavo
