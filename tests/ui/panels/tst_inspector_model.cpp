#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QtTest>

#include "core/inspect/builtin_codecs.h"
#include "ui/panels/inspector_model.h"

using namespace octavo;
using namespace Qt::StringLiterals;

namespace {

std::vector<std::byte> bytesOf(std::initializer_list<int> values) {
    std::vector<std::byte> bytes;
    for (const int each : values)
        bytes.push_back(static_cast<std::byte>(each));
    return bytes;
}

class TestInspectorModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { registerBuiltinCodecs(codecs_); }

    void passesTheModelTester() {
        InspectorModel model(codecs_);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QVERIFY(model.rowCount() > 30);
        model.setBytes(0, bytesOf({1, 2, 3, 4, 5, 6, 7, 8}), {});
        model.setIntegerStyle(InspectorModel::IntegerStyle::Hexadecimal);
        model.clear();
    }

    void showsBothByteOrders() {
        InspectorModel model(codecs_);
        model.setBytes(0, bytesOf({0x01, 0x02, 0xFF, 0xFF}), {});
        QCOMPARE(text(model, "u16", InspectorModel::LittleColumn), u"513"_s);
        QCOMPARE(text(model, "u16", InspectorModel::BigColumn), u"258"_s);
        QCOMPARE(text(model, "i32", InspectorModel::LittleColumn), u"-65023"_s);
    }

    void showsWholeNumbersInHexadecimal() {
        InspectorModel model(codecs_);
        model.setIntegerStyle(InspectorModel::IntegerStyle::Hexadecimal);
        model.setBytes(0, bytesOf({0x01, 0x02, 0xAB, 0xCD}), {});
        QCOMPARE(text(model, "u16", InspectorModel::LittleColumn), u"0x0201"_s);
        QCOMPARE(text(model, "u32", InspectorModel::BigColumn), u"0x0102ABCD"_s);
        QVERIFY(text(model, "f32", InspectorModel::BigColumn).startsWith(u"2.4"));
    }

    void numbersACharacterThatAFontMayLack() {
        InspectorModel model(codecs_);
        model.setBytes(0, bytesOf({0x6F, 0x2E, 0, 0}), {});
        QCOMPARE(text(model, "char-utf16", InspectorModel::LittleColumn), u"\u2E6F  U+2E6F"_s);
        QCOMPARE(text(model, "char-utf8", InspectorModel::LittleColumn), u"o"_s);
        // What is edited, and written back, is the character alone.
        const QModelIndex edited = cell(model, "char-utf16", InspectorModel::LittleColumn);
        QCOMPARE(edited.data(Qt::EditRole).toString(), u"\u2E6F"_s);
    }

    void saysWhenTooFewBytesRemain() {
        InspectorModel model(codecs_);
        model.setBytes(7, bytesOf({0x2A}), {});
        QCOMPARE(text(model, "u8", InspectorModel::LittleColumn), u"42"_s);
        const QModelIndex wide = cell(model, "u32", InspectorModel::LittleColumn);
        QVERIFY2(wide.data().toString().contains(u'4'), qPrintable(wide.data().toString()));
        QVERIFY(!wide.data(InspectorModel::ProblemRole).toString().isEmpty());
        QVERIFY(!model.flags(wide).testFlag(Qt::ItemIsEditable));
    }

    void namesUnreadableBytesInsteadOfZeros() {
        InspectorModel model(codecs_);
        RangeSet unreadable;
        unreadable.add({101, 102});
        model.setBytes(100, bytesOf({1, 0, 0, 0}), unreadable);
        QCOMPARE(text(model, "u8", InspectorModel::LittleColumn), u"1"_s);
        QCOMPARE(text(model, "u16", InspectorModel::LittleColumn), u"unreadable"_s);
    }

