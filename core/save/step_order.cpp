#include "core/save/step_order.h"

namespace octavo {

void StepOrder::addReader(std::size_t owner, std::size_t reader, ByteCount bytes) {
    std::vector<Reading>& readings = steps_[owner].readings;
    if (!readings.empty() && readings.back().reader == reader)
        readings.back().bytes += bytes;
    else
        readings.push_back({reader, bytes});
}

void StepOrder::open(std::size_t step) {
    steps_[step].mark = Mark::Open;
    steps_[step].next = 0;
    steps_[step].depth = open_.size();
    open_.push_back(step);
}

/// The last open step is read from by one that waits for it. Gives up the smallest reading of this circle and
/// closes again those that waited for it.
void StepOrder::breakCircle(std::size_t last) {
    const std::size_t begin = steps_[steps_[last].readings[steps_[last].next].reader].depth;
    std::size_t least = begin;
    const auto readingAt = [this](std::size_t depth) -> Reading& {
        Step& step = steps_[open_[depth]];
        return step.readings[step.next];
    };
    for (std::size_t depth = begin; depth < open_.size(); ++depth) {
        if (readingAt(depth).bytes < readingAt(least).bytes)
            least = depth;
    }
    Reading& given = readingAt(least);
    spilled_.push_back({open_[least], given.reader});
    given.bytes = 0;
    while (open_.size() > least + 1) {
        steps_[open_.back()].mark = Mark::New;
        open_.pop_back();
    }
}

std::vector<std::size_t> StepOrder::run() {
    std::vector<std::size_t> order;
    order.reserve(steps_.size());
    for (std::size_t start = 0; start < steps_.size(); ++start) {
        if (steps_[start].mark == Mark::New)
            open(start);
        while (!open_.empty()) {
            const std::size_t last = open_.back();
            Step& step = steps_[last];
            if (step.next == step.readings.size()) {
                step.mark = Mark::Done;
                order.push_back(last);
                open_.pop_back();
                continue;
            }
            const Reading& reading = step.readings[step.next];
            if (reading.bytes == 0 || steps_[reading.reader].mark == Mark::Done)
                ++step.next;
            else if (steps_[reading.reader].mark == Mark::New)
                open(reading.reader);
            else
                breakCircle(last);
        }
    }
    return order;
}

}  // namespace octavo
