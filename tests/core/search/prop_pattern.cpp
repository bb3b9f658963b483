// Patterns: what the text notations mean, which letters fold, and that malformed ones say where.

#include <cctype>
#include <cstdio>
#include <rapidcheck.h>
#include <string>
#include <vector>

#include "core/search/pattern.h"
#include "core/search/text_encoder.h"

namespace octavo {
namespace {

std::vector<std::byte> bytesOf(std::string_view text) {
    const auto bytes = std::as_bytes(std::span(text));
    return {bytes.begin(), bytes.end()};
}

bool fits(std::string_view hex, std::string_view bytes) {
    const auto pattern = parseHexPattern(hex);
    return pattern.has_value() && pattern->size() == bytes.size() && pattern->matches(bytesOf(bytes));
}

void hexNotationMeansBytesAndNibbles() {
    RC_ASSERT(fits("41 42", "AB"));
    RC_ASSERT(fits("4142", "AB"));
    RC_ASSERT(fits(" \t41\n42 ", "AB"));
    RC_ASSERT(fits("0x41 0X42", "AB"));
    RC_ASSERT(fits("0x4142", "AB"));
    RC_ASSERT(fits("?? 42", "xB"));
    RC_ASSERT(fits("? 42", "xB"));
    RC_ASSERT(fits("41 ?", "Ax"));
    RC_ASSERT(fits("4? ?2", "OB"));
    RC_ASSERT(!fits("4? ?2", "PB"));
    RC_ASSERT(!fits("4? ?2", "OC"));
    RC_ASSERT(parseHexPattern("dEaD")->isLiteral());
    RC_ASSERT(!parseHexPattern("dEa?")->isLiteral());
}

void malformedHexNamesTheCharacter() {
    struct Case {
        std::string_view text;
        ByteOffset offset;
    };
    for (const Case& c :
         {Case{"", 0}, Case{"  ", 2}, Case{"4", 1}, Case{"41 4", 4}, Case{"4 1", 1}, Case{"41 zz", 3},
          Case{"41 4g", 4}, Case{"0x", 1}, Case{"410x42", 3}, Case{"41?", 3}}) {
        const auto pattern = parseHexPattern(c.text);
        RC_ASSERT(!pattern.has_value());
        RC_ASSERT(pattern.error().code == ErrorCode::Malformed);
        RC_ASSERT(pattern.error().offset == c.offset);
    }
}

void everyPatternIsReadBack() {
    const auto nibbles = *rc::gen::nonEmpty(rc::gen::container<std::string>(rc::gen::element(
        '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f', '?')));
    std::string text;
    for (const char c : nibbles)
        text += std::string{c, c} + (*rc::gen::arbitrary<bool>() ? " " : "");
    const auto pattern = parseHexPattern(text);
    RC_ASSERT((pattern.has_value() && pattern->size() == nibbles.size()));
    for (std::size_t i = 0; i < nibbles.size(); ++i) {
        for (int value = 0; value < 256; ++value) {
            char digits[3];
            std::snprintf(digits, sizeof digits, "%02x", static_cast<unsigned>(value));
            const bool expected = nibbles[i] == '?' || (digits[0] == nibbles[i] && digits[1] == nibbles[i]);
            const auto masked = static_cast<std::byte>(value) & pattern->masks()[i];
            RC_ASSERT((masked == pattern->values()[i]) == expected);
        }
    }
}

void onlyAsciiLettersFold() {
    for (int letter = 0; letter < 256; ++letter) {
        const std::vector<std::byte> one{static_cast<std::byte>(letter)};
        const Pattern pattern = textPattern(one, LetterCase::IgnoreAscii);
        for (int other = 0; other < 256; ++other) {
            const bool isAscii = letter < 128 && other < 128;
            const bool expected = letter == other || (isAscii && std::isalpha(letter) != 0 &&
                                                      std::tolower(letter) == std::tolower(other));
            RC_ASSERT(pattern.matches(std::vector{static_cast<std::byte>(other)}) == expected);
        }
    }
}

void halvesOfWideUnitsDoNotFold() {
    for (const TextEncoding encoding :
         {TextEncoding::Utf16LE, TextEncoding::Utf16BE, TextEncoding::Utf32LE, TextEncoding::Utf32BE}) {
        const auto encoded = [encoding](std::string_view text) { return encodeText(text, encoding).value(); };
        const Pattern letter = textPattern(encoded("aZ"), LetterCase::IgnoreAscii, unitsOf(encoding));
        RC_ASSERT((letter.matches(encoded("aZ")) && letter.matches(encoded("Az")) &&
                   !letter.matches(encoded("bz"))));
        const Pattern han = textPattern(encoded("\u4100"), LetterCase::IgnoreAscii, unitsOf(encoding));
        RC_ASSERT(han.isLiteral());  // U+4100 must not match U+6100
    }
}

void textIsEncodedAsTheStandardSays() {
    const std::string text = "aé€😀";
    const auto is = [&text](TextEncoding encoding, std::string_view hex) {
        const auto encoded = encodeText(text, encoding);
        return encoded.has_value() && Pattern::ofBytes(*encoded) == parseHexPattern(hex).value();
    };
    RC_ASSERT(is(TextEncoding::Utf8, "61 c3a9 e282ac f09f9880"));
    RC_ASSERT(is(TextEncoding::Utf16LE, "6100 e900 ac20 3dd8 00de"));
    RC_ASSERT(is(TextEncoding::Utf16BE, "0061 00e9 20ac d83d de00"));
    RC_ASSERT(is(TextEncoding::Utf32LE, "61000000 e9000000 ac200000 00f60100"));
    RC_ASSERT(is(TextEncoding::Utf32BE, "00000061 000000e9 000020ac 0001f600"));
    RC_ASSERT(encodeText("aé", TextEncoding::Latin1) == bytesOf("a\xE9"));
    RC_ASSERT(encodeText(text, TextEncoding::Latin1).error() ==
              (Error{.code = ErrorCode::Unsupported, .offset = 3, .systemCode = 0, .detail = {}}));
    RC_ASSERT(encodeText(text, TextEncoding::Ascii).error().offset == ByteOffset{1});
}

void textThatIsNotUtf8IsRefused() {
    for (const std::string_view text : {"\xC0\x80", "\x80", "\xE2\x82", "\xED\xA0\x80", "\xF4\x90\x80\x80",
                                        "\xF5", "\xE0\x80\x80", "\xF0\x80\x80\x80", "\xC3("}) {
        const auto encoded = encodeText(std::string("ok") + std::string(text), TextEncoding::Utf16LE);
        RC_ASSERT((!encoded.has_value() && encoded.error().code == ErrorCode::Malformed));
        RC_ASSERT(encoded.error().offset == ByteOffset{2});
    }
}

void encodingsAreKnownByName() {
    const auto names = textEncodingNames();
    for (std::size_t i = 0; i < names.size(); ++i)
        RC_ASSERT(textEncodingNamed(names[i]) == static_cast<TextEncoding>(i));
    RC_ASSERT(textEncodingNamed("UTF8") == TextEncoding::Utf8);
    RC_ASSERT(textEncodingNamed("ISO-8859-1") == TextEncoding::Latin1);
    RC_ASSERT(!textEncodingNamed("utf-7").has_value());
}

}  // namespace
}  // namespace octavo

int main() {
    using namespace octavo;
    bool ok = rc::check("hex notation means bytes and nibbles", hexNotationMeansBytesAndNibbles);
    ok &= rc::check("malformed hex names the character", malformedHexNamesTheCharacter);
    ok &= rc::check("every pattern is read back", everyPatternIsReadBack);
    ok &= rc::check("only ASCII letters fold", onlyAsciiLettersFold);
    ok &= rc::check("halves of wide units do not fold", halvesOfWideUnitsDoNotFold);
    ok &= rc::check("text is encoded as the standard says", textIsEncodedAsTheStandardSays);
    ok &= rc::check("text that is not UTF-8 is refused", textThatIsNotUtf8IsRefused);
    ok &= rc::check("encodings are known by name", encodingsAreKnownByName);
    return ok ? 0 : 1;
}
