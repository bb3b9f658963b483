#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/base/text_sink.h"
#include "core/structure/node_path.h"

namespace octavo {

/// One thing that two structures differ in, by value.
struct StructureDifference {
    enum class Kind : std::uint8_t {
        Changed,   ///< another value, or another type of structure
        OnlyLeft,  ///< with all that is in it
        OnlyRight,
        Length,  ///< of an array; its items follow
        Error,   ///< the same value, or none; a check or reading failed on one side, or in another way
    };
    struct Side {
        std::string path;  ///< empty where the node is on the other side only
        std::string text;  ///< see valueText(); items of an array; of a structure its summary or type
        std::optional<ByteRange> place;  ///< in the document
        std::optional<StructureError> error;
    };

    Kind kind = Kind::Changed;
    Side left;
    Side right;

    /// That of the left where there is one.
    [[nodiscard]] const std::string& path() const { return left.path.empty() ? right.path : left.path; }
};

struct StructureDifferences {
    std::vector<StructureDifference> rows;  ///< in the order of the structure
    bool isCut = false;                     ///< there are more, or not all was looked at
};

struct StructureCompareLimits {
    std::size_t rowsMost = 10'000;
    std::uint64_t nodesMost = 20'000'000;    ///< that are looked at on both sides
    std::uint64_t alignedMost = 4'000;       ///< items, between a common beginning and end, that are aligned
    std::uint64_t digestedMost = 1'000'000;  ///< items of an array that are read to find what is common
    int deepest = 64;                        ///< structures in structures
};

/// Compares two versions of a structure field by field. Items of arrays are compared by their indices; those
/// of arrays of structures that were inserted or removed are found by the values of the others. What lies in
/// equal bytes, and depends on nothing else, is not read. REQUIRES: both are lenient, of one set and one
/// type. Errors: Cancelled. Cost: reads all that may differ; items are forgotten again. Progress: bytes of
/// the left.
[[nodiscard]] Result<StructureDifferences> compareStructures(StructureTree& left, StructureTree& right,
                                                             const StructureCompareLimits& limits,
                                                             const JobContext& job);

/// Writes differences as comma-separated lines (RFC 4180) with a head: kind, path, the values, and for each
/// side offset and size. Errors: those of the sink.
[[nodiscard]] Status writeDifferences(std::span<const StructureDifference> differences, TextSink& out);

}  // namespace octavo
