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
    void everyStateCanBeLookedAtFromAnyOther() {
        Document document(std::make_shared<MemorySource>(bytesOf("base")));
        const auto add = [&](ByteOffset at, std::string_view text) {
            QVERIFY(document.apply(Edit::insert(at, Content::ofBytes(bytesOf(text)))).has_value());
        };
        add(4, "-one");
        add(0, "two-");
        document.undo();
        add(2, "(three)");
        QVERIFY(document.apply(MultiEdit{.ranges = {{0, 1}, {3, 4}, {5, 6}, {7, 8}, {9, 10}},
                                         .content = Content::ofBytes(bytesOf("**"))}));
        std::vector<std::string> texts;
        for (HistoryState state = 0; state < document.history().stateCount(); ++state) {
            document.goTo(state);
            texts.push_back(textOf(document.snapshot()));
        }
        QCOMPARE(texts[2], std::string("two-base-one"));
        for (HistoryState from = 0; from < texts.size(); ++from) {
            document.goTo(from);
            for (HistoryState to = 0; to < texts.size(); ++to)
                QCOMPARE(textOf(Snapshot(document.treeOf(to), document.chunks(), document.revision())),
                         texts[to]);
            QCOMPARE(document.history().current(), from);
            QCOMPARE(textOf(document.snapshot()), texts[from]);
        }
    }
    void partsOfAContentGoToEachRangeInTurnOrFromItsStart() {
        Document document(std::make_shared<MemorySource>(bytesOf("0123456789")));
        MultiEdit edit{.ranges = {{1, 2}, {2, 5}, {8, 10}},
                       .content = Content::ofBytes(bytesOf("abcdef")),
                       .sizes = {1, 3, 2}};
        QVERIFY(document.apply(edit));
        QCOMPARE(textOf(document.snapshot()), std::string("0abcd567ef"));
        document.undo();
        edit.parts = MultiEdit::Parts::FromStart;
        edit.sizes = {6, 0, 2};
        QVERIFY(document.apply(edit));
        QCOMPARE(textOf(document.snapshot()), std::string("0abcdef567ab"));
        document.undo();
        QCOMPARE(textOf(document.snapshot()), std::string("0123456789"));
    }
    void piecesOfEveryStepAreKnown() {
        Document document(std::make_shared<MemorySource>(Bytes(1000)));
        QVERIFY(document.apply(Edit::replace({10, 20}, Content::ofBytes(bytesOf("abc")))));
        MultiEdit many{.kind = EditKind::Replace, .ranges = {}, .content = Content::ofBytes(bytesOf("xy"))};
        for (ByteOffset at = 0; at < 900; at += 30)
            many.ranges.push_back({at, at + 1});
        QVERIFY(document.apply(many));
        const History& history = document.history();
        for (HistoryState state = 1; state < history.stateCount(); ++state) {
            const auto sizeOf = [&](bool (History::*forEach)(HistoryState, const History::PieceVisitor&)
                                        const) {
                ByteCount size = 0;
                (history.*forEach)(state, [&size](const Piece& piece) {
                    size += piece.length;
                    return true;
                });
                return size;
            };
            QCOMPARE(sizeOf(&History::forEachRemoved), history.spliceOf(state).removed);
            QCOMPARE(sizeOf(&History::forEachInserted), history.spliceOf(state).inserted);
        }
        int visited = 0;
        QVERIFY(!history.forEachInserted(2, [&visited](const Piece&) { return ++visited < 3; }));
        QCOMPARE(visited, 3);
    }
    void redoGoesWhereItIsSet() {
        Document document(std::make_shared<MemorySource>(bytesOf("base")));
        QVERIFY(document.apply(Edit::insert(4, Content::ofBytes(bytesOf("1")))));
        document.undo();
        QVERIFY(document.apply(Edit::insert(4, Content::ofBytes(bytesOf("2")))));
        document.undo();
        document.setRedo(1);
        document.redo();
        QCOMPARE(textOf(document.snapshot()), std::string("base1"));
    }
};

}  // namespace octavo

QTEST_APPLESS_MAIN(octavo::TestHistory)
#include "tst_history.moc"
