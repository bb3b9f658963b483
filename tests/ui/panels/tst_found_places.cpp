#include <QAbstractItemModelTester>
#include <QtTest>

#include "core/base/text_sink.h"
#include "tests/ui/panels/test_document_context.h"
#include "ui/panels/found_arrangement.h"
#include "ui/panels/found_model.h"
#include "ui/panels/found_places.h"

using namespace octavo;
using namespace Qt::StringLiterals;

namespace {

Content text(const char* characters) {
    return Content::ofBytes(std::as_bytes(std::span(characters, std::strlen(characters))));
}

std::vector<FoundPlace> placesAt(std::initializer_list<ByteRange> ranges) {
    std::vector<FoundPlace> places;
    for (const ByteRange range : ranges)
        places.emplace_back(Match{.range = range});
    return places;
}

class StringSink final : public TextSink {
public:
    Status append(std::string_view more) override {
        text += more;
        return {};
    }
    std::string text;
};

class TestFoundPlaces : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPlaceIsSmall() {
        QCOMPARE(sizeof(FoundPlace), std::size_t{16});
        const FoundPlace place(Match{.range = {kMaxDocumentSize - 1, kMaxDocumentSize}, .form = 3});
        QCOMPARE(place.range(), (ByteRange{kMaxDocumentSize - 1, kMaxDocumentSize}));
        QCOMPARE(static_cast<unsigned>(place.form), 3U);
    }

    void placesFollowEditsAndSayWhichWereTouched() {
        TestDocumentContext context("0123456789");
        FoundPlaces places(*context.document(), u"x"_s, {}, nullptr);
        places.append(placesAt({{1, 3}, {5, 7}, {8, 10}}));
        QVERIFY(!places.isStale());
        QVERIFY(context.apply(Edit::insert(4, text("ab"))));
        QCOMPARE(places.at(0).range, (ByteRange{1, 3}));
        QCOMPARE(places.at(1).range, (ByteRange{7, 9}));
        QVERIFY(context.apply(Edit::replace({8, 9}, text("?"))));
        QVERIFY(places.at(1).isChanged);
        QVERIFY(!places.at(2).isChanged);
        QCOMPARE(places.at(2).range, (ByteRange{10, 12}));
        QVERIFY(places.isStale());
        context.document()->undo();
        context.document()->undo();
        QVERIFY(!places.isStale());
        QVERIFY(!places.at(1).isChanged);
        QCOMPARE(places.at(1).range, (ByteRange{5, 7}));
    }

    void aTouchedPlaceLiesInsideTheDocument() {
        TestDocumentContext context("0123456789");
        FoundPlaces places(*context.document(), u"x"_s, {}, nullptr);
        places.append(placesAt({{1, 3}, {8, 10}}));
        QVERIFY(context.apply(Edit::erase({0, 10})));
        for (std::size_t i = 0; i < places.size(); ++i) {
            QVERIFY(places.at(i).isChanged);
            QCOMPARE(places.at(i).range, (ByteRange{0, 0}));
        }
    }

    void modelPassesTheModelTester() {
        TestDocumentContext context("01ABCD6789");
        FoundModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        auto places = std::make_unique<FoundPlaces>(*context.document(), u"x"_s, QStringList(), nullptr);
        model.setPlaces(places.get());
        places->append(placesAt({{2, 4}, {4, 6}}));
        places->append(placesAt({{8, 10}}));
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.index(1, FoundModel::OffsetColumn).data().toString(), u"0x4"_s);
        QCOMPARE(model.index(1, FoundModel::BytesColumn).data().toString(), u"43 44"_s);
        QCOMPARE(model.index(2, FoundModel::TextColumn).data().toString(), u"01ABCD6789"_s);
        QCOMPARE(model.lineOf(model.index(0, 0)), u"0x2\t2\t41 42"_s);
        model.setOrder(std::make_shared<std::vector<std::uint32_t>>(std::vector<std::uint32_t>{2, 0}));
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.index(0, FoundModel::OffsetColumn).data().toString(), u"0x8"_s);
        QVERIFY(context.apply(Edit::insert(0, text("x"))));
        QCOMPARE(model.index(0, FoundModel::OffsetColumn).data().toString(), u"0x9"_s);
        places.reset();
        QCOMPARE(model.rowCount(), 0);
    }

    void arrangesByLengthBytesAndFilter_data() {
        using Key = FoundArrangement::Key;
        QTest::addColumn<int>("key");
        QTest::addColumn<bool>("isDescending");
        QTest::addColumn<QString>("filter");
        QTest::addColumn<QList<int>>("rows");
        const auto row = [](const char* name, Key key, bool isDescending, const QString& filter,
                            QList<int> rows) {
            QTest::newRow(name) << int(key) << isDescending << filter << rows;
        };
        row("as found", Key::Offset, false, {}, {0, 1, 2, 3});
        row("backwards", Key::Offset, true, {}, {3, 2, 1, 0});
        row("by length", Key::Length, false, {}, {3, 1, 0, 2});
        row("by length, longest first", Key::Length, true, {}, {2, 0, 1, 3});
        row("by bytes", Key::Bytes, false, {}, {2, 1, 0, 3});
        row("text in any case", Key::Offset, false, u"B"_s, {0, 1});
        row("hex", Key::Offset, false, u"0x62"_s, {1});
        row("nothing", Key::Length, true, u"zz"_s, {});
        row("filtered and sorted", Key::Length, false, u"b"_s, {1, 0});
    }
    void arrangesByLengthBytesAndFilter() {
        QFETCH(int, key);
        QFETCH(bool, isDescending);
        QFETCH(QString, filter);
        QFETCH(QList<int>, rows);
        TestDocumentContext context("aBc_Ab_0123_x");
        FoundPlaces places(*context.document(), u"x"_s, {}, nullptr);
        places.append(placesAt({{0, 3}, {4, 6}, {7, 11}, {12, 13}}));
        FoundArrangement how{.key = static_cast<FoundArrangement::Key>(key),
                             .order = isDescending ? Qt::DescendingOrder : Qt::AscendingOrder,
                             .filter = filter};
        const auto order = arrange(*places.list(), context.document()->snapshot(), places.map(), how, {});
        QVERIFY(order.has_value());
        QList<int> got;
        for (const std::uint32_t each : **order)
            got << static_cast<int>(each);
        QCOMPARE(got, rows);
    }

    void writesLinesOfWhatIsStillThere() {
        TestDocumentContext context("0123456789");
        FoundPlaces places(*context.document(), u"x"_s, {}, nullptr);
        places.append(placesAt({{1, 3}, {5, 7}}));
        QVERIFY(context.apply(Edit::replace({1, 2}, text("?"))));
        QVERIFY(context.apply(Edit::insert(0, text("x"))));
        StringSink sink;
        QVERIFY(writeFound(*places.list(), nullptr, context.document()->snapshot(), places.map(), sink, {}));
        QCOMPARE(sink.text, std::string("0x6\t2\t35 36\n"));
    }

    void stoppedArrangingSaysSo() {
        TestDocumentContext context("0123456789");
        FoundPlaces places(*context.document(), u"x"_s, {}, nullptr);
        places.append(placesAt({{1, 3}}));
        std::stop_source stop;
        stop.request_stop();
        const auto order = arrange(*places.list(), context.document()->snapshot(), places.map(), {},
                                   JobContext(stop.get_token(), nullptr));
        QCOMPARE(order.error().code, ErrorCode::Cancelled);
    }
};

}  // namespace

QTEST_MAIN(TestFoundPlaces)
#include "tst_found_places.moc"
