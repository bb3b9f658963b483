#include "ui/structure/field_colours.h"

#include <array>

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
constexpr ByteCount kAround = 4096;  // looked up before and behind what is on screen

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
    known_ = {};
    grounds_.clear();
    context_.repaintBytes();
}

void FieldColours::setShown(bool isShown) {
    isShown_ = isShown;
    context_.repaintBytes();
}

void FieldColours::setDepth(unsigned depth) {
    depth_ = depth;
    known_ = {};
    context_.repaintBytes();
}

void FieldColours::colour(ByteRange visible, const std::function<void(ByteRange, const QColor&)>& sink) {
    if (!isShown_ || structure_ == nullptr || !structure_->live().isBound())
        return;
    // Until it is looked up again, what was there is the best guess.
    for (const Ground& each : grounds_) {
        if (each.range.intersects(visible))
            sink(each.range, QColor::fromRgba(kTones[static_cast<std::size_t>(each.tone)]));
    }
    if (generation_ == structure_->generation() && known_.contains(visible))
        return;
    wanted_ = visible;
    lookSoon_.start();
}

/// The fields in a range, and whether reading them was not stopped.
FieldColours::Grounds FieldColours::groundsIn(StructureTree& tree, ByteRange range, unsigned depth) {
    Grounds grounds;
    forEachFieldIn(tree, range, depth, kNodesMost, [&grounds](const FieldPlace& place) {
        grounds.push_back({.range = place.range, .tone = toneOf(place.node)});
    });
    return grounds;
}

void FieldColours::look() {
    const Document* document = context_.document();
    StructureTree* tree = structure_ != nullptr && document != nullptr ? structure_->live().tree() : nullptr;
    if (tree == nullptr)
        return;
    generation_ = structure_->generation();
    known_ = {wanted_.begin > kAround ? wanted_.begin - kAround : 0,
              std::min(document->size(), wanted_.end + kAround)};
    grounds_ = groundsIn(*tree, known_, depth_);
    context_.repaintBytes();
    if (!tree->wasStopped())
        return;
    structure_->live().lend(
        tr("Looking for fields"),
        [range = known_, depth = depth_](StructureTree& whole, const JobContext&) -> Result<Grounds> {
            return groundsIn(whole, range, depth);
        },
        [self = QPointer(this), range = known_](const Result<Grounds>& grounds) {
            if (self.isNull() || !grounds || self->known_ != range)
                return;
            self->grounds_ = *grounds;
            self->context_.repaintBytes();
        });
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
