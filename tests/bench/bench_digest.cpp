#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <numeric>
#include <string>
#include <unistd.h>
#include <vector>

#include "core/base/thread_workers.h"
#include "core/digest/builtin_hashers.h"
#include "core/digest/digest_range.h"
#include "core/source/file_source.h"

// Digests of a warm file of 1 GiB, against `openssl dgst` on the same file in the same run; best of several
// rounds, the two taking turns. Prints throughputs and ratios; exit status 1 when the budget of 0.97 is
// missed.

namespace octavo {
namespace {

constexpr std::size_t kSize = std::size_t{1} << 30;
constexpr int kRounds = 3;

/// A file of the size above that goes away with the object.
class WarmFile {
public:
    WarmFile() {
        const int file = mkstemp(path_.data());
        std::vector<unsigned> block(1 << 18);
        unsigned state = 1;
        for (std::size_t done = 0; file >= 0 && done < kSize; done += block.size() * sizeof(unsigned)) {
            for (unsigned& word : block)
                word = state = state * 1664525 + 1013904223;
            if (write(file, block.data(), block.size() * sizeof(unsigned)) < 0)
                break;
        }
        if (file >= 0)
            close(file);
    }
    WarmFile(const WarmFile&) = delete;
    WarmFile& operator=(const WarmFile&) = delete;
    ~WarmFile() { unlink(path_.c_str()); }
    [[nodiscard]] const std::string& path() const { return path_; }

private:
    std::string path_ = "/var/tmp/octavo-bench-digest-XXXXXX";
};

double secondsOf(const std::function<void()>& work) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

void openssl(const std::string& algorithm, const std::string& path) {
    const std::string command = "openssl dgst -" + algorithm + " " + path + " > /dev/null";
    if (std::system(command.c_str()) != 0)
        std::fprintf(stderr, "openssl failed\n");
}

void ours(const Snapshot& snapshot, std::span<const HasherInfo* const> algorithms, WorkerPool* workers) {
    const auto result = digestRange(snapshot, snapshot.all(), algorithms, {}, workers);
    if (!result || !result->isOfTheData())
        std::fprintf(stderr, "digest failed\n");
}

/// The best time of each, taking turns.
std::vector<double> best(const std::vector<std::function<void()>>& works) {
    std::vector<double> times(works.size(), 1e9);
    for (int round = 0; round < kRounds; ++round) {
        for (std::size_t i = 0; i < works.size(); ++i)
            times[i] = std::min(times[i], secondsOf(works[i]));
    }
    return times;
}

/// One pass on several cores, one pass on one, and one pass for each algorithm.
void compareSeveral(const Snapshot& snapshot, const Registry<HasherInfo>& hashers,
                    const std::vector<const char*>& ids) {
    std::vector<const HasherInfo*> several;
    std::string names;
    for (const char* id : ids) {
        several.push_back(hashers.find(id));
        names += (names.empty() ? "" : "+") + std::string(id);
    }
    ThreadWorkers workers(several.size());
    std::vector<std::function<void()>> works{[&] { ours(snapshot, several, &workers); },
                                             [&] { ours(snapshot, several, nullptr); }};
    for (std::size_t i = 0; i < several.size(); ++i)
        works.emplace_back([&, i] { ours(snapshot, std::span(several).subspan(i, 1), nullptr); });
    const std::vector<double> times = best(works);
    const auto singles = std::span(times).subspan(2);
    const double sum = std::accumulate(singles.begin(), singles.end(), 0.0);
    const double longest = *std::max_element(singles.begin(), singles.end());
    const auto cores = static_cast<double>(workers.width());
    std::printf("%s: %zu cores %.2f s, one core %.2f s (speed-up %.2f), one by one %.2f s, ideal %.2f s\n",
                names.c_str(), workers.width(), times[0], times[1], times[1] / times[0], sum,
                std::max(sum / cores, longest));
}

int run() {
    std::setvbuf(stdout, nullptr, _IOLBF, BUFSIZ);
    const WarmFile file;
    const auto source = openFileSource(file.path());
    if (!source || (*source)->size() != kSize) {
        std::fprintf(stderr, "no file to measure with\n");
        return 1;
    }
    const auto snapshot = Snapshot::ofSource(*source);
    Registry<HasherInfo> hashers;
    registerBuiltinHashers(hashers);
    double worst = 1e9;
    for (const char* id : {"sha256", "sha512"}) {
        const std::array algorithms{hashers.find(id)};
        const auto times =
            best({[&] { ours(snapshot, algorithms, nullptr); }, [&] { openssl(id, file.path()); }});
        const double us = times[0];
        const double them = times[1];
        worst = std::min(worst, them / us);
        std::printf("%-12s ours %6.0f MiB/s  openssl dgst %6.0f MiB/s  ratio %.3f\n", id, 1024 / us,
                    1024 / them, them / us);
    }
    compareSeveral(snapshot, hashers, {"md5", "sha1", "sha256", "sha512", "crc32"});
    compareSeveral(snapshot, hashers, {"sha256", "sha512", "md5", "crc32"});
    compareSeveral(snapshot, hashers, {"sha256", "sha512"});
    return worst < 0.97 ? 1 : 0;
}

}  // namespace
}  // namespace octavo

int main() {
    return octavo::run();
}
