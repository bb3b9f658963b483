#include <cstdio>
#include <cstring>
#include <span>
#include <sys/stat.h>
#include <unistd.h>

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "app/document_manager.h"
#include "app/document_saver.h"
#include "tests/support/file_size_limit.h"

using namespace octavo;
using namespace Qt::StringLiterals;

namespace {

OpenRequest request(const std::string& path) {
    OpenRequest result;
    result.path = path;
    return result;
}

std::string writeFile(const std::string& path, const QByteArray& bytes) {
    FILE* file = std::fopen(path.c_str(), "wb");
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), file);
    std::fclose(file);
    return path;
}

QByteArray readFile(const std::string& path) {
    QByteArray result;
    FILE* file = std::fopen(path.c_str(), "rb");
    char buffer[4096];
    while (const std::size_t count = std::fread(buffer, 1, sizeof buffer, file))
        result.append(buffer, static_cast<qsizetype>(count));
    std::fclose(file);
    return result;
}

Content text(const char* bytes) {
    return Content::ofBytes(std::as_bytes(std::span(bytes, std::strlen(bytes))));
}

struct World {
    QTemporaryDir directory;
    JobRunner jobs;
    DocumentManager manager{jobs};
    DocumentSaver saver{jobs};
    QSignalSpy opened{&manager, &DocumentManager::opened};
    std::vector<Error> openErrors;
    std::vector<Error> saveErrors;
    int saves = 0;

    World() {
        QObject::connect(&manager, &DocumentManager::openFailed, &manager,
                         [this](const OpenRequest&, const Error& error) { openErrors.push_back(error); });
        QObject::connect(
            &saver, &DocumentSaver::failed, &manager,
            [this](OpenDocument*, const SaveRequest&, const Error& error) { saveErrors.push_back(error); });
        QObject::connect(&saver, &DocumentSaver::saved, &manager, [this] { ++saves; });
    }
    [[nodiscard]] std::string path(const std::string& name) const {
        return directory.path().toStdString() + '/' + name;
    }

    OpenDocument* open(const std::string& file) {
        const auto before = opened.count();
        manager.open(request(file));
        return QTest::qWaitFor([&] { return opened.count() > before; }) ? manager.documents().back()
                                                                        : nullptr;
    }
    [[nodiscard]] SaveRequest saveTo(const std::string& file) const {
        SaveRequest result;
        result.path = file;
        return result;
    }
};

}  // namespace

