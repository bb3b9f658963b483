// StepTree against a plain list of what was done: random typing, edits, groups, undo, redo and branches.

#include <algorithm>
#include <map>
#include <rapidcheck.h>
#include <vector>

#include "core/buffer/document.h"
#include "core/buffer/step_tree.h"
#include "core/source/memory_source.h"

namespace octavo {
namespace {

using Bytes = std::vector<std::byte>;

Bytes bytesOf(const Document& document) {
    Bytes bytes(document.size());
    RC_ASSERT(document.snapshot().read(0, bytes).isEmpty());
    return bytes;
}

Content someContent(std::size_t least) {
    Bytes bytes(*rc::gen::inRange<std::size_t>(least, 6));
    for (std::byte& byte : bytes)
        byte = static_cast<std::byte>(*rc::gen::inRange(0, 256));
    return Content::ofBytes(bytes);
}

/// What somebody would write down who watches: for each step the one it was done after and the bytes it left.
struct Watched {
    HistoryState state = 0;  ///< the last one of the step
    std::size_t parent = 0;
    Bytes bytes;
};

struct World {
    Document document{std::make_shared<MemorySource>(Bytes(20))};
    StepTree tree;
    std::vector<Watched> steps{{0, 0, Bytes(20)}};
    std::size_t current = 0;
    bool isTyping = false;  ///< the next key at `caret` goes on with the step
    ByteOffset caret = 0;

    void noteNewStep() {
        steps.push_back({document.history().current(), current, bytesOf(document)});
        current = steps.size() - 1;
    }
    void noteLonger() {
        steps[current].state = document.history().current();
        steps[current].bytes = bytesOf(document);
    }
    ByteOffset somewhere() const { return *rc::gen::inRange<ByteOffset>(0, document.size() + 1); }

