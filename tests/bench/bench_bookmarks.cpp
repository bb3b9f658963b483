// Many bookmarks: what a paint and a keystroke cost with them. The yardstick of each is the same with ten.

#include <benchmark/benchmark.h>

#include <QApplication>

#include "core/source/memory_source.h"
#include "ui/base/bookmarks.h"
#include "ui/panels/bookmarks_model.h"

using namespace octavo;

namespace {

constexpr ByteCount kSize = ByteCount{4} << 20;
constexpr ByteCount kSeen = 1200;  // bytes of a full screen

/// Records of four fields each, in a few tables.
std::vector<BookmarkDetails> records(std::int64_t count) {
    std::vector<BookmarkDetails> result;
    for (std::int64_t i = 0; std::ssize(result) < count; ++i) {
        const auto begin = static_cast<ByteOffset>(i) * 32;
        if (i % 64 == 0)
            result.push_back({.range = ByteRange::ofLength(begin, 64 * 32), .name = QStringLiteral("table")});
        result.push_back({.range = ByteRange::ofLength(begin, 32), .name = QStringLiteral("record")});
        for (ByteOffset field = 0; field < 4; ++field)
            result.push_back(
                {.range = ByteRange::ofLength(begin + 8 * field, 8), .name = QStringLiteral("field")});
    }
    return result;
}

struct Marked {
    explicit Marked(std::int64_t count)
        : document(std::make_shared<MemorySource>(std::vector<std::byte>(kSize))), marks(document) {
        marks.add(records(count));
    }
    /// One byte goes and comes back: everything behind it moves twice.
    void edit() {
        static_cast<void>(document.apply(Edit::erase({0, 1})));
        document.undo();
    }

    Document document;
    Bookmarks marks;
};

void seeOneScreen(benchmark::State& state) {
    const Marked world(state.range(0));
    std::size_t seen = 0;
    for (auto unused : state) {
        static_cast<void>(unused);
        world.marks.forEachIn(ByteRange::ofLength(0, kSeen), [&](const auto&) { ++seen; });
    }
    state.counters["seen"] =
        benchmark::Counter(static_cast<double>(seen), benchmark::Counter::kAvgIterations);
}

void editAndSeeOneScreen(benchmark::State& state) {
    Marked world(state.range(0));
    std::size_t seen = 0;
    for (auto unused : state) {
        static_cast<void>(unused);
        world.edit();
        world.marks.forEachIn(ByteRange::ofLength(0, kSeen), [&](const auto&) { ++seen; });
    }
    benchmark::DoNotOptimize(seen);
}

void editWithoutLooking(benchmark::State& state) {
    Marked world(state.range(0));
    for (auto unused : state) {
        static_cast<void>(unused);
        world.edit();
    }
}

void editAndListAll(benchmark::State& state) {
    Marked world(state.range(0));
    BookmarksModel model;
    model.setBookmarks(&world.marks);
    for (auto unused : state) {
        static_cast<void>(unused);
        static_cast<void>(world.document.apply(Edit::erase({0, 1})));
        QCoreApplication::processEvents();
        world.document.undo();
        QCoreApplication::processEvents();
    }
}

}  // namespace

BENCHMARK(seeOneScreen)->Arg(10)->Arg(10'000)->Arg(100'000)->Unit(benchmark::kMicrosecond);
BENCHMARK(editWithoutLooking)->Arg(10)->Arg(10'000)->Unit(benchmark::kMicrosecond);
BENCHMARK(editAndSeeOneScreen)->Arg(10)->Arg(10'000)->Unit(benchmark::kMicrosecond);
BENCHMARK(editAndListAll)->Arg(10)->Arg(10'000)->Unit(benchmark::kMicrosecond);

int main(int argumentCount, char** arguments) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argumentCount, arguments);
    benchmark::Initialize(&argumentCount, arguments);
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
    return 0;
}
