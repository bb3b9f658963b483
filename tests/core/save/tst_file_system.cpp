// What a save relies on, asked of the real file system and of the one in memory that most tests use: each
// test runs on both, so that what the tests prove in memory holds outside.

#include <cerrno>
#include <filesystem>
#include <sys/stat.h>
#include <unistd.h>

#include <QtTest>

#include "tests/support/bytes.h"
#include "tests/support/memory_file_system.h"
#include "tests/support/temporary_directory.h"

namespace octavo {
namespace {

using Access = FileSystem::Access;
using RenameMode = FileSystem::RenameMode;

/// A file system and an empty directory in it.
class Ground {
public:
    virtual ~Ground() = default;
    [[nodiscard]] virtual FileSystem& system() = 0;
    [[nodiscard]] virtual std::string at(const std::string& name) const = 0;
    virtual void makeDirectory(const std::string& name) = 0;
    virtual void makeLink(const std::string& name, const std::string& target) = 0;
    virtual void makeHardLink(const std::string& name, const std::string& existing) = 0;

    /// A new file, open.
    FileHandle make(const std::string& name, const std::string& content = {}) {
        const FileHandle file = system().createExclusive(at(name), 0644).value();
        if (!content.empty())
            OCTAVO_EXPECTS(system().write(file, 0, bytesOf(content)).value() == content.size());
        return file;
    }
    [[nodiscard]] std::string contentOf(FileHandle file) {
        Bytes bytes(1000);
        bytes.resize(system().read(file, 0, bytes).value());
        return textOf(bytes);
    }
};

class RealGround final : public Ground {
public:
    [[nodiscard]] FileSystem& system() override { return system_; }
    [[nodiscard]] std::string at(const std::string& name) const override { return directory_.file(name); }
    void makeDirectory(const std::string& name) override { std::filesystem::create_directory(at(name)); }
    void makeLink(const std::string& name, const std::string& target) override {
        std::filesystem::create_symlink(target, at(name));
    }
    void makeHardLink(const std::string& name, const std::string& existing) override {
        std::filesystem::create_hard_link(at(existing), at(name));
    }

private:
    PosixFileSystem system_;
    test::TemporaryDirectory directory_;
};

class MemoryGround final : public Ground {
public:
    MemoryGround() { system_.makeDirectory("/here"); }
    [[nodiscard]] FileSystem& system() override { return system_; }
    [[nodiscard]] std::string at(const std::string& name) const override { return "/here/" + name; }
    void makeDirectory(const std::string& name) override { system_.makeDirectory(at(name)); }
    void makeLink(const std::string& name, const std::string& target) override {
        system_.makeLink(at(name), target);
    }
    void makeHardLink(const std::string& name, const std::string& existing) override {
        system_.makeHardLink(at(name), at(existing));
    }

private:
    test::MemoryFileSystem system_;
};

template <typename T>
int errnoOf(const Result<T>& result) {
    return result ? 0 : result.error().systemCode;
}

}  // namespace

class TestFileSystem : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() {
        QTest::addColumn<bool>("isReal");
        QTest::newRow("real") << true;
        QTest::newRow("in memory") << false;
    }
    void initTestCase() { ::umask(022); }
    void init() {
        QFETCH_GLOBAL(bool, isReal);
        if (isReal)
            ground_ = std::make_unique<RealGround>();
        else
            ground_ = std::make_unique<MemoryGround>();
    }
    void cleanup() { ground_.reset(); }

    void opensWhatIsThere() {
        ground_->make("a", "abc");
        ground_->makeDirectory("folder");
        ground_->makeLink("link", "a");
        QVERIFY(system().open(at("a"), Access::Read).has_value());
        QVERIFY(system().open(at("a"), Access::ReadWrite).has_value());
        QCOMPARE(errnoOf(system().open(at("none"), Access::Read)), ENOENT);
        QCOMPARE(errnoOf(system().open(at("none/a"), Access::Read)), ENOENT);
        QCOMPARE(errnoOf(system().open(at("a/b"), Access::Read)), ENOTDIR);
        QCOMPARE(errnoOf(system().open(at("link"), Access::Read)), ELOOP);
        QCOMPARE(errnoOf(system().open(at("folder"), Access::ReadWrite)), EISDIR);
        QCOMPARE(errnoOf(system().openDirectory(at("a"))), ENOTDIR);
        QCOMPARE(errnoOf(system().openDirectory(at("none"))), ENOENT);
        const FileHandle directory = system().openDirectory(at("folder")).value();
        QVERIFY(system().sync(directory).has_value());
        QVERIFY(system().close(directory).has_value());
        QCOMPARE(errnoOf(system().close(directory)), EBADF);
    }

