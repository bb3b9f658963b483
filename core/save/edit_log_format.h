#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/base/result.h"
#include "core/save/edit_log_records.h"
#include "core/save/open_file.h"

namespace octavo {

/// \file The bytes of an edit log; edit_log.h says what one is for. One thread.
///
/// Header, 24 bytes: "OctavoEL", version u32 (LogPurpose), salt u64, CRC-32 u32 of what is before it;
/// integers little-endian. Then records: length of the payload (LEB128), payload (edit_log_records.h), CRC-32
/// u32 of the payload, begun with the CRC of the record before (of the header, for the first). So a record
/// counts only when everything before it is whole, and blocks of another log that resurface after a power cut
/// do not count.

/// Puts records into their bytes.
class LogEncoder {
public:
    explicit LogEncoder(std::uint64_t salt, LogPurpose purpose = LogPurpose::Edits);

    /// REQUIRES: not a LogBytes; a record that may be in a log of this purpose.
    void add(const LogRecord& record);
    /// REQUIRES: 0 < bytes.size() <= kLogBytesMax.
    void addBytes(LogSourceId id, ByteOffset at, std::span<const std::byte> bytes);

    /// What was encoded and not taken yet, the header first.
    [[nodiscard]] const std::vector<std::byte>& pending() const { return out_; }
    void clearPending() { out_.clear(); }

private:
    void addFrame();

    LogPurpose purpose_;
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
    [[nodiscard]] LogPurpose purpose() const { return purpose_; }

private:
    explicit LogDecoder(OpenFile& file) : file_(&file) {}
    [[nodiscard]] Status fill();

    OpenFile* file_;
    LogPurpose purpose_ = LogPurpose::Edits;
    std::vector<std::byte> buffer_;
    std::size_t used_ = 0;        // of buffer_
    ByteOffset bufferBegin_ = 0;  // in the file
    std::uint32_t chain_ = 0;
    bool isAtEnd_ = false;
    bool hasDamage_ = false;
};

}  // namespace octavo
