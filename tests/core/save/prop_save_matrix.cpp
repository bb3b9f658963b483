// Every call that a save makes fails in every way there is: once, for ever, by moving less than it was asked
// to, or by being the last before a crash. Whatever happens, the file is old or new, the document is what it
// was, nothing is left behind, the error says what went wrong, and saving works once the fault is over.
// In memory; prop_save_faults does a part of this on the real file system.

#include <array>
#include <cstdio>
#include <fmt/format.h>
#include <malloc.h>
#include <unistd.h>

#include "core/save/temporary_file.h"
#include "tests/support/expectations.h"
#include "tests/support/faulty_file_system.h"
#include "tests/support/save_scenes.h"

namespace octavo::test {
namespace {

using FaultKind = Faults::Kind;
/// What a name of the disk stands for; nothing when there is no such name.
using State = std::optional<MemoryContent>;

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kIsThin = true;  // sanitizers are slow; they look for something else
#else
constexpr bool kIsThin = false;
#endif
constexpr std::size_t kCasesWanted = kIsThin ? 3'000 : 20'000;

std::string describe(const SaveResult& outcome) {
    return outcome ? "saved"
                   : fmt::format("{} {} {}", errorCodeName(outcome.error().code), outcome.error().systemCode,
                                 outcome.error().detail);
}

State stateOf(MemorySaveWorld& world, const std::string& path) {
    const Result<FileStatus> status = world.disk().status(path);
    if (!status || status->kind != FileKind::Regular)
        return std::nullopt;
    return world.content(path);
}

std::vector<Faults> faultsAt(std::size_t call, bool isLarge) {
    std::vector<Faults> all{{.kind = FaultKind::Once, .at = call, .errnoValue = EIO},
                            {.kind = FaultKind::ForEver, .at = call, .errnoValue = ENOSPC},
                            {.kind = FaultKind::CrashTorn, .at = call}};
    if (isLarge)
        return all;
    // 0: the call moves less than it was asked to.
    for (const int errnoValue : {0, ENOSPC, EDQUOT, EINTR, EACCES, EROFS, EPERM, EFBIG, ESTALE, ENOMEM})
        all.push_back({.kind = FaultKind::Once, .at = call, .errnoValue = errnoValue});
    for (const int errnoValue : {0, EIO, EDQUOT, EINTR, EACCES, EROFS, ESTALE})
        all.push_back({.kind = FaultKind::ForEver, .at = call, .errnoValue = errnoValue});
    for (const int errnoValue : {EIO, EACCES})
        all.push_back({.kind = FaultKind::SameForEver, .at = call, .errnoValue = errnoValue});
    all.push_back({.kind = FaultKind::CrashAfter, .at = call});
    return all;
}

bool isCrash(const Faults& faults) {
    return faults.kind == FaultKind::CrashAfter || faults.kind == FaultKind::CrashTorn;
}

/// One scene with one fault in it, from the save to the last check.
class Case {
public:
    /// What a save of the scene is to lead to, found out by a save without a fault.
    struct Expected {
        State after;
        Bytes document;
        std::vector<std::string> names;
        MemoryInode metadata;
    };

    Case(const SaveScene& saved, const Expected& expected, const Faults& faults)
        : scene_(saved), expected_(expected), faults_(faults), world_(worldOf(saved)) {}

    /// Returns whether the fault met a call.
    [[nodiscard]] bool run() {
        before_ = stateOf(*world_, scene_.savedTo);
        bool hasMet = false;
        {
            FaultyFileSystem faulty(world_->disk(), faults_);
            outcome_ = saveScene(scene_, *world_, faulty);
            struckCall_ = faulty.struckCall() == nullptr ? "" : faulty.struckCall();
            hasMet = faults_.errnoValue == 0 ? faulty.hasShortened() : faulty.hasStruck();
            calls_ = faulty.calls();
        }
        needsRecovery_ = !outcome_ && outcome_.error().code == ErrorCode::NeedsRecovery;
        if (!isCrash(faults_)) {
            checkCode();
            checkFile();
        }
        checkRecovered();
        if (!scene_.meanwhile)
            checkDocument();
        checkSavingAgain();
        return hasMet;
    }
    [[nodiscard]] std::size_t calls() const { return calls_; }

private:
    [[nodiscard]] bool isHarmless() const {
        if (struckCall_.empty())
            return true;
        constexpr std::array kRepeated{"open",  "createExclusive", "openDirectory", "close", "read",
                                       "write", "truncate",        "reserve",       "sync",  "tryLock"};
        return faults_.kind == FaultKind::Once && faults_.errnoValue == EINTR &&
               std::ranges::find(kRepeated, struckCall_) != kRepeated.end();
    }

