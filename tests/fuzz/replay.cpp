// Tries a target's examples, every cut of the short ones, and seeded mutations of all of them: what the test
// suite runs where there is no libFuzzer. Usage: PROGRAM FOLDER [MUTATIONS [SEED]] or PROGRAM FILE.
// An input that breaks the target is left in failed-input.PROGRAM in the current folder.

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <sys/resource.h>
#include <vector>

#include "tests/fuzz/fuzz_target.h"

namespace {

using Input = std::vector<std::byte>;

constexpr std::size_t kCutUpTo = 300;                       // longer examples are cut at random places only
constexpr std::size_t kMostBytes = std::size_t{16} * 1024;  // of a mutated input
constexpr long kMostMemoryKb = 1024L * 1024;                // no input may make the target take more

Input current;
std::string failedInputFile;

/// The program is lost; what it was doing is not.
void keepInput(int signal) {
    std::FILE* file = std::fopen(failedInputFile.c_str(), "wb");
    if (file != nullptr) {
        std::fwrite(current.data(), 1, current.size(), file);
        std::fclose(file);
        std::fprintf(stderr, "fuzz: the input is in %s\n", failedInputFile.c_str());
    }
    std::signal(signal, SIG_DFL);
    std::raise(signal);
}

long peakMemoryKb() {
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

void tryOne(Input input) {
    current = std::move(input);
    octavo::fuzz::tryInput(current);
    octavo::fuzz::require(peakMemoryKb() < kMostMemoryKb);
}

Input contentOf(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    Input bytes;
    std::transform(std::istreambuf_iterator<char>(stream), {}, std::back_inserter(bytes),
                   [](char each) { return static_cast<std::byte>(each); });
    return bytes;
}

class Mutator {
public:
    Mutator(const std::vector<Input>& examples, std::uint64_t seed) : examples_(examples), random_(seed) {}

    Input next() {
        Input input = example();
        for (std::size_t changes = 1 + below(6); changes > 0; --changes)
            change(input);
        input.resize(std::min(input.size(), kMostBytes));
        return input;
    }

private:
    std::size_t below(std::size_t limit) { return limit == 0 ? 0 : random_() % limit; }
    const Input& example() { return examples_[below(examples_.size())]; }

    void change(Input& input) {
        static constexpr std::array kTelling{0x00, 0x01, 0x7F, 0x80, 0xFF, 0x0A, 0x20, 0x22,
                                             0x2A, 0x2D, 0x30, 0x39, 0x3A, 0x41, 0x5C, 0x66};
        const std::size_t at = below(input.size() + 1);
        const auto place = input.begin() + static_cast<std::ptrdiff_t>(at);
        const std::size_t length = std::min(below(1 + below(64)), input.size() - at);
        const auto behind = place + static_cast<std::ptrdiff_t>(length);
        switch (below(8)) {
            case 0:
                if (at < input.size())
                    input[at] ^= static_cast<std::byte>(1U << below(8));
                break;
            case 1:
                if (at < input.size())
                    input[at] = static_cast<std::byte>(kTelling[below(kTelling.size())]);
                break;
            case 2:
                input.insert(place, static_cast<std::byte>(kTelling[below(kTelling.size())]));
                break;
            case 3:
                input.erase(place, behind);
                break;
            case 4: {  // say it again
                const Input part(place, behind);
                const std::size_t times = 1 + below(4);
                for (std::size_t i = 0; i < times; ++i)
                    input.insert(input.begin() + static_cast<std::ptrdiff_t>(at), part.begin(), part.end());
                break;
            }
            case 5: {  // part of another example
                const Input& other = example();
                const std::size_t from = below(other.size() + 1);
                const std::size_t count = below(other.size() - from + 1);
                input.insert(place, other.begin() + static_cast<std::ptrdiff_t>(from),
                             other.begin() + static_cast<std::ptrdiff_t>(from + count));
                break;
            }
            case 6:
                input.resize(at);
                break;
            default:
                std::fill(place, behind, static_cast<std::byte>(random_()));
                break;
        }
    }

    const std::vector<Input>& examples_;
    std::mt19937_64 random_;
};

int replayFolder(const std::filesystem::path& folder, std::size_t mutations, std::uint64_t seed) {
    std::vector<std::filesystem::path> files(std::filesystem::directory_iterator(folder), {});
    std::sort(files.begin(), files.end());
    std::vector<Input> examples{{}};
    for (const auto& file : files)
        examples.push_back(contentOf(file));
    if (examples.size() < 2) {
        std::fprintf(stderr, "fuzz: no examples in %s\n", folder.c_str());
        return 2;
    }
    std::size_t tried = 0;
    for (const Input& example : examples) {
        tryOne(example);
        for (std::size_t length = 0; length < example.size() && example.size() <= kCutUpTo; ++length, ++tried)
            tryOne(Input(example.begin(), example.begin() + static_cast<std::ptrdiff_t>(length)));
    }
    Mutator mutator(examples, seed);
    for (std::size_t i = 0; i < mutations; ++i)
        tryOne(mutator.next());
    std::printf("%zu inputs: %zu examples, %zu cuts of them, %zu mutations with seed %llu; %ld MiB at most\n",
                examples.size() + tried + mutations, examples.size(), tried, mutations,
                static_cast<unsigned long long>(seed), peakMemoryKb() / 1024);
    return 0;
}

}  // namespace

int main(int count, char** arguments) {
    if (count < 2 || !std::filesystem::exists(arguments[1])) {
        std::fprintf(stderr, "usage: %s FOLDER [MUTATIONS [SEED]] | FILE\n", arguments[0]);
        return 2;
    }
    failedInputFile = "failed-input." + std::filesystem::path(arguments[0]).filename().string();
    for (const int signal : {SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGILL})
        std::signal(signal, keepInput);
    if (!std::filesystem::is_directory(arguments[1])) {
        tryOne(contentOf(arguments[1]));
        return 0;
    }
    const auto number = [&](int index, std::uint64_t otherwise) -> std::uint64_t {
        return count > index ? std::strtoull(arguments[index], nullptr, 10) : otherwise;
    };
    return replayFolder(arguments[1], number(2, 3000), number(3, 1));
}
