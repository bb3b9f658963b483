#pragma once

#include <memory>
#include <string>

#include "core/source/file_source.h"
#include "tests/support/memory_file_system.h"

namespace octavo::test {

/// A file of a MemoryFileSystem as the source of a document: shows what is in the file now, as a mapping
/// does, except for what was preserved. Bytes that were cut off are unreadable. One thread.
class MemoryFileSource final : public FileSource {
public:
    /// REQUIRES: the file can be opened.
    MemoryFileSource(MemoryFileSystem& disk, const std::string& path)
        : disk_(disk),
          path_(disk.resolve(path).value()),
          handle_(disk.open(path_, FileSystem::Access::Read).value()),
          identity_(disk.status(handle_)->identity) {}
    ~MemoryFileSource() override { static_cast<void>(disk_.close(handle_)); }

    [[nodiscard]] const std::string& path() const override { return path_; }
    [[nodiscard]] const FileIdentity& identity() const override { return identity_; }
    [[nodiscard]] int descriptor() const override { return static_cast<int>(handle_); }
    [[nodiscard]] bool isDamaged() const override { return isDamaged_; }
    [[nodiscard]] ByteCount size() const override { return identity_.size; }

    void read(ByteOffset offset, std::span<std::byte> out, RangeSet& unreadable) const override {
        const std::size_t got = disk_.read(handle_, offset, out).value();
        std::fill(out.begin() + static_cast<std::ptrdiff_t>(got), out.end(), std::byte{});
        RangeSet missing;
        missing.add({offset + got, offset + out.size()});
        const auto wanted = ByteRange::ofLength(offset, out.size());
        const RangeSet kept = preserved_.clippedTo(wanted);
        for (const ByteRange& range : kept.ranges()) {
            spill_.read(range.begin, out.subspan(range.begin - offset, range.size()));
            missing.remove(range);
        }
        isDamaged_ = isDamaged_ || !missing.isEmpty();
        unreadable.add(missing);
    }

    [[nodiscard]] Status preserve(std::span<const ByteRange> ranges) const override {
        for (const ByteRange& range : ranges) {
            std::vector<std::byte> bytes(range.size());
            RangeSet unreadable;
            read(range.begin, bytes, unreadable);
            spill_.write(range.begin, bytes);
            preserved_.add(range);
        }
        return {};
    }

private:
    MemoryFileSystem& disk_;
    std::string path_;
    FileHandle handle_;
    FileIdentity identity_;
    mutable MemoryContent spill_;
    mutable RangeSet preserved_;
    mutable bool isDamaged_ = false;
};

}  // namespace octavo::test
