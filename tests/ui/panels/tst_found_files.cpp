#include <sys/stat.h>
#include <unistd.h>

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QTabBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QtTest>

#include "core/source/pattern_source.h"
#include "tests/ui/panels/named_controls.h"
#include "tests/ui/panels/test_document_context.h"
#include "ui/base/status_line.h"
#include "ui/panels/find_bar.h"
#include "ui/panels/find_files_row.h"
#include "ui/panels/found_files_model.h"
#include "ui/panels/found_files_view.h"
#include "ui/panels/job_strip.h"
#include "ui/panels/search_panel.h"

using namespace octavo;
using namespace Qt::StringLiterals;

namespace {

FindQuery wordQuery(const QString& word) {
    return {.kind = FindQuery::Kind::Text, .text = word, .encoding = u"UTF-8"_s};
}

Content text(const char* characters) {
    return Content::ofBytes(std::as_bytes(std::span(characters, std::strlen(characters))));
}

/// A folder, a context and a panel.
class World {
public:
    void write(const QString& name, const QByteArray& bytes) const {
        const QString path = directory.filePath(name);
        QVERIFY(QDir().mkpath(QFileInfo(path).path()));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    [[nodiscard]] std::string path(const QString& name) const {
        return directory.filePath(name).toStdString();
    }
    [[nodiscard]] FileScope scope() const { return {.folder = directory.path().toStdString()}; }
    void search(const QString& word) { search(word, scope()); }
    void search(const QString& word, const FileScope& where) {
        panel.findInFiles(wordQuery(word), where);
        settle();
    }
    void settle() { QTRY_VERIFY(!view().isBusy()); }
    [[nodiscard]] FoundFilesView& view() { return panel.files(); }
    [[nodiscard]] FoundFilesModel& model() { return view().model(); }
    [[nodiscard]] QString cell(int row, FoundFilesModel::Column column) {
        return model().index(row, column).data().toString();
    }
    /// "name offset" of each row.
    [[nodiscard]] QStringList rows() {
        QStringList all;
        for (int row = 0; row < model().rowCount(); ++row)
            all << cell(row, FoundFilesModel::FileColumn) + u' ' + cell(row, FoundFilesModel::OffsetColumn);
        return all;
    }
    [[nodiscard]] QString status() { return view().status().text(); }
    void goTo(int row) {
        view().table().setCurrentIndex(model().index(row, 0));
        view().goToCurrent();
    }
    void choose(int file) { view().fileTable().selectRow(file); }

    QTemporaryDir directory;
    TestDocumentContext context;
    SearchPanel panel{context};
};

class TestFoundFiles : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aFolderIsListedByFile() {
        World world;
        world.write(u"b"_s, "..word");
        world.write(u"a/z"_s, "word word");
        world.write(u"c"_s, "nothing");
        world.search(u"word"_s);
        QCOMPARE(world.rows(), QStringList({u"z 0x0"_s, u"z 0x5"_s, u"b 0x2"_s}));
        QCOMPARE(world.cell(1, FoundFilesModel::BytesColumn), u"77 6F 72 64"_s);
        QCOMPARE(world.cell(1, FoundFilesModel::TextColumn), u"word word"_s);
        QVERIFY2(world.status().startsWith(u"3 places in 2 files: “word” in UTF-8, in "_s),
                 qPrintable(world.status()));
        QVERIFY2(world.status().contains(u"3 files searched, 22 bytes"_s), qPrintable(world.status()));
        const QString tip = world.model().index(0, 0).data(Qt::ToolTipRole).toString();
        QVERIFY2(tip.startsWith(world.directory.filePath(u"a/z"_s)), qPrintable(tip));
    }

    void whatIsPassedByIsSaid() {
        World world;
        world.write(u".hidden"_s, "word");
        QVERIFY(QFile::link(u"/"_s, world.directory.filePath(u"link"_s)));
        QCOMPARE(::mkfifo(world.path(u"fifo"_s).c_str(), 0600), 0);
        world.search(u"word"_s);
        QCOMPARE(world.model().rowCount(), 0);
        QVERIFY2(world.status().contains(u"Passed by: 1 hidden, 1 link, 1 of pipes, sockets and devices."_s),
                 qPrintable(world.status()));
    }

