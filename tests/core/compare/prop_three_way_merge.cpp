// threeWayMerge against a naive model: positions of the base, marked by whoever edited them.

#include <algorithm>
#include <rapidcheck.h>
#include <vector>

#include "core/compare/own_edits.h"
#include "core/compare/three_way_merge.h"
#include "core/source/memory_source.h"
#include "tests/support/bytes.h"

namespace octavo {
namespace {

Bytes someBytes(std::size_t least, std::size_t most, int values) {
    Bytes bytes(*rc::gen::inRange<std::size_t>(least, most + 1));
    for (std::byte& byte : bytes)
        byte = static_cast<std::byte>(*rc::gen::inRange(0, values));
    return bytes;
}

Bytes part(const Bytes& bytes, ByteRange range) {
    return {bytes.begin() + static_cast<std::ptrdiff_t>(range.begin),
            bytes.begin() + static_cast<std::ptrdiff_t>(range.end)};
}

void append(Bytes& to, const Bytes& bytes) {
    to.insert(to.end(), bytes.begin(), bytes.end());
}

/// One side's edits, and what they make of the base.
struct Version {
    std::vector<Hunk> hunks;
    Bytes bytes;
};

Version someVersion(const Bytes& base) {
    Version version;
    ByteOffset at = 0;
    const int edits = *rc::gen::inRange(0, 4);
    for (int i = 0; i < edits; ++i) {
        const auto begin = *rc::gen::inRange<ByteOffset>(at, base.size() + 1);
        const auto end =
            *rc::gen::inRange<ByteOffset>(begin, std::min<ByteOffset>(base.size(), begin + 4) + 1);
        const Bytes with = someBytes(begin == end ? 1 : 0, 3, 2);
        append(version.bytes, part(base, {at, begin}));
        version.hunks.push_back({{begin, end}, ByteRange::ofLength(version.bytes.size(), with.size())});
        append(version.bytes, with);
        at = end;
        if (at == base.size())
            break;
        append(version.bytes, part(base, {at, at + 1}));  // the next does not touch this one
        ++at;
    }
    append(version.bytes, part(base, {at, base.size()}));
    return version;
}

/// Does an edit of one side overlap or touch one of the other, through however many others?
bool naiveTouches(const Hunk& one, const Hunk& other) {
    return one.before.begin <= other.before.end && other.before.begin <= one.before.end;
}

void mergesAsTheModelDoes() {
    const Bytes base = someBytes(0, 24, 2);
    const Version mine = someVersion(base);
    const Version theirs = someVersion(base);
    const auto isSame = [&](ByteRange one, ByteRange other) {
        return part(mine.bytes, one) == part(theirs.bytes, other);
    };
    const auto regions = threeWayMerge(mine.hunks, theirs.hunks, isSame);

    // Each version is the base with its own ranges of the regions.
    Bytes mineAgain;
    Bytes theirsAgain;
    ByteOffset reached = 0;
    for (const MergeRegion& region : regions) {
        RC_ASSERT(region.base.begin >= reached);
        const Bytes between = part(base, {reached, region.base.begin});
        append(mineAgain, between);
        append(theirsAgain, between);
        RC_ASSERT(region.mine.begin == mineAgain.size());
        RC_ASSERT(region.theirs.begin == theirsAgain.size());
        append(mineAgain, part(mine.bytes, region.mine));
        append(theirsAgain, part(theirs.bytes, region.theirs));
        reached = region.base.end;
    }
    append(mineAgain, part(base, {reached, base.size()}));
    append(theirsAgain, part(base, {reached, base.size()}));
    RC_ASSERT(mineAgain == mine.bytes);
    RC_ASSERT(theirsAgain == theirs.bytes);

    // An edit belongs to both sides exactly where one of the other side's touches it.
    for (const Hunk& hunk : mine.hunks) {
        const bool touches =
            std::ranges::any_of(theirs.hunks, [&](const Hunk& other) { return naiveTouches(hunk, other); });
        const auto region = std::ranges::find_if(regions, [&](const MergeRegion& each) {
            return each.mine.contains(hunk.after) && each.base.contains(hunk.before);
        });
        RC_ASSERT(region != regions.end());
        if (touches)
            RC_ASSERT(
                (region->kind == MergeRegion::Kind::Conflict || region->kind == MergeRegion::Kind::Same));
    }
    for (const MergeRegion& region : regions) {
        const bool isShared =
            region.kind == MergeRegion::Kind::Conflict || region.kind == MergeRegion::Kind::Same;
        const bool hasPair = std::ranges::any_of(mine.hunks, [&](const Hunk& one) {
            return region.base.contains(one.before) &&
                   std::ranges::any_of(theirs.hunks, [&](const Hunk& other) {
                       return region.base.contains(other.before) && naiveTouches(one, other);
                   });
        });
        RC_ASSERT((!isShared || hasPair));
        if (region.kind == MergeRegion::Kind::Mine)
            RC_ASSERT(part(base, region.base) == part(theirs.bytes, region.theirs));
        if (region.kind == MergeRegion::Kind::Theirs)
            RC_ASSERT(part(base, region.base) == part(mine.bytes, region.mine));
        if (region.kind == MergeRegion::Kind::Same)
            RC_ASSERT(part(mine.bytes, region.mine) == part(theirs.bytes, region.theirs));
    }
}

/// The same through a document: edited, merged, undone.
void theDocumentBecomesTheMergedOne() {
    const Bytes base = someBytes(0, 24, 3);
    const Version mine = someVersion(base);
    const Version theirs = someVersion(base);
    const auto baseSource = std::make_shared<MemorySource>(base);
    Document document(baseSource);
    for (auto hunk = mine.hunks.rbegin(); hunk != mine.hunks.rend(); ++hunk)
        RC_ASSERT(document.apply(Edit::replace(hunk->before, Content::ofBytes(part(mine.bytes, hunk->after))))
                      .has_value());
    const auto edits = ownEdits(document.snapshot(), document.baseChunk(), base.size());
    const auto isSame = [&](ByteRange one, ByteRange other) {
        return part(mine.bytes, one) == part(theirs.bytes, other);
    };
    const auto regions = threeWayMerge(edits, theirs.hunks, isSame);
    std::vector<MergeChoice> choices;
    for (std::size_t i = 0; i < regions.size(); ++i)
        choices.push_back(*rc::gen::element(MergeChoice::Mine, MergeChoice::Theirs));
    const MergePlan plan = planMerge(regions, choices, theirs.bytes.size());

    const auto theirSource = std::make_shared<MemorySource>(theirs.bytes);
    const HistoryState before = document.history().current();
    RC_ASSERT(document
                  .applyTogether([&]() -> Status {
                      for (auto hunk = plan.taken.rbegin(); hunk != plan.taken.rend(); ++hunk) {
                          const auto done = document.apply(
                              Edit::replace(hunk->before, Content::ofSource(theirSource, hunk->after)));
                          if (!done)
                              return done;
                      }
                      return {};
                  })
                  .has_value());
    Bytes expected;
    Bytes marks;  // 1: a byte of theirs in its place
    ByteOffset reached = 0;
    for (std::size_t i = 0; i < regions.size(); ++i) {
        const MergeRegion& region = regions[i];
        append(expected, part(base, {reached, region.base.begin}));
        marks.resize(expected.size(), std::byte{1});
        const bool isMine = region.kind == MergeRegion::Kind::Mine ||
                            (region.kind == MergeRegion::Kind::Conflict && choices[i] == MergeChoice::Mine);
        append(expected, isMine ? part(mine.bytes, region.mine) : part(theirs.bytes, region.theirs));
        marks.resize(expected.size(), isMine ? std::byte{0} : std::byte{1});
        reached = region.base.end;
    }
    append(expected, part(base, {reached, base.size()}));
    marks.resize(expected.size(), std::byte{1});
    RC_ASSERT(bytesOf(document.snapshot()) == expected);

    document.rebaseOnto(theirSource, plan.kept);
    RC_ASSERT(bytesOf(document.snapshot()) == expected);
    Bytes seen(expected.size(), std::byte{1});
    document.forEachModified({0, document.size()}, [&](ByteRange range) {
        std::fill_n(seen.begin() + static_cast<std::ptrdiff_t>(range.begin), range.size(), std::byte{0});
    });
    RC_ASSERT(seen == marks);
    if (document.history().current() != before) {
        document.undo();
        RC_ASSERT(bytesOf(document.snapshot()) == mine.bytes);
        document.redo();
    }
    RC_ASSERT(bytesOf(document.snapshot()) == expected);
}

/// Edits in any order, undone and pasted about: the list of them leads from the base to the document.
void ownEditsLeadToTheDocument() {
    const Bytes base = someBytes(0, 40, 256);
    Document document(std::make_shared<MemorySource>(base));
    const int steps = *rc::gen::inRange(0, 12);
    for (int i = 0; i < steps; ++i) {
        const auto begin = *rc::gen::inRange<ByteOffset>(0, document.size() + 1);
        const auto end = *rc::gen::inRange<ByteOffset>(begin, std::min(document.size(), begin + 6) + 1);
        const auto from = *rc::gen::inRange<ByteOffset>(0, document.size() + 1);
        const auto to = *rc::gen::inRange<ByteOffset>(from, std::min(document.size(), from + 6) + 1);
        const Content content = *rc::gen::arbitrary<bool>()
                                    ? Content::ofSnapshot(document.snapshot(), {from, to})
                                    : Content::ofBytes(someBytes(0, 4, 256));
        RC_ASSERT(document.apply(Edit::replace({begin, end}, content)).has_value());
        if (document.canUndo() && *rc::gen::inRange(0, 4) == 0)
            document.undo();
    }
    Bytes made;
    ByteOffset reached = 0;
    const Bytes now = bytesOf(document.snapshot());
    for (const Hunk& hunk : ownEdits(document.snapshot(), document.baseChunk(), base.size())) {
        append(made, part(base, {reached, hunk.before.begin}));
        RC_ASSERT(made.size() == hunk.after.begin);
        append(made, part(now, hunk.after));
        reached = hunk.before.end;
    }
    append(made, part(base, {reached, base.size()}));
    RC_ASSERT(made == now);
}

}  // namespace
}  // namespace octavo

int main() {
    bool ok = rc::check("a merge keeps both versions and calls a conflict what touches",
                        octavo::mergesAsTheModelDoes);
    ok = rc::check("a document becomes the merged one and undo brings mine back",
                   octavo::theDocumentBecomesTheMergedOne) &&
         ok;
    ok =
        rc::check("a document's own edits lead from its base to it", octavo::ownEditsLeadToTheDocument) && ok;
    return ok ? 0 : 1;
}
