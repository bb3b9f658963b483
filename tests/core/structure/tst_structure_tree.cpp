#include <QtTest>

#include "core/source/pattern_source.h"
#include "core/structure/node_path.h"
#include "tests/support/language_cases.h"

using namespace octavo;
using namespace octavo::test;

namespace {

std::shared_ptr<const Source> counted(ByteCount size) {
    return std::make_shared<PatternSource>(std::vector{std::byte{1}, std::byte{2}, std::byte{3}}, size);
}

}  // namespace

/// The lenient tree of the window: it reads what is looked at, and an error stays where it is.
class TestStructureTree : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aFailedCheckMarksItsFieldAndGoesOn();
    void anErrorInASizedBodyStaysThere();
    void whatCannotBeFoundBehindAnErrorIsNotShown();
    void anItemFarInALargeArrayIsReachedWithoutTheOthers();
    void aSizedBodyIsNotReadBeforeItIsLookedAt();
    void anArrayThatIsTooShortShowsWhatIsThere();
    void itemsWithoutBytesDoNotRepeatForEver();
    void structuresInThemselvesEndAtALimit();
    void aValueThatNeedsItselfIsAnError();
    void manyItemsEndAtTheLimitOfNodes();
    void textsThatDoubleEndAtALimit();
    void longChainsOfValuesEndAtALimit();
    void pathsLeadToNodesOrSayWhereTheyEnd();
    void aRangeIsReadWithTheOffsetsOfTheDocument();

private:
    LoadedFormat loaded_;
    std::unique_ptr<StructureTree> tree_;

    void bind(std::string_view description, const Snapshot& data, StructureTree::Options options = {}) {
        tree_.reset();
        loaded_ = loadText(description);
        QVERIFY2(loaded_.set, loaded_.problems.empty() ? "" : loaded_.problems.front().path.c_str());
        tree_ = std::make_unique<StructureTree>(loaded_.set, data, options);
    }
    static Snapshot bytes(std::initializer_list<unsigned char> values) {
        return Snapshot::ofBytes(std::as_bytes(std::span(values.begin(), values.size())));
    }
    FieldNode& at(std::string_view path) {
        const auto node = nodeAt(*tree_, path);
        if (!node)
            qFatal("no %s", std::string(path).c_str());
        return node->read(*tree_);
    }
    Int128 number(std::string_view path) {
        const auto* value = at(path).value.as<Int128>();
        return value != nullptr ? *value : Int128{-1};
    }
    static StructureFault fault(const FieldNode& node) {
        return node.error ? node.error->fault : StructureFault::Stopped;
    }
};

void TestStructureTree::aFailedCheckMarksItsFieldAndGoesOn() {
    bind("meta: {id: t}\nseq: [{id: a, contents: [1]}, {id: b, type: u1, valid: 9}, {id: c, type: u1}]\n",
         bytes({2, 3, 4}));
    QCOMPARE(fault(at("/a")), StructureFault::NotEqual);
    QCOMPARE(fault(at("/b")), StructureFault::NotEqual);
    QVERIFY(number("/b") == 3);
    QVERIFY(number("/c") == 4);
}

void TestStructureTree::anErrorInASizedBodyStaysThere() {
    bind(
        "meta: {id: t}\nseq: [{id: a, size: 2, type: body}, {id: b, type: u1}]\n"
        "types: {body: {seq: [{id: x, type: u1}, {id: y, size: 5}]}}\n",
        bytes({1, 2, 3}));
    QCOMPARE(fault(at("/a/y")), StructureFault::EndOfData);
    QVERIFY(number("/a/x") == 1);
    QVERIFY(number("/b") == 3);
}

void TestStructureTree::whatCannotBeFoundBehindAnErrorIsNotShown() {
    bind("meta: {id: t}\nseq: [{id: n, type: u1}, {id: a, size: n}, {id: b, type: u1}]\n", bytes({9, 2, 3}));
    QCOMPARE(fault(at("/a")), StructureFault::EndOfData);
    QCOMPARE(at("/b").state, NodeState::Unread);
    QVERIFY(tree_->root().hasStopped);
}

void TestStructureTree::anItemFarInALargeArrayIsReachedWithoutTheOthers() {
    const ByteCount size = ByteCount{10} << 30;
    bind(
        "meta: {id: t, endian: le}\nseq: [{id: a, type: r, repeat: eos}]\n"
        "types: {r: {seq: [{id: x, type: u4}, {id: y, size: 12}]}}\n",
        Snapshot::ofSource(counted(size)));
    QCOMPARE(at("/a").array->count(), size / 16);
    QCOMPARE(at("/a/600000000/x").begin.byte, ByteOffset{600000000} * 16);
    QCOMPARE(at("/a/600000000/y").range(), ByteRange::ofLength(ByteOffset{600000000} * 16 + 4, 12));
    QVERIFY(at("/a").array->known(599999999) == nullptr);
}

void TestStructureTree::aSizedBodyIsNotReadBeforeItIsLookedAt() {
    bind(
        "meta: {id: t}\nseq: [{id: a, size: 2, type: body}, {id: b, type: u1}]\ntypes: {body: {seq: [{id: x, "
        "type: "
        "u1}]}}\n",
        bytes({1, 2, 3}));
    QVERIFY(number("/b") == 3);
    QVERIFY(!at("/a").structure->isBegun);
    QVERIFY(number("/a/x") == 1);
    QVERIFY(at("/a").structure->isBegun);
}

