#include <QClipboard>
#include <QInputMethodEvent>
#include <QLineEdit>
#include <QTableView>
#include <QtTest>

#include "core/inspect/builtin_codecs.h"
#include "tests/ui/panels/named_controls.h"
#include "tests/ui/panels/test_document_context.h"
#include "ui/panels/codec_titles.h"
#include "ui/panels/inspector_model.h"
#include "ui/panels/inspector_panel.h"

using namespace octavo;
using namespace Qt::StringLiterals;

namespace {

class TestInspectorPanel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { registerBuiltinCodecs(codecs_); }

    void followsTheCaret() {
        TestDocumentContext context("\x01\x02\x03\x04");
        InspectorPanel panel(context, codecs_);
        panel.show();
        QCOMPARE(value(panel, "u8"), u"1"_s);
        context.goTo(2);
        QTRY_COMPARE(value(panel, "u8"), u"3"_s);
        context.select({1, 3});
        QTRY_COMPARE(value(panel, "u8"), u"2"_s);
    }

    void followsEditsAndDocuments() {
        TestDocumentContext context("A");
        InspectorPanel panel(context, codecs_);
        panel.show();
        QVERIFY(context.apply(Edit::replace({0, 1}, Content::ofBytes(std::as_bytes(std::span("B", 1))))));
        QTRY_COMPARE(value(panel, "u8"), u"66"_s);
        context.open("C");
        QTRY_COMPARE(value(panel, "u8"), u"67"_s);
        context.close();
        QTRY_VERIFY(!panel.isEnabled());
        QCOMPARE(value(panel, "u8"), QString());
    }

    void aNarrowPanelShowsThePreferredOrderOnly() {
        TestDocumentContext context("abcd");
        InspectorPanel panel(context, codecs_);
        panel.resize(500, 400);
        panel.show();
        const auto* table = panel.findChild<QTableView*>();
        QVERIFY(!table->isColumnHidden(InspectorModel::LittleColumn));
        QVERIFY(!table->isColumnHidden(InspectorModel::BigColumn));
        panel.resize(260, 400);
        QVERIFY(!table->isColumnHidden(InspectorModel::LittleColumn));
        QVERIFY(table->isColumnHidden(InspectorModel::BigColumn));
        panel.setPreferredOrder(ByteOrder::Big);
        QVERIFY(table->isColumnHidden(InspectorModel::LittleColumn));
        QVERIFY(!table->isColumnHidden(InspectorModel::BigColumn));
    }

    void typingAValueIsOneEdit() {
        TestDocumentContext context("abcd");
        InspectorPanel panel(context, codecs_);
        panel.show();
        context.goTo(1);
        QTRY_COMPARE(value(panel, "u8"), u"98"_s);
        type(panel, "u8", u"66"_s, Qt::Key_Return);
        QTRY_COMPARE(context.bytes(), std::string("aBcd"));
        QVERIFY(context.document()->undoKind() == EditKind::Value);
        context.document()->undo();
        QCOMPARE(context.bytes(), std::string("abcd"));
    }

    void nonsenseStaysInTheEditorWithTheReasonBesideIt() {
        TestDocumentContext context("abcd");
        InspectorPanel panel(context, codecs_);
        panel.show();
        const Revision before = context.document()->revision();
        QLineEdit* editor = type(panel, "u8", u"999"_s, Qt::Key_Return);
        QVERIFY(editor->isVisible());
        QVERIFY2(panel.statusText().contains(u"range"_s), qPrintable(panel.statusText()));
        QVERIFY(context.document()->revision() == before);
        QPointer<QLineEdit> watched(editor);
        QTest::keyClick(editor, Qt::Key_Escape);
        QTRY_VERIFY(!watched);
        QCOMPARE(panel.statusText(), QString());
        QCOMPARE(context.bytes(), std::string("abcd"));
    }

    void saysWhenAValueOfAnotherSizeMovesWhatFollows() {
        TestDocumentContext context("a-");
        InspectorPanel panel(context, codecs_);
        panel.show();
        type(panel, "char-utf8", u"ä"_s, Qt::Key_Return);
        QTRY_COMPARE(context.bytes(), std::string("\xC3\xA4-"));
        QVERIFY2(panel.statusText().contains(u"moved"_s), qPrintable(panel.statusText()));
    }

    void copiesTheCurrentValue_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<std::string>("codec");
        QTest::addColumn<QString>("copied");
        QTest::newRow("a number") << QByteArray("a") << std::string("u8") << u"97"_s;
        QTest::newRow("a character without its number")
            << QByteArray("\xC3\xA9") << std::string("char-utf8") << u"é"_s;
    }
    void copiesTheCurrentValue() {
        QFETCH(QByteArray, bytes);
        QFETCH(std::string, codec);
        QFETCH(QString, copied);
        TestDocumentContext context(bytes.constData());
        InspectorPanel panel(context, codecs_);
        panel.show();
        QTableView& table = *panel.findChild<QTableView*>();
        table.setCurrentIndex(cell(panel, codec.c_str()));
        table.setFocus();
        QVERIFY(QTest::qWaitForWindowActive(&panel));
        QTest::keySequence(&table, QKeySequence(QKeySequence::Copy));
        QCOMPARE(QGuiApplication::clipboard()->text(), copied);
    }

    void writeProtectedDocumentsCannotBeTypedInto() {
        TestDocumentContext context("a");
        context.document()->setWriteProtected(true);
        InspectorPanel panel(context, codecs_);
        panel.show();
        QVERIFY(!(cell(panel, "u8").flags() & Qt::ItemIsEditable));
    }

    void everyControlHasAName() {
        TestDocumentContext context("a");
        InspectorPanel panel(context, codecs_);
        panel.show();
        QCOMPARE(namelessControls(panel).join(u", "_s), QString());
    }

private:
    static QModelIndex cell(InspectorPanel& panel, std::string_view id) {
        const auto* model = panel.findChild<QTableView*>()->model();
        for (int row = 0; row < model->rowCount(); ++row) {
            if (model->index(row, InspectorModel::TypeColumn).data().toString() == codecTitle(id))
                return model->index(row, InspectorModel::LittleColumn);
        }
        qFatal("no such codec: %s", id.data());
    }
    static QString value(InspectorPanel& panel, std::string_view id) {
        return cell(panel, id).data().toString();
    }

    static QLineEdit* type(InspectorPanel& panel, std::string_view id, const QString& text, Qt::Key key) {
        QTableView& table = *panel.findChild<QTableView*>();
        table.setCurrentIndex(cell(panel, id));
        table.edit(cell(panel, id));
        auto* editor = table.viewport()->findChild<QLineEdit*>();
        editor->selectAll();
        QInputMethodEvent typed;  // unlike keyClicks, any character
        typed.setCommitString(text);
        QCoreApplication::sendEvent(editor, &typed);
        QTest::keyClick(editor, key);
        return editor;
    }

    Registry<ValueCodec> codecs_;
};

}  // namespace

QTEST_MAIN(TestInspectorPanel)
#include "tst_inspector_panel.moc"