    void openDocumentsAreSearchedWithTheirEditsAndFollowed() {
        World world;
        world.write(u"a"_s, "word");
        world.write(u"b"_s, "word");
        world.context.openPath(world.path(u"a"_s));
        QVERIFY(world.context.apply(Edit::insert(0, text("unsaved word "))));
        world.search(u"word"_s);
        QCOMPARE(world.rows(), QStringList({u"test.bin 0x8"_s, u"test.bin 0xD"_s, u"b 0x0"_s}));
        QVERIFY(world.context.apply(Edit::insert(0, text("x"))));
        QVERIFY(world.context.apply(Edit::replace({9, 10}, text("W"))));
        QCOMPARE(world.rows(), QStringList({u"test.bin 0xA *"_s, u"test.bin 0xE"_s, u"b 0x0"_s}));
        QVERIFY2(world.status().contains(u"edited since"_s), qPrintable(world.status()));
        world.context.close();
        QCOMPARE(world.rows().front(), u"test.bin 0x8"_s);
        QCOMPARE(world.cell(0, FoundFilesModel::BytesColumn), u"changed since"_s);
    }

    void scopesOfDocuments() {
        World world;
        world.context.open("word.word.word");
        world.search(u"word"_s, {.where = FileScope::Where::OpenDocuments});
        QCOMPARE(world.model().rowCount(), 3);
        world.search(u"word"_s, {.where = FileScope::Where::Document});
        QCOMPARE(world.model().rowCount(), 3);
        world.context.select({1, 9});
        world.search(u"word"_s, {.where = FileScope::Where::Selection});
        QCOMPARE(world.rows(), QStringList({u"test.bin 0x5"_s}));
        world.context.close();
        world.search(u"word"_s, {.where = FileScope::Where::Document});
        QCOMPARE(world.model().rowCount(), 1);  // the list before: there is nowhere to look
    }

    void aFileOfTheListShowsItsRowsOnly() {
        World world;
        for (const QString& name : {u"a"_s, u"b"_s, u"c"_s})
            world.write(name, "word word");
        world.search(u"word"_s);
        world.view().setGrouped(true);
        auto* files = world.view().fileTable().model();
        QCOMPARE(files->rowCount(), 3);
        QCOMPARE(files->index(1, FileListModel::CountColumn).data().toString(), u"2"_s);
        world.choose(1);
        QCOMPARE(world.rows(), QStringList({u"b 0x0"_s, u"b 0x5"_s}));
        QVERIFY2(world.status().startsWith(u"2 shown of 6 places"_s), qPrintable(world.status()));
        QHeaderView* header = world.view().table().horizontalHeader();
        header->setSortIndicator(FoundFilesModel::OffsetColumn, Qt::DescendingOrder);
        Q_EMIT header->sectionClicked(FoundFilesModel::OffsetColumn);
        world.settle();
        QCOMPARE(world.rows(), QStringList({u"b 0x5"_s, u"b 0x0"_s}));
        world.view().setGrouped(false);
        world.settle();
        QCOMPARE(world.rows(),
                 QStringList({u"a 0x5"_s, u"b 0x5"_s, u"c 0x5"_s, u"a 0x0"_s, u"b 0x0"_s, u"c 0x0"_s}));
    }

