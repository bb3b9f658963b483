#include <QtTest>

#include "core/declarations/c_declarations.h"
#include "core/declarations/c_parser.h"
#include "core/declarations/c_preprocessor.h"
#include "tests/core/declarations/c_layouts.h"
#include "tests/support/language_cases.h"

using namespace octavo;
using namespace octavo::test;

/// Structures in C become descriptions that place everything where compilers do.
class TestCDeclarations : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void placesMembersAsCompilersDo_data();
    void placesMembersAsCompilersDo();
    void writesTypes_data();
    void writesTypes();
    void calculatesConstants_data();
    void calculatesConstants();
    void obeysDirectives_data();
    void obeysDirectives();
    void writesAWholeDescription();
    void describesTheRootThatIsAskedFor();
    void bitsAreCountedFromTheHighestWhereTheOrderIsBig();
    void tellsWhatIsWrongAndWhere_data();
    void tellsWhatIsWrongAndWhere();
    void everyPrefixIsReadOrRefused();
    void hostileTextsComeToAnEnd_data();
    void hostileTextsComeToAnEnd();
    void macrosThatGrowWithoutEndAreStopped();
};

namespace {

const CAbi& abiNumbered(std::size_t index) {
    static const CAbi bigEndian{.order = ByteOrder::Big};
    return index < kNamedCAbis.size() ? kNamedCAbis[index].abi : bigEndian;
}

/// The layout of what is called s, in the manner of CLayoutCase.
std::string placesOf(std::string_view declarations, const CAbi& abi) {
    auto tokens = preprocessC(declarations, abi);
    if (!tokens)
        return tokens.error().detail;
    CCursor cursor(std::move(*tokens));
    CProgram program;
    CParser parser(cursor, abi, program);
    parser.parse();
    if (cursor.failure())
        return cursor.failure()->detail;
    const CRecord* record = parser.find("s");
    if (record == nullptr)
        return "no s";
    std::string made = std::to_string(record->size) + "/" + std::to_string(record->alignment);
    for (const CMember& member : record->members) {
        if (member.name.empty() || (member.bitCount && *member.bitCount == 0))
            continue;
        made += " " + member.name + "@" + std::to_string(member.bitOffset / 8);
        if (member.bitCount)
            made += "." + std::to_string(member.bitOffset % 8) + ":" + std::to_string(*member.bitCount);
    }
    return made;
}

/// The description, or what is wrong: "Malformed 12 a name".
std::string described(std::string_view declarations, const CAbi& abi = {}, std::string_view root = {}) {
    const auto made = formatFromC(declarations, abi, "t", root);
    if (made)
        return *made;
    const Error& error = made.error();
    return errorCodeName(error.code) + (error.offset ? " " + std::to_string(*error.offset) : std::string()) +
           " " + error.detail;
}

/// The fields of the description's first structure, a line for each: "a: type u4, doc \"A\"".
QString fieldsOf(const std::string& description) {
    QStringList fields;
    bool isSequence = false;
    for (const QString& line : QString::fromStdString(description).split(QLatin1Char('\n'))) {
        if (!line.startsWith(QLatin1Char(' ')))
            isSequence = line == QLatin1String("seq:");
        else if (isSequence && line.startsWith(QLatin1String("  - id: ")))
            fields += line.mid(8);
        else if (isSequence)
            fields.back() += QLatin1String(", ") + line.trimmed();
    }
    return fields.join(QLatin1String("; "));
}

}  // namespace

void TestCDeclarations::placesMembersAsCompilersDo_data() {
    QTest::addColumn<QString>("declarations");
    QTest::addColumn<std::size_t>("abi");
    QTest::addColumn<QString>("places");
    for (const CLayoutCase& each : kCLayoutCases) {
        for (std::size_t abi = 0; abi < each.places.size(); ++abi) {
            if (each.places[abi].empty())
                continue;
            const std::string_view name =
                abi < kNamedCAbis.size() ? kNamedCAbis[abi].name : "LP64, big-endian";
            const std::string row = std::string(each.name) + ": " + std::string(name);
            QTest::newRow(row.c_str()) << QString::fromStdString(std::string(each.declarations)) << abi
                                       << QString::fromStdString(std::string(each.places[abi]));
        }
    }
}

