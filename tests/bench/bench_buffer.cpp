// The buffer's budgets: random single-byte edits with full undo (>= 1 million/s up to a million pieces, <=
// 200 bytes of memory each), undo of a replace-all within one frame, scanning against summing the same
// memory.

#include <array>
#include <benchmark/benchmark.h>
#include <malloc.h>
#include <map>
#include <numeric>
#include <random>

#include "core/buffer/document.h"
#include "core/source/memory_source.h"
#include "core/source/pattern_source.h"

namespace octavo {
namespace {

constexpr ByteCount kSize = ByteCount{1} << 40;

std::shared_ptr<const Source> zeros(ByteCount size) {
    return std::make_shared<PatternSource>(std::vector{std::byte{0}}, size);
}

void overwriteOneByte(Document& document, std::mt19937_64& random) {
    const std::array byte{static_cast<std::byte>(random() & 0xFF)};
    const ByteOffset at = random() % document.size();
    if (!document.apply(Edit::replace({at, at + 1}, Content::ofBytes(byte))))
        std::abort();
}

std::size_t heapInUse() {
    return mallinfo2().uordblks + mallinfo2().hblkhd;
}

/// The yardstick: inserting random keys into the standard balanced tree, the least that any ordered edit list
/// costs.
void yardstickStdMapInsert(benchmark::State& state) {
    const auto count = static_cast<std::size_t>(state.range(0));
    for (auto _ : state) {
        std::mt19937_64 random(1);
        std::map<ByteOffset, std::uint32_t> map;
        for (std::size_t i = 0; i < count; ++i)
            map.emplace(random() % kSize, static_cast<std::uint32_t>(i));
        benchmark::DoNotOptimize(map.size());
    }
    state.SetItemsProcessed(static_cast<std::int64_t>(count) * state.iterations());
}

void randomOverwrites(benchmark::State& state) {
    const auto count = static_cast<std::size_t>(state.range(0));
    double bytesEach = 0;
    double pieces = 0;
    for (auto _ : state) {
        std::mt19937_64 random(1);
        const std::size_t before = heapInUse();
        Document document(zeros(kSize));
        for (std::size_t i = 0; i < count; ++i)
            overwriteOneByte(document, random);
        bytesEach = static_cast<double>(heapInUse() - before) / static_cast<double>(count);
        pieces = static_cast<double>(document.snapshot().tree().pieceCount());
    }
    state.SetItemsProcessed(static_cast<std::int64_t>(count) * state.iterations());
    state.counters["bytes/edit"] = bytesEach;
    state.counters["pieces"] = pieces;
}

/// The window looks at every state: each edit finds all nodes shared and copies a path.
void randomOverwritesEachSeen(benchmark::State& state) {
    const auto count = static_cast<std::size_t>(state.range(0));
    for (auto _ : state) {
        std::mt19937_64 random(1);
        Document document(zeros(kSize));
        Snapshot seen;
        for (std::size_t i = 0; i < count; ++i) {
            overwriteOneByte(document, random);
            seen = document.snapshot();
        }
    }
    state.SetItemsProcessed(static_cast<std::int64_t>(count) * state.iterations());
}

void undoAndRedoAll(benchmark::State& state) {
    const auto count = static_cast<std::size_t>(state.range(0));
    std::mt19937_64 random(1);
    Document document(zeros(kSize));
    for (std::size_t i = 0; i < count; ++i)
        overwriteOneByte(document, random);
    for (auto _ : state) {
        while (document.canUndo())
            document.undo();
        while (document.canRedo())
            document.redo();
    }
    state.SetItemsProcessed(2 * static_cast<std::int64_t>(count) * state.iterations());
}

void replaceMillionMatches(benchmark::State& state) {
    MultiEdit edit;
    for (ByteOffset at = 0; at < 1'000'000; ++at)
        edit.ranges.push_back(ByteRange::ofLength(at * 1000, 4));
    const std::array with{std::byte{1}, std::byte{2}};
    edit.content = Content::ofBytes(with);
    for (auto _ : state) {
        Document document(zeros(kSize));
        if (!document.apply(edit))
            std::abort();
    }
    state.SetItemsProcessed(1'000'000 * state.iterations());
}

void undoReplaceOfMillion(benchmark::State& state) {
    MultiEdit edit;
    for (ByteOffset at = 0; at < 1'000'000; ++at)
        edit.ranges.push_back(ByteRange::ofLength(at * 1000, 4));
    edit.content = Content::ofBytes(std::array{std::byte{1}});
    Document document(zeros(kSize));
    if (!document.apply(edit))
        std::abort();
    for (auto _ : state) {
        document.undo();
        document.redo();
    }
}

void pasteHalfOfTerabyte(benchmark::State& state) {
    for (auto _ : state) {
        Document document(zeros(kSize));
        const Snapshot copied = document.snapshot();
        if (!document.apply(Edit::insert(7, Content::ofSnapshot(copied, {0, kSize / 2}), EditKind::Paste)))
            std::abort();
    }
}

std::vector<std::byte> quarterGiB() {
    return std::vector<std::byte>(std::size_t{1} << 28, std::byte{3});
}

std::uint64_t sumWords(std::span<const std::byte> bytes) {
    const auto* words = reinterpret_cast<const std::uint64_t*>(bytes.data());
    return std::accumulate(words, words + bytes.size() / 8, std::uint64_t{0});
}

void yardstickSumWords(benchmark::State& state) {
    const auto bytes = quarterGiB();
    for (auto _ : state)
        benchmark::DoNotOptimize(sumWords(bytes));
    state.SetBytesProcessed(static_cast<std::int64_t>(bytes.size()) * state.iterations());
}

void scanSumWords(benchmark::State& state) {
    const Snapshot snapshot = Snapshot::ofSource(std::make_shared<MemorySource>(quarterGiB()));
    for (auto _ : state) {
        std::uint64_t sum = 0;
        snapshot.scan(snapshot.all(), [&](ByteOffset, std::span<const std::byte> bytes) {
            sum += sumWords(bytes);
            return true;
        });
        benchmark::DoNotOptimize(sum);
    }
    state.SetBytesProcessed(static_cast<std::int64_t>(snapshot.size()) * state.iterations());
}

BENCHMARK(yardstickStdMapInsert)->Arg(500'000)->Unit(benchmark::kMillisecond);
BENCHMARK(randomOverwrites)->Arg(1'000)->Arg(100'000)->Arg(500'000)->Unit(benchmark::kMillisecond);
BENCHMARK(randomOverwritesEachSeen)->Arg(500'000)->Unit(benchmark::kMillisecond);
BENCHMARK(undoAndRedoAll)->Arg(500'000)->Unit(benchmark::kMillisecond);
BENCHMARK(replaceMillionMatches)->Unit(benchmark::kMillisecond);
BENCHMARK(undoReplaceOfMillion)->Unit(benchmark::kMicrosecond);
BENCHMARK(pasteHalfOfTerabyte)->Unit(benchmark::kMicrosecond);
BENCHMARK(yardstickSumWords)->Unit(benchmark::kMillisecond);
BENCHMARK(scanSumWords)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace octavo

BENCHMARK_MAIN();
