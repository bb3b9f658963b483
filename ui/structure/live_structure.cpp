#include "ui/structure/live_structure.h"

#include <chrono>
#include <utility>

#include "core/structure/node_path.h"
#include "core/structure/node_row.h"

namespace octavo {

namespace {

/// Reads what a node shows: its value or summary, its fields, or how many items it has.
Result<bool> readOn(StructureTree& tree, const std::string& path, const JobContext& job) {
    job.setTotal(tree.bytes().size());
    const auto node = nodeAt(tree, path);
    if (!node)
        return tree.wasStopped();
    static_cast<void>(describeNode(tree, *node));
    if (StructureNode* structure = node->asStructure(tree))
        static_cast<void>(shownFields(tree, *structure));
    return tree.wasStopped();
}

}  // namespace

void LiveStructure::bind(std::shared_ptr<const FormatSet> formats, const Snapshot& bytes,
                         const StructureTree::Options& options) {
    release();
    formats_ = std::move(formats);
    options_ = options;
    tree_ = std::make_shared<StructureTree>(formats_, bytes, options_);
}

void LiveStructure::lookAt(const Snapshot& bytes, ByteRange range) {
    StructureTree::Options options = options_;
    options.range = range;
    bind(formats_, bytes, options);
}

void LiveStructure::release() {
    job_.cancel();
    deadline_.reset();
    pending_.clear();
    tree_.reset();
    formats_.reset();
    isPaused_ = false;
}

StructureTree* LiveStructure::tree() {
    if (tree_ == nullptr || isAway())
        return nullptr;
    if (!deadline_) {
        deadline_ = std::chrono::steady_clock::now() + std::chrono::milliseconds(kPatienceMs);
        tree_->limit({}, deadline_);
        QMetaObject::invokeMethod(
            this, [this] { deadline_.reset(); }, Qt::QueuedConnection);
    }
    return tree_.get();
}

void LiveStructure::goOn(const std::string& path, const QString& title) {
    if (tree_ == nullptr || isAway() || isPaused_)
        return;
    lend(
        title, [path](StructureTree& tree, const JobContext& job) { return readOn(tree, path, job); },
        [this](const Result<bool>& wasStopped) { isPaused_ = !wasStopped || *wasStopped; });
}

void LiveStructure::raiseLimits() {
    if (StructureTree* now = tree()) {
        now->raiseLimits();
        options_ = now->options();
    }
}

void LiveStructure::takeBack() {
    deadline_.reset();
    for (PendingChange& each : std::exchange(pending_, {}))
        tree_->follow(std::move(each.bytes), each.changed);
    Q_EMIT cameBack();
}

void LiveStructure::follow(const Snapshot& bytes, ByteRange changed) {
    if (tree_ == nullptr)
        return;
    if (isAway())
        pending_.push_back({.bytes = bytes, .changed = changed});
    else
        tree_->follow(bytes, changed);
}

}  // namespace octavo
