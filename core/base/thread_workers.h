#pragma once

#include <condition_variable>
#include <cstddef>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "core/base/worker_pool.h"

namespace octavo {

/// A crew of threads for one job: the thread that calls run() and `width - 1` helpers, which sleep between
/// runs and end with the object. Whoever owns the job makes it (ui's jobs, the command line); core only ever
/// borrows one. Cost: starting it about 20 µs a helper; a run about 10 µs.
class ThreadWorkers final : public WorkerPool {
public:
    /// As many as the machine has cores, but no more than `useful`.
    explicit ThreadWorkers(std::size_t useful);
    ~ThreadWorkers() override;

    [[nodiscard]] std::size_t width() const override { return helpers_.size() + 1; }
    void run(std::size_t count, const std::function<void(std::size_t)>& task) override;

private:
    void helperLoop();
    /// Takes indexes until none is left. REQUIRES: `lock` is held; it is released around each task.
    void takePart(std::unique_lock<std::mutex>& lock);

    std::mutex mutex_;
    std::condition_variable workCame_;
    std::condition_variable workEnded_;
    const std::function<void(std::size_t)>* task_ = nullptr;
    std::size_t count_ = 0;
    std::size_t next_ = 0;
    std::size_t unfinished_ = 0;
    bool isEnding_ = false;
    std::vector<std::jthread> helpers_;
};

}  // namespace octavo
