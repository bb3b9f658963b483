#include <cstdio>
#include <rapidcheck.h>
#include <utility>

#include "core/codec/text_codecs.h"
#include "tests/support/bytes.h"

namespace octavo {
namespace {

bool expect(bool condition, std::string_view what) {
    if (!condition)
        std::fprintf(stderr, "not so: %.*s\n", static_cast<int>(what.size()), what.data());
    return condition;
}

/// RFC 4648, section 10.
bool knownValues() {
    bool ok = true;
    for (const auto& [plain, base64] : {std::pair{"", ""},
                                        {"f", "Zg=="},
                                        {"fo", "Zm8="},
                                        {"foo", "Zm9v"},
                                        {"foob", "Zm9vYg=="},
                                        {"fooba", "Zm9vYmE="},
                                        {"foobar", "Zm9vYmFy"}}) {
        ok &= expect(encodeBase64(bytesOf(plain)) == base64, base64);
        ok &= expect(decodeBase64(base64) == bytesOf(plain), base64);
    }
    ok &= expect(encodeBase64(bytesOf("\xfb\xff"), Base64Alphabet::Url, Base64Padding::Unpadded) == "-_8",
                 "url");
    ok &= expect(encodeHex(bytesOf("\x01\xab"), HexCase::Upper, " ") == "01 AB", "hex");
    ok &= expect(decodeHex(" 01\tAb\n") == bytesOf("\x01\xab"), "hex with spaces");
    return ok;
}

template <typename T>
bool failsAt(const Result<T>& result, ByteOffset offset) {
    return !result && result.error().code == ErrorCode::Malformed && result.error().offset == offset;
}

bool refusals() {
    bool ok = true;
    for (const auto& [text, offset] :
         {std::pair{"0", 1}, {"0g", 1}, {"x", 0}, {"00 0", 4}, {"0 0", 1}, {"00-", 2}})
        ok &= expect(failsAt(decodeHex(text), static_cast<ByteOffset>(offset)), text);
    for (const auto& [text, offset] : {std::pair{"Z", 1},
                                       {"Zg", 2},
                                       {"Zg=", 3},
                                       {"Zg===", 4},
                                       {"=", 0},
                                       {"Z===", 1},
                                       {"Zh==", 1},
                                       {"Zm9=", 2},
                                       {"Zg==Zg==", 4},
                                       {"Zm9v=", 4},
                                       {"Zm-v", 2},
                                       {"Zg=x", 3},
                                       {"Zm 9*", 4}})
        ok &= expect(failsAt(decodeBase64(text), static_cast<ByteOffset>(offset)), text);
    const auto unpadded = [](std::string_view text) {
        return decodeBase64(text, Base64Alphabet::Standard, Base64Padding::Unpadded);
    };
    ok &=
        expect(unpadded("Zg") == bytesOf("f") && unpadded("Zg==") == bytesOf("f"), "padding may be left out");
    ok &= expect(failsAt(unpadded("Z"), 1) && failsAt(unpadded("Zg="), 3), "but not by half");
    return ok;
}

bool properties() {
    bool ok = rc::check("hex and base64 give back what they got", [] {
        Bytes bytes;
        for (const std::uint8_t byte : *rc::gen::arbitrary<std::vector<std::uint8_t>>())
            bytes.push_back(std::byte{byte});
        for (const HexCase digits : {HexCase::Lower, HexCase::Upper}) {
            for (const char* separator : {"", " ", "\n"})
                RC_ASSERT(decodeHex(encodeHex(bytes, digits, separator)) == bytes);
        }
        for (const auto alphabet : {Base64Alphabet::Standard, Base64Alphabet::Url}) {
            for (const auto padding : {Base64Padding::Padded, Base64Padding::Unpadded})
                RC_ASSERT(decodeBase64(encodeBase64(bytes, alphabet, padding), alphabet, padding) == bytes);
        }
    });
    ok &= rc::check("whatever is accepted is what the encoder writes", [] {
        const std::string text =
            *rc::gen::container<std::string>(rc::gen::elementOf(std::string("ABQgwxyz019+/=AAAA")));
        if (const auto bytes = decodeBase64(text))
            RC_ASSERT(encodeBase64(*bytes) == text);
        else
            RC_ASSERT((bytes.error().offset.has_value() && *bytes.error().offset <= text.size()));
    });
    return ok;
}

}  // namespace
}  // namespace octavo

int main() {
    const bool known = octavo::knownValues();
    const bool refused = octavo::refusals();
    return known && refused && octavo::properties() ? 0 : 1;
}
