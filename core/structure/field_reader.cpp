#include <algorithm>
#include <array>

#include "core/structure/builtin_type.h"
#include "core/structure/format_notes.h"

namespace octavo {

namespace {

class FieldReader {
public:
    FieldReader(const YamlNode& node, FormatField& field, FormatNotes& notes)
        : node_(node), field_(field), notes_(notes) {}

    void read() {
        field_.mark = node_.mark;
        if (!expectMap(node_, field_.path, notes_))
            return;
        readDocumentation();
        if (field_.role == FieldRole::Parameter) {
            readParameter();
            return;
        }
        const bool isValue = node_.find("value") != nullptr && field_.role != FieldRole::Sequence;
        if (isValue)
            readValue();
        else
            readParsed();
    }

private:
    [[nodiscard]] std::string pathOf(std::string_view key) const {
        return field_.path + "/" + std::string(key);
    }
    [[nodiscard]] const YamlNode* find(std::string_view key) const { return node_.find(key); }

    void readDocumentation() {
        if (const YamlNode* doc = find("doc"))
            field_.doc = readText(*doc, pathOf("doc"), notes_);
        if (const YamlNode* reference = find("doc-ref"))
            field_.docRef = readLines(*reference, pathOf("doc-ref"), notes_);
        const YamlNode* shown = find("-webide-representation");
        if (shown != nullptr && shown->isScalar())
            field_.representation = shown->text;
        if (const YamlNode* time = find("-time"); time != nullptr && time->isScalar())
            readTime(*time);
    }

    void readTime(const YamlNode& node) {
        field_.time = fieldTimeNamed(node.text);
        if (!field_.time)
            notes_.add(FormatFault::Shape, pathOf("-time"), node.mark, node.describe(),
                       "unix, unix-ms, unix-us, unix-ns, filetime, mac, dos, dos-date or dos-time",
                       FormatProblem::Severity::Warning);
    }

    void readEnumName() {
        const YamlNode* name = find("enum");
        if (name == nullptr)
            return;
        field_.enumName = readText(*name, pathOf("enum"), notes_);
        field_.enumMark = name->mark;
    }

    std::optional<FormatExpression> expression(std::string_view key) {
        const YamlNode* node = find(key);
        return node != nullptr ? std::optional(readExpression(*node, pathOf(key), notes_)) : std::nullopt;
    }

    void readParameter() {
        checkKeys(node_, {"id", "type", "enum", "doc", "doc-ref"}, field_.path, notes_);
        field_.item.kind = ItemType::Kind::None;
        if (const YamlNode* type = find("type"))
            field_.declaredType = readText(*type, pathOf("type"), notes_);
        readEnumName();
    }

    void readValue() {
        field_.role = FieldRole::ValueInstance;
        field_.item.kind = ItemType::Kind::None;
        static const std::vector<std::string_view> allowed = {"value", "enum", "if",
                                                              "valid", "doc",  "doc-ref"};
        for (const YamlEntry& entry : node_.entries) {
            if (!entry.key.starts_with('-') &&
                std::find(allowed.begin(), allowed.end(), entry.key) == allowed.end())
                notes_.add(FormatFault::KeyNotAllowed, pathOf(entry.key), entry.mark, entry.key,
                           "value, enum, if, valid, doc, doc-ref");
        }
        field_.value = expression("value");
        field_.condition = expression("if");
        readEnumName();
        readChecks();
    }

    void readParsed() {
        readItemType();
        checkParsedKeys();
        readEnumName();
        field_.condition = expression("if");
        field_.position = expression("pos");
        field_.stream = expression("io");
        readRepeat();
        readDelimiters();
        readEncoding();
        readProcess();
        readParent();
        readContents();
        readChecks();
        if (field_.item.kind == ItemType::Kind::Bits && !field_.enumName.empty())
            field_.item.isBoolean = false;
        const bool needsEnd =
            field_.item.kind == ItemType::Kind::Bytes || (field_.item.kind == ItemType::Kind::Text);
        if (needsEnd && !field_.size && !field_.sizeToEnd && field_.terminator.empty())
            notes_.add(FormatFault::MissingKey, field_.path, node_.mark, {}, "size, size-eos or terminator");
    }

    void checkParsedKeys() {
        using Kind = ItemType::Kind;
        std::vector<std::string_view> known = {"doc",     "doc-ref", "type",     "repeat",
                                               "if",      "enum",    "valid",    "terminator",
                                               "include", "consume", "eos-error"};
        known.push_back(field_.role == FieldRole::Sequence ? "id" : "pos");
        if (field_.role != FieldRole::Sequence)
            known.insert(known.end(), {"io", "value"});
        const Kind kind = field_.item.kind;
        if (kind != Kind::Integer && kind != Kind::Float && kind != Kind::Bits)
            known.insert(known.end(), {"size", "size-eos", "process", "pad-right"});
        if (kind == Kind::Text || kind == Kind::Switch)
            known.push_back("encoding");
        if (kind == Kind::Structure || kind == Kind::Switch || kind == Kind::Bytes)
            known.push_back("parent");
        if (kind == Kind::Bytes)
            known.push_back("contents");
        const YamlNode* repeat = find("repeat");
        if (repeat != nullptr && repeat->text == "expr")
            known.push_back("repeat-expr");
        if (repeat != nullptr && repeat->text == "until")
            known.push_back("repeat-until");
        std::sort(known.begin(), known.end());
        checkKeys(node_, known, field_.path, notes_);
    }

