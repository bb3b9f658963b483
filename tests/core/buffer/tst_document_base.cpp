// Document: what becomes of it when its base does.

#include <QtTest>

#include "core/buffer/document.h"
#include "core/source/memory_source.h"
#include "tests/support/bytes.h"

namespace octavo {

namespace {

std::shared_ptr<MemorySource> source(std::string_view text) {
    return std::make_shared<MemorySource>(bytesOf(text));
}

Content text(std::string_view bytes) {
    return Content::ofBytes(bytesOf(bytes));
}

std::string modifiedText(const Document& document) {
    std::string marks(document.size(), '.');
    document.forEachModified({0, document.size()}, [&marks](ByteRange range) {
        std::fill_n(marks.begin() + static_cast<std::ptrdiff_t>(range.begin), range.size(), 'x');
    });
    return marks;
}

}  // namespace

class TestDocumentBase : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aGrowingBaseLeavesAnUnmodifiedDocumentUnmodified() {
        Document document(source("abc"));
        std::vector<Change> changes;
        const auto watching = document.changed.connect([&](const Change& each) { changes.push_back(each); });
        document.growBase(source("abcdef"));
        QCOMPARE(textOf(document.snapshot()), std::string("abcdef"));
        QVERIFY(!document.isModified());
        QVERIFY(!document.canUndo());
        QCOMPARE(modifiedText(document), std::string("......"));
        QCOMPARE(changes.size(), std::size_t{1});
        QCOMPARE(changes[0].offset, ByteOffset{3});
        QCOMPARE(changes[0].inserted, ByteCount{3});
    }
    void whatABaseGrowsByStandsAtTheEndOfEveryState() {
        Document document(source("abc"));
        QVERIFY(document.apply(Edit::insert(1, text("XY"))).has_value());
        document.growBase(source("abcde"));
        QCOMPARE(textOf(document.snapshot()), std::string("aXYbcde"));
        QCOMPARE(modifiedText(document), std::string(".xx...."));
        QVERIFY(document.isModified());
        document.undo();
        QCOMPARE(textOf(document.snapshot()), std::string("abcde"));
        QVERIFY(!document.isModified());
        document.redo();
        document.growBase(source("abcdef"));
        QCOMPARE(textOf(document.snapshot()), std::string("aXYbcdef"));
    }
    void anEmptyDocumentGrowsToo() {
        Document document(source(""));
        document.growBase(source("new"));
        QCOMPARE(textOf(document.snapshot()), std::string("new"));
        QVERIFY(!document.isModified());
    }
    void aDocumentOverAnotherBaseKeepsItsHistory() {
        Document document(source("abcdef"));
        QVERIFY(document.apply(Edit::insert(0, text("12"))).has_value());
        QVERIFY(document.apply(Edit::replace({6, 8}, text("EF"))).has_value());
        const std::vector<Document::BaseRun> runs{{2, {1, 5}}, {6, {5, 7}}};
        document.rebaseOnto(source("-abcdEF"), runs);
        QCOMPARE(textOf(document.snapshot()), std::string("12abcdEF"));
        QCOMPARE(modifiedText(document), std::string("xx......"));
        QVERIFY(document.isModified());
        document.undo();
        QCOMPARE(textOf(document.snapshot()), std::string("12abcdef"));
        QVERIFY(document.isModified());
        document.undo();
        QCOMPARE(textOf(document.snapshot()), std::string("abcdef"));
        QVERIFY2(document.isModified(), "no file holds this state any more");
    }
    void aDocumentWhoseFileIsGoneCountsAsModifiedUntilItIsSaved() {
        Document document(source("abc"));
        document.markUnsaved();
        QVERIFY(document.isModified());
        QVERIFY(!document.canUndo());
        document.markSaved(document.history().current());
        QVERIFY(!document.isModified());
    }
    void aDocumentMayBeginElsewhereThanAtItsBase() {
        const auto base = source("abcdef");
        Document document(base);
        const std::vector<Document::LoggedRun> runs{{.source = nullptr, .range = {2, 6}},
                                                    {.source = source("gone"), .range = {1, 3}}};
        document.beginWith(runs);
        QCOMPARE(textOf(document.snapshot()), std::string("cdefon"));
        QVERIFY(document.isModified());
        QVERIFY(!document.savedState());
        QVERIFY(!document.canUndo());
        const std::vector<Document::LoggedRun> front{{.source = nullptr, .range = {0, 2}}};
        QVERIFY(
            document.replay({.offset = 0, .removed = 0, .inserted = 2}, front, History::Grouping::NewStep));
        QVERIFY(document.apply(Edit::erase({6, 8})));
        QCOMPARE(textOf(document.snapshot()), std::string("abcdef"));
        document.rebase(base);
        QVERIFY(!document.isModified());
        QCOMPARE(document.tree().pieceCount(), std::size_t{1});
        document.undo();
        document.undo();
        QCOMPARE(textOf(document.snapshot()), std::string("cdefon"));
        QCOMPARE(modifiedText(document), std::string("....xx"));
        QVERIFY(document.isModified());
    }
    void beingSavedToTheSameBaseLeavesItsBytesUnmodified() {
        const auto base = source("abcdef");
        Document document(base);
        QVERIFY(document.apply(Edit::erase({1, 3})));
        document.undo();
        document.rebase(base);
        document.redo();
        document.undo();
        QCOMPARE(textOf(document.snapshot()), std::string("abcdef"));
        QCOMPARE(modifiedText(document), std::string("......"));
    }
};

}  // namespace octavo

QTEST_GUILESS_MAIN(octavo::TestDocumentBase)
#include "tst_document_base.moc"
