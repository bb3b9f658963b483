#include <filesystem>
#include <sys/stat.h>
#include <unistd.h>

#include <QtTest>

#include "core/save/journal_format.h"
#include "tests/support/faulty_file_system.h"
#include "tests/support/save_world.h"

namespace octavo {

using test::contentOf;
using test::noise;
using test::SaveWorld;

namespace {

constexpr std::size_t kSize = 10'000;

/// A file that an in-place save was half way through when the program died: the journal is complete.
class HalfSaved {
public:
    HalfSaved() {
        world.overwrite(1, bytesOf("abc"));
        world.overwrite(8190, bytesOf("defg"));
        const SavePlan plan = planSave(world.document().snapshot(), world.target()).value();
        // The crash comes right after the first write to the file, which is the one that changes it.
        for (std::size_t call = 1; world.fileContent() == before; ++call) {
            test::FaultyFileSystem faulty(world.disk(), {.kind = test::Faults::Kind::CrashAfter, .at = call});
            static_cast<void>(runSave(plan, world.document().snapshot(), faulty));
            if (world.fileContent() == before)
                std::filesystem::remove(journal);
        }
    }

    const Bytes before = noise(kSize);
    SaveWorld world{before};
    const std::string journal = journalPath(world.path());
};

/// A disk on which one file belongs to nobody we know.
class StrangersJournal final : public test::FaultyFileSystem {
public:
    StrangersJournal(FileSystem& inner, std::uint64_t inode) : FaultyFileSystem(inner, {}), inode_(inode) {}
    using FaultyFileSystem::status;
    [[nodiscard]] Result<FileStatus> status(FileHandle file) override {
        Result<FileStatus> status = FaultyFileSystem::status(file);
        if (status && status->identity.inode == inode_)
            status->owner = ::geteuid() + 4321;
        return status;
    }

private:
    std::uint64_t inode_;
};

void writeFile(const std::string& path, std::span<const std::byte> bytes) {
    std::ofstream(path, std::ios::binary | std::ios::trunc)
        .write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
}

}  // namespace

class TestUndoJournal : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pathLiesBesideTheFileAndIsHidden() {
        QCOMPARE(journalPath("/a/b.bin"), std::string("/a/.b.bin.octavo-undo"));
        QCOMPARE(journalPath("/b"), std::string("/.b.octavo-undo"));
        QVERIFY(nameOf(journalPath("/a/" + std::string(255, 'n'))).size() <= 255);
        QVERIFY(journalPath("/a/" + std::string(255, 'n')) != journalPath("/a/" + std::string(254, 'n')));
    }

    void nothingToRecoverIsNothing() {
        SaveWorld world(noise(100));
        QCOMPARE(recoverJournal(world.path(), world.disk()).value(), JournalRecovery::NoJournal);
    }

    void halfWrittenFileIsRolledBack() {
        HalfSaved half;
        QVERIFY(half.world.fileContent() != half.before);
        QCOMPARE(recoverJournal(half.world.path(), half.world.disk()).value(), JournalRecovery::RolledBack);
        QCOMPARE(half.world.fileContent(), half.before);
        QCOMPARE(half.world.names(), std::vector<std::string>{"file.bin"});
    }

    void fileReachedThroughALinkIsRolledBack() {
        HalfSaved half;
        const std::string link = half.world.directory().file("link");
        QCOMPARE(::symlink("file.bin", link.c_str()), 0);
        QCOMPARE(recoverJournal(link, half.world.disk()).value(), JournalRecovery::RolledBack);
        QCOMPARE(half.world.fileContent(), half.before);
    }

    void everyPrefixOfAJournalIsRemovedAndChangesNothing() {
        HalfSaved half;
        const Bytes journal = contentOf(half.journal);
        const Bytes torn = half.world.fileContent();
        for (std::size_t length = 0; length < journal.size(); length += length < 200 ? 1 : 61) {
            writeFile(half.journal, std::span(journal).first(length));
            QCOMPARE(recoverJournal(half.world.path(), half.world.disk()).value(),
                     JournalRecovery::RemovedIncomplete);
            QVERIFY(half.world.fileContent() == torn);
            QVERIFY(!std::filesystem::exists(half.journal));
        }
    }

