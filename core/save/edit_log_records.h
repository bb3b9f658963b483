#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "core/buffer/edit.h"
#include "core/save/content_evidence.h"
#include "core/source/file_source.h"

namespace octavo {

/// \file What an edit log is made of, and the bytes of a single record: a tag (u8) and then numbers (LEB128),
/// texts (length and bytes) and bytes, as the structs below have them. Values; any thread.

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
/// Everything that the replaced log said is said in this one. Kept: everything is said.
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

/// The pieces before it are how the bytes lay at the beginning, state 0, which is not the base then. Before
/// the first splice.
struct LogBeginning {
    friend bool operator==(const LogBeginning&, const LogBeginning&) = default;
};
/// CRC-32 of all bytes of the base.
struct LogContent {
    std::uint32_t crc = 0;
    friend bool operator==(const LogContent&, const LogContent&) = default;
};
/// Where redo goes to from the parent of this state.
struct LogRedo {
    LogState state = 0;
    friend bool operator==(const LogRedo&, const LogRedo&) = default;
};
/// What people know of a state.
struct LogNote {
    LogState state = 0;
    std::uint32_t seconds = 0;  ///< since 1970, when it was reached; 0: not known
    std::string name;           ///< UTF-8; empty: it has none
    friend bool operator==(const LogNote&, const LogNote&) = default;
};

using LogRecord =
    std::variant<LogBase, LogReady, LogBaseCopy, LogPattern, LogRandom, LogFile, LogBytes, LogPieces,
                 LogSplice, LogMove, LogSave, LogBeginning, LogContent, LogRedo, LogNote>;

/// What a log is for; also the version of its format. Edits knows no record behind LogSave, Kept neither
/// LogFile nor LogSave.
enum class LogPurpose : std::uint32_t {
    Edits = 1,  ///< changes that are not saved
    Kept = 2,   ///< the history of a saved file
};
[[nodiscard]] bool mayBeIn(LogPurpose purpose, const LogRecord& record);

inline constexpr std::size_t kLogTextMax = std::size_t{64} << 10;
inline constexpr std::size_t kLogBytesMax = std::size_t{64} << 10;
inline constexpr std::size_t kLogPiecesMax = 1024;
/// No payload is longer: bytes or a pattern at their most, and their numbers.
inline constexpr std::size_t kLogPayloadMax = std::size_t{128} << 10;

/// Appends the payload of a record. REQUIRES: not a LogBytes; texts of at most kLogTextMax.
void putRecord(const LogRecord& record, std::vector<std::byte>& out);
/// The same for a LogBytes. REQUIRES: 0 < bytes.size() <= kLogBytesMax.
void putLogBytes(LogSourceId id, ByteOffset at, std::span<const std::byte> bytes,
                 std::vector<std::byte>& out);
/// The record in a payload that lies at `inFile`; nothing when it is none. Allocates nothing by what it
/// claims.
[[nodiscard]] std::optional<LogRecord> takeRecord(std::span<const std::byte> payload, ByteOffset inFile);

/// A length in front of bytes, as numbers are written: takes it off their front. Nothing when it is cut, or
/// more than `most`.
[[nodiscard]] std::optional<std::uint64_t> takeLogNumber(std::span<const std::byte>& bytes,
                                                         std::uint64_t most);
void putLogNumber(std::uint64_t value, std::vector<std::byte>& out);

}  // namespace octavo
