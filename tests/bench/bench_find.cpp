// Searching a warm mapped gigabyte, with its yardsticks in the same run: the sum of the mapped words, memmem,
// GNU grep, ripgrep, GNU strings. The data are programs of this machine, repeated; OCTAVO_BENCH_FILE names
// another file.

#include <array>
#include <benchmark/benchmark.h>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <numeric>
#include <string>
#include <sys/mman.h>
#include <unistd.h>

#include "core/base/thread_workers.h"
#include "core/buffer/document.h"
#include "core/search/replace.h"
#include "core/search/text_encoder.h"
#include "core/source/file_source.h"
#include "core/source/pattern_source.h"

namespace octavo {
namespace {

constexpr std::size_t kSize = std::size_t{1} << 30;

/// The file under search: mapped by us for the yardsticks, opened as a document for the search.
class World {
public:
    World() : path_((std::filesystem::temp_directory_path() / "octavo-bench-find.bin").string()) {
        if (const char* given = std::getenv("OCTAVO_BENCH_FILE"))
            path_ = given;
        else
            build();
        const int file = ::open(path_.c_str(), O_RDONLY | O_CLOEXEC);
        size_ = static_cast<std::size_t>(std::filesystem::file_size(path_));
        data_ = static_cast<const std::byte*>(::mmap(nullptr, size_, PROT_READ, MAP_SHARED, file, 0));
        ::close(file);
        snapshot_ = Snapshot::ofSource(openFileSource(path_).value());
    }
    ~World() {
        if (std::getenv("OCTAVO_BENCH_FILE") == nullptr)
            std::filesystem::remove(path_);
    }
    World(const World&) = delete;
    World& operator=(const World&) = delete;

    [[nodiscard]] const std::string& path() const { return path_; }
    [[nodiscard]] std::span<const std::byte> bytes() const { return {data_, size_}; }
    [[nodiscard]] const Snapshot& snapshot() const { return snapshot_; }

private:
    void build() {
        std::ifstream stream("/usr/bin/bash", std::ios::binary);
        const std::string program((std::istreambuf_iterator<char>(stream)), std::istreambuf_iterator<char>());
        std::ofstream out(path_, std::ios::binary);
        for (std::size_t written = 0; written < kSize; written += program.size())
            out.write(program.data(),
                      static_cast<std::streamsize>(std::min(program.size(), kSize - written)));
    }
    std::string path_;
    std::size_t size_ = 0;
    const std::byte* data_ = nullptr;
    Snapshot snapshot_;
};

World& world() {
    static World instance;
    return instance;
}

/// Sixteen bytes that begin like much else in the file but are not in it.
constexpr const char* kAbsent = "48 8b 05 00 00 00 00 48 89 45 f8 31 c0 e8 7b 13";

void setBytes(benchmark::State& state) {
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * world().bytes().size()));
}

void sumOfWords(benchmark::State& state) {
    const auto bytes = world().bytes();
    for (auto _ : state) {
        std::uint64_t sum = 0;
        for (std::size_t i = 0; i + 8 <= bytes.size(); i += 8) {
            std::uint64_t word = 0;
            std::memcpy(&word, bytes.data() + i, 8);
            sum += word;
        }
        benchmark::DoNotOptimize(sum);
    }
    setBytes(state);
}

void libraryMemmem(benchmark::State& state) {
    const Pattern pattern = parseHexPattern(kAbsent).value();
    for (auto _ : state) {
        const auto bytes = world().bytes();
        benchmark::DoNotOptimize(
            ::memmem(bytes.data(), bytes.size(), pattern.values().data(), pattern.values().size()));
    }
    setBytes(state);
}

void searchFor(benchmark::State& state, const char* hex) {
    const Pattern pattern = parseHexPattern(hex).value();
    std::uint64_t count = 0;
    for (auto _ : state) {
        count = 0;
        const auto report =
            findAll(world().snapshot(), pattern, world().snapshot().all(), {}, [&](const Match&) {
                ++count;
                return true;
            });
        if (!report)
            state.SkipWithError("search failed");
    }
    state.counters["matches"] = static_cast<double>(count);
    setBytes(state);
}

/// The twelve expressions: six with bytes that every match has, six without.
constexpr std::array<const char*, 12> kExpressions{
    "GNU bash",                                      // a literal alone
    "bash_[a-z]+_[a-z]+",                            // begins with one
    "\\x48\\x8b[\\x05\\x0d\\x15].{3}\\x00",          // of bytes
    "(?i)posix[ly_]",                                // in either case
    "\\w+@example\\.com",                            // one behind a run
    "error: |warning: |fatal: ",                     // one of several
    "[0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]",  // an address
    "[A-Za-z]{12,}",                                 // a long word
    "[\\x80-\\xff]{8,}",                             // high bytes
    "\\x00[^\\x00]\\x00[^\\x00]\\x00[^\\x00]\\x00",  // wide text
    "(?m)^[a-z]+=.*$",                               // a line
    "\\b[A-Z][a-z]+[A-Z][a-z]+\\b",                  // camels
};

void countMatches(benchmark::State& state, const Searcher& searcher, WorkerPool* workers) {
    std::uint64_t count = 0;
    RangeSet all;
    all.add(world().snapshot().all());
    for (auto _ : state) {
        const auto report = countAll(world().snapshot(), searcher, all, {.workers = workers});
        if (!report || report->gaveUp)
            state.SkipWithError("search failed");
        else
            count = report->count;
    }
    state.counters["matches"] = static_cast<double>(count);
    setBytes(state);
}

