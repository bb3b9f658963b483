#include <QTest>

#include "core/save/edit_log_format.h"
#include "core/save/log_source.h"
#include "tests/support/damaged_source.h"
#include "tests/support/save_world.h"

using namespace octavo;
using namespace octavo::test;

namespace {

RangeSet setOf(std::initializer_list<ByteRange> ranges) {
    RangeSet set;
    for (const ByteRange range : ranges)
        set.add(range);
    return set;
}

/// A file that stands for a log: its bytes are what runs lie in.
class Log {
public:
    explicit Log(const Bytes& content) : path_(directory_.write("log", content)) {
        file_ =
            std::make_shared<OpenFile>(OpenFile::open(disk_, path_, FileSystem::Access::ReadWrite).value());
    }
    [[nodiscard]] const std::shared_ptr<OpenFile>& file() const { return file_; }

private:
    TemporaryDirectory directory_;
    PosixFileSystem disk_;
    std::string path_;
    std::shared_ptr<OpenFile> file_;
};

/// Bytes of a source, and what of them could not be read.
std::pair<Bytes, RangeSet> readOf(const Source& source, ByteRange range) {
    Bytes bytes(static_cast<std::size_t>(range.size()), std::byte{0xEE});
    RangeSet unreadable;
    source.read(range.begin, bytes, unreadable);
    return {bytes, unreadable};
}

Bytes joined(std::initializer_list<Bytes> parts) {
    Bytes all;
    for (const Bytes& part : parts)
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

Bytes partOf(const Bytes& bytes, std::size_t begin, std::size_t length) {
    return {bytes.begin() + static_cast<std::ptrdiff_t>(begin),
            bytes.begin() + static_cast<std::ptrdiff_t>(begin + length)};
}

class TestLogSource : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shortAndLongRunsAreReadAndGapsAreDamage() {
        const Bytes content = noise(30'000);
        const Log log(content);
        LogSource source(log.file());
        QVERIFY(source.add({.id = 1, .at = 100, .length = 50, .inFile = 7}));
        QVERIFY(source.add({.id = 1, .at = 150, .length = 50, .inFile = 500}));
        QVERIFY(source.add({.id = 1, .at = 1000, .length = 10'000, .inFile = 9000}));
        const auto [bytes, unreadable] = readOf(source, {90, 11'010});
        QVERIFY(bytes == joined({Bytes(10), partOf(content, 7, 50), partOf(content, 500, 50), Bytes(800),
                                 partOf(content, 9000, 10'000), Bytes(10)}));
        const RangeSet gaps = setOf({{90, 100}, {200, 1000}, {11'000, 11'010}});
        QVERIFY(unreadable == gaps);
        QVERIFY(source.damageIn({90, 11'010}) == gaps);
        QVERIFY(source.damageIn({120, 180}).isEmpty());
        QVERIFY(readOf(source, {5, 50}).second == setOf({{5, 50}}));
        QVERIFY(readOf(source, {300, 310}).second == setOf({{300, 310}}));
    }

    void bytesThatAreToldTwiceAreRefused() {
        const Log log(noise(1000));
        LogSource source(log.file());
        QVERIFY(source.add({.id = 1, .at = 100, .length = 50, .inFile = 0}));
        for (const ByteOffset at : {60, 100, 149}) {
            const Status added = source.add({.id = 1, .at = at, .length = 50, .inFile = 0});
            QCOMPARE(added.error().code, ErrorCode::Malformed);
        }
        QVERIFY(source.add({.id = 1, .at = 149, .length = 0, .inFile = 0}));
        QVERIFY(source.add({.id = 1, .at = 50, .length = 50, .inFile = 0}));
    }

    void aRunThatTheLogHasLostIsUnreadable() {
        const Log log(noise(6000));
        LogSource source(log.file());
        QVERIFY(!source.add({.id = 1, .at = 0, .length = 100, .inFile = 5950}));
        QVERIFY(source.add({.id = 1, .at = 1000, .length = 5000, .inFile = 500}));
        QVERIFY(log.file()->truncate(3000));
        const auto [bytes, unreadable] = readOf(source, {1000, 6000});
        QVERIFY(unreadable == setOf({{1000, 6000}}));
        QVERIFY(bytes == Bytes(5000));
    }

    void whatIsLeftOfABaseEndsWithItsFile() {
        const Bytes content = noise(1000);
        const auto file = std::make_shared<DamagedSource>(content, ByteRange{100, 110});
        const RemainingSource source(file, 1500);
        QCOMPARE(source.size(), ByteCount{1500});
        const auto [bytes, unreadable] = readOf(source, {900, 1200});
        QVERIFY(bytes == joined({partOf(content, 900, 100), Bytes(200)}));
        QVERIFY(unreadable == setOf({{1000, 1200}}));
        QVERIFY(readOf(source, {50, 150}).second == setOf({{100, 110}}));
        QVERIFY(source.damageIn({0, 1500}) == setOf({{100, 110}, {1000, 1500}}));
        QVERIFY(source.damageIn({1200, 1300}) == setOf({{1200, 1300}}));
        QVERIFY(source.damageIn({200, 300}).isEmpty());
        const RemainingSource nothing(nullptr, 10);
        QVERIFY(readOf(nothing, {2, 5}).second == setOf({{2, 5}}));
        QVERIFY(nothing.damageIn({0, 10}) == setOf({{0, 10}}));
    }
};

}  // namespace

QTEST_GUILESS_MAIN(TestLogSource)
#include "tst_log_source.moc"
