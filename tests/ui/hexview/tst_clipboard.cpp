#include <QSignalSpy>
#include <QTest>

#include "core/buffer/document.h"
#include "core/source/pattern_source.h"
#include "tests/support/bytes.h"
#include "tests/support/damaged_source.h"
#include "ui/hexview/clipboard.h"

using namespace octavo;
using namespace Qt::StringLiterals;

namespace {

QString pasted(const QMimeData& data, PasteAs as, Column column, const QString& encoding = u"UTF-8"_s) {
    const auto content = contentOf(data, as, column, encoding);
    if (!content)
        return QString::fromLatin1(errorCodeName(content.error().code));
    Document document;
    if (!document.apply(Edit::insert(0, *content)))
        return u"not applied"_s;
    return QString::fromLatin1(QByteArray::fromStdString(textOf(document.snapshot())).toHex());
}

}  // namespace

class TestClipboard : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fiftyGigabytesArePiecesOnly() {
        const ByteCount size = ByteCount{50} << 30;
        const auto snapshot = Snapshot::ofSource(
            std::make_shared<PatternSource>(std::vector{std::byte{7}, std::byte{8}}, size));
        const PiecesMimeData data(snapshot, {1, size}, Column::Values, u"US-ASCII"_s);
        QCOMPARE(data.formats(), QStringList{QString::fromLatin1(kPiecesMimeType)});
        QVERIFY(!data.hasText());
        const auto content = contentOf(data, PasteAs::Automatic, Column::Values, u"US-ASCII"_s);
        QVERIFY(content);
        QCOMPARE(content->size(), size - 1);
    }

    void largeCopiesAreForOthersOnlyWithAnOffer_data() {
        QTest::addColumn<int>("column");
        QTest::addColumn<QByteArray>("start");
        QTest::newRow("hex digits") << int(Column::Values) << QByteArray("42 41 42 41");
        QTest::newRow("characters") << int(Column::Text) << QByteArray("BABA");
    }
    void largeCopiesAreForOthersOnlyWithAnOffer() {
        QFETCH(int, column);
        QFETCH(QByteArray, start);
        const auto snapshot = Snapshot::ofSource(std::make_shared<PatternSource>(
            std::vector{std::byte{'A'}, std::byte{'B'}}, kClipboardHardLimit));
        const auto copied = [&](ByteCount size) {
            return std::make_unique<PiecesMimeData>(snapshot, ByteRange::ofLength(1, size),
                                                    static_cast<Column>(column), u"US-ASCII"_s);
        };
        QVERIFY(copied(kClipboardTextLimit)->isForOthers());
        const auto large = copied(kClipboardTextLimit + 1);
        QVERIFY(!large->isForOthers());
        QVERIFY(!large->hasText());
        const auto offer = large->offerMaker()(JobContext());
        QVERIFY(offer.has_value());
        const PiecesMimeData offered(*large, *offer);
        QVERIFY(offered.isForOthers());
        const QByteArray bytes = offered.data(u"application/octet-stream"_s);
        QCOMPARE(bytes.size(), static_cast<qsizetype>(kClipboardTextLimit + 1));
        QVERIFY(bytes.startsWith("BABA"));
        const QByteArray text = offered.data(u"text/plain"_s);
        QVERIFY(text.startsWith(start));
        QCOMPARE(text.size(),
                 static_cast<Column>(column) == Column::Text ? bytes.size() : 3 * bytes.size() - 1);
        QCOMPARE(contentOf(offered, PasteAs::Automatic, Column::Values, u"US-ASCII"_s)->size(),
                 kClipboardTextLimit + 1);
    }

    void othersGetTextOfTheColumn() {
        const Snapshot snapshot = Snapshot::ofBytes(bytesOf("xOctavo!"));
        const PiecesMimeData values(snapshot, {1, 4}, Column::Values, u"US-ASCII"_s);
        QCOMPARE(values.text(), u"4F 63 74"_s);
        const PiecesMimeData text(snapshot, {1, 7}, Column::Text, u"US-ASCII"_s);
        QCOMPARE(text.text(), u"Octavo"_s);
        QCOMPARE(text.data(u"application/octet-stream"_s), QByteArray("Octavo"));
    }

    void unreadableBytesAreOfferedToNobody_data() {
        QTest::addColumn<qulonglong>("size");
        QTest::addColumn<bool>("isKnown");
        QTest::newRow("short, read at once") << qulonglong{1000} << false;
        QTest::newRow("long, seen before") << qulonglong{1'000'000} << true;
        QTest::newRow("long, found out when asked") << qulonglong{1'000'000} << false;
    }
    void unreadableBytesAreOfferedToNobody() {
        QFETCH(qulonglong, size);
        QFETCH(bool, isKnown);
        const auto source = std::make_shared<test::DamagedSource>(Bytes(size, std::byte{7}),
                                                                  ByteRange{size - 300, size - 200});
        const Snapshot snapshot = Snapshot::ofSource(source);
        Bytes tail(500);
        if (isKnown)
            QVERIFY(!snapshot.read(size - 500, tail).isEmpty());
        const PiecesMimeData data(snapshot, {10, size}, Column::Values, u"US-ASCII"_s);
        const bool isFoundOut = size > 1000 && !isKnown;
        QCOMPARE(data.problem().has_value(), !isFoundOut);
        QCOMPARE(data.formats().size(), isFoundOut ? 3 : 1);
        QSignalSpy complaints(&data, &PiecesMimeData::becameUnreadable);
        QVERIFY(data.text().isEmpty());
        QVERIFY(data.data(u"application/octet-stream"_s).isEmpty());
        QCOMPARE(complaints.count(), isFoundOut ? 1 : 0);
        QCOMPARE(data.problem()->code, ErrorCode::Unreadable);
        QCOMPARE(data.problem()->offset, std::optional<ByteOffset>(size - 300));
        QCOMPARE(data.formats(), QStringList{QString::fromLatin1(kPiecesMimeType)});
        const auto content = contentOf(data, PasteAs::Automatic, Column::Values, u"US-ASCII"_s);
        QCOMPARE(content->size(), ByteCount{size - 10});  // inside Octavo the hole stays a hole
    }
    void bytesBesideTheDamageAreOffered() {
        const Snapshot snapshot = Snapshot::ofSource(
            std::make_shared<test::DamagedSource>(Bytes(100, std::byte{7}), ByteRange{50, 60}));
        const PiecesMimeData before(snapshot, {48, 50}, Column::Values, u"US-ASCII"_s);
        QCOMPARE(before.text(), u"07 07"_s);
        const PiecesMimeData across(snapshot, {48, 51}, Column::Values, u"US-ASCII"_s);
        QVERIFY(across.text().isEmpty());
    }

    void pastesWhatIsMeant_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("as");
        QTest::addColumn<int>("column");
        QTest::addColumn<QString>("hex");
        const auto row = [](const char* name, const QString& text, PasteAs as, Column column,
                            const QString& hex) {
            QTest::newRow(name) << text << int(as) << int(column) << hex;
        };
        row("digits among values", u"DE ad"_s, PasteAs::Automatic, Column::Values, u"dead"_s);
        row("digits among text", u"DE ad"_s, PasteAs::Automatic, Column::Text, u"4445206164"_s);
        row("words among values", u"Hi!"_s, PasteAs::Automatic, Column::Values, u"486921"_s);
        row("words as digits", u"Hi!"_s, PasteAs::HexText, Column::Text, u"Malformed"_s);
        row("digits as digits", u"dead"_s, PasteAs::HexText, Column::Text, u"dead"_s);
        row("digits as text", u"de"_s, PasteAs::Text, Column::Values, u"6465"_s);
        row("text as bytes", u"de"_s, PasteAs::RawBytes, Column::Values, u"NotFound"_s);
        row("through the encoding", u"\u20AC"_s, PasteAs::Text, Column::Text, u"e282ac"_s);
    }
    void pastesWhatIsMeant() {
        QFETCH(QString, text);
        QFETCH(int, as);
        QFETCH(int, column);
        QFETCH(QString, hex);
        QMimeData data;
        data.setText(text);
        QCOMPARE(pasted(data, static_cast<PasteAs>(as), static_cast<Column>(column)), hex);
    }

    void textTheEncodingLacksIsRefused() {
        QMimeData data;
        data.setText(u"\u20AC"_s);
        QCOMPARE(pasted(data, PasteAs::Text, Column::Text, u"US-ASCII"_s), u"Malformed"_s);
    }

    void hexTextIsReadInItsUsualSpellings_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("hex");
        QTest::newRow("plain") << u"00ff7F"_s << QByteArray("00ff7f");
        QTest::newRow("spaced over lines") << u" 00 ff\n\t7f "_s << QByteArray("00ff7f");
        QTest::newRow("C array") << u"{ 0x00, 0xFF, 0x7f }"_s << QByteArray("00ff7f");
        QTest::newRow("short C numbers") << u"0x0, 0xf"_s << QByteArray("000f");
        QTest::newRow("escaped") << u"\"\\x00\\xff\\x7f\""_s << QByteArray("00ff7f");
        QTest::newRow("colons") << u"00:ff:7f"_s << QByteArray("00ff7f");
        QTest::newRow("nothing") << u""_s << QByteArray();
    }
    void hexTextIsReadInItsUsualSpellings() {
        QFETCH(QString, text);
        QFETCH(QByteArray, hex);
        const auto bytes = bytesOfHexText(text);
        QVERIFY(bytes);
        QCOMPARE(bytes->toHex(), hex);
    }

    void whatIsNotHexSaysWhere_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<quint64>("where");
        QTest::newRow("a letter") << u"00 zz"_s << quint64{3};
        QTest::newRow("an odd digit") << u"00 f"_s << quint64{4};
        QTest::newRow("a bare prefix") << u"0x"_s << quint64{2};
        QTest::newRow("letters behind digits") << u"00gg"_s << quint64{2};
    }
    void whatIsNotHexSaysWhere() {
        QFETCH(QString, text);
        QFETCH(quint64, where);
        const auto bytes = bytesOfHexText(text);
        QVERIFY(!bytes);
        QCOMPARE(bytes.error().code, ErrorCode::Malformed);
        QCOMPARE(quint64{bytes.error().offset.value_or(999)}, where);
    }
};

QTEST_GUILESS_MAIN(TestClipboard)
#include "tst_clipboard.moc"
