#pragma once

#include <optional>
#include <vector>

#include <QColor>
#include <QObject>
#include <QString>

#include "core/base/notifier.h"
#include "core/buffer/document.h"

namespace octavo {

/// Named, coloured places in one document; they move with its edits. The panel shows them, the hex view tints
/// them, the session keeps them. UI thread only.
class Bookmarks : public QObject {
    Q_OBJECT
public:
    /// REQUIRES: the document outlives this.
    explicit Bookmarks(Document& document, QObject* parent = nullptr);

    struct Bookmark {
        AnchorId id{};
        ByteRange range;  ///< where it is now
        QString name;
        QColor colour;
        std::optional<int> number{};  ///< the digit that sets it and goes to it, if it has one
    };
    static constexpr int kNumbers = 10;  ///< numbers are the digits 0 to 9

    /// All of them, by position. Cost: O(n log n).
    [[nodiscard]] std::vector<Bookmark> all() const;
    [[nodiscard]] std::optional<Bookmark> find(AnchorId id) const;
    [[nodiscard]] bool isEmpty() const { return entries_.empty(); }

    /// REQUIRES: range lies inside the document. An invalid colour means: the next one of the palette.
    AnchorId add(ByteRange range, const QString& name, const QColor& colour = {});
    void rename(AnchorId id, const QString& name);
    void recolour(AnchorId id, const QColor& colour);
    void remove(AnchorId id);
    void clear();

    /// Gives the bookmark a number, taking it away from any other. REQUIRES: 0 <= number < kNumbers.
    void setNumber(AnchorId id, int number);
    [[nodiscard]] std::optional<Bookmark> numbered(int number) const;
    /// Puts the numbered bookmark there. One that starts there already is removed; one elsewhere moves, with
    /// its name and colour. REQUIRES: as add and setNumber.
    void toggleNumbered(int number, ByteRange range, const QString& nameOfNew);

    /// The first that starts after, or the last that starts before, an offset; around the end of the
    /// document.
    [[nodiscard]] std::optional<Bookmark> next(ByteOffset after) const;
    [[nodiscard]] std::optional<Bookmark> previous(ByteOffset before) const;

Q_SIGNALS:
    /// Something was added, removed, renamed or recoloured, or an edit moved them.
    void changed();

private:
    struct Entry {
        AnchorId id{};
        QString name;
        QColor colour;
        std::optional<int> number{};
    };
    [[nodiscard]] std::vector<Entry>::iterator entry(AnchorId id);

    Document& document_;
    std::vector<Entry> entries_;
    std::size_t colourIndex_ = 0;
    NotifierConnection documentChanged_;
};

}  // namespace octavo
