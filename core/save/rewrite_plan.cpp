#include "core/save/rewrite_plan.h"

#include <algorithm>
#include <optional>

#include "core/save/file_runs.h"
#include "core/save/rewrite_format.h"
#include "core/save/step_order.h"

namespace octavo {

namespace {

ByteOffset alignedDown(ByteOffset offset) {
    return offset - offset % SavePlan::kBlockSize;
}

ByteOffset alignedUp(ByteOffset offset) {
    return alignedDown(offset + SavePlan::kBlockSize - 1);
}

/// What one bounded step writes, and from where.
struct Window {
    std::vector<ByteRange> extents;
    std::vector<SaveStep> parts;
};

/// A piece of the file that a window owns.
struct Owned {
    ByteRange range;
    std::size_t window = 0;
};

class Planner {
public:
    Planner(const Snapshot& snapshot, SavePlan& plan)
        : snapshot_(snapshot), plan_(plan), oldSize_(fileSizeOf(plan.target)) {}

    void run() {
        cut(changedBlocks());
        for (Window& window : windows_)
            fill(window);
        StepOrder order(windows_.size());
        addReaders(order);
        const std::vector<std::size_t> sequence = order.run();
        for (const StepOrder::Spilled& spilled : order.spilled())
            spill(windows_[spilled.reader], windows_[spilled.owner].extents);
        for (const std::size_t i : sequence) {
            plan_.steps.insert(plan_.steps.end(), windows_[i].parts.begin(), windows_[i].parts.end());
            plan_.stepEnds.push_back(plan_.steps.size());
        }
        countCosts();
        if (snapshot_.size() < oldSize_)
            plan_.steps.emplace_back(Truncate{snapshot_.size()});
    }

private:
    [[nodiscard]] RangeSet changedBlocks() const {
        RangeSet blocks;
        forEachFileRun(
            snapshot_, plan_.target, snapshot_.all(),
            [&](ByteRange run, std::optional<ByteOffset> fileOffset) {
                if (fileOffset != run.begin)
                    blocks.add({alignedDown(run.begin), std::min(alignedUp(run.end), snapshot_.size())});
            });
        return blocks;
    }

    void cut(const RangeSet& blocks) {
        ByteCount room = 0;
        for (ByteRange range : blocks.ranges()) {
            while (!range.isEmpty()) {
                if (room == 0) {
                    windows_.emplace_back();
                    room = plan_.target.stepSize;
                }
                const auto part = ByteRange::ofLength(range.begin, std::min(room, range.size()));
                windows_.back().extents.push_back(part);
                owned_.push_back({part.intersection({0, oldSize_}), windows_.size() - 1});
                range.begin = part.end;
                room -= std::min(room, alignedUp(part.size()));
            }
        }
    }

    void fill(Window& window) {
        for (const ByteRange extent : window.extents) {
            forEachFileRun(
                snapshot_, plan_.target, extent, [&](ByteRange run, std::optional<ByteOffset> fileOffset) {
                    if (fileOffset)
                        addMove(window.parts, {ByteRange::ofLength(*fileOffset, run.size()), run.begin});
                    else
                        addWrite(window.parts, {run, run.begin});
                });
        }
    }

    static void addMove(std::vector<SaveStep>& parts, const MoveRange& move) {
        auto* last = parts.empty() ? nullptr : std::get_if<MoveRange>(&parts.back());
        const bool continues = last != nullptr && last->source.end == move.source.begin &&
                               last->at + last->source.size() == move.at;
        if (continues)
            last->source.end = move.source.end;
        else
            parts.emplace_back(move);
    }
    static void addWrite(std::vector<SaveStep>& parts, const WriteRange& write) {
        auto* last = parts.empty() ? nullptr : std::get_if<WriteRange>(&parts.back());
        if (last != nullptr && last->document.end == write.document.begin)
            last->document.end = write.document.end;
        else
            parts.emplace_back(write);
    }

    /// Calls `visit(owned)` for each extent of any window that old bytes of `range` lie in.
    template <typename Visit>
    void forEachOwner(ByteRange range, const Visit& visit) const {
        auto owned = std::ranges::partition_point(
            owned_, [&](const Owned& each) { return each.range.end <= range.begin; });
        for (; owned != owned_.end() && owned->range.begin < range.end; ++owned)
            visit(*owned);
    }

    void addReaders(StepOrder& order) const {
        for (std::size_t reader = 0; reader < windows_.size(); ++reader) {
            for (const SaveStep& part : windows_[reader].parts) {
                const auto* move = std::get_if<MoveRange>(&part);
                if (move == nullptr)
                    continue;
                forEachOwner(move->source, [&](const Owned& owned) {
                    if (owned.window != reader)
                        order.addReader(owned.window, reader, owned.range.intersection(move->source).size());
                });
            }
        }
    }

    /// What the window reads from these ranges becomes new bytes.
    static void spill(Window& window, const std::vector<ByteRange>& from) {
        std::vector<SaveStep> parts;
        for (const SaveStep& part : window.parts) {
            const auto* move = std::get_if<MoveRange>(&part);
            if (move == nullptr) {
                addWrite(parts, std::get<WriteRange>(part));
                continue;
            }
            ByteOffset done = move->source.begin;
            const auto at = [move](ByteOffset source) { return move->at + (source - move->source.begin); };
            for (const ByteRange range : from) {
                const ByteRange both = range.intersection(move->source);
                if (both.isEmpty())
                    continue;
                if (both.begin > done)
                    addMove(parts, {{done, both.begin}, at(done)});
                addWrite(parts, {ByteRange::ofLength(at(both.begin), both.size()), at(both.begin)});
                done = both.end;
            }
            if (done < move->source.end)
                addMove(parts, {{done, move->source.end}, at(done)});
        }
        window.parts = std::move(parts);
    }

    void countCosts() {
        ByteCount fresh = 0;
        ByteCount largest = 0;
        std::size_t begin = 0;
        RewriteHeader header;
        for (const std::size_t end : plan_.stepEnds) {
            ByteCount step = 0;
            for (std::size_t i = begin; i < end; ++i) {
                const auto* write = std::get_if<WriteRange>(&plan_.steps[i]);
                const ByteCount size = write != nullptr ? write->document.size()
                                                        : std::get<MoveRange>(plan_.steps[i]).source.size();
                fresh += write != nullptr ? size : 0;
                step += size;
            }
            largest = std::max(largest, step);
            plan_.bytesToWrite += step;
            begin = end;
        }
        header.partCount = plan_.steps.size();
        header.payloadSize = fresh;
        header.stepSize = static_cast<std::uint32_t>(largest);
        plan_.bytesToJournal = fresh + plan_.bytesToWrite;
        plan_.temporaryBytes = header.end();
    }

    const Snapshot& snapshot_;
    SavePlan& plan_;
    ByteCount oldSize_;
    std::vector<Window> windows_;
    std::vector<Owned> owned_;  // by offset
};

}  // namespace

void planRewrite(const Snapshot& snapshot, SavePlan& plan) {
    plan.kind = SavePlan::Kind::Rewrite;
    Planner(snapshot, plan).run();
}

}  // namespace octavo
