#pragma once

#include <span>
#include <string>

#include "core/base/range_set.h"
#include "core/base/result.h"
#include "core/base/unique_descriptor.h"

namespace octavo {

/// A temporary file without a name, mode 0600, that vanishes with its owner. One thread appends; any thread
/// may read bytes whose appending it knows to be over.
class SpillFile {
public:
    /// In `directory`; when empty, in $TMPDIR if that can be used, else in /var/tmp, else in /tmp.
    [[nodiscard]] static Result<SpillFile> create(const std::string& directory = {});

    /// All of the bytes or, on failure (DiskFull, WriteFailed, TooLarge), none.
    [[nodiscard]] Status append(std::span<const std::byte> bytes);
    [[nodiscard]] ByteCount size() const { return size_; }
    [[nodiscard]] int descriptor() const { return descriptor_.get(); }

    /// As Source::read, in this file's offsets.
    void read(ByteOffset offset, std::span<std::byte> out, RangeSet& unreadable) const;

private:
    SpillFile(UniqueDescriptor descriptor, std::string directory)
        : descriptor_(std::move(descriptor)), directory_(std::move(directory)) {}

    UniqueDescriptor descriptor_;
    std::string directory_;  // for errors
    ByteCount size_ = 0;
};

}  // namespace octavo
