#include <random>

#include <QtTest>

#include "core/source/pattern_source.h"
#include "core/structure/record_table.h"
#include "tests/support/bytes.h"
#include "tests/support/language_cases.h"
#include "tests/support/string_list.h"

using namespace octavo;
using namespace octavo::test;

namespace {

constexpr std::string_view kEntries =
    "meta: {id: t, endian: le}\n"
    "seq: [{id: entries, type: entry, repeat: eos}]\n"
    "types:\n"
    "  entry:\n"
    "    seq: [{id: header, type: head}, {id: tag, size: 2}, {id: level, type: s1}]\n"
    "    instances: {total: {value: header.size + 1}}\n"
    "  head:\n"
    "    seq: [{id: size, type: u2}, {id: inner, type: deep}]\n"
    "  deep:\n"
    "    seq: [{id: flag, type: u1, enum: flags}, {id: deeper, type: deepest}]\n"
    "  deepest:\n"
    "    seq: [{id: x, type: u1}]\n"
    "enums: {flags: {1: set}}\n";

/// Texts of different length, so that the items are not of one size.
constexpr std::string_view kNames =
    "meta: {id: t}\n"
    "seq: [{id: names, type: name, repeat: eos}]\n"
    "types: {name: {seq: [{id: text, type: strz, encoding: ASCII}]}}\n";

Bytes entry(unsigned size, unsigned flag, std::string_view tag, int level) {
    Bytes made;
    for (const unsigned each : {size & 0xFFU, size >> 8, flag, 7U})
        made.push_back(static_cast<std::byte>(each));
    for (const char each : tag)
        made.push_back(static_cast<std::byte>(each));
    made.push_back(static_cast<std::byte>(level));
    return made;
}

Bytes joined(std::initializer_list<Bytes> parts) {
    Bytes all;
    for (const Bytes& each : parts)
        all.insert(all.end(), each.begin(), each.end());
    return all;
}

}  // namespace

class TestRecordTable : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theColumnsAreTheLeavesOfTheItems();
    void aTypeInItselfIsNotTakenApartForEver();
    void thereAreNotMoreColumnsThanAPersonCanUse();
    void itemsThatAreNoStructuresHaveOneColumn();
    void theFieldsOfAllCasesAreColumns();
    void aRecordIsItsValuesAndItsPlace();
    void whatIsNotThereIsEmptyAndWhatIsBrokenSaysSo();
    void readingLeavesNothingInTheTree();
    void recordsFarAwayAreReadWithoutTheOthers();
    void numbersAreSortedByTheirValue();
    void integersAndFractionsAreComparedAsNumbers();
    void textsAndBytesAreSortedUnitByUnit();
    void whatHasNoValueComesLastEitherWay();
    void theOrderIsThatOfAStableSort();
    void sortingEndsWhenItIsStopped();
    void moreThanCanBeSortedIsRefused();
    void linesHaveAHeadAndQuoteWhatNeedsIt();
    void chosenRecordsAreWrittenInTheOrderGiven();

private:
    LoadedFormat loaded_;
    std::unique_ptr<StructureTree> tree_;
    std::optional<NodeRef> array_;
    std::vector<RecordColumn> columns_;

    void bind(std::string_view description, const Snapshot& data, std::string_view path) {
        tree_.reset();
        loaded_ = loadText(description);
        QVERIFY2(loaded_.set, loaded_.problems.empty() ? "" : loaded_.problems.front().path.c_str());
        tree_ = std::make_unique<StructureTree>(loaded_.set, data, StructureTree::Options{});
        const auto found = nodeAt(*tree_, path);
        QVERIFY(found.has_value());
        array_ = *found;
        columns_ = recordColumns(array_->field());
    }
    QStringList titles() const {
        QStringList all;
        for (const RecordColumn& each : columns_)
            all << QString::fromStdString(each.title);
        return all;
    }
    QStringList textsOf(std::uint64_t index) {
        QStringList all;
        const RecordRow row = readRecords(*tree_, *array_, index, index + 1, columns_).front();
        for (const RecordCell& each : row.cells)
            all << QString::fromStdString(each.text);
        return all;
    }
    std::vector<std::uint32_t> sorted(std::size_t column, RecordOrder order = RecordOrder::Ascending) {
        return sortRecords(*tree_, *array_, columns_[column], order, {}).value();
    }
};

