#include <QTest>
#include <QUrl>

#include "ui/base/number_text.h"
#include "ui/base/qt_text.h"

using namespace octavo;
using namespace Qt::StringLiterals;

class TestQtText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void directoryIsWhereAFileLies() {
        QCOMPARE(dialogDirectory("/a/b c/d.bin"), u"/a/b c"_s);
        QCOMPARE(dialogDirectory("/d.bin"), u"/"_s);
        QCOMPARE(dialogDirectory("d.bin"), QString());
        QCOMPARE(dialogDirectory(""), QString());
        QCOMPARE(dialogDirectory("/\xff/d.bin"), QString());
    }

    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void everyByteIsShownAndStored() {
        for (int i = 1; i < 256; ++i) {
            const std::string name{'a', static_cast<char>(i), 'b'};
            QCOMPARE(fromStoredPath(toStoredPath(name)), name);
            const QString shown = toDisplayText(name);
            QVERIFY(shown.startsWith(u'a') && shown.endsWith(u'b'));
            QVERIFY(shown.size() == 3 || shown.contains(u"\\x"_s));
            for (const QChar each : shown)
                QVERIFY(each.isPrint());
        }
    }

    void displayText_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("shown");
        QTest::newRow("plain") << QByteArray("disk.img") << u"disk.img"_s;
        QTest::newRow("umlaut") << QByteArray("\xc3\xa4.bin") << u"ä.bin"_s;
        QTest::newRow("beyond the first plane") << QByteArray("\xf0\x9f\x98\x80") << u"😀"_s;
        QTest::newRow("no UTF-8") << QByteArray("\xff") << u"\\xff"_s;
        QTest::newRow("overlong slash") << QByteArray("\xc0\xaf") << u"\\xc0\\xaf"_s;
        QTest::newRow("surrogate") << QByteArray("\xed\xa0\x80") << u"\\xed\\xa0\\x80"_s;
        QTest::newRow("cut short") << QByteArray("\xe2\x82") << u"\\xe2\\x82"_s;
        QTest::newRow("line break") << QByteArray("a\nb") << u"a\\x0ab"_s;
        QTest::newRow("reversing mark") << QByteArray(
                                               "a\xe2\x80\xae"
                                               "b")
                                        << u"a\\xe2\\x80\\xaeb"_s;
    }
    void displayText() {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, shown);
        QCOMPARE(toDisplayText(bytes.toStdString()), shown);
    }

    void displayName() {
        QCOMPARE(toDisplayName("/a/b.bin"), u"b.bin"_s);
        QCOMPARE(toDisplayName("b.bin"), u"b.bin"_s);
        QCOMPARE(toDisplayName("/a/dir/"), u"dir"_s);
        QCOMPARE(toDisplayName("/"), u"/"_s);
    }

    void urlsKeepRawBytes() {
        QCOMPARE(rawPathOfUrl("file:///tmp/a%FFb\r"), std::string("/tmp/a\xff"
                                                                  "b"));
        QCOMPARE(rawPathOfUrl("file://localhost/x"), std::string("/x"));
        QCOMPARE(rawPathOfUrl("https://example.org/x"), std::string());
        QCOMPARE(rawPathOfUrl(QUrl::fromEncoded("file:///tmp/a%FFb").toEncoded()), std::string("/tmp/a\xff"
                                                                                               "b"));
    }

    void absolutePaths() {
        QCOMPARE(absolutePath("/a/../b"), std::string("/a/../b"));
        QVERIFY(absolutePath("x").starts_with('/'));
        QVERIFY(absolutePath("x").ends_with("/x"));
    }

    void numbers() {
        QCOMPARE(offsetText(7), u"7"_s);
        QCOMPARE(offsetText(8000), u"0x1F40 (8000)"_s);
        QCOMPARE(hexText(~std::uint64_t{0}), u"0xFFFFFFFFFFFFFFFF"_s);
        QCOMPARE(rangeText({0x10, 0x20}), u"0x10–0x1F, 16 bytes (0x10)"_s);
        QCOMPARE(rangeText({0x10, 0x10}), u"empty at 0x10"_s);
        QCOMPARE(rangeText({0x10, 0x11}), u"0x10–0x10, 1 byte (0x1)"_s);
    }

    void sizes_data() {
        QTest::addColumn<quint64>("size");
        QTest::addColumn<QString>("text");
        QTest::newRow("none") << quint64{0} << u"0 bytes"_s;
        QTest::newRow("one") << quint64{1} << u"1 byte"_s;
        QTest::newRow("last of bytes") << quint64{1023} << u"1023 bytes"_s;
        QTest::newRow("first of KiB") << quint64{1024} << u"1.00 KiB"_s;
        QTest::newRow("tens") << quint64{20480} << u"20.0 KiB"_s;
        QTest::newRow("just below a MiB") << quint64{(1 << 20) - 1} << u"1.00 MiB"_s;
        QTest::newRow("5 GiB") << quint64{5} * (1 << 30) << u"5.00 GiB"_s;
        QTest::newRow("the largest document") << (~quint64{0} >> 1) << u"8.00 EiB"_s;
    }
    void sizes() {
        QFETCH(quint64, size);
        QFETCH(QString, text);
        QCOMPARE(sizeText(size), text);
    }
};

QTEST_MAIN(TestQtText)
#include "tst_qt_text.moc"
