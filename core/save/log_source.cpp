#include "core/save/log_source.h"

#include <algorithm>

#include "core/base/contracts.h"

namespace octavo {

namespace {
/// Longer runs stay in the log.
constexpr ByteCount kInMemoryMost = 4096;
}  // namespace

Status LogSource::add(const LogBytes& bytes) {
    const ByteRange range = ByteRange::ofLength(bytes.at, bytes.length);
    if (range.isEmpty())
        return {};
    const auto next = runs_.lower_bound(range.begin);
    const auto previous = next == runs_.begin() ? runs_.end() : std::prev(next);
    if ((next != runs_.end() && next->first < range.end) ||
        (previous != runs_.end() && previous->second.end > range.begin))
        return failAt(ErrorCode::Malformed, bytes.inFile, log_->path());
    if (range.size() > kInMemoryMost) {
        runs_.emplace_hint(next, range.begin, Run{.end = range.end, .isInMemory = false, .at = bytes.inFile});
        return {};
    }
    const ByteOffset at = memory_.size();
    memory_.resize(static_cast<std::size_t>(at + range.size()));
    if (Status read = log_->readAll(bytes.inFile, std::span(memory_).subspan(static_cast<std::size_t>(at)));
        !read)
        return read;
    const bool continues = previous != runs_.end() && previous->second.end == range.begin &&
                           previous->second.isInMemory &&
                           previous->second.at + (range.begin - previous->first) == at;
    if (continues)
        previous->second.end = range.end;
    else
        runs_.emplace_hint(next, range.begin, Run{.end = range.end, .isInMemory = true, .at = at});
    return {};
}

template <typename Visit>
void LogSource::forEachPart(ByteRange range, const Visit& visit) const {
    auto next = runs_.upper_bound(range.begin);
    if (next != runs_.begin() && std::prev(next)->second.end > range.begin)
        --next;
    while (!range.isEmpty()) {
        const bool isInRun = next != runs_.end() && next->first <= range.begin;
        const ByteOffset stop = isInRun ? next->second.end : next == runs_.end() ? range.end : next->first;
        const ByteRange part{range.begin, std::min(range.end, stop)};
        visit(part, isInRun ? &next->second : nullptr,
              isInRun ? next->second.at + (part.begin - next->first) : 0);
        range.begin = part.end;
        if (isInRun)
            ++next;
    }
}

void LogSource::read(ByteOffset offset, std::span<std::byte> out, RangeSet& unreadable) const {
    OCTAVO_EXPECTS(offset <= size() && out.size() <= size() - offset);
    forEachPart(ByteRange::ofLength(offset, out.size()), [&](ByteRange part, const Run* run, ByteOffset at) {
        const auto bytes =
            out.subspan(static_cast<std::size_t>(part.begin - offset), static_cast<std::size_t>(part.size()));
        if (run != nullptr && run->isInMemory) {
            std::copy_n(memory_.begin() + static_cast<std::ptrdiff_t>(at), bytes.size(), bytes.begin());
        } else if (run == nullptr || !log_->readAll(at, bytes)) {
            std::ranges::fill(bytes, std::byte{0});
            unreadable.add(part);
        }
    });
}

RangeSet LogSource::damageIn(ByteRange range) const {
    RangeSet damage;
    forEachPart(range, [&](ByteRange part, const Run* run, ByteOffset) {
        if (run == nullptr)
            damage.add(part);
    });
    return damage;
}

ByteCount RemainingSource::fileEnd() const {
    return file_ ? std::min(file_->size(), size_) : 0;
}

void RemainingSource::read(ByteOffset offset, std::span<std::byte> out, RangeSet& unreadable) const {
    OCTAVO_EXPECTS(offset <= size_ && out.size() <= size_ - offset);
    const auto there =
        static_cast<std::size_t>(std::min<ByteCount>(out.size(), fileEnd() - std::min(offset, fileEnd())));
    if (there > 0)
        file_->read(offset, out.first(there), unreadable);
    if (there == out.size())
        return;
    std::ranges::fill(out.subspan(there), std::byte{0});
    unreadable.add(ByteRange{offset + there, offset + out.size()});
}

RangeSet RemainingSource::damageIn(ByteRange range) const {
    RangeSet damage;
    const ByteRange there = range.intersection({0, fileEnd()});
    if (!there.isEmpty())
        damage = file_->damageIn(there);
    const ByteRange beyond{std::max(range.begin, fileEnd()), range.end};
    if (beyond.begin < beyond.end)
        damage.add(beyond);
    return damage;
}

}  // namespace octavo
