#include "core/structure/structure_node.h"

namespace octavo {

FieldNode::FieldNode() = default;
FieldNode::~FieldNode() = default;
FieldNode::FieldNode(FieldNode&&) noexcept = default;
FieldNode& FieldNode::operator=(FieldNode&&) noexcept = default;

void FieldNode::fail(StructureError reason) {
    state = isValidation(reason.fault) ? NodeState::Read : NodeState::Failed;
    error = std::make_unique<StructureError>(std::move(reason));
}

void FieldNode::beginAt(const ByteStream& stream) {
    space = &stream.space();
    begin = stream.position();
    isPlaced = true;
}

void FieldNode::endAt(const ByteStream& stream) {
    end = stream.position();
    isEnded = true;
}

FieldNode* ArrayNode::known(std::uint64_t index) {
    if (!isUniform())
        return index < items_.size() ? &items_[index] : nullptr;
    const auto found = sparse_.find(index);
    return found == sparse_.end() ? nullptr : &found->second;
}

StructureNode::StructureNode(const FormatType& structureType, ByteStream& readFrom)
    : type(&structureType),
      stream(&readFrom),
      fields(structureType.fields.size()),
      next(structureType.parameterCount),
      start(readFrom.state()),
      resume(start) {}

std::string StructureNode::path() const {
    return holder == nullptr ? "/" : pathOf(*holder, holderSlot, holderIndex);
}

std::string pathOf(const StructureNode& holder, std::size_t slot, std::optional<std::uint64_t> index) {
    std::string path = holder.holder == nullptr ? std::string() : holder.path();
    path += "/" + holder.type->fields[slot].name;
    return index ? path + "/" + std::to_string(*index) : path;
}

}  // namespace octavo
