// The parts that structures are read with, against the obvious: integers, bits, texts, printed floats.

#include <bit>
#include <charconv>
#include <cstdio>
#include <rapidcheck.h>
#include <string>
#include <vector>

#include "core/base/integer.h"
#include "core/structure/byte_space.h"
#include "core/structure/encoding_codec.h"
#include "core/structure/expression.h"
#include "core/structure/structure_value.h"

namespace octavo {
namespace {

void integersAreReadBackFromTheirText() {
    const auto high = *rc::gen::arbitrary<std::int64_t>();
    const auto low = *rc::gen::arbitrary<std::uint64_t>();
    const Int128 value = (Int128{high} << 63) + Int128{low};
    const auto base = *rc::gen::inRange(2U, 37U);
    RC_ASSERT((parseInteger(integerText(value, base), base) == value));
    RC_ASSERT((parseInteger(integerText(largestInteger())) == largestInteger()));
    RC_ASSERT((parseInteger(integerText(smallestInteger())) == smallestInteger()));
    RC_ASSERT((!parseInteger(integerText(largestInteger()) + "0")));
}

void divisionRoundsDown() {
    const Int128 a = *rc::gen::arbitrary<std::int64_t>();
    const Int128 b = *rc::gen::suchThat(rc::gen::arbitrary<std::int64_t>(), [](auto v) { return v != 0; });
    const Int128 quotient = *divideFloor(a, b);
    const Int128 rest = a - quotient * b;
    RC_ASSERT((b > 0 ? rest >= 0 && rest < b : rest <= 0 && rest > b));
    if (b > 0)
        RC_ASSERT((remainderOf(a, b) == rest));
    RC_ASSERT((!divideFloor(smallestInteger(), -1)));
}

void shiftsAreProductsOfPowersOfTwo() {
    const Int128 value = *rc::gen::arbitrary<std::int64_t>();
    const int distance = *rc::gen::inRange(0, 63);
    RC_ASSERT((shiftLeftChecked(value, distance) == value * (Int128{1} << distance)));
    RC_ASSERT((shiftRightChecked(value, distance) == divideFloor(value, Int128{1} << distance)));
    RC_ASSERT((!shiftLeftChecked(1, 127)));
    RC_ASSERT((shiftRightChecked(-1, 1000) == Int128{-1}));
}

/// The bits of some bytes one by one, in the order in which a stream gives them out.
std::vector<bool> bitsOf(const std::vector<std::byte>& bytes, ByteOrder order) {
    std::vector<bool> bits;
    for (const std::byte value : bytes) {
        for (int i = 0; i < 8; ++i)
            bits.push_back(((std::to_integer<int>(value) >> (order == ByteOrder::Big ? 7 - i : i)) & 1) != 0);
    }
    return bits;
}

void bitFieldsAreTheBitsOneByOne() {
    const auto raw = *rc::gen::container<std::vector<std::uint8_t>>(40, rc::gen::arbitrary<std::uint8_t>());
    std::vector<std::byte> bytes;
    for (const std::uint8_t value : raw)
        bytes.push_back(static_cast<std::byte>(value));
    const ByteOrder order = *rc::gen::element(ByteOrder::Little, ByteOrder::Big);
    const std::vector<bool> bits = bitsOf(bytes, order);
    ReadLog log;
    ReadingLimit limit;
    ByteSpace space(Snapshot::ofBytes(bytes), log, limit);
    ByteStream stream(space, {0, bytes.size()});
    std::size_t at = 0;
    while (true) {
        const auto count = *rc::gen::inRange(1U, 65U);
        const auto read = stream.readBits(count, order);
        if (at + count > bits.size()) {
            RC_ASSERT((!read && read.error().fault == StructureFault::EndOfData));
            return;
        }
        std::uint64_t expected = 0;
        for (unsigned i = 0; i < count; ++i) {
            const std::uint64_t bit = bits[at + i] ? 1 : 0;
            expected |= order == ByteOrder::Big ? bit << (count - 1 - i) : bit << i;
        }
        RC_ASSERT((read && *read == expected));
        at += count;
        RC_ASSERT((stream.position().byte * 8 + stream.position().bit == at));
    }
}

void textsOfEveryEncodingComeBack() {
    const auto name = *rc::gen::element<std::string>("ASCII", "ISO-8859-1", "UTF-8", "UTF-16LE", "UTF-16BE",
                                                     "UTF-32LE", "windows-1252", "IBM437", "Shift_JIS");
    const EncodingCodec* decoder = EncodingCodec::named(name);
    RC_ASSERT((decoder != nullptr));
    const auto ascii = *rc::gen::container<std::string>(rc::gen::inRange('A', 'z'));
    const std::u16string text(ascii.begin(), ascii.end());
    // Shift_JIS has a yen sign where ASCII has a backslash.
    RC_PRE(name != "Shift_JIS" || text.find(u'\\') == std::u16string::npos);
    const auto bytes = decoder->encode(text);
    RC_ASSERT((bytes && decoder->decode(*bytes) == text));
    RC_ASSERT((bytes->size() == text.size() * decoder->unitSize()));
}

void anyBytesAreSomeTextInUtf8() {
    const auto raw = *rc::gen::container<std::string>(rc::gen::arbitrary<char>());
    const std::u16string text = utf16FromUtf8(raw);
    RC_ASSERT((utf16FromUtf8(utf8FromUtf16(text)) == text));
}

void floatsAreReadBackFromTheirText() {
    const double value = std::bit_cast<double>(*rc::gen::arbitrary<std::uint64_t>());
    const std::string text = floatingText(value);
    if (value != value || value - value != 0) {
        RC_ASSERT((text == (value != value ? "NaN" : value < 0 ? "-Infinity" : "Infinity")));
        return;
    }
    double back = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), back);
    RC_ASSERT((read.ptr == text.data() + text.size() && back == value));
}

/// Anything at all is an expression or a fault within the text.
void anyTextIsAnExpressionOrAFaultInIt() {
    static const std::vector<std::string> parts = {
        "1",  "a",  "+", "-",  "*",   "(",   ")", "[",       "]",     ".",   "?",
        ":",  "::", "'", "\"", "f\"", "{",   "}", "not ",    " and ", "as<", ">",
        "0x", " ",  "~", "==", ",",   "\\n", "é", "sizeof<", "1.5e3"};
    std::string text;
    for (int i = *rc::gen::inRange(0, 12); i > 0; --i)
        text += *rc::gen::elementOf(parts);
    const auto parsed = parseExpression(text);
    RC_ASSERT((parsed || parsed.error().at <= text.size()));
}

}  // namespace
}  // namespace octavo

int main() {
    using namespace octavo;
    bool ok = true;
    const auto check = [&ok](const char* name, void (*property)()) { ok &= rc::check(name, property); };
    check("integers are read back from their text", integersAreReadBackFromTheirText);
    check("division rounds down", divisionRoundsDown);
    check("shifts are products of powers of two", shiftsAreProductsOfPowersOfTwo);
    check("bit fields are the bits one by one", bitFieldsAreTheBitsOneByOne);
    check("texts of every encoding come back", textsOfEveryEncodingComeBack);
    check("any bytes are some text in UTF-8", anyBytesAreSomeTextInUtf8);
    check("floats are read back from their text", floatsAreReadBackFromTheirText);
    check("any text is an expression or a fault in it", anyTextIsAnExpressionOrAFaultInIt);
    return ok ? 0 : 1;
}
