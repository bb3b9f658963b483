#pragma once

#include <chrono>
#include <memory>
#include <optional>

#include "core/base/job_context.h"
#include "core/buffer/snapshot.h"
#include "core/structure/field_change.h"
#include "core/structure/format.h"
#include "core/structure/structure_node.h"

namespace octavo {

class StructureReader;

/// What happens at an error.
enum class ReadingMode : std::uint8_t {
    Strict,   ///< it ends all structures around it, and everything is read in order: as the reference does
    Lenient,  ///< a failed check marks its field, an error in a stretch of known size the stretch; read when
              ///< looked at
};

/// A description bound to bytes: the structures and fields that were looked at so far, and the means to look
/// at more. Belongs to one thread; nodes stay where they are while the tree lives.
class StructureTree {
public:
    struct Options {
        ReadingMode mode = ReadingMode::Lenient;
        const FormatType* type = nullptr;  ///< another than the root of the set
        std::optional<ByteRange> range =
            {};  ///< only these bytes of the snapshot; positions stay the document's
        std::uint64_t mostNodes = 5'000'000;             ///< items that are kept
        ByteCount mostProcessed = ByteCount{256} << 20;  ///< bytes in all that a `process` made
        int deepest = 256;
    };

    StructureTree(std::shared_ptr<const FormatSet> formats, Snapshot bytes, Options options,
                  const JobContext& job = {});
    ~StructureTree();
    StructureTree(const StructureTree&) = delete;
    StructureTree& operator=(const StructureTree&) = delete;

    /// In strict mode the whole of it has been read, as far as it goes.
    [[nodiscard]] StructureNode& root();
    [[nodiscard]] const FormatSet& formats() const;
    [[nodiscard]] const Snapshot& bytes() const;

    /// Reads all fields of `seq`, if that has not been done.
    void readSequence(StructureNode& structure);
    /// A field, read if it has not been.
    FieldNode& field(StructureNode& structure, std::size_t slot);
    /// An item of an array. REQUIRES: index < count().
    FieldNode& item(ArrayNode& array, std::uint64_t index);
    /// An item that nobody needs now, after those before it, is dropped, and read again when somebody looks.
    /// Items that are not of one size are dropped by blocks, with the last one of a block. Nothing may point
    /// into what is dropped.
    void forget(ArrayNode& array, std::uint64_t index);
    /// An item that nobody needs now is dropped. Nothing may point into it.
    void drop(ArrayNode& array, std::uint64_t index);
    /// The structure's `to-string`; missing when its type has none.
    [[nodiscard]] Evaluated<StructureValue> text(StructureNode& structure);

    /// What has to be written for a field, or for an item of it, to have another value; the tree stays as it
    /// is. Errors as encodeField().
    [[nodiscard]] Result<FieldChange> change(StructureNode& structure, std::size_t slot,
                                             std::optional<std::uint64_t> index, const StructureValue& value);

    /// What has to be written for an item to be there twice, or no more. Errors as octavo::editItem().
    /// REQUIRES: index < count().
    [[nodiscard]] Result<FieldChange> editItem(ArrayNode& array, std::uint64_t index, ItemEdit edit);

    /// The bytes are others now, in this range of the old ones; where their number changed, all behind its
    /// start count as changed. Nodes that were read from other bytes stay; the rest is read again when
    /// somebody looks. REQUIRES: lenient. Nothing may point into the tree. Cost: linear in the nodes that are
    /// there.
    void follow(Snapshot bytes, ByteRange changed);

    /// How long reading may go on from now on. What was stopped before goes on when somebody looks at it.
    void limit(const JobContext& job, std::optional<std::chrono::steady_clock::time_point> deadline = {});
    /// Whether the limit was reached; nodes may be incomplete then.
    [[nodiscard]] bool wasStopped() const;
    /// Four times as many items may be kept, and bytes processed, from now on. What ended for want of that
    /// goes on when somebody looks at it. REQUIRES: lenient. Nothing may point into the tree.
    void raiseLimits();
    [[nodiscard]] const Options& options() const;

private:
    std::unique_ptr<StructureReader> reader_;
};

}  // namespace octavo
