// How soon a search stops when it is told to, how long a hopeless expression is tried, and what a keystroke
// costs while the search runs. The document is a sparse file of 16 GiB. The yardstick of a keystroke is the
// same one with nothing else going on.

#include <algorithm>
#include <benchmark/benchmark.h>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <thread>

#include <QApplication>
#include <QKeyEvent>

#include "core/base/thread_workers.h"
#include "core/search/find.h"
#include "core/search/text_encoder.h"
#include "core/source/file_source.h"
#include "ui/hexview/hex_view.h"

namespace octavo {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::uintmax_t kSize = std::uintmax_t{16} << 30;
constexpr std::size_t kThreads = 4;

double millisecondsSince(Clock::time_point start) {
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

/// The file, all holes.
class SparseFile {
public:
    SparseFile() : path_((std::filesystem::temp_directory_path() / "octavo-bench-sparse.bin").string()) {
        std::ofstream(path_).close();
        std::filesystem::resize_file(path_, kSize);
    }
    ~SparseFile() { std::filesystem::remove(path_); }
    SparseFile(const SparseFile&) = delete;
    SparseFile& operator=(const SparseFile&) = delete;
    [[nodiscard]] std::shared_ptr<const Source> open() const { return openFileSource(path_).value(); }

private:
    std::string path_;
};

const SparseFile& file() {
    static const SparseFile made;
    return made;
}

SearchQuery foldedText() {
    TextQuery query{.utf8 = "stra\u00DFe", .textCase = TextCase::Folded, .encodings = {}};
    query.encodings.push_back(encoderFor(TextEncoding::Utf8));
    query.encodings.push_back(encoderFor(TextEncoding::Utf16LE));
    return query;
}

/// Searches in a thread of its own until it is told to stop.
class Running {
public:
    Running(const Snapshot& snapshot, const Searcher& searcher)
        : thread_([snapshot, searcher](const std::stop_token& stop) {
              ThreadWorkers workers(kThreads);
              const JobContext job(stop, nullptr);
              while (!stop.stop_requested())
                  static_cast<void>(findAll(
                      snapshot, searcher, snapshot.all(), {.workers = &workers},
                      [](const Match&) { return true; }, job));
          }) {}
    void stop() {
        thread_.request_stop();
        thread_.join();
    }

private:
    std::jthread thread_;
};

/// The time is that from the request to the end of the search.
void stopping(benchmark::State& state, const SearchQuery& query) {
    const Snapshot snapshot = Snapshot::ofSource(file().open());
    const Searcher searcher = Searcher::compile(query).value();
    double longest = 0;
    int round = 0;
    for (auto each : state) {
        static_cast<void>(each);
        Running search(snapshot, searcher);
        std::this_thread::sleep_for(std::chrono::milliseconds(20 + round++ * 7 % 60));
        const auto start = Clock::now();
        search.stop();
        const double took = millisecondsSince(start);
        longest = std::max(longest, took);
        state.SetIterationTime(took / 1000);
    }
    state.counters["longest_ms"] = longest;
}

/// Until it gives up.
void hopeless(benchmark::State& state, const char* expression) {
    const std::vector<std::byte> bytes(std::size_t{1} << 20, std::byte{'a'});
    const Snapshot snapshot = Snapshot::ofBytes(bytes);
    const Searcher searcher = Searcher::compile(RegexQuery{.expression = expression}).value();
    for (auto each : state) {
        static_cast<void>(each);
        const auto found = findNext(snapshot, searcher, snapshot.all());
        if (!found || !found->gaveUp)
            state.SkipWithError("it did not give up");
    }
}

enum class Meanwhile { Nothing, Searching };

/// A digit typed into a view of the document, until it is painted.
void keystroke(benchmark::State& state, Meanwhile meanwhile) {
    Document document(file().open());
    HexView view;
    view.resize(1280, 800);
    view.setDocument(&document);
    view.show();
    QApplication::processEvents();
    std::optional<Running> search;
    if (meanwhile == Meanwhile::Searching)
        search.emplace(document.snapshot(), Searcher::compile(HexQuery{"DE AD ?? BE EF"}).value());
    std::vector<double> times;
    for (auto each : state) {
        static_cast<void>(each);
        const auto start = Clock::now();
        QKeyEvent press(QEvent::KeyPress, Qt::Key_7, Qt::NoModifier, QStringLiteral("7"));
        QApplication::sendEvent(&view, &press);
        QApplication::processEvents();
        times.push_back(millisecondsSince(start));
        state.SetIterationTime(times.back() / 1000);
    }
    if (search)
        search->stop();
    std::ranges::sort(times);
    state.counters["longest_ms"] = times.back();
    state.counters["99th_of_100_ms"] = times[times.size() * 99 / 100];
}

void addAll() {
    const auto add = [](const char* name, auto run, int iterations) {
        benchmark::RegisterBenchmark(name, run)
            ->Unit(benchmark::kMillisecond)
            ->UseManualTime()
            ->Iterations(iterations);
    };
    constexpr int kStops = 40;
    constexpr int kKeys = 2000;
    add(
        "stopping/bytes", [](auto& state) { stopping(state, HexQuery{"DE AD BE EF"}); }, kStops);
    add(
        "stopping/only_zeros", [](auto& state) { stopping(state, HexQuery{"00 00 00 01"}); }, kStops);
    add(
        "stopping/matches_everywhere", [](auto& state) { stopping(state, HexQuery{"00 00"}); }, kStops);
    add(
        "stopping/gaps", [](auto& state) { stopping(state, HexQuery{"00 {4-64} 01"}); }, kStops);
    add(
        "stopping/folded_text", [](auto& state) { stopping(state, foldedText()); }, kStops);
    add(
        "stopping/expression",
        [](auto& state) { stopping(state, RegexQuery{.expression = "(?s)\\x00.{0,40}[\\x01-\\x07]x"}); },
        kStops);
    add(
        "stopping/strings",
        [](auto& state) {
            stopping(state, StringsQuery{.encodings = {StringEncoding::Ascii, StringEncoding::Utf16LE}});
        },
        kStops);
    for (const char* expression : {"(a+)+[\\x80-\\xff]", "(a|aa)+[^a-]", "(?:a*)*c"})
        benchmark::RegisterBenchmark((std::string("hopeless/") + expression).c_str(),
                                     [expression](auto& state) { hopeless(state, expression); })
            ->Unit(benchmark::kMillisecond)
            ->UseRealTime()
            ->Iterations(3);
    add(
        "keystroke/alone", [](auto& state) { keystroke(state, Meanwhile::Nothing); }, kKeys);
    add(
        "keystroke/searching", [](auto& state) { keystroke(state, Meanwhile::Searching); }, kKeys);
}

}  // namespace
}  // namespace octavo

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    octavo::addAll();
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
