#include <QTemporaryDir>
#include <QTest>

#include "app/session.h"

using namespace octavo;
using namespace Qt::StringLiterals;

namespace {

Session sample() {
    SessionDocument first;
    first.path = "/tmp/a\xff.bin";
    first.caret = kMaxDocumentSize;
    first.anchor = kMaxDocumentSize - 1;
    first.topRow = (std::uint64_t{1} << 59) + 1;
    first.options.bytesPerRow = 32;
    first.options.valueRadix = ValueRadix::Binary;
    first.options.baseAddress = 0x8000;
    first.records = {.size = 48, .start = kMaxDocumentSize};
    first.isFollowed = true;
    first.bookmarks.push_back({{16, 32}, u"header “ä”"_s, QColor(Qt::red)});
    first.bookmarks.push_back({{0, 1}, u"start"_s, QColor(Qt::blue), u"two\nlines \U0001F4BE"_s, 0});
    SessionDocument second;
    second.path = "/tmp/b";
    return {{first, second}, 1};
}

}  // namespace

class TestSession : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everythingComesBack() {
        const auto read = sessionFromJson(sessionToJson(sample()));
        QVERIFY(read.has_value());
        QVERIFY(*read == sample());
    }

    void everyPrefixIsRefusedOrRead() {
        const QByteArray whole = sessionToJson(sample());
        for (qsizetype length = 0; length < whole.size() - 1; ++length)
            QVERIFY(!sessionFromJson(whole.first(length)).has_value());
    }

    void nonsenseIsLeftOut_data() {
        QTest::addColumn<QByteArray>("document");
        QTest::addColumn<int>("count");
        QTest::newRow("relative path") << QByteArray(R"({"path":"x"})") << 0;
        QTest::newRow("no path") << QByteArray(R"({"caret":"1"})") << 0;
        QTest::newRow("not an object") << QByteArray("7") << 0;
        QTest::newRow("negative caret") << QByteArray(R"({"path":"/x","caret":"-5"})") << 1;
        QTest::newRow("caret beyond every document")
            << QByteArray(R"({"path":"/x","caret":"9223372036854775808"})") << 1;
        QTest::newRow("bad view")
            << QByteArray(R"({"path":"/x","view":{"bytesPerRow":0,"grouping":3,"valueRadix":9}})") << 1;
        QTest::newRow("encoding that we do not have")
            << QByteArray(R"({"path":"/x","view":{"encoding":"Klingon"}})") << 1;
        QTest::newRow("records of no size") << QByteArray(R"({"path":"/x","records":{"size":48}})") << 1;
        QTest::newRow("bookmark backwards")
            << QByteArray(R"({"path":"/x","bookmarks":[{"begin":"9","end":"3"}]})") << 1;
    }
    void nonsenseIsLeftOut() {
        QFETCH(QByteArray, document);
        QFETCH(int, count);
        const auto read = sessionFromJson(R"({"version":1,"current":5,"documents":[)" + document + "]}");
        QVERIFY(read.has_value());
        QCOMPARE(static_cast<int>(read->documents.size()), count);
        QCOMPARE(read->current, std::size_t{0});
        if (count == 1) {
            SessionDocument plain;
            plain.path = "/x";
            QVERIFY(read->documents.front() == plain);
        }
    }

    void bookmarksAreAsTheProgramMakesThem() {
        const auto read =
            sessionFromJson(R"({"version":1,"documents":[{"path":"/x","bookmarks":[)"
                            R"({"begin":"0","end":"1","colour":"#80ff0000","number":3,"name":"\ud800"},)"
                            R"({"begin":"1","end":"2","colour":"none","number":3}]}]})");
        QVERIFY(read.has_value());
        const auto& bookmarks = read->documents.front().bookmarks;
        QCOMPARE(bookmarks[0].colour, QColor(Qt::red));
        QCOMPARE(bookmarks[0].name, u"?"_s);
        QCOMPARE(bookmarks[0].number, std::optional(3));
        QVERIFY(!bookmarks[1].colour.isValid() && !bookmarks[1].number);
        QVERIFY(*sessionFromJson(sessionToJson(*read)) == *read);
    }

    void laterVersionsAreNotGuessedAt() {
        const auto read = sessionFromJson(R"({"version":2,"documents":[]})");
        QCOMPARE(read.error().code, ErrorCode::Unsupported);
    }

    void filesComeBackFromDisk() {
        const QTemporaryDir directory;
        const QString file = directory.filePath(u"deep/er/session.json"_s);
        QCOMPARE(loadSession(file).error().code, ErrorCode::NotFound);
        QVERIFY(saveSession(sample(), file).has_value());
        QVERIFY(*loadSession(file) == sample());
    }

    void aPlaceThatCannotBeWrittenIsToldAbout() {
        QVERIFY(!saveSession(sample(), u"/dev/null/session.json"_s).has_value());
    }
};

QTEST_MAIN(TestSession)
#include "tst_session.moc"
