#pragma once

#include <atomic>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/source/source.h"
#include "core/source/spill_file.h"

namespace octavo {

/// Bytes that are still arriving: a pipe, a socket, a followed file. Only ever gets longer; what is there
/// never changes. One producer thread appends; any thread reads what size() covers at any time, without a
/// lock. The first bytes stay in memory, the rest goes to a spill file.
class GrowingSource final : public Source {
public:
    struct Options {
        ByteCount memoryLimit = ByteCount{16} << 20;  ///< rounded up to whole segments
        std::string directory = {};                   ///< of the spill file, as for SpillFile::create
    };

    GrowingSource() : GrowingSource(Options{}) {}
    explicit GrowingSource(Options options);

    /// Adds all of the bytes or, on failure (DiskFull, WriteFailed, OpenFailed ...), none. Producer thread
    /// only.
    [[nodiscard]] Status append(std::span<const std::byte> bytes);

    [[nodiscard]] ByteCount size() const override { return size_.load(std::memory_order_acquire); }
    void read(ByteOffset offset, std::span<std::byte> out, RangeSet& unreadable) const override;
    /// Lends from memory, nothing from the spill file.
    [[nodiscard]] Loan lend(ByteRange range) const override;

private:
    static constexpr std::size_t kSegmentSize = std::size_t{256} << 10;

    [[nodiscard]] ByteCount memoryEnd() const { return segments_.size() * kSegmentSize; }
    [[nodiscard]] std::span<const std::byte> inMemory(ByteRange range) const;
    void appendToMemory(ByteOffset at, std::span<const std::byte> bytes);
    [[nodiscard]] Status appendToSpill(std::span<const std::byte> bytes);

    std::string directory_;
    std::vector<std::unique_ptr<std::byte[]>> segments_;  // never resized, so readers need no lock
    std::optional<SpillFile> spill_;  // made before the first size that needs it is published
    std::atomic<ByteCount> size_{0};
};

}  // namespace octavo
