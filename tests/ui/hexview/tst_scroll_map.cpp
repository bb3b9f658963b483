#include <QTest>

#include "ui/hexview/scroll_map.h"

using namespace octavo;

namespace {

constexpr std::uint64_t kSixteenExbibytesInRows = std::uint64_t{1} << 60;

}  // namespace

class TestScrollMap : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void smallRangesAreExact() {
        const ScrollMap map(1000, 40);
        QCOMPARE(map.lastTopRow(), std::uint64_t{960});
        QCOMPARE(map.maximum(), 960);
        for (int row = 0; row <= 960; ++row) {
            QCOMPARE(map.valueOf(static_cast<std::uint64_t>(row)), row);
            QCOMPARE(map.rowOf(row), static_cast<std::uint64_t>(row));
        }
    }

    void everythingInSightNeedsNoScrolling() {
        QCOMPARE(ScrollMap(0, 40).maximum(), 0);
        QCOMPARE(ScrollMap(40, 40).maximum(), 0);
        QCOMPARE(ScrollMap(41, 40).maximum(), 1);
        QCOMPARE(ScrollMap().maximum(), 0);
    }

    void endsOfHugeRangesAreExact_data() {
        QTest::addColumn<quint64>("rows");
        QTest::newRow("just scaled") << (quint64{1} << 30) + 100;
        QTest::newRow("16 EB, 16 bytes a row") << quint64{kSixteenExbibytesInRows};
        QTest::newRow("16 EB, one byte a row") << ~quint64{0};
        QTest::newRow("8 EB, one byte a row") << (quint64{1} << 63);
    }
    void endsOfHugeRangesAreExact() {
        QFETCH(quint64, rows);
        const ScrollMap map(rows, 40);
        QCOMPARE(map.rowOf(0), std::uint64_t{0});
        QCOMPARE(map.rowOf(map.maximum()), map.lastTopRow());
        QCOMPARE(map.valueOf(map.lastTopRow()), map.maximum());
        QCOMPARE(map.lastTopRow(), std::uint64_t{rows - 40});
        for (int value = 0; value < map.maximum() - 1'000'003; value += 1'000'003) {
            QCOMPARE(map.valueOf(map.rowOf(value)), value);
            QVERIFY(map.rowOf(value) < map.rowOf(value + 1));
        }
    }

    void stepsOfOneRowAreExactEverywhere() {
        const ScrollMap map(kSixteenExbibytesInRows, 40);
        std::uint64_t row = map.lastTopRow();
        for (int step = 1; step <= 1000; ++step) {
            row = map.moved(row, -1);
            QCOMPARE(row, map.lastTopRow() - static_cast<std::uint64_t>(step));
        }
        QCOMPARE(map.moved(row, 1), row + 1);
        QCOMPARE(map.moved(row, 999), map.lastTopRow() - 1);
    }

    void movementsStopAtTheEnds() {
        const ScrollMap map(~std::uint64_t{0}, 40);
        QCOMPARE(map.moved(5, -6), std::uint64_t{0});
        QCOMPARE(map.moved(5, std::numeric_limits<std::int64_t>::min()), std::uint64_t{0});
        QCOMPARE(map.moved(map.lastTopRow() - 1, 2), map.lastTopRow());
        QCOMPARE(map.moved(map.lastTopRow(), std::numeric_limits<std::int64_t>::max()), map.lastTopRow());
    }
};

QTEST_GUILESS_MAIN(TestScrollMap)
#include "tst_scroll_map.moc"
