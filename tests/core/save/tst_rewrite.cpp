#include <filesystem>
#include <unistd.h>

#include <QtTest>

#include "tests/support/faulty_file_system.h"
#include "tests/support/rewrite_world.h"
#include "tests/support/save_world.h"

namespace octavo {

using test::contentOf;
using test::Faults;
using test::FaultyFileSystem;
using test::noise;
using test::rewritePlan;
using test::rewriteTarget;
using test::SaveWorld;

namespace {

constexpr std::size_t kSize = 100'000;

/// Where each bounded step begins to write.
std::vector<ByteOffset> stepStarts(const SavePlan& plan) {
    std::vector<ByteOffset> starts;
    std::size_t begin = 0;
    for (const std::size_t end : plan.stepEnds) {
        const auto* move = std::get_if<MoveRange>(&plan.steps[begin]);
        starts.push_back(move != nullptr ? move->at : std::get<WriteRange>(plan.steps[begin]).at);
        begin = end;
    }
    return starts;
}

}  // namespace

class TestRewrite : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void runsThatMoveTowardsTheEndAreDoneFromTheLastByteBack() {
        SaveWorld world(noise(kSize));
        world.insert(0, bytesOf("abc"));
        const std::vector<ByteOffset> starts = stepStarts(rewritePlan(world));
        QCOMPARE(starts.size(), std::size_t{7});
        QVERIFY(std::is_sorted(starts.rbegin(), starts.rend()));
    }

    void runsThatMoveTowardsTheFrontAreDoneFromTheFirstByteOn() {
        SaveWorld world(noise(kSize));
        world.erase({0, 3});
        const std::vector<ByteOffset> starts = stepStarts(rewritePlan(world));
        QCOMPARE(starts.size(), std::size_t{7});
        QVERIFY(std::ranges::is_sorted(starts));
    }

    void onlyNewBytesAndOneStepAreInTheJournalAtATime() {
        SaveWorld world(noise(kSize));
        world.insert(0, bytesOf("abc"));
        const SavePlan plan = rewritePlan(world);
        QVERIFY(plan.temporaryBytes < 2 * 16'384 + 20'000);
        QCOMPARE(plan.bytesToJournal, plan.bytesToWrite + 3);
    }

    void ofRunsThatChangePlacesTheSmallerIsKeptInTheJournal() {
        SaveWorld world(noise(kSize));
        const Snapshot old = world.document().snapshot();
        world.erase({0, 5000});
        QVERIFY(world.document()
                    .apply(Edit::insert(world.document().size(), Content::ofSnapshot(old, {0, 5000})))
                    .has_value());
        const SavePlan plan = rewritePlan(world);
        QVERIFY(plan.bytesToJournal - plan.bytesToWrite <= 5000);
        QVERIFY(world.saveTo(rewriteTarget(world)).has_value());
        QVERIFY(world.fileContent() == bytesOf(world.document().snapshot()));
    }

    void hardLinksSeeTheNewBytes() {
        SaveWorld world(noise(kSize));
        const std::string other = world.directory().file("other");
        QCOMPARE(::link(world.path().c_str(), other.c_str()), 0);
        world.open();
        world.insert(5, bytesOf("abc"));
        const SaveOutcome outcome = world.saveTo(rewriteTarget(world)).value();
        QCOMPARE(outcome.kind, SaveKind::Rewrite);
        QVERIFY(contentOf(other) == bytesOf(world.document().snapshot()));
    }

    void otherDocumentsAndOtherSourcesKeepTheirBytes() {
        const Bytes before = noise(kSize);
        SaveWorld world(before);
        const std::shared_ptr<FileSource> second = openFileSource(world.path()).value();
        const Snapshot pasted = world.document().snapshot();
        world.insert(0, bytesOf("abc"));
        world.erase({50'000, 60'000});
        QVERIFY(world.saveTo(rewriteTarget(world)).has_value());
        QVERIFY(bytesOf(pasted) == before);
        QVERIFY(bytesOf(Snapshot::ofSource(second)) == before);
    }

    void sourcesFollowTheBytesThatMoveInsteadOfKeepingCopies() {
        SaveWorld world(noise(kSize));
        const std::shared_ptr<FileSource> source = openFileSource(world.path()).value();
        if (!source->placeOf({0, 10}).fileOffset)
            return;  // a clone of its own: nothing moves under it
        world.insert(0, bytesOf("abc"));
        QVERIFY(world.saveTo(rewriteTarget(world)).has_value());
        const FileSource::Place place = source->placeOf({0, kSize});
        QCOMPARE(place.range, (ByteRange{0, kSize}));
        QCOMPARE(place.fileOffset, std::optional<ByteOffset>(3));
    }

