#include <QTest>

#include "core/save/content_evidence.h"
#include "tests/support/bytes.h"
#include "tests/support/damaged_source.h"

using namespace octavo;
using namespace octavo::test;

class TestContentEvidence : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyByteOfAShortSourceIsSampled() {
        const MemorySource source(noise(10'000));
        const auto samples = sampleContent(source);
        QCOMPARE(samples.size(), std::size_t{3});
        QCOMPARE(samples.back().offset + samples.back().length, ByteOffset{10'000});
        QVERIFY(sampleContent(MemorySource({})).empty());
    }

    void aLongSourceIsSampledFromEndToEnd() {
        const MemorySource source(noise(1'000'000));
        const auto samples = sampleContent(source);
        QCOMPARE(samples.size(), std::size_t{64});
        QCOMPARE(samples.front().offset, ByteOffset{0});
        QCOMPARE(samples.back().offset + samples.back().length, ByteOffset{1'000'000});
        for (const ContentSample& sample : samples)
            QCOMPARE(isSampleAt(sample, source, sample.offset), std::optional(true));
    }

    void whatCannotBeReadIsLeftOut() {
        const DamagedSource source(noise(20'000), {5000, 5010});
        const auto samples = sampleContent(source);
        QCOMPARE(samples.size(), std::size_t{4});
        for (const ContentSample& sample : samples)
            QVERIFY(sample.offset != 4096);
    }

    void aSampleIsFoundWhereItsBytesLie_data() {
        QTest::addColumn<quint64>("offset");
        QTest::addColumn<quint32>("length");
        QTest::addColumn<int>("found");  // -1: nothing is known
        QTest::newRow("at its place") << quint64{100} << quint32{50} << 1;
        QTest::newRow("beside it") << quint64{101} << quint32{50} << 0;
        QTest::newRow("across the end") << quint64{9970} << quint32{50} << -1;
        QTest::newRow("behind the end") << quint64{10'001} << quint32{50} << -1;
        QTest::newRow("longer than a sample is") << quint64{100} << quint32{4097} << -1;
        QTest::newRow("where bytes cannot be read") << quint64{4990} << quint32{50} << -1;
    }
    void aSampleIsFoundWhereItsBytesLie() {
        QFETCH(quint64, offset);
        QFETCH(quint32, length);
        QFETCH(int, found);
        const Bytes bytes = noise(10'000);
        const MemorySource part(Bytes(bytes.begin() + 100, bytes.begin() + 150));
        ContentSample sample = sampleContent(part).front();
        sample.length = length;
        const DamagedSource source(bytes, {5000, 5010});
        const std::optional<bool> isThere = isSampleAt(sample, source, offset);
        QCOMPARE(isThere ? static_cast<int>(*isThere) : -1, found);
    }
};

QTEST_APPLESS_MAIN(TestContentEvidence)
#include "tst_content_evidence.moc"
