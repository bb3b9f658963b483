#include "core/save/journal_format.h"

#include <algorithm>
#include <array>
#include <zlib.h>

#include "core/base/byte_order.h"

namespace octavo {

namespace {

constexpr std::array<char, 8> kMagic{'O', 'c', 't', 'a', 'v', 'o', 'U', 'J'};
constexpr std::uint32_t kVersion = 1;

template <typename T>
void put(T value, std::vector<std::byte>& out) {
    std::array<std::byte, sizeof(T)> bytes{};
    storeUnsigned(value, std::span<std::byte>(bytes), ByteOrder::Little);
    out.insert(out.end(), bytes.begin(), bytes.end());
}

/// Takes numbers off the front of some bytes that are known to be enough.
class Reader {
public:
    explicit Reader(std::span<const std::byte> bytes) : bytes_(bytes) {}
    template <typename T>
    T take() {
        const T value = loadUnsigned<T>(bytes_.first(sizeof(T)), ByteOrder::Little);
        bytes_ = bytes_.subspan(sizeof(T));
        return value;
    }

private:
    std::span<const std::byte> bytes_;
};

std::uint32_t crcOf(std::span<const std::byte> bytes, std::uint32_t seed = 0) {
    return static_cast<std::uint32_t>(
        ::crc32_z(seed, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size()));  // zlib's own byte type
}

std::uint32_t recordCrc(std::uint64_t salt, ByteOffset offset, std::span<const std::byte> bytes) {
    std::vector<std::byte> prefix;
    put(salt, prefix);
    put(offset, prefix);
    put(static_cast<std::uint32_t>(bytes.size()), prefix);
    return crcOf(bytes, crcOf(prefix));
}

}  // namespace

void appendJournalHeader(const JournalHeader& header, std::vector<std::byte>& out) {
    std::vector<std::byte> bytes;
    bytes.reserve(JournalHeader::kSize);
    std::ranges::transform(kMagic, std::back_inserter(bytes),
                           [](char c) { return static_cast<std::byte>(c); });
    put(kVersion, bytes);
    put(static_cast<std::uint32_t>(kJournalRecordMax), bytes);
    put(header.salt, bytes);
    put(header.inode, bytes);
    put(header.oldSize, bytes);
    put(header.newSize, bytes);
    put(header.recordCount, bytes);
    put(std::uint32_t{0}, bytes);
    put(crcOf(bytes), bytes);
    OCTAVO_EXPECTS(bytes.size() == JournalHeader::kSize);
    out.insert(out.end(), bytes.begin(), bytes.end());
}

void appendJournalRecord(std::uint64_t salt, ByteOffset offset, std::span<const std::byte> bytes,
                         std::vector<std::byte>& out) {
    OCTAVO_EXPECTS(!bytes.empty() && bytes.size() <= kJournalRecordMax);
    put(offset, out);
    put(static_cast<std::uint32_t>(bytes.size()), out);
    put(recordCrc(salt, offset, bytes), out);
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
    const auto crc = Reader(std::span(bytes).last(4)).take<std::uint32_t>();
    if (*count < bytes.size() || !hasMagic || crc != crcOf(checked))
        return failAt(ErrorCode::Malformed, 0, journal.path());
    Reader reader(std::span<const std::byte>(bytes).subspan(kMagic.size()));
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
    for (std::uint64_t i = 0; i <= header.recordCount; ++i) {
        const Result<std::size_t> count = journal.readUpTo(at, buffer);
        if (!count)
            return fail(count.error());
        if (i == header.recordCount)
            return *count == 0 ? Status{} : failAt(ErrorCode::Malformed, at, journal.path());
        if (*count <= kJournalRecordHeader)
            return failAt(ErrorCode::Malformed, at, journal.path());
        Reader reader(buffer);
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
    return {};
}

}  // namespace octavo
