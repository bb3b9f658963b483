#include <QAbstractItemModelTester>
#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include "core/source/pattern_source.h"
#include "tests/support/language_cases.h"
#include "tests/ui/panels/test_document_context.h"
#include "ui/structure/record_table_model.h"
#include "ui/structure/record_table_window.h"

using namespace octavo;
using namespace Qt::StringLiterals;

namespace {

constexpr std::string_view kPairs =
    "meta: {id: t}\n"
    "seq: [{id: n, type: u1}, {id: pairs, type: pair, repeat: eos}]\n"
    "types: {pair: {seq: [{id: key, size: 1, type: str, encoding: ASCII}, {id: value, type: u1}]}}\n";

constexpr std::string_view kNames =
    "meta: {id: t}\n"
    "seq: [{id: names, type: name, repeat: eos}]\n"
    "types: {name: {seq: [{id: text, type: strz, encoding: ASCII}]}}\n";

/// Items of one type or the other, as the first byte says.
constexpr std::string_view kEither =
    "meta: {id: t}\n"
    "seq: [{id: kind, type: u1}, {id: body, type: {switch-on: kind, cases: {1: pairs, 2: numbers}}}]\n"
    "types:\n"
    "  pairs: {seq: [{id: items, type: pair, repeat: eos}]}\n"
    "  numbers: {seq: [{id: items, type: u1, repeat: eos}]}\n"
    "  pair: {seq: [{id: key, type: u1}, {id: value, type: u1}]}\n";

std::shared_ptr<const FormatSet> formatOf(std::string_view text) {
    const LoadedFormat loaded = test::loadText(text);
    OCTAVO_EXPECTS(loaded.set != nullptr);
    return loaded.set;
}

/// A context whose document is a source of any size.
void openSource(TestDocumentContext& context, const std::shared_ptr<const Source>& source) {
    const Status done = context.apply(Edit::insert(0, Content::ofSource(source, {0, source->size()})));
    OCTAVO_EXPECTS(done.has_value());
}

}  // namespace

class TestRecordTableWindow : public QObject {
    Q_OBJECT

private:
    QPointer<RecordTableWindow> window_;

