#include "core/structure/encoding_codec.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <iconv.h>
#include <map>
#include <mutex>

#include "core/base/ascii_text.h"
#include "core/base/byte_order.h"

namespace octavo {

namespace {

constexpr char16_t kReplacement = 0xFFFD;

bool isHighSurrogate(char16_t unit) {
    return unit >= 0xD800 && unit < 0xDC00;
}
bool isLowSurrogate(char16_t unit) {
    return unit >= 0xDC00 && unit < 0xE000;
}

void append(char32_t character, std::u16string& out) {
    if (character < 0x10000) {
        out += static_cast<char16_t>(character);
        return;
    }
    character -= 0x10000;
    out += static_cast<char16_t>(0xD800 + (character >> 10));
    out += static_cast<char16_t>(0xDC00 + (character & 0x3FF));
}

/// One character of UTF-8 from the front of `bytes`, and how many bytes it took: for malformed ones the
/// longest beginning that could have become a character, at least one, as the WHATWG standard's decoder
/// takes.
struct Utf8Step {
    char32_t character = kReplacement;
    std::size_t length = 1;
};
Utf8Step stepUtf8(std::span<const std::byte> bytes) {
    const auto at = [&](std::size_t i) { return std::to_integer<unsigned>(bytes[i]); };
    const unsigned first = at(0);
    if (first < 0x80)
        return {.character = first, .length = 1};
    const std::size_t more = first >= 0xC2 && first <= 0xDF   ? 1
                             : first >= 0xE0 && first <= 0xEF ? 2
                             : first >= 0xF0 && first <= 0xF4 ? 3
                                                              : 0;
    if (more == 0)
        return {};
    unsigned lowest = first == 0xE0 ? 0xA0U : first == 0xF0 ? 0x90U : 0x80U;
    unsigned highest = first == 0xED ? 0x9FU : first == 0xF4 ? 0x8FU : 0xBFU;
    char32_t character = first & (0x3FU >> more);
    for (std::size_t i = 1; i <= more; ++i) {
        if (i >= bytes.size() || at(i) < lowest || at(i) > highest)
            return {.character = kReplacement, .length = i};
        character = (character << 6) | (at(i) & 0x3F);
        lowest = 0x80;
        highest = 0xBF;
    }
    return {.character = character, .length = more + 1};
}

class Latin1Codec final : public EncodingCodec {
public:
    explicit Latin1Codec(char16_t highest) : highest_(highest) {}

    [[nodiscard]] std::u16string decode(std::span<const std::byte> bytes) const override {
        std::u16string text(bytes.size(), u'\0');
        std::transform(bytes.begin(), bytes.end(), text.begin(),
                       [](std::byte value) { return std::to_integer<char16_t>(value); });
        return text;
    }
    [[nodiscard]] std::optional<std::vector<std::byte>> encode(std::u16string_view text) const override {
        std::vector<std::byte> bytes;
        for (const char16_t unit : text) {
            if (unit > highest_)
                return std::nullopt;
            bytes.push_back(static_cast<std::byte>(unit));
        }
        return bytes;
    }

private:
    char16_t highest_;
};

class Utf8Codec final : public EncodingCodec {
public:
    [[nodiscard]] std::u16string decode(std::span<const std::byte> bytes) const override {
        std::u16string text;
        text.reserve(bytes.size());
        while (!bytes.empty()) {
            const Utf8Step step = stepUtf8(bytes);
            append(step.character, text);
            bytes = bytes.subspan(step.length);
        }
        return text;
    }
    [[nodiscard]] std::optional<std::vector<std::byte>> encode(std::u16string_view text) const override {
        const std::string written = utf8FromUtf16(text);
        const auto bytes = std::as_bytes(std::span(written));
        if (decode(bytes) != text)
            return std::nullopt;  // an unpaired surrogate
        return std::vector(bytes.begin(), bytes.end());
    }
};

class Utf16Codec final : public EncodingCodec {
public:
    explicit Utf16Codec(ByteOrder order) : order_(order) {}

    [[nodiscard]] std::u16string decode(std::span<const std::byte> bytes) const override {
        std::u16string text;
        text.reserve(bytes.size() / 2 + 1);
        std::size_t at = 0;
        const auto unitAt = [&](std::size_t index) {
            return static_cast<char16_t>(loadUnsigned<std::uint16_t>(bytes.subspan(index, 2), order_));
        };
        for (; at + 2 <= bytes.size(); at += 2) {
            const char16_t unit = unitAt(at);
            const bool isPair =
                isHighSurrogate(unit) && at + 4 <= bytes.size() && isLowSurrogate(unitAt(at + 2));
            if (isPair) {
                text += unit;
                at += 2;
                text += unitAt(at);
            } else {
                text += isHighSurrogate(unit) || isLowSurrogate(unit) ? kReplacement : unit;
            }
        }
        // A high surrogate and half a unit behind it are one error.
        const bool endsInHigh = at >= 2 && bytes.size() - at == 1 && isHighSurrogate(unitAt(at - 2));
        if (at < bytes.size() && !endsInHigh)
            text += kReplacement;
        return text;
    }
    [[nodiscard]] std::optional<std::vector<std::byte>> encode(std::u16string_view text) const override {
        std::vector<std::byte> bytes(text.size() * 2);
        for (std::size_t i = 0; i < text.size(); ++i)
            storeUnsigned(static_cast<std::uint16_t>(text[i]), std::span(bytes).subspan(i * 2, 2), order_);
        if (decode(bytes) != text)
            return std::nullopt;
        return bytes;
    }
    [[nodiscard]] std::size_t unitSize() const override { return 2; }

private:
    ByteOrder order_;
};

/// An open conversion of iconv.
class Conversion {
public:
    Conversion(const char* to, const char* from) : handle_(iconv_open(to, from)) {}
    ~Conversion() {
        if (isOpen())
            iconv_close(handle_);
    }
    Conversion(const Conversion&) = delete;
    Conversion& operator=(const Conversion&) = delete;

