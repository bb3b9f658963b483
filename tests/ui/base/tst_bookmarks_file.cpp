#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

#include "ui/base/bookmarks_file.h"

using namespace octavo;
using namespace Qt::StringLiterals;
using Kind = BookmarksFileProblem::Kind;

namespace {

// moc reads raw strings as code: no number sign (\u0023) and no lone bracket may stand in them.

BookmarksFile sample() {
    return {.documentName = u"firmware “ä”.bin"_s,
            .documentSize = 5000000000,
            .bookmarks = {{.range = {0, 64}, .name = u"header"_s, .colour = QColor(0x3a, 0x86, 0xc8)},
                          {.range = {0x28, 0x30},
                           .name = u"<offset> “ä” \U0001F4BE"_s,
                           .colour = Qt::red,
                           .comment = u"two\nlines\twith \"quotes\" and \\"_s,
                           .number = 0},
                          {.range = {kMaxDocumentSize - 1, kMaxDocumentSize}, .name = u"far"_s},
                          {.range = {0, kMaxDocumentSize}, .name = u"long"_s},
                          {.range = {7, 7}, .name = u"place"_s, .number = 9}}};
}

QByteArray fileOf(const QByteArray& entries) {
    return R"({"format":"octavo-bookmarks","version":1,"bookmarks":[)" + entries + "]}";
}

}  // namespace

class TestBookmarksFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everythingComesBack() {
        const auto read = bookmarksFromJson(bookmarksToJson(sample()));
        QVERIFY(read.has_value());
        QVERIFY(*read == sample());
        QVERIFY(*bookmarksFromJson(bookmarksToJson({})) == BookmarksFile{});
    }

    void isWrittenAsTheManualSays() {
        const BookmarksFile file{
            .documentName = u"a.bin"_s,
            .documentSize = 100,
            .bookmarks = {{.range = {0x28, 0x30}, .name = u"e_shoff"_s, .colour = QColor(0x3a, 0x86, 0xc8)}}};
        const QByteArray expected =
            R"({"format":"octavo-bookmarks","version":1,"document":{"name":"a.bin","size":100},)"
            R"("bookmarks":[{"start":"0x28","length":8,"name":"e_shoff","colour":"\u00233a86c8"}]})";
        QCOMPARE(QJsonDocument::fromJson(bookmarksToJson(file)), QJsonDocument::fromJson(expected));
    }

    void everyPrefixIsRefused() {
        const QByteArray whole = bookmarksToJson(sample()).trimmed();
        for (qsizetype length = 0; length < whole.size(); ++length)
            QVERIFY(!bookmarksFromJson(whole.first(length)).has_value());
    }

    void readsNumbersInEveryWayTheyAreWritten_data() {
        QTest::addColumn<QByteArray>("start");
        QTest::addColumn<ByteOffset>("expected");
        QTest::newRow("number") << QByteArray("40") << ByteOffset{40};
        QTest::newRow("number with an exponent") << QByteArray("1e3") << ByteOffset{1000};
        QTest::newRow("a number beyond 2^53") << QByteArray("9223372036854775807") << kMaxDocumentSize;
        QTest::newRow("hexadecimal text") << QByteArray(R"("0xFf")") << ByteOffset{255};
        QTest::newRow("capital X") << QByteArray(R"("0X10")") << ByteOffset{16};
        QTest::newRow("decimal text") << QByteArray(R"("9223372036854775807")") << kMaxDocumentSize;
    }
    void readsNumbersInEveryWayTheyAreWritten() {
        QFETCH(QByteArray, start);
        QFETCH(ByteOffset, expected);
        const auto read = bookmarksFromJson(fileOf(R"({"start":)" + start + R"(,"length":0,"name":"a"})"));
        QVERIFY(read.has_value());
        QCOMPARE(read->bookmarks.front().range.begin, expected);
    }

    void leavesWhatOthersAdded() {
        const auto read = bookmarksFromJson(
            R"({"format":"octavo-bookmarks","version":1,"tool":"x","document":{"name":"a\nb","size":-1},)"
            R"("bookmarks":[{"start":1,"length":2,"name":"a","x-kind":{"deep":[1]}}]})");
        QVERIFY(read.has_value());
        QVERIFY(read->documentName.isEmpty() && !read->documentSize);
        QCOMPARE(read->bookmarks.size(), std::size_t{1});
    }

    void refusesWrongEntriesAndSaysWhich_data() {
        QTest::addColumn<QByteArray>("entry");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("member");
        const auto row = [](const char* name, const char* entry, Kind kind, const char* member) {
            QTest::newRow(name) << QByteArray(entry) << static_cast<int>(kind) << QString::fromUtf8(member);
        };
        row("no object", "7", Kind::NotAnObject, "");
        row("an array", "[]", Kind::NotAnObject, "");
        row("no start", R"({"length":1,"name":"a"})", Kind::Missing, "start");
        row("no length", R"({"start":1,"name":"a"})", Kind::Missing, "length");
        row("no name", R"({"start":1,"length":1})", Kind::Missing, "name");
        row("a typo", R"({"start":1,"length":1,"name":"a","color":"\u0023000000"})", Kind::Unknown, "color");
        row("negative", R"({"start":-1,"length":1,"name":"a"})", Kind::NotACount, "start");
        row("broken", R"({"start":1.5,"length":1,"name":"a"})", Kind::NotACount, "start");
        row("huge", R"({"start":1e300,"length":1,"name":"a"})", Kind::NotACount, "start");
        row("null", R"({"start":null,"length":1,"name":"a"})", Kind::NotACount, "start");
        row("no digits", R"({"start":"0x","length":1,"name":"a"})", Kind::NotACount, "start");
        row("sign", R"({"start":"+1","length":1,"name":"a"})", Kind::NotACount, "start");
        row("space", R"({"start":" 1","length":1,"name":"a"})", Kind::NotACount, "start");
        row("other digits", R"({"start":"١","length":1,"name":"a"})", Kind::NotACount, "start");
        row("hex without 0x", R"({"start":"ff","length":1,"name":"a"})", Kind::NotACount, "start");
        row("beyond 64 bits", R"({"start":"0x10000000000000000","length":1,"name":"a"})", Kind::NotACount,
            "start");
        row("beyond every document", R"({"start":"0x8000000000000000","length":0,"name":"a"})", Kind::TooFar,
            "start");
        row("length leads beyond", R"({"start":2,"length":"9223372036854775806","name":"a"})", Kind::TooFar,
            "length");
        row("name is a number", R"({"start":1,"length":1,"name":7})", Kind::NotText, "name");
        row("name is blank", R"({"start":1,"length":1,"name":"  "})", Kind::NotText, "name");
        row("name of two lines", R"({"start":1,"length":1,"name":"a\nb"})", Kind::NotText, "name");
        row("name with a zero", R"({"start":1,"length":1,"name":"a\u0000b"})", Kind::NotText, "name");
        row("half a surrogate pair", R"({"start":1,"length":1,"name":"\ud800"})", Kind::NotText, "name");
        row("comment is a list", R"({"start":1,"length":1,"name":"a","comment":["b"]})", Kind::NotText,
            "comment");
        row("comment with an escape", R"({"start":1,"length":1,"name":"a","comment":"\u001b"})",
            Kind::NotText, "comment");
        row("colour by name", R"({"start":1,"length":1,"name":"a","colour":"red"})", Kind::NotAColour,
            "colour");
        row("colour with alpha", R"({"start":1,"length":1,"name":"a","colour":"\u002380ff0000"})",
            Kind::NotAColour, "colour");
        row("number 10", R"({"start":1,"length":1,"name":"a","number":10})", Kind::NotADigit, "number");
        row("number -1", R"({"start":1,"length":1,"name":"a","number":-1})", Kind::NotADigit, "number");
        row("number of the first", R"({"start":1,"length":1,"name":"a","number":3})", Kind::NumberIsTaken,
            "number");
    }
    void refusesWrongEntriesAndSaysWhich() {
        QFETCH(QByteArray, entry);
        QFETCH(int, kind);
        QFETCH(QString, member);
        const auto read =
            bookmarksFromJson(fileOf(R"({"start":1,"length":1,"name":"good","number":3},)" + entry));
        QVERIFY(!read.has_value());
        QCOMPARE(static_cast<int>(read.error().kind), kind);
        QCOMPARE(read.error().entry, std::size_t{2});
        QCOMPARE(read.error().member, member);
        const QString message = messageFor(read.error(), u"in.json"_s);
        QVERIFY2(message.startsWith(u"“in.json”, bookmark 2: "_s) && message.contains(member),
                 qPrintable(message));
    }

    void refusesWrongFiles_data() {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<int>("kind");
        const auto row = [](const char* name, const QByteArray& json, Kind kind) {
            QTest::newRow(name) << json << static_cast<int>(kind);
        };
        row("empty", "", Kind::NotJson);
        row("no JSON", "{]", Kind::NotJson);
        row("a list", "[]", Kind::NotBookmarks);
        row("other JSON", R"({"version":1,"bookmarks":[]})", Kind::NotBookmarks);
        row("a session", R"({"version":1,"documents":[]})", Kind::NotBookmarks);
        row("no list", R"({"format":"octavo-bookmarks","version":1,"bookmarks":{}})", Kind::NotBookmarks);
        row("version 2", R"({"format":"octavo-bookmarks","version":2,"bookmarks":[]})", Kind::OtherVersion);
        row("version as text", R"({"format":"octavo-bookmarks","version":"1","bookmarks":[]})",
            Kind::NotBookmarks);
        row("very deep", QByteArray(100'000, '['), Kind::NotJson);
        row("deep in an entry", fileOf(QByteArray(100'000, '[')), Kind::NotJson);
        row("too many", fileOf(QByteArray("0,").repeated(BookmarksFile::kCountMax) + "0"), Kind::TooMany);
        row("too large", QByteArray(BookmarksFile::kSizeMax + 1, ' '), Kind::TooLarge);
    }
    void refusesWrongFiles() {
        QFETCH(QByteArray, json);
        QFETCH(int, kind);
        const auto read = bookmarksFromJson(json);
        QVERIFY(!read.has_value());
        QCOMPARE(static_cast<int>(read.error().kind), kind);
        QCOMPARE(read.error().entry, std::size_t{0});
        QVERIFY(messageFor(read.error(), u"in.json"_s).startsWith(u"“in.json” "_s));
    }

    void textsHaveALimit() {
        const auto entry = [](qsizetype name, qsizetype comment) {
            return fileOf(R"({"start":1,"length":1,"name":")" + QByteArray(name, 'n') + R"(","comment":")" +
                          QByteArray(comment, 'c') + R"("})");
        };
        QVERIFY(bookmarksFromJson(entry(BookmarksFile::kNameMax, BookmarksFile::kCommentMax)).has_value());
        QCOMPARE(bookmarksFromJson(entry(BookmarksFile::kNameMax + 1, 1)).error().member, u"name"_s);
        const auto comment = bookmarksFromJson(entry(1, BookmarksFile::kCommentMax + 1));
        QVERIFY(comment.error().kind == Kind::TooLong && comment.error().member == u"comment"_s);
    }

    void theSameRangeNameAndCommentAreTheSame() {
        Document document;
        QVERIFY(document.apply(Edit::insert(0, Content::ofBytes(std::vector<std::byte>(10)))).has_value());
        Bookmarks present(document);
        present.add({{.range = {1, 2}, .name = u"a"_s, .colour = Qt::red, .comment = u"c"_s}});
        const BookmarkDetails same{.range = {1, 2}, .name = u"a"_s, .colour = Qt::blue, .comment = u"c"_s};
        BookmarkDetails other = same;
        other.comment = u"d"_s;
        BookmarkDetails longer = same;
        longer.range.end = 3;
        BookmarkDetails renamed = same;
        renamed.name = u"A"_s;
        const auto added = newAmong({same, other, longer, renamed, other}, present.all());
        QVERIFY(added == (std::vector{other, longer, renamed}));
    }
};

QTEST_MAIN(TestBookmarksFile)
#include "tst_bookmarks_file.moc"
