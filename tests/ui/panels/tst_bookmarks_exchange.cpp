#include <QMessageBox>
#include <QPushButton>
#include <QTemporaryDir>
#include <QtTest>

#include "tests/ui/panels/test_document_context.h"
#include "ui/panels/bookmarks_exchange.h"

using namespace octavo;
using namespace Qt::StringLiterals;

namespace {

/// A document with two bookmarks, and what brings them into files.
struct World {
    World() : context(std::string(100, 'x')) { fill(); }
    void fill() {
        context.bookmarks()->add({{.range = {0, 64}, .name = u"header"_s, .colour = Qt::red},
                                  {.range = {8, 16},
                                   .name = u"offset “ä”"_s,
                                   .colour = Qt::blue,
                                   .comment = u"two\nlines"_s,
                                   .number = 5}});
    }
    [[nodiscard]] std::vector<BookmarkDetails> details() {
        const auto& all = context.bookmarks()->all();
        return {all.begin(), all.end()};
    }
    [[nodiscard]] QString path(const QString& name) const { return directory.filePath(name); }
    QString write(const QByteArray& bytes) const {
        QFile file(path(u"in.json"_s));
        if (file.open(QIODevice::WriteOnly))
            file.write(bytes);
        return file.fileName();
    }
    [[nodiscard]] QString lastMessage() const {
        return context.messages.empty() ? QString() : context.messages.back();
    }

    QTemporaryDir directory;
    TestDocumentContext context;
    QWidget window;
    BookmarksExchange exchange{context, &window};
};

}  // namespace

class TestBookmarksExchange : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatWasExportedComesBackInAnotherDocument() {
        World world;
        const auto before = world.details();
        world.exchange.exportTo(world.path(u"out.json"_s));
        QTRY_COMPARE(world.context.messages.size(), std::size_t{1});
        QVERIFY2(world.lastMessage().contains(u"“out.json”: 2"_s), qPrintable(world.lastMessage()));
        world.context.open(std::string(100, 'y'));
        QVERIFY(world.details().empty());
        world.exchange.importFrom(world.path(u"out.json"_s));
        QTRY_COMPARE(world.context.messages.size(), std::size_t{2});
        QVERIFY(world.details() == before);
    }

    void whatIsThereAlreadyIsNotDoubled() {
        World world;
        const auto before = world.details();
        world.exchange.exportTo(world.path(u"out.json"_s));
        QTRY_COMPARE(world.context.messages.size(), std::size_t{1});
        world.context.bookmarks()->remove(world.context.bookmarks()->all().front().id);
        world.exchange.importFrom(world.path(u"out.json"_s));
        QTRY_COMPARE(world.context.messages.size(), std::size_t{2});
        QVERIFY(world.details() == before);
        QCOMPARE(world.lastMessage(), u"Bookmarks imported: 1. Already there: 1."_s);
    }

    void oneWrongEntryAndNothingIsImported() {
        World world;
        const auto before = world.details();
        world.exchange.importFrom(world.write(
            R"({"format":"octavo-bookmarks","version":1,"bookmarks":[{"start":1,"length":1,"name":"a"},)"
            R"({"start":-1,"length":1,"name":"b"}]})"));
        QTRY_COMPARE(world.context.messages.size(), std::size_t{1});
        QVERIFY(world.details() == before);
        QVERIFY2(world.lastMessage().contains(u"“in.json”, bookmark 2: “start”"_s),
                 qPrintable(world.lastMessage()));
    }

    void thoseOutsideAreAskedAbout_data() {
        QTest::addColumn<bool>("takesOthers");
        QTest::newRow("cancel imports none") << false;
        QTest::newRow("the others are imported") << true;
    }
    void thoseOutsideAreAskedAbout() {
        QFETCH(bool, takesOthers);
        World world;
        const auto before = world.details();
        world.exchange.importFrom(world.write(
            R"({"format":"octavo-bookmarks","version":1,"document":{"name":"x","size":5000},"bookmarks":[)"
            R"({"start":"0x63","length":1,"name":"last byte"},{"start":99,"length":2,"name":"beyond"}]})"));
        QTRY_VERIFY(world.window.findChild<QMessageBox*>(u"bookmarksOutside"_s) != nullptr);
        auto* box = world.window.findChild<QMessageBox*>(u"bookmarksOutside"_s);
        QVERIFY2(box->text().startsWith(u"1 of 2 bookmarks lie beyond"_s) && box->text().contains(u"5,000"_s),
                 qPrintable(box->text()));
        QVERIFY(world.details() == before);
        for (QAbstractButton* each : box->buttons()) {
            if ((box->buttonRole(each) == QMessageBox::AcceptRole) == takesOthers)
                each->click();
        }
        QCOMPARE(world.details().size(), before.size() + (takesOthers ? 1U : 0U));
        if (takesOthers)
            QCOMPARE(world.details().back().name, u"last byte"_s);
    }

    void aFileWithNothingThatFitsIsSaidSo() {
        World world;
        world.exchange.importFrom(world.write(
            R"({"format":"octavo-bookmarks","version":1,"bookmarks":[{"start":99,"length":2,"name":"a"}]})"));
        QTRY_COMPARE(world.context.messages.size(), std::size_t{1});
        QVERIFY2(world.lastMessage().endsWith(u"Nothing was imported."_s), qPrintable(world.lastMessage()));
        QVERIFY(world.window.findChild<QMessageBox*>() == nullptr);
    }

    void whatCannotBeReadOrWrittenIsSaidSo_data() {
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("code");
        QTest::newRow("no such file") << u"/dev/null/none.json"_s << static_cast<int>(ErrorCode::NotFound);
        QTest::newRow("a folder") << u"/tmp"_s << static_cast<int>(ErrorCode::IsDirectory);
        QTest::newRow("a device without end")
            << u"/dev/zero"_s << static_cast<int>(ErrorCode::NotRegularFile);
    }
    void whatCannotBeReadOrWrittenIsSaidSo() {
        QFETCH(QString, path);
        QFETCH(int, code);
        World world;
        world.exchange.importFrom(path);
        QTRY_COMPARE(world.context.errors.size(), std::size_t{1});
        QCOMPARE(static_cast<int>(world.context.errors.front().code), code);
        world.exchange.exportTo(u"/dev/null/none.json"_s);
        QTRY_COMPARE(world.context.errors.size(), std::size_t{2});
        QVERIFY(world.context.messages.empty());
    }

    void aDocumentClosedMeanwhileGetsNothing() {
        World world;
        world.exchange.exportTo(world.path(u"out.json"_s));
        QTRY_COMPARE(world.context.messages.size(), std::size_t{1});
        world.exchange.importFrom(world.path(u"out.json"_s));
        world.context.open(std::string(100, 'z'));
        world.exchange.exportTo(world.path(u"other.json"_s));  // ends after the import
        QTRY_COMPARE(world.context.messages.size(), std::size_t{2});
        QVERIFY(world.details().empty());
    }
};

QTEST_MAIN(TestBookmarksExchange)
#include "tst_bookmarks_exchange.moc"
