// Files of bookmarks: whatever they hold, they are refused with a place and a sentence, or give bookmarks
// that can be put into a document and written again.

#include "tests/fuzz/fuzz_target.h"
#include "ui/base/bookmarks_file.h"

namespace octavo::fuzz {

namespace {

void requireSensible(const BookmarkDetails& bookmark) {
    require(bookmark.range.isValid());
    require(!bookmark.name.trimmed().isEmpty() && bookmark.name.size() <= BookmarksFile::kNameMax);
    require(bookmark.comment.size() <= BookmarksFile::kCommentMax);
    require(bookmark.name.isValidUtf16() && bookmark.comment.isValidUtf16());
    require(!bookmark.name.contains(u'\n') && !bookmark.name.contains(QChar(0)));
    require(!bookmark.colour.isValid() || bookmark.colour.alpha() == 255);
    require(!bookmark.number || (0 <= *bookmark.number && *bookmark.number < Bookmarks::kNumbers));
}

}  // namespace

void tryInput(std::span<const std::byte> input) {
    const auto text = textOf(input);
    const auto file = bookmarksFromJson(QByteArray(text.data(), static_cast<qsizetype>(text.size())));
    if (!file) {
        require(0 <= file.error().position && file.error().position <= static_cast<qsizetype>(text.size()));
        require(!messageFor(file.error(), QStringLiteral("file")).isEmpty());
        return;
    }
    unsigned numbers = 0;
    for (const BookmarkDetails& each : file->bookmarks) {
        requireSensible(each);
        if (!each.number)
            continue;
        require((numbers >> *each.number & 1U) == 0);
        numbers |= 1U << *each.number;
    }
    const auto again = bookmarksFromJson(bookmarksToJson(*file));
    require(again.has_value() && *again == *file);
    require(newAmong(file->bookmarks, {}).size() <= file->bookmarks.size());
}

}  // namespace octavo::fuzz
