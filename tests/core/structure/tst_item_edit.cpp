#include <QtTest>

#include "core/buffer/document.h"
#include "core/structure/node_path.h"
#include "core/structure/structure_tree.h"
#include "tests/support/language_cases.h"

using namespace octavo;
using namespace octavo::test;

/// Items of arrays that are duplicated and removed, with the counts and sizes that say so.
class TestItemEdit : public QObject {
    Q_OBJECT

private:
    void bind(std::string_view description, std::string_view bytes) {
        formats_ = loadText(description).set;
        QVERIFY(formats_);
        document_ = std::make_unique<Document>();
        QVERIFY(document_->apply(Edit::insert(0, Content::ofBytes(std::as_bytes(std::span(bytes))))));
        tree_ = std::make_unique<StructureTree>(formats_, document_->snapshot(), StructureTree::Options{});
    }
    Result<FieldChange> edit(std::string_view path, ItemEdit how) {
        const auto node = nodeAt(*tree_, path);
        OCTAVO_EXPECTS(node && node->index);
        return tree_->editItem(*tree_->field(*node->structure, *node->slot).array, *node->index, how);
    }
    /// Makes the change, which must be possible.
    std::string after(std::string_view path, ItemEdit how) {
        const auto change = edit(path, how);
        OCTAVO_EXPECTS(change);
        OCTAVO_EXPECTS(applyChange(*document_, *change));
        tree_ = std::make_unique<StructureTree>(formats_, document_->snapshot(), StructureTree::Options{});
        return text();
    }
    [[nodiscard]] std::string text() const {
        std::string all(static_cast<std::size_t>(document_->size()), '\0');
        static_cast<void>(document_->snapshot().read(0, std::as_writable_bytes(std::span(all))));
        return all;
    }
    std::string refusal(std::string_view path, ItemEdit how) {
        const auto change = edit(path, how);
        return change ? "none" : change.error().detail;
    }

    std::shared_ptr<const FormatSet> formats_;
    std::unique_ptr<Document> document_;
    std::unique_ptr<StructureTree> tree_;

private Q_SLOTS:
    void countsAndSizesFollow() {
        const std::string before("\x0A\2\1a\2bc\0\0\0!", 11);
        bind(
            "meta: {id: t}\nseq: [{id: len, type: u1}, {id: body, type: body, size: len - 1}, {id: last, "
            "type: u1}]\ntypes: {body: {seq: [{id: n, type: u1}, {id: items, type: item, repeat: expr, "
            "repeat-expr: n}, {id: rest, size-eos: true}]}, item: {seq: [{id: len, type: u1}, {id: text, "
            "size: len}]}}\n",
            before);
        const auto change = edit("/body/items/1", ItemEdit::Duplicate);
        QVERIFY(change);
        QCOMPARE(change->adjusted.size(), std::size_t{2});
        QCOMPARE(change->adjusted[0].path, std::string("/body/n"));
        QCOMPARE(change->adjusted[1].path, std::string("/len"));
        QCOMPARE(after("/body/items/1", ItemEdit::Duplicate), std::string("\x0D\3\1a\2bc\2bc\0\0\0!", 14));
        QCOMPARE(after("/body/items/1", ItemEdit::Remove), before);
        QCOMPARE(after("/body/items/0", ItemEdit::Remove), std::string("\x08\1\2bc\0\0\0!", 9));
        document_->undo();
        QCOMPARE(text(), before);  // one step
    }

    void itemsOfOneSizeNeedNoMore() {
        bind("meta: {id: t}\nseq: [{id: items, type: u2be, repeat: eos}]\n", "aabbcc");
        QCOMPARE(after("/items/1", ItemEdit::Duplicate), std::string("aabbbbcc"));
        QCOMPARE(after("/items/0", ItemEdit::Remove), std::string("bbbbcc"));
    }

    void theItemThatEndsAnArrayStaysItsLast() {
        bind("meta: {id: t}\nseq: [{id: items, type: u1, repeat: until, repeat-until: _ == 0}]\n",
             std::string_view("\1\2\0rest", 7));
        QCOMPARE(refusal("/items/2", ItemEdit::Duplicate), std::string(kItemEndsArray));
        QCOMPARE(refusal("/items/2", ItemEdit::Remove), std::string(kItemEndsArray));
        QCOMPARE(after("/items/1", ItemEdit::Duplicate), std::string("\1\2\2\0rest", 8));
    }

    void aCountBeforeWhatIsPutInThereStaysBeforeIt() {
        // The count lies right behind the last item, where the copy comes.
        bind(
            "meta: {id: t}\nseq: [{id: items, type: u1, repeat: expr, repeat-expr: n}]\ninstances: {n: {pos: "
            "2, type: u1}}\n",
            "ab\2");
        const auto change = edit("/items/1", ItemEdit::Duplicate);
        QVERIFY(change);
        QVERIFY(applyChange(*document_, *change));
        QCOMPARE(text(), std::string("abb\3"));
    }

    void whatNothingSaysIsRefused() {
        bind(
            "meta: {id: t}\nseq: [{id: n, type: u1}, {id: pairs, type: u1, repeat: expr, repeat-expr: n * "
            "2}, "
            "{id: four, type: u1, repeat: expr, repeat-expr: 4}]\n",
            "\1ab1234");
        QCOMPARE(refusal("/pairs/0", ItemEdit::Duplicate), std::string(kFieldChangesLength));
        QCOMPARE(refusal("/four/0", ItemEdit::Remove), std::string(kFieldChangesLength));
    }

    void whatIsNoStretchOfTheDocumentIsRefused() {
        bind(
            "meta: {id: t, bit-endian: be}\nseq: [{id: bits, type: b4, repeat: expr, repeat-expr: 2}, {id: "
            "body, type: body, size: 2, process: xor(1)}]\ntypes: {body: {seq: [{id: items, type: u1, "
            "repeat: eos}]}}\n",
            "xyz");
        QCOMPARE(refusal("/bits/0", ItemEdit::Remove), std::string(kFieldIsNotThere));
        QCOMPARE(refusal("/body/items/0", ItemEdit::Remove), std::string(kFieldIsNotThere));
    }
};

QTEST_APPLESS_MAIN(TestItemEdit)
#include "tst_item_edit.moc"