    void writesWhatIsTyped_data() {
        QTest::addColumn<QByteArray>("id");
        QTest::addColumn<int>("column");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("little") << QByteArray("u16") << int(InspectorModel::LittleColumn) << u"258"_s
                                << QByteArray("\x02\x01");
        QTest::newRow("big") << QByteArray("u16") << int(InspectorModel::BigColumn) << u"258"_s
                             << QByteArray("\x01\x02");
        QTest::newRow("negative") << QByteArray("i8") << int(InspectorModel::LittleColumn) << u"-1"_s
                                  << QByteArray("\xFF");
        QTest::newRow("hexadecimal") << QByteArray("u16") << int(InspectorModel::BigColumn) << u"0xBEEF"_s
                                     << QByteArray("\xBE\xEF");
        QTest::newRow("float") << QByteArray("f32") << int(InspectorModel::BigColumn) << u"1.5"_s
                               << QByteArray("\x3F\xC0\0\0", 4);
    }
    void writesWhatIsTyped() {
        QFETCH(QByteArray, id);
        QFETCH(int, column);
        QFETCH(QString, typed);
        QFETCH(QByteArray, expected);
        InspectorModel model(codecs_);
        model.setBytes(16, bytesOf({9, 9, 9, 9, 9, 9, 9, 9}), {});
        std::vector<std::byte> written;
        ByteRange replaced;
        connect(&model, &InspectorModel::valueTyped, this,
                [&](ByteRange range, const std::vector<std::byte>& bytes) {
                    replaced = range;
                    written = bytes;
                });
        const QModelIndex index = cell(model, id.constData(), column);
        QVERIFY(model.setData(index, typed, Qt::EditRole));
        QCOMPARE(
            QByteArray(reinterpret_cast<const char*>(written.data()), static_cast<qsizetype>(written.size())),
            expected);
        QVERIFY(replaced == ByteRange::ofLength(16, static_cast<ByteCount>(expected.size())));
    }

    void refusesNonsenseWithAReason_data() {
        QTest::addColumn<QByteArray>("id");
        QTest::addColumn<QString>("typed");
        QTest::newRow("letters") << QByteArray("u16") << u"twelve"_s;
        QTest::newRow("too large") << QByteArray("u8") << u"256"_s;
        QTest::newRow("too small") << QByteArray("i8") << u"-129"_s;
        QTest::newRow("nothing") << QByteArray("u32") << QString();
        QTest::newRow("half an address") << QByteArray("ipv4") << u"10.0."_s;
    }
    void refusesNonsenseWithAReason() {
        QFETCH(QByteArray, id);
        QFETCH(QString, typed);
        InspectorModel model(codecs_);
        model.setBytes(0, bytesOf({1, 2, 3, 4, 5, 6, 7, 8}), {});
        QSignalSpy written(&model, &InspectorModel::valueTyped);
        const QModelIndex index = cell(model, id.constData(), InspectorModel::LittleColumn);
        const QString before = index.data().toString();
        QVERIFY(!model.setData(index, typed, Qt::EditRole));
        QVERIFY(!model.problemWith(index, typed).isEmpty());
        QCOMPARE(written.count(), 0);
        QCOMPARE(index.data().toString(), before);
    }

    void isReadOnlyWhenToldSo() {
        InspectorModel model(codecs_);
        model.setEditable(false);
        model.setBytes(0, bytesOf({1, 2, 3, 4}), {});
        QVERIFY(!model.setData(cell(model, "u8", InspectorModel::LittleColumn), u"7"_s, Qt::EditRole));
    }

    void everyCodecHasATitleOfItsOwn() {
        InspectorModel model(codecs_);
        QSet<QString> titles;
        for (int row = 0; row < model.rowCount(); ++row) {
            const QString title = model.index(row, InspectorModel::TypeColumn).data().toString();
            QVERIFY2(title.front().isUpper() || title == u"bfloat16"_s, qPrintable(title));
            titles.insert(title);
        }
        QCOMPARE(static_cast<int>(titles.size()), model.rowCount());
    }

private:
    QModelIndex cell(const InspectorModel& model, std::string_view id, int column) const {
        int row = 0;
        for (const ValueCodec& each : codecs_) {
            if (each.id == id)
                return model.index(row, column);
            ++row;
        }
        qFatal("no such codec: %s", id.data());
    }
    QString text(const InspectorModel& model, std::string_view id, int column) const {
        return cell(model, id, column).data().toString();
    }

    Registry<ValueCodec> codecs_;
};

}  // namespace

QTEST_MAIN(TestInspectorModel)
#include "tst_inspector_model.moc"
