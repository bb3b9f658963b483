#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTreeView>
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
        const BookmarkId second = context.bookmarks()->add({5, 7}, u"second"_s);
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
        QTRY_COMPARE(panel.model().index(0, BookmarksModel::OffsetColumn).data().toString(), u"0x8"_s);
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
        panel.tree().setCurrentIndex(panel.model().index(1, 0));
        panel.tree().setFocus();
        QVERIFY(QTest::qWaitForWindowActive(&panel));
        QTest::keyClick(&panel.tree(), Qt::Key_Return);
        QVERIFY(context.selection() == (ByteRange{6, 8}));
        QCOMPARE(context.focusRequests, 1);
        QTest::keyClick(&panel.tree(), Qt::Key_Delete);
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
        const BookmarkId first = marks.add({2, 3}, u"a"_s);
        const BookmarkId second = marks.add({6, 8}, u"b"_s);
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

    void listsRangesBelowThoseTheyLieIn() {
        TestDocumentContext context(std::string(100, 'x'));
        BookmarksPanel panel(context);
        Bookmarks& marks = *context.bookmarks();
        const BookmarkId inner = marks.add({10, 12}, u"field"_s);
        const BookmarkId outer = marks.add({0, 64}, u"header"_s);
        const BookmarkId middle = marks.add({8, 20}, u"record"_s);
        marks.add({60, 70}, u"across"_s);
        QCOMPARE(panel.model().rowCount(), 2);
        QCOMPARE(panel.model().indexOf(inner).parent(), panel.model().indexOf(middle));
        QCOMPARE(panel.model().indexOf(middle).parent(), panel.model().indexOf(outer));
        QVERIFY(panel.tree().isExpanded(panel.model().indexOf(middle)));
        marks.remove(middle);
        QCOMPARE(panel.model().indexOf(inner).parent(), panel.model().indexOf(outer));
        marks.setRange(outer, {0, 11});  // the same two, one no longer in the other
        QVERIFY(!panel.model().indexOf(inner).parent().isValid());
        QCOMPARE(panel.model().rowCount(), 3);
    }

    void whatWasClosedStaysClosedAndTheCurrentOneCurrent() {
        TestDocumentContext context(std::string(100, 'x'));
        BookmarksPanel panel(context);
        Bookmarks& marks = *context.bookmarks();
        const BookmarkId outer = marks.add({0, 64}, u"header"_s);
        const BookmarkId inner = marks.add({10, 12}, u"field"_s);
        const BookmarkId other = marks.add({70, 80}, u"other"_s);
        marks.add({71, 72}, u"in other"_s);
        panel.tree().collapse(panel.model().indexOf(outer));
        panel.tree().setCurrentIndex(panel.model().indexOf(other));
        marks.add({90, 91}, u"new"_s);
        QVERIFY(!panel.tree().isExpanded(panel.model().indexOf(outer)));
        QVERIFY(panel.tree().isExpanded(panel.model().indexOf(other)));
        QCOMPARE(panel.model().at(panel.tree().currentIndex()).id, other);
        panel.tree().expand(panel.model().indexOf(outer));
        marks.remove(inner);
        marks.add({10, 13}, u"again"_s);
        QVERIFY(panel.tree().isExpanded(panel.model().indexOf(outer)));
    }

    void removingGoesOnToTheNext() {
        TestDocumentContext context("0123456789");
        BookmarksPanel panel(context);
        Bookmarks& marks = *context.bookmarks();
        const BookmarkId first = marks.add({1, 2}, u"a"_s);
        const BookmarkId second = marks.add({3, 4}, u"b"_s);
        const BookmarkId third = marks.add({5, 6}, u"c"_s);
        panel.tree().setCurrentIndex(panel.model().indexOf(second));
        panel.removeCurrent();
        QCOMPARE(panel.model().at(panel.tree().currentIndex()).id, third);
        panel.removeCurrent();
        QCOMPARE(panel.model().at(panel.tree().currentIndex()).id, first);
        panel.removeCurrent();
        QVERIFY(marks.isEmpty() && !panel.tree().currentIndex().isValid());
    }

    void aFilterLeavesTheWayToWhatItFinds() {
        TestDocumentContext context(std::string(0x100, 'x'));
        BookmarksPanel panel(context);
        QAbstractItemModelTester tester(&panel.model(),
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        Bookmarks& marks = *context.bookmarks();
        marks.add({0, 64}, u"header"_s);
        const BookmarkId inner = marks.add({10, 12}, u"Field"_s);
        marks.add({14, 16}, u"other"_s);
        const BookmarkId commented = marks.add({0xA0, 0xB0}, u"table"_s);
        marks.setComment(commented, u"first\nthe second LINE"_s);
        panel.filterField().setText(u" field "_s);
        QCOMPARE(panel.model().shownCount(), std::size_t{2});
        QCOMPARE(panel.model().indexOf(inner).parent().data().toString(), u"header"_s);
        panel.filterField().setText(u"second line"_s);
        QCOMPARE(panel.model().shownCount(), std::size_t{1});
        panel.filterField().setText(u"0xa0"_s);
        QCOMPARE(panel.model().indexOf(commented).row(), 0);
        panel.filterField().setText(u"nothing like it"_s);
        QCOMPARE(panel.model().shownCount(), std::size_t{0});
        panel.filterField().clear();
        QCOMPARE(panel.model().shownCount(), std::size_t{4});
    }

    void aCommentIsTypedBelowTheListAndShownInTheTip() {
        TestDocumentContext context("0123456789");
        BookmarksPanel panel(context);
        Bookmarks& marks = *context.bookmarks();
        QVERIFY(!panel.commentField().isEnabled());
        const BookmarkId first = marks.add({1, 2}, u"<a>"_s);
        const BookmarkId second = marks.add({3, 4}, u"b"_s);
        marks.setComment(second, u"known"_s);
        panel.tree().setCurrentIndex(panel.model().indexOf(first));
        panel.commentField().setPlainText(u"what it is\nand <why>"_s);
        QCOMPARE(marks.find(first)->comment, u"what it is\nand <why>"_s);
        panel.tree().setCurrentIndex(panel.model().indexOf(second));
        QCOMPARE(panel.commentField().toPlainText(), u"known"_s);
        QCOMPARE(marks.find(second)->comment, u"known"_s);
        const QModelIndex index = panel.model().indexOf(first);
        QCOMPARE(index.data().toString(), u"<a> \u2013 what it is"_s);
        QCOMPARE(index.data(Qt::EditRole).toString(), u"<a>"_s);
        const QString tip = index.data(Qt::ToolTipRole).toString();
        QVERIFY2(tip.contains(u"&lt;a&gt;"_s) && tip.contains(u"and &lt;why&gt;"_s), qPrintable(tip));
    }

    void aCommentThatTheFilterFoundCanBeChanged() {
        TestDocumentContext context("0123456789");
        BookmarksPanel panel(context);
        Bookmarks& marks = *context.bookmarks();
        const BookmarkId id = marks.add({1, 2}, u"a"_s);
        marks.setComment(id, u"old"_s);
        panel.filterField().setText(u"old"_s);
        panel.tree().setCurrentIndex(panel.model().indexOf(id));
        panel.commentField().setPlainText(u"new"_s);
        QVERIFY(panel.model().indexOf(id).isValid() && panel.commentField().isEnabled());
        QCOMPARE(marks.find(id)->comment, u"new"_s);
        panel.filterField().setText(u"ol"_s);
        QVERIFY(!panel.model().indexOf(id).isValid());
    }

    void canBePutElsewhere() {
        TestDocumentContext context("0123456789");
        BookmarksPanel panel(context);
        Bookmarks& marks = *context.bookmarks();
        const BookmarkId id = marks.add({1, 2}, u"a"_s);
        panel.tree().setCurrentIndex(panel.model().indexOf(id));
        panel.resizeCurrent();
        QVERIFY(marks.find(id)->range == (ByteRange{1, 2}));
        context.select({4, 8});
        panel.resizeCurrent();
        QVERIFY(marks.find(id)->range == (ByteRange{4, 8}));
        context.select({0, 0});
        panel.goToStartOfCurrent();
        QVERIFY(context.selection() == (ByteRange{4, 4}));
    }

    void goesWhereAnEditThatIsNotShownYetMovedIt() {
        TestDocumentContext context("0123456789");
        BookmarksPanel panel(context);
        const BookmarkId id = context.bookmarks()->add({8, 10}, u"a"_s);
        panel.tree().setCurrentIndex(panel.model().indexOf(id));
        QVERIFY(context.apply(Edit::erase({0, 6})));
        QVERIFY(panel.model().at(panel.tree().currentIndex()).range == (ByteRange{8, 10}));
        panel.goToCurrent();
        QVERIFY(context.selection() == (ByteRange{2, 4}));
    }

    void anotherDocumentWithTheSameShapeHasACurrentOneOfItsOwn() {
        TestDocumentContext context("0123456789");
        BookmarksPanel panel(context);
        const BookmarkId id = context.bookmarks()->add({1, 2}, u"a"_s);
        panel.tree().setCurrentIndex(panel.model().indexOf(id));
        context.open("other");
        context.bookmarks()->add({1, 2}, u"b"_s);
        QVERIFY(!panel.tree().currentIndex().isValid());
        QVERIFY(!panel.commentField().isEnabled());
    }

    void bookmarksOfAnotherDocumentAreOtherRows() {
        TestDocumentContext one("0123456789");
        TestDocumentContext other("0123456789");
        one.bookmarks()->add({1, 2}, u"a"_s);
        other.bookmarks()->add({1, 2}, u"a"_s);  // with the same id
        BookmarksModel model;
        model.setBookmarks(one.bookmarks());
        const QPersistentModelIndex index = model.index(0, 0);
        model.setBookmarks(other.bookmarks());
        QVERIFY(!index.isValid());
        QCOMPARE(model.rowCount(), 1);
    }

    void manyEditsBetweenTwoLooksAreShownOnce() {
        TestDocumentContext context(std::string(1000, 'x'));
        BookmarksPanel panel(context);
        for (ByteOffset at = 0; at < 100; ++at)
            context.bookmarks()->add({500 + at, 501 + at}, u"a"_s);
        int told = 0;
        connect(&panel.model(), &QAbstractItemModel::dataChanged, this, [&told] { ++told; });
        connect(&panel.model(), &QAbstractItemModel::modelReset, this, [&told] { ++told; });
        for (int i = 0; i < 50; ++i)
            QVERIFY(context.apply(Edit::erase({0, 1})));
        QCOMPARE(told, 0);
        QTRY_COMPARE(panel.model().index(0, BookmarksModel::OffsetColumn).data().toString(), u"0x1C2"_s);
        QCOMPARE(told, 1);
    }

    void overwritingTellsNobody() {
        TestDocumentContext context("0123456789");
        context.bookmarks()->add({1, 2}, u"a"_s);
        int told = 0;
        connect(context.bookmarks(), &Bookmarks::moved, this, [&told] { ++told; });
        QVERIFY(context.apply(Edit::replace({0, 3}, Content::ofBytes(std::as_bytes(std::span("abc", 3))))));
        QCOMPARE(told, 0);
        QVERIFY(context.apply(Edit::erase({0, 1})));
        QCOMPARE(told, 1);
    }

    void manyAreAddedAtOnce() {
        TestDocumentContext context("0123456789");
        Bookmarks& marks = *context.bookmarks();
        marks.toggleNumbered(3, {0, 1}, u"mine"_s);
        int told = 0;
        connect(&marks, &Bookmarks::changed, this, [&told] { ++told; });
        marks.add({{.range = {1, 2}, .name = u"a"_s, .number = 3},
                   {.range = {2, 3}, .name = u"b"_s, .colour = Qt::red, .comment = u"c"_s, .number = 4}});
        QCOMPARE(told, 1);
        QCOMPARE(marks.numbered(3)->name, u"mine"_s);
        QVERIFY(!marks.all()[1].number && marks.all()[1].colour.isValid());
        QCOMPARE(marks.numbered(4)->comment, u"c"_s);
        QCOMPARE(marks.numbered(4)->colour, QColor(Qt::red));
    }

    void removingAllAsksFirst() {
        TestDocumentContext context("0123456789");
        BookmarksPanel panel(context);
        panel.show();
        context.bookmarks()->add({1, 2}, u"a"_s);
        const auto ask = [&panel] {
            for (QAction* each : panel.findChildren<QAction*>()) {
                if (each->text() == u"Remove &All …"_s)
                    each->trigger();
            }
            return panel.findChild<QMessageBox*>(u"removeAllBookmarks"_s);
        };
        QMessageBox* box = ask();
        QVERIFY(box != nullptr);
        box->button(QMessageBox::Cancel)->click();
        QVERIFY(!context.bookmarks()->isEmpty());
        QTRY_VERIFY(panel.findChild<QMessageBox*>() == nullptr);
        box = ask();
        for (QAbstractButton* each : box->buttons()) {
            if (box->buttonRole(each) == QMessageBox::DestructiveRole)
                each->click();
        }
        QVERIFY(context.bookmarks()->isEmpty());
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
