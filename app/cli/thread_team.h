#pragma once

#include "core/base/worker_pool.h"

namespace octavo {

/// The command line's threads: as many as the machine has cores, made when run() is called.
class ThreadTeam final : public WorkerPool {
public:
    ThreadTeam();
    [[nodiscard]] std::size_t width() const override { return width_; }
    void run(std::size_t count, const std::function<void(std::size_t)>& task) override;

private:
    std::size_t width_;
};

}  // namespace octavo
