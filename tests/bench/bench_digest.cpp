#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>
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

/// Best times of both, taking turns.
std::array<double, 2> best(const std::function<void()>& left, const std::function<void()>& right) {
    std::array<double, 2> times{1e9, 1e9};
    for (int round = 0; round < kRounds; ++round) {
        times[0] = std::min(times[0], secondsOf(left));
        times[1] = std::min(times[1], secondsOf(right));
    }
    return times;
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
        const auto [us, them] =
            best([&] { ours(snapshot, algorithms, nullptr); }, [&] { openssl(id, file.path()); });
        worst = std::min(worst, them / us);
        std::printf("%-12s ours %6.0f MiB/s  openssl dgst %6.0f MiB/s  ratio %.3f\n", id, 1024 / us,
                    1024 / them, them / us);
    }
    const std::array several{hashers.find("md5"), hashers.find("sha1"), hashers.find("sha256"),
                             hashers.find("sha512"), hashers.find("crc32")};
    ThreadWorkers workers(several.size());
    const auto [together, alone] =
        best([&] { ours(snapshot, several, &workers); }, [&] { ours(snapshot, several, nullptr); });
    std::printf(
        "md5+sha1+sha256+sha512+crc32 in one pass: %zu cores %.2f s, one core %.2f s, speed-up %.2f\n",
        workers.width(), together, alone, alone / together);
    return worst < 0.97 ? 1 : 0;
}

}  // namespace
}  // namespace octavo

int main() {
    return octavo::run();
}