    void open(TestDocumentContext& context, std::string_view format, const std::string& path) {
        window_ = new RecordTableWindow(context, formatOf(format), {}, path);
        window_->show();
        settle();
    }
    void settle() const { QTRY_VERIFY_WITH_TIMEOUT(!window_->isBusy(), 20'000); }
    QString cell(int row, int column) const {
        return window_->model().index(row, column).data(Qt::DisplayRole).toString();
    }
    QStringList column(int column) const {
        QStringList all;
        for (int row = 0; row < window_->model().rowCount(); ++row)
            all << cell(row, column);
        return all;
    }
    void trigger(const QString& text) const {
        for (QAction* each : window_->table().actions()) {
            if (each->text() == text)
                return each->trigger();
        }
        QFAIL(qPrintable(text));
    }

private Q_SLOTS:
    void cleanup() { delete window_; }

    void theFieldsOfTheItemsAreColumns() {
        TestDocumentContext context("\3b\5a\1c\2");
        open(context, kPairs, "/pairs");
        const QAbstractItemModelTester tester(&window_->model());
        QCOMPARE(window_->windowTitle(), u"/pairs — test.bin"_s);
        QCOMPARE(window_->model().columnCount(), 4);
        QCOMPARE(window_->model().headerData(2, Qt::Horizontal, Qt::DisplayRole).toString(), u"key"_s);
        QCOMPARE(column(0), QStringList({u"0"_s, u"1"_s, u"2"_s}));
        QCOMPARE(column(1), QStringList({u"0x1"_s, u"0x3"_s, u"0x5"_s}));
        QCOMPARE(column(2), QStringList({u"\"b\""_s, u"\"a\""_s, u"\"c\""_s}));
        QCOMPARE(column(3), QStringList({u"5"_s, u"1"_s, u"2"_s}));
        QCOMPARE(window_->statusText(), u"3 items"_s);
    }

    void aClickOnTheHeaderSorts() {
        TestDocumentContext context("\3b\5a\1c\2");
        open(context, kPairs, "/pairs");
        QHeaderView* header = window_->table().horizontalHeader();
        const auto click = [header](int section) {
            QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
                              {header->sectionViewportPosition(section) + 8, header->height() / 2});
        };
        click(3);
        settle();
        QCOMPARE(column(0), QStringList({u"1"_s, u"2"_s, u"0"_s}));
        QCOMPARE(window_->statusText(), u"3 items, sorted by value"_s);
        click(3);
        settle();
        QCOMPARE(column(0), QStringList({u"0"_s, u"2"_s, u"1"_s}));
        QCOMPARE(window_->statusText(), u"3 items, sorted by value, descending"_s);
        click(3);
        settle();
        QCOMPARE(column(0), QStringList({u"0"_s, u"1"_s, u"2"_s}));
        QCOMPARE(window_->statusText(), u"3 items"_s);
        window_->sortBy(RecordTableModel::ItemColumn, Qt::DescendingOrder);
        QCOMPARE(column(0), QStringList({u"2"_s, u"1"_s, u"0"_s}));
        QCOMPARE(header->sortIndicatorSection(), int{RecordTableModel::ItemColumn});
    }

    void theKeyboardSortsToo() {
        TestDocumentContext context("\3b\5a\1c\2");
        open(context, kPairs, "/pairs");
        window_->table().setCurrentIndex(window_->model().index(0, 2));
        trigger(u"Sort by This Column, &Descending"_s);
        settle();
        QCOMPARE(column(2), QStringList({u"\"c\""_s, u"\"b\""_s, u"\"a\""_s}));
        trigger(u"In the Order of the A&rray"_s);
        QCOMPARE(column(0), QStringList({u"0"_s, u"1"_s, u"2"_s}));
    }

    void aRowSelectsTheBytesOfItsRecord() {
        TestDocumentContext context("\3b\5a\1c\2");
        open(context, kPairs, "/pairs");
        QTest::qWait(20);  // shown and active
        QCOMPARE(context.selection(), ByteRange());
        window_->table().setCurrentIndex(window_->model().index(1, 2));
        QCOMPARE(context.selection(), (ByteRange{3, 5}));
        window_->sortBy(3, Qt::AscendingOrder);
        settle();
        QVERIFY(!window_->table().selectionModel()->hasSelection());  // another record is in its row
        window_->table().setCurrentIndex(window_->model().index(1, 2));
        QCOMPARE(context.selection(), (ByteRange{5, 7}));
        trigger(u"&Go to the Bytes"_s);
        QCOMPARE(context.focusRequests, 1);
    }

    void editsAreFollowedAndTheOrderCanBeRenewed() {
        TestDocumentContext context("\3b\5a\1c\2");
        open(context, kPairs, "/pairs");
        const QAbstractItemModelTester tester(&window_->model());
        window_->sortBy(3, Qt::AscendingOrder);
        settle();
        QVERIFY(context.apply(Edit::replace({4, 5}, Content::ofBytes(std::as_bytes(std::span("\x09", 1))))));
        QCOMPARE(column(3), QStringList({u"9"_s, u"2"_s, u"5"_s}));
        QVERIFY2(window_->statusText().contains(u"have changed since"_s), qPrintable(window_->statusText()));
        QVERIFY(context.apply(Edit::insert(7, Content::ofBytes(std::as_bytes(std::span("d\0", 2))))));
        QCOMPARE(column(0), QStringList({u"1"_s, u"2"_s, u"0"_s, u"3"_s}));
        auto* again = window_->findChild<QPushButton*>();
        QVERIFY(again != nullptr);
        again->click();
        settle();
        QCOMPARE(column(3), QStringList({u"0"_s, u"2"_s, u"5"_s, u"9"_s}));
        QVERIFY(context.apply(Edit::erase({5, 9})));
        QCOMPARE(column(0).size(), 4);  // those that are gone keep their place, empty
        QCOMPARE(column(3), QStringList({QString(), QString(), u"5"_s, u"9"_s}));
        again->click();
        settle();
        QCOMPARE(column(3), QStringList({u"5"_s, u"9"_s}));
    }

    void rowsAreCopiedWithTabsOrCommas() {
        TestDocumentContext context("\3b\5a\1c\2");
        open(context, kPairs, "/pairs");
        window_->sortBy(3, Qt::AscendingOrder);
        settle();
        window_->table().selectAll();
        window_->copySelected(FieldSeparator::Tab);
        settle();
        QCOMPARE(QGuiApplication::clipboard()->text(),
                 u"item\toffset\tsize\tkey\tvalue\r\n1\t3\t2\ta\t1\r\n2\t5\t2\tc\t2\r\n0\t1\t2\tb\t5\r\n"_s);
        QCOMPARE(window_->statusText(), u"Copied 3 rows."_s);
        window_->table().selectRow(2);
        trigger(u"Copy as C&SV"_s);
        settle();
        QCOMPARE(QGuiApplication::clipboard()->text(), u"item,offset,size,key,value\r\n0,1,2,b,5\r\n"_s);
    }

    void allItemsAreExportedAsTheyAreShown() {
        TestDocumentContext context("\3b\5a\1c\2");
        open(context, kPairs, "/pairs");
        const QTemporaryDir folder;
        const std::string file = folder.filePath(u"items.csv"_s).toStdString();
        window_->exportTo(file);
        settle();
        QCOMPARE(test::contentOf(file),
                 "item,offset,size,key,value\r\n0,1,2,b,5\r\n1,3,2,a,1\r\n2,5,2,c,2\r\n");
        window_->sortBy(3, Qt::AscendingOrder);
        settle();
        window_->exportTo(file);
        settle();
        QCOMPARE(test::contentOf(file),
                 "item,offset,size,key,value\r\n1,3,2,a,1\r\n2,5,2,c,2\r\n0,1,2,b,5\r\n");
        QVERIFY2(window_->statusText().contains(u"items.csv"_s), qPrintable(window_->statusText()));
        window_->exportTo((folder.path() + u"/none/items.csv"_s).toStdString());
        settle();
        QCOMPARE(context.errors.size(), std::size_t{1});
    }

    void anExportOfASmallerDocumentHasAllThatIsThere() {
        TestDocumentContext context("\3b\5a\1c\2d\4");
        open(context, kPairs, "/pairs");
        window_->sortBy(3, Qt::AscendingOrder);
        settle();
        QCOMPARE(column(0), QStringList({u"1"_s, u"2"_s, u"3"_s, u"0"_s}));
        QVERIFY(context.apply(Edit::erase({5, 9})));
        const QTemporaryDir folder;
        const std::string file = folder.filePath(u"items.csv"_s).toStdString();
        window_->exportTo(file);
        settle();
        QCOMPARE(test::contentOf(file), "item,offset,size,key,value\r\n1,3,2,a,1\r\n0,1,2,b,5\r\n");
        window_->table().selectAll();
        window_->copySelected(FieldSeparator::Comma);
        settle();
        QCOMPARE(QGuiApplication::clipboard()->text(),
                 u"item,offset,size,key,value\r\n1,3,2,a,1\r\n0,1,2,b,5\r\n"_s);
        QCOMPARE(window_->statusText(), u"Copied 2 of 4 rows."_s);
    }

    void aPartOfASmallerDocumentEndsWithIt() {
        TestDocumentContext context("xx\3b\5a\1");
        StructureTree::Options options;
        options.range = ByteRange{2, 7};
        window_ = new RecordTableWindow(context, formatOf(kPairs), options, "/pairs");
        window_->show();
        settle();
        QCOMPARE(column(1), QStringList({u"0x3"_s, u"0x5"_s}));
        QVERIFY(context.apply(Edit::erase({5, 7})));
        QCOMPARE(column(1), QStringList(u"0x3"_s));
        const QTemporaryDir folder;
        const std::string file = folder.filePath(u"items.csv"_s).toStdString();
        window_->exportTo(file);
        settle();
        QCOMPARE(test::contentOf(file), "item,offset,size,key,value\r\n0,3,2,b,5\r\n");
        QVERIFY(context.apply(Edit::erase({1, 5})));
        settle();
        QCOMPARE(window_->model().rowCount(), 0);
    }

    void aSortOfColumnsThatAreGoneIsDropped() {
        TestDocumentContext context("\1b\5a\1");
        open(context, kEither, "/body/items");
        QCOMPARE(window_->model().columnCount(), 4);
        window_->sortBy(3, Qt::AscendingOrder);
        QVERIFY(context.apply(Edit::replace({0, 1}, Content::ofBytes(std::as_bytes(std::span("\2", 1))))));
        settle();
        QCOMPARE(window_->model().columnCount(), 3);
        QCOMPARE(column(2), QStringList({u"98"_s, u"5"_s, u"97"_s, u"1"_s}));
        QVERIFY(window_->model().order() == nullptr);
        QCOMPARE(window_->statusText(), u"4 items"_s);
        QCOMPARE(window_->table().horizontalHeader()->sortIndicatorSection(), -1);
    }

    void onlyRowsThatAreShownAreRead() {
        TestDocumentContext context;
        openSource(context, std::make_shared<PatternSource>(
                                std::vector{std::byte{1}, std::byte{2}, std::byte{3}}, ByteCount{10} << 30));
        open(context, kPairs, "/pairs");
        QCOMPARE(window_->model().count(), (ByteCount{10} << 30) / 2 - 1);
        QCOMPARE(window_->model().rowCount(), int{RecordTableModel::kPartSize});
        QTest::qWait(50);  // painted
        window_->goToItem(3'000'000'007);
        QCOMPARE(window_->model().partBegin(), std::uint64_t{3'000'000'000});
        QCOMPARE(window_->table().currentIndex().row(), 7);
        QCOMPARE(cell(7, 1), u"0x165A0BC0F"_s);
        QCOMPARE(context.selection(), ByteRange::ofLength(3'000'000'007 * 2 + 1, 2));
        QVERIFY(!window_->isBusy());
        window_->activateWindow();
        window_->itemField().setFocus();
        window_->itemField().setText(u"99999999999"_s);
        QTest::keyClick(&window_->itemField(), Qt::Key_Return);
        QVERIFY2(window_->statusText().contains(u"from 0 to"_s), qPrintable(window_->statusText()));
        window_->itemField().setText(u"0x10"_s);
        QTest::keyClick(&window_->itemField(), Qt::Key_Return);
        QCOMPARE(window_->model().partBegin(), std::uint64_t{0});
        QCOMPARE(window_->table().currentIndex().row(), 16);
        window_->itemField().setFocus();
        window_->itemField().setText(u"010"_s);
        QTest::keyClick(&window_->itemField(), Qt::Key_Return);
        QCOMPARE(window_->table().currentIndex().row(), 10);
        window_->sortBy(3, Qt::AscendingOrder);
        settle();
        QVERIFY2(window_->statusText().contains(u"can be sorted"_s), qPrintable(window_->statusText()));
        QCOMPARE(window_->table().horizontalHeader()->sortIndicatorSection(), -1);
    }

    void itemsThatTakeLongToFindAreFoundByAJob() {
        std::string names;
        for (int i = 0; i < 40'000; ++i)
            names += "name" + std::to_string(i % 977) + '\0';
        TestDocumentContext context(names);
        open(context, kNames, "/names");
        QTRY_COMPARE(window_->model().count(), std::uint64_t{40'000});
        settle();
        window_->sortBy(2, Qt::DescendingOrder);
        settle();
        QCOMPARE(cell(0, 2), u"\"name99\""_s);
        window_->goToItem(39'999);
        QCOMPARE(window_->model().itemOf(window_->table().currentIndex()), std::uint64_t{39'999});
    }

    void whatIsBrokenSaysWhy() {
        TestDocumentContext context("\1\2\3");
        open(context,
             "meta: {id: t}\nseq: [{id: a, type: r, repeat: eos}]\n"
             "types: {r: {seq: [{id: x, type: u1, valid: 1}]}}\n",
             "/a");
        const QModelIndex broken = window_->model().index(1, 2);
        QCOMPARE(broken.data().toString(), u"2"_s);
        QVERIFY(!broken.data(Qt::ToolTipRole).toString().isEmpty());
        QVERIFY(broken.data(Qt::ForegroundRole).isValid());
        QVERIFY(!window_->model().index(0, 2).data(Qt::ForegroundRole).isValid());
    }

    void aPathThatLeadsToNoArrayIsExplained() {
        TestDocumentContext context("\1\2\3");
        open(context, kPairs, "/n");
        QCOMPARE(window_->model().rowCount(), 0);
        QVERIFY2(window_->statusText().contains(u"no array at /n"_s), qPrintable(window_->statusText()));
    }

    void itClosesWithItsDocument() {
        TestDocumentContext context("\3b\5a\1c\2");
        open(context, kPairs, "/pairs");
        window_->sortBy(3, Qt::AscendingOrder);
        context.close();
        QTRY_VERIFY(window_ == nullptr);
    }

    void escapeClosesIt() {
        TestDocumentContext context("\3b\5a\1c\2");
        open(context, kPairs, "/pairs");
        QTest::keyClick(window_, Qt::Key_Escape);
        QTRY_VERIFY(window_ == nullptr);
    }
};

QTEST_MAIN(TestRecordTableWindow)
#include "tst_record_table_window.moc"
