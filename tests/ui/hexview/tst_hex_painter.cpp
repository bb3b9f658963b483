#include <QTest>

#include "core/source/memory_source.h"
#include "tests/support/bytes.h"
#include "ui/base/fixed_font.h"
#include "ui/hexview/hex_painter.h"
#include "ui/hexview/number_digits.h"

using namespace octavo;
using namespace Qt::StringLiterals;

namespace {

/// Paints a document of a few rows into an image.
struct Canvas {
    explicit Canvas(Bytes bytes, double ratio = 1.0)
        : document(std::make_shared<MemorySource>(std::move(bytes))), decoder(options.encoding) {
        painter.glyphs().setFont(bundledFixedFont(), ratio);
        layout = HexLayout(painter.glyphs().cell(), {});
        state.caret = state.anchor = document.size();
    }

    QImage paint() {
        rows.read(document, {0, document.size()});
        text.clear();
        decoder.decode(rows.bytes(), 0, text);
        const RangeList selected = state.selectedRanges();
        decorations.compute(rows, selected.all(), highlights);
        const HexScene scene{.layout = layout,
                             .options = options,
                             .colors = colors,
                             .state = state,
                             .caret = look,
                             .documentSize = document.size(),
                             .rows = rows,
                             .decorations = decorations,
                             .text = text,
                             .offsetHeading = heading,
                             .textHeading = heading};
        const int last = static_cast<int>(document.size() / 16) + 1;
        QImage image(layout.width() + 50, layout.row(last).end, QImage::Format_RGB32);
        image.fill(Qt::magenta);
        QPainter canvas(&image);
        painter.paintRows(canvas, scene, 0, last + 1, image.width());
        painter.paintHeader(canvas, scene, image.width());
        canvas.end();
        return image;
    }
    [[nodiscard]] QRect cell(int offset, Column column) const {
        const Span x = layout.cellOf(column, offset % 16);
        const Span y = layout.row(offset / 16);
        return {x.begin, y.begin, x.size(), y.size()};
    }

    Document document;
    ViewOptions options;
    TextDecoder decoder;
    HexColors colors = HexColors::light();
    EditorState state;
    CaretLook look = CaretLook::Hidden;
    HighlightProvider highlights;
    HexPainter painter;
    HexLayout layout;
    RowModel rows;
    Decorations decorations;
    std::vector<TextCell> text;
    QString heading = u"Offset"_s;
};

bool has(const QImage& image, const QColor& color) {
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixel(x, y) == color.rgb())
                return true;
        }
    }
    return false;
}

}  // namespace

