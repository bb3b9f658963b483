#include "core/save/edit_log_records.h"

#include <algorithm>
#include <limits>

#include "core/base/contracts.h"

namespace octavo {

namespace {

constexpr std::size_t kSamplesMax = 64;

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
        for (unsigned shift = 0; !bytes_.empty(); shift += 7) {
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
    void refuse() { isWhole_ = false; }
    std::string text() {
        const auto taken = bytes(kLogTextMax);
        return {reinterpret_cast<const char*>(taken.data()), taken.size()};
    }

private:
    std::span<const std::byte> bytes_;
    bool isWhole_ = true;
};

constexpr std::uint64_t kIdMax = std::numeric_limits<LogSourceId>::max();

std::uint32_t takeId(Taker& from) {
    return static_cast<std::uint32_t>(from.number(kIdMax));
}

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
        piece.source = takeId(from);
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
    void operator()(const LogBeginning& /*beginning*/) const {}
    void operator()(const LogContent& content) const { putNumber(content.crc, out); }
    void operator()(const LogRedo& redo) const { putNumber(redo.state, out); }
    void operator()(const LogNote& note) const {
        putNumber(note.state, out);
        putNumber(note.seconds, out);
        putText(note.name, out);
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

/// All but where they lie in the file.
LogBytes takeBytes(Taker& from) {
    LogBytes bytes;
    bytes.id = takeId(from);
    bytes.at = from.number(kMaxDocumentSize - kLogBytesMax);
    bytes.length = from.bytes(kLogBytesMax).size();
    return bytes;
}

LogPattern takePattern(Taker& from) {
    LogPattern pattern;
    pattern.id = takeId(from);
    pattern.size = from.number(kMaxDocumentSize);
    const auto bytes = from.bytes(kLogBytesMax);
    pattern.pattern.assign(bytes.begin(), bytes.end());
    if (bytes.empty())
        from.refuse();
    return pattern;
}

LogRandom takeRandom(Taker& from) {
    LogRandom random;
    random.id = takeId(from);
    random.seed = from.number();
    random.size = from.number(kMaxDocumentSize);
    return random;
}

LogFile takeFile(Taker& from) {
    LogFile file;
    file.id = takeId(from);
    file.path = from.text();
    file.identity = takeIdentity(from);
    return file;
}

LogSave takeSave(Taker& from) {
    LogSave save;
    save.hasBegun = from.number(1) == 1;
    save.state = takeId(from);
    return save;
}

LogNote takeNote(Taker& from) {
    LogNote note;
    note.state = takeId(from);
    note.seconds = static_cast<std::uint32_t>(from.number(std::numeric_limits<std::uint32_t>::max()));
    note.name = from.text();
    return note;
}

/// What follows the tag.
std::optional<LogRecord> takeTagged(std::uint64_t tag, Taker& from) {
    switch (tag) {
        case tagOf<LogBase>():
            return takeBase(from);
        case tagOf<LogReady>():
            return LogReady{};
        case tagOf<LogBaseCopy>():
            return LogBaseCopy{takeId(from)};
        case tagOf<LogPattern>():
            return takePattern(from);
        case tagOf<LogRandom>():
            return takeRandom(from);
        case tagOf<LogFile>():
            return takeFile(from);
        case tagOf<LogBytes>():
            return takeBytes(from);
        case tagOf<LogPieces>():
            return LogPieces{takePieces(from)};
        case tagOf<LogSplice>():
            return takeSplice(from);
        case tagOf<LogMove>():
            return LogMove{takeId(from)};
        case tagOf<LogSave>():
            return takeSave(from);
        case tagOf<LogBeginning>():
            return LogBeginning{};
        case tagOf<LogContent>():
            return LogContent{takeId(from)};
        case tagOf<LogRedo>():
            return LogRedo{takeId(from)};
        case tagOf<LogNote>():
            return takeNote(from);
        default:
            return std::nullopt;
    }
}

}  // namespace

void putRecord(const LogRecord& record, std::vector<std::byte>& out) {
    putNumber(record.index(), out);
    std::visit(Putter{out}, record);
}

void putLogBytes(LogSourceId id, ByteOffset at, std::span<const std::byte> bytes,
                 std::vector<std::byte>& out) {
    OCTAVO_EXPECTS(!bytes.empty() && bytes.size() <= kLogBytesMax);
    putNumber(tagOf<LogBytes>(), out);
    putNumber(id, out);
    putNumber(at, out);
    putBytes(bytes, out);
}

std::optional<LogRecord> takeRecord(std::span<const std::byte> payload, ByteOffset inFile) {
    Taker from(payload);
    const std::uint64_t tag = from.number();
    std::optional<LogRecord> record = takeTagged(tag, from);
    if (!from.isWhole() || from.left() != 0)
        return std::nullopt;
    if (record) {
        if (auto* bytes = std::get_if<LogBytes>(&*record))
            bytes->inFile = inFile + payload.size() - bytes->length;
    }
    return record;
}

std::optional<std::uint64_t> takeLogNumber(std::span<const std::byte>& bytes, std::uint64_t most) {
    Taker from(bytes);
    const std::uint64_t number = from.number(most);
    bytes = bytes.last(from.left());
    return from.isWhole() ? std::optional(number) : std::nullopt;
}

void putLogNumber(std::uint64_t value, std::vector<std::byte>& out) {
    putNumber(value, out);
}

bool mayBeIn(LogPurpose purpose, const LogRecord& record) {
    if (purpose == LogPurpose::Edits)
        return record.index() <= tagOf<LogSave>();
    return !std::holds_alternative<LogFile>(record) && !std::holds_alternative<LogSave>(record);
}

}  // namespace octavo
