// Readers on other threads see exactly the state they were handed while the document goes on changing. Meant
// for ThreadSanitizer, and checks the bytes everywhere.

#include <atomic>
#include <cstdio>
#include <mutex>
#include <random>
#include <thread>

#include "core/buffer/document.h"
#include "core/source/memory_source.h"

namespace octavo {
namespace {

struct Frozen {
    Snapshot snapshot;
    std::vector<std::byte> bytes;
};

/// The writer's latest state, for whoever wants it.
class Shelf {
public:
    void put(Frozen frozen) {
        const std::lock_guard lock(mutex_);
        frozen_ = std::move(frozen);
    }
    Frozen take() {
        const std::lock_guard lock(mutex_);
        return frozen_;
    }

private:
    std::mutex mutex_;
    Frozen frozen_;
};

bool isIntact(const Frozen& frozen) {
    std::vector<std::byte> seen;
    const ScanReport report = frozen.snapshot.scan(
        frozen.snapshot.all(),
        [&](ByteOffset, std::span<const std::byte> bytes) {
            seen.insert(seen.end(), bytes.begin(), bytes.end());
            return true;
        },
        17);
    return report.isClean() && seen == frozen.bytes;
}

int run() {
    constexpr int kEdits = 20'000;
    Shelf shelf;
    std::atomic<bool> isDone{false};
    std::atomic<int> failures{0};
    std::atomic<int> checks{0};
    const auto reader = [&] {
        while (!isDone.load()) {
            if (!isIntact(shelf.take()))
                failures.fetch_add(1);
            checks.fetch_add(1);
        }
    };
    std::thread first(reader);
    std::thread second(reader);

    std::mt19937_64 random(42);
    std::vector<std::byte> model(500);
    Document document(std::make_shared<MemorySource>(model));
    for (int i = 0; i < kEdits; ++i) {
        const ByteOffset at = random() % (model.size() + 1);
        const ByteRange range{at, std::min<ByteOffset>(model.size(), at + random() % 3)};
        std::vector<std::byte> with(model.size() > 800 ? 0 : random() % 4);
        for (std::byte& byte : with)
            byte = static_cast<std::byte>(random() & 0xFF);
        if (!document.apply(Edit::replace(range, Content::ofBytes(with))))
            failures.fetch_add(1);
        const auto begin = model.begin() + static_cast<std::ptrdiff_t>(range.begin);
        model.insert(model.erase(begin, begin + static_cast<std::ptrdiff_t>(range.size())), with.begin(),
                     with.end());
        if (i % 7 == 0)
            shelf.put({document.snapshot(), model});
    }
    isDone = true;
    first.join();
    second.join();
    std::printf("%d checks, %d failures\n", checks.load(), failures.load());
    return failures.load() == 0 && checks.load() > 0 ? 0 : 1;
}

}  // namespace
}  // namespace octavo

int main() {
    return octavo::run();
}