    [[nodiscard]] bool isForEver() const {
        return faults_.kind == FaultKind::ForEver || faults_.kind == FaultKind::SameForEver;
    }
    /// No name can be removed: a journal stays, emptied.
    [[nodiscard]] bool isStuck() const {
        return faults_.kind == FaultKind::SameForEver && struckCall_ == "unlink";
    }

    void checkCode() {
        if (isHarmless()) {
            const bool isRight =
                scene_.refusal ? !outcome_ && outcome_.error().code == *scene_.refusal : outcome_.has_value();
            expect(isRight, "nothing that matters went wrong, and yet: " + describe(outcome_));
            return;
        }
        if (outcome_) {
            constexpr std::array kNeeded{"write", "truncate", "sync", "rename"};
            // A step of a rewrite that failed once is done again from its beginning.
            const bool isDoneAgain = scene_.kind == SavePlan::Kind::Rewrite && calls_ > faults_.at + 1;
            expect(isDoneAgain || std::ranges::find(kNeeded, struckCall_) == kNeeded.end(),
                   "saved, although " + struckCall_ + " failed");
            return;
        }
        const Error& error = outcome_.error();
        if (isStuck() && scene_.meanwhile && error.code == ErrorCode::Busy)
            return;  // the journal of other times is in the way
        if (scene_.refusal && (error.code == *scene_.refusal || needsRecovery_))
            return;  // a fault on top of the one that the scene has itself
        expect(error.systemCode == faults_.errnoValue, struckCall_ + " failed: " + describe(outcome_));
        const ErrorCode mapped = systemError(faults_.errnoValue, ErrorCode::LibraryFailed).code;
        std::vector<ErrorCode> right{ErrorCode::SyncFailed, ErrorCode::NeedsRecovery, ErrorCode::Unsupported};
        if (mapped != ErrorCode::LibraryFailed)
            right.push_back(mapped);
        else
            right.insert(right.end(), {ErrorCode::OpenFailed, ErrorCode::ReadFailed, ErrorCode::WriteFailed});
        expect(std::ranges::find(right, error.code) != right.end(),
               struckCall_ + " failed: " + describe(outcome_));
        if (faults_.kind == FaultKind::Once)
            expect(!needsRecovery_, struckCall_ + " failed once, and the save could not be taken back");
        if (error.code == ErrorCode::Unsupported)
            expect(error.detail == "owner" || error.detail == "attributes", "another risk: " + error.detail);
        if (error.code == ErrorCode::SyncFailed && mapped != ErrorCode::LibraryFailed)
            expect(struckCall_ == "sync" || struckCall_ == "openDirectory" || isForEver(),
                   struckCall_ + " failed, told as SyncFailed");
    }

    void checkFile() {
        const State now = stateOf(*world_, scene_.savedTo);
        if (outcome_)
            expect(now == expected_.after, "saved, but the file is not new");
        else if (outcome_.error().code == ErrorCode::SyncFailed)
            expect(now == before_ || now == expected_.after, "the file is a mixture");
        else if (!needsRecovery_)
            expect(now == before_, "failed, but the file is not old: " + describe(outcome_));
        if (outcome_)
            checkMetadata();
        const bool isClean = outcome_ || (faults_.kind == FaultKind::Once && !needsRecovery_);
        if (isClean && !isStuck())
            checkNames("a clean end left something", scene_.meanwhile != nullptr);
        const std::string journal = journalPath(scene_.savedTo);
        if (isClean && isStuck() && !scene_.meanwhile && world_->disk().exists(journal))
            expect(world_->content(journal).size() == 0,
                   "a journal that cannot be removed still says something");
    }

