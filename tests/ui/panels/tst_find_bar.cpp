#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QtTest>

#include "core/source/pattern_source.h"
#include "tests/ui/panels/named_controls.h"
#include "tests/ui/panels/test_document_context.h"
#include "ui/base/status_line.h"
#include "ui/panels/find_bar.h"
#include "ui/panels/find_query.h"

using namespace octavo;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(octavo::FindQuery)

namespace {

FindQuery text(const QString& wanted, const QString& encoding = u"UTF-8"_s,
               FindQuery::CaseRule rule = FindQuery::CaseRule::Exact) {
    return {.kind = FindQuery::Kind::Text, .text = wanted, .encoding = encoding, .letterCase = rule};
}

FindQuery hex(const QString& wanted) {
    return {.kind = FindQuery::Kind::Hex, .text = wanted, .encoding = u"UTF-8"_s};
}

FindQuery number(const QString& wanted, const QString& type, ByteOrder order = ByteOrder::Little) {
    return {
        .kind = FindQuery::Kind::Number, .text = wanted, .encoding = {}, .numberType = type, .order = order};
}

/// Whether just these bytes are a match.
bool finds(const Searcher& searcher, const QByteArray& bytes) {
    const Snapshot snapshot = Snapshot::ofBytes(
        std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size()))));
    const auto found = findNext(snapshot, searcher, snapshot.all());
    return found && found->match && found->match->range == snapshot.all();
}

