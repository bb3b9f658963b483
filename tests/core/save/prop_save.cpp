// Random edits, then save: the file holds what a plain vector says, by whichever plan; undo after the save
// still gives every earlier state, and saving those gives their bytes.

#include <rapidcheck.h>

#include "tests/support/faulty_file_system.h"
#include "tests/support/save_world.h"

namespace octavo::test {
namespace {

constexpr ByteCount kLongest = 30'000;

Bytes part(const Bytes& bytes, ByteRange range) {
    return {bytes.begin() + static_cast<std::ptrdiff_t>(range.begin),
            bytes.begin() + static_cast<std::ptrdiff_t>(range.end)};
}

ByteRange someRange(ByteCount size) {
    const auto begin = *rc::gen::inRange<ByteOffset>(0, size + 1);
    return {begin, *rc::gen::inRange<ByteOffset>(begin, std::min<ByteOffset>(size, begin + 6000) + 1)};
}

/// One edit of the document and of the model; same-length ones half of the time, so that both plans come up.
void editBoth(SaveWorld& world, Bytes& model) {
    const ByteRange range = someRange(model.size());
    const bool keepsLength = *rc::gen::arbitrary<bool>();
    const bool isCopy = *rc::gen::arbitrary<bool>();
    Bytes bytes = noise(keepsLength ? range.size() : *rc::gen::inRange<std::size_t>(0, 5000),
                        *rc::gen::arbitrary<unsigned>());
    Content content = Content::ofBytes(bytes);
    if (isCopy && bytes.size() <= model.size()) {
        const auto from = *rc::gen::inRange<ByteOffset>(0, model.size() - bytes.size() + 1);
        const auto source = ByteRange::ofLength(from, bytes.size());
        bytes = part(model, source);
        content = Content::ofSnapshot(world.document().snapshot(), source);
    }
    RC_ASSERT(world.document().apply(Edit::replace(range, std::move(content))).has_value());
    Bytes next = part(model, {0, range.begin});
    next.insert(next.end(), bytes.begin(), bytes.end());
    const Bytes tail = part(model, {range.end, model.size()});
    next.insert(next.end(), tail.begin(), tail.end());
    model = std::move(next);
}

/// Saves as the planner likes or, half of the time, by a Rewrite in small steps; goes on with the saved file.
Result<SaveOutcome> saveSomehow(SaveWorld& world) {
    if (*rc::gen::arbitrary<bool>())
        return world.saveAndRebase();
    SaveTarget target = world.target();
    target.wantedKind = SavePlan::Kind::Rewrite;
    target.stepSize = *rc::gen::elementOf(std::vector<ByteCount>{4096, 8192, 20'480});
    Result<SaveOutcome> outcome = world.saveTo(target);
    if (outcome && outcome->kind != SavePlan::Kind::Nothing)
        world.document().rebase(openFileSource(outcome->path).value());
    return outcome;
}

/// Several rounds of editing and saving, each checked; then all the way back by undo, saving once more on the
/// way.
void savedFilesAreTheModel() {
    Bytes model = noise(*rc::gen::inRange<std::size_t>(0, kLongest));
    SaveWorld world(model);
    std::vector<Bytes> states{model};
    const auto rounds = *rc::gen::inRange(1, 5);
    for (int round = 0; round < rounds; ++round) {
        const auto edits = *rc::gen::inRange(1, 4);
        for (int i = 0; i < edits; ++i) {
            editBoth(world, model);
            if (bytesOf(world.document().snapshot()) != states.back())
                states.push_back(model);
        }
        const Result<SaveOutcome> outcome = saveSomehow(world);
        RC_ASSERT(outcome.has_value());
        RC_CLASSIFY(outcome->kind == SavePlan::Kind::Rewrite, "rewrite");
        RC_CLASSIFY(outcome->kind == SavePlan::Kind::InPlace, "in place");
        RC_CLASSIFY(outcome->kind == SavePlan::Kind::Replace, "replace");
        RC_ASSERT(world.fileContent() == model);
        RC_ASSERT(bytesOf(world.document().snapshot()) == model);
    }
    while (world.document().canUndo()) {
        world.document().undo();
        const Bytes now = bytesOf(world.document().snapshot());
        RC_ASSERT(std::ranges::find(states, now) != states.end());
        if (*rc::gen::inRange(0, 3) == 0) {
            RC_ASSERT(saveSomehow(world).has_value());
            RC_ASSERT(world.fileContent() == now);
        }
    }
    RC_ASSERT(bytesOf(world.document().snapshot()) == states.front());
    RC_ASSERT(world.names() == std::vector<std::string>{"file.bin"});
}

}  // namespace
}  // namespace octavo::test

int main() {
    octavo::test::keepTemporaryFilesInMemory();
    const bool ok =
        rc::check("random edits, then save: the file is the model", octavo::test::savedFilesAreTheModel);
    return ok ? 0 : 1;
}
