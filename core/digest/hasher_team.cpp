#include "core/digest/hasher_team.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace octavo {

namespace {

/// Small enough to stay in a core's own cache between two hashers, and for the last one of a window not to
/// keep the other threads waiting; large enough for taking it to cost nothing.
constexpr std::size_t kBlock = std::size_t{64} << 10;

/// How much the newest block counts: threads are interrupted, so a single time means little.
constexpr double kNewest = 1.0 / 8;

}  // namespace

HasherTeam::HasherTeam(std::vector<std::unique_ptr<Hasher>> hashers, WorkerPool* pool)
    : hashers_(std::move(hashers)), pool_(pool), progress_(hashers_.size()) {
    if (hashers_.size() < 2 || (pool_ != nullptr && pool_->width() < 2))
        pool_ = nullptr;
}

void HasherTeam::update(std::span<const std::byte> bytes, const JobContext& job) {
    if (pool_ == nullptr || bytes.size() < 2 * kBlock) {
        updateInTurn(bytes, job);
        return;
    }
    for (Progress& progress : progress_)
        progress.done = 0;
    pool_->run(std::min(pool_->width(), hashers_.size()), [&](std::size_t) { takePart(bytes, job); });
}

void HasherTeam::updateInTurn(std::span<const std::byte> bytes, const JobContext& job) {
    for (; !bytes.empty() && !job.stopRequested(); bytes = bytes.subspan(std::min(kBlock, bytes.size()))) {
        for (const auto& hasher : hashers_)
            hasher->update(bytes.first(std::min(kBlock, bytes.size())));
    }
}

void HasherTeam::takePart(std::span<const std::byte> bytes, const JobContext& job) {
    using Clock = std::chrono::steady_clock;
    std::unique_lock lock(mutex_);
    while (Progress* mine = mostAhead(bytes.size())) {
        if (job.stopRequested())
            return;
        mine->isTaken = true;
        const auto block = bytes.subspan(mine->done, std::min(kBlock, bytes.size() - mine->done));
        lock.unlock();
        const auto begin = Clock::now();
        hashers_[static_cast<std::size_t>(mine - progress_.data())]->update(block);
        const std::chrono::duration<double> taken = Clock::now() - begin;
        lock.lock();
        mine->isTaken = false;
        mine->done += block.size();
        mine->secondsPerByte +=
            kNewest * (taken.count() / static_cast<double>(block.size()) - mine->secondsPerByte);
    }
    // Whatever is unfinished is in the hands of other threads, which will see to its end.
}

HasherTeam::Progress* HasherTeam::mostAhead(std::size_t size) {
    Progress* most = nullptr;
    double mostSeconds = 0;
    for (Progress& progress : progress_) {
        if (progress.isTaken || progress.done == size)
            continue;
        const double seconds = static_cast<double>(size - progress.done) * progress.secondsPerByte;
        if (most == nullptr || seconds > mostSeconds) {
            most = &progress;
            mostSeconds = seconds;
        }
    }
    return most;
}

}  // namespace octavo
