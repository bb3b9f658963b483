#include <QLineEdit>
#include <QtTest>

#include "tests/ui/panels/named_controls.h"
#include "ui/dialogs/go_to_dialog.h"
#include "ui/dialogs/select_range_dialog.h"

using namespace octavo;
using namespace Qt::StringLiterals;

namespace {

constexpr ByteCount kSize = 0x10000;
constexpr ByteOffset kCaret = 0x200;

class TestOffsetDialogs : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void goToUnderstands_data() {
        QTest::addColumn<QString>("origin");
        QTest::addColumn<QString>("text");
        QTest::addColumn<qulonglong>("expected");
        QTest::newRow("decimal") << u"start"_s << u"4096"_s << 4096ULL;
        QTest::newRow("hex sum") << u"start"_s << u"0x10+4k"_s << 4112ULL;
        QTest::newRow("names") << u"start"_s << u"here+0x10"_s << 0x210ULL;
        QTest::newRow("from the end by sign") << u"start"_s << u"-16"_s << qulonglong{kSize - 16};
        QTest::newRow("the end itself") << u"start"_s << u"end"_s << qulonglong{kSize};
        QTest::newRow("from the caret") << u"caret"_s << u"16"_s << qulonglong{kCaret + 16};
        QTest::newRow("back from the caret") << u"caret"_s << u"-16"_s << qulonglong{kCaret - 16};
        QTest::newRow("from the end") << u"end"_s << u"16"_s << qulonglong{kSize - 16};
        QTest::newRow("from the end, a sum") << u"end"_s << u"16+1"_s << qulonglong{kSize - 17};
    }
    void goToUnderstands() {
        QFETCH(QString, origin);
        QFETCH(QString, text);
        QFETCH(qulonglong, expected);
        GoToDialog dialog(kSize, kCaret, nullptr);
        choose(dialog, origin);
        dialog.setText(text);
        QVERIFY2(dialog.target().has_value(), qPrintable(dialog.statusText()));
        QCOMPARE(qulonglong{*dialog.target()}, expected);
        QVERIFY(dialog.canAccept());
        QVERIFY(!dialog.statusText().isEmpty());
    }

