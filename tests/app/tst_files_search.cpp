#include <algorithm>

#include <QDir>
#include <QPointer>
#include <QTableView>

#include "tests/app/program.h"
#include "ui/base/status_line.h"
#include "ui/panels/find_bar.h"
#include "ui/panels/find_files_row.h"
#include "ui/panels/found_files_model.h"
#include "ui/panels/found_files_view.h"
#include "ui/panels/search_panel.h"

using namespace octavo;

namespace {

/// The program with a folder of files, some of which are open.
struct World {
    explicit World(const std::vector<QString>& open = {}) {
        QVERIFY(QDir(directory.path()).mkdir(u"files"_s));
        for (const QString& name : {u"a"_s, u"b"_s, u"c"_s})
            writeFile(directory, u"files/"_s + name, "..needle..needle");
        std::vector<std::string> paths;
        for (const QString& name : open)
            paths.push_back(path(name));
        program = std::make_unique<Program>(directory, paths);
    }
    [[nodiscard]] std::string path(const QString& name) const {
        return directory.filePath(u"files/"_s + name).toStdString();
    }
    /// As a person does it: the menu, the words, Return.
    void search(const FileScope& scope) {
        QVERIFY(program->workbench.actions().trigger("search.inFiles"));
        auto* bar = program->workbench.window().findChild<FindBar*>();
        bar->setQuery({.kind = FindQuery::Kind::Text, .text = u"needle"_s, .encoding = u"UTF-8"_s});
        bar->files().setScope(scope);
        QTest::keyClick(bar, Qt::Key_Return);
        QTRY_VERIFY(view() != nullptr && !view()->isBusy());
    }
    void searchFolder() { search({.folder = directory.filePath(u"files"_s).toStdString()}); }
    [[nodiscard]] FoundFilesView* view() {
        auto* panel = qobject_cast<SearchPanel*>(program->workbench.panels().widget("search"));
        return panel == nullptr ? nullptr : &panel->files();
    }
    [[nodiscard]] QStringList rows() {
        QStringList all;
        FoundFilesModel& model = view()->model();
        for (int row = 0; row < model.rowCount(); ++row)
            all << model.index(row, FoundFilesModel::FileColumn).data().toString() + u' ' +
                       model.index(row, FoundFilesModel::OffsetColumn).data().toString();
        return all;
    }
    void goTo(int row) {
        view()->table().setCurrentIndex(view()->model().index(row, 0));
        view()->goToCurrent();
    }
    [[nodiscard]] OpenDocument& document(const QString& name) {
        const auto& all = program->workbench.documents().documents();
        return **std::ranges::find(all, path(name), &OpenDocument::path);
    }
    [[nodiscard]] WindowContext& context() { return program->workbench.context(); }

    QTemporaryDir directory;
    std::unique_ptr<Program> program;
};

class TestFilesSearch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void openDocumentsAreSearchedAsTheyAreAndOthersAsTheyLie() {
        World world({u"a"_s, u"b"_s});
        OpenDocument& document = world.document(u"a"_s);
        insert(document, 0, "needle ");
        world.searchFolder();
        QCOMPARE(world.rows(), QStringList({u"a 0x0"_s, u"a 0x9"_s, u"a 0x11"_s, u"b 0x2"_s, u"b 0xA"_s,
                                            u"c 0x2"_s, u"c 0xA"_s}));
        document.document().undo();
        QCOMPARE(world.rows().mid(0, 3), QStringList({u"a 0x0 *"_s, u"a 0x2"_s, u"a 0xA"_s}));
        world.search({.where = FileScope::Where::OpenDocuments});
        QStringList rows = world.rows();  // in the order in which they were opened
        rows.sort();
        QCOMPARE(rows, QStringList({u"a 0x2"_s, u"a 0xA"_s, u"b 0x2"_s, u"b 0xA"_s}));
    }

    void aRowBringsItsDocumentToTheFront() {
        World world({u"a"_s, u"b"_s});
        world.searchFolder();
        world.goTo(1);
        QCOMPARE(world.context().documentPath(), world.path(u"a"_s));
        QCOMPARE(world.context().selection(), (ByteRange{10, 16}));
        world.goTo(2);
        QCOMPARE(world.context().documentPath(), world.path(u"b"_s));
        QCOMPARE(world.context().selection(), (ByteRange{2, 8}));
    }

    void aRowOpensItsFileAndFollowsItFromThen() {
        World world;
        world.searchFolder();
        world.goTo(5);
        QTRY_COMPARE(world.context().documentPath(), world.path(u"c"_s));
        QCOMPARE(world.context().selection(), (ByteRange{10, 16}));
        QVERIFY(world.context().apply(Edit::erase({0, 1})));
        QCOMPARE(world.rows().back(), u"c 0x9"_s);
        QCOMPARE(world.rows()[4], u"c 0x1"_s);
    }

    void aFileThatChangedSinceIsTold() {
        World world;
        world.searchFolder();
        writeFile(world.directory, u"files/b"_s, "needle..........");
        world.goTo(2);
        QTRY_COMPARE(world.context().documentPath(), world.path(u"b"_s));
        QTRY_VERIFY(world.view()->status().text().contains(u"“b” has changed since the search"_s));
        QVERIFY(world.context().selection().isEmpty());
        const QString message = world.program->view()->messages().texts().join(u'\n');
        QVERIFY2(message.contains(u"what was found at 0x2 is no longer there"_s), qPrintable(message));
    }

    void aFileThatIsGoneIsTold() {
        World world;
        world.searchFolder();
        QVERIFY(QFile::remove(QString::fromStdString(world.path(u"b"_s))));
        world.goTo(2);
        QTRY_VERIFY(!world.program->workbench.documents().isOpening());
        QTRY_COMPARE(world.context().documentPath(), std::string());
        QTRY_COMPARE(world.view()->model().index(2, FoundFilesModel::BytesColumn).data().toString(),
                     u"cannot be read now"_s);
    }

    void aClosedDocumentIsOpenedAgain() {
        World world({u"a"_s});
        world.searchFolder();
        const QPointer document(&world.document(u"a"_s));
        world.program->workbench.files().close(*document);
        QTRY_VERIFY(!document);
        QCOMPARE(world.rows()[1], u"a 0xA"_s);
        world.goTo(1);
        QTRY_COMPARE(world.context().documentPath(), world.path(u"a"_s));
        QCOMPARE(world.context().selection(), (ByteRange{10, 16}));
        QVERIFY(!world.view()->status().text().contains(u"changed since"_s));
    }
};

}  // namespace

QTEST_MAIN(TestFilesSearch)
#include "tst_files_search.moc"
