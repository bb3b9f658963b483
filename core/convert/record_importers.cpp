#include <algorithm>
#include <numeric>
#include <utility>

#include "core/base/byte_order.h"
#include "core/base/hex_digit.h"
#include "core/convert/builtin_importers.h"
#include "core/convert/import_builder.h"
#include "core/convert/text_reader.h"

namespace octavo {

namespace {

using Bytes = std::span<const std::byte>;
constexpr ByteOffset kPast32 = ByteOffset{1} << 32;

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t'))
        text.remove_suffix(1);
    return text;
}

/// The bytes of a line from `from` on. Errors are about the line.
Result<std::vector<std::byte>> recordBytes(const TextReader::Line& line, std::string_view text,
                                           std::size_t from) {
    std::vector<std::byte> bytes;
    bytes.reserve(text.size() / 2);
    for (std::size_t i = from; i < text.size(); i += 2) {
        const auto high = hexDigit(text[i]);
        if (!high)
            return fail(importError(ErrorCode::Malformed, line.begin + i, line.number));
        if (i + 1 == text.size())
            return fail(importError(ErrorCode::Truncated, line.begin + text.size(), line.number));
        const auto low = hexDigit(text[i + 1]);
        if (!low)
            return fail(importError(ErrorCode::Malformed, line.begin + i + 1, line.number));
        bytes.push_back(static_cast<std::byte>(*high << 4 | *low));
    }
    return bytes;
}

unsigned sumOf(Bytes bytes) {
    return std::accumulate(bytes.begin(), bytes.end(), 0u, [](unsigned sum, std::byte b) {
        return (sum + std::to_integer<unsigned>(b)) & 0xFF;
    });
}

/// What both formats share: records in, pieces out.
class RecordReader {
public:
    explicit RecordReader(const ImportOptions& options) : builder_(options) {}

    [[nodiscard]] bool hasEnded() const { return hasEnded_; }
    [[nodiscard]] Result<ImportResult> finish() && {
        auto pieces = std::move(builder_).finish();
        if (!pieces)
            return fail(std::move(pieces.error()));
        result_.pieces = std::move(*pieces);
        return std::move(result_);
    }

protected:
    [[nodiscard]] static tl::unexpected<Error> refuse(const TextReader::Line& line,
                                                      ErrorCode code = ErrorCode::Malformed) {
        return fail(importError(code, line.begin, line.number));
    }
    [[nodiscard]] Status addData(ByteOffset address, Bytes data, const TextReader::Line& line) {
        if (address + data.size() > kPast32)
            return refuse(line);
        return builder_.add(address, data, {line.begin, line.number});
    }

    ImportBuilder builder_;
    ImportResult result_;
    bool hasEnded_ = false;
};

class IntelHexReader : public RecordReader {
public:
    using RecordReader::RecordReader;

    [[nodiscard]] Status add(const TextReader::Line& line) {
        const std::string_view text = trimmed(line.text);
        if (hasEnded_ || text[0] != ':')
            return refuse(line);
        const auto bytes = recordBytes(line, text, 1);
        if (!bytes)
            return fail(bytes.error());
        const Bytes record = *bytes;
        if (record.size() < 5 || record.size() < 5 + std::to_integer<std::size_t>(record[0]))
            return refuse(line, ErrorCode::Truncated);
        if (record.size() > 5 + std::to_integer<std::size_t>(record[0]))
            return refuse(line);
        if (sumOf(record) != 0)
            return refuse(line, ErrorCode::ChecksumMismatch);
        return apply(std::to_integer<unsigned>(record[3]),
                     loadUnsigned<std::uint16_t>(record.subspan(1, 2), ByteOrder::Big),
                     record.subspan(4, record.size() - 5), line);
    }

private:
    Status apply(unsigned type, ByteOffset offset, Bytes data, const TextReader::Line& line) {
        constexpr std::size_t kSizes[] = {0, 0, 2, 4, 2, 4};  // of the data, by type; type 0 has any
        if (type > 5 || (type != 0 && data.size() != kSizes[type]))
            return refuse(line);
        switch (type) {
            case 0:
                return addRecordData(offset, data, line);
            case 1:
                hasEnded_ = true;
                return {};
            case 2:
                base_ = loadUnsigned<std::uint64_t>(data, ByteOrder::Big) << 4;
                isSegmented_ = true;
                return {};
            case 4:
                base_ = loadUnsigned<std::uint64_t>(data, ByteOrder::Big) << 16;
                isSegmented_ = false;
                return {};
            case 3:
                result_.entryPoint = (loadUnsigned<std::uint64_t>(data.first(2), ByteOrder::Big) << 4) +
                                     loadUnsigned<std::uint64_t>(data.last(2), ByteOrder::Big);
                return {};
            default:
                result_.entryPoint = loadUnsigned<std::uint64_t>(data, ByteOrder::Big);
                return {};
        }
    }

