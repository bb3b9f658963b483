#include "core/save/rewrite_format.h"

#include <algorithm>

#include "core/save/little_endian.h"

namespace octavo {

namespace {

constexpr std::array<char, 8> kMagic{'O', 'c', 't', 'a', 'v', 'o', 'R', 'J'};
constexpr std::uint32_t kVersion = 1;
constexpr ByteCount kSlotHeader = 4096;
constexpr std::size_t kSlotNumbers = 16;
constexpr ByteCount kSlotAlignment = 4096;
constexpr std::size_t kCrcSize = 4;
constexpr std::size_t kPartsAtOnce = 2048;
constexpr std::uint32_t kFromPayload = 1;
constexpr std::uint32_t kEndsStep = 2;
/// Larger claims are nonsense, and smaller ones keep all arithmetic on offsets within 64 bits.
constexpr std::uint64_t kCountMax = std::uint64_t{1} << 48;
constexpr ByteCount kPayloadMax = ByteCount{1} << 60;

ByteOffset alignedUp(ByteOffset offset) {
    return (offset + kSlotAlignment - 1) / kSlotAlignment * kSlotAlignment;
}

std::uint32_t partCrc(const RewriteHeader& header, std::uint64_t index, const RewritePart& part,
                      std::uint32_t flags) {
    return crc32OfNumbers(header.salt, index, part.at, part.source, part.length, flags);
}

std::uint32_t slotSeed(const RewriteHeader& header, std::uint64_t step, std::uint32_t length) {
    return crc32OfNumbers(header.salt, step, length);
}

/// The numbers of a slot, when it checks.
struct Slot {
    std::uint64_t step = 0;
    std::uint32_t length = 0;
};

Result<std::optional<Slot>> checkedSlot(OpenFile& journal, const RewriteHeader& header, std::uint64_t which) {
    std::array<std::byte, kSlotNumbers> numbers{};
    const Result<std::size_t> count = journal.readUpTo(header.slotAt(which), numbers);
    if (!count)
        return fail(count.error());
    LittleReader reader(numbers);
    const Slot slot{reader.take<std::uint64_t>(), reader.take<std::uint32_t>()};
    const auto crc = reader.take<std::uint32_t>();
    const bool isPossible = *count == numbers.size() && slot.step % 2 == which &&
                            slot.step <= header.stepCount && slot.length <= header.stepSize &&
                            (slot.length == 0) == (slot.step == header.stepCount);
    if (!isPossible)
        return std::nullopt;
    std::uint32_t computed = slotSeed(header, slot.step, slot.length);
    std::vector<std::byte> block(std::min<std::size_t>(slot.length, std::size_t{1} << 20));
    for (ByteCount done = 0; done < slot.length; done += block.size()) {
        block.resize(std::min<std::size_t>(block.size(), slot.length - done));
        const Result<std::size_t> got = journal.readUpTo(header.slotAt(which) + kSlotHeader + done, block);
        if (!got)
            return fail(got.error());
        if (*got < block.size())
            return std::nullopt;
        computed = crc32Of(block, computed);
    }
    return computed == crc ? std::optional(slot) : std::nullopt;
}

}  // namespace

ByteOffset RewriteHeader::payloadAt() const {
    return kSize + partCount * kRewritePartSize;
}

ByteOffset RewriteHeader::slotAt(std::uint64_t step) const {
    const std::uint64_t chunks = (payloadSize + kPayloadChunk - 1) / kPayloadChunk;
    const ByteOffset first = alignedUp(payloadAt() + payloadSize + chunks * kCrcSize);
    return first + (step % 2) * (kSlotHeader + alignedUp(stepSize));
}

ByteOffset RewriteHeader::end() const {
    return slotAt(1) + kSlotHeader + alignedUp(stepSize);
}

Result<bool> isRewriteJournal(OpenFile& journal) {
    std::array<std::byte, kMagic.size()> bytes{};
    const Result<std::size_t> count = journal.readUpTo(0, bytes);
    if (!count)
        return fail(count.error());
    return std::equal(kMagic.begin(), kMagic.end(), bytes.begin(),
                      [](char c, std::byte b) { return static_cast<std::byte>(c) == b; });
}

void appendRewriteHeader(const RewriteHeader& header, std::vector<std::byte>& out) {
    std::vector<std::byte> bytes;
    std::ranges::transform(kMagic, std::back_inserter(bytes),
                           [](char c) { return static_cast<std::byte>(c); });
    putLittle(kVersion, bytes);
    putLittle(header.stepSize, bytes);
    putLittle(header.salt, bytes);
    putLittle(header.inode, bytes);
    putLittle(header.oldSize, bytes);
    putLittle(header.newSize, bytes);
    putLittle(header.partCount, bytes);
    putLittle(header.stepCount, bytes);
    putLittle(header.payloadSize, bytes);
    bytes.resize(RewriteHeader::kSize - kCrcSize);
    putLittle(crc32Of(bytes), bytes);
    out.insert(out.end(), bytes.begin(), bytes.end());
}

void appendRewritePart(const RewriteHeader& header, std::uint64_t index, const RewritePart& part,
                       std::vector<std::byte>& out) {
    const std::uint32_t flags = (part.isPayload ? kFromPayload : 0) | (part.endsStep ? kEndsStep : 0);
    putLittle(part.at, out);
    putLittle(part.source, out);
    putLittle(part.length, out);
    putLittle(flags, out);
    putLittle(partCrc(header, index, part, flags), out);
    putLittle(std::uint32_t{0}, out);
}

void appendPayloadChunk(const RewriteHeader& header, std::uint64_t index, std::span<const std::byte> bytes,
                        std::vector<std::byte>& out) {
    OCTAVO_EXPECTS(!bytes.empty() && bytes.size() <= kPayloadChunk);
    putLittle(crc32Of(bytes, crc32OfNumbers(header.salt, index)), out);
    out.insert(out.end(), bytes.begin(), bytes.end());
}

Status writeSlot(OpenFile& journal, const RewriteHeader& header, std::uint64_t step,
                 std::span<const std::byte> bytes) {
    const auto length = static_cast<std::uint32_t>(bytes.size());
    std::vector<std::byte> numbers;
    putLittle(step, numbers);
    putLittle(length, numbers);
    putLittle(crc32Of(bytes, slotSeed(header, step, length)), numbers);
    numbers.resize(kSlotHeader);
    if (Status written = journal.writeAll(header.slotAt(step), numbers); !written)
        return written;
    return journal.writeAll(header.slotAt(step) + kSlotHeader, bytes);
}

Result<RewriteHeader> readRewriteHeader(OpenFile& journal) {
    std::array<std::byte, RewriteHeader::kSize> bytes{};
    const Result<std::size_t> count = journal.readUpTo(0, bytes);
    if (!count)
        return fail(count.error());
    const auto crc = LittleReader(std::span(bytes).last(kCrcSize)).take<std::uint32_t>();
    if (*count < bytes.size() || crc != crc32Of(std::span(bytes).first(bytes.size() - kCrcSize)))
        return failAt(ErrorCode::Malformed, 0, journal.path());
    LittleReader reader(std::span<const std::byte>(bytes).subspan(kMagic.size()));
    if (reader.take<std::uint32_t>() != kVersion)
        return failAt(ErrorCode::Unsupported, 0, journal.path());
    RewriteHeader header;
    header.stepSize = reader.take<std::uint32_t>();
    header.salt = reader.take<std::uint64_t>();
    header.inode = reader.take<std::uint64_t>();
    header.oldSize = reader.take<std::uint64_t>();
    header.newSize = reader.take<std::uint64_t>();
    header.partCount = reader.take<std::uint64_t>();
    header.stepCount = reader.take<std::uint64_t>();
    header.payloadSize = reader.take<std::uint64_t>();
    if (header.stepSize > RewriteHeader::kStepMax || header.oldSize > kMaxDocumentSize ||
        header.newSize > kMaxDocumentSize || header.partCount > kCountMax || header.stepCount > kCountMax ||
        header.payloadSize > kPayloadMax)
        return failAt(ErrorCode::Malformed, 0, journal.path());

    RewritePartReader parts(journal, header);
    std::uint64_t steps = 0;
    bool isComplete = true;
    while (!parts.isAtEnd()) {
        const Result<RewritePart> part = parts.next();
        if (!part)
            return fail(part.error());
        isComplete = part->endsStep;
        steps += isComplete ? 1 : 0;
    }
    if (!isComplete || steps != header.stepCount)
        return failAt(ErrorCode::Malformed, RewriteHeader::kSize, journal.path());
    PayloadReader payload(journal, header);
    std::vector<std::byte> block;
    for (ByteOffset at = 0; at < header.payloadSize; at += block.size()) {
        block.resize(std::min<std::size_t>(kPayloadChunk, header.payloadSize - at));
        if (Status read = payload.read(at, block); !read)
            return fail(read.error());
    }
    return header;
}

Result<std::optional<std::uint64_t>> latestSlot(OpenFile& journal, const RewriteHeader& header) {
    std::optional<std::uint64_t> latest;
    for (const std::uint64_t which : {0, 1}) {
        const Result<std::optional<Slot>> slot = checkedSlot(journal, header, which);
        if (!slot)
            return fail(slot.error());
        if (*slot && (!latest || (*slot)->step > *latest))
            latest = (*slot)->step;
    }
    return latest;
}

Result<std::vector<std::byte>> readSlot(OpenFile& journal, const RewriteHeader& header, std::uint64_t step) {
    const Result<std::optional<Slot>> slot = checkedSlot(journal, header, step % 2);
    if (!slot)
        return fail(slot.error());
    if (!*slot || (*slot)->step != step)
        return failAt(ErrorCode::Malformed, header.slotAt(step), journal.path());
    std::vector<std::byte> bytes((*slot)->length);
    if (Status read = journal.readAll(header.slotAt(step) + kSlotHeader, bytes); !read)
        return fail(read.error());
    return bytes;
}

Status RewritePartReader::fill() {
    const std::uint64_t left = header_.partCount - index_;
    buffer_.resize(std::min<std::uint64_t>(left, kPartsAtOnce) * kRewritePartSize);
    used_ = 0;
    const ByteOffset at = RewriteHeader::kSize + index_ * kRewritePartSize;
    const Result<std::size_t> count = journal_->readUpTo(at, buffer_);
    if (!count)
        return fail(count.error());
    buffer_.resize(*count / kRewritePartSize * kRewritePartSize);
    return buffer_.empty() ? failAt(ErrorCode::Malformed, at, journal_->path()) : Status{};
}

Result<RewritePart> RewritePartReader::next() {
    if (isAtEnd())
        return failAt(ErrorCode::Malformed, header_.payloadAt(), journal_->path());
    if (used_ == buffer_.size()) {
        if (Status filled = fill(); !filled)
            return fail(filled.error());
    }
    LittleReader reader(std::span<const std::byte>(buffer_).subspan(used_, kRewritePartSize));
    RewritePart part{.at = reader.take<std::uint64_t>(),
                     .source = reader.take<std::uint64_t>(),
                     .length = reader.take<std::uint32_t>()};
    const auto flags = reader.take<std::uint32_t>();
    part.isPayload = (flags & kFromPayload) != 0;
    part.endsStep = (flags & kEndsStep) != 0;
    const auto fits = [](ByteOffset offset, ByteCount length, ByteCount size) {
        return offset <= size && length <= size - offset;
    };
    inStep_ += part.length;
    const bool isGood =
        reader.take<std::uint32_t>() == partCrc(header_, index_, part, flags) && part.length > 0 &&
        inStep_ <= header_.stepSize && fits(part.at, part.length, header_.newSize) &&
        fits(part.source, part.length, part.isPayload ? header_.payloadSize : header_.oldSize);
    if (!isGood)
        return failAt(ErrorCode::Malformed, RewriteHeader::kSize + index_ * kRewritePartSize,
                      journal_->path());
    if (part.endsStep)
        inStep_ = 0;
    used_ += kRewritePartSize;
    ++index_;
    return part;
}

Status PayloadReader::load(std::uint64_t chunk) {
    if (loaded_ == chunk)
        return {};
    loaded_.reset();
    const ByteOffset at = chunk * kPayloadChunk;
    chunk_.resize(kCrcSize + std::min<std::size_t>(kPayloadChunk, header_.payloadSize - at));
    const ByteOffset place = header_.payloadAt() + chunk * (kPayloadChunk + kCrcSize);
    const Result<std::size_t> count = journal_->readUpTo(place, chunk_);
    if (!count)
        return fail(count.error());
    const auto crc = LittleReader(chunk_).take<std::uint32_t>();
    const auto bytes = std::span<const std::byte>(chunk_).subspan(kCrcSize);
    if (*count < chunk_.size() || crc != crc32Of(bytes, crc32OfNumbers(header_.salt, chunk)))
        return failAt(ErrorCode::Malformed, place, journal_->path());
    loaded_ = chunk;
    return {};
}

Status PayloadReader::read(ByteOffset at, std::span<std::byte> out) {
    while (!out.empty()) {
        if (Status loaded = load(at / kPayloadChunk); !loaded)
            return loaded;
        const std::size_t inside = at % kPayloadChunk;
        const std::size_t count = std::min(out.size(), chunk_.size() - kCrcSize - inside);
        std::copy_n(chunk_.begin() + static_cast<std::ptrdiff_t>(kCrcSize + inside), count, out.begin());
        out = out.subspan(count);
        at += count;
    }
    return {};
}

}  // namespace octavo
