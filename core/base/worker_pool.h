#pragma once

#include <cstddef>
#include <functional>

namespace octavo {

/// Somebody else's threads, lent to one piece of work that can use several cores. Core asks for one where
/// that pays and works alone where none is given; ui's job runner and the command line own the threads.
/// Threads: run() is called by one thread at a time.
class WorkerPool {
public:
    WorkerPool() = default;
    WorkerPool(const WorkerPool&) = delete;
    WorkerPool& operator=(const WorkerPool&) = delete;
    virtual ~WorkerPool() = default;

    /// How many calls can be under way at once, the caller's own included. At least 1.
    [[nodiscard]] virtual std::size_t width() const = 0;

    /// Calls `task(0)` ... `task(count - 1)`, each once, in any order and on any thread, the calling one
    /// included; returns when all have returned. What they wrote is visible to the caller. REQUIRES: `task`
    /// does not throw.
    virtual void run(std::size_t count, const std::function<void(std::size_t)>& task) = 0;
};

}  // namespace octavo
