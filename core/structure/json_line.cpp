#include "core/structure/json_line.h"

#include "core/structure/encoding_codec.h"

namespace octavo {

namespace {

constexpr std::string_view kDigits = "0123456789abcdef";

}  // namespace

std::string jsonText(std::u16string_view text) {
    std::string out = "\"";
    const auto escape = [&out](char16_t unit) {
        out += "\\u";
        for (int shift = 12; shift >= 0; shift -= 4)
            out += kDigits[(unit >> shift) & 0xF];
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char16_t unit = text[i];
        constexpr std::u16string_view kShort = u"\"\\\b\f\n\r\t";
        constexpr std::string_view kLetters = "\"\\bfnrt";
        const std::size_t known = kShort.find(unit);
        const bool isHigh = unit >= 0xD800 && unit < 0xDC00;
        const bool isLow = unit >= 0xDC00 && unit < 0xE000;
        const bool isPair = isHigh && i + 1 < text.size() && text[i + 1] >= 0xDC00 && text[i + 1] < 0xE000;
        if (known != std::u16string_view::npos) {
            out += '\\';
            out += kLetters[known];
        } else if (unit < 0x20 || (isHigh && !isPair) || isLow) {
            escape(unit);
        } else {
            out += utf8FromUtf16(text.substr(i, isPair ? 2 : 1));
            i += isPair ? 1 : 0;
        }
    }
    return out + "\"";
}

std::string jsonText(std::string_view utf8) {
    return jsonText(utf16FromUtf8(utf8));
}

std::string hexText(std::span<const std::byte> bytes) {
    std::string text;
    for (const std::byte value : bytes) {
        text += kDigits[std::to_integer<unsigned>(value) >> 4];
        text += kDigits[std::to_integer<unsigned>(value) & 0xF];
    }
    return text;
}

void JsonLine::add(std::string_view key, std::string_view json) {
    text_ += text_.empty() ? "{" : ",";
    text_ += '"';
    text_ += key;
    text_ += "\":";
    text_ += json;
}

}  // namespace octavo
