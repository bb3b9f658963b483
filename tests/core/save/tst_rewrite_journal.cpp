#include <filesystem>

#include <QtTest>

#include "core/save/rewrite_format.h"
#include "tests/support/faulty_file_system.h"
#include "tests/support/rewrite_world.h"
#include "tests/support/save_world.h"

namespace octavo {

using test::contentOf;
using test::Faults;
using test::FaultyFileSystem;
using test::noise;
using test::rewritePlan;
using test::SaveWorld;

namespace {

constexpr std::size_t kSize = 100'000;

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

/// A disk on which no room can be claimed.
class UnclaimableFileSystem final : public FaultyFileSystem {
public:
    explicit UnclaimableFileSystem(FileSystem& inner) : FaultyFileSystem(inner, {}) {}
    [[nodiscard]] Status reserve(FileHandle, ByteRange) override { return fail(ErrorCode::Unsupported); }
};

}  // namespace

/// What recovery does with journals of rewrites, whoever wrote them.
class TestRewriteJournal : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cutOffRewriteIsCompleted() {
        HalfRewritten half;
        QVERIFY(half.torn != half.after);
        QCOMPARE(recoverJournal(half.world.path(), half.world.disk()).value(), JournalRecovery::Completed);
        QVERIFY(half.world.fileContent() == half.after);
        QCOMPARE(half.world.names(), std::vector<std::string>{"file.bin"});
    }

    void whereNoRoomCanBeClaimedZerosAreWritten() {
        SaveWorld world(noise(kSize));
        world.insert(10, noise(200'000, 1));
        const Bytes after = bytesOf(world.document().snapshot());
        UnclaimableFileSystem disk(world.disk());
        QVERIFY(runSave(rewritePlan(world), world.document().snapshot(), disk).has_value());
        QVERIFY(world.fileContent() == after);
        QCOMPARE(world.names(), std::vector<std::string>{"file.bin"});
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
};

}  // namespace octavo

QTEST_APPLESS_MAIN(octavo::TestRewriteJournal)
#include "tst_rewrite_journal.moc"
