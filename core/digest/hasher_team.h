#pragma once

#include <memory>
#include <mutex>
#include <span>
#include <vector>

#include "core/base/job_context.h"
#include "core/base/worker_pool.h"
#include "core/digest/hasher.h"

namespace octavo {

/// Several hashers that get the same bytes, spread over the threads of a pool. One thread calls it.
///
/// The plan:
///  1. Bytes come in windows, and each hasher goes through a window in blocks, one after the other, but at
///  its
///     own pace: hashers may be at different blocks, and a thread takes up whichever is free.
///  2. A thread always takes the hasher with the most time ahead of it, by what its blocks have taken so far.
///  So
///     the slowest starts first and is never what the others wait for at the end, unless it alone takes
///     longer than all the others can be shared out to.
///  3. Threads meet only at the end of a window, which is long enough for that to cost little.
class HasherTeam {
public:
    /// What is worth handing to update() at once.
    static constexpr std::size_t kWindow = std::size_t{4} << 20;

    /// `pool` may be null: then all is done on the calling thread. REQUIRES: the pool outlives this.
    HasherTeam(std::vector<std::unique_ptr<Hasher>> hashers, WorkerPool* pool);

    /// Gives all hashers the next bytes. Stops early, leaving them useless, when the job is asked to stop.
    void update(std::span<const std::byte> bytes, const JobContext& job);

    [[nodiscard]] bool isShared() const { return pool_ != nullptr; }
    [[nodiscard]] const std::vector<std::unique_ptr<Hasher>>& hashers() const { return hashers_; }

private:
    /// How far a hasher is in the window.
    struct Progress {
        std::size_t done = 0;
        bool isTaken = false;
        double secondsPerByte = 1e-9;
    };
    void updateInTurn(std::span<const std::byte> bytes, const JobContext& job);
    void takePart(std::span<const std::byte> bytes, const JobContext& job);
    [[nodiscard]] Progress* mostAhead(std::size_t size);

    std::vector<std::unique_ptr<Hasher>> hashers_;
    WorkerPool* pool_;
    std::mutex mutex_;  // guards progress_
    std::vector<Progress> progress_;
};

}  // namespace octavo