    void readItemType() {
        const YamlNode* type = find("type");
        field_.item.mark = node_.mark;
        field_.item.path = pathOf("type");
        if (type == nullptr)
            return;
        if (type->isMap())
            readSwitch(*type);
        else
            field_.item = itemType(*type, pathOf("type"));
    }

    ItemType itemType(const YamlNode& node, const std::string& path) {
        const std::string name = readText(node, path, notes_);
        auto made = builtinItemType(name).value_or(ItemType{});
        made.mark = node.mark;
        made.path = path;
        if (made.kind != ItemType::Kind::Bytes || name.empty())
            return made;
        made.kind = ItemType::Kind::Structure;
        auto reference = parseTypeReference(name);
        if (!reference) {
            noteFault(reference.error(), expressionAt(node, path), notes_);
            return made;
        }
        for (const std::string& part : reference->scope) {
            if (!isFormatName(part))
                notes_.add(FormatFault::BadName, path, node.mark, part);
        }
        for (Expression& argument : reference->arguments) {
            made.arguments.push_back(expressionAt(node, path));
            made.arguments.back().root = std::move(argument);
        }
        reference->arguments.clear();
        made.reference = std::move(*reference);
        return made;
    }

    void readSwitch(const YamlNode& node) {
        const std::string path = pathOf("type");
        field_.item.kind = ItemType::Kind::Switch;
        field_.item.mark = node.mark;
        checkKeys(node, {"cases", "switch-on"}, path, notes_);
        if (const YamlNode* on = node.find("switch-on"))
            field_.item.on = readExpression(*on, path + "/switch-on", notes_);
        else
            notes_.add(FormatFault::MissingKey, path, node.mark, {}, "switch-on");
        const YamlNode* cases = node.find("cases");
        if (cases == nullptr) {
            notes_.add(FormatFault::MissingKey, path, node.mark, {}, "cases");
            return;
        }
        if (!expectMap(*cases, path + "/cases", notes_))
            return;
        for (const YamlEntry& entry : cases->entries) {
            const std::string casePath = path + "/cases/" + entry.key;
            ItemType::Case made;
            if (entry.key != "_") {
                YamlNode key;
                key.text = entry.key;
                key.mark = entry.mark;
                key.isPlain = entry.isPlain;
                made.key = readExpression(key, casePath, notes_);
            }
            made.type = std::make_unique<ItemType>(itemType(entry.value, casePath));
            field_.item.cases.push_back(std::move(made));
        }
        // The case for all others comes last, wherever it was written.
        std::stable_partition(field_.item.cases.begin(), field_.item.cases.end(),
                              [](const ItemType::Case& known) { return known.key.has_value(); });
    }

    void readRepeat() {
        const YamlNode* repeat = find("repeat");
        if (repeat == nullptr)
            return;
        const std::string how = readText(*repeat, pathOf("repeat"), notes_);
        if (how == "eos") {
            field_.repeat = RepeatKind::ToEnd;
        } else if (how == "expr") {
            field_.repeat = RepeatKind::Count;
            field_.repeatCount = expression("repeat-expr");
            if (!field_.repeatCount)
                notes_.add(FormatFault::MissingKey, pathOf("repeat"), repeat->mark, {}, "repeat-expr");
        } else if (how == "until") {
            field_.repeat = RepeatKind::Until;
            field_.repeatUntil = expression("repeat-until");
            if (!field_.repeatUntil)
                notes_.add(FormatFault::MissingKey, pathOf("repeat"), repeat->mark, {}, "repeat-until");
        } else {
            notes_.add(FormatFault::Shape, pathOf("repeat"), repeat->mark, how, "eos, expr or until");
        }
    }

    void readDelimiters() {
        field_.size = expression("size");
        const auto flag = [&](std::string_view key, bool& value) {
            if (const YamlNode* node = find(key))
                value = readFlag(*node, pathOf(key), notes_);
        };
        flag("size-eos", field_.sizeToEnd);
        flag("include", field_.includesTerminator);
        flag("consume", field_.consumesTerminator);
        flag("eos-error", field_.needsTerminator);
        if (const YamlNode* terminator = find("terminator"))
            field_.terminator = {
                static_cast<std::byte>(readNumber(*terminator, 0, 255, pathOf("terminator"), notes_))};
        if (const YamlNode* padding = find("pad-right"))
            field_.padding =
                static_cast<std::byte>(readNumber(*padding, 0, 255, pathOf("pad-right"), notes_));
        if (field_.item.isZeroTerminated && field_.terminator.empty())
            field_.terminator = {std::byte{0}};
    }

