#include <algorithm>
#include <fcntl.h>
#include <filesystem>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <QtTest>

#include "core/base/thread_workers.h"
#include "core/base/unique_descriptor.h"
#include "core/search/find_in_files.h"
#include "tests/support/files_world.h"
#include "tests/support/other_process.h"
#include "tests/support/temporary_directory.h"

using namespace octavo;
using namespace octavo::test;
using namespace Qt::StringLiterals;

namespace {

std::span<const std::byte> bytes(std::string_view text) {
    return std::as_bytes(std::span(text));
}

Searcher searcherFor(std::string_view text) {
    return {Pattern::ofBytes(bytes(text))};
}

/// A folder, and what a search in it tells, with paths from there.
class World {
public:
    void write(const std::string& name, std::string_view text) {
        std::filesystem::create_directories(std::filesystem::path(path(name)).parent_path());
        directory_.write(name, bytes(text));
    }
    [[nodiscard]] std::string path(const std::string& name) const { return directory_.file(name); }
    [[nodiscard]] std::string root() const { return directory_.path(); }

    Result<FilesReport> search(std::string_view text, FilesOrder order = {}, const JobContext& job = {}) {
        record.files.clear();
        record.errors.clear();
        if (order.roots.empty() && order.documents.empty())
            order.roots = {root()};
        return findInFiles(order, searcherFor(text), record, job);
    }
    /// "name:offset" of each match, in the order of telling.
    [[nodiscard]] QStringList places() const { return named(record.places()); }
    [[nodiscard]] QStringList files() const { return named(record.paths()); }

    FilesRecord record;

private:
    [[nodiscard]] QStringList named(const std::vector<std::string>& paths) const {
        QStringList names;
        for (const std::string& each : paths)
            names << QString::fromStdString(each.starts_with(root() + '/') ? each.substr(root().size() + 1)
                                                                           : each);
        return names;
    }
    TemporaryDirectory directory_;
};

OpenDocumentSpace documentOf(std::string_view text, std::string path = {}) {
    const Snapshot snapshot = Snapshot::ofBytes(bytes(text));
    return {.snapshot = snapshot, .range = snapshot.all(), .path = std::move(path), .file = {}};
}

class TestFindInFiles : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsFilesInTheOrderOfTheirNames() {
        World world;
        world.write("b", "..xy");
        world.write("a/z", "xyxy");
        world.write("a.txt", "xy");
        world.write("c", "none");
        const auto report = world.search("xy");
        QVERIFY(report.has_value());
        QCOMPARE(world.files(), QStringList({u"a/z"_s, u"a.txt"_s, u"b"_s, u"c"_s}));
        QCOMPARE(world.places(), QStringList({u"a/z:0"_s, u"a/z:2"_s, u"a.txt:0"_s, u"b:2"_s}));
        QCOMPARE(report->files, 4U);
        QCOMPARE(report->count, 4U);
        QVERIFY(report->isComplete);
        QVERIFY(world.record.files.front().report.isWhole());
        QCOMPARE(world.record.files.front().file.identity, *fileIdentity(world.path("a/z")));
    }

    void optionsChooseFiles_data() {
        QTest::addColumn<QString>("names");
        QTest::addColumn<bool>("withSubfolders");
        QTest::addColumn<bool>("withHidden");
        QTest::addColumn<bool>("followsLinks");
        QTest::addColumn<QStringList>("files");
        QTest::newRow("as it comes") << u""_s << true << false << false
                                     << QStringList({u"a.BIN"_s, u"b.dat"_s, u"sub/c.bin"_s, u"sub/d"_s});
        QTest::newRow("by name, in any letter case")
            << u"*.bin"_s << true << false << false << QStringList({u"a.BIN"_s, u"sub/c.bin"_s});
        QTest::newRow("by one of several names") << u" *.bin ;; ?.dat"_s << true << false << false
                                                 << QStringList({u"a.BIN"_s, u"b.dat"_s, u"sub/c.bin"_s});
        QTest::newRow("this folder only")
            << u""_s << false << false << false << QStringList({u"a.BIN"_s, u"b.dat"_s});
        QTest::newRow("hidden ones") << u""_s << true << true << false
                                     << QStringList({u".git/e.bin"_s, u".h"_s, u"a.BIN"_s, u"b.dat"_s,
                                                     u"sub/c.bin"_s, u"sub/d"_s});
        QTest::newRow("links, each folder once")
            << u""_s << true << false << true
            << QStringList({u"a.BIN"_s, u"b.dat"_s, u"l.bin"_s, u"other/c.bin"_s, u"other/d"_s});
    }
    void optionsChooseFiles() {
        QFETCH(QString, names);
        QFETCH(bool, withSubfolders);
        QFETCH(bool, withHidden);
        QFETCH(bool, followsLinks);
        QFETCH(QStringList, files);
        World world;
        for (const char* name : {"a.BIN", "b.dat", "sub/c.bin", "sub/d", ".h", ".git/e.bin"})
            world.write(name, "x");
        std::filesystem::create_symlink("a.BIN", world.path("l.bin"));
        std::filesystem::create_directory_symlink("sub", world.path("other"));
        std::filesystem::create_directory_symlink("..", world.path("sub/loop"));
        FilesOrder order;
        order.folders = {.names = namePatterns(names.toStdString()),
                         .withSubfolders = withSubfolders,
                         .withHidden = withHidden,
                         .followsLinks = followsLinks};
        const auto report = world.search("x", order);
        QVERIFY(report.has_value());
        QCOMPARE(world.files(), files);
        QVERIFY(world.record.errors.empty());
        QCOMPARE(report->passedBy.hidden, withHidden ? 0U : 2U);
        QCOMPARE(report->passedBy.links, followsLinks ? 0U : withSubfolders ? 3U : 2U);
    }