    void takingAnInsertionBackMovesTheBytesBack() {
        const Bytes before = noise(kSize);
        SaveWorld world(before);
        world.insert(0, bytesOf("abc"));
        QVERIFY(world.saveTo(rewriteTarget(world)).has_value());
        world.document().rebase(openFileSource(world.path()).value());
        world.document().undo();
        const SavePlan plan = rewritePlan(world);
        QCOMPARE(plan.bytesToJournal, plan.bytesToWrite);  // nothing that the file has not
        QVERIFY(runSave(plan, world.document().snapshot(), world.disk()).has_value());
        QVERIFY(world.fileContent() == before);
    }

    void documentIsIntactWhenSomebodyElseCompletesItsRewrite() {
        const Bytes before = noise(kSize);
        int completed = 0;
        for (std::size_t call = 24; call < 70; call += 3) {
            SaveWorld world(before);
            world.insert(10, bytesOf("abc"));
            const Bytes after = bytesOf(world.document().snapshot());
            const SavePlan plan = rewritePlan(world);
            FaultyFileSystem faulty(world.disk(), {.kind = Faults::Kind::ForEver, .at = call});
            const SaveResult failed = runSave(plan, world.document().snapshot(), faulty);
            QVERIFY(!failed);
            QVERIFY(bytesOf(world.document().snapshot()) == after);
            const Result<JournalRecovery> recovered = recoverJournal(world.path(), world.disk());
            QVERIFY(recovered.has_value());
            completed += recovered == JournalRecovery::Completed ? 1 : 0;
            QVERIFY(bytesOf(world.document().snapshot()) == after);
            world.document().undo();
            QVERIFY(bytesOf(world.document().snapshot()) == before);
        }
        QVERIFY(completed > 5);
    }

    void journalDirectoryThatCannotBeIsNoHindrance() {
        SaveWorld world(noise(100));
        for (const char* directory : {"/dev/null/octavo/journals", "/proc/octavo/journals"})
            QCOMPARE(recoverJournal(world.path(), world.disk(), directory).value(),
                     JournalRecovery::NoJournal);
        QCOMPARE(journalDirectory("relative", "/home/me"),
                 std::string("/home/me/.local/state/octavo/journals"));
        QCOMPARE(journalDirectory("/state", "/home/me"), std::string("/state/octavo/journals"));
        QCOMPARE(journalDirectory(nullptr, nullptr), std::string());
    }

