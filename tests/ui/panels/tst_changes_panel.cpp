#include <QAbstractItemModelTester>
#include <QTableView>
#include <QtTest>

#include "tests/ui/panels/named_controls.h"
#include "tests/ui/panels/test_document_context.h"
#include "ui/panels/changes_model.h"
#include "ui/panels/changes_panel.h"

using namespace octavo;
using namespace Qt::StringLiterals;

namespace {

Content text(const char* characters) {
    return Content::ofBytes(std::as_bytes(std::span(characters, std::strlen(characters))));
}

class TestChangesPanel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void modelPassesTheModelTester() {
        TestDocumentContext context("0123456789");
        ChangesModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setChanges(context.changes());
        QCOMPARE(model.rowCount(), 0);
        context.changes()->set({{{1, 3}, 2}, {{5, 5}, 4}, {{7, 9}, 0}});
        QCOMPARE(model.rowCount(), 3);
        QVERIFY(context.apply(Edit::insert(0, text("ab"))));
        QCOMPARE(model.index(2, ChangesModel::OffsetColumn).data().toString(), u"0x9"_s);
        QVERIFY(context.apply(Edit::erase({3, 5})));
        QCOMPARE(model.rowCount(), 2);
        context.changes()->clear();
        QCOMPARE(model.rowCount(), 0);
        model.setChanges(nullptr);
        QCOMPARE(model.rowCount(), 0);
    }

    void saysWhatHappenedToHowMuch() {
        TestDocumentContext context("0123456789");
        ChangesPanel panel(context);
        context.changes()->set({{{1, 3}, 2}, {{5, 5}, 4}, {{6, 7}, 0}, {{8, 10}, 5}});
        const auto cell = [&](int row, int column) {
            return panel.model().index(row, column).data().toString();
        };
        QCOMPARE(cell(0, ChangesModel::KindColumn), u"Changed"_s);
        QCOMPARE(cell(0, ChangesModel::LengthColumn), u"2"_s);
        QCOMPARE(cell(1, ChangesModel::KindColumn), u"Removed"_s);
        QCOMPARE(cell(1, ChangesModel::LengthColumn), u"4"_s);
        QCOMPARE(cell(2, ChangesModel::KindColumn), u"Added"_s);
        QCOMPARE(cell(2, ChangesModel::LengthColumn), u"1"_s);
        QCOMPARE(cell(3, ChangesModel::LengthColumn), u"2 for 5"_s);
    }

    void nextAndPreviousGoAround() {
        TestDocumentContext context("0123456789");
        ChangesPanel panel(context);
        context.changes()->set({{{2, 3}, 1}, {{6, 8}, 2}});
        panel.goToNext();
        QVERIFY(context.selection() == (ByteRange{2, 3}));
        panel.goToNext();
        QVERIFY(context.selection() == (ByteRange{6, 8}));
        panel.goToNext();
        QVERIFY(context.selection() == (ByteRange{2, 3}));
        panel.goToPrevious();
        QVERIFY(context.selection() == (ByteRange{6, 8}));
    }

    void theRowFollowsTheCaretAndTheCaretTheRow() {
        TestDocumentContext context("0123456789");
        ChangesPanel panel(context);
        panel.show();
        QVERIFY(QTest::qWaitForWindowActive(&panel));
        context.changes()->set({{{2, 3}, 1}, {{6, 8}, 2}});
        context.goTo(7);
        QCOMPARE(panel.table().currentIndex().row(), 1);
        const QRect cell = panel.table().visualRect(panel.model().index(0, ChangesModel::OffsetColumn));
        QTest::mouseClick(panel.table().viewport(), Qt::LeftButton, {}, cell.center());
        QVERIFY(context.selection() == (ByteRange{2, 3}));
        panel.table().setFocus();
        QTest::keyClick(&panel.table(), Qt::Key_Down);
        QTest::keyClick(&panel.table(), Qt::Key_Return);
        QVERIFY(context.selection() == (ByteRange{6, 8}));
        QCOMPARE(context.focusRequests, 1);
    }

    void clearingKeepsTheBytes() {
        TestDocumentContext context("0123456789");
        ChangesPanel panel(context);
        context.changes()->set({{{2, 3}, 1}});
        panel.clear();
        QCOMPARE(panel.model().rowCount(), 0);
        QCOMPARE(context.bytes(), std::string("0123456789"));
        panel.goToNext();
        QVERIFY(context.selection().isEmpty());
    }

    void followsTheDocumentInFront() {
        TestDocumentContext context("0123456789");
        ChangesPanel panel(context);
        context.changes()->set({{{2, 3}, 1}});
        context.open("other");
        QCOMPARE(panel.model().rowCount(), 0);
        context.close();
        panel.goToNext();
        panel.clear();
        QCOMPARE(panel.model().rowCount(), 0);
    }

    void everyControlHasAName() {
        TestDocumentContext context("0123456789");
        ChangesPanel panel(context);
        QCOMPARE(namelessControls(panel), QStringList());
    }
};

}  // namespace

QTEST_MAIN(TestChangesPanel)
#include "tst_changes_panel.moc"