    void whatIsNoFileIsNeverOpened() {
        World world;
        world.write("file", "x");
        QCOMPARE(::mkfifo(world.path("fifo").c_str(), 0600), 0);  // opening it would wait for a writer
        const UniqueDescriptor socket(::socket(AF_UNIX, SOCK_STREAM, 0));
        sockaddr_un address{.sun_family = AF_UNIX, .sun_path = {}};
        world.path("socket").copy(address.sun_path, sizeof(address.sun_path) - 1);
        QCOMPARE(::bind(socket.get(), reinterpret_cast<sockaddr*>(&address), sizeof(address)), 0);
        const auto report = world.search("x");
        QCOMPARE(world.files(), QStringList({u"file"_s}));
        QCOMPARE(report->passedBy.special, 2U);
        QVERIFY(world.record.errors.empty());
        static_cast<void>(world.search("x", {.documents = {}, .roots = {world.path("fifo")}}));
        QCOMPARE(world.record.errors.size(), std::size_t{1});
        QCOMPARE(world.record.errors.front().code, ErrorCode::NotRegularFile);
    }

    void whatCannotBeReadIsTold() {
        World world;
        world.write("a/locked", "x");
        world.write("b/file", "x");
        world.write("c", "x");
        QCOMPARE(::chmod(world.root().c_str(), 0755), 0);
        QCOMPARE(::chmod(world.path("a/locked").c_str(), 0), 0);
        QCOMPARE(::chmod(world.path("b").c_str(), 0), 0);
        const bool isRoot = ::geteuid() == 0;
        QVERIFY(!isRoot || ::seteuid(65534) == 0);
        const auto report =
            world.search("x", {.documents = {}, .roots = {world.root(), world.path("missing")}});
        QVERIFY(!isRoot || ::seteuid(0) == 0);
        QCOMPARE(::chmod(world.path("b").c_str(), 0700), 0);
        QVERIFY(report.has_value());
        QCOMPARE(world.files(), QStringList({u"c"_s}));
        QCOMPARE(report->failed, 3U);
        QCOMPARE(world.record.errors.size(), std::size_t{3});
        QCOMPARE(world.record.errors[0].detail, world.path("a/locked"));
        QCOMPARE(world.record.errors[0].code, ErrorCode::AccessDenied);
        QCOMPARE(world.record.errors[1].detail, world.path("b"));
        QCOMPARE(world.record.errors[1].code, ErrorCode::AccessDenied);
        QCOMPARE(world.record.errors[2].detail, world.path("missing"));
        QCOMPARE(world.record.errors[2].code, ErrorCode::NotFound);
    }

    void openDocumentsAreSearchedAsTheyAre() {
        World world;
        world.write("a", "old");
        world.write("b", "new");
        std::filesystem::create_hard_link(world.path("a"), world.path("c"));
        FilesOrder order;
        order.roots = {world.root()};
        order.documents = {documentOf("..new", world.path("a"))};
        order.documents.front().file = *fileIdentity(world.path("a"));
        QVERIFY(world.search("new", order).has_value());
        QCOMPARE(world.files(), QStringList({u"a"_s, u"b"_s}));  // of two names of one document, the first
        QCOMPARE(world.places(), QStringList({u"a:2"_s, u"b:0"_s}));
        QCOMPARE(world.record.files[0].file.document, std::optional<std::size_t>(0));
        QCOMPARE(world.record.files[1].file.document, std::nullopt);
    }

    void documentsAloneAreSearchedInTheirRanges() {
        World world;
        FilesOrder order;
        order.use = FilesOrder::Documents::Searched;
        order.documents = {documentOf("x..x..x"), documentOf("..x")};
        order.documents.front().range = {1, 6};
        const auto report = world.search("x", order);
        QCOMPARE(world.record.files.size(), std::size_t{2});
        QCOMPARE(world.places(), QStringList({u":3"_s, u":2"_s}));
        QCOMPARE(report->count, 2U);
    }

