// Following a file that grows, as `tail -f` does.

#include <cstdio>

#include "tests/app/program.h"
#include "tests/support/other_process.h"
#include "ui/actions/action_registry.h"

using namespace octavo;

namespace {

struct World {
    explicit World(const QByteArray& bytes)
        : path(writeFile(directory, u"log"_s, bytes)), program(directory, {path}) {
        QVERIFY(program.workbench.actions().trigger("file.follow"));
        QVERIFY2(document().isFollowed(), qPrintable(banner()));
    }
    void append(const QByteArray& bytes) {
        QFile file(directory.filePath(u"log"_s));
        QVERIFY(file.open(QIODevice::Append));
        file.write(bytes);
    }
    OpenDocument& document() { return program.view()->document(); }
    Document& bytes() { return document().document(); }
    QString banner() { return program.view()->messages().texts().join(u'\n'); }

    QTemporaryDir directory;
    std::string path;
    Program program;
};

Content text(const char* bytes) {
    return Content::ofBytes(std::as_bytes(std::span(bytes, std::strlen(bytes))));
}

}  // namespace

class TestFollow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsAppendedAppearsAndTheCaretStaysAtTheEnd() {
        World world("one\n");
        QVERIFY(world.document().isFollowed());
        QCOMPARE(world.program.hexView().caret(), ByteOffset{4});
        world.append("two\n");
        QTRY_COMPARE(bytesOf(world.bytes()), QByteArray("one\ntwo\n"));
        QCOMPARE(world.program.hexView().caret(), ByteOffset{8});
        world.append("three\n");
        QTRY_COMPARE(bytesOf(world.bytes()), QByteArray("one\ntwo\nthree\n"));
        QVERIFY(!world.bytes().isModified());
        QVERIFY(!world.bytes().canUndo());
        QCOMPARE(world.banner(), QString());
    }
    void theNextStartGoesOnFollowing() {
        const QTemporaryDir directory;
        const std::string path = writeFile(directory, u"log"_s, "one\n");
        {
            Program program(directory, {path});
            QVERIFY(program.workbench.actions().trigger("file.follow"));
            program.workbench.window().close();
        }
        Program program(directory);
        QVERIFY(program.view() != nullptr && program.view()->document().isFollowed());
        QFile file(QFile::decodeName(path.c_str()));
        QVERIFY(file.open(QIODevice::Append));
        file.write("two\n");
        file.close();
        QTRY_COMPARE(bytesOf(program.view()->document().document()), QByteArray("one\ntwo\n"));
    }
    void aCaretElsewhereStaysWhereItIs() {
        World world("one\n");
        world.program.hexView().goTo(1);
        world.append("two\n");
        QTRY_COMPARE(world.bytes().size(), ByteCount{8});
        QCOMPARE(world.program.hexView().caret(), ByteOffset{1});
    }
    void editsElsewhereStay() {
        World world("one\n");
        QVERIFY(world.bytes().apply(Edit::replace({0, 1}, text("O"))).has_value());
        world.append("two\n");
        QTRY_COMPARE(bytesOf(world.bytes()), QByteArray("One\ntwo\n"));
        world.bytes().undo();
        QCOMPARE(bytesOf(world.bytes()), QByteArray("one\ntwo\n"));
        QVERIFY(!world.bytes().isModified());
    }
    void anEditedEndStopsIt() {
        World world("one\n");
        QVERIFY(world.bytes().apply(Edit::insert(4, text("mine"))).has_value());
        world.append("two\n");
        QTRY_VERIFY(world.banner().contains(u"Following has ended"_s));
        QVERIFY(!world.document().isFollowed());
        QCOMPARE(bytesOf(world.bytes()), QByteArray("one\nmine"));
    }
    void aFileThatIsCutStopsIt() {
        World world("one\ntwo\n");
        QVERIFY(test::truncateFromOutside(world.path, 4));
        QTRY_VERIFY(world.banner().contains(u"Following has ended"_s));
        QVERIFY(world.banner().contains(u"short"_s));
        QVERIFY(!world.document().isFollowed());
        QCOMPARE(bytesOf(world.bytes()), QByteArray("one\ntwo\n"));
    }
    void aFileThatIsRotatedStopsIt() {
        World world("one\n");
        const std::string other = writeFile(world.directory, u"other"_s, "new log, longer\n");
        QVERIFY(std::rename(other.c_str(), world.path.c_str()) == 0);
        QTRY_VERIFY(world.banner().contains(u"Following has ended"_s));
        QVERIFY(world.banner().contains(u"taken the place"_s));
    }
    void thousandsOfLinesArriveWhole() {
        World world("");
        QByteArray all;
        for (int round = 0; round < 40; ++round) {
            QByteArray lines;
            for (int i = 0; i < 100; ++i)
                lines += "line " + QByteArray::number(round * 100 + i) + '\n';
            world.append(lines);
            all += lines;
            QCoreApplication::processEvents();
        }
        QTRY_COMPARE(world.bytes().size(), static_cast<ByteCount>(all.size()));
        QCOMPARE(bytesOf(world.bytes()), all);
    }
    void turningItOffLeavesTheRestToABanner() {
        World world("one\n");
        world.program.workbench.actions().trigger("file.follow");
        QVERIFY(!world.document().isFollowed());
        world.append("two\n");
        QTRY_VERIFY(world.banner().contains(u"at the end"_s));
        QCOMPARE(bytesOf(world.bytes()), QByteArray("one\n"));
    }
};

QTEST_MAIN(TestFollow)
#include "tst_follow.moc"
