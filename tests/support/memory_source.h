#pragma once

#include <algorithm>
#include <string>

#include "core/source/local_file_source.h"
#include "tests/support/memory_file_system.h"

namespace octavo::test {

/// A file of a MemoryFileSystem as the source of a document: shows what is in the file now, as a mapping
/// does, except for what was preserved or has moved. Bytes that were cut off are unreadable. One thread.
class MemoryFileSource final : public LocalFileSource {
public:
    /// REQUIRES: the file can be opened.
    MemoryFileSource(MemoryFileSystem& disk, const std::string& path)
        : MemoryFileSource(disk, disk.resolve(path).value(),
                           disk.open(disk.resolve(path).value(), FileSystem::Access::Read).value()) {}
    ~MemoryFileSource() override { static_cast<void>(disk_.close(handle_)); }

    [[nodiscard]] int descriptor() const override { return static_cast<int>(handle_); }

protected:
    void readFile(ByteOffset offset, std::span<std::byte> out, RangeSet& unreadable) const override {
        const std::size_t got = disk_.read(handle_, offset, out).value();
        std::ranges::fill(out.subspan(got), std::byte{});
        unreadable.add(ByteRange{offset + got, offset + out.size()});
    }
    void readBeyond(ByteOffset offset, std::span<std::byte> out, RangeSet& unreadable) const override {
        readFile(offset, out, unreadable);
    }
    [[nodiscard]] ByteCount presentEnd() const override {
        return std::min(size(), disk_.status(handle_)->identity.size);
    }
    [[nodiscard]] RangeSet lossesNear(ByteRange /*range*/) const override { return {}; }

private:
    MemoryFileSource(MemoryFileSystem& disk, const std::string& path, FileHandle handle)
        : LocalFileSource({.descriptor = {}, .path = path, .identity = disk.status(handle)->identity},
                          disk.status(handle)->identity.size),
          disk_(disk),
          handle_(handle) {}

    MemoryFileSystem& disk_;
    FileHandle handle_;
};

}  // namespace octavo::test
