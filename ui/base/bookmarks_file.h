#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <QByteArray>
#include <QString>

#include "core/base/result.h"
#include "ui/base/bookmarks.h"

namespace octavo {

/// \file Bookmarks as a file of their own, to hand to somebody else: JSON, described in
/// resources/manual/bookmarks-format.md. Pure functions, for any thread.

/// What such a file holds.
struct BookmarksFile {
    QString documentName;                    ///< what they were made in; may be empty
    std::optional<ByteCount> documentSize;   ///< its length then
    std::vector<BookmarkDetails> bookmarks;  ///< all of them with a valid range, a name and a colour or none

    static constexpr qint64 kSizeMax = qint64{64} << 20;  ///< in bytes
    static constexpr std::size_t kCountMax = 100'000;
    static constexpr qsizetype kNameMax = 1'000;  ///< in UTF-16 units, like the next
    static constexpr qsizetype kCommentMax = 100'000;

    friend bool operator==(const BookmarksFile&, const BookmarksFile&) = default;
};

/// Why a file was refused, and where.
struct BookmarksFileProblem {
    enum class Kind : std::uint8_t {
        TooLarge,      ///< the file
        NotJson,       ///< `position` is a byte of the file
        NotBookmarks,  ///< some other JSON
        OtherVersion,
        TooMany,
        NotAnObject,  ///< from here on `entry`, and with all but this one `member`, say which
        Missing,
        Unknown,
        NotACount,      ///< no whole number of bytes
        TooFar,         ///< beyond every document
        NotText,        ///< no string, or with characters that are no text
        TooLong,        ///< a text
        NotAColour,     ///< not "#rrggbb"
        NotADigit,      ///< of a number
        NumberIsTaken,  ///< by an entry before
    };
    Kind kind{};
    std::size_t entry = 0;  ///< counted from 1; 0: the file as a whole
    QString member{};
    qsizetype position = 0;

    friend bool operator==(const BookmarksFileProblem&, const BookmarksFileProblem&) = default;
};

[[nodiscard]] QByteArray bookmarksToJson(const BookmarksFile& file);
/// All of it or nothing. Whatever it returns, bookmarksToJson writes so that it is read again.
[[nodiscard]] tl::expected<BookmarksFile, BookmarksFileProblem> bookmarksFromJson(const QByteArray& json);
/// One sentence for people; `name` is the file's.
[[nodiscard]] QString messageFor(const BookmarksFileProblem& problem, const QString& name);

/// Those of `added` that are new: none of `present`, and none before in `added`, has the same range, name and
/// comment.
[[nodiscard]] std::vector<BookmarkDetails> newAmong(const std::vector<BookmarkDetails>& added,
                                                    const std::vector<Bookmarks::Bookmark>& present);

}  // namespace octavo
