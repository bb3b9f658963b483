#include "core/structure/structure_compare.h"

#include <algorithm>
#include <fmt/format.h>
#include <unordered_map>
#include <unordered_set>

#include "core/structure/field_text.h"
#include "core/structure/node_row.h"
#include "core/structure/record_table.h"

// The plan:
//  1. Both trees are walked together. Where a structure or an array lies in equal bytes on both sides, and
//     nothing in it looks at anything else, it is passed over: pieces of one source are equal without
//     reading.
//  2. Of arrays whose items are of one size, those that differ are found by halving the equal stretches away.
//  3. Items of structures are digested by their values where arrays differ in length, or where many items
//     differ by index. Beyond the common beginning and end, the longest common subsequence says which belong
//     together; what remains between two of it is paired in order.

namespace octavo {

namespace {

using Kind = StructureDifference::Kind;

// --- bytes

/// The bytes of a snapshot that lie in a row, by the sources they come from.
struct Stretch {
    const Source* source = nullptr;
    ByteOffset begin = 0;
    ByteCount size = 0;
};

std::vector<Stretch> stretchesOf(const Snapshot& bytes, ByteRange range) {
    std::vector<Stretch> all;
    bytes.tree().forEach(range, [&](const Piece& piece, ByteOffset) {
        all.push_back({.source = &bytes.sourceOf(piece), .begin = piece.offset, .size = piece.length});
        return true;
    });
    return all;
}

class ByteComparison {
public:
    ByteComparison(const Snapshot& left, const Snapshot& right, const JobContext& job)
        : left_(left), right_(right), job_(job) {}

    /// REQUIRES: the ranges lie inside. False when it was stopped.
    [[nodiscard]] bool areEqual(ByteRange left, ByteRange right) {
        if (left.size() != right.size())
            return false;
        const std::vector<Stretch> from = stretchesOf(left_, left);
        const std::vector<Stretch> to = stretchesOf(right_, right);
        ByteCount done = 0;
        for (std::size_t i = 0, j = 0, inI = 0, inJ = 0; done < left.size();) {
            const ByteCount size = std::min(from[i].size - inI, to[j].size - inJ);
            const bool isSame = from[i].source == to[j].source && from[i].begin + inI == to[j].begin + inJ;
            if (!isSame && !readEqual(left.begin + done, right.begin + done, size))
                return false;
            done += size;
            inI = inI + size == from[i].size ? (++i, 0) : inI + size;
            inJ = inJ + size == to[j].size ? (++j, 0) : inJ + size;
        }
        return true;
    }

private:
    static constexpr ByteCount kAtOnce = 64 * 1024;

    [[nodiscard]] bool readEqual(ByteOffset left, ByteOffset right, ByteCount count) {
        for (ByteCount done = 0; done < count; done += kAtOnce) {
            // Most differences show at once.
            const ByteCount size = std::min(done == 0 ? ByteCount{256} : kAtOnce, count - done);
            leftPart_.resize(size);
            rightPart_.resize(size);
            if (job_.stopRequested() || !left_.read(left + done, leftPart_).isEmpty() ||
                !right_.read(right + done, rightPart_).isEmpty() || leftPart_ != rightPart_)
                return false;
            if (done == 0 && size < count)
                done = size - kAtOnce;  // goes on behind what was read
        }
        return true;
    }

    const Snapshot& left_;
    const Snapshot& right_;
    const JobContext& job_;
    std::vector<std::byte> leftPart_;
    std::vector<std::byte> rightPart_;
};
