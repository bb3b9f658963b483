#include <QtTest>

#include "core/structure/node_path.h"
#include "core/structure/structure_tree.h"
#include "tests/support/language_cases.h"

using namespace octavo;
using namespace octavo::test;

/// What becomes of a tree when its bytes change, when reading was stopped, and when a value gets longer.
class TestStructureRenewal : public QObject {
    Q_OBJECT

private:
    void bind(std::string_view description, std::string_view bytes) {
        formats_ = loadText(description).set;
        QVERIFY(formats_);
        data_ = bytes;
        tree_ = std::make_unique<StructureTree>(formats_, snapshot(), StructureTree::Options{});
    }
    Snapshot snapshot() const { return Snapshot::ofBytes(std::as_bytes(std::span(data_))); }
    void edit(std::size_t at, std::size_t removed, std::string_view inserted) {
        data_.replace(at, removed, inserted);
        tree_->follow(snapshot(), ByteRange::ofLength(at, removed));
    }
    FieldNode& at(std::string_view path) { return nodeAt(*tree_, path)->read(*tree_); }
    Int128 number(std::string_view path) {
        const auto* integer = at(path).value.as<Int128>();
        return integer != nullptr ? *integer : Int128{-1};
    }
    void stop() {
        std::stop_source source;
        source.request_stop();
        tree_->limit(JobContext(source.get_token(), nullptr));
    }
    Result<FieldChange> change(std::string_view path, std::string_view text) {
        const auto node = nodeAt(*tree_, path);
        const auto value = parseFieldValue(text, node->field(), node->read(*tree_));
        return value ? tree_->change(*node->structure, *node->slot, node->index, *value)
                     : fail(value.error());
    }

    std::shared_ptr<const FormatSet> formats_;
    std::string data_;
    std::unique_ptr<StructureTree> tree_;

private Q_SLOTS:
    void whatWasStoppedIsNoResult() {
        bind(
            "meta: {id: t, endian: le}\nseq: [{id: items, type: strz, encoding: ASCII, repeat: expr, "
            "repeat-expr: 3}, {id: last, type: u1}]\ninstances: {n: {value: items.size}, next: {value: last "
            "+ 1}}\n",
            std::string_view("a\0b\0c\0\x07", 7));
        stop();
        QVERIFY(at("/n").value.as<Int128>() == nullptr);
        QCOMPARE(at("/n").error->fault, StructureFault::Stopped);
        QCOMPARE(at("/next").error->fault, StructureFault::Stopped);
        tree_->limit({});
        QVERIFY(number("/n") == 3);
        QVERIFY(number("/next") == 8);
    }

    void aStoppedArrayLooksAtItsCountAgain() {
        bind(
            "meta: {id: t}\nseq: [{id: n, type: u1}, {id: items, type: strz, encoding: ASCII, repeat: expr, "
            "repeat-expr: n}]\n",
            std::string_view("\3a\0b\0c\0", 7));
        QVERIFY(number("/n") == 3);
        stop();
        QCOMPARE(at("/items").array->count(), std::uint64_t{0});
        edit(0, 1, "\2");
        tree_->limit({});
        QCOMPARE(at("/items").array->count(), std::uint64_t{2});
        edit(0, 1, "\1");
        QCOMPARE(at("/items").array->count(), std::uint64_t{1});
    }

    void whatEndedAtALimitGoesOn() {
        formats_ = loadText(
                       "meta: {id: t}\nseq: [{id: n, type: u1}, {id: items, type: item, repeat: expr, "
                       "repeat-expr: n}, {id: last, type: u1}]\ninstances: {sum: {value: 'items[4].y.size + "
                       "last'}}\ntypes: {item: {seq: [{id: x, type: u1}, {id: y, size: x}]}}\n")
                       .set;
        QVERIFY(formats_);
        data_ = std::string("\5\1a\1b\1c\1d\2ef\7", 13);
        tree_ = std::make_unique<StructureTree>(formats_, snapshot(), StructureTree::Options{.mostNodes = 1});
        static_cast<void>(at("/items/0"));
        QCOMPARE(at("/sum").error->fault, StructureFault::LimitReached);
        QVERIFY(number("/last") == 7);
        tree_->raiseLimits();
        QVERIFY(number("/sum") == 9);
    }

    void processedBytesThatWereTooManyGoOn() {
        formats_ = loadText(
                       "meta: {id: t}\nseq: [{id: a, size: 2, process: xor(0)}, {id: b, size: 2, process: "
                       "xor(0)}, {id: c, type: u1}]\n")
                       .set;
        QVERIFY(formats_);
        data_ = "abcde";
        tree_ =
            std::make_unique<StructureTree>(formats_, snapshot(), StructureTree::Options{.mostProcessed = 1});
        QVERIFY(at("/a").state == NodeState::Read);
        QCOMPARE(at("/b").error->fault, StructureFault::LimitReached);
        tree_->raiseLimits();
        QVERIFY(at("/b").state == NodeState::Read);
        QVERIFY(number("/c") == 'e');
        for (int i = 0; i < 100; ++i)
            tree_->raiseLimits();
        edit(0, 1, "x");
        edit(2, 1, "y");
        QVERIFY(at("/a").state == NodeState::Read);
        QVERIFY(at("/b").state == NodeState::Read);
    }

    void whatIsAppendedReachesThoseThatLookAtTheEnd() {
        bind(
            "meta: {id: t}\nseq: [{id: items, type: item, repeat: eos}]\ninstances: {n: {value: items.size}, "
            "last: {value: items.last.text}}\ntypes: {item: {seq: [{id: len, type: u1}, {id: text, size: "
            "len, "
            "type: str, encoding: ASCII}]}}\n",
            "\1a");
        QVERIFY(number("/n") == 1);
        QVERIFY(*at("/last").value.as<std::u16string>() == u"a");
        edit(2, 0, "\2bc");
        QVERIFY(number("/n") == 2);
        QVERIFY(*at("/last").value.as<std::u16string>() == u"bc");
        edit(0, 5, "");
        QVERIFY(number("/n") == 0);
        edit(0, 0, "\1x");
        QVERIFY(number("/n") == 1);
    }

