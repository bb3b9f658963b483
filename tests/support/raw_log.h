#pragma once

#include <memory>
#include <span>
#include <string>

#include "core/save/edit_log_format.h"
#include "core/save/little_endian.h"
#include "tests/support/bytes.h"
#include "tests/support/temporary_directory.h"

namespace octavo::test {

/// An edit log put together by hand: records as the encoder writes them, and payloads that it would never
/// write, whose checks are all right.
class RawLog {
public:
    explicit RawLog(LogPurpose purpose = LogPurpose::Edits) : encoder_(7, purpose) {}

    RawLog& add(const LogRecord& record) {
        encoder_.add(record);
        return *this;
    }
    RawLog& addBytes(LogSourceId id, ByteOffset at, std::string_view text) {
        encoder_.addBytes(id, at, bytesOf(text));
        return *this;
    }
    /// All so far, and then this payload.
    [[nodiscard]] Bytes withPayload(std::span<const std::byte> payload) const {
        Bytes log = encoder_.pending();
        const auto chain = LittleReader(std::span<const std::byte>(log).last(4)).take<std::uint32_t>();
        putLogNumber(payload.size(), log);
        log.insert(log.end(), payload.begin(), payload.end());
        putLittle(crc32Of(payload, chain), log);
        return log;
    }
    [[nodiscard]] const Bytes& bytes() const { return encoder_.pending(); }

    /// A file of this content, open.
    [[nodiscard]] static std::shared_ptr<OpenFile> open(FileSystem& disk, const TemporaryDirectory& directory,
                                                        std::span<const std::byte> content) {
        const std::string path = directory.write("log.octavo-edits", content);
        return std::make_shared<OpenFile>(OpenFile::open(disk, path, FileSystem::Access::ReadWrite).value());
    }

private:
    LogEncoder encoder_;
};

/// A number as logs have it, of so many bytes.
[[nodiscard]] inline Bytes logNumber(std::uint64_t value) {
    Bytes bytes;
    putLogNumber(value, bytes);
    return bytes;
}

}  // namespace octavo::test
