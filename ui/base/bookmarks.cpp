#include "ui/base/bookmarks.h"

#include <algorithm>
#include <array>
#include <utility>

namespace octavo {

namespace {

// Six hues of equal lightness that keep text readable over them in light and dark.
constexpr std::array<QRgb, 6> kColours{0xff3a86c8, 0xffc77f1a, 0xff3f9d5a,
                                       0xffb8527f, 0xff7d6bc4, 0xff2f9a9a};

}  // namespace

Bookmarks::Bookmarks(Document& document, QObject* parent)
    : QObject(parent),
      document_(document),
      documentChanged_(document.changed.connect([this](const Change& change) { follow(change); })) {}

void Bookmarks::follow(const Change& change) {
    if (entries_.empty() || change.removed == change.inserted)
        return;  // overwriting moves nothing
    isStale_ = true;
    Q_EMIT moved();
}

void Bookmarks::tellChanged() {
    isStale_ = true;
    Q_EMIT changed();
}

void Bookmarks::refresh() const {
    if (!std::exchange(isStale_, false))
        return;
    sorted_.clear();
    sorted_.reserve(entries_.size());
    for (const Entry& each : entries_) {
        const auto range = document_.anchors().range(each.anchor);
        OCTAVO_EXPECTS(range.has_value());
        sorted_.push_back({{*range, each.name, each.colour, each.comment, each.number}, each.id});
    }
    std::stable_sort(sorted_.begin(), sorted_.end(), [](const Bookmark& left, const Bookmark& right) {
        return RangeNesting::precedes(left.range, right.range);
    });
    std::vector<ByteRange> ranges;
    ranges.reserve(sorted_.size());
    for (const Bookmark& each : sorted_)
        ranges.push_back(each.range);
    nesting_ = RangeNesting(std::move(ranges));
    for (std::size_t i = 0; i < sorted_.size(); ++i) {
        sorted_[i].parent = nesting_.parent(i);
        sorted_[i].depth = nesting_.depth(i);
    }
}

const std::vector<Bookmarks::Bookmark>& Bookmarks::all() const {
    refresh();
    return sorted_;
}

std::optional<Bookmarks::Bookmark> Bookmarks::find(BookmarkId id) const {
    const auto& list = all();
    const auto found =
        std::find_if(list.begin(), list.end(), [id](const auto& each) { return each.id == id; });
    return found == list.end() ? std::nullopt : std::optional(*found);
}

std::optional<Bookmarks::Bookmark> Bookmarks::numbered(int number) const {
    const auto& list = all();
    const auto found =
        std::find_if(list.begin(), list.end(), [number](const auto& each) { return each.number == number; });
    return found == list.end() ? std::nullopt : std::optional(*found);
}

QColor Bookmarks::nextColour() {
    return QColor::fromRgba(kColours[colourIndex_++ % kColours.size()]);
}

BookmarkId Bookmarks::append(const BookmarkDetails& details) {
    OCTAVO_EXPECTS(details.range.isValid() && details.range.end <= document_.size());
    const BookmarkId id{++lastId_};
    entries_.push_back({.id = id,
                        .anchor = document_.anchors().add(details.range),
                        .name = details.name,
                        .colour = details.colour.isValid() ? details.colour : nextColour(),
                        .comment = details.comment,
                        .number = details.number});
    return id;
}

const Bookmarks::Bookmark* Bookmarks::firstBeginningIn(ByteRange range) const {
    const std::vector<Bookmark>& sorted = all();
    const auto first = std::partition_point(
        sorted.begin(), sorted.end(), [&](const Bookmark& each) { return each.range.begin < range.begin; });
    return first != sorted.end() && first->range.begin < range.end ? &*first : nullptr;
}

BookmarkId Bookmarks::add(ByteRange range, const QString& name, const QColor& colour) {
    const BookmarkId id = append({.range = range, .name = name, .colour = colour});
    tellChanged();
    return id;
}

void Bookmarks::add(const std::vector<BookmarkDetails>& added) {
    std::array<bool, kNumbers> isTaken{};
    for (const Entry& each : entries_) {
        if (each.number)
            isTaken[static_cast<std::size_t>(*each.number)] = true;
    }
    for (BookmarkDetails each : added) {
        OCTAVO_EXPECTS(!each.number || (0 <= *each.number && *each.number < kNumbers));
        if (each.number && std::exchange(isTaken[static_cast<std::size_t>(*each.number)], true))
            each.number.reset();
        append(each);
    }
    if (!added.empty())
        tellChanged();
}

void Bookmarks::rename(BookmarkId id, const QString& name) {
    if (const auto found = entry(id); found != entries_.end()) {
        found->name = name;
        tellChanged();
    }
}

void Bookmarks::recolour(BookmarkId id, const QColor& colour) {
    if (const auto found = entry(id); found != entries_.end()) {
        found->colour = colour;
        tellChanged();
    }
}

void Bookmarks::setComment(BookmarkId id, const QString& comment) {
    if (const auto found = entry(id); found != entries_.end()) {
        found->comment = comment;
        tellChanged();
    }
}

void Bookmarks::setRange(BookmarkId id, ByteRange range) {
    OCTAVO_EXPECTS(range.isValid() && range.end <= document_.size());
    if (const auto found = entry(id); found != entries_.end()) {
        document_.anchors().remove(found->anchor);
        found->anchor = document_.anchors().add(range);
        tellChanged();
    }
}

void Bookmarks::remove(BookmarkId id) {
    if (const auto found = entry(id); found != entries_.end()) {
        document_.anchors().remove(found->anchor);
        entries_.erase(found);
        tellChanged();
    }
}

void Bookmarks::clear() {
    for (const Entry& each : entries_)
        document_.anchors().remove(each.anchor);
    entries_.clear();
    tellChanged();
}

void Bookmarks::setNumber(BookmarkId id, int number) {
    OCTAVO_EXPECTS(0 <= number && number < kNumbers);
    const auto found = entry(id);
    if (found == entries_.end())
        return;
    for (Entry& each : entries_) {
        if (each.number == number)
            each.number.reset();
    }
    found->number = number;
    tellChanged();
}

void Bookmarks::toggleNumbered(int number, ByteRange range, const QString& nameOfNew) {
    OCTAVO_EXPECTS(0 <= number && number < kNumbers);
    const auto old = numbered(number);
    if (!old)
        setNumber(add(range, nameOfNew), number);
    else if (old->range.begin == range.begin)
        remove(old->id);
    else
        setRange(old->id, range);
}

std::optional<Bookmarks::Bookmark> Bookmarks::next(ByteOffset after) const {
    const auto& list = all();
    const auto found = std::upper_bound(list.begin(), list.end(), after, [](ByteOffset at, const auto& each) {
        return at < each.range.begin;
    });
    if (found != list.end())
        return *found;
    return list.empty() ? std::nullopt : std::optional(list.front());
}

std::optional<Bookmarks::Bookmark> Bookmarks::previous(ByteOffset before) const {
    const auto& list = all();
    const auto behind =
        std::lower_bound(list.begin(), list.end(), before,
                         [](const auto& each, ByteOffset at) { return each.range.begin < at; });
    if (behind != list.begin())
        return *std::prev(behind);
    return list.empty() ? std::nullopt : std::optional(list.back());
}

std::vector<Bookmarks::Entry>::iterator Bookmarks::entry(BookmarkId id) {
    const auto found =
        std::lower_bound(entries_.begin(), entries_.end(), id,
                         [](const Entry& each, BookmarkId wanted) { return each.id < wanted; });
    return found != entries_.end() && found->id == id ? found : entries_.end();
}

}  // namespace octavo
