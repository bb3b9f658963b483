#include <QTest>

#include "tests/support/bytes.h"
#include "ui/hexview/text_decoder.h"

using namespace octavo;
using namespace Qt::StringLiterals;

namespace {

std::vector<TextCell> cellsOf(const QString& encoding, const QByteArray& bytes, ByteOffset offset = 0) {
    std::vector<TextCell> cells;
    TextDecoder decoder(encoding);
    decoder.decode(std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size()))),
                   offset, cells);
    return cells;
}

/// The cells as text: '_' continues a character, '.' is none.
QString shown(const std::vector<TextCell>& cells) {
    QString text;
    for (const TextCell& cell : cells) {
        if (cell.character != 0)
            text += QString::fromUcs4(&cell.character, 1);
        else
            text += cell.length == 0 ? u'_' : u'.';
    }
    return text;
}

}  // namespace

class TestTextDecoder : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knownTextIsRead_data() {
        QTest::addColumn<QString>("encoding");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("text");
        QTest::newRow("ASCII") << u"US-ASCII"_s << QByteArray::fromHex("7f454c4680ff20") << u".ELF.. "_s;
        QTest::newRow("Latin-1") << u"ISO-8859-1"_s << QByteArray::fromHex("e4f6fc85") << u"äöü."_s;
        QTest::newRow("UTF-8") << u"UTF-8"_s << QByteArray::fromHex("41c3a4e282acf09f9880")
                               << u"Aä_€__😀___"_s;
        QTest::newRow("UTF-8, broken") << u"UTF-8"_s << QByteArray::fromHex("c341a4ff42e282") << u".A..B.."_s;
        QTest::newRow("UTF-8, overlong") << u"UTF-8"_s << QByteArray::fromHex("c080") << u".."_s;
        QTest::newRow("UTF-16LE") << u"UTF-16LE"_s << QByteArray::fromHex("41003dd800de4200")
                                  << u"A_😀___B_"_s;
        QTest::newRow("UTF-16LE, lone half") << u"UTF-16LE"_s << QByteArray::fromHex("00de4100") << u"._A_"_s;
        QTest::newRow("UTF-16BE") << u"UTF-16BE"_s << QByteArray::fromHex("004120ac") << u"A_€_"_s;
        QTest::newRow("UTF-32LE") << u"UTF-32LE"_s << QByteArray::fromHex("41000000") << u"A___"_s;
        QTest::newRow("Cyrillic") << u"windows-1251"_s << QByteArray::fromHex("cff0e8") << u"При"_s;
        QTest::newRow("EBCDIC") << u"IBM037"_s << QByteArray::fromHex("c8859393960000") << u"Hello.."_s;
        QTest::newRow("DOS") << u"IBM437"_s << QByteArray::fromHex("c9cdbb") << u"╔═╗"_s;
        QTest::newRow("Shift_JIS") << u"Shift_JIS"_s << QByteArray::fromHex("93fa967b41b1") << u"日_本_Aｱ"_s;
        QTest::newRow("GB18030") << u"GB18030"_s << QByteArray::fromHex("c4e3bac38139ee39")
                                 << u"你_好_㐀___"_s;
    }
    void knownTextIsRead() {
        QFETCH(QString, encoding);
        QFETCH(QByteArray, bytes);
        QFETCH(QString, text);
        QCOMPARE(shown(cellsOf(encoding, bytes)), text);
    }

    void everyByteGetsExactlyOneCell() {
        QByteArray all;
        for (int value = 0; value < 256; ++value)
            all.append(static_cast<char>(value)).append(static_cast<char>(255 - value));
        for (const QString& encoding : textEncodings()) {
            for (qsizetype length : {0, 1, 2, 3, 5, 511, 512}) {
                for (const ByteOffset offset : {ByteOffset{0}, ByteOffset{1}, ByteOffset{3}})
                    QCOMPARE(cellsOf(encoding, all.left(length), offset).size(), std::size_t(length));
            }
        }
    }

    void wideUnitsStartAtEvenOffsets() {
        const QByteArray bytes = QByteArray::fromHex("0041004200");
        QCOMPARE(shown(cellsOf(u"UTF-16LE"_s, bytes, 1)), u"_A_B_"_s);
    }

    void everyEncodingOfferedRoundTripsItsCharacters() {
        QVERIFY(textEncodings().size() > 30);
        for (const QString& encoding : textEncodings()) {
            const TextDecoder decoder(encoding);
            QCOMPARE(decoder.encoding(), encoding);
            const auto bytes = decoder.encode(u"Octavo 42"_s);
            QVERIFY2(bytes.has_value(), qPrintable(encoding));
            QCOMPARE(decoder.toText(*bytes), u"Octavo 42"_s);
        }
    }

    void whatTheEncodingLacksIsRefused() {
        QVERIFY(!TextDecoder(u"US-ASCII"_s).encode(u"ä"_s));
        QVERIFY(!TextDecoder(u"ISO-8859-1"_s).encode(u"€"_s));
        QVERIFY(!TextDecoder(u"IBM037"_s).encode(u"日"_s));
        QCOMPARE(TextDecoder(u"windows-1252"_s).encode(u"€"_s), QByteArray("\x80"));
        QCOMPARE(TextDecoder(u"UTF-16LE"_s).encode(u"A"_s), QByteArray("A\0", 2));
    }

    void unknownNameGivesAscii() { QCOMPARE(TextDecoder(u"no such thing"_s).encoding(), u"US-ASCII"_s); }
};

QTEST_GUILESS_MAIN(TestTextDecoder)
#include "tst_text_decoder.moc"
