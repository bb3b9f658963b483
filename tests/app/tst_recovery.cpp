// What a crash leaves comes back: the program goes without quitting, and the next one offers what was
// unsaved.

#include <filesystem>

#include <QPlainTextEdit>
#include <QPushButton>
#include <QTreeWidget>

#include "app/recovery_offer.h"
#include "tests/app/program.h"
#include "ui/base/messages.h"
#include "ui/dialogs/recovery_dialog.h"

using namespace octavo;

namespace {

RecoveryDialog* offerOf(Program& program) {
    RecoveryDialog* dialog = nullptr;
    [&] { QTRY_VERIFY(dialog = program.workbench.window().findChild<RecoveryDialog*>()); }();
    return dialog;
}

void acceptOffer(Program& program) {
    QTest::keyClick(offerOf(program), Qt::Key_Return);
    QTRY_VERIFY(program.view() != nullptr);
}

/// The program ends without quitting, "abc" unsaved at offset 3.
void crashAfterAnEdit(const QTemporaryDir& directory, const std::string& path) {
    Program program(directory, {path});
    insert(program.view()->document(), 3, "abc");
    program.workbench.recoveryKeeper().flush();
}

QPushButton* buttonOf(const QDialog& dialog, const QString& text) {
    for (QPushButton* each : dialog.findChildren<QPushButton*>()) {
        if (each->text().remove(u'&') == text)
            return each;
    }
    return nullptr;
}

QStringList logsIn(const QTemporaryDir& directory) {
    return QDir(directory.filePath(u"settings/recovery"_s)).entryList(QDir::Files);
}

}  // namespace

class TestRecovery : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void changesSurviveTheEndOfTheProgram();
    void whatIsRecoveredIsProtectedAtOnce();
    void anUntitledDocumentComesBack();
    void savingLeavesNothingToRecover();
    void quittingWithoutSavingLeavesNothing();
    void laterKeepsTheOffer();
    void discardingIsAskedAbout();
    void aChangedFileOpensWithoutItsFile();
    void itIsTheSessionsDocumentThatComesBack();
    void theFileOfARecoveredDocumentIsWatched();
    void whatAnotherProgramOverwroteComesBackToo();
    void aDirectoryThatCannotBeWrittenIsTold();
};

void TestRecovery::changesSurviveTheEndOfTheProgram() {
    const QTemporaryDir directory;
    const std::string path = writeFile(directory, u"a.bin"_s, "0123456789");
    {
        Program program(directory, {path});
        insert(program.view()->document(), 3, "abc");
        QTRY_COMPARE_WITH_TIMEOUT(logsIn(directory).size(), 1, 5000);
        program.workbench.recoveryKeeper().flush();
    }
    QCOMPARE(contentOf(QString::fromStdString(path)), QByteArray("0123456789"));
    Program program(directory);
    RecoveryDialog* dialog = offerOf(program);
    const auto* list = dialog->findChild<QTreeWidget*>();
    QCOMPARE(list->topLevelItemCount(), 1);
    QCOMPARE(list->topLevelItem(0)->text(0), u"a.bin"_s);
    QVERIFY(dialog->findChild<QPlainTextEdit*>()->toPlainText().contains(u"61 62 63"_s));
    QTest::keyClick(dialog, Qt::Key_Return);
    QTRY_VERIFY(program.view() != nullptr);
    OpenDocument& back = program.view()->document();
    QCOMPARE(back.path(), path);
    QCOMPARE(bytesOf(back.document()), QByteArray("012abc3456789"));
    QVERIFY(back.document().isModified());
    QVERIFY(program.view()->messages().texts().join(u' ').contains(u"recovered"_s));
    program.workbench.files().save(back);
    QTRY_COMPARE(contentOf(QString::fromStdString(path)), QByteArray("012abc3456789"));
    back.document().undo();
    QCOMPARE(bytesOf(back.document()), QByteArray("0123456789"));
}

void TestRecovery::whatIsRecoveredIsProtectedAtOnce() {
    const QTemporaryDir directory;
    const std::string path = writeFile(directory, u"a.bin"_s, "0123456789");
    for (int round = 0; round < 3; ++round) {
        Program program(directory, round == 0 ? std::vector<std::string>{path} : std::vector<std::string>{});
        if (round > 0) {
            acceptOffer(program);
        }
        insert(program.view()->document(), 0, "x");
        program.workbench.recoveryKeeper().flush();
        QCOMPARE(logsIn(directory).size(), 1);
    }
    Program program(directory);
    acceptOffer(program);
    QCOMPARE(bytesOf(program.view()->document().document()), QByteArray("xxx0123456789"));
}

void TestRecovery::anUntitledDocumentComesBack() {
    const QTemporaryDir directory;
    {
        Program program(directory);
        program.workbench.documents().create();
        insert(program.view()->document(), 0, "never saved");
        program.workbench.recoveryKeeper().flush();
    }
    Program program(directory);
    acceptOffer(program);
    QVERIFY(program.view()->document().path().empty());
    QCOMPARE(bytesOf(program.view()->document().document()), QByteArray("never saved"));
}

void TestRecovery::savingLeavesNothingToRecover() {
    const QTemporaryDir directory;
    const std::string path = writeFile(directory, u"a.bin"_s, "0123456789");
    Program program(directory, {path});
    insert(program.view()->document(), 3, "abc");
    program.workbench.recoveryKeeper().flush();
    QCOMPARE(logsIn(directory).size(), 1);
    program.workbench.files().save(program.view()->document());
    QTRY_VERIFY(!program.view()->document().document().isModified());
    QTRY_COMPARE(logsIn(directory).size(), 0);
}

