#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QTreeView>

#include "core/source/pattern_source.h"
#include "tests/ui/panels/test_document_context.h"
#include "ui/base/status_line.h"
#include "ui/structure/document_structure.h"
#include "ui/structure/field_colours.h"
#include "ui/structure/format_chooser.h"
#include "ui/structure/node_list_model.h"
#include "ui/structure/structure_panel.h"
#include "ui/structure/type_at_caret_dialog.h"

using namespace octavo;
using namespace Qt::StringLiterals;

namespace {

// A head that says how long a name is, then records of a kind, a time and a text of its own length.
constexpr const char* kLog = R"(
meta:
  id: log
  title: Test log
  file-extension: tlog
  endian: be
  -detect: [{0: '4c 4f 47 21'}]
doc: What the tests read.
seq:
  - {id: magic, contents: LOG!}
  - {id: len_name, type: u1}
  - {id: name, size: len_name, type: str, encoding: UTF-8, doc: Who wrote it.}
  - {id: records, type: record, repeat: eos}
enums:
  kind: {1: start, 2: stop}
types:
  record:
    -webide-representation: "{kind} {text}"
    seq:
      - {id: kind, type: u1, enum: kind, valid: {in-enum: true}}
      - {id: time, type: u4, -time: unix}
      - {id: len_text, type: u1}
      - {id: text, size: len_text, type: str, encoding: ASCII}
    instances:
      next_second: {value: time + 1}
)";

std::string record(char kind, const std::string& text) {
    return std::string(1, kind) + std::string("\x65\x00\x00\x00", 4) + static_cast<char>(text.size()) + text;
}

std::string logOf(int records) {
    std::string bytes =
        "LOG!\x03"
        "abc";
    for (int i = 0; i < records; ++i)
        bytes += record(static_cast<char>(i % 2 + 1), "text " + std::to_string(i));
    return bytes;
}

}  // namespace