void TestCDeclarations::placesMembersAsCompilersDo() {
    QFETCH(QString, declarations);
    QFETCH(std::size_t, abi);
    QFETCH(QString, places);
    const std::string text = declarations.toStdString();
    QCOMPARE(QString::fromStdString(placesOf(text, abiNumbered(abi))), places);
    const std::string description = described(text, abiNumbered(abi), "s");
    QVERIFY2(loadText(description).set, description.c_str());
}

void TestCDeclarations::writesTypes_data() {
    QTest::addColumn<QString>("members");
    QTest::addColumn<QString>("fields");
    const auto row = [](const char* name, const char* members, const char* fields) {
        QTest::newRow(name) << QString::fromUtf8(members) << QString::fromUtf8(fields);
    };
    row("words in any order", "long unsigned a; int long long b; short signed int c;",
        "a, type: u8; b, type: s8; c, type: s2; padding_1, size: 6");
    row("characters", "char a; signed char b; unsigned char c; char d[4]; unsigned char e[3];",
        "a, type: s1; b, type: s1; c, type: u1; "
        "d, type: str, size: 4, encoding: ASCII, terminator: 0; e, size: 3");
    row("wide characters", "char16_t a[4]; wchar_t b[2]; char8_t c[2]; char32_t d;",
        "a, type: strz, size: 8, encoding: UTF-16LE; b, type: strz, size: 8, encoding: UTF-32LE; "
        "c, type: str, size: 2, encoding: UTF-8, terminator: 0; padding_1, size: 2; d, type: u4");
    row("real numbers", "float a; double b; long double c;",
        "a, type: f4; padding_1, size: 4; b, type: f8; c, size: 16, doc: \"long double\"");
    row("names of POSIX", "size_t a; ssize_t b; time_t c; bool d;",
        "a, type: u8; b, type: s8; c, type: s8, -time: unix; d, type: u1; padding_1, size: 7");
    row("names of Windows", "WORD a; DWORD b; FILETIME c; WCHAR d[2]; GUID e; HANDLE f;",
        "a, type: u2; padding_1, size: 2; b, type: u4; c, type: u8, -time: filetime; "
        "d, type: strz, size: 4, encoding: UTF-16LE; e, size: 16, doc: \"GUID\"; padding_2, size: 4; "
        "f, type: u8, doc: \"pointer to VOID\"");
    row("names of Linux", "__be32 a; __le16 b; u8 c; s8 d;",
        "a, type: u4be; b, type: u2; c, type: u1; d, type: s1");
    row("a typedef does not take the order away",
        "int x; }; typedef unsigned short __be16; struct t { __be16 a;", "a, type: u2be");
    row("pointers", "char *a, **b; void (*c)(int, char *); struct none *d; unknown *e; int *const f;",
        "a, type: u8, doc: \"pointer to char\"; b, type: u8, doc: \"pointer to char*\"; "
        "c, type: u8, doc: \"pointer to a function\"; d, type: u8, doc: \"pointer to struct none\"; "
        "e, type: u8, doc: \"pointer to unknown\"; f, type: u8, doc: \"pointer to int\"");
    row("arrays", "int a[3]; char b[2][8]; int *c[2]; short d[2][3];",
        "a, type: s4, repeat: expr, repeat-expr: 3; "
        "b, type: str, size: 8, encoding: ASCII, terminator: 0, repeat: expr, repeat-expr: 2; "
        "padding_1, size: 4; c, type: u8, repeat: expr, repeat-expr: 2, doc: \"pointer to int\"; "
        "d, type: t_d_row, repeat: expr, repeat-expr: 2; padding_2, size: 4");
    row("the end", "int a; int b[];", "a, type: s4; b, type: s4, repeat: eos");
    row("the end as text", "short a; char b[0];",
        "a, type: s2; b, type: str, size-eos: true, encoding: ASCII, terminator: 0");
    row("bit fields", "unsigned a : 3, : 2; int b : 4; unsigned char c : 1;",
        "a, type: b3; padding_1, type: b2; b, type: b4, doc: \"signed\"; c, type: b1; padding_2, type: b6; "
        "padding_3, size: 2");
    row("enumerations", "enum { A } a; enum { B = -1 } b : 3;",
        "a, type: u4, enum: s_a; b, type: b3, enum: s_b; padding_1, type: b5; padding_2, size: 3");
    row("names", "int dwFileSize, _x, X, HTTPServer, MD5Sum, __, a__b, a_b, _3d;",
        "dw_file_size, type: s4, doc: \"dwFileSize\"; x, type: s4, doc: \"_x\"; x_2, type: s4, doc: \"X\"; "
        "http_server, type: s4, doc: \"HTTPServer\"; md5_sum, type: s4, doc: \"MD5Sum\"; "
        "member, type: s4, doc: \"__\"; a_b, type: s4, doc: \"a__b\"; a_b_2, type: s4, doc: \"a_b\"; "
        "n3d, type: s4, doc: \"_3d\"");
    row("comments",
        "int a; // first\nint b /* second */, // of two\n c; /**< third\n * goes on */ int d; int e;\n",
        "a, type: s4, doc: \"first\"; b, type: s4, doc: \"of two\"; c, type: s4, doc: \"third goes on\"; "
        "d, type: s4; e, type: s4");
    row("a quotation in a comment", "int a; // \"A\\B\"\n", "a, type: s4, doc: \"\\\"A\\\\B\\\"\"");
    row("a text for YAML", "int true_, null, y;",
        "\"true\", type: s4, doc: \"true_\"; \"null\", type: s4; y, type: s4");
    row("structures", "struct in { int a; } b, *c; union { int d; } e; struct { char f; };",
        "b, type: in; padding_1, size: 4; c, type: u8, doc: \"pointer to struct in\"; "
        "e, type: s_e, size: 4; anonymous, type: s_anonymous; padding_2, size: 3");
    row("attributes",
        "alignas(8) int a; __attribute__((unused, aligned(16))) char b; [[maybe_unused]] char c;",
        "a, type: s4; padding_1, size: 12; b, type: s1; c, type: s1; padding_2, size: 14");
}

