// A save is cut off after any of its calls, and recovering from that fails: each call of it, in every way
// there is. Whatever happens, what recovery says is so, nothing is lost, and once the fault is over
// recovering again ends with the old file or the new one. Another instance may be recovering at the same
// moment. In memory.

#include <fmt/format.h>
#include <malloc.h>

#include "core/save/temporary_file.h"
#include "tests/support/expectations.h"
#include "tests/support/faulty_file_system.h"
#include "tests/support/save_scenes.h"

namespace octavo::test {
namespace {

using FaultKind = Faults::Kind;
constexpr const char* kPath = MemorySaveWorld::kPath;
/// Where a journal could lie instead; there is none, but it is looked for.
constexpr const char* kJournals = "/journals";

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr std::size_t kEach = 5;  // sanitizers are slow; they look for something else
#else
constexpr std::size_t kEach = 1;
#endif

struct Counts {
    std::size_t cases = 0;
    std::size_t refused = 0;  ///< the first recovery failed
};
Counts counts;

/// The disk as a crash left it, and the two files that may come of it.
struct Wreck {
    MemoryDisk disk;
    MemoryContent before;
    MemoryContent after;
};

std::vector<Faults> faultsAt(std::size_t call) {
    std::vector<Faults> all;
    for (const FaultKind kind : {FaultKind::Once, FaultKind::ForEver, FaultKind::SameForEver})
        for (const int errnoValue : {EIO, EACCES, ENOSPC})
            all.push_back({.kind = kind, .at = call, .errnoValue = errnoValue});
    all.push_back({.kind = FaultKind::Once, .at = call, .errnoValue = 0});
    all.push_back({.kind = FaultKind::ForEver, .at = call, .errnoValue = 0});
    return all;
}

std::string nameOf(const Result<JournalRecovery>& recovered) {
    return recovered ? "done"
                     : fmt::format("{} {} {}", errorCodeName(recovered.error().code),
                                   recovered.error().systemCode, recovered.error().detail);
}

bool isWhole(MemoryFileSystem& disk, const Wreck& wreck) {
    const MemoryContent& now = disk.inode(kPath).content;
    return now == wreck.before || now == wreck.after;
}

/// What a recovery without a fault leaves.
void checkRecovered(MemoryFileSystem& disk, const Wreck& wreck) {
    const Result<JournalRecovery> again = recoverJournal(kPath, disk, kJournals);
    expect(again.has_value(), "recovering again failed: " + nameOf(again));
    expect(isWhole(disk, wreck), "recovered, and the file is a mixture");
    expect(disk.names(MemorySaveWorld::kDirectory).size() == 1, "something was left");
}

/// Returns whether the fault met a call.
bool runFault(const Wreck& wreck, const Faults& faults) {
    MemoryFileSystem disk(wreck.disk);
    FaultyFileSystem faulty(disk, faults);
    const Result<JournalRecovery> recovered = recoverJournal(kPath, faulty, kJournals);
    if (recovered)
        expect(isWhole(disk, wreck), "called done, and it is not");
    else
        expect(recovered.error().systemCode == faults.errnoValue, "another error than the system's");
    counts.refused += recovered ? 0 : 1;
    ++counts.cases;
    checkRecovered(disk, wreck);
    return faults.errnoValue == 0 ? faulty.hasShortened() : faulty.hasStruck();
}

/// Another instance recovers just before any call of ours.
void runTogether(const Wreck& wreck) {
    for (std::size_t call = 1;; ++call) {
        scene = fmt::format("another instance recovers before call {}", call);
        MemoryFileSystem disk(wreck.disk);
        FaultyFileSystem disturbed(
            disk, {.at = call, .neighbour = [&] { static_cast<void>(recoverJournal(kPath, disk)); }});
        const Result<JournalRecovery> recovered = recoverJournal(kPath, disturbed, kJournals);
        if (recovered)
            expect(isWhole(disk, wreck), "called done, and it is not");
        else
            expect(recovered.error().code == ErrorCode::Busy || recovered.error().code == ErrorCode::NotFound,
                   "another error than that somebody is at it");
        ++counts.cases;
        if (disturbed.calls() < call)
            break;
        checkRecovered(disk, wreck);
    }
}

void runWreck(const std::string& name, const Wreck& wreck) {
    bool anyMet = true;
    for (std::size_t call = 1; anyMet; ++call) {
        anyMet = false;
        for (const Faults& faults : faultsAt(call)) {
            scene = fmt::format("{}, recovery's call {}, fault {}, errno {}", name, call,
                                static_cast<int>(faults.kind), faults.errnoValue);
            anyMet = runFault(wreck, faults) || anyMet;
        }
    }
    runTogether(wreck);
}

void runScene(const SaveScene& saved) {
    const std::unique_ptr<MemorySaveWorld> whole = worldOf(saved);
    const MemoryContent before = whole->content();
    OCTAVO_EXPECTS(saveScene(saved, *whole, whole->disk()).has_value());
    const MemoryContent after = whole->content();
    std::optional<MemoryDisk> last;
    bool goesOn = true;
    for (std::size_t crash = 1; goesOn; crash += kEach) {
        const std::unique_ptr<MemorySaveWorld> world = worldOf(saved);
        {
            FaultyFileSystem crashing(world->disk(), {.kind = FaultKind::CrashTorn, .at = crash});
            static_cast<void>(saveScene(saved, *world, crashing));
            goesOn = crashing.calls() > crash;
        }
        const MemoryDisk& disk = world->disk().disk();
        // Calls that only read or sync leave the same disk again.
        if (last && last->clock == disk.clock)
            continue;
        last = disk;
        runWreck(fmt::format("{}, cut off at {}", saved.name, crash),
                 {.disk = disk, .before = before, .after = after});
    }
}

}  // namespace
}  // namespace octavo::test

int main() {
    using namespace octavo::test;
    ::mallopt(M_MMAP_THRESHOLD, 1 << 30);  // large buffers are not to cost the system's time each time
    ::mallopt(M_TRIM_THRESHOLD, 1 << 30);
    std::size_t scenes = 0;
    for (const SaveScene& saved : saveScenes()) {
        const bool isRewrite = saved.name.starts_with("rewrite: ");
        if (!isRewrite && saved.name != "overwrite and append" && saved.name != "overwrite and cut" &&
            saved.name != "insert at 0, 4097 bytes" && saved.name != "symbolic link, in place")
            continue;
        ++scenes;
        runScene(saved);
    }
    fmt::print("{} recoveries that failed or were disturbed, {} of them were refused; {} failures\n",
               counts.cases, counts.refused, failures);
    return failures == 0 && scenes >= 9 && counts.refused > counts.cases / 4 ? 0 : 1;
}
