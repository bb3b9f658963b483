// Document against NaiveDocument: random edits, undo, redo, branches, groups, pastes, rebases; snapshots
// never change.

#include <rapidcheck.h>
#include <vector>

#include "core/buffer/document.h"
#include "core/source/memory_source.h"
#include "tests/support/naive_document.h"

namespace octavo {
namespace {

using Bytes = NaiveDocument::Bytes;

Bytes someBytes(std::size_t most) {
    Bytes bytes(*rc::gen::inRange<std::size_t>(0, most + 1));
    for (std::byte& byte : bytes)
        byte = static_cast<std::byte>(*rc::gen::inRange(0, 256));
    return bytes;
}

Bytes bytesOf(const Snapshot& snapshot) {
    Bytes bytes(snapshot.size());
    RC_ASSERT(snapshot.read(0, bytes).isEmpty());
    return bytes;
}

ByteRange someRange(ByteCount size) {
    const auto a = *rc::gen::inRange<ByteOffset>(0, size + 1);
    return {a, *rc::gen::inRange<ByteOffset>(a, std::min(size, a + 12) + 1)};
}

Bytes part(const Bytes& bytes, ByteRange range) {
    return {bytes.begin() + static_cast<std::ptrdiff_t>(range.begin),
            bytes.begin() + static_cast<std::ptrdiff_t>(range.end)};
}

/// Every offset read to the end, and scanned with random cuts.
void checkReads(const Snapshot& snapshot, const Bytes& expected) {
    RC_ASSERT(bytesOf(snapshot) == expected);
    for (ByteOffset at = 0; at <= expected.size(); ++at) {
        Bytes tail(std::min<std::size_t>(9, expected.size() - at));
        RC_ASSERT(snapshot.read(at, tail).isEmpty());
        RC_ASSERT(tail == part(expected, ByteRange::ofLength(at, tail.size())));
    }
    const ByteRange range = someRange(expected.size());
    Bytes scanned;
    const ScanReport report = snapshot.scan(
        range,
        [&](ByteOffset at, std::span<const std::byte> bytes) {
            RC_ASSERT(at == range.begin + scanned.size());
            scanned.insert(scanned.end(), bytes.begin(), bytes.end());
            return true;
        },
        *rc::gen::inRange<std::size_t>(1, 40));
    RC_ASSERT(report.isClean());
    RC_ASSERT(scanned == part(expected, range));
}

/// A real document and its naive twin. Steps of one edit each, so that their states correspond one to one.
struct Twins {
    explicit Twins(const Bytes& start)
        : document(std::make_shared<MemorySource>(start)), naive(start), stateOf{0} {}

