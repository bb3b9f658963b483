#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QTableView>
#include <QToolButton>
#include <QtTest>

#include "core/source/memory_source.h"
#include "tests/ui/panels/named_controls.h"
#include "tests/ui/panels/test_document_context.h"
#include "ui/panels/history_model.h"
#include "ui/panels/history_panel.h"
#include "ui/panels/history_text.h"
#include "ui/panels/history_walk.h"

using namespace octavo;
using namespace Qt::StringLiterals;

namespace {

Content textContent(const std::string& text) {
    return Content::ofBytes(std::as_bytes(std::span(text)));
}

void type(TestDocumentContext& context, ByteOffset at, const std::string& text) {
    context.document()->endTyping();
    for (std::size_t i = 0; i < text.size(); ++i)
        QVERIFY(context.apply(Edit::insert(at + i, textContent(text.substr(i, 1)), EditKind::Type)));
}

void insert(TestDocumentContext& context, ByteOffset at, const std::string& text) {
    QVERIFY(context.apply(Edit::insert(at, textContent(text))));
}

/// The panel with everything it was told of in it.
struct Shown {
    explicit Shown(TestDocumentContext& context) : panel(context) {
        panel.resize(460, 400);
        panel.show();
        panel.table().setFocus();
    }
    [[nodiscard]] int rows() {
        QCoreApplication::processEvents();
        return panel.model().rowCount();
    }
    [[nodiscard]] QModelIndex step(int row) { return panel.model().index(row, HistoryModel::StepColumn); }
    [[nodiscard]] QString text(int row) { return step(row).data().toString(); }
    [[nodiscard]] bool isDone(int row) { return step(row).data(HistoryModel::DoneRole).toBool(); }
    void click(int row) {
        QTest::mouseClick(panel.table().viewport(), Qt::LeftButton, {},
                          panel.table().visualRect(step(row)).center());
    }
    HistoryPanel panel;
};

QList<QAction*> enabledActions(const QTableView& table) {
    QList<QAction*> result;
    for (QAction* each : table.actions()) {
        if (each->isEnabled())
            result << each;
    }
    return result;
}

class TestHistoryPanel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void modelPassesTheModelTester() {
        TestDocumentContext context("0123456789");
        HistoryModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setLog(context.historyLog());
        QCOMPARE(model.rowCount(), 2);
        type(context, 3, "abc");
        context.document()->undo();
        insert(context, 0, "x");
        context.historyLog()->catchUp();
        QCOMPARE(model.rowCount(), 4);
        QVERIFY(model.setData(model.index(3, HistoryModel::StepColumn), u" here "_s, Qt::EditRole));
        QCOMPARE(model.index(3, HistoryModel::StepColumn).data(HistoryModel::NameRole).toString(), u"here"_s);
        context.close();
        QCOMPARE(model.rowCount(), 0);
    }

    void aRunOfKeysIsOneRow() {
        TestDocumentContext context("0123456789abcdef");
        Shown shown(context);
        type(context, 16, std::string(1000, 'x'));
        QCOMPARE(shown.rows(), 3);
        QCOMPARE(shown.text(2), u"Typed 1,000 bytes at 0x10"_s);
        insert(context, 1, "y");
        QCOMPARE(shown.rows(), 4);
        QCOMPARE(shown.text(3), u"Inserted 1 byte at 0x1"_s);
    }

