#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <QString>

#include "core/base/byte_range.h"
#include "core/base/result.h"

namespace octavo {

/// What a description's file has beside its text. A value.
struct DescriptionStyle {
    bool hasByteOrderMark = false;
    bool hasCarriageReturns = false;  ///< before the line feeds

    /// The bytes of a file in this style. Lines of the text end with line feeds.
    [[nodiscard]] std::string bytesOf(QString text) const;
};

/// A description as it is edited. A value.
struct DescriptionText {
    QString text;            ///< lines end with line feeds
    DescriptionStyle style;  ///< that of most lines
    bool isMixed = false;    ///< some lines end in another way
};

/// Nothing when the editor cannot keep the text: it is no UTF-8, or has characters that are more than text to
/// QPlainTextEdit.
[[nodiscard]] std::optional<DescriptionText> descriptionText(std::string_view bytes);

/// All of a file on the disk. Errors: NotFound; others when it cannot be read, or is too large for a
/// description. Any thread.
[[nodiscard]] Result<std::string> readDescription(const std::string& path);

/// A text to be written, and what becomes of other content that the file may have by then. A value.
struct DescriptionSave {
    enum class Other : std::uint8_t { Replace, KeepExisting, KeepChanged };

    std::string path;
    std::string folder;  ///< made first; empty: nothing is
    std::string bytes;
    std::string known;  ///< what the file had when it was last seen
    Other other = Other::KeepChanged;
};

/// Writes it as writeTextFile() does, with its errors; ChangedOnDisk: there is other content that is kept;
/// Unreadable: what is there cannot be read, and is kept. Any thread.
[[nodiscard]] Result<ByteCount> saveDescription(const DescriptionSave& save);

}  // namespace octavo
