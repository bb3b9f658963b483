#include <QTest>

#include "core/analyse/byte_statistics.h"

using namespace octavo;

namespace {
ByteStatistics countedOf(const QByteArray& bytes) {
    const Snapshot snapshot = Snapshot::ofBytes(std::as_bytes(std::span(bytes)));
    const auto result = countBytes(snapshot, snapshot.all());
    return result.value_or(ByteStatistics{});
}
}  // namespace

class TestByteStatistics : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void entropyIsShannons_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<double>("bits");
        QByteArray everyValue;
        for (int i = 0; i < 256; ++i)
            everyValue.append(static_cast<char>(i));
        QTest::newRow("no bytes say nothing") << QByteArray() << 0.0;
        QTest::newRow("one value says nothing") << QByteArray(1000, 'x') << 0.0;
        QTest::newRow("two values equally often: one bit") << QByteArray("abab") << 1.0;
        QTest::newRow("three to one") << QByteArray("aaab") << 0.8112781244591328;
        QTest::newRow("all values equally often: eight bits") << everyValue.repeated(3) << 8.0;
    }
    void entropyIsShannons() {
        QFETCH(QByteArray, bytes);
        QFETCH(double, bits);
        QVERIFY(std::abs(countedOf(bytes).entropy() - bits) < 1e-12);
    }

    void everyByteIsCountedOnce() {
        QByteArray bytes;
        for (int i = 0; i < 70'001; ++i)
            bytes.append(static_cast<char>(i * i));
        const ByteStatistics statistics = countedOf(bytes);
        QCOMPARE(statistics.total(), ByteCount{70'001});
        for (int value = 0; value < 256; ++value)
            QCOMPARE(statistics.counts[static_cast<std::size_t>(value)],
                     static_cast<std::uint64_t>(bytes.count(static_cast<char>(value))));
    }

    void printableShareCountsTextAndLineEnds() {
        QCOMPARE(countedOf("").printableShare(), 0.0);
        QCOMPARE(countedOf("a\n\t\r~ ").printableShare(), 1.0);
        QCOMPARE(countedOf(QByteArray("a\0\x7f\x80", 4)).printableShare(), 0.25);
    }

    void onlyTheRangeIsCounted() {
        const Snapshot snapshot = Snapshot::ofBytes(std::as_bytes(std::span("aabbb", 5)));
        const auto result = countBytes(snapshot, {2, 4});
        QVERIFY(result.has_value());
        QCOMPARE(result->total(), ByteCount{2});
        QCOMPARE(result->counts['b'], std::uint64_t{2});
    }

    void stopsWhenAsked() {
        std::stop_source stop;
        stop.request_stop();
        const Snapshot snapshot = Snapshot::ofBytes(std::as_bytes(std::span("aabbb", 5)));
        const auto result = countBytes(snapshot, snapshot.all(), JobContext(stop.get_token(), nullptr));
        QVERIFY(!result.has_value());
        QCOMPARE(result.error().code, ErrorCode::Cancelled);
    }
};

QTEST_APPLESS_MAIN(TestByteStatistics)
#include "tst_byte_statistics.moc"
