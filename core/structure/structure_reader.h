#pragma once

#include <list>
#include <memory>
#include <optional>

#include "core/structure/array_reader.h"
#include "core/structure/item_reader.h"

namespace octavo {

/// Reads structures and fields into nodes, and finds out which of them have to be read again after the bytes
/// have changed. Whether reading may go on behind something is what most of it returns. The work behind
/// StructureTree.
class StructureReader final : private FieldSource, private ItemReader {
public:
    StructureReader(std::shared_ptr<const FormatSet> formats, Snapshot bytes, StructureTree::Options options);

    [[nodiscard]] StructureNode& root() const { return *root_; }
    [[nodiscard]] const FormatSet& formats() const { return *formats_; }
    [[nodiscard]] const Snapshot& bytes() const { return space_->snapshot(); }
    [[nodiscard]] ReaderWorld& world() { return world_; }

    /// From the top to the end; the stream then stands there.
    void readAll() { readForward(*root_); }
    void readSequence(StructureNode& structure) { readLater(structure, structure.type->sequenceEnd); }
    FieldNode& field(StructureNode& structure, std::size_t slot);
    FieldNode& item(ArrayNode& array, std::uint64_t index);
    [[nodiscard]] Evaluated<StructureValue> text(StructureNode& structure);
    [[nodiscard]] Result<FieldChange> change(StructureNode& structure, std::size_t slot,
                                             std::optional<std::uint64_t> index, const StructureValue& value);
    [[nodiscard]] Result<FieldChange> editItem(ArrayNode& array, std::uint64_t index, ItemEdit edit);
    void follow(Snapshot bytes, ByteRange changed);
    void raiseLimits();
    void limit(const JobContext& job, std::optional<std::chrono::steady_clock::time_point> deadline);

private:
    // --- what expressions ask for
    Evaluated<StructureValue> fieldValue(StructureNode& structure, std::size_t slot) override;
    Evaluated<StructureValue> itemValue(ArrayNode& array, std::uint64_t index) override;
    void noteAsked(const StructureNode& structure, std::size_t slot, const FieldNode& node);

    // --- structures
    void readLater(StructureNode& structure, std::size_t end);
    void readForward(StructureNode& structure);
    void readUpTo(StructureNode& structure, std::size_t end);
    void chooseByteOrder(StructureNode& structure);

    // --- fields and items
    bool readInSequence(const ItemPlace& place, FieldNode& node);
    static void noteLayout(StructureNode& structure, std::size_t slot, InputRanges inputs);
    bool readField(const ItemPlace& place, FieldNode& node);
    bool readPlainNumber(const ItemPlace& place, FieldNode& node);
    bool readPlaced(const ItemPlace& place, FieldNode& node);
    bool readItem(const ItemPlace& place, FieldNode& node) override;
    bool check(const ItemPlace& place, FieldNode& node);
    bool readStructure(const ItemPlace& place, const ItemType& item, FieldNode& node);
    bool readInside(const ItemPlace& place, StructureNode& child, FieldNode& node);

    // --- instances (structure_instances.cpp)
    void readInstance(StructureNode& structure, std::size_t slot, FieldNode& node);
    void readInstanceAt(const ItemPlace& place, FieldNode& node);
    void readValueInstance(const ItemPlace& place, FieldNode& node);
    void readParseInstance(const ItemPlace& place, FieldNode& node);
    std::optional<StructureError> seek(const ItemPlace& place, ByteStream& stream);

    /// The bytes that are read of a document of that size.
    static ByteRange windowIn(const StructureTree::Options& options, ByteCount size);

    // --- changes (structure_renewal.cpp)
    struct Change;
    bool markStale(StructureNode& structure, const Change& change);
    bool markStaleInside(FieldNode& node, const Change& change);
    void renew(StructureNode& structure);
    bool renewField(StructureNode& structure, std::size_t slot);
    bool readAgain(StructureNode& structure, std::size_t slot);
    static bool needsRenewal(const FieldNode& node);
    bool renewInside(StructureNode& structure, std::size_t slot);
    void cutFrom(StructureNode& structure, std::size_t slot);
    void bury(FieldNode& node);

    std::shared_ptr<const FormatSet> formats_;
    ReaderWorld world_;
    std::unique_ptr<ByteSpace> space_;
    std::unique_ptr<ByteStream> stream_;
    std::list<FieldNode> buried_;  ///< what may still be pointed at from what is being read
    std::unique_ptr<StructureNode> root_;
};

}  // namespace octavo
