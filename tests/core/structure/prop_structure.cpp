// Structures: read as somebody looks they are the same as read from the top; damaged and shortened data give
// trees with errors, never a crash; what is placed lies in the data.

#include <cstdio>
#include <random>
#include <rapidcheck.h>
#include <string>
#include <vector>

#include "core/structure/node_path.h"
#include "core/structure/structure_dump.h"
#include "tests/support/language_cases.h"

namespace octavo {
namespace {

using test::LanguageCase;

struct Loaded {
    LanguageCase known;
    std::shared_ptr<const FormatSet> set;
};

const std::vector<Loaded>& loadedCases() {
    static const std::vector<Loaded> all = [] {
        std::vector<Loaded> made;
        for (LanguageCase& known : test::languageCases()) {
            auto set = test::loadText(known.description).set;
            RC_ASSERT(set != nullptr);
            made.push_back({.known = std::move(known), .set = std::move(set)});
        }
        return made;
    }();
    return all;
}

std::string dumpOf(StructureTree& tree, ByteCount size) {
    std::string text;
    dumpStructure(tree, "case", size, {}, [&text](std::string_view part) { text += part; });
    return text;
}

StructureTree::Options optionsFor(ReadingMode mode) {
    return {.mode = mode, .mostNodes = 2000, .deepest = 40};
}

std::string dumpOf(const Loaded& loaded, const std::vector<std::byte>& data, ReadingMode mode) {
    StructureTree tree(loaded.set, Snapshot::ofBytes(data), optionsFor(mode));
    return dumpOf(tree, data.size());
}

/// Looks at fields anywhere in the tree, in no order.
void lookAround(StructureTree& tree, StructureNode& structure, int depth) {
    const std::size_t count = structure.type->fields.size();
    for (std::size_t looks = *rc::gen::inRange<std::size_t>(0, count + 1); looks > 0; --looks) {
        const auto slot = *rc::gen::inRange<std::size_t>(0, count);
        FieldNode& node = tree.field(structure, slot);
        if (node.structure && depth < 6)
            lookAround(tree, *node.structure, depth + 1);
        if (!node.array || node.array->count() == 0)
            continue;
        FieldNode& item = tree.item(*node.array, *rc::gen::inRange<std::uint64_t>(0, node.array->count()));
        if (item.structure && depth < 6)
            lookAround(tree, *item.structure, depth + 1);
    }
}

std::vector<std::byte> damaged(std::vector<std::byte> data) {
    for (int changes = *rc::gen::inRange(0, 4); changes > 0 && !data.empty(); --changes)
        data[*rc::gen::inRange<std::size_t>(0, data.size())] =
            static_cast<std::byte>(*rc::gen::inRange(0, 256));
    return data;
}

/// Instances that say where the stream stands depend on the order by their nature.
bool dependsOnOrder(const Loaded& loaded) {
    return loaded.known.description.find("_io.pos") != std::string::npos ||
           loaded.known.description.find("_io.eof") != std::string::npos ||
           loaded.known.description.find("repeat: until") != std::string::npos;
}

void theOrderOfLookingMakesNoDifference() {
    const Loaded& loaded = loadedCases()[*rc::gen::inRange<std::size_t>(0, loadedCases().size())];
    RC_PRE(!dependsOnOrder(loaded));
    const auto data = damaged(loaded.known.data);
    StructureTree looked(loaded.set, Snapshot::ofBytes(data), optionsFor(ReadingMode::Lenient));
    lookAround(looked, looked.root(), 0);
    RC_ASSERT(dumpOf(looked, data.size()) == dumpOf(loaded, data, ReadingMode::Lenient));
}

void withoutErrorsLenientIsStrict() {
    for (const Loaded& loaded : loadedCases()) {
        const std::string strict = dumpOf(loaded, loaded.known.data, ReadingMode::Strict);
        if (strict.find("\"error\"") == std::string::npos && !dependsOnOrder(loaded))
            RC_ASSERT(dumpOf(loaded, loaded.known.data, ReadingMode::Lenient) == strict);
    }
}

void everyBeginningOfTheDataGivesATree() {
    for (const Loaded& loaded : loadedCases()) {
        for (std::size_t length = 0; length <= loaded.known.data.size(); ++length) {
            const std::vector<std::byte> data(
                loaded.known.data.begin(), loaded.known.data.begin() + static_cast<std::ptrdiff_t>(length));
            for (const ReadingMode mode : {ReadingMode::Strict, ReadingMode::Lenient})
                RC_ASSERT(dumpOf(loaded, data, mode).ends_with("}\n"));
        }
    }
}

/// The leaves that were read from the data, with their paths.
void collectLeaves(StructureTree& tree, StructureNode& structure, std::vector<NodeRef>& leaves, int depth) {
    tree.readSequence(structure);
    for (std::size_t slot = 0; slot < structure.type->fields.size() && depth < 6; ++slot) {
        FieldNode& node = tree.field(structure, slot);
        const NodeRef at{.structure = &structure, .slot = slot, .index = {}};
        if (node.structure)
            collectLeaves(tree, *node.structure, leaves, depth + 1);
        for (std::uint64_t i = 0; node.array && i < node.array->count(); ++i) {
            FieldNode& item = tree.item(*node.array, i);
            if (item.structure)
                collectLeaves(tree, *item.structure, leaves, depth + 1);
            else if (item.isEnded)
                leaves.push_back({.structure = &structure, .slot = slot, .index = i});
        }
        if (node.isEnded && !node.structure && !node.array)
            leaves.push_back(at);
    }
}

/// Another value of the kind that the field has; not always one that fits.
StructureValue otherValue(const StructureValue& now) {
    if (now.as<bool>() != nullptr)
        return StructureValue(*rc::gen::arbitrary<bool>());
    if (now.as<double>() != nullptr)
        return StructureValue(static_cast<double>(*rc::gen::arbitrary<std::int16_t>()) / 4);
    if (const auto* text = now.as<std::u16string>()) {
        std::u16string other = *text;
        for (char16_t& unit : other)
            unit = static_cast<char16_t>(*rc::gen::inRange<int>('a', 'z'));
        return StructureValue(other);
    }
    if (const auto* bytes = now.as<BytesValue>()) {
        auto copy = *bytes->copy();
        for (std::byte& each : copy)
            each = static_cast<std::byte>(*rc::gen::inRange(0, 256));
        return StructureValue(BytesValue{
            .space = nullptr, .range = {}, .literal = std::make_shared<const std::vector<std::byte>>(copy)});
    }
    const int bits = *rc::gen::inRange(1, 64);
    return StructureValue(Int128{*rc::gen::arbitrary<std::int64_t>() >> (64 - bits)});
}

void whatIsSetIsReadBack() {
    const Loaded& loaded = loadedCases()[*rc::gen::inRange<std::size_t>(0, loadedCases().size())];
    std::vector<std::byte> data = loaded.known.data;
    StructureTree tree(loaded.set, Snapshot::ofBytes(data), optionsFor(ReadingMode::Lenient));
    std::vector<NodeRef> leaves;
    collectLeaves(tree, tree.root(), leaves, 0);
    RC_PRE(!leaves.empty());
    const NodeRef& leaf = leaves[*rc::gen::inRange<std::size_t>(0, leaves.size())];
    const FieldNode& before = leaf.read(tree);
    const StructureValue value = otherValue(before.value);
    const auto change = tree.change(*leaf.structure, *leaf.slot, leaf.index, value);
    RC_PRE(change.has_value());
    RC_ASSERT((change->range.end <= data.size() && change->bytes.size() == change->range.size()));
    std::copy(change->bytes.begin(), change->bytes.end(),
              data.begin() + static_cast<std::ptrdiff_t>(change->range.begin));
    StructureTree after(loaded.set, Snapshot::ofBytes(data), optionsFor(ReadingMode::Lenient));
    const auto again = nodeAt(after, leaf.path());
    // What it says where it is itself may have changed with it.
    RC_PRE(again.has_value());
    const FieldNode& read = again->read(after);
    RC_PRE((read.isEnded && read.begin == before.begin && read.end == before.end));
    RC_ASSERT(equalValues(read.value, value).value_or(false));
}

/// Setting what a field holds already changes nothing.
void settingTheSameChangesNothing() {
    for (const Loaded& loaded : loadedCases()) {
        const std::vector<std::byte>& data = loaded.known.data;
        StructureTree tree(loaded.set, Snapshot::ofBytes(data), optionsFor(ReadingMode::Lenient));
        std::vector<NodeRef> leaves;
        collectLeaves(tree, tree.root(), leaves, 0);
        for (const NodeRef& leaf : leaves) {
            FieldNode& node = leaf.read(tree);
            const auto change = tree.change(*leaf.structure, *leaf.slot, leaf.index, node.value);
            // Compressing again may come to other bytes for the same data; malformed text has no way back.
            if (!change || loaded.known.name == "processes" || loaded.known.name == "strings")
                continue;
            const std::vector<std::byte> now(data.begin() + static_cast<std::ptrdiff_t>(change->range.begin),
                                             data.begin() + static_cast<std::ptrdiff_t>(change->range.end));
            RC_ASSERT(change->bytes == now);
        }
    }
}

/// One edit of the data: other bytes, more or fewer. Returns the range of the old bytes that it replaced.
ByteRange edit(std::vector<std::byte>& data) {
    const auto at = *rc::gen::inRange<std::size_t>(0, data.size() + 1);
    const auto removed = *rc::gen::inRange<std::size_t>(0, std::min<std::size_t>(data.size() - at, 4) + 1);
    const bool isOverwrite = *rc::gen::inRange(0, 3) > 0;
    const std::size_t inserted = isOverwrite ? removed : *rc::gen::inRange<std::size_t>(0, 4);
    const auto begin = data.begin() + static_cast<std::ptrdiff_t>(at);
    data.erase(begin, begin + static_cast<std::ptrdiff_t>(removed));
    for (std::size_t i = 0; i < inserted; ++i)
        data.insert(data.begin() + static_cast<std::ptrdiff_t>(at + i),
                    static_cast<std::byte>(*rc::gen::inRange(0, *rc::gen::inRange(1, 256))));
    return ByteRange::ofLength(at, removed);
}

/// A tree that follows edits is the one that would be read afresh, whatever was looked at in between.
void followingIsReadingAfresh() {
    const Loaded& loaded = loadedCases()[*rc::gen::inRange<std::size_t>(0, loadedCases().size())];
    RC_PRE(!dependsOnOrder(loaded));
    std::vector<std::byte> data = damaged(loaded.known.data);
    StructureTree tree(loaded.set, Snapshot::ofBytes(data), optionsFor(ReadingMode::Lenient));
    for (int edits = *rc::gen::inRange(1, 5); edits > 0; --edits) {
        if (*rc::gen::inRange(0, 2) == 0)
            lookAround(tree, tree.root(), 0);
        else
            dumpOf(tree, data.size());
        const ByteRange changed = edit(data);
        tree.follow(Snapshot::ofBytes(data), changed);
    }
    RC_ASSERT(dumpOf(tree, data.size()) == dumpOf(loaded, data, ReadingMode::Lenient));
}

/// Items that are forgotten are read again as they were.
void forgettingLosesNothing() {
    const Loaded& loaded = loadedCases()[*rc::gen::inRange<std::size_t>(0, loadedCases().size())];
    RC_PRE(!dependsOnOrder(loaded));
    const auto data = damaged(loaded.known.data);
    StructureTree tree(loaded.set, Snapshot::ofBytes(data), optionsFor(ReadingMode::Lenient));
    const std::string before = dumpOf(tree, data.size());
    for (std::size_t slot = 0; slot < tree.root().type->fields.size(); ++slot) {
        FieldNode& node = tree.field(tree.root(), slot);
        for (std::uint64_t i = 0; node.array && i < node.array->count(); ++i)
            tree.forget(*node.array, i);
    }
    RC_ASSERT(dumpOf(tree, data.size()) == before);
}

void requirePlaced(const FieldNode& node, ByteCount size) {
    if (node.isPlaced && node.isEnded && node.space->isDocument()) {
        RC_ASSERT(node.begin.byte <= node.range().end);
        RC_ASSERT(node.range().end <= size);
    }
}

void requireInside(StructureTree& tree, StructureNode& structure, ByteCount size, int depth) {
    tree.readSequence(structure);
    for (std::size_t slot = 0; slot < structure.type->fields.size() && depth < 8; ++slot) {
        FieldNode& node = tree.field(structure, slot);
        requirePlaced(node, size);
        if (node.structure)
            requireInside(tree, *node.structure, size, depth + 1);
        for (std::uint64_t i = 0; node.array && i < node.array->count(); ++i) {
            FieldNode& item = tree.item(*node.array, i);
            requirePlaced(item, size);
            if (item.structure)
                requireInside(tree, *item.structure, size, depth + 1);
        }
    }
}

void whatIsPlacedLiesInTheData() {
    const Loaded& loaded = loadedCases()[*rc::gen::inRange<std::size_t>(0, loadedCases().size())];
    const auto data = damaged(loaded.known.data);
    StructureTree tree(loaded.set, Snapshot::ofBytes(data), optionsFor(ReadingMode::Lenient));
    requireInside(tree, tree.root(), data.size(), 0);
}

}  // namespace
}  // namespace octavo

int main() {
    using namespace octavo;
    bool ok = true;
    const auto check = [&ok](const char* name, void (*property)()) { ok &= rc::check(name, property); };
    check("the order of looking makes no difference", theOrderOfLookingMakesNoDifference);
    check("without errors lenient is strict", withoutErrorsLenientIsStrict);
    check("every beginning of the data gives a tree", everyBeginningOfTheDataGivesATree);
    check("what is set is read back", whatIsSetIsReadBack);
    check("setting the same changes nothing", settingTheSameChangesNothing);
    check("what is placed lies in the data", whatIsPlacedLiesInTheData);
    check("following is reading afresh", followingIsReadingAfresh);
    check("forgetting loses nothing", forgettingLosesNothing);
    return ok ? 0 : 1;
}
