#include "core/save/edit_log_format.h"

#include <algorithm>
#include <array>
#include <zlib.h>

#include "core/base/byte_order.h"

namespace octavo {

namespace {

constexpr std::array<char, 8> kMagic{'O', 'c', 't', 'a', 'v', 'o', 'E', 'L'};
constexpr std::uint32_t kVersion = 1;
constexpr std::size_t kHeaderSize = 24;
constexpr std::size_t kCrcSize = 4;
constexpr std::size_t kReadStep = std::size_t{1} << 20;
constexpr std::size_t kTextMax = std::size_t{64} << 10;
constexpr std::size_t kSamplesMax = 64;
/// No payload is longer: bytes or a pattern at their most, and their numbers.
constexpr std::size_t kPayloadMax = std::size_t{128} << 10;

std::uint32_t crcOf(std::span<const std::byte> bytes, std::uint32_t seed = 0) {
    return static_cast<std::uint32_t>(
        ::crc32_z(seed, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size()));  // zlib's own byte type
}

template <typename T>
void putFixed(T value, std::vector<std::byte>& out) {
    std::array<std::byte, sizeof(T)> bytes{};
    storeUnsigned(value, std::span<std::byte>(bytes), ByteOrder::Little);
    out.insert(out.end(), bytes.begin(), bytes.end());
}

void putNumber(std::uint64_t value, std::vector<std::byte>& out) {
    for (; value >= 0x80; value >>= 7)
        out.push_back(static_cast<std::byte>((value & 0x7F) | 0x80));
    out.push_back(static_cast<std::byte>(value));
}

void putBytes(std::span<const std::byte> bytes, std::vector<std::byte>& out) {
    putNumber(bytes.size(), out);
    out.insert(out.end(), bytes.begin(), bytes.end());
}

void putText(const std::string& text, std::vector<std::byte>& out) {
    putBytes(std::as_bytes(std::span(text)), out);
}

/// Takes numbers and bytes off the front of a payload; once something is missing, `isWhole()` is false and
/// everything taken is 0.
class Taker {
public:
    explicit Taker(std::span<const std::byte> bytes) : bytes_(bytes) {}

    [[nodiscard]] bool isWhole() const { return isWhole_; }
    [[nodiscard]] std::size_t left() const { return bytes_.size(); }

    std::uint64_t number() {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 64; shift += 7) {
            if (bytes_.empty())
                break;
            const auto byte = std::to_integer<std::uint64_t>(bytes_.front());
            bytes_ = bytes_.subspan(1);
            if (shift == 63 && byte > 1)
                break;
            value |= (byte & 0x7F) << shift;
            if (byte < 0x80)
                return value;
        }
        isWhole_ = false;
        return 0;
    }
    /// A number not above `most`.
    std::uint64_t number(std::uint64_t most) {
        const std::uint64_t value = number();
        if (value <= most)
            return value;
        isWhole_ = false;
        return 0;
    }
    std::span<const std::byte> bytes(std::size_t most) {
        const auto count = static_cast<std::size_t>(number(std::min(most, bytes_.size())));
        const auto taken = bytes_.first(std::min(count, bytes_.size()));
        isWhole_ = isWhole_ && taken.size() == count;
        bytes_ = bytes_.subspan(taken.size());
        return taken;
    }
    std::string text() {
        const auto taken = bytes(kTextMax);
        return {reinterpret_cast<const char*>(taken.data()), taken.size()};
    }

private:
    std::span<const std::byte> bytes_;
    bool isWhole_ = true;
};

constexpr std::uint64_t kIdMax = std::numeric_limits<LogSourceId>::max();

// One putter and one taker for each record; the tag is the record's place in the variant.

void putIdentity(const FileIdentity& identity, std::vector<std::byte>& out) {
    putNumber(identity.device, out);
    putNumber(identity.inode, out);
    putNumber(identity.size, out);
    putNumber(static_cast<std::uint64_t>(identity.modifiedNs), out);
    putNumber(static_cast<std::uint64_t>(identity.changedNs), out);
}

FileIdentity takeIdentity(Taker& from) {
    FileIdentity identity;
    identity.device = from.number();
    identity.inode = from.number();
    identity.size = from.number(kMaxDocumentSize);
    identity.modifiedNs = static_cast<std::int64_t>(from.number());
    identity.changedNs = static_cast<std::int64_t>(from.number());
    return identity;
}

void putPieces(const std::vector<LogPiece>& pieces, std::vector<std::byte>& out) {
    OCTAVO_EXPECTS(pieces.size() <= kLogPiecesMax);
    putNumber(pieces.size(), out);
    for (const LogPiece& piece : pieces) {
        putNumber(piece.source, out);
        putNumber(piece.offset, out);
        putNumber(piece.length, out);
    }
}

std::vector<LogPiece> takePieces(Taker& from) {
    std::vector<LogPiece> pieces;
    const std::uint64_t count = from.number(kLogPiecesMax);
    for (std::uint64_t i = 0; i < count && from.isWhole(); ++i) {
        LogPiece piece;
        piece.source = static_cast<LogSourceId>(from.number(kIdMax));
        piece.offset = from.number(kMaxDocumentSize);
        piece.length = from.number(kMaxDocumentSize - piece.offset);
        pieces.push_back(piece);
    }
    return pieces;
}

struct Putter {
    std::vector<std::byte>& out;

