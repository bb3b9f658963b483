#include "core/source/file_reading.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <unistd.h>

namespace octavo {

namespace {

constexpr std::size_t kSector = 512;

enum class ReadEnd { Done, FileEnd, Failed };

struct Progress {
    std::size_t count = 0;  // bytes copied before it ended
    ReadEnd end = ReadEnd::Done;
};

/// Reads on through interruptions and short reads.
Progress readOn(int descriptor, ByteOffset offset, std::span<std::byte> out) {
    std::size_t done = 0;
    while (done < out.size()) {
        const auto got =
            ::pread(descriptor, out.data() + done, out.size() - done, static_cast<off_t>(offset + done));
        if (got > 0)
            done += static_cast<std::size_t>(got);
        else if (got == 0)
            return {done, ReadEnd::FileEnd};
        else if (errno != EINTR)
            return {done, ReadEnd::Failed};
    }
    return {done, ReadEnd::Done};
}

void giveUp(ByteOffset offset, std::span<std::byte> out, RangeSet& unreadable) {
    std::ranges::fill(out, std::byte{0});
    unreadable.add(ByteRange::ofLength(offset, out.size()));
}

/// Half of `size`, so that the second half starts at a multiple of the sector.
std::size_t halfOf(ByteOffset offset, std::size_t size) {
    const ByteOffset middle = (offset + size / 2) / kSector * kSector;
    return middle > offset ? static_cast<std::size_t>(middle - offset)
                           : static_cast<std::size_t>(kSector - offset % kSector);
}

bool fitsInOneSector(ByteOffset offset, std::size_t size) {
    return offset / kSector == (offset + size - 1) / kSector;
}

}  // namespace

FileIdentity identityOf(const struct stat& status) {
    const auto nanoseconds = [](const timespec& time) {
        return std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
    };
    return {.device = status.st_dev,
            .inode = status.st_ino,
            .size = static_cast<ByteCount>(status.st_size),
            .modifiedNs = nanoseconds(status.st_mtim),
            .changedNs = nanoseconds(status.st_ctim)};
}

void readFileAt(int descriptor, ByteOffset offset, std::span<std::byte> out, RangeSet& unreadable) {
    while (!out.empty()) {
        const Progress progress = readOn(descriptor, offset, out);
        out = out.subspan(progress.count);
        offset += progress.count;
        if (progress.end == ReadEnd::FileEnd)
            return giveUp(offset, out, unreadable);
        if (progress.end == ReadEnd::Done)
            return;
        // Something in [offset, offset + out.size()) fails: read the first half by itself, then go on behind
        // it.
        if (fitsInOneSector(offset, out.size()))
            return giveUp(offset, out, unreadable);
        const std::size_t half = halfOf(offset, out.size());
        readFileAt(descriptor, offset, out.first(half), unreadable);
        out = out.subspan(half);
        offset += half;
    }
}

std::optional<ByteCount> currentFileSize(int descriptor) {
    struct stat status {};
    if (::fstat(descriptor, &status) != 0)
        return std::nullopt;
    return static_cast<ByteCount>(status.st_size);
}

}  // namespace octavo
