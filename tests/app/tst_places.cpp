#include <QHelpEvent>
#include <QMenu>
#include <QToolTip>

#include "tests/app/program.h"
#include "ui/dialogs/follow_pointer_dialog.h"
#include "ui/dialogs/go_to_dialog.h"

using namespace octavo;

namespace {

/// 4000 zeros, but for pointers of four bytes: at 0x10 to 0x200, at 0x20 beyond the end, at 0x30 to 0x105.
QByteArray withPointers() {
    QByteArray bytes(4000, '\0');
    bytes.replace(0x10, 4, QByteArray::fromHex("00020000"));
    bytes.replace(0x20, 4, QByteArray::fromHex("FFFFFF7F"));
    bytes.replace(0x30, 4, QByteArray::fromHex("05010000"));
    return bytes;
}

/// What the tip says of a byte.
QString tipAt(HexView& view, ByteOffset offset) {
    const QPoint place = view.rectOf(offset, Column::Values).center();
    QHelpEvent event(QEvent::ToolTip, place, view.viewport()->mapToGlobal(place));
    QApplication::sendEvent(view.viewport(), &event);
    return QToolTip::text();
}

template <typename Dialog>
Dialog* modal() {
    return qobject_cast<Dialog*>(QApplication::activeModalWidget());
}

}  // namespace