    void filtersByWhatTheFilesHold() {
        World world;
        world.write(u"a"_s, "cat cow");
        world.write(u"b"_s, "cut cat");
        world.panel.findInFiles({.kind = FindQuery::Kind::Regex, .text = u"c\\w+"_s}, world.scope());
        world.settle();
        QCOMPARE(world.model().rowCount(), 4);
        world.view().filter().setText(u"CAT"_s);
        world.settle();
        QCOMPARE(world.rows(), QStringList({u"a 0x0"_s, u"b 0x4"_s}));
        world.view().filter().clear();
        world.settle();
        QHeaderView* header = world.view().table().horizontalHeader();
        header->setSortIndicator(FoundFilesModel::BytesColumn, Qt::AscendingOrder);
        Q_EMIT header->sectionClicked(FoundFilesModel::BytesColumn);
        world.settle();
        QCOMPARE(world.rows(), QStringList({u"a 0x0"_s, u"b 0x4"_s, u"a 0x4"_s, u"b 0x0"_s}));
    }

    void aRowOpensItsFileAndThenFollowsIt() {
        World world;
        world.write(u"a"_s, "..word");
        world.search(u"word"_s);
        world.goTo(0);
        QCOMPARE(world.context.path, world.path(u"a"_s));
        QCOMPARE(world.context.selection(), (ByteRange{2, 6}));
        QCOMPARE(world.context.focusRequests, 1);
        QVERIFY(world.context.messages.empty());
        QVERIFY(world.context.apply(Edit::insert(0, text("xx"))));
        QCOMPARE(world.rows(), QStringList({u"a 0x4"_s}));
        world.goTo(0);
        QCOMPARE(world.context.selection(), (ByteRange{4, 8}));
    }

    void aFileThatChangedSinceIsTold() {
        World world;
        world.write(u"a"_s, "..word");
        world.write(u"b"_s, "..word");
        world.search(u"word"_s);
        world.write(u"a"_s, "..word and more");
        world.write(u"b"_s, "..Word");
        QCOMPARE(world.cell(0, FoundFilesModel::TextColumn), u"changed since"_s);
        world.goTo(0);
        QCOMPARE(world.context.selection(), (ByteRange{2, 6}));
        QVERIFY2(
            world.status().startsWith(u"“a” has changed since the search; what was found here is still"_s),
            qPrintable(world.status()));
        QVERIFY(world.context.messages.empty());
        world.goTo(1);
        QCOMPARE(world.context.path, world.path(u"b"_s));
        QCOMPARE(world.context.selection(), (ByteRange{2, 2}));
        QVERIFY2(world.status().contains(
                     u"“b” has changed since the search: what was found at 0x2 is no longer"_s),
                 qPrintable(world.status()));
        QCOMPARE(world.context.messages.size(), std::size_t{1});
    }

    void whatCannotBeReadIsListedAtTheEnd() {
        World world;
        world.write(u"a/file"_s, "word");
        world.write(u"b"_s, "word");
        QCOMPARE(::chmod(world.directory.path().toLocal8Bit().constData(), 0755), 0);
        QCOMPARE(::chmod(world.path(u"a"_s).c_str(), 0), 0);
        const bool isRoot = ::geteuid() == 0;
        QVERIFY(!isRoot || ::seteuid(65534) == 0);
        world.search(u"word"_s);
        QVERIFY(!isRoot || ::seteuid(0) == 0);
        QCOMPARE(::chmod(world.path(u"a"_s).c_str(), 0700), 0);
        QCOMPARE(world.rows(), QStringList({u"b 0x0"_s}));
        QVERIFY2(world.status().contains(u"1 file could not be searched."_s), qPrintable(world.status()));
        QCOMPARE(world.view().status().tone(), StatusTone::Warning);
        world.view().status().action().click();
        auto* files = world.view().fileTable().model();
        QVERIFY(!world.view().fileTable().isHidden());
        QCOMPARE(files->rowCount(), 2);
        QCOMPARE(files->index(0, FileListModel::FileColumn).data().toString(), u"a"_s);
        QVERIFY(files->index(0, FileListModel::NoteColumn).data().toString().contains(u"permission"_s));
    }

