#include <cstdio>
#include <fcntl.h>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

#include <QtTest>

#include "core/base/unique_descriptor.h"
#include "core/compare/file_change.h"
#include "tests/support/bytes.h"
#include "tests/support/other_process.h"
#include "tests/support/temporary_directory.h"

namespace octavo {

namespace {

using Kind = FileChange::Kind;

constexpr FileIdentity kKnown{.device = 1, .inode = 2, .size = 100, .modifiedNs = 5, .changedNs = 6};

FileEvidence unchanged() {
    FileEvidence evidence{.known = kKnown, .now = kKnown};
    evidence.oldSize = kKnown.size;
    evidence.base = kKnown;
    evidence.held = kKnown;
    evidence.knownDevice = 1;
    return evidence;
}

FileEvidence gone(ErrorCode code, int systemCode) {
    FileEvidence evidence = unchanged();
    evidence.now = fail(Error{.code = code, .offset = {}, .systemCode = systemCode, .detail = {}});
    evidence.nearDevice = 1;
    return evidence;
}

FileEvidence withSize(ByteCount size, std::optional<ByteCount> common, std::uint64_t inode = kKnown.inode) {
    FileEvidence evidence = unchanged();
    evidence.now->size = size;
    evidence.now->modifiedNs = 50;
    evidence.now->inode = inode;
    evidence.commonBytes = common;
    if (inode == kKnown.inode)
        evidence.held = *evidence.now;
    return evidence;
}

/// A file of a directory of its own, opened, and what another program does to it.
struct World {
    explicit World(std::string_view bytes, FileCopy copy = FileCopy::OfSmall)
        : path(directory.write("file", bytesOf(bytes))), source(openFileSource(path, copy).value()) {
        known = {.path = path,
                 .opened = source,
                 .identity = source->identity(),
                 .base = source->identity(),
                 .directoryDevice = deviceOfDirectory(path)};
    }
    [[nodiscard]] FileChange look() const { return examineFile(known, kSmallFile).value(); }
    /// In place, as a shell's `>` does.
    void rewrite(std::string_view bytes) const { directory.write("file", bytesOf(bytes)); }

