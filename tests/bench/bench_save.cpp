// Budgets of DESIGN section 7: saving a one-byte overwrite is independent of the file's size; saving a
// one-byte insertion at the front costs at most 1.1 x `cp` of the file, synced, in the same run. The files
// lie in $TMPDIR or /tmp: set it to a real disk.

#include <benchmark/benchmark.h>
#include <cstdlib>
#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include "tests/support/save_world.h"

namespace octavo::test {
namespace {

constexpr std::size_t kMebibyte = std::size_t{1} << 20;

void syncFile(const std::string& path) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    OCTAVO_EXPECTS(file >= 0 && ::fsync(file) == 0);
    ::close(file);
}

/// A file of that many MiB in a directory of its own, on the disk and in the page cache.
std::unique_ptr<SaveWorld> worldOf(std::size_t mebibytes) {
    auto world = std::make_unique<SaveWorld>(Bytes{});
    {
        std::ofstream stream(world->path(), std::ios::binary);
        const std::string block = textOf(noise(kMebibyte));
        for (std::size_t i = 0; i < mebibytes; ++i)
            stream.write(block.data(), static_cast<std::streamsize>(block.size()));
    }
    syncFile(world->path());
    world->open();
    return world;
}

void overwriteOneByte(benchmark::State& state) {
    const auto world = worldOf(static_cast<std::size_t>(state.range(0)));
    unsigned value = 0;
    for (auto _ : state) {
        const std::byte byte{static_cast<unsigned char>(++value)};
        world->overwrite(kMebibyte / 2, std::span(&byte, 1));
        if (!world->saveAndRebase())
            state.SkipWithError("save failed");
    }
}
BENCHMARK(overwriteOneByte)->Arg(1)->Arg(1024)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(50);

void copyWithCp(benchmark::State& state) {
    const auto world = worldOf(static_cast<std::size_t>(state.range(0)));
    const std::string copy = world->directory().file("copy");
    for (auto _ : state) {
        const std::string command = fmt::format("cp --reflink=never '{}' '{}'", world->path(), copy);
        OCTAVO_EXPECTS(std::system(command.c_str()) == 0);
        syncFile(copy);
        state.PauseTiming();
        std::filesystem::remove(copy);
        state.ResumeTiming();
    }
}
BENCHMARK(copyWithCp)->Arg(1024)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(3);

void insertOneByteAtTheFront(benchmark::State& state) {
    const auto world = worldOf(static_cast<std::size_t>(state.range(0)));
    world->insert(0, bytesOf("x"));
    const std::string copy = world->directory().file("copy");
    for (auto _ : state) {
        if (!world->saveTo(world->exportTarget(copy)))
            state.SkipWithError("save failed");
        state.PauseTiming();
        std::filesystem::remove(copy);
        state.ResumeTiming();
    }
}
BENCHMARK(insertOneByteAtTheFront)->Arg(1024)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(3);

/// Unmodified and block-congruent all through, so that copying in the kernel carries it.
void insertOneBlockAtTheFront(benchmark::State& state) {
    const auto world = worldOf(static_cast<std::size_t>(state.range(0)));
    world->insert(0, noise(4096));
    const std::string copy = world->directory().file("copy");
    for (auto _ : state) {
        if (!world->saveTo(world->exportTarget(copy)))
            state.SkipWithError("save failed");
        state.PauseTiming();
        std::filesystem::remove(copy);
        state.ResumeTiming();
    }
}
BENCHMARK(insertOneBlockAtTheFront)->Arg(1024)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(3);

}  // namespace
}  // namespace octavo::test

BENCHMARK_MAIN();
