#include "core/structure/structure_value.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace octavo {

namespace {

template <typename T>
int order(const T& a, const T& b) {
    return a < b ? -1 : (b < a ? 1 : 0);
}

std::optional<double> numberOf(const StructureValue& value) {
    if (const auto* number = value.as<double>())
        return *number;
    if (const auto* integer = value.as<Int128>())
        return static_cast<double>(*integer);
    return std::nullopt;
}

/// The bytes of a value; a list of small integers counts as bytes.
Evaluated<std::vector<std::byte>> bytesOf(const StructureValue& value) {
    if (const auto* bytes = value.as<BytesValue>())
        return bytes->copy();
    const auto* list = value.as<ListValue>();
    if (list == nullptr)
        return failWith(StructureFault::WrongKind);
    std::vector<std::byte> made;
    for (const StructureValue& item : **list) {
        const auto* integer = item.as<Int128>();
        if (integer == nullptr)
            return failWith(StructureFault::WrongKind);
        made.push_back(static_cast<std::byte>(*integer & 0xFF));
    }
    return made;
}

}  // namespace

Evaluated<std::vector<std::byte>> BytesValue::copy() const {
    if (literal)
        return *literal;
    return space != nullptr ? space->copy(range) : std::vector<std::byte>{};
}

Evaluated<std::byte> BytesValue::at(ByteCount index) const {
    OCTAVO_EXPECTS(index < size());
    if (literal)
        return (*literal)[index];
    const auto byte = space->bytes(range.begin + index, 1);
    if (!byte)
        return tl::unexpected(byte.error());
    return (*byte)[0];
}

Evaluated<int> compareValues(const StructureValue& a, const StructureValue& b) {
    if (a.isMissing() || b.isMissing())
        return failWith(StructureFault::Missing);
    if (a.as<Int128>() != nullptr && b.as<Int128>() != nullptr)
        return order(*a.as<Int128>(), *b.as<Int128>());
    if (const auto left = numberOf(a), right = numberOf(b); left && right)
        return order(*left, *right);
    if (a.as<bool>() != nullptr && b.as<bool>() != nullptr)
        return order(*a.as<bool>(), *b.as<bool>());
    if (a.as<std::u16string>() != nullptr && b.as<std::u16string>() != nullptr)
        return order(*a.as<std::u16string>(), *b.as<std::u16string>());
    if (a.as<StructureNode*>() != nullptr && b.as<StructureNode*>() != nullptr)
        return order(*a.as<StructureNode*>(), *b.as<StructureNode*>());
    const auto left = bytesOf(a);
    if (!left)
        return tl::unexpected(left.error());
    const auto right = bytesOf(b);
    if (!right)
        return tl::unexpected(right.error());
    return order(*left, *right);
}

Evaluated<bool> equalValues(const StructureValue& a, const StructureValue& b) {
    if (a.isMissing() || b.isMissing())
        return false;
    // Bytes of different lengths differ, however long they are.
    if (const auto* left = a.as<BytesValue>(), *right = b.as<BytesValue>();
        left != nullptr && right != nullptr && left->size() != right->size())
        return false;
    const auto compared = compareValues(a, b);
    if (!compared)
        return tl::unexpected(compared.error());
    // Not a number differs from itself.
    const auto left = numberOf(a);
    const auto right = numberOf(b);
    const bool isNumber = !(left && std::isnan(*left)) && !(right && std::isnan(*right));
    return *compared == 0 && isNumber;
}

std::string floatingText(double value) {
    if (std::isnan(value))
        return "NaN";
    if (std::isinf(value))
        return value < 0 ? "-Infinity" : "Infinity";
    if (value == 0)
        return std::signbit(value) ? "-0" : "0";
    char buffer[64];
    const auto written =
        std::to_chars(buffer, buffer + sizeof buffer, std::abs(value), std::chars_format::scientific);
    const std::string_view text(buffer, static_cast<std::size_t>(written.ptr - buffer));
    const std::size_t mark = text.find('e');
    int exponent = 0;
    const std::string_view power = text.substr(mark + (text[mark + 1] == '+' ? 2 : 1));
    std::from_chars(power.data(), power.data() + power.size(), exponent);
    std::string digits(1, text[0]);
    if (mark > 2)
        digits += text.substr(2, mark - 2);
    const int count = static_cast<int>(digits.size());
    const int point = exponent + 1;  // digits in front of the decimal point
    std::string made = value < 0 ? "-" : "";
    if (point > 21 || point <= -6) {
        made += digits.substr(0, 1);
        if (count > 1)
            made += "." + digits.substr(1);
        made += exponent < 0 ? "e-" : "e+";
        return made + std::to_string(std::abs(exponent));
    }
    if (point <= 0)
        return made + "0." + std::string(static_cast<std::size_t>(-point), '0') + digits;
    if (point >= count)
        return made + digits + std::string(static_cast<std::size_t>(point - count), '0');
    return made + digits.substr(0, static_cast<std::size_t>(point)) + "." +
           digits.substr(static_cast<std::size_t>(point));
}

}  // namespace octavo
