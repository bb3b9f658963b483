#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QPaintEvent>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStyleHints>
#include <QTest>
#include <QWheelEvent>

#include "core/source/memory_source.h"
#include "core/source/pattern_source.h"
#include "tests/support/bytes.h"
#include "tests/support/damaged_source.h"
#include "ui/hexview/hex_view.h"

using namespace octavo;
using namespace Qt::StringLiterals;

namespace {

Bytes counting(std::size_t count) {
    Bytes bytes(count);
    for (std::size_t index = 0; index < count; ++index)
        bytes[index] = static_cast<std::byte>(index);
    return bytes;
}

/// Remembers what its viewport was asked to paint.
class PaintWatch : public QObject {
public:
    explicit PaintWatch(HexView& view) { view.viewport()->installEventFilter(this); }
    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() == QEvent::Paint)
            painted += static_cast<QPaintEvent*>(event)->region();
        return QObject::eventFilter(watched, event);
    }
    QRegion painted;
};

}  // namespace

class TestHexView : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<Document> document_;
    std::unique_ptr<HexView> view_;

    void open(std::shared_ptr<const Source> source) {
        view_.reset();
        document_ = std::make_unique<Document>(std::move(source));
        view_ = std::make_unique<HexView>();
        view_->resize(900, 600);
        view_->setDocument(document_.get());
        view_->show();
        view_->activateWindow();
        view_->setFocus();
        QVERIFY(QTest::qWaitForWindowActive(view_.get()));
    }
    [[nodiscard]] QPoint centre(ByteOffset offset, Column column) const {
        return view_->rectOf(offset, column).center();
    }
    [[nodiscard]] std::string hex(ByteRange range) const {
        Bytes bytes(range.size());
        static_cast<void>(document_->snapshot().read(range.begin, bytes));
        return QByteArray::fromStdString(textOf(bytes)).toHex().toStdString();
    }
    void drag(QPoint from, QPoint to, QPoint through) {
        QTest::mousePress(view_->viewport(), Qt::LeftButton, {}, from);
        QTest::mouseMove(view_->viewport(), through);
        QTest::mouseMove(view_->viewport(), to);
        QTest::mouseRelease(view_->viewport(), Qt::LeftButton, {}, to);
    }

