#include "core/base/thread_workers.h"

#include <algorithm>

namespace octavo {

ThreadWorkers::ThreadWorkers(std::size_t useful) {
    const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
    const std::size_t width = std::clamp<std::size_t>(useful, 1, cores);
    helpers_.reserve(width - 1);
    for (std::size_t i = 1; i < width; ++i)
        helpers_.emplace_back([this] { helperLoop(); });
}

ThreadWorkers::~ThreadWorkers() {
    {
        const std::lock_guard lock(mutex_);
        isEnding_ = true;
    }
    workCame_.notify_all();
}

void ThreadWorkers::run(std::size_t count, const std::function<void(std::size_t)>& task) {
    std::unique_lock lock(mutex_);
    task_ = &task;
    count_ = count;
    next_ = 0;
    unfinished_ = count;
    if (count > 1)
        workCame_.notify_all();
    takePart(lock);
    workEnded_.wait(lock, [this] { return unfinished_ == 0; });
    task_ = nullptr;
    count_ = 0;
}

void ThreadWorkers::takePart(std::unique_lock<std::mutex>& lock) {
    while (next_ < count_) {
        const std::size_t index = next_++;
        const auto& task = *task_;
        lock.unlock();
        task(index);
        lock.lock();
        if (--unfinished_ == 0)
            workEnded_.notify_all();
    }
}

void ThreadWorkers::helperLoop() {
    std::unique_lock lock(mutex_);
    while (!isEnding_) {
        takePart(lock);
        workCame_.wait(lock, [this] { return isEnding_ || next_ < count_; });
    }
}

}  // namespace octavo
