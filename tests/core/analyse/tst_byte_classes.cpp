#include <QtTest>

#include "core/analyse/byte_classes.h"
#include "core/source/pattern_source.h"
#include "tests/support/bytes.h"
#include "tests/support/damaged_source.h"

using namespace octavo;

namespace {

std::vector<ByteClassShares> sampled(const Snapshot& snapshot, int parts) {
    const auto shares = sampleByteClasses(snapshot, parts);
    return shares ? *shares : std::vector<ByteClassShares>();
}

}  // namespace

class TestByteClasses : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void partsAreAllOfTheDocumentInOrder_data() {
        QTest::addColumn<quint64>("size");
        QTest::addColumn<int>("parts");
        QTest::newRow("divides") << quint64{1000} << 10;
        QTest::newRow("does not divide") << quint64{1003} << 10;
        QTest::newRow("fewer bytes than parts") << quint64{3} << 10;
        QTest::newRow("nothing") << quint64{0} << 4;
        QTest::newRow("as much as there can be") << quint64{kMaxDocumentSize} << 1013;
    }
    void partsAreAllOfTheDocumentInOrder() {
        QFETCH(quint64, size);
        QFETCH(int, parts);
        ByteOffset reached = 0;
        for (int i = 0; i < parts; ++i) {
            const ByteRange part = partOf(size, parts, i);
            QCOMPARE(part.begin, reached);
            QVERIFY(part.size() <= size / static_cast<ByteCount>(parts) + 1);
            reached = part.end;
        }
        QCOMPARE(reached, ByteCount{size});
    }

    void sharesAreThoseOfTheBytes() {
        const Snapshot snapshot = Snapshot::ofBytes(bytesOf(std::string_view("\0\0ab\n\x7f\x80\xff", 8)));
        QCOMPARE(sampled(snapshot, 1),
                 (std::vector<ByteClassShares>{{.zero = 64, .printable = 64, .control = 63, .high = 64}}));
        const auto four = sampled(snapshot, 4);
        QCOMPARE(four.size(), std::size_t{4});
        QCOMPARE(four[0], (ByteClassShares{.zero = 255}));
        QCOMPARE(four[1], (ByteClassShares{.printable = 255}));
        QCOMPARE(four[2], (ByteClassShares{.control = 255}));
        QCOMPARE(four[3], (ByteClassShares{.high = 255}));
    }

    void aHugeDocumentIsSampled() {
        const Snapshot snapshot =
            Snapshot::ofSource(std::make_shared<PatternSource>(bytesOf("ab\n"), kMaxDocumentSize));
        for (const ByteClassShares each : sampled(snapshot, 500)) {
            QCOMPARE(each.zero + each.printable + each.control + each.high, 255);
            QVERIFY(qAbs(each.printable - 170) <= 2 && qAbs(each.control - 85) <= 2);
        }
    }

    void whatCannotBeReadIsOfNoClass() {
        const Snapshot snapshot =
            Snapshot::ofSource(std::make_shared<test::DamagedSource>(bytesOf("abcdefgh"), ByteRange{4, 8}));
        const auto two = sampled(snapshot, 2);
        QCOMPARE(two[0], (ByteClassShares{.printable = 255}));
        QCOMPARE(two[1], ByteClassShares{});
    }

    void canBeStopped() {
        std::stop_source stop;
        stop.request_stop();
        const auto shares =
            sampleByteClasses(Snapshot::ofBytes(bytesOf("abc")), 3, JobContext(stop.get_token(), nullptr));
        QVERIFY(!shares);
        QCOMPARE(shares.error().code, ErrorCode::Cancelled);
    }
};

QTEST_APPLESS_MAIN(TestByteClasses)
#include "tst_byte_classes.moc"
