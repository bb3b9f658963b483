#include <QtTest>

#include "core/buffer/document.h"
#include "core/source/memory_source.h"
#include "core/source/pattern_source.h"
#include "tests/support/bytes.h"

namespace octavo {

namespace {

/// Zeros, of which `bad` cannot be read.
class DamagedSource final : public Source {
public:
    DamagedSource(ByteCount size, ByteRange bad, bool lends) : bytes_(size), bad_(bad), lends_(lends) {}
    [[nodiscard]] ByteCount size() const override { return bytes_.size(); }
    void read(ByteOffset offset, std::span<std::byte> out, RangeSet& unreadable) const override {
        std::ranges::fill(out, std::byte{0});
        unreadable.add(damageIn(ByteRange::ofLength(offset, out.size())));
    }
    [[nodiscard]] Loan lend(ByteRange range) const override {
        return lends_ ? Loan(std::span(bytes_).subspan(range.begin, range.size()), {}) : Loan();
    }
    [[nodiscard]] RangeSet damageIn(ByteRange range) const override {
        RangeSet damage;
        damage.add(range.intersection(bad_));
        return damage;
    }

private:
    Bytes bytes_;
    ByteRange bad_;
    bool lends_;
};

Bytes counted(std::size_t size) {
    Bytes bytes(size);
    for (std::size_t i = 0; i < size; ++i)
        bytes[i] = static_cast<std::byte>(i * 7 + i / 251);
    return bytes;
}

}  // namespace

class TestSnapshot : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void scanHandsOutLongAndShortPiecesInOrder_data() {
        QTest::addColumn<int>("maxSpan");
        for (const int span : {1, 7, 4095, 4096, 70'000, 1 << 20})
            QTest::addRow("spans of at most %d", span) << span;
    }
    void scanHandsOutLongAndShortPiecesInOrder() {
        QFETCH(int, maxSpan);
        Bytes model = counted(200'000);
        Document document(std::make_shared<MemorySource>(model));
        for (const std::size_t at :
             {std::size_t{0}, std::size_t{9}, std::size_t{5000}, std::size_t{150'000}}) {
            for (std::size_t i = 0; i < 3; ++i) {
                const Bytes one{std::byte{0xEE}};
                QVERIFY(document.apply(Edit::insert(at + 2 * i, Content::ofBytes(one))).has_value());
                model.insert(model.begin() + static_cast<std::ptrdiff_t>(at + 2 * i), one[0]);
            }
        }
        Bytes seen;
        bool isInOrder = true;
        const ScanReport report = document.snapshot().scan(
            {3, document.size() - 5},
            [&](ByteOffset at, std::span<const std::byte> bytes) {
                isInOrder =
                    isInOrder && at == 3 + seen.size() && bytes.size() <= static_cast<std::size_t>(maxSpan);
                seen.insert(seen.end(), bytes.begin(), bytes.end());
                return true;
            },
            static_cast<std::size_t>(maxSpan));
        QVERIFY(report.isClean());
        QVERIFY(isInOrder);
        QVERIFY(std::equal(seen.begin(), seen.end(), model.begin() + 3, model.end() - 5));
    }
    void scanStopsWhenTheVisitorSaysSo() {
        const Snapshot snapshot = Snapshot::ofBytes(counted(100));
        int calls = 0;
        const ScanReport report = snapshot.scan(
            snapshot.all(), [&](ByteOffset, std::span<const std::byte>) { return ++calls < 3; }, 10);
        QCOMPARE(calls, 3);
        QVERIFY(!report.isComplete);
    }
    void damageIsToldInDocumentOffsets_data() {
        QTest::addColumn<bool>("lends");
        QTest::newRow("from a source that lends") << true;
        QTest::newRow("from a source that only reads") << false;
    }
    void damageIsToldInDocumentOffsets() {
        QFETCH(bool, lends);
        const ByteRange bad{20'000, 20'010};
        Document document(std::make_shared<DamagedSource>(100'000, bad, lends));
        QVERIFY(document.apply(Edit::insert(10, Content::ofBytes(bytesOf("12345")))).has_value());
        const Snapshot snapshot = document.snapshot();
        RangeSet expected;
        expected.add(bad.shifted(5));
        const auto nothing = [](ByteOffset, std::span<const std::byte>) { return true; };
        QVERIFY(snapshot.scan(snapshot.all(), nothing, 4096).unreadable == expected);
        QVERIFY(snapshot.scan({0, 20'005}, nothing).isClean());
        Bytes out(100);
        QVERIFY(snapshot.read(19'950, out) == expected);
        QVERIFY(snapshot.read(30'000, out).isEmpty());
    }
    void gatheringJoinsTheRanges() {
        std::mt19937 random(7);
        Bytes model = counted(300);
        Document document(std::make_shared<MemorySource>(model));
        for (int i = 0; i < 60; ++i) {
            const std::size_t at = random() % model.size();
            const Bytes put = bytesOf(i % 2 == 0 ? "+" : "<->");
            QVERIFY(document.apply(Edit::insert(at, Content::ofBytes(put))).has_value());
            model.insert(model.begin() + static_cast<std::ptrdiff_t>(at), put.begin(), put.end());
        }
        for (int round = 0; round < 200; ++round) {
            std::vector<ByteRange> ranges;
            Bytes expected;
            for (ByteOffset at = random() % 40; at < model.size(); at += random() % 40) {
                const ByteRange range{at, std::min<ByteOffset>(model.size(), at + 1 + random() % 30)};
                ranges.push_back(range);
                expected.insert(expected.end(), model.begin() + static_cast<std::ptrdiff_t>(range.begin),
                                model.begin() + static_cast<std::ptrdiff_t>(range.end));
                at = range.end;
            }
            QCOMPARE(bytesOf(document.snapshot().gathering(RangeList(ranges))), expected);
        }
        QVERIFY(document.snapshot().gathering({}).isEmpty());
    }
    void anEmptyRangeIsScannedWithoutACall() {
        const Snapshot empty;
        const auto never = [](ByteOffset, std::span<const std::byte>) { return false; };
        QVERIFY(empty.scan(empty.all(), never).isClean());
    }
    void patternsOfAnyLengthReadBack() {
        const Snapshot snapshot =
            Snapshot::ofSource(std::make_shared<PatternSource>(bytesOf("abc"), kMaxDocumentSize));
        Bytes out(7);
        QVERIFY(snapshot.read(kMaxDocumentSize - 7, out).isEmpty());
        std::string expected;
        for (ByteOffset at = kMaxDocumentSize - 7; at < kMaxDocumentSize; ++at)
            expected += "abc"[at % 3];
        QCOMPARE(textOf(out), expected);
    }
};

}  // namespace octavo

QTEST_APPLESS_MAIN(octavo::TestSnapshot)
#include "tst_snapshot.moc"
