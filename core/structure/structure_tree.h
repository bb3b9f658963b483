#pragma once

#include <memory>
#include <optional>

#include "core/base/job_context.h"
#include "core/buffer/snapshot.h"
#include "core/structure/field_change.h"
#include "core/structure/format.h"
#include "core/structure/structure_node.h"

namespace octavo {

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
        std::uint64_t mostNodes = 5'000'000;
        int deepest = 256;
    };

    StructureTree(std::shared_ptr<const FormatSet> formats, Snapshot bytes, Options options,
                  JobContext job = {});
    ~StructureTree();
    StructureTree(const StructureTree&) = delete;
    StructureTree& operator=(const StructureTree&) = delete;

    /// In strict mode the whole of it has been read, as far as it goes.
    [[nodiscard]] StructureNode& root();
    [[nodiscard]] const FormatSet& formats() const;

    /// Reads all fields of `seq`, if that has not been done.
    void readSequence(StructureNode& structure);
    /// A field, read if it has not been.
    FieldNode& field(StructureNode& structure, std::size_t slot);
    /// An item of an array. REQUIRES: index < count().
    FieldNode& item(ArrayNode& array, std::uint64_t index);
    /// The structure's `to-string`; missing when its type has none.
    [[nodiscard]] Evaluated<StructureValue> text(StructureNode& structure);

    /// What has to be written for a field, or for an item of it, to have another value; the tree stays as it
    /// is. Errors as encodeField().
    [[nodiscard]] Result<FieldChange> change(StructureNode& structure, std::size_t slot,
                                             std::optional<std::uint64_t> index, const StructureValue& value);

private:
    class Reader;
    std::unique_ptr<Reader> reader_;
};

}  // namespace octavo