    /// There is no room, and then the journal can neither be removed nor emptied, or the file not be cut.
    void aJournalThatStaysTakesBackWhatWasNotBegun_data() {
        QTest::addColumn<bool>("isCut");
        QTest::newRow("the journal stays") << true;
        QTest::newRow("the file cannot be cut") << false;
    }
    void aJournalThatStaysTakesBackWhatWasNotBegun() {
        QFETCH(bool, isCut);
        class Stuck final : public FaultyFileSystem {
        public:
            Stuck(FileSystem& inner, bool isCut) : FaultyFileSystem(inner, {}), isCut_(isCut) {}
            [[nodiscard]] Status reserve(FileHandle file, ByteRange range) override {
                if (++claims_ == 1)  // for the journal
                    return FaultyFileSystem::reserve(file, range);
                return fail(systemError(ENOSPC, ErrorCode::WriteFailed));
            }
            [[nodiscard]] Result<std::size_t> write(FileHandle file, ByteOffset at,
                                                    std::span<const std::byte> bytes) override {
                return claims_ > 1 ? fail(systemError(EIO, ErrorCode::WriteFailed))
                                   : FaultyFileSystem::write(file, at, bytes);
            }
            [[nodiscard]] Status truncate(FileHandle file, ByteCount size) override {
                return isCut_ ? FaultyFileSystem::truncate(file, size)
                              : fail(systemError(EIO, ErrorCode::WriteFailed));
            }
            [[nodiscard]] Status unlink(const std::string&) override {
                return fail(systemError(EACCES, ErrorCode::WriteFailed));
            }

        private:
            bool isCut_;
            int claims_ = 0;
        };
        SaveWorld world(noise(kSize));
        world.insert(10, noise(20'000, 2));
        Stuck disk(world.disk(), isCut);
        const SaveResult outcome = runSave(rewritePlan(world), world.document().snapshot(), disk);
        QCOMPARE(outcome.error().code, ErrorCode::NeedsRecovery);
        QCOMPARE(outcome.error().systemCode, ENOSPC);
        QVERIFY(world.fileContent() == noise(kSize));
        QCOMPARE(recoverJournal(world.path(), world.disk()).value(), JournalRecovery::RolledBack);
        QVERIFY(world.fileContent() == noise(kSize));
        QCOMPARE(world.names(), std::vector<std::string>{"file.bin"});
    }

    void cancelledRewriteChangesNothing() {
        SaveWorld world(noise(kSize));
        world.insert(0, bytesOf("abc"));
        std::stop_source stop;
        stop.request_stop();
        const Result<SaveOutcome> outcome =
            world.saveTo(rewriteTarget(world), JobContext(stop.get_token(), nullptr));
        QCOMPARE(outcome.error().code, ErrorCode::Cancelled);
        QVERIFY(world.fileContent() == noise(kSize));
        QCOMPARE(world.names(), std::vector<std::string>{"file.bin"});
    }

    void progressReachesItsTotal() {
        SaveWorld world(noise(kSize));
        world.insert(0, bytesOf("abc"));
        const auto progress = std::make_shared<JobProgress>();
        QVERIFY(world.saveTo(rewriteTarget(world), JobContext({}, progress)).has_value());
        QCOMPARE(progress->done.load(), progress->total.load());
    }

    void fileInAnUnwritableDirectoryIsSavedBehindAJournalElsewhere_data() {
        QTest::addColumn<bool>("shifts");
        QTest::newRow("in place") << false;
        QTest::newRow("rewrite") << true;
    }
    void fileInAnUnwritableDirectoryIsSavedBehindAJournalElsewhere() {
        QFETCH(bool, shifts);
        SaveWorld world(noise(kSize));
        const std::string journals = world.directory().file("state/octavo/journals");
        UnwritableDirectory disk(world.disk(), world.directory().path());
        SaveTarget target = probeSaveTarget(world.path(), disk).value();
        target.base = world.document().base();
        target.journalDirectory = journals;
        if (shifts)
            target.wantedKind = SaveKind::Rewrite;
        world.overwrite(5, bytesOf("xyz"));
        if (shifts)
            world.insert(7, bytesOf("abc"));
        const Bytes after = bytesOf(world.document().snapshot());
        SavePlan plan = planSave(world.document().snapshot(), target).value();
        QCOMPARE(plan.kind, shifts ? SaveKind::Rewrite : SaveKind::InPlace);
        QVERIFY(plan.isJournalElsewhere());
        QVERIFY(!plan.isUsual());

        // A crash leaves a journal there, which is found again.
        for (std::size_t call = 1; call < 200 && world.fileContent() == noise(kSize); ++call) {
            std::filesystem::remove_all(journals);
            plan.target.existing = world.disk().status(world.path()).value();
            FaultyFileSystem faulty(disk, {.kind = Faults::Kind::CrashAfter, .at = call});
            static_cast<void>(runSave(plan, world.document().snapshot(), faulty));
        }
        QVERIFY(std::filesystem::exists(plan.journal));
        QCOMPARE(std::filesystem::status(journals).permissions(), std::filesystem::perms::owner_all);
        QCOMPARE(recoverJournal(world.path(), disk).value(), JournalRecovery::NoJournal);
        QCOMPARE(recoverJournal(world.path(), disk, journals).value(),
                 shifts ? JournalRecovery::Completed : JournalRecovery::RolledBack);
        QVERIFY(world.fileContent() == (shifts ? after : noise(kSize)));
        QVERIFY(std::filesystem::is_empty(journals));

        SaveWorld again(noise(kSize));
        again.overwrite(5, bytesOf("xyz"));
        SaveTarget second = again.target();
        second.isDirectoryWritable = false;
        second.journalDirectory = journals;
        QVERIFY(again.saveTo(second).has_value());
        QVERIFY(again.fileContent() == bytesOf(again.document().snapshot()));
        QVERIFY(std::filesystem::is_empty(journals));
    }

private:
    /// A disk on which nothing can be made in one directory.
    class UnwritableDirectory final : public FaultyFileSystem {
    public:
        UnwritableDirectory(FileSystem& inner, std::string directory)
            : FaultyFileSystem(inner, {}), directory_(std::move(directory)) {}
        [[nodiscard]] bool mayWriteIn(const std::string& directory) override {
            return directory != directory_;
        }
        [[nodiscard]] Result<FileHandle> createExclusive(const std::string& path, mode_t mode) override {
            if (directoryOf(path) == directory_)
                return fail(systemError(EACCES, ErrorCode::OpenFailed, path));
            return FaultyFileSystem::createExclusive(path, mode);
        }

    private:
        std::string directory_;
    };
};

}  // namespace octavo

QTEST_APPLESS_MAIN(octavo::TestRewrite)
#include "tst_rewrite.moc"
