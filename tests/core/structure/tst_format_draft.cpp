#include <random>

#include <QtTest>

#include "core/structure/format_draft.h"
#include "core/structure/format_loader.h"
#include "core/structure/format_problem.h"
#include "core/structure/node_row.h"

using namespace octavo;

namespace {

using Kind = DraftType::Kind;

DraftType typeOf(std::string_view text) {
    const auto type = parseDraftType(text, ByteOrder::Little);
    return type ? *type : DraftType{.kind = Kind::Bytes, .size = 0};
}

FormatDraft draftOf(ByteRange range, std::initializer_list<std::string_view> types) {
    FormatDraft draft(range);
    for (const std::string_view each : types) {
        const Status added = draft.add(typeOf(each));
        OCTAVO_EXPECTS(added.has_value());
    }
    return draft;
}

LoadedFormat load(const FormatDraft& draft) {
    return loadFormatText(formatOfDraft(draft), "/draft.ksy", FormatSearch::onDisk({}));
}

std::vector<std::string> typesOf(const FormatDraft& draft) {
    std::vector<std::string> types;
    for (const DraftField& each : draft.fields())
        types.push_back(each.name + " " + draftTypeText(each.type));
    return types;
}

}  // namespace

/// A description in the making: whatever is done to it, its text loads and describes the bytes one after the
/// other.
class TestFormatDraft : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void typesAreWrittenAsTheyAreRead_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");  // empty: refused
        const auto add = [](const char* text, const char* expected) {
            QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(expected);
        };
        add("u1", "u1");
        add("u4", "u4be");
        add(" s2le [ 3 ] ", "s2le[3]");
        add("f8be[0x10]", "f8be[16]");
        add("text(16)", "text(16)");
        add("str(16, utf-8)", "text(16)");
        add("text(4,ascii)", "text(4, ASCII)");
        add("strz", "strz");
        add("strz(latin1)[2]", "strz(ISO-8859-1)[2]");
        add("bytes(8)[1]", "bytes(8)");
        for (const char* wrong : {"",
                                  "u3",
                                  "u1le",
                                  "f2",
                                  "u9",
                                  "x4",
                                  "u4[0]",
                                  "u4[-1]",
                                  "u4[]",
                                  "u4[2",
                                  "u4(2)",
                                  "text",
                                  "text()",
                                  "text(0)",
                                  "text(4, klingon)",
                                  "bytes",
                                  "bytes(8, UTF-8)",
                                  "strz(8)",
                                  "bytes(1099511627777)",
                                  "u1[1048577]",
                                  "u4 4",
                                  "u4[2][3]"})
            add(wrong, "");
    }
    void typesAreWrittenAsTheyAreRead() {
        QFETCH(const QString, text);
        QFETCH(const QString, expected);
        const auto type = parseDraftType(text.toStdString(), ByteOrder::Big);
        QCOMPARE(type.has_value(), !expected.isEmpty());
        if (type) {
            QCOMPARE(draftTypeText(*type), expected.toStdString());
            QVERIFY(parseDraftType(draftTypeText(*type), ByteOrder::Little) == *type);
        } else {
            QVERIFY(type.error().code == ErrorCode::Malformed);
        }
    }

    void fieldsAtTheStartAreThoseOfTheTop() {
        FormatDraft draft =
            draftOf({0, 16}, {"u1", "u4be", "u2be[2]", "s2le", "text(4, ASCII)", "strz", "bytes(3)"});
        QVERIFY(draft.setId("demo"));
        QVERIFY(draft.rename(0, "true"));
        QCOMPARE(formatOfDraft(draft), std::string("meta:\n"
                                                   "  id: demo\n"
                                                   "  endian: be\n"
                                                   "  encoding: ASCII\n"
                                                   "seq:\n"
                                                   "  - id: \"true\"\n"
                                                   "    type: u1\n"
                                                   "  - id: value_2\n"
                                                   "    type: u4\n"
                                                   "  - id: value_3\n"
                                                   "    type: u2\n"
                                                   "    repeat: expr\n"
                                                   "    repeat-expr: 2\n"
                                                   "  - id: value_4\n"
                                                   "    type: s2le\n"
                                                   "  - id: text\n"
                                                   "    type: str\n"
                                                   "    size: 4\n"
                                                   "  - id: text_2\n"
                                                   "    type: strz\n"
                                                   "    encoding: UTF-8\n"
                                                   "  - id: data\n"
                                                   "    size: 3\n"));
        QVERIFY(load(draft).problems.empty());
    }

    void fieldsElsewhereAreReadAtTheirPlace() {
        FormatDraft draft = draftOf({2, 6}, {"u1", "u2be"});
        QVERIFY(draft.setId("described"));  // as the structure itself is called
        const LoadedFormat loaded = load(draft);
        QVERIFY(loaded.problems.empty());
        const std::vector<std::byte> bytes{std::byte{9}, std::byte{9}, std::byte{7}, std::byte{1},
                                           std::byte{2}};
        StructureTree tree(loaded.set, Snapshot::ofBytes(bytes), {});
        const auto node = nodeAt(tree, "/described/value_2");
        QVERIFY(node);
        const NodeRow row = describeNode(tree, *node);
        QCOMPARE(row.value, std::string("258"));
        QVERIFY(row.place == (ByteRange{3, 5}));
    }

    void anEmptyDraftIsADescription() {
        QVERIFY(load(FormatDraft({0, 4})).problems.empty());
        QVERIFY(load(FormatDraft({4, 8})).problems.empty());
    }

    void namesAreValidAndDiffer() {
        FormatDraft draft = draftOf({0, 8}, {"u1", "u1"});
        QCOMPARE(draft.fields()[1].name, std::string("value_2"));
        QVERIFY(draft.rename(1, "len_body"));
        QVERIFY(draft.rename(1, "len_body"));
        for (const char* wrong : {"", "value", "Value", "1st", "a b", "_io", "a-b"})
            QVERIFY(!draft.rename(1, wrong));
        QVERIFY(!draft.add(typeOf("u1"), "value"));
        QVERIFY(!draft.setId("My Format"));
        QCOMPARE(draft.fields().size(), std::size_t{2});
        QCOMPARE(draft.fields()[1].name, std::string("len_body"));
        QCOMPARE(draft.id(), std::string("my_format"));
    }

    void removingMovesUp() {
        FormatDraft draft = draftOf({0, 8}, {"u1", "u4le", "u2le"});
        draft.remove(1);
        QCOMPARE(typesOf(draft), (std::vector<std::string>{"value u1", "value_3 u2le"}));
        QCOMPARE(draft.fixedSize(), std::optional<ByteCount>(3));
    }

    void splittingKeepsTheBytes_data() {
        QTest::addColumn<QString>("type");
        QTest::addColumn<int>("at");
        QTest::addColumn<QString>("expected");  // empty: refused
        QTest::newRow("a number into two") << "s4be" << 2 << "value u2be, value_2 u2be";
        QTest::newRow("a number into one and bytes") << "u8le" << 1 << "value u1, value_2 bytes(7)";
        QTest::newRow("an array by its items") << "u4le[5]" << 2 << "value u4le[2], value_2 u4le[3]";
        QTest::newRow("an array of terminated texts") << "strz[2]" << 1 << "text strz, text_2 strz";
        QTest::newRow("text by its bytes") << "text(9)" << 4 << "text text(4), text_2 text(5)";
        QTest::newRow("nothing before") << "u4le" << 0 << "";
        QTest::newRow("nothing behind") << "u4le" << 4 << "";
        QTest::newRow("one byte") << "u1" << 1 << "";
        QTest::newRow("one terminated text") << "strz" << 1 << "";
    }
    void splittingKeepsTheBytes() {
        QFETCH(const QString, type);
        QFETCH(const int, at);
        QFETCH(const QString, expected);
        FormatDraft draft = draftOf({0, 8}, {type.toStdString()});
        const auto before = draft.fixedSize();
        QCOMPARE(draft.split(0, static_cast<std::uint64_t>(at)).has_value(), !expected.isEmpty());
        QCOMPARE(draft.fixedSize(), before);
        if (expected.isEmpty()) {
            QCOMPARE(draft.fields().size(), std::size_t{1});
            return;
        }
        const auto types = typesOf(draft);
        QCOMPARE(types[0] + ", " + types[1], expected.toStdString());
    }

    void whateverIsDoneTheTextLoads() {
        const std::array<std::string_view, 12> types = {
            "u1",   "s2be[3]", "f4le",     "f8be[2]",        "text(5)", "strz",
            "u8le", "u4be",    "bytes(7)", "strz(UTF-16LE)", "s8be",    "text(4, Shift_JIS)[2]"};
        const std::array<std::string_view, 8> names = {"null", "true", "size",  "value_2",
                                                       "no",   "y",    "Wrong", "e1"};
        for (unsigned seed = 1; seed <= 400; ++seed) {
            std::mt19937 random(seed);
            const auto below = [&random](std::size_t limit) {
                return static_cast<std::size_t>(random() % limit);
            };
            FormatDraft draft(ByteRange{below(2) * (1 + below(100)), 4096});
            for (std::size_t steps = below(30); steps > 0; --steps)
                change(draft, below, typeOf(types[below(types.size())]), names[below(names.size())]);
            const std::string text = formatOfDraft(draft);
            const LoadedFormat loaded = load(draft);
            const char* problem =
                loaded.problems.empty() ? "" : formatFaultName(loaded.problems.front().fault);
            QVERIFY2(loaded.problems.empty() && loaded.set != nullptr,
                     (std::string("seed ") + std::to_string(seed) + ": " + problem + "\n" + text).c_str());
            verifyPlaces(draft, loaded.set);
        }
    }