    void copiesBookmarksAndExports() {
        World world;
        world.write(u"a"_s, "word");
        world.write(u"b"_s, ".word");
        world.context.openPath(world.path(u"a"_s));
        world.search(u"word"_s);
        world.view().table().selectAll();
        world.view().copySelected();
        const QString lines = world.directory.filePath(u"a"_s) + u"\t0x0\t4\t77 6F 72 64\n"_s +
                              world.directory.filePath(u"b"_s) + u"\t0x1\t4\t77 6F 72 64\n"_s;
        QCOMPARE(QGuiApplication::clipboard()->text(), lines);
        world.view().addBookmarks();
        QCOMPARE(world.context.bookmarks()->all().size(), std::size_t{1});
        QVERIFY2(world.status().contains(u"1 place is in a file that is not open"_s),
                 qPrintable(world.status()));
        const QTemporaryDir elsewhere;
        const QString path = elsewhere.filePath(u"list.tsv"_s);
        world.view().exportTo(path.toStdString());
        world.settle();
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(QString::fromUtf8(file.readAll()), lines);
    }

    void exportNamesWhatWasNotSearched() {
        World world;
        world.search(u"word"_s, {.folder = "/nowhere/at/all"});
        const QString path = world.directory.filePath(u"list.tsv"_s);
        world.view().exportTo(path.toStdString());
        world.settle();
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString line = QString::fromUtf8(file.readAll());
        QVERIFY2(line.startsWith(u"/nowhere/at/all\t\t\t\t"_s) && line.size() > 30, qPrintable(line));
    }

    void stopsWhenAskedAndSaysSo() {
        World world;
        const auto source =
            std::make_shared<PatternSource>(std::vector<std::byte>{std::byte{1}}, ByteCount{1} << 50);
        QVERIFY(world.context.apply(Edit::insert(0, Content::ofSource(source, {0, source->size()}))));
        world.panel.findInFiles(wordQuery(u"word"_s), {.where = FileScope::Where::OpenDocuments});
        QVERIFY(world.view().isBusy());
        world.view().strip().stopButton().click();
        world.settle();
        QVERIFY2(world.status().contains(u"Stopped; there may be more."_s), qPrintable(world.status()));
    }

    void aSearchOutlivesItsDocumentAndNotItsPanel() {
        World world;
        world.write(u"a"_s, "word");
        const auto source = std::make_shared<PatternSource>(
            std::vector<std::byte>{std::byte{'w'}, std::byte{'x'}}, ByteCount{1} << 50);
        QVERIFY(world.context.apply(Edit::insert(0, Content::ofSource(source, {0, source->size()}))));
        world.panel.findInFiles(wordQuery(u"w"_s), {.where = FileScope::Where::OpenDocuments});
        QTRY_VERIFY(world.model().rowCount() > 0);
        world.view().setGrouped(true);
        world.choose(0);
        world.search(u"word"_s);  // takes its place
        QCOMPARE(world.rows(), QStringList({u"a 0x0"_s}));
        world.panel.findInFiles(wordQuery(u"w"_s), {.where = FileScope::Where::OpenDocuments});
        world.context.close();
        QTRY_VERIFY(world.model().rowCount() > 0);
        QCOMPARE(world.cell(0, FoundFilesModel::FileColumn), u"test.bin"_s);
        QCOMPARE(world.cell(0, FoundFilesModel::BytesColumn), u"changed since"_s);
        QVERIFY(world.view().isBusy());  // and ends with the panel
    }

    void theLimitIsSaid() {
        World world;
        world.write(u"a"_s, "word word");
        world.write(u"b"_s, "word word");
        world.view().setMost(3);
        world.search(u"word"_s);
        QCOMPARE(world.model().rowCount(), 3);
        QVERIFY2(world.status().contains(u"There are more; the list ends here."_s),
                 qPrintable(world.status()));
        QVERIFY2(world.status().contains(u"1 file searched in part only."_s), qPrintable(world.status()));
        world.view().status().action().click();
        const QString note =
            world.view().fileTable().model()->index(0, FileListModel::NoteColumn).data().toString();
        QVERIFY2(note.contains(u"the list ends here"_s), qPrintable(note));
    }

