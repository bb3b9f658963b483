#pragma once

#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/structure/format.h"
#include "core/structure/structure_value.h"

namespace octavo {

enum class NodeState : std::uint8_t {
    Unread,
    Reading,  ///< on the way; whoever needs it now gets nothing, or TooDeep
    Absent,   ///< its condition is false, or no case fits
    Read,     ///< has a value; an error is then a failed check
    Failed,   ///< an error and no value
};

/// A field of a structure or an item of an array, as far as it has been read. Belongs to a tree and its
/// thread.
struct FieldNode {
    NodeState state = NodeState::Unread;
    bool isPlaced = false;           ///< `space` and `begin` are known
    bool isEnded = false;            ///< `end` is known, too
    bool isProcessed = false;        ///< the value is not the bytes at the place
    const ItemType* item = nullptr;  ///< how it was read: for a switch, the case
    ByteSpace* space = nullptr;
    BitPosition begin;
    BitPosition end;
    StructureValue value;
    std::unique_ptr<StructureNode> structure;
    std::unique_ptr<ArrayNode> array;
    std::unique_ptr<StructureError> error;

    FieldNode();
    ~FieldNode();
    FieldNode(FieldNode&&) noexcept;
    FieldNode& operator=(FieldNode&&) noexcept;

    void fail(StructureError reason);
    void beginAt(const ByteStream& stream);
    void endAt(const ByteStream& stream);
    /// The stretch of whole bytes that it lies in. REQUIRES: isEnded.
    [[nodiscard]] ByteRange range() const { return {begin.byte, end.byte + (end.bit > 0 ? 1U : 0U)}; }
};

/// The items of a repeated field. Items of one size that nobody has looked at cost nothing.
class ArrayNode {
public:
    /// Those that are complete.
    [[nodiscard]] std::uint64_t count() const {
        return isUniform() ? uniformCount_ : items_.size() - (isGrowing_ ? 1 : 0);
    }
    /// nullptr: not read yet, which only happens where all items are of one size.
    [[nodiscard]] FieldNode* known(std::uint64_t index);
    [[nodiscard]] bool isUniform() const { return stride_ > 0; }
    [[nodiscard]] ByteOffset uniformBegin(std::uint64_t index) const { return begin_ + index * stride_; }
    [[nodiscard]] ByteCount stride() const { return stride_; }

    void makeUniform(ByteOffset begin, ByteCount stride, std::uint64_t count) {
        begin_ = begin;
        stride_ = stride;
        uniformCount_ = count;
    }
    /// The field whose items they are, and the stream they are read from.
    StructureNode* owner = nullptr;
    std::size_t slot = 0;
    ByteStream* stream = nullptr;

    /// Adds an item that does not count before it is read.
    FieldNode& append() {
        isGrowing_ = true;
        return items_.emplace_back();
    }
    void keepLast() { isGrowing_ = false; }
    void removeLast() {
        isGrowing_ = false;
        items_.pop_back();
    }
    FieldNode& place(std::uint64_t index) { return sparse_[index]; }

private:
    std::deque<FieldNode> items_;
    bool isGrowing_ = false;
    std::unordered_map<std::uint64_t, FieldNode> sparse_;
    ByteOffset begin_ = 0;
    ByteCount stride_ = 0;
    std::uint64_t uniformCount_ = 0;
};

/// One structure of a tree: its fields, and what is needed to read more of them. Belongs to a tree and its
/// thread.
class StructureNode {
public:
    StructureNode(const FormatType& structureType, ByteStream& readFrom);

    const FormatType* type;
    StructureNode* parent = nullptr;  ///< what _parent means; nullptr for none
    StructureNode* root = nullptr;    ///< what _root means; nullptr in what another file nests in its types

    /// The field that holds it; nothing for the top.
    StructureNode* holder = nullptr;
    std::size_t holderSlot = 0;
    std::optional<std::uint64_t> holderIndex;

    ByteStream* stream;
    std::unique_ptr<ByteStream> ownStream;  ///< when the field opened one
    std::optional<ByteOrder> order;         ///< when it is switched or inherited
    int depth = 0;

    std::vector<FieldNode> fields;
    std::size_t next;  ///< the first field of `seq` that has not been read
    bool isBegun = false;
    bool isReading = false;
    bool hasStopped = false;                ///< an error ended its reading
    std::unique_ptr<StructureError> error;  ///< one between two fields
    ByteStream::State start;                ///< where it begins
    ByteStream::State resume;               ///< where the next field begins

    /// "/packets/0/body"; "/" for the top.
    [[nodiscard]] std::string path() const;
};

/// The path of a field of a structure, or of an item of it.
[[nodiscard]] std::string pathOf(const StructureNode& holder, std::size_t slot,
                                 std::optional<std::uint64_t> index);

}  // namespace octavo
