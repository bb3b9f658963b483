#include "core/structure/format_notes.h"

#include <algorithm>

namespace octavo {

FormatExpression expressionAt(const YamlNode& scalar, const std::string& path) {
    return {.root = {},
            .mark = scalar.mark,
            .path = path,
            .source = scalar.text,
            .isPlain = scalar.isPlain,
            .isBlock = scalar.isBlock};
}

void noteFault(const ExpressionFault& fault, const FormatExpression& where, FormatNotes& notes) {
    notes.add(fault.fault, where.path, where.markAt(fault.at), fault.subject, fault.expected);
}

bool isFormatName(std::string_view name) {
    const auto isLetter = [](char c) { return c >= 'a' && c <= 'z'; };
    return !name.empty() && isLetter(name.front()) && std::all_of(name.begin(), name.end(), [&](char c) {
        return isLetter(c) || (c >= '0' && c <= '9') || c == '_';
    });
}

FormatExpression readExpression(const YamlNode& node, const std::string& path, FormatNotes& notes) {
    FormatExpression made = expressionAt(node, path);
    if (!node.isScalar() || node.isNull()) {
        notes.add(FormatFault::Shape, path, node.mark, node.describe(), "expression");
        made.root.kind = ExpressionKind::Unread;
        return made;
    }
    auto parsed = parseExpression(node.text);
    if (parsed)
        made.root = std::move(*parsed);
    else
        noteFault(parsed.error(), made, notes);
    if (!parsed)
        made.root.kind = ExpressionKind::Unread;
    return made;
}

std::string readText(const YamlNode& node, const std::string& path, FormatNotes& notes) {
    if (node.isScalar() && !node.isNull())
        return node.text;
    notes.add(FormatFault::Shape, path, node.mark, node.describe(), "text");
    return {};
}

bool readFlag(const YamlNode& node, const std::string& path, FormatNotes& notes) {
    const auto value = node.boolean();
    if (!value)
        notes.add(FormatFault::Shape, path, node.mark, node.describe(), "boolean");
    return value.value_or(false);
}

Int128 readNumber(const YamlNode& node, Int128 least, Int128 most, const std::string& path,
                  FormatNotes& notes) {
    const auto value = node.integer();
    if (value && *value >= least && *value <= most)
        return *value;
    notes.add(FormatFault::Shape, path, node.mark, node.describe(),
              "integer " + integerText(least) + ".." + integerText(most));
    return least;
}

std::vector<std::string> readTexts(const YamlNode& node, const std::string& path, FormatNotes& notes) {
    if (!node.isList())
        return {readText(node, path, notes)};
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < node.items.size(); ++i)
        texts.push_back(readText(node.items[i], path + "/" + std::to_string(i), notes));
    return texts;
}

std::string readLines(const YamlNode& node, const std::string& path, FormatNotes& notes) {
    std::string lines;
    for (const std::string& text : readTexts(node, path, notes))
        lines += (lines.empty() ? "" : "\n") + text;
    return lines;
}

void checkKeys(const YamlNode& map, const std::vector<std::string_view>& known, const std::string& path,
               FormatNotes& notes) {
    for (const YamlEntry& entry : map.entries) {
        if (entry.key.starts_with('-') || std::find(known.begin(), known.end(), entry.key) != known.end())
            continue;
        std::string expected;
        for (const std::string_view key : known)
            expected += (expected.empty() ? "" : ", ") + std::string(key);
        notes.add(FormatFault::UnknownKey, path + "/" + entry.key, entry.mark, entry.key, expected);
    }
}

bool expectMap(const YamlNode& node, const std::string& path, FormatNotes& notes) {
    if (!node.isMap())
        notes.add(FormatFault::Shape, path, node.mark, node.describe(), "map");
    return node.isMap();
}

bool expectList(const YamlNode& node, const std::string& path, FormatNotes& notes) {
    if (!node.isList())
        notes.add(FormatFault::Shape, path, node.mark, node.describe(), "list");
    return node.isList();
}

}  // namespace octavo
