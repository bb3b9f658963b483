#include <QTest>

#include "ui/hexview/editor_state.h"

using namespace octavo;

namespace {

Change changeAt(ByteOffset offset, ByteCount removed, ByteCount inserted) {
    return {.offset = offset, .removed = removed, .inserted = inserted};
}

}  // namespace

class TestEditorState : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void selectionLiesBetweenAnchorAndCaretOnEitherSide() {
        QCOMPARE((EditorState{.caret = 9, .anchor = 4}.selection()), (ByteRange{4, 9}));
        QCOMPARE((EditorState{.caret = 4, .anchor = 9}.selection()), (ByteRange{4, 9}));
        QVERIFY((!EditorState{.caret = 4, .anchor = 4}.hasSelection()));
    }

    void movingClearsOrExtends() {
        const EditorState start{.caret = 5, .anchor = 5, .digit = 1};
        const EditorState moved = start.movedTo(8, SelectionMode::Clear);
        QCOMPARE(moved.caret, ByteOffset{8});
        QVERIFY(!moved.hasSelection());
        QCOMPARE(moved.digit, 0);
        QCOMPARE(start.movedTo(8, SelectionMode::Extend).selection(), (ByteRange{5, 8}));
    }

    void caretFollowsChanges_data() {
        QTest::addColumn<quint64>("offset");
        QTest::addColumn<quint64>("removed");
        QTest::addColumn<quint64>("inserted");
        QTest::addColumn<quint64>("caret");
        QTest::newRow("insertion behind it") << quint64{11} << quint64{0} << quint64{5} << quint64{10};
        QTest::newRow("insertion at it") << quint64{10} << quint64{0} << quint64{5} << quint64{10};
        QTest::newRow("insertion before it") << quint64{9} << quint64{0} << quint64{5} << quint64{15};
        QTest::newRow("deletion before it") << quint64{2} << quint64{3} << quint64{0} << quint64{7};
        QTest::newRow("deletion around it") << quint64{8} << quint64{6} << quint64{0} << quint64{8};
        QTest::newRow("overwrite around it") << quint64{8} << quint64{6} << quint64{6} << quint64{10};
        QTest::newRow("shrinking around it") << quint64{8} << quint64{6} << quint64{1} << quint64{9};
    }
    void caretFollowsChanges() {
        QFETCH(quint64, offset);
        QFETCH(quint64, removed);
        QFETCH(quint64, inserted);
        QFETCH(quint64, caret);
        const EditorState state{.caret = 10, .anchor = 10};
        QCOMPARE(quint64{state.following(changeAt(offset, removed, inserted)).caret}, caret);
    }

    void halfTypedByteIsForgottenWhenItIsReplaced() {
        const EditorState state{.caret = 10, .anchor = 10, .digit = 1};
        QCOMPARE(state.following(changeAt(10, 1, 1)).digit, 0);
        QCOMPARE(state.following(changeAt(11, 1, 1)).digit, 1);
    }

    void nothingLiesBeyondTheEnd() {
        const EditorState state{.caret = 100, .anchor = 90, .digit = 1};
        QCOMPARE(state.clampedTo(95).selection(), (ByteRange{90, 95}));
        QCOMPARE(state.clampedTo(95).digit, 0);
        QCOMPARE(state.clampedTo(0), (EditorState{}));
    }
};

QTEST_GUILESS_MAIN(TestEditorState)
#include "tst_editor_state.moc"
