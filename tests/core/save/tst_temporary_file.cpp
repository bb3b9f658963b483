#include <unistd.h>

#include <QtTest>

#include "core/save/temporary_file.h"
#include "tests/support/faulty_file_system.h"
#include "tests/support/save_world.h"

namespace octavo {
namespace {

using test::SaveWorld;

using Names = std::vector<std::string>;

class TestTemporaryFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void vanishesUnlessRenamed() {
        SaveWorld world(bytesOf("old"));
        {
            auto temporary = TemporaryFile::createBeside(world.disk(), world.path(), 0600);
            QVERIFY(temporary.has_value());
            QCOMPARE(world.names(), (Names{".file.bin.octavo-new", "file.bin"}));
        }
        QCOMPARE(world.names(), Names{"file.bin"});
        {
            auto temporary = TemporaryFile::createBeside(world.disk(), world.path(), 0600).value();
            QVERIFY(temporary.file().writeAll(0, bytesOf("new")).has_value());
            QVERIFY(temporary.file().close().has_value());
            QVERIFY(temporary.renameTo(world.path(), FileSystem::RenameMode::Replace).has_value());
        }
        QCOMPARE(world.names(), Names{"file.bin"});
        QVERIFY(world.fileContent() == bytesOf("new"));
    }

    void whatACrashLeftIsRemovedByTheNext() {
        SaveWorld world(bytesOf("old"));
        world.directory().write(".file.bin.octavo-new", bytesOf("half of a sav"));
        {
            auto temporary = TemporaryFile::createBeside(world.disk(), world.path(), 0600).value();
            QCOMPARE(QString::fromStdString(temporary.file().path()),
                     QString::fromStdString(temporaryPath(world.path())));
            QCOMPARE(temporary.file().status().value().identity.size, ByteCount{0});
        }
        QCOMPARE(world.names(), Names{"file.bin"});
    }

    void whatACrashLeftIsRemovedOnOpening() {
        SaveWorld world(bytesOf("old"));
        world.directory().write(".file.bin.octavo-new", bytesOf("half of a sav"));
        QVERIFY(recoverJournal(world.path(), world.disk()) == JournalRecovery::NoJournal);
        QCOMPARE(world.names(), Names{"file.bin"});
        QVERIFY(world.fileContent() == bytesOf("old"));
    }

    void aFileInUseIsNoLeftover() {
        SaveWorld world(bytesOf("old"));
        auto first = TemporaryFile::createBeside(world.disk(), world.path(), 0600).value();
        QVERIFY(first.file().close().has_value());  // still locked, until it has its name
        QVERIFY(!removeLeftover(world.disk(), world.path()));
        auto second = TemporaryFile::createBeside(world.disk(), world.path(), 0600).value();
        QVERIFY(second.file().path() != temporaryPath(world.path()));
        QCOMPARE(world.names().size(), std::size_t{3});
        QVERIFY(first.renameTo(world.path(), FileSystem::RenameMode::Replace).has_value());
    }

    void whereNoNameIsFreeNothingIsTriedWithoutEnd() {
        class Taken final : public test::FaultyFileSystem {
        public:
            explicit Taken(FileSystem& inner) : FaultyFileSystem(inner, {}) {}
            [[nodiscard]] Result<FileHandle> createExclusive(const std::string&, mode_t) override {
                ++tries;
                return fail(systemError(EEXIST, ErrorCode::OpenFailed));
            }
            int tries = 0;
        };
        SaveWorld world(bytesOf("old"));
        Taken disk(world.disk());
        const auto refused = TemporaryFile::createBeside(disk, world.path(), 0600);
        QVERIFY(!refused && refused.error().systemCode == EEXIST);
        QCOMPARE(disk.tries, 100);
    }

    void whereOthersTakeItForALeftoverAnotherNameIsUsed_data() {
        QTest::addColumn<bool>("isLocked");
        QTest::addColumn<int>("times");
        for (const bool isLocked : {true, false}) {
            const char* what = isLocked ? "they hold it" : "they have removed it";
            QTest::addRow("%s, once", what) << isLocked << 1;
            QTest::addRow("%s, each time", what) << isLocked << 1000;
        }
    }
    void whereOthersTakeItForALeftoverAnotherNameIsUsed() {
        QFETCH(bool, isLocked);
        QFETCH(int, times);
        /// Others come between the making of the file and its lock.
        class Visited final : public test::FaultyFileSystem {
        public:
            Visited(FileSystem& inner, bool isLocked, int times)
                : FaultyFileSystem(inner, {}), isLocked_(isLocked), left_(times) {}
            [[nodiscard]] Result<FileHandle> createExclusive(const std::string& path, mode_t mode) override {
                path_ = path;
                return FaultyFileSystem::createExclusive(path, mode);
            }
            [[nodiscard]] Status tryLock(FileHandle file) override {
                if (left_-- <= 0)
                    return FaultyFileSystem::tryLock(file);
                if (isLocked_)
                    return fail(ErrorCode::Busy);
                OCTAVO_EXPECTS(unlink(path_).has_value());
                return FaultyFileSystem::tryLock(file);
            }

        private:
            bool isLocked_;
            int left_;
            std::string path_;
        };
        SaveWorld world(bytesOf("old"));
        {
            Visited disk(world.disk(), isLocked, times);
            const auto temporary = TemporaryFile::createBeside(disk, world.path(), 0600);
            QCOMPARE(temporary.has_value(), times == 1);
            if (!temporary)
                QCOMPARE(temporary.error().code, ErrorCode::Busy);
        }
        QVERIFY(world.fileContent() == bytesOf("old"));
        for (const std::string& name : world.names())
            QVERIFY2(name == "file.bin" || isLocked, "what others hold is theirs to remove");
    }

    void whatIsNoPlainFileIsLeftAlone_data() {
        QTest::addColumn<int>("kind");
        QTest::newRow("a directory") << 0;
        QTest::newRow("a link") << 1;
        QTest::newRow("a second name of another file") << 2;
    }
    void whatIsNoPlainFileIsLeftAlone() {
        QFETCH(int, kind);
        SaveWorld world(bytesOf("old"));
        const std::string taken = temporaryPath(world.path());
        const std::string other = world.directory().write("other", bytesOf("precious"));
        if (kind == 0)
            std::filesystem::create_directory(taken);
        else if (kind == 1)
            std::filesystem::create_symlink(other, taken);
        else
            std::filesystem::create_hard_link(other, taken);
        QVERIFY(!removeLeftover(world.disk(), world.path()));
        world.insert(0, bytesOf("x"));
        QVERIFY(world.save().has_value());
        QVERIFY(world.fileContent() == bytesOf("xold"));
        QVERIFY(test::contentOf(other) == bytesOf("precious"));
        QCOMPARE(world.names(), (Names{".file.bin.octavo-new", "file.bin", "other"}));
    }
};

}  // namespace
}  // namespace octavo

QTEST_GUILESS_MAIN(octavo::TestTemporaryFile)
#include "tst_temporary_file.moc"
