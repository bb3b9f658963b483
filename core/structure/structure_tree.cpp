#include "core/structure/structure_tree.h"

#include "core/structure/structure_reader.h"

namespace octavo {

StructureTree::StructureTree(std::shared_ptr<const FormatSet> formats, Snapshot bytes, Options options,
                             const JobContext& job)
    : reader_(std::make_unique<StructureReader>(std::move(formats), std::move(bytes), options)) {
    reader_->limit(job, std::nullopt);
    if (options.mode == ReadingMode::Strict)
        reader_->readAll();
}

StructureTree::~StructureTree() = default;

StructureNode& StructureTree::root() {
    return reader_->root();
}

const FormatSet& StructureTree::formats() const {
    return reader_->formats();
}

const Snapshot& StructureTree::bytes() const {
    return reader_->bytes();
}

void StructureTree::readSequence(StructureNode& structure) {
    reader_->readSequence(structure);
}

FieldNode& StructureTree::field(StructureNode& structure, std::size_t slot) {
    return reader_->field(structure, slot);
}

FieldNode& StructureTree::item(ArrayNode& array, std::uint64_t index) {
    return reader_->item(array, index);
}

void StructureTree::forget(ArrayNode& array, std::uint64_t index) {
    // Each is found from those before it, so they stay until their block is done with.
    const auto [first, behind] = array.blockOf(index);
    if (index + 1 == behind)
        dropArrayItems(array, first, behind);
}

void StructureTree::drop(ArrayNode& array, std::uint64_t index) {
    dropArrayItems(array, index, index + 1);
}

Evaluated<StructureValue> StructureTree::text(StructureNode& structure) {
    return reader_->text(structure);
}

Result<FieldChange> StructureTree::change(StructureNode& structure, std::size_t slot,
                                          std::optional<std::uint64_t> index, const StructureValue& value) {
    return reader_->change(structure, slot, index, value);
}

Result<FieldChange> StructureTree::editItem(ArrayNode& array, std::uint64_t index, ItemEdit edit) {
    return reader_->editItem(array, index, edit);
}

void StructureTree::follow(Snapshot bytes, ByteRange changed) {
    reader_->follow(std::move(bytes), changed);
}

void StructureTree::limit(const JobContext& job,
                          std::optional<std::chrono::steady_clock::time_point> deadline) {
    reader_->limit(job, deadline);
}

void StructureTree::raiseLimits() {
    OCTAVO_EXPECTS(!reader_->world().isStrict());
    reader_->raiseLimits();
}

const StructureTree::Options& StructureTree::options() const {
    return reader_->world().options;
}

bool StructureTree::wasStopped() const {
    return reader_->world().limit.wasReached;
}

}  // namespace octavo