    void referencesStayUsableWhateverIsEdited() {
        bind(
            "meta: {id: t}\nseq: [{id: body, size: 6, process: xor(0), type: body}, {id: tail, size-eos: "
            "true}]\n"
            "instances: {first: {value: 'body.items[0]'}, inner: {value: head.sub}, head: {pos: 6, type: "
            "head}}\n"
            "types: {body: {seq: [{id: items, type: item, repeat: eos}]}, item: {seq: [{id: len, type: u1}, "
            "{id: text, size: len}]}, head: {seq: [{id: sub, type: sub}, {id: name, type: strz, encoding: "
            "ASCII}]}, "
            "sub: {seq: [{id: len, type: u1}, {id: text, size: len}]}}\n",
            std::string_view("\1a\1b\1c\1xyz\0more", 15));
        const auto first = [this] { return (*at("/first").value.as<StructureNode*>())->path(); };
        const auto inner = [this] { return (*at("/inner").value.as<StructureNode*>())->path(); };
        QCOMPARE(first(), std::string("/body/items/0"));
        QCOMPARE(inner(), std::string("/head/sub"));
        edit(13, 1, "?");  // in none of them, though within the offsets of the body's own stream
        edit(8, 1, "Y");   // behind `sub`, in the same structure
        QCOMPARE(first(), std::string("/body/items/0"));
        QCOMPARE(inner(), std::string("/head/sub"));
        edit(14, 0, "and more");
        edit(15, 1, "");
        QCOMPARE(first(), std::string("/body/items/0"));
        QVERIFY(number("/body/items/0/len") == 1);
        QVERIFY(*at("/head/name").value.as<std::u16string>() == u"Yz");
    }

    void bitsAreReadFromTheByteAsItIsNow() {
        bind(
            "meta: {id: t, bit-endian: be}\nseq: [{id: a, type: b4}, {id: items, type: b4, repeat: expr, "
            "repeat-expr: 3}]\n",
            "\x12\x34");
        QVERIFY(number("/items/0") == 2);
        edit(0, 1, "\x15");
        QVERIFY(number("/items/0") == 5);
        QVERIFY(number("/items/2") == 4);
    }

    void aSizeOfManyItemsIsNotChangedForOne() {
        bind(
            "meta: {id: t, encoding: ASCII}\nseq: [{id: len, type: u1}, {id: names, size: len, type: str, "
            "repeat: "
            "eos}]\n",
            "\2aabbcc");
        QCOMPARE(change("/names/1", "longer").error().detail, std::string(kFieldChangesLength));
        QVERIFY(change("/names/1", "xx"));
    }

    void aSizeThatIsRoundedIsNotGuessed() {
        bind(
            "meta: {id: t, encoding: ASCII}\nseq: [{id: len, type: u1}, {id: text, size: '(len + 3) & ~3', "
            "type: "
            "str}, {id: next, type: u1}]\n",
            "\4abcd!");
        QVERIFY(!change("/text", "abcdefghijkl"));
        const auto fits = change("/text", "abcdefgh");
        QVERIFY(fits);
        QVERIFY(((fits->adjusted.front().after + 3) & ~Int128{3}) == 8);
    }

    void textBehindBitsLeavesThemAlone() {
        bind(
            "meta: {id: t, encoding: ASCII, bit-endian: be}\nseq: [{id: flags, type: flags}, {id: text, "
            "size: 4, "
            "type: str, pad-right: 0x20}]\ntypes: {flags: {seq: [{id: five, type: b5}]}}\n",
            "\xF8"
            "abcd");
        const auto padded = change("/text", "xy");
        QVERIFY(padded);
        QCOMPARE(padded->range, (ByteRange{1, 5}));
        QCOMPARE(padded->bytes.size(), std::size_t{4});
    }

    void aWalkThroughManyNumbersStopsAndKeepsNothing() {
        bind(
            "meta: {id: t}\nseq: [{id: data, type: u1, repeat: eos}]\ninstances: {most: {value: data.max}}\n",
            std::string(100'000, '\7'));
        const ArrayNode& data = *at("/data").array;
        stop();
        QCOMPARE(at("/most").error->fault, StructureFault::Stopped);
        tree_->limit({});
        QVERIFY(number("/most") == 7);
        QVERIFY(const_cast<ArrayNode&>(data).items().size() < 10);
    }

    void itemsThatPointIntoThemselvesAreForgotten() {
        bind(
            "meta: {id: t}\nseq: [{id: items, type: item, repeat: eos}]\ntypes: {item: {seq: [{id: head, "
            "type: "
            "head}, {id: body, type: body(head), size: head.len}]}, head: {seq: [{id: len, type: u1}]}, "
            "body: "
            "{params: [{id: of, type: head}], seq: [{id: x, size-eos: true}]}}\n",
            [] {
                std::string bytes;
                for (int i = 0; i < 1000; ++i)
                    bytes += "\1x";
                return bytes;
            }());
        ArrayNode& items = *at("/items").array;
        QCOMPARE(items.count(), std::uint64_t{1000});
        QVERIFY(items.items().size() < 10);
        for (std::uint64_t i = 0; i < 1000; ++i) {
            tree_->item(items, i);
            tree_->forget(items, i);
        }
        QVERIFY(items.items().empty());
    }
};

QTEST_APPLESS_MAIN(TestStructureRenewal)
#include "tst_structure_renewal.moc"
