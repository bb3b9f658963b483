#include "core/convert/text_reader.h"

#include <algorithm>
#include <fmt/format.h>

namespace octavo {

namespace {
constexpr std::size_t kBlockSize = std::size_t{64} * 1024;
constexpr std::size_t kLongestLine = std::size_t{64} * 1024;
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

Result<std::optional<TextReader::Line>> TextReader::nextLine() {
    lineText_.clear();
    ByteOffset begin = offset();
    std::optional<std::uint64_t> number;
    while (true) {
        if (at_ == block_.size()) {
            if (const Status status = fill(); !status)
                return fail(status.error());
            if (block_.empty())
                break;
        }
        std::string_view rest = restOfBlock();
        if (!number && previous_ == '\r' && rest.front() == '\n') {  // the second half of the line end before
            previous_ = '\n';
            ++at_;
            begin = offset();
            continue;
        }
        if (!number && (previous_ == '\n' || previous_ == '\r'))
            ++line_;
        number = line_;
        // Not find_first_of, which calls a function for every character.
        const auto end = std::ranges::find_if(rest, [](char c) { return c == '\n' || c == '\r'; });
        const auto length = static_cast<std::size_t>(end - rest.begin());
        if (length > kLongestLine - lineText_.size())
            return fail(importError(ErrorCode::Malformed, begin, line_));
        lineText_ += rest.substr(0, length);
        const bool isEnded = length < rest.size();
        previous_ = isEnded ? rest[length] : rest.back();
        at_ += length + (isEnded ? 1 : 0);
        if (isEnded)
            return Line{lineText_, begin, *number};
    }
    if (!number)
        return std::nullopt;
    return Line{lineText_, begin, *number};
}

Error importError(ErrorCode code, ByteOffset offset, std::uint64_t line) {
    return {.code = code, .offset = offset, .systemCode = 0, .detail = fmt::format("line {}", line)};
}

}  // namespace octavo
