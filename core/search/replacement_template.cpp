#include "core/search/replacement_template.h"

#include <algorithm>
#include <optional>

#include "core/base/hex_digit.h"

namespace octavo {

namespace {

std::optional<char> escapedCharacter(char c) {
    switch (c) {
        case 'n':
            return '\n';
        case 'r':
            return '\r';
        case 't':
            return '\t';
        case '0':
            return '\0';
        case '\\':
        case '$':
            return c;
        default:
            return std::nullopt;
    }
}

/// The number of the part of that name or number.
std::optional<std::size_t> captureNamed(std::string_view name, std::span<const std::string> names) {
    const bool isNumber =
        !name.empty() && name.size() <= 5 && name.find_first_not_of("0123456789") == std::string_view::npos;
    if (isNumber) {
        const auto number = static_cast<std::size_t>(std::stoul(std::string(name)));
        return number < std::max<std::size_t>(1, names.size()) ? std::optional(number) : std::nullopt;
    }
    const auto found = std::ranges::find(names, name);
    if (name.empty() || found == names.end())
        return std::nullopt;
    return static_cast<std::size_t>(found - names.begin());
}

}  // namespace

Result<ReplacementTemplate> ReplacementTemplate::parse(std::string_view text,
                                                       std::span<const std::string> captureNames) {
    ReplacementTemplate result;
    std::vector<std::byte> bytes;
    const auto addCapture = [&](std::size_t number) {
        if (!bytes.empty())
            result.parts_.emplace_back(std::exchange(bytes, {}));
        result.parts_.emplace_back(number);
    };
    const auto peek = [text](std::size_t index) { return index < text.size() ? text[index] : '\0'; };
    for (std::size_t i = 0; i < text.size();) {
        if (text[i] == '$') {
            const bool isBraced = peek(i + 1) == '{';
            const std::size_t begin = i + (isBraced ? 2 : 1);
            const std::size_t end = isBraced ? text.find('}', begin) : std::min(begin + 1, text.size());
            if (end == std::string_view::npos)
                return failAt(ErrorCode::Malformed, text.size(), "}");
            const std::string_view name = text.substr(begin, end - begin);
            const auto number = isBraced || hexDigit(peek(begin)).value_or(16) < 10
                                    ? captureNamed(name, captureNames)
                                    : std::nullopt;
            if (!number)
                return failAt(ErrorCode::Malformed, begin, "part of the match");
            addCapture(*number);
            i = end + (isBraced ? 1 : 0);
        } else if (text[i] == '\\' && peek(i + 1) == 'x') {
            const auto high = hexDigit(peek(i + 2));
            const auto low = hexDigit(peek(i + 3));
            if (!high || !low)
                return failAt(ErrorCode::Malformed, std::min(text.size(), i + (high ? 3 : 2)), "hex digit");
            bytes.push_back(static_cast<std::byte>(*high << 4 | *low));
            i += 4;
        } else if (text[i] == '\\') {
            const auto escaped = i + 1 < text.size() ? escapedCharacter(text[i + 1]) : std::nullopt;
            if (!escaped)
                return failAt(ErrorCode::Malformed, i + 1, "escape");
            bytes.push_back(static_cast<std::byte>(*escaped));
            i += 2;
        } else {
            bytes.push_back(static_cast<std::byte>(text[i]));
            ++i;
        }
    }
    if (!bytes.empty())
        result.parts_.emplace_back(std::move(bytes));
    return result;
}

Status ReplacementTemplate::appendTo(std::vector<std::byte>& out, const Snapshot& snapshot,
                                     std::span<const Capture> captures) const {
    for (const Part& part : parts_) {
        if (const auto* bytes = std::get_if<std::vector<std::byte>>(&part)) {
            out.insert(out.end(), bytes->begin(), bytes->end());
            continue;
        }
        const std::size_t number = std::get<std::size_t>(part);
        if (number >= captures.size() || !captures[number])
            continue;
        const ByteRange range = *captures[number];
        const std::size_t before = out.size();
        out.resize(before + static_cast<std::size_t>(range.size()));
        if (!snapshot.read(range.begin, std::span(out).subspan(before)).isEmpty())
            return failAt(ErrorCode::Unreadable, range.begin);
    }
    return {};
}

}  // namespace octavo
