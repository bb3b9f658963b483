#include <QAbstractItemModelTester>
#include <QTableView>
#include <QtTest>

#include "tests/ui/panels/named_controls.h"
#include "tests/ui/panels/test_document_context.h"
#include "ui/panels/bookmarks_model.h"
#include "ui/panels/bookmarks_panel.h"

using namespace octavo;
using namespace Qt::StringLiterals;

namespace {

class TestBookmarksPanel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void modelPassesTheModelTester() {
        TestDocumentContext context("0123456789");
        BookmarksModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setBookmarks(context.bookmarks());
        const AnchorId second = context.bookmarks()->add({5, 7}, u"second"_s);
        context.bookmarks()->add({1, 2}, u"first"_s);
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.index(0, BookmarksModel::NameColumn).data().toString(), u"first"_s);
        QCOMPARE(model.indexOf(second).row(), 1);
        context.bookmarks()->remove(second);
        QCOMPARE(model.rowCount(), 1);
        model.setBookmarks(nullptr);
        QCOMPARE(model.rowCount(), 0);
    }

    void addsAtTheSelectionOrTheCaret() {
        TestDocumentContext context("0123456789");
        BookmarksPanel panel(context);
        context.select({2, 5});
        panel.addHere();
        context.goTo(8);
        panel.addHere();
        context.goTo(10);
        panel.addHere();
        const auto all = context.bookmarks()->all();
        QCOMPARE(all.size(), std::size_t{3});
        QVERIFY(all[0].range == (ByteRange{2, 5}));
        QVERIFY(all[1].range == (ByteRange{8, 9}));
        QVERIFY(all[2].range == (ByteRange{10, 10}));
    }

    void showsWhereEditsMovedThem() {
        TestDocumentContext context("0123456789");
        BookmarksPanel panel(context);
        context.bookmarks()->add({5, 7}, u"mark"_s);
        QVERIFY(context.apply(Edit::insert(0, Content::ofBytes(std::as_bytes(std::span("abc", 3))))));
        QCOMPARE(panel.model().index(0, BookmarksModel::OffsetColumn).data().toString(), u"0x8"_s);
    }

    void renamesInPlaceButNotToNothing() {
        TestDocumentContext context("0123456789");
        BookmarksPanel panel(context);
        context.bookmarks()->add({5, 7}, u"mark"_s);
        const QModelIndex index = panel.model().index(0, BookmarksModel::NameColumn);
        QVERIFY(panel.model().setData(index, u"  header "_s, Qt::EditRole));
        QCOMPARE(context.bookmarks()->all().front().name, u"header"_s);
        QVERIFY(!panel.model().setData(index, u"  "_s, Qt::EditRole));
        QCOMPARE(context.bookmarks()->all().front().name, u"header"_s);
    }

    void nextAndPreviousGoAround() {
        TestDocumentContext context("0123456789");
        BookmarksPanel panel(context);
        context.bookmarks()->add({2, 3}, u"a"_s);
        context.bookmarks()->add({6, 8}, u"b"_s);
        panel.goToNext();
        QVERIFY(context.selection() == (ByteRange{2, 3}));
        panel.goToNext();
        QVERIFY(context.selection() == (ByteRange{6, 8}));
        panel.goToNext();
        QVERIFY(context.selection() == (ByteRange{2, 3}));
        panel.goToPrevious();
        QVERIFY(context.selection() == (ByteRange{6, 8}));
    }

    void deleteKeyRemovesAndReturnGoesThere() {
        TestDocumentContext context("0123456789");
        BookmarksPanel panel(context);
        panel.show();
        context.bookmarks()->add({2, 3}, u"a"_s);
        context.bookmarks()->add({6, 8}, u"b"_s);
        panel.table().setCurrentIndex(panel.model().index(1, 0));
        panel.table().setFocus();
        QVERIFY(QTest::qWaitForWindowActive(&panel));
        QTest::keyClick(&panel.table(), Qt::Key_Return);
        QVERIFY(context.selection() == (ByteRange{6, 8}));
        QCOMPARE(context.focusRequests, 1);
        QTest::keyClick(&panel.table(), Qt::Key_Delete);
        QCOMPARE(context.bookmarks()->all().size(), std::size_t{1});
        QCOMPARE(context.bookmarks()->all().front().name, u"a"_s);
    }

    void followsTheDocumentInFront() {
        TestDocumentContext context("0123456789");
        BookmarksPanel panel(context);
        context.bookmarks()->add({2, 3}, u"a"_s);
        QCOMPARE(panel.model().rowCount(), 1);
        context.open("other");
        QCOMPARE(panel.model().rowCount(), 0);
        context.close();
        panel.addHere();
        QCOMPARE(panel.model().rowCount(), 0);
    }

    void aNumberBelongsToOneBookmark() {
        TestDocumentContext context("0123456789");
        Bookmarks& marks = *context.bookmarks();
        const AnchorId first = marks.add({2, 3}, u"a"_s);
        const AnchorId second = marks.add({6, 8}, u"b"_s);
        marks.setNumber(first, 4);
        marks.setNumber(second, 4);
        QVERIFY(!marks.find(first)->number);
        QCOMPARE(marks.numbered(4)->name, u"b"_s);
        QVERIFY(!marks.numbered(0));
    }

    void settingANumberAgainMovesItOrTakesItAway() {
        TestDocumentContext context("0123456789");
        BookmarksPanel panel(context);
        Bookmarks& marks = *context.bookmarks();
        marks.toggleNumbered(3, {2, 5}, u"Bookmark 3"_s);
        marks.rename(marks.numbered(3)->id, u"header"_s);
        QCOMPARE(panel.model().index(0, BookmarksModel::NumberColumn).data().toString(), u"3"_s);
        marks.toggleNumbered(3, {7, 8}, u"Bookmark 3"_s);
        QCOMPARE(marks.all().size(), std::size_t{1});
        QVERIFY(marks.numbered(3)->range == (ByteRange{7, 8}));
        QCOMPARE(marks.numbered(3)->name, u"header"_s);
        marks.toggleNumbered(3, {7, 9}, u"Bookmark 3"_s);
        QVERIFY(marks.isEmpty());
    }

    void everyControlHasAName() {
        TestDocumentContext context("abc");
        BookmarksPanel panel(context);
        panel.show();
        QCOMPARE(namelessControls(panel).join(u", "_s), QString());
    }
};

}  // namespace

QTEST_MAIN(TestBookmarksPanel)
#include "tst_bookmarks_panel.moc"
