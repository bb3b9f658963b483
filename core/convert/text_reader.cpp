#include "core/convert/text_reader.h"

#include <algorithm>
#include <fmt/format.h>

namespace octavo {

namespace {
constexpr std::size_t kBlockSize = 64 * 1024;
constexpr std::size_t kLongestLine = 64 * 1024;
}  // namespace

TextReader::TextReader(const Snapshot& text, const JobContext& context) : text_(text), context_(context) {
    context.setTotal(text.size());
}

Status TextReader::fill() {
    blockBegin_ += block_.size();
    at_ = 0;
    if (context_.stopRequested())
        return fail(ErrorCode::Cancelled);
    block_.resize(static_cast<std::size_t>(std::min<ByteCount>(kBlockSize, text_.size() - blockBegin_)));
    if (const RangeSet holes = text_.read(blockBegin_, block_); !holes.isEmpty())
        return failAt(ErrorCode::Unreadable, holes.ranges().front().begin);
    context_.advance(block_.size());
    return {};
}

Result<std::optional<char>> TextReader::next() {
    if (at_ == block_.size()) {
        if (const Status status = fill(); !status)
            return fail(status.error());
        if (block_.empty())
            return std::nullopt;
    }
    const char c = static_cast<char>(block_[at_++]);
    if (previous_ == '\n' || (previous_ == '\r' && c != '\n'))
        ++line_;
    previous_ = c;
    return c;
}

Result<std::optional<TextReader::Line>> TextReader::nextLine() {
    lineText_.clear();
    ByteOffset begin = offset();
    std::optional<std::uint64_t> number;
    while (true) {
        const bool followsReturn = previous_ == '\r';
        const auto c = next();
        if (!c)
            return fail(c.error());
        if (!*c)
            break;
        if (!number && followsReturn && **c == '\n') {  // the second half of the line end before
            begin = offset();
            continue;
        }
        number = number.value_or(line_);
        if (**c == '\n' || **c == '\r')
            return Line{lineText_, begin, *number};
        if (lineText_.size() == kLongestLine)
            return fail(importError(ErrorCode::Malformed, begin, line_));
        lineText_ += **c;
    }
    if (!number)
        return std::nullopt;
    return Line{lineText_, begin, *number};
}

Error importError(ErrorCode code, ByteOffset offset, std::uint64_t line) {
    return {.code = code, .offset = offset, .systemCode = 0, .detail = fmt::format("line {}", line)};
}

std::optional<unsigned> hexDigit(char c) {
    if (c >= '0' && c <= '9')
        return static_cast<unsigned>(c - '0');
    if (c >= 'a' && c <= 'f')
        return static_cast<unsigned>(c - 'a' + 10);
    if (c >= 'A' && c <= 'F')
        return static_cast<unsigned>(c - 'A' + 10);
    return std::nullopt;
}

}  // namespace octavo
