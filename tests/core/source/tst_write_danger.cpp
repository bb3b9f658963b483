#include <cstdlib>
#include <sys/stat.h>
#include <unistd.h>

#include <QProcess>
#include <QtTest>

#include "core/source/disk_geometry.h"
#include "core/source/file_source.h"
#include "core/source/write_danger.h"
#include "tests/support/bytes.h"
#include "tests/support/other_process.h"
#include "tests/support/temporary_directory.h"

namespace octavo {

using namespace Qt::StringLiterals;

namespace {

constexpr uid_t kRoot = 0;
constexpr uid_t kMe = 1000;
constexpr uid_t kOther = 1001;

/// A loop device on a file, gone with the object; no path where this machine has none to give.
struct LoopDevice {
    LoopDevice(const std::string& file, const QStringList& options) {
        QProcess losetup;
        losetup.start(u"losetup"_s,
                      QStringList{u"--find"_s, u"--show"_s} << options << QString::fromStdString(file));
        if (losetup.waitForFinished() && losetup.exitCode() == 0)
            path = losetup.readAllStandardOutput().trimmed().toStdString();
    }
    ~LoopDevice() {
        if (!path.empty())
            test::runOtherProcess({"losetup", "--detach", path});
    }
    LoopDevice(const LoopDevice&) = delete;
    LoopDevice& operator=(const LoopDevice&) = delete;

    std::string path;
};

}  // namespace

class TestWriteDanger : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsDangerousIsDecided_data() {
        QTest::addColumn<WriteFacts>("facts");
        QTest::addColumn<WriteDanger>("danger");
        const auto row = [](const char* name, const WriteFacts& facts, WriteDanger danger) {
            QTest::newRow(name) << facts << danger;
        };
        row("my own file", {.owner = kMe, .mode = 0644, .person = kMe}, WriteDanger::None);
        row("my own read-only file", {.owner = kMe, .mode = 0444, .person = kMe}, WriteDanger::None);
        row("root's own file", {.owner = kRoot, .mode = 0644, .person = kRoot}, WriteDanger::None);
        row("another's file, seen by root", {.owner = kMe, .mode = 0644, .person = kRoot},
            WriteDanger::OtherOwner);
        row("another's file, writable by a group", {.owner = kOther, .mode = 0664, .person = kMe},
            WriteDanger::OtherOwner);
        row("another's file that everybody may write", {.owner = kOther, .mode = 0666, .person = kMe},
            WriteDanger::None);
        row("a disk", {.isBlockDevice = true, .owner = kRoot, .mode = 0660, .person = kRoot},
            WriteDanger::BlockDevice);
        row("my own disk that everybody may write",
            {.isBlockDevice = true, .owner = kMe, .mode = 0666, .person = kMe}, WriteDanger::BlockDevice);
        row("an image in use", {.isDiskImage = true, .owner = kMe, .mode = 0644, .person = kMe},
            WriteDanger::MountedImage);
        row("a running program of mine", {.isRunning = true, .owner = kMe, .mode = 0755, .person = kMe},
            WriteDanger::RunningProgram);
        row("a running program of another's",
            {.isRunning = true, .owner = kRoot, .mode = 0755, .person = kMe}, WriteDanger::RunningProgram);
    }
    void whatIsDangerousIsDecided() {
        QFETCH(WriteFacts, facts);
        QTEST(writeDangerOf(facts), "danger");
    }

    void anOrdinaryFileIsHarmless() {
        const test::TemporaryDirectory directory;
        const std::string path = directory.write("file", bytesOf("bytes"));
        const auto facts = writeFactsOf(path);
        QVERIFY(facts.has_value());
        QCOMPARE(facts->owner, ::geteuid());
        QCOMPARE(writeDangerOf(*facts), WriteDanger::None);
        QCOMPARE(writeFactsOf(directory.file("missing")).error().code, ErrorCode::NotFound);
    }
    void aProgramThatRunsIsFound() {
        QVERIFY(writeFactsOf(QCoreApplication::applicationFilePath().toStdString())->isRunning);
    }
    void aProgramThatDoesNotRunIsNot() {
        const test::TemporaryDirectory directory;
        const std::string path = directory.write("program", bytesOf("#!/bin/sh\n"));
        QVERIFY(::chmod(path.c_str(), 0755) == 0);
        QVERIFY(!writeFactsOf(path)->isRunning);
    }
    void somebodyElsesFileIsFound() {
        if (::geteuid() != 0)
            QSKIP("giving a file away needs root");
        const test::TemporaryDirectory directory;
        const std::string path = directory.write("file", bytesOf("bytes"));
        QVERIFY(::chown(path.c_str(), kMe, kMe) == 0);
        QCOMPARE(writeDangerOf(*writeFactsOf(path)), WriteDanger::OtherOwner);
    }
    void anImageUnderALoopDeviceIsFoundAndTheDeviceHasItsTrueSize() {
        const test::TemporaryDirectory directory;
        const std::string image = directory.write("image", Bytes(1 << 20));
        QCOMPARE(writeDangerOf(*writeFactsOf(image)), WriteDanger::None);
        const LoopDevice loop(image, {u"--sector-size"_s, u"4096"_s});
        if (loop.path.empty())
            QSKIP("no loop device on this machine");
        QCOMPARE(writeDangerOf(*writeFactsOf(image)), WriteDanger::MountedImage);
        QCOMPARE(writeDangerOf(*writeFactsOf(loop.path)), WriteDanger::BlockDevice);
        QCOMPARE(diskGeometryOf(loop.path)->sectorSize, ByteCount{4096});
        QVERIFY(diskGeometryOf(loop.path)->isDevice);
        QCOMPARE(openFileSource(loop.path).value()->size(), ByteCount{1 << 20});
    }
    void anImageHasSectorsOf512Bytes() {
        const test::TemporaryDirectory directory;
        const std::string image = directory.write("image", Bytes(4096));
        QCOMPARE(diskGeometryOf(image)->sectorSize, kDefaultSectorSize);
        QVERIFY(!diskGeometryOf(image)->isDevice);
        QCOMPARE(diskGeometryOf(directory.file("missing")).error().code, ErrorCode::NotFound);
    }
};

}  // namespace octavo

QTEST_GUILESS_MAIN(octavo::TestWriteDanger)
#include "tst_write_danger.moc"
