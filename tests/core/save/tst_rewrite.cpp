#include <filesystem>
#include <unistd.h>

#include <QtTest>

#include "core/save/rewrite_format.h"
#include "tests/support/faulty_file_system.h"
#include "tests/support/save_world.h"

namespace octavo {

using test::contentOf;
using test::Faults;
using test::FaultyFileSystem;
using test::noise;
using test::SaveWorld;

namespace {

constexpr std::size_t kSize = 100'000;

SaveTarget rewriteTarget(SaveWorld& world) {
    SaveTarget target = world.target();
    target.wantedKind = SaveKind::Rewrite;
    target.stepSize = 16'384;
    return target;
}

SavePlan rewritePlan(SaveWorld& world) {
    return planSave(world.document().snapshot(), rewriteTarget(world)).value();
}

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

/// A file that a rewrite was half way through when the program died.
class HalfRewritten {
public:
    HalfRewritten() {
        world.insert(10, bytesOf("abc"));
        after = bytesOf(world.document().snapshot());
        SavePlan plan = rewritePlan(world);
        for (std::size_t call = 20; call < 200 && world.fileContent() == before; ++call) {
            std::filesystem::remove(journal);
            // Claiming room has given the file another time of change.
            plan.target.existing = world.disk().status(world.path()).value();
            FaultyFileSystem faulty(world.disk(), {.kind = Faults::Kind::CrashAfter, .at = call});
            static_cast<void>(runSave(plan, world.document().snapshot(), faulty));
        }
        torn = world.fileContent();
    }