    void checkNames(const char* what, bool mayBeOfOtherTimes = false) {
        for (const std::string& name : world_->names()) {
            const bool isExpected = std::ranges::find(expected_.names, name) != expected_.names.end();
            const bool isOther = mayBeOfOtherTimes && name.find(".octavo-") != std::string::npos;
            expect(isExpected || isOther, fmt::format("{}: {}", what, name));
        }
    }

    void checkMetadata() {
        const MemoryInode& now = world_->disk().inode(scene_.savedTo);
        expect(now.mode == expected_.metadata.mode && now.group == expected_.metadata.group &&
                   now.attributes == expected_.metadata.attributes && now.links == expected_.metadata.links,
               "mode, group, attributes or links differ");
    }

    void checkRecovered() {
        const Result<JournalRecovery> recovered = recoverJournal(scene_.savedTo, world_->disk());
        wasRecovered_ = recovered == JournalRecovery::RolledBack || recovered == JournalRecovery::Completed;
        if (!scene_.refusal)
            expect(recovered.has_value(), "recovery failed");
        const State now = stateOf(*world_, scene_.savedTo);
        expect(now == before_ || now == expected_.after, "after recovery the file is a mixture");
        if (outcome_)
            expect(now == expected_.after, "saved, but the old content came back");
        if (recovered)
            checkNames("recovery left something");
    }

    void checkDocument() {
        Document& document = world_->document();
        expect(bytesOf(document.snapshot()) == expected_.document, "the document changed");
        while (document.canUndo())
            document.undo();
        expect(bytesOf(document.snapshot()) == scene_.before.bytes(), "undo does not give the old bytes");
        while (document.canRedo())
            document.redo();
        expect(bytesOf(document.snapshot()) == expected_.document, "redo does not give the new bytes");
    }

    /// Only after a crash, a recovery or a disk that did not even tell may the next save find the file
    /// changed.
    void checkSavingAgain() {
        const auto left = outcome_ ? std::nullopt : outcome_.error().left;
        const bool isNew = left && left->holds == SaveFailure::Holds::NewBytes;
        const bool isUntold =
            !outcome_ && !left && outcome_.error().code == ErrorCode::SyncFailed && isForEver();
        const bool isLost = outcome_ || isCrash(faults_) || wasRecovered_ || isUntold || isNew;
        const SaveResult again = saveScene(scene_, *world_, world_->disk(), [&](SaveTarget& target) {
            if (left && target.existing && !wasRecovered_)
                expect(left->identity == target.existing->identity, "the failure tells another identity");
            if (left && !isNew)
                target.baseIdentity = left->identity;
            if (isLost)
                target.wantedKind.reset();  // moves are only known from the file that was opened
            if (isLost && !scene_.refusal) {
                target.ifChanged = SaveTarget::IfChanged::Overwrite;
                target.acceptedRisks.push_back(SaveRisk::BreaksHardLinks);
            }
        });
        if (scene_.refusal) {
            expect(!again && again.error().code == *scene_.refusal,
                   "saving again was not refused: " + describe(again));
            expect(stateOf(*world_, scene_.savedTo) == before_, "the refused save changed the file");
            return;
        }
        expect(again.has_value(), "saving again failed: " + describe(again));
        expect(stateOf(*world_, scene_.savedTo) == expected_.after, "saving again wrote something else");
        if (again && !isLost)
            expect(again->kind == scene_.kind, "saving again took another way");
        checkNames("saving again left something");
    }

