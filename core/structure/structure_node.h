#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/structure/byte_space.h"
#include "core/structure/format.h"
#include "core/structure/input_ranges.h"
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
    bool isStale = false;            ///< what it was read from has changed
    bool hasOwnInputs = false;       ///< what it was read from is the place itself
    const ItemType* item = nullptr;  ///< how it was read: for a switch, the case
    ByteSpace* space = nullptr;
    BitPosition begin;
    BitPosition end;
    StructureValue value;
    std::unique_ptr<StructureNode> structure;
    std::unique_ptr<ArrayNode> array;
    std::unique_ptr<StructureError> error;
    std::unique_ptr<InputRanges> inputs;   ///< what it was read from, where that is not the place
    std::unique_ptr<ByteSpace> madeSpace;  ///< what its `process` made

    FieldNode();
    ~FieldNode();
    FieldNode(FieldNode&&) noexcept;
    FieldNode& operator=(FieldNode&&) noexcept;

    void fail(StructureError reason);
    void beginAt(const ByteStream& stream);
    void endAt(const ByteStream& stream);
    /// The stretch of whole bytes that it lies in. REQUIRES: isEnded.
    [[nodiscard]] ByteRange range() const { return {begin.byte, end.byte + (end.bit > 0 ? 1U : 0U)}; }

    /// The same without the byte in which something before it ends: where bytes and text lie.
    [[nodiscard]] ByteRange wholeBytes() const {
        return {begin.byte + (begin.bit > 0 ? 1U : 0U),
                std::max(end.byte, begin.byte + (begin.bit > 0 ? 1U : 0U))};
    }

    void keepInputs(const InputRanges& read);
    /// Adds what it was read from, what lies in it aside.
    void addInputsTo(InputRanges& inputs) const;
    [[nodiscard]] bool wasReadFrom(ByteRange bytes) const;
};

/// The items of a repeated field. Those of one size cost nothing; of others the places of a few are kept, and
/// those between are found from there. In strict reading all are kept.
class ArrayNode {
public:
    /// Items between two places that are kept.
    static constexpr std::uint64_t kBlock = 64;

    /// `kept` counts the items that are kept in all arrays of a tree; it outlives this.
    explicit ArrayNode(std::uint64_t& kept) : kept_(kept) {}
    ~ArrayNode() { kept_ -= items_.size(); }
    ArrayNode(const ArrayNode&) = delete;
    ArrayNode& operator=(const ArrayNode&) = delete;

    /// Those that have been found so far.
    [[nodiscard]] std::uint64_t count() const { return isUniform() ? uniformCount_ : count_; }
    /// nullptr: not read, or not kept.
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

    /// Of items that are not of one size and not all kept: where the one after the last that was found
    /// begins, and how many there shall be, if that is known.
    ByteStream::State frontier;
    std::optional<Int128> wanted = {};
    bool isComplete = false;
    bool isGrowing = false;   ///< being found at the moment
    bool isCut = false;       ///< what was found behind the frontier has been dropped
    bool keepsItems = false;  ///< all of them, because they cannot be told from their places
    InputRanges outerInputs;  ///< where the places of items depend on bytes that do not lie in the array
    std::vector<std::uint64_t> staleBlocks = {};

    [[nodiscard]] const std::vector<ByteStream::State>& marks() const { return marks_; }
    /// The next item begins at the frontier.
    void markFrontier() {
        if (count_ % kBlock == 0 && marks_.size() == count_ / kBlock)
            marks_.push_back(frontier);
    }
    void countOne() { ++count_; }
    /// What lies behind the start of a block is not known any more.
    void cutAtBlock(std::uint64_t block);
    /// The bytes from the first item to behind the last that was found.
    [[nodiscard]] ByteRange span() const;
    /// The blocks that lie in a range, at least in part: their first and the one behind their last.
    [[nodiscard]] std::pair<std::uint64_t, std::uint64_t> blocksIn(ByteRange range) const;

    using Items = std::map<std::uint64_t, FieldNode>;
    [[nodiscard]] Items& items() { return items_; }
    /// The node of an item, made if there is none.
    FieldNode& place(std::uint64_t index);
    /// Drops the items from `begin` to before `end` that are kept.
    void drop(std::uint64_t begin, std::uint64_t end);
    Items::iterator drop(Items::iterator item);
    /// The items that are found from the same place as this one, itself included: the first, and behind them.
    [[nodiscard]] std::pair<std::uint64_t, std::uint64_t> blockOf(std::uint64_t index) const;

private:
    std::uint64_t& kept_;
    Items items_;
    std::vector<ByteStream::State> marks_;
    std::uint64_t count_ = 0;
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

    std::size_t next;  ///< the first field of `seq` that has not been read
    bool isBegun = false;
    bool isReading = false;
    bool hasStopped = false;                ///< an error ended its reading
    bool isReferredTo = false;              ///< something that outlives it may point into it
    bool hasStale = false;                  ///< something in it was read from bytes that have changed
    bool isOrderStale = false;              ///< so was its byte order
    std::unique_ptr<StructureError> error;  ///< one between two fields
    ByteStream::State start;                ///< where it begins
    ByteStream::State resume;               ///< where the next field begins

    /// What the place of a field depends on, other than on sizes that are the same for all: for each field
    /// before it whose size is not.
    struct LayoutInput {
        std::size_t slot = 0;
        InputRanges inputs;
    };
    std::vector<LayoutInput> layout;
    InputRanges orderInputs;

    /// Its fields; those that were never looked at are Unread.
    [[nodiscard]] FieldNode& fieldAt(std::size_t slot) {
        if (fields_.empty())
            fields_.resize(type->fields.size());
        return fields_[slot];
    }
    /// nullptr when nobody has looked at any.
    [[nodiscard]] const FieldNode* knownField(std::size_t slot) const {
        return fields_.empty() ? nullptr : &fields_[slot];
    }
    [[nodiscard]] bool hasFields() const { return !fields_.empty(); }
    void addLayoutInputs(std::size_t slot, const InputRanges& inputs);
    void dropLayoutInputs(std::size_t from, std::size_t behind);

    /// "/packets/0/body"; "/" for the top.
    [[nodiscard]] std::string path() const;

private:
    std::vector<FieldNode> fields_;
};

/// The path of a field of a structure, or of an item of it.
[[nodiscard]] std::string pathOf(const StructureNode& holder, std::size_t slot,
                                 std::optional<std::uint64_t> index);

}  // namespace octavo
