#include "core/structure/byte_space.h"

#include <algorithm>

namespace octavo {

namespace {

constexpr std::size_t kWindow = std::size_t{16} << 10;

}  // namespace

Evaluated<std::span<const std::byte>> ByteSpace::bytes(ByteOffset offset, std::size_t count) {
    OCTAVO_EXPECTS(count <= kMostAtOnce && offset <= size() && count <= size() - offset);
    const ByteRange wanted = ByteRange::ofLength(offset, count);
    note(wanted);
    if (!window_.contains(wanted)) {
        if (limit_.isReached())
            return failWith(StructureFault::Stopped);
        window_ = {offset, std::min(offset + kWindow, size())};
        held_.resize(window_.size());
        isDamaged_ = !bytes_.read(offset, held_).isEmpty();
    }
    if (isDamaged_) {
        // Only what was asked for counts.
        std::vector<std::byte> asked(count);
        if (!bytes_.read(offset, asked).isEmpty())
            return failWith(StructureFault::Unreadable);
    }
    return std::span<const std::byte>(held_).subspan(offset - window_.begin, count);
}

Evaluated<std::vector<std::byte>> ByteSpace::copy(ByteRange range) const {
    if (range.size() > kMostCopied)
        return failWith(StructureFault::LimitReached);
    note(range);
    std::vector<std::byte> made(range.size());
    if (!bytes_.read(range.begin, made).isEmpty())
        return failWith(StructureFault::Unreadable);
    return made;
}

Evaluated<std::optional<ByteOffset>> ByteSpace::find(ByteRange range, std::span<const std::byte> unit) const {
    std::optional<ByteOffset> found;
    std::size_t matched = 0;  // of the unit that began in an earlier span
    bool isStopped = false;
    const auto visit = [&](ByteOffset offset, std::span<const std::byte> span) {
        isStopped = limit_.isReached();
        if (isStopped)
            return false;
        if (unit.size() == 1) {
            const auto at = std::find(span.begin(), span.end(), unit[0]);
            if (at != span.end())
                found = offset + static_cast<ByteOffset>(at - span.begin());
            return !found;
        }
        for (std::size_t i = 0; i < span.size(); ++i) {
            const std::size_t phase = (offset + i - range.begin) % unit.size();
            if (phase == 0)
                matched = 0;
            matched += span[i] == unit[phase] ? 1 : 0;
            if (phase + 1 == unit.size() && matched == unit.size()) {
                found = offset + i + 1 - unit.size();
                return false;
            }
        }
        return true;
    };
    // A terminator is mostly near; a large span would map more than is needed.
    const ScanReport report = bytes_.scan(range, visit, kWindow);
    if (!report.unreadable.isEmpty())
        return failWith(StructureFault::Unreadable);
    if (isStopped)
        return failWith(StructureFault::Stopped);
    note({range.begin, found ? *found + unit.size() : range.end});
    return found;
}

Evaluated<ByteCount> ByteSpace::lengthWithout(std::byte padding, ByteRange range) const {
    ByteOffset end = range.end;
    while (end > range.begin) {
        if (limit_.isReached())
            return failWith(StructureFault::Stopped);
        const ByteOffset start = end - range.begin > kWindow ? end - kWindow : range.begin;
        const auto part = copy({start, end});
        if (!part)
            return tl::unexpected(part.error());
        const auto last =
            std::find_if(part->rbegin(), part->rend(), [padding](std::byte b) { return b != padding; });
        if (last != part->rend())
            return start + static_cast<ByteCount>(part->rend() - last) - range.begin;
        end = start;
    }
    return 0;
}

Evaluated<std::uint64_t> ByteStream::readUnsigned(std::size_t size, ByteOrder order) {
    alignToByte();
    if (left() < size) {
        noteEnd();
        return failWith(StructureFault::EndOfData);
    }
    const auto bytes = space_->bytes(state_.at, size);
    if (!bytes)
        return tl::unexpected(bytes.error());
    state_.at += size;
    return loadUnsigned<std::uint64_t>(*bytes, order);
}

/// The bits that are left of the byte before, in the low bits. They are read again, since that byte may be
/// another by now; where both orders had a part of it, they are what they were.
Evaluated<unsigned> ByteStream::leftBits() const {
    if (state_.bitsLeft == 0)
        return 0U;
    const auto before = space_->bytes(state_.at - 1, 1);
    if (!before)
        return tl::unexpected(before.error());
    if (state_.isMixed)
        return unsigned{state_.bits};
    const auto byte = std::to_integer<unsigned>((*before)[0]);
    return state_.bitOrder == ByteOrder::Big ? byte & ((1U << state_.bitsLeft) - 1)
                                             : byte >> (8 - state_.bitsLeft);
}

Evaluated<std::uint64_t> ByteStream::readBits(unsigned count, ByteOrder order) {
    OCTAVO_EXPECTS(count >= 1 && count <= 64);
    const unsigned missing = count > state_.bitsLeft ? count - state_.bitsLeft : 0;
    const std::size_t bytesNeeded = (missing + 7) / 8;
    if (left() < bytesNeeded) {
        noteEnd();
        return failWith(StructureFault::EndOfData);
    }
    const auto before = leftBits();
    if (!before)
        return tl::unexpected(before.error());
    const auto bytes = space_->bytes(state_.at, bytesNeeded);
    if (!bytes)
        return tl::unexpected(bytes.error());
    __extension__ using Wide = unsigned __int128;
    Wide value = *before;
    unsigned have = state_.bitsLeft;
    for (const std::byte next : *bytes) {
        if (order == ByteOrder::Big)
            value = (value << 8) | std::to_integer<unsigned>(next);
        else
            value |= Wide{std::to_integer<unsigned>(next)} << have;
        have += 8;
    }
    const unsigned rest = have - count;
    const Wide mask = (Wide{1} << count) - 1;
    const auto taken = static_cast<std::uint64_t>((order == ByteOrder::Big ? value >> rest : value) & mask);
    const Wide left = order == ByteOrder::Big ? value & ((Wide{1} << rest) - 1) : value >> count;
    const bool isSameByte = bytesNeeded == 0;
    state_.isMixed = isSameByte && (state_.isMixed || order != state_.bitOrder);
    state_.bitOrder = order;
    state_.bits = static_cast<std::uint8_t>(left);
    state_.bitsLeft = static_cast<std::uint8_t>(rest);
    state_.at += bytesNeeded;
    return taken;
}

Evaluated<ByteRange> ByteStream::take(ByteCount count) {
    alignToByte();
    if (left() < count) {
        noteEnd();
        return failWith(StructureFault::EndOfData);
    }
    state_.at += count;
    return ByteRange::ofLength(state_.at - count, count);
}

ByteRange ByteStream::takeRest() {
    alignToByte();
    noteEnd();
    const ByteRange rest = {state_.at, window_.end};
    state_.at = window_.end;
    return rest;
}

}  // namespace octavo
