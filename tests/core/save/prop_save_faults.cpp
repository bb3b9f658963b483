// Each call that a save makes fails: once, for ever, or is the last before a crash. Whatever happens, the
// file is old or new, and the document is what it was. On the real file system and with mapped files;
// prop_save_matrix does it in memory with many more saves and errors.

#include <cstdio>
#include <fmt/format.h>
#include <functional>

#include "tests/support/expectations.h"
#include "tests/support/faulty_file_system.h"
#include "tests/support/save_world.h"

namespace octavo::test {
namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kIsThin = true;  // sanitizers are slow; they look for something else
#else
constexpr bool kIsThin = false;
#endif

struct Scenario {
    const char* name;
    std::function<void(SaveWorld&)> edit;
    SavePlan::Kind kind;
};

constexpr std::size_t kSize = 150'000;
const Bytes kBefore = noise(kSize);

std::vector<Scenario> scenarios() {
    return {
        {"overwrite", [](SaveWorld& w) { w.overwrite(5000, bytesOf("abc")); }, SavePlan::Kind::InPlace},
        {"overwrite in three places",
         [](SaveWorld& w) {
             w.overwrite(0, bytesOf("abc"));
             w.overwrite(4094, noise(9000, 3));
             w.overwrite(kSize - 2, bytesOf("yz"));
         },
         SavePlan::Kind::InPlace},
        {"append",
         [](SaveWorld& w) {
             w.overwrite(1, bytesOf("Q"));
             w.insert(kSize, noise(9000, 2));
         },
         SavePlan::Kind::InPlace},
        {"cut the tail",
         [](SaveWorld& w) {
             w.overwrite(100, bytesOf("Q"));
             w.erase({140'001, kSize});
         },
         SavePlan::Kind::InPlace},
        {"swap two runs of the file",
         [](SaveWorld& w) {
             const Snapshot old = w.document().snapshot();
             const ByteRange a{4096, 12'288};
             const ByteRange b{40'960, 49'152};
             w.erase(a);
             OCTAVO_EXPECTS(
                 w.document().apply(Edit::insert(a.begin, Content::ofSnapshot(old, b))).has_value());
             w.erase(b);
             OCTAVO_EXPECTS(
                 w.document().apply(Edit::insert(b.begin, Content::ofSnapshot(old, a))).has_value());
         },
         SavePlan::Kind::InPlace},
        {"rewrite: insert at the front", [](SaveWorld& w) { w.insert(0, bytesOf("abc")); },
         SavePlan::Kind::Rewrite},
        {"rewrite: cut at the front",
         [](SaveWorld& w) {
             w.erase({0, 5000});
         },
         SavePlan::Kind::Rewrite},
        {"rewrite: both directions",
         [](SaveWorld& w) {
             w.insert(100, noise(700, 5));
             w.erase({60'000, 60'900});
             w.overwrite(140'000, bytesOf("new"));
         },
         SavePlan::Kind::Rewrite},
        {"rewrite: runs exchange places",
         [](SaveWorld& w) {
             const Snapshot old = w.document().snapshot();
             w.erase({0, 30'001});
             OCTAVO_EXPECTS(
                 w.document()
                     .apply(Edit::insert(w.document().size(), Content::ofSnapshot(old, {0, 30'001})))
                     .has_value());
             w.insert(w.document().size(), noise(5000, 6));
         },
         SavePlan::Kind::Rewrite},
        {"insert at the front", [](SaveWorld& w) { w.insert(0, bytesOf("abc")); }, SavePlan::Kind::Replace},
        {"insert a block in the middle", [](SaveWorld& w) { w.insert(69'632, noise(4096, 4)); },
         SavePlan::Kind::Replace},
    };
}

std::vector<Faults> faultsAt(std::size_t call) {
    return {{.kind = Faults::Kind::Once, .at = call, .errnoValue = EIO},
            {.kind = Faults::Kind::Once, .at = call, .errnoValue = ENOSPC},
            {.kind = Faults::Kind::ForEver, .at = call, .errnoValue = ENOSPC},
            {.kind = Faults::Kind::CrashTorn, .at = call}};
}

bool isCrash(const Faults& faults) {
    return faults.kind == Faults::Kind::CrashAfter || faults.kind == Faults::Kind::CrashTorn;
}

/// The document's own file; a Rewrite is what nobody chooses for a file this small.
SaveTarget targetOf(SaveWorld& world, SavePlan::Kind kind) {
    SaveTarget target = world.target();
    if (kind == SavePlan::Kind::Rewrite)
        target.wantedKind = kind;
    target.stepSize = 65'536;
    return target;
}

/// Returns whether the file was touched by recovering it.
bool checkFile(SaveWorld& world, const SaveResult& outcome, const Faults& faults, const Bytes& before,
               const Bytes& after) {
    const bool needsRecovery = !outcome && outcome.error().code == ErrorCode::NeedsRecovery;
    if (!isCrash(faults) && !needsRecovery) {
        const Bytes now = world.fileContent();
        if (outcome)
            expect(now == after, "saved, but the file is not new");
        else
            expect(now == before || (outcome.error().code == ErrorCode::SyncFailed && now == after),
                   "failed, but the file is not old");
    }
    if (faults.kind == Faults::Kind::Once && !needsRecovery)
        expect(world.names() == std::vector<std::string>{"file.bin"}, "a clean failure left something");
    const Result<JournalRecovery> recovered = recoverJournal(world.path(), world.disk());
    expect(recovered.has_value(), "recovery failed");
    const Bytes now = world.fileContent();
    expect(now == before || now == after, "the file is a mixture");
    if (outcome)
        expect(now == after, "saved, but the old content came back");
    expect(world.names() == std::vector<std::string>{"file.bin"}, "something was left beside the file");
    return recovered == JournalRecovery::RolledBack || recovered == JournalRecovery::Completed;
}

void checkDocument(SaveWorld& world, const Bytes& before, const Bytes& after) {
    expect(bytesOf(world.document().snapshot()) == after, "the document changed");
    while (world.document().canUndo())
        world.document().undo();
    expect(bytesOf(world.document().snapshot()) == before, "undo does not give the old bytes");
    while (world.document().canRedo())
        world.document().redo();
}

/// Only after a crash or a recovery may the next save find the file changed: how a failed save left it, it
/// tells.
void checkSavingAgain(SaveWorld& world, const Bytes& after, const SaveResult& outcome, bool isKnown,
                      SavePlan::Kind kind) {
    SaveTarget again = targetOf(world, kind);
    const bool isLost = outcome || !isKnown;
    const bool isLeft = !isLost && outcome.error().left;
    const bool isNew = isLeft && outcome.error().left->holds == SaveFailure::Holds::NewBytes;
    if (isLeft)
        expect(outcome.error().left->identity == again.existing->identity,
               "the failure tells another identity");
    if (isLeft && !isNew)
        again.baseIdentity = outcome.error().left->identity;
    if (isLost || isNew) {
        again.ifChanged = SaveTarget::IfChanged::Overwrite;
        again.wantedKind.reset();
    }
    const Result<SaveOutcome> saved = world.saveTo(again);
    expect(saved.has_value(), "saving again failed");
    expect(world.fileContent() == after, "saving again wrote something else");
    if (!isLost && !isNew)
        expect(saved && saved->kind == kind, "saving again took another way");
}

/// Returns whether the fault was reached.
bool run(const Scenario& scenario, const Faults& faults) {
    const Bytes& before = kBefore;
    SaveWorld world(before);
    scenario.edit(world);
    const Bytes after = bytesOf(world.document().snapshot());
    const Result<SavePlan> plan = planSave(world.document().snapshot(), targetOf(world, scenario.kind));
    expect(plan.has_value() && plan->kind == scenario.kind, "another plan than expected");
    bool hasStruck = false;
    SaveResult outcome;
    {
        FaultyFileSystem faulty(world.disk(), faults);
        outcome = runSave(*plan, world.document().snapshot(), faulty);
        hasStruck = faulty.hasStruck();
    }
    const bool wasRecovered = checkFile(world, outcome, faults, before, after);
    checkDocument(world, before, after);
    // A disk that fails for ever does not even tell how the file was left.
    const bool isUntold = faults.kind == Faults::Kind::ForEver && !outcome && !outcome.error().left &&
                          outcome.error().code == ErrorCode::SyncFailed;
    checkSavingAgain(world, after, outcome, !isCrash(faults) && !wasRecovered && !isUntold, scenario.kind);
    return hasStruck;
}

std::size_t runEveryCall(const Scenario& scenario) {
    std::size_t cases = 0;
    for (std::size_t call = 1;; call += kIsThin ? 3 : 1) {
        bool anyStruck = false;
        for (Faults faults : faultsAt(call)) {
            for (const std::size_t mostBytes : {std::size_t{1} << 30, std::size_t{3000}}) {
                if (kIsThin && mostBytes == 3000)
                    continue;
                faults.mostBytes = mostBytes;
                scene = fmt::format("{}, call {}, fault {}, errno {}, at most {}", scenario.name, call,
                                    static_cast<int>(faults.kind), faults.errnoValue, mostBytes);
                anyStruck = run(scenario, faults) || anyStruck;
                ++cases;
            }
        }
        if (!anyStruck)
            return cases;
    }
}

/// Interrupted calls and short reads and writes are no failures.
void runInterrupted(const Scenario& scenario) {
    for (const std::size_t mostBytes : {1009, 4096, 100'000}) {
        scene = fmt::format("{}, interrupted, at most {}", scenario.name, mostBytes);
        SaveWorld world(kBefore);
        scenario.edit(world);
        const Bytes after = bytesOf(world.document().snapshot());
        const Result<SavePlan> plan = planSave(world.document().snapshot(), targetOf(world, scenario.kind));
        FaultyFileSystem faulty(world.disk(), {.mostBytes = mostBytes, .isInterrupted = true});
        const Result<SaveOutcome> outcome = runSave(*plan, world.document().snapshot(), faulty);
        expect(outcome.has_value(), "interruption made the save fail");
        expect(world.fileContent() == after, "the file is not new");
    }
}

/// A crash in the middle of recovery, at every call of it: recovering again gives the old file or the new.
std::size_t runCrashDuringRecovery(const Scenario& scenario, std::size_t crash) {
    const Bytes& before = kBefore;
    std::size_t cases = 0;
    for (std::size_t call = 1;; ++call) {
        scene = fmt::format("{}, crash at {}, recovery crashes at {}", scenario.name, crash, call);
        SaveWorld world(before);
        scenario.edit(world);
        const Bytes after = bytesOf(world.document().snapshot());
        const Result<SavePlan> plan = planSave(world.document().snapshot(), targetOf(world, scenario.kind));
        {
            FaultyFileSystem faulty(world.disk(), {.kind = Faults::Kind::CrashTorn, .at = crash});
            static_cast<void>(runSave(*plan, world.document().snapshot(), faulty));
        }
        bool hasStruck = false;
        {
            FaultyFileSystem faulty(world.disk(), {.kind = Faults::Kind::CrashTorn, .at = call});
            static_cast<void>(recoverJournal(world.path(), faulty));
            hasStruck = faulty.hasStruck();
        }
        expect(recoverJournal(world.path(), world.disk()).has_value(), "recovery failed");
        const Bytes now = world.fileContent();
        expect(now == before || now == after, "the file is a mixture");
        expect(world.names() == std::vector<std::string>{"file.bin"}, "something was left beside the file");
        ++cases;
        if (!hasStruck)
            return cases;
    }
}

/// How many calls the save of a scenario makes.
std::size_t callsOf(const Scenario& scenario) {
    SaveWorld world(kBefore);
    scenario.edit(world);
    const Result<SavePlan> plan = planSave(world.document().snapshot(), targetOf(world, scenario.kind));
    FaultyFileSystem faulty(world.disk(), {});
    OCTAVO_EXPECTS(runSave(*plan, world.document().snapshot(), faulty).has_value());
    return faulty.calls();
}

}  // namespace
}  // namespace octavo::test

int main() {
    using namespace octavo::test;
    using octavo::SavePlan;
    keepTemporaryFilesInMemory();
    std::size_t cases = 0;
    for (const auto& scenario : scenarios()) {
        cases += runEveryCall(scenario);
        runInterrupted(scenario);
        if (scenario.kind == SavePlan::Kind::Replace)
            continue;
        const std::size_t calls = callsOf(scenario);
        for (std::size_t crash = calls / 3; crash < calls; crash += 1 + calls / 25)
            cases += kIsThin && crash % 2 == 0 ? 0 : runCrashDuringRecovery(scenario, crash);
    }
    fmt::print("{} cases, {} failures\n", cases, failures);
    return failures == 0 ? 0 : 1;
}