void TestRecordTable::theColumnsAreTheLeavesOfTheItems() {
    bind(kEntries, Snapshot::ofBytes(entry(1, 1, "ab", 0)), "/entries");
    QCOMPARE(titles(),
             listOf({"header.size", "header.inner.flag", "header.inner.deeper", "tag", "level", "total"}));
    QVERIFY(columns_[0].isNumber);
    QVERIFY(!columns_[1].isNumber);  // it shows names
    QVERIFY(!columns_[3].isNumber);
    QVERIFY(columns_[5].isNumber);
}

void TestRecordTable::aTypeInItselfIsNotTakenApartForEver() {
    bind(
        "meta: {id: t}\nseq: [{id: a, type: n, repeat: eos}]\n"
        "types: {n: {seq: [{id: v, type: u1}, {id: next, type: n, if: v > 0}]}}\n",
        Snapshot::ofBytes(bytesOf(std::string_view("\1\0", 2))), "/a");
    QCOMPARE(titles(), listOf({"v", "next"}));
}

void TestRecordTable::thereAreNotMoreColumnsThanAPersonCanUse() {
    std::string fields;
    for (int i = 0; i < 100; ++i)
        fields += "{id: f" + std::to_string(i) + ", type: u1}, ";
    bind("meta: {id: t}\nseq: [{id: a, type: r, repeat: eos}]\ntypes: {r: {seq: [" + fields + "]}}\n",
         Snapshot::ofBytes(Bytes(100)), "/a");
    QCOMPARE(columns_.size(), kRecordColumnsMost);
    QCOMPARE(textsOf(0).size(), 64);
}

void TestRecordTable::itemsThatAreNoStructuresHaveOneColumn() {
    bind("meta: {id: t, endian: be}\nseq: [{id: a, type: u2, repeat: eos}]\n",
         Snapshot::ofBytes(bytesOf(std::string_view("\0\1\0\2", 4))), "/a");
    QCOMPARE(titles(), listOf({"a"}));
    QVERIFY(columns_[0].isNumber);
    QCOMPARE(textsOf(1), listOf({"2"}));
    QVERIFY(recordsOf(*tree_, *array_) != nullptr);
    QVERIFY(recordsOf(*tree_, *nodeAt(*tree_, "/")) == nullptr);
    QVERIFY(recordsOf(*tree_, *nodeAt(*tree_, "/a/0")) == nullptr);
}

void TestRecordTable::theFieldsOfAllCasesAreColumns() {
    bind(
        "meta: {id: t}\n"
        "seq: [{id: k, type: u1}, {id: a, size: 2, type: {switch-on: k + _index, cases: {0: p, 1: q}}, "
        "repeat: eos}]\n"
        "types: {p: {seq: [{id: x, type: u1}, {id: y, type: u1}]}, q: {seq: [{id: x, type: u1}, {id: z, "
        "type: s1}]}}\n",
        Snapshot::ofBytes(bytesOf(std::string_view("\0\1\2\3\xFF", 5))), "/a");
    QCOMPARE(titles(), listOf({"x", "y", "z"}));
    QCOMPARE(textsOf(0), listOf({"1", "2", ""}));
    QCOMPARE(textsOf(1), listOf({"3", "", "-1"}));
}

void TestRecordTable::aRecordIsItsValuesAndItsPlace() {
    bind(kEntries, Snapshot::ofBytes(joined({entry(1, 1, "ab", 0), entry(500, 2, "cd", -3)})), "/entries");
    QCOMPARE(textsOf(0), listOf({"1", "set (1)", "", "6162", "0", "2"}));
    QCOMPARE(textsOf(1), listOf({"500", "2", "", "6364", "-3", "501"}));
    const auto rows = readRecords(*tree_, *array_, 0, 2, columns_);
    QCOMPARE(rows.size(), std::size_t{2});
    QCOMPARE(rows[1].place, std::optional(ByteRange{7, 14}));
    QVERIFY(std::get<Int128>(rows[1].cells[0].key) == 500);
    QCOMPARE(std::get<std::string>(rows[1].cells[3].key), "cd");
    QVERIFY(!rows[1].isPending);
}

