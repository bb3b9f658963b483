#include "ui/base/bookmarks.h"

#include <algorithm>
#include <array>
#include <utility>

namespace octavo {

namespace {

// Six hues of equal lightness that keep text readable over them in light and dark.
constexpr std::array<QRgb, 6> kColours{0xff3a86c8, 0xffc77f1a, 0xff3f9d5a,
                                       0xffb8527f, 0xff7d6bc4, 0xff2f9a9a};

bool startsEarlier(const Bookmarks::Bookmark& left, const Bookmarks::Bookmark& right) {
    return std::pair(left.range.begin, left.range.end) < std::pair(right.range.begin, right.range.end);
}

}  // namespace

Bookmarks::Bookmarks(Document& document, QObject* parent)
    : QObject(parent), document_(document), documentChanged_(document.changed.connect([this](const Change&) {
          if (!entries_.empty())
              Q_EMIT changed();
      })) {}

std::vector<Bookmarks::Bookmark> Bookmarks::all() const {
    std::vector<Bookmark> result;
    result.reserve(entries_.size());
    for (const Entry& each : entries_) {
        if (const auto range = document_.anchors().range(each.id))
            result.push_back({each.id, *range, each.name, each.colour, each.number});
    }
    std::stable_sort(result.begin(), result.end(), startsEarlier);
    return result;
}

std::optional<Bookmarks::Bookmark> Bookmarks::find(AnchorId id) const {
    const auto list = all();
    const auto found =
        std::find_if(list.begin(), list.end(), [id](const auto& each) { return each.id == id; });
    return found == list.end() ? std::nullopt : std::optional(*found);
}

AnchorId Bookmarks::add(ByteRange range, const QString& name, const QColor& colour) {
    const QColor chosen =
        colour.isValid() ? colour : QColor::fromRgba(kColours[colourIndex_++ % kColours.size()]);
    const AnchorId id = document_.anchors().add(range);
    entries_.push_back({id, name, chosen});
    Q_EMIT changed();
    return id;
}

void Bookmarks::rename(AnchorId id, const QString& name) {
    if (const auto found = entry(id); found != entries_.end()) {
        found->name = name;
        Q_EMIT changed();
    }
}

void Bookmarks::recolour(AnchorId id, const QColor& colour) {
    if (const auto found = entry(id); found != entries_.end()) {
        found->colour = colour;
        Q_EMIT changed();
    }
}

void Bookmarks::remove(AnchorId id) {
    if (const auto found = entry(id); found != entries_.end()) {
        document_.anchors().remove(id);
        entries_.erase(found);
        Q_EMIT changed();
    }
}

void Bookmarks::clear() {
    for (const Entry& each : entries_)
        document_.anchors().remove(each.id);
    entries_.clear();
    Q_EMIT changed();
}

void Bookmarks::setNumber(AnchorId id, int number) {
    OCTAVO_EXPECTS(0 <= number && number < kNumbers);
    const auto found = entry(id);
    if (found == entries_.end())
        return;
    for (Entry& each : entries_) {
        if (each.number == number)
            each.number.reset();
    }
    found->number = number;
    Q_EMIT changed();
}

std::optional<Bookmarks::Bookmark> Bookmarks::numbered(int number) const {
    const auto list = all();
    const auto found =
        std::find_if(list.begin(), list.end(), [number](const auto& each) { return each.number == number; });
    return found == list.end() ? std::nullopt : std::optional(*found);
}

void Bookmarks::toggleNumbered(int number, ByteRange range, const QString& nameOfNew) {
    OCTAVO_EXPECTS(0 <= number && number < kNumbers);
    const auto old = numbered(number);
    if (!old) {
        setNumber(add(range, nameOfNew), number);
    } else if (old->range.begin == range.begin) {
        remove(old->id);
    } else {
        document_.anchors().remove(old->id);
        entry(old->id)->id = document_.anchors().add(range);
        Q_EMIT changed();
    }
}

std::optional<Bookmarks::Bookmark> Bookmarks::next(ByteOffset after) const {
    const auto list = all();
    const auto found = std::find_if(list.begin(), list.end(),
                                    [after](const auto& each) { return each.range.begin > after; });
    if (found != list.end())
        return *found;
    return list.empty() ? std::nullopt : std::optional(list.front());
}

std::optional<Bookmarks::Bookmark> Bookmarks::previous(ByteOffset before) const {
    const auto list = all();
    const auto found = std::find_if(list.rbegin(), list.rend(),
                                    [before](const auto& each) { return each.range.begin < before; });
    if (found != list.rend())
        return *found;
    return list.empty() ? std::nullopt : std::optional(list.back());
}

std::vector<Bookmarks::Entry>::iterator Bookmarks::entry(AnchorId id) {
    return std::find_if(entries_.begin(), entries_.end(), [id](const Entry& each) { return each.id == id; });
}

}  // namespace octavo
