// Files that are opened write-protected, and disks.

#include <unistd.h>

#include <QProcess>
#include <QPushButton>

#include "tests/app/program.h"
#include "ui/actions/action_registry.h"
#include "ui/dialogs/go_to_dialog.h"

using namespace octavo;

namespace {

QString bannerOf(Program& program) {
    return program.view()->messages().texts().join(u'\n');
}

bool press(Program& program, const QString& text) {
    for (QPushButton* each : program.view()->messages().findChildren<QPushButton*>()) {
        if (each->text() == text) {
            each->click();
            return true;
        }
    }
    return false;
}

}  // namespace

class TestWriteProtection : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anOrdinaryFileIsOpenForEditing() {
        const QTemporaryDir directory;
        Program program(directory, {writeFile(directory, u"file"_s, "bytes")});
        QVERIFY(!program.view()->document().document().isWriteProtected());
        QCOMPARE(bannerOf(program), QString());
    }
    void aRunningProgramIsProtectedUntilEditingIsAllowed() {
        const QTemporaryDir directory;
        Program program(directory, {QCoreApplication::applicationFilePath().toStdString()});
        Document& document = program.view()->document().document();
        QVERIFY(document.isWriteProtected());
        QVERIFY(bannerOf(program).contains(u"running"_s));
        QTRY_VERIFY(program.workbench.actions().find("edit.readOnly")->isChecked());
        QVERIFY(press(program, u"Allow Editing"_s));
        QVERIFY(!document.isWriteProtected());
        QCOMPARE(bannerOf(program), QString());
    }
    void theMenuAllowsEditingToo() {
        if (::geteuid() != 0)
            QSKIP("giving a file away needs root");
        const QTemporaryDir directory;
        const std::string path = writeFile(directory, u"file"_s, "bytes");
        QVERIFY(::chown(path.c_str(), 1000, 1000) == 0);
        Program program(directory, {path});
        QVERIFY(program.view()->document().document().isWriteProtected());
        QVERIFY(bannerOf(program).contains(u"belongs to somebody else"_s));
        program.workbench.actions().trigger("edit.readOnly");
        QVERIFY(!program.view()->document().document().isWriteProtected());
        QCOMPARE(bannerOf(program), QString());
    }
    void aDiskIsProtectedHasItsTrueSizeAndCountsInSectors() {
        const QTemporaryDir directory;
        const std::string image = writeFile(directory, u"image"_s, QByteArray(1 << 20, 'x'));
        QProcess losetup;
        losetup.start(u"losetup"_s, {u"--find"_s, u"--show"_s, u"--sector-size"_s, u"4096"_s,
                                     QString::fromStdString(image)});
        if (!losetup.waitForFinished() || losetup.exitCode() != 0)
            QSKIP("no loop device on this machine");
        const QString device = QString::fromUtf8(losetup.readAllStandardOutput().trimmed());
        {
            Program program(directory, {device.toStdString()});
            OpenDocument& document = program.view()->document();
            QVERIFY(document.document().isWriteProtected());
            QVERIFY(bannerOf(program).contains(u"is a disk"_s));
            QCOMPARE(document.document().size(), ByteCount{1 << 20});
            QCOMPARE(program.hexView().options().sectorSize, ByteCount{4096});
            program.hexView().goTo(3 * 4096 + 5);
            QVERIFY2(program.workbench.window().statusLine().caretText().endsWith(u"sector 3 + 5"_s),
                     qPrintable(program.workbench.window().statusLine().caretText()));
            program.workbench.actions().trigger("go.offset");
            auto* dialog = program.workbench.window().findChild<GoToDialog*>();
            QVERIFY(dialog != nullptr);
            dialog->setText(u"7s"_s);
            QCOMPARE(dialog->target(), std::optional(ByteOffset{7 * 4096}));
            dialog->accept();
            QCOMPARE(program.hexView().caret(), ByteOffset{7 * 4096});
        }
        QProcess::execute(u"losetup"_s, {u"--detach"_s, device});
    }
    void sectorsOfAnImageAreShownWhenAskedFor() {
        const QTemporaryDir directory;
        Program program(directory, {writeFile(directory, u"image"_s, QByteArray(4096, 'x'))});
        program.hexView().goTo(1030);
        QVERIFY(!program.workbench.window().statusLine().caretText().contains(u"sector"_s));
        program.workbench.actions().trigger("view.sectors.512");
        QVERIFY(program.workbench.window().statusLine().caretText().endsWith(u"sector 2 + 6"_s));
        program.workbench.actions().trigger("view.sectors.off");
        QVERIFY(!program.workbench.window().statusLine().caretText().contains(u"sector"_s));
    }
};

QTEST_MAIN(TestWriteProtection)
#include "tst_write_protection.moc"
