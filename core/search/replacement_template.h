#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/base/result.h"
#include "core/buffer/snapshot.h"
#include "core/search/block_finder.h"

namespace octavo {

/// What comes in the place of a match, with parts of the match in it:
///
///     $0 ... $9  ${12}  ${name}    a part of the match; $0 is all of it
///     \xNN  \n \r \t \0 \\ \$      a byte
///
/// A part that took no part in the match is nothing. All else stands for itself. An immutable value.
class ReplacementTemplate {
public:
    /// `captureNames` are Searcher::captureNames(). Malformed: `offset` is the index of the character that
    /// does not fit, `detail` what was expected: "part of the match", "}", "escape", "hex digit".
    [[nodiscard]] static Result<ReplacementTemplate> parse(std::string_view text,
                                                           std::span<const std::string> captureNames);

    /// Appends what comes in the place of a match in the snapshot. Unreadable: a part of it cannot be read.
    [[nodiscard]] Status appendTo(std::vector<std::byte>& out, const Snapshot& snapshot,
                                  std::span<const Capture> captures) const;

private:
    using Part = std::variant<std::vector<std::byte>, std::size_t>;  // bytes, or the number of a capture
    std::vector<Part> parts_;
};

}  // namespace octavo
