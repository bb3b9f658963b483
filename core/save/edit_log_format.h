#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "core/base/result.h"
#include "core/buffer/edit.h"
#include "core/save/content_evidence.h"
#include "core/save/open_file.h"

namespace octavo {

/// \file The bytes of an edit log; edit_log.h says what one is for. One thread.
///
/// Header, 24 bytes: "OctavoEL", version u32 = 1, salt u64, CRC-32 u32 of what is before it; integers
/// little-endian. Then records: length of the payload (LEB128), payload, CRC-32 u32 of the payload, begun
/// with the CRC of the record before (of the header, for the first). So a record counts only when everything
/// before it is whole, and blocks of another log that resurface after a power cut do not count. A payload is
/// a tag (u8) and then numbers (LEB128), texts (length and bytes) and bytes, as the structs below have them.

/// Names a source of bytes within one log.
using LogSourceId = std::uint32_t;
/// The base, where its bytes lie in their own place.
inline constexpr LogSourceId kLogBase = 0;

/// Names a state of the document within one log: 0 is the base, and each splice makes the next.
using LogState = std::uint32_t;

struct LogPiece {
    LogSourceId source = kLogBase;
    ByteOffset offset = 0;
    ByteCount length = 0;
    friend bool operator==(const LogPiece&, const LogPiece&) = default;
};

/// What the edits were made to. The first record of every log.
struct LogBase {
    std::string path;                      ///< raw bytes, absolute; empty for a document without a file
    std::string name;                      ///< what people call a document without a file, UTF-8
    std::optional<FileIdentity> identity;  ///< of the file when the log began
    ByteCount size = 0;
    std::vector<ContentSample> samples;
    std::string replaces;  ///< the log (its name in the directory) that this one takes the place of, once
                           ///< LogReady follows; or empty
    friend bool operator==(const LogBase&, const LogBase&) = default;
};
/// Everything that the replaced log said is said in this one.
struct LogReady {
    friend bool operator==(const LogReady&, const LogReady&) = default;
};
/// A source with the bytes of the base, which lie in another place.
struct LogBaseCopy {
    LogSourceId id = 0;
    friend bool operator==(const LogBaseCopy&, const LogBaseCopy&) = default;
};
struct LogPattern {
    LogSourceId id = 0;
    ByteCount size = 0;
    std::vector<std::byte> pattern;
    friend bool operator==(const LogPattern&, const LogPattern&) = default;
};
/// RandomSource.
struct LogRandom {
    LogSourceId id = 0;
    std::uint64_t seed = 0;
    ByteCount size = 0;
    friend bool operator==(const LogRandom&, const LogRandom&) = default;
};
/// A run of another file, too long to be copied.
struct LogFile {
    LogSourceId id = 0;
    std::string path;
    FileIdentity identity;
    friend bool operator==(const LogFile&, const LogFile&) = default;
};
/// Bytes of a source that lie in the log itself.
struct LogBytes {
    LogSourceId id = 0;
    ByteOffset at = 0;      ///< in the source
    ByteCount length = 0;   ///< at most kLogBytesMax
    ByteOffset inFile = 0;  ///< where in the log they lie; filled in by reading
    friend bool operator==(const LogBytes&, const LogBytes&) = default;
};
/// Pieces that go before those of the next splice.
struct LogPieces {
    std::vector<LogPiece> pieces;  ///< at most kLogPiecesMax
    friend bool operator==(const LogPieces&, const LogPieces&) = default;
};
/// A change of the document: makes the next state.
struct LogSplice {
    ByteOffset offset = 0;
    ByteCount removed = 0;
    EditKind kind = EditKind::Overwrite;
    bool joinsPrevious = false;
    std::vector<LogPiece> pieces;  ///< at most kLogPiecesMax
    friend bool operator==(const LogSplice&, const LogSplice&) = default;
};
/// The document went to a state that the log knows: undo, redo.
struct LogMove {
    LogState state = 0;
    friend bool operator==(const LogMove&, const LogMove&) = default;
};
/// A save of this state over the base's file begins, or the save begun last has failed and left the old
/// bytes. What follows a beginning names no bytes of the base: they may be overwritten.
struct LogSave {
    bool hasBegun = false;
    LogState state = 0;
    friend bool operator==(const LogSave&, const LogSave&) = default;
};

using LogRecord = std::variant<LogBase, LogReady, LogBaseCopy, LogPattern, LogRandom, LogFile, LogBytes,
                               LogPieces, LogSplice, LogMove, LogSave>;

inline constexpr std::size_t kLogBytesMax = std::size_t{64} << 10;
inline constexpr std::size_t kLogPiecesMax = 1024;

/// Puts records into their bytes.
class LogEncoder {
public:
    explicit LogEncoder(std::uint64_t salt);

    /// REQUIRES: not a LogBytes.
    void add(const LogRecord& record);
    /// REQUIRES: 0 < bytes.size() <= kLogBytesMax.
    void addBytes(LogSourceId id, ByteOffset at, std::span<const std::byte> bytes);

    /// What was encoded and not taken yet, the header first.
    [[nodiscard]] const std::vector<std::byte>& pending() const { return out_; }
    void clearPending() { out_.clear(); }

private:
    void addFrame();

    std::vector<std::byte> out_;
    std::vector<std::byte> payload_;
    std::uint32_t chain_ = 0;
};

/// Takes records out of a log, as far as it is whole. Logs are hostile input: nothing is allocated by what
/// they claim.
class LogDecoder {
public:
    /// NotFound when it does not begin like a log, Malformed when the header does not check, Unsupported for
    /// another version. The file must outlive this.
    [[nodiscard]] static Result<LogDecoder> open(OpenFile& file);

    /// The next record; nothing at the end and where the log is damaged. Errors: the system's, on reading.
    [[nodiscard]] Result<std::optional<LogRecord>> next();
    /// Whether next() came to bytes that are no whole record.
    [[nodiscard]] bool hasDamage() const { return hasDamage_; }

private:
    explicit LogDecoder(OpenFile& file) : file_(&file) {}
    [[nodiscard]] Status fill();

    OpenFile* file_;
    std::vector<std::byte> buffer_;
    std::size_t used_ = 0;        // of buffer_
    ByteOffset bufferBegin_ = 0;  // in the file
    std::uint32_t chain_ = 0;
    bool isAtEnd_ = false;
    bool hasDamage_ = false;
};

}  // namespace octavo