void TestRecordTable::whatIsNotThereIsEmptyAndWhatIsBrokenSaysSo() {
    bind(
        "meta: {id: t}\nseq: [{id: a, type: r, size: 2, repeat: eos}]\n"
        "types: {r: {seq: [{id: x, type: u1, valid: 1}, {id: y, type: u1, if: x == 1}, {id: z, size: x}]}}\n",
        Snapshot::ofBytes(bytesOf(std::string_view("\1\2\5\6", 4))), "/a");
    QCOMPARE(textsOf(0), listOf({"1", "2", ""}));
    QCOMPARE(textsOf(1), listOf({"5", "", ""}));
    const RecordRow row = readRecords(*tree_, *array_, 1, 2, columns_).front();
    QCOMPARE(row.cells[0].error->fault, StructureFault::NotEqual);
    QVERIFY(!row.cells[1].error);
    QCOMPARE(row.cells[2].error->fault, StructureFault::EndOfData);
    QVERIFY(std::holds_alternative<std::monostate>(row.cells[2].key));
}

void TestRecordTable::readingLeavesNothingInTheTree() {
    std::string all;
    for (int i = 0; i < 300; ++i)
        all += std::string(static_cast<std::size_t>(i % 7), 'x') + '\0';
    bind(kNames, Snapshot::ofBytes(bytesOf(all)), "/names");
    ArrayNode& array = *recordsOf(*tree_, *array_);
    tree_->item(array, 100);
    QCOMPARE(textsOf(299), listOf({"\"xxxxx\""}));
    static_cast<void>(readRecords(*tree_, *array_, 10, 290, columns_));
    static_cast<void>(sorted(0));
    QCOMPARE(array.items().size(), std::size_t{1});
    QVERIFY(array.known(100) != nullptr);  // somebody else looks at it
}

void TestRecordTable::recordsFarAwayAreReadWithoutTheOthers() {
    bind(
        "meta: {id: t}\nseq: [{id: a, type: r, repeat: eos}]\n"
        "types: {r: {seq: [{id: x, type: u1}, {id: y, size: 15}]}}\n",
        Snapshot::ofSource(std::make_shared<PatternSource>(
            std::vector{std::byte{1}, std::byte{2}, std::byte{3}}, ByteCount{10} << 30)),
        "/a");
    const auto rows = readRecords(*tree_, *array_, 600'000'000, 600'000'002, columns_);
    QCOMPARE(rows[1].place, std::optional(ByteRange::ofLength(ByteOffset{600'000'001} * 16, 16)));
    QCOMPARE(rows[1].cells[0].text, std::to_string(ByteOffset{600'000'001} * 16 % 3 + 1));
}

void TestRecordTable::numbersAreSortedByTheirValue() {
    bind(kEntries,
         Snapshot::ofBytes(joined(
             {entry(300, 1, "ab", 5), entry(2, 1, "ab", -6), entry(10, 1, "ab", 5), entry(2, 1, "aa", 100)})),
         "/entries");
    QCOMPARE(sorted(0), (std::vector<std::uint32_t>{1, 3, 2, 0}));
    QCOMPARE(sorted(0, RecordOrder::Descending), (std::vector<std::uint32_t>{0, 2, 1, 3}));
    QCOMPARE(sorted(4), (std::vector<std::uint32_t>{1, 0, 2, 3}));
}

void TestRecordTable::integersAndFractionsAreComparedAsNumbers() {
    bind(
        "meta: {id: t}\nseq: [{id: k, type: u1}, {id: a, size: 1, repeat: eos, type: r}]\n"
        "types: {r: {seq: [{id: n, type: u1}], instances: {v: {value: 'n > 9 ? 0.5 : n * 1.0'}}}}\n",
        Snapshot::ofBytes(bytesOf(std::string_view("\0\3\12\0\1", 5))), "/a");
    QCOMPARE(titles(), listOf({"n", "v"}));
    QCOMPARE(sorted(1), (std::vector<std::uint32_t>{2, 1, 3, 0}));
}

void TestRecordTable::textsAndBytesAreSortedUnitByUnit() {
    bind(kNames, Snapshot::ofBytes(bytesOf(std::string_view("pear\0apple\0\0apples\0Zoo\0", 23))), "/names");
    QCOMPARE(sorted(0), (std::vector<std::uint32_t>{2, 4, 1, 3, 0}));
    QCOMPARE(sorted(0, RecordOrder::Descending), (std::vector<std::uint32_t>{0, 3, 1, 4, 2}));
}

