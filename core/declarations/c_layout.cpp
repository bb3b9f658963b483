#include "core/declarations/c_layout.h"

#include <algorithm>

namespace octavo {

namespace {

std::uint64_t roundedUp(std::uint64_t value, std::uint64_t unit) {
    return (value + unit - 1) / unit * unit;
}

/// The alignment that was asked for in a type, which Microsoft's pack leaves alone.
ByteCount leastAlignmentOf(const CType& type) {
    if (type.kind == CTypeKind::Array)
        return std::max(type.givenAlignment, leastAlignmentOf(*type.item));
    if (type.kind != CTypeKind::Record)
        return std::max<ByteCount>(type.givenAlignment, 1);
    const CRecord& record = *type.record;
    const ByteCount whole = record.givenAlignment != 0 ? record.alignment : 1;
    return std::max({type.givenAlignment, record.leastAlignment, whole});
}

class Layout {
public:
    Layout(CRecord& record, const CAbi& abi) : record_(record), isMicrosoft_(abi.msBitFields) {}

    bool run() {
        record_.alignment = 1;
        for (CMember& member : record_.members) {
            if (!member.bitCount)
                placePlain(member);
            else if (isMicrosoft_)
                placeMicrosoftBits(member, *member.bitCount);
            else
                placeBits(member, *member.bitCount);
            wasBits_ = member.bitCount.value_or(0) != 0;
            if (end_ > kMostCBytes * 8)
                return false;
        }
        finish();
        return record_.size <= kMostCBytes;
    }

private:
    [[nodiscard]] bool isPacked(const CMember& member) const { return record_.isPacked || member.isPacked; }

    [[nodiscard]] ByteCount limited(ByteCount alignment) const {
        return record_.pack == 0 ? alignment : std::min<ByteCount>(alignment, record_.pack);
    }

    void require(ByteCount alignment) { record_.alignment = std::max(record_.alignment, alignment); }

    /// The first free place of this alignment.
    [[nodiscard]] std::uint64_t place(ByteCount alignment) const {
        return record_.isUnion ? 0 : roundedUp(end_, alignment * 8);
    }

    void extend(CMember& member, std::uint64_t at, std::uint64_t bits) {
        member.bitOffset = at;
        end_ = std::max(end_, at + bits);
    }

    [[nodiscard]] ByteCount alignmentOfMember(const CMember& member) {
        const ByteCount natural = isPacked(member) ? 1 : alignmentOf(member.type);
        if (!isMicrosoft_)
            return limited(std::max(natural, member.givenAlignment));
        const ByteCount least = std::max(member.givenAlignment, leastAlignmentOf(member.type));
        if (!member.bitCount)
            record_.leastAlignment = std::max(record_.leastAlignment, least);
        return std::max(limited(natural), least);
    }

    void placePlain(CMember& member) {
        const ByteCount alignment = alignmentOfMember(member);
        require(alignment);
        extend(member, place(alignment), sizeOf(member.type) * 8);
    }

    /// A field goes on behind the one before unless it would then touch more units of its type than the type
    /// has; packed ones do not care. One of width 0 ends the unit, whatever is packed.
    void placeBits(CMember& member, unsigned count) {
        const ByteCount natural = alignmentOf(member.type);
        if (count == 0) {
            end_ = std::max(end_, place(std::max(natural, member.givenAlignment)));
            return;
        }
        const ByteCount given = limited(std::max<ByteCount>(member.givenAlignment, 1));
        std::uint64_t at = record_.isUnion ? 0 : member.givenAlignment != 0 ? place(given) : end_;
        const std::uint64_t unit = natural * 8;
        const std::uint64_t units = sizeOf(member.type) / natural;
        const bool isCrossing = (at % unit + count + unit - 1) / unit > units;
        if (isCrossing && !isPacked(member) && record_.pack == 0)
            at = roundedUp(at, unit);
        extend(member, at, count);
        if (!member.name.empty())
            require(std::max(given, record_.pack != 0 ? limited(natural) : isPacked(member) ? 1 : natural));
    }

    /// A field shares the unit of the one before if both types are of one size and there is room.
    void placeMicrosoftBits(CMember& member, unsigned count) {
        const ByteCount size = sizeOf(member.type);
        if (count == 0) {
            endMicrosoftUnit(member);
            return;
        }
        if (!record_.isUnion && wasBits_ && unitSize_ == size && count <= roomBits_) {
            member.bitOffset = end_ - roomBits_;
            roomBits_ -= count;
            return;
        }
        const ByteCount alignment = alignmentOfMember(member);
        if (!record_.isUnion)
            require(alignment);
        extend(member, place(alignment), size * 8);
        unitSize_ = size;
        roomBits_ = size * 8 - count;
    }

    void endMicrosoftUnit(CMember& member) {
        if (!wasBits_)
            return;
        const ByteCount alignment = alignmentOfMember(member);
        if (record_.isUnion) {
            extend(member, 0, sizeOf(member.type) * 8);
            return;
        }
        end_ = place(alignment);
        require(alignment);
    }

    void finish() {
        require(record_.givenAlignment);
        record_.leastAlignment = std::max(record_.leastAlignment, record_.givenAlignment);
        record_.size = roundedUp(roundedUp(end_, 8) / 8, record_.alignment);
        // In C their empty structure takes the place of an int.
        if (isMicrosoft_ && record_.size == 0)
            record_.size = record_.leastAlignment >= 4 ? record_.alignment : 4;
        record_.isComplete = true;
    }

    CRecord& record_;
    bool isMicrosoft_;
    std::uint64_t end_ = 0;  ///< in bits
    bool wasBits_ = false;   ///< the member before is a bit field
    ByteCount unitSize_ = 0;
    std::uint64_t roomBits_ = 0;  ///< in the unit that ends at end_
};

}  // namespace

bool layOut(CRecord& record, const CAbi& abi) {
    return Layout(record, abi).run();
}

}  // namespace octavo
