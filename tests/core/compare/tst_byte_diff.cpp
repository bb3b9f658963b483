#include <QtTest>

#include "core/buffer/document.h"
#include "core/compare/byte_diff.h"
#include "core/source/pattern_source.h"
#include "tests/support/bytes.h"
#include "tests/support/damaged_source.h"

namespace octavo {

namespace {

QByteArray textOf(const std::vector<Hunk>& hunks) {
    QByteArray text;
    for (const Hunk& each : hunks)
        text += QByteArray::number(each.before.begin) + '-' + QByteArray::number(each.before.end) + ">" +
                QByteArray::number(each.after.begin) + '-' + QByteArray::number(each.after.end) + ' ';
    return text.trimmed();
}

QByteArray diffText(std::string_view before, std::string_view after) {
    return textOf(diffBytes(Snapshot::ofBytes(bytesOf(before)), Snapshot::ofBytes(bytesOf(after))).value());
}

/// Bytes that repeat nowhere.
std::string varied(std::size_t size) {
    std::string text;
    for (std::uint32_t value = 1; text.size() < size; value = value * 1664525 + 1013904223)
        text += static_cast<char>(value >> 24);
    return text;
}

}  // namespace

class TestByteDiff : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void differencesAreFound_data() {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QByteArray>("hunks");
        QTest::newRow("equal versions have none") << QByteArray("abc") << QByteArray("abc") << QByteArray();
        QTest::newRow("empty versions have none") << QByteArray() << QByteArray() << QByteArray();
        QTest::newRow("equally long: byte by byte")
            << QByteArray("abcdef") << QByteArray("aBcdEF") << QByteArray("1-2>1-2 4-6>4-6");
        QTest::newRow("something was added at the end")
            << QByteArray("abc") << QByteArray("abcdef") << QByteArray("3-3>3-6");
        QTest::newRow("something was cut off")
            << QByteArray("abcdef") << QByteArray("abc") << QByteArray("3-6>3-3");
        QTest::newRow("something was put in")
            << QByteArray("abcdef") << QByteArray("abcXYdef") << QByteArray("3-3>3-5");
        QTest::newRow("something was replaced by something longer")
            << QByteArray("abcdef") << QByteArray("abXYZef") << QByteArray("2-4>2-5");
        QTest::newRow("everything went") << QByteArray("abc") << QByteArray() << QByteArray("0-3>0-0");
    }
    void differencesAreFound() {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QTEST(diffText(before.toStdString(), after.toStdString()), "hunks");
    }
    void twoInsertionsFarApartAreTwo() {
        const std::string before = varied(100'000);
        std::string after = before;
        after.insert(1000, "new");
        after.insert(70'000, "more");
        QCOMPARE(diffText(before, after), QByteArray("1000-1000>1000-1003 69997-69997>70000-70004"));
    }
    void aMovedBlockIsTakenOutAndPutIn() {
        const std::string before = varied(60'000);
        const std::string after =
            before.substr(0, 10'000) + before.substr(20'000) + before.substr(10'000, 10'000) + '!';
        QCOMPARE(diffText(before, after), QByteArray("10000-20000>10000-10000 60000-60000>50000-60001"));
    }
    void hugeVersionsThatDifferInLengthAreComparedAtTheirEnds() {
        const auto zeros = std::make_shared<PatternSource>(std::vector{std::byte{0}}, ByteCount{300} << 20);
        Document document(zeros);
        QVERIFY(document.apply(Edit::replace({1000, 1010}, Content::ofBytes(bytesOf("0123456789ABCDEF"))))
                    .has_value());
        const auto hunks = diffBytes(Snapshot::ofSource(zeros), document.snapshot()).value();
        QCOMPARE(textOf(hunks), QByteArray("1000-1010>1000-1016"));
    }
    void bytesThatCannotBeReadAreDifferent() {
        const auto damaged = std::make_shared<test::DamagedSource>(Bytes(100), ByteRange{40, 50});
        const auto hunks = diffBytes(Snapshot::ofSource(damaged), Snapshot::ofBytes(Bytes(100))).value();
        QCOMPARE(textOf(hunks), QByteArray("40-50>40-50"));
    }
    void itStopsWhenAsked() {
        std::stop_source stop;
        stop.request_stop();
        const JobContext job(stop.get_token(), nullptr);
        const Snapshot one = Snapshot::ofBytes(bytesOf("abc"));
        const Snapshot other = Snapshot::ofBytes(bytesOf("abcd"));
        QCOMPARE(diffBytes(one, one, {}, job).error().code, ErrorCode::Cancelled);
        QCOMPARE(diffBytes(one, other, {}, job).error().code, ErrorCode::Cancelled);
        QCOMPARE(commonPrefix(one, other, job).error().code, ErrorCode::Cancelled);
    }
    void closeHunksAreJoined() {
        std::vector<Hunk> hunks{{{0, 1}, {0, 1}}, {{3, 4}, {3, 5}}, {{9, 9}, {10, 11}}};
        joinHunks(hunks, 2);
        QCOMPARE(textOf(hunks), QByteArray("0-4>0-5 9-9>10-11"));
    }
};

}  // namespace octavo

QTEST_GUILESS_MAIN(octavo::TestByteDiff)
#include "tst_byte_diff.moc"
