// What somebody does in an hour, in random order, on a real file: type, delete, paste, replace all, undo,
// redo, go to any state, save, reopen. The document must always hold what a plain vector holds, the file what
// was saved, and at the end no memory and no descriptor may have been kept. Usage: soak [MINUTES [SEED]];
// without arguments a fixed number of actions.

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "tests/support/save_world.h"

namespace octavo {
namespace {

constexpr std::size_t kActionsInSuite = 4'000;
constexpr std::size_t kActionsOfAFile = 250;  // then the next one is opened
constexpr std::size_t kMostBytes = 40'000;
constexpr double kMostGrowthMiB = 6;

void require(bool holds, int line = __builtin_LINE()) {
    if (holds)
        return;
    std::fprintf(stderr, "soak: line %d does not hold\n", line);
    std::abort();
}

/// One file that is open, and a plain copy of each state that an undo can lead to.
class Session {
public:
    Session(std::mt19937_64& random, std::size_t size)
        : random_(random), world_(test::noise(size)), steps_{{0, 0, test::noise(size)}} {}

    std::map<std::string, std::size_t> done;

    void act() {
        switch (below(16)) {
            case 0:
            case 1:
            case 2:
                return type();
            case 3:
                return overwrite();
            case 4:
                return erase();
            case 5:
                return paste();
            case 6:
                return replaceAll();
            case 7:
            case 8:
                return undo();
            case 9:
                return redo();
            case 10:
                return goAnywhere();
            case 11:
            case 12:
                return save();
            case 13:
                return saveCopy();
            case 14:
                return below(8) == 0 ? reopen() : undo();
            default:
                return resize();
        }
    }
    void check() { require(bytesOf(document().snapshot()) == bytes()); }

private:
    struct Step {
        HistoryState state;
        std::size_t parent;
        Bytes bytes;
    };
    Document& document() { return world_.document(); }
    [[nodiscard]] const Bytes& bytes() const { return steps_[current_].bytes; }
    std::size_t below(std::size_t limit) { return limit == 0 ? 0 : random_() % limit; }
    ByteRange somewhere(std::size_t most) {
        const std::size_t begin = below(bytes().size() + 1);
        return {begin, begin + below(std::min(most, bytes().size() - begin) + 1)};
    }
    Bytes someBytes(std::size_t most) {
        return test::noise(1 + below(most), static_cast<unsigned>(random_()));
    }

    static Bytes replaced(Bytes bytes, ByteRange range, const Bytes& with) {
        const auto at = bytes.begin() + static_cast<std::ptrdiff_t>(range.begin);
        bytes.insert(bytes.erase(at, at + static_cast<std::ptrdiff_t>(range.size())), with.begin(),
                     with.end());
        return bytes;
    }
    void noteStep(Bytes bytes, const char* what) {
        if (document().history().current() == steps_[current_].state)
            return;  // nothing in the place of nothing is no step
        steps_.push_back({document().history().current(), current_, std::move(bytes)});
        current_ = steps_.size() - 1;
        ++done[what];
        check();
    }
    void replace(ByteRange range, const Bytes& with, EditKind kind, const char* what) {
        if (bytes().size() + with.size() > kMostBytes + range.size())
            return;
        Bytes after = replaced(bytes(), range, with);
        require(document().apply(Edit::replace(range, Content::ofBytes(with), kind)).has_value());
        noteStep(std::move(after), what);
    }

    void type() {
        document().endTyping();
        const ByteRange place = somewhere(0);
        const std::size_t keys = 1 + below(12);
        Bytes after = bytes();
        for (std::size_t i = 0; i < keys; ++i) {
            const Bytes key = someBytes(1);
            const ByteOffset at = place.begin + i;
            require(
                document().apply(Edit::replace({at, at}, Content::ofBytes(key), EditKind::Type)).has_value());
            after = replaced(std::move(after), {at, at}, key);
        }
        noteStep(std::move(after), "typing");
        document().endTyping();
    }
    void overwrite() {
        const ByteRange place = somewhere(300);
        replace(place, test::noise(place.size(), static_cast<unsigned>(random_())), EditKind::Overwrite,
                "overwriting");
    }
    void erase() { replace(somewhere(300), {}, EditKind::Delete, "deleting"); }
    void resize() {
        const std::size_t size = bytes().size();
        if (below(2) == 0)
            replace({size - below(std::min<std::size_t>(size, 500) + 1), size}, {}, EditKind::Resize,
                    "cutting");
        else
            replace({size, size}, someBytes(500), EditKind::Resize, "appending");
    }
    void paste() {
        const ByteRange from = somewhere(2000);
        const ByteRange to = somewhere(100);
        if (bytes().size() + from.size() > kMostBytes)
            return;
        const Bytes part(bytes().begin() + static_cast<std::ptrdiff_t>(from.begin),
                         bytes().begin() + static_cast<std::ptrdiff_t>(from.end));
        Bytes after = replaced(bytes(), to, part);
        const Content content = Content::ofSnapshot(document().snapshot(), from);
        require(document().apply(Edit::replace(to, content, EditKind::Paste)).has_value());
        noteStep(std::move(after), "pasting");
    }
    void replaceAll() {
        const auto sought = static_cast<std::byte>(below(256));
        const Bytes with = someBytes(3);
        MultiEdit edit{.kind = EditKind::Replace, .ranges = {}, .content = Content::ofBytes(with)};
        Bytes after;
        for (std::size_t at = 0; at < bytes().size(); ++at) {
            if (bytes()[at] != sought) {
                after.push_back(bytes()[at]);
                continue;
            }
            edit.ranges.push_back({at, at + 1});
            after.insert(after.end(), with.begin(), with.end());
        }
        if (edit.ranges.empty() || after.size() > kMostBytes)
            return;
        require(document().apply(edit).has_value());
        noteStep(std::move(after), "replacing all");
    }