    void theLimitIsOfAllFilesTogether() {
        World world;
        for (const char* name : {"a", "b", "c"})
            world.write(name, "xxx");
        FilesOrder order;
        order.limit = 5;
        const auto report = world.search("x", order);
        QCOMPARE(world.places(), QStringList({u"a:0"_s, u"a:1"_s, u"a:2"_s, u"b:0"_s, u"b:1"_s}));
        QVERIFY(!report->isComplete);
        QVERIFY(world.record.files[0].report.isWhole());
        QVERIFY(!world.record.files[1].report.isWhole());
    }

    void aRegularExpressionThatGivesUpSaysWhere() {
        World world;
        world.write("a", std::string(100, 'a') + 'b');
        world.write("b", "aa\xFF");
        const auto searcher = Searcher::compile(RegexQuery{.expression = "(a+)+[\\x80-\\xff]"});
        QVERIFY(searcher.has_value());
        const auto report = findInFiles({.documents = {}, .roots = {world.root()}}, *searcher, world.record);
        QVERIFY(report.has_value());
        QVERIFY(world.record.files[0].report.gaveUp.has_value());
        QVERIFY(!world.record.files[0].report.isWhole());
        QCOMPARE(world.places(), QStringList({u"b:0"_s}));
    }

    void bytesThatCannotBeReadAreNamed() {
        World world;
        world.write("big", std::string(3'000'000, 'x'));
        class Cutting final : public FilesSink {
        public:
            explicit Cutting(std::string path) : path_(std::move(path)) {}
            void began(const SearchedFile&) override { QVERIFY(truncateFromOutside(path_, 1'000'000)); }
            void found(std::span<const Match> matches) override { count += matches.size(); }
            void ended(const FileSearchReport& ended) override { report = ended; }
            void failed(const Error&) override {}
            FileSearchReport report;
            std::size_t count = 0;

        private:
            std::string path_;
        } sink(world.path("big"));
        FilesOrder order{.documents = {}, .roots = {world.root()}};
        order.smallFile = 1000;
        QVERIFY(findInFiles(order, searcherFor("x"), sink).has_value());
        QCOMPARE(sink.report.unreadable.totalSize(), 2'000'000U);
        QCOMPARE(sink.count, std::size_t{1'000'000});
        QVERIFY(sink.report.hasChanged);
        QVERIFY(!sink.report.isWhole());
    }

    void stopsWhenAsked() {
        World world;
        for (int i = 0; i < 600; ++i)
            world.write("f" + std::to_string(i), "x");
        std::stop_source stop;
        class Stopping final : public FilesSink {
        public:
            explicit Stopping(std::stop_source& stop) : stop_(stop) {}
            void began(const SearchedFile&) override { stop_.request_stop(); }
            void found(std::span<const Match>) override { ++told; }
            void ended(const FileSearchReport&) override {}
            void failed(const Error&) override {}
            int told = 0;

        private:
            std::stop_source& stop_;
        } sink(stop);
        const auto report = findInFiles({.documents = {}, .roots = {world.root()}}, searcherFor("x"), sink,
                                        JobContext(stop.get_token(), nullptr));
        QVERIFY(!report);
        QCOMPARE(report.error().code, ErrorCode::Cancelled);
        QCOMPARE(sink.told, 1);
    }

    void fewFilesAmongMany() {
        World world;
        for (int i = 0; i < 600; ++i)
            world.write("a/f" + std::to_string(i), "x");
        world.write("b.bin", "x");
        FilesOrder order;
        order.folders.names = {"*.bin"};
        QVERIFY(world.search("x", order).has_value());
        QCOMPARE(world.files(), QStringList({u"b.bin"_s}));
    }

    void aWalkTakesOneStepAtATime() {
        World world;
        for (const char* name : {"a/1", "a/2", "b"})
            world.write(name, "x");
        FolderWalk walk({world.root()}, {.names = {"b"}});
        int steps = 0;
        for (; !walk.isAtEnd(); ++steps) {
            const auto item = walk.step();
            QCOMPARE(item.has_value(), steps == 4);  // the folder, a, its two files, b
        }
        QCOMPARE(steps, 5);
    }

    void progressEndsAtTheTotal() {
        World world;
        for (int i = 0; i < 20; ++i)
            world.write("f" + std::to_string(i), std::string(static_cast<std::size_t>(i) * 100, 'x'));
        const auto progress = std::make_shared<JobProgress>();
        FilesOrder order;
        order.smallFile = 1000;
        order.matchesKept = 300;
        QVERIFY(world.search("x", order, JobContext({}, progress)).has_value());
        QCOMPARE(progress->total.load(), 19'000U);
        QCOMPARE(progress->done.load(), 19'000U);
    }
};

}  // namespace

QTEST_APPLESS_MAIN(TestFindInFiles)
#include "tst_find_in_files.moc"
