// The history of a file comes back when it is opened again, in the same program and in the next one.

#include <cstdlib>
#include <filesystem>

#include <QCheckBox>
#include <QPushButton>
#include <QSignalSpy>

#include "app/history_keeper.h"
#include "tests/app/program.h"
#include "ui/base/messages.h"
#include "ui/dialogs/preferences_dialog.h"
#include "ui/panels/history_model.h"
#include "ui/panels/history_panel.h"

using namespace octavo;

namespace {

void setKeeping(const QTemporaryDir& directory, bool isKept) {
    QVERIFY(QDir().mkpath(directory.filePath(u"settings"_s)));
    Settings settings(ProgramPaths::under(directory.filePath(u"settings"_s)).settingsFile);
    Preferences preferences = settings.preferences();
    preferences.keepsHistory = isKept;
    settings.setPreferences(preferences);
}

QStringList keptIn(const QTemporaryDir& directory) {
    return QDir(directory.filePath(u"settings/history"_s)).entryList(QDir::Files | QDir::Hidden);
}

void save(Program& program) {
    program.workbench.files().save(program.view()->document());
    QTRY_VERIFY(!program.view()->document().document().isModified());
    QTRY_VERIFY(!program.view()->document().isSaving());
}

void closeFile(Program& program) {
    program.workbench.files().close(program.view()->document());
    QVERIFY(program.workbench.documents().documents().empty());
}

void open(Program& program, const std::string& path) {
    OpenRequest request;
    request.path = path;
    program.workbench.files().open(std::move(request));
    QTRY_VERIFY(!program.workbench.documents().isOpening());
    QVERIFY(program.view() != nullptr);
}

/// Two steps, of which the first has a name, and saved; and a branch.
void live(Program& program) {
    OpenDocument& document = program.view()->document();
    insert(document, 10, "branch");
    document.document().undo();
    insert(document, 3, "abc");
    HistoryLog& log = document.historyLog();
    log.catchUp();
    log.setName(log.steps().current(), u"the first “state”"_s);
    insert(document, 0, "x");
    save(program);
}

void verifyLife(Program& program) {
    OpenDocument& document = program.view()->document();
    QVERIFY(!document.document().isModified());
    QCOMPARE(bytesOf(document.document()), QByteArray("x012abc3456789"));
    HistoryLog& log = document.historyLog();
    QCOMPARE(log.steps().count(), std::size_t{4});
    QCOMPARE(log.nameOf(2), u"the first “state”"_s);
    QCOMPARE(log.named(), std::vector<StepIndex>{2});
    QCOMPARE(log.savedStep(), std::optional<StepIndex>(3));
    for (StepIndex step = 0; step < 4; ++step)
        QVERIFY(std::abs(log.timeOf(step).secsTo(QDateTime::currentDateTime())) < 100);
    document.document().undo();
    QVERIFY(document.document().isModified());
    document.document().undo();
    QCOMPARE(bytesOf(document.document()), QByteArray("0123456789"));
    QVERIFY(!document.document().canUndo());
    QCOMPARE(document.document().history().childrenOf(0).size(), std::size_t{2});
    document.document().redo();
    document.document().redo();
    QVERIFY(!document.document().isModified());
    QVERIFY(!document.document().canRedo());
}

}  // namespace

class TestHistoryKeeper : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nothingIsKeptUnasked();
    void historyComesBackWhenTheFileIsOpenedAgain();
    void thePanelShowsWhatCameBack();
    void historyComesBackAfterARestart();
    void whatWasLetGoIsThereAsRedo();
    void aChangedFileHasNoHistory();
    void whatCameBackIsSavedAndKeptAgain();
    void whatCameBackIsProtectedOnceItChanges();
    void aReadOnlyFileShowsItsHistory();
    void aFileOfThisSessionOnlyIsNotKept();
    void theSafeModeKeepsNothing();
    void whatCannotBeKeptIsTold();
    void turningItOffForgetsAll();
    void cancellingForgetsNothing();
    void forgettingIsAButton();
};

void TestHistoryKeeper::nothingIsKeptUnasked() {
    const QTemporaryDir directory;
    const std::string path = writeFile(directory, u"a.bin"_s, "0123456789");
    Program program(directory, {path});
    live(program);
    closeFile(program);
    open(program, path);
    QVERIFY(!program.view()->document().document().canUndo());
    QVERIFY(!QDir(directory.filePath(u"settings/history"_s)).exists());
}

