// What the program says and does when files change underneath their documents.

#include <cstdio>
#include <sys/stat.h>
#include <unistd.h>

#include <QDialog>
#include <QPushButton>

#include "app/window_context.h"
#include "tests/app/program.h"
#include "ui/actions/action_registry.h"
#include "ui/dialogs/merge_dialog.h"
#include "ui/panels/changes_model.h"
#include "ui/panels/changes_panel.h"

using namespace octavo;

namespace {

Content text(const char* bytes) {
    return Content::ofBytes(std::as_bytes(std::span(bytes, std::strlen(bytes))));
}

/// Bytes that repeat nowhere.
QByteArray variedBytes(int size) {
    QByteArray bytes;
    quint32 value = 1;
    while (bytes.size() < size) {
        value = value * 1664525 + 1013904223;
        bytes.append(static_cast<char>(value >> 24));
    }
    return bytes;
}

/// The program with one file of its own.
struct World {
    explicit World(const QByteArray& bytes)
        : path(writeFile(directory, u"file"_s, bytes)), program(directory, {path}) {}

    void write(const QByteArray& bytes) { writeFile(directory, u"file"_s, bytes); }
    void append(const QByteArray& bytes) {
        QFile file(directory.filePath(u"file"_s));
        QVERIFY(file.open(QIODevice::Append));
        file.write(bytes);
    }
    void replace(const QByteArray& bytes) {
        const std::string other = writeFile(directory, u"other"_s, bytes);
        QVERIFY(std::rename(other.c_str(), path.c_str()) == 0);
    }
    OpenDocument& document() { return program.view()->document(); }
    Document& bytes() { return document().document(); }
    QString banner() { return program.view()->messages().texts().join(u'\n'); }
    QPushButton* button(const QString& text) {
        for (QPushButton* each : program.view()->messages().findChildren<QPushButton*>()) {
            if (each->text() == text && each->isVisible())
                return each;
        }
        return nullptr;
    }
    bool press(const QString& text) {
        if (!QTest::qWaitFor([&] { return button(text) != nullptr; }))
            return false;
        button(text)->click();
        return true;
    }
    MergeDialog* mergeDialog() { return program.workbench.window().findChild<MergeDialog*>(); }

    QTemporaryDir directory;
    std::string path;
    Program program;
};

}  // namespace