    void anyDamagedByteMakesAJournalIncomplete() {
        HalfSaved half;
        const Bytes journal = contentOf(half.journal);
        const Bytes torn = half.world.fileContent();
        for (std::size_t i = 0; i < journal.size(); i += i < 100 ? 1 : 37) {
            Bytes damaged = journal;
            damaged[i] ^= std::byte{0x10};
            writeFile(half.journal, damaged);
            QCOMPARE(recoverJournal(half.world.path(), half.world.disk()).value(),
                     JournalRecovery::RemovedIncomplete);
            QVERIFY(half.world.fileContent() == torn);
        }
    }

    void bytesBehindTheLastRecordMakeAJournalIncomplete() {
        HalfSaved half;
        Bytes journal = contentOf(half.journal);
        journal.push_back(std::byte{0});
        writeFile(half.journal, journal);
        QCOMPARE(recoverJournal(half.world.path(), half.world.disk()).value(),
                 JournalRecovery::RemovedIncomplete);
    }

    void recordsOfAnotherJournalAreNotTaken() {
        std::vector<std::byte> bytes;
        appendJournalHeader({.salt = 1, .inode = 1, .oldSize = 100, .newSize = 100, .recordCount = 1}, bytes);
        appendJournalRecord(2, 0, noise(10), bytes);
        SaveWorld world(noise(100));
        writeFile(journalPath(world.path()), bytes);
        QCOMPARE(recoverJournal(world.path(), world.disk()).value(), JournalRecovery::RemovedIncomplete);
        QCOMPARE(world.fileContent(), noise(100));
    }

    void hugeClaimsAllocateNothing() {
        std::vector<std::byte> bytes;
        appendJournalHeader(
            {.salt = 1, .inode = 1, .oldSize = kMaxDocumentSize, .recordCount = ~std::uint64_t{0}}, bytes);
        SaveWorld world(noise(100));
        writeFile(journalPath(world.path()), bytes);
        QCOMPARE(recoverJournal(world.path(), world.disk()).value(), JournalRecovery::RemovedIncomplete);
    }

    void journalOfAFileThatHadTheNameBeforeIsRemoved() {
        HalfSaved half;
        const Bytes other = noise(kSize, 9);
        const std::string copy = half.world.directory().write("copy", other);
        std::filesystem::rename(copy, half.world.path());
        QCOMPARE(recoverJournal(half.world.path(), half.world.disk()).value(),
                 JournalRecovery::RemovedForeign);
        QCOMPARE(half.world.fileContent(), other);
    }

    void fileWhoseLengthFitsNeitherSideIsLeftAlone() {
        HalfSaved half;
        std::filesystem::resize_file(half.world.path(), kSize + 1);
        QCOMPARE(recoverJournal(half.world.path(), half.world.disk()).error().code, ErrorCode::ChangedOnDisk);
        QVERIFY(std::filesystem::exists(half.journal));
    }

    void journalOfARunningSaveIsNotTouched() {
        SaveWorld world(noise(100));
        const FileStatus status = world.disk().status(world.path()).value();
        UndoJournal running = UndoJournal::create(world.disk(), {.journal = journalPath(world.path()),
                                                                 .inode = status.identity.inode,
                                                                 .oldSize = 100,
                                                                 .newSize = 100,
                                                                 .recordCount = 0})
                                  .value();
        QCOMPARE(recoverJournal(world.path(), world.disk()).error().code, ErrorCode::Busy);
        world.overwrite(0, bytesOf("x"));
        QCOMPARE(world.save().error().code, ErrorCode::Busy);
        QCOMPARE(world.fileContent(), noise(100));
        running.abandon();
        QVERIFY(world.save().has_value());
    }

    void strangersJournalIsNotPlayedBack() {
        HalfSaved half;
        const Bytes torn = half.world.fileContent();
        StrangersJournal disk(half.world.disk(), half.world.disk().status(half.journal)->identity.inode);
        QCOMPARE(recoverJournal(half.world.path(), disk).error().code, ErrorCode::AccessDenied);
        QVERIFY(half.world.fileContent() == torn);
    }
};

}  // namespace octavo

QTEST_APPLESS_MAIN(octavo::TestUndoJournal)
#include "tst_undo_journal.moc"
