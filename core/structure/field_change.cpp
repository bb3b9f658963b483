#include "core/structure/field_change.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "core/base/hex_digit.h"

namespace octavo {

namespace {

/// Pairs of digits with white space between them or not.
std::optional<std::vector<std::byte>> parseHexBytes(std::string_view text) {
    std::vector<std::byte> bytes;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == ' ')
            continue;
        const auto high = hexDigit(text[i]);
        const auto low = i + 1 < text.size() ? hexDigit(text[i + 1]) : std::nullopt;
        if (!high || !low)
            return std::nullopt;
        bytes.push_back(static_cast<std::byte>(*high * 16 + *low));
        ++i;
    }
    return bytes;
}

}  // namespace

Result<StructureValue> parseFieldValue(std::string_view text, const FormatField& field,
                                       const FieldNode& node) {
    if (node.item == nullptr)
        return fail(ErrorCode::Unsupported,
                    std::string(node.structure || node.array ? kFieldIsNoValue : kFieldIsNotThere));
    switch (node.item->kind) {
        case ItemType::Kind::Integer:
        case ItemType::Kind::Bits: {
            if (node.item->isBoolean && (text == "true" || text == "false"))
                return StructureValue(text == "true");
            const FormatEnumMember* member =
                field.enumeration != nullptr ? field.enumeration->find(std::string(text)) : nullptr;
            if (member != nullptr)
                return StructureValue(member->value);
            const auto integer = parseIntegerLiteral(text);
            if (!integer && field.time) {
                const auto time = timeValue(*field.time, text);
                return time ? Result<StructureValue>(*time)
                            : fail(time.error().code, time.error().code == ErrorCode::OutOfRange
                                                          ? "a time that the field can hold"
                                                          : "an integer or a time");
            }
            return integer ? Result<StructureValue>(*integer)
                           : fail(ErrorCode::Malformed,
                                  field.enumeration != nullptr
                                      ? "an integer or a member of " + field.enumeration->path
                                      : "an integer");
        }
        case ItemType::Kind::Float: {
            double number = 0;
            const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
            const bool isWhole = read.ec == std::errc{} && read.ptr == text.data() + text.size();
            return isWhole ? Result<StructureValue>(number) : fail(ErrorCode::Malformed, "a number");
        }
        case ItemType::Kind::Text:
            return StructureValue(utf16FromUtf8(text));
        case ItemType::Kind::Bytes: {
            const auto bytes = parseHexBytes(text);
            if (!bytes)
                return fail(ErrorCode::Malformed, "hex digits");
            return StructureValue(
                BytesValue{.space = nullptr,
                           .range = {},
                           .literal = std::make_shared<const std::vector<std::byte>>(*bytes)});
        }
        default:
            return fail(ErrorCode::Unsupported, std::string(kFieldIsNoValue));
    }
}

Status applyChange(Document& document, const FieldChange& change) {
    struct Splice {
        ByteRange range;
        const std::vector<std::byte>* bytes;
    };
    std::vector<Splice> splices = {{change.range, &change.bytes}};
    for (const FieldChange::Adjusted& each : change.adjusted)
        splices.push_back({each.range, &each.bytes});
    // From the end, so that those before stay where they are; what is only put in comes before what is there.
    std::sort(splices.begin(), splices.end(), [](const Splice& a, const Splice& b) {
        return std::pair(a.range.begin, a.range.end) > std::pair(b.range.begin, b.range.end);
    });
    return document.applyTogether([&]() -> Status {
        for (const Splice& each : splices) {
            if (Status done = document.apply(Edit::replace(each.range, Content::ofBytes(*each.bytes))); !done)
                return done;
        }
        return {};
    });
}

}  // namespace octavo
