#include "core/codec/text_codecs.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "core/base/hex_digit.h"

namespace octavo {

namespace {

constexpr unsigned kNoDigit = 255;

bool isSpace(char character) {
    return character == ' ' || (character >= '\t' && character <= '\r');
}

std::string_view base64Digits(Base64Alphabet alphabet) {
    return alphabet == Base64Alphabet::Standard
               ? "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
               : "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
}

/// The value of each character, or kNoDigit.
std::array<std::uint8_t, 256> base64Values(Base64Alphabet alphabet) {
    std::array<std::uint8_t, 256> values{};
    values.fill(kNoDigit);
    const std::string_view digits = base64Digits(alphabet);
    for (std::size_t i = 0; i < digits.size(); ++i)
        values[static_cast<unsigned char>(digits[i])] = static_cast<std::uint8_t>(i);
    return values;
}

}  // namespace

std::string encodeHex(std::span<const std::byte> bytes, HexCase digits, std::string_view separator) {
    const char* alphabet = digits == HexCase::Lower ? "0123456789abcdef" : "0123456789ABCDEF";
    std::string text;
    text.reserve(bytes.size() * (2 + separator.size()));
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (i > 0)
            text += separator;
        text.push_back(alphabet[std::to_integer<unsigned>(bytes[i]) >> 4]);
        text.push_back(alphabet[std::to_integer<unsigned>(bytes[i]) & 0xF]);
    }
    return text;
}

Result<std::vector<std::byte>> decodeHex(std::string_view text) {
    std::vector<std::byte> bytes;
    bytes.reserve(text.size() / 2);
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (isSpace(text[i]))
            continue;
        const unsigned high = hexDigit(text[i]).value_or(kNoDigit);
        if (high == kNoDigit)
            return failAt(ErrorCode::Malformed, i);
        ++i;
        const unsigned low = i < text.size() ? hexDigit(text[i]).value_or(kNoDigit) : kNoDigit;
        if (low == kNoDigit)
            return failAt(ErrorCode::Malformed, i);
        bytes.push_back(static_cast<std::byte>(high << 4 | low));
    }
    return bytes;
}

std::string encodeBase64(std::span<const std::byte> bytes, Base64Alphabet alphabet, Base64Padding padding) {
    const std::string_view digits = base64Digits(alphabet);
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const std::size_t count = std::min<std::size_t>(3, bytes.size() - i);
        std::uint32_t group = 0;
        for (std::size_t k = 0; k < 3; ++k)
            group = group << 8 | (k < count ? std::to_integer<std::uint32_t>(bytes[i + k]) : 0);
        for (std::size_t k = 0; k <= count; ++k)
            text.push_back(digits[group >> (18 - 6 * k) & 0x3F]);
        if (padding == Base64Padding::Padded)
            text.append(3 - count, '=');
    }
    return text;
}

Result<std::vector<std::byte>> decodeBase64(std::string_view text, Base64Alphabet alphabet,
                                            Base64Padding padding) {
    const auto values = base64Values(alphabet);
    std::vector<std::byte> bytes;
    bytes.reserve(text.size() / 4 * 3);
    std::uint32_t group = 0;
    std::size_t digits = 0;  // of the current group of four
    std::size_t padded = 0;  // '=' seen
    std::size_t lastDigit = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (isSpace(text[i]))
            continue;
        if (text[i] == '=' && digits >= 2 && digits + padded < 4) {
            ++padded;
            continue;
        }
        const unsigned value = values[static_cast<unsigned char>(text[i])];
        if (value == kNoDigit || padded > 0)
            return failAt(ErrorCode::Malformed, i);
        lastDigit = i;
        group = (group << 6 | value) & 0xFFFFFF;
        if (++digits < 4)
            continue;
        for (const unsigned shift : {16U, 8U, 0U})
            bytes.push_back(static_cast<std::byte>(group >> shift & 0xFF));
        digits = 0;
    }
    if (digits == 0)
        return bytes;
    const bool isComplete =
        padded > 0 || padding == Base64Padding::Padded ? digits + padded == 4 : digits >= 2;
    if (!isComplete)
        return failAt(ErrorCode::Malformed, text.size());
    // Two digits hold one byte and four bits, three hold two bytes and two bits; what is left over must be
    // zero.
    const unsigned spare = digits == 2 ? 4 : 2;
    if ((group & ((1U << spare) - 1)) != 0)
        return failAt(ErrorCode::Malformed, lastDigit);
    group >>= spare;
    group &= digits == 2 ? 0xFF : 0xFFFF;
    if (digits == 3)
        bytes.push_back(static_cast<std::byte>(group >> 8));
    bytes.push_back(static_cast<std::byte>(group & 0xFF));
    return bytes;
}

}  // namespace octavo
