#include <QTest>

#include "ui/hexview/hex_colors.h"

using namespace octavo;

class TestHexColors : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void contrastIsThatOfWcag() {
        QCOMPARE(contrastRatio(Qt::black, Qt::white), 21.0);
        QCOMPARE(contrastRatio(Qt::red, Qt::red), 1.0);
        QVERIFY(qAbs(contrastRatio(QColor(0x76, 0x76, 0x76), Qt::white) - 4.54) < 0.01);
    }

    void blendingFollowsAlpha() {
        QCOMPARE(blended(QColor(255, 0, 0, 0), Qt::white), QColor(Qt::white));
        QCOMPARE(blended(QColor(255, 0, 0, 255), Qt::white), QColor(Qt::red));
    }

    void textIsLegibleInEverySet_data() {
        QTest::addColumn<int>("set");
        QTest::newRow("light") << 0;
        QTest::newRow("dark") << 1;
        QTest::newRow("high contrast") << 2;
    }
    void textIsLegibleInEverySet() {
        QFETCH(int, set);
        const HexColors colors = set == 0   ? HexColors::light()
                                 : set == 1 ? HexColors::dark()
                                            : HexColors::highContrast();
        for (const QColor& ground : {colors.ground, colors.caretRow}) {
            for (const QColor& ink :
                 {colors.text, colors.control, colors.high, colors.modified, colors.caret})
                QVERIFY2(contrastRatio(ink, ground) >= 4.5, qPrintable(ink.name() + ground.name()));
            QVERIFY2(contrastRatio(colors.zero, ground) >= 2.6, qPrintable(colors.zero.name()));
        }
        QVERIFY(contrastRatio(colors.offset, colors.gutter) >= 4.5);
        QVERIFY(contrastRatio(colors.offsetCurrent, colors.gutter) >= 4.5);
        QVERIFY(contrastRatio(colors.offsetDimmed, colors.gutter) >= 2.6);
        QVERIFY(contrastRatio(colors.unreadable, colors.unreadableGround) >= 4.5);
        for (const QColor& ground : {colors.selection, colors.selectionInactive})
            QVERIFY(contrastRatio(colors.selectedText, ground) >= 4.5);
    }
};

QTEST_GUILESS_MAIN(TestHexColors)
#include "tst_hex_colors.moc"
