#include "core/structure/type_lookup.h"

#include <span>

#include "core/structure/builtin_type.h"

namespace octavo {

namespace {

FormatType* descend(FormatType* type, std::span<const std::string> rest) {
    for (const std::string& name : rest) {
        if (type == nullptr)
            return nullptr;
        type = type->nested(name);
    }
    return type;
}

std::optional<DataType> builtinDataType(const std::string& name) {
    using Kind = DataType::Kind;
    if (name == "bytes")
        return DataType::of(Kind::Bytes);
    if (name == "bool")
        return DataType::of(Kind::Boolean);
    if (name == "struct")
        return DataType::ofStructure(nullptr);
    if (name == "io")
        return DataType::of(Kind::Stream);
    if (name == "any")
        return DataType::of(Kind::Any);
    const auto item = builtinItemType(name);
    if (!item)
        return std::nullopt;
    switch (item->kind) {
        case ItemType::Kind::Float:
            return DataType::of(Kind::Float);
        case ItemType::Kind::Text:
            return DataType::of(Kind::Text);
        default:
            return DataType::of(item->isBoolean ? Kind::Boolean : Kind::Integer);
    }
}

}  // namespace

FormatType* TypeLookup::type(const FormatType& from, const std::vector<std::string>& scope) const {
    if (scope.empty())
        return nullptr;
    const std::span<const std::string> rest = std::span(scope).subspan(1);
    for (const FormatType* at = &from; at != nullptr; at = at->outer) {
        if (FormatType* nested = at->nested(scope.front()))
            return descend(nested, rest);
        if (at->name == scope.front() && at->outer != nullptr)
            return descend(at->outer->nested(at->name), rest);
    }
    // The file's own top before those of other files.
    if (from.format->top.name == scope.front())
        return descend(&from.format->top, rest);
    for (const auto& format : set_->formats) {
        if (format->top.name == scope.front())
            return descend(&format->top, rest);
    }
    return nullptr;
}

FormatEnum* TypeLookup::enumeration(const FormatType& from, const std::vector<std::string>& scope) const {
    if (scope.size() == 1) {
        for (const FormatType* at = &from; at != nullptr; at = at->outer) {
            if (FormatEnum* found = at->enumNamed(scope.front()))
                return found;
        }
        return nullptr;
    }
    const std::vector<std::string> typeScope(scope.begin(), scope.end() - 1);
    const FormatType* owner = scope.empty() ? nullptr : type(from, typeScope);
    return owner != nullptr ? owner->enumNamed(scope.back()) : nullptr;
}

std::optional<DataType> TypeLookup::dataType(const FormatType& from, const std::vector<std::string>& scope,
                                             bool isArray) const {
    std::optional<DataType> item;
    if (const FormatType* structure = type(from, scope))
        item = DataType::ofStructure(structure);
    else if (scope.size() == 1)
        item = builtinDataType(scope.front());
    return item && isArray ? DataType::arrayOf(*item) : item;
}

std::vector<std::string> splitScope(const std::string& text) {
    std::vector<std::string> parts;
    std::size_t start = 0;
    for (;;) {
        const std::size_t end = text.find("::", start);
        parts.push_back(text.substr(start, end == std::string::npos ? end : end - start));
        if (end == std::string::npos)
            return parts;
        start = end + 2;
    }
}

}  // namespace octavo
