#include "core/structure/field_text.h"

#include <algorithm>
#include <fmt/format.h>

#include "core/structure/json_line.h"

namespace octavo {

namespace {

std::string hexDigits(const BytesValue& bytes, ByteCount most, std::string_view between) {
    std::string text;
    for (ByteCount i = 0; i < std::min(bytes.size(), most); ++i) {
        const auto byte = bytes.at(i);
        text += i > 0 ? between : "";
        text += byte ? fmt::format("{:02x}", std::to_integer<unsigned>(*byte)) : "??";
    }
    return text;
}

std::string integerMeaning(Int128 value, const FormatField& field) {
    std::string number = integerText(value);
    if (const FormatEnumMember* member =
            field.enumeration != nullptr ? field.enumeration->find(value) : nullptr)
        return fmt::format("{} ({})", member->name, number);
    if (const auto time = field.time ? timeText(*field.time, value) : std::nullopt)
        return fmt::format("{} ({})", *time, number);
    return number;
}

std::string integerTypeText(const ItemType& item) {
    if (item.kind == ItemType::Kind::Bits)
        return "b" + std::to_string(item.bits);
    const char letter = item.kind == ItemType::Kind::Float ? 'f' : item.isSigned ? 's' : 'u';
    return letter + std::to_string(item.size);
}

std::string plainTypeText(const ItemType& item, const FormatField& field) {
    switch (item.kind) {
        case ItemType::Kind::Integer:
        case ItemType::Kind::Float:
        case ItemType::Kind::Bits:
            return integerTypeText(item);
        case ItemType::Kind::Bytes:
            return "bytes";
        case ItemType::Kind::Text:
            return "text";
        case ItemType::Kind::Structure:
            return item.structure != nullptr ? item.structure->path : item.reference.name();
        default:
            return field.type.is(DataType::Kind::Array) ? field.type.item->name() : field.type.name();
    }
}

std::string summaryOf(StructureTree& tree, StructureNode& structure, int depth);

/// Follows the names of a template, "a.b.c".
class Template {
public:
    Template(StructureTree& tree, StructureNode& structure, int depth)
        : tree_(tree), structure_(structure), depth_(depth) {}

    std::string filled(std::string_view text) {
        std::string made;
        while (!text.empty()) {
            const std::size_t open = text.find('{');
            made += text.substr(0, open);
            const std::size_t close = open == std::string_view::npos ? open : text.find('}', open);
            if (close == std::string_view::npos)
                break;
            made += part(text.substr(open + 1, close - open - 1));
            text.remove_prefix(close + 1);
        }
        return made;
    }

private:
    std::string part(std::string_view text) {
        const std::size_t colon = text.find(':');
        const std::string_view style = colon == std::string_view::npos ? "" : text.substr(colon + 1);
        std::string_view path = text.substr(0, colon);
        StructureNode* at = &structure_;
        for (;;) {
            const std::size_t dot = path.find('.');
            const auto slot = at->type->fieldIndex.find(std::string(path.substr(0, dot)));
            if (slot == at->type->fieldIndex.end())
                return {};
            FieldNode& node = tree_.field(*at, slot->second);
            if (dot == std::string_view::npos)
                return shown(node, at->type->fields[slot->second], style);
            if (!node.structure)
                return {};
            at = node.structure.get();
            path.remove_prefix(dot + 1);
        }
    }

    std::string shown(const FieldNode& node, const FormatField& field, std::string_view style) {
        const StructureValue& value = node.value;
        if (const auto* integer = value.as<Int128>()) {
            if (style == "hex")
                return "0x" + integerText(*integer, 16);
            const FormatEnumMember* member =
                field.enumeration != nullptr && style != "dec" ? field.enumeration->find(*integer) : nullptr;
            const auto time = field.time ? timeText(*field.time, *integer) : std::nullopt;
            return member != nullptr ? member->name : time.value_or(integerText(*integer));
        }
        if (const auto* text = value.as<std::u16string>())
            return utf8FromUtf16(text->substr(0, kTextShown));
        const auto* bytes = value.as<BytesValue>();
        if (bytes != nullptr && style == "str") {
            const auto copy =
                bytes->size() <= kTextShown ? bytes->copy() : failWith(StructureFault::LimitReached);
            if (!copy)
                return {};
            std::string text;
            for (const std::byte each : *copy) {
                const char c = static_cast<char>(each);
                text += c >= ' ' && c <= '~' ? c : '.';
            }
            return text;
        }
        if (node.structure)
            return depth_ < kDeepest ? summaryOf(tree_, *node.structure, depth_ + 1) : std::string();
        return valueText(value, field);
    }

