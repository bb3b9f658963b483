#include <QCheckBox>
#include <QClipboard>
#include <QFile>
#include <QPushButton>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QtTest>

#include "core/convert/exporter.h"
#include "core/convert/importer.h"
#include "core/save/file_system.h"
#include "tests/ui/panels/named_controls.h"
#include "tests/ui/panels/test_document_context.h"
#include "ui/dialogs/export_dialog.h"
#include "ui/dialogs/import_dialog.h"
#include "ui/dialogs/paste_special_dialog.h"
#include "ui/dialogs/preferences_dialog.h"
#include "ui/panels/job_strip.h"

using namespace octavo;
using namespace Qt::StringLiterals;

namespace {

std::string bytesOf(const Content& content) {
    Document document;
    const Status done = document.apply(Edit::insert(0, content));
    OCTAVO_EXPECTS(done.has_value());
    std::string text(static_cast<std::size_t>(document.size()), '\0');
    static_cast<void>(document.snapshot().read(0, std::as_writable_bytes(std::span(text))));
    return text;
}

class TestConvertDialogs : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        registerBuiltinExporters(exporters_);
        registerBuiltinImporters(importers_);
        QVERIFY(directory_.isValid());
    }

    void exportPreviewsEveryFormat() {
        TestDocumentContext context("Hello, world");
        ExportDialog dialog(context, exporters_, files_, nullptr);
        for (const ExporterInfo& each : exporters_) {
            dialog.chooseFormat(each.id);
            QTRY_VERIFY2(!dialog.previewText().isEmpty(), each.id.c_str());
            QCOMPARE(dialog.statusText(), QString());
        }
        dialog.chooseFormat("c");
        QTRY_VERIFY2(dialog.previewText().contains(u"0x48, 0x65"_s, Qt::CaseInsensitive),
                     qPrintable(dialog.previewText()));
    }

    void exportPreviewStaysShort() {
        TestDocumentContext context(std::string(1'000'000, 'x'));
        ExportDialog dialog(context, exporters_, files_, nullptr);
        dialog.chooseFormat("hexdump");
        QTRY_VERIFY(dialog.previewText().endsWith(u"…"_s));
        QVERIFY(dialog.previewText().size() < 5000);
    }

    void exportCopiesTheSelection() {
        TestDocumentContext context("xxHello");
        context.select({2, 7});
        ExportDialog dialog(context, exporters_, files_, nullptr);
        dialog.chooseFormat("base64");
        dialog.copyToClipboard();
        QTRY_VERIFY2(dialog.statusText().startsWith(u"Copied"_s), qPrintable(dialog.statusText()));
        QCOMPARE(QGuiApplication::clipboard()->text().trimmed(), u"SGVsbG8="_s);
    }

    void exportJoinsSeveralRanges() {
        TestDocumentContext context("xxHelloyyyWorld");
        context.selectRanges(RangeList({{2, 7}, {10, 15}}));
        ExportDialog dialog(context, exporters_, files_, nullptr);
        dialog.chooseFormat("base64");
        dialog.copyToClipboard();
        QTRY_VERIFY2(dialog.statusText().startsWith(u"Copied"_s), qPrintable(dialog.statusText()));
        QCOMPARE(QGuiApplication::clipboard()->text().trimmed(), u"SGVsbG9Xb3JsZA=="_s);
    }

    void exportReplacesAFileAndKeepsItsPermissions() {
        const QString path = directory_.filePath(u"out.bin"_s);
        QFile old(path);
        QVERIFY(old.open(QIODevice::WriteOnly) && old.write("old") == 3);
        old.close();
        QVERIFY(old.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
        TestDocumentContext context("new bytes");
        ExportDialog dialog(context, exporters_, files_, nullptr);
        dialog.chooseFormat("raw");
        dialog.saveTo(path.toStdString());
        QTRY_VERIFY2(dialog.statusText().startsWith(u"Wrote"_s), qPrintable(dialog.statusText()));
        QFile written(path);
        QVERIFY(written.open(QIODevice::ReadOnly));
        QCOMPARE(written.readAll(), QByteArray("new bytes"));
        QVERIFY(!(written.permissions() & QFile::ReadOther));
        QCOMPARE(QDir(directory_.path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
    }

    void exportSaysWhyAFileCannotBeWritten() {
        TestDocumentContext context("abc");
        ExportDialog dialog(context, exporters_, files_, nullptr);
        dialog.saveTo(directory_.path().toStdString());
        QTRY_VERIFY2(dialog.statusText().contains(u"folder"_s), qPrintable(dialog.statusText()));
        dialog.saveTo("/nowhere/at/all.bin");
        QTRY_VERIFY2(dialog.statusText().contains(u"not found"_s), qPrintable(dialog.statusText()));
    }

    void importReadsBackWhatExportWrote_data() {
        QTest::addColumn<QByteArray>("format");
        QTest::addColumn<QString>("suffix");
        QTest::newRow("Intel HEX") << QByteArray("intel-hex") << u"hex"_s;
        QTest::newRow("S-record") << QByteArray("s-record") << u"srec"_s;
        QTest::newRow("hex dump") << QByteArray("hexdump") << u"xxd"_s;
        QTest::newRow("base64") << QByteArray("base64") << u"b64"_s;
    }
    void importReadsBackWhatExportWrote() {
        QFETCH(QByteArray, format);
        QFETCH(QString, suffix);
        const std::string original("\0\1\2 some bytes \xFF", 16);
        const std::string path = directory_.filePath(u"back."_s + suffix).toStdString();
        TestDocumentContext context(original);
        ExportDialog out(context, exporters_, files_, nullptr);
        out.chooseFormat(format.toStdString());
        out.saveTo(path);
        QTRY_VERIFY2(out.statusText().startsWith(u"Wrote"_s), qPrintable(out.statusText()));
        ImportDialog in(context, importers_, nullptr);
        in.setPath(path);
        QTRY_VERIFY2(in.canAccept(), qPrintable(in.statusText()));
        in.accept();
        QCOMPARE(context.openedContents.back().second, original);
    }

    void importInsertsAtTheCaret() {
        const std::string path = write(u"some.b64"_s, "SGVsbG8=");
        TestDocumentContext context("<>");
        context.goTo(1);
        ImportDialog dialog(context, importers_, nullptr);
        dialog.chooseDestination(ImportDialog::Destination::Caret);
        dialog.setPath(path);
        QTRY_VERIFY(dialog.canAccept());
        dialog.accept();
        QCOMPARE(context.bytes(), std::string("<Hello>"));
        QVERIFY(context.document()->undoKind() == EditKind::Import);
    }

    void importRefusesDamagedFilesWithTheLine() {
        const std::string path = write(u"bad.hex"_s, ":0100000041BE\n:0100010042FF\n:00000001FF\n");
        TestDocumentContext context("<>");
        ImportDialog dialog(context, importers_, nullptr);
        dialog.setPath(path);
        QTRY_VERIFY2(dialog.statusText().contains(u"line 2"_s), qPrintable(dialog.statusText()));
        QVERIFY(!dialog.canAccept());
        dialog.accept();
        QVERIFY(context.openedContents.empty());
        QCOMPARE(context.bytes(), std::string("<>"));
    }

    void pasteUnderstands_data() {
        QTest::addColumn<QString>("format");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("hex") << u"hex"_s << u"DE AD be ef"_s << QByteArray("\xDE\xAD\xBE\xEF");
        QTest::newRow("hex with prefixes") << u"hex"_s << u"0xDE, 0xAD"_s << QByteArray("\xDE\xAD");
        QTest::newRow("numbers") << u"numbers"_s << u"int a[] = {1, 0x02};"_s << QByteArray("\x01\x02");
        QTest::newRow("base64") << u"base64"_s << u"SGVsbG8="_s << QByteArray("Hello");
        QTest::newRow("text") << u"text"_s << u"ä"_s << QByteArray("\xE4");
        QTest::newRow("Intel HEX") << u"intel-hex"_s << u":0100000041BE\n:00000001FF\n"_s << QByteArray("A");
    }
    void pasteUnderstands() {
        QFETCH(QString, format);
        QFETCH(QString, text);
        QFETCH(QByteArray, expected);
        JobRunner jobs;
        PasteSpecialDialog dialog(text, u"ISO-8859-1"_s, jobs, importers_, nullptr);
        dialog.chooseFormat(format);
        QTRY_VERIFY2(dialog.canAccept(), qPrintable(dialog.statusText()));
        QCOMPARE(QByteArray::fromStdString(bytesOf(*dialog.content())), expected);
        QVERIFY(dialog.previewText().startsWith(QString::fromLatin1(expected.left(1).toHex().toUpper())));
    }

    void pasteRefusesWithAReason_data() {
        QTest::addColumn<QString>("format");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("reason");
        QTest::newRow("not hex") << u"hex"_s << u"DE\nAG"_s << u"line 2"_s;
        QTest::newRow("not base64") << u"base64"_s << u"SGV$"_s << u"$"_s;
        QTest::newRow("not in the encoding") << u"text"_s << u"€"_s << u"ISO-8859-1"_s;
        QTest::newRow("nothing") << u"hex"_s << u"  "_s << u"nothing"_s;
    }
    void pasteRefusesWithAReason() {
        QFETCH(QString, format);
        QFETCH(QString, text);
        QFETCH(QString, reason);
        JobRunner jobs;
        PasteSpecialDialog dialog(text, u"ISO-8859-1"_s, jobs, importers_, nullptr);
        dialog.chooseFormat(format);
        QTRY_VERIFY2(dialog.statusText().contains(reason), qPrintable(dialog.statusText()));
        QVERIFY(!dialog.canAccept());
        QVERIFY(!dialog.content());
    }

    void preferencesTellEachChangeAndTakeItBack() {
        const Preferences before{.fontSize = 12, .bytesPerRow = 0, .grouping = 4};
        PreferencesDialog dialog(before, nullptr);
        QVERIFY(dialog.preferences() == before);
        Preferences told = before;
        connect(&dialog, &PreferencesDialog::changed, this, [&told](const Preferences& now) { told = now; });
        QSpinBox& size = *dialog.findChildren<QSpinBox*>().front();
        size.setValue(20);
        QCOMPARE(told.fontSize, 20);
        dialog.reject();
        QVERIFY(told == before);
    }

    void keepingHistoryIsAPreference() {
        PreferencesDialog dialog({}, nullptr);
        QVERIFY2(!dialog.preferences().keepsHistory, "removed bytes are kept only where that is wanted");
        auto* history = named<QCheckBox>(dialog, u"history"_s);
        bool isWanted = false;
        connect(&dialog, &PreferencesDialog::changed, this,
                [&isWanted](const Preferences& now) { isWanted = now.keepsHistory; });
        history->click();
        QVERIFY(isWanted);
        QVERIFY(history->accessibleDescription().contains(u"removed"_s));
        int wishes = 0;
        connect(&dialog, &PreferencesDialog::forgetWanted, this, [&wishes] { ++wishes; });
        auto* forget = named<QPushButton>(dialog, u"Forget"_s);
        forget->click();
        forget->click();
        QVERIFY2(wishes == 1, "one is under way");
        dialog.showForgotten(u"That did not work."_s);
        QCOMPARE(dialog.statusText(), u"That did not work."_s);
        forget->click();
        dialog.showForgotten({});
        QCOMPARE(dialog.statusText(), u"The kept histories are gone."_s);
        QCOMPARE(wishes, 2);
    }

    void everyControlHasAName() {
        TestDocumentContext context("abc");
        context.select({0, 1});
        JobRunner jobs;
        ExportDialog out(context, exporters_, files_, nullptr);
        ImportDialog in(context, importers_, nullptr);
        PasteSpecialDialog paste(u"41"_s, u"UTF-8"_s, jobs, importers_, nullptr);
        PreferencesDialog preferences({}, nullptr);
        for (QWidget* each : std::initializer_list<QWidget*>{&out, &in, &paste, &preferences})
            QCOMPARE(namelessControls(*each).join(u", "_s), QString());
    }

private:
    template <typename Button>
    static Button* named(const QDialog& dialog, const QString& text) {
        for (Button* each : dialog.findChildren<Button*>()) {
            if (each->text().remove(u'&').contains(text))
                return each;
        }
        return nullptr;
    }
    std::string write(const QString& name, const QByteArray& bytes) {
        QFile file(directory_.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write the sample");
        return file.fileName().toStdString();
    }

    Registry<ExporterInfo> exporters_;
    Registry<ImporterInfo> importers_;
    PosixFileSystem files_;
    QTemporaryDir directory_;
};

}  // namespace

QTEST_MAIN(TestConvertDialogs)
#include "tst_convert_dialogs.moc"
