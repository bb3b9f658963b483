#include <algorithm>
#include <utility>

#include "core/base/hex_digit.h"
#include "core/convert/builtin_importers.h"
#include "core/convert/import_builder.h"
#include "core/convert/text_reader.h"

namespace octavo {

namespace {

/// One row of a dump. The plan: digits of the address; then ':' as xxd writes, where two spaces end the
/// bytes, or two spaces as hexdump -C writes, where '|' ends them; bytes as pairs of digits with at most the
/// allowed spaces.
struct Row {
    ByteOffset address = 0;
    std::vector<std::byte> bytes;
};

/// Malformed carries the index in the line.
Result<Row> parseRow(std::string_view line) {
    Row row;
    std::size_t i = 0;
    for (; i < line.size() && hexDigit(line[i]); ++i) {
        if (i == 16)
            return failAt(ErrorCode::Malformed, i);
        row.address = row.address << 4 | *hexDigit(line[i]);
    }
    if (i == 0)
        return failAt(ErrorCode::Malformed, 0);
    const bool isXxd = i < line.size() && line[i] == ':';
    if (isXxd)
        ++i;
    else if (i < line.size() && line[i] != ' ')
        return failAt(ErrorCode::Malformed, i);
    if (i < line.size() && line[i] == ' ')
        ++i;
    while (i < line.size()) {
        if (!isXxd && line[i] == '|')
            break;
        if (line[i] == ' ') {
            if (isXxd && i + 1 < line.size() && line[i + 1] == ' ')
                break;
            ++i;
            continue;
        }
        const auto high = hexDigit(line[i]);
        const auto low = i + 1 < line.size() ? hexDigit(line[i + 1]) : std::nullopt;
        if (!high || !low)
            return failAt(ErrorCode::Malformed, high ? i + 1 : i);
        row.bytes.push_back(static_cast<std::byte>(*high << 4 | *low));
        i += 2;
    }
    return row;
}

bool isBlank(std::string_view line) {
    return std::all_of(line.begin(), line.end(), [](char c) { return c == ' ' || c == '\t'; });
}

class HexdumpReader {
public:
    explicit HexdumpReader(const ImportOptions& options) : builder_(options) {}

    [[nodiscard]] Status add(const TextReader::Line& line) {
        const ImportBuilder::Origin origin{line.begin, line.number};
        const auto refuse = [&](ByteOffset index) {
            return fail(importError(ErrorCode::Malformed, line.begin + index, line.number));
        };
        if (isBlank(line.text))
            return {};
        if (line.text == "*") {
            if (repeats_ || last_.bytes.empty())
                return refuse(0);
            repeats_ = true;
            return {};
        }
        auto row = parseRow(line.text);
        if (!row)
            return refuse(row.error().offset.value_or(0));
        if (std::exchange(repeats_, false)) {
            if (Status status = repeatUpTo(row->address, origin); !status)
                return status;
        }
        // A row without bytes ends hexdump -C: it says how far the data should reach.
        if (row->bytes.empty() && row->address != end())
            return refuse(0);
        if (Status status = builder_.add(row->address, row->bytes, origin); !status)
            return status;
        last_ = std::move(*row);
        return {};
    }

    [[nodiscard]] Result<ImportResult> finish(const TextReader& reader) && {
        if (repeats_)
            return fail(importError(ErrorCode::Truncated, reader.offset(), reader.lineNumber()));
        auto pieces = std::move(builder_).finish();
        if (!pieces)
            return fail(std::move(pieces.error()));
        return ImportResult{.pieces = std::move(*pieces), .entryPoint = {}, .header = {}};
    }

private:
    [[nodiscard]] ByteOffset end() const { return last_.address + last_.bytes.size(); }

    Status repeatUpTo(ByteOffset address, ImportBuilder::Origin origin) {
        if (address < end() || (address - end()) % last_.bytes.size() != 0)
            return fail(importError(ErrorCode::Malformed, origin.offset, origin.line));
        while (end() < address) {
            last_.address = end();
            if (Status status = builder_.add(last_.address, last_.bytes, origin); !status)
                return status;
        }
        return {};
    }

    ImportBuilder builder_;
    Row last_;
    bool repeats_ = false;
};

Result<ImportResult> importHexdump(const Snapshot& text, const ImportOptions& options,
                                   const JobContext& context) {
    TextReader reader(text, context);
    HexdumpReader rows(options);
    while (true) {
        const auto line = reader.nextLine();
        if (!line)
            return fail(line.error());
        if (!*line)
            return std::move(rows).finish(reader);
        if (const Status status = rows.add(**line); !status)
            return fail(status.error());
    }
}

}  // namespace

ImporterInfo hexdumpImporter() {
    return {.id = "hexdump", .name = "Hex dump", .importFrom = importHexdump};
}

}  // namespace octavo
