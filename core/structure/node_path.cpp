#include "core/structure/node_path.h"

namespace octavo {

namespace {

std::optional<NodeRef> step(StructureTree& tree, const NodeRef& from, const std::string& name) {
    if (!from.isTop() && !from.index) {
        const FieldNode& node = from.read(tree);
        if (node.array) {
            const auto index = parseInteger(name);
            if (!index || *index < 0 || *index >= Int128{node.array->count()})
                return std::nullopt;
            return NodeRef{
                .structure = from.structure, .slot = from.slot, .index = static_cast<std::uint64_t>(*index)};
        }
    }
    StructureNode* structure = from.asStructure(tree);
    if (structure == nullptr)
        return std::nullopt;
    const auto found = structure->type->fieldIndex.find(name);
    if (found == structure->type->fieldIndex.end())
        return std::nullopt;
    return NodeRef{.structure = structure, .slot = found->second, .index = {}};
}

}  // namespace

FieldNode& NodeRef::read(StructureTree& tree) const {
    FieldNode& node = tree.field(*structure, *slot);
    return index ? tree.item(*node.array, *index) : node;
}

StructureNode* NodeRef::asStructure(StructureTree& tree) const {
    return isTop() ? structure : read(tree).structure.get();
}

std::string NodeRef::path() const {
    return isTop() ? structure->path() : pathOf(*structure, *slot, index);
}

Result<NodeRef> nodeAt(StructureTree& tree, std::string_view path) {
    NodeRef at{.structure = &tree.root(), .slot = {}, .index = {}};
    std::size_t start = path.starts_with('/') ? 1 : 0;
    while (start < path.size()) {
        const std::size_t end = std::min(path.find('/', start), path.size());
        const auto next = step(tree, at, std::string(path.substr(start, end - start)));
        if (!next)
            return fail(ErrorCode::NotFound, std::string(path.substr(0, end)));
        at = *next;
        start = end + 1;
    }
    return at;
}

}  // namespace octavo
