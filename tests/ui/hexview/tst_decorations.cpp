#include <QTest>

#include "core/source/memory_source.h"
#include "ui/hexview/decorations.h"

using namespace octavo;

namespace {

std::shared_ptr<MemorySource> everyByte() {
    std::vector<std::byte> bytes(256);
    for (std::size_t value = 0; value < bytes.size(); ++value)
        bytes[value] = static_cast<std::byte>(value);
    return std::make_shared<MemorySource>(std::move(bytes));
}

constexpr auto kPlain = static_cast<std::uint8_t>(Ground::Plain);
constexpr auto kSelected = static_cast<std::uint8_t>(Ground::Selected);

}  // namespace

class TestDecorations : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyByteHasItsClass() {
        const Document document(everyByte());
        RowModel rows;
        rows.read(document, {0, 256});
        Decorations decorations;
        decorations.compute(rows, {}, {});
        for (std::size_t value = 0; value < 256; ++value) {
            const Ink wanted = value == 0                   ? Ink::Zero
                               : value < 32 || value == 127 ? Ink::Control
                               : value < 127                ? Ink::Printable
                                                            : Ink::High;
            QCOMPARE(decorations.styles()[value], (CellStyle{wanted, kPlain}));
        }
    }

    void modifiedBytesHaveTheirOwnInk() {
        Document document(everyByte());
        const std::byte typed{0};
        QVERIFY(document.apply(Edit::replace({65, 66}, Content::ofBytes({&typed, 1}))));
        RowModel rows;
        rows.read(document, {64, 80});
        Decorations decorations;
        decorations.compute(rows, {}, {});
        QCOMPARE(decorations.styles()[1].ink, Ink::Modified);
        QCOMPARE(decorations.styles()[0].ink, Ink::Printable);
    }

    void selectionCoversHighlights() {
        const Document document(everyByte());
        RowModel rows;
        rows.read(document, {32, 64});
        Decorations decorations;
        decorations.compute(rows, std::vector{ByteRange{40, 44}},
                            [](ByteRange visible, const HighlightSink& sink) {
                                QCOMPARE(visible, (ByteRange{32, 64}));
                                sink({{0, 42}, Qt::red});
                                sink({{36, 38}, Qt::green});
                                sink({{50, 1000}, Qt::red});
                                sink({{200, 300}, Qt::blue});
                            });
        const auto groundAt = [&](ByteOffset offset) {
            return decorations.styles()[static_cast<std::size_t>(offset - 32)].ground;
        };
        QCOMPARE(decorations.highlightColors().size(), std::size_t{2});
        QCOMPARE(groundAt(32), kFirstHighlightGround);
        QCOMPARE(int(groundAt(36)), kFirstHighlightGround + 1);
        QCOMPARE(groundAt(38), kFirstHighlightGround);
        QCOMPARE(groundAt(40), kSelected);
        QCOMPARE(groundAt(43), kSelected);
        QCOMPARE(groundAt(44), kPlain);
        QCOMPARE(groundAt(63), kFirstHighlightGround);
    }

    void moreColoursThanPlacesStayInBounds() {
        const Document document(everyByte());
        RowModel rows;
        rows.read(document, {0, 256});
        Decorations decorations;
        decorations.compute(rows, {}, [](ByteRange, const HighlightSink& sink) {
            for (int index = 0; index < 256; ++index)
                sink({ByteRange::ofLength(static_cast<ByteOffset>(index), 1), QColor(index, 0, 0)});
        });
        QCOMPARE(decorations.highlightColors().size(), std::size_t{200});
        for (const CellStyle style : decorations.styles())
            QVERIFY(style.ground - kFirstHighlightGround < 200);
    }
};

QTEST_GUILESS_MAIN(TestDecorations)
#include "tst_decorations.moc"
