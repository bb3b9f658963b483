#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QTest>

#include "core/structure/format_loader.h"
#include "core/structure/node_row.h"
#include "tests/ui/panels/named_controls.h"
#include "tests/ui/panels/test_document_context.h"
#include "ui/structure/selection_describer.h"

using namespace octavo;
using namespace Qt::StringLiterals;

namespace {

const std::string kBytes("\x01\x34\x12\x00\x00\x01\x02name\0rest", 16);

/// The rows as "name type offset value", when all values have been read.
QStringList rowsOf(const DraftModel& model) {
    if (!QTest::qWaitFor([&model] { return !model.isBusy(); }))
        return {u"still busy"_s};
    QStringList rows;
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column)
            cells << model.index(row, column).data().toString();
        rows << cells.join(u' ');
    }
    return rows;
}

void press(SelectionDescriber& describer, const QString& type) {
    QPushButton* button = describer.button(type);
    QVERIFY2(button != nullptr, qPrintable(type));
    button->click();
    QTRY_VERIFY(!describer.isBusy());
}

}  // namespace

/// Describing a selection: each button adds a field behind the last one, with the value that the bytes give.
class TestSelectionDescriber : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyButtonAddsAFieldWithItsValue() {
        TestDocumentContext context(kBytes);
        context.select({0, 16});
        SelectionDescriber describer(context, nullptr);
        const QAbstractItemModelTester tester(&describer.model());
        QVERIFY(describer.statusText().contains(u"0x0–0xF, 16 bytes"_s));
        press(describer, u"u1"_s);
        press(describer, u"u2le"_s);
        press(describer, u"u4be"_s);
        press(describer, u"strz"_s);
        describer.length().setValue(2);
        press(describer, u"text"_s);
        describer.length().setValue(0);
        press(describer, u"bytes"_s);
        QCOMPARE(rowsOf(describer.model()),
                 (QStringList{u"value u1 0x0 1"_s, u"value_2 u2le 0x1 4660"_s, u"value_3 u4be 0x3 258"_s,
                              u"text strz 0x7 \"name\""_s, u"text_2 text(2) 0xC \"re\""_s,
                              u"data bytes(2) 0xE 7374"_s}));
        QCOMPARE(describer.statusText(), u"The fields fill the selection."_s);
    }

    void everyTypeHasAButton() {
        TestDocumentContext context(kBytes);
        SelectionDescriber describer(context, nullptr);
        for (const char* each :
             {"u1",   "u2le", "u4le", "u8le", "u2be", "u4be", "u8be", "s1",   "s2le", "s4le", "s8le",
              "s2be", "s4be", "s8be", "f4le", "f8le", "f4be", "f8be", "strz", "text", "bytes"})
            press(describer, QString::fromLatin1(each));
        QCOMPARE(describer.model().rowCount(), 19);  // nothing is left for "text" and "bytes"
        QVERIFY(describer.statusText().startsWith(u"There is no room left"_s));
    }

    void aSelectionElsewhereIsReadAtItsPlace() {
        TestDocumentContext context(kBytes);
        context.select({1, 7});
        SelectionDescriber describer(context, nullptr);
        describer.count().setValue(2);
        press(describer, u"u2le"_s);
        QCOMPARE(describer.count().value(), 1);
        QCOMPARE(rowsOf(describer.model()), QStringList(u"value u2le[2] 0x1 4660, 0"_s));
        QVERIFY(describer.statusText().startsWith(u"The next field begins at 5;"_s));
        QSignalSpy described(&describer, &SelectionDescriber::described);
        describer.name().setText(u"part"_s);
        buttonNamed(describer, u"&Make Description"_s)->click();
        QCOMPARE(described.size(), 1);
        const LoadedFormat loaded = loadFormatText(described[0][0].toString().toStdString(), "/part.ksy", {});
        QVERIFY(loaded.problems.empty());
        StructureTree tree(loaded.set, context.document()->snapshot(), {});
        const auto node = nodeAt(tree, "/described/value/0");
        QVERIFY(node);
        QCOMPARE(describeNode(tree, *node).value, std::string("4660"));
        QCOMPARE(loaded.set->root().name, std::string("part"));
    }

    void withoutASelectionItBeginsAtTheCaret() {
        TestDocumentContext context(kBytes);
        context.goTo(12);
        SelectionDescriber describer(context, nullptr);
        press(describer, u"bytes"_s);
        QCOMPARE(rowsOf(describer.model()), QStringList(u"data bytes(4) 0xC 72657374"_s));
    }

    void namesAndTypesAreEditedAndChecked() {
        TestDocumentContext context(kBytes);
        context.select({0, 16});
        SelectionDescriber describer(context, nullptr);
        press(describer, u"u1"_s);
        press(describer, u"u2le"_s);
        DraftModel& model = describer.model();
        QVERIFY(model.setData(model.index(0, DraftModel::NameColumn), u"version"_s, Qt::EditRole));
        QVERIFY(model.setData(model.index(0, DraftModel::TypeColumn), u"bytes(3)"_s, Qt::EditRole));
        QCOMPARE(rowsOf(model), (QStringList{u"version bytes(3) 0x0 013412"_s, u"value_2 u2le 0x3 0"_s}));
        QVERIFY(!model.setData(model.index(1, DraftModel::NameColumn), u"version"_s, Qt::EditRole));
        QVERIFY(describer.statusText().contains(u"“version” is no name"_s));
        QVERIFY(!model.setData(model.index(1, DraftModel::TypeColumn), u"u3"_s, Qt::EditRole));
        QVERIFY(describer.statusText().contains(u"“u3” is no type"_s));
        QVERIFY(!(model.flags(model.index(0, DraftModel::ValueColumn)) & Qt::ItemIsEditable));
    }

    void whatIsAddedWhileValuesAreReadFollows() {
        TestDocumentContext context(kBytes);
        context.select({7, 16});
        SelectionDescriber describer(context, nullptr);
        const QAbstractItemModelTester tester(&describer.model());
        describer.button(u"strz"_s)->click();
        QVERIFY(describer.isBusy());
        describer.button(u"bytes"_s)->click();  // begins where the text will be found to end
        QVERIFY(!buttonNamed(describer, u"&Make Description"_s)->isEnabled());
        QTRY_COMPARE(describer.model().rowCount(), 2);
        QCOMPARE(rowsOf(describer.model()),
                 (QStringList{u"text strz 0x7 \"name\""_s, u"data bytes(4) 0xC 72657374"_s}));
        QVERIFY(buttonNamed(describer, u"&Make Description"_s)->isEnabled());
        QCOMPARE(describer.statusText(), u"The fields fill the selection."_s);
    }

    void aSelectionEndsWithTheBytes() {
        TestDocumentContext context(kBytes);
        context.select({0, 16});
        SelectionDescriber describer(context, nullptr);
        press(describer, u"u1"_s);
        QVERIFY(context.apply(Edit::erase({8, 16})));
        QVERIFY2(describer.statusText().contains(u"7 bytes of the selection left"_s),
                 qPrintable(describer.statusText()));
        press(describer, u"bytes"_s);
        QCOMPARE(rowsOf(describer.model()).last(), u"data bytes(7) 0x1 3412000001026e"_s);
        QVERIFY(context.apply(Edit::erase({0, 8})));
        QTRY_VERIFY(!describer.isBusy());
        press(describer, u"bytes"_s);
        QVERIFY(describer.statusText().startsWith(u"There is no room left"_s));
    }

    void fieldsAreRemovedAndSplit() {
        TestDocumentContext context(kBytes);
        context.select({0, 16});
        SelectionDescriber describer(context, nullptr);
        const QAbstractItemModelTester tester(&describer.model());
        press(describer, u"u1"_s);
        press(describer, u"u4le"_s);
        describer.splitCurrent();
        QCOMPARE(rowsOf(describer.model()),
                 (QStringList{u"value u1 0x0 1"_s, u"value_2 u2le 0x1 4660"_s, u"value_2_2 u2le 0x3 0"_s}));
        describer.table().setCurrentIndex(describer.model().index(0, 0));
        describer.splitCurrent();
        QVERIFY(describer.statusText().startsWith(u"Both parts need something"_s));
        describer.removeCurrent();
        QCOMPARE(rowsOf(describer.model()),
                 (QStringList{u"value_2 u2le 0x0 13313"_s, u"value_2_2 u2le 0x2 18"_s}));
        describer.removeCurrent();
        describer.removeCurrent();
        describer.removeCurrent();
        QCOMPARE(describer.model().rowCount(), 0);
        QVERIFY(!buttonNamed(describer, u"&Make Description"_s)->isEnabled());
    }

    void whatIsBeyondTheEndIsSaid() {
        TestDocumentContext context("ab");
        context.select({0, 2});
        SelectionDescriber describer(context, nullptr);
        press(describer, u"u4le"_s);
        QVERIFY(
            describer.model().index(0, DraftModel::ValueColumn).data().toString().contains(u"data ends"_s));
        press(describer, u"u1"_s);
        QCOMPARE(describer.model().rowCount(), 2);
        QVERIFY(describer.statusText().contains(u"beyond the selection"_s));
    }

    void valuesFollowEdits() {
        TestDocumentContext context(kBytes);
        context.select({0, 16});
        SelectionDescriber describer(context, nullptr);
        press(describer, u"u1"_s);
        const std::array<std::byte, 1> other = {std::byte{9}};
        QVERIFY(context.apply(Edit::replace({0, 1}, Content::ofBytes(std::array{std::byte{8}}))));
        QVERIFY(context.apply(Edit::replace({0, 1}, Content::ofBytes(other))));
        QCOMPARE(rowsOf(describer.model()), QStringList(u"value u1 0x0 9"_s));
    }

    void aNameThatIsNoneIsRefused() {
        TestDocumentContext context(kBytes);
        context.select({0, 16});
        SelectionDescriber describer(context, nullptr);
        press(describer, u"u1"_s);
        QPushButton* make = buttonNamed(describer, u"&Make Description"_s);
        QVERIFY(make->isEnabled());
        describer.name().setText(u"My Format"_s);
        QVERIFY(!make->isEnabled());
        QVERIFY(describer.statusText().startsWith(u"The name of the description"_s));
    }

    void mnemonicsDiffer() {
        TestDocumentContext context(kBytes);
        SelectionDescriber describer(context, nullptr);
        QSet<QChar> seen;
        for (const QWidget* each : describer.findChildren<QWidget*>()) {
            const QString text = each->property("text").toString();
            const qsizetype at = text.indexOf(u'&');
            if (at < 0)
                continue;
            QVERIFY2(!seen.contains(text[at + 1].toLower()), qPrintable(text));
            seen.insert(text[at + 1].toLower());
        }
        QVERIFY(seen.size() >= 7);
    }
};

QTEST_MAIN(TestSelectionDescriber)
#include "tst_selection_describer.moc"