    void newsOfOneFileComeInSeveralParts() {
        FoundFilesFeed feed;
        const std::vector<Match> matches{{.range = {1, 2}}, {.range = {3, 4}}};
        feed.began({.path = "/quiet", .document = {}, .identity = {}, .size = 5});
        feed.ended({});
        feed.began({.path = "/a", .document = {}, .identity = {}, .size = 10});
        feed.found(matches);
        TestDocumentContext context;
        FoundFiles files(u"x"_s, searcherOf(wordQuery(u"word"_s)).value(), {}, "/", nullptr);
        FoundFilesModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        FileListModel list;
        QAbstractItemModelTester listTester(&list, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setFiles(&files);
        list.setFiles(&files);
        files.append(feed.take());
        QCOMPARE(model.rowCount(), 2);
        feed.found(matches);
        FileSearchReport report;
        report.count = 4;
        feed.ended(report);
        feed.failed({.code = ErrorCode::AccessDenied, .offset = {}, .systemCode = 0, .detail = "/locked"});
        feed.began({.path = "/b", .document = {}, .identity = {}, .size = 1});
        feed.found(matches);
        report.hasChanged = true;
        feed.ended(report);
        feed.began({.path = "/c", .document = {}, .identity = {}, .size = 1});
        feed.found(matches);
        files.append(feed.take());
        files.append(feed.take());
        files.end();  // the search was stopped in the last file
        QCOMPARE(model.rowCount(), 8);
        QCOMPARE(list.rowCount(), 4);
        QCOMPARE(files.partly(), 2U);
        QVERIFY(files.files()[2].note.contains(u"stopped"_s));
        QCOMPARE(files.files()[0].places, (FoundWindow{0, 4}));
        QCOMPARE(files.files()[1].places, (FoundWindow{4, 2}));
        QVERIFY(files.files()[0].note.isEmpty());
        QVERIFY(!files.files()[1].note.isEmpty());
        QCOMPARE(files.files()[3].path, std::string("/locked"));
        QCOMPARE(files.files()[3].below, u"locked"_s);
        QCOMPARE(files.filesSearched(), 3U);
        QCOMPARE(files.bytesSearched(), 16U);
        QCOMPARE(files.fileOf(3), 0U);
        QCOMPARE(files.fileOf(4), 1U);
    }

    void theBarAsksForFiles() {
        TestDocumentContext context;
        context.close();
        FindBar bar(context);
        FileScope asked;
        FindQuery query;
        connect(&bar, &FindBar::findInFilesRequested, &bar,
                [&](const FindQuery& wanted, const FileScope& scope) {
                    query = wanted;
                    asked = scope;
                });
        bar.openFiles();
        QVERIFY(QTest::qWaitForWindowActive(&bar));
        QVERIFY(!bar.files().scope()->folder.empty());  // a folder is suggested
        FileScope scope{.folder = "/tmp", .names = u"*.bin"_s, .withSubfolders = false, .withHidden = true};
        bar.files().setScope(scope);
        bar.setQuery(wordQuery(u"word"_s));
        QTest::keyClick(&bar, Qt::Key_Return);
        QCOMPARE(asked, scope);
        QCOMPARE(query.text, u"word"_s);
        bar.files().setScope({.where = FileScope::Where::OpenDocuments});
        asked = {};
        QTest::keyClick(&bar, Qt::Key_Return);
        QCOMPARE(asked, FileScope{});
        QVERIFY2(bar.statusText().contains(u"nothing to look in"_s), qPrintable(bar.statusText()));
        bar.openFind();
        QVERIFY(bar.files().isHidden());
    }

    void everyControlHasAName() {
        World world;
        FindBar bar(world.context);
        bar.openFiles();
        world.view().setGrouped(true);
        QCOMPARE(namelessControls(world.panel), QStringList());
        QCOMPARE(namelessControls(bar), QStringList());
    }
};

}  // namespace

QTEST_MAIN(TestFoundFiles)
#include "tst_found_files.moc"
