#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/buffer/snapshot.h"

namespace octavo {

/// Reads a snapshot as text, character by character or line by line, and knows where it is. One thread.
class TextReader {
public:
    TextReader(const Snapshot& text, const JobContext& context);

    /// The next character; nothing at the end. Errors: Unreadable, Cancelled.
    [[nodiscard]] Result<std::optional<char>> next() {
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

    /// The next line without its end (LF, CR LF or CR), kept until the next call; nothing at the end of the
    /// text. Malformed when a line is longer than any format has.
    struct Line {
        std::string_view text;
        ByteOffset begin = 0;
        std::uint64_t number = 1;
    };
    [[nodiscard]] Result<std::optional<Line>> nextLine();

    [[nodiscard]] ByteOffset offset() const { return blockBegin_ + at_; }  ///< of the next character
    [[nodiscard]] std::uint64_t lineNumber() const { return line_; }

private:
    [[nodiscard]] Status fill();
    [[nodiscard]] std::string_view restOfBlock() const {
        return {reinterpret_cast<const char*>(block_.data()) + at_, block_.size() - at_};
    }

    Snapshot text_;
    const JobContext& context_;
    std::vector<std::byte> block_;
    ByteOffset blockBegin_ = 0;
    std::size_t at_ = 0;
    std::uint64_t line_ = 1;
    char previous_ = '\0';
    std::string lineText_;
};

/// The Error of an importer: a code, an offset in the text, and "line N".
[[nodiscard]] Error importError(ErrorCode code, ByteOffset offset, std::uint64_t line);

}  // namespace octavo
