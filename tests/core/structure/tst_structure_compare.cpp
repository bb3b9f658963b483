#include <map>
#include <random>
#include <set>

#include <QtTest>

#include "core/structure/field_text.h"
#include "core/structure/item_alignment.h"
#include "core/structure/node_row.h"
#include "core/structure/structure_compare.h"
#include "tests/support/bytes.h"
#include "tests/support/language_cases.h"
#include "tests/support/string_list.h"

using namespace octavo;
using namespace octavo::test;

namespace {

/// Counts, sizes, switches, bits, what looks around itself, and what is read from elsewhere.
constexpr std::string_view kSample =
    "meta: {id: t, endian: le}\n"
    "seq:\n"
    "  - {id: version, type: u1}\n"
    "  - {id: grid, type: cell, repeat: expr, repeat-expr: 8}\n"
    "  - {id: parts, type: part, repeat: expr, repeat-expr: 5}\n"
    "  - {id: tail, size: 2, if: version != 9}\n"
    "types:\n"
    "  cell: {seq: [{id: x, type: u2}, {id: high, type: b4}, {id: low, type: b4}]}\n"
    "  part:\n"
    "    seq:\n"
    "      - {id: kind, type: u1, valid: {max: 200}}\n"
    "      - {id: size, type: u1}\n"
    "      - {id: body, size: size, type: {switch-on: kind, cases: {1: name, 2: point}}}\n"
    "    instances: {sum: {value: kind + _root.version}, far: {pos: 2, type: u1}}\n"
    "  name: {seq: [{id: text, type: str, size-eos: true, encoding: ASCII}]}\n"
    "  point: {seq: [{id: x, type: s2}, {id: y, type: f4}]}\n";

Bytes sample() {
    Bytes data = {std::byte{3}};
    for (unsigned i = 0; i < 24; ++i)
        data.push_back(static_cast<std::byte>(i * 7));
    const auto add = [&data](unsigned kind, std::string_view body) {
        data.push_back(static_cast<std::byte>(kind));
        data.push_back(static_cast<std::byte>(body.size()));
        const Bytes bytes = bytesOf(body);
        data.insert(data.end(), bytes.begin(), bytes.end());
    };
    add(1, "hello");
    add(2, std::string_view("\1\2\0\0\200\77", 6));
    add(7, "raw");
    add(1, "again");
    add(2, std::string_view("\3\4\0\0\0\100", 6));
    data.push_back(std::byte{0xEE});
    data.push_back(std::byte{0xFF});
    return data;
}

/// Records with a length of their own: "Lxyz" where L says how many letters follow.
constexpr std::string_view kRecords =
    "meta: {id: t}\n"
    "seq: [{id: records, type: record, repeat: eos}]\n"
    "types: {record: {seq: [{id: size, type: u1}, {id: text, size: size, type: str, encoding: ASCII}]}}\n";

Bytes records(const std::vector<std::string>& texts) {
    Bytes data;
    for (const std::string& each : texts) {
        data.push_back(static_cast<std::byte>(each.size()));
        const Bytes bytes = bytesOf(each);
        data.insert(data.end(), bytes.begin(), bytes.end());
    }
    return data;
}

std::vector<std::string> numbered(int count) {
    std::vector<std::string> texts;
    for (int i = 0; i < count; ++i)
        texts.push_back("text " + std::to_string(i));
    return texts;
}

/// All values of a tree by their paths, everything read: what the comparison is measured by.
class Values {
public:
    explicit Values(StructureTree& tree) : tree_(tree) { structure(tree.root()); }
    std::map<std::string, std::string> all;

private:
    void structure(StructureNode& node) {
        for (const std::size_t slot : shownFields(tree_, node))
            this->node({.structure = &node, .slot = slot, .index = {}});
    }
    void node(const NodeRef& at) {
        const FieldNode& read = at.read(tree_);
        if (read.array) {
            for (std::uint64_t i = 0; i < read.array->count(); ++i)
                node({.structure = at.structure, .slot = at.slot, .index = i});
        } else if (read.structure) {
            all[at.path()] = read.structure->type->name;
            structure(*read.structure);
        } else {
            all[at.path()] =
                editText(read.value, at.field()) + (read.error ? structureFaultName(read.error->fault) : "");
        }
    }
    StructureTree& tree_;
};

}  // namespace