class TestHexPainter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyPixelIsPainted() {
        Canvas canvas(bytesOf("some bytes in more than a row, 0123456789"));
        QVERIFY(!has(canvas.paint(), Qt::magenta));
    }

    void equalBytesLookAlikeAndOthersDoNot() {
        Canvas canvas(bytesOf("ABAB"));
        const QImage image = canvas.paint();
        for (const Column column : {Column::Values, Column::Text}) {
            QCOMPARE(image.copy(canvas.cell(0, column)), image.copy(canvas.cell(2, column)));
            QVERIFY(image.copy(canvas.cell(0, column)) != image.copy(canvas.cell(1, column)));
        }
    }

    void aSecondPaintGivesTheSamePixels() {
        Canvas canvas(bytesOf(std::string(100, 'x')));
        canvas.state = EditorState{.caret = 40, .anchor = 20};
        const QImage first = canvas.paint();
        QCOMPARE(canvas.paint(), first);
        canvas.state = EditorState{.caret = 3, .anchor = 3};
        QVERIFY(canvas.paint() != first);
        canvas.state = EditorState{.caret = 40, .anchor = 20};
        QCOMPARE(canvas.paint(), first);
    }

    void groundsFillTheGapsOfARun() {
        Canvas canvas(bytesOf("0123456789ABCDEF0123456789ABCDEF"));
        canvas.state = EditorState{.caret = 6, .anchor = 2};
        const QImage image = canvas.paint();
        const int y = canvas.layout.row(0).begin;
        const QRgb selected = canvas.colors.selectionInactive.rgb();
        const QRgb active = canvas.colors.selection.rgb();
        for (int index = 2; index < 5; ++index)
            QCOMPARE(image.pixel(canvas.layout.valueCell(index).end + 1, y), active);
        QVERIFY(image.pixel(canvas.layout.valueCell(6).begin, y) != active);
        QCOMPARE(image.pixel(canvas.layout.textCell(2).begin, y), selected);
        // The row below shows nothing of it.
        QVERIFY(!has(image.copy(0, canvas.layout.row(1).begin, image.width(), 4), canvas.colors.selection));
    }

    void highlightsShowUnderTheirBytesOnly() {
        Canvas canvas(bytesOf("0123456789"));
        canvas.highlights = [](ByteRange, const HighlightSink& sink) { sink({{4, 5}, QColor(0, 255, 0)}); };
        const QImage image = canvas.paint();
        QVERIFY(has(image.copy(canvas.cell(4, Column::Text)), QColor(0, 255, 0)));
        QVERIFY(!has(image.copy(canvas.cell(5, Column::Text)), QColor(0, 255, 0)));
    }

    void highlightsMeetInTheGapBetweenThem() {
        Canvas canvas(bytesOf("0123456789ABCDEF"));
        const QColor outer(255, 0, 0);
        const QColor inner(0, 255, 0);
        canvas.highlights = [=](ByteRange, const HighlightSink& sink) {
            sink({{2, 12}, outer});
            sink({{8, 10}, inner});
        };
        canvas.state = EditorState{.caret = 0, .anchor = 0};
        const QImage image = canvas.paint();
        const int y = canvas.layout.row(0).begin;
        const auto gapBehind = [&](int index) {
            const int begin = canvas.layout.valueCell(index).end;
            return image.copy(begin, y, canvas.layout.valueCell(index + 1).begin - begin, 1);
        };
        for (const int index : {7, 9}) {
            QVERIFY(has(gapBehind(index), outer) && has(gapBehind(index), inner));
            QVERIFY(!has(gapBehind(index), canvas.colors.caretRow));
        }
        QVERIFY(has(gapBehind(1), canvas.colors.caretRow) && has(gapBehind(11), canvas.colors.caretRow));
        canvas.state = EditorState{.caret = 14, .anchor = 12};  // a selection keeps its distance
        const QImage selected = canvas.paint();
        QCOMPARE(selected.pixel(canvas.layout.valueCell(12).begin - canvas.layout.cell().charWidth / 2, y),
                 canvas.colors.caretRow.rgb());
    }

    void caretShowsInItsColumn() {
        Canvas canvas(bytesOf("0123456789"));
        canvas.state = EditorState{.caret = 3, .anchor = 3};
        canvas.look = CaretLook::Full;
        QVERIFY(has(canvas.paint().copy(canvas.cell(3, Column::Values)), canvas.colors.caret));
        canvas.look = CaretLook::Hidden;
        QVERIFY(!has(canvas.paint().copy(canvas.cell(3, Column::Values)), canvas.colors.caret));
        canvas.look = CaretLook::Full;
        canvas.state.caret = canvas.state.anchor = 10;
        QVERIFY(has(canvas.paint().copy(canvas.cell(10, Column::Values)), canvas.colors.caret));
    }

    void everyRatioHasWholePixels_data() {
        QTest::addColumn<double>("ratio");
        QTest::newRow("1x") << 1.0;
        QTest::newRow("1.5x") << 1.5;
        QTest::newRow("2x") << 2.0;
    }
    void everyRatioHasWholePixels() {
        QFETCH(double, ratio);
        Canvas canvas(bytesOf("ABAB"), ratio);
        const CellMetrics one = cellMetrics(bundledFixedFont(), 1.0);
        const CellMetrics here = canvas.painter.glyphs().cell();
        QVERIFY(qAbs(here.charWidth - one.charWidth * ratio) <= 1.0);
        const QImage image = canvas.paint();
        QVERIFY(!has(image, Qt::magenta));
        QCOMPARE(image.copy(canvas.cell(1, Column::Values)), image.copy(canvas.cell(3, Column::Values)));
    }

    void numbersHaveTheirDigits() {
        const NumberDigits number(0x1F4A0, 16, 8);
        QCOMPARE(std::string(number.digits().begin(), number.digits().end()), std::string("0001F4A0"));
        QCOMPARE(number.leadingZeros(), 3);
        QCOMPARE(NumberDigits(0, 10, 8).leadingZeros(), 7);
        const NumberDigits binary(0xA5, 2, 8);
        QCOMPARE(std::string(binary.digits().begin(), binary.digits().end()), std::string("10100101"));
    }
};

QTEST_MAIN(TestHexPainter)
#include "tst_hex_painter.moc"
