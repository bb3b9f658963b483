#include <QtTest>

#include "core/compare/byte_diff.h"
#include "core/compare/three_way_merge.h"
#include "tests/support/bytes.h"

namespace octavo {

namespace {

/// The merged text; conflicts stand as <mine|theirs>.
QByteArray merged(std::string_view base, std::string_view mine, std::string_view theirs) {
    const auto diff = [base](std::string_view other) {
        return diffBytes(Snapshot::ofBytes(bytesOf(base)), Snapshot::ofBytes(bytesOf(other))).value();
    };
    const auto part = [](std::string_view text, ByteRange range) {
        return std::string(text.substr(range.begin, range.size()));
    };
    std::string text;
    ByteOffset reached = 0;
    for (const MergeRegion& region : threeWayMerge(
             diff(mine), diff(theirs),
             [&](ByteRange one, ByteRange other) { return part(mine, one) == part(theirs, other); })) {
        text += part(base, {reached, region.base.begin});
        switch (region.kind) {
            case MergeRegion::Kind::Mine:
                text += part(mine, region.mine);
                break;
            case MergeRegion::Kind::Theirs:
            case MergeRegion::Kind::Same:
                text += part(theirs, region.theirs);
                break;
            case MergeRegion::Kind::Conflict:
                text += '<' + part(mine, region.mine) + '|' + part(theirs, region.theirs) + '>';
                break;
        }
        reached = region.base.end;
    }
    text += part(base, {reached, base.size()});
    return QByteArray::fromStdString(text);
}

}  // namespace

class TestThreeWayMerge : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void editsComeTogether_data() {
        QTest::addColumn<QByteArray>("base");
        QTest::addColumn<QByteArray>("mine");
        QTest::addColumn<QByteArray>("theirs");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char* name, const char* base, const char* mine, const char* theirs,
                            const char* expected) {
            QTest::newRow(name) << QByteArray(base) << QByteArray(mine) << QByteArray(theirs)
                                << QByteArray(expected);
        };
        row("nobody edited", "abcdef", "abcdef", "abcdef", "abcdef");
        row("only mine", "abcdef", "aBcdef", "abcdef", "aBcdef");
        row("only theirs", "abcdef", "abcdef", "abcdEf", "abcdEf");
        row("both, apart", "abcdef", "aBcdef", "abcdEf", "aBcdEf");
        row("both, in different lengths", "abcdef", "a1234bcdef", "abcdf", "a1234bcdf");
        row("both the same byte", "abcdef", "aBcdef", "aXcdef", "a<B|X>cdef");
        row("both the same way", "abcdef", "aBcdef", "aBcdef", "aBcdef");
        row("side by side", "abcdef", "aBcdef", "abCdef", "a<Bc|bC>def");
        row("both put something in at one place", "abcdef", "ab1cdef", "ab2cdef", "ab<1|2>cdef");
        row("mine took out what theirs changed", "abcdef", "abef", "abCdef", "ab<|Cd>ef");
        row("both put something at the end", "abc", "abc1", "abc2", "abc<1|2>");
        row("mine at the end, theirs at the front", "abcdef", "abcdef!", ">abcdef", ">abcdef!");
        row("from nothing", "", "mine", "theirs", "<mine|theirs>");
    }
    void editsComeTogether() {
        QFETCH(QByteArray, base);
        QFETCH(QByteArray, mine);
        QFETCH(QByteArray, theirs);
        QTEST(merged(base.toStdString(), mine.toStdString(), theirs.toStdString()), "expected");
    }
};

}  // namespace octavo

QTEST_GUILESS_MAIN(octavo::TestThreeWayMerge)
#include "tst_three_way_merge.moc"