    /// Within a segment offsets wrap around at 64 KiB; linear addresses go on.
    Status addRecordData(ByteOffset offset, Bytes data, const TextReader::Line& line) {
        const std::size_t room = isSegmented_ ? static_cast<std::size_t>(0x10000 - offset) : data.size();
        const Bytes before = data.first(std::min(room, data.size()));
        if (Status status = addData(base_ + offset, before, line); !status)
            return status;
        return addData(base_, data.subspan(before.size()), line);
    }

    ByteOffset base_ = 0;
    bool isSegmented_ = false;
};

class SRecordReader : public RecordReader {
public:
    using RecordReader::RecordReader;

    [[nodiscard]] Status add(const TextReader::Line& line) {
        const std::string_view text = trimmed(line.text);
        if (hasTerminator_ || text[0] != 'S')
            return refuse(line);
        if (text.size() < 2)
            return refuse(line, ErrorCode::Truncated);
        const auto bytes = recordBytes(line, text, 2);
        if (!bytes)
            return fail(bytes.error());
        const Bytes record = *bytes;
        if (text[1] < '0' || text[1] > '9' || text[1] == '4')
            return refuse(line);
        constexpr std::size_t kAddressSizes[] = {2, 2, 3, 4, 0, 2, 3, 4, 3, 2};
        const auto type = static_cast<std::size_t>(text[1] - '0');
        const std::size_t addressSize = kAddressSizes[type];
        if (record.empty() || record.size() < 1 + std::to_integer<std::size_t>(record[0]))
            return refuse(line, ErrorCode::Truncated);
        if (record.size() > 1 + std::to_integer<std::size_t>(record[0]) || record.size() < addressSize + 2)
            return refuse(line);
        if (sumOf(record) != 0xFF)
            return refuse(line, ErrorCode::ChecksumMismatch);
        const auto address = loadUnsigned<std::uint64_t>(record.subspan(1, addressSize), ByteOrder::Big);
        return apply(type, address, record.subspan(1 + addressSize, record.size() - addressSize - 2), line);
    }

private:
    Status apply(std::size_t type, std::uint64_t address, Bytes data, const TextReader::Line& line) {
        if (type == 0) {
            result_.header.clear();
            for (const std::byte byte : data)
                result_.header += static_cast<char>(byte);
            return {};
        }
        if (type <= 3) {
            if (hasEnded_)
                return refuse(line);
            ++dataRecords_;
            return addData(address, data, line);
        }
        if (!data.empty())
            return refuse(line);
        hasEnded_ = true;
        if (type <= 6)
            return address == dataRecords_ ? Status() : refuse(line, ErrorCode::ChecksumMismatch);
        hasTerminator_ = true;
        result_.entryPoint = address;
        return {};
    }

    std::uint64_t dataRecords_ = 0;
    bool hasTerminator_ = false;  // a count record also ends the data; srec_cat writes nothing behind it
};

template <typename Reader>
Result<ImportResult> importRecords(const Snapshot& text, const ImportOptions& options,
                                   const JobContext& context) {
    TextReader lines(text, context);
    Reader reader(options);
    while (true) {
        const auto line = lines.nextLine();
        if (!line)
            return fail(line.error());
        if (!*line)
            break;
        if (trimmed((*line)->text).empty())
            continue;
        if (const Status status = reader.add(**line); !status)
            return fail(status.error());
    }
    if (!reader.hasEnded())
        return fail(importError(ErrorCode::Truncated, lines.offset(), lines.lineNumber()));
    return std::move(reader).finish();
}

}  // namespace

ImporterInfo intelHexImporter() {
    return {.id = "intel-hex", .name = "Intel HEX", .importFrom = importRecords<IntelHexReader>};
}

ImporterInfo sRecordImporter() {
    return {.id = "s-record", .name = "Motorola S-record", .importFrom = importRecords<SRecordReader>};
}

}  // namespace octavo
