#include <QtTest>

#include "tests/support/language_cases.h"

using namespace octavo;
using namespace octavo::test;

/// A description that is wrong is refused with the line, the column, the path and what would have been right.
class TestFormatErrors : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysWhatIsWrongAndWhere_data();
    void saysWhatIsWrongAndWhere();
    void severalMistakesAreAllTold();
    void whatIsUnusualIsOnlyWarnedAbout();
    void anImportThatIsMissingIsNamedInItsOwnFile();
    void importsMayLeadInACircle();
    void deepAndLargeTextsAreRefused();
};

namespace {

QString first(const LoadedFormat& loaded) {
    if (loaded.problems.empty())
        return QStringLiteral("nothing");
    const FormatProblem& problem = loaded.problems.front();
    return QStringLiteral("%1 %2:%3 %4 [%5] [%6]")
        .arg(QString::fromLatin1(formatFaultName(problem.fault)))
        .arg(problem.mark.line)
        .arg(problem.mark.column)
        .arg(QString::fromStdString(problem.path), QString::fromStdString(problem.subject),
             QString::fromStdString(problem.expected));
}

/// The beginning of a description, three lines.
QString described(const char* rest) {
    return QStringLiteral("meta:\n  id: t\n  endian: le\n") + QString::fromUtf8(rest);
}

}  // namespace

void TestFormatErrors::saysWhatIsWrongAndWhere_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("problem");
    const auto row = [](const char* name, const QString& text, const char* problem) {
        QTest::newRow(name) << text << QString::fromUtf8(problem);
    };
    row("no map at the top", QStringLiteral("12"), "shape 1:1 / [12] [map]");
    row("nothing at all", QString(), "shape 1:1 / [null] [map]");
    row("no id", QStringLiteral("meta: {endian: le}"), "missing-key 1:7 /meta [] [id]");
    row("YAML that ends too early", QStringLiteral("meta: {id: t"),
        "yaml-syntax 2:1  [did not find expected ',' or '}'] []");
    row("a key twice", described("seq: []\nseq: []\n"), "duplicate-key 5:1  [seq] []");
    row("an alias", described("seq: &a []\n"), "yaml-alias 4:6  [] []");
    row("a type that is not there", described("seq:\n  - id: a\n    type: nothing\n"),
        "unknown-type 6:11 /seq/0/type [nothing] []");
    row("an enumeration that is not there", described("seq:\n  - id: a\n    type: u1\n    enum: e\n"),
        "unknown-enum 7:11 /seq/0/enum [e] []");
    row("a field that is not there", described("instances:\n  a:\n    value: 1 + b\n"),
        "unknown-field 6:16 /instances/a/value [b] [t]");
    row("a field in quotes", described("instances:\n  a:\n    value: '1 + b'\n"),
        "unknown-field 6:17 /instances/a/value [b] [t]");
    row("a field in a block", described("instances:\n  a:\n    value: |\n      1 +\n      b\n"),
        "unknown-field 8:1 /instances/a/value [b] [t]");
    row("C's and", described("instances:\n  a:\n    value: true && false\n"),
        "expression-syntax 6:17 /instances/a/value [&& false] [the end of the expression]");
    row("a text that does not end", described("instances:\n  a:\n    value: 1 + \"b\n"),
        "expression-syntax 6:18 /instances/a/value [] [\"]");
    row("an open parenthesis", described("instances:\n  a:\n    value: (1 + 2\n"),
        "expression-syntax 6:18 /instances/a/value [] [)]");
    row("a condition that is a number", described("seq:\n  - id: a\n    type: u1\n    if: 5\n"),
        "wrong-type 7:9 /seq/0/if [integer] [boolean]");
    row("texts and numbers compared", described("seq:\n  - id: a\n    type: u1\n    valid: '\"x\"'\n"),
        "not-comparable 7:13 /seq/0/valid [integer] [text]");
    row("an unknown key", described("seq:\n  - id: a\n    typ: u1\n    size: 1\n"),
        "unknown-key 6:5 /seq/0/typ [typ] [consume, contents, doc, doc-ref, enum, eos-error, id, if, "
        "include, "
        "pad-right, parent, process, repeat, size, size-eos, terminator, type, valid]");
    row("a name with a capital", described("seq:\n  - id: Bad\n    type: u1\n"),
        "bad-name 5:9 /seq/0/id [Bad] []");
    row("two fields of one name", described("seq:\n  - id: a\n    type: u1\n  - id: a\n    type: u1\n"),
        "duplicate-name 7:9 /seq/1/id [a] [/seq/0/id]");
    row("no byte order", QStringLiteral("meta:\n  id: t\nseq:\n  - id: a\n    type: u2\n"),
        "no-byte-order 5:11 /seq/0/type [u2] []");
    row("no encoding", described("seq:\n  - id: a\n    type: strz\n"), "no-encoding 5:5 /seq/0 [] []");
    row("no size", described("seq:\n  - id: a\n    type: str\n    encoding: UTF-8\n"),
        "missing-key 5:5 /seq/0 [] [size, size-eos or terminator]");
    row("no count", described("seq:\n  - id: a\n    type: u1\n    repeat: expr\n"),
        "missing-key 7:13 /seq/0/repeat [] [repeat-expr]");
    row("too many arguments",
        described("seq:\n  - id: a\n    type: p(1, 2)\ntypes:\n  p:\n    params: [{id: n}]\n"),
        "wrong-arguments 6:11 /seq/0/type [2] [1]");
    row("a size that depends on data",
        described("seq:\n  - id: a\n    size-eos: true\ninstances:\n  s:\n    value: _sizeof\n"),
        "not-fixed-size 9:12 /instances/s/value [t] []");
    row("a parent that may be several things",
        described(
            "seq:\n  - {id: a, type: x}\n  - {id: b, type: y}\ntypes:\n  x:\n    seq: [{id: c, type: z}]\n"
            "  y:\n    seq: [{id: c, type: z}]\n  z:\n    instances:\n      v: {value: _parent.c}\n"),
        "unknown-method 14:26 /types/z/instances/v/value [c] [structure]");
    row("a newer version", QStringLiteral("meta:\n  id: t\n  ks-version: 0.99\n"),
        "bad-version 3:15 /meta/ks-version [0.99] [at most 0.11]");
    row("a number that is too large", described("seq:\n  - id: a\n    size: 1\n    terminator: 256\n"),
        "shape 7:17 /seq/0/terminator [256] [integer 0..255]");
}