    [[nodiscard]] bool isOpen() const {
        return handle_ !=
               reinterpret_cast<iconv_t>(-1);  // NOLINT(performance-no-int-to-ptr): iconv's own value
    }

    /// Converts as much of `input` as goes; returns what came out and leaves in `input` what did not go.
    std::vector<std::byte> run(std::span<const std::byte>& input) {
        std::vector<std::byte> made;
        std::array<char, 1024> buffer;
        char* in = const_cast<char*>(reinterpret_cast<const char*>(input.data()));
        std::size_t left = input.size();
        bool goesOn = left > 0;
        while (goesOn) {
            char* out = buffer.data();
            std::size_t room = buffer.size();
            const std::size_t result = iconv(handle_, &in, &left, &out, &room);
            const auto written = std::as_bytes(std::span(buffer.data(), buffer.size() - room));
            made.insert(made.end(), written.begin(), written.end());
            goesOn = result == static_cast<std::size_t>(-1) && errno == E2BIG;
        }
        input = input.last(left);
        return made;
    }

private:
    iconv_t handle_;
};

class IconvCodec final : public EncodingCodec {
public:
    IconvCodec(std::string name, std::size_t unitSize) : name_(std::move(name)), unitSize_(unitSize) {}

    [[nodiscard]] bool exists() const {
        return Conversion("UTF-16LE", name_.c_str()).isOpen() &&
               Conversion(name_.c_str(), "UTF-16LE").isOpen();
    }
    [[nodiscard]] std::u16string decode(std::span<const std::byte> bytes) const override {
        Conversion conversion("UTF-16LE", name_.c_str());
        std::u16string text;
        while (!bytes.empty()) {
            const std::vector<std::byte> units = conversion.run(bytes);
            for (std::size_t i = 0; i + 2 <= units.size(); i += 2)
                text += static_cast<char16_t>(
                    loadUnsigned<std::uint16_t>(std::span(units).subspan(i, 2), ByteOrder::Little));
            if (!bytes.empty()) {
                text += kReplacement;
                bytes = bytes.subspan(std::min(unitSize_, bytes.size()));
            }
        }
        return text;
    }
    [[nodiscard]] std::optional<std::vector<std::byte>> encode(std::u16string_view text) const override {
        std::vector<std::byte> units(text.size() * 2);
        for (std::size_t i = 0; i < text.size(); ++i)
            storeUnsigned(static_cast<std::uint16_t>(text[i]), std::span(units).subspan(i * 2, 2),
                          ByteOrder::Little);
        Conversion conversion(name_.c_str(), "UTF-16LE");
        std::span<const std::byte> rest = units;
        std::vector<std::byte> bytes = conversion.run(rest);
        return rest.empty() ? std::optional(std::move(bytes)) : std::nullopt;
    }
    [[nodiscard]] std::size_t unitSize() const override { return unitSize_; }

private:
    std::string name_;
    std::size_t unitSize_;
};

/// Letters and digits only, in lower case: "UTF-8", "utf8" and "Utf_8" are one name.
std::string plainName(std::string_view name) {
    std::string plain;
    for (const char c : name) {
        const char small = asciiLower(c);
        if ((c >= '0' && c <= '9') || (small >= 'a' && small <= 'z'))
            plain += small;
    }
    return plain;
}

struct EncodingName {
    std::string_view canonical;
    std::string_view iconv;
    std::vector<std::string_view> aliases;
};

/// The encodings that the language's documentation lists, with the names they also go by.
const std::vector<EncodingName>& knownEncodings() {
    static const std::vector<EncodingName> known = [] {
        std::vector<EncodingName> all = {
            {"ASCII", {}, {"usascii"}},
            {"UTF-8", {}, {}},
            {"UTF-16BE", {}, {}},
            {"UTF-16LE", {}, {"utf16"}},
            {"UTF-32BE", "UTF-32BE", {}},
            {"UTF-32LE", "UTF-32LE", {}},
            {"ISO-8859-1", {}, {"latin1"}},
            {"IBM437", "IBM437", {"cp437", "437"}},
            {"IBM866", "IBM866", {"cp866", "866"}},
            {"Shift_JIS", "SHIFT_JIS", {"sjis", "shiftjis"}},
            {"Big5", "BIG5", {}},
            {"GB2312", "GB2312", {}},
            {"GBK", "GBK", {"cp936"}},
            {"EUC-KR", "EUC-KR", {}},
            {"EUC-JP", "EUC-JP", {}},
        };
        static const std::array<std::string_view, 14> iso = {
            "ISO-8859-2",  "ISO-8859-3",  "ISO-8859-4",  "ISO-8859-5",  "ISO-8859-6",
            "ISO-8859-7",  "ISO-8859-8",  "ISO-8859-9",  "ISO-8859-10", "ISO-8859-11",
            "ISO-8859-13", "ISO-8859-14", "ISO-8859-15", "ISO-8859-16"};
        static const std::array<std::array<std::string_view, 2>, 9> windows = {{{"windows-1250", "cp1250"},
                                                                                {"windows-1251", "cp1251"},
                                                                                {"windows-1252", "cp1252"},
                                                                                {"windows-1253", "cp1253"},
                                                                                {"windows-1254", "cp1254"},
                                                                                {"windows-1255", "cp1255"},
                                                                                {"windows-1256", "cp1256"},
                                                                                {"windows-1257", "cp1257"},
                                                                                {"windows-1258", "cp1258"}}};
        for (const std::string_view name : iso)
            all.push_back({name, name, {}});
        for (const auto& names : windows)
            all.push_back({names[0], names[1], {names[1]}});
        return all;
    }();
    return known;
}

const EncodingName* findEncoding(std::string_view name) {
    const std::string plain = plainName(name);
    for (const EncodingName& known : knownEncodings()) {
        if (plainName(known.canonical) == plain ||
            std::find(known.aliases.begin(), known.aliases.end(), plain) != known.aliases.end())
            return &known;
    }
    return nullptr;
}

std::unique_ptr<EncodingCodec> makeCodec(std::string_view name) {
    const EncodingName* known = findEncoding(name);
    const std::string_view canonical = known != nullptr ? known->canonical : name;
    if (canonical == "ASCII")
        return std::make_unique<Latin1Codec>(u'\x7F');
    if (canonical == "ISO-8859-1")
        return std::make_unique<Latin1Codec>(u'\xFF');
    if (canonical == "UTF-8")
        return std::make_unique<Utf8Codec>();
    if (canonical == "UTF-16LE" || canonical == "UTF-16BE")
        return std::make_unique<Utf16Codec>(canonical == "UTF-16LE" ? ByteOrder::Little : ByteOrder::Big);
    const std::size_t unitSize = canonical.starts_with("UTF-32") ? 4 : 1;
    // iconv takes suffixes such as //TRANSLIT, which are no part of a name.
    if (canonical.empty() || canonical.find('/') != std::string_view::npos)
        return nullptr;
    auto made = std::make_unique<IconvCodec>(
        std::string(known != nullptr && !known->iconv.empty() ? known->iconv : canonical), unitSize);
    return made->exists() ? std::move(made) : nullptr;
}

}  // namespace

const EncodingCodec* EncodingCodec::named(std::string_view name) {
    static std::mutex mutex;
    static std::map<std::string, std::unique_ptr<EncodingCodec>, std::less<>> made;
    const std::lock_guard lock(mutex);
    const auto found = made.find(name);
    if (found != made.end())
        return found->second.get();
    auto codec = makeCodec(name);
    if (!codec)
        return nullptr;
    return made.emplace(std::string(name), std::move(codec)).first->second.get();
}

std::optional<std::string> EncodingCodec::canonicalName(std::string_view name) {
    const EncodingName* known = findEncoding(name);
    return known != nullptr ? std::optional(std::string(known->canonical)) : std::nullopt;
}

std::u16string utf16FromUtf8(std::string_view text) {
    return Utf8Codec().decode(std::as_bytes(std::span(text)));
}

std::string utf8FromUtf16(std::u16string_view text) {
    std::string out;
    const auto put = [&out](char32_t bits) { out += static_cast<char>(static_cast<unsigned char>(bits)); };
    for (std::size_t i = 0; i < text.size(); ++i) {
        char32_t character = text[i];
        if (isHighSurrogate(text[i]) && i + 1 < text.size() && isLowSurrogate(text[i + 1])) {
            character = 0x10000 + ((character - 0xD800) << 10) + (text[i + 1] - 0xDC00U);
            ++i;
        }
        if (character < 0x80) {
            put(character);
        } else if (character < 0x800) {
            put(0xC0 | (character >> 6));
            put(0x80 | (character & 0x3F));
        } else {
            if (character < 0x10000) {
                put(0xE0 | (character >> 12));
            } else {
                put(0xF0 | (character >> 18));
                put(0x80 | ((character >> 12) & 0x3F));
            }
            put(0x80 | ((character >> 6) & 0x3F));
            put(0x80 | (character & 0x3F));
        }
    }
    return out;
}

}  // namespace octavo
