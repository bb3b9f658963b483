#include <cstdio>
#include <rapidcheck.h>

#include "core/codec/text_codecs.h"
#include "core/inspect/builtin_codecs.h"
#include "tests/support/bytes.h"

namespace octavo {
namespace {

constexpr ByteOrder kOrders[]{ByteOrder::Little, ByteOrder::Big};

bool complain(const ValueCodec& codec, std::span<const std::byte> bytes, const char* what) {
    std::fprintf(stderr, "%s of %s: %s\n", codec.id.c_str(), encodeHex(bytes).c_str(), what);
    return false;
}

/// What can be read can be written, and gives the same bytes again unless `exact` is false.
bool survives(const ValueCodec& codec, std::span<const std::byte> bytes, ByteOrder order,
              bool isExact = true) {
    const auto value = codec.decode(bytes, order);
    if (!value) {
        const ErrorCode code = value.error().code;
        const bool isExpected =
            code == ErrorCode::Malformed || code == ErrorCode::Truncated || code == ErrorCode::OutOfRange;
        return isExpected || complain(codec, bytes, "refused with another code");
    }
    if (value->bytesUsed == 0 || value->bytesUsed > codec.maximumBytes || value->bytesUsed > bytes.size())
        return complain(codec, bytes, "wrong size");
    const auto again = codec.encode(value->text, order, value->bytesUsed);
    if (!again)
        return complain(codec, bytes, "its own text is refused");
    const auto used = bytes.first(value->bytesUsed);
    if (isExact && !std::equal(again->begin(), again->end(), used.begin(), used.end()))
        return complain(codec, bytes, ("other bytes from " + value->text).c_str());
    const auto twice = codec.decode(*again, order);
    if (!twice || *twice != *value)
        return complain(codec, bytes, "another value the second time");
    return true;
}

/// Pseudo-denormal extended numbers, dates finer than their text and minus zero days have a twin with the
/// same text.
bool hasTwins(const ValueCodec& codec) {
    return codec.id == "f80" || codec.id == "oledate";
}

/// All 65536 patterns through every codec: whole for those of one and two bytes, as a beginning for the
/// others.
bool exhaustive(const Registry<ValueCodec>& codecs) {
    bool ok = true;
    for (const ValueCodec& codec : codecs) {
        for (unsigned pattern = 0; pattern < 0x10000; ++pattern) {
            Bytes bytes(std::max<std::size_t>(codec.maximumBytes, 2), std::byte{0x31});
            storeUnsigned(static_cast<std::uint16_t>(pattern), std::span(bytes).first(2), ByteOrder::Big);
            for (const ByteOrder order : kOrders)
                ok = survives(codec, bytes, order, !hasTwins(codec)) && ok;
            // The same at the other end, where little endian has its exponents and signs.
            std::reverse(bytes.begin(), bytes.end());
            ok = survives(codec, bytes, ByteOrder::Little, !hasTwins(codec)) && ok;
        }
    }
    return ok;
}

/// Every code point through every UTF, and its text through the encoder.
bool everyCodePoint(const Registry<ValueCodec>& codecs) {
    bool ok = true;
    for (std::uint32_t value = 0; value < 0x110000; ++value) {
        Bytes bytes(4);
        storeUnsigned(value, std::span(bytes), ByteOrder::Big);
        const bool isSurrogate = value >= 0xD800 && value < 0xE000;
        const auto text = codecs.find("char-utf32")->decode(bytes, ByteOrder::Big);
        if (text.has_value() == isSurrogate)
            return complain(*codecs.find("char-utf32"), bytes, "surrogates and only they are refused");
        if (!text)
            continue;
        for (const char* id : {"char-utf8", "char-utf16", "char-utf32"}) {
            const ValueCodec& codec = *codecs.find(id);
            const auto encoded = codec.encode(text->text, ByteOrder::Big, 0);
            const auto decoded =
                encoded ? codec.decode(*encoded, ByteOrder::Big) : fail(ErrorCode::Malformed);
            if (!decoded || decoded->text != text->text || decoded->bytesUsed != encoded->size())
                ok = complain(codec, bytes, "code point lost");
        }
    }
    return ok;
}

/// Every day of 2000 years, against a calendar that only ever adds one.
bool everyDay(const Registry<ValueCodec>& codecs) {
    const ValueCodec& codec = *codecs.find("time64");
    int year = 1;
    unsigned month = 1;
    unsigned day = 1;
    for (std::int64_t days = -719162; year <= 2400; ++days) {
        Bytes bytes(8);
        storeUnsigned(static_cast<std::uint64_t>(days * 86400), std::span(bytes), ByteOrder::Big);
        char expected[32];
        std::snprintf(expected, sizeof expected, "%04d-%02u-%02uT00:00:00Z", year, month, day);
        const auto value = codec.decode(bytes, ByteOrder::Big);
        if (!value || value->text != expected || !survives(codec, bytes, ByteOrder::Big))
            return complain(codec, bytes, expected);
        const bool isLeap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0);
        const unsigned days30 = month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
        if (++day > (month == 2 ? (isLeap ? 29U : 28U) : days30)) {
            day = 1;
            if (++month > 12) {
                month = 1;
                ++year;
            }
        }
    }
    return true;
}

bool properties(const Registry<ValueCodec>& codecs) {
    const auto anyCodec = [&]() -> const ValueCodec& {
        return *(codecs.begin() +
                 *rc::gen::inRange<std::ptrdiff_t>(0, static_cast<std::ptrdiff_t>(codecs.size())));
    };
    const auto anyBytes = [](std::size_t size) {
        Bytes bytes;
        for (const std::uint8_t byte : *rc::gen::container<std::vector<std::uint8_t>>(
                 size, rc::gen::oneOf(rc::gen::arbitrary<std::uint8_t>(),
                                      rc::gen::element<std::uint8_t>(0, 0xFF, 0x80))))
            bytes.push_back(std::byte{byte});
        return bytes;
    };
    bool ok = rc::check("any bytes survive reading and writing back", [&] {
        for (const ValueCodec& codec : codecs) {
            const Bytes bytes = anyBytes(codec.maximumBytes + 1);
            for (const ByteOrder order : kOrders)
                RC_ASSERT(survives(codec, bytes, order, !hasTwins(codec)));
        }
    });
    ok &= rc::check("any text is a value that reads back or an error inside the text", [&] {
        const ValueCodec& codec = anyCodec();
        const std::string text = *rc::gen::container<std::string>(
            rc::gen::elementOf(std::string("0123456789abcdefxXnNiIt.-+:TZ# U{}()eEob\xC3\xA4")));
        const auto bytes = codec.encode(text, ByteOrder::Little, 0);
        if (!bytes) {
            const Error& error = bytes.error();
            RC_ASSERT((error.code == ErrorCode::Malformed || error.code == ErrorCode::OutOfRange));
            if (error.code == ErrorCode::Malformed)
                RC_ASSERT((error.offset.has_value() && *error.offset <= text.size()));
            return;
        }
        RC_ASSERT((bytes->size() >= codec.minimumBytes && bytes->size() <= codec.maximumBytes));
        RC_ASSERT(codec.decode(*bytes, ByteOrder::Little).has_value());
    });
    ok &= rc::check("a prefix is Truncated or the same value", [&] {
        const ValueCodec& codec = anyCodec();
        const Bytes bytes = anyBytes(codec.maximumBytes);
        const auto whole = codec.decode(bytes, ByteOrder::Big);
        for (std::size_t size = 0; size < bytes.size(); ++size) {
            const auto part = codec.decode(std::span(bytes).first(size), ByteOrder::Big);
            if (whole && size >= whole->bytesUsed)
                RC_ASSERT((part.has_value() && *part == *whole));
            else if (whole || size < codec.minimumBytes)
                RC_ASSERT((!part.has_value() && part.error().code == ErrorCode::Truncated));
        }
    });
    ok &= rc::check("LEB128 keeps the size it had", [&] {
        const ValueCodec& codec = *codecs.find(*rc::gen::element<std::string>("uleb128", "sleb128"));
        const auto size = *rc::gen::inRange<std::size_t>(1, 11);
        const auto value = *rc::gen::arbitrary<std::int64_t>();
        const std::string text = std::to_string(codec.id == "uleb128" ? value & 0x7FFFFFFF : value);
        const auto minimal = codec.encode(text, ByteOrder::Little, 0);
        const auto padded = codec.encode(text, ByteOrder::Little, size);
        RC_ASSERT((minimal.has_value() && padded.has_value()));
        RC_ASSERT(padded->size() == std::max(size, minimal->size()));
        const auto decoded = codec.decode(*padded, ByteOrder::Little);
        RC_ASSERT((decoded.has_value() && decoded->text == text && decoded->bytesUsed == padded->size()));
    });
    return ok;
}

bool run() {
    Registry<ValueCodec> codecs;
    registerBuiltinCodecs(codecs);
    const bool small = exhaustive(codecs);
    const bool characters = everyCodePoint(codecs);
    const bool days = everyDay(codecs);
    const bool random = properties(codecs);
    return small && characters && days && random;
}

}  // namespace
}  // namespace octavo

int main() {
    return octavo::run() ? 0 : 1;
}