void TestHistoryKeeper::historyComesBackWhenTheFileIsOpenedAgain() {
    const QTemporaryDir directory;
    setKeeping(directory, true);
    const std::string path = writeFile(directory, u"a.bin"_s, "0123456789");
    Program program(directory, {path});
    live(program);
    for (int round = 0; round < 3; ++round) {
        closeFile(program);
        open(program, path);  // the history is being written at this moment
        verifyLife(program);
        if (QTest::currentTestFailed())
            return;
        QCOMPARE(keptIn(directory).size(), 1);
    }
}

void TestHistoryKeeper::thePanelShowsWhatCameBack() {
    const QTemporaryDir directory;
    setKeeping(directory, true);
    const std::string path = writeFile(directory, u"a.bin"_s, "0123456789");
    Program program(directory, {path});
    live(program);
    closeFile(program);
    open(program, path);
    program.workbench.panels().show("history");
    auto* panel = program.workbench.window().findChild<HistoryPanel*>();
    QVERIFY(panel != nullptr);
    HistoryModel& model = panel->model();
    QTRY_COMPARE(model.rowCount(), 4);
    const auto step = [&model](int row) { return model.index(row, HistoryModel::StepColumn); };
    QCOMPARE(step(2).data(HistoryModel::NameRole).toString(), u"the first “state”"_s);
    QVERIFY(step(3).data(HistoryModel::SavedRole).toBool());
    QVERIFY(step(3).data(HistoryModel::CurrentRole).toBool());
    QVERIFY(!step(1).data(HistoryModel::DoneRole).toBool());
    QVERIFY(!model.index(3, HistoryModel::TimeColumn).data().toString().isEmpty());
    QCOMPARE(panel->statusText(), u"Nothing was done since the last save."_s);
}

void TestHistoryKeeper::historyComesBackAfterARestart() {
    const QTemporaryDir directory;
    setKeeping(directory, true);
    const std::string path = writeFile(directory, u"a.bin"_s, "0123456789");
    {
        Program program(directory, {path});
        live(program);
        program.workbench.files().quit();
        QVERIFY2(keptIn(directory).size() == 1, "quitting waits for it");
        QTRY_VERIFY(!program.workbench.window().isVisible());
    }
    Program program(directory);
    QTRY_VERIFY(program.view() != nullptr);
    verifyLife(program);
}

void TestHistoryKeeper::whatWasLetGoIsThereAsRedo() {
    const QTemporaryDir directory;
    setKeeping(directory, true);
    const std::string path = writeFile(directory, u"a.bin"_s, "0123456789");
    {
        Program program(directory, {path});
        live(program);
        insert(program.view()->document(), 0, "let go ");
        program.workbench.files().quit();
        QTRY_VERIFY(program.question() != nullptr);
        program.question()->button(QMessageBox::Discard)->click();
        QTRY_VERIFY(!program.workbench.window().isVisible());
    }
    QCOMPARE(contentOf(QString::fromStdString(path)), QByteArray("x012abc3456789"));
    Program program(directory);
    QTRY_VERIFY(program.view() != nullptr);
    Document& document = program.view()->document().document();
    QVERIFY(!document.isModified());
    QVERIFY(document.canRedo());
    document.redo();
    QCOMPARE(bytesOf(document), QByteArray("let go x012abc3456789"));
    QVERIFY(document.isModified());
}

void TestHistoryKeeper::aChangedFileHasNoHistory() {
    const QTemporaryDir directory;
    setKeeping(directory, true);
    const std::string path = writeFile(directory, u"a.bin"_s, "0123456789");
    Program program(directory, {path});
    live(program);
    closeFile(program);
    QTRY_COMPARE(keptIn(directory).size(), 1);
    QTRY_VERIFY(keptIn(directory).front().endsWith(QLatin1String(kKeptHistorySuffix)));
    writeFile(directory, u"a.bin"_s, "x012abc345678!");
    open(program, path);
    QVERIFY(!program.view()->document().document().canUndo());
    QCOMPARE(bytesOf(program.view()->document().document()), QByteArray("x012abc345678!"));
    QVERIFY(keptIn(directory).isEmpty());
}