    void edit(ByteRange range, const Content& content, const Bytes& same) {
        RC_ASSERT(document.apply(Edit::replace(range, content)).has_value());
        if (range.isEmpty() && same.empty())
            return;
        naive.replace(range, same);
        stateOf.push_back(document.history().current());
    }
    Document document;
    NaiveDocument naive;
    std::vector<HistoryState> stateOf;  // by the twin's state number
};

void pasteStep(Twins& twins, const std::vector<std::pair<Snapshot, Bytes>>& kept) {
    const ByteRange target = someRange(twins.document.size());
    const auto& [snapshot, bytes] = *rc::gen::elementOf(kept);
    const ByteRange from = someRange(bytes.size());
    twins.edit(target, Content::ofSnapshot(snapshot, from), part(bytes, from));
}

void multiStep(Twins& twins) {
    MultiEdit edit;
    const Bytes with = someBytes(3);
    edit.content = Content::ofBytes(with);
    Bytes replaced;
    ByteOffset at = 0;
    const Bytes& before = twins.naive.bytes();
    while (at <= before.size() && *rc::gen::inRange(0, 8) != 0) {
        const auto begin = *rc::gen::inRange<ByteOffset>(at, std::min<ByteOffset>(before.size(), at + 5) + 1);
        const auto end =
            *rc::gen::inRange<ByteOffset>(begin, std::min<ByteOffset>(before.size(), begin + 3) + 1);
        edit.ranges.push_back({begin, end});
        const Bytes between = part(before, {at, begin});
        replaced.insert(replaced.end(), between.begin(), between.end());
        replaced.insert(replaced.end(), with.begin(), with.end());
        at = end + (begin == end ? 1 : 0);
        if (begin == end && begin < before.size())
            replaced.push_back(before[begin]);
    }
    RC_ASSERT(twins.document.apply(edit).has_value());
    if (edit.ranges.empty())
        return;
    // `replaced` may hold one byte behind the last range, kept above to step over an empty one.
    const Bytes rest = at <= before.size() ? part(before, {at, before.size()}) : Bytes{};
    replaced.insert(replaced.end(), rest.begin(), rest.end());
    twins.naive.replace({0, before.size()}, replaced);
    twins.stateOf.push_back(twins.document.history().current());
}

void randomSession() {
    Twins twins(someBytes(40));
    std::vector<std::pair<Snapshot, Bytes>> kept{{twins.document.snapshot(), twins.naive.bytes()}};
    const int steps = *rc::gen::inRange(1, 60);
    for (int step = 0; step < steps; ++step) {
        switch (*rc::gen::inRange(0, 10)) {
            case 0:
                if (twins.naive.canUndo()) {
                    twins.document.undo();
                    twins.naive.undo();
                }
                break;
            case 1:
                RC_ASSERT(twins.document.canRedo() == twins.naive.canRedo());
                if (twins.naive.canRedo()) {
                    twins.document.redo();
                    twins.naive.redo();
                }
                break;
            case 2: {
                const auto state = *rc::gen::inRange<std::size_t>(0, twins.naive.stateCount());
                twins.document.goTo(twins.stateOf[state]);
                twins.naive.goTo(state);
                break;
            }
            case 3:
                kept.emplace_back(twins.document.snapshot(), twins.naive.bytes());
                break;
            case 4:
                pasteStep(twins, kept);
                break;
            case 5:
                multiStep(twins);
                break;
            case 6: {
                twins.document.rebase(std::make_shared<MemorySource>(twins.naive.bytes()));
                RC_ASSERT(!twins.document.isModified());
                break;
            }
            default: {
                const Bytes bytes = someBytes(6);
                twins.edit(someRange(twins.document.size()), Content::ofBytes(bytes), bytes);
            }
        }
        RC_ASSERT(twins.document.size() == twins.naive.bytes().size());
        RC_ASSERT(twins.document.snapshot().tree().isConsistent());
        RC_ASSERT(bytesOf(twins.document.snapshot()) == twins.naive.bytes());
    }
    checkReads(twins.document.snapshot(), twins.naive.bytes());
    for (const auto& [snapshot, bytes] : kept)
        checkReads(snapshot, bytes);
}

bool properties() {
    bool ok = rc::check("a document equals its naive twin", randomSession);
    ok &= rc::check("typing is taken back as one step, wherever it happens", [] {
        const Bytes start = someBytes(20);
        Document document(std::make_shared<MemorySource>(start));
        const auto at = *rc::gen::inRange<ByteOffset>(0, start.size() + 1);
        const Bytes typed = *rc::gen::suchThat(rc::gen::exec([] { return someBytes(10); }),
                                               [](const Bytes& b) { return !b.empty(); });
        for (std::size_t i = 0; i < typed.size(); ++i) {
            const auto one = Content::ofBytes(std::span(typed).subspan(i, 1));
            RC_ASSERT(document.apply(Edit::insert(at + i, one, EditKind::Type)).has_value());
        }
        RC_ASSERT(document.size() == start.size() + typed.size());
        document.undo();
        RC_ASSERT(bytesOf(document.snapshot()) == start);
        RC_ASSERT(!document.canUndo());
        document.redo();
        RC_ASSERT(document.size() == start.size() + typed.size());
        RC_ASSERT(!document.canRedo());
    });
    ok &= rc::check("a group that fails leaves no trace, one that succeeds is one step", [] {
        const Bytes start = someBytes(20);
        Document document(std::make_shared<MemorySource>(start));
        const bool fails = *rc::gen::arbitrary<bool>();
        const int edits = *rc::gen::inRange(1, 5);
        const Status status = document.applyTogether([&]() -> Status {
            for (int i = 0; i < edits; ++i) {
                const Bytes one{std::byte{0x55}};
                if (Status done = document.apply(Edit::insert(0, Content::ofBytes(one))); !done)
                    return done;
            }
            return fails ? Status(fail(ErrorCode::Malformed)) : Status();
        });
        RC_ASSERT(status.has_value() == !fails);
        RC_ASSERT(document.canUndo() == !fails);
        RC_ASSERT(!document.canRedo());
        if (!fails)
            document.undo();
        RC_ASSERT(bytesOf(document.snapshot()) == start);
        RC_ASSERT(!document.canUndo());
    });
    return ok;
}

}  // namespace
}  // namespace octavo

int main() {
    return octavo::properties() ? 0 : 1;
}
