#include "core/structure/node_row.h"

#include "core/structure/field_text.h"

namespace octavo {

namespace {

NodeRow::Kind kindOf(const FieldNode& node) {
    if (node.array)
        return NodeRow::Kind::Array;
    if (node.structure)
        return NodeRow::Kind::Structure;
    const bool isStopped = node.error && node.error->fault == StructureFault::Stopped;
    if (node.state == NodeState::Failed)
        return isStopped ? NodeRow::Kind::Pending : NodeRow::Kind::Failed;
    if (node.state == NodeState::Absent && node.value.isMissing())
        return NodeRow::Kind::Absent;
    return node.state == NodeState::Unread || node.state == NodeState::Reading ? NodeRow::Kind::Pending
                                                                               : NodeRow::Kind::Value;
}

}  // namespace

std::optional<ByteRange> documentPlace(const FieldNode& node) {
    if (!node.isPlaced || !node.isEnded)
        return std::nullopt;
    if (node.space->isDocument())
        return node.range();
    // The bytes that the outermost `process` worked on.
    const ByteSpace* space = node.space;
    while (!space->isDocument()) {
        const ByteSpace::Origin& origin = space->origin();
        const FieldNode* maker = origin.holder->knownField(origin.slot);
        if (maker != nullptr && origin.index && maker->array)
            maker = maker->array->known(*origin.index);
        if (maker == nullptr || !maker->isEnded)
            return std::nullopt;
        if (maker->space->isDocument())
            return maker->range();
        space = maker->space;
    }
    return std::nullopt;
}

NodeRow describeNode(StructureTree& tree, const NodeRef& at) {
    NodeRow row;
    if (at.isTop()) {
        row.kind = NodeRow::Kind::Structure;
        row.name = at.structure->type->name;
        row.path = "/";
        row.type = at.structure->type->path;
        row.doc = at.structure->type->doc;
        row.place = at.structure->stream->window();
        row.value = summaryText(tree, *at.structure);
        if (at.structure->error)
            row.error = *at.structure->error;
        return row;
    }
    const FieldNode& node = at.read(tree);
    const FormatField& field = at.field();
    row.kind = kindOf(node);
    row.name = at.index ? "[" + std::to_string(*at.index) + "]" : field.name;
    row.path = at.path();
    row.isItem = at.index.has_value();
    row.type = typeText(field, node, at.index.has_value());
    row.doc = field.doc;
    if (row.doc.empty() && node.structure)
        row.doc = node.structure->type->doc;
    row.isComputed = field.role == FieldRole::ValueInstance || field.role == FieldRole::Parameter;
    row.place = documentPlace(node);
    row.isProcessed = node.isPlaced && !node.space->isDocument();
    if (node.array) {
        row.itemCount = node.array->count();
        row.isGrowing = !node.array->isComplete && node.error && node.error->fault == StructureFault::Stopped;
    } else if (node.structure) {
        row.value = summaryText(tree, *node.structure);
        if (node.structure->error)
            row.error = *node.structure->error;
    } else {
        row.value = valueText(node.value, field);
    }
    if (node.error)
        row.error = *node.error;
    if (row.error)
        row.error->expression = nullptr;
    return row;
}

std::vector<std::size_t> shownFields(StructureTree& tree, StructureNode& structure) {
    tree.readSequence(structure);
    std::vector<std::size_t> shown;
    const FormatType& type = *structure.type;
    for (std::size_t slot = type.parameterCount; slot < type.fields.size(); ++slot) {
        const FieldNode& node = tree.field(structure, slot);
        const bool isBeyond = slot < type.sequenceEnd && node.state == NodeState::Unread &&
                              (slot > structure.next || !structure.hasStopped);
        if (!isBeyond && kindOf(node) != NodeRow::Kind::Absent)
            shown.push_back(slot);
    }
    return shown;
}

}  // namespace octavo