    void createsOnlyWhatIsNew() {
        const FileHandle file = ground_->make("a");
        QCOMPARE(system().status(file)->mode, mode_t{0644});
        QCOMPARE(system().status(file)->owner, ::geteuid());
        QCOMPARE(system().status(system().createExclusive(at("b"), 0666).value())->mode, mode_t{0644});
        QCOMPARE(errnoOf(system().createExclusive(at("a"), 0644)), EEXIST);
        ground_->makeLink("link", "nowhere");
        QCOMPARE(errnoOf(system().createExclusive(at("link"), 0644)), EEXIST);
        QCOMPARE(errnoOf(system().createExclusive(at("none/a"), 0644)), ENOENT);
        QCOMPARE(errnoOf(system().createExclusive(at(std::string(256, 'x')), 0644)), ENAMETOOLONG);
    }

    void readsAndWrites() {
        const FileHandle file = ground_->make("a", "abcdef");
        QCOMPARE(system().write(file, 2, bytesOf("XY")).value(), std::size_t{2});
        QCOMPARE(ground_->contentOf(file), std::string("abXYef"));
        Bytes part(4);
        QCOMPARE(system().read(file, 4, part).value(), std::size_t{2});
        QCOMPARE(system().read(file, 6, part).value(), std::size_t{0});
        QCOMPARE(system().read(file, 600, part).value(), std::size_t{0});
        QCOMPARE(system().write(file, 9, bytesOf("z")).value(), std::size_t{1});
        QCOMPARE(ground_->contentOf(file), std::string("abXYef\0\0\0z", 10));
        QVERIFY(system().truncate(file, 3).has_value());
        QVERIFY(system().truncate(file, 5).has_value());
        QCOMPARE(ground_->contentOf(file), std::string("abX\0\0", 5));
        QVERIFY(system().sync(file).has_value());
        const FileHandle readOnly = system().open(at("a"), Access::Read).value();
        QCOMPARE(errnoOf(system().write(readOnly, 0, bytesOf("z"))), EBADF);
        QCOMPARE(errnoOf(system().truncate(readOnly, 0)), EINVAL);
    }

