// Bookmarks in a document that is edited, undone and redone, against a plain list of anchors and the obvious
// loops over it.

#include <algorithm>
#include <map>
#include <rapidcheck.h>

#include "core/source/memory_source.h"
#include "ui/base/bookmarks.h"

using namespace octavo;

namespace {

constexpr ByteCount kSize = 60;

struct Expected {
    AnchorId anchor;
    QString name;
    QString comment;
};

ByteRange anyRange(ByteCount size) {
    const auto a = *rc::gen::inRange<ByteOffset>(0, size + 1);
    const auto b = *rc::gen::inRange<ByteOffset>(0, size + 1);
    return {std::min(a, b), std::max(a, b)};
}

/// A document with bookmarks, and anchors of our own that were put where those were.
class World {
public:
    World() : document_(std::make_shared<MemorySource>(std::vector<std::byte>(kSize))), marks_(document_) {}

    void step() {
        switch (*rc::gen::inRange(0, 10)) {
            case 0:
            case 1:
            case 2:
                add();
                break;
            case 3:
                alter();
                break;
            case 4:
                remove();
                break;
            case 5:
                if (document_.canUndo())
                    document_.undo();
                break;
            case 6:
                if (document_.canRedo())
                    document_.redo();
                break;
            default:
                edit();
        }
    }

    void check() const {
        const auto& all = marks_.all();
        RC_ASSERT(all.size() == expected_.size());
        for (std::size_t i = 0; i < all.size(); ++i) {
            const auto found = expected_.find(all[i].id);
            RC_ASSERT(found != expected_.end());
            RC_ASSERT(all[i].range == rangeOf(found->second));
            RC_ASSERT((all[i].name == found->second.name && all[i].comment == found->second.comment));
            RC_ASSERT((i == 0 || !RangeNesting::precedes(all[i].range, all[i - 1].range)));
            RC_ASSERT(marks_.find(all[i].id)->range == all[i].range);
            checkParent(i);
        }
        checkSight(anyRange(document_.size()));
        checkSteps(*rc::gen::inRange<ByteOffset>(0, document_.size() + 1));
    }

private:
    [[nodiscard]] ByteRange rangeOf(const Expected& expected) const {
        return *document_.anchors().range(expected.anchor);
    }

    void checkParent(std::size_t index) const {
        const auto& all = marks_.all();
        std::optional<std::size_t> parent;
        for (std::size_t j = 0; j < index; ++j) {
            if (RangeNesting::encloses(all[j].range, all[index].range))
                parent = j;
        }
        RC_ASSERT(all[index].parent == parent);
        RC_ASSERT(all[index].depth == (parent ? all[*parent].depth + 1 : 0));
    }

    void checkSight(ByteRange seen) const {
        std::vector<BookmarkId> visited;
        marks_.forEachIn(seen, [&](const Bookmarks::Bookmark& each) { visited.push_back(each.id); });
        std::vector<BookmarkId> inSight;
        for (const auto& each : marks_.all()) {
            if (each.range.intersects(seen))
                inSight.push_back(each.id);
        }
        RC_ASSERT(visited == inSight);
    }

    void checkSteps(ByteOffset at) const {
        const auto& all = marks_.all();
        const auto next = std::ranges::find_if(all, [at](const auto& each) { return each.range.begin > at; });
        const auto previous =
            std::find_if(all.rbegin(), all.rend(), [at](const auto& each) { return each.range.begin < at; });
        RC_ASSERT(marks_.next(at).has_value() == !all.empty());
        if (all.empty())
            return;
        RC_ASSERT(marks_.next(at)->id == (next != all.end() ? next->id : all.front().id));
        RC_ASSERT(marks_.previous(at)->id == (previous != all.rend() ? previous->id : all.back().id));
    }

    void add() {
        const ByteRange range = anyRange(document_.size());
        const QString name = QString::number(*rc::gen::inRange(0, 1000));
        const BookmarkId id = marks_.add(range, name);
        expected_[id] = {document_.anchors().add(range), name, {}};
    }

    [[nodiscard]] std::optional<BookmarkId> anyOne() const {
        if (expected_.empty())
            return std::nullopt;
        return std::next(expected_.begin(), *rc::gen::inRange<std::ptrdiff_t>(0, std::ssize(expected_)))
            ->first;
    }

    void alter() {
        const auto id = anyOne();
        if (!id)
            return;
        Expected& expected = expected_[*id];
        if (*rc::gen::arbitrary<bool>()) {
            expected.comment += u'c';
            marks_.setComment(*id, expected.comment);
        } else {
            const ByteRange range = anyRange(document_.size());
            marks_.setRange(*id, range);
            document_.anchors().remove(expected.anchor);
            expected.anchor = document_.anchors().add(range);
        }
    }

    void remove() {
        if (const auto id = anyOne()) {
            marks_.remove(*id);
            document_.anchors().remove(expected_[*id].anchor);
            expected_.erase(*id);
        }
    }

    void edit() {
        const std::vector<std::byte> bytes(*rc::gen::inRange<std::size_t>(0, 12));
        const ByteRange range = anyRange(document_.size());
        RC_ASSERT(document_.apply(Edit::replace(range, Content::ofBytes(bytes))).has_value());
    }

    Document document_;
    Bookmarks marks_;
    std::map<BookmarkId, Expected> expected_;
};

bool bookmarksMoveAsAnchorsDo() {
    return rc::check("bookmarks move as anchors do and nest as their ranges do", [] {
        World world;
        const auto steps = *rc::gen::inRange(0, 60);
        for (int i = 0; i < steps; ++i) {
            world.step();
            if (*rc::gen::inRange(0, 3) == 0)  // what is derived may be several changes old
                world.check();
        }
        world.check();
    });
}

}  // namespace

int main() {
    return bookmarksMoveAsAnchorsDo() ? 0 : 1;
}
