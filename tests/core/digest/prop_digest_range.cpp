#include <atomic>
#include <cstdio>
#include <numeric>
#include <rapidcheck.h>

#include "core/base/thread_workers.h"
#include "core/digest/builtin_hashers.h"
#include "core/digest/digest_range.h"
#include "core/source/pattern_source.h"
#include "tests/support/bytes.h"

namespace octavo {
namespace {

/// A source whose bytes cannot be had in one place.
class DamagedSource final : public Source {
public:
    DamagedSource(ByteCount size, ByteRange hole) : size_(size), hole_(hole) {}
    ByteCount size() const override { return size_; }
    void read(ByteOffset offset, std::span<std::byte> out, RangeSet& unreadable) const override {
        std::fill(out.begin(), out.end(), std::byte{0});
        const ByteRange bad = ByteRange::ofLength(offset, out.size()).intersection(hole_);
        if (!bad.isEmpty())
            unreadable.add(bad);
    }

private:
    ByteCount size_;
    ByteRange hole_;
};

Bytes anyBytes() {
    Bytes bytes;
    for (const std::uint8_t byte : *rc::gen::arbitrary<std::vector<std::uint8_t>>())
        bytes.push_back(std::byte{byte});
    return bytes;
}

std::vector<const HasherInfo*> allOf(const Registry<HasherInfo>& hashers) {
    std::vector<const HasherInfo*> all;
    for (const HasherInfo& hasher : hashers)
        all.push_back(&hasher);
    return all;
}

bool sameDigests(const DigestResult& left, const DigestResult& right) {
    return std::equal(left.digests.begin(), left.digests.end(), right.digests.begin(), right.digests.end(),
                      [](const auto& a, const auto& b) { return a.id == b.id && a.bytes == b.bytes; });
}

bool properties(const Registry<HasherInfo>& hashers) {
    bool ok = rc::check("any split equals the whole", [&] {
        const Bytes bytes = anyBytes();
        for (const HasherInfo& info : hashers) {
            const auto whole = info.create().value();
            whole->update(bytes);
            const auto parts = info.create().value();
            for (std::size_t done = 0; done < bytes.size();) {
                const auto count = *rc::gen::inRange<std::size_t>(0, bytes.size() - done + 1);
                parts->update(std::span(bytes).subspan(done, count));
                done += count;
                if (count == 0)
                    parts->update(std::span(bytes).subspan(done++, 1));
            }
            RC_ASSERT(parts->finish().value() == whole->finish().value());
        }
    });
    ok &= rc::check("the digest of a range is that of its bytes", [&] {
        const Bytes bytes = anyBytes();
        const auto begin = *rc::gen::inRange<std::size_t>(0, bytes.size() + 1);
        const auto end = *rc::gen::inRange<std::size_t>(begin, bytes.size() + 1);
        const auto part = Snapshot::ofBytes(std::span(bytes).subspan(begin, end - begin));
        const auto all = allOf(hashers);
        const auto inside = digestRange(Snapshot::ofBytes(bytes), {begin, end}, all, {});
        const auto alone = digestRange(part, part.all(), all, {});
        RC_ASSERT((inside.has_value() && alone.has_value()));
        RC_ASSERT((sameDigests(*inside, *alone) && inside->isOfTheData()));
        RC_ASSERT(inside->range == (ByteRange{begin, end}));
    });
    ok &= rc::check("a hole marks the result, and only when it lies in the range", [&] {
        constexpr ByteCount kSize = 100'000;
        const auto at = *rc::gen::inRange<ByteOffset>(0, kSize - 10);
        const ByteRange hole = ByteRange::ofLength(at, 10);
        const auto snapshot = Snapshot::ofSource(std::make_shared<DamagedSource>(kSize, hole));
        const auto begin = *rc::gen::inRange<ByteOffset>(0, kSize);
        const ByteRange range{begin, kSize};
        const std::array algorithms{hashers.find("crc32")};
        const auto result = digestRange(snapshot, range, algorithms, {});
        RC_ASSERT(result.has_value());
        RC_ASSERT(result->isOfTheData() == !range.intersects(hole));
        RangeSet expected;
        if (range.intersects(hole))
            expected.add(range.intersection(hole));
        RC_ASSERT(result->unreadable == expected);
    });
    return ok;
}

bool expect(bool condition, const char* what) {
    if (!condition)
        std::fprintf(stderr, "not so: %s\n", what);
    return condition;
}

bool workersAgreeWithOneThread(const Registry<HasherInfo>& hashers) {
    Bytes pattern(1021);
    std::iota(reinterpret_cast<unsigned char*>(pattern.data()),
              reinterpret_cast<unsigned char*>(pattern.data()) + pattern.size(),
              static_cast<unsigned char>(3));
    const auto snapshot = Snapshot::ofSource(std::make_shared<PatternSource>(pattern, 3'000'001));
    const auto all = allOf(hashers);
    const auto progress = std::make_shared<JobProgress>();
    const auto alone = digestRange(snapshot, snapshot.all(), all, {});
    ThreadWorkers workers(4);
    const auto together = digestRange(snapshot, snapshot.all(), all, JobContext({}, progress), &workers);
    return expect(alone && together && sameDigests(*alone, *together), "workers change no digest") &&
           expect(progress->done == snapshot.size() && progress->total == snapshot.size(),
                  "progress arrives");
}

bool everyTaskRunsOnce() {
    ThreadWorkers workers(4);
    bool ok = expect(workers.width() >= 1, "a crew has somebody");
    for (std::size_t count = 0; count < 2000; ++count) {
        std::vector<std::atomic<int>> runs(count % 7);
        workers.run(runs.size(), [&](std::size_t index) { ++runs[index]; });
        ok = ok && std::all_of(runs.begin(), runs.end(), [](const auto& times) { return times == 1; });
    }
    return expect(ok, "every task runs once");
}

bool stopsWhenAsked(const Registry<HasherInfo>& hashers) {
    std::stop_source stop;
    stop.request_stop();
    const auto snapshot = Snapshot::ofSource(std::make_shared<PatternSource>(Bytes(1), ByteCount{1} << 50));
    const std::array algorithms{hashers.find("sha256")};
    const auto result =
        digestRange(snapshot, snapshot.all(), algorithms, JobContext(stop.get_token(), nullptr));
    return expect(!result && result.error().code == ErrorCode::Cancelled, "a stop ends it");
}

bool run() {
    Registry<HasherInfo> hashers;
    registerBuiltinHashers(hashers);
    const bool random = properties(hashers);
    const bool threads = workersAgreeWithOneThread(hashers);
    const bool tasks = everyTaskRunsOnce();
    const bool stops = stopsWhenAsked(hashers);
    return random && threads && tasks && stops;
}

}  // namespace
}  // namespace octavo

int main() {
    return octavo::run() ? 0 : 1;
}