class TestDocumentManager : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesThatAreNoTextCanBeOpened() {
        World world;
        const std::string path = writeFile(world.path("odd\xff\nname"), "bytes");
        const OpenDocument* document = world.open(path);
        QVERIFY(document != nullptr);
        QCOMPARE(document->path(), path);
        QCOMPARE(document->name(), u"odd\\xff\\x0aname"_s);
        QCOMPARE(document->document().size(), ByteCount{5});
    }

    void theSameFileIsOpenedOnce() {
        World world;
        const std::string path = writeFile(world.path("a"), "bytes");
        QVERIFY(::symlink(path.c_str(), world.path("link").c_str()) == 0);
        QVERIFY(world.open(path) != nullptr);
        QVERIFY(world.open(world.path("link")) != nullptr);
        QCOMPARE(world.opened.count(), 2);
        QCOMPARE(world.manager.documents().size(), std::size_t{1});
    }

    void whatCannotBeOpenedIsExplained() {
        World world;
        world.manager.open(request(world.path("missing")));
        QTRY_COMPARE(world.openErrors.size(), std::size_t{1});
        QCOMPARE(world.openErrors[0].code, ErrorCode::NotFound);
        world.manager.open(request(world.directory.path().toStdString()));
        QTRY_COMPARE(world.openErrors.size(), std::size_t{2});
        QCOMPARE(world.openErrors[1].code, ErrorCode::IsDirectory);
        QVERIFY(::mkfifo(world.path("fifo").c_str(), 0600) == 0);
        world.manager.open(request(world.path("fifo")));
        QTRY_COMPARE(world.openErrors.size(), std::size_t{3});
        QCOMPARE(world.openErrors[2].code, ErrorCode::NotRegularFile);
        QVERIFY(world.manager.documents().empty());
        QVERIFY(!world.manager.isOpening());
    }

    void savingKeepsUndoAndMarksTheDocumentClean() {
        World world;
        const std::string path = writeFile(world.path("a"), "Hello world");
        OpenDocument* document = world.open(path);
        QVERIFY(document->document().apply(Edit::insert(0, text("Oh. "))).has_value());
        QVERIFY(document->document().isModified());
        world.saver.save(*document, world.saveTo(path));
        QTRY_COMPARE(world.saves, 1);
        QCOMPARE(readFile(path), QByteArray("Oh. Hello world"));
        QVERIFY(!document->document().isModified());
        document->document().undo();
        QVERIFY(document->document().isModified());
        world.saver.save(*document, world.saveTo(path));
        QTRY_COMPARE(world.saves, 2);
        QCOMPARE(readFile(path), QByteArray("Hello world"));
        QVERIFY(world.saveErrors.empty());
    }

    void editsMadeWhileASaveRunsAreSavedByTheNext() {
        World world;
        const std::string path = writeFile(world.path("a"), "Hello world");
        OpenDocument* document = world.open(path);
        QVERIFY(document->document().apply(Edit::insert(0, text("1 "))).has_value());
        world.saver.save(*document, world.saveTo(path));
        QVERIFY(document->document().apply(Edit::insert(0, text("2 "))).has_value());
        QTRY_COMPARE(world.saves, 1);
        QCOMPARE(readFile(path), QByteArray("1 Hello world"));
        QVERIFY(document->document().isModified());
        world.saver.save(*document, world.saveTo(path));
        QTRY_COMPARE(world.saves + static_cast<int>(world.saveErrors.size()), 2);
        QVERIFY(world.saveErrors.empty());
        QCOMPARE(readFile(path), QByteArray("2 1 Hello world"));
        QVERIFY(!document->document().isModified());
    }

    void aFileChangedByOthersIsNotOverwritten() {
        World world;
        const std::string path = writeFile(world.path("a"), "Hello world");
        OpenDocument* document = world.open(path);
        QSignalSpy changed(&world.manager, &DocumentManager::changedOnDisk);
        QVERIFY(document->document().apply(Edit::insert(0, text("mine "))).has_value());
        writeFile(path, "theirs, longer");
        world.manager.checkFiles();
        QTRY_COMPARE(changed.count(), 1);
        world.saver.save(*document, world.saveTo(path));
        QTRY_COMPARE(world.saveErrors.size(), std::size_t{1});
        QCOMPARE(world.saveErrors[0].code, ErrorCode::ChangedOnDisk);
        QCOMPARE(readFile(path), QByteArray("theirs, longer"));
        QVERIFY(document->document().isModified());
        SaveRequest overwriting = world.saveTo(path);
        overwriting.ifChanged = SaveTarget::IfChanged::Overwrite;
        world.saver.save(*document, overwriting);
        QTRY_COMPARE(world.saves, 1);
    }

    void aSaveThatWasTakenBackIsNotTakenForSomebodyElses() {
        World world;
        const QByteArray before(100'000, 'a');
        const std::string path = writeFile(world.path("a"), before);
        OpenDocument* document = world.open(path);
        const std::uint64_t inode = document->identity()->inode;
        QVERIFY(document->document().apply(Edit::replace({1, 2}, text("B"))).has_value());
        const QByteArray tail(50'000, 'c');
        QVERIFY(document->document().apply(Edit::insert(100'000, text(tail.constData()))).has_value());
        {
            const test::FileSizeLimit limit(120'000);
            world.saver.save(*document, world.saveTo(path));
            QTRY_COMPARE(world.saveErrors.size(), std::size_t{1});
        }
        QCOMPARE(world.saveErrors[0].code, ErrorCode::TooLarge);
        QCOMPARE(readFile(path), before);
        QVERIFY(document->identity() == fileIdentity(path).value());
        world.saver.save(*document, world.saveTo(path));
        QTRY_COMPARE(world.saves + static_cast<int>(world.saveErrors.size()), 2);
        QCOMPARE(world.saves, 1);
        QCOMPARE(readFile(path), "aB" + before.sliced(2) + tail);
        QCOMPARE(fileIdentity(path)->inode, inode);  // in place, as if the first had not been tried
    }

    void aLongRewriteIsAskedAboutFirst() {
        World world;
        const std::string path = writeFile(world.path("a"), "x");
        QCOMPARE(::truncate(path.c_str(), 300 << 20), 0);
        QCOMPARE(::link(path.c_str(), world.path("b").c_str()), 0);
        OpenDocument* document = world.open(path);
        QVERIFY(document->document().apply(Edit::insert(0, text("Oh. "))).has_value());
        std::vector<SavePlan> plans;
        QObject::connect(
            &world.saver, &DocumentSaver::planIsUnusual, &world.manager,
            [&plans](OpenDocument*, const SaveRequest&, const SavePlan& plan) { plans.push_back(plan); });
        world.saver.save(*document, world.saveTo(path));
        QTRY_COMPARE(plans.size(), std::size_t{1});
        QCOMPARE(plans[0].kind, SaveKind::Rewrite);
        QVERIFY(plans[0].bytesToWrite > ByteCount{300} << 20);
        QVERIFY(!document->isSaving());
        QVERIFY(document->document().isModified());
        QCOMPARE(fileIdentity(path)->size, ByteCount{300} << 20);
        QCOMPARE(world.saves, 0);
        QVERIFY(world.saveErrors.empty());
    }

    void aCopyLeavesTheDocumentWhereItWas() {
        World world;
        OpenDocument* document = world.open(writeFile(world.path("a"), "Hello world"));
        SaveRequest copy = world.saveTo(world.path("part"));
        copy.role = SaveRequest::Role::Copy;
        copy.part = {.snapshot = document->document().snapshot(), .range = {6, 11}};
        world.saver.save(*document, copy);
        QTRY_COMPARE(world.saves, 1);
        QCOMPARE(readFile(world.path("part")), QByteArray("world"));
        QCOMPARE(document->path(), world.path("a"));
    }

    void aNewDocumentGetsItsNameBySaving() {
        World world;
        OpenDocument& document = world.manager.create(text("fresh"));
        QCOMPARE(document.name(), u"Untitled 1"_s);
        QVERIFY(document.document().isModified());
        world.saver.save(document, world.saveTo(world.path("new\xfe")));
        QTRY_COMPARE(world.saves, 1);
        QCOMPARE(readFile(world.path("new\xfe")), QByteArray("fresh"));
        QCOMPARE(document.name(), u"new\\xfe"_s);
        QVERIFY(!document.document().isModified());
    }

    void aPlaceThatCannotBeWrittenLosesNothing() {
        World world;
        OpenDocument& document = world.manager.create(text("fresh"));
        world.saver.save(document, world.saveTo(world.path("no/such/folder/file")));
        QTRY_COMPARE(world.saveErrors.size(), std::size_t{1});
        QVERIFY(document.document().isModified());
        QCOMPARE(document.document().size(), ByteCount{5});
        QVERIFY(document.path().empty());
        QVERIFY(!document.isSaving());
    }
};

QTEST_MAIN(TestDocumentManager)
#include "tst_document_manager.moc"
