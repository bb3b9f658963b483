#include <QTest>

#include "core/source/memory_source.h"
#include "ui/hexview/row_model.h"

using namespace octavo;

namespace {

/// Counting bytes, some of which cannot be read.
class HoledSource final : public Source {
public:
    [[nodiscard]] ByteCount size() const override { return 256; }
    void read(ByteOffset offset, std::span<std::byte> out, RangeSet& unreadable) const override {
        for (std::size_t index = 0; index < out.size(); ++index) {
            const ByteOffset place = offset + index;
            out[index] = kHole.contains(place) ? std::byte{0} : static_cast<std::byte>(place);
        }
        const ByteRange hole = kHole.intersection(ByteRange::ofLength(offset, out.size()));
        if (!hole.isEmpty())
            unreadable.add(hole);
    }
    static constexpr ByteRange kHole{100, 110};
};

Content bytesOf(std::string_view text) {
    return Content::ofBytes(std::as_bytes(std::span(text)));
}

}  // namespace

class TestRowModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void givesTheBytesOfItsRange() {
        const Document document(std::make_shared<HoledSource>());
        RowModel rows;
        rows.read(document, {16, 48}, 4);
        QCOMPARE(rows.size(), std::size_t{32});
        for (std::size_t index = 0; index < rows.size(); ++index)
            QCOMPARE(std::to_integer<std::size_t>(rows.bytes()[index]), index + 16);
        QCOMPARE(rows.rangeWithContext(), (ByteRange{12, 52}));
        QCOMPARE(std::to_integer<int>(rows.bytesWithContext().front()), 12);
    }

    void contextStopsAtTheDocumentsEnds() {
        const Document document(std::make_shared<HoledSource>());
        RowModel rows;
        rows.read(document, {2, 255}, 8);
        QCOMPARE(rows.rangeWithContext(), (ByteRange{0, 256}));
        QCOMPARE(rows.size(), std::size_t{253});
    }

    void marksWhatCouldNotBeRead() {
        const Document document(std::make_shared<HoledSource>());
        RowModel rows;
        rows.read(document, {90, 120}, 16);
        for (std::size_t index = 0; index < rows.size(); ++index)
            QCOMPARE(rows.isUnreadable(index), HoledSource::kHole.contains(index + 90));
    }

    void marksWhatWasTyped() {
        Document document(std::make_shared<HoledSource>());
        QVERIFY(document.apply(Edit::replace({20, 23}, bytesOf("abc"))));
        RowModel rows;
        rows.read(document, {16, 32});
        for (std::size_t index = 0; index < rows.size(); ++index)
            QCOMPARE(rows.isModified(index), (ByteRange{20, 23}.contains(index + 16)));
        document.undo();
        rows.read(document, {16, 32});
        QVERIFY(!rows.isModified(4));
    }

    void emptyDocumentHasNoBytes() {
        const Document document;
        RowModel rows;
        rows.read(document, {0, 0}, 16);
        QCOMPARE(rows.size(), std::size_t{0});
        QVERIFY(rows.bytes().empty());
    }
};

QTEST_GUILESS_MAIN(TestRowModel)
#include "tst_row_model.moc"