void TestCDeclarations::writesTypes() {
    QFETCH(QString, members);
    QFETCH(QString, fields);
    const std::string description = described("struct s { " + members.toStdString() + " };", {}, {});
    QVERIFY2(loadText(description).set, description.c_str());
    QCOMPARE(fieldsOf(description), fields);
}

void TestCDeclarations::calculatesConstants_data() {
    QTest::addColumn<QString>("expression");
    QTest::addColumn<qulonglong>("value");
    const auto row = [](const char* expression, qulonglong value) {
        QTest::newRow(expression) << QString::fromUtf8(expression) << value;
    };
    row("1 + 2 * 3 - 4 / 2 % 3", 5);
    row("(1 + 2) * 3", 9);
    row("1 << 4 | 3 & 6 ^ 1", 19);
    row("256 >> 3 >> 1", 16);
    row("-(-5)", 5);
    row("~0 & 0x1F", 31);
    row("~-4", 3);
    row("-7 / 2 + 10", 7);
    row("-7 % 4 + 10", 7);
    row("010 + 0b11 + 0xaUL + 1'0", 31);
    row("'A'", 65);
    row("'\\n' + '\\x10' + '\\101'", 91);
    row("'\\xff' + 10", 9);
    row("'RIFF' >> 24", 82);
    row("sizeof(int)", 4);
    row("sizeof(struct in) * 2", 32);
    row("sizeof(char[3][7])", 21);
    row("sizeof(int (*)(void))", 8);
    row("_Alignof(double)", 8);
    row("(unsigned char)300", 44);
    row("(int)sizeof(long) - 1", 7);
    row("LAST + 1", 8);
    row("MACRO", 12);
    row("3 > 2 && !0 ? 4 : 5", 4);
    row("(1u - 2) / 0x80000000u", 1);
    row("4294967296 >> 30", 4);
}

