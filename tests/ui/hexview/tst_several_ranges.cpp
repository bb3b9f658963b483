// Several ranges selected at once in a hex view.

#include <QApplication>
#include <QClipboard>
#include <QSignalSpy>
#include <QTest>

#include "core/source/memory_source.h"
#include "tests/support/bytes.h"
#include "ui/hexview/hex_view.h"

using namespace octavo;

namespace {

std::vector<ByteRange> listed(const RangeList& ranges) {
    return {ranges.all().begin(), ranges.all().end()};
}

}  // namespace

class TestSeveralRanges : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<Document> document_;
    std::unique_ptr<HexView> view_;

    void press(ByteOffset from, ByteOffset to, Qt::KeyboardModifiers modifiers) {
        const QPoint start = view_->rectOf(from, Column::Values).center();
        const QPoint end = view_->rectOf(to, Column::Values).center();
        QTest::mousePress(view_->viewport(), Qt::LeftButton, modifiers, start);
        if (from != to)
            QTest::mouseMove(view_->viewport(), end);
        QTest::mouseRelease(view_->viewport(), Qt::LeftButton, modifiers, end);
    }
    [[nodiscard]] std::string text() const { return textOf(document_->snapshot()); }

private Q_SLOTS:
    void init() {
        view_.reset();
        document_ = std::make_unique<Document>(std::make_shared<MemorySource>(bytesOf("0123456789abcdef")));
        view_ = std::make_unique<HexView>();
        view_->resize(900, 300);
        view_->setDocument(document_.get());
        view_->show();
        QVERIFY(QTest::qWaitForWindowExposed(view_.get()));
    }

    void controlAddsAndTakesAway() {
        QSignalSpy selections(view_.get(), &HexView::selectionChanged);
        press(1, 2, {});
        QCOMPARE(listed(view_->selectedRanges()), (std::vector<ByteRange>{{1, 3}}));
        press(10, 8, Qt::ControlModifier);
        QCOMPARE(listed(view_->selectedRanges()), (std::vector<ByteRange>{{1, 3}, {8, 11}}));
        QCOMPARE(view_->selection(), (ByteRange{8, 11}));
        QCOMPARE(view_->caret(), ByteOffset{8});
        press(5, 5, Qt::ControlModifier);
        QCOMPARE(listed(view_->selectedRanges()), (std::vector<ByteRange>{{1, 3}, {5, 6}, {8, 11}}));
        const auto before = selections.size();
        press(9, 9, Qt::ControlModifier);
        QCOMPARE(listed(view_->selectedRanges()), (std::vector<ByteRange>{{1, 3}, {5, 6}}));
        QVERIFY(selections.size() > before);
        press(5, 5, Qt::ControlModifier);
        press(1, 1, Qt::ControlModifier);
        QVERIFY(view_->selectedRanges().isEmpty());
        QVERIFY(!view_->state().hasSelection());
    }

    void aNewRangeTakesBytesFromThoseItCovers() {
        press(2, 9, {});
        press(12, 5, Qt::ControlModifier);
        QCOMPARE(listed(view_->selectedRanges()), (std::vector<ByteRange>{{2, 5}, {5, 13}}));
    }

    void clickAndEscapeAndMovingEndIt() {
        const RangeList three({{1, 2}, {4, 6}, {8, 9}});
        view_->selectRanges(three);
        QCOMPARE(view_->selectedRanges(), three);
        press(4, 4, {});  // it might have become a drag of what is selected
        QVERIFY(view_->selectedRanges().isEmpty());
        QCOMPARE(view_->caret(), ByteOffset{4});
        view_->selectRanges(three);
        QCOMPARE(view_->selection(), (ByteRange{4, 6}));  // the first from the caret on
        QTest::keyClick(view_.get(), Qt::Key_Escape);
        QVERIFY(view_->selectedRanges().isEmpty());
        view_->selectRanges(three);
        QTest::keyClick(view_.get(), Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(view_->selectedRanges().size(), std::size_t{1});
    }

    void copyingJoinsAndPastingGoesToEach() {
        view_->selectRanges(RangeList({{1, 3}, {10, 12}}));
        view_->copy();
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("31 32 61 62"));
        view_->selectRanges(RangeList({{0, 1}, {1, 2}, {15, 16}}));
        view_->paste();
        QCOMPARE(text(), std::string("12ab12ab23456789abcde12ab"));
        QCOMPARE(listed(view_->selectedRanges()), (std::vector<ByteRange>{{0, 4}, {4, 8}, {21, 25}}));
        QVERIFY(document_->undoKind() == EditKind::Paste);
        view_->undo();
        QCOMPARE(text(), std::string("0123456789abcdef"));
    }

    void deletingAndCuttingTakeAllAway() {
        const RangeList two({{2, 4}, {9, 10}});
        view_->selectRanges(two);
        QTest::keyClick(view_.get(), Qt::Key_Delete);
        QCOMPARE(text(), std::string("0145678abcdef"));
        QVERIFY(!view_->state().hasSelection());
        QCOMPARE(view_->caret(), ByteOffset{2});
        view_->undo();
        QCOMPARE(text(), std::string("0123456789abcdef"));
        view_->selectRanges(two);
        view_->cut();
        QVERIFY(document_->undoKind() == EditKind::Cut);
        view_->goTo(0);
        view_->setInputMode(InputMode::Insert);
        view_->paste();
        QCOMPARE(text(), std::string("2390145678abcdef"));
    }

    void whatIsOverwrittenElsewhereStaysSelectedAndTheRestFollows() {
        view_->selectRanges(RangeList({{2, 4}, {6, 7}, {12, 14}}));
        QVERIFY(document_->apply(Edit::replace({3, 7}, Content::ofBytes(bytesOf("WXYZ")))));
        QCOMPARE(listed(view_->selectedRanges()), (std::vector<ByteRange>{{2, 4}, {6, 7}, {12, 14}}));
        QVERIFY(document_->apply(Edit::erase({5, 8})));
        QCOMPARE(listed(view_->selectedRanges()), (std::vector<ByteRange>{{2, 4}, {9, 11}}));
        QVERIFY(document_->apply(Edit::insert(0, Content::ofBytes(bytesOf("!")))));
        QCOMPARE(listed(view_->selectedRanges()), (std::vector<ByteRange>{{3, 5}, {10, 12}}));
        QVERIFY(document_->apply(Edit::erase({0, 4})));
        QCOMPARE(listed(view_->selectedRanges()), (std::vector<ByteRange>{{6, 8}}));
    }

    void undoKeepsWhatOnlyChangedItsBytes() {
        const RangeList two({{2, 4}, {9, 11}});
        view_->selectRanges(two);
        QVERIFY(document_->apply(MultiEdit{
            .kind = EditKind::Fill, .ranges = listed(two), .content = Content::ofBytes(bytesOf("--"))}));
        QCOMPARE(text(), std::string("01--45678--bcdef"));
        view_->undo();
        QCOMPARE(text(), std::string("0123456789abcdef"));
        QCOMPARE(view_->selectedRanges(), two);
    }

    void aWriteProtectedDocumentKeepsEverything() {
        document_->setWriteProtected(true);
        const RangeList two({{2, 4}, {9, 11}});
        view_->selectRanges(two);
        QSignalSpy refusals(view_.get(), &HexView::refused);
        QTest::keyClick(view_.get(), Qt::Key_Delete);
        QCOMPARE(refusals.size(), 1);
        QCOMPARE(text(), std::string("0123456789abcdef"));
        QCOMPARE(view_->selectedRanges(), two);
    }

    void allOfThemArePainted() {
        view_->selectRanges(RangeList({{1, 2}, {9, 10}}));
        view_->setFocus();
        const QImage image = view_->viewport()->grab().toImage();
        const auto groundOf = [&](ByteOffset offset) {
            const QRect cell = view_->rectOf(offset, Column::Values);
            return image.pixelColor(cell.topLeft() + QPoint(0, 1));
        };
        QCOMPARE(groundOf(1), groundOf(9));
        QVERIFY(groundOf(1) != groundOf(5));
    }
};

QTEST_MAIN(TestSeveralRanges)
#include "tst_several_ranges.moc"