void TestHistoryKeeper::whatCameBackIsSavedAndKeptAgain() {
    const QTemporaryDir directory;
    setKeeping(directory, true);
    const std::string path = writeFile(directory, u"a.bin"_s, "0123456789");
    Program program(directory, {path});
    live(program);
    closeFile(program);
    open(program, path);
    program.view()->document().document().undo();
    save(program);
    QCOMPARE(contentOf(QString::fromStdString(path)), QByteArray("012abc3456789"));
    closeFile(program);
    open(program, path);
    Document& document = program.view()->document().document();
    QCOMPARE(document.history().stateCount(), std::size_t{4});
    document.redo();
    QCOMPARE(bytesOf(document), QByteArray("x012abc3456789"));
    document.undo();
    QVERIFY(!document.isModified());
    document.undo();
    QCOMPARE(bytesOf(document), QByteArray("0123456789"));
}

void TestHistoryKeeper::whatCameBackIsProtectedOnceItChanges() {
    const QTemporaryDir directory;
    setKeeping(directory, true);
    const std::string path = writeFile(directory, u"a.bin"_s, "0123456789");
    const auto logs = [&directory] {
        return QDir(directory.filePath(u"settings/recovery"_s)).entryList(QDir::Files).size();
    };
    {
        Program program(directory, {path});
        live(program);
        closeFile(program);
        open(program, path);
        program.workbench.recoveryKeeper().flush();
        QVERIFY2(logs() == 0, "nothing is unsaved");
        program.view()->document().document().undo();
        program.workbench.recoveryKeeper().flush();
        QCOMPARE(logs(), 1);
        // and then the program crashes
    }
    Program program(directory, {path});
    QTRY_VERIFY(program.workbench.window().findChild<QDialog*>() != nullptr);
    QTest::keyClick(program.workbench.window().findChild<QDialog*>(), Qt::Key_Return);
    QTRY_COMPARE(bytesOf(program.view()->document().document()), QByteArray("012abc3456789"));
    QVERIFY(program.view()->document().document().isModified());
    QCOMPARE(program.view()->document().path(), path);
}

void TestHistoryKeeper::aReadOnlyFileShowsItsHistory() {
    const QTemporaryDir directory;
    setKeeping(directory, true);
    const std::string path = writeFile(directory, u"a.bin"_s, "0123456789");
    Program program(directory, {path});
    live(program);
    closeFile(program);
    OpenRequest request;
    request.path = path;
    request.access = OpenAccess::ReadOnly;
    program.workbench.files().open(std::move(request));
    QTRY_VERIFY(program.view() != nullptr);
    QVERIFY(program.view()->document().document().isWriteProtected());
    QCOMPARE(program.view()->document().historyLog().steps().count(), std::size_t{4});
    QVERIFY(!program.view()->document().document().isModified());
}

void TestHistoryKeeper::aFileOfThisSessionOnlyIsNotKept() {
    const QTemporaryDir directory;
    setKeeping(directory, true);
    const QByteArray before = qgetenv("XDG_RUNTIME_DIR");
    qputenv("XDG_RUNTIME_DIR", QFile::encodeName(directory.filePath(u"run"_s)));
    QVERIFY(QDir().mkpath(directory.filePath(u"run"_s)));
    const std::string secret = writeFile(directory, u"run/secret"_s, "0123456789");
    const std::string other = writeFile(directory, u"running"_s, "0123456789");
    for (const std::string& path : {secret, other}) {
        Program program(directory, {path});
        live(program);
        program.workbench.files().quit();
        QCOMPARE(keptIn(directory).size(), path == other ? 1 : 0);
    }
    if (before.isEmpty())
        qunsetenv("XDG_RUNTIME_DIR");
    else
        qputenv("XDG_RUNTIME_DIR", before);
}

