// The program's own formats on real files: a tree that follows edits is the one that would be read afresh,
// and every byte that a field is shown for is found again from the byte.

#include <rapidcheck.h>

#include "core/structure/field_places.h"
#include "core/structure/format_library.h"
#include "core/structure/structure_dump.h"
#include "tests/support/format_samples.h"

namespace octavo {
namespace {

using test::FormatSample;

struct Loaded {
    FormatSample sample;
    std::shared_ptr<const FormatSet> formats;
};

/// The small samples; big ones would be read too often.
const std::vector<Loaded>& smallSamples() {
    static const std::vector<Loaded> all = [] {
        constexpr std::size_t kSmall = 1500;
        const FormatLibrary library = FormatLibrary::read({});
        std::vector<Loaded> made;
        for (const std::string& name : test::formatSampleNames()) {
            FormatSample sample = test::formatSample(name);
            // Damaged class files describe trees without end.
            if (sample.data.size() > kSmall || sample.format == "dex")
                continue;
            auto formats = loadFormat(library.find(sample.format)->path, library.search()).set;
            made.push_back({.sample = std::move(sample), .formats = std::move(formats)});
        }
        return made;
    }();
    return all;
}

const Loaded& anySample() {
    return smallSamples()[*rc::gen::inRange<std::size_t>(0, smallSamples().size())];
}

StructureTree::Options options() {
    return {.mostNodes = 50'000, .deepest = 40};
}

std::string dumpOf(StructureTree& tree, ByteCount size) {
    static constexpr std::size_t kLongest = std::size_t{4} << 20;
    std::string text;
    dumpStructure(tree, "sample", size, {.mostItems = 100}, [&text](std::string_view part) {
        text += part.substr(0, kLongest - std::min(kLongest, text.size()));
    });
    return text;
}

ByteRange edit(std::vector<std::byte>& data) {
    const auto at = *rc::gen::inRange<std::size_t>(0, data.size() + 1);
    const auto removed = *rc::gen::inRange<std::size_t>(0, std::min<std::size_t>(data.size() - at, 4) + 1);
    const bool isOverwrite = *rc::gen::inRange(0, 4) > 0;
    const std::size_t inserted = isOverwrite ? removed : *rc::gen::inRange<std::size_t>(0, 4);
    const auto begin = data.begin() + static_cast<std::ptrdiff_t>(at);
    data.erase(begin, begin + static_cast<std::ptrdiff_t>(removed));
    for (std::size_t i = 0; i < inserted; ++i)
        data.insert(data.begin() + static_cast<std::ptrdiff_t>(at + i),
                    static_cast<std::byte>(*rc::gen::inRange(0, 256)));
    return ByteRange::ofLength(at, removed);
}

void followingIsReadingAfresh() {
    const Loaded& loaded = anySample();
    std::vector<std::byte> data = loaded.sample.data;
    StructureTree tree(loaded.formats, Snapshot::ofBytes(data), options());
    for (int edits = *rc::gen::inRange(1, 4); edits > 0; --edits) {
        if (*rc::gen::inRange(0, 2) == 0)
            dumpOf(tree, data.size());
        for (int looks = *rc::gen::inRange(0, 3); looks > 0 && !data.empty(); --looks)
            static_cast<void>(fieldAt(tree, *rc::gen::inRange<std::size_t>(0, data.size()), 2000));
        const ByteRange changed = edit(data);
        tree.follow(Snapshot::ofBytes(data), changed);
    }
    StructureTree afresh(loaded.formats, Snapshot::ofBytes(data), options());
    RC_ASSERT(dumpOf(tree, data.size()) == dumpOf(afresh, data.size()));
}

/// What lies in a range is found from any byte of it, and nothing that lies elsewhere.
void fieldsAreFoundFromTheirBytes() {
    const Loaded& loaded = anySample();
    const ByteCount size = loaded.sample.data.size();
    StructureTree tree(loaded.formats, Snapshot::ofBytes(loaded.sample.data), options());
    const auto begin = *rc::gen::inRange<ByteOffset>(0, size);
    const ByteRange range = {begin, *rc::gen::inRange<ByteOffset>(begin + 1, size + 1)};
    std::vector<std::pair<std::string, ByteRange>> all;
    std::vector<std::pair<std::string, ByteRange>> inRange;
    forEachFieldIn(tree, {0, size}, 100, 200'000,
                   [&all](const FieldPlace& place) { all.emplace_back(place.node.path(), place.range); });
    const bool isWhole = forEachFieldIn(tree, range, 100, 200'000, [&inRange](const FieldPlace& place) {
        inRange.emplace_back(place.node.path(), place.range);
    });
    RC_PRE(isWhole);
    std::erase_if(all, [range](const auto& each) { return !each.second.intersects(range); });
    RC_ASSERT(inRange == all);
}

}  // namespace
}  // namespace octavo

int main() {
    using namespace octavo;
    bool ok = rc::check("following is reading afresh", followingIsReadingAfresh);
    ok &= rc::check("fields are found from their bytes", fieldsAreFoundFromTheirBytes);
    return ok ? 0 : 1;
}
