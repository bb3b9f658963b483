#include <algorithm>
#include <array>

#include <QFile>
#include <QKeyEvent>
#include <QMessageBox>
#include <QPushButton>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include "tests/app/program.h"
#include "ui/dialogs/export_dialog.h"
#include "ui/hexview/minimap.h"
#include "ui/panels/digest_model.h"
#include "ui/panels/digest_panel.h"
#include "ui/panels/find_bar.h"
#include "ui/panels/inspector_panel.h"

using namespace octavo;
using namespace Qt::StringLiterals;

namespace {

QByteArray readFile(const std::string& path) {
    QFile file(QString::fromStdString(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void answer(QMessageBox* box, QMessageBox::StandardButton button) {
    QTest::mouseClick(box->button(button), Qt::LeftButton);
}

}  // namespace

class TestMainWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyActionIsReachableAndNoKeyIsAmbiguous() {
        const QTemporaryDir directory;
        Program program(directory);
        ActionRegistry& actions = program.workbench.actions();
        QVERIFY(actions.actions().size() > 60);
        for (const auto& conflict : actions.conflicts())
            QFAIL(qPrintable(QString::fromStdString(conflict.first + " and " + conflict.second)));
        QSet<QString> titles;
        for (const Action& action : actions.actions()) {
            QVERIFY2(!action.menu.empty() && actions.menu(action.menu) != nullptr, action.id.c_str());
            const QString title = actions.titleOf(action);
            QVERIFY2(!titles.contains(title), action.id.c_str());
            titles.insert(title);
        }
    }

    void nothingRunsOutsideADocumentWithoutOne() {
        const QTemporaryDir directory;
        Program program(directory);
        QVERIFY(program.view() == nullptr);
        for (const Action& action : program.workbench.actions().actions()) {
            const bool isSearch = action.id.starts_with("search.") && action.id != "search.inFiles";
            if (action.id.starts_with("edit.") || isSearch)
                QVERIFY2(action.isEnabled && !action.isEnabled(), action.id.c_str());
        }
    }

    void offersRecentFilesWhileNoneIsOpen() {
        const QTemporaryDir directory;
        const std::string path = writeFile(directory, u"a & b.bin"_s, "Hello world");
        Program program(directory, {path});
        program.workbench.actions().trigger("file.close");
        QTRY_VERIFY(program.view() == nullptr);
        const auto entry = [&program](const QString& text) -> QAbstractButton* {
            for (auto* each : program.workbench.window().welcome().findChildren<QAbstractButton*>()) {
                if (each->text() == text)
                    return each;
            }
            return nullptr;
        };
        QTRY_VERIFY(entry(u"a & b.bin"_s) != nullptr);
        QVERIFY(entry(u"Open…"_s) != nullptr);
        QTest::mouseClick(entry(u"a & b.bin"_s), Qt::LeftButton);
        QTRY_VERIFY(program.view() != nullptr);
        QCOMPARE(program.view()->document().path(), path);
    }

    void theFirstPictureToldOfHasTheFileInIt() {
        const QTemporaryDir directory;
        Workbench workbench(opening({writeFile(directory, u"a.bin"_s, "Hello world")}),
                            ProgramPaths::under(directory.path() + u"/settings"_s));
        int shown = 0;
        connect(&workbench, &Workbench::shown, this, [&] {
            ++shown;
            QVERIFY(workbench.window().currentView() != nullptr);
        });
        workbench.start();
        QTRY_COMPARE(shown, 1);
    }
    void panelsAndIconComeAfterTheFirstPicture() {
        const QTemporaryDir directory;
        // Without a file the first picture is the one that is told of, however long opening takes.
        Workbench workbench(opening({}), ProgramPaths::under(directory.path() + u"/settings"_s));
        int shown = 0;
        connect(&workbench, &Workbench::shown, this, [&] {
            ++shown;
            QVERIFY(workbench.panels().widget("inspector") == nullptr);
        });
        workbench.start();
        QVERIFY(workbench.panels().widget("inspector") == nullptr);
        QTRY_VERIFY(workbench.panels().widget("inspector") != nullptr);
        QTRY_COMPARE(shown, 1);
        QVERIFY(!workbench.window().windowIcon().isNull());
    }

    void typeUndoSaveReopen() {
        const QTemporaryDir directory;
        const std::string path = writeFile(directory, u"a.bin"_s, "Hello world");
        {
            Program program(directory, {path});
            QTest::keyClicks(&program.hexView(), u"4A"_s);
            QVERIFY(program.workbench.window().isWindowModified());
            QCOMPARE(program.hexView().caret(), ByteOffset{1});
            QTest::keyClick(&program.hexView(), Qt::Key_Z, Qt::ControlModifier);
            QTRY_VERIFY(!program.workbench.window().isWindowModified());
            QTest::keyClick(&program.hexView(), Qt::Key_Y, Qt::ControlModifier);
            QTRY_VERIFY(program.workbench.window().isWindowModified());
            QTest::keyClick(&program.hexView(), Qt::Key_S, Qt::ControlModifier);
            QTRY_VERIFY(!program.workbench.window().isWindowModified());
            QCOMPARE(readFile(path), QByteArray("Jello world"));
        }
        Program again(directory, {path});
        QCOMPARE(again.view()->document().document().size(), ByteCount{11});
    }

    void statusBarTellsPlaceAndSelection() {
        const QTemporaryDir directory;
        Program program(directory, {writeFile(directory, u"a.bin"_s, QByteArray(5000, 'x'))});
        program.workbench.context().select({0x100, 0x180});
        const WindowStatusBar& status = program.workbench.window().statusLine();
        QVERIFY(status.caretText().contains(u"0x180 (384)"_s));
        QVERIFY(status.selectionText().contains(u"0x80 (128)"_s));
        QVERIFY(status.sizeText().contains(u"4.88 KiB"_s));
        QCOMPARE(status.modeText(), u"Overwrite"_s);
        QTest::keyClick(&program.hexView(), Qt::Key_Insert);
        QCOMPARE(status.modeText(), u"Insert"_s);
    }

    void closingAsksAndCancelKeepsEverything() {
        const QTemporaryDir directory;
        const std::string path = writeFile(directory, u"a.bin"_s, "Hello world");
        Program program(directory, {path});
        QTest::keyClicks(&program.hexView(), u"4A"_s);
        program.workbench.window().close();
        QTRY_VERIFY(program.question() != nullptr && program.question()->isVisible());
        QVERIFY(program.workbench.window().isVisible());
        answer(program.question(), QMessageBox::Cancel);
        QTRY_VERIFY(program.question() == nullptr);
        QVERIFY(program.workbench.window().isVisible());
        QVERIFY(program.workbench.window().isWindowModified());
        QCOMPARE(readFile(path), QByteArray("Hello world"));
    }

    void closingCanSaveFirst() {
        const QTemporaryDir directory;
        const std::string path = writeFile(directory, u"a.bin"_s, "Hello world");
        Program program(directory, {path});
        QTest::keyClicks(&program.hexView(), u"4A"_s);
        program.workbench.window().close();
        QTRY_VERIFY(program.question() != nullptr && program.question()->isVisible());
        answer(program.question(), QMessageBox::Save);
        QTRY_VERIFY(!program.workbench.window().isVisible());
        QCOMPARE(readFile(path), QByteArray("Jello world"));
    }

    void closingCanDiscard() {
        const QTemporaryDir directory;
        const std::string path = writeFile(directory, u"a.bin"_s, "Hello world");
        Program program(directory, {path});
        QTest::keyClicks(&program.hexView(), u"4A"_s);
        program.workbench.window().close();
        QTRY_VERIFY(program.question() != nullptr && program.question()->isVisible());
        answer(program.question(), QMessageBox::Discard);
        QTRY_VERIFY(!program.workbench.window().isVisible());
        QCOMPARE(readFile(path), QByteArray("Hello world"));
    }

    void theNextStartContinuesWhereThisOneEnded() {
        const QTemporaryDir directory;
        const std::string first = writeFile(directory, u"a.bin"_s, QByteArray(4000, 'a'));
        const std::string second = writeFile(directory, u"b.bin"_s, QByteArray(4000, 'b'));
        {
            Program program(directory, {first, second});
            QTRY_COMPARE(program.workbench.window().views().size(), std::size_t{2});
            program.workbench.window().showView(*program.workbench.window().views().front());
            program.workbench.context().goTo(0x345);
            program.workbench.context().bookmarks()->add({0x10, 0x20}, u"here"_s);
            program.workbench.window().close();
            QTRY_VERIFY(!program.workbench.window().isVisible());
        }
        Program again(directory);
        QTRY_COMPARE(again.workbench.window().views().size(), std::size_t{2});
        QCOMPARE(again.view()->document().path(), first);
        QCOMPARE(again.workbench.context().caret(), ByteOffset{0x345});
        QCOMPARE(again.workbench.context().bookmarks()->all().size(), std::size_t{1});
    }

    void backAndForwardFollowJumps() {
        const QTemporaryDir directory;
        Program program(directory, {writeFile(directory, u"a.bin"_s, QByteArray(4000, 'x'))});
        program.workbench.context().goTo(100);
        program.workbench.context().goTo(3000);
        QVERIFY(program.workbench.actions().trigger("go.back"));
        QCOMPARE(program.workbench.context().caret(), ByteOffset{100});
        QVERIFY(program.workbench.actions().trigger("go.back"));
        QCOMPARE(program.workbench.context().caret(), ByteOffset{0});
        QVERIFY(!program.workbench.actions().trigger("go.back"));
        QVERIFY(program.workbench.actions().trigger("go.forward"));
        QCOMPARE(program.workbench.context().caret(), ByteOffset{100});
    }

    void choicesOfPanelsAndSearchesAreRemembered() {
        const QTemporaryDir directory;
        const std::string path = writeFile(directory, u"a.bin"_s, "Hello world");
        {
            Program program(directory, {path});
            PanelHost& panels = program.workbench.panels();
            panels.show("digest");
            panels.show("inspector");
            static_cast<DigestPanel*>(panels.widget("digest"))->model().setChosenIds({u"crc32"_s});
            auto* inspector = static_cast<InspectorPanel*>(panels.widget("inspector"));
            inspector->setPreferredOrder(ByteOrder::Big);
            inspector->setIntegerStyle(InspectorModel::IntegerStyle::Hexadecimal);
            QVERIFY(program.workbench.actions().trigger("search.find"));
            auto* bar = program.workbench.window().findChild<FindBar*>();
            bar->setQuery({.kind = FindQuery::Kind::Hex, .text = u"6C 6C"_s, .encoding = {}});
            bar->findNext();
            QVERIFY(program.workbench.actions().trigger("tools.export"));
            auto* dialog = program.workbench.window().findChild<ExportDialog*>();
            dialog->chooseFormat("base64");
            dialog->reject();
        }
        Program again(directory, {path});
        PanelHost& panels = again.workbench.panels();
        panels.show("digest");
        panels.show("inspector");
        QCOMPARE(static_cast<DigestPanel*>(panels.widget("digest"))->model().chosenIds(),
                 QStringList{u"crc32"_s});
        QCOMPARE(static_cast<InspectorPanel*>(panels.widget("inspector"))->preferredOrder(), ByteOrder::Big);
        QCOMPARE(static_cast<InspectorPanel*>(panels.widget("inspector"))->integerStyle(),
                 InspectorModel::IntegerStyle::Hexadecimal);
        QVERIFY(again.workbench.actions().trigger("search.find"));
        auto* bar = again.workbench.window().findChild<FindBar*>();
        QCOMPARE(bar->history().size(), std::size_t{1});
        QCOMPARE(bar->history().front().text, u"6C 6C"_s);
        QVERIFY(again.workbench.actions().trigger("search.clearHistory"));
        QVERIFY(again.workbench.settings().searches().empty());
        QVERIFY(again.workbench.actions().trigger("tools.export"));
        QCOMPARE(again.workbench.window().findChild<ExportDialog*>()->formatId(), u"base64"_s);
    }

    void f6GoesRoundThePanes() {
        const QTemporaryDir directory;
        Program program(directory, {writeFile(directory, u"a.bin"_s, "Hello world")});
        PanelHost& panels = program.workbench.panels();
        QTRY_VERIFY(program.isSeen("inspector"));
        panels.show("digest");
        QTRY_VERIFY(program.isSeen("digest") && !program.isSeen("inspector"));
        QVERIFY(program.workbench.actions().trigger("search.find"));
        auto* bar = program.workbench.window().findChild<FindBar*>();
        const std::array<QWidget*, 3> panes{program.view(), panels.widget("digest"), bar};
        const auto focused = [&panes] {
            return std::find_if(
                       panes.begin(), panes.end(),
                       [](const QWidget* each) { return each->isAncestorOf(QApplication::focusWidget()); }) -
                   panes.begin();
        };
        QTRY_COMPARE(focused(), 2);
        for (const int next : {0, 1, 2, 0}) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6);
            QCOMPARE(focused(), next);
        }
        for (const int previous : {2, 1, 0, 2}) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6, Qt::ShiftModifier);
            QCOMPARE(focused(), previous);
        }
        bar->closeBar();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6);
        QCOMPARE(focused(), 0);
    }

    void f6ReturnsToTheControlThatHadTheKeyboard() {
        const QTemporaryDir directory;
        Program program(directory, {writeFile(directory, u"a.bin"_s, "Hello world")});
        QTRY_VERIFY(program.isSeen("inspector"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QWidget* left = QApplication::focusWidget();
        QVERIFY(program.workbench.panels().widget("inspector")->isAncestorOf(left));
        QTest::keyClick(left, Qt::Key_F6);
        QCOMPARE(QApplication::focusWidget(), &program.hexView());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6);
        QCOMPARE(QApplication::focusWidget(), left);
    }

    void numberedBookmarksAreSetGoneToAndKept() {
        const QTemporaryDir directory;
        const std::string path = writeFile(directory, u"a.bin"_s, QByteArray(4000, 'x'));
        {
            Program program(directory, {path});
            const auto control = Qt::ControlModifier;
            QTRY_VERIFY(program.workbench.actions().find("go.numbered.1")->isEnabled());
            program.workbench.context().select({0x100, 0x110});
            QTest::keyClick(&program.hexView(), Qt::Key_1, control | Qt::ShiftModifier);
            program.workbench.context().goTo(0x200);
            QTest::keyClick(&program.hexView(), Qt::Key_0, control | Qt::ShiftModifier);
            QTest::keyClick(&program.hexView(), Qt::Key_1, control);
            QCOMPARE(program.workbench.context().caret(), ByteOffset{0x100});
            QVERIFY(program.workbench.actions().trigger("edit.insertMode"));
            QTest::keyClicks(&program.hexView(), u"00"_s);
            QTest::keyClick(&program.hexView(), Qt::Key_0, control);
            QCOMPARE(program.workbench.context().caret(), ByteOffset{0x201});
            QTest::keyClick(&program.hexView(), Qt::Key_0, control | Qt::ShiftModifier);
            QVERIFY(!program.workbench.context().bookmarks()->numbered(0));
            QTest::keyClick(&program.hexView(), Qt::Key_0, control);
            QCOMPARE(program.view()->messages().texts().size(), 1);
            program.view()->document().document().undo();
            program.workbench.window().close();
            QTRY_VERIFY(!program.workbench.window().isVisible());
        }
        Program again(directory);
        QTRY_VERIFY(again.view() != nullptr);
        QVERIFY(again.workbench.context().bookmarks()->numbered(1)->range == (ByteRange{0x100, 0x110}));
    }

    void digitsWorkByTheirPlaceOnTheKeyboard_data() {
        QTest::addColumn<int>("setKey");
        QTest::addColumn<int>("goKey");
        QTest::addColumn<int>("place");
        QTest::newRow("French 1") << int(Qt::Key_1) << int(Qt::Key_Ampersand) << 10;
        QTest::newRow("German 0, whose Shift is =") << int(Qt::Key_Equal) << int(Qt::Key_0) << 19;
    }
    void digitsWorkByTheirPlaceOnTheKeyboard() {
        QFETCH(int, setKey);
        QFETCH(int, goKey);
        QFETCH(int, place);
        const QTemporaryDir directory;
        Program program(directory, {writeFile(directory, u"a.bin"_s, QByteArray(4000, 'x'))});
        const auto press = [&](int key, Qt::KeyboardModifiers held) {
            for (const auto type : {QEvent::ShortcutOverride, QEvent::KeyPress}) {
                QKeyEvent event(type, key, held, static_cast<quint32>(place), 0, 0);
                event.ignore();
                QApplication::sendEvent(&program.hexView(), &event);
                // Qt would try its shortcuts next; only setting forestalls them.
                if (type == QEvent::ShortcutOverride)
                    QCOMPARE(event.isAccepted(), held.testFlag(Qt::ShiftModifier));
            }
        };
        program.workbench.context().goTo(0x100);
        press(setKey, Qt::ControlModifier | Qt::ShiftModifier);
        program.workbench.context().goTo(0x200);
        press(goKey, Qt::ControlModifier);
        QCOMPARE(program.workbench.context().caret(), ByteOffset{0x100});
        press(goKey, Qt::ControlModifier | Qt::AltModifier);
        QCOMPARE(program.workbench.context().bookmarks()->all().size(), std::size_t{1});
    }

    void aMissingFileIsExplainedInTheWindow() {
        const QTemporaryDir directory;
        Program program(directory, {directory.filePath(u"missing.bin"_s).toStdString()});
        QTRY_COMPARE(program.workbench.window().windowMessages().texts().size(), 1);
        QVERIFY(program.workbench.window().windowMessages().texts().front().contains(u"missing.bin"_s));
    }

    void revertIsOneStepThatUndoTakesBack() {
        const QTemporaryDir directory;
        const std::string path = writeFile(directory, u"a.bin"_s, "Hello world");
        Program program(directory, {path});
        QTest::keyClicks(&program.hexView(), u"4A4B"_s);
        QVERIFY(program.workbench.actions().trigger("file.revert"));
        QTRY_VERIFY(!program.workbench.window().isWindowModified());
        program.view()->document().document().undo();
        std::array<std::byte, 2> bytes{};
        QVERIFY(program.view()->document().document().snapshot().read(0, bytes).isEmpty());
        QCOMPARE(bytes[0], std::byte{0x4A});
        QCOMPARE(bytes[1], std::byte{0x4B});
    }

    void theMinimapShowsTheDocumentAndLeadsThere() {
        const QTemporaryDir directory;
        QByteArray bytes(300'000, '\0');
        bytes.replace(150'000, 150'000, QByteArray(150'000, 'x'));
        Program program(directory, {writeFile(directory, u"a"_s, bytes)});
        auto* map = program.view()->findChild<Minimap*>();
        QVERIFY(map != nullptr && map->isVisible());
        const auto pictureAt = [map](int y) { return map->grab().toImage().pixelColor(20, y); };
        const int low = map->height() * 3 / 4;
        QTRY_VERIFY(pictureAt(low) != pictureAt(map->height() / 4));
        QTest::mouseClick(map, Qt::LeftButton, {}, QPoint(20, low));
        const ByteRange seen = program.hexView().visibleRange();
        QVERIFY(seen.contains(map->offsetAt(low)));
        insert(program.view()->document(), 0, std::string(290'000, 'y').c_str());
        QTRY_VERIFY(pictureAt(map->height() / 4) != program.workbench.window().look().colors.gutter);
        program.workbench.window().resize(700, 500);  // the columns need the room
        QTRY_VERIFY(!map->isVisible());
        program.workbench.window().resize(1200, 700);
        QTRY_VERIFY(map->isVisible());
        program.workbench.actions().trigger("view.minimap");
        QVERIFY(!map->isVisible());
        QVERIFY(!program.workbench.settings().preferences().showsMinimap);
    }

    void severalRangesAreCounted() {
        const QTemporaryDir directory;
        Program program(directory, {writeFile(directory, u"a"_s, "0123456789")});
        program.hexView().selectRanges(RangeList({{1, 3}, {6, 8}}));
        QCOMPARE(program.workbench.window().statusLine().selectionText(), u"Selected 4 in 2 ranges"_s);
        program.hexView().select({4, 6});
        QVERIFY(!program.workbench.window().statusLine().selectionText().contains(u"ranges"_s));
    }

    void splitViewsEditTogether() {
        const QTemporaryDir directory;
        Program program(directory, {writeFile(directory, u"a.bin"_s, "Hello world")});
        QVERIFY(program.workbench.actions().trigger("view.split"));
        QVERIFY(program.view()->isSplit());
        QTest::keyClicks(&program.hexView(), u"4A"_s);
        QVERIFY(program.workbench.actions().trigger("view.unsplit"));
        QVERIFY(!program.view()->isSplit());
        QVERIFY(program.workbench.window().isWindowModified());
    }

    void panelsAreMadeWhenFirstShown() {
        const QTemporaryDir directory;
        Program program(directory, {writeFile(directory, u"a.bin"_s, "Hello world")});
        PanelHost& panels = program.workbench.panels();
        QTRY_VERIFY(panels.widget("inspector") != nullptr);
        QVERIFY(panels.widget("digest") == nullptr);
        QVERIFY(program.workbench.actions().trigger("view.panels.digest"));
        QVERIFY(panels.widget("digest") != nullptr);
        QVERIFY(panels.isOpen("digest"));
    }
};

QTEST_MAIN(TestMainWindow)
#include "tst_main_window.moc"