    void goToRefusesWithAReason_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("reason");
        QTest::newRow("beyond the end") << u"0x10001"_s << u"outside"_s;
        QTest::newRow("a letter") << u"12q"_s << u"“q”"_s;
        QTest::newRow("unfinished") << u"12+"_s << u"missing"_s;
        QTest::newRow("nothing") << QString() << u"ends at"_s;
    }
    void goToRefusesWithAReason() {
        QFETCH(QString, text);
        QFETCH(QString, reason);
        GoToDialog dialog(kSize, kCaret, nullptr);
        dialog.setText(text);
        QVERIFY(!dialog.target());
        QVERIFY(!dialog.canAccept());
        QVERIFY2(dialog.statusText().contains(reason), qPrintable(dialog.statusText()));
    }

    void goToCountsSectorsAndRecords() {
        GoToDialog dialog(kSize, kCaret, nullptr);
        dialog.setSectorSize(4096);
        dialog.setText(u"sector 3"_s);
        QCOMPARE(dialog.target(), std::optional<ByteOffset>(3 * 4096));
        QVERIFY2(dialog.statusText().contains(u"sector 3 of 4,096"_s), qPrintable(dialog.statusText()));
        dialog.setText(u"record 12+5"_s);
        QVERIFY(!dialog.target());
        QVERIFY2(dialog.statusText().contains(u"record size"_s), qPrintable(dialog.statusText()));
        dialog.setRecords({.size = 48, .start = 0x40});
        QCOMPARE(dialog.target(), std::optional<ByteOffset>(0x40 + 12 * 48 + 5));
        QVERIFY2(dialog.statusText().contains(u"record 12 + 5"_s), qPrintable(dialog.statusText()));
        QVERIFY(dialog.records() == (RecordLayout{.size = 48, .start = 0x40}));
    }

    void goToRefusesRecordsThatMakeNoSense() {
        GoToDialog dialog(kSize, kCaret, nullptr);
        dialog.setText(u"5"_s);
        QLineEdit* size = nullptr;
        for (QLineEdit* each : dialog.findChildren<QLineEdit*>()) {
            if (each->accessibleName() == u"Record size"_s)
                size = each;
        }
        QVERIFY(size != nullptr);
        size->setText(u"4x"_s);
        QVERIFY(!dialog.canAccept() && !dialog.records() && !dialog.target());
        QVERIFY2(dialog.statusText().startsWith(u"Record size: “x” at character 2"_s),
                 qPrintable(dialog.statusText()));
        size->clear();
        QVERIFY(dialog.canAccept());
        QVERIFY(dialog.records() == RecordLayout{});
    }

    void problemsSayAtWhichCharacter() {
        GoToDialog dialog(kSize, kCaret, nullptr);
        choose(dialog, u"caret"_s);
        dialog.setText(u"16+\u00e4"_s);
        QVERIFY2(dialog.statusText().contains(u"“\u00e4” at character 4"_s), qPrintable(dialog.statusText()));
    }

    void rangeUnderstands_data() {
        using Second = SelectRangeDialog::Second;
        QTest::addColumn<QString>("start");
        QTest::addColumn<int>("meaning");
        QTest::addColumn<QString>("second");
        QTest::addColumn<qulonglong>("begin");
        QTest::addColumn<qulonglong>("end");
        QTest::newRow("length") << u"0x10"_s << int(Second::Length) << u"16"_s << 16ULL << 32ULL;
        QTest::newRow("end") << u"16"_s << int(Second::End) << u"0x20"_s << 16ULL << 32ULL;
        QTest::newRow("last byte") << u"16"_s << int(Second::LastByte) << u"31"_s << 16ULL << 32ULL;
        QTest::newRow("the whole document")
            << u"0"_s << int(Second::End) << u"end"_s << 0ULL << qulonglong{kSize};
        QTest::newRow("one byte") << u"5"_s << int(Second::LastByte) << u"5"_s << 5ULL << 6ULL;
        QTest::newRow("none") << u"5"_s << int(Second::End) << u"5"_s << 5ULL << 5ULL;
    }
    void rangeUnderstands() {
        QFETCH(QString, start);
        QFETCH(int, meaning);
        QFETCH(QString, second);
        QFETCH(qulonglong, begin);
        QFETCH(qulonglong, end);
        SelectRangeDialog dialog(kSize, kCaret, {}, nullptr);
        dialog.setTexts(start, static_cast<SelectRangeDialog::Second>(meaning), second);
        QVERIFY2(dialog.range().has_value(), qPrintable(dialog.statusText()));
        QVERIFY(*dialog.range() == (ByteRange{begin, end}));
    }

    void rangeRefusesWithAReason_data() {
        using Second = SelectRangeDialog::Second;
        QTest::addColumn<QString>("start");
        QTest::addColumn<int>("meaning");
        QTest::addColumn<QString>("second");
        QTest::addColumn<QString>("reason");
        QTest::newRow("end before start") << u"20"_s << int(Second::End) << u"10"_s << u"before the start"_s;
        QTest::newRow("too long") << u"0xFFFF"_s << int(Second::Length) << u"2"_s << u"Only 1 bytes"_s;
        QTest::newRow("last byte at the end") << u"0"_s << int(Second::LastByte) << u"end"_s << u"no byte"_s;
        QTest::newRow("half filled in") << u"0"_s << int(Second::Length) << QString() << u"both"_s;
        QTest::newRow("nonsense") << u"zzz"_s << int(Second::Length) << u"1"_s << u"“z”"_s;
    }
    void rangeRefusesWithAReason() {
        QFETCH(QString, start);
        QFETCH(int, meaning);
        QFETCH(QString, second);
        QFETCH(QString, reason);
        SelectRangeDialog dialog(kSize, kCaret, {}, nullptr);
        dialog.setTexts(start, static_cast<SelectRangeDialog::Second>(meaning), second);
        QVERIFY(!dialog.range());
        QVERIFY(!dialog.canAccept());
        QVERIFY2(dialog.statusText().contains(reason), qPrintable(dialog.statusText()));
    }

    void rangeStartsWithTheSelection() {
        SelectRangeDialog dialog(kSize, kCaret, {0x10, 0x30}, nullptr);
        QVERIFY(dialog.range() == (ByteRange{0x10, 0x30}));
    }

    void everyControlHasAName() {
        GoToDialog goTo(kSize, kCaret, nullptr);
        SelectRangeDialog range(kSize, kCaret, {}, nullptr);
        QCOMPARE(namelessControls(goTo).join(u", "_s), QString());
        QCOMPARE(namelessControls(range).join(u", "_s), QString());
    }

private:
    static void choose(GoToDialog& dialog, const QString& origin) {
        for (QAbstractButton* each : dialog.findChildren<QAbstractButton*>()) {
            QString text = each->text();
            if (text.remove(u'&').startsWith(origin))
                each->click();
        }
    }
};

}  // namespace

QTEST_MAIN(TestOffsetDialogs)
#include "tst_offset_dialogs.moc"
