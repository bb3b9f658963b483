// Painting a full HD hex view in software, against the yardstick: a plain blit of the same cells, ready-made.

#include <benchmark/benchmark.h>

#include <QApplication>
#include <QImage>
#include <QPainter>

#include "core/source/memory_source.h"
#include "ui/base/fixed_font.h"
#include "ui/hexview/hex_painter.h"
#include "ui/hexview/hex_view.h"

using namespace octavo;

namespace {

constexpr QSize kFullHd(1920, 1080);

enum class Rows { Sixteen, Fitted };

/// Bytes like a program's: runs of zeros, text, code.
std::shared_ptr<MemorySource> mixedBytes() {
    std::vector<std::byte> bytes(std::size_t{1} << 20);
    std::uint32_t state = 1;
    for (std::size_t index = 0; index < bytes.size(); ++index) {
        state = state * 1664525 + 1013904223;
        const unsigned kind = static_cast<unsigned>(index / 64) % 4;
        const unsigned value = state >> 24;
        bytes[index] = static_cast<std::byte>(kind == 0 ? 0U : kind == 1 ? 0x20 + value % 0x5F : value);
    }
    return std::make_shared<MemorySource>(std::move(bytes));
}

/// All that one paint of a full HD view needs.
struct FullHdScene {
    explicit FullHdScene(Rows rowsWanted) : document(mixedBytes()), decoder(options.encoding) {
        painter.glyphs().setFont(bundledFixedFont(), 1.0);
        HexLayout::Shape shape;
        const CellMetrics cell = painter.glyphs().cell();
        if (rowsWanted == Rows::Fitted)
            shape.bytesPerRow = HexLayout::bytesThatFit(cell, shape, kFullHd.width());
        layout = HexLayout(cell, shape);
        startedRows = layout.startedRows(kFullHd.height());
        state.caret = state.anchor = 100;
        read();
    }

    void read() {
        const auto count = static_cast<ByteCount>(startedRows) * static_cast<ByteCount>(layout.bytesPerRow());
        rows.read(document, {0, count}, TextDecoder::kContext);
        text.clear();
        decoder.decode(rows.bytesWithContext(), 0, text);
        decorations.compute(rows, std::vector{ByteRange{300, 420}}, {});
    }

    [[nodiscard]] HexScene scene() const {
        return {.layout = layout,
                .options = options,
                .colors = colors,
                .state = state,
                .caret = CaretLook::Full,
                .documentSize = document.size(),
                .topRow = 0,
                .rows = rows,
                .decorations = decorations,
                .text = text,
                .offsetHeading = heading,
                .textHeading = heading};
    }

    void paint(QPainter& canvas) {
        const HexScene now = scene();
        painter.paintRows(canvas, now, 0, startedRows, kFullHd.width());
        painter.paintHeader(canvas, now, kFullHd.width());
    }

    Document document;
    ViewOptions options;
    TextDecoder decoder;
    HexColors colors = HexColors::light();
    EditorState state;
    HexPainter painter;
    HexLayout layout;
    RowModel rows;
    Decorations decorations;
    std::vector<TextCell> text;
    QString heading = QStringLiteral("Offset");
    int startedRows = 0;
};

/// From the document to the pixels.
void paintFullHd(benchmark::State& state, Rows rows) {
    FullHdScene scene(rows);
    QImage image(kFullHd, QImage::Format_RGB32);
    for (auto unused : state) {
        static_cast<void>(unused);
        scene.read();
        QPainter canvas(&image);
        scene.paint(canvas);
    }
    state.counters["bytesPerRow"] = scene.layout.bytesPerRow();
    state.counters["cells"] = static_cast<double>(scene.rows.size() * 2);
}

/// The yardstick: every digit and character blitted as a small image from where it lies ready, on a filled
/// ground.
void blitSameCells(benchmark::State& state, Rows rows) {
    FullHdScene scene(rows);
    QImage image(kFullHd, QImage::Format_RGB32);
    {
        QPainter canvas(&image);
        scene.paint(canvas);
    }
    const CellMetrics cell = scene.layout.cell();
    const QImage glyph = image.copy(
        QRect(scene.layout.valueCell(0).begin, scene.layout.row(0).begin, cell.charWidth, cell.rowHeight));
    for (auto unused : state) {
        static_cast<void>(unused);
        QPainter canvas(&image);
        canvas.fillRect(image.rect(), scene.colors.ground);
        for (int row = 0; row < scene.startedRows; ++row) {
            const int y = scene.layout.row(row).begin;
            for (int digit = 0; digit < scene.layout.shape().offsetDigits; ++digit)
                canvas.drawImage(scene.layout.offsetColumn().begin + digit * cell.charWidth, y, glyph);
            for (int index = 0; index < scene.layout.bytesPerRow(); ++index) {
                canvas.drawImage(scene.layout.digitCell(index, 0).begin, y, glyph);
                canvas.drawImage(scene.layout.digitCell(index, 1).begin, y, glyph);
                canvas.drawImage(scene.layout.textCell(index).begin, y, glyph);
            }
        }
    }
}

/// What the memory alone costs: one full HD image onto another.
void copyWholeImage(benchmark::State& state) {
    QImage from(kFullHd, QImage::Format_RGB32);
    QImage to(kFullHd, QImage::Format_RGB32);
    from.fill(Qt::white);
    for (auto unused : state) {
        static_cast<void>(unused);
        QPainter canvas(&to);
        canvas.drawImage(0, 0, from);
    }
}

}  // namespace

BENCHMARK_CAPTURE(paintFullHd, sixteen, Rows::Sixteen)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(blitSameCells, sixteen, Rows::Sixteen)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(paintFullHd, fitted, Rows::Fitted)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(blitSameCells, fitted, Rows::Fitted)->Unit(benchmark::kMicrosecond);
BENCHMARK(copyWholeImage)->Unit(benchmark::kMicrosecond);

int main(int argumentCount, char** arguments) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argumentCount, arguments);
    benchmark::Initialize(&argumentCount, arguments);
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
    return 0;
}