    void undo() {
        require(document().canUndo() == (current_ != 0));
        if (current_ == 0)
            return;
        document().undo();
        current_ = steps_[current_].parent;
        ++done["undo"];
        check();
    }
    void redo() {
        if (!document().canRedo())
            return;
        document().redo();
        const HistoryState now = document().history().current();
        std::size_t step = current_ + 1;
        while (step < steps_.size() && (steps_[step].state != now || steps_[step].parent != current_))
            ++step;
        require(step < steps_.size());
        current_ = step;
        ++done["redo"];
        check();
    }
    void goAnywhere() {
        current_ = below(steps_.size());
        document().goTo(steps_[current_].state);
        ++done["going to a state"];
        check();
    }

    void save() {
        const Result<SaveOutcome> outcome = world_.saveAndRebase();
        require(outcome.has_value());
        require(world_.fileContent() == bytes() && !document().isModified());
        ++done["saving"];
        check();
    }
    void saveCopy() {
        const std::string path = world_.directory().file("copy");
        require(world_.saveTo(world_.exportTarget(path)).has_value());
        require(test::contentOf(path) == bytes());
        ++done["saving a copy"];
        check();
    }
    void reopen() {
        const Bytes file = world_.fileContent();
        world_.open();
        steps_.assign(1, {0, 0, file});
        current_ = 0;
        ++done["reopening"];
        check();
    }

    std::mt19937_64& random_;
    test::SaveWorld world_;
    std::vector<Step> steps_;
    std::size_t current_ = 0;
};

/// 0 where a sanitizer keeps freed memory on purpose.
double memoryMiB() {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    return 0;
#endif

    std::ifstream statm("/proc/self/statm");
    double pages = 0;
    statm >> pages >> pages;
    return pages * 4096 / (1024 * 1024);
}

std::ptrdiff_t openDescriptors() {
    return std::distance(std::filesystem::directory_iterator("/proc/self/fd"), {});
}

int soak(double minutes, std::uint64_t seed) {
    using Clock = std::chrono::steady_clock;
    const auto end = Clock::now() +
                     std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(minutes * 60));
    std::mt19937_64 random(seed);
    std::map<std::string, std::size_t> done;
    std::size_t actions = 0;
    double settledMiB = 0;
    const std::ptrdiff_t descriptors = openDescriptors();
    const auto goesOn = [&] { return minutes > 0 ? Clock::now() < end : actions < kActionsInSuite; };
    for (int file = 0; goesOn(); ++file) {
        Session session(random, random() % 20'000);
        for (std::size_t i = 0; i < kActionsOfAFile; ++i, ++actions)
            session.act();
        for (const auto& [what, count] : session.done)
            done[what] += count;
        if (file == 9)
            settledMiB = memoryMiB();
    }
    std::printf("seed %llu: %zu actions\n", static_cast<unsigned long long>(seed), actions);
    for (const auto& [what, count] : done)
        std::printf("  %-18s %zu\n", what.c_str(), count);
    std::printf("memory %.1f MiB after the tenth file, %.1f MiB now; descriptors %td before, %td now\n",
                settledMiB, memoryMiB(), descriptors, openDescriptors());
    require(openDescriptors() == descriptors);
    require(settledMiB == 0 || memoryMiB() - settledMiB < kMostGrowthMiB);
    return 0;
}

}  // namespace
}  // namespace octavo

int main(int count, char** arguments) {
    const double minutes = count > 1 ? std::strtod(arguments[1], nullptr) : 0;
    const std::uint64_t seed = count > 2     ? std::strtoull(arguments[2], nullptr, 10)
                               : minutes > 0 ? std::random_device()()
                                             : 1;
    return octavo::soak(minutes, seed);
}
