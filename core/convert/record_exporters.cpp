#include <algorithm>
#include <array>
#include <string>

#include "core/convert/builtin_exporters.h"
#include "core/convert/export_stream.h"

namespace octavo {

namespace {

using Bytes = std::span<const std::byte>;

constexpr ByteOffset kHighest32 = 0xFFFFFFFF;
constexpr std::size_t kLongestSRecord =
    250;  // its count byte also counts four address bytes and the checksum

/// Writes the bytes of one record as digits and keeps their sum for the checksum.
class RecordText {
public:
    RecordText(ExportText& text, DigitCase digits) : text_(text), digits_(digits) {}

    void number(std::uint64_t value, int bytes) {
        for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8)
            byte(static_cast<std::uint8_t>(value >> shift & 0xFF));
    }
    void data(Bytes bytes) {
        for (const std::byte value : bytes)
            byte(std::to_integer<std::uint8_t>(value));
    }
    [[nodiscard]] std::uint8_t sum() const { return sum_; }

private:
    void byte(std::uint8_t value) {
        text_.hex(static_cast<std::byte>(value), digits_);
        sum_ = static_cast<std::uint8_t>(sum_ + value);
    }
    ExportText& text_;
    DigitCase digits_;
    std::uint8_t sum_ = 0;
};

void appendIntelRecord(ExportText& text, DigitCase digits, int type, ByteOffset address, Bytes bytes) {
    text << ':';
    RecordText record(text, digits);
    record.number(bytes.size(), 1);
    record.number(address & 0xFFFF, 2);
    record.number(static_cast<std::uint64_t>(type), 1);
    record.data(bytes);
    record.number((0x100u - record.sum()) & 0xFF, 1);
    text << '\n';
}

Status exportIntelHex(const Snapshot& snapshot, ByteRange range, const ExportOptions& options, TextSink& sink,
                      const JobContext& context) {
    const auto length = lineLength(options, 16);
    if (!length)
        return fail(length.error());
    const auto first = firstAddress(options, range, kHighest32);
    if (!first)
        return fail(first.error());
    const DigitCase digits = options.digitCase.value_or(DigitCase::Upper);
    ExportText text(sink);
    ByteOffset upper = 0;
    const Status status = forEachLine(snapshot, range, *length, context, [&](ByteOffset at, Bytes bytes) {
        for (ByteOffset address = at - range.begin + *first; !bytes.empty();) {
            if (address >> 16 != upper) {
                upper = address >> 16;
                const std::array segment{static_cast<std::byte>(upper >> 8),
                                         static_cast<std::byte>(upper & 0xFF)};
                appendIntelRecord(text, digits, 4, 0, segment);
            }
            // A record stays within its 64 KiB.
            const auto room = static_cast<std::size_t>(0x10000 - (address & 0xFFFF));
            const Bytes part = bytes.first(std::min(room, bytes.size()));
            appendIntelRecord(text, digits, 0, address, part);
            bytes = bytes.subspan(part.size());
            address += part.size();
        }
        return text.flushIfLarge();
    });
    appendIntelRecord(text, digits, 1, 0, {});
    return status ? text.flush() : status;
}

void appendSRecord(ExportText& text, DigitCase digits, char type, int addressBytes, std::uint64_t address,
                   Bytes bytes) {
    text << 'S' << type;
    RecordText record(text, digits);
    record.number(static_cast<std::uint64_t>(addressBytes) + bytes.size() + 1, 1);
    record.number(address, addressBytes);
    record.data(bytes);
    record.number(~record.sum() & 0xFFu, 1);
    text << '\n';
}

int addressBytesFor(ByteOffset highest) {
    return highest <= 0xFFFF ? 2 : highest <= 0xFFFFFF ? 3 : 4;
}

Status exportSRecord(const Snapshot& snapshot, ByteRange range, const ExportOptions& options, TextSink& sink,
                     const JobContext& context) {
    const auto length = lineLength(options, 16, kLongestSRecord);
    if (!length)
        return fail(length.error());
    const auto first = firstAddress(options, range, kHighest32);
    if (!first)
        return fail(first.error());
    const DigitCase digits = options.digitCase.value_or(DigitCase::Upper);
    const int addressBytes = addressBytesFor(*first + (range.isEmpty() ? 0 : range.size() - 1));
    ExportText text(sink);
    const std::string header = options.name.substr(0, 40);
    appendSRecord(text, digits, '0', 2, 0, std::as_bytes(std::span(header)));
    std::uint64_t count = 0;
    const Status status = forEachLine(snapshot, range, *length, context, [&](ByteOffset at, Bytes bytes) {
        appendSRecord(text, digits, static_cast<char>('0' + addressBytes - 1), addressBytes,
                      at - range.begin + *first, bytes);
        ++count;
        return text.flushIfLarge();
    });
    if (!status)
        return status;
    if (count <= 0xFFFF)
        appendSRecord(text, digits, '5', 2, count, {});
    else if (count <= 0xFFFFFF)
        appendSRecord(text, digits, '6', 3, count, {});
    appendSRecord(text, digits, static_cast<char>('0' + 11 - addressBytes), addressBytes, 0, {});
    return text.flush();
}

}  // namespace

ExporterInfo intelHexExporter() {
    return {.id = "intel-hex",
            .name = "Intel HEX",
            .suffix = "hex",
            .bytesPerLine = 16,
            .address = ExporterInfo::Uses::Yes,
            .digitCase = ExporterInfo::Uses::Yes,
            .exportTo = exportIntelHex};
}

ExporterInfo sRecordExporter() {
    return {.id = "s-record",
            .name = "Motorola S-record",
            .suffix = "srec",
            .bytesPerLine = 16,
            .address = ExporterInfo::Uses::Yes,
            .digitCase = ExporterInfo::Uses::Yes,
            .exportTo = exportSRecord};
}

}  // namespace octavo
