#include "core/structure/structure_node.h"

#include <algorithm>

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

void FieldNode::keepInputs(const InputRanges& read) {
    hasOwnInputs = isEnded && space->isDocument() && !read.isEmpty() && read.liesIn(range());
    inputs = hasOwnInputs || read.isEmpty() ? nullptr : std::make_unique<InputRanges>(read);
}

void FieldNode::addInputsTo(InputRanges& all) const {
    if (hasOwnInputs)
        all.add(range());
    else if (inputs)
        all.add(*inputs);
}

bool FieldNode::wasReadFrom(ByteRange bytes) const {
    if (hasOwnInputs)
        return range().intersects(bytes);
    return inputs && inputs->touches(bytes);
}

FieldNode* ArrayNode::known(std::uint64_t index) {
    const auto found = items_.find(index);
    return found == items_.end() ? nullptr : &found->second;
}

FieldNode& ArrayNode::place(std::uint64_t index) {
    const auto [item, isNew] = items_.try_emplace(index);
    kept_ += isNew ? 1 : 0;
    return item->second;
}

void ArrayNode::drop(std::uint64_t begin, std::uint64_t end) {
    for (auto each = items_.lower_bound(begin); each != items_.end() && each->first < end;)
        each = drop(each);
}

ArrayNode::Items::iterator ArrayNode::drop(Items::iterator item) {
    --kept_;
    return items_.erase(item);
}

std::pair<std::uint64_t, std::uint64_t> ArrayNode::blockOf(std::uint64_t index) const {
    if (isUniform())
        return {index, index + 1};
    const std::uint64_t first = index / kBlock * kBlock;
    return {first, std::min(first + kBlock, count_)};
}

void ArrayNode::cutAtBlock(std::uint64_t block) {
    OCTAVO_EXPECTS(block < marks_.size());
    drop(block * kBlock, UINT64_MAX);
    frontier = marks_[block];
    marks_.resize(block);
    count_ = block * kBlock;
    isComplete = false;
    isCut = true;
}

ByteRange ArrayNode::span() const {
    if (isUniform())
        return ByteRange::ofLength(begin_, uniformCount_ * stride_);
    if (marks_.empty())
        return {};
    const ByteOffset begin = marks_.front().position().byte;
    return {begin, std::max(begin, frontier.at)};
}

std::pair<std::uint64_t, std::uint64_t> ArrayNode::blocksIn(ByteRange range) const {
    const auto isBefore = [](ByteOffset offset, const ByteStream::State& mark) {
        return offset < mark.position().byte;
    };
    // A block that begins within a byte shares it with the one before.
    const auto behind = std::upper_bound(marks_.begin(), marks_.end(), range.end, isBefore);
    auto first = std::upper_bound(marks_.begin(), marks_.end(), range.begin, isBefore);
    const auto indexOf = [this](auto at) { return static_cast<std::uint64_t>(at - marks_.begin()); };
    std::uint64_t from = indexOf(first);
    from = from == 0 ? 0 : from - 1;
    while (from > 0 && marks_[from].position().byte == range.begin)
        --from;
    return {from, std::max(from, indexOf(behind))};
}

StructureNode::StructureNode(const FormatType& structureType, ByteStream& readFrom)
    : type(&structureType),
      stream(&readFrom),
      next(structureType.parameterCount),
      start(readFrom.state()),
      resume(start) {}

void StructureNode::addLayoutInputs(std::size_t slot, const InputRanges& inputs) {
    if (inputs.isEmpty())
        return;
    const auto at =
        std::upper_bound(layout.begin(), layout.end(), slot,
                         [](std::size_t wanted, const LayoutInput& each) { return wanted < each.slot; });
    layout.insert(at, {.slot = slot, .inputs = inputs});
}

void StructureNode::dropLayoutInputs(std::size_t from, std::size_t behind) {
    std::erase_if(
        layout, [from, behind](const LayoutInput& each) { return each.slot >= from && each.slot < behind; });
}

std::string StructureNode::path() const {
    return holder == nullptr ? "/" : pathOf(*holder, holderSlot, holderIndex);
}

std::string pathOf(const StructureNode& holder, std::size_t slot, std::optional<std::uint64_t> index) {
    std::string path = holder.holder == nullptr ? std::string() : holder.path();
    path += "/" + holder.type->fields[slot].name;
    return index ? path + "/" + std::to_string(*index) : path;
}

}  // namespace octavo
