#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>

#include "core/structure/format_loader.h"
#include "core/structure/node_row.h"
#include "tests/ui/panels/test_document_context.h"
#include "ui/structure/c_import_dialog.h"

using namespace octavo;
using namespace Qt::StringLiterals;

namespace {

const QString kDeclarations =
    u"struct point { short x; int y; };\nstruct box { struct point from, to; };\n"_s;

std::string valueAt(const QString& description, const std::string& bytes, const std::string& path) {
    const LoadedFormat loaded = loadFormatText(description.toStdString(), "/c.ksy", {});
    if (!loaded.set)
        return "no description";
    const auto span = std::as_bytes(std::span(bytes));
    StructureTree tree(loaded.set, Snapshot::ofBytes({span.begin(), span.end()}), {});
    const auto node = nodeAt(tree, path);
    return node ? describeNode(tree, *node).value : "nothing at " + path;
}

}  // namespace

/// C declarations become a description while they are written.
class TestCImportDialog : public QObject {
    Q_OBJECT

private:
    static void settle(CImportDialog& dialog) { QTRY_VERIFY(!dialog.isBusy()); }

private Q_SLOTS:
    void declarationsBecomeADescription() {
        TestDocumentContext context;
        CImportDialog dialog(context, nullptr);
        QVERIFY(!dialog.canAccept());
        dialog.declarations().setPlainText(kDeclarations);
        dialog.name().setText(u"boxes"_s);
        settle(dialog);
        QVERIFY2(dialog.canAccept(), qPrintable(dialog.statusText()));
        const QString text = dialog.result().toPlainText();
        QVERIFY(text.contains(u"id: boxes"_s));
        const std::string bytes("\1\0\0\0\2\0\0\0\3\0\0\0\4\0\0\0", 16);
        QCOMPARE(valueAt(text, bytes, "/to/y"), std::string("4"));
        QSignalSpy described(&dialog, &CImportDialog::described);
        dialog.accept();
        QCOMPARE(described.size(), 1);
        QCOMPARE(described[0][0].toString(), text);
    }

    void packingAndByteOrderChangeIt() {
        TestDocumentContext context;
        CImportDialog dialog(context, nullptr);
        dialog.declarations().setPlainText(kDeclarations);
        dialog.packed().setChecked(true);
        dialog.byteOrder().setCurrentIndex(1);
        settle(dialog);
        QVERIFY(dialog.abi().isPacked);
        QVERIFY(dialog.abi().order == ByteOrder::Big);
        const std::string bytes("\0\1\0\0\0\2\0\3\0\0\0\4", 12);
        QCOMPARE(valueAt(dialog.result().toPlainText(), bytes, "/to/y"), std::string("4"));
    }

    void theAbiAndTheRootAreChosen() {
        TestDocumentContext context;
        CImportDialog dialog(context, nullptr);
        QCOMPARE(dialog.abis().count(), static_cast<int>(kNamedCAbis.size()));
        dialog.declarations().setPlainText(u"struct a { long n; };\nstruct b { char c; };\n"_s);
        dialog.root().setText(u"a"_s);
        const std::string bytes("\1\0\0\0\1\0\0\0", 8);
        settle(dialog);
        QCOMPARE(valueAt(dialog.result().toPlainText(), bytes, "/n"), std::string("4294967297"));
        dialog.abis().setCurrentIndex(1);
        settle(dialog);
        QCOMPARE(valueAt(dialog.result().toPlainText(), bytes, "/n"), std::string("1"));
        dialog.root().setText(u"c"_s);
        settle(dialog);
        QVERIFY(!dialog.canAccept());
        QVERIFY(dialog.statusText().contains(u"“c”"_s));
    }

    void mistakesAreShownWithTheirPlace() {
        TestDocumentContext context;
        CImportDialog dialog(context, nullptr);
        dialog.declarations().setPlainText(u"/* ä */ struct a {\n  int x;\n  int 5;\n};\n"_s);
        settle(dialog);
        QVERIFY(!dialog.canAccept());
        QVERIFY2(dialog.statusText().startsWith(u"Line 3, column 7"_s), qPrintable(dialog.statusText()));
        QVERIFY(dialog.result().toPlainText().isEmpty());
        QCOMPARE(dialog.declarations().extraSelections().size(), 1);
        dialog.declarations().setPlainText(kDeclarations);
        QVERIFY(!dialog.canAccept());  // not before it was read
        settle(dialog);
        QVERIFY(dialog.canAccept());
        QVERIFY(dialog.declarations().extraSelections().isEmpty());
        dialog.declarations().clear();
        settle(dialog);
        QVERIFY(!dialog.canAccept());
    }

    void everyFieldHasANameAndAMnemonicOfItsOwn() {
        TestDocumentContext context;
        CImportDialog dialog(context, nullptr);
        QCOMPARE(dialog.declarations().accessibleName(), u"C declarations"_s);
        QSet<QChar> seen;
        for (const QWidget* each : dialog.findChildren<QWidget*>()) {
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

QTEST_MAIN(TestCImportDialog)
#include "tst_c_import_dialog.moc"
