#include <QtTest>

#include "core/base/byte_range.h"

using namespace octavo;

class ByteRangeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knowsItsSizeAndValidity() {
        QCOMPARE(ByteRange::ofLength(5, 3), (ByteRange{5, 8}));
        QCOMPARE((ByteRange{5, 8}).size(), ByteCount{3});
        QVERIFY((ByteRange{5, 5}).isEmpty());
        QVERIFY(!(ByteRange{5, 6}).isEmpty());
        QVERIFY((ByteRange{0, kMaxDocumentSize}).isValid());
        QVERIFY(!(ByteRange{0, kMaxDocumentSize + 1}).isValid());
        QVERIFY(!(ByteRange{6, 5}).isValid());
        QCOMPARE((ByteRange{5, 8}).shifted(-5), (ByteRange{0, 3}));
        QCOMPARE((ByteRange{5, 8}).shifted(5), (ByteRange{10, 13}));
    }

    // All pairs of ranges within six bytes, against sets of single bytes.
    void agreesWithSetsOfBytes() {
        constexpr ByteOffset kSize = 6;
        const auto bits = [](ByteRange range) {
            unsigned set = 0;
            for (ByteOffset at = range.begin; at < range.end; ++at)
                set |= 1U << at;
            return set;
        };
        for (ByteOffset a = 0; a <= kSize; ++a)
            for (ByteOffset b = a; b <= kSize; ++b)
                for (ByteOffset c = 0; c <= kSize; ++c)
                    for (ByteOffset d = c; d <= kSize; ++d) {
                        const ByteRange left{a, b};
                        const ByteRange right{c, d};
                        QCOMPARE(left.intersects(right), (bits(left) & bits(right)) != 0);
                        QCOMPARE(bits(left.intersection(right)), bits(left) & bits(right));
                        QVERIFY(left.intersection(right).isValid());
                        if (!right.isEmpty())
                            QCOMPARE(left.contains(right), (bits(right) & ~bits(left)) == 0);
                        else
                            QCOMPARE(left.contains(right), a <= c && c <= b);
                        QCOMPARE(left.contains(c), a <= c && c < b);
                    }
    }
};

QTEST_APPLESS_MAIN(ByteRangeTest)
#include "tst_byte_range.moc"