    void type() {
        const bool goesOn = isTyping && *rc::gen::inRange(0, 4) != 0;
        if (!goesOn) {
            caret = somewhere();
            document.endTyping();
        }
        const Content key = Content::ofBytes(Bytes{static_cast<std::byte>(*rc::gen::inRange(0, 256))});
        const ByteOffset end = std::min(document.size(), caret + *rc::gen::inRange<ByteCount>(0, 2));
        RC_ASSERT(document.apply(Edit::replace({caret, end}, key, EditKind::Type)).has_value());
        if (goesOn)
            noteLonger();
        else
            noteNewStep();
        ++caret;
        isTyping = true;
    }
    void edit() {
        const ByteOffset begin = somewhere();
        const ByteOffset end = std::min(document.size(), begin + *rc::gen::inRange<ByteCount>(0, 5));
        RC_ASSERT(document.apply(Edit::replace({begin, end}, someContent(1))).has_value());
        isTyping = false;
        noteNewStep();
    }
    void group() {
        const bool isRefused = *rc::gen::arbitrary<bool>();
        const Status done = document.applyTogether([&]() -> Status {
            for (int i = *rc::gen::inRange(1, 4); i > 0; --i) {
                const ByteOffset at = somewhere();
                RC_ASSERT(document.apply(Edit::insert(at, someContent(1))).has_value());
            }
            return isRefused ? Status(fail(ErrorCode::Cancelled)) : Status();
        });
        isTyping = false;
        if (done)
            noteNewStep();
    }
    void undo() {
        if (!document.canUndo())
            return;
        document.undo();
        isTyping = false;
        current = steps[current].parent;
    }
    void goAnywhere() {
        current = *rc::gen::inRange<std::size_t>(0, steps.size());
        document.goTo(steps[current].state);
        isTyping = false;
    }
    void redo() {
        if (!document.canRedo())
            return;
        document.redo();
        isTyping = false;
        const HistoryState now = document.history().current();
        const auto found = std::find_if(steps.begin(), steps.end(),
                                        [now](const Watched& each) { return each.state == now; });
        RC_ASSERT((found != steps.end() && found->parent == current));
        current = static_cast<std::size_t>(found - steps.begin());
    }
};

void checkSplice(const History::Splice& splice, const Bytes& before, const Bytes& after) {
    RC_ASSERT(splice.offset + splice.removed <= before.size());
    RC_ASSERT(splice.offset + splice.inserted <= after.size());
    RC_ASSERT(before.size() - splice.removed + splice.inserted == after.size());
    RC_ASSERT(std::equal(before.begin(), before.begin() + static_cast<std::ptrdiff_t>(splice.offset),
                         after.begin()));
    RC_ASSERT(std::equal(before.begin() + static_cast<std::ptrdiff_t>(splice.offset + splice.removed),
                         before.end(),
                         after.begin() + static_cast<std::ptrdiff_t>(splice.offset + splice.inserted)));
}

void check(const World& world) {
    const History& history = world.document.history();
    RC_ASSERT(world.tree.count() == world.steps.size());
    std::vector<bool> done(world.steps.size(), false);
    for (std::size_t step = world.current; step != 0; step = world.steps[step].parent)
        done[step] = true;
    done[0] = true;
    RC_ASSERT(world.tree.current() == world.current);
    for (StepIndex step = 0; step < world.tree.count(); ++step) {
        const Watched& watched = world.steps[step];
        RC_ASSERT(world.tree.lastStateOf(step) == watched.state);
        RC_ASSERT(world.tree.stepOf(watched.state) == step);
        RC_ASSERT(world.tree.isDone(step) == done[step]);
        if (step == 0)
            continue;
        const StepIndex parent = world.tree.parentOf(history, step);
        RC_ASSERT(parent == watched.parent);
        RC_ASSERT(world.tree.depthOf(step) == world.tree.depthOf(parent) + 1);
        checkSplice(world.tree.spliceOf(history, step), world.steps[watched.parent].bytes, watched.bytes);
    }
}

void someOperation(World& world) {
    switch (*rc::gen::inRange(0, 8)) {
        case 0:
        case 1:
        case 2:
            return world.type();
        case 3:
            return world.edit();
        case 4:
            return world.group();
        case 5:
            return world.undo();
        case 6:
            return world.redo();
        default:
            return world.goAnywhere();
    }
}

bool knowsWhatWasDone() {
    return rc::check("steps, branches, splices and marks are those of a plain list", [] {
        World world;
        const int operations = *rc::gen::inRange(1, 60);
        for (int i = 0; i < operations; ++i) {
            someOperation(world);
            if (*rc::gen::inRange(0, 3) != 0 && i + 1 < operations)
                continue;  // several operations may pass before the tree hears of them
            const History& history = world.document.history();
            const auto most = *rc::gen::inRange<std::size_t>(1, 5);
            while (!world.tree.follow(history, most)) {
            }
            const std::vector<bool> before = [&] {
                std::vector<bool> marks;
                for (StepIndex step = 0; step < world.tree.count(); ++step)
                    marks.push_back(world.tree.isDone(step));
                return marks;
            }();
            const StepIndex changed = world.tree.moveTo(history, history.current());
            for (StepIndex step = 0; step < world.tree.count(); ++step) {
                if (world.tree.isDone(step) != before[step])
                    RC_ASSERT(step >= changed);
            }
            RC_ASSERT((changed == world.tree.count() || world.tree.isDone(changed) != before[changed]));
            check(world);
        }
    });
}

bool aStateInTheMiddleCounts() {
    return rc::check("a state in the middle of a step counts to it, and so does a branch from there", [] {
        Document document;
        const auto keys = *rc::gen::inRange<HistoryState>(2, 9);
        for (ByteOffset at = 0; at < keys; ++at)
            RC_ASSERT(
                document.apply(Edit::insert(at, Content::ofBytes(Bytes(1)), EditKind::Type)).has_value());
        const auto middle = *rc::gen::inRange<HistoryState>(1, keys);
        document.goTo(middle);
        RC_ASSERT(document.apply(Edit::insert(0, someContent(1))).has_value());
        StepTree tree;
        RC_ASSERT(tree.follow(document.history()));
        RC_ASSERT(tree.count() == 3U);
        RC_ASSERT(tree.stepOf(middle) == 1U);
        RC_ASSERT(tree.parentOf(document.history(), 2) == 1U);
        tree.moveTo(document.history(), middle);
        RC_ASSERT((tree.current() == 1U && tree.isDone(1) && !tree.isDone(2)));
    });
}

}  // namespace
}  // namespace octavo

int main() {
    return octavo::knowsWhatWasDone() && octavo::aStateInTheMiddleCounts() ? 0 : 1;
}