void TestCDeclarations::calculatesConstants() {
    QFETCH(QString, expression);
    QFETCH(qulonglong, value);
    const std::string text =
        "#define OTHER 6\n#define MACRO (OTHER * 2)\nenum { FIRST = 6, LAST };\n"
        "struct in { char a; double b; };\nstruct s { unsigned char a[" +
        expression.toStdString() + "]; };";
    QCOMPARE(fieldsOf(described(text)), QStringLiteral("a, size: %1").arg(value));
}

void TestCDeclarations::obeysDirectives_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("fields");
    const auto row = [](const char* name, const char* text, const char* fields) {
        QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(fields);
    };
    row("a guard", "#ifndef H\n#define H\nstruct s { char a; };\n#endif\n", "a, type: s1");
    row("a type by macro",
        "#define PACKED __attribute__((packed))\n#define T \\\n unsigned \\\n int\n"
        "struct s { char a; T b; } PACKED;",
        "a, type: s1; b, type: u4");
    row("a macro of itself", "#define a b\n#define b a\nstruct s { char a; };", "a, type: s1");
    row("the other part",
        "#if 0\n#error Don't\n#elif defined(X) || !defined __LP64__\n#else\n"
        "struct s { char a; };\n#endif",
        "a, type: s1");
    row("the order",
        "struct s {\n#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__\nchar a;\n#else\nchar b;\n"
        "#endif\n};",
        "a, type: s1");
    row("conditions in each other",
        "#ifdef A\n#if 1\n#else\n#endif\nstruct t { int b; };\n#else\n"
        "struct s { char a; };\n#endif",
        "a, type: s1");
    row("a definition is taken back", "#define N 2\n#undef N\nenum { N = 3 }; struct s { u8 a[N]; };",
        "a, size: 3");
    row("C++ around it",
        "#ifdef __cplusplus\nextern \"C\" {\n#endif\nstruct s { char a; };\n#ifdef __cplusplus\n}\n"
        "#endif\n",
        "a, type: s1");
    row("pack is taken back",
        "#pragma pack(1)\n#pragma pack(push, 2)\n#pragma pack(pop)\n"
        "struct s { char a; int b; };\n#pragma pack()\nstruct t { char a; int b; };",
        "a, type: s1; padding_1, size: 3; b, type: s4");
    row("functions and variables",
        "int f(struct s *a);\nstatic int g(void) { return \"}\"[0]; }\n"
        "struct s { char a; } v = { .a = 1 }, w[2];\n_Static_assert(sizeof(struct s) == 1, \"s\");",
        "a, type: s1");
}

void TestCDeclarations::obeysDirectives() {
    QFETCH(QString, text);
    QFETCH(QString, fields);
    QCOMPARE(fieldsOf(described(text.toStdString())), fields);
}