    const SaveScene& scene_;
    const Expected& expected_;
    const Faults faults_;
    std::unique_ptr<MemorySaveWorld> world_;
    State before_;
    SaveResult outcome_;
    std::string struckCall_;
    std::size_t calls_ = 0;
    bool needsRecovery_ = false;
    bool wasRecovered_ = false;
};

/// The scene without a fault: what it must come to.
Case::Expected expectedOf(const SaveScene& saved) {
    scene = saved.name;
    const std::unique_ptr<MemorySaveWorld> world = worldOf(saved);
    Case::Expected expected{.after = {}, .document = bytesOf(world->snapshot()), .names = {}, .metadata = {}};
    const auto target = world->target(world->disk(), saved.savedTo, saved.intent);
    expected.metadata.mode = 0644;
    expected.metadata.group = ::getegid();
    expected.metadata.links = 1;
    if (target && target->existing)
        expected.metadata = world->disk().inode(saved.savedTo);
    const SaveResult outcome = saveScene(saved, *world, world->disk());
    expected.names = world->names();
    if (saved.refusal) {
        expect(!outcome && outcome.error().code == *saved.refusal, "not refused: " + describe(outcome));
        expected.after = stateOf(*world, saved.savedTo);
        return expected;
    }
    expect(outcome && outcome->kind == saved.kind, "another outcome than expected: " + describe(outcome));
    SaveTarget adjusted;
    if (saved.adjust)
        saved.adjust(adjusted);
    const ByteRange range = adjusted.range.value_or(ByteRange{0, expected.document.size()});
    expected.after = MemoryContent(std::span(expected.document).subspan(range.begin, range.size()));
    std::erase_if(expected.metadata.attributes,
                  [&](const auto& entry) { return entry.first.starts_with("security."); });
    for (const std::string& name : expected.names)
        expect(name.find(".octavo-") == std::string::npos, "left beside the file: " + name);
    return expected;
}

/// Every fault at every call; returns how many cases those were.
std::size_t runEveryCall(const SaveScene& saved) {
    const Case::Expected expected = expectedOf(saved);
    std::size_t cases = 0;
    for (std::size_t call = 1;; ++call) {
        bool anyMet = false;
        for (const Faults& faults : faultsAt(call, saved.isLarge || kIsThin)) {
            scene = fmt::format("{}, call {}, fault {}, errno {}", saved.name, call,
                                static_cast<int>(faults.kind), faults.errnoValue);
            Case one(saved, expected, faults);
            if (one.run()) {
                anyMet = true;
                ++cases;
            }
        }
        if (!anyMet)
            return cases;
    }
}

/// Every other call is interrupted and none moves more than a little; that is no failure.
std::size_t runInterrupted(const SaveScene& saved) {
    const Case::Expected expected = expectedOf(saved);
    std::size_t cases = 0;
    for (const std::size_t mostBytes : {512, 1009, 4096, 100'000}) {
        scene = fmt::format("{}, interrupted, at most {}", saved.name, mostBytes);
        Case one(saved, expected, {.mostBytes = mostBytes, .isInterrupted = true});
        static_cast<void>(one.run());
        ++cases;
    }
    return cases;
}

/// A save is cut off, and so is the recovery from that, at every call of it: recovering again is enough.
std::size_t runCutRecovery(const SaveScene& saved) {
    const Case::Expected expected = expectedOf(saved);
    std::size_t cases = 0;
    for (std::size_t crash = 1, calls = 1; crash <= calls; ++crash) {
        for (std::size_t call = 1;; ++call) {
            scene = fmt::format("{}, crash at {}, recovery crashes at {}", saved.name, crash, call);
            const std::unique_ptr<MemorySaveWorld> world = worldOf(saved);
            const State before = stateOf(*world, saved.savedTo);
            {
                FaultyFileSystem faulty(world->disk(), {.kind = FaultKind::CrashTorn, .at = crash});
                static_cast<void>(saveScene(saved, *world, faulty));
                calls = faulty.hasStruck() ? crash + 1 : crash;
            }
            bool hasStruck = false;
            {
                FaultyFileSystem faulty(world->disk(), {.kind = FaultKind::CrashTorn, .at = call});
                static_cast<void>(recoverJournal(saved.savedTo, faulty));
                hasStruck = faulty.hasStruck();
            }
            expect(recoverJournal(saved.savedTo, world->disk()).has_value(), "recovery failed");
            const State now = stateOf(*world, saved.savedTo);
            expect(now == before || now == expected.after, "the file is a mixture");
            ++cases;
            if (!hasStruck)
                break;
        }
    }
    return cases;
}

/// Another program takes the file away, or puts another in its place, before any call of the save: the name
/// leads to its file or to a whole one of ours, and no save is called done whose identity would pass for
/// theirs.
std::size_t runNeighbour(const SaveScene& saved) {
    const Case::Expected expected = expectedOf(saved);
    const MemoryContent theirs(noise(3000, 11));
    std::size_t cases = 0;
    for (const bool isDeleted : {false, true}) {
        for (std::size_t call = 1;; ++call) {
            scene = fmt::format("{}, neighbour {} before call {}", saved.name,
                                isDeleted ? "deletes" : "renames", call);
            const std::unique_ptr<MemorySaveWorld> world = worldOf(saved);
            const State before = stateOf(*world, saved.savedTo);
            bool hasCome = false;
            const auto neighbour = [&] {
                hasCome = true;
                MemoryFileSystem& disk = world->disk();
                if (isDeleted) {
                    if (disk.exists(MemorySaveWorld::kPath))
                        expect(disk.unlink(MemorySaveWorld::kPath).has_value(), "not deleted");
                    return;
                }
                disk.makeFile("/dir/theirs", theirs);
                expect(disk.rename("/dir/theirs", MemorySaveWorld::kPath, FileSystem::RenameMode::Replace)
                           .has_value(),
                       "not renamed");
            };
            FaultyFileSystem disturbed(world->disk(), {.at = call, .neighbour = neighbour});
            const SaveResult outcome = saveScene(saved, *world, disturbed);
            const State now = stateOf(*world, saved.savedTo);
            const bool isTheirs = isDeleted ? !now : now == theirs;
            expect(isTheirs || now == before || now == expected.after, "the file is a mixture");
            if (outcome && now && world->disk().status(saved.savedTo)->identity == outcome->identity)
                expect(now == expected.after, "their file passes for the one that was saved");
            constexpr std::size_t kLastCalls = 8;  // too late to be noticed
            if (outcome && isTheirs)
                expect(disturbed.calls() < call + kLastCalls, "saved, though the name had long been theirs");
            if (!outcome && outcome.error().code == ErrorCode::NeedsRecovery)
                expect(false, "not taken back: " + describe(outcome));
            if (!hasCome)
                break;
            ++cases;
        }
    }
    return cases;
}

/// The save is cancelled just before any call: then the file is old, or it is too late, and the save is done.
std::size_t runCancelled(const SaveScene& saved) {
    const Case::Expected expected = expectedOf(saved);
    bool hasCancelled = false;
    for (std::size_t call = 1;; ++call) {
        scene = fmt::format("{}, cancelled before call {}", saved.name, call);
        const std::unique_ptr<MemorySaveWorld> world = worldOf(saved);
        const State before = stateOf(*world, saved.savedTo);
        std::stop_source stop;
        FaultyFileSystem watched(world->disk(), {.at = call, .neighbour = [&] { stop.request_stop(); }});
        const SaveResult outcome =
            saveScene(saved, *world, watched, {}, JobContext(stop.get_token(), nullptr));
        const bool isCancelled = !outcome && outcome.error().code == ErrorCode::Cancelled;
        hasCancelled = hasCancelled || isCancelled;
        expect(outcome.has_value() || isCancelled, "neither saved nor cancelled: " + describe(outcome));
        expect(stateOf(*world, saved.savedTo) == (outcome ? expected.after : before),
               "the file is not what was said");
        for (const std::string& name : world->names())
            expect(std::ranges::find(expected.names, name) != expected.names.end(), "left: " + name);
        if (watched.calls() < call) {
            expect(hasCancelled, "it could not be cancelled");
            return call;
        }
    }
}

/// A file that was not there is there just before any call of the save: it is not ours to replace.
std::size_t runCreator(const SaveScene& saved) {
    const MemoryContent theirs(noise(3000, 11));
    for (std::size_t call = 1;; ++call) {
        scene = fmt::format("{}, neighbour creates the file before call {}", saved.name, call);
        const std::unique_ptr<MemorySaveWorld> world = worldOf(saved);
        const auto neighbour = [&] {
            if (!world->disk().exists(saved.savedTo))
                world->disk().makeFile(saved.savedTo, theirs);
        };
        const SaveTarget target = world->target(world->disk(), saved.savedTo, saved.intent).value();
        FaultyFileSystem disturbed(world->disk(), {.at = call, .neighbour = neighbour});
        const SaveResult outcome = world->saveTo(target, disturbed);
        const bool isTheirs = stateOf(*world, saved.savedTo) == theirs;
        expect(outcome.has_value() != isTheirs, "their file was replaced, or ours called saved");
        if (!outcome)
            expect(outcome.error().code == ErrorCode::ChangedOnDisk, "not told: " + describe(outcome));
        expect(world->names().size() == 2, "something was left");
        if (disturbed.calls() < call)
            return call;
    }
}

/// Another program cuts the file off or makes it longer in the midst of a save: there is no error that would
/// not be right then, but no journal may be left to be played back over its bytes, and the save is never
/// called done.
std::size_t runWriter(const SaveScene& saved, std::size_t size) {
    std::size_t cases = 0;
    for (std::size_t call = 1;; ++call) {
        scene = fmt::format("{}, neighbour writes before call {}", saved.name, call);
        const std::unique_ptr<MemorySaveWorld> world = worldOf(saved);
        const MemoryContent theirs(noise(size, 11));
        const auto neighbour = [&] { world->disk().changeFile(MemorySaveWorld::kPath, theirs); };
        FaultyFileSystem disturbed(world->disk(), {.at = call, .neighbour = neighbour});
        const SaveResult outcome = saveScene(saved, *world, disturbed);
        if (disturbed.calls() < call)
            return cases;
        ++cases;
        const bool isLate = disturbed.calls() < call + 8 || saved.kind == SavePlan::Kind::Replace;
        expect(!outcome || isLate, "saved, though it was theirs");
        expect(recoverJournal(saved.savedTo, world->disk()).has_value(), "recovery failed");
        expect(world->names().size() == 1, "something was left");
        if (outcome && world->content() == theirs)
            expect(!isAsSaved(world->disk().status(saved.savedTo)->identity, *outcome),
                   "their bytes pass for ours");
    }
}

bool isForCutRecovery(const SaveScene& saved) {
    return !saved.isLarge && !saved.refusal && !saved.meanwhile && saved.before.size() < 20'000;
}

}  // namespace
}  // namespace octavo::test

int main(int argc, char** argv) {
    using namespace octavo::test;
    ::mallopt(M_MMAP_THRESHOLD, 1 << 30);  // large buffers are not to cost the system's time each time
    ::mallopt(M_TRIM_THRESHOLD, 1 << 30);
    const std::string only = argc > 1 ? argv[1] : "";
    std::size_t cases = 0;
    std::size_t compound = 0;
    std::size_t neighbours = 0;
    for (const SaveScene& saved : saveScenes()) {
        if (!only.empty() && saved.name != only)
            continue;
        cases += runEveryCall(saved);
        if (!saved.isLarge)
            cases += runInterrupted(saved);
        if (isForCutRecovery(saved)) {
            compound += runCutRecovery(saved);
            neighbours += runCancelled(saved);
        }
        if (saved.name == "blocks are copied" || saved.name == "blocks are shared")
            neighbours += runCancelled(saved);
        if (saved.name == "save as, new")
            neighbours += runCreator(saved);
        if (isForCutRecovery(saved) && saved.savedTo == MemorySaveWorld::kPath)
            neighbours += runNeighbour(saved);
        if (saved.name == "overwrite and append" || saved.name == "nearly all is new" ||
            saved.name == "insert at 0, 4097 bytes")
            neighbours += runWriter(saved, 50'000);
        if (saved.name == "insert at 0, 4097 bytes")  // as long as the new file
            neighbours += runWriter(saved, expectedOf(saved).after->size());
    }
    fmt::print("{} cases of a fault in a save, {} of a cut-off recovery, {} of a neighbour, {} failures\n",
               cases, compound, neighbours, failures);
    const bool isEnough = !only.empty() || cases >= kCasesWanted;
    return failures == 0 && isEnough ? 0 : 1;
}
