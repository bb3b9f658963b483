#include "core/save/edit_log_format.h"

#include <algorithm>
#include <array>

#include "core/save/little_endian.h"

namespace octavo {

namespace {

constexpr std::array<char, 8> kMagic{'O', 'c', 't', 'a', 'v', 'o', 'E', 'L'};
constexpr std::size_t kHeaderSize = 24;
constexpr std::size_t kCrcSize = 4;
constexpr std::size_t kReadStep = std::size_t{1} << 20;

}  // namespace

// Encoding

LogEncoder::LogEncoder(std::uint64_t salt, LogPurpose purpose) : purpose_(purpose) {
    std::ranges::transform(kMagic, std::back_inserter(out_),
                           [](char c) { return static_cast<std::byte>(c); });
    putLittle(static_cast<std::uint32_t>(purpose), out_);
    putLittle(salt, out_);
    chain_ = crc32Of(out_);
    putLittle(chain_, out_);
    OCTAVO_EXPECTS(out_.size() == kHeaderSize);
}

void LogEncoder::add(const LogRecord& record) {
    OCTAVO_EXPECTS(mayBeIn(purpose_, record));
    payload_.clear();
    putRecord(record, payload_);
    addFrame();
}

void LogEncoder::addBytes(LogSourceId id, ByteOffset at, std::span<const std::byte> bytes) {
    payload_.clear();
    putLogBytes(id, at, bytes, payload_);
    addFrame();
}

void LogEncoder::addFrame() {
    OCTAVO_EXPECTS(payload_.size() <= kLogPayloadMax);
    putLogNumber(payload_.size(), out_);
    out_.insert(out_.end(), payload_.begin(), payload_.end());
    chain_ = crc32Of(payload_, chain_);
    putLittle(chain_, out_);
}

// Decoding

Result<LogDecoder> LogDecoder::open(OpenFile& file) {
    LogDecoder decoder(file);
    if (Status filled = decoder.fill(); !filled)
        return fail(filled.error());
    const auto start = std::span<const std::byte>(decoder.buffer_);
    if (start.size() < kHeaderSize ||
        !std::equal(kMagic.begin(), kMagic.end(), start.begin(),
                    [](char c, std::byte b) { return static_cast<std::byte>(c) == b; }))
        return fail(ErrorCode::NotFound, file.path());
    const auto header = start.first(kHeaderSize);
    decoder.chain_ = crc32Of(header.first(kHeaderSize - kCrcSize));
    if (decoder.chain_ != loadUnsigned<std::uint32_t>(header.last(kCrcSize), ByteOrder::Little))
        return failAt(ErrorCode::Malformed, 0, file.path());
    decoder.purpose_ = static_cast<LogPurpose>(
        loadUnsigned<std::uint32_t>(header.subspan(kMagic.size(), 4), ByteOrder::Little));
    if (decoder.purpose_ != LogPurpose::Edits && decoder.purpose_ != LogPurpose::Kept)
        return failAt(ErrorCode::Unsupported, 0, file.path());
    decoder.used_ = kHeaderSize;
    return decoder;
}

Status LogDecoder::fill() {
    constexpr std::size_t kFrameMax = kLogPayloadMax + 16;
    if (isAtEnd_ || buffer_.size() - used_ >= kFrameMax)
        return {};
    buffer_.erase(buffer_.begin(), buffer_.begin() + static_cast<std::ptrdiff_t>(used_));
    bufferBegin_ += used_;
    used_ = 0;
    const std::size_t kept = buffer_.size();
    buffer_.resize(kept + kReadStep);
    const auto count = file_->readUpTo(bufferBegin_ + kept, std::span(buffer_).subspan(kept));
    buffer_.resize(kept + count.value_or(0));
    isAtEnd_ = count.value_or(0) < kReadStep;
    return count ? Status{} : fail(count.error());
}

Result<std::optional<LogRecord>> LogDecoder::next() {
    if (hasDamage_)
        return std::nullopt;
    if (Status filled = fill(); !filled)
        return fail(filled.error());
    const auto rest = std::span<const std::byte>(buffer_).subspan(used_);
    if (rest.empty())
        return std::nullopt;
    hasDamage_ = true;  // until the record is found to be whole
    auto after = rest;
    const auto length = static_cast<std::size_t>(takeLogNumber(after, kLogPayloadMax).value_or(0));
    if (length == 0 || after.size() < length + kCrcSize)
        return std::nullopt;
    const std::size_t begin = rest.size() - after.size();
    const auto payload = rest.subspan(begin, length);
    const std::uint32_t chain = crc32Of(payload, chain_);
    if (chain != loadUnsigned<std::uint32_t>(rest.subspan(begin + length, kCrcSize), ByteOrder::Little))
        return std::nullopt;
    std::optional<LogRecord> record = takeRecord(payload, bufferBegin_ + used_ + begin);
    if (!record || !mayBeIn(purpose_, *record))
        return std::nullopt;
    chain_ = chain;
    used_ += begin + length + kCrcSize;
    hasDamage_ = false;
    return record;
}

}  // namespace octavo
