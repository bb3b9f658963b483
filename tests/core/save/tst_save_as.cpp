#include <filesystem>
#include <sys/stat.h>
#include <unistd.h>

#include <QtTest>

#include "tests/support/save_world.h"

namespace octavo {

using test::contentOf;
using test::noise;
using test::SaveWorld;

namespace {
constexpr std::size_t kSize = 50'000;
}  // namespace

/// Save As onto everything that may already have the name that was chosen.
class TestSaveAs : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void ontoTheOpenFileKeepsEveryState_data() {
        QTest::addColumn<bool>("shifts");
        QTest::newRow("overwritten") << false;
        QTest::newRow("shifted") << true;
    }
    void ontoTheOpenFileKeepsEveryState() {
        QFETCH(bool, shifts);
        SaveWorld world(noise(kSize));
        if (shifts)
            world.insert(100, bytesOf("abc"));
        else
            world.overwrite(100, bytesOf("abc"));
        const Bytes after = bytesOf(world.document().snapshot());
        QCOMPARE(world.saveTo(world.exportTarget(world.path()))->kind, SaveKind::Replace);
        QVERIFY(world.fileContent() == after);
        QVERIFY(bytesOf(world.document().snapshot()) == after);
        world.document().undo();
        QVERIFY(bytesOf(world.document().snapshot()) == noise(kSize));
    }

    void ontoAnotherOpenDocumentsFileKeepsBothDocuments() {
        SaveWorld world(noise(kSize));
        SaveWorld other(noise(3 * kSize, 2));
        other.insert(0, bytesOf("unsaved"));
        const Bytes theirs = bytesOf(other.document().snapshot());
        world.overwrite(9, bytesOf("mine"));
        QVERIFY(world.saveTo(world.exportTarget(other.path())).has_value());
        QVERIFY(other.fileContent() == bytesOf(world.document().snapshot()));
        QVERIFY(bytesOf(other.document().snapshot()) == theirs);
        other.document().undo();
        QVERIFY(bytesOf(other.document().snapshot()) == noise(3 * kSize, 2));
        // The other document is told, and nothing is overwritten without asking.
        QCOMPARE(other.save().error().code, ErrorCode::ChangedOnDisk);
    }

    void ontoALongerFileLeavesNothingOfIt() {
        SaveWorld world(noise(kSize));
        const std::string longer = world.directory().write("longer", noise(5 * kSize, 3));
        QVERIFY(world.saveTo(world.exportTarget(longer)).has_value());
        QVERIFY(contentOf(longer) == noise(kSize));
    }

    void thingsThatAreNoFilesAreRefused_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("code");
        QTest::newRow("directory") << "directory" << int(ErrorCode::IsDirectory);
        QTest::newRow("link to a directory") << "to-directory" << int(ErrorCode::IsDirectory);
        QTest::newRow("FIFO") << "fifo" << int(ErrorCode::NotRegularFile);
        QTest::newRow("link to a FIFO") << "to-fifo" << int(ErrorCode::NotRegularFile);
        QTest::newRow("full device") << "/dev/full" << int(ErrorCode::NotRegularFile);
        QTest::newRow("null device") << "/dev/null" << int(ErrorCode::NotRegularFile);
    }
    void thingsThatAreNoFilesAreRefused() {
        QFETCH(QString, name);
        QFETCH(int, code);
        SaveWorld world(noise(kSize));
        const auto file = [&world](const char* each) { return world.directory().file(each); };
        QVERIFY(std::filesystem::create_directory(file("directory")));
        QCOMPARE(::mkfifo(file("fifo").c_str(), 0600), 0);
        QCOMPARE(::symlink("fifo", file("to-fifo").c_str()), 0);
        QCOMPARE(::symlink("directory", file("to-directory").c_str()), 0);
        const std::vector<std::string> names = world.names();
        const std::string path = name.startsWith(u'/') ? name.toStdString() : file(name.toUtf8().constData());
        QCOMPARE(int(world.saveTo(world.exportTarget(path)).error().code), code);
        QVERIFY(world.names() == names);
    }

    void ontoAReadOnlyFileAsksFirstAndKeepsItsMode() {
        SaveWorld world(noise(kSize));
        const std::string path = world.directory().write("sealed", noise(10));
        QCOMPARE(::chmod(path.c_str(), 0444), 0);
        SaveTarget target = world.exportTarget(path);
        const Result<SaveOutcome> refused = world.saveTo(target);
        QCOMPARE(refused.error().detail, std::string("read-only"));
        QVERIFY(contentOf(path) == noise(10));
        target.acceptedRisks = {SaveRisk::ReadOnlyFile};
        QVERIFY(world.saveTo(target).has_value());
        QVERIFY(contentOf(path) == noise(kSize));
        QCOMPARE(world.disk().status(path)->mode, mode_t{0444});
    }

    void ontoALinkSavesWhatItPointsAt() {
        SaveWorld world(noise(kSize));
        const std::string file = world.directory().write("file", noise(10));
        const std::string link = world.directory().file("link");
        QCOMPARE(::symlink("file", link.c_str()), 0);
        QVERIFY(world.saveTo(world.exportTarget(link)).has_value());
        QVERIFY(std::filesystem::is_symlink(link));
        QVERIFY(contentOf(file) == noise(kSize));
    }

    void ontoALinkToNothingMakesTheFile() {
        SaveWorld world(noise(kSize));
        const std::string link = world.directory().file("link");
        QCOMPARE(::symlink("fresh", link.c_str()), 0);
        QVERIFY(world.saveTo(world.exportTarget(link)).has_value());
        QVERIFY(std::filesystem::is_symlink(link));
        QVERIFY(contentOf(world.directory().file("fresh")) == noise(kSize));
    }

    void ontoLinksThatLeadNowhereIsRefused() {
        SaveWorld world(noise(kSize));
        const std::string lost = world.directory().file("lost");
        QCOMPARE(::symlink("missing/fresh", lost.c_str()), 0);
        QCOMPARE(probeSaveTarget(lost, world.disk()).error().code, ErrorCode::NotFound);
        const std::string loop = world.directory().file("loop");
        QCOMPARE(::symlink("loop", loop.c_str()), 0);
        QCOMPARE(probeSaveTarget(loop, world.disk()).error().code, ErrorCode::OpenFailed);
    }
};

}  // namespace octavo

QTEST_APPLESS_MAIN(octavo::TestSaveAs)
#include "tst_save_as.moc"