/// What differs between two versions, field by field.
class TestStructureCompare : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void equalBytesHaveNoDifferences();
    void aChangedValueIsToldWithBothPlaces();
    void aFieldOnOneSideOnlyIsTold();
    void anArrayOfAnotherLengthIsTold();
    void aCheckThatFailsOnOneSideIsTold();
    void anotherCaseOfASwitchIsOneDifference();
    void bytesBeyondWhatIsShownAreCompared();
    void anInsertedRecordDoesNotMakeTheOthersDiffer();
    void removedAndChangedRecordsAreToldApart();
    void movedRecordsOfOneLengthAreAligned();
    void whatLooksAroundItselfIsComparedInEqualBytes();
    void theDifferencesAreThoseOfAnEagerComparison();
    void whatIsEqualIsNotRead();
    void aSingleItemOfALargeArrayIsFound();
    void thereIsAMostOfRows();
    void stoppingIsSaid();
    void linesAreWrittenWithPlaces();
    void itemsAreAlignedByTheirDigests();

private:
    LoadedFormat loaded_;
    std::unique_ptr<StructureTree> left_;
    std::unique_ptr<StructureTree> right_;

    StructureDifferences compare(std::string_view description, const Snapshot& left, const Snapshot& right,
                                 const StructureCompareLimits& limits = {}) {
        left_.reset();
        right_.reset();
        loaded_ = loadText(description);
        if (!loaded_.set)
            qFatal("%s", loaded_.problems.front().path.c_str());
        left_ = std::make_unique<StructureTree>(loaded_.set, left, StructureTree::Options{});
        right_ = std::make_unique<StructureTree>(loaded_.set, right, StructureTree::Options{});
        return compareStructures(*left_, *right_, limits, {}).value();
    }
    StructureDifferences compare(std::string_view description, const Bytes& left, const Bytes& right,
                                 const StructureCompareLimits& limits = {}) {
        return compare(description, Snapshot::ofBytes(left), Snapshot::ofBytes(right), limits);
    }
    static QStringList told(const StructureDifferences& found) {
        static constexpr const char* kSigns[] = {"~", "-", "+", "#", "!"};
        QStringList all;
        for (const StructureDifference& each : found.rows)
            all << QString::fromStdString(std::string(kSigns[static_cast<std::size_t>(each.kind)]) +
                                          each.path() + " " + each.left.text + " | " + each.right.text);
        return all;
    }
};

void TestStructureCompare::equalBytesHaveNoDifferences() {
    QVERIFY(compare(kSample, sample(), sample()).rows.empty());
    QVERIFY(compare(kRecords, Bytes(), Bytes()).rows.empty());
}

void TestStructureCompare::aChangedValueIsToldWithBothPlaces() {
    Bytes other = sample();
    other[4] = std::byte{0};
    const StructureDifferences found = compare(kSample, sample(), other);
    QCOMPARE(told(found), listOf({"~/grid/1/x 7189 | 7168"}));
    QCOMPARE(found.rows[0].left.place, std::optional(ByteRange{4, 6}));
    QCOMPARE(found.rows[0].right.place, std::optional(ByteRange{4, 6}));
    QVERIFY(!found.isCut);
}

void TestStructureCompare::aFieldOnOneSideOnlyIsTold() {
    constexpr std::string_view kOptional =
        "meta: {id: t}\nseq: [{id: a, type: u1}, {id: b, type: u1, if: a == 1}, {id: c, type: u1}]\n";
    QCOMPARE(told(compare(kOptional, bytesOf("\1\5\7"), bytesOf("\2\7"))), listOf({"~/a 1 | 2", "-/b 5 | "}));
    QCOMPARE(told(compare(kOptional, bytesOf("\2\7"), bytesOf("\1\5\7"))), listOf({"~/a 2 | 1", "+/b  | 5"}));
}

void TestStructureCompare::anArrayOfAnotherLengthIsTold() {
    constexpr std::string_view kList = "meta: {id: t}\nseq: [{id: a, type: u1, repeat: eos}]\n";
    QCOMPARE(told(compare(kList, bytesOf("\1\2\3"), bytesOf("\1\4"))),
             listOf({"#/a 3 | 2", "~/a/1 2 | 4", "-/a/2 3 | "}));
}

void TestStructureCompare::aCheckThatFailsOnOneSideIsTold() {
    constexpr std::string_view kChecked =
        "meta: {id: t}\nseq: [{id: limit, type: u1}, {id: a, type: u1, valid: {max: limit}}, {id: b, size: "
        "limit}]\n";
    const StructureDifferences found = compare(kChecked, bytesOf("\5\4abcde"), bytesOf("\3\4abcde"));
    QCOMPARE(told(found), listOf({"~/limit 5 | 3", "!/a 4 | 4", "~/b 6162636465 | 616263"}));
    QVERIFY(!found.rows[1].left.error);
    QCOMPARE(found.rows[1].right.error->fault, StructureFault::TooLarge);
    const StructureDifferences shortened = compare(kChecked, bytesOf("\5\4abcde"), bytesOf("\5\4abc"));
    QCOMPARE(told(shortened), listOf({"~/b 6162636465 | "}));
    QCOMPARE(shortened.rows[0].right.error->fault, StructureFault::EndOfData);
}

