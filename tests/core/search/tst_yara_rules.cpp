#include <future>

#include <QtTest>

#include "core/buffer/document.h"
#include "core/search/yara_rules.h"
#include "core/source/file_source.h"
#include "core/source/memory_source.h"
#include "core/source/pattern_source.h"
#include "tests/support/bytes.h"
#include "tests/support/damaged_source.h"
#include "tests/support/temporary_directory.h"

namespace octavo {

using namespace test;
using namespace std::chrono_literals;

namespace {

/// "r" for a rule, behind all of them "r:$a 3+4" for each place.
QByteArray told(const YaraReport& report) {
    QByteArrayList parts;
    for (const std::string& rule : report.rules)
        parts += QByteArray::fromStdString(rule);
    for (const YaraMatch& match : report.matches) {
        const YaraString& string = report.strings[match.string];
        parts += QByteArray::fromStdString(string.rule + ":" + string.identifier + " ") +
                 QByteArray::number(match.range.begin) + "+" + QByteArray::number(match.range.size());
    }
    return parts.join(", ");
}

constexpr YaraScanOptions kLend{.lending = ContiguousBytes::Lending::FromAny};

}  // namespace

class TestYaraRules : public QObject {
    Q_OBJECT

    TemporaryDirectory directory_;

    Result<YaraRules> compiled(const std::string& text) const {
        return YaraRules::compile(directory_.write("rules.yar", bytesOf(text)));
    }
    QByteArray found(const std::string& rules, const Snapshot& snapshot) const {
        const auto compiledRules = compiled(rules);
        if (!compiledRules)
            return QByteArray::fromStdString(compiledRules.error().detail);
        const auto report = scanWithYara(snapshot, *compiledRules);
        if (!report || report->ranOutOfTime || !report->cut.empty())
            return "no result";
        return told(*report);
    }
    QByteArray found(const std::string& rules, const Bytes& data) const {
        return found(rules, Snapshot::ofBytes(data));
    }
    /// Zeros without end, for what has to be stopped.
    Snapshot vastZeros() const {
        const std::string path = directory_.write("vast", {});
        std::filesystem::resize_file(path, std::uintmax_t{1} << 36);
        return Snapshot::ofSource(*openFileSource(path));
    }

private Q_SLOTS:
    void stringsAndConditionsAreYaras_data() {
        QTest::addColumn<QByteArray>("rules");
        QTest::addColumn<QByteArray>("data");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char* name, const char* rules, const QByteArray& data,
                            const char* expected) {
            QTest::newRow(name) << QByteArray(rules) << data << QByteArray(expected);
        };
        row("text, at every place", R"(rule r { strings: $a = "aa" condition: $a })", "aaa-aa",
            "r, r:$a 0+2, r:$a 1+2, r:$a 4+2");
        row("hex with jumps and alternatives",
            "rule r { strings: $h = { 61 ?? [1-2] ( 62 | 63 64 ) } condition: $h }", "aXYb aXYZcd",
            "r, r:$h 0+4, r:$h 5+6");
        row("a jump without bound", "rule r { strings: $h = { 61 62 63 64 [-] 65 66 67 68 } condition: $h }",
            "abcd" + QByteArray(5000, '-') + "efgh", "r, r:$h 0+5008");
        row("a regular expression", R"(rule r { strings: $x = /v[0-9]+\.[0-9]/ condition: $x })", "v1 v22.3",
            "r, r:$x 3+5");
        row("any case, wide", R"(rule r { strings: $w = "Ab" nocase wide ascii condition: $w })",
            QByteArray("aB a\0b\0", 7), "r, r:$w 0+2, r:$w 3+4");
        row("size of the whole", "rule r { condition: filesize == 3 } rule s { condition: filesize == 2 }",
            "abc", "r");
        row("no bytes at all", "rule r { condition: filesize == 0 }", "", "r");
        row("numbers at offsets", "rule r { condition: uint32(0) == 0x464c457f and uint16be(4) == 0x0102 }",
            QByteArray("\x7f"
                       "ELF\x01\x02"),
            "r");
        row("places in conditions",
            R"(rule r { strings: $a = "x" condition: @a < 3 and @a[2] == 7 and #a == 2 and !a == 1 })",
            "--x----x", "r, r:$a 2+1, r:$a 7+1");
        row("a rule that does not match tells no places",
            R"(rule r { strings: $a = "x" condition: $a at 1 })", "x-x", "");
        row("rules that use rules, private ones untold",
            R"(private rule p { strings: $a = "x" condition: $a } rule q { condition: p })", "x", "q");
        row("private strings are untold",
            R"(rule r { strings: $a = "x" private $b = "y" condition: all of them })", "xy", "r, r:$b 1+1");
        row("a global rule that fails stops all",
            "global rule g { condition: filesize > 9 } rule r { condition: true }", "x", "");
        row("strings without names", R"(rule r { strings: $ = "x" $ = "y" condition: any of them })", "yx",
            "r, r:$ 0+1, r:$ 1+1");
        row("two rules at one place",
            R"(rule b { strings: $a = "x" condition: $a } rule a { strings: $a = "xy" condition: $a })", "xy",
            "b, a, b:$a 0+1, a:$a 0+2");
        row("modules", R"(import "math" rule r { condition: math.entropy(0, filesize) == 2.0 })", "abcd",
            "r");
    }
    void stringsAndConditionsAreYaras() {
        QFETCH(QByteArray, rules);
        QFETCH(QByteArray, data);
        QFETCH(QByteArray, expected);
        QCOMPARE(found(rules.toStdString(), bytesOf(data.toStdString())), expected);
    }