void TestFormatErrors::saysWhatIsWrongAndWhere() {
    QFETCH(QString, text);
    QFETCH(QString, problem);
    const LoadedFormat loaded = loadText(text.toStdString());
    QVERIFY(!loaded.set);
    QCOMPARE(first(loaded), problem);
}

void TestFormatErrors::severalMistakesAreAllTold() {
    const LoadedFormat loaded = loadText(
        "meta: {id: t}\nseq:\n  - {id: a, type: x}\n  - {id: b, type: y}\n  - {id: c, type: u1, enum: z}\n");
    QCOMPARE(loaded.problems.size(), std::size_t{3});
    QCOMPARE(loaded.problems[2].subject, "z");
}

void TestFormatErrors::whatIsUnusualIsOnlyWarnedAbout() {
    const LoadedFormat loaded = loadText(
        "meta: {id: t, encoding: utf8}\nseq:\n  - {id: n, type: u1}\n  - {id: a, type: str, size: n}\n");
    QVERIFY(loaded.set);
    QCOMPARE(loaded.problems.size(), std::size_t{2});
    QCOMPARE(loaded.problems[0].fault, FormatFault::EncodingSpelling);
    QCOMPARE(loaded.problems[1].fault, FormatFault::NameStyle);
    QCOMPARE(loaded.problems[1].expected, "len_a");
}

void TestFormatErrors::anImportThatIsMissingIsNamedInItsOwnFile() {
    const FormatSearch search{.importFolders = {"/lib"}, .read = [](const std::string& path) {
                                  return path == "/lib/common/b.ksy"
                                             ? std::optional<std::string>("meta: {id: b, imports: [c]}\n")
                                             : std::nullopt;
                              }};
    const LoadedFormat loaded = loadFormatText("meta: {id: a, imports: [/common/b]}\n", "/x/a.ksy", search);
    QVERIFY(!loaded.set);
    QCOMPARE(loaded.problems.front().fault, FormatFault::ImportNotFound);
    QCOMPARE(loaded.problems.front().file, "/lib/common/b.ksy");
    QCOMPARE(loaded.problems.front().subject, "c");
}

void TestFormatErrors::importsMayLeadInACircle() {
    const FormatSearch search{
        .importFolders = {}, .read = [](const std::string& path) {
            return path == "/x/b.ksy"
                       ? std::optional<std::string>("meta: {id: b, imports: [a]}\nseq: [{id: n, type: u1}]\n")
                   : path == "/x/a.ksy" ? std::optional<std::string>(
                                              "meta: {id: a, imports: [b]}\nseq: [{id: inner, type: b}]\n")
                                        : std::nullopt;
        }};
    const LoadedFormat loaded = loadFormat("/x/a.ksy", search);
    QVERIFY(loaded.set);
    QCOMPARE(loaded.set->formats.size(), std::size_t{2});
}

void TestFormatErrors::deepAndLargeTextsAreRefused() {
    QCOMPARE(loadText(std::string(100, '[')).problems.front().fault, FormatFault::YamlLimit);
    QCOMPARE(loadText(std::string((std::size_t{4} << 20) + 1, ' ')).problems.front().fault,
             FormatFault::YamlLimit);
    const std::string nested = std::string(100000, '(') + "1" + std::string(100000, ')');
    QCOMPARE(loadText("meta: {id: t}\ninstances: {a: {value: '" + nested + "'}}").problems.front().fault,
             FormatFault::TooDeep);
}

QTEST_APPLESS_MAIN(TestFormatErrors)
#include "tst_format_errors.moc"
