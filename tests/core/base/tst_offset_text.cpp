#include <limits>

#include <QtTest>

#include "core/base/offset_text.h"

using namespace octavo;

namespace {

constexpr OffsetScope kScope{.size = 0x10000, .caret = 0x100, .isRelative = false};
constexpr OffsetScope kRelative{.size = 0x10000, .caret = 0x100, .isRelative = true};
constexpr ByteOffset kNothing = std::numeric_limits<ByteOffset>::max();

}  // namespace

class OffsetTextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsOffsets_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<quint64>("absolute");
        QTest::addColumn<quint64>("relative");

        const auto row = [](const char* text, quint64 absolute, quint64 relative) {
            QTest::newRow(text) << QByteArray(text) << absolute << relative;
        };
        const auto same = [&](const char* text, quint64 value) { row(text, value, value); };
        same("0", 0);
        same("4096", 4096);
        same("0x10+4k", 0x10 + 4096);
        same("0X1f", 0x1F);
        same("0xAbCd", 0xABCD);
        same("1K", 1024);
        same("63k+1k", 65536);
        same("0x10k", 16 * 1024);
        same("007", 7);
        same("end", 0x10000);
        same("end-0x200", 0x10000 - 0x200);
        same("here", 0x100);
        same(".", 0x100);
        same(". + 1", 0x101);
        same("(here+8)*2", 0x210);
        same("2*(here+8)", 0x210);
        same("7/2", 3);
        same("7%4", 3);
        same("2+3*4", 14);
        same("100-10-1", 89);
        same("1+-1", 0);
        same("10--5", 15);
        same("5*-1+5", 0);
        same("  12\t", 12);
        same("((((1))))", 1);
        same("1T-1T+5", 5);
        same("1M/16", 65536);
        same("12s", 12 * 512);
        same("3S+16", 3 * 512 + 16);
        same("0x10s", 16 * 512);
        row("-16", 0x10000 - 16, 0x100 - 16);
        row("-0", 0x10000, 0x100);
        row("-16+4", 0x10000 - 12, 0x100 - 12);
        row("-4*2", 0x10000 - 8, 0x100 - 8);
        row("+16", 16, 0x100 + 16);
        row(" + 16", 16, 0x100 + 16);
    }
    void sectorsHaveTheSizeThatTheScopeSays() {
        OffsetScope disk = kScope;
        disk.sectorSize = 4096;
        QCOMPARE(parseOffset("3s", disk).value(), ByteOffset{3 * 4096});
        QCOMPARE(parseRange("1s+2s", disk).value().end, ByteOffset{3 * 4096});
        QCOMPARE(parseByteCount("2s").value(), ByteCount{1024});
        QCOMPARE(parseOffset("9999999999999999s", disk).error().code, ErrorCode::OutOfRange);
    }
    void countsInRecords_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<quint64>("expected");
        const auto row = [](const char* text, quint64 expected) {
            QTest::newRow(text) << QByteArray(text) << expected;
        };
        row("record 0", 0x40);
        row("record 12", 0x40 + 12 * 48);
        row("record 12 + 4", 0x40 + 12 * 48 + 4);
        row("record(2+1)*2", (0x40 + 3 * 48) * 2);
        row("record -1", 0x40 - 48);
        row("record here/0x100", (0x40 + 48 * 0x100) / 0x100);
        row("here+recordsize", 0x100 + 48);
        row("sector 7", 7 * 512);
        row("sector 7 + record 1", 7 * 512 + 0x40 + 48);
        row("end-sectorsize", 0x10000 - 512);
    }
    void countsInRecords() {
        QFETCH(const QByteArray, text);
        QFETCH(const quint64, expected);
        OffsetScope scope = kScope;
        scope.records = {.size = 48, .start = 0x40};
        QCOMPARE(parseOffset(text.toStdString(), scope).value_or(kNothing), expected);
    }
    void recordsAreNoNameWithoutASize() {
        for (const char* const text : {"record 1", "recordsize", "1+record 1"}) {
            const auto result = parseOffset(text, kScope);
            QVERIFY(!result);
            QCOMPARE(result.error().code, ErrorCode::Malformed);
            QCOMPARE(result.error().offset.value_or(kNothing), ByteOffset(text[0] == '1' ? 2 : 0));
        }
    }
    void placesBeyondEveryDocumentAreOutOfRange() {
        OffsetScope scope = kScope;
        scope.records = {.size = kMaxDocumentSize, .start = kMaxDocumentSize};
        for (const char* const text : {"record 1", "record 2", "sector 9223372036854775807", "record 5000"})
            QCOMPARE(parseOffset(text, scope).error().code, ErrorCode::OutOfRange);
        QCOMPARE(parseOffset("record record", scope).error().offset.value_or(kNothing), ByteOffset{13});
    }

    void distancesHaveASignOfTheirOwn() {
        QCOMPARE(parseDistance("-0x400000", kScope).value_or(0), -0x400000LL);
        QCOMPARE(parseDistance("-0x400000", kRelative).value_or(0), -0x400000LL);
        QCOMPARE(parseDistance(" +16", kRelative).value_or(0), 16LL);
        QCOMPARE(parseDistance("here-end", kScope).value_or(0), 0x100LL - 0x10000);
        QCOMPARE(parseDistance("+-1", kScope).error().offset.value_or(kNothing), ByteOffset{1});
        QCOMPARE(parseDistance("", kScope).error().code, ErrorCode::Malformed);
        QCOMPARE(parseDistance("9223372036854775808", kScope).error().code, ErrorCode::OutOfRange);
    }

    void readsOffsets() {
        QFETCH(const QByteArray, text);
        QFETCH(const quint64, absolute);
        QFETCH(const quint64, relative);
        QCOMPARE(parseOffset(text.toStdString(), kScope).value_or(kNothing), absolute);
        QCOMPARE(parseOffset(text.toStdString(), kRelative).value_or(kNothing), relative);
    }

    void refusesTextThatIsNoOffset_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<quint64>("where");
        const auto row = [](const char* text, quint64 where) {
            QTest::newRow(text) << QByteArray(text) << where;
        };
        row("", 0);
        row("   ", 3);
        row("zz", 0);
        row("12zz", 2);
        row("12 13", 3);
        row("0x", 1);
        row("0xg", 2);
        row("1e3", 1);
        row("1.5", 1);
        row("4kk", 2);
        row("4kB", 2);
        row("1+", 2);
        row("1*", 2);
        row("*1", 0);
        row("1++1", 2);
        row("++1", 1);
        row("+-1", 1);
        row("(1", 2);
        row("1)", 1);
        row("()", 1);
        row("END", 0);
        row("ende", 0);
        row("here1", 0);
        row("1/0", 1);
        row("1%(2-2)", 1);
        row("1:2", 1);
        row("\xC3\xA4", 0);
    }
    void refusesTextThatIsNoOffset() {
        QFETCH(const QByteArray, text);
        QFETCH(const quint64, where);
        const auto result = parseOffset(text.toStdString(), kScope);
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::Malformed);
        QCOMPARE(result.error().offset.value_or(kNothing), where);
    }

    void refusesValuesOutsideTheDocument_data() {
        QTest::addColumn<QByteArray>("text");
        for (const char* const text :
             {"65537", "end+1", "-65537", "0-1", "(-1)", "1T", "9223372036854775807", "9223372036854775808",
              "18446744073709551616", "99999999999999999999999999", "0xFFFFFFFFFFFFFFFFF", "8388608T",
              "9223372036854775807+1", "4T*4T", "(0-9223372036854775807-1)/-1", "-(0-9223372036854775807-1)",
              "0-9223372036854775807-2"})
            QTest::newRow(text) << QByteArray(text);
    }
    void refusesValuesOutsideTheDocument() {
        QFETCH(const QByteArray, text);
        const auto result = parseOffset(text.toStdString(), kScope);
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::OutOfRange);
    }

    void remainderByMinusOneDoesNotTrap() {
        QCOMPARE(parseOffset("(0-9223372036854775807-1)%-1", kScope).value_or(kNothing), ByteOffset{0});
    }

    void readsTheWholeSpanOfOffsets() {
        const OffsetScope widest{.size = kMaxDocumentSize, .caret = kMaxDocumentSize};
        QCOMPARE(parseOffset("9223372036854775807", widest).value_or(0), kMaxDocumentSize);
        QCOMPARE(parseOffset("-1", widest).value_or(0), kMaxDocumentSize - 1);
        QCOMPARE(parseOffset("0x7FFFFFFFFFFFFFFF", widest).value_or(0), kMaxDocumentSize);
        QCOMPARE(parseOffset("end+1", widest).error().code, ErrorCode::OutOfRange);
    }

    void deepNestingIsRefusedNotFollowed() {
        for (const char nest : {'(', '-'}) {
            const auto result = parseOffset("1+" + std::string(1'000'000, nest), kScope);
            QVERIFY(!result);
            QCOMPARE(result.error().code, ErrorCode::Malformed);
        }
        std::string records;
        for (int i = 0; i < 100'000; ++i)
            records += "sector ";
        QCOMPARE(parseOffset(records, kScope).error().code, ErrorCode::Malformed);
        QCOMPARE(parseOffset(std::string(60, '(') + "1" + std::string(60, ')'), kScope).value_or(0),
                 ByteOffset{1});
    }

    void readsRanges_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<quint64>("begin");
        QTest::addColumn<quint64>("end");
        const auto row = [](const char* text, quint64 begin, quint64 end) {
            QTest::newRow(text) << QByteArray(text) << begin << end;
        };
        row(":", 0, 0x10000);
        row(" : ", 0, 0x10000);
        row("5:9", 5, 9);
        row("5:5", 5, 5);
        row(":9", 0, 9);
        row("5:", 5, 0x10000);
        row("-16:", 0x10000 - 16, 0x10000);
        row("-16:-8", 0x10000 - 16, 0x10000 - 8);
        row("1+1:2+2", 2, 4);
        row("here:here+4", 0x100, 0x104);
        row("5+9", 5, 14);
        row("5 + 0", 5, 5);
        row("0x10+4k", 0x10, 0x10 + 4096);
        row("1+2+3", 3, 6);
        row("(1+2)+3", 3, 6);
        row("1+(2+3)", 1, 6);
        row("-32+16", 0x10000 - 32, 0x10000 - 16);
        row("+16", 0, 16);
        row("end+0", 0x10000, 0x10000);
    }
    void readsRanges() {
        QFETCH(const QByteArray, text);
        QFETCH(const quint64, begin);
        QFETCH(const quint64, end);
        const auto range = parseRange(text.toStdString(), kScope);
        QVERIFY(range);
        QCOMPARE(range->begin, begin);
        QCOMPARE(range->end, end);
    }

    void signsInRangesFollowTheCaretInRelativeMode() {
        QVERIFY(parseRange("-8:+8", kRelative) == (ByteRange{0xF8, 0x108}));
        QVERIFY(parseRange("+16", kRelative) == (ByteRange{0x100, 0x110}));
        QVERIFY(parseRange("+8+16", kRelative) == (ByteRange{0x108, 0x118}));
    }

    void refusesWrongRanges_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("code");
        QTest::addColumn<quint64>("where");
        const auto row = [](const char* text, ErrorCode code, quint64 where) {
            QTest::newRow(text) << QByteArray(text) << static_cast<int>(code) << where;
        };
        row("", ErrorCode::Malformed, 0);
        row("5", ErrorCode::Malformed, 1);
        row("5+", ErrorCode::Malformed, 2);
        row("5:z", ErrorCode::Malformed, 2);
        row("z:5", ErrorCode::Malformed, 0);
        row("1:2:3", ErrorCode::Malformed, 3);
        row("9:5", ErrorCode::OutOfRange, 2);
        row("0:65537", ErrorCode::OutOfRange, 2);
        row("65535+2", ErrorCode::OutOfRange, 6);
        row("5+(0-1)", ErrorCode::OutOfRange, 2);
        row("1+9223372036854775807", ErrorCode::OutOfRange, 2);
    }
    void refusesWrongRanges() {
        QFETCH(const QByteArray, text);
        QFETCH(const int, code);
        QFETCH(const quint64, where);
        const auto result = parseRange(text.toStdString(), kScope);
        QVERIFY(!result);
        QCOMPARE(static_cast<int>(result.error().code), code);
        QCOMPARE(result.error().offset.value_or(kNothing), where);
    }

    void readsByteCounts() {
        QCOMPARE(parseByteCount("512").value_or(0), ByteCount{512});
        QCOMPARE(parseByteCount(" 64k ").value_or(0), ByteCount{65536});
        QCOMPARE(parseByteCount("0x100").value_or(0), ByteCount{256});
        QCOMPARE(parseByteCount("3G").value_or(0), ByteCount{3} << 30);
        QCOMPARE(parseByteCount("2t").value_or(0), ByteCount{2} << 40);
        QCOMPARE(parseByteCount("9223372036854775807").value_or(0), kMaxDocumentSize);
        for (const char* const text : {"", "-1", "+1", "k", "1+1", "end", "(1)", "1 2"})
            QCOMPARE(parseByteCount(text).error().code, ErrorCode::Malformed);
        QCOMPARE(parseByteCount("9223372036854775808").error().code, ErrorCode::OutOfRange);
    }
};

QTEST_APPLESS_MAIN(OffsetTextTest)
#include "tst_offset_text.moc"