    void anEditedDocumentIsOnePieceOfData() {
        const std::string rules =
            R"(rule r { strings: $a = "border" condition: $a and filesize == 20010 and @a == 9998 and uint8(20009) == 0x7a })";
        Document document(std::make_shared<MemorySource>(Bytes(20'000, std::byte{'z'})));
        QVERIFY(document.apply(Edit::insert(10'000, Content::ofBytes(bytesOf("rder******")))));
        QCOMPARE(found(rules, document.snapshot()), QByteArray());
        QVERIFY(document.apply(Edit::replace({9998, 10'000}, Content::ofBytes(bytesOf("bo")))));
        QCOMPARE(found(rules, document.snapshot()), QByteArray("r, r:$a 9998+6"));
    }

    void brokenRulesAreToldWithTheirLine_data() {
        QTest::addColumn<QByteArray>("rules");
        QTest::addColumn<QByteArray>("detail");
        QTest::newRow("syntax") << QByteArray("rule a { condition: true }\n\nrule b { condition: }\n")
                                << QByteArray(":3: syntax error");
        QTest::newRow("a name twice")
            << QByteArray("rule a { condition: true }\nrule a { condition: true }\n")
            << QByteArray(":2: duplicated identifier \"a\"");
        QTest::newRow("an unknown string")
            << QByteArray("rule a {\n condition:\n  $b }") << QByteArray(":3: undefined string \"$b\"");
        QTest::newRow("an unknown name") << QByteArray("rule a { condition: filename contains \"x\" }")
                                         << QByteArray(":1: undefined identifier \"filename\"");
        QTest::newRow("a bad expression")
            << QByteArray("rule a {\n strings: $a = /a(b/\n condition: $a }") << QByteArray(":2: ");
        QTest::newRow("an unknown module")
            << QByteArray("\nimport \"world\"\n") << QByteArray(":2: unknown module \"world\"");
        QTest::newRow("an end too early")
            << QByteArray("rule a { condition: true }\nrule b {") << QByteArray(":2: syntax error");
        QTest::newRow("no rules but noise") << QByteArray("\xff\xfe\x01") << QByteArray(":1: ");
    }
    void brokenRulesAreToldWithTheirLine() {
        QFETCH(QByteArray, rules);
        QFETCH(QByteArray, detail);
        const auto result = compiled(rules.toStdString());
        QVERIFY(!result);
        QVERIFY(result.error().code == ErrorCode::Malformed);
        const QByteArray expected = QByteArray::fromStdString(directory_.file("rules.yar")) + detail;
        QVERIFY2(result.error().detail.starts_with(expected.toStdString()), result.error().detail.c_str());
    }

    void aFileOfRulesThatIsNotThereIsNotFound() {
        const auto result = YaraRules::compile(directory_.file("nowhere.yar"));
        QVERIFY(!result && result.error().code == ErrorCode::NotFound);
        QVERIFY(!YaraRules::compile(directory_.path()));
        QCOMPARE(found("", bytesOf("x")), QByteArray());
    }

    void includesAreReadBelowTheDirectoryOfTheRules() {
        const TemporaryDirectory home;
        std::filesystem::create_directories(home.file("sub/deep"));
        const std::string main = home.write(
            "main.yar",
            bytesOf(
                "include \"./sub/one.yar\"\ninclude \"sub/deep/two.yar\"\nrule m { condition: o and t }"));
        home.write("sub/one.yar", bytesOf("include \"same.yar\"\nrule o { condition: inner }"));
        home.write("sub/same.yar", bytesOf("rule inner { condition: true }"));
        home.write("sub/deep/two.yar",
                   bytesOf("include \"../beside.yar\"\ninclude \"same.yar\"\nrule t { condition: x }"));
        home.write("sub/deep/same.yar", bytesOf("rule deeper { condition: true }"));
        home.write("sub/beside.yar", bytesOf("rule x { condition: true }"));
        const auto rules = YaraRules::compile(main);
        QVERIFY2(rules, rules ? "" : rules.error().detail.c_str());
        const auto report = scanWithYara(Snapshot(), *rules);
        QVERIFY(report);
        QCOMPARE(told(*report), QByteArray("inner, o, x, deeper, t, m"));
    }

    void includesThatLeadElsewhereAreRefused_data() {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<int>("code");
        QTest::newRow("above") << QByteArray("../outside.yar") << int(ErrorCode::Unsupported);
        QTest::newRow("absolute") << QByteArray("/etc/hostname") << int(ErrorCode::Unsupported);
        QTest::newRow("through a link") << QByteArray("link.yar") << int(ErrorCode::Unsupported);
        QTest::newRow("through a linked directory")
            << QByteArray("up/outside.yar") << int(ErrorCode::Unsupported);
        QTest::newRow("a directory beside whose name begins alike")
            << QByteArray("../home-other/outside.yar") << int(ErrorCode::Unsupported);
        QTest::newRow("a directory") << QByteArray("sub") << int(ErrorCode::NotRegularFile);
        QTest::newRow("nothing") << QByteArray("missing.yar") << int(ErrorCode::NotFound);
        QTest::newRow("itself") << QByteArray("./main.yar") << int(ErrorCode::Malformed);
        QTest::newRow("broken rules") << QByteArray("broken.yar") << int(ErrorCode::Malformed);
        QTest::newRow("what is no text") << QByteArray("binary.yar") << int(ErrorCode::Malformed);
    }
    void includesThatLeadElsewhereAreRefused() {
        QFETCH(QByteArray, name);
        QFETCH(int, code);
        const TemporaryDirectory around;
        namespace fs = std::filesystem;
        fs::create_directories(around.file("home/sub"));
        fs::create_directories(around.file("home-other"));
        const Bytes good = bytesOf("rule good { condition: true }");
        around.write("outside.yar", good);
        around.write("home-other/outside.yar", good);
        around.write("home/broken.yar", bytesOf("\n\nrule ;\n"));
        around.write("home/binary.yar", Bytes(9, std::byte{}));
        fs::create_symlink("../outside.yar", around.file("home/link.yar"));
        fs::create_symlink("..", around.file("home/up"));
        const std::string main = around.write(
            "home/main.yar", bytesOf("\ninclude \"" + name.toStdString() + "\"\nrule m { condition: true }"));
        const auto rules = YaraRules::compile(main);
        QVERIFY(!rules);
        QCOMPARE(int(rules.error().code), code);
        const std::string& detail = rules.error().detail;
        QVERIFY2(detail.starts_with(name == "broken.yar"   ? "broken.yar:3: "
                                    : name == "./main.yar" ? "./main.yar:2: "
                                                           : main + ":2: "),
                 detail.c_str());
    }

    void ofEachStringAMillionMatchesAreKept() {
        Bytes data;
        for (int i = 0; i < 1'000'100; ++i) {
            data.push_back(std::byte{'a'});
            data.push_back(std::byte{'b'});
        }
        const auto rules =
            compiled(R"(rule r { strings: $a = "ab" $b = "bab" condition: #a == 1000000 and #b > 1 })");
        const auto report = scanWithYara(Snapshot::ofBytes(data), *rules);
        QVERIFY(report);
        QVERIFY(report->cut == (std::vector<YaraString>{{"r", "$a"}, {"r", "$b"}}));
        QCOMPARE(report->matches.size(), std::size_t{2'000'000});
        QCOMPARE(report->matches.back().range, (ByteRange{1'999'999, 2'000'002}));
    }

    void whatCannotBeReadIsToldAndMatchesNothing() {
        Bytes data = bytesOf("x??x");
        data[1] = data[2] = std::byte{};
        const auto source = std::make_shared<DamagedSource>(data, ByteRange{1, 2});
        const auto rules = compiled(R"(rule r { strings: $z = { 00 } $x = "x" condition: all of them })");
        const auto report = scanWithYara(Snapshot::ofSource(source), *rules);
        QVERIFY(report);
        QCOMPARE(told(*report), QByteArray("r, r:$x 0+1, r:$z 2+1, r:$x 3+1"));
        QCOMPARE(report->unreadable.ranges().front(), (ByteRange{1, 2}));
    }

    void aFileThatIsCutShortWhileItIsLentIsNoFault() {
        Bytes data(std::size_t{1} << 20, std::byte{'-'});
        data[5] = data[1 << 19] = std::byte{'x'};
        const std::string path = directory_.write("cut", data);
        const auto source = openFileSource(path);
        QVERIFY(source);
        std::filesystem::resize_file(path, 4096);
        const auto rules = compiled(R"(rule r { strings: $x = "x" condition: $x and filesize == 0x100000 })");
        const auto report = scanWithYara(Snapshot::ofSource(*source), *rules, kLend);
        QVERIFY(report);
        QCOMPARE(told(*report), QByteArray("r, r:$x 5+1"));
        QCOMPARE(report->unreadable.ranges().front(), (ByteRange{4096, data.size()}));
    }

    void cancellingEndsAScan_data() {
        QTest::addColumn<QByteArray>("rules");
        QTest::newRow("while bytes are looked at")
            << QByteArray("rule r { strings: $a = \"nowhere\" condition: $a }");
        QTest::newRow("while a condition is worked out")
            << QByteArray("rule r { condition: for all i in (1..9000000000) : (uint8(i) == 0) }");
        QTest::newRow("while bytes are copied") << QByteArray("rule r { condition: false }");
    }
    void cancellingEndsAScan() {
        QFETCH(QByteArray, rules);
        const auto compiledRules = compiled(rules.toStdString());
        const bool isCopied = rules.contains("false");
        const Snapshot snapshot =
            rules.contains("for all") ? Snapshot::ofBytes(Bytes(9))
            : isCopied ? Snapshot::ofSource(std::make_shared<PatternSource>(Bytes(3), ByteCount{1} << 36))
                       : vastZeros();
        std::stop_source stop;
        auto scan = std::async(std::launch::async, [&] {
            return scanWithYara(snapshot, *compiledRules, kLend, JobContext(stop.get_token(), nullptr));
        });
        QCOMPARE(scan.wait_for(30ms), std::future_status::timeout);  // it is at work
        QElapsedTimer timer;
        timer.start();
        stop.request_stop();
        const auto report = scan.get();
        const qint64 took = timer.elapsed();
        QVERIFY(!report);
        QVERIFY(report.error().code == ErrorCode::Cancelled);
        QVERIFY2(took < 2000,
                 qPrintable(QString::number(took)));  // 100 ms, on a machine that does nothing else
        qInfo("%lld ms", took);
    }

    void aTimeLimitIsTold() {
        const auto rules = compiled("rule r { condition: for all i in (1..9000000000) : (uint8(0) == 0) }");
        YaraScanOptions options = kLend;
        options.timeLimit = 20ms;
        const auto report = scanWithYara(Snapshot::ofBytes(Bytes(9)), *rules, options);
        QVERIFY(report);
        QVERIFY(report->ranOutOfTime);
        QVERIFY(report->rules.empty());
    }

    void matchesThatLibyaraCannotCountAreRefused() {
        const auto rules = compiled(
            "rule r { strings: $a = \"x\" $far = { 61 62 63 64 [-] 65 66 67 68 } condition: $a or $far }");
        const auto vast = std::make_shared<PatternSource>(Bytes(3), (ByteCount{1} << 31) + 1);
        const auto report = scanWithYara(Snapshot::ofSource(vast), *rules);
        QVERIFY(!report);
        QVERIFY(report.error().code == ErrorCode::Unsupported);
        QCOMPARE(report.error().detail, std::string("r:$far"));
    }

    void rulesServeSeveralScansAtOnce() {
        const auto rules = compiled(R"(rule r { strings: $a = /ab+c/ $b = "bc" condition: any of them })");
        QVERIFY(rules);
        std::vector<std::future<QByteArray>> scans;
        std::vector<QByteArray> expected;
        for (int i = 0; i < 8; ++i) {
            const std::string text(static_cast<std::size_t>(i * 1000), '-');
            const Snapshot snapshot = Snapshot::ofBytes(bytesOf(text + "abbc"));
            scans.push_back(std::async(std::launch::async, [copy = *rules, snapshot] {
                return told(*scanWithYara(snapshot, copy));
            }));
            expected.push_back("r, r:$a " + QByteArray::number(i * 1000) + "+4, r:$b " +
                               QByteArray::number(i * 1000 + 2) + "+2");
        }
        for (std::size_t i = 0; i < scans.size(); ++i)
            QCOMPARE(scans[i].get(), expected[i]);
    }
};

}  // namespace octavo

QTEST_GUILESS_MAIN(octavo::TestYaraRules)
#include "tst_yara_rules.moc"