private:
    template <typename Below>
    static void change(FormatDraft& draft, const Below& below, const DraftType& type, std::string_view name) {
        if (draft.fields().empty() || below(3) == 0)
            return static_cast<void>(draft.add(type, below(2) == 0 ? name : std::string_view()));
        const std::size_t index = below(draft.fields().size());
        switch (below(5)) {
            case 0:
                return draft.remove(index);
            case 1:
                return static_cast<void>(draft.rename(index, name));
            case 2:
                return static_cast<void>(draft.retype(index, type));
            case 3:
                return static_cast<void>(draft.setId(name));
            default:
                return static_cast<void>(draft.split(index, below(5)));
        }
    }

    /// Every field begins where the one before it ends.
    static void verifyPlaces(const FormatDraft& draft, const std::shared_ptr<const FormatSet>& set) {
        StructureTree tree(set, Snapshot::ofBytes(std::vector<std::byte>(4096)), {});
        const std::string around = draft.range().begin == 0 ? "/" : "/described/";
        ByteOffset at = draft.range().begin;
        for (const DraftField& field : draft.fields()) {
            const auto node = nodeAt(tree, around + field.name);
            QVERIFY(node);
            const NodeRow row = describeNode(tree, *node);
            QVERIFY(!row.error && row.place);
            QCOMPARE(row.place->begin, at);
            if (field.type.fixedSize())
                QCOMPARE(row.place->size(), *field.type.fixedSize());
            at = row.place->end;
        }
    }
};

QTEST_APPLESS_MAIN(TestFormatDraft)
#include "tst_format_draft.moc"
