#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QtTest>

#include "tests/support/bytes.h"
#include "tests/ui/panels/named_controls.h"
#include "ui/dialogs/follow_pointer_dialog.h"

using namespace octavo;
using namespace Qt::StringLiterals;

namespace {

/// 40 03 00 00 at 4, in 4 KiB.
Snapshot sample() {
    Bytes bytes(0x1000);
    bytes[4] = std::byte{0x40};
    bytes[5] = std::byte{0x03};
    bytes[0x20] = std::byte{0xFF};
    bytes[0x21] = std::byte{0xFF};
    return Snapshot::ofBytes(bytes);
}

constexpr OffsetScope kScope{.size = 0x1000, .caret = 4};

}  // namespace

class TestFollowPointerDialog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysWhereItLeads() {
        FollowPointerDialog dialog(sample(), kScope, 4, {}, nullptr);
        QCOMPARE(dialog.target(), std::optional<ByteOffset>(0x340));
        QCOMPARE(dialog.statusText(), u"The pointer at 0x4 says 0x340 (832) and leads to 0x340 (832)."_s);
        QVERIFY(dialog.canAccept());
        const PointerChoice other{
            .form = {.width = 2, .order = ByteOrder::Big, .isSigned = true, .origin = PointerOrigin::Behind},
            .base = u"here-0x4000"_s};
        dialog.setChoice(other);
        QVERIFY(dialog.choice() == other);
        QCOMPARE(dialog.target(), std::optional<ByteOffset>(0x4003 + 6 + 4 - 0x4000));
    }

    void saysWhyItLeadsNowhere() {
        FollowPointerDialog dialog(sample(), kScope, 0x20, {.form = {.width = 2}}, nullptr);
        QVERIFY(!dialog.target() && !dialog.canAccept());
        QCOMPARE(
            dialog.statusText(),
            u"The pointer at 0x20 says 0xFFFF (65,535), which leads outside the document: it ends at 0x1000 (4,096)."_s);
        dialog.setChoice({.form = {.width = 2, .isSigned = true, .origin = PointerOrigin::Pointer}});
        QCOMPARE(dialog.statusText(),
                 u"The pointer at 0x20 says \u22120x1 (\u22121) and leads to 0x1F (31)."_s);
        dialog.setChoice({.form = {}, .base = u"0x40z"_s});
        QVERIFY(!dialog.canAccept());
        QVERIFY2(dialog.statusText().startsWith(u"“z” at character 5"_s), qPrintable(dialog.statusText()));
    }

    void saysThatTheDocumentEndsFirst() {
        FollowPointerDialog dialog(sample(), kScope, 0xFFE, {}, nullptr);
        QVERIFY(!dialog.canAccept());
        QCOMPARE(dialog.statusText(), u"The document ends within the pointer of 4 bytes at 0xFFE."_s);
        dialog.setChoice({.form = {.width = 2}});
        QVERIFY(dialog.canAccept());
    }

    void everyFieldCounts() {
        FollowPointerDialog dialog(sample(), kScope, 4, {}, nullptr);
        const auto boxes = dialog.findChildren<QComboBox*>();
        const auto field = [&boxes](const QString& name) {
            for (QComboBox* each : boxes) {
                if (each->accessibleName() == name)
                    return each;
            }
            return static_cast<QComboBox*>(nullptr);
        };
        field(u"Width"_s)->setCurrentIndex(1);
        QCOMPARE(dialog.choice().form.width, 2);
        field(u"Byte order"_s)->setCurrentIndex(1);
        QVERIFY(!dialog.target());
        field(u"Byte order"_s)->setCurrentIndex(0);
        field(u"Counts from"_s)->setCurrentIndex(1);
        QCOMPARE(dialog.target(), std::optional<ByteOffset>(0x344));
        dialog.findChild<QLineEdit*>()->setText(u"-0x10"_s);
        QCOMPARE(dialog.target(), std::optional<ByteOffset>(0x334));
        dialog.findChild<QCheckBox*>()->setChecked(true);
        QVERIFY(dialog.choice().form.isSigned);
    }

    void theSelectionIsThePointerWhenItCanBeOne_data() {
        QTest::addColumn<ByteRange>("selection");
        QTest::addColumn<ByteOffset>("at");
        QTest::addColumn<int>("width");
        QTest::newRow("none") << ByteRange{7, 7} << ByteOffset{7} << 4;
        QTest::newRow("one byte") << ByteRange{7, 8} << ByteOffset{7} << 1;
        QTest::newRow("eight bytes") << ByteRange{7, 15} << ByteOffset{7} << 8;
        QTest::newRow("too many") << ByteRange{7, 16} << ByteOffset{7} << 4;
    }
    void theSelectionIsThePointerWhenItCanBeOne() {
        QFETCH(ByteRange, selection);
        QFETCH(ByteOffset, at);
        QFETCH(int, width);
        const PointerPlace place = pointerPlace(selection, selection.end, 4);
        QCOMPARE(place.at, at);
        QCOMPARE(place.width, width);
    }

    void everyControlHasAName() {
        FollowPointerDialog dialog(sample(), kScope, 4, {}, nullptr);
        QCOMPARE(namelessControls(dialog).join(u", "_s), QString());
    }
};

QTEST_MAIN(TestFollowPointerDialog)
#include "tst_follow_pointer_dialog.moc"
