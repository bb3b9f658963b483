#include <QTest>

#include "ui/hexview/navigator.h"

using namespace octavo;

Q_DECLARE_METATYPE(octavo::Move)

namespace {

constexpr NavigationSpace kSpace{.size = 100, .bytesPerRow = 16, .grouping = 4, .pageRows = 3};

ByteOffset from(ByteOffset caret, Move move) {
    return navigated({.caret = caret, .anchor = caret}, move, SelectionMode::Clear, kSpace).caret;
}

}  // namespace

class TestNavigator : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void caretGoesWhereItShould_data() {
        QTest::addColumn<quint64>("start");
        QTest::addColumn<Move>("move");
        QTest::addColumn<quint64>("end");
        const auto row = [](const char* name, quint64 start, Move move, quint64 end) {
            QTest::newRow(name) << start << move << end;
        };
        row("left", 5, Move::Left, 4);
        row("left at the start", 0, Move::Left, 0);
        row("right", 5, Move::Right, 6);
        row("right at the end", 100, Move::Right, 100);
        row("right behind the last byte", 99, Move::Right, 100);
        row("up", 20, Move::Up, 4);
        row("up in the first row", 4, Move::Up, 4);
        row("down", 4, Move::Down, 20);
        row("down into a shorter last row", 90, Move::Down, 100);
        row("down in the last row", 97, Move::Down, 97);
        row("down to the same column of the last row", 83, Move::Down, 99);
        row("group left", 6, Move::GroupLeft, 4);
        row("group left from a group's start", 4, Move::GroupLeft, 0);
        row("group left at the start", 0, Move::GroupLeft, 0);
        row("group right", 5, Move::GroupRight, 8);
        row("group right at the end", 99, Move::GroupRight, 100);
        row("row start", 37, Move::RowStart, 32);
        row("row end", 37, Move::RowEnd, 47);
        row("row end in the last row", 97, Move::RowEnd, 100);
        row("page up", 70, Move::PageUp, 22);
        row("page up near the top", 20, Move::PageUp, 4);
        row("page down", 5, Move::PageDown, 53);
        row("page down near the end", 70, Move::PageDown, 100);
        row("document start", 70, Move::DocumentStart, 0);
        row("document end", 70, Move::DocumentEnd, 100);
    }
    void caretGoesWhereItShould() {
        QFETCH(quint64, start);
        QFETCH(Move, move);
        QFETCH(quint64, end);
        QCOMPARE(quint64{from(start, move)}, end);
    }

    void leftAndRightDropASelectionAtItsNearEnd() {
        const EditorState state{.caret = 10, .anchor = 20};
        QCOMPARE(navigated(state, Move::Left, SelectionMode::Clear, kSpace).caret, ByteOffset{10});
        QCOMPARE(navigated(state, Move::Right, SelectionMode::Clear, kSpace).caret, ByteOffset{20});
        QCOMPARE(navigated(state, Move::Right, SelectionMode::Extend, kSpace).selection(),
                 (ByteRange{11, 20}));
    }

    void leftLeavesAHalfTypedByteFirst() {
        const EditorState state{.caret = 10, .anchor = 10, .digit = 1};
        const EditorState left = navigated(state, Move::Left, SelectionMode::Clear, kSpace);
        QCOMPARE(left.caret, ByteOffset{10});
        QCOMPARE(left.digit, 0);
    }

    void extendingToTheRowEndTakesItsLastByteAndStaysThere() {
        const EditorState state{.caret = 37, .anchor = 37};
        const EditorState once = navigated(state, Move::RowEnd, SelectionMode::Extend, kSpace);
        QCOMPARE(once.selection(), (ByteRange{37, 48}));
        QCOMPARE(navigated(once, Move::RowEnd, SelectionMode::Extend, kSpace), once);
    }

    void noMovementLeavesTheDocument() {
        for (ByteCount size = 0; size <= 20; ++size) {
            const NavigationSpace space{.size = size, .bytesPerRow = 4, .grouping = 2, .pageRows = 2};
            for (ByteOffset caret = 0; caret <= size; ++caret) {
                for (ByteOffset anchor = 0; anchor <= size; ++anchor) {
                    for (int move = 0; move <= static_cast<int>(Move::DocumentEnd); ++move) {
                        for (const auto mode : {SelectionMode::Clear, SelectionMode::Extend}) {
                            const auto after = navigated({.caret = caret, .anchor = anchor},
                                                         static_cast<Move>(move), mode, space);
                            QVERIFY(after.caret <= size);
                            QCOMPARE(after.anchor, mode == SelectionMode::Extend ? anchor : after.caret);
                        }
                    }
                }
            }
        }
    }

    void hugeDocumentsDoNotOverflow() {
        const NavigationSpace space{
            .size = kMaxDocumentSize, .bytesPerRow = 16, .grouping = 8, .pageRows = 50};
        const EditorState end{.caret = kMaxDocumentSize, .anchor = kMaxDocumentSize};
        for (int move = 0; move <= static_cast<int>(Move::DocumentEnd); ++move)
            QVERIFY(navigated(end, static_cast<Move>(move), SelectionMode::Clear, space).caret <=
                    kMaxDocumentSize);
    }

    void keysAskForMovements() {
        QVERIFY(!moveForKey(Qt::Key_A, Qt::NoModifier));
        QVERIFY(!moveForKey(Qt::Key_Up, Qt::ControlModifier));
        QVERIFY(!moveForKey(Qt::Key_Left, Qt::AltModifier));
        QCOMPARE(moveForKey(Qt::Key_Home, Qt::ControlModifier)->move, Move::DocumentStart);
        QCOMPARE(moveForKey(Qt::Key_Left, Qt::ControlModifier)->move, Move::GroupLeft);
        const auto extended = moveForKey(Qt::Key_PageDown, Qt::ShiftModifier);
        QCOMPARE(extended->move, Move::PageDown);
        QCOMPARE(extended->mode, SelectionMode::Extend);
        QVERIFY(moveForKey(Qt::Key_Left, Qt::KeypadModifier));
    }
};

QTEST_GUILESS_MAIN(TestNavigator)
#include "tst_navigator.moc"
