#include "app/cli/thread_team.h"

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

namespace octavo {

ThreadTeam::ThreadTeam() : width_(std::max(1U, std::thread::hardware_concurrency())) {}

void ThreadTeam::run(std::size_t count, const std::function<void(std::size_t)>& task) {
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        for (std::size_t index = next++; index < count; index = next++)
            task(index);
    };
    std::vector<std::jthread> helpers;
    for (std::size_t i = 1; i < std::min(width_, count); ++i)
        helpers.emplace_back(work);
    work();
}

}  // namespace octavo