    const Bytes before = noise(kSize);
    SaveWorld world{before};
    const std::string journal = journalPath(world.path());
    Bytes after;
    Bytes torn;
};

void writeFile(const std::string& path, std::span<const std::byte> bytes) {
    std::ofstream(path, std::ios::binary | std::ios::trunc)
        .write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
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

    void cutOffRewriteIsCompleted() {
        HalfRewritten half;
        QVERIFY(half.torn != half.after);
        QCOMPARE(recoverJournal(half.world.path(), half.world.disk()).value(), JournalRecovery::Completed);
        QVERIFY(half.world.fileContent() == half.after);
        QCOMPARE(half.world.names(), std::vector<std::string>{"file.bin"});
    }

    void everyPrefixOfAJournalIsHarmless() {
        HalfRewritten half;
        const Bytes journal = contentOf(half.journal);
        for (std::size_t length = 0; length < journal.size(); length += length < 600 ? 7 : 1511) {
            writeFile(half.world.path(), half.torn);
            writeFile(half.journal, std::span(journal).first(length));
            const Result<JournalRecovery> recovered = recoverJournal(half.world.path(), half.world.disk());
            if (recovered == JournalRecovery::Completed)
                QVERIFY(half.world.fileContent() == half.after);
            else if (recovered == JournalRecovery::RolledBack)
                QCOMPARE(half.world.fileContent().size(), half.before.size());
            else
                QVERIFY(half.world.fileContent() == half.torn);
        }
    }

    void anyDamagedByteBeforeTheSlotsMakesAJournalIncomplete() {
        HalfRewritten half;
        const Bytes journal = contentOf(half.journal);
        for (std::size_t i = 0; i < 500; i += i < 130 ? 1 : 9) {
            Bytes damaged = journal;
            damaged[i] ^= std::byte{0x10};
            writeFile(half.journal, damaged);
            const Result<JournalRecovery> recovered = recoverJournal(half.world.path(), half.world.disk());
            // What is behind the CRC of a part is of no meaning.
            QVERIFY(recovered == JournalRecovery::RemovedIncomplete ||
                    recovered == JournalRecovery::Completed);
            if (recovered == JournalRecovery::Completed)
                writeFile(half.world.path(), half.torn);
            QVERIFY(half.world.fileContent() == half.torn);
        }
    }

    void hugeClaimsAllocateNothing() {
        for (const std::uint64_t claim : {~std::uint64_t{0}, std::uint64_t{1} << 47}) {
            std::vector<std::byte> bytes;
            appendRewriteHeader({.salt = 1,
                                 .inode = 1,
                                 .oldSize = kMaxDocumentSize,
                                 .newSize = kMaxDocumentSize,
                                 .partCount = claim,
                                 .stepCount = claim,
                                 .payloadSize = claim,
                                 .stepSize = RewriteHeader::kStepMax},
                                bytes);
            SaveWorld world(noise(100));
            writeFile(journalPath(world.path()), bytes);
            QCOMPARE(recoverJournal(world.path(), world.disk()).value(), JournalRecovery::RemovedIncomplete);
            QCOMPARE(world.fileContent(), noise(100));
        }
    }

    void partsThatLeaveTheFileAreRefused_data() {
        QTest::addColumn<quint64>("at");
        QTest::addColumn<quint64>("source");
        QTest::addColumn<quint32>("length");
        QTest::addColumn<bool>("isPayload");
        QTest::newRow("written behind the new end") << quint64{95} << quint64{0} << quint32{10} << false;
        QTest::newRow("read behind the old end") << quint64{0} << quint64{95} << quint32{10} << false;
        QTest::newRow("read behind the payload") << quint64{0} << quint64{1} << quint32{10} << true;
        QTest::newRow("larger than its step") << quint64{0} << quint64{0} << quint32{60} << false;
        QTest::newRow("empty") << quint64{0} << quint64{0} << quint32{0} << false;
        QTest::newRow("sum beyond 64 bits") << ~quint64{0} << quint64{0} << quint32{10} << false;
    }
    void partsThatLeaveTheFileAreRefused() {
        QFETCH(quint64, at);
        QFETCH(quint64, source);
        QFETCH(quint32, length);
        QFETCH(bool, isPayload);
        SaveWorld world(noise(100));
        const RewriteHeader header{.salt = 7,
                                   .inode = world.disk().status(world.path())->identity.inode,
                                   .oldSize = 100,
                                   .newSize = 100,
                                   .partCount = 1,
                                   .stepCount = 1,
                                   .payloadSize = 5,
                                   .stepSize = 50};
        std::vector<std::byte> bytes;
        appendRewriteHeader(header, bytes);
        appendRewritePart(header, 0, {at, source, length, isPayload, true}, bytes);
        appendPayloadChunk(header, 0, noise(5), bytes);
        writeFile(journalPath(world.path()), bytes);
        QCOMPARE(recoverJournal(world.path(), world.disk()).value(), JournalRecovery::RemovedIncomplete);
        QCOMPARE(world.fileContent(), noise(100));
    }

    void slotThatDoesNotFitItsStepIsLeftAlone() {
        SaveWorld world(noise(100));
        const RewriteHeader header{.salt = 7,
                                   .inode = world.disk().status(world.path())->identity.inode,
                                   .oldSize = 100,
                                   .newSize = 100,
                                   .partCount = 1,
                                   .stepCount = 1,
                                   .payloadSize = 0,
                                   .stepSize = 50};
        std::vector<std::byte> bytes;
        appendRewriteHeader(header, bytes);
        appendRewritePart(header, 0, {0, 10, 20, false, true}, bytes);
        const std::string path = world.directory().write("." + nameOf(world.path()) + ".octavo-undo", bytes);
        {
            OpenFile journal = OpenFile::open(world.disk(), path, FileSystem::Access::ReadWrite).value();
            QVERIFY(writeSlot(journal, header, 0, noise(19)).has_value());
        }
        QCOMPARE(recoverJournal(world.path(), world.disk()).error().code, ErrorCode::NeedsRecovery);
        QCOMPARE(world.fileContent(), noise(100));
        QVERIFY(std::filesystem::exists(path));
    }

    void journalOfAFileThatHadTheNameBeforeIsRemoved() {
        HalfRewritten half;
        const std::string copy = half.world.directory().write("copy", half.before);
        std::filesystem::rename(copy, half.world.path());
        QCOMPARE(recoverJournal(half.world.path(), half.world.disk()).value(),
                 JournalRecovery::RemovedForeign);
        QVERIFY(half.world.fileContent() == half.before);
    }

    void fileWhoseLengthFitsNeitherSideIsLeftAlone() {
        HalfRewritten half;
        std::filesystem::resize_file(half.world.path(), kSize + 100);
        QCOMPARE(recoverJournal(half.world.path(), half.world.disk()).error().code, ErrorCode::ChangedOnDisk);
        QVERIFY(std::filesystem::exists(half.journal));
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
