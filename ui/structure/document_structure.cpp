#include "ui/structure/document_structure.h"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "core/buffer/document.h"

namespace octavo {

LoadedFormat FormatRequest::load(const FormatSearch& search) const {
    if (text.empty())
        return loadFormat(path, search);
    return loadFormatText(text, (std::filesystem::path(path).parent_path() / "part.ksy").string(), search);
}

QString FormatRequest::name() const {
    return part.isEmpty() ? title : QStringLiteral("%1: %2").arg(title, part);
}

DocumentStructure& DocumentStructure::of(QObject& owner, Document& document, JobRunner& runner) {
    auto* known = owner.findChild<DocumentStructure*>(QString(), Qt::FindDirectChildrenOnly);
    return known != nullptr ? *known : *new DocumentStructure(owner, document, runner);
}

DocumentStructure::DocumentStructure(QObject& owner, Document& document, JobRunner& runner)
    : QObject(&owner), document_(document), live_(runner), model_(live_) {
    changed_ = document_.changed.connect([this](const octavo::Change& change) {
        ++generation_;
        follow(change.removedRange());
        renew();
    });
    connect(&live_, &LiveStructure::cameBack, this, &DocumentStructure::renew);
    connect(&live_, &LiveStructure::wentAway, this, &DocumentStructure::changed);
    connect(
        &model_, &StructureModel::moreWanted, this,
        [this](const QString& path) { live_.goOn(path.toStdString(), tr("Reading the structure")); },
        Qt::QueuedConnection);
}

void DocumentStructure::follow(ByteRange changed) {
    const Snapshot bytes = document_.snapshot();
    const auto moved = anchor_ ? document_.anchors().range(*anchor_) : std::nullopt;
    if (!moved || !live_.isBound())
        return live_.follow(bytes, changed);
    const bool isOpen = request_.range->end == kMaxDocumentSize;
    const ByteRange now = {moved->begin, isOpen ? kMaxDocumentSize : moved->end};
    if (now == *request_.range)
        return live_.follow(bytes, changed);
    request_.range = now;
    live_.lookAt(bytes, now);
}

void DocumentStructure::renew() {
    if (!live_.isBound())
        return;
    model_.refresh();
    Q_EMIT changed();
}

void DocumentStructure::bind(std::shared_ptr<const FormatSet> formats, FormatRequest request) {
    dropAnchor();
    request_ = std::move(request);
    wasReleased_ = false;
    if (request_.range) {
        const ByteOffset begin = std::min(request_.range->begin, document_.size());
        anchor_ = document_.anchors().add({begin, std::clamp(request_.range->end, begin, document_.size())});
    }
    live_.bind(std::move(formats), document_.snapshot(), {.range = request_.range});
    ++generation_;
    model_.reset();
    Q_EMIT changed();
}

void DocumentStructure::release() {
    dropAnchor();
    request_ = {};
    wasReleased_ = true;
    live_.release();
    ++generation_;
    model_.reset();
    Q_EMIT changed();
}

void DocumentStructure::dropAnchor() {
    if (anchor_)
        document_.anchors().remove(*std::exchange(anchor_, std::nullopt));
}

}  // namespace octavo
