#include "core/convert/export_stream.h"

#include <algorithm>
#include <array>
#include <vector>

#include "core/base/contracts.h"

namespace octavo {

namespace {
constexpr std::size_t kBlockSize = std::size_t{64} * 1024;
}

void ExportText::hex(std::uint64_t value, int digits, DigitCase digitCase) {
    OCTAVO_EXPECTS(digits >= 0 && digits <= 16);
    const char* const alphabet = hexAlphabet(digitCase);
    std::array<char, 16> text;
    for (std::size_t i = static_cast<std::size_t>(digits); i-- > 0; value >>= 4)
        text[i] = alphabet[value & 0xF];
    text_.append(text.data(), static_cast<std::size_t>(digits));
}

Status ExportText::flush() {
    Status status = sink_.append(text_);
    text_.clear();
    return status;
}

Status forEachLine(const Snapshot& snapshot, ByteRange range, std::size_t bytesPerLine,
                   const JobContext& context, const LineVisitor& visit) {
    OCTAVO_EXPECTS(range.isValid() && range.end <= snapshot.size() && bytesPerLine > 0);
    context.setTotal(range.size());
    std::vector<std::byte> block(std::max<std::size_t>(1, kBlockSize / bytesPerLine) * bytesPerLine);
    for (ByteOffset at = range.begin; at < range.end;) {
        if (context.stopRequested())
            return fail(ErrorCode::Cancelled);
        const auto size = static_cast<std::size_t>(std::min<ByteCount>(block.size(), range.end - at));
        const auto bytes = std::span(block).first(size);
        if (const RangeSet holes = snapshot.read(at, bytes); !holes.isEmpty())
            return failAt(ErrorCode::Unreadable, holes.ranges().front().begin);
        for (std::size_t i = 0; i < size; i += bytesPerLine) {
            if (Status status = visit(at + i, bytes.subspan(i, std::min(bytesPerLine, size - i))); !status)
                return status;
        }
        at += size;
        context.advance(size);
    }
    return {};
}

Result<std::size_t> lineLength(const ExportOptions& options, std::size_t byDefault, std::size_t most) {
    const std::size_t length = options.bytesPerLine.value_or(byDefault);
    if (length < 1 || length > most)
        return fail(ErrorCode::OutOfRange, "bytesPerLine");
    return length;
}

Result<ByteOffset> firstAddress(const ExportOptions& options, ByteRange range, ByteOffset highest) {
    const ByteOffset first = options.startAddress.value_or(range.begin);
    if (first > highest || (!range.isEmpty() && range.size() - 1 > highest - first))
        return fail(ErrorCode::OutOfRange, "startAddress");
    return first;
}

}  // namespace octavo