    test::TemporaryDirectory directory;
    std::string path;
    std::shared_ptr<FileSource> source;
    KnownFile known;
};

}  // namespace

class TestFileChange : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void evidenceIsClassified_data() {
        QTest::addColumn<FileEvidence>("evidence");
        QTest::addColumn<Kind>("kind");
        QTest::newRow("nothing happened") << unchanged() << Kind::Unchanged;
        FileEvidence permissions = unchanged();
        permissions.now->changedNs = 70;
        QTest::newRow("its permissions changed") << permissions << Kind::Touched;
        QTest::newRow("the same bytes were written again") << withSize(100, 100) << Kind::Touched;
        QTest::newRow("the same bytes under a new inode") << withSize(100, 100, 9) << Kind::Touched;
        QTest::newRow("longer, same beginning") << withSize(120, 100) << Kind::Appended;
        QTest::newRow("longer, nobody compared") << withSize(120, std::nullopt) << Kind::Appended;
        QTest::newRow("longer, other beginning") << withSize(120, 99) << Kind::Rewritten;
        QTest::newRow("shorter, same beginning") << withSize(80, 80) << Kind::Truncated;
        QTest::newRow("emptied") << withSize(0, 0) << Kind::Truncated;
        QTest::newRow("shorter, other beginning") << withSize(80, 10) << Kind::Rewritten;
        QTest::newRow("other bytes") << withSize(100, 40) << Kind::Rewritten;
        QTest::newRow("as long, nobody compared") << withSize(100, std::nullopt) << Kind::Rewritten;
        FileEvidence empty = withSize(0, std::nullopt);
        empty.oldSize = 0;
        QTest::newRow("empty, as before") << empty << Kind::Touched;
        QTest::newRow("another file") << withSize(100, 40, 9) << Kind::Replaced;
        QTest::newRow("another, longer file") << withSize(120, 100, 9) << Kind::Replaced;
        QTest::newRow("removed") << gone(ErrorCode::NotFound, ENOENT) << Kind::Deleted;
        FileEvidence unmounted = gone(ErrorCode::NotFound, ENOENT);
        unmounted.nearDevice = 7;
        QTest::newRow("unmounted") << unmounted << Kind::Unreachable;
        FileEvidence unplugged = gone(ErrorCode::NotFound, ENOENT);
        unplugged.isBlockDevice = true;
        QTest::newRow("a device that is gone") << unplugged << Kind::Unreachable;
        QTest::newRow("a drive that fails") << gone(ErrorCode::OpenFailed, EIO) << Kind::Unreachable;
        QTest::newRow("a server that does not answer")
            << gone(ErrorCode::OpenFailed, ETIMEDOUT) << Kind::Unreachable;
        QTest::newRow("a mount whose server died")
            << gone(ErrorCode::OpenFailed, ENOTCONN) << Kind::Unreachable;
        QTest::newRow("a directory that was closed")
            << gone(ErrorCode::AccessDenied, EACCES) << Kind::AccessLost;
        FileEvidence unreadable = permissions;
        unreadable.mayRead = false;
        QTest::newRow("permission to read taken") << unreadable << Kind::AccessLost;
        FileEvidence device = withSize(0, std::nullopt);
        device.isBlockDevice = true;
        QTest::newRow("a device that was written to") << device << Kind::Touched;
    }
    void evidenceIsClassified() {
        QFETCH(FileEvidence, evidence);
        QTEST(classify(evidence).kind, "kind");
    }
    void whatIsStillSafeIsTold() {
        QVERIFY(classify(unchanged()).keepsOldBytes);
        QVERIFY(classify(gone(ErrorCode::NotFound, ENOENT)).keepsOldBytes);
        QVERIFY2(classify(withSize(100, 40, 9)).keepsOldBytes, "the old file is still open");
        const FileChange cut = classify(withSize(80, std::nullopt));
        QVERIFY(!cut.keepsOldBytes);
        QCOMPARE(cut.lost.begin, ByteOffset{80});
        QCOMPARE(cut.lost.end, ByteOffset{100});
        FileEvidence copied = withSize(80, 80);
        copied.isPrivate = true;
        QVERIFY(classify(copied).keepsOldBytes);
        QVERIFY(classify(copied).lost.isEmpty());
    }

