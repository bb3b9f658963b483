#include <filesystem>

#include <QAbstractItemModelTester>
#include <QAbstractItemView>
#include <QClipboard>
#include <QCompleter>
#include <QFileDialog>
#include <QGuiApplication>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QTextBlock>
#include <QTextLayout>
#include <QTreeView>

#include "tests/support/temporary_directory.h"
#include "tests/ui/panels/named_controls.h"
#include "tests/ui/panels/test_document_context.h"
#include "ui/base/theme.h"
#include "ui/hexview/hex_colors.h"
#include "ui/structure/format_editor.h"
#include "ui/structure/format_editor_parts.h"
#include "ui/structure/format_highlighter.h"

using namespace octavo;
using namespace Qt::StringLiterals;

namespace {

const QString kPair =
    u"meta:\n  id: pair\nseq:\n  - id: first\n    type: u1\n  - id: rest\n    type: body\ntypes:\n  body:\n"
    "    seq:\n      - id: second\n        type: u1\n"_s;

std::span<const std::byte> bytesOf(const std::string& text) {
    return std::as_bytes(std::span(text));
}

std::string contentOf(const std::string& path) {
    return FormatSearch::onDisk({}).read(path).value_or("(none)");
}

/// The colour of a word in a line; none where it has none of its own.
QColor colourAt(const FormatTextEdit& text, int line, const QString& word) {
    const QTextBlock block = text.document()->findBlockByNumber(line);
    const auto at = block.text().indexOf(word);
    for (const QTextLayout::FormatRange& each : block.layout()->formats()) {
        if (each.start <= at && at < each.start + each.length)
            return each.format.foreground().color();
    }
    return {};
}

QString valueAt(FormatEditor& editor, const QString& name) {
    const QAbstractItemModel* model = editor.result().tree().model();
    const auto found = model->match(model->index(0, NodeColumns::Name), Qt::DisplayRole, name, 1,
                                    Qt::MatchExactly | Qt::MatchRecursive);
    return found.isEmpty() ? u"(none)"_s
                           : found.front().siblingAtColumn(NodeColumns::Value).data().toString();
}

QString sentenceAt(FormatEditor& editor, int row) {
    return editor.problems().model()->index(row, 2).data().toString();
}

}  // namespace

/// Writing a description: its text, what is wrong with it, and what the document is by it.
class TestFormatEditor : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<test::TemporaryDirectory> folder_;
    std::unique_ptr<TestDocumentContext> context_;
    std::unique_ptr<FormatEditor> editor_;

    void settle() { QTRY_VERIFY(!editor_->isBusy()); }
    [[nodiscard]] std::string userFolder() const { return folder_->path() + "/own/formats"; }
    [[nodiscard]] FormatTextEdit& text() { return editor_->text(); }
    void type(const QString& all) {
        text().selectAll();
        text().insertPlainText(all);
        settle();
    }
    QMessageBox* question(const QString& name) { return editor_->findChild<QMessageBox*>(name); }

