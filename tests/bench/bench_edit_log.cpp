// What protection against a crash costs: a keystroke with the edit log on against one without (yardstick) and
// against issue 3's budget of 1 ms; writing a second's worth of typing; putting a document of a million edits
// together again, against making those edits. The logs lie in $TMPDIR or /tmp: set it to a real disk.

#include <benchmark/benchmark.h>
#include <optional>
#include <random>

#include "core/save/edit_recorder.h"
#include "core/save/edit_recovery.h"
#include "tests/support/save_world.h"

namespace octavo::test {
namespace {

constexpr std::size_t kFileSize = std::size_t{64} << 20;

/// A document of 64 MiB, logged or not.
class Logged {
public:
    explicit Logged(bool isLogged) : path_(directory_.write("file.bin", noise(kFileSize))) {
        const auto file = openFileSource(path_).value();
        document_ = std::make_unique<Document>(file);
        if (isLogged)
            recorder_.emplace(
                *document_,
                EditRecorder::File{.path = path_, .name = {}, .base = file, .identity = file->identity()},
                [this](EditLogEntry entry) { writer_.post(std::move(entry)); });
    }
    [[nodiscard]] std::string logs() const { return directory_.file("logs"); }
    [[nodiscard]] EditLogWriter& writer() { return writer_; }
    void overwriteSomewhere() {
        const std::byte byte{static_cast<unsigned char>(random_())};
        const auto at = static_cast<ByteOffset>(random_() % kFileSize);
        const Status done = document_->apply(
            Edit::replace({at, at + 1}, Content::ofBytes(std::span(&byte, 1)), EditKind::Overwrite));
        OCTAVO_EXPECTS(done.has_value());
    }
    void end() {
        recorder_.reset();
        document_.reset();
    }

private:
    TemporaryDirectory directory_;
    std::string path_;
    std::mt19937 random_{1};
    std::unique_ptr<Document> document_;
    EditLogWriter writer_{std::make_shared<PosixFileSystem>(), directory_.file("logs")};
    std::optional<EditRecorder> recorder_;
};

void keystrokes(benchmark::State& state, bool isLogged) {
    Logged world(isLogged);
    for (auto _ : state)
        world.overwriteSomewhere();
    OCTAVO_EXPECTS(world.writer().write().has_value());
}
void keystrokeWithoutLog(benchmark::State& state) {
    keystrokes(state, false);
}
void keystrokeWithLog(benchmark::State& state) {
    keystrokes(state, true);
}
BENCHMARK(keystrokeWithoutLog)->Iterations(200'000);
BENCHMARK(keystrokeWithLog)->Iterations(200'000);

/// Twenty keystrokes to the disk, synced; on a thread of its own in the program.
void writeASecondOfTyping(benchmark::State& state) {
    Logged world(true);
    for (auto _ : state) {
        for (int i = 0; i < 20; ++i)
            world.overwriteSomewhere();
        OCTAVO_EXPECTS(world.writer().write().has_value());
    }
}
BENCHMARK(writeASecondOfTyping)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(50);

constexpr int kMany = 1'000'000;

void makeAMillionEdits(benchmark::State& state) {
    for (auto _ : state) {
        Logged world(false);
        for (int i = 0; i < kMany; ++i)
            world.overwriteSomewhere();
    }
}
BENCHMARK(makeAMillionEdits)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(1);

void recoverAMillionEdits(benchmark::State& state) {
    const auto world = std::make_unique<Logged>(true);
    for (int i = 0; i < kMany; ++i)
        world->overwriteSomewhere();
    const auto report = world->writer().write();
    OCTAVO_EXPECTS(report.has_value());
    state.counters["log bytes/edit"] = static_cast<double>(report->logSize) / kMany;
    world->end();
    // The writer still has the log locked, as a running instance has: another name for it has no lock.
    const auto disk = std::make_shared<PosixFileSystem>();
    const std::string log = world->logs() + "/" + disk->list(world->logs())->front();
    std::filesystem::copy_file(log, log + ".copy");
    for (auto _ : state) {
        const auto back = recoverDocument(log + ".copy", disk);
        OCTAVO_EXPECTS(back.has_value() && back->has_value() && (*back)->changeCount == kMany);
    }
}
BENCHMARK(recoverAMillionEdits)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(3);

}  // namespace
}  // namespace octavo::test

BENCHMARK_MAIN();
