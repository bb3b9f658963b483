// HasherTeam with hashers that remember what they were given: each gets every byte once and in order, never
// from two threads at once, however the bytes come and whoever takes them.

#include <atomic>
#include <numeric>
#include <rapidcheck.h>
#include <thread>

#include "core/base/thread_workers.h"
#include "core/digest/hasher_team.h"
#include "tests/support/source_contract.h"

namespace octavo {
namespace {

using Bytes = std::vector<std::byte>;

struct Record {
    Bytes bytes;
    std::atomic<int> users = 0;
    bool wasShared = false;
};

/// Takes as long over a block as over `weight` of them.
class RecordingHasher final : public Hasher {
public:
    RecordingHasher(Record& record, int weight) : record_(record), weight_(weight) {}
    void update(std::span<const std::byte> bytes) override {
        record_.wasShared = ++record_.users != 1 || record_.wasShared;
        for (int i = 0; i < weight_; ++i)
            sum_ = std::accumulate(bytes.begin(), bytes.end(), sum_, [](unsigned sum, std::byte byte) {
                return sum * 31 + std::to_integer<unsigned>(byte);
            });
        record_.bytes.insert(record_.bytes.end(), bytes.begin(), bytes.end());
        --record_.users;
    }
    Result<Bytes> finish() override { return Bytes(1, static_cast<std::byte>(sum_)); }

private:
    Record& record_;
    int weight_;
    unsigned sum_ = 0;
};

/// Does everything on the calling thread, but as if there were others that came too late or too early.
class LonelyPool final : public WorkerPool {
public:
    [[nodiscard]] std::size_t width() const override { return 3; }
    void run(std::size_t count, const std::function<void(std::size_t)>& task) override {
        for (std::size_t i = 0; i < count; ++i)
            task(i);
    }
};

void everyHasherGetsEveryByteInOrder(WorkerPool* pool) {
    const auto count = *rc::gen::inRange<std::size_t>(1, 6);
    std::vector<Record> records(count);
    std::vector<std::unique_ptr<Hasher>> hashers;
    for (Record& record : records)
        hashers.push_back(std::make_unique<RecordingHasher>(record, *rc::gen::inRange(0, 3)));
    HasherTeam team(std::move(hashers), pool);
    Bytes all;
    for (int part = *rc::gen::inRange(1, 4); part > 0; --part) {
        const auto size = *rc::gen::element<std::size_t>(0, 1, 1000, 65'536, 131'072, 131'073, 300'001);
        const Bytes bytes = test::sampleBytes(size, static_cast<std::uint64_t>(part));
        team.update(bytes, {});
        all.insert(all.end(), bytes.begin(), bytes.end());
    }
    for (const Record& record : records) {
        RC_ASSERT(!record.wasShared);
        RC_ASSERT(test::isSame(record.bytes, all));
    }
}

void aStopEndsTheWindow(WorkerPool* pool) {
    std::stop_source stop;
    stop.request_stop();
    std::vector<Record> records(3);
    std::vector<std::unique_ptr<Hasher>> hashers;
    for (Record& record : records)
        hashers.push_back(std::make_unique<RecordingHasher>(record, 1));
    HasherTeam team(std::move(hashers), pool);
    team.update(test::sampleBytes(1'000'000), JobContext(stop.get_token(), nullptr));
    for (const Record& record : records)
        RC_ASSERT(record.bytes.empty());
}

}  // namespace
}  // namespace octavo

int main() {
    using namespace octavo;
    ThreadWorkers crew(4);
    LonelyPool lonely;
    bool ok = rc::check("every hasher gets every byte in order, on one thread",
                        [] { everyHasherGetsEveryByteInOrder(nullptr); });
    ok &= rc::check("so it does where one thread of a crew does it all",
                    [&] { everyHasherGetsEveryByteInOrder(&lonely); });
    ok &= rc::check("so it does with a crew", [&] { everyHasherGetsEveryByteInOrder(&crew); });
    ok &= rc::check("a stop ends the window", [&] {
        aStopEndsTheWindow(nullptr);
        aStopEndsTheWindow(&crew);
    });
    return ok ? 0 : 1;
}
