#include "ui/structure/document_structure.h"

#include <utility>

#include "core/buffer/document.h"

namespace octavo {

DocumentStructure& DocumentStructure::of(QObject& owner, Document& document, JobRunner& runner) {
    auto* known = owner.findChild<DocumentStructure*>(QString(), Qt::FindDirectChildrenOnly);
    return known != nullptr ? *known : *new DocumentStructure(owner, document, runner);
}

DocumentStructure::DocumentStructure(QObject& owner, Document& document, JobRunner& runner)
    : QObject(&owner), document_(document), live_(runner), model_(live_) {
    changed_ = document_.changed.connect([this](const octavo::Change& change) {
        ++generation_;
        live_.follow(document_.snapshot(), change.removedRange());
        renew();
    });
    connect(&live_, &LiveStructure::cameBack, this, &DocumentStructure::renew);
    connect(&live_, &LiveStructure::wentAway, this, &DocumentStructure::changed);
    connect(
        &model_, &StructureModel::moreWanted, this,
        [this](const QString& path) { live_.goOn(path.toStdString(), tr("Reading the structure")); },
        Qt::QueuedConnection);
}

void DocumentStructure::renew() {
    if (!live_.isBound())
        return;
    model_.refresh();
    Q_EMIT changed();
}

void DocumentStructure::bind(std::shared_ptr<const FormatSet> formats, const StructureTree::Options& options,
                             std::string formatPath, QString formatName) {
    formatPath_ = std::move(formatPath);
    formatName_ = std::move(formatName);
    live_.bind(std::move(formats), document_.snapshot(), options);
    ++generation_;
    model_.reset();
    Q_EMIT changed();
}

void DocumentStructure::release() {
    formatPath_.clear();
    formatName_.clear();
    live_.release();
    ++generation_;
    model_.reset();
    Q_EMIT changed();
}

}  // namespace octavo
