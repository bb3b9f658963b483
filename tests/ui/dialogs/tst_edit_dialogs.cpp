#include <QtTest>

#include "core/buffer/document.h"
#include "tests/ui/panels/named_controls.h"
#include "ui/dialogs/fill_dialog.h"
#include "ui/dialogs/filler_field.h"
#include "ui/dialogs/insert_bytes_dialog.h"
#include "ui/dialogs/resize_dialog.h"

using namespace octavo;
using namespace Qt::StringLiterals;

namespace {

Document& fill(Document& document, const QByteArray& bytes) {
    const Status done =
        document.apply(Edit::insert(0, Content::ofBytes(std::as_bytes(std::span(
                                           bytes.constData(), static_cast<std::size_t>(bytes.size()))))));
    OCTAVO_EXPECTS(done.has_value());
    return document;
}

QByteArray bytesOf(const Document& document) {
    QByteArray bytes(static_cast<qsizetype>(document.size()), '\0');
    static_cast<void>(document.snapshot().read(
        0, std::as_writable_bytes(std::span(bytes.data(), static_cast<std::size_t>(bytes.size())))));
    return bytes;
}

class TestEditDialogs : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fillRepeatsThePattern() {
        Document document;
        fill(document, "0123456789");
        FillDialog dialog(RangeList({{2, 7}}), nullptr);
        dialog.filler().setPattern(u"41 42"_s);
        QVERIFY(dialog.statusText().contains(u"cut short"_s));
        QVERIFY(document.apply(*dialog.edit()));
        QCOMPARE(bytesOf(document), QByteArray("01ABABA789"));
        QVERIFY(document.undoKind() == EditKind::Fill);
    }

    void fillStartsThePatternInEachRange() {
        Document document;
        fill(document, "0123456789");
        FillDialog dialog(RangeList({{0, 1}, {2, 5}, {5, 7}}), nullptr);
        dialog.filler().setPattern(u"41 42"_s);
        QVERIFY2(dialog.statusText().startsWith(u"Overwrites 3 ranges, 6 bytes (0x6)"_s),
                 qPrintable(dialog.statusText()));
        QVERIFY(document.apply(*dialog.edit()));
        QCOMPARE(bytesOf(document), QByteArray("A1ABAAB789"));
        document.undo();
        QCOMPARE(bytesOf(document), QByteArray("0123456789"));
        dialog.filler().setKind(FillerField::Kind::Random);
        QVERIFY(document.apply(*dialog.edit()));
        QCOMPARE(bytesOf(document).mid(7), QByteArray("789"));
        QCOMPARE(bytesOf(document).mid(1, 1), QByteArray("1"));
    }

    void fillWithRandomBytesChangesNoSize() {
        Document document;
        fill(document, QByteArray(4096, '\0'));
        FillDialog dialog(RangeList({{16, 4080}}), nullptr);
        dialog.filler().setKind(FillerField::Kind::Random);
        QVERIFY(document.apply(*dialog.edit()));
        const QByteArray bytes = bytesOf(document);
        QCOMPARE(bytes.size(), 4096);
        QCOMPARE(bytes.left(16), QByteArray(16, '\0'));
        QVERIFY(bytes.count('\0') < 200);  // about 47 are to be expected
        QVERIFY(bytes.mid(16, 2032) != bytes.mid(2048, 2032));
    }

    void fillRefusesWhatIsNotHex_data() {
        QTest::addColumn<QString>("hex");
        QTest::newRow("nothing") << QString();
        QTest::newRow("half a byte") << u"4"_s;
        QTest::newRow("a letter") << u"4G"_s;
    }
    void fillRefusesWhatIsNotHex() {
        QFETCH(QString, hex);
        FillDialog dialog(RangeList({{2, 7}}), nullptr);
        dialog.filler().setPattern(hex);
        QVERIFY(!dialog.canAccept());
        QVERIFY(!dialog.edit());
        QVERIFY(!dialog.statusText().isEmpty());
    }

    void insertPutsBytesAtTheCaret() {
        Document document;
        fill(document, "0123");
        InsertBytesDialog dialog(4, 2, nullptr);
        dialog.setCount(u"3"_s);
        dialog.filler().setPattern(u"2D"_s);
        QVERIFY(document.apply(*dialog.edit()));
        QCOMPARE(bytesOf(document), QByteArray("01---23"));
    }

    void insertAtTheEndOfAnEmptyDocument() {
        Document document;
        InsertBytesDialog dialog(0, 0, nullptr);
        dialog.setCount(u"4k"_s);
        QVERIFY(document.apply(*dialog.edit()));
        QCOMPARE(document.size(), ByteCount{4096});
    }

    void insertRefuses_data() {
        QTest::addColumn<QString>("count");
        QTest::newRow("none") << u"0"_s;
        QTest::newRow("negative") << u"-5"_s;
        QTest::newRow("too many") << u"9223372036854775807"_s;
        QTest::newRow("nonsense") << u"many"_s;
        QTest::newRow("nothing") << QString();
    }
    void insertRefuses() {
        QFETCH(QString, count);
        InsertBytesDialog dialog(4, 2, nullptr);
        dialog.setCount(count);
        QVERIFY(!dialog.canAccept());
        QVERIFY(!dialog.edit());
        QVERIFY(!dialog.statusText().isEmpty());
    }

    void resizeGrowsAndShrinks_data() {
        QTest::addColumn<QString>("size");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("shrinks") << u"2"_s << QByteArray("01");
        QTest::newRow("to nothing") << u"0"_s << QByteArray();
        QTest::newRow("grows") << u"6"_s << QByteArray("0123..");
        QTest::newRow("by a sign") << u"+1"_s << QByteArray("0123.");
        QTest::newRow("by name") << u"end-1"_s << QByteArray("012");
        QTest::newRow("to the caret") << u"here"_s << QByteArray("012");
    }
    void resizeGrowsAndShrinks() {
        QFETCH(QString, size);
        QFETCH(QByteArray, expected);
        Document document;
        fill(document, "0123");
        ResizeDialog dialog(4, 3, nullptr);
        dialog.filler().setPattern(u"2E"_s);
        dialog.setSize(size);
        QVERIFY2(dialog.canAccept(), qPrintable(dialog.statusText()));
        QVERIFY(document.apply(*dialog.edit()));
        QCOMPARE(bytesOf(document), expected);
    }

    void resizeToTheSameSizeIsNothingToAccept() {
        ResizeDialog dialog(4, 3, nullptr);
        QVERIFY(!dialog.canAccept());
        QVERIFY(!dialog.edit());
    }

    void everyControlHasAName() {
        FillDialog fillDialog(RangeList({{0, 1}}), nullptr);
        InsertBytesDialog insert(0, 0, nullptr);
        ResizeDialog resize(4, 0, nullptr);
        QCOMPARE(namelessControls(fillDialog).join(u", "_s), QString());
        QCOMPARE(namelessControls(insert).join(u", "_s), QString());
        QCOMPARE(namelessControls(resize).join(u", "_s), QString());
    }
};

}  // namespace

QTEST_MAIN(TestEditDialogs)
#include "tst_edit_dialogs.moc"
