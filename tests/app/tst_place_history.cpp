#include <QTest>

#include "app/place_history.h"

using namespace octavo;

namespace {

Change erasing(ByteRange range) {
    return {.offset = range.begin, .removed = range.size()};
}

Change undoOf(const Change& change) {
    return {.offset = change.offset,
            .removed = change.inserted,
            .inserted = change.removed,
            .origin = Change::Origin::Undo};
}

}  // namespace

class TestPlaceHistory : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void goesBackAndForward() {
        PlaceHistory places;
        QVERIFY(!places.canGoBack() && !places.canGoForward());
        places.noteJump(10, 200);
        places.noteJump(210, 3000);  // the caret had moved on from 200
        QCOMPARE(places.goBack(3000), ByteOffset{210});
        QCOMPARE(places.goBack(210), ByteOffset{10});
        QVERIFY(!places.canGoBack());
        QCOMPARE(places.goForward(11), ByteOffset{210});
        QCOMPARE(places.goBack(220), ByteOffset{11});
        QCOMPARE(places.goForward(11), ByteOffset{220});
    }

    void aJumpForgetsWhatLayAhead() {
        PlaceHistory places;
        places.noteJump(1, 2);
        places.noteJump(2, 3);
        QCOMPARE(places.goBack(3), ByteOffset{2});
        places.noteJump(2, 9);
        QVERIFY(!places.canGoForward());
        QCOMPARE(places.goBack(9), ByteOffset{2});
        QCOMPARE(places.goBack(2), ByteOffset{1});
    }

    void aJumpToWhereOneIsIsNone() {
        PlaceHistory places;
        places.noteJump(5, 5);
        QVERIFY(!places.canGoBack());
    }

    void placesMoveWithTheirBytes() {
        PlaceHistory places;
        places.noteJump(100, 500);
        places.follow({.offset = 100, .removed = 0, .inserted = 10});  // in front of the byte there
        places.follow({.offset = 300, .removed = 50, .inserted = 0});
        QCOMPARE(places.goBack(460), ByteOffset{110});
        QCOMPARE(places.goForward(110), ByteOffset{460});
    }

    void whatIsRemovedComesBackByUndo() {
        PlaceHistory places;
        places.noteJump(100, 500);
        const Change erasure = erasing({50, 200});
        places.follow(erasure);
        QCOMPARE(places.goBack(350), ByteOffset{50});
        static_cast<void>(places.goForward(50));

        PlaceHistory undone;
        undone.noteJump(100, 500);
        undone.follow(erasure);
        undone.follow(undoOf(erasure));
        QCOMPARE(undone.goBack(500), ByteOffset{100});
        QCOMPARE(undone.goForward(100), ByteOffset{500});
    }

    void holdsSoManyAndNoMore() {
        PlaceHistory places;
        for (ByteOffset at = 0; at < 10 * PlaceHistory::kMax; ++at)
            places.noteJump(at, at + 1);
        std::size_t steps = 0;
        for (ByteOffset here = 10 * PlaceHistory::kMax; places.canGoBack(); ++steps)
            here = places.goBack(here);
        QCOMPARE(steps, PlaceHistory::kMax - 1);
    }
};

QTEST_APPLESS_MAIN(TestPlaceHistory)
#include "tst_place_history.moc"
