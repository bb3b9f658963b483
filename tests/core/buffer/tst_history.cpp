#include <QtTest>

#include "core/buffer/document.h"
#include "core/source/memory_source.h"
#include "tests/support/bytes.h"

namespace octavo {

class TestHistory : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anEditAfterUndoLosesNothing() {
        Document document(std::make_shared<MemorySource>(bytesOf("base")));
        const auto add = [&](std::string_view text) {
            QVERIFY(
                document.apply(Edit::insert(document.size(), Content::ofBytes(bytesOf(text)))).has_value());
        };
        add("-one");
        const HistoryState one = document.history().current();
        document.undo();
        add("-two");
        const HistoryState two = document.history().current();
        QCOMPARE(textOf(document.snapshot()), std::string("base-two"));
        document.goTo(one);
        QCOMPARE(textOf(document.snapshot()), std::string("base-one"));
        QCOMPARE(document.history().childrenOf(0), (std::vector<HistoryState>{one, two}));
        document.undo();
        document.redo();  // redo follows the branch last visited
        QCOMPARE(textOf(document.snapshot()), std::string("base-one"));
        document.goTo(two);
        QCOMPARE(textOf(document.snapshot()), std::string("base-two"));
    }
    void aLargeReplaceIsOneStep() {
        Bytes model(9000, std::byte{'a'});
        Document document(std::make_shared<MemorySource>(model));
        MultiEdit edit{.kind = EditKind::Replace, .ranges = {}, .content = Content::ofBytes(bytesOf("xyz"))};
        for (ByteOffset at = 0; at + 2 <= model.size(); at += 3)
            edit.ranges.push_back({at, at + 2});
        QVERIFY(document.apply(edit).has_value());
        QCOMPARE(document.size(), ByteCount{9000 + 3000});
        QCOMPARE(document.history().stateCount(), std::size_t{2});
        document.undo();
        QCOMPARE(bytesOf(document.snapshot()), model);
        QVERIFY(!document.isModified());
        document.redo();
        QCOMPARE(textOf(document.snapshot()).substr(0, 8), std::string("xyzaxyza"));
    }
    void manySmallEditsCostLittle() {
        Document document(std::make_shared<MemorySource>(Bytes(1000)));
        for (int i = 0; i < 1000; ++i) {
            const auto at = static_cast<ByteOffset>((i * 37) % 1000);
            QVERIFY(document.apply(Edit::replace({at, at + 1}, Content::ofBytes(bytesOf("z")))).has_value());
        }
        QVERIFY(document.history().memoryUse() / 1000 <= 90);
    }
};

}  // namespace octavo

QTEST_APPLESS_MAIN(octavo::TestHistory)
#include "tst_history.moc"
