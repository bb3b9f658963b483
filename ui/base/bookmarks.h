#pragma once

#include <optional>
#include <vector>

#include <QColor>
#include <QObject>
#include <QString>

#include "core/base/notifier.h"
#include "core/base/range_nesting.h"
#include "core/buffer/document.h"

namespace octavo {

/// Names a bookmark in one Bookmarks.
enum class BookmarkId : std::uint64_t {};

/// What is known of a bookmark besides who it is. A value.
struct BookmarkDetails {
    ByteRange range;
    QString name;
    QColor colour{};              ///< invalid: the next one of the palette
    QString comment{};            ///< plain text, any number of lines
    std::optional<int> number{};  ///< the digit that sets it and goes to it, if it has one

    friend bool operator==(const BookmarkDetails&, const BookmarkDetails&) = default;
};

/// Named, coloured ranges with comments in one document; they move with its edits, and one may lie in
/// another. The panel shows them, the hex view tints them, the session keeps them. UI thread only.
class Bookmarks : public QObject {
    Q_OBJECT
public:
    /// REQUIRES: the document outlives this.
    explicit Bookmarks(Document& document, QObject* parent = nullptr);

    struct Bookmark : BookmarkDetails {
        BookmarkId id{};
        std::optional<std::size_t> parent{};  ///< the one it lies in, by its index in all()
        std::size_t depth = 0;                ///< how many it lies in
    };
    static constexpr int kNumbers = 10;  ///< numbers are the digits 0 to 9

    /// All of them, in the order of RangeNesting. Until the next change of bookmarks or document.
    /// Cost: O(n log n) after such a change, else nothing.
    [[nodiscard]] const std::vector<Bookmark>& all() const;
    [[nodiscard]] std::optional<Bookmark> find(BookmarkId id) const;
    [[nodiscard]] std::optional<Bookmark> numbered(int number) const;
    [[nodiscard]] bool isEmpty() const { return entries_.empty(); }

    /// Calls `visit(bookmark)` for each that has bytes in `seen`, outer ones before those that lie in them.
    /// Cost: O(log n) for each, after what all() costs.
    template <typename Visit>
    void forEachIn(ByteRange seen, const Visit& visit) const {
        refresh();
        nesting_.forEachIn(seen, [&](std::size_t index) { visit(sorted_[index]); });
    }

    /// The first whose start lies in `range`. Cost: O(log n), after what all() costs.
    [[nodiscard]] const Bookmark* firstBeginningIn(ByteRange range) const;

    /// REQUIRES: range lies inside the document.
    BookmarkId add(ByteRange range, const QString& name, const QColor& colour = {});
    /// Many at once. A number that another one has stays with that. REQUIRES: as add, and numbers are
    /// numbers.
    void add(const std::vector<BookmarkDetails>& added);
    void rename(BookmarkId id, const QString& name);
    void recolour(BookmarkId id, const QColor& colour);
    void setComment(BookmarkId id, const QString& comment);
    /// REQUIRES: as add.
    void setRange(BookmarkId id, ByteRange range);
    void remove(BookmarkId id);
    void clear();

    /// Gives the bookmark a number, taking it away from any other. REQUIRES: 0 <= number < kNumbers.
    void setNumber(BookmarkId id, int number);
    /// Puts the numbered bookmark there. One that starts there already is removed; one elsewhere moves, with
    /// its name, colour and comment. REQUIRES: as add and setNumber.
    void toggleNumbered(int number, ByteRange range, const QString& nameOfNew);

    /// The first that starts after, or the last that starts before, an offset; around the end of the
    /// document.
    [[nodiscard]] std::optional<Bookmark> next(ByteOffset after) const;
    [[nodiscard]] std::optional<Bookmark> previous(ByteOffset before) const;

    [[nodiscard]] const Document& document() const { return document_; }

Q_SIGNALS:
    /// Something was added, removed or altered by a person.
    void changed();
    /// An edit of the document moved some. Follows each edit; whoever shows them waits until it is idle.
    void moved();

private:
    struct Entry {
        BookmarkId id{};
        AnchorId anchor{};
        QString name;
        QColor colour;
        QString comment;
        std::optional<int> number{};
    };
    [[nodiscard]] std::vector<Entry>::iterator entry(BookmarkId id);
    BookmarkId append(const BookmarkDetails& details);
    [[nodiscard]] QColor nextColour();
    void tellChanged();
    void follow(const Change& change);
    void refresh() const;

    Document& document_;
    std::vector<Entry> entries_;  // by id
    std::uint64_t lastId_ = 0;
    std::size_t colourIndex_ = 0;
    NotifierConnection documentChanged_;

    // What is derived from entries_ and the anchors.
    mutable bool isStale_ = false;
    mutable std::vector<Bookmark> sorted_;
    mutable RangeNesting nesting_;
};

}  // namespace octavo
