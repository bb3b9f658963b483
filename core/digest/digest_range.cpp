#include "core/digest/digest_range.h"

#include <memory>
#include <utility>

#include "core/base/contracts.h"
#include "core/digest/hasher_team.h"

namespace octavo {

namespace {

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

}  // namespace

Result<DigestResult> digestRange(const Snapshot& snapshot, ByteRange range,
                                 std::span<const HasherInfo* const> algorithms, const JobContext& job,
                                 WorkerPool* workers) {
    OCTAVO_EXPECTS(range.isValid() && snapshot.all().contains(range));
    auto hashers = createAll(algorithms);
    if (!hashers)
        return fail(std::move(hashers.error()));
    HasherTeam team(std::move(*hashers), workers);
    job.setTotal(range.size());
    const auto update = [&](ByteOffset, std::span<const std::byte> bytes) {
        team.update(bytes, job);
        job.advance(bytes.size());
        return !job.stopRequested();
    };
    const ScanReport report =
        snapshot.scan(range, update, team.isShared() ? HasherTeam::kWindow : Snapshot::kScanSpan);
    if (!report.isComplete)
        return fail(ErrorCode::Cancelled);
    DigestResult result{
        .digests = {}, .range = range, .revision = snapshot.revision(), .unreadable = report.unreadable};
    for (std::size_t i = 0; i < algorithms.size(); ++i) {
        auto digest = team.hashers()[i]->finish();
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