class TestStructurePanel : public QObject {
    Q_OBJECT

private:
    struct World {
        explicit World(const std::string& bytes) : context(bytes) {
            rewrite(u"log.ksy"_s, kLog);
            panel = std::make_unique<StructurePanel>(context, folder.path().toStdString());
            settle();
        }
        void rewrite(const QString& name, const QByteArray& text) const {
            QFile file(folder.filePath(name));
            const bool isOpen = file.open(QIODevice::WriteOnly);
            OCTAVO_EXPECTS(isOpen);
            file.write(text);
        }
        void settle() const { QTRY_VERIFY_WITH_TIMEOUT(!panel->isBusy(), 20'000); }
        void use() const {
            panel->useFormat(path(), u"Test log"_s);
            settle();
        }
        [[nodiscard]] std::string path() const { return folder.filePath(u"log.ksy"_s).toStdString(); }
        [[nodiscard]] StructureModel& model() const { return panel->structure()->model(); }
        [[nodiscard]] QModelIndex at(const std::string& path, int column = NodeColumns::Name) const {
            QCoreApplication::processEvents();  // the patience of the window is that of one turn
            return model().indexOf(path).siblingAtColumn(column);
        }
        [[nodiscard]] QString value(const std::string& path) const {
            return at(path, NodeColumns::Value).data().toString();
        }
        void write(const std::string& path, const QString& text) const {
            model().setData(at(path, NodeColumns::Value), text, Qt::EditRole);
        }
        [[nodiscard]] StatusLine& status() const { return *panel->findChild<StatusLine*>(); }

        QTemporaryDir folder;
        TestDocumentContext context;
        std::unique_ptr<StructurePanel> panel;
    };

private Q_SLOTS:
    void offersWhatTheBytesSpeakForAndReadsItWhenAsked() {
        World world(logOf(3));
        QVERIFY(!world.panel->structure()->live().isBound());
        QVERIFY2(world.panel->statusText().contains(u"Test log"_s), qPrintable(world.panel->statusText()));
        world.status().action().click();
        world.settle();
        QVERIFY(world.panel->structure()->live().isBound());
        QCOMPARE(world.value("/name"), u"\"abc\""_s);
        QCOMPARE(world.value("/records"), u"3 items"_s);
        QCOMPARE(world.value("/records/1"), u"stop text 1"_s);
        QCOMPARE(world.value("/records/1/kind"), u"stop (2)"_s);
        QCOMPARE(world.value("/records/1/time"), u"2023-09-12T06:06:56Z (1694498816)"_s);
        QCOMPARE(world.at("/name", NodeColumns::Offset).data().toString(), u"0x5"_s);
        QCOMPARE(world.at("/name", NodeColumns::Size).data().toString(), u"3"_s);
        QCOMPARE(world.at("/name", NodeColumns::Comment).data().toString(), u"Who wrote it."_s);
        QCOMPARE(world.at("/records/0/next_second", NodeColumns::Offset).data().toString(), QString());
    }

    void takesAClearFormatWithoutAskingWhenToldTo() {
        World world(logOf(1));
        world.panel->setAutomatic(true);
        world.settle();
        QVERIFY(world.panel->structure()->live().isBound());
        world.context.open("nothing known");
        world.settle();
        QVERIFY(!world.panel->structure()->live().isBound());
    }

    void noStructureStaysNoneEvenWhereFormatsAreTakenUnasked() {
        World world(logOf(1));
        world.panel->setAutomatic(true);
        world.settle();
        QVERIFY(world.panel->structure()->live().isBound());
        world.panel->tree().setCurrentIndex(world.at("/name"));
        QVERIFY(!world.context.highlights[HighlightLayer::Current].empty());
        Q_EMIT world.panel->chooser().noneChosen();
        world.settle();
        QVERIFY(!world.panel->structure()->live().isBound());
        QVERIFY(world.context.highlights[HighlightLayer::Current].empty());
        QVERIFY(world.status().action().isHidden());
        world.panel->setFolders({});  // the formats are looked for anew
        world.settle();
        QVERIFY(!world.panel->structure()->live().isBound());
        world.use();
        QVERIFY(world.panel->structure()->live().isBound());
    }

    void theModelPassesTheModelTester() {
        World world(logOf(1050));
        world.use();
        QAbstractItemModelTester tester(&world.model());
        tester.setUseFetchMore(false);  // the view and indexOf() fetch
        const QModelIndex item = world.at("/records/1040/text");
        QCOMPARE(item.siblingAtColumn(NodeColumns::Value).data().toString(), u"\"text 1040\""_s);
        QCOMPARE(item.parent().parent().data().toString(), u"[1000 - 1049]"_s);
        world.panel->tree().expand(item.parent().parent());
        const Status edited = world.context.apply(Edit::erase({8, 8 + 12}));
        QVERIFY(edited);
        world.settle();
        QCOMPARE(world.value("/records"), u"1,049 items"_s);
        QCOMPARE(world.value("/records/1040/text"), u"\"text 1041\""_s);
    }

    void rowsSelectBytesAndBytesSelectRows() {
        World world(logOf(3));
        world.use();
        world.panel->tree().setCurrentIndex(world.at("/name"));
        QCOMPARE(world.context.selection(), (ByteRange{5, 8}));
        world.context.goTo(9);
        world.settle();
        QCOMPARE(world.panel->tree().currentIndex().data(StructureModel::PathRole).toString(),
                 u"/records/0/time"_s);
        QCOMPARE(world.context.selection(), (ByteRange{9, 9}));
        QVERIFY(world.panel->breadcrumbText().contains(u"records"_s));
        QCOMPARE(world.context.highlights[HighlightLayer::Current], (std::vector<ByteRange>{{9, 13}}));
        world.panel->goToField(1);
        QCOMPARE(world.context.selection(), (ByteRange{13, 14}));
        world.panel->goToField(-1);
        QCOMPARE(world.context.selection(), (ByteRange{9, 13}));
    }

    void valuesAreWrittenAsOneStepInTheirOwnForm() {
        World world(logOf(2));
        world.use();
        const std::string before = world.context.bytes();
        world.write("/records/0/kind", u"stop"_s);
        QCOMPARE(world.context.bytes()[8], '\x02');
        QCOMPARE(world.value("/records/0/kind"), u"stop (2)"_s);
        world.write("/records/0/time", u"1970-01-01T00:00:07Z"_s);
        QCOMPARE(world.context.bytes().substr(9, 4), std::string("\0\0\0\7", 4));
        world.context.document()->undo();
        world.context.document()->undo();
        QCOMPARE(world.context.bytes(), before);
        QCOMPARE(world.value("/records/0/kind"), u"start (1)"_s);
    }

    void whatCannotBeWrittenSaysWhy() {
        World world(logOf(1));
        world.use();
        const std::string before = world.context.bytes();
        world.write("/records/0/len_text", u"300"_s);
        QVERIFY2(world.panel->statusText().contains(u"0..255"_s), qPrintable(world.panel->statusText()));
        world.write("/records/0/len_text", u"many"_s);
        QVERIFY(world.panel->statusText().contains(u"an integer"_s));
        world.write("/records/0/kind", u"9"_s);  // refused by its check, until one insists
        QCOMPARE(world.context.bytes(), before);
        QVERIFY(!world.status().action().isHidden());
        world.status().action().click();
        QCOMPARE(world.context.bytes()[8], '\x09');
        QVERIFY(!world.at("/records/0/next_second", NodeColumns::Value).flags().testFlag(Qt::ItemIsEditable));
    }

    void anotherLengthAdjustsTheFieldThatSaysIt() {
        World world(logOf(2));
        world.use();
        world.write("/name", u"longer"_s);
        QVERIFY2(world.panel->statusText().contains(u"/len_name from 3 to 6"_s),
                 qPrintable(world.panel->statusText()));
        world.status().action().click();
        QCOMPARE(world.context.bytes().substr(0, 12), std::string("LOG!\x06longer\x01"));
        QCOMPARE(world.value("/name"), u"\"longer\""_s);
        QCOMPARE(world.value("/records"), u"2 items"_s);
        world.context.document()->undo();
        QCOMPARE(world.context.bytes(), logOf(2));
    }

    void itemsAreDuplicatedAndRemoved() {
        World world(logOf(2));
        world.use();
        QTreeView& tree = world.panel->tree();
        const auto action = [&tree](const QString& text) {
            const QList<QAction*> all = tree.actions();
            return *std::find_if(all.begin(), all.end(),
                                 [&text](QAction* each) { return each->text().remove(u'&') == text; });
        };
        tree.setCurrentIndex(world.at("/name"));
        QVERIFY(!action(u"Duplicate Item"_s)->isEnabled());
        tree.setCurrentIndex(world.at("/records/0"));
        action(u"Duplicate Item"_s)->trigger();
        QVERIFY2(world.panel->statusText().contains(u"inserts 12"_s), qPrintable(world.panel->statusText()));
        QCOMPARE(world.context.bytes(), logOf(2));
        world.status().action().click();
        QCOMPARE(world.value("/records"), u"3 items"_s);
        QCOMPARE(world.value("/records/1/text"), u"\"text 0\""_s);
        tree.setCurrentIndex(world.at("/records/1"));
        action(u"Remove Item"_s)->trigger();
        world.status().action().click();
        QCOMPARE(world.context.bytes(), logOf(2));
    }

    void anEditRenewsRowsAndLeavesThemUnfolded() {
        World world(logOf(3));
        world.use();
        QTreeView& tree = world.panel->tree();
        tree.expand(world.at("/records"));
        tree.expand(world.at("/records/2"));
        const Status edited =
            world.context.apply(Edit::replace({5, 6}, Content::ofBytes(std::as_bytes(std::span("X", 1)))));
        QVERIFY(edited);
        QCOMPARE(world.value("/name"), u"\"Xbc\""_s);
        QVERIFY(tree.isExpanded(world.at("/records/2")));
        const std::string added = record(1, "new");
        const auto bytes = std::as_bytes(std::span(added));
        QVERIFY(world.context.apply(Edit::insert(world.context.document()->size(), Content::ofBytes(bytes))));
        QCOMPARE(world.value("/records"), u"4 items"_s);
        QCOMPARE(world.value("/records/3/text"), u"\"new\""_s);
        QVERIFY(tree.isExpanded(world.at("/records/2")));
    }

    void rowsAreAsUnfoldedAsTheyWereWhenADocumentComesBack() {
        World world(logOf(3));
        world.use();
        QTreeView& tree = world.panel->tree();
        tree.expand(world.at("/records"));
        tree.expand(world.at("/records/2"));
        tree.setCurrentIndex(world.at("/records/2/text"));
        auto behind = world.context.openInFront("another");
        world.settle();
        QVERIFY(!world.panel->structure()->live().isBound());
        world.context.bringBack(std::move(behind));
        QCOMPARE(tree.currentIndex().data(StructureModel::PathRole).toString(), u"/records/2/text"_s);
        QVERIFY(tree.isExpanded(world.at("/records")));
        QVERIFY(tree.isExpanded(world.at("/records/2")));
        QVERIFY(!tree.isExpanded(world.at("/records/1")));
    }

    void theFilterListsWhatHasIt() {
        World world(logOf(1200));
        world.use();
        world.panel->filter().setText(u"text 1100"_s);
        world.settle();
        NodeListModel& found = world.panel->filtered();
        QCOMPARE(found.rowCount(), 2);  // the record's summary and its text
        QCOMPARE(found.index(1, NodeColumns::Name).data().toString(), u"/records/1100/text"_s);
        world.panel->filter().clear();
        QCOMPARE(found.rowCount(), 0);
    }

    void copiesAndExports() {
        World world(
            "LOG!\x01"
            "a" +
            record(2, "b,\"c"));
        world.use();
        QTreeView& tree = world.panel->tree();
        tree.setCurrentIndex(world.at("/records/0"));
        const auto trigger = [&tree, &world](const QString& text) {
            for (QAction* each : tree.actions()) {
                if (each->text().remove(u'&') == text)
                    each->trigger();
            }
            world.settle();
            return QGuiApplication::clipboard()->text();
        };
        QCOMPARE(trigger(u"Copy Path"_s), u"/records/0"_s);
        QCOMPARE(trigger(u"Copy as JSON"_s),
                 u"{\n  \"kind\": {\"name\": \"stop\", \"value\": 2},\n  \"time\": 1694498816,\n  "
                 u"\"len_text\": 4,\n"
                 "  \"text\": \"b,\\\"c\",\n  \"next_second\": 1694498817\n}\n"_s);
        QVERIFY(trigger(u"Copy as CSV"_s).contains(u"/records/0/text,12,4,text,\"b,\"\"c\"\r\n"_s));
        tree.setCurrentIndex(world.at("/records/0/text"));
        QCOMPARE(trigger(u"Copy Value"_s), u"b,\"c"_s);
        trigger(u"Open Bytes as Document"_s);
        QCOMPARE(world.context.openedContents.size(), std::size_t{1});
        QCOMPARE(world.context.openedContents.front().second, std::string("b,\"c"));
    }

    void aDescriptionThatChangesIsReadAgain() {
        World world(logOf(1));
        world.use();
        world.rewrite(u"log.ksy"_s, QByteArray(kLog).replace("id: name,", "id: author,"));
        QTRY_COMPARE(world.value("/author"), u"\"abc\""_s);
        world.settle();
        // Broken, what was read by it stays; mended, it is read again.
        world.rewrite(u"log.ksy"_s, "meta: {id: log}\nseq:\n  - {id: a, type: nothing}\n");
        QTRY_VERIFY2(world.panel->statusText().contains(u"log.ksy, line 3"_s),
                     qPrintable(world.panel->statusText()));
        QCOMPARE(world.value("/author"), u"\"abc\""_s);
        world.settle();
        world.rewrite(u"log.ksy"_s, kLog);
        QTRY_COMPARE(world.value("/name"), u"\"abc\""_s);
        QCOMPARE(world.panel->statusText(), QString());
    }

    void aMendedDescriptionIsReadWithoutBeingAskedForAgain() {
        World world(logOf(1));
        world.rewrite(u"bad.ksy"_s, "meta: {id: bad}\nseq:\n  - {id: a, type: nothing}\n");
        world.panel->useFormat(world.folder.filePath(u"bad.ksy"_s).toStdString(), {});
        world.settle();
        QVERIFY(!world.panel->structure()->live().isBound());
        world.rewrite(u"bad.ksy"_s, "meta: {id: bad}\nseq:\n  - {id: a, type: u1}\n");
        QTRY_COMPARE(world.value("/a"), u"76"_s);
    }

    void aMendedDescriptionThatNobodyWantsAnyMoreIsNotRead() {
        World world(logOf(1));
        world.rewrite(u"bad.ksy"_s, "meta: {id: bad}\nseq:\n  - {id: a, type: nothing}\n");
        world.panel->useFormat(world.folder.filePath(u"bad.ksy"_s).toStdString(), {});
        world.settle();
        Q_EMIT world.panel->chooser().noneChosen();
        world.rewrite(u"bad.ksy"_s, "meta: {id: bad}\nseq:\n  - {id: a, type: u1}\n");
        QTest::qWait(500);  // more than a change of a file is waited for
        world.settle();
        QVERIFY(!world.panel->structure()->live().isBound());
    }

    void whatWasToldStaysUntilThereIsMoreToSay() {
        World world(logOf(1));
        world.use();
        world.panel->readSelection();
        const QString told = world.panel->statusText();
        QVERIFY(told.contains(u"Select"_s));
        const Status edited =
            world.context.apply(Edit::replace({5, 6}, Content::ofBytes(std::as_bytes(std::span("X", 1)))));
        QVERIFY(edited);
        world.settle();
        QCOMPARE(world.panel->statusText(), told);
    }

    void aBrokenDescriptionSaysWhereItIsWrong() {
        World world(logOf(1));
        world.rewrite(u"bad.ksy"_s, "meta: {id: bad}\nseq:\n  - {id: a, type: nothing}\n");
        world.panel->useFormat(world.folder.filePath(u"bad.ksy"_s).toStdString(), {});
        world.settle();
        QVERIFY2(world.panel->statusText().contains(u"bad.ksy, line 3"_s),
                 qPrintable(world.panel->statusText()));
        QSignalSpy wanted(world.panel.get(), &StructurePanel::editorWanted);
        world.status().action().click();
        QCOMPARE(wanted.size(), 1);
    }

    void whatTakesLongGoesOnAsAJob() {
        World world(
            "LOG!\x01"
            "a");
        world.use();
        // 40 million records of one byte of text each.
        const auto long_ = std::make_shared<PatternSource>(
            [] {
                const std::string one = record(1, "x");
                const auto* first = reinterpret_cast<const std::byte*>(one.data());
                return std::vector<std::byte>(first, first + one.size());
            }(),
            ByteCount{7} * 3'000'000);
        const ByteCount size = long_->size();
        const QSignalSpy away(&world.panel->structure()->live(), &LiveStructure::wentAway);
        QVERIFY(world.context.apply(Edit::insert(6, Content::ofSource(long_, {0, size}))));
        QTRY_COMPARE_WITH_TIMEOUT(world.value("/records"), u"3,000,000 items"_s, 60'000);
        QCOMPARE(world.value("/records/2999999/text"), u"\"x\""_s);
        QVERIFY(!away.isEmpty());
    }

    void aSelectionIsReadAsAFileOfItsOwn() {
        World world("before" + logOf(1));
        world.use();
        QVERIFY(
            !world.at("/magic", NodeColumns::Value).data(StructureModel::ProblemRole).toString().isEmpty());
        world.panel->readSelection();
        QVERIFY(world.panel->statusText().contains(u"Select"_s));
        world.context.select({6, world.context.document()->size()});
        world.panel->readSelection();
        world.settle();
        QCOMPARE(world.value("/name"), u"\"abc\""_s);
        QCOMPARE(world.at("/name", NodeColumns::Offset).data().toString(), u"0xB"_s);
        world.write("/name", u"xyz"_s);
        QCOMPARE(world.context.bytes().substr(11, 3), std::string("xyz"));
        // The bytes that it is about are the same ones when others come before them.
        const auto added = std::as_bytes(std::span("more", 4));
        QVERIFY(world.context.apply(Edit::insert(0, Content::ofBytes(added))));
        QCOMPARE(world.value("/name"), u"\"xyz\""_s);
        QCOMPARE(world.at("/name", NodeColumns::Offset).data().toString(), u"0xF"_s);
        world.context.document()->undo();
        QCOMPARE(world.at("/name", NodeColumns::Offset).data().toString(), u"0xB"_s);
        QCOMPARE(world.value("/records"), u"1 item"_s);
    }

    void aTypeAtTheCaretStaysWhereItIsAndIsReadAgain() {
        World world(logOf(3));
        world.use();
        world.context.goTo(8);
        world.panel->bindTypeAtCaret();
        auto* dialog = world.panel->findChild<TypeAtCaretDialog*>();
        QVERIFY(dialog != nullptr);
        auto* type = dialog->findChildren<QComboBox*>().at(0);
        type->setCurrentText(u"log::record"_s);
        dialog->findChildren<QComboBox*>().at(1)->setCurrentIndex(2);  // as many as there is room for
        dialog->accept();
        world.settle();
        QCOMPARE(world.value("/items"), u"3 items"_s);
        QCOMPARE(world.panel->structure()->request().name(), u"Test log: record"_s);
        const std::string more = record(1, "last");
        const auto bytes = std::as_bytes(std::span(more));
        QVERIFY(world.context.apply(Edit::insert(world.context.document()->size(), Content::ofBytes(bytes))));
        QCOMPARE(world.value("/items"), u"4 items"_s);
        QVERIFY(world.context.apply(Edit::insert(0, Content::ofBytes(bytes))));
        QCOMPARE(world.value("/items/3/text"), u"\"last\""_s);
        world.rewrite(u"log.ksy"_s, QByteArray(kLog).replace("id: text,", "id: message,"));
        QTRY_COMPARE(world.value("/items/3/message"), u"\"last\""_s);
    }

    void bytesAreColouredByFieldAndToldInTheTip() {
        World world(logOf(2));
        world.use();
        auto* guide = world.panel->findChild<FieldColours*>();
        QVERIFY(guide != nullptr);
        std::vector<ByteRange> painted;
        const auto paint = [&] {
            painted.clear();
            guide->colour({0, 20}, [&painted](ByteRange range, const QColor&) { painted.push_back(range); });
            return painted;
        };
        paint();
        QTRY_VERIFY(!paint().empty());
        QVERIFY(std::find(painted.begin(), painted.end(), ByteRange{5, 8}) != painted.end());
        const auto [title, text] = guide->noteAt(6);
        QCOMPARE(title, u"Field"_s);
        QCOMPARE(text, u"/name\n\"abc\"\nWho wrote it."_s);
        guide->setShown(false);
        QVERIFY(paint().empty());
    }

    void twoPartsOfASplitViewAreBothKnown() {
        World world(logOf(2000));
        world.use();
        auto* guide = world.panel->findChild<FieldColours*>();
        auto* looks = guide->findChild<QTimer*>();
        const auto areBothKnown = [guide] {
            std::size_t painted = 0;
            for (const ByteOffset at : {ByteOffset{0}, ByteOffset{20'000}})
                guide->colour({at, at + 200}, [&painted](ByteRange, const QColor&) { ++painted; });
            return painted > 60;
        };
        QTRY_VERIFY(areBothKnown());
        QTRY_VERIFY(!looks->isActive());
        QVERIFY(areBothKnown());
        QVERIFY(!looks->isActive());  // nothing is looked up again
    }
};

QTEST_MAIN(TestStructurePanel)
#include "tst_structure_panel.moc"
