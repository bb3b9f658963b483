#include <QtTest>

#include "core/save/open_file.h"
#include "tests/support/faulty_file_system.h"
#include "tests/support/temporary_directory.h"

namespace octavo {
namespace {

constexpr std::size_t kMebibyte = std::size_t{1} << 20;

/// Notes what was sent to the disk early.
class RecordingFileSystem final : public test::FaultyFileSystem {
public:
    using FaultyFileSystem::FaultyFileSystem;
    void startWriteback(FileHandle file, ByteRange range) override {
        sent.push_back(range);
        FaultyFileSystem::startWriteback(file, range);
    }
    std::vector<ByteRange> sent;
};

class TestOpenFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pathsHaveDirectoriesAndNames() {
        QCOMPARE(directoryOf("/a/b"), std::string("/a"));
        QCOMPARE(directoryOf("/b"), std::string("/"));
        QCOMPARE(directoryOf("b"), std::string("."));
        QCOMPARE(nameOf("/a/b"), std::string("b"));
        QCOMPARE(nameOf("b"), std::string("b"));
    }

    void longRunsAreSentToTheDiskWhileWriting() {
        const test::TemporaryDirectory directory;
        PosixFileSystem real;
        RecordingFileSystem recording(real, {});
        auto file = OpenFile::createExclusive(recording, directory.file("a"), 0600).value();
        const std::vector<std::byte> block(3 * kMebibyte, std::byte{7});
        for (std::size_t i = 0; i < 6; ++i)
            QVERIFY(file.writeAll(i * block.size(), block).has_value());
        const std::vector<ByteRange> expected{{0, 9 * kMebibyte}, {9 * kMebibyte, 18 * kMebibyte}};
        QVERIFY(recording.sent == expected);
        // A jump begins a new run; what lay before it is left to sync().
        QVERIFY(file.writeAll(100 * kMebibyte, block).has_value());
        QVERIFY(file.writeAll(0, block).has_value());
        QVERIFY(recording.sent == expected);
        QVERIFY(file.sync().has_value());
    }

    void shortAndInterruptedWritesAreFinished() {
        const test::TemporaryDirectory directory;
        PosixFileSystem real;
        RecordingFileSystem recording(real, {.mostBytes = 3, .isInterrupted = true});
        auto file = OpenFile::createExclusive(recording, directory.file("a"), 0600).value();
        const std::vector<std::byte> written{std::byte{1}, std::byte{2}, std::byte{3}, std::byte{4},
                                             std::byte{5}};
        QVERIFY(file.writeAll(2, written).has_value());
        std::vector<std::byte> back(5);
        QVERIFY(file.readAll(2, back).has_value());
        QVERIFY(back == written);
        const Status beyond = file.readAll(3, back);
        QVERIFY(!beyond && beyond.error().code == ErrorCode::Truncated);
    }
};

}  // namespace
}  // namespace octavo

QTEST_GUILESS_MAIN(octavo::TestOpenFile)
#include "tst_open_file.moc"