    void operator()(const LogBase& base) const {
        putText(base.path, out);
        putText(base.name, out);
        putNumber(base.identity ? 1 : 0, out);
        if (base.identity)
            putIdentity(*base.identity, out);
        putNumber(base.size, out);
        OCTAVO_EXPECTS(base.samples.size() <= kSamplesMax);
        putNumber(base.samples.size(), out);
        for (const ContentSample& sample : base.samples) {
            putNumber(sample.offset, out);
            putNumber(sample.length, out);
            putNumber(sample.crc, out);
        }
        putText(base.replaces, out);
    }
    void operator()(const LogReady& /*ready*/) const {}
    void operator()(const LogBaseCopy& copy) const { putNumber(copy.id, out); }
    void operator()(const LogPattern& pattern) const {
        putNumber(pattern.id, out);
        putNumber(pattern.size, out);
        putBytes(pattern.pattern, out);
    }
    void operator()(const LogRandom& random) const {
        putNumber(random.id, out);
        putNumber(random.seed, out);
        putNumber(random.size, out);
    }
    void operator()(const LogFile& file) const {
        putNumber(file.id, out);
        putText(file.path, out);
        putIdentity(file.identity, out);
    }
    void operator()(const LogBytes& /*bytes*/) const { OCTAVO_EXPECTS(false); }
    void operator()(const LogPieces& pieces) const { putPieces(pieces.pieces, out); }
    void operator()(const LogSplice& splice) const {
        putNumber(splice.offset, out);
        putNumber(splice.removed, out);
        putNumber(static_cast<std::uint64_t>(splice.kind), out);
        putNumber(splice.joinsPrevious ? 1 : 0, out);
        putPieces(splice.pieces, out);
    }
    void operator()(const LogMove& move) const { putNumber(move.state, out); }
    void operator()(const LogSave& save) const {
        putNumber(save.hasBegun ? 1 : 0, out);
        putNumber(save.state, out);
    }
};

LogBase takeBase(Taker& from) {
    LogBase base;
    base.path = from.text();
    base.name = from.text();
    if (from.number(1) == 1)
        base.identity = takeIdentity(from);
    base.size = from.number(kMaxDocumentSize);
    const std::uint64_t count = from.number(kSamplesMax);
    for (std::uint64_t i = 0; i < count && from.isWhole(); ++i) {
        ContentSample sample;
        sample.offset = from.number(kMaxDocumentSize);
        sample.length = static_cast<std::uint32_t>(from.number(ContentSample::kLength));
        sample.crc = static_cast<std::uint32_t>(from.number(std::numeric_limits<std::uint32_t>::max()));
        base.samples.push_back(sample);
    }
    base.replaces = from.text();
    return base;
}

LogSplice takeSplice(Taker& from) {
    LogSplice splice;
    splice.offset = from.number(kMaxDocumentSize);
    splice.removed = from.number(kMaxDocumentSize);
    splice.kind = static_cast<EditKind>(from.number(static_cast<std::uint64_t>(kLastEditKind)));
    splice.joinsPrevious = from.number(1) == 1;
    splice.pieces = takePieces(from);
    return splice;
}

template <typename Record>
constexpr std::uint64_t tagOf() {
    std::uint64_t tag = 0;
    const auto count = [&]<std::size_t... kIndex>(std::index_sequence<kIndex...>) {
        ((tag += std::is_same_v<std::variant_alternative_t<kIndex, LogRecord>, Record> ? kIndex : 0), ...);
    };
    count(std::make_index_sequence<std::variant_size_v<LogRecord>>());
    return tag;
}

/// The record in a payload; `inFile` is where the payload lies. Nothing when it is none.
std::optional<LogRecord> takeRecord(std::span<const std::byte> payload, ByteOffset inFile) {
    Taker from(payload);
    std::optional<LogRecord> record;
    switch (from.number()) {
        case tagOf<LogBase>():
            record = takeBase(from);
            break;
        case tagOf<LogReady>():
            record = LogReady{};
            break;
        case tagOf<LogBaseCopy>():
            record = LogBaseCopy{static_cast<LogSourceId>(from.number(kIdMax))};
            break;
        case tagOf<LogPattern>(): {
            LogPattern pattern;
            pattern.id = static_cast<LogSourceId>(from.number(kIdMax));
            pattern.size = from.number(kMaxDocumentSize);
            const auto bytes = from.bytes(kLogBytesMax);
            pattern.pattern.assign(bytes.begin(), bytes.end());
            if (bytes.empty())
                return std::nullopt;
            record = std::move(pattern);
            break;
        }
        case tagOf<LogRandom>(): {
            LogRandom random;
            random.id = static_cast<LogSourceId>(from.number(kIdMax));
            random.seed = from.number();
            random.size = from.number(kMaxDocumentSize);
            record = random;
            break;
        }
        case tagOf<LogFile>(): {
            LogFile file;
            file.id = static_cast<LogSourceId>(from.number(kIdMax));
            file.path = from.text();
            file.identity = takeIdentity(from);
            record = std::move(file);
            break;
        }
        case tagOf<LogBytes>(): {
            LogBytes bytes;
            bytes.id = static_cast<LogSourceId>(from.number(kIdMax));
            bytes.at = from.number(kMaxDocumentSize - kLogBytesMax);
            bytes.length = from.bytes(kLogBytesMax).size();
            bytes.inFile = inFile + payload.size() - bytes.length;
            record = bytes;
            break;
        }
        case tagOf<LogPieces>():
            record = LogPieces{takePieces(from)};
            break;
        case tagOf<LogSplice>():
            record = takeSplice(from);
            break;
        case tagOf<LogMove>():
            record = LogMove{static_cast<LogState>(from.number(kIdMax))};
            break;
        case tagOf<LogSave>(): {
            LogSave save;
            save.hasBegun = from.number(1) == 1;
            save.state = static_cast<LogState>(from.number(kIdMax));
            record = save;
            break;
        }
        default:
            break;
    }
    return from.isWhole() && from.left() == 0 ? record : std::nullopt;
}

}  // namespace

