#include <limits>

#include <QTest>

#include "tests/support/faulty_file_system.h"
#include "tests/support/raw_log.h"

using namespace octavo;
using namespace octavo::test;

namespace {

/// Tags, as the records' places in the variant say.
enum Tag : unsigned char { kBase = 0, kPattern = 3, kPieces = 7, kSplice = 8, kMove = 9 };

Bytes payloadOf(std::initializer_list<std::uint64_t> numbers) {
    Bytes payload;
    for (const std::uint64_t number : numbers)
        putLogNumber(number, payload);
    return payload;
}

Bytes payloadOf(std::string_view raw) {
    return bytesOf(raw);
}

}  // namespace

class TestEditLogFormat : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsNoRecordEndsTheLog_data() {
        QTest::addColumn<Bytes>("payload");
        QTest::addColumn<bool>("isRecord");
        const std::uint64_t most = std::numeric_limits<std::uint64_t>::max();
        QTest::newRow("a move") << payloadOf({kMove, 1}) << true;
        QTest::newRow("a tag that no record has") << payloadOf({99}) << false;
        QTest::newRow("a tag beyond 64 bits")
            << payloadOf("\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x02\x01") << false;
        QTest::newRow("a number of which one bit is beyond 64")
            << payloadOf("\x09\x81\x80\x80\x80\x80\x80\x80\x80\x80\x02") << false;
        QTest::newRow("a number of ten bytes that fits")
            << payloadOf(std::string_view("\x89\x80\x80\x80\x80\x80\x80\x80\x80\x00\x01", 11)) << true;
        QTest::newRow("a number that is cut") << payloadOf("\x09\x80") << false;
        QTest::newRow("a number that is missing") << payloadOf({kMove}) << false;
        QTest::newRow("a number that is too large") << payloadOf({kMove, most}) << false;
        QTest::newRow("bytes behind the record") << payloadOf({kMove, 1, 1}) << false;
        QTest::newRow("an empty pattern") << payloadOf({kPattern, 1, 10, 0}) << false;
        QTest::newRow("a pattern") << payloadOf({kPattern, 1, 10, 1, 7}) << true;
        QTest::newRow("a text longer than what is left") << payloadOf({kBase, 5, 1}) << false;
        QTest::newRow("a text of which one byte is missing") << payloadOf({kBase, 2, 1}) << false;
        QTest::newRow("a text that is too long") << payloadOf({kBase, kLogTextMax + 1}) << false;
        QTest::newRow("a text, and then less than is claimed") << payloadOf({kBase, most}) << false;
        QTest::newRow("fewer pieces than are claimed") << payloadOf({kPieces, 3, 0, 1, 1}) << false;
        QTest::newRow("more pieces than may be") << payloadOf({kPieces, kLogPiecesMax + 1}) << false;
        QTest::newRow("a piece that ends too late")
            << payloadOf({kPieces, 1, 0, kMaxDocumentSize, 1}) << false;
        QTest::newRow("fewer samples than are claimed")
            << payloadOf({kBase, 0, 0, 0, 10, 4, 0, 1, 1}) << false;
        QTest::newRow("a splice of a kind that is none") << payloadOf({kSplice, 0, 0, 200, 0, 0}) << false;
        QTest::newRow("a splice") << payloadOf({kSplice, 0, 0, 0, 1, 0}) << true;
    }
    void whatIsNoRecordEndsTheLog() {
        QFETCH(Bytes, payload);
        QFETCH(bool, isRecord);
        const TemporaryDirectory directory;
        PosixFileSystem disk;
        RawLog log;
        log.add(LogReady{});
        const auto file = RawLog::open(disk, directory, log.withPayload(payload));
        LogDecoder decoder = LogDecoder::open(*file).value();
        QVERIFY(std::holds_alternative<LogReady>(*decoder.next().value()));
        QVERIFY(!decoder.hasDamage());
        QCOMPARE(decoder.next().value().has_value(), isRecord);
        QCOMPARE(decoder.hasDamage(), !isRecord);
        // And so it stays.
        QVERIFY(!decoder.next().value().has_value());
        QCOMPARE(decoder.hasDamage(), !isRecord);
    }

    void aRecordThatCannotBeReadIsNoDamage() {
        const TemporaryDirectory directory;
        PosixFileSystem disk;
        RawLog log;
        const std::string text(kLogBytesMax, 'x');
        for (unsigned i = 0; i < 40; ++i)
            log.addBytes(1, i * kLogBytesMax, text);
        const std::string path = directory.write("log", log.bytes());
        FaultyFileSystem faulty(disk, {.kind = Faults::Kind::Once, .at = 3});
        OpenFile file = OpenFile::open(faulty, path, FileSystem::Access::Read).value();
        LogDecoder decoder = LogDecoder::open(file).value();
        std::size_t records = 0;
        Result<std::optional<LogRecord>> record = decoder.next();
        for (; record && *record; record = decoder.next())
            ++records;
        QVERIFY(records < 40);
        QVERIFY(!record && record.error().systemCode == EIO);
        QVERIFY(!decoder.hasDamage());
    }
};

QTEST_APPLESS_MAIN(TestEditLogFormat)
#include "tst_edit_log_format.moc"
