#include "ui/structure/field_colours.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/buffer/document.h"
#include "core/structure/field_places.h"
#include "core/structure/field_text.h"
#include "ui/structure/document_structure.h"

namespace octavo {

namespace {

// Neighbours differ in hue; all are light enough for any text on them.
constexpr std::array<QRgb, 6> kTones = {qRgba(0x3B, 0x82, 0xF6, 0x48), qRgba(0xF5, 0x9E, 0x0B, 0x48),
                                        qRgba(0x10, 0xB9, 0x81, 0x48), qRgba(0xEC, 0x48, 0x99, 0x48),
                                        qRgba(0x8B, 0x5C, 0xF6, 0x48), qRgba(0x84, 0xCC, 0x16, 0x48)};
constexpr ByteCount kAround = 4096;    // looked up before and behind what is on screen
constexpr std::size_t kAreasMost = 8;  // a view may be split

/// Fields side by side differ, and so do the same fields of two items side by side.
int toneOf(const NodeRef& node) {
    const StructureNode& structure = *node.structure;
    std::uint64_t tone = node.slot.value_or(0) + node.index.value_or(0);
    if (!node.index && structure.holderIndex)
        tone += *structure.holderIndex % 2 * 3;
    return static_cast<int>(tone % kTones.size());
}

}  // namespace

FieldColours::FieldColours(DocumentContext& context, QObject* parent)
    : QObject(parent), context_(context), guided_(&context) {
    lookSoon_.setSingleShot(true);
    lookSoon_.setInterval(0);
    connect(&lookSoon_, &QTimer::timeout, this, &FieldColours::look);
    context_.setByteGuide(this);
}

FieldColours::~FieldColours() {
    if (guided_ != nullptr)
        guided_->setByteGuide(nullptr);
}

void FieldColours::show(DocumentStructure* structure) {
    structure_ = structure;
    forget();
}

void FieldColours::forget() {
    areas_.clear();
    context_.repaintBytes();
}

void FieldColours::setShown(bool isShown) {
    isShown_ = isShown;
    context_.repaintBytes();
}

void FieldColours::setDepth(unsigned depth) {
    depth_ = depth;
    forget();
}

void FieldColours::colour(ByteRange visible, const std::function<void(ByteRange, const QColor&)>& sink) {
    if (!isShown_ || structure_ == nullptr || !structure_->live().isBound())
        return;
    // Until it is looked up again, what was there is the best guess.
    auto known = std::find_if(areas_.rbegin(), areas_.rend(),
                              [visible](const Area& each) { return each.range.contains(visible); });
    if (known == areas_.rend())
        known = std::find_if(areas_.rbegin(), areas_.rend(),
                             [visible](const Area& each) { return each.range.intersects(visible); });
    bool isKnown = false;
    if (known != areas_.rend()) {
        std::rotate(std::prev(known.base()), known.base(), areas_.end());
        const Area& area = areas_.back();
        for (const Ground& each : area.grounds) {
            if (each.range.intersects(visible))
                sink(each.range, QColor::fromRgba(kTones[static_cast<std::size_t>(each.tone)]));
        }
        isKnown = area.generation == structure_->generation() && area.range.contains(visible);
    }
    if (isKnown || std::find(wanted_.begin(), wanted_.end(), visible) != wanted_.end())
        return;
    wanted_.push_back(visible);
    lookSoon_.start();
}

FieldColours::Grounds FieldColours::groundsIn(StructureTree& tree, ByteRange range, unsigned depth) {
    Grounds grounds;
    forEachFieldIn(tree, range, depth, kNodesMost, [&grounds](const FieldPlace& place) {
        grounds.push_back({.range = place.range, .tone = toneOf(place.node)});
    });
    return grounds;
}

void FieldColours::look() {
    for (const ByteRange& visible : std::exchange(wanted_, {})) {
        StructureTree* tree =
            structure_ != nullptr && context_.document() != nullptr ? structure_->live().tree() : nullptr;
        if (tree == nullptr)
            return;  // it is painted again when the tree is back
        lookAt(*tree, visible);
    }
    context_.repaintBytes();
}

void FieldColours::lookAt(StructureTree& tree, ByteRange visible) {
    const ByteRange range = {visible.begin > kAround ? visible.begin - kAround : 0,
                             std::min(context_.document()->size(), visible.end + kAround)};
    const std::uint64_t generation = structure_->generation();
    keep({.range = range, .grounds = groundsIn(tree, range, depth_), .generation = generation});
    if (!tree.wasStopped() || structure_->live().isPaused())
        return;
    structure_->live().lend(
        tr("Looking for fields"),
        [range, depth = depth_](StructureTree& whole, const JobContext&) -> Result<Grounds> {
            return groundsIn(whole, range, depth);
        },
        [self = QPointer(this), structure = structure_, generation, depth = depth_,
         range](const Result<Grounds>& grounds) {
            if (self.isNull() || !grounds || structure != self->structure_ || depth != self->depth_)
                return;
            self->keep({.range = range, .grounds = *grounds, .generation = generation});
            self->context_.repaintBytes();
        });
}

/// In place of what is older and touches it.
void FieldColours::keep(Area area) {
    std::erase_if(areas_, [&area](const Area& each) {
        return each.range == area.range ||
               (each.generation < area.generation && each.range.intersects(area.range));
    });
    if (areas_.size() == kAreasMost)
        areas_.erase(areas_.begin());
    areas_.push_back(std::move(area));
}

std::pair<QString, QString> FieldColours::noteAt(ByteOffset offset) {
    StructureTree* tree = structure_ != nullptr ? structure_->live().tree() : nullptr;
    const auto place = tree != nullptr ? fieldAt(*tree, offset) : std::nullopt;
    if (!place || place->node.isTop())
        return {};
    const FieldNode& node = place->node.read(*tree);
    const std::string value =
        node.structure ? summaryText(*tree, *node.structure) : valueText(node.value, place->node.field());
    QString text = QString::fromStdString(place->node.path());
    if (!value.empty())
        text += QStringLiteral("\n") + QString::fromStdString(value);
    if (const std::string& doc = place->node.field().doc; !doc.empty())
        text += QStringLiteral("\n") + QString::fromStdString(doc).simplified();
    return {tr("Field"), text};
}

}  // namespace octavo