void TestCDeclarations::writesAWholeDescription() {
    const std::string description = described(
        "enum colour { RED, GREEN = 3 /* grass */, LIME = 3, };\n"
        "union number { int whole; float real; unsigned low : 4; };\n"
        "typedef struct tagEntry { enum colour c; union number n[2]; short grid[2][2]; } Entry;\n"
        "struct unit { Entry first; struct flex { int n; int more[]; } middle; char last; };");
    QCOMPARE(
        QString::fromStdString(description),
        QStringLiteral("meta:\n  id: t\n  title: \"unit\"\n  endian: le\n  bit-endian: le\n"
                       "seq:\n"
                       "  - id: first\n    type: entry\n"
                       "  - id: middle\n    type: flex\n    size: 4\n"
                       "  - id: last\n    type: s1\n"
                       "  - id: padding_1\n    size: 3\n"
                       "types:\n"
                       "  number:\n    instances:\n"
                       "      whole:\n        pos: 0\n        type: s4\n"
                       "      real:\n        pos: 0\n        type: f4\n"
                       "      low:\n        pos: 0\n        type: b4\n"
                       "  entry:\n    doc: \"Entry\"\n    seq:\n"
                       "      - id: c\n        type: u4\n        enum: colour\n"
                       "      - id: n\n        type: number\n        size: 4\n"
                       "        repeat: expr\n        repeat-expr: 2\n"
                       "      - id: grid\n        type: entry_grid_row\n"
                       "        repeat: expr\n        repeat-expr: 2\n"
                       "  flex:\n    seq:\n"
                       "      - id: n\n        type: s4\n"
                       "      - id: more\n        type: s4\n        repeat: eos\n"
                       "  entry_grid_row:\n    seq:\n"
                       "      - id: items\n        type: s2\n        repeat: expr\n        repeat-expr: 2\n"
                       "enums:\n"
                       "  colour:\n"
                       "    0:\n      id: red\n      doc: \"RED\"\n"
                       "    3:\n      id: green\n      doc: \"GREEN: also LIME; grass\"\n"));
    QVERIFY(loadText(description).set);
}

void TestCDeclarations::describesTheRootThatIsAskedFor() {
    constexpr std::string_view kText =
        "typedef struct tagIn { char a; } In; union u { short b; }; struct t { In c; };"
        "typedef struct t alias; struct open;";
    QCOMPARE(fieldsOf(described(kText)), QStringLiteral("c, type: in"));
    QCOMPARE(fieldsOf(described(kText, {}, "In")), QStringLiteral("a, type: s1"));
    QCOMPARE(fieldsOf(described(kText, {}, "struct tagIn")), QStringLiteral("a, type: s1"));
    QCOMPARE(fieldsOf(described(kText, {}, "alias")), QStringLiteral("c, type: in"));
    QVERIFY(loadText(described(kText, {}, "In")).set);
    QCOMPARE(described(kText, {}, "open"), "NotFound open");
    QCOMPARE(described("union u { short b; };"),
             "meta:\n  id: t\n  title: \"u\"\n  endian: le\ninstances:\n  b:\n    pos: 0\n    type: s2\n");
}

void TestCDeclarations::bitsAreCountedFromTheHighestWhereTheOrderIsBig() {
    const std::string description =
        described("struct s { unsigned a : 3; __le32 b; char16_t c[2]; };", {.order = ByteOrder::Big});
    QVERIFY(description.find("  endian: be\n  bit-endian: be\n") != std::string::npos);
    QCOMPARE(fieldsOf(description),
             QStringLiteral("a, type: b3; padding_1, type: b5; padding_2, size: 3; b, type: u4le; "
                            "c, type: strz, size: 4, encoding: UTF-16BE"));
}

