#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include "core/source/memory_source.h"
#include "tests/support/bytes.h"
#include "ui/hexview/hex_view.h"
#include "ui/hexview/marked_scroll_bar.h"
#include "ui/hexview/minimap.h"

using namespace octavo;

namespace {

constexpr QRgb kMark = 0xffff8000;

/// A mark for the part in which this byte lies.
MarkProvider markAt(ByteOffset offset) {
    return [offset](ByteRange part) {
        return part.contains(offset) ? std::optional(QColor::fromRgb(kMark)) : std::nullopt;
    };
}

/// The first line of pixels that has this colour, or -1.
int firstLineWith(const QImage& image, QRgb colour) {
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixel(x, y) == colour)
                return y;
        }
    }
    return -1;
}

}  // namespace

class TestMinimap : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void linesAreAsManyAsThereIsRoomFor() {
        Minimap map;
        map.resize(Minimap::kWidth, 400);
        QCOMPARE(map.lines(), 0);
        map.setDocument(16 * 1000, 16);
        QCOMPARE(map.lines(), 400);
        map.setDocument(16 * 20, 16);
        QCOMPARE(map.lines(), 63);  // three a row, and the row behind the last byte
        map.setDocument(kMaxDocumentSize, 16);
        QCOMPARE(map.lines(), 400);
        QCOMPARE(map.offsetAt(0), ByteOffset{0});
        QVERIFY(map.offsetAt(399) > kMaxDocumentSize / 400 * 398);
        QCOMPARE(map.offsetAt(5000), map.offsetAt(399));
    }

    void sharesAreWantedWhenSizeOrHeightChange() {
        Minimap map;
        map.resize(Minimap::kWidth, 300);
        QSignalSpy wanted(&map, &Minimap::sharesWanted);
        map.setDocument(1 << 20, 16);
        QCOMPARE(wanted.size(), 0);  // nobody sees it
        map.show();
        QVERIFY(QTest::qWaitForWindowExposed(&map));
        QVERIFY(wanted.size() >= 1);
        QCOMPARE(wanted.last().first().toInt(), map.height());
        const auto before = wanted.size();
        map.setDocument(1 << 20, 16);
        QCOMPARE(wanted.size(), before);
        map.setDocument(1 << 21, 16);
        QCOMPARE(wanted.size(), before + 1);
        map.resize(Minimap::kWidth, 350);
        QTRY_COMPARE(wanted.last().first().toInt(), 350);
    }

    void aClickPointsAtWhatLiesThere() {
        Minimap map;
        map.resize(Minimap::kWidth, 400);
        map.setDocument(4'000'000, 16);
        QSignalSpy pointed(&map, &Minimap::pointedAt);
        QTest::mouseClick(&map, Qt::LeftButton, {}, QPoint(20, 100));
        QCOMPARE(pointed.size(), 1);
        QCOMPARE(pointed.first().first().toULongLong(), quint64{1'000'000});
        QTest::mouseClick(&map, Qt::RightButton, {}, QPoint(20, 200));
        QCOMPARE(pointed.size(), 1);
    }

    void kindsOfBytesHaveTheirColoursAndMarksTheirPlace() {
        Minimap map;
        map.resize(Minimap::kWidth, 200);
        map.setDocument(200'000, 16);
        std::vector<ByteClassShares> shares(200, ByteClassShares{.zero = 255});
        for (std::size_t i = 100; i < 200; ++i)
            shares[i] = {.high = 255};
        map.setShares(shares);
        map.setVisibleRange({0, 320});
        map.setProvider(markAt(150'500));
        const QImage image = map.grab().toImage();
        QCOMPARE(image.pixelColor(20, 50), HexColors::light().gutter);
        QVERIFY(image.pixelColor(20, 120) != HexColors::light().gutter);
        QCOMPARE(image.pixelColor(20, 120), image.pixelColor(40, 190));
        QCOMPARE(firstLineWith(image, kMark), 150);
    }

    void theScrollBarMarksPlacesToo() {
        HexView view;
        Document document(std::make_shared<MemorySource>(Bytes(100'000)));
        view.resize(800, 400);
        view.setDocument(&document);
        view.setMarkProvider(markAt(50'000));
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QScrollBar* bar = view.verticalScrollBar();
        const int line = firstLineWith(bar->grab().toImage(), kMark);
        QVERIFY2(qAbs(line - bar->height() / 2) <= 4, qPrintable(QString::number(line)));
        view.setMarkProvider({});
        QCOMPARE(firstLineWith(bar->grab().toImage(), kMark), -1);
    }
};

QTEST_MAIN(TestMinimap)
#include "tst_minimap.moc"
