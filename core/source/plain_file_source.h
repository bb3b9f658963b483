#pragma once

#include <memory>
#include <vector>

#include "core/source/local_file_source.h"

namespace octavo {

/// A file that is read by pread: empty, a block device, on FUSE or a network file system, or one that cannot
/// be mapped. Lends nothing. A file that the system makes up as it is read (/proc, /sys) is read whole when
/// it is opened. Any thread.
class PlainFileSource final : public LocalFileSource {
public:
    /// `size` is what can be read, which for a device is not the identity's size.
    PlainFileSource(OpenedFile file, ByteCount size) : LocalFileSource(std::move(file), size) {}
    /// The bytes are known already.
    PlainFileSource(OpenedFile file, std::vector<std::byte> content)
        : LocalFileSource(std::move(file), content.size()), content_(std::move(content)) {}

    [[nodiscard]] bool isPrivate() const override { return !content_.empty(); }

protected:
    void readFile(ByteOffset offset, std::span<std::byte> out, RangeSet& unreadable) const override;
    [[nodiscard]] ByteCount presentEnd() const override { return size(); }
    [[nodiscard]] RangeSet lossesNear(ByteRange /*range*/) const override { return {}; }

private:
    std::vector<std::byte> content_;
};

}  // namespace octavo