private Q_SLOTS:
    void init() {
        folder_ = std::make_unique<test::TemporaryDirectory>();
        context_ = std::make_unique<TestDocumentContext>(std::string("\x07\x08\x09", 3));
        static const auto library = std::make_shared<const FormatLibrary>(FormatLibrary::read({}));
        editor_ =
            std::make_unique<FormatEditor>(*context_, library, std::vector<std::string>{}, userFolder());
        editor_->show();
        QVERIFY(QTest::qWaitForWindowExposed(editor_.get()));
        settle();
    }
    void cleanup() {
        editor_.reset();
        context_.reset();
        folder_.reset();
    }

    void theResultFollowsTyping() {
        QAbstractItemModelTester tester(editor_->result().tree().model());
        tester.setUseFetchMore(false);  // the view does that
        type(kPair);
        QCOMPARE(editor_->problems().model()->rowCount(), 0);
        QTRY_COMPARE(valueAt(*editor_, u"first"_s), u"7"_s);
        type(QString(kPair).replace(u"first\n    type: u1"_s, u"first\n    type: u2be"_s));
        QTRY_COMPARE(valueAt(*editor_, u"first"_s), u"1800"_s);
    }

    void theResultFollowsEditsAndOtherDocuments() {
        type(kPair);
        QVERIFY(context_->apply(Edit::replace({0, 1}, Content::ofBytes(bytesOf("\x20")))));
        QTRY_COMPARE(valueAt(*editor_, u"first"_s), u"32"_s);
        context_->open("A");
        QTRY_COMPARE(valueAt(*editor_, u"first"_s), u"65"_s);
        context_->close();
        QCOMPARE(editor_->result().tree().model()->rowCount(), 0);
        QVERIFY(editor_->result().statusText().startsWith(u"Open a document"_s));
    }

    void whatIsUnfoldedStaysSo() {
        type(kPair);
        QTRY_COMPARE(valueAt(*editor_, u"first"_s), u"7"_s);
        QTreeView& tree = editor_->result().tree();
        const auto rest = [&tree] {
            const QAbstractItemModel* model = tree.model();
            return model->match(model->index(0, 0), Qt::DisplayRole, u"rest"_s, 1, Qt::MatchRecursive)
                .value(0);
        };
        tree.expand(rest());
        tree.setCurrentIndex(rest());
        type(QString(kPair).replace(u"seq:\n  - id: first"_s,
                                    u"seq:\n  - id: zeroth\n    type: u1\n  - id: first"_s));
        QTRY_COMPARE(rest().row(), 2);
        QVERIFY(tree.isExpanded(rest()));
        QCOMPARE(tree.currentIndex(), rest());
        QTRY_COMPARE(valueAt(*editor_, u"second"_s), u"9"_s);
        context_->open("abc");
        QTRY_VERIFY(tree.isExpanded(rest()));
    }

    void aHiddenEditorReadsNothing() {
        type(kPair);
        editor_->hide();
        QCOMPARE(editor_->result().tree().model()->rowCount(), 0);
        QVERIFY(context_->apply(Edit::replace({0, 1}, Content::ofBytes(bytesOf("\x21")))));
        editor_->show();
        QTRY_COMPARE(valueAt(*editor_, u"first"_s), u"33"_s);
    }

    void problemsAreListedUnderlinedAndGoneTo() {
        type(kPair);
        type(QString(kPair).replace(u"type: body"_s, u"type: bodi  # gëht"_s));
        QCOMPARE(editor_->problems().model()->rowCount(), 1);
        QCOMPARE(editor_->problems().model()->index(0, 0).data().toString(), u"7"_s);
        QCOMPARE(editor_->problems().model()->index(0, 1).data().toString(), u"11"_s);
        QCOMPARE(sentenceAt(*editor_, 0), u"There is no type bodi."_s);
        const auto marks = text().extraSelections();
        QCOMPARE(marks.size(), 2);  // the line of the caret, and the problem
        QCOMPARE(marks[1].cursor.selectedText(), u"bodi"_s);
        QCOMPARE(text().problemAt(marks[1].cursor.selectionStart()), u"There is no type bodi."_s);
        text().moveCursor(QTextCursor::Start);
        editor_->problems().setCurrentIndex(editor_->problems().model()->index(0, 2));
        editor_->problems().setFocus();
        QTest::keyClick(&editor_->problems(), Qt::Key_Return);
        QCOMPARE(text().textCursor().blockNumber(), 6);
        QCOMPARE(text().textCursor().positionInBlock(), 10);
        // What was there by the last description without errors stays to be seen.
        QTRY_COMPARE(valueAt(*editor_, u"first"_s), u"7"_s);
        QVERIFY(editor_->result().statusText().contains(u"errors"_s));
        type(kPair);
        QCOMPARE(text().extraSelections().size(), 1);
        QVERIFY(editor_->result().statusText().isEmpty());
    }

    void columnsCountCharactersNotBytes() {
        type(u"meta:\n  id: a\ndoc: [\"ä\", 5, \"é\", {x: 1}]\n"_s);
        QVERIFY(editor_->problems().model()->rowCount() > 0);
        const TextMark mark{.line = 3, .column = 11};  // behind the two bytes of ä
        QCOMPARE(text().cursorAt(mark).positionInBlock(), 9);
        QCOMPARE(text().cursorAt({.line = 99, .column = 99}).atEnd(), true);
        QCOMPARE(text().cursorAt({.line = 0, .column = 0}).position(), 0);
    }

    void warningsDoNotHinderTheResult() {
        type(u"meta:\n  id: a\nseq:\n  - id: name\n    type: str\n    size: 1\n    encoding: utf8\n"_s);
        QCOMPARE(editor_->problems().model()->rowCount(), 1);
        QVERIFY(sentenceAt(*editor_, 0).startsWith(u"Warning: "_s));
        QTRY_VERIFY(valueAt(*editor_, u"name"_s) != u"(none)"_s);
    }

    void savingMakesTheFolderAndAsksForAName() {
        type(kPair);
        QVERIFY(editor_->isWindowModified());
        editor_->save();
        settle();
        auto* dialog = editor_->findChild<QFileDialog*>();
        QVERIFY(dialog != nullptr);
        QVERIFY(std::filesystem::is_directory(userFolder()));
        QCOMPARE(dialog->directory().path().toStdString(), userFolder());
        QCOMPARE(dialog->selectedFiles().value(0).toStdString(), userFolder() + "/pair.ksy");
        QSignalSpy saved(editor_.get(), &FormatEditor::saved);
        Q_EMIT dialog->fileSelected(QString::fromStdString(userFolder() + "/pair.ksy"));
        dialog->reject();
        settle();
        QCOMPARE(saved.size(), 1);
        QCOMPARE(editor_->path(), userFolder() + "/pair.ksy");
        QCOMPARE(contentOf(editor_->path()), kPair.toStdString());
        QVERIFY(!editor_->isWindowModified());
        QVERIFY(editor_->statusText().startsWith(u"Saved as"_s));
    }

    void savingAgainKeepsLineEndsAndSpaces() {
        const std::string bytes = "meta:\r\n  id: a\r\n# no\u00a0break\r\n";
        const std::string path = folder_->write("a.ksy", bytesOf(bytes));
        editor_->open(path);
        settle();
        QVERIFY(!editor_->isModified());
        text().moveCursor(QTextCursor::End);
        text().insertPlainText(u"doc: x\n"_s);
        settle();
        editor_->save();
        settle();
        QCOMPARE(contentOf(path), bytes + "doc: x\r\n");
    }

    void savingAgainKeepsTheByteOrderMark() {
        const std::string path = folder_->write("m.ksy", bytesOf("\xEF\xBB\xBFmeta:\n  id: a\n"));
        editor_->open(path);
        settle();
        QCOMPARE(text().wholeText(), u"meta:\n  id: a\n"_s);
        text().moveCursor(QTextCursor::End);
        text().insertPlainText(u"doc: x\n"_s);
        editor_->save();
        settle();
        QCOMPARE(contentOf(path), std::string("\xEF\xBB\xBFmeta:\n  id: a\ndoc: x\n"));
    }

    void linesThatEndInTwoWaysAreTold() {
        const std::string path = folder_->write("n.ksy", bytesOf("meta:\r\n  id: a\r\ndoc: x\n"));
        editor_->open(path);
        settle();
        QVERIFY2(editor_->statusText().contains(u"end in two ways"_s), qPrintable(editor_->statusText()));
        QVERIFY(!editor_->isModified());
        editor_->save();
        settle();
        QCOMPARE(contentOf(path), std::string("meta:\r\n  id: a\r\ndoc: x\r\n"));
    }

    void whatIsNoTextIsNotOpened() {
        type(kPair);
        text().document()->setModified(false);
        for (const std::string& bytes :
             {std::string("meta:\n\xff\n"), std::string("a\0b", 3), std::string("a\rb\n"),
              std::string("a: \u2029\n"), std::string("# \xEF\xB7\x90 and \xEF\xB7\x91\n")}) {
            editor_->open(folder_->write("b.ksy", bytesOf(bytes)));
            settle();
            QVERIFY(editor_->statusText().contains(u"no plain text"_s));
            QCOMPARE(text().wholeText(), kPair);
            QVERIFY(editor_->path().empty());
        }
        editor_->open(folder_->file("missing.ksy"));
        settle();
        QVERIFY(editor_->statusText().contains(u"missing.ksy"_s));
    }

    void octavosOwnAreSavedAsCopies() {
        const std::string path = std::string(FormatLibrary::kBuiltinFolder) + "/png.ksy";
        editor_->open(path);
        settle();
        QCOMPARE(text().wholeText().toStdString(), builtinFormatText(path).value());
        QVERIFY(editor_->statusText().contains(u"Octavo's own"_s));
        QVERIFY(editor_->result().statusText().isEmpty());  // no errors
        text().insertPlainText(u"# mine\n"_s);
        editor_->save();
        settle();
        QCOMPARE(editor_->path(), userFolder() + "/png.ksy");
        QVERIFY(contentOf(editor_->path()).starts_with("# mine\n"));
        // A second copy does not replace the first one unasked.
        editor_->open(path);
        settle();
        editor_->save();
        settle();
        QVERIFY(editor_->findChild<QFileDialog*>() != nullptr);
        QVERIFY(contentOf(userFolder() + "/png.ksy").starts_with("# mine\n"));
    }

    void useSavesFirst() {
        const std::string path = folder_->write("use.ksy", bytesOf(kPair.toStdString()));
        editor_->open(path);
        settle();
        std::vector<std::string> wanted;
        connect(editor_.get(), &FormatEditor::useWanted, this,
                [&wanted](const std::string& each) { wanted.push_back(each); });
        editor_->useForDocument();
        QCOMPARE(wanted, std::vector<std::string>{path});
        text().appendPlainText(u"# more"_s);
        editor_->useForDocument();
        settle();
        QCOMPARE(wanted.size(), std::size_t{2});
        QVERIFY(contentOf(path).ends_with("# more"));
    }

    void changesAreNotLostUnasked() {
        const std::string path = folder_->write("c.ksy", bytesOf(kPair.toStdString()));
        editor_->open(path);
        settle();
        text().appendPlainText(u"# more"_s);
        editor_->close();
        QVERIFY(editor_->isVisible());
        QMessageBox* box = question(u"unsavedChanges"_s);
        QVERIFY(box != nullptr);
        box->button(QMessageBox::Cancel)->click();
        QVERIFY(editor_->isVisible() && editor_->isModified());
        QTRY_VERIFY(question(u"unsavedChanges"_s) == nullptr);

        editor_->startNew();
        question(u"unsavedChanges"_s)->button(QMessageBox::Discard)->click();
        settle();
        QVERIFY(editor_->path().empty());
        QVERIFY(text().wholeText().startsWith(u"meta:"_s) && !text().wholeText().contains(u"# more"_s));
        QCOMPARE(contentOf(path), kPair.toStdString());
        QTRY_VERIFY(question(u"unsavedChanges"_s) == nullptr);

        editor_->open(path);
        settle();
        text().appendPlainText(u"# kept"_s);
        editor_->close();
        question(u"unsavedChanges"_s)->button(QMessageBox::Save)->click();
        QTRY_VERIFY(!editor_->isVisible());
        QVERIFY(contentOf(path).ends_with("# kept"));
    }

    void aDescriptionMadeElsewhereIsNotSavedYet() {
        editor_->startWith(kPair);
        settle();
        QVERIFY(editor_->isModified());
        QVERIFY(editor_->path().empty());
        QTRY_COMPARE(valueAt(*editor_, u"first"_s), u"7"_s);
    }

    void changesOnTheDiskAreTold() {
        const std::string path = folder_->write("d.ksy", bytesOf(kPair.toStdString()));
        editor_->open(path);
        settle();
        folder_->write("d.ksy", bytesOf(kPair.toStdString() + "# theirs\n"));
        QTRY_VERIFY(editor_->statusText().contains(u"Another program"_s));
        QPushButton* again = buttonNamed(*editor_, u"&Load It Again"_s);
        QVERIFY(again != nullptr && again->isVisible());
        again->click();
        settle();
        QVERIFY(text().wholeText().endsWith(u"# theirs\n"_s));
        QVERIFY(!editor_->isModified());
        std::filesystem::remove(path);
        QTRY_VERIFY(editor_->statusText().contains(u"not on the disk any more"_s));
    }

    void whatOthersWroteIsNotReplacedUnasked() {
        const std::string path = folder_->write("e.ksy", bytesOf(kPair.toStdString()));
        editor_->open(path);
        settle();
        text().appendPlainText(u"# mine"_s);
        folder_->write("e.ksy", bytesOf("# theirs\n"));
        editor_->save();
        QTRY_VERIFY(question(u"changedOnDisk"_s) != nullptr);
        QCOMPARE(contentOf(path), std::string("# theirs\n"));
        QVERIFY(editor_->isModified());
        buttonNamed(*question(u"changedOnDisk"_s), u"&Replace"_s)->click();
        QTRY_VERIFY(!editor_->isModified());
        QVERIFY(contentOf(path).ends_with("# mine"));
    }

    void whatCannotBeReadIsNotReplacedUnasked() {
        const std::string path = folder_->write("f.ksy", bytesOf(kPair.toStdString()));
        editor_->open(path);
        settle();
        text().appendPlainText(u"# mine"_s);
        const std::uintmax_t tooLarge = std::uintmax_t{5} << 20;  // for a description to be read
        std::filesystem::resize_file(path, tooLarge);
        QTRY_VERIFY2(editor_->statusText().contains(u"could not be read"_s),
                     qPrintable(editor_->statusText()));
        editor_->save();
        QTRY_VERIFY(question(u"notReadable"_s) != nullptr);
        QCOMPARE(std::filesystem::file_size(path), tooLarge);
        buttonNamed(*question(u"notReadable"_s), u"&Replace"_s)->click();
        QTRY_VERIFY(!editor_->isModified());
        QVERIFY(contentOf(path).ends_with("# mine"));
    }

    void aFileThatIsGoneIsWrittenAgain() {
        const std::string path = folder_->write("g.ksy", bytesOf(kPair.toStdString()));
        editor_->open(path);
        settle();
        text().appendPlainText(u"# mine"_s);
        std::filesystem::remove(path);
        editor_->save();
        settle();
        QVERIFY(!editor_->isModified());
        QVERIFY(contentOf(path).ends_with("# mine"));
    }

    void aSecondSaveWaitsForTheFirst() {
        const std::string path = folder_->write("h.ksy", bytesOf(kPair.toStdString()));
        editor_->open(path);
        settle();
        QSignalSpy saved(editor_.get(), &FormatEditor::saved);
        text().appendPlainText(u"# one"_s);
        editor_->save();
        text().appendPlainText(u"# two"_s);
        editor_->save();
        settle();
        QCOMPARE(saved.size(), 2);
        QVERIFY(!editor_->isModified());
        QVERIFY(contentOf(path).ends_with("# one\n# two"));
    }

    void whatIsTypedWhileAFileIsReadIsAskedAbout() {
        const std::string path = folder_->write("i.ksy", bytesOf(kPair.toStdString()));
        editor_->open(path);
        text().appendPlainText(u"# typed"_s);
        settle();
        QVERIFY(text().wholeText().endsWith(u"# typed"_s));
        QMessageBox* box = question(u"unsavedChanges"_s);
        QVERIFY(box != nullptr);
        box->button(QMessageBox::Discard)->click();
        settle();
        QCOMPARE(editor_->path(), path);
        QCOMPARE(text().wholeText(), kPair);
    }

    void aTextThatIsShownMeanwhileIsNotReplaced() {
        editor_->open(folder_->write("j.ksy", bytesOf(kPair.toStdString())));
        editor_->startNew();
        settle();
        QVERIFY(editor_->path().empty());
        QVERIFY(text().wholeText().contains(u"my_format"_s));
    }

    void whatIsTypedWhileItIsSavedIsAskedAboutAgain() {
        const std::string path = folder_->write("k.ksy", bytesOf(kPair.toStdString()));
        editor_->open(path);
        settle();
        text().appendPlainText(u"# saved"_s);
        editor_->startNew();
        question(u"unsavedChanges"_s)->button(QMessageBox::Save)->click();
        text().appendPlainText(u"# typed"_s);
        settle();
        QVERIFY(contentOf(path).ends_with("# saved"));
        QVERIFY(text().wholeText().endsWith(u"# typed"_s));
        QTRY_COMPARE(editor_->findChildren<QMessageBox*>(u"unsavedChanges"_s).size(), 1);
        question(u"unsavedChanges"_s)->button(QMessageBox::Save)->click();
        settle();
        QVERIFY(contentOf(path).ends_with("# typed"));
        QVERIFY(editor_->path().empty());
    }

    void aSaveThatEndsLateTakesNothingFromTheNextText() {
        const std::string path = folder_->write("l.ksy", bytesOf(kPair.toStdString()));
        editor_->open(path);
        settle();
        text().appendPlainText(u"# saved"_s);
        editor_->save();
        editor_->startNew();
        question(u"unsavedChanges"_s)->button(QMessageBox::Discard)->click();
        settle();
        QVERIFY(contentOf(path).ends_with("# saved"));
        QVERIFY(editor_->path().empty());
        QVERIFY(text().wholeText().contains(u"my_format"_s));
    }

    void keysIndentAndContinue() {
        text().setPlainText(QString());
        QTest::keyClicks(&text(), u"seq:"_s);
        QTest::keyClick(&text(), Qt::Key_Return);
        QTest::keyClicks(&text(), u"- id: a"_s);
        QTest::keyClick(&text(), Qt::Key_Return);
        QTest::keyClicks(&text(), u"doc: |"_s);
        QTest::keyClick(&text(), Qt::Key_Return);
        QTest::keyClicks(&text(), u"x"_s);
        QCOMPARE(text().wholeText(), u"seq:\n  - id: a\n    doc: |\n      x"_s);
        QTest::keyClick(&text(), Qt::Key_Return, Qt::ShiftModifier);
        QTest::keyClicks(&text(), u"y"_s);
        QCOMPARE(text().wholeText(), u"seq:\n  - id: a\n    doc: |\n      x\n      y"_s);
        QGuiApplication::clipboard()->setText(u"a\u2028b"_s);
        text().selectAll();
        text().paste();
        QCOMPARE(text().wholeText(), u"a\nb"_s);
        text().setPlainText(u"a\nb\n\nc"_s);
        text().selectAll();
        QTest::keyClick(&text(), Qt::Key_Tab);
        QCOMPARE(text().wholeText(), u"  a\n  b\n\n  c"_s);
        QTest::keyClick(&text(), Qt::Key_Backtab, Qt::ShiftModifier);
        QTest::keyClick(&text(), Qt::Key_Backtab, Qt::ShiftModifier);
        QCOMPARE(text().wholeText(), u"a\nb\n\nc"_s);
        text().setPlainText(u"abc"_s);
        text().moveCursor(QTextCursor::End);
        QTest::keyClick(&text(), Qt::Key_Tab);
        QCOMPARE(text().wholeText(), u"abc "_s);
    }

    void completionKnowsTheLanguageAndTheText_data() {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("begun");
        QTest::addColumn<QString>("there");
        QTest::addColumn<QString>("notThere");
        const auto add = [](const char* name, const char* line, const char* begun, const char* there,
                            const char* no) {
            QTest::newRow(name) << QString::fromUtf8(line) << QString::fromUtf8(begun)
                                << QString::fromUtf8(there) << QString::fromUtf8(no);
        };
        add("a key", "    rep", "rep", "repeat-until: ", "u4");
        add("a key behind a dash", "  - ty", "ty", "type: ", "u4");
        add("a type of the language", "    type: u", "u", "u4le", "kind");
        add("a type of the text", "    type: ", "", "body", "first");
        add("an enumeration", "    enum: ", "", "kind", "body");
        add("a field in an expression", "    size: first * se", "se", "second", "body");
        add("a member of an enumeration", "    if: x == kind::o", "kind::o", "kind::one", "body");
        add("a method", "    if: rest.", "", "length", "_root");
        add("a byte order", "  endian: ", "", "be", "u4");
        add("how to repeat", "    repeat: ", "", "until", "u4");
        add("nothing in prose", "    doc: fi", "fi", "", "first");
    }
    void completionKnowsTheLanguageAndTheText() {
        QFETCH(const QString, line);
        QFETCH(const QString, begun);
        QFETCH(const QString, there);
        QFETCH(const QString, notThere);
        const FormatNames names = namesIn(kPair + u"enums:\n  kind:\n    1: one\n    2:\n      id: two\n"_s);
        QCOMPARE(names.fields, (QStringList{u"first"_s, u"rest"_s, u"second"_s}));
        QCOMPARE(names.types, QStringList(u"body"_s));
        QCOMPARE(names.members, (QStringList{u"kind::one"_s, u"kind::two"_s}));
        const FormatCompletion found = completionAt(line, names);
        QCOMPARE(found.begun, begun);
        QCOMPARE(found.words.contains(there), !there.isEmpty());
        QVERIFY(!found.words.contains(notThere));
    }

    void namesInTextsBehindABarAreNone() {
        const FormatNames names =
            namesIn(u"seq:\n  - id: a\n    doc: |\n      seq:\n        - id: b\n  - id: c\n"_s);
        QCOMPARE(names.fields, (QStringList{u"a"_s, u"c"_s}));
    }

    void wordsAreCompletedFromTheList() {
        type(kPair);
        text().moveCursor(QTextCursor::End);
        text().insertPlainText(u"      - id: x\n        typ"_s);
        QTest::keyClick(&text(), Qt::Key_Space, Qt::ControlModifier);
        QAbstractItemView* popup = text().completer().popup();
        QVERIFY(popup->isVisible());
        QTest::keyClick(popup, Qt::Key_Return);
        QVERIFY(text().wholeText().endsWith(u"        type: "_s));
        QTest::keyClick(&text(), Qt::Key_Space, Qt::ControlModifier);
        QVERIFY(popup->isVisible());
        QTest::keyClick(popup, Qt::Key_B);
        QTest::keyClick(popup, Qt::Key_O);
        QTest::keyClick(popup, Qt::Key_D);
        QTest::keyClick(popup, Qt::Key_Return);
        QVERIFY2(text().wholeText().endsWith(u"type: body"_s), qPrintable(text().wholeText()));
    }

    void wordsHaveColours() {
        text().setPlainText(
            u"meta:  # a comment\n  id: thing\nseq:\n  - id: \"x\"\n    type: u4le\n    if: a == 0x10 and "
            u"'q'\n"
            "    doc: |\n      some: words\n    size: 12\n"_s);
        const auto word = [this](FormatWord each) { return formatWordColour(each, text().palette()); };
        QCOMPARE(colourAt(text(), 0, u"meta"_s), word(FormatWord::Key));
        QCOMPARE(colourAt(text(), 0, u"comment"_s), word(FormatWord::Comment));
        QCOMPARE(colourAt(text(), 1, u"thing"_s), word(FormatWord::Name));
        QCOMPARE(colourAt(text(), 3, u"id"_s), word(FormatWord::Key));
        QCOMPARE(colourAt(text(), 3, u"\"x\""_s), word(FormatWord::Text));
        QCOMPARE(colourAt(text(), 4, u"u4le"_s), word(FormatWord::Type));
        QCOMPARE(colourAt(text(), 5, u"0x10"_s), word(FormatWord::Number));
        QCOMPARE(colourAt(text(), 5, u"and"_s), word(FormatWord::Operator));
        QCOMPARE(colourAt(text(), 5, u"'q'"_s), word(FormatWord::Text));
        QCOMPARE(colourAt(text(), 5, u"a =="_s), QColor());
        QCOMPARE(colourAt(text(), 7, u"some"_s), word(FormatWord::Text));
        QCOMPARE(colourAt(text(), 8, u"size"_s), word(FormatWord::Key));
        QCOMPARE(colourAt(text(), 8, u"12"_s), word(FormatWord::Number));
        QTextCursor cursor(text().document()->findBlockByNumber(4));
        cursor.movePosition(QTextCursor::EndOfBlock);
        cursor.insertText(u"x"_s);
        QCOMPARE(colourAt(text(), 4, u"u4lex"_s), word(FormatWord::Name));
        QCOMPARE(colourAt(text(), 4, u"x"_s), word(FormatWord::Name));
    }

    void coloursAreLegibleInEveryTheme() {
        for (const ThemeKind kind : {ThemeKind::Light, ThemeKind::Dark, ThemeKind::HighContrast}) {
            const QPalette palette = themePalette(kind);
            QSet<QRgb> seen;
            for (std::size_t i = 0; i < kFormatWords; ++i) {
                const QColor colour = formatWordColour(static_cast<FormatWord>(i), palette);
                seen.insert(colour.rgb());
                QVERIFY(contrastRatio(colour, palette.color(QPalette::Base)) >= 4.5);
                QVERIFY(contrastRatio(colour, palette.color(QPalette::AlternateBase)) >= 4.5);
            }
            QCOMPARE(seen.size(), static_cast<qsizetype>(kFormatWords));
        }
        // A ground that none of the colours was made for.
        QPalette grey;
        grey.setColor(QPalette::Base, QColor(0x80, 0x80, 0x80));
        grey.setColor(QPalette::AlternateBase, QColor(0x88, 0x88, 0x88));
        grey.setColor(QPalette::Text, Qt::black);
        QVERIFY(contrastRatio(formatWordColour(FormatWord::Key, grey), QColor(0x80, 0x80, 0x80)) >= 4.5);
    }
};

QTEST_MAIN(TestFormatEditor)
#include "tst_format_editor.moc"
