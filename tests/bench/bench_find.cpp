// Searching a warm mapped gigabyte, with its yardsticks in the same run: the sum of the mapped words, memmem,
// grep. The data are programs of this machine, repeated; OCTAVO_BENCH_FILE names another file.

#include <benchmark/benchmark.h>
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

#include "core/search/find.h"
#include "core/source/file_source.h"

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
BENCHMARK(libraryMemmem)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(gnuGrep)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK_MAIN();