void TestHistoryKeeper::theSafeModeKeepsNothing() {
    const QTemporaryDir directory;
    JobRunner jobs;
    DocumentManager documents(jobs);
    HistoryKeeper keeper(ProgramPaths::none().historyDirectory.toStdString(), documents, jobs);
    keeper.setEnabled(true);
    const QSignalSpy failures(&keeper, &HistoryKeeper::failed);
    OpenRequest request;
    request.path = writeFile(directory, u"a.bin"_s, "0123456789");
    for (int round = 0; round < 2; ++round) {
        documents.open(request);
        QTRY_COMPARE(documents.documents().size(), std::size_t{1});
        OpenDocument& opened = *documents.documents().front();
        QVERIFY(!opened.document().canUndo());
        insert(opened, 0, "x");
        opened.document().undo();
        documents.close(opened);
        keeper.keepAll();
        QCoreApplication::processEvents();
    }
    QVERIFY2(failures.isEmpty(), "it was not even tried");
    QCOMPARE(QDir(directory.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
             QStringList{u"a.bin"_s});
}

void TestHistoryKeeper::whatCannotBeKeptIsTold() {
    const QTemporaryDir directory;
    setKeeping(directory, true);
    writeFile(directory, u"settings/history"_s, "a file where the directory should be");
    const std::string path = writeFile(directory, u"a.bin"_s, "0123456789");
    Program program(directory, {path});
    live(program);
    closeFile(program);
    QTRY_VERIFY(program.workbench.window().messages().texts().join(u' ').contains(
        u"The undo history of “a.bin” could not be kept."_s));
    open(program, path);
    QVERIFY(!program.view()->document().document().canUndo());
}

void TestHistoryKeeper::turningItOffForgetsAll() {
    const QTemporaryDir directory;
    setKeeping(directory, true);
    const std::string path = writeFile(directory, u"a.bin"_s, "0123456789");
    Program program(directory, {path});
    live(program);
    closeFile(program);
    open(program, path);
    program.workbench.actions().trigger("tools.preferences");
    auto* dialog = program.workbench.window().findChild<PreferencesDialog*>();
    QVERIFY(dialog != nullptr);
    QVERIFY(dialog->preferences().keepsHistory);
    for (QCheckBox* each : dialog->findChildren<QCheckBox*>()) {
        if (each->text().contains(u"history"_s))
            each->click();
    }
    QVERIFY(!program.workbench.settings().preferences().keepsHistory);
    QCOMPARE(keptIn(directory).size(), 1);
    dialog->accept();
    QTRY_VERIFY(keptIn(directory).isEmpty());
    closeFile(program);
    open(program, path);
    QVERIFY(!program.view()->document().document().canUndo());
    QVERIFY(keptIn(directory).isEmpty());
}

void TestHistoryKeeper::cancellingForgetsNothing() {
    const QTemporaryDir directory;
    setKeeping(directory, true);
    const std::string path = writeFile(directory, u"a.bin"_s, "0123456789");
    Program program(directory, {path});
    live(program);
    closeFile(program);
    open(program, path);
    program.workbench.actions().trigger("tools.preferences");
    auto* dialog = program.workbench.window().findChild<PreferencesDialog*>();
    for (QCheckBox* each : dialog->findChildren<QCheckBox*>()) {
        if (each->text().contains(u"history"_s))
            each->click();
    }
    dialog->reject();
    QVERIFY(program.workbench.settings().preferences().keepsHistory);
    closeFile(program);
    open(program, path);
    verifyLife(program);
}

void TestHistoryKeeper::forgettingIsAButton() {
    const QTemporaryDir directory;
    setKeeping(directory, true);
    const std::string path = writeFile(directory, u"a.bin"_s, "0123456789");
    Program program(directory, {path});
    live(program);
    closeFile(program);
    QTRY_COMPARE(keptIn(directory).size(), 1);
    program.workbench.actions().trigger("tools.preferences");
    auto* dialog = program.workbench.window().findChild<PreferencesDialog*>();
    QPushButton* forget = nullptr;
    for (QPushButton* each : dialog->findChildren<QPushButton*>()) {
        if (each->text().contains(u"Kept Histories"_s))
            forget = each;
    }
    QVERIFY(forget != nullptr);
    forget->click();
    QTRY_COMPARE(dialog->statusText(), u"The kept histories are gone."_s);
    QVERIFY(keptIn(directory).isEmpty());
    QVERIFY(forget->isEnabled());
    dialog->reject();
    open(program, path);
    QVERIFY(!program.view()->document().document().canUndo());
}

QTEST_MAIN(TestHistoryKeeper)
#include "tst_history_keeper.moc"