void TestStructureTree::anArrayThatIsTooShortShowsWhatIsThere() {
    bind("meta: {id: t, endian: be}\nseq: [{id: a, type: u2, repeat: expr, repeat-expr: 1000000000000}]\n",
         bytes({1, 2, 3, 4, 5}));
    QCOMPARE(at("/a").array->count(), std::uint64_t{2});
    QCOMPARE(fault(at("/a")), StructureFault::EndOfData);
    QVERIFY(number("/a/1") == 0x0304);
}

void TestStructureTree::itemsWithoutBytesDoNotRepeatForEver() {
    bind("meta: {id: t}\nseq: [{id: a, type: nothing, repeat: eos}]\ntypes: {nothing: {}}\n", bytes({1}));
    QCOMPARE(fault(at("/a")), StructureFault::NoProgress);
}

void TestStructureTree::structuresInThemselvesEndAtALimit() {
    bind("meta: {id: t}\nseq: [{id: n, type: u1}, {id: next, type: t}]\n",
         Snapshot::ofSource(counted(10000)));
    StructureNode* node = &tree_->root();
    int depth = 0;
    for (; node != nullptr; ++depth) {
        tree_->readSequence(*node);
        if (fault(node->fieldAt(1)) == StructureFault::TooDeep)
            break;
        node = node->fieldAt(1).structure.get();
    }
    QCOMPARE(depth, 256);
}

void TestStructureTree::aValueThatNeedsItselfIsAnError() {
    bind("meta: {id: t}\ninstances: {a: {value: b + 1}, b: {value: a + 1}}\n", bytes({}));
    QCOMPARE(fault(at("/a")), StructureFault::TooDeep);
    QCOMPARE(at("/a").error->detail, "a");
}

void TestStructureTree::manyItemsEndAtTheLimitOfNodes() {
    bind(
        "meta: {id: t}\nseq: [{id: a, type: nothing, repeat: expr, repeat-expr: 1 << 62}]\ntypes: {nothing: "
        "{}}\n",
        bytes({}), {.mostNodes = 1000});
    QCOMPARE(fault(at("/a")), StructureFault::LimitReached);
    QCOMPARE(at("/a").array->count(), std::uint64_t{1000});
}

void TestStructureTree::textsThatDoubleEndAtALimit() {
    std::string text = "meta: {id: t}\ninstances:\n  a0: {value: '\"x\"'}\n";
    for (int i = 1; i <= 60; ++i)
        text += "  a" + std::to_string(i) + ": {value: a" + std::to_string(i - 1) + " + a" +
                std::to_string(i - 1) + "}\n";
    bind(text, bytes({}));
    QCOMPARE(fault(at("/a60")), StructureFault::LimitReached);
    QVERIFY(at("/a20").value.as<std::u16string>() != nullptr);
}

void TestStructureTree::longChainsOfValuesEndAtALimit() {
    // In this order the type of each is known when the next one is checked; in the other it is not.
    std::string forward = "meta: {id: t}\ninstances:\n  a0: {value: 1}\n";
    std::string backward = "meta: {id: t}\ninstances:\n";
    for (int i = 1; i < 10000; ++i) {
        forward += "  a" + std::to_string(i) + ": {value: a" + std::to_string(i - 1) + " + 1}\n";
        backward += "  b" + std::to_string(i) + ": {value: b" + std::to_string(i + 1) + " + 1}\n";
    }
    bind(forward, bytes({}));
    QCOMPARE(fault(at("/a9999")), StructureFault::TooDeep);
    QCOMPARE(loadText(backward).problems.front().fault, FormatFault::TooDeep);
}

void TestStructureTree::pathsLeadToNodesOrSayWhereTheyEnd() {
    bind("meta: {id: t}\nseq: [{id: a, type: u1, repeat: eos}]\ninstances: {v: {value: 'a[1]'}}\n",
         bytes({1, 2}));
    QVERIFY(nodeAt(*tree_, "/")->isTop());
    QVERIFY(number("/a/1") == 2);
    QVERIFY(number("/v") == 2);
    QCOMPARE(nodeAt(*tree_, "/a/1")->path(), "/a/1");
    QCOMPARE(nodeAt(*tree_, "/a/2").error().detail, "/a/2");
    QCOMPARE(nodeAt(*tree_, "/a/x/y").error().detail, "/a/x");
    QCOMPARE(nodeAt(*tree_, "/a/1/y").error().detail, "/a/1/y");
}

void TestStructureTree::aRangeIsReadWithTheOffsetsOfTheDocument() {
    bind("meta: {id: t}\nseq: [{id: a, type: u1, repeat: eos}]\ninstances: {p: {pos: 1, type: u1}}\n",
         bytes({9, 9, 1, 2, 9}), {.range = ByteRange{2, 4}});
    QCOMPARE(at("/a").array->count(), std::uint64_t{2});
    QCOMPARE(at("/a/0").range(), (ByteRange{2, 3}));
    QVERIFY(number("/p") == 2);
}

QTEST_APPLESS_MAIN(TestStructureTree)
#include "tst_structure_tree.moc"
