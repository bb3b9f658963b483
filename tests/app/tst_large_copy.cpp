#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QPushButton>

#include "tests/app/program.h"
#include "ui/base/number_text.h"
#include "ui/dialogs/export_dialog.h"

using namespace octavo;
using namespace Qt::StringLiterals;

namespace {

/// Presses the button of that text in a message.
void press(Program& program, const QString& text) {
    for (QPushButton* each : program.view()->messages().findChildren<QPushButton*>()) {
        if (each->text() == text && each->isVisibleTo(&program.view()->messages())) {
            QTest::mouseClick(each, Qt::LeftButton);
            return;
        }
    }
    QFAIL(qPrintable(text));
}

}  // namespace

class TestLargeCopy : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aLargeCopyAsksBeforeOthersGetIt() {
        const QTemporaryDir directory;
        const std::string path = writeFile(directory, u"a.bin"_s, QByteArray(20 << 20, 'x'));
        Program program(directory, {path});
        const QClipboard* clipboard = QGuiApplication::clipboard();
        program.workbench.context().select({0, 16 << 20});
        QVERIFY(program.workbench.actions().trigger("edit.copy"));
        QVERIFY(program.view()->messages().texts().isEmpty());
        QVERIFY(clipboard->mimeData()->hasText());
        program.workbench.context().select({0, 20 << 20});
        QVERIFY(program.workbench.actions().trigger("edit.copy"));
        QCOMPARE(program.view()->messages().texts().size(), 1);
        QVERIFY(program.view()->messages().texts().front().contains(sizeText(20 << 20)));
        QVERIFY(!clipboard->mimeData()->hasText());
        press(program, u"&Offer to Other Programs Too"_s);
        QTRY_VERIFY(clipboard->mimeData()->hasText());
        QCOMPARE(clipboard->mimeData()->data(u"text/plain"_s).size(), (20 << 20) * 3 - 1);
    }

    void anOldOfferIsOfWhatItWasMadeFor() {
        const QTemporaryDir directory;
        const std::string other = directory.filePath(u"b.bin"_s).toStdString();
        QFile file(QString::fromStdString(other));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.resize((qint64{512} << 20) + 1));
        Program program(directory, {writeFile(directory, u"a.bin"_s, QByteArray(20 << 20, 'x')), other});
        auto& window = program.workbench.window();
        DocumentView* first = window.views().front();
        window.showView(*first);
        program.workbench.context().select({0, 20 << 20});
        QVERIFY(program.workbench.actions().trigger("edit.copy"));
        window.showView(*window.views().back());
        program.workbench.context().select({0, (ByteCount{512} << 20) + 1});
        QVERIFY(program.workbench.actions().trigger("edit.copy"));
        window.showView(*first);
        press(program, u"&Offer to Other Programs Too"_s);
        QVERIFY(program.view()->messages().texts().join(u'\n').contains(u"copied since"));
        QVERIFY(!QGuiApplication::clipboard()->mimeData()->hasText());
        // A copy that others get anyway leaves no old offer standing.
        program.workbench.context().select({0, 20 << 20});
        QVERIFY(program.workbench.actions().trigger("edit.copy"));
        program.workbench.context().select({0, 10});
        QVERIFY(program.workbench.actions().trigger("edit.copy"));
        QVERIFY(!program.view()->messages().texts().join(u'\n').contains(u"when you ask for it"));
    }

    void aCopyTooLargeForOthersLeadsToAFile() {
        const QTemporaryDir directory;
        const std::string path = directory.filePath(u"a.bin"_s).toStdString();
        QFile file(QString::fromStdString(path));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.resize((qint64{512} << 20) + 1));
        Program program(directory, {path});
        program.workbench.context().select({0, (ByteCount{512} << 20) + 1});
        QVERIFY(program.workbench.actions().trigger("edit.copy"));
        QVERIFY(!QGuiApplication::clipboard()->mimeData()->hasText());
        press(program, u"&Export…"_s);
        QVERIFY(program.workbench.window().findChild<ExportDialog*>() != nullptr);
    }

    void copyAsAsksBeforeALongText() {
        const QTemporaryDir directory;
        Program program(directory, {writeFile(directory, u"a.bin"_s, QByteArray(20 << 20, 'x'))});
        program.workbench.context().select({0, 20 << 20});
        QVERIFY(program.workbench.actions().trigger("edit.copyAs.base64"));
        QTRY_COMPARE(program.view()->messages().texts().size(), 1);
        QVERIFY(program.view()->messages().texts().front().contains(sizeText(16 << 20)));
        press(program, u"&Copy It Anyway"_s);
        QTRY_VERIFY(QGuiApplication::clipboard()->mimeData()->data(u"text/plain"_s).size() > (26 << 20));
    }
};

QTEST_MAIN(TestLargeCopy)
#include "tst_large_copy.moc"
