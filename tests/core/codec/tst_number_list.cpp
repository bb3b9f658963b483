#include <QtTest>

#include "core/codec/number_list.h"

using namespace octavo;

namespace {

class TestNumberList : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reads_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("bare numbers") << QByteArray("1, 2 0x41\n255") << QByteArray("\x01\x02\x41\xFF");
        QTest::newRow("C") << QByteArray(
                                  "static const unsigned char data[3] = {\n  0xDE, 0xAD, 'x', // end\n};\n")
                           << QByteArray("\xDE\xADx");
        QTest::newRow("Rust") << QByteArray("pub const DATA: [u8; 2] = [\n    0x01, 0x02,\n];")
                              << QByteArray("\x01\x02");
        QTest::newRow("Java casts") << QByteArray("byte[] data = { (byte) 0xFF, 1, (byte)-1 };")
                                    << QByteArray("\xFF\x01\xFF");
        QTest::newRow("Python") << QByteArray("data = bytes([\n    0x01, # one\n    0x02,\n])")
                                << QByteArray("\x01\x02");
        QTest::newRow("suffixes") << QByteArray("{1u, 2UL, 0b101}") << QByteArray("\x01\x02\x05");
        QTest::newRow("comments") << QByteArray("/* 9 */ 1 /* 8, */, 2 // 3") << QByteArray("\x01\x02");
        QTest::newRow("nothing") << QByteArray(" \n") << QByteArray();
        QTest::newRow("empty list") << QByteArray("x[] = {}") << QByteArray();
    }
    void reads() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, expected);
        const auto bytes = decodeNumberList({text.constData(), static_cast<std::size_t>(text.size())});
        QVERIFY(bytes.has_value());
        QCOMPARE(
            QByteArray(reinterpret_cast<const char*>(bytes->data()), static_cast<qsizetype>(bytes->size())),
            expected);
    }

    void refuses_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("code");
        QTest::addColumn<qulonglong>("offset");
        const int malformed = static_cast<int>(ErrorCode::Malformed);
        const int outOfRange = static_cast<int>(ErrorCode::OutOfRange);
        QTest::newRow("a word") << QByteArray("1, two") << malformed << 3ULL;
        QTest::newRow("half a number") << QByteArray("1, 0x") << malformed << 5ULL;
        QTest::newRow("a float") << QByteArray("1.5") << malformed << 1ULL;
        QTest::newRow("too large") << QByteArray("{1, 256}") << outOfRange << 4ULL;
        QTest::newRow("too small") << QByteArray("-129") << outOfRange << 0ULL;
        QTest::newRow("far too large") << QByteArray("99999999999999999999") << outOfRange << 0ULL;
        QTest::newRow("endless comment") << QByteArray("1 /* 2") << malformed << 2ULL;
        QTest::newRow("two commas") << QByteArray("1,,2") << malformed << 2ULL;
        QTest::newRow("a wide character") << QByteArray("'\\n'") << malformed << 0ULL;
    }
    void refuses() {
        QFETCH(QByteArray, text);
        QFETCH(int, code);
        QFETCH(qulonglong, offset);
        const auto bytes = decodeNumberList({text.constData(), static_cast<std::size_t>(text.size())});
        QVERIFY(!bytes.has_value());
        QCOMPARE(static_cast<int>(bytes.error().code), code);
        QCOMPARE(qulonglong{bytes.error().offset.value_or(9999)}, offset);
    }

    void everyPrefixOfASampleIsReadOrRefused() {
        const std::string sample = "x[2] = { /* a */ (u8)0xFF, '}', -1, 0b11u // b\n };";
        for (std::size_t size = 0; size <= sample.size(); ++size) {
            const auto bytes = decodeNumberList(std::string_view(sample).substr(0, size));
            QVERIFY(bytes.has_value() || bytes.error().offset.value_or(9999) <= size);
        }
    }
};

}  // namespace

QTEST_APPLESS_MAIN(TestNumberList)
#include "tst_number_list.moc"
