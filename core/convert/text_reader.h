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
    [[nodiscard]] Result<std::optional<char>> next();

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

/// 0 to 15; nothing for any other character.
[[nodiscard]] std::optional<unsigned> hexDigit(char c);

}  // namespace octavo
