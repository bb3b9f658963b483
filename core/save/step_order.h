#pragma once

#include <cstddef>
#include <vector>

#include "core/base/byte_range.h"

namespace octavo {

/// Finds an order for steps of which each destroys bytes that others read: readers go first. Where they stand
/// in a circle, the reading of the fewest bytes in it is given up. One thread.
class StepOrder {
public:
    explicit StepOrder(std::size_t count) : steps_(count) {}

    /// `reader` reads bytes that `owner` destroys. REQUIRES: they are two, bytes > 0; calls come by reader.
    void addReader(std::size_t owner, std::size_t reader, ByteCount bytes);
    /// Every step once. REQUIRES: called once. Cost: O(steps + readings), more with many circles.
    [[nodiscard]] std::vector<std::size_t> run();

    /// A reading that was given up.
    struct Spilled {
        std::size_t owner = 0;
        std::size_t reader = 0;
    };
    [[nodiscard]] const std::vector<Spilled>& spilled() const { return spilled_; }

private:
    struct Reading {
        std::size_t reader = 0;
        ByteCount bytes = 0;  // 0: given up
    };
    enum class Mark : std::uint8_t { New, Open, Done };
    struct Step {
        std::vector<Reading> readings;
        std::size_t next = 0;   // of readings, while open
        std::size_t depth = 0;  // in open_, while open
        Mark mark = Mark::New;
    };

    void open(std::size_t step);
    void breakCircle(std::size_t last);

    std::vector<Step> steps_;
    std::vector<std::size_t> open_;  // each waits for the next
    std::vector<Spilled> spilled_;
};

}  // namespace octavo
