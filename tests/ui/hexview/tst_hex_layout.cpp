#include <QTest>

#include "ui/hexview/hex_layout.h"

using namespace octavo;

class TestHexLayout : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cellsLieInOrderWithoutOverlap() {
        for (const int grouping : {1, 2, 4, 8, 16}) {
            for (const int digits : {2, 3, 8}) {
                const HexLayout layout({9, 20}, {.bytesPerRow = 24, .grouping = grouping, .digits = digits});
                QVERIFY(layout.offsetColumn().end <= layout.gutterWidth());
                QVERIFY(layout.gutterWidth() < layout.valueCell(0).begin);
                for (int index = 0; index + 1 < 24; ++index) {
                    QVERIFY(layout.valueCell(index).end < layout.valueCell(index + 1).begin);
                    QCOMPARE(layout.textCell(index).end, layout.textCell(index + 1).begin);
                    QCOMPARE(layout.valueCell(index).size(), digits * 9);
                }
                QVERIFY(layout.valueCell(23).end < layout.ruleX());
                QVERIFY(layout.ruleX() < layout.textCell(0).begin);
                QVERIFY(layout.textCell(23).end < layout.width());
            }
        }
    }

    void groupsAreSetApart() {
        const HexLayout layout({10, 20}, {.bytesPerRow = 16, .grouping = 4});
        const auto gapAfter = [&](int index) {
            return layout.valueCell(index + 1).begin - layout.valueCell(index).end;
        };
        QVERIFY(gapAfter(3) > gapAfter(2));
        QCOMPARE(gapAfter(7), gapAfter(3));
        QCOMPARE(gapAfter(4), gapAfter(2));
    }

    void everyPixelOfACellHitsIt() {
        const HexLayout layout({9, 20}, {.bytesPerRow = 16, .grouping = 8, .digits = 2});
        for (const Column column : {Column::Values, Column::Text}) {
            for (int index = 0; index < 16; ++index) {
                const Span cell = layout.cellOf(column, index);
                for (int x = cell.begin; x < cell.end; ++x) {
                    const auto hit = layout.hitTest(x);
                    QCOMPARE(hit.column, column);
                    QCOMPARE(hit.index, index);
                    QCOMPARE(hit.digit, column == Column::Values ? (x - cell.begin) / 9 : 0);
                    QCOMPARE(hit.isRightHalf, x >= cell.begin + cell.size() / 2);
                }
            }
        }
    }

    void placesOutsideHitTheNearestByte() {
        const HexLayout layout({9, 20}, {.bytesPerRow = 16});
        QCOMPARE(layout.hitTest(-500).index, 0);
        QCOMPARE(layout.hitTest(-500).column, Column::Values);
        QCOMPARE(layout.hitTest(99999).index, 15);
        QCOMPARE(layout.hitTest(99999).column, Column::Text);
        QCOMPARE(layout.hitTest(99999, Column::Values).index, 15);
        QCOMPARE(layout.hitTest(0, Column::Text).index, 0);
    }

    void gapBelongsHalfToEachNeighbour() {
        const HexLayout layout({10, 20}, {.bytesPerRow = 16, .grouping = 4});
        const int left = layout.valueCell(3).end;
        const int right = layout.valueCell(4).begin;
        QCOMPARE(layout.hitTest(left).index, 3);
        QCOMPARE(layout.hitTest(right - 1).index, 4);
        QCOMPARE(layout.hitTest((left + right) / 2 - 1).index, 3);
        QCOMPARE(layout.hitTest((left + right) / 2).index, 4);
    }

    void rowsAndTheirPixelsAgree() {
        const HexLayout layout({9, 20}, {});
        QCOMPARE(layout.row(0).begin, layout.headerHeight());
        for (std::int64_t row = 0; row < 50; ++row) {
            QCOMPARE(layout.rowAt(layout.row(row).begin), row);
            QCOMPARE(layout.rowAt(layout.row(row).end - 1), row);
        }
        QCOMPARE(layout.rowAt(layout.headerHeight() - 1), std::int64_t{-1});
        QCOMPARE(layout.rowAt(-1000) < -40, true);
    }

    void rowsAreCountedWholeAndStarted() {
        const HexLayout layout({9, 20}, {});
        const int height = layout.headerHeight() + 5 * 20;
        QCOMPARE(layout.wholeRows(height), 5);
        QCOMPARE(layout.startedRows(height), 5);
        QCOMPARE(layout.wholeRows(height + 1), 5);
        QCOMPARE(layout.startedRows(height + 1), 6);
        QCOMPARE(layout.wholeRows(0), 1);
        QCOMPARE(layout.startedRows(0), 1);
    }

    void fittedRowsFitAndKeepOffsetsRound() {
        const CellMetrics cell{9, 20};
        for (int width = 100; width < 4000; width += 37) {
            HexLayout::Shape shape{.grouping = 4};
            shape.bytesPerRow = HexLayout::bytesThatFit(cell, shape, width);
            const int bytes = shape.bytesPerRow;
            QVERIFY(bytes == 1 || HexLayout(cell, shape).width() <= width);
            QVERIFY(bytes % 16 == 0 || bytes == 1 || bytes == 2 || bytes == 4 || bytes == 8);
            shape.bytesPerRow = bytes < 16 ? bytes * 2 : bytes + 16;
            QVERIFY(HexLayout(cell, shape).width() > width);
        }
    }

    void everyOffsetHasRoom_data() {
        QTest::addColumn<quint64>("greatest");
        QTest::addColumn<int>("radix");
        QTest::addColumn<int>("digits");
        QTest::newRow("small hex") << quint64{0} << int(OffsetRadix::Hex) << 8;
        QTest::newRow("4 GiB - 1") << quint64{0xFFFFFFFF} << int(OffsetRadix::Hex) << 8;
        QTest::newRow("4 GiB") << quint64{0x100000000} << int(OffsetRadix::Hex) << 10;
        QTest::newRow("all of 64 bits") << ~quint64{0} << int(OffsetRadix::Hex) << 16;
        QTest::newRow("decimal") << quint64{999'999'999} << int(OffsetRadix::Decimal) << 9;
        QTest::newRow("octal") << ~quint64{0} << int(OffsetRadix::Octal) << 22;
    }
    void everyOffsetHasRoom() {
        QFETCH(quint64, greatest);
        QFETCH(int, radix);
        QFETCH(int, digits);
        QCOMPARE(HexLayout::offsetDigitsFor(greatest, static_cast<OffsetRadix>(radix)), digits);
    }
};

QTEST_GUILESS_MAIN(TestHexLayout)
#include "tst_hex_layout.moc"