class TestFindBar : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void queryGivesPatterns_data() {
        QTest::addColumn<QString>("encoding");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("UTF-8") << u"UTF-8"_s << QByteArray("A\xC3\xA4");
        QTest::newRow("Latin-1") << u"ISO-8859-1"_s << QByteArray("A\xE4");
        QTest::newRow("UTF-16LE") << u"UTF-16LE"_s << QByteArray("A\0\xE4\0", 4);
        QTest::newRow("UTF-16BE") << u"UTF-16BE"_s << QByteArray("\0A\0\xE4", 4);
        QTest::newRow("EBCDIC") << u"IBM037"_s << QByteArray("\xC1\x43");
    }
    void queryGivesPatterns() {
        QFETCH(QString, encoding);
        QFETCH(QByteArray, expected);
        const auto searcher = searcherOf(text(u"Aä"_s, encoding));
        QVERIFY(searcher.has_value());
        QVERIFY(finds(*searcher, expected));
        QVERIFY(!finds(*searcher, QByteArray(expected).replace(0, 1, "Z")));
    }

    void queryIgnoresCaseInEveryEncoding() {
        const auto ignoring = FindQuery::CaseRule::Ignore;
        QVERIFY(finds(*searcherOf(text(u"ab"_s, u"UTF-16LE"_s, ignoring)), QByteArray("A\0b\0", 4)));
        QVERIFY(finds(*searcherOf(text(u"straße"_s, u"UTF-8"_s, ignoring)), "STRASSE"));
        QVERIFY(finds(*searcherOf(text(u"ÄB"_s, u"ISO-8859-1"_s, ignoring)), "\xE4\x62"));
        QVERIFY(finds(*searcherOf(text(u"ab"_s, u"IBM037"_s, ignoring)), "\xC1\x82"));
        QVERIFY(!finds(*searcherOf(text(u"ab"_s, u"IBM037"_s)), "\xC1\x82"));
    }

    void queryOfEveryUnicodeEncodingFindsEach() {
        const auto searcher = searcherOf(text(u"Aä"_s, kEveryUnicode.toString()));
        QVERIFY(searcher.has_value());
        for (const QByteArray& bytes : {QByteArray("A\xC3\xA4"), QByteArray("A\xE4"),
                                        QByteArray("A\0\xE4\0", 4), QByteArray("\0A\0\xE4", 4)})
            QVERIFY(finds(*searcher, bytes));
    }

    void queryOfRuns() {
        const auto run = [](const QString& wanted) {
            return FindQuery{.kind = FindQuery::Kind::Run, .text = wanted, .encoding = {}};
        };
        QVERIFY(finds(*searcherOf(run(u"00:3"_s)), QByteArray(5, '\0')));
        QVERIFY(!finds(*searcherOf(run(u"00:3"_s)), QByteArray(2, '\0')));
        QVERIFY(finds(*searcherOf(run(u"?:4"_s)), QByteArray(4, 'x')));
        QVERIFY(finds(*searcherOf(run(u"^00"_s)), QByteArray("abc")));
        for (const QString& wrong : {u"00:0"_s, u"00:x"_s, u"zz"_s, u"00 01:4"_s, u"^??"_s}) {
            const auto searcher = searcherOf(run(wrong));
            QVERIFY2(!searcher, qPrintable(wrong));
            QVERIFY(queryProblem(searcher.error(), run(wrong)).contains(u"00:16"_s));
        }
        QCOMPARE(describe(run(u"00:3"_s)), u"run 00:3"_s);
    }

    void queryOfNumbersAndExpressions() {
        QVERIFY(finds(*searcherOf(number(u"1000"_s, u"u32"_s)), QByteArray("\xE8\x03\0\0", 4)));
        QVERIFY(finds(*searcherOf(number(u"900..1100"_s, u"u16"_s, ByteOrder::Big)), "\x03\xE8"));
        QVERIFY(finds(*searcherOf(number(u"1.5"_s, u"f64"_s)), QByteArray("\0\0\0\0\0\0\xF8\x3F", 8)));
        const FindQuery digits{.kind = FindQuery::Kind::Regex, .text = u"\\d{3}"_s, .encoding = {}};
        QVERIFY(finds(*searcherOf(digits), "123"));
        QVERIFY(finds(*searcherOf(hex(u"DE [00-1F] (AD | BE EF)"_s)), "\xDE\x10\xBE\xEF"));
    }

    void queryRefusesWithAReason_data() {
        QTest::addColumn<FindQuery>("query");
        QTest::addColumn<QString>("reason");
        QTest::newRow("not hex") << hex(u"DE AG"_s) << u"“G”"_s;
        QTest::newRow("bracket") << hex(u"DE [00-1F"_s) << u"“]”"_s;
        QTest::newRow("only a gap") << hex(u"{4}"_s) << u"nothing to find"_s;
        QTest::newRow("encoding") << text(u"ä"_s, u"US-ASCII"_s) << u"US-ASCII cannot write"_s;
        QTest::newRow("no number") << number(u"12x"_s, u"u8"_s) << u"Type a number"_s;
        QTest::newRow("too large") << number(u"256"_s, u"u8"_s) << u"does not fit"_s;
        QTest::newRow("backwards") << number(u"9..1"_s, u"u8"_s) << u"smaller"_s;
        QTest::newRow("expression") << FindQuery{.kind = FindQuery::Kind::Regex,
                                                 .text = u"a(b"_s,
                                                 .encoding = {}}
                                    << u"character 4"_s;
    }
    void queryRefusesWithAReason() {
        QFETCH(FindQuery, query);
        QFETCH(QString, reason);
        QVERIFY(!searcherOf(query));
        TestDocumentContext context("abc");
        FindBar bar(context);
        bar.openFind();
        bar.setQuery(query);
        QVERIFY2(bar.statusText().contains(reason), qPrintable(bar.statusText()));
        query.text.clear();
        QVERIFY(!searcherOf(query));
    }

    void matchesOfDifferentLengthsAreFoundWhole() {
        TestDocumentContext context("ab 123 x 45 6789");
        FindBar bar(context);
        bar.setQuery({.kind = FindQuery::Kind::Regex, .text = u"\\d+"_s, .encoding = {}});
        for (const ByteRange expected :
             {ByteRange{3, 6}, ByteRange{9, 11}, ByteRange{12, 16}, ByteRange{3, 6}}) {
            go(bar, &FindBar::findNext);
            QCOMPARE(context.selection(), expected);
        }
        for (const ByteRange expected : {ByteRange{12, 16}, ByteRange{9, 11}, ByteRange{3, 6}}) {
            go(bar, &FindBar::findPrevious);
            QCOMPARE(context.selection(), expected);
        }
    }

    void matchesFarBackAreFoundWhole() {
        TestDocumentContext context("123" + std::string(300'000, '-') + "x");
        FindBar bar(context);
        bar.setQuery({.kind = FindQuery::Kind::Regex, .text = u"\\d+"_s, .encoding = {}});
        context.goTo(context.document()->size());
        go(bar, &FindBar::findPrevious);
        QCOMPARE(context.selection(), (ByteRange{0, 3}));
    }

    void anExpressionThatTakesTooLongIsGivenUpNotNotFound() {
        TestDocumentContext context(std::string(100, 'a') + "b");
        FindBar bar(context);
        bar.openFind();
        bar.setQuery({.kind = FindQuery::Kind::Regex, .text = u"^(a|aa)+$"_s, .encoding = {}});
        go(bar, &FindBar::findNext);
        QVERIFY2(bar.statusText().startsWith(u"Given up at 0: there are too many ways"_s),
                 qPrintable(bar.statusText()));
        QVERIFY(context.selection().isEmpty());
    }

    void findAllAsksForAList() {
        TestDocumentContext context("ab--ab");
        FindBar bar(context);
        QSignalSpy asked(&bar, &FindBar::findAllRequested);
        bar.setQuery(text(u"ab"_s));
        bar.findAll();
        QCOMPARE(asked.size(), 1);
        QVERIFY(asked.front().front().value<FindQuery>() == bar.query());
        QVERIFY(bar.history() == std::vector{essential(bar.query())});
    }

    void findsNextPreviousAndAround() {
        TestDocumentContext context("ab--ab--ab");
        FindBar bar(context);
        bar.setQuery(text(u"ab"_s));
        bar.openFind();
        settle(bar);
        QCOMPARE(context.highlights[HighlightLayer::Matches].size(), std::size_t{3});
        QVERIFY2(bar.statusText().contains(u"3 occurrences"_s), qPrintable(bar.statusText()));
        go(bar, &FindBar::findNext);
        QVERIFY(context.selection() == (ByteRange{0, 2}));
        go(bar, &FindBar::findNext);
        QVERIFY(context.selection() == (ByteRange{4, 6}));
        QVERIFY2(bar.statusText().startsWith(u"2 of 3"_s), qPrintable(bar.statusText()));
        go(bar, &FindBar::findNext);
        go(bar, &FindBar::findNext);
        QVERIFY(context.selection() == (ByteRange{0, 2}));
        QVERIFY2(bar.statusText().contains(u"from the start"_s), qPrintable(bar.statusText()));
        go(bar, &FindBar::findPrevious);
        QVERIFY(context.selection() == (ByteRange{8, 10}));
        QVERIFY2(bar.statusText().contains(u"from the end"_s), qPrintable(bar.statusText()));
        go(bar, &FindBar::findPrevious);
        QVERIFY(context.selection() == (ByteRange{4, 6}));
    }

    void findsOverlappingNeighbours() {
        TestDocumentContext context("aaaa");
        FindBar bar(context);
        bar.setQuery(text(u"aa"_s));
        for (const ByteOffset expected : {0U, 1U, 2U, 0U}) {
            go(bar, &FindBar::findNext);
            QCOMPARE(context.selection().begin, expected);
        }
        go(bar, &FindBar::findPrevious);
        QCOMPARE(context.selection().begin, ByteOffset{2});
        go(bar, &FindBar::findPrevious);
        QCOMPARE(context.selection().begin, ByteOffset{1});
    }

    void findsWithWildcards() {
        TestDocumentContext context("xx\xDE\x01\xB7yy");
        FindBar bar(context);
        bar.setQuery(hex(u"DE ?? B?"_s));
        go(bar, &FindBar::findNext);
        QVERIFY(context.selection() == (ByteRange{2, 5}));
    }

    void saysWhenNothingIsFound() {
        TestDocumentContext context("abc");
        FindBar bar(context);
        bar.setQuery(text(u"zzz"_s));
        go(bar, &FindBar::findNext);
        QVERIFY2(bar.statusText().contains(u"Not found"_s), qPrintable(bar.statusText()));
        QVERIFY(context.selection().isEmpty());
    }

    void saysWhenNotAllMatchesAreMarked_data() {
        QTest::addColumn<int>("count");
        QTest::addColumn<QString>("said");
        QTest::newRow("all of them") << 100'000 << u"100,000 occurrences."_s;
        QTest::newRow("one more") << 100'001 << u"100,001 occurrences, only the first 100,000 highlighted."_s;
    }
    void saysWhenNotAllMatchesAreMarked() {
        QFETCH(int, count);
        QFETCH(QString, said);
        TestDocumentContext context(std::string(static_cast<std::size_t>(count), 'a'));
        FindBar bar(context);
        bar.setQuery(text(u"a"_s));
        bar.openFind();
        settle(bar);
        QCOMPARE(bar.statusText(), said);
        QCOMPARE(context.highlights[HighlightLayer::Matches].size(), std::size_t{100'000});
    }

    void countsAgainAfterAnEdit() {
        TestDocumentContext context("ab--ab");
        FindBar bar(context);
        bar.setQuery(text(u"ab"_s));
        bar.openFind();
        settle(bar);
        QVERIFY(context.apply(Edit::erase({0, 1})));
        settle(bar);
        QCOMPARE(context.highlights[HighlightLayer::Matches].size(), std::size_t{1});
    }

    void replacesOneAfterAnother() {
        TestDocumentContext context("ab--ab--ab");
        FindBar bar(context);
        bar.openReplace();
        bar.setQuery(text(u"ab"_s));
        replacement(bar)->setText(u"xyz"_s);
        go(bar, &FindBar::replaceOne);
        QCOMPARE(context.bytes(), std::string("ab--ab--ab"));  // first it shows what it would replace
        QVERIFY(context.selection() == (ByteRange{0, 2}));
        go(bar, &FindBar::replaceOne);
        QCOMPARE(context.bytes(), std::string("xyz--ab--ab"));
        QVERIFY(context.selection() == (ByteRange{5, 7}));
        QVERIFY(context.document()->undoKind() == EditKind::Replace);
    }

    void replacesAllAsOneStep() {
        TestDocumentContext context("ab--ab--ab");
        FindBar bar(context);
        bar.openReplace();
        bar.setQuery(text(u"ab"_s));
        go(bar, &FindBar::replaceAll);
        QCOMPARE(context.bytes(), std::string("----"));
        QVERIFY2(bar.statusText().contains(u"3 occurrences replaced"_s), qPrintable(bar.statusText()));
        context.document()->undo();
        QCOMPARE(context.bytes(), std::string("ab--ab--ab"));
    }

    void selectsAllOccurrencesAtOnce() {
        TestDocumentContext context("abab--ab");
        FindBar bar(context);
        bar.openFind();
        bar.setQuery(text(u"ab"_s));
        go(bar, &FindBar::selectAll);
        QVERIFY(context.selectedRanges() == RangeList({{0, 2}, {2, 4}, {6, 8}}));
        QVERIFY2(bar.statusText().startsWith(u"Selected: 3 ranges, 6 bytes"_s), qPrintable(bar.statusText()));
        QVERIFY(context.focusRequests > 0);
        bar.setQuery(text(u"z"_s));
        go(bar, &FindBar::selectAll);
        QVERIFY2(bar.statusText().contains(u"Not found"_s), qPrintable(bar.statusText()));
        QCOMPARE(context.selectedRanges().size(), std::size_t{3});
    }

    void replacesInTheSelectionOnly() {
        TestDocumentContext context("ab--ab--ab");
        FindBar bar(context);
        bar.openReplace();
        bar.setQuery(text(u"ab"_s));
        settle(bar);
        replacement(bar)->setText(u"x"_s);
        context.selectRanges(RangeList({{0, 3}, {5, 10}}));
        go(bar, &FindBar::replaceInSelection);
        QCOMPARE(context.bytes(), std::string("x--ab--x"));
        context.document()->undo();
        context.select({3, 6});
        go(bar, &FindBar::replaceInSelection);
        QCOMPARE(context.bytes(), std::string("ab--x--ab"));
    }

    void replacesWithPartsOfTheMatch() {
        TestDocumentContext context("x=1 yy=22");
        FindBar bar(context);
        bar.openReplace();
        bar.setQuery({.kind = FindQuery::Kind::Regex, .text = u"(\\w+)=(?<value>\\d+)"_s, .encoding = {}});
        replacement(bar)->setText(u"${value}:$1"_s);
        context.select({4, 9});
        go(bar, &FindBar::replaceOne);
        QCOMPARE(context.bytes(), std::string("x=1 22:yy"));
        go(bar, &FindBar::replaceAll);
        QCOMPARE(context.bytes(), std::string("1:x 22:yy"));
        replacement(bar)->setText(u"$7"_s);
        go(bar, &FindBar::replaceAll);
        QVERIFY2(bar.statusText().contains(u"no part of that name"_s), qPrintable(bar.statusText()));
    }

    void manyReplacementsAreShownBeforeTheyAreMade() {
        TestDocumentContext context(std::string(1000, 'a'));
        FindBar bar(context);
        bar.openReplace();
        bar.setQuery(text(u"a"_s));
        settle(bar);
        replacement(bar)->setText(u"bcd"_s);
        go(bar, &FindBar::replaceAll);
        QCOMPARE(context.bytes(), std::string(1000, 'a'));
        QVERIFY2(bar.statusText().startsWith(u"1,000 occurrences; the size becomes 2.93 KiB"_s),
                 qPrintable(bar.statusText()));
        bar.findChild<StatusLine*>()->action().click();
        QCOMPARE(context.document()->size(), ByteCount{3000});
        context.document()->undo();
        QCOMPARE(context.bytes(), std::string(1000, 'a'));
    }

    void replacesNothingWhenTheDocumentChangedMeanwhile() {
        TestDocumentContext context("ab--ab");
        FindBar bar(context);
        bar.openReplace();
        bar.setQuery(text(u"ab"_s));
        bar.replaceAll();
        QVERIFY(context.apply(Edit::erase({5, 6})));
        QTRY_VERIFY2(bar.statusText().contains(u"nothing was replaced"_s), qPrintable(bar.statusText()));
        QCOMPARE(context.bytes(), std::string("ab--a"));
    }

    void opensWithTheSelectionAsTheThingToFind() {
        TestDocumentContext context("xxABCxx");
        context.select({2, 5});
        FindBar bar(context);
        bar.openFind();
        QCOMPARE(bar.query().text, u"41 42 43"_s);
        bar.closeBar();
        bar.setQuery(text(u"other"_s));
        bar.openFind();
        QCOMPARE(bar.query().text, u"ABC"_s);
    }

    void escapeClosesAndTakesTheHighlightsAway() {
        TestDocumentContext context("ab--ab");
        FindBar bar(context);
        bar.setQuery(text(u"ab"_s));
        bar.openFind();
        settle(bar);
        QVERIFY(!context.highlights[HighlightLayer::Matches].empty());
        QTest::keyClick(&bar, Qt::Key_Escape);
        QVERIFY(!bar.isVisible());
        QVERIFY(context.highlights[HighlightLayer::Matches].empty());
        QCOMPARE(context.focusRequests, 1);
    }

    void remembersWhatWasSearchedFor() {
        TestDocumentContext context("ab");
        FindBar bar(context);
        for (const QString& each : {u"ab"_s, u"b"_s, u"ab"_s}) {
            bar.setQuery(text(each));
            go(bar, &FindBar::findNext);
        }
        QVERIFY(bar.history() == (std::vector{essential(text(u"ab"_s)), essential(text(u"b"_s))}));
        QCOMPARE(bar.query().text, u"ab"_s);
    }

    void arrowKeysBringEarlierSearchesBackAsTheyWere() {
        TestDocumentContext context("ab");
        FindBar bar(context);
        const FindQuery first = essential(text(u"Ab"_s, u"UTF-16LE"_s, FindQuery::CaseRule::Ignore));
        bar.setHistory({first, hex(u"DE AD"_s)});
        bar.openFind();
        auto* field = bar.findChild<QLineEdit*>();
        QTest::keyClicks(field, u"CA FE"_s);
        QTest::keyClick(field, Qt::Key_Down);
        QVERIFY(essential(bar.query()) == first);
        QTest::keyClick(field, Qt::Key_Down);
        QCOMPARE(bar.query().text, u"DE AD"_s);
        QCOMPARE(bar.query().kind, FindQuery::Kind::Hex);
        QTest::keyClick(field, Qt::Key_Up);
        QVERIFY(essential(bar.query()) == first);
    }

    void returnSearchesForWhatIsTypedNotForAnOldSearchOfThatText() {
        TestDocumentContext context("xAB\xAB");
        FindBar bar(context);
        bar.setHistory({hex(u"CD"_s), hex(u"AB"_s)});
        bar.openFind();
        bar.setQuery(text(QString()));
        auto* field = bar.findChild<QLineEdit*>();
        field->setFocus();
        QTest::keyClicks(field, u"AB"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(bar.query().kind, FindQuery::Kind::Text);
        QTRY_COMPARE(context.selection(), (ByteRange{1, 3}));
    }

    void historyIsLimitedAndCanBeCleared() {
        TestDocumentContext context("ab");
        FindBar bar(context);
        const QSignalSpy changes(&bar, &FindBar::historyChanged);
        for (int i = 0; i < FindBar::kHistoryLimit + 5; ++i) {
            bar.setQuery(text(QString::number(i)));
            go(bar, &FindBar::findNext);
        }
        QCOMPARE(bar.history().size(), std::size_t{FindBar::kHistoryLimit});
        QCOMPARE(bar.history().front().text, u"24"_s);
        QCOMPARE(changes.size(), FindBar::kHistoryLimit + 5);
        bar.clearHistory();
        QVERIFY(bar.history().empty());
        QCOMPARE(changes.size(), FindBar::kHistoryLimit + 6);
        QCOMPARE(bar.query().text, u"24"_s);
    }

    void aSearchEndsWithItsDocument() {
        TestDocumentContext context;
        const auto source =
            std::make_shared<PatternSource>(std::vector<std::byte>{std::byte{1}}, ByteCount{1} << 50);
        QVERIFY(context.apply(Edit::insert(0, Content::ofSource(source, {0, source->size()}))));
        FindBar bar(context);
        bar.setQuery(hex(u"02"_s));
        bar.findNext();
        QVERIFY(bar.isBusy());
        context.close();
        QVERIFY(!bar.isBusy());
    }

    void everyControlHasAName() {
        TestDocumentContext context("abc");
        FindBar bar(context);
        bar.openReplace();
        bar.setQuery(text(u"a"_s));
        QCOMPARE(namelessControls(bar).join(u", "_s), QString());
    }

private:
    static void settle(FindBar& bar) { QTRY_VERIFY(!bar.isBusy()); }
    static void go(FindBar& bar, void (FindBar::*command)()) {
        (bar.*command)();
        settle(bar);
    }
    static QLineEdit* replacement(FindBar& bar) {
        for (QLineEdit* each : bar.findChildren<QLineEdit*>()) {
            if (each->accessibleName() == u"Replace with"_s)
                return each;
        }
        qFatal("no such field");
    }
};

}  // namespace

QTEST_MAIN(TestFindBar)
#include "tst_find_bar.moc"