    void readEncoding() {
        if (const YamlNode* encoding = find("encoding")) {
            field_.encodingName = readText(*encoding, pathOf("encoding"), notes_);
            field_.encodingMark = encoding->mark;
        }
    }

    void readProcess() {
        const YamlNode* process = find("process");
        if (process == nullptr)
            return;
        const std::string text = readText(*process, pathOf("process"), notes_);
        auto parsed = parseProcessReference(text);
        if (!parsed) {
            noteFault(parsed.error(), expressionAt(*process, pathOf("process")), notes_);
            return;
        }
        field_.process = FormatProcess{.name = parsed->name, .arguments = {}, .mark = process->mark};
        for (Expression& argument : parsed->arguments) {
            field_.process->arguments.push_back(expressionAt(*process, pathOf("process")));
            field_.process->arguments.back().root = std::move(argument);
        }
    }

    void readParent() {
        const YamlNode* parent = find("parent");
        if (parent == nullptr)
            return;
        if (parent->boolean() == false)
            field_.hasNoParent = true;
        else
            field_.parent = readExpression(*parent, pathOf("parent"), notes_);
    }

    /// `contents` is a size and a check in one.
    void readContents() {
        const YamlNode* contents = find("contents");
        if (contents == nullptr)
            return;
        std::vector<std::byte> bytes;
        const auto append = [&bytes](std::string_view text) {
            const auto added = std::as_bytes(std::span(text));
            bytes.insert(bytes.end(), added.begin(), added.end());
        };
        const std::string path = pathOf("contents");
        if (contents->isList()) {
            for (std::size_t i = 0; i < contents->items.size(); ++i) {
                const YamlNode& item = contents->items[i];
                const std::string itemPath = path + "/" + std::to_string(i);
                if (item.integer())
                    bytes.push_back(static_cast<std::byte>(readNumber(item, 0, 255, itemPath, notes_)));
                else
                    append(readText(item, itemPath, notes_));
            }
        } else {
            append(readText(*contents, path, notes_));
        }
        Expression size;
        size.integer = static_cast<Int128>(bytes.size());
        Expression value;
        value.kind = ExpressionKind::List;
        for (const std::byte byte : bytes) {
            value.children.emplace_back();
            value.children.back().integer = Int128{std::to_integer<unsigned>(byte)};
        }
        if (!field_.size) {
            field_.size = expressionAt(*contents, path);
            field_.size->root = std::move(size);
        }
        FormatCheck check;
        check.operands.push_back(expressionAt(*contents, path));
        check.operands.back().root = std::move(value);
        field_.checks.push_back(std::move(check));
    }

    void readChecks() {
        const YamlNode* valid = find("valid");
        if (valid == nullptr)
            return;
        const std::string path = pathOf("valid");
        const auto add = [this](FormatCheck::Kind kind, const YamlNode& node, const std::string& where) {
            FormatCheck check;
            check.kind = kind;
            check.operands.push_back(readExpression(node, where, notes_));
            field_.checks.push_back(std::move(check));
        };
        if (!valid->isMap()) {
            add(FormatCheck::Kind::Equal, *valid, path);
            return;
        }
        checkKeys(*valid, {"any-of", "eq", "expr", "in-enum", "max", "min"}, path, notes_);
        static constexpr std::array<std::pair<std::string_view, FormatCheck::Kind>, 4> kSingle = {
            {{"eq", FormatCheck::Kind::Equal},
             {"min", FormatCheck::Kind::Minimum},
             {"max", FormatCheck::Kind::Maximum},
             {"expr", FormatCheck::Kind::Holds}}};
        for (const auto& [key, kind] : kSingle) {
            if (const YamlNode* node = valid->find(key))
                add(kind, *node, path + "/" + std::string(key));
        }
        if (const YamlNode* any = valid->find("any-of"))
            readAnyOf(*any, path + "/any-of");
        if (const YamlNode* inEnum = valid->find("in-enum"))
            readInEnum(*inEnum, path + "/in-enum");
    }

    void readAnyOf(const YamlNode& node, const std::string& path) {
        if (!expectList(node, path, notes_))
            return;
        FormatCheck check;
        check.kind = FormatCheck::Kind::AnyOf;
        for (std::size_t i = 0; i < node.items.size(); ++i)
            check.operands.push_back(readExpression(node.items[i], path + "/" + std::to_string(i), notes_));
        field_.checks.push_back(std::move(check));
    }

    void readInEnum(const YamlNode& node, const std::string& path) {
        if (node.boolean() != true)
            notes_.add(FormatFault::Shape, path, node.mark, node.describe(), "true");
        else if (field_.enumName.empty())
            notes_.add(FormatFault::MissingKey, path, node.mark, {}, "enum");
        FormatCheck check;
        check.kind = FormatCheck::Kind::InEnum;
        field_.checks.push_back(std::move(check));
    }

    const YamlNode& node_;
    FormatField& field_;
    FormatNotes& notes_;
};

}  // namespace

void readField(const YamlNode& node, FormatField& field, FormatNotes& notes) {
    FieldReader(node, field, notes).read();
}

}  // namespace octavo