    static constexpr int kDeepest = 4;  // templates in templates

    StructureTree& tree_;
    StructureNode& structure_;
    int depth_;
};

std::string summaryOf(StructureTree& tree, StructureNode& structure, int depth) {
    if (!structure.type->representation.empty())
        return Template(tree, structure, depth).filled(structure.type->representation);
    const auto text = tree.text(structure);
    const auto* units = text ? text->as<std::u16string>() : nullptr;
    return units != nullptr ? utf8FromUtf16(units->substr(0, kTextShown)) : std::string();
}

}  // namespace

std::string valueText(const StructureValue& value, const FormatField& field) {
    if (const auto* integer = value.as<Int128>())
        return integerMeaning(*integer, field);
    if (const auto* number = value.as<double>())
        return floatingText(*number);
    if (const auto* flag = value.as<bool>())
        return *flag ? "true" : "false";
    if (const auto* text = value.as<std::u16string>())
        return jsonText(text->substr(0, kTextShown)) + (text->size() > kTextShown ? "..." : "");
    if (const auto* node = value.as<StructureNode*>())
        return "-> " + (*node)->path();
    if (const auto* bytes = value.as<BytesValue>())
        return hexDigits(*bytes, kBytesShown, "") + (bytes->size() > kBytesShown ? "..." : "");
    return {};
}

std::string editText(const StructureValue& value, const FormatField& field) {
    if (const auto* integer = value.as<Int128>()) {
        const FormatEnumMember* member =
            field.enumeration != nullptr ? field.enumeration->find(*integer) : nullptr;
        const auto time = field.time ? timeText(*field.time, *integer) : std::nullopt;
        return member != nullptr ? member->name : time.value_or(integerText(*integer));
    }
    if (const auto* text = value.as<std::u16string>())
        return utf8FromUtf16(*text);
    if (const auto* bytes = value.as<BytesValue>())
        return bytes->size() <= ByteSpace::kMostAtOnce ? hexDigits(*bytes, bytes->size(), " ")
                                                       : std::string();
    return value.as<StructureNode*>() != nullptr ? std::string() : valueText(value, field);
}

Evaluated<std::string> exportText(const StructureValue& value, const FormatField& field) {
    const auto* bytes = value.as<BytesValue>();
    if (bytes == nullptr)
        return editText(value, field);
    const auto copy = bytes->copy();
    return copy ? Evaluated<std::string>(hexText(*copy)) : tl::unexpected(copy.error());
}

ErrorCode exportErrorOf(StructureFault fault) {
    if (fault == StructureFault::Stopped)
        return ErrorCode::Cancelled;
    return fault == StructureFault::LimitReached ? ErrorCode::LimitReached : ErrorCode::Unreadable;
}

std::string typeText(const FormatField& field, const FieldNode& node, bool isItem) {
    const ItemType& item = node.item != nullptr ? *node.item : field.item;
    std::string text =
        field.role == FieldRole::ValueInstance ? field.type.name() : plainTypeText(item, field);
    if (field.enumeration != nullptr && item.kind == ItemType::Kind::Integer)
        text += " " + field.enumeration->name;
    if (!isItem && node.array)
        text += fmt::format("[{}{}]", node.array->count(), node.array->isComplete || node.error ? "" : "+");
    return text;
}

std::string summaryText(StructureTree& tree, StructureNode& structure) {
    return summaryOf(tree, structure, 0);
}

}  // namespace octavo