    void aReplaceAllIsOneRow() {
        TestDocumentContext context(std::string(10'000, 'a'));
        Shown shown(context);
        MultiEdit edit{.kind = EditKind::Replace, .ranges = {}, .content = textContent("xyz")};
        for (ByteOffset at = 0; at + 2 <= 10'000; at += 2)
            edit.ranges.push_back({at, at + 1});
        QVERIFY(context.document()->apply(edit));
        QCOMPARE(shown.rows(), 3);
        QCOMPARE(shown.text(2), u"Replaced between 0x0 and 0x4E1F"_s);
    }

    void aRefusedGroupIsNoRow() {
        TestDocumentContext context("0123456789");
        Shown shown(context);
        QVERIFY(!context.applyTogether([](Document& document) {
            const Status done = document.apply(Edit::insert(0, textContent("lost")));
            return done ? Status(fail(ErrorCode::Cancelled)) : done;
        }));
        QCOMPARE(shown.rows(), 2);
        insert(context, 0, "kept");
        QCOMPARE(shown.rows(), 3);
    }

    void stepsAreDescribed_data() {
        QTest::addColumn<EditKind>("kind");
        QTest::addColumn<ByteCount>("removed");
        QTest::addColumn<ByteCount>("inserted");
        QTest::addColumn<QString>("text");
        QTest::newRow("overwriting") << EditKind::Overwrite << ByteCount{4} << ByteCount{4}
                                     << u"Overwrote 4 bytes at 0xFF"_s;
        QTest::newRow("a deletion") << EditKind::Backspace << ByteCount{1} << ByteCount{0}
                                    << u"Deleted 1 byte at 0xFF"_s;
        QTest::newRow("pasting over more")
            << EditKind::Paste << ByteCount{40} << ByteCount{3} << u"Pasted 3 bytes over 40 at 0xFF"_s;
        QTest::newRow("cutting the end off")
            << EditKind::Resize << ByteCount{9} << ByteCount{0} << u"Cut off 9 bytes at 0xFF"_s;
        QTest::newRow("growing") << EditKind::Resize << ByteCount{0} << ByteCount{9}
                                 << u"Appended 9 bytes at 0xFF"_s;
        QTest::newRow("replacing") << EditKind::Replace << ByteCount{1} << ByteCount{1}
                                   << u"Replaced between 0xFF and 0x100"_s;
    }
    void stepsAreDescribed() {
        QFETCH(EditKind, kind);
        QFETCH(ByteCount, removed);
        QFETCH(ByteCount, inserted);
        QTEST(stepText({.offset = 255, .removed = removed, .inserted = inserted, .kind = kind}), "text");
    }

    void whatIsUndoneIsNotDone() {
        TestDocumentContext context("0123456789");
        Shown shown(context);
        insert(context, 0, "a");
        insert(context, 5, "b");
        context.document()->undo();
        QCOMPARE(shown.rows(), 4);
        QVERIFY(shown.isDone(2) && !shown.isDone(3));
        QVERIFY(shown.step(2).data(HistoryModel::CurrentRole).toBool());
        QCOMPARE(shown.panel.table().currentIndex().row(), 2);
        context.document()->redo();
        QCOMPARE(shown.rows(), 4);
        QVERIFY(shown.isDone(3));
    }

    void aClickGoesToAStateOnAnyBranch() {
        TestDocumentContext context("0123456789");
        Shown shown(context);
        insert(context, 2, "one");
        context.document()->undo();
        insert(context, 7, "two");
        QCOMPARE(shown.rows(), 4);
        QCOMPARE(shown.panel.model().lanes().width(), 2);
        QVERIFY(!shown.isDone(2) && shown.isDone(3));
        shown.click(2);
        QCOMPARE(context.bytes(), std::string("01one23456789"));
        QVERIFY(context.selection() == (ByteRange{2, 5}));
        QVERIFY(shown.isDone(2) && !shown.isDone(3));
        shown.click(3);
        QCOMPARE(context.bytes(), std::string("0123456two789"));
        QVERIFY(context.selection() == (ByteRange{7, 10}));
        shown.click(0);
        QCOMPARE(context.bytes(), std::string());
        QVERIFY(context.selection() == (ByteRange{0, 0}));
        QCOMPARE(shown.rows(), 4);
    }

    void goingBackShowsWhatCameBack() {
        TestDocumentContext context("0123456789");
        Shown shown(context);
        QVERIFY(context.apply(Edit::erase({3, 6})));
        insert(context, 0, "x");
        QCOMPARE(shown.rows(), 4);
        shown.click(1);
        QCOMPARE(context.bytes(), std::string("0123456789"));
        QVERIFY(context.selection() == (ByteRange{3, 6}));
    }

    void arrowsMoveAndReturnGoes() {
        TestDocumentContext context("0123456789");
        Shown shown(context);
        QVERIFY(QTest::qWaitForWindowActive(&shown.panel));
        insert(context, 2, "one");
        insert(context, 7, "two");
        QCOMPARE(shown.rows(), 4);
        QTest::keyClick(&shown.panel.table(), Qt::Key_Up);
        QTest::keyClick(&shown.panel.table(), Qt::Key_Up);
        QCOMPARE(context.bytes(), std::string("01one23two456789"));
        QTest::keyClick(&shown.panel.table(), Qt::Key_Return);
        QCOMPARE(context.bytes(), std::string("0123456789"));
        QVERIFY(shown.panel.table().hasFocus());
        QTest::keyClick(&shown.panel.table(), Qt::Key_Down);
        QTest::keyClick(&shown.panel.table(), Qt::Key_Return);
        QCOMPARE(context.bytes(), std::string("01one23456789"));
    }

    void aStateIsNamedWithTheKeyboardAndFoundAgain() {
        TestDocumentContext context("0123456789");
        Shown shown(context);
        QVERIFY(QTest::qWaitForWindowActive(&shown.panel));
        type(context, 0, "ab");
        QCOMPARE(shown.rows(), 3);
        auto* marks = shown.panel.findChild<QToolButton*>();
        QVERIFY(!marks->isEnabled());
        shown.panel.nameCurrentState();
        auto* editor = shown.panel.table().viewport()->findChild<QLineEdit*>();
        QVERIFY(editor != nullptr);
        QTest::keyClicks(editor, u"before the & fix"_s);
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE(shown.step(2).data(HistoryModel::NameRole).toString(), u"before the & fix"_s);
        // typing does not go on in the step that has a name now
        QVERIFY(context.apply(Edit::insert(2, textContent("c"), EditKind::Type)));
        QCOMPARE(shown.rows(), 4);
        QVERIFY(marks->isEnabled());
        Q_EMIT marks->menu()->aboutToShow();
        QCOMPARE(marks->menu()->actions().size(), 1);
        QCOMPARE(marks->menu()->actions().front()->text(), u"before the && fix"_s);
        marks->menu()->actions().front()->trigger();
        QCOMPARE(context.bytes(), std::string("ab0123456789"));
        QCOMPARE(shown.rows(), 4);
        QTest::keyClick(&shown.panel.table(), Qt::Key_Delete);
        QCOMPARE(shown.step(2).data(HistoryModel::NameRole).toString(), QString());
        QVERIFY(!marks->isEnabled());
    }

    void namesStayAndTheSavedMarkMovesWithASave() {
        TestDocumentContext context("0123456789");
        Shown shown(context);
        insert(context, 0, "a");
        QCOMPARE(shown.rows(), 3);
        context.historyLog()->setName(1, u"first"_s);
        QVERIFY(shown.step(0).data(HistoryModel::SavedRole).toBool());
        QCOMPARE(shown.panel.statusText(), u"2 steps since the last save."_s);
        const std::string text = context.bytes();
        const auto bytes = std::as_bytes(std::span(text));
        context.document()->rebase(
            std::make_shared<MemorySource>(std::vector<std::byte>(bytes.begin(), bytes.end())));
        QCOMPARE(shown.rows(), 3);
        QVERIFY(shown.step(2).data(HistoryModel::SavedRole).toBool());
        QVERIFY(!shown.step(0).data(HistoryModel::SavedRole).toBool());
        QCOMPARE(shown.step(1).data(HistoryModel::NameRole).toString(), u"first"_s);
        QCOMPARE(shown.panel.statusText(), u"Nothing was done since the last save."_s);
        insert(context, 0, "b");
        QCOMPARE(shown.rows(), 4);
        QCOMPARE(shown.panel.statusText(), u"1 step since the last save."_s);
        shown.click(1);
        QCOMPARE(context.bytes(), std::string("0123456789"));
        QCOMPARE(shown.rows(), 4);
        QCOMPARE(shown.panel.statusText(), u"The saved state is not among the steps done."_s);
    }

    void farStatesAreReachedInPortions() {
        TestDocumentContext context("0123456789");
        Shown shown(context);
        constexpr std::size_t kKeys = 300'000;
        type(context, 10, std::string(kKeys, 'x'));
        QTRY_COMPARE(shown.rows(), 3);
        auto* walk = shown.panel.findChild<HistoryWalk*>();
        const QSignalSpy arrived(walk, &HistoryWalk::arrived);
        QElapsedTimer clock;
        clock.start();
        shown.click(1);
        QVERIFY(walk->isUnderWay());
        QVERIFY(context.document()->size() > 10);
        QTRY_COMPARE(arrived.size(), 1);
        QCOMPARE(context.bytes(), std::string("0123456789"));
        shown.click(2);
        QTRY_COMPARE(arrived.size(), 2);
        QCOMPARE(context.document()->size(), ByteCount{10 + kKeys});
        QVERIFY(context.selection() == ByteRange::ofLength(10, kKeys));
    }

    void anEditOnTheWayEndsTheWalk() {
        TestDocumentContext context("0123456789");
        Shown shown(context);
        type(context, 10, std::string(300'000, 'x'));
        QTRY_COMPARE(shown.rows(), 3);
        auto* walk = shown.panel.findChild<HistoryWalk*>();
        shown.click(0);
        QVERIFY(walk->isUnderWay());
        insert(context, 0, "!");
        const ByteCount size = context.document()->size();
        QTRY_VERIFY(!walk->isUnderWay());
        QCOMPARE(shown.rows(), 4);
        QCOMPARE(context.document()->size(), size);
        QVERIFY(shown.step(3).data(HistoryModel::CurrentRole).toBool());
        QVERIFY(shown.isDone(2));  // the part of it from which the edit branched off
    }

    void aRowTellsAScreenReaderEverything() {
        TestDocumentContext context("0123456789");
        Shown shown(context);
        insert(context, 0, "a");
        context.document()->markSaved(2);
        context.document()->undo();
        QCOMPARE(shown.rows(), 3);
        context.historyLog()->setName(2, u"try"_s);
        const auto spoken = [&](int row, int column) {
            return shown.panel.model().index(row, column).data(Qt::AccessibleTextRole).toString();
        };
        QCOMPARE(spoken(2, HistoryModel::StepColumn), u"“try”, Inserted 1 byte at 0x0, saved"_s);
        QCOMPARE(spoken(2, HistoryModel::GraphColumn), u"not done"_s);
        QCOMPARE(spoken(1, HistoryModel::GraphColumn), u"present state"_s);
        QCOMPARE(spoken(0, HistoryModel::GraphColumn), u"done"_s);
        shown.panel.table().setCurrentIndex(shown.step(2));
        shown.panel.copyDescription();
        QCOMPARE(QGuiApplication::clipboard()->text(), u"“try”, Inserted 1 byte at 0x0, saved"_s);
    }

    void followsTheDocumentInFront() {
        TestDocumentContext context("0123456789");
        Shown shown(context);
        insert(context, 0, "a");
        QCOMPARE(shown.rows(), 3);
        context.open("other");
        QCOMPARE(shown.rows(), 2);
        context.close();
        QCOMPARE(shown.rows(), 0);
        shown.panel.goHere();
        shown.panel.nameCurrentState();
        shown.panel.removeName();
        QVERIFY(enabledActions(shown.panel.table()).isEmpty());
    }

    void aNewStepCostsTheSameAfterAMillion() {
        TestDocumentContext context("0123456789");
        Shown shown(context);
        constexpr int kSteps = 1'000'000;
        const Content byte = textContent("z");
        for (int i = 0; i < kSteps; ++i) {
            const auto at = static_cast<ByteOffset>(i * 7 % 10);
            QVERIFY(context.document()->apply(Edit::replace({at, at + 1}, byte)));
        }
        QTRY_COMPARE_WITH_TIMEOUT(shown.panel.model().rowCount(), kSteps + 2, 20'000);
        QVERIFY(shown.step(kSteps + 1).data(HistoryModel::CurrentRole).toBool());
        QElapsedTimer clock;
        clock.start();
        constexpr int kMore = 20;
        for (int i = 0; i < kMore; ++i) {
            insert(context, 0, "y");
            QCOMPARE(shown.rows(), kSteps + 3 + i);
        }
        qInfo("%.2f ms for a step and its row", static_cast<double>(clock.nsecsElapsed()) / kMore / 1e6);
    }

    void everyControlHasAName() {
        TestDocumentContext context("abc");
        Shown shown(context);
        QCOMPARE(namelessControls(shown.panel).join(u", "_s), QString());
    }
};

}  // namespace

QTEST_MAIN(TestHistoryPanel)
#include "tst_history_panel.moc"