void TestRecovery::quittingWithoutSavingLeavesNothing() {
    const QTemporaryDir directory;
    const std::string path = writeFile(directory, u"a.bin"_s, "0123456789");
    Program program(directory, {path});
    insert(program.view()->document(), 3, "abc");
    program.workbench.recoveryKeeper().flush();
    program.workbench.files().quit();
    QTRY_VERIFY(program.question() != nullptr);
    program.question()->button(QMessageBox::Discard)->click();
    QTRY_COMPARE(logsIn(directory).size(), 0);
}

void TestRecovery::laterKeepsTheOffer() {
    const QTemporaryDir directory;
    const std::string path = writeFile(directory, u"a.bin"_s, "0123456789");
    crashAfterAnEdit(directory, path);
    for (int round = 0; round < 2; ++round) {
        Program program(directory);
        QTest::keyClick(offerOf(program), Qt::Key_Escape);
        QTRY_VERIFY(program.workbench.window().findChild<RecoveryDialog*>() == nullptr);
        QCOMPARE(logsIn(directory).size(), 1);
        if (round == 1) {
            program.workbench.actions().trigger("file.recover");
            QVERIFY(offerOf(program) != nullptr);
        }
    }
}

void TestRecovery::discardingIsAskedAbout() {
    const QTemporaryDir directory;
    const std::string path = writeFile(directory, u"a.bin"_s, "0123456789");
    crashAfterAnEdit(directory, path);
    Program program(directory);
    RecoveryDialog* dialog = offerOf(program);
    buttonOf(*dialog, u"Discard…"_s)->click();
    QMessageBox* box = nullptr;
    QTRY_VERIFY(box = dialog->findChild<QMessageBox*>());
    box->button(QMessageBox::Cancel)->click();
    QTRY_VERIFY(dialog->findChild<QMessageBox*>() == nullptr);
    QCOMPARE(logsIn(directory).size(), 1);
    buttonOf(*dialog, u"Discard…"_s)->click();
    QTRY_VERIFY(box = dialog->findChild<QMessageBox*>());
    buttonOf(*box, u"Discard"_s)->click();
    QTRY_COMPARE(logsIn(directory).size(), 0);
    QCOMPARE(contentOf(QString::fromStdString(path)), QByteArray("0123456789"));
}

void TestRecovery::aChangedFileOpensWithoutItsFile() {
    const QTemporaryDir directory;
    const std::string path = writeFile(directory, u"a.bin"_s, "0123456789");
    crashAfterAnEdit(directory, path);
    writeFile(directory, u"a.bin"_s, "9876543210");
    Program program(directory);
    acceptOffer(program);
    QVERIFY2(program.view()->document().path().empty(), "saving must not hit the changed file");
    QCOMPARE(program.view()->document().name(), u"a.bin (recovered)"_s);
    QCOMPARE(bytesOf(program.view()->document().document()), QByteArray("987abc6543210"));
}

void TestRecovery::itIsTheSessionsDocumentThatComesBack() {
    const QTemporaryDir directory;
    const std::string path = writeFile(directory, u"a.bin"_s, "0123456789");
    crashAfterAnEdit(directory, path);
    Program program(directory, {path});  // it is open already when the offer comes
    QTest::keyClick(offerOf(program), Qt::Key_Return);
    QTRY_COMPARE(program.workbench.window().views().size(), 1u);
    QTRY_COMPARE(bytesOf(program.view()->document().document()), QByteArray("012abc3456789"));
    QCOMPARE(program.view()->document().path(), path);
}

void TestRecovery::theFileOfARecoveredDocumentIsWatched() {
    const QTemporaryDir directory;
    const std::string path = writeFile(directory, u"a.bin"_s, "0123456789");
    crashAfterAnEdit(directory, path);
    Program program(directory);
    acceptOffer(program);
    writeFile(directory, u"a.bin"_s, "9876543210");
    QTRY_VERIFY(program.view()->messages().texts().join(u' ').contains(u"Another program changed"_s));
    QCOMPARE(bytesOf(program.view()->document().document()), QByteArray("012abc3456789"));
}

void TestRecovery::whatAnotherProgramOverwroteComesBackToo() {
    const QTemporaryDir directory;
    const std::string path = writeFile(directory, u"a.bin"_s, "0123456789");
    {
        Program program(directory, {path});
        insert(program.view()->document(), 3, "abc");
        program.workbench.recoveryKeeper().flush();
        writeFile(directory, u"a.bin"_s, "98765");
        QTRY_VERIFY(program.view()->messages().texts().join(u' ').contains(u"Another program"_s));
        program.workbench.recoveryKeeper().flush();
    }
    Program program(directory);
    acceptOffer(program);
    QCOMPARE(bytesOf(program.view()->document().document()), QByteArray("012abc3456789"));
    QVERIFY(program.view()->document().path().empty());
    QCOMPARE(contentOf(QString::fromStdString(path)), QByteArray("98765"));
}

void TestRecovery::aDirectoryThatCannotBeWrittenIsTold() {
    const QTemporaryDir directory;
    const std::string path = writeFile(directory, u"a.bin"_s, "0123456789");
    QVERIFY(QDir().mkpath(directory.filePath(u"settings"_s)));
    writeFile(directory, u"settings/recovery"_s, "a file where the directory should be");
    Program program(directory, {path});
    insert(program.view()->document(), 3, "abc");
    QTRY_VERIFY_WITH_TIMEOUT(
        program.view()->messages().texts().join(u' ').contains(u"would not survive a crash"_s), 5000);
    program.workbench.files().save(program.view()->document());
    QTRY_COMPARE(contentOf(QString::fromStdString(path)), QByteArray("012abc3456789"));
}

QTEST_MAIN(TestRecovery)
#include "tst_recovery.moc"