    void aFileThatNobodyTouchesIsUnchanged() {
        const World world("Hello world");
        QCOMPARE(world.look().kind, Kind::Unchanged);
    }
    void timesAloneAreNoChange() {
        const World world("Hello world");
        QCOMPARE(test::runOtherProcess({"touch", "-d", "2001-01-01", world.path}), 0);
        QCOMPARE(world.look().kind, Kind::Touched);
    }
    void appendedTruncatedAndRewrittenAreToldApart() {
        const World world("Hello world");
        world.rewrite("Hello world, and more");
        FileChange change = world.look();
        QCOMPARE(change.kind, Kind::Appended);
        QCOMPARE(change.oldSize, ByteCount{11});
        QCOMPARE(change.newSize, ByteCount{21});
        QVERIFY(change.keepsOldBytes);
        QVERIFY(test::truncateFromOutside(world.path, 5));
        QCOMPARE(world.look().kind, Kind::Truncated);
        world.rewrite("Jello world");
        QCOMPARE(world.look().kind, Kind::Rewritten);
        QVERIFY2(world.look().keepsOldBytes, "a small file is copied when it is opened");
        QCOMPARE(textOf(Snapshot::ofSource(world.source)), std::string("Hello world"));
    }
    /// A writer gives a file its new time a moment before its new length.
    void aFileInTheMidstOfAnAppendIsNotRewritten() {
        for (int round = 0; round < 300; ++round) {
            const World world("Hello world", FileCopy::Never);
            const UniqueDescriptor file(::open(world.path.c_str(), O_WRONLY | O_APPEND | O_CLOEXEC));
            QVERIFY(file.isOpen());
            std::thread writer([&file] { static_cast<void>(::write(file.get(), "!", 1) == 1); });
            Kind seen = Kind::Unchanged;
            while (seen == Kind::Unchanged || seen == Kind::Touched)
                seen = examineFile(world.known, 0).value().kind;
            writer.join();
            QCOMPARE(seen, Kind::Appended);
        }
    }
    void aMappedFileThatIsOverwrittenHasLostItsOldBytes() {
        const World world("Hello world", FileCopy::Never);
        QVERIFY(test::truncateFromOutside(world.path, 5));
        FileChange change = world.look();
        QCOMPARE(change.kind, Kind::Truncated);
        QVERIFY(!change.keepsOldBytes);
        QCOMPARE(change.lost.begin, ByteOffset{5});
        world.rewrite("Jello world");
        change = world.look();
        QCOMPARE(change.kind, Kind::Rewritten);
        QVERIFY(!change.keepsOldBytes);
        QVERIFY(change.lost.isEmpty());
    }
    void aFileThatTookTheNameIsAReplacement() {
        const World world("Hello world", FileCopy::Never);
        const std::string other = world.directory.write("other", bytesOf("something else"));
        QVERIFY(std::rename(other.c_str(), world.path.c_str()) == 0);
        const FileChange change = world.look();
        QCOMPARE(change.kind, Kind::Replaced);
        QVERIFY(change.keepsOldBytes);
        QCOMPARE(change.newSize, ByteCount{14});
    }
    void aReplacementWithTheSameBytesIsNone() {
        const World world("Hello world", FileCopy::Never);
        const std::string other = world.directory.write("other", bytesOf("Hello world"));
        QVERIFY(std::rename(other.c_str(), world.path.c_str()) == 0);
        QCOMPARE(world.look().kind, Kind::Touched);
    }
    void aRemovedFileIsStillReadable() {
        const World world("Hello world", FileCopy::Never);
        QVERIFY(::unlink(world.path.c_str()) == 0);
        const FileChange change = world.look();
        QCOMPARE(change.kind, Kind::Deleted);
        QVERIFY(change.keepsOldBytes);
        QVERIFY(!change.now);
    }
    void aDirectoryInThePlaceOfTheFileIsAReplacement() {
        const World world("Hello world", FileCopy::Never);  // so that nobody gets its inode
        QVERIFY(::unlink(world.path.c_str()) == 0);
        QVERIFY(::mkdir(world.path.c_str(), 0700) == 0);
        QCOMPARE(world.look().kind, Kind::Replaced);
    }
    void aLargeFileIsNotCompared() {
        const World world("Hello world");
        world.rewrite("Jello world, longer");
        QCOMPARE(examineFile(world.known, 5)->kind, Kind::Appended);
        QCOMPARE(examineFile(world.known, 11)->kind, Kind::Rewritten);
    }
    void anUnmountedFileSystemIsNotARemovedFile() {
        if (::geteuid() != 0)
            QSKIP("mounting needs root");
        test::TemporaryDirectory directory;
        const std::string mountPoint = directory.file("mnt");
        QVERIFY(::mkdir(mountPoint.c_str(), 0700) == 0);
        if (test::runOtherProcess({"mount", "-t", "tmpfs", "tmpfs", mountPoint}) != 0)
            QSKIP("this machine lets nobody mount");
        const std::string path = directory.write("mnt/file", bytesOf("Hello world"));
        KnownFile known{.path = path, .opened = openFileSource(path, FileCopy::OfSmall).value()};
        known.identity = known.base = known.opened->identity();
        known.directoryDevice = deviceOfDirectory(path);
        QCOMPARE(test::runOtherProcess({"umount", "-l", mountPoint}), 0);
        const FileChange change = examineFile(known, kSmallFile).value();
        QCOMPARE(change.kind, Kind::Unreachable);
        QVERIFY(change.keepsOldBytes);
    }
};

}  // namespace octavo

QTEST_GUILESS_MAIN(octavo::TestFileChange)
#include "tst_file_change.moc"
