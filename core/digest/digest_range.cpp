#include "core/digest/digest_range.h"

#include <memory>

#include "core/base/contracts.h"

namespace octavo {

namespace {

/// Less than this is not worth waking anybody for.
constexpr std::size_t kWorthSharing = std::size_t{64} << 10;

using Hashers = std::vector<std::unique_ptr<Hasher>>;

Result<Hashers> createAll(std::span<const HasherInfo* const> algorithms) {
    Hashers hashers;
    hashers.reserve(algorithms.size());
    for (const HasherInfo* algorithm : algorithms) {
        OCTAVO_EXPECTS(algorithm != nullptr);
        auto hasher = algorithm->create();
        if (!hasher)
            return fail(std::move(hasher.error()));
        hashers.push_back(std::move(*hasher));
    }
    return hashers;
}

void updateAll(const Hashers& hashers, std::span<const std::byte> bytes, WorkerPool* workers) {
    if (workers == nullptr || workers->width() < 2 || hashers.size() < 2 || bytes.size() < kWorthSharing) {
        for (const auto& hasher : hashers)
            hasher->update(bytes);
        return;
    }
    workers->run(hashers.size(), [&](std::size_t index) { hashers[index]->update(bytes); });
}

}  // namespace

Result<DigestResult> digestRange(const Snapshot& snapshot, ByteRange range,
                                 std::span<const HasherInfo* const> algorithms, const JobContext& job,
                                 WorkerPool* workers) {
    OCTAVO_EXPECTS(range.isValid() && snapshot.all().contains(range));
    auto hashers = createAll(algorithms);
    if (!hashers)
        return fail(std::move(hashers.error()));
    job.setTotal(range.size());
    const ScanReport report = snapshot.scan(range, [&](ByteOffset, std::span<const std::byte> bytes) {
        if (job.stopRequested())
            return false;
        updateAll(*hashers, bytes, workers);
        job.advance(bytes.size());
        return true;
    });
    if (!report.isComplete)
        return fail(ErrorCode::Cancelled);
    DigestResult result{
        .digests = {}, .range = range, .revision = snapshot.revision(), .unreadable = report.unreadable};
    for (std::size_t i = 0; i < hashers->size(); ++i) {
        auto digest = (*hashers)[i]->finish();
        if (!digest)
            return fail(std::move(digest.error()));
        result.digests.push_back({.id = algorithms[i]->id, .bytes = std::move(*digest)});
    }
    return result;
}

std::string digestText(std::span<const std::byte> digest) {
    static constexpr char kDigits[] = "0123456789abcdef";
    std::string text;
    text.reserve(2 * digest.size());
    for (const std::byte byte : digest) {
        text.push_back(kDigits[std::to_integer<unsigned>(byte) >> 4]);
        text.push_back(kDigits[std::to_integer<unsigned>(byte) & 0xF]);
    }
    return text;
}

}  // namespace octavo