ThreadWorkers& crew() {
    static ThreadWorkers workers(64);
    return workers;
}

/// Two arguments: which expression, and whether on all cores.
void expression(benchmark::State& state) {
    const char* text = kExpressions[static_cast<std::size_t>(state.range(0))];
    state.SetLabel(text);
    countMatches(state, Searcher::compile(RegexQuery{.expression = text}).value(),
                 state.range(1) != 0 ? &crew() : nullptr);
}

void toolExpression(benchmark::State& state, const char* tool) {
    const std::string text = kExpressions[static_cast<std::size_t>(state.range(0))];
    const std::string command = std::string("LC_ALL=C ") + tool + " '" + text + "' " + world().path() +
                                " | cat > /dev/null";  // to /dev/null itself grep stops at once
    for (auto _ : state)
        benchmark::DoNotOptimize(std::system(command.c_str()));
    setBytes(state);
}

void foldedText(benchmark::State& state, const char* text) {
    const TextQuery query{
        .utf8 = text, .textCase = TextCase::Folded, .encodings = {encoderFor(TextEncoding::Utf8)}};
    countMatches(state, Searcher::compile(query).value(), nullptr);
}

void exactText(benchmark::State& state, const char* text) {
    countMatches(state, Pattern::ofBytes(std::as_bytes(std::span(std::string_view(text)))), nullptr);
}

void numbers(benchmark::State& state, const char* text, ByteCount alignment) {
    NumberQuery query = parseNumberQuery(text, ByteOrder::Little).value();
    query.alignment = alignment;
    countMatches(state, Searcher::compile(query).value(), nullptr);
}

void hexLanguage(benchmark::State& state, const char* text) {
    countMatches(state, Searcher::compile(HexQuery{text}).value(), nullptr);
}

void strings(benchmark::State& state) {
    countMatches(state, Searcher::compile(StringsQuery{}).value(), nullptr);
}

void gnuStrings(benchmark::State& state) {
    const std::string command = "LC_ALL=C strings -a -t d " + world().path() + " > /dev/null";
    for (auto _ : state)
        benchmark::DoNotOptimize(std::system(command.c_str()));
    setBytes(state);
}

void allCores(benchmark::State& state) {
    countMatches(state, parseHexPattern(kAbsent).value(), &crew());
}

/// Ten million matches planned, replaced in one step, and taken back.
void replaceTenMillion(benchmark::State& state) {
    const auto source =
        std::make_shared<PatternSource>(std::vector{std::byte{'a'}, std::byte{'b'}}, 20'000'000);
    const Pattern pattern = parseHexPattern("61").value();
    for (auto _ : state) {
        Document document(source);
        const std::array with{std::byte{'c'}, std::byte{'c'}};
        auto plan =
            planReplaceAll(document.snapshot(), pattern, document.snapshot().all(), Content::ofBytes(with));
        if (!plan || plan->edit.ranges.size() != 10'000'000 || !document.apply(plan->edit))
            state.SkipWithError("replacing failed");
        const auto begin = std::chrono::steady_clock::now();
        document.undo();
        state.counters["undo_ms"] =
            std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
    }
}

void findBackward(benchmark::State& state) {
    const Pattern pattern = parseHexPattern(kAbsent).value();
    for (auto _ : state)
        benchmark::DoNotOptimize(findPrevious(world().snapshot(), pattern, world().snapshot().all()));
    setBytes(state);
}

void gnuGrep(benchmark::State& state) {
    std::string perl;
    for (std::size_t i = 0; kAbsent[i] != '\0'; i += kAbsent[i + 2] == '\0' ? 2 : 3)
        perl += std::string("\\x") + kAbsent[i] + kAbsent[i + 1];
    const std::string command = "LC_ALL=C grep -obUaP '" + perl + "' " + world().path() + " > /dev/null";
    for (auto _ : state)
        benchmark::DoNotOptimize(std::system(command.c_str()));
    setBytes(state);
}

}  // namespace
}  // namespace octavo

using namespace octavo;
BENCHMARK(sumOfWords)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK_CAPTURE(searchFor, sixteen_bytes, kAbsent)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK_CAPTURE(searchFor, wildcards, "48 8b ?? 00 00 ?0 00 48 89 4? f8 31 c0 e8 7b 13")
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK_CAPTURE(searchFor, only_common_bytes, "00 00 00 01")->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(findBackward)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(allCores)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK_CAPTURE(exactText, literal, "GNU General Public")->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK_CAPTURE(foldedText, either_case, "gnu general public")
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK_CAPTURE(exactText, literal_with_s_and_k, "stack smashing")
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK_CAPTURE(foldedText, either_case_with_s_and_k, "Stack Smashing")
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK_CAPTURE(hexLanguage, classes, "48 8b [05 0d 15] {3} 00 [80-ff] 31 c0 e8 7b 13")
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK_CAPTURE(numbers, u32_anywhere, "u32:0x7FFF1000..0x7FFF1FFF", 1)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK_CAPTURE(numbers, f64_aligned, "f64:3.14159~0.0001", 8)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK(strings)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(gnuStrings)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(replaceTenMillion)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(expression)
    ->ArgsProduct({benchmark::CreateDenseRange(0, 11, 1), {0, 1}})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK_CAPTURE(toolExpression, ripgrep, "rg --no-unicode -a -o -b --no-mmap")
    ->DenseRange(0, 11)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK_CAPTURE(toolExpression, grep, "timeout 60 grep -obUaP")
    ->DenseRange(0, 11)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK(libraryMemmem)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(gnuGrep)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK_MAIN();
