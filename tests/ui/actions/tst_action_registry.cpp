#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QTest>
#include <QToolBar>

#include "ui/actions/action_registry.h"
#include "ui/actions/command_palette.h"
#include "ui/actions/fuzzy_match.h"

using namespace octavo;
using namespace Qt::StringLiterals;

namespace {

Action action(const std::string& id, const QString& text, int* runs = nullptr) {
    return {.id = id, .text = text, .menu = "file", .execute = [runs] {
                if (runs != nullptr)
                    ++*runs;
            }};
}

}  // namespace

class TestActionRegistry : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void menusFollowTheDeclarations() {
        ActionRegistry registry;
        registry.addMenu({"file", u"&File"_s});
        registry.addMenu({"file.recent", u"Recent"_s, "file", 1});
        registry.add(action("file.quit", u"Quit"_s));
        auto last = action("file.open", u"Open"_s);
        last.group = -1;
        registry.add(last);
        QMenuBar bar;
        registry.buildMenus(bar);
        QStringList texts;
        for (const QAction* each : registry.menu("file")->actions())
            texts << (each->isSeparator() ? u"-"_s : each->text());
        QCOMPARE(texts, QStringList({u"Open"_s, u"-"_s, u"Quit"_s, u"-"_s, u"Recent"_s}));
        QCOMPARE(registry.menu("nothing"), nullptr);
    }

    void triggerRunsOnlyEnabledActions() {
        ActionRegistry registry;
        int runs = 0;
        bool isEnabled = false;
        auto made = action("file.go", u"Go"_s, &runs);
        made.isEnabled = [&isEnabled] { return isEnabled; };
        registry.add(made);
        QVERIFY(!registry.trigger("file.go"));
        QVERIFY(!registry.trigger("file.unknown"));
        isEnabled = true;
        QVERIFY(registry.trigger("file.go"));
        QCOMPARE(runs, 1);
    }

    void refreshBringsStateIntoTheMenu() {
        ActionRegistry registry;
        auto made = action("edit.undo", u"Undo"_s);
        made.isEnabled = [] { return false; };
        made.isChecked = [] { return true; };
        made.currentText = [] { return u"Undo Paste"_s; };
        registry.add(made);
        registry.refresh();
        const QAction* shown = registry.find("edit.undo");
        QVERIFY(!shown->isEnabled());
        QVERIFY(shown->isChecked());
        QCOMPARE(shown->text(), u"Undo Paste"_s);
    }

    void refreshSoonHappensOnce() {
        ActionRegistry registry;
        int asked = 0;
        auto made = action("a", u"A"_s);
        made.isEnabled = [&asked] {
            ++asked;
            return true;
        };
        registry.add(made);
        for (int i = 0; i < 10; ++i)
            registry.refreshSoon();
        QTRY_COMPARE(asked, 1);
    }

    void sameKeyTwiceIsAConflict() {
        ActionRegistry registry;
        auto first = action("a", u"A"_s);
        first.shortcuts = {QKeySequence(u"Ctrl+G"_s), QKeySequence(u"Ctrl+J"_s)};
        auto second = action("b", u"B"_s);
        second.shortcuts = {QKeySequence(u"Ctrl+J"_s)};
        registry.add(first);
        QVERIFY(registry.conflicts().empty());
        registry.add(second);
        QCOMPARE(registry.conflicts().size(), std::size_t{1});
        QCOMPARE(registry.conflicts().front().second, std::string("b"));
    }

    void viewKeysLeaveFieldsOfPanelsAlone() {
        QMainWindow window;
        QWidget view(&window);
        view.setFocusPolicy(Qt::StrongFocus);
        QLineEdit field(&window);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        ActionRegistry registry;
        int runs = 0;
        auto made = action("edit.delete", u"Delete"_s, &runs);
        made.shortcuts = {QKeySequence(Qt::Key_Delete)};
        made.scope = ActionScope::View;
        registry.add(made);
        registry.installShortcuts(window, view);
        field.setFocus();
        QTest::keyClick(&field, Qt::Key_Delete);
        QCOMPARE(runs, 0);
        view.setFocus();
        QTest::keyClick(&view, Qt::Key_Delete);
        QCOMPARE(runs, 1);
    }

    void fuzzyOrder_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("better");
        QTest::addColumn<QString>("worse");
        QTest::newRow("starts of words beat middles")
            << u"sa"_s << u"File: Save As"_s << u"Edit: Resize All"_s;
        QTest::newRow("runs beat scattered letters") << u"fill"_s << u"Edit: Fill"_s << u"Find all"_s;
        QTest::newRow("capitals do not matter") << u"GOTO"_s << u"Go: Go to Offset"_s << u"Go: Gnu bottom"_s;
    }
    void fuzzyOrder() {
        QFETCH(QString, typed);
        QFETCH(QString, better);
        QFETCH(QString, worse);
        QVERIFY(fuzzyScore(typed, better).has_value());
        QVERIFY(fuzzyScore(typed, better).value() > fuzzyScore(typed, worse).value_or(-1000));
    }

    void lettersOutOfOrderDoNotFit() {
        QVERIFY(!fuzzyScore(u"evas", u"save").has_value());
        QVERIFY(!fuzzyScore(u"x", u"").has_value());
        QCOMPARE(fuzzyScore(u"", u"anything"), std::optional(0));
    }

    void paletteFiltersAndRuns() {
        QMainWindow window;
        window.resize(800, 600);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        ActionRegistry registry;
        registry.addMenu({"file", u"&File"_s});
        int saves = 0;
        registry.add(action("file.open", u"&Open…"_s));
        registry.add(action("file.save", u"&Save"_s, &saves));
        auto disabled = action("file.saveAs", u"Save &As…"_s);
        disabled.isEnabled = [] { return false; };
        registry.add(disabled);

        CommandPalette palette(registry, &window);
        QAbstractItemModelTester tester(&palette.model(),
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        palette.open();
        auto* field = palette.findChild<QLineEdit*>();
        QTRY_VERIFY(field->hasFocus());
        QCOMPARE(palette.model().rowCount(), 2);
        QTest::keyClicks(field, u"fsav"_s);
        QCOMPARE(palette.model().rowCount(), 1);
        QCOMPARE(palette.model().index(0).data().toString(), u"File: Save"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(saves, 1);
        QVERIFY(!palette.isVisible());

        palette.open();
        QTest::keyClick(field, Qt::Key_Escape);
        QVERIFY(!palette.isVisible());
        QCOMPARE(saves, 1);
    }
};

QTEST_MAIN(TestActionRegistry)
#include "tst_action_registry.moc"