// Encoding

LogEncoder::LogEncoder(std::uint64_t salt) {
    std::ranges::transform(kMagic, std::back_inserter(out_),
                           [](char c) { return static_cast<std::byte>(c); });
    putFixed(kVersion, out_);
    putFixed(salt, out_);
    chain_ = crcOf(out_);
    putFixed(chain_, out_);
    OCTAVO_EXPECTS(out_.size() == kHeaderSize);
}

void LogEncoder::add(const LogRecord& record) {
    payload_.clear();
    putNumber(record.index(), payload_);
    std::visit(Putter{payload_}, record);
    addFrame();
}

void LogEncoder::addBytes(LogSourceId id, ByteOffset at, std::span<const std::byte> bytes) {
    OCTAVO_EXPECTS(!bytes.empty() && bytes.size() <= kLogBytesMax);
    payload_.clear();
    putNumber(tagOf<LogBytes>(), payload_);
    putNumber(id, payload_);
    putNumber(at, payload_);
    putBytes(bytes, payload_);
    addFrame();
}

void LogEncoder::addFrame() {
    OCTAVO_EXPECTS(payload_.size() <= kPayloadMax);
    putNumber(payload_.size(), out_);
    out_.insert(out_.end(), payload_.begin(), payload_.end());
    chain_ = crcOf(payload_, chain_);
    putFixed(chain_, out_);
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
    decoder.chain_ = crcOf(header.first(kHeaderSize - kCrcSize));
    if (decoder.chain_ != loadUnsigned<std::uint32_t>(header.last(kCrcSize), ByteOrder::Little))
        return failAt(ErrorCode::Malformed, 0, file.path());
    if (loadUnsigned<std::uint32_t>(header.subspan(kMagic.size(), 4), ByteOrder::Little) != kVersion)
        return failAt(ErrorCode::Unsupported, 0, file.path());
    decoder.used_ = kHeaderSize;
    return decoder;
}

Status LogDecoder::fill() {
    constexpr std::size_t kFrameMax = kPayloadMax + 16;
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
    Taker from(rest);
    const auto length = static_cast<std::size_t>(from.number(kPayloadMax));
    if (!from.isWhole() || length == 0 || from.left() < length + kCrcSize)
        return std::nullopt;
    const std::size_t begin = rest.size() - from.left();
    const auto payload = rest.subspan(begin, length);
    const std::uint32_t chain = crcOf(payload, chain_);
    if (chain != loadUnsigned<std::uint32_t>(rest.subspan(begin + length, kCrcSize), ByteOrder::Little))
        return std::nullopt;
    std::optional<LogRecord> record = takeRecord(payload, bufferBegin_ + used_ + begin);
    if (!record)
        return std::nullopt;
    chain_ = chain;
    used_ += begin + length + kCrcSize;
    hasDamage_ = false;
    return record;
}

}  // namespace octavo
