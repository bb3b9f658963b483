#include <algorithm>
#include <array>
#include <utility>

#include "core/base/hex_digit.h"
#include "core/convert/builtin_importers.h"
#include "core/convert/import_builder.h"
#include "core/convert/text_reader.h"

namespace octavo {

namespace {

Result<ImportResult> importRaw(const Snapshot& text, const ImportOptions& /*options*/, const JobContext&) {
    ImportResult result;
    if (!text.isEmpty())
        result.pieces.push_back({0, Content::ofSnapshot(text, text.all())});
    return result;
}

Result<ImportResult> finished(ImportBuilder builder) {
    auto pieces = std::move(builder).finish();
    if (!pieces)
        return fail(std::move(pieces.error()));
    return ImportResult{.pieces = std::move(*pieces), .entryPoint = {}, .header = {}};
}

bool isSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/// Adds decoded bytes one after the other from address 0.
class ByteCollector {
public:
    explicit ByteCollector(const ImportOptions& options) : builder_(options) {}

    [[nodiscard]] Status add(unsigned value, const TextReader& reader) {
        block_[used_++] = static_cast<std::byte>(value);
        return used_ < block_.size() ? Status() : flush(reader);
    }
    [[nodiscard]] Result<ImportResult> finish(const TextReader& reader) && {
        if (const Status status = flush(reader); !status)
            return fail(status.error());
        return finished(std::move(builder_));
    }

private:
    Status flush(const TextReader& reader) {
        const auto bytes = std::span(block_).first(std::exchange(used_, 0));
        const Status status = builder_.add(address_, bytes, {reader.offset(), reader.lineNumber()});
        address_ += bytes.size();
        return status;
    }
    ImportBuilder builder_;
    std::array<std::byte, 16 * 1024> block_{};
    std::size_t used_ = 0;
    ByteOffset address_ = 0;
};

/// The error about the character that was read last.
tl::unexpected<Error> failHere(ErrorCode code, const TextReader& reader) {
    return fail(importError(code, reader.offset() - 1, reader.lineNumber()));
}

Result<ImportResult> importHex(const Snapshot& text, const ImportOptions& options,
                               const JobContext& context) {
    TextReader reader(text, context);
    ByteCollector collector(options);
    enum class State { Between, AfterZero, AfterBackslash, AfterPrefix, AfterDigit };
    State state = State::Between;
    unsigned high = 0;
    while (true) {
        const auto c = reader.next();
        if (!c)
            return fail(c.error());
        if (!*c)
            break;
        const auto digit = hexDigit(**c);
        const bool isX = **c == 'x' || **c == 'X';
        if (digit && (state == State::AfterDigit || state == State::AfterZero)) {
            if (const Status status = collector.add(high << 4 | *digit, reader); !status)
                return fail(status.error());
            state = State::Between;
        } else if (digit && state != State::AfterBackslash) {
            state = state == State::Between && *digit == 0 ? State::AfterZero : State::AfterDigit;
            high = *digit;
        } else if (isX && (state == State::AfterZero || state == State::AfterBackslash)) {
            state = State::AfterPrefix;
        } else if (state == State::Between && **c == '\\') {
            state = State::AfterBackslash;
        } else if (state != State::Between || !(isSpace(**c) || **c == ',' || **c == ':')) {
            return failHere(ErrorCode::Malformed, reader);
        }
    }
    if (state != State::Between)
        return fail(importError(ErrorCode::Truncated, reader.offset(), reader.lineNumber()));
    return std::move(collector).finish(reader);
}

std::optional<unsigned> base64Digit(char c) {
    if (c >= 'A' && c <= 'Z')
        return static_cast<unsigned>(c - 'A');
    if (c >= 'a' && c <= 'z')
        return static_cast<unsigned>(c - 'a' + 26);
    if (c >= '0' && c <= '9')
        return static_cast<unsigned>(c - '0' + 52);
    if (c == '+' || c == '-')
        return 62;
    if (c == '/' || c == '_')
        return 63;
    return std::nullopt;
}

Result<ImportResult> importBase64(const Snapshot& text, const ImportOptions& options,
                                  const JobContext& context) {
    TextReader reader(text, context);
    ByteCollector collector(options);
    unsigned bits = 0;
    int digits = 0;   // of the group of four under way
    int padding = 0;  // of the last group
    while (true) {
        const auto c = reader.next();
        if (!c)
            return fail(c.error());
        if (!*c)
            break;
        if (isSpace(**c))
            continue;
        if (**c == '=' && digits >= 2 && digits + padding < 4) {
            ++padding;
            const unsigned unused = digits == 2 ? bits & 0xF : bits & 0x3;
            if (unused != 0)
                return failHere(ErrorCode::Malformed, reader);
            continue;
        }
        const auto digit = base64Digit(**c);
        if (!digit || padding > 0)
            return failHere(ErrorCode::Malformed, reader);
        bits = (digits == 0 ? 0 : bits << 6) | *digit;
        if (++digits < 4)
            continue;
        for (const int shift : {16, 8, 0}) {
            if (const Status status = collector.add(bits >> shift & 0xFF, reader); !status)
                return fail(status.error());
        }
        digits = 0;
    }
    if (digits != 0 && digits + padding != 4)
        return fail(importError(ErrorCode::Truncated, reader.offset(), reader.lineNumber()));
    for (int i = 1; i < digits; ++i) {
        const int shift = 6 * digits - 8 * i;
        if (const Status status = collector.add(bits >> shift & 0xFF, reader); !status)
            return fail(status.error());
    }
    return std::move(collector).finish(reader);
}

}  // namespace

ImporterInfo rawImporter() {
    return {.id = "raw", .name = "Raw bytes", .importFrom = importRaw};
}

ImporterInfo hexImporter() {
    return {.id = "hex", .name = "Hex text", .importFrom = importHex};
}

ImporterInfo base64Importer() {
    return {.id = "base64", .name = "Base64", .importFrom = importBase64};
}

}  // namespace octavo
