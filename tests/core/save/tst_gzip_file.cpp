#include <QTest>

#include "core/save/gzip_file.h"
#include "tests/support/bytes.h"
#include "tests/support/faulty_file_system.h"
#include "tests/support/temporary_directory.h"

using namespace octavo;
using namespace octavo::test;

namespace {

constexpr std::size_t kStep = std::size_t{256} << 10;  // that gzip_file.cpp reads at once

class Ground {
public:
    [[nodiscard]] OpenFile file(FileSystem& system, const std::string& name) const {
        return OpenFile::open(system, directory.file(name), FileSystem::Access::ReadWrite).value();
    }
    [[nodiscard]] Status compress(const Bytes& bytes, FileSystem& system, const JobContext& job = {}) {
        directory.write("plain", bytes);
        directory.write("packed", {});
        OpenFile from = file(system, "plain");
        OpenFile to = file(system, "packed");
        return compressFile(from, to, job);
    }
    [[nodiscard]] Status decompress(FileSystem& system, const JobContext& job = {}) {
        directory.write("unpacked", {});
        OpenFile from = file(system, "packed");
        OpenFile to = file(system, "unpacked");
        return decompressFile(from, to, ByteCount{1} << 30, job);
    }
    [[nodiscard]] std::size_t sizeOf(const std::string& name) {
        const auto status = disk.status(directory.file(name));
        return status ? status->size() : 0;  // not there yet
    }

    TemporaryDirectory directory;
    PosixFileSystem disk;
};

JobContext stopped() {
    std::stop_source stop;
    stop.request_stop();
    return {stop.get_token(), nullptr};
}

}  // namespace

class TestGzipFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everythingComesBack_data() {
        QTest::addColumn<int>("size");
        for (const std::size_t size : {std::size_t{0}, std::size_t{1}, kStep, 3 * kStep + 7})
            QTest::addRow("%d bytes", static_cast<int>(size)) << static_cast<int>(size);
    }
    void everythingComesBack() {
        QFETCH(int, size);
        Ground ground;
        QVERIFY(ground.compress(noise(static_cast<std::size_t>(size)), ground.disk).has_value());
        QVERIFY(ground.decompress(ground.disk).has_value());
        QCOMPARE(ground.sizeOf("unpacked"), static_cast<std::size_t>(size));
    }

    void bothAreCancelled() {
        Ground ground;
        QCOMPARE(ground.compress(noise(1000), ground.disk, stopped()).error().code, ErrorCode::Cancelled);
        QCOMPARE(ground.sizeOf("packed"), std::size_t{0});
        QVERIFY(ground.compress(noise(1000), ground.disk).has_value());
        QCOMPARE(ground.decompress(ground.disk, stopped()).error().code, ErrorCode::Cancelled);
        QCOMPARE(ground.sizeOf("unpacked"), std::size_t{0});
    }

    /// Two files are opened by the first two calls.
    void everyFailingCallIsTold() {
        Ground ground;
        QVERIFY(ground.compress(noise(3 * kStep), ground.disk).has_value());
        for (const bool isPacking : {true, false}) {
            for (std::size_t call = 3;; ++call) {
                FaultyFileSystem faulty(ground.disk, {.kind = Faults::Kind::Once, .at = call});
                const Status done =
                    isPacking ? ground.compress(noise(3 * kStep), faulty) : ground.decompress(faulty);
                const bool isClosing =
                    std::string_view(faulty.struckCall() ? faulty.struckCall() : "") == "close";
                QCOMPARE(done.has_value(), !faulty.hasStruck() || isClosing);
                if (!faulty.hasStruck())
                    break;
                QVERIFY(done || done.error().systemCode == EIO);
            }
            QVERIFY(ground.compress(noise(3 * kStep), ground.disk).has_value());
        }
    }

    /// An archive that ends just where a reading ends: only one more tells that there is nothing behind it.
    void theEndIsLookedForBehindAWholeStep() {
        Ground ground;
        std::size_t size = kStep - 200;
        for (; ground.sizeOf("packed") != kStep; ++size) {
            QVERIFY(size < kStep);
            QVERIFY(ground.compress(noise(size), ground.disk).has_value());
        }
        QVERIFY(ground.decompress(ground.disk).has_value());
        FaultyFileSystem faulty(ground.disk, {.kind = Faults::Kind::Once, .at = 5});
        const Status refused = ground.decompress(faulty);
        QCOMPARE(std::string(faulty.struckCall()), std::string("read"));
        QVERIFY(!refused && refused.error().systemCode == EIO);
    }
};

QTEST_APPLESS_MAIN(TestGzipFile)
#include "tst_gzip_file.moc"