void TestCDeclarations::tellsWhatIsWrongAndWhere_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("problem");
    const auto row = [](const char* text, const char* problem) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(problem);
    };
    row("", "Malformed 0 a structure");
    row("int a;", "Malformed 6 a structure");
    row("struct s { int a }", "Malformed 17 ;");
    row("struct s { int a;", "Malformed 17 }");
    row("struct s { unknown a; };", "Malformed 11 a known type");
    row("struct s { struct t a; };", "Malformed 11 a known type");
    row("struct s { int b; struct t a[2]; };", "Malformed 18 a known type");
    row("struct s { struct s a; };", "Malformed 11 a known type");
    row("struct s { int; x };", "Malformed 16 a member");
    row("struct s { int 5; };", "Malformed 15 a name");
    row("struct s { int a[-1]; };", "Malformed 17 a count of 0 or more");
    row("struct s { int a[N]; };", "Malformed 17 an integer constant");
    row("struct s { int a[1 / 0]; };", "Malformed 19 a value that / has a result for");
    row("struct s { int a[1.5]; };", "Malformed 17 an integer constant");
    row("struct s { int a[], b; };", "Malformed 20 }");
    row("struct s { int a[2][]; };", "Malformed 15 a count");
    row("struct s { int a : 33; };", "Malformed 19 a width of 1 to 32");
    row("struct s { float a : 3; };", "Malformed 21 an integer type");
    row("struct s { short long a; };", "Malformed 11 a type");
    row("struct s { int a; }; struct s { int b; };", "Malformed 28 a tag that has no members yet");
    row("struct s { int a; }; union s t;", "Malformed 27 a tag of a union");
    row("struct s { int a; } __attribute__((aligned(3)));", "Malformed 43 a power of two up to 2^28");
    row("struct s { int a __attribute__((vector_size(16))); };",
        "Malformed 32 an attribute that changes no layout but packed and aligned");
    row("enum e { };", "Malformed 9 a name");
    row("enum e { A = 18446744073709551615u, B };", "Malformed 36 a value of 64 bits");
    row("struct s { int a; } /*", "Malformed 20 */");
    row("struct s { char a[1099511627777]; };", "LimitReached 18 2^40 items");
    row("struct s { char a[1099511627776][2]; };", "LimitReached 16 2^40 items, 2^56 bytes");
}

void TestCDeclarations::tellsWhatIsWrongAndWhere() {
    QFETCH(QString, text);
    QFETCH(QString, problem);
    QCOMPARE(QString::fromStdString(described(text.toStdString())), problem);
}

void TestCDeclarations::everyPrefixIsReadOrRefused() {
    for (const CLayoutCase& each : kCLayoutCases) {
        for (std::size_t size = 0; size < each.declarations.size(); ++size) {
            const auto made = formatFromC(each.declarations.substr(0, size), {}, "t");
            QVERIFY(made ? loadText(*made).set != nullptr : made.error().offset.value_or(0) <= size);
        }
    }
}

void TestCDeclarations::hostileTextsComeToAnEnd_data() {
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("repeated");
    QTest::addColumn<int>("times");
    const auto row = [](const char* before, const char* repeated, int times) {
        QTest::newRow(repeated) << QString::fromUtf8(before) << QString::fromUtf8(repeated) << times;
    };
    row("", "struct {", 100'000);
    row("enum { A =", "(", 100'000);
    row("enum { A =", "-", 100'000);
    row("enum { A =", "1 ? 1 : ", 100'000);
    row("struct s { int ", "*", 100'000);
    row("struct s { int a", "[1]", 100'000);
    row("struct s { ", "const alignas(", 50'000);
    row("", "enum:", 200'000);
    row("", "#if 1\n", 100'000);
    row("struct s { int ", "a,", 100'000);
    row("struct s { ", "int A; int a; ", 50'000);
    row("", "\xff", 100'000);
}

void TestCDeclarations::hostileTextsComeToAnEnd() {
    QFETCH(QString, before);
    QFETCH(QString, repeated);
    QFETCH(int, times);
    QVERIFY(!formatFromC((before + repeated.repeated(times)).toStdString(), {}, "t"));
}

void TestCDeclarations::macrosThatGrowWithoutEndAreStopped() {
    std::string bomb;
    for (int i = 0; i < 60; ++i) {
        const std::string next = "A" + std::to_string(i + 1);
        bomb += "#define A" + std::to_string(i) + " " + next + " " + next + "\n";
    }
    QCOMPARE(formatFromC(bomb + "A0", {}, "t").error().code, ErrorCode::LimitReached);
}

QTEST_APPLESS_MAIN(TestCDeclarations)
#include "tst_c_declarations.moc"
