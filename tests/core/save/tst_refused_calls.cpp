// What the real file system says when the kernel refuses a call: the kernel really does, by a filter for one
// thread, and elsewhere by closed handles, directories, /proc and the like.

#include <cerrno>
#include <filesystem>
#include <unistd.h>

#include <QtTest>

#include "core/save/open_file.h"
#include "core/save/save_target.h"
#include "tests/support/bytes.h"
#include "tests/support/refused_system_call.h"
#include "tests/support/temporary_directory.h"

using namespace octavo;
using namespace octavo::test;

namespace {

struct Told {
    ErrorCode code;
    int systemCode;
    bool operator==(const Told&) const = default;
};

template <typename T>
std::optional<Told> toldBy(const Result<T>& result) {
    return result ? std::nullopt : std::optional(Told{result.error().code, result.error().systemCode});
}

}  // namespace

#define SKIP_WITHOUT_FILTERS(result) \
    if (!(result))                   \
    QSKIP("this system has no filters for system calls")

class TestRefusedCalls : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { path_ = directory_.write("file", bytesOf("abc")); }
    void init() { file_ = disk_.open(path_, FileSystem::Access::ReadWrite).value(); }
    void cleanup() { static_cast<void>(disk_.close(file_)); }

    void roomThatCannotBeClaimed_data() {
        QTest::addColumn<int>("errnoValue");
        QTest::addColumn<int>("code");
        for (const int errnoValue : {EOPNOTSUPP, ENOSYS, ENOTTY, EXDEV, EINVAL})
            QTest::addRow("%s: not here", ::strerrorname_np(errnoValue))
                << errnoValue << static_cast<int>(ErrorCode::Unsupported);
        QTest::newRow("a full disk") << ENOSPC << static_cast<int>(ErrorCode::DiskFull);
        QTest::newRow("a broken disk") << EIO << static_cast<int>(ErrorCode::WriteFailed);
    }
    void roomThatCannotBeClaimed() {
        QFETCH(int, errnoValue);
        QFETCH(int, code);
        const auto told = withRefusedCall(SYS_fallocate, errnoValue, [&] {
            return toldBy(disk_.reserve(file_, {0, 10}));
        });
        SKIP_WITHOUT_FILTERS(told);
        QVERIFY(*told == (Told{static_cast<ErrorCode>(code), errnoValue}));
    }

    void aFileSystemWithoutLocksLocksNothing() {
        for (const int errnoValue : {ENOSYS, EINVAL, EOPNOTSUPP}) {
            const auto told =
                withRefusedCall(SYS_flock, errnoValue, [&] { return toldBy(disk_.tryLock(file_)); });
            SKIP_WITHOUT_FILTERS(told);
            QVERIFY(!*told);
        }
        const auto told = withRefusedCall(SYS_flock, ENOLCK, [&] { return toldBy(disk_.tryLock(file_)); });
        QVERIFY(*told == (Told{ErrorCode::OpenFailed, ENOLCK}));
    }

    void whatIsMarkedIsNotKnownWithoutStatx() {
        const auto status = withRefusedCall(SYS_statx, ENOSYS, [&] { return disk_.status(path_); });
        SKIP_WITHOUT_FILTERS(status);
        QVERIFY(status->has_value());
        QCOMPARE((*status)->size(), ByteCount{3});
        QVERIFY(!(*status)->isImmutable && !(*status)->isAppendOnly);
    }

    void attributesAreNoneOrCannotBeRead() {
        for (const int errnoValue : {EOPNOTSUPP, ENOSYS}) {
            const auto names =
                withRefusedCall(SYS_flistxattr, errnoValue, [&] { return disk_.attributeNames(file_); });
            SKIP_WITHOUT_FILTERS(names);
            QVERIFY(names->has_value() && (*names)->empty());
        }
        const auto told =
            withRefusedCall(SYS_flistxattr, EIO, [&] { return toldBy(disk_.attributeNames(file_)); });
        QVERIFY(*told == (Told{ErrorCode::ReadFailed, EIO}));
    }

    void aDirectoryThatCannotBeReadToItsEnd() {
        const auto told =
            withRefusedCall(SYS_getdents64, EIO, [&] { return toldBy(disk_.list(directory_.path())); });
        SKIP_WITHOUT_FILTERS(told);
        QVERIFY(*told == (Told{ErrorCode::ReadFailed, EIO}));
    }

    void aRenamingThatKeepsWhatIsThereWithoutTheCallForIt() {
        const auto rename = [&](const std::string& from, const std::string& to) {
            return withRefusedCall(SYS_renameat2, EINVAL, [&] {
                return toldBy(disk_.rename(directory_.file(from), directory_.file(to),
                                           FileSystem::RenameMode::KeepExisting));
            });
        };
        directory_.write("from", bytesOf("new"));
        directory_.write("to", bytesOf("old"));
        const auto kept = rename("from", "to");
        SKIP_WITHOUT_FILTERS(kept);
        QVERIFY(*kept == (Told{ErrorCode::WriteFailed, EEXIST}));
        QCOMPARE(disk_.status(directory_.file("to"))->size(), ByteCount{3});
        QVERIFY(!*rename("from", "free"));
        QVERIFY(disk_.status(directory_.file("free")).has_value());
        QVERIFY(!disk_.status(directory_.file("from")).has_value());
    }

    void aDirectoryThatIsNotOnTheDiskIsNotMade() {
        const auto make = [&](long number, int errnoValue, const std::string& name) {
            return withRefusedCall(number, errnoValue,
                                   [&] { return toldBy(disk_.makePrivateDirectory(directory_.file(name))); });
        };
        const auto unsynced = make(SYS_fsync, EIO, "unsynced/below");
        SKIP_WITHOUT_FILTERS(unsynced);
        QVERIFY(*unsynced == (Told{ErrorCode::SyncFailed, EIO}));
        QVERIFY(*make(SYS_openat, EMFILE, "unopened/below") == (Told{ErrorCode::OpenFailed, EMFILE}));
        QVERIFY(*make(SYS_mkdir, EROFS, "unmade/below") == (Told{ErrorCode::AccessDenied, EROFS}));
        QVERIFY(toldBy(disk_.makePrivateDirectory(path_ + "/below")) ==
                (Told{ErrorCode::WriteFailed, ENOTDIR}));
        QVERIFY(disk_.makePrivateDirectory(directory_.file("made/below")).has_value());
    }

    void handlesThatAreClosedOrOfDirectories() {
        QVERIFY(disk_.close(file_).has_value());
        QVERIFY(toldBy(disk_.status(file_)) == (Told{ErrorCode::OpenFailed, EBADF}));
        QVERIFY(toldBy(disk_.attributeNames(file_)) == (Told{ErrorCode::ReadFailed, EBADF}));
        QVERIFY(toldBy(disk_.tryLock(file_)) == (Told{ErrorCode::OpenFailed, EBADF}));
        const FileHandle directory = disk_.openDirectory(directory_.path()).value();
        Bytes bytes(10);
        QVERIFY(toldBy(disk_.read(directory, 0, bytes)) == (Told{ErrorCode::IsDirectory, EISDIR}));
        QVERIFY(disk_.close(directory).has_value());
    }

    void roomIsToldOfDisksOnly() {
        QVERIFY(disk_.room(directory_.path())->freeBytes > 0);
        QVERIFY(toldBy(disk_.room("/proc")) == (Told{ErrorCode::Unsupported, 0}));
        QVERIFY(toldBy(disk_.room(directory_.file("none"))) == (Told{ErrorCode::NotFound, ENOENT}));
        QVERIFY(!probeSaveTarget("/proc/none", disk_)->room);
    }

    void namesWithoutDirectories() {
        const std::filesystem::path before = std::filesystem::current_path();
        std::filesystem::current_path(directory_.path());
        std::filesystem::create_symlink("nowhere", directory_.file("lost"));
        std::filesystem::create_symlink(directory_.file("nowhere"), directory_.file("lostByRoot"));
        const std::string here = disk_.resolve(".").value();
        const Result<std::string> results[] = {disk_.resolve("file"), disk_.resolve("new"),
                                               disk_.resolve("lost"), disk_.resolve("lostByRoot")};
        const auto refused = {toldBy(disk_.resolve("none/")), toldBy(disk_.resolve("none/.")),
                              toldBy(disk_.resolve("none/.."))};
        std::filesystem::current_path(before);
        QCOMPARE(results[0].value(), here + "/file");
        QCOMPARE(results[1].value(), here + "/new");
        QCOMPARE(results[2].value(), here + "/nowhere");
        QCOMPARE(results[3].value(), here + "/nowhere");
        QCOMPARE(disk_.resolve(directory_.file("lostByRoot")).value(), here + "/nowhere");
        for (const auto& told : refused)
            QVERIFY(told == (Told{ErrorCode::NotFound, ENOENT}));
    }

    /// Linux itself follows forty.
    void linksThatLeadNowhereAreFollowedSoFar() {
        const auto chain = [&](int count) {
            const std::string folder = directory_.file("chain" + std::to_string(count));
            std::filesystem::create_directory(folder);
            for (int i = 0; i < count; ++i)
                std::filesystem::create_symlink("link" + std::to_string(i + 1),
                                                folder + "/link" + std::to_string(i));
            return folder;
        };
        const std::string reached = chain(39);
        QCOMPARE(disk_.resolve(reached + "/link0").value(), disk_.resolve(reached).value() + "/link39");
        QVERIFY(toldBy(disk_.resolve(chain(40) + "/link0")) == (Told{ErrorCode::OpenFailed, ELOOP}));
        QVERIFY(toldBy(disk_.resolve(chain(41) + "/link0")) == (Told{ErrorCode::OpenFailed, ELOOP}));
    }

private:
    TemporaryDirectory directory_;
    PosixFileSystem disk_;
    std::string path_;
    FileHandle file_{};
};

QTEST_APPLESS_MAIN(TestRefusedCalls)
#include "tst_refused_calls.moc"
