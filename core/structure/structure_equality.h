#pragma once

#include <unordered_map>
#include <vector>

#include "core/base/job_context.h"
#include "core/structure/structure_node.h"

namespace octavo {

/// Whether bytes of two snapshots are equal. Those of one source, in one place of it, are so without being
/// read. The snapshots and the job outlive it; one thread.
class ByteComparison {
public:
    ByteComparison(const Snapshot& left, const Snapshot& right, const JobContext& job)
        : left_(left), right_(right), job_(job) {}

    /// False, too, where some cannot be read, and when the job was stopped. REQUIRES: the ranges lie inside.
    [[nodiscard]] bool areEqual(ByteRange left, ByteRange right);

private:
    [[nodiscard]] bool readEqual(ByteOffset left, ByteOffset right, ByteCount count);

    const Snapshot& left_;
    const Snapshot& right_;
    const JobContext& job_;
    std::vector<std::byte> leftPart_;
    std::vector<std::byte> rightPart_;
};

/// Which types mean the same wherever the same bytes stand: nothing in their structures asks for what is
/// around them or is read from elsewhere. Remembers what it found out.
class SelfContainedTypes {
public:
    [[nodiscard]] bool has(const FormatType& type);
    /// Of one item of a field, apart from the expressions that choose its type.
    [[nodiscard]] bool has(const ItemType& item);

private:
    [[nodiscard]] bool asksForNothing(const FormatType& type);

    std::unordered_map<const FormatType*, bool> asksForNothing_;
    std::unordered_map<const FormatType*, bool> known_;
};

/// Whether the field's own expressions leave no doubt about equal bytes of it: no arguments, and no checks or
/// `process` that look at other fields.
[[nodiscard]] bool meansTheSameAlone(const FormatField& field);

/// Equal as a person would say: of one kind, all bytes equal, not-a-number equal to itself, references to the
/// same path.
[[nodiscard]] bool isSameValue(const StructureValue& left, const StructureValue& right,
                               const JobContext& job);

}  // namespace octavo
