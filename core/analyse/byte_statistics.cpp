#include "core/analyse/byte_statistics.h"

#include <cmath>
#include <numeric>

namespace octavo {

namespace {

using Counts = std::array<std::uint64_t, 256>;

// Four tables, so that a run of one value does not wait for its own counter.
void countInto(Counts& counts, std::span<const std::byte> bytes) {
    std::array<std::array<std::uint32_t, 256>, 4> tables{};
    std::size_t i = 0;
    for (; i + 4 <= bytes.size(); i += 4) {
        for (std::size_t lane = 0; lane < 4; ++lane)
            ++tables[lane][std::to_integer<std::size_t>(bytes[i + lane])];
    }
    for (; i < bytes.size(); ++i)
        ++tables[0][std::to_integer<std::size_t>(bytes[i])];
    for (const auto& table : tables) {
        for (std::size_t value = 0; value < table.size(); ++value)
            counts[value] += table[value];
    }
}

bool isPrintable(std::size_t value) {
    return (value >= 0x20 && value < 0x7F) || value == '\t' || value == '\n' || value == '\r';
}

}  // namespace

ByteCount ByteStatistics::total() const {
    return std::accumulate(counts.begin(), counts.end(), ByteCount{0});
}

double ByteStatistics::entropy() const {
    const auto all = static_cast<double>(total());
    double bits = 0;
    for (const std::uint64_t count : counts) {
        if (count != 0) {
            const double share = static_cast<double>(count) / all;
            bits -= share * std::log2(share);
        }
    }
    return bits + 0.0;  // no negative zero
}

double ByteStatistics::printableShare() const {
    const ByteCount all = total();
    if (all == 0)
        return 0;
    ByteCount printable = 0;
    for (std::size_t value = 0; value < counts.size(); ++value)
        printable += isPrintable(value) ? counts[value] : 0;
    return static_cast<double>(printable) / static_cast<double>(all);
}

Result<ByteStatistics> countBytes(const Snapshot& snapshot, ByteRange range, const JobContext& job) {
    ByteStatistics statistics;
    job.setTotal(range.size());
    ScanReport report = snapshot.scan(range, [&](ByteOffset, std::span<const std::byte> bytes) {
        countInto(statistics.counts, bytes);
        job.advance(bytes.size());
        return !job.stopRequested();
    });
    if (!report.isComplete)
        return fail(ErrorCode::Cancelled);
    statistics.counts[0] -= report.unreadable.totalSize();  // they were handed out as zeros
    statistics.unreadable = std::move(report.unreadable);
    return statistics;
}

}  // namespace octavo
