// diffBytes: the hunks, applied to one version, give the other; what lies between them is equal.

#include <rapidcheck.h>
#include <vector>

#include "core/compare/byte_diff.h"
#include "tests/support/bytes.h"

namespace octavo {
namespace {

Bytes someBytes(std::size_t most, int values) {
    Bytes bytes(*rc::gen::inRange<std::size_t>(0, most + 1));
    for (std::byte& byte : bytes)
        byte = static_cast<std::byte>(*rc::gen::inRange(0, values));
    return bytes;
}

Bytes part(const Bytes& bytes, ByteRange range) {
    return {bytes.begin() + static_cast<std::ptrdiff_t>(range.begin),
            bytes.begin() + static_cast<std::ptrdiff_t>(range.end)};
}

/// Another version: some splices of the first.
Bytes edited(Bytes bytes) {
    const int edits = *rc::gen::inRange(0, 6);
    for (int i = 0; i < edits; ++i) {
        const auto begin = *rc::gen::inRange<std::size_t>(0, bytes.size() + 1);
        const auto removed =
            *rc::gen::inRange<std::size_t>(0, std::min<std::size_t>(bytes.size() - begin, 90) + 1);
        const Bytes inserted = someBytes(*rc::gen::inRange<std::size_t>(0, 90), 256);
        const auto at = bytes.erase(bytes.begin() + static_cast<std::ptrdiff_t>(begin),
                                    bytes.begin() + static_cast<std::ptrdiff_t>(begin + removed));
        bytes.insert(at, inserted.begin(), inserted.end());
    }
    return bytes;
}

void check(const std::vector<Hunk>& hunks, const Bytes& before, const Bytes& after) {
    Bytes made;
    ByteOffset reached = 0;
    ByteOffset reachedAfter = 0;
    for (const Hunk& hunk : hunks) {
        RC_ASSERT((!hunk.before.isEmpty() || !hunk.after.isEmpty()));
        RC_ASSERT((hunk.before.begin >= reached && hunk.after.begin >= reachedAfter));
        RC_ASSERT(hunk.before.begin - reached == hunk.after.begin - reachedAfter);
        const Bytes kept = part(before, {reached, hunk.before.begin});
        made.insert(made.end(), kept.begin(), kept.end());
        const Bytes fresh = part(after, hunk.after);
        made.insert(made.end(), fresh.begin(), fresh.end());
        reached = hunk.before.end;
        reachedAfter = hunk.after.end;
    }
    const Bytes kept = part(before, {reached, before.size()});
    made.insert(made.end(), kept.begin(), kept.end());
    RC_ASSERT(made == after);
}

std::vector<Hunk> diffOf(const Bytes& before, const Bytes& after, const DiffLimits& limits = {}) {
    return diffBytes(Snapshot::ofBytes(before), Snapshot::ofBytes(after), limits).value();
}

void editedVersions() {
    // Few values make blocks that occur many times, many values blocks that occur once.
    const Bytes before = someBytes(3000, *rc::gen::element(2, 4, 256));
    const Bytes after = edited(before);
    check(diffOf(before, after), before, after);
    DiffLimits few;
    few.hunksMost = 2;
    const auto hunks = diffOf(before, after, few);
    RC_ASSERT(hunks.size() <= 2);
    check(hunks, before, after);
    few.alignedMost = 100;
    check(diffOf(before, after, few), before, after);
}

void unrelatedVersions() {
    const Bytes before = someBytes(400, 3);
    const Bytes after = someBytes(400, 3);
    check(diffOf(before, after), before, after);
}

void anInsertionAndARemovalAreFoundAsSuch() {
    Bytes before(3000);  // bytes that repeat nowhere
    std::uint32_t value = *rc::gen::arbitrary<std::uint32_t>();
    for (std::byte& byte : before) {
        value = value * 1664525 + 1013904223;
        byte = static_cast<std::byte>(value >> 24);
    }
    Bytes after = before;
    const Bytes inserted(7, std::byte{0xAA});
    after.insert(after.begin() + 300, inserted.begin(), inserted.end());
    after.erase(after.begin() + 800, after.begin() + 820);
    ByteCount touched = 0;
    for (const Hunk& hunk : diffOf(before, after))
        touched += hunk.before.size() + hunk.after.size();
    RC_ASSERT(touched <= 30U);
}

}  // namespace
}  // namespace octavo

int main() {
    bool ok = rc::check("hunks lead from one version to an edited one", octavo::editedVersions);
    ok = rc::check("and between versions that have nothing to do with each other",
                   octavo::unrelatedVersions) &&
         ok;
    ok = rc::check("bytes put in and taken out elsewhere cost no more than themselves",
                   octavo::anInsertionAndARemovalAreFoundAsSuch) &&
         ok;
    return ok ? 0 : 1;
}