private Q_SLOTS:
    void init() { open(std::make_shared<MemorySource>(counting(4096))); }

    void keysTypeNibbleByNibble() {
        QTest::keyClicks(view_.get(), u"dead"_s);
        QCOMPARE(hex({0, 4}), std::string("dead0203"));
        QCOMPARE(view_->caret(), ByteOffset{2});
        QTest::keyClick(view_.get(), Qt::Key_Insert);
        QTest::keyClicks(view_.get(), u"b"_s);
        QCOMPARE(hex({0, 4}), std::string("deadb002"));
        QCOMPARE(document_->size(), ByteCount{4097});
        view_->undo();
        view_->undo();
        QCOMPARE(hex({0, 4}), std::string("00010203"));
    }

    void undoPutsTheCaretWhereTheEditBegan() {
        QTest::keyClicks(view_.get(), u"dead"_s);
        view_->goTo(100);
        view_->undo();
        QCOMPARE(view_->caret(), ByteOffset{0});
        view_->redo();
        QCOMPARE(view_->caret(), ByteOffset{2});
        view_->select({10, 14});
        view_->deleteSelection();
        view_->goTo(100);
        view_->undo();
        QCOMPARE(view_->caret(), ByteOffset{14});
    }

    void tabSwitchesToTextAndTypingGoesThere() {
        QSignalSpy columns(view_.get(), &HexView::columnChanged);
        QTest::keyClick(view_.get(), Qt::Key_Tab);
        QCOMPARE(columns.size(), 1);
        QCOMPARE(view_->state().column, Column::Text);
        QTest::keyClicks(view_.get(), u"Hi"_s);
        QCOMPARE(hex({0, 3}), std::string("486902"));
        QTest::keyClick(view_.get(), Qt::Key_Backtab);
        QCOMPARE(view_->state().column, Column::Values);
    }

    void refusedDigitsSaySo() {
        QSignalSpy refusals(view_.get(), &HexView::refused);
        QTest::keyClicks(view_.get(), u"g"_s);
        QCOMPARE(refusals.size(), 1);
        QVERIFY(!document_->isModified());
    }

    // A key held with Alt or Ctrl+Alt has text too, as in Alt+F or Ctrl+Alt+0: once it overwrote the file.
    void keysOfMenusAndShortcutsAreNotTyped() {
        for (const Qt::KeyboardModifiers held :
             {Qt::KeyboardModifiers(Qt::AltModifier), Qt::ControlModifier | Qt::AltModifier}) {
            for (const auto type : {QEvent::ShortcutOverride, QEvent::KeyPress}) {
                QKeyEvent event(type, Qt::Key_0, held, u"0"_s);
                event.ignore();
                QApplication::sendEvent(view_.get(), &event);
                QVERIFY(!event.isAccepted());
            }
        }
        QVERIFY(!document_->isModified());
    }

    void arrowsAndShiftSelect() {
        QSignalSpy selections(view_.get(), &HexView::selectionChanged);
        QSignalSpy carets(view_.get(), &HexView::caretMoved);
        QTest::keyClick(view_.get(), Qt::Key_Right);
        QTest::keyClick(view_.get(), Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(view_->selection(), (ByteRange{1, 17}));
        QCOMPARE(selections.last().at(0).toULongLong(), 1ULL);
        QCOMPARE(selections.last().at(1).toULongLong(), 17ULL);
        QCOMPARE(carets.last().at(0).toULongLong(), 17ULL);
        QTest::keyClick(view_.get(), Qt::Key_End, Qt::ControlModifier);
        QCOMPARE(view_->caret(), ByteOffset{4096});
        QVERIFY(view_->visibleRange().end == 4096);
        QVERIFY(!view_->rectOf(4096, Column::Values).isEmpty());
        QTest::keyClick(view_.get(), Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(view_->selection(), (ByteRange{0, 4096}));
    }

    void clickPutsTheCaretAndDragSelects() {
        QTest::mouseClick(view_->viewport(), Qt::LeftButton, {}, centre(0x25, Column::Text));
        QCOMPARE(view_->caret(), ByteOffset{0x25});
        QCOMPARE(view_->state().column, Column::Text);
        drag(centre(0x12, Column::Values), centre(0x34, Column::Values), centre(0x20, Column::Values));
        QCOMPARE(view_->selection(), (ByteRange{0x12, 0x35}));
        QTest::mouseClick(view_->viewport(), Qt::LeftButton, {}, centre(0x50, Column::Values));
        drag(centre(0x34, Column::Values), centre(0x12, Column::Values), centre(0x20, Column::Values));
        QCOMPARE(view_->selection(), (ByteRange{0x12, 0x35}));
        QCOMPARE(view_->caret(), ByteOffset{0x12});
    }

    void shiftClickExtends() {
        view_->goTo(0x10);
        QTest::mouseClick(view_->viewport(), Qt::LeftButton, Qt::ShiftModifier, centre(0x1F, Column::Values));
        QCOMPARE(view_->selection(), (ByteRange{0x10, 0x20}));
    }

    void doubleClickSelectsTheGroup() {
        QTest::mouseDClick(view_->viewport(), Qt::LeftButton, {}, centre(0x1B, Column::Values));
        QCOMPARE(view_->selection(), (ByteRange{0x18, 0x20}));
    }

    void gutterSelectsRows() {
        const QPoint row2(8, view_->rectOf(0x20, Column::Values).center().y());
        const QPoint row4(8, view_->rectOf(0x40, Column::Values).center().y());
        drag(row2, row4, row4);
        QCOMPARE(view_->selection(), (ByteRange{0x20, 0x50}));
    }

    void draggingOutsideScrollsByItself() {
        const QPoint start = centre(0x10, Column::Values);
        QTest::mousePress(view_->viewport(), Qt::LeftButton, {}, start);
        QTest::mouseMove(view_->viewport(), QPoint(start.x(), view_->viewport()->height() + 40));
        QTRY_VERIFY(view_->topRow() > 5);
        QTest::mouseRelease(view_->viewport(), Qt::LeftButton, {}, start);
        QVERIFY(view_->selection().size() > 16 * 20);
    }

    void scrollingPaintsOnlyWhatAppeared() {
        PaintWatch watch(*view_);
        QTRY_VERIFY(
            (view_->viewport()->update(), QCoreApplication::sendPostedEvents(), !watch.painted.isEmpty()));
        view_->goTo(0x1000);
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
        watch.painted = {};
        view_->setTopRow(view_->topRow() - 1);
        QTRY_VERIFY(!watch.painted.isEmpty());
        QVERIFY2(watch.painted.boundingRect().height() < view_->viewport()->height() / 4,
                 qPrintable(QString::number(watch.painted.boundingRect().height())));
    }

    void caretMovementPaintsTwoRowsAndTheHeader() {
        QCoreApplication::processEvents();
        PaintWatch watch(*view_);
        view_->goTo(0x20);
        QTRY_VERIFY(!watch.painted.isEmpty());
        QVERIFY(!watch.painted.contains(view_->rectOf(0x80, Column::Values).center()));
    }

    void stepsAreExactAtTheEndOfAHugeRange() {
        open(std::make_shared<PatternSource>(Bytes{std::byte{0x4F}}, kMaxDocumentSize));
        QTest::keyClick(view_.get(), Qt::Key_End, Qt::ControlModifier);
        QCOMPARE(view_->caret(), kMaxDocumentSize);
        const std::uint64_t last = view_->topRow();
        QCOMPARE(view_->verticalScrollBar()->value(), view_->verticalScrollBar()->maximum());
        view_->verticalScrollBar()->triggerAction(QAbstractSlider::SliderSingleStepSub);
        QCOMPARE(view_->topRow(), last - 1);
        view_->verticalScrollBar()->triggerAction(QAbstractSlider::SliderSingleStepSub);
        QCOMPARE(view_->topRow(), last - 2);
        view_->verticalScrollBar()->triggerAction(QAbstractSlider::SliderSingleStepAdd);
        QCOMPARE(view_->topRow(), last - 1);
        view_->verticalScrollBar()->setValue(0);
        QCOMPARE(view_->topRow(), std::uint64_t{0});
        QTest::keyClick(view_.get(), Qt::Key_Up);
        QCOMPARE(view_->caret(), kMaxDocumentSize - 16);
        QVERIFY(!view_->grab().isNull());
    }

    void copyingUnreadableBytesSaysWhy() {
        open(std::make_shared<test::DamagedSource>(counting(100), ByteRange{50, 60}));
        QSignalSpy refusals(view_.get(), &HexView::refused);
        view_->select({40, 50});
        view_->copy();
        QCOMPARE(refusals.count(), 0);
        view_->select({40, 55});
        view_->copy();
        QCOMPARE(refusals.count(), 1);
        const auto error = refusals[0][0].value<Error>();
        QCOMPARE(error.code, ErrorCode::Unreadable);
        QCOMPARE(error.offset, std::optional<ByteOffset>(50));
        QVERIFY(QGuiApplication::clipboard()->text().isEmpty());
    }
    void copyAndPasteCarryPieces() {
        open(std::make_shared<PatternSource>(Bytes{std::byte{1}, std::byte{2}}, ByteCount{50} << 30));
        view_->selectAll();
        view_->copy();
        view_->goTo(0);
        view_->setInputMode(InputMode::Insert);
        view_->paste();
        QCOMPARE(document_->size(), ByteCount{100} << 30);
        view_->undo();
        QCOMPARE(document_->size(), ByteCount{50} << 30);
    }

    void cutTakesAwayAndPasteBringsBack() {
        view_->select({0, 4});
        view_->cut();
        QCOMPARE(hex({0, 4}), std::string("04050607"));
        QCOMPARE(QApplication::clipboard()->text(), u"00 01 02 03"_s);
        view_->setInputMode(InputMode::Insert);
        view_->paste();
        QCOMPARE(hex({0, 6}), std::string("000102030405"));
    }

    void viewsOfOneDocumentEditTogether() {
        HexView other;
        other.setDocument(document_.get());
        HexView::synchronise(*view_, other);
        view_->goTo(0x123);
        QCOMPARE(other.caret(), ByteOffset{0x123});
        other.setTopRow(7);
        QCOMPARE(view_->topRow(), std::uint64_t{7});
        view_->goTo(0x200);
        QVERIFY(document_->apply(Edit::erase({0, 0x10})));
        QCOMPARE(view_->caret(), ByteOffset{0x1F0});
        QCOMPARE(other.caret(), ByteOffset{0x1F0});
    }

    void aDocumentThatComesLaterCanBeScrolled() {
        HexView late;
        late.resize(900, 300);
        late.show();
        late.setDocument(document_.get());
        QVERIFY(late.verticalScrollBar()->isVisible());
        late.verticalScrollBar()->setValue(late.verticalScrollBar()->maximum());
        QCOMPARE(late.visibleRange().end, ByteOffset{4096});
    }

    void wheelScrollsAndZooms() {
        QWheelEvent down(QPointF(200, 200), view_->mapToGlobal(QPointF(200, 200)), {}, QPoint(0, -120),
                         Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(view_->viewport(), &down);
        QCOMPARE(view_->topRow(), std::uint64_t{3});
        QWheelEvent larger(QPointF(200, 200), view_->mapToGlobal(QPointF(200, 200)), {}, QPoint(0, 120),
                           Qt::NoButton, Qt::ControlModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(view_->viewport(), &larger);
        QCOMPARE(view_->zoom(), 110);
    }

    void fittedRowsFollowTheWindow() {
        ViewOptions options;
        options.rowWidth = RowWidth::Fitted;
        view_->setOptions(options);
        view_->resize(700, 500);
        const int narrow = view_->bytesPerRow();
        view_->resize(1900, 500);
        QVERIFY(view_->bytesPerRow() > narrow);
        QCOMPARE(view_->horizontalScrollBar()->maximum(), 0);
    }

    void everyOptionPaints() {
        for (const auto radix :
             {ValueRadix::Hex, ValueRadix::Decimal, ValueRadix::Octal, ValueRadix::Binary}) {
            for (const auto offsets : {OffsetRadix::Hex, OffsetRadix::Decimal, OffsetRadix::Octal}) {
                for (const int bytes : {1, 7, 16, 256}) {
                    ViewOptions options;
                    options.valueRadix = radix;
                    options.offsetRadix = offsets;
                    options.bytesPerRow = bytes;
                    options.baseAddress = ~ByteOffset{0} - 5;
                    options.encoding = u"UTF-16LE"_s;
                    view_->setOptions(options);
                    view_->setTopRow(3);
                    QVERIFY(!view_->grab().isNull());
                }
            }
        }
    }

    void emptyAndAbsentDocumentsArePaintedAndTakeKeys() {
        open(nullptr);
        QVERIFY(!view_->grab().isNull());
        QTest::keyClicks(view_.get(), u"4f"_s);
        QCOMPARE(hex({0, 1}), std::string("4f"));
        view_->setDocument(nullptr);
        QTest::keyClicks(view_.get(), u"4f"_s);
        QTest::keyClick(view_.get(), Qt::Key_Delete);
        view_->copy();
        view_->paste();
        QVERIFY(!view_->grab().isNull());
    }

    void blinkingStopsWithoutFocus() {
        QApplication::styleHints()->setCursorFlashTime(20);
        view_->clearFocus();
        QCoreApplication::processEvents();
        PaintWatch watch(*view_);
        QTest::qWait(60);
        QVERIFY(watch.painted.isEmpty());
        view_->setFocus();
        view_->goTo(1);
        QCoreApplication::processEvents();
        watch.painted = {};
        QTRY_VERIFY(!watch.painted.isEmpty());
        QApplication::styleHints()->setCursorFlashTime(1000);
    }

    void assistiveTechnologyHearsWhereTheCaretIs() {
        view_->goTo(0x4F);
        QAccessibleInterface* interface = QAccessible::queryAccessibleInterface(view_.get());
        QVERIFY(interface != nullptr);
        QCOMPARE(interface->text(QAccessible::Name), u"Hex view, offset 0x0000004F, byte 0x4F 'O'"_s);
        QCOMPARE(interface->role(), QAccessible::EditableText);
        QAccessibleTextInterface* text = interface->textInterface();
        QVERIFY(text != nullptr);
        QCOMPARE(text->text(0, 8), u"40 41 42"_s);
        QCOMPARE(text->cursorPosition(), 45);
        view_->select({0x42, 0x44});
        QCOMPARE(text->selectionCount(), 1);
        int start = 0;
        int end = 0;
        text->selection(0, &start, &end);
        QCOMPARE(text->text(start, end), u"42 43"_s);
        QCOMPARE(interface->text(QAccessible::Value), u"2 bytes selected, from 0x00000042 to 0x00000043"_s);
        text->setCursorPosition(3);
        QCOMPARE(view_->caret(), ByteOffset{0x41});
        view_->setColumn(Column::Text);
        QCOMPARE(text->text(0, 16), u"@ABCDEFGHIJKLMNO"_s);
    }

    void whatAnInputMethodComposesIsTyped() {
        open(std::make_shared<MemorySource>(counting(4)));
        ViewOptions options = view_->options();
        options.encoding = u"ISO-8859-1"_s;
        view_->setOptions(options);
        view_->setColumn(Column::Text);
        QInputMethodEvent composed;
        composed.setCommitString(u"é"_s);
        QApplication::sendEvent(view_.get(), &composed);
        QCOMPARE(hex({0, 4}), std::string("e9010203"));
        QCOMPARE(view_->caret(), ByteOffset{1});
    }
};

QTEST_MAIN(TestHexView)
#include "tst_hex_view.moc"
