#include <random>

#include <QtTest>

#include "core/buffer/document.h"
#include "core/source/memory_source.h"
#include "tests/support/bytes.h"

namespace octavo {

class TestAnchorSet : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anchorsFollowTheirBytes_data() {
        QTest::addColumn<ByteRange>("anchor");
        QTest::addColumn<ByteRange>("removed");
        QTest::addColumn<int>("inserted");
        QTest::addColumn<ByteRange>("expected");
        const ByteRange anchor{10, 20};
        QTest::newRow("insertion before moves it") << anchor << ByteRange{5, 5} << 3 << ByteRange{13, 23};
        QTest::newRow("insertion at its begin stays outside")
            << anchor << ByteRange{10, 10} << 3 << ByteRange{13, 23};
        QTest::newRow("insertion inside makes it grow")
            << anchor << ByteRange{15, 15} << 3 << ByteRange{10, 23};
        QTest::newRow("insertion at its end stays outside") << anchor << ByteRange{20, 20} << 3 << anchor;
        QTest::newRow("insertion behind changes nothing") << anchor << ByteRange{25, 25} << 3 << anchor;
        QTest::newRow("removal before moves it") << anchor << ByteRange{2, 6} << 0 << ByteRange{6, 16};
        QTest::newRow("removal over its begin") << anchor << ByteRange{8, 12} << 0 << ByteRange{8, 16};
        QTest::newRow("removal inside") << anchor << ByteRange{12, 15} << 0 << ByteRange{10, 17};
        QTest::newRow("removal over its end") << anchor << ByteRange{18, 25} << 0 << ByteRange{10, 18};
        QTest::newRow("removal of all leaves the place")
            << anchor << ByteRange{8, 25} << 0 << ByteRange{8, 8};
        QTest::newRow("overwriting keeps it") << anchor << ByteRange{8, 12} << 4 << anchor;
        QTest::newRow("replacing exactly it keeps the new")
            << anchor << ByteRange{10, 20} << 4 << ByteRange{10, 14};
        QTest::newRow("replacing over its begin") << anchor << ByteRange{8, 12} << 1 << ByteRange{9, 17};
        QTest::newRow("empty: insertion at it goes behind")
            << ByteRange{10, 10} << ByteRange{10, 10} << 3 << ByteRange{10, 10};
        QTest::newRow("empty: insertion before moves it")
            << ByteRange{10, 10} << ByteRange{9, 9} << 3 << ByteRange{13, 13};
    }
    void anchorsFollowTheirBytes() {
        QFETCH(ByteRange, anchor);
        QFETCH(ByteRange, removed);
        QFETCH(int, inserted);
        QFETCH(ByteRange, expected);
        Document document(std::make_shared<MemorySource>(Bytes(40)));
        const AnchorId id = document.anchors().add(anchor);
        const Content content = Content::ofBytes(Bytes(static_cast<std::size_t>(inserted)));
        QVERIFY(document.apply(Edit::replace(removed, content)).has_value());
        QVERIFY(document.anchors().range(id) == expected);
        document.undo();
        QVERIFY(document.anchors().range(id) == anchor);
        document.redo();
        QVERIFY(document.anchors().range(id) == expected);
    }
    void replacingManyIsReplacingEach() {
        std::mt19937 random(3);
        const auto atMost = [&random](std::uint64_t most) { return random() % (most + 1); };
        for (int round = 0; round < 500; ++round) {
            Document together(std::make_shared<MemorySource>(Bytes(60)));
            Document oneByOne(std::make_shared<MemorySource>(Bytes(60)));
            std::vector<std::pair<AnchorId, AnchorId>> anchors;
            std::vector<ByteRange> before;
            for (int i = 0; i < 8; ++i) {
                const ByteOffset begin = atMost(59);
                before.push_back({begin, begin + atMost(60 - begin)});
                anchors.emplace_back(together.anchors().add(before.back()),
                                     oneByOne.anchors().add(before.back()));
            }
            MultiEdit edit{.ranges = {}, .content = Content::ofBytes(Bytes(atMost(3)))};
            for (ByteOffset at = atMost(9); at < 50; at += 1 + atMost(9)) {
                edit.ranges.push_back({at, at + 1 + atMost(4)});
                at = edit.ranges.back().end;
            }
            if (edit.ranges.empty())
                continue;
            if (round % 2 == 0) {
                edit.content = Content::ofBytes(Bytes(5));
                edit.parts = MultiEdit::Parts::FromStart;
                for (std::size_t i = 0; i < edit.ranges.size(); ++i)
                    edit.sizes.push_back(atMost(5));
            }
            QVERIFY(together.apply(edit));
            for (std::size_t i = edit.ranges.size(); i-- > 0;) {
                const ByteCount size = edit.sizes.empty() ? edit.content.size() : edit.sizes[i];
                QVERIFY(oneByOne.apply(Edit::replace(edit.ranges[i], Content::ofBytes(Bytes(size)))));
            }
            std::vector<ByteRange> after;
            for (const auto& [here, there] : anchors) {
                after.push_back(*together.anchors().range(here));
                QCOMPARE(after.back(), *oneByOne.anchors().range(there));
            }
            for (int again = 0; again < 2; ++again) {
                together.undo();
                for (std::size_t i = 0; i < anchors.size(); ++i)
                    QCOMPARE(*together.anchors().range(anchors[i].first), before[i]);
                together.redo();
                for (std::size_t i = 0; i < anchors.size(); ++i)
                    QCOMPARE(*together.anchors().range(anchors[i].first), after[i]);
            }
        }
    }
    void aRemovedAnchorIsGone() {
        AnchorSet anchors;
        const AnchorId id = anchors.add({1, 2});
        anchors.remove(id);
        QVERIFY(!anchors.range(id));
    }
};

}  // namespace octavo

QTEST_APPLESS_MAIN(octavo::TestAnchorSet)
#include "tst_anchor_set.moc"