void TestRecordTable::whatHasNoValueComesLastEitherWay() {
    bind(
        "meta: {id: t}\nseq: [{id: a, type: r, size: 2, repeat: eos}]\n"
        "types: {r: {seq: [{id: x, type: u1}, {id: y, type: u1, if: x == 1}]}}\n",
        Snapshot::ofBytes(bytesOf(std::string_view("\0\0\1\5\0\0\1\4", 8))), "/a");
    QCOMPARE(sorted(1), (std::vector<std::uint32_t>{3, 1, 0, 2}));
    QCOMPARE(sorted(1, RecordOrder::Descending), (std::vector<std::uint32_t>{1, 3, 0, 2}));
}

void TestRecordTable::theOrderIsThatOfAStableSort() {
    std::mt19937 random(7);
    Bytes data(200'000);
    for (std::byte& each : data)
        each = static_cast<std::byte>(random() % 5);
    bind("meta: {id: t}\nseq: [{id: a, type: u1, repeat: eos}]\n", Snapshot::ofBytes(data), "/a");
    std::vector<std::uint32_t> expected(data.size());
    for (std::size_t i = 0; i < expected.size(); ++i)
        expected[i] = static_cast<std::uint32_t>(i);
    std::stable_sort(expected.begin(), expected.end(),
                     [&data](std::uint32_t a, std::uint32_t b) { return data[a] < data[b]; });
    QVERIFY(sorted(0) == expected);
}

void TestRecordTable::sortingEndsWhenItIsStopped() {
    bind("meta: {id: t}\nseq: [{id: a, type: u1, repeat: eos}]\n", Snapshot::ofBytes(Bytes(1000)), "/a");
    std::stop_source stop;
    stop.request_stop();
    const auto sorting = sortRecords(*tree_, *array_, columns_[0], RecordOrder::Ascending,
                                     JobContext(stop.get_token(), std::make_shared<JobProgress>()));
    QCOMPARE(sorting.error().code, ErrorCode::Cancelled);
    QCOMPARE(sorted(0).size(), std::size_t{1000});  // the tree can be read on
}

void TestRecordTable::moreThanCanBeSortedIsRefused() {
    bind("meta: {id: t}\nseq: [{id: a, type: u1, repeat: eos}]\n",
         Snapshot::ofSource(
             std::make_shared<PatternSource>(std::vector{std::byte{1}}, kSortedRecordsMost + 1)),
         "/a");
    const auto sorting = sortRecords(*tree_, *array_, columns_[0], RecordOrder::Ascending, {});
    QCOMPARE(sorting.error().code, ErrorCode::LimitReached);
    QCOMPARE(
        sortRecords(*tree_, *nodeAt(*tree_, "/a/0"), columns_[0], RecordOrder::Ascending, {}).error().code,
        ErrorCode::NotFound);
}

void TestRecordTable::linesHaveAHeadAndQuoteWhatNeedsIt() {
    bind(kNames, Snapshot::ofBytes(bytesOf(std::string_view("a,b\0say \"x\"\0a\tb\0", 16))), "/names");
    StringSink comma;
    QVERIFY(writeRecords(*tree_, *array_, columns_, std::nullopt, FieldSeparator::Comma, comma, {}));
    QCOMPARE(comma.text(),
             "item,offset,size,text\r\n0,0,4,\"a,b\"\r\n1,4,8,\"say \"\"x\"\"\"\r\n2,12,4,a\tb\r\n");
    StringSink tab;
    QVERIFY(writeRecords(*tree_, *array_, columns_, std::nullopt, FieldSeparator::Tab, tab, {}));
    QVERIFY(tab.text().starts_with("item\toffset\tsize\ttext\r\n0\t0\t4\ta,b\r\n"));
    QVERIFY(tab.text().ends_with("2\t12\t4\t\"a\tb\"\r\n"));
}

void TestRecordTable::chosenRecordsAreWrittenInTheOrderGiven() {
    bind(kNames, Snapshot::ofBytes(bytesOf(std::string_view("a\0b\0c\0", 6))), "/names");
    StringSink sink;
    const std::vector<std::uint64_t> chosen = {2, 9, 0};
    QVERIFY(writeRecords(*tree_, *array_, columns_, std::span(chosen), FieldSeparator::Comma, sink, {}));
    QCOMPARE(sink.text(), "item,offset,size,text\r\n2,4,2,c\r\n0,0,2,a\r\n");
    StringSink full(10);
    QCOMPARE(
        writeRecords(*tree_, *array_, columns_, std::nullopt, FieldSeparator::Comma, full, {}).error().code,
        ErrorCode::LimitReached);
}

QTEST_APPLESS_MAIN(TestRecordTable)
#include "tst_record_table.moc"