void TestStructureCompare::anotherCaseOfASwitchIsOneDifference() {
    Bytes other = sample();
    other[25] = std::byte{2};
    QCOMPARE(told(compare(kSample, sample(), other)),
             listOf({"~/parts/0/kind 1 | 2", "~/parts/0/body t::name | t::point", "~/parts/0/sum 4 | 5"}));
}

void TestStructureCompare::bytesBeyondWhatIsShownAreCompared() {
    constexpr std::string_view kBlob = "meta: {id: t}\nseq: [{id: a, size-eos: true}]\n";
    Bytes left(200'000);
    Bytes right = left;
    right[150'000] = std::byte{1};
    QCOMPARE(compare(kBlob, left, right).rows.size(), std::size_t{1});
}

void TestStructureCompare::anInsertedRecordDoesNotMakeTheOthersDiffer() {
    std::vector<std::string> texts = numbered(300);
    const Bytes before = records(texts);
    texts.insert(texts.begin() + 100, "something else");
    const StructureDifferences found = compare(kRecords, before, records(texts));
    QCOMPARE(told(found), listOf({"#/records 300 | 301", "+/records/100  | t::record"}));
    QCOMPARE(found.rows[1].right.place->size(), ByteCount{15});
    // Without alignment all behind it differ.
    QVERIFY(compare(kRecords, before, records(texts), {.alignedMost = 0}).rows.size() > 200);
}

void TestStructureCompare::removedAndChangedRecordsAreToldApart() {
    std::vector<std::string> texts = numbered(50);
    const Bytes before = records(texts);
    texts[40] = "text 4x";
    texts.erase(texts.begin() + 10, texts.begin() + 12);
    const StructureDifferences found = compare(kRecords, before, records(texts));
    QCOMPARE(told(found),
             listOf({"#/records 50 | 48", "-/records/10 t::record | ", "-/records/11 t::record | ",
                     "~/records/40/text \"text 40\" | \"text 4x\""}));
    QCOMPARE(found.rows[3].right.path, "/records/38/text");
}

void TestStructureCompare::movedRecordsOfOneLengthAreAligned() {
    std::vector<std::string> texts = numbered(60);
    const Bytes before = records(texts);
    texts.erase(texts.begin() + 5);
    texts.insert(texts.begin() + 50, "new");
    QCOMPARE(told(compare(kRecords, before, records(texts))),
             listOf({"-/records/5 t::record | ", "+/records/50  | t::record"}));
}

void TestStructureCompare::whatLooksAroundItselfIsComparedInEqualBytes() {
    Bytes other = sample();
    other[0] = std::byte{4};
    QCOMPARE(told(compare(kSample, sample(), other)),
             listOf({"~/version 3 | 4", "~/parts/0/sum 4 | 5", "~/parts/1/sum 5 | 6", "~/parts/2/sum 10 | 11",
                     "~/parts/3/sum 4 | 5", "~/parts/4/sum 5 | 6"}));
    other = sample();
    other[2] = std::byte{9};  // what `far` reads
    QCOMPARE(compare(kSample, sample(), other).rows.size(), std::size_t{6});
}

void TestStructureCompare::theDifferencesAreThoseOfAnEagerComparison() {
    std::mt19937 random(2024);
    for (int round = 0; round < 400; ++round) {
        Bytes other = sample();
        for (auto edits = random() % 3 + 1; edits > 0; --edits)
            other[random() % other.size()] =
                static_cast<std::byte>(random() % (random() % 2 == 0 ? 10 : 256));
        const StructureDifferences found = compare(kSample, sample(), other, {.alignedMost = 0});
        StructureTree left(loaded_.set, Snapshot::ofBytes(sample()), {});
        StructureTree right(loaded_.set, Snapshot::ofBytes(other), {});
        const auto before = Values(left).all;
        const auto after = Values(right).all;
        std::set<std::string> expected;
        for (const auto& [path, value] : before) {
            if (!after.contains(path) || after.at(path) != value)
                expected.insert(path);
        }
        for (const auto& [path, value] : after) {
            if (!before.contains(path))
                expected.insert(path);
        }
        // Below another type, or what is on one side only, nothing is told.
        std::set<std::string> told;
        for (const StructureDifference& each : found.rows) {
            if (each.kind == StructureDifference::Kind::Length)
                continue;
            QVERIFY2(expected.contains(each.path()) || each.kind != StructureDifference::Kind::Changed,
                     each.path().c_str());
            told.insert(each.path());
            std::erase_if(expected, [&each](const std::string& path) {
                return path == each.path() || path.starts_with(each.path() + "/");
            });
        }
        QVERIFY2(expected.empty(),
                 (std::to_string(round) + " " + (expected.empty() ? "" : *expected.begin())).c_str());
    }
}

void TestStructureCompare::whatIsEqualIsNotRead() {
    const Bytes data = sample();
    Bytes other = data;
    other[55] ^= std::byte{1};
    const StructureDifferences found = compare(kSample, data, other);
    QVERIFY(!found.rows.empty());
    const NodeRef grid = *nodeAt(*left_, "/grid");
    QVERIFY(grid.read(*left_).array->items().empty());
}

void TestStructureCompare::aSingleItemOfALargeArrayIsFound() {
    constexpr std::string_view kLarge =
        "meta: {id: t, endian: le}\nseq: [{id: a, type: r, repeat: eos}]\n"
        "types: {r: {seq: [{id: x, type: u4}, {id: y, type: u4}]}}\n";
    Bytes left(8'000'000);
    Bytes right = left;
    right[5'000'004] = std::byte{7};
    right[7'999'992] = std::byte{9};
    QCOMPARE(told(compare(kLarge, left, right)), listOf({"~/a/625000/y 0 | 7", "~/a/999999/x 0 | 9"}));
    QVERIFY(nodeAt(*left_, "/a")->read(*left_).array->items().empty());
}

void TestStructureCompare::thereIsAMostOfRows() {
    constexpr std::string_view kList = "meta: {id: t}\nseq: [{id: a, type: u1, repeat: eos}]\n";
    const StructureDifferences found = compare(kList, Bytes(20'000), Bytes(20'000, std::byte{1}));
    QCOMPARE(found.rows.size(), std::size_t{10'000});
    QVERIFY(found.isCut);
    QVERIFY(!compare(kList, Bytes(20), Bytes(20, std::byte{1}), {.rowsMost = 21}).isCut);
}

void TestStructureCompare::stoppingIsSaid() {
    static_cast<void>(compare(kSample, sample(), sample()));
    Bytes other = sample();
    other[4] = std::byte{0};
    right_ = std::make_unique<StructureTree>(loaded_.set, Snapshot::ofBytes(other), StructureTree::Options{});
    std::stop_source stop;
    stop.request_stop();
    QCOMPARE(compareStructures(*left_, *right_, {}, JobContext(stop.get_token(), nullptr)).error().code,
             ErrorCode::Cancelled);
}

void TestStructureCompare::linesAreWrittenWithPlaces() {
    constexpr std::string_view kOptional =
        "meta: {id: t}\nseq: [{id: a, type: u1}, {id: b, type: str, size: 3, encoding: ASCII, if: a == 1}]\n";
    const StructureDifferences found = compare(kOptional, bytesOf("\1x,y"), bytesOf("\2"));
    StringSink sink;
    QVERIFY(writeDifferences(found.rows, sink));
    QCOMPARE(sink.text(),
             "kind,path,left,right,left offset,left size,right offset,right size\r\n"
             "changed,/a,1,2,0,1,0,1\r\n"
             "only-left,/b,\"\"\"x,y\"\"\",,1,3,,\r\n");
}

void TestStructureCompare::itemsAreAlignedByTheirDigests() {
    using Digests = std::vector<std::uint64_t>;
    using Pairs = std::vector<AlignedItem>;
    QCOMPARE(*alignItems(Digests{1, 2, 3}, Digests{1, 9, 2, 3}, 10),
             (Pairs{{0, 0}, {{}, 1}, {1, 2}, {2, 3}}));
    QCOMPARE(*alignItems(Digests{1, 5, 2, 6, 3}, Digests{1, 2, 7, 3, 3}, 10),
             (Pairs{{0, 0}, {1, {}}, {2, 1}, {3, 2}, {{}, 3}, {4, 4}}));
    QCOMPARE(*alignItems(Digests{}, Digests{4}, 10), (Pairs{{{}, 0}}));
    QVERIFY(!alignItems(Digests{1, 2, 3}, Digests{4, 5, 6}, 2));
    QVERIFY(alignItems(Digests{1, 2, 3, 1, 2, 3}, Digests{1, 2, 3}, 2).has_value());
    // All of both, in order, whatever they are.
    std::mt19937 random(5);
    for (int round = 0; round < 300; ++round) {
        const auto some = [&random] {
            Digests made(random() % 12);
            for (std::uint64_t& each : made)
                each = random() % 4;
            return made;
        };
        const Digests left = some();
        const Digests right = some();
        std::uint64_t lefts = 0;
        std::uint64_t rights = 0;
        const auto pairs = alignItems(left, right, 20);
        QVERIFY(pairs);
        for (const AlignedItem& each : *pairs) {
            QVERIFY(!each.left || *each.left == lefts++);
            QVERIFY(!each.right || *each.right == rights++);
        }
        QCOMPARE(lefts, left.size());
        QCOMPARE(rights, right.size());
    }
}

QTEST_APPLESS_MAIN(TestStructureCompare)
#include "tst_structure_compare.moc"
