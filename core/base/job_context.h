#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <stop_token>
#include <utility>

namespace octavo {

/// How far a job is: written by the worker, polled by anyone. `total` 0 means "not known".
struct JobProgress {
    std::atomic<std::uint64_t> done{0};
    std::atomic<std::uint64_t> total{0};
};

/// What long work needs from whoever started it: may it go on, and where to note its progress.
/// A default-constructed context never stops and reports to nobody. Copyable; used from one worker thread.
class JobContext {
public:
    JobContext() = default;
    JobContext(std::stop_token stop, std::shared_ptr<JobProgress> progress)
        : stop_(std::move(stop)), progress_(std::move(progress)) {}

    /// Work polls this at least once a MiB and returns ErrorCode::Cancelled when it is true.
    [[nodiscard]] bool stopRequested() const { return stop_.stop_requested(); }
    [[nodiscard]] const std::stop_token& stopToken() const { return stop_; }

    void setTotal(std::uint64_t total) const {
        if (progress_)
            progress_->total.store(total, std::memory_order_relaxed);
    }
    void advance(std::uint64_t amount) const {
        if (progress_)
            progress_->done.fetch_add(amount, std::memory_order_relaxed);
    }

private:
    std::stop_token stop_;
    std::shared_ptr<JobProgress> progress_;
};

}  // namespace octavo
