#include <algorithm>

#include <QClipboard>
#include <QDialog>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QTranslator>

#include "app/translations.h"
#include "tests/app/program.h"
#include "tests/ui/panels/keyboard_checks.h"
#include "ui/panels/find_bar.h"

using namespace octavo;
using namespace Qt::StringLiterals;

namespace {

QStringList menuMnemonics(const QList<QAction*>& actions) {
    QMap<QString, QStringList> texts;
    for (const QAction* each : actions) {
        const QString key = QKeySequence::mnemonic(each->text()).toString();
        if (!key.isEmpty())
            texts[key] << each->text();
    }
    return sharedMnemonics(texts);
}

/// Everything that is wrong, as one text that a failure shows.
QString complaints(const QStringList& sharedMnemonics, QWidget& part) {
    QStringList all;
    for (const QString& each : sharedMnemonics)
        all << u"shared: "_s + each;
    for (const QString& each : cutTexts(part))
        all << u"cut: "_s + each;
    for (const QString& each : tabsBackwards(part))
        all << u"backwards: "_s + each;
    return all.join(u"; "_s);
}

void addLanguages(const QStringList& things) {
    QTest::addColumn<QLocale>("locale");
    QTest::addColumn<QString>("id");
    for (const auto language : {QLocale::English, QLocale::German}) {
        for (const QString& each : things)
            QTest::addRow("%s, %s", qPrintable(each), qPrintable(QLocale::languageToString(language)))
                << QLocale(language) << each;
    }
}

}  // namespace

/// Every dialog and panel, in every language: can it be used without a mouse, and can its texts be read?
class TestKeyboard : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        QFETCH(QLocale, locale);
        QLocale::setDefault(locale);
        installTranslations(*qApp);
    }
    void cleanup() {
        qDeleteAll(qApp->findChildren<QTranslator*>());
        QLocale::setDefault(QLocale(QLocale::English));
    }

    void dialogs_data() {
        addLanguages({u"go.offset"_s, u"go.followPointerAs"_s, u"edit.fill"_s, u"edit.insertBytes"_s,
                      u"edit.resize"_s, u"edit.selectRange"_s, u"edit.pasteSpecial"_s, u"view.baseAddress"_s,
                      u"tools.export"_s, u"tools.import"_s, u"tools.cDeclarations"_s, u"tools.preferences"_s,
                      u"help.shortcuts"_s, u"help.about"_s});
    }
    void dialogs() {
        QFETCH(QString, id);
        const QTemporaryDir directory;
        Program program(directory, {writeFile(directory, u"a.bin"_s, "Hello world")});
        QGuiApplication::clipboard()->setText(u"DE AD BE EF"_s);
        program.workbench.context().select({0, 5});
        QVERIFY(program.workbench.actions().trigger(id.toStdString()));
        auto* dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget());
        QVERIFY(dialog != nullptr);
        QVERIFY(QTest::qWaitForWindowActive(dialog));
        QCOMPARE(complaints(sharedMnemonics(mnemonicsIn(*dialog)), *dialog), QString());
        QTRY_VERIFY(dialog->isAncestorOf(QApplication::focusWidget()));
        const auto buttons = dialog->findChildren<QPushButton*>();
        QVERIFY2(std::any_of(buttons.begin(), buttons.end(),
                             [](const QPushButton* each) { return each->isDefault() && each->isVisible(); }),
                 "Return does nothing");
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QTRY_VERIFY(QApplication::activeModalWidget() == nullptr);
    }

    void panels_data() {
        addLanguages({u"inspector"_s, u"digest"_s, u"compress"_s, u"bookmarks"_s, u"history"_s, u"search"_s,
                      u"structure"_s});
    }
    void panels() {
        QFETCH(QString, id);
        const QTemporaryDir directory;
        Program program(directory, {writeFile(directory, u"a.bin"_s, "Hello world")});
        program.workbench.panels().show(id.toStdString());
        program.workbench.context().select({0, 5});
        QTRY_VERIFY(program.isSeen(id.toStdString()));
        checkInWindow(program, *program.workbench.panels().widget(id.toStdString()));
    }

    void findBar_data() { addLanguages({u"search.find"_s, u"search.replace"_s, u"search.inFiles"_s}); }
    void findBar() {
        QFETCH(QString, id);
        const QTemporaryDir directory;
        Program program(directory, {writeFile(directory, u"a.bin"_s, "Hello world")});
        QVERIFY(program.workbench.actions().trigger(id.toStdString()));
        auto* bar = program.workbench.window().findChild<FindBar*>();
        bar->setQuery({.kind = FindQuery::Kind::Text, .text = u"l"_s, .encoding = u"UTF-8"_s});
        QTRY_VERIFY(!bar->isBusy());
        checkInWindow(program, *bar);
    }

    void menus_data() { addLanguages({u"menus"_s}); }
    void menus() {
        const QTemporaryDir directory;
        Program program(directory, {writeFile(directory, u"a.bin"_s, "Hello world")});
        ActionRegistry& actions = program.workbench.actions();
        QStringList shared = menuMnemonics(program.workbench.window().menuBar()->actions());
        for (const MenuSpec& each : actions.menus())
            shared << menuMnemonics(actions.menu(each.id)->actions());
        Q_EMIT program.hexView().contextMenuWanted(QPoint(10, 10));
        auto* underMouse = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        QVERIFY(underMouse != nullptr);
        shared << menuMnemonics(underMouse->actions());
        underMouse->close();
        QCOMPARE(shared.join(u"; "_s), QString());
    }

private:
    /// What stands in the main window must also leave the menu bar its letters.
    static void checkInWindow(Program& program, QWidget& part) {
        auto texts = mnemonicsIn(part);
        for (const QAction* each : program.workbench.window().menuBar()->actions()) {
            const QString key = QKeySequence::mnemonic(each->text()).toString();
            if (!key.isEmpty())
                texts[key] << each->text();
        }
        QCOMPARE(complaints(sharedMnemonics(texts), part), QString());
    }
};

QTEST_MAIN(TestKeyboard)
#include "tst_keyboard.moc"