    void reservingChangesNothing() {
        const FileHandle file = ground_->make("a", "abc");
        const Status reserved = system().reserve(file, {0, 100'000});
        QVERIFY(reserved.has_value() || reserved.error().code == ErrorCode::Unsupported);
        QCOMPARE(ground_->contentOf(file), std::string("abc"));
    }

    void copiesBetweenFiles() {
        const FileHandle from = ground_->make("a", "abcdef");
        const FileHandle to = ground_->make("b");
        const int descriptor = static_cast<int>(from);
        QCOMPARE(system().copyRange(descriptor, {1, 4}, to, 2).value(), ByteCount{3});
        QCOMPARE(ground_->contentOf(to), std::string("\0\0bcd", 5));
        QCOMPARE(system().copyRange(descriptor, {4, 100}, to, 0).value(), ByteCount{2});
        QCOMPARE(system().copyRange(descriptor, {6, 100}, to, 0).value(), ByteCount{0});
        const Status cloned = system().cloneRange(descriptor, {1, 4}, to, 0);
        QVERIFY(!cloned && cloned.error().code == ErrorCode::Unsupported);  // not whole blocks
    }

    void locksExcludeEachOther() {
        ground_->make("a");
        const FileHandle first = system().open(at("a"), Access::ReadWrite).value();
        const FileHandle second = system().open(at("a"), Access::Read).value();
        QVERIFY(system().tryLock(first).has_value());
        QVERIFY(system().tryLock(first).has_value());
        QVERIFY(system().tryLock(second).error().code == ErrorCode::Busy);
        QVERIFY(system().close(first).has_value());
        QVERIFY(system().tryLock(second).has_value());
    }

    void statusTellsChanges() {
        const FileHandle file = ground_->make("a", "abc");
        ground_->makeLink("link", "a");
        ground_->makeLink("lost", "nowhere");
        const FileStatus before = system().status(file).value();
        QVERIFY(before.kind == FileKind::Regular);
        QCOMPARE(before.identity.size, ByteCount{3});
        QVERIFY(system().status(at("a"))->identity == before.identity);
        QVERIFY(system().status(at("link"))->identity == before.identity);
        QCOMPARE(errnoOf(system().status(at("lost"))), ENOENT);
        QTest::qSleep(20);  // file systems keep time by the tick
        QVERIFY(system().write(file, 0, bytesOf("x")).has_value());
        const FileStatus written = system().status(file).value();
        QVERIFY(written.identity != before.identity && written.identity.isSameFile(before.identity));
        QTest::qSleep(20);
        QVERIFY(system().setMode(file, 0600).has_value());
        const FileStatus changed = system().status(file).value();
        QCOMPARE(changed.mode, mode_t{0600});
        QCOMPARE(changed.identity.modifiedNs, written.identity.modifiedNs);
        QVERIFY(changed.identity.changedNs > written.identity.changedNs);
        ground_->makeHardLink("other", "a");
        QCOMPARE(system().status(file)->linkCount, std::uint64_t{2});
        ground_->makeDirectory("folder");
        QVERIFY(system().status(at("folder"))->kind == FileKind::Directory);
        QVERIFY(system().setOwner(file, changed.owner, changed.group).has_value());
    }

    void attributesAreKept() {
        const FileHandle file = ground_->make("a");
        const Status set = system().setAttribute(file, "user.octavo", bytesOf("one"));
        if (!set && set.error().systemCode == EOPNOTSUPP)
            QSKIP("this file system has no attributes");
        QVERIFY(set.has_value());
        QVERIFY(system().setAttribute(file, "user.octavo", bytesOf("two")).has_value());
        QVERIFY(system().attribute(file, "user.octavo").value() == bytesOf("two"));
        const auto names = system().attributeNames(file).value();
        QVERIFY(std::ranges::find(names, "user.octavo") != names.end());
        QVERIFY(system().removeAttribute(file, "user.octavo").has_value());
        QCOMPARE(errnoOf(system().removeAttribute(file, "user.octavo")), ENODATA);
        QCOMPARE(errnoOf(system().attribute(file, "user.octavo")), ENODATA);
    }

    void resolvesLinks() {
        ground_->make("a");
        ground_->makeDirectory("folder");
        ground_->makeLink("link", "folder/../a");
        ground_->makeLink("way", "folder");
        ground_->makeLink("lost", "way/new");
        ground_->makeLink("loop", "loop");
        const std::string here = system().resolve(at("")).value();
        QCOMPARE(system().resolve(at("link")).value(), here + "/a");
        QCOMPARE(system().resolve(at("way/../folder/./x")).value(), here + "/folder/x");
        QCOMPARE(system().resolve(at("lost")).value(), here + "/folder/new");
        QCOMPARE(errnoOf(system().resolve(at("none/x"))), ENOENT);
        QCOMPARE(errnoOf(system().resolve(at("loop"))), ELOOP);
        QCOMPARE(system().resolve("/").value(), std::string("/"));
        QCOMPARE(system().resolve("/none-such").value(), std::string("/none-such"));
    }

    void namesAreGivenAndTaken() {
        const FileHandle a = ground_->make("a", "a");
        const FileHandle b = ground_->make("b", "b");
        ground_->makeDirectory("folder");
        QCOMPARE(errnoOf(system().rename(at("a"), at("b"), RenameMode::KeepExisting)), EEXIST);
        QCOMPARE(errnoOf(system().rename(at("none"), at("b"), RenameMode::Replace)), ENOENT);
        QCOMPARE(errnoOf(system().rename(at("a"), at("folder"), RenameMode::Replace)), EISDIR);
        QVERIFY(system().rename(at("a"), at("b"), RenameMode::Replace).has_value());
        QVERIFY(system().status(at("b"))->identity.isSameFile(system().status(a)->identity));
        QCOMPARE(system().status(b)->linkCount, std::uint64_t{0});
        QCOMPARE(ground_->contentOf(b), std::string("b"));  // open files outlive their names
        QVERIFY(system().rename(at("b"), at("c"), RenameMode::KeepExisting).has_value());
        QVERIFY(system().unlink(at("c")).has_value());
        QCOMPARE(errnoOf(system().unlink(at("c"))), ENOENT);
        QCOMPARE(errnoOf(system().unlink(at("folder"))), EISDIR);
        QCOMPARE(ground_->contentOf(a), std::string("a"));
    }

    void tellsWhereItMayWrite() {
        QVERIFY(system().mayWriteIn(at("")));
        QVERIFY(!system().mayWriteIn(at("none")));
    }

private:
    FileSystem& system() { return ground_->system(); }
    std::string at(const std::string& name) { return ground_->at(name); }

    std::unique_ptr<Ground> ground_;
};

}  // namespace octavo

QTEST_GUILESS_MAIN(octavo::TestFileSystem)
#include "tst_file_system.moc"