class TestFileChanges : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachChangeIsNamedAndWhatIsSafeIsSaid_data() {
        QTest::addColumn<int>("what");
        QTest::addColumn<QString>("happened");
        QTest::addColumn<QString>("safe");
        QTest::newRow("appended") << 0 << u"added 5 bytes at the end"_s << u"still right"_s;
        QTest::newRow("truncated") << 1 << u"cut “file” short"_s << u"You still see its old bytes"_s;
        QTest::newRow("rewritten") << 2 << u"changed “file”"_s << u"You still see its old bytes"_s;
        QTest::newRow("replaced") << 3 << u"taken the place"_s << u"You still see its old bytes"_s;
        QTest::newRow("deleted") << 4 << u"removed or renamed"_s << u"All of its bytes are still here"_s;
    }
    void eachChangeIsNamedAndWhatIsSafeIsSaid() {
        QFETCH(int, what);
        World world("0123456789");
        switch (what) {
            case 0:
                world.append("abcde");
                break;
            case 1:
                world.write("01234");
                break;
            case 2:
                world.write("01x3456789");
                break;
            case 3:
                world.replace("something else");
                break;
            default:
                QVERIFY(::unlink(world.path.c_str()) == 0);
        }
        QFETCH(QString, happened);
        QFETCH(QString, safe);
        QTRY_VERIFY2(world.banner().contains(happened), qPrintable(world.banner()));
        QVERIFY2(world.banner().contains(safe), qPrintable(world.banner()));
        QCOMPARE(bytesOf(world.bytes()), QByteArray("0123456789"));
    }

    void timesAloneSayNothing() {
        World world("0123456789");
        world.write("0123456789");
        const FileIdentity touched = fileIdentity(world.path).value();
        QTRY_VERIFY(*world.document().identity() == touched);
        QCOMPARE(world.banner(), QString());
    }

    void reloadingLeavesOneOfSeveralSelectedRanges() {
        World world(variedBytes(20'000));
        HexView& view = world.program.hexView();
        view.selectRanges(RangeList({{9'000, 9'004}, {19'990, 20'000}}));
        world.write("+" + variedBytes(15'000));
        QVERIFY(world.press(u"Reload"_s));
        QTRY_COMPARE(world.bytes().size(), ByteCount{15'001});
        QCOMPARE(view.selectedRanges(), RangeList({{9'001, 9'005}}));
    }

    void reloadingKeepsThePlaceAndListsWhatChanged() {
        const QByteArray bytes = variedBytes(20'000);
        World world(bytes);
        HexView& view = world.program.hexView();
        view.goTo(9'000);
        view.setTopRow(500);
        const std::uint64_t top = view.topRow();
        const BookmarkId mark = world.document().bookmarks().add({10'000, 10'004}, u"here"_s);
        QByteArray changed = bytes;
        changed.insert(100, "sixteen new byte");
        changed[5'000] = static_cast<char>(~changed[5'000]);
        changed.remove(15'000, 10);
        world.write(changed);
        QVERIFY(world.press(u"Reload"_s));
        QTRY_COMPARE(bytesOf(world.bytes()), changed);
        QCOMPARE(view.caret(), ByteOffset{9'016});
        QCOMPARE(view.topRow(), top + 1);
        QCOMPARE(world.document().bookmarks().find(mark)->range.begin, ByteOffset{10'016});
        QVERIFY(!world.bytes().isModified());

        const auto& places = world.document().changes().all();
        QCOMPARE(places.size(), std::size_t{3});
        QVERIFY((places[0] == ChangeList::Place{{100, 116}, 0}));
        QVERIFY((places[1] == ChangeList::Place{{5'000, 5'001}, 1}));
        QVERIFY((places[2] == ChangeList::Place{{15'000, 15'000}, 10}));
        world.program.workbench.actions().trigger("go.nextChange");
        QCOMPARE(view.caret(), ByteOffset{15'000});
        world.program.workbench.actions().trigger("go.nextChange");
        QCOMPARE(view.selection().begin, ByteOffset{100});
        QCOMPARE(view.selection().size(), ByteCount{16});
        world.program.workbench.actions().trigger("go.previousChange");
        QCOMPARE(view.caret(), ByteOffset{15'000});

        world.bytes().undo();
        QCOMPARE(bytesOf(world.bytes()), bytes);
        QVERIFY(world.bytes().isModified());
    }

    void theListShowsThePlacesAndForgetsThem() {
        const QByteArray bytes = variedBytes(256);
        World world(bytes);
        const QByteArray changed = QByteArray(bytes).replace(2, 1, "!") + "yy";
        world.write(changed);
        QVERIFY(world.press(u"Reload"_s));
        QVERIFY(world.press(u"List Changes"_s));
        QTRY_VERIFY(world.program.isSeen("changes"));
        auto* panel = qobject_cast<ChangesPanel*>(world.program.workbench.panels().widget("changes"));
        QVERIFY(panel != nullptr);
        ChangesModel& model = panel->model();
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.index(0, ChangesModel::KindColumn).data().toString(), u"Changed"_s);
        QCOMPARE(model.index(1, ChangesModel::KindColumn).data().toString(), u"Added"_s);
        QCOMPARE(model.index(1, ChangesModel::OffsetColumn).data().toString(), u"0x100"_s);
        panel->clear();
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(bytesOf(world.bytes()), changed);
    }

    void editsThatDoNotTouchAreMergedAtOnce() {
        World world("0123456789");
        QVERIFY(world.bytes().apply(Edit::insert(0, text("mine "))).has_value());
        world.write("01234567x9!");
        QVERIFY(world.press(u"Merge…"_s));
        QTRY_COMPARE(bytesOf(world.bytes()), QByteArray("mine 01234567x9!"));
        QVERIFY(world.bytes().isModified());
        QVERIFY(world.mergeDialog() == nullptr);
        world.program.workbench.actions().trigger("file.save");
        QTRY_VERIFY(!world.bytes().isModified());
        world.bytes().undo();
        QCOMPARE(bytesOf(world.bytes()), QByteArray("01234567x9!").replace(8, 3, "89").prepend("mine "));
    }

    void editsThatTouchAreAskedAbout() {
        World world("0123456789");
        QVERIFY(world.bytes().apply(Edit::replace({2, 4}, text("MM"))).has_value());
        QVERIFY(world.bytes().apply(Edit::replace({7, 8}, text("N"))).has_value());
        world.write("01tt456t89");
        QVERIFY(world.press(u"Merge…"_s));
        QTRY_VERIFY(world.mergeDialog() != nullptr);
        MergeModel& model = world.mergeDialog()->model();
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.index(0, MergeModel::BaseColumn).data().toString(), u"32 33"_s);
        QCOMPARE(model.index(0, MergeModel::MineColumn).data().toString(), u"4D 4D"_s);
        QCOMPARE(model.index(0, MergeModel::TheirsColumn).data().toString(), u"74 74"_s);
        QVERIFY(model.setData(model.index(1, MergeModel::TheirsColumn), Qt::Checked, Qt::CheckStateRole));
        QCOMPARE(model.mineCount(), 1);
        world.mergeDialog()->accept();
        QTRY_COMPARE(bytesOf(world.bytes()), QByteArray("01MM456t89"));
        world.bytes().undo();
        QCOMPARE(bytesOf(world.bytes()), QByteArray("01MM456N89"));
    }

    void keepingMineLetsTheNextSaveWin() {
        World world("0123456789");
        QVERIFY(world.bytes().apply(Edit::replace({0, 1}, text("M"))).has_value());
        world.write("theirs");
        QVERIFY(world.press(u"Keep Mine"_s));
        world.program.workbench.actions().trigger("file.save");
        QTRY_VERIFY(!world.bytes().isModified());
        QFile file(world.directory.filePath(u"file"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("M123456789"));
    }

    void aRemovedFileCanBePutBack() {
        World world("0123456789");
        QVERIFY(::unlink(world.path.c_str()) == 0);
        QTRY_VERIFY(world.bytes().isModified());
        QVERIFY(world.press(u"Save"_s));
        QTRY_VERIFY(!world.bytes().isModified());
        QCOMPARE(fileIdentity(world.path)->size, ByteCount{10});
        QTRY_COMPARE(world.button(u"Save"_s), nullptr);
    }

    void aFileThatComesBackIsAsIfNothingHappened() {
        World world("0123456789");
        const std::string aside = world.path + ".aside";
        QVERIFY(std::rename(world.path.c_str(), aside.c_str()) == 0);
        QTRY_VERIFY(world.bytes().isModified());
        QVERIFY(std::rename(aside.c_str(), world.path.c_str()) == 0);
        QTRY_VERIFY(!world.bytes().isModified());
        QTRY_COMPARE(world.banner(), QString());
    }
};

QTEST_MAIN(TestFileChanges)
#include "tst_file_changes.moc"
