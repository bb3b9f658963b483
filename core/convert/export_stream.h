#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "core/convert/exporter.h"

namespace octavo {

/// Gathers the small strings of a formatter into large ones for a sink. One thread.
class ExportText {
public:
    explicit ExportText(TextSink& sink) : sink_(sink) {}

    ExportText& operator<<(std::string_view text) {
        text_ += text;
        return *this;
    }
    ExportText& operator<<(char c) {
        text_ += c;
        return *this;
    }
    /// The lowest `digits` hexadecimal digits of `value`.
    void hex(std::uint64_t value, int digits, DigitCase digitCase);
    /// The two digits of a byte, which is what most of an export consists of.
    void hex(std::byte value, DigitCase digitCase) {
        const char* const alphabet = hexAlphabet(digitCase);
        const auto bits = std::to_integer<unsigned>(value);
        const char digits[2]{alphabet[bits >> 4], alphabet[bits & 0xF]};
        text_.append(digits, 2);
    }

    /// Hands over what was gathered when it is worth a call.
    [[nodiscard]] Status flushIfLarge() { return text_.size() < kLarge ? Status() : flush(); }
    [[nodiscard]] Status flush();

private:
    static constexpr const char* hexAlphabet(DigitCase digitCase) {
        return digitCase == DigitCase::Lower ? "0123456789abcdef" : "0123456789ABCDEF";
    }
    static constexpr std::size_t kLarge = std::size_t{64} * 1024;
    TextSink& sink_;
    std::string text_;
};

/// One line's worth of bytes and the offset of its first in the document.
using LineVisitor = std::function<Status(ByteOffset, std::span<const std::byte>)>;

/// Reads `range` and hands it out in lines of `bytesPerLine` (the last may be shorter). Unreadable, at the
/// first such byte, before any line that would hold it; Cancelled.
[[nodiscard]] Status forEachLine(const Snapshot& snapshot, ByteRange range, std::size_t bytesPerLine,
                                 const JobContext& context, const LineVisitor& visit);

/// The line length to use: OutOfRange outside 1 to `most`.
[[nodiscard]] Result<std::size_t> lineLength(const ExportOptions& options, std::size_t byDefault,
                                             std::size_t most = 255);

/// The address of the first byte: OutOfRange when that of the last would pass `highest`.
[[nodiscard]] Result<ByteOffset> firstAddress(const ExportOptions& options, ByteRange range,
                                              ByteOffset highest);

/// The character that a dump shows for a byte: itself when printable ASCII, else a full stop.
[[nodiscard]] constexpr char shownCharacter(std::byte value) {
    return value >= std::byte{0x20} && value < std::byte{0x7F} ? static_cast<char>(value) : '.';
}

}  // namespace octavo
