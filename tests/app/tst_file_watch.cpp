#include <cstdio>
#include <unistd.h>

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "app/file_watch.h"

using namespace octavo;
using namespace Qt::StringLiterals;

namespace {

void write(const std::string& path, const QByteArray& bytes,
           QIODevice::OpenMode mode = QIODevice::WriteOnly) {
    QFile file(QFile::decodeName(QByteArray::fromStdString(path)));
    QVERIFY(file.open(mode));
    file.write(bytes);
}

struct World {
    World() {
        write(path, "bytes");
        QObject::connect(&watch, &FileWatch::disturbed, &watch,
                         [this](const std::string& each) { told.push_back(each); });
        watch.add(path);
    }
    /// Waits until the watch has told, and until it is quiet again.
    bool isTold() {
        const bool came = QTest::qWaitFor([this] { return !told.empty(); });
        told.clear();
        return came;
    }
    QTemporaryDir directory;
    std::string path = directory.path().toStdString() + "/file";
    FileWatch watch;
    std::vector<std::string> told;
};

}  // namespace

class TestFileWatch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writingIsTold() {
        World world;
        write(world.path, "other bytes");
        QVERIFY(world.isTold());
    }
    void appendingIsTold() {
        World world;
        write(world.path, "more", QIODevice::Append);
        QVERIFY(world.isTold());
    }
    void manyWritesAreToldOnce() {
        World world;
        for (int i = 0; i < 20; ++i)
            write(world.path, "more", QIODevice::Append);
        QTRY_COMPARE(world.told.size(), std::size_t{1});
        QCOMPARE(world.told.front(), world.path);
    }
    void removingAndMakingAnewIsTold() {
        World world;
        QVERIFY(::unlink(world.path.c_str()) == 0);
        QVERIFY(world.isTold());
        write(world.path, "again");
        QVERIFY(world.isTold());
    }
    void aReplacementIsWatchedOnceItIsKnown() {
        World world;
        const std::string other = world.directory.path().toStdString() + "/other";
        write(other, "other");
        QVERIFY(std::rename(other.c_str(), world.path.c_str()) == 0);
        QVERIFY(world.isTold());
        world.watch.renew(world.path, fileIdentity(world.path).value());
        QVERIFY(world.isTold());  // once more for what came between
        world.watch.renew(world.path, fileIdentity(world.path).value());
        write(world.path, "more", QIODevice::Append);
        QVERIFY2(world.isTold(), "the new file is watched, not the old one");
    }
    void aFileThatIsNoLongerWatchedIsNotTold() {
        World world;
        const std::string other = world.directory.path().toStdString() + "/other";
        write(other, "other");
        world.watch.add(other);
        QVERIFY(!QTest::qWaitFor([&] { return !world.told.empty(); }, 1));
        world.watch.remove(world.path);
        write(world.path, "more", QIODevice::Append);
        write(other, "more", QIODevice::Append);
        QTRY_COMPARE(world.told.size(), std::size_t{1});
        QCOMPARE(world.told.front(), other);
    }
};

QTEST_GUILESS_MAIN(TestFileWatch)
#include "tst_file_watch.moc"