/// Places in the whole program: pointers, records, bookmarks.
class TestPlaces : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPointerIsFollowedAndBackComesBack() {
        const QTemporaryDir directory;
        Program program(directory, {writeFile(directory, u"a.bin"_s, withPointers())});
        WindowContext& context = program.workbench.context();
        QTRY_VERIFY(program.workbench.actions().find("go.followPointer")->isEnabled());
        context.goTo(0x10);
        QTest::keyClick(&program.hexView(), Qt::Key_F4);
        QCOMPARE(context.caret(), ByteOffset{0x200});
        QTRY_VERIFY(program.workbench.actions().find("go.back")->isEnabled());
        QTest::keyClick(&program.hexView(), Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(context.caret(), ByteOffset{0x10});
        QTRY_VERIFY(program.workbench.actions().find("go.forward")->isEnabled());
        QTest::keyClick(&program.hexView(), Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(context.caret(), ByteOffset{0x200});
        context.select({0x30, 0x31});  // one byte of two
        QTest::keyClick(&program.hexView(), Qt::Key_F4);
        QCOMPARE(context.caret(), ByteOffset{5});
    }

    void aPointerThatLeadsNowhereIsExplained() {
        const QTemporaryDir directory;
        Program program(directory, {writeFile(directory, u"a.bin"_s, withPointers())});
        program.workbench.context().goTo(0x20);
        QVERIFY(program.workbench.actions().trigger("go.followPointer"));
        QCOMPARE(program.workbench.context().caret(), ByteOffset{0x20});
        const QStringList texts = program.view()->messages().texts();
        QCOMPARE(texts.size(), 1);
        QVERIFY2(texts.front().contains(u"0x7FFFFFFF (2,147,483,647), which leads outside"_s),
                 qPrintable(texts.front()));
        program.workbench.context().goTo(4000 - 2);
        QVERIFY(program.workbench.actions().trigger("go.followPointer"));
        QVERIFY(program.view()->messages().texts().join(u'\n').contains(u"ends within the pointer"_s));
    }

    void howAPointerIsReadIsRemembered() {
        const QTemporaryDir directory;
        const std::string path = writeFile(directory, u"a.bin"_s, withPointers());
        const PointerChoice choice{.form = {.width = 2, .order = ByteOrder::Big}, .base = u"here-0x10"_s};
        {
            Program program(directory, {path});
            program.workbench.context().goTo(0x11);
            QVERIFY(program.workbench.actions().trigger("go.followPointerAs"));
            auto* dialog = modal<FollowPointerDialog>();
            QVERIFY(dialog != nullptr);
            dialog->setChoice(choice);
            dialog->accept();
            QCOMPARE(program.workbench.context().caret(), ByteOffset{0x200 + 1});
            program.workbench.context().goTo(0x11);
            QVERIFY(program.workbench.actions().trigger("go.followPointer"));
            QCOMPARE(program.workbench.context().caret(), ByteOffset{0x201});
            program.workbench.window().close();
            QTRY_VERIFY(!program.workbench.window().isVisible());
        }
        Program again(directory, {path});
        again.workbench.context().goTo(0x11);
        QVERIFY(again.workbench.actions().trigger("go.followPointer"));
        QCOMPARE(again.workbench.context().caret(), ByteOffset{0x201});
    }

    void aBaseThatMakesNoSenseAsksAgain() {
        const QTemporaryDir directory;
        Program program(directory, {writeFile(directory, u"a.bin"_s, withPointers())});
        program.workbench.window().setPointerChoice({.form = {}, .base = u"record 1"_s});
        program.workbench.context().goTo(0x10);
        QVERIFY(program.workbench.actions().trigger("go.followPointer"));
        auto* dialog = modal<FollowPointerDialog>();
        QVERIFY(dialog != nullptr);
        QVERIFY(!dialog->canAccept());
        dialog->reject();
        QCOMPARE(program.workbench.context().caret(), ByteOffset{0x10});
    }

    void tipsTellBookmarksAndWhereAPointerLeads() {
        const QTemporaryDir directory;
        Program program(directory, {writeFile(directory, u"a.bin"_s, withPointers())});
        Bookmarks& marks = *program.workbench.context().bookmarks();
        marks.add({0, 0x40}, u"<header>"_s);
        marks.setComment(marks.add({0x10, 0x14}, u"entry"_s), u"first line\nsecond & last"_s);
        const QString tip = tipAt(program.hexView(), 0x10);
        QVERIFY2(tip.contains(u"first line<br>second &amp; last"_s), qPrintable(tip));
        QVERIFY2(tip.indexOf(u"entry"_s) < tip.indexOf(u"&lt;header&gt;"_s), qPrintable(tip));
        QVERIFY2(tip.contains(u"to 0x200 (512)"_s), qPrintable(tip));
        QVERIFY(!tipAt(program.hexView(), 0x50).contains(u"header"_s));
        QVERIFY(!tipAt(program.hexView(), 0x38).contains(u"As a pointer"_s));  // all zeros
    }

    void recordsAndCommentsAreThereTheNextTime() {
        const QTemporaryDir directory;
        const std::string path = writeFile(directory, u"a.bin"_s, withPointers());
        {
            Program program(directory, {path});
            QVERIFY(program.workbench.actions().trigger("go.offset"));
            auto* dialog = modal<GoToDialog>();
            dialog->setRecords({.size = 48, .start = 0x40});
            dialog->setText(u"record 2"_s);
            dialog->accept();
            QCOMPARE(program.workbench.context().caret(), ByteOffset{0x40 + 96});
            program.workbench.context().bookmarks()->add(
                {{.range = {1, 3}, .name = u"a"_s, .colour = Qt::red, .comment = u"why\nso"_s}});
            program.workbench.window().close();
            QTRY_VERIFY(!program.workbench.window().isVisible());
        }
        Program again(directory);
        QTRY_VERIFY(again.view() != nullptr);
        QCOMPARE(again.workbench.context().bookmarks()->all().front().comment, u"why\nso"_s);
        QVERIFY(again.workbench.actions().trigger("go.offset"));
        QVERIFY(modal<GoToDialog>()->records() == (RecordLayout{.size = 48, .start = 0x40}));
        modal<GoToDialog>()->reject();
    }

    void theContextMenuFollowsPointers() {
        const QTemporaryDir directory;
        Program program(directory, {writeFile(directory, u"a.bin"_s, withPointers())});
        Q_EMIT program.hexView().contextMenuWanted(QPoint(10, 10));
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        QVERIFY(menu != nullptr);
        QAction* follow = program.workbench.actions().find("go.followPointer");
        QVERIFY(menu->actions().contains(follow));
        QVERIFY(menu->actions().contains(program.workbench.actions().find("edit.copy")));
        menu->close();
    }
};

QTEST_MAIN(TestPlaces)
#include "tst_places.moc"
