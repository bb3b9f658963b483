#include <QtTest>

#include "core/base/range_set.h"

using namespace octavo;

namespace {

RangeSet setOf(std::initializer_list<ByteRange> ranges) {
    RangeSet set;
    for (const ByteRange range : ranges)
        set.add(range);
    return set;
}

}  // namespace

class RangeSetTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void startsEmpty() {
        const RangeSet set;
        QVERIFY(set.isEmpty());
        QVERIFY(!set.contains(0));
        QCOMPARE(set.totalSize(), ByteCount{0});
        QVERIFY(set.clippedTo({0, kMaxDocumentSize}).isEmpty());
    }
    void emptyRangesAddNothing() { QVERIFY(setOf({{5, 5}}).isEmpty()); }
    void overlappingAndTouchingRangesBecomeOne() {
        QCOMPARE(setOf({{0, 5}, {5, 9}}).ranges(), (std::vector<ByteRange>{{0, 9}}));
        QCOMPARE(setOf({{5, 9}, {0, 5}}).ranges(), (std::vector<ByteRange>{{0, 9}}));
        QCOMPARE(setOf({{0, 2}, {4, 6}, {8, 10}, {1, 9}}).ranges(), (std::vector<ByteRange>{{0, 10}}));
    }
    void separateRangesStaySortedAndApart() {
        QCOMPARE(setOf({{8, 9}, {0, 1}, {4, 5}}).ranges(), (std::vector<ByteRange>{{0, 1}, {4, 5}, {8, 9}}));
    }
    void removingSplitsTrimsAndDeletes() {
        const RangeSet full = setOf({{0, 10}, {20, 30}, {40, 50}});
        RangeSet set = full;
        set.remove({5, 45});
        QCOMPARE(set, setOf({{0, 5}, {45, 50}}));
        set = full;
        set.remove({22, 25});
        QCOMPARE(set, setOf({{0, 10}, {20, 22}, {25, 30}, {40, 50}}));
        set = full;
        set.remove({10, 20});
        QCOMPARE(set, full);
        set.remove(full);
        QVERIFY(set.isEmpty());
    }
    void clipsAndShifts() {
        const RangeSet set = setOf({{0, 10}, {20, 30}});
        QCOMPARE(set.clippedTo({5, 25}), setOf({{5, 10}, {20, 25}}));
        QVERIFY(set.clippedTo({10, 20}).isEmpty());
        QCOMPARE(set.shifted(7), setOf({{7, 17}, {27, 37}}));
        QCOMPARE(set.shifted(7).shifted(-7), set);
    }
    void reachesTheLastOffset() {
        const RangeSet set = setOf({{kMaxDocumentSize - 1, kMaxDocumentSize}});
        QVERIFY(set.contains(kMaxDocumentSize - 1));
        QVERIFY(!set.contains(kMaxDocumentSize));
    }
};

QTEST_APPLESS_MAIN(RangeSetTest)
#include "tst_range_set.moc"
