#include "core/compare/block_alignment.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>
#include <optional>

namespace octavo {

namespace {

using Bytes = std::span<const std::byte>;

constexpr std::size_t kBlockMin = 32;
constexpr std::size_t kSmallBlock = 8;                        // for gaps that larger blocks left
constexpr std::size_t kSmallGap = std::size_t{64} * 1024;     // no longer gap is aligned by small blocks
constexpr std::size_t kBlocksMost = std::size_t{1} << 17;     // larger versions get larger blocks
constexpr std::uint64_t kFactor = 0x9E3779B97F4A7C15ULL | 1;  // odd, so that products lose nothing
constexpr std::size_t kPollEvery = std::size_t{1} << 20;

/// The hash of a window that moves byte by byte.
class RollingHash {
public:
    explicit RollingHash(std::size_t window) {
        for (std::size_t i = 1; i < window; ++i)
            leaving_ *= kFactor;
    }
    void start(Bytes window) {
        value_ = 0;
        for (const std::byte each : window)
            value_ = value_ * kFactor + valueOf(each);
    }
    void roll(std::byte leaving, std::byte entering) {
        value_ = (value_ - valueOf(leaving) * leaving_) * kFactor + valueOf(entering);
    }
    [[nodiscard]] std::uint64_t value() const { return value_; }

private:
    static std::uint64_t valueOf(std::byte byte) { return std::to_integer<std::uint64_t>(byte) + 1; }
    std::uint64_t leaving_ = 1;
    std::uint64_t value_ = 0;
};

/// Blocks of one version by their hashes; those that occur more than once are left out.
class UniqueBlocks {
public:
    UniqueBlocks(Bytes bytes, std::size_t block) {
        RollingHash hash(block);
        for (std::size_t at = 0; at + block <= bytes.size(); at += block) {
            hash.start(bytes.subspan(at, block));
            entries_.push_back({hash.value(), at});
        }
        std::ranges::sort(entries_, {}, &Entry::hash);
        std::vector<Entry> unique;
        for (std::size_t i = 0; i < entries_.size(); ++i) {
            const bool hasTwin = (i > 0 && entries_[i - 1].hash == entries_[i].hash) ||
                                 (i + 1 < entries_.size() && entries_[i + 1].hash == entries_[i].hash);
            if (!hasTwin)
                unique.push_back(entries_[i]);
        }
        entries_ = std::move(unique);
        const std::size_t bits = std::bit_ceil(std::max<std::size_t>(64, entries_.size() * 16));
        filter_.resize(bits / 64);
        shift_ = 64 - std::countr_zero(bits);
        for (const Entry& each : entries_)
            filter_[bitOf(each.hash) / 64] |= std::uint64_t{1} << bitOf(each.hash) % 64;
    }
    [[nodiscard]] bool isEmpty() const { return entries_.empty(); }
    [[nodiscard]] std::optional<std::size_t> find(std::uint64_t hash) const {
        if ((filter_[bitOf(hash) / 64] >> bitOf(hash) % 64 & 1) == 0)
            return std::nullopt;
        const auto found = std::ranges::lower_bound(entries_, hash, {}, &Entry::hash);
        return found != entries_.end() && found->hash == hash ? std::optional(found->at) : std::nullopt;
    }

private:
    [[nodiscard]] std::size_t bitOf(std::uint64_t hash) const {
        return static_cast<std::size_t>(hash >> shift_);
    }
    struct Entry {
        std::uint64_t hash = 0;
        std::size_t at = 0;
    };
    std::vector<Entry> entries_;
    std::vector<std::uint64_t> filter_;  // most hashes are no block's; one bit tells
    int shift_ = 0;
};

/// The same bytes in both versions.
struct Match {
    std::size_t before = 0;
    std::size_t after = 0;
    std::size_t size = 0;
};

/// Matches in the order of `after`, disjoint there.
Result<std::vector<Match>> findMatches(Bytes before, Bytes after, std::size_t block, const JobContext& job) {
    std::vector<Match> matches;
    const UniqueBlocks blocks(before, block);
    if (blocks.isEmpty() || after.size() < block)
        return matches;
    RollingHash hash(block);
    hash.start(after.first(block));
    std::size_t polled = 0;
    for (std::size_t at = 0;;) {
        if (at - polled >= kPollEvery) {
            polled = at;
            if (job.stopRequested())
                return fail(ErrorCode::Cancelled);
        }
        const auto found = blocks.find(hash.value());
        if (found && std::memcmp(before.data() + *found, after.data() + at, block) == 0) {
            Match match{*found, at, block};
            while (match.before + match.size < before.size() && match.after + match.size < after.size() &&
                   before[match.before + match.size] == after[match.after + match.size])
                ++match.size;
            matches.push_back(match);
            at += match.size;
            if (at + block > after.size())
                return matches;
            hash.start(after.subspan(at, block));
            continue;
        }
        if (at + block >= after.size())
            return matches;
        hash.roll(after[at], after[at + block]);
        ++at;
    }
}

/// The chain of matches with the most bytes whose places ascend in both versions.
std::vector<Match> heaviestChain(const std::vector<Match>& matches) {
    struct Best {
        ByteCount bytes = 0;
        std::size_t last = 0;
    };
    std::vector<std::size_t> places;
    places.reserve(matches.size());
    for (const Match& each : matches)
        places.push_back(each.before);
    std::ranges::sort(places);
    // A Fenwick tree: the best chain that ends at one of the first places.
    std::vector<Best> best(places.size() + 1, Best{0, matches.size()});
    std::vector<std::size_t> previous(matches.size());
    Best whole{0, matches.size()};
    for (std::size_t i = 0; i < matches.size(); ++i) {
        const auto rank =
            static_cast<std::size_t>(std::ranges::lower_bound(places, matches[i].before) - places.begin());
        Best before{0, matches.size()};
        for (std::size_t k = rank; k > 0; k -= k & (~k + 1))
            before = best[k].bytes > before.bytes ? best[k] : before;
        previous[i] = before.last;
        const Best here{before.bytes + matches[i].size, i};
        for (std::size_t k = rank + 1; k < best.size(); k += k & (~k + 1))
            best[k] = here.bytes > best[k].bytes ? here : best[k];
        whole = here.bytes > whole.bytes ? here : whole;
    }
    std::vector<Match> chain;
    for (std::size_t i = whole.last; i < matches.size(); i = previous[i])
        chain.push_back(matches[i]);
    std::ranges::reverse(chain);
    return chain;
}

class Aligner {
public:
    Aligner(Bytes before, Bytes after, const JobContext& job) : before_(before), after_(after), job_(job) {}

    Status align(Hunk gap, std::size_t block) {
        trim(gap);
        if (gap.before.isEmpty() || gap.after.isEmpty()) {
            add(gap);
            return {};
        }
        const auto matches = findMatches(part(before_, gap.before), part(after_, gap.after), block, job_);
        if (!matches)
            return fail(matches.error());
        Hunk rest = gap;
        for (const Match& match : heaviestChain(*matches)) {
            // An earlier match of the chain may have grown over this one's beginning.
            ByteRange old = ByteRange::ofLength(gap.before.begin + match.before, match.size);
            ByteRange fresh = ByteRange::ofLength(gap.after.begin + match.after, match.size);
            const ByteCount overlap = old.begin < rest.before.begin ? rest.before.begin - old.begin : 0;
            if (overlap >= match.size)
                continue;
            old.begin += overlap;
            fresh.begin += overlap;
            if (Status done =
                    fillGap({{rest.before.begin, old.begin}, {rest.after.begin, fresh.begin}}, block);
                !done)
                return done;
            rest.before.begin = old.end;
            rest.after.begin = fresh.end;
        }
        return fillGap(rest, block);
    }
    std::vector<Hunk> hunks;

private:
    static Bytes part(Bytes bytes, ByteRange range) {
        return bytes.subspan(static_cast<std::size_t>(range.begin), static_cast<std::size_t>(range.size()));
    }

    Status fillGap(Hunk gap, std::size_t block) {
        trim(gap);
        if (gap.before.size() == gap.after.size()) {
            comparePlaces(gap);
            return {};
        }
        const bool goesOn = block > kSmallBlock &&
                            std::min(gap.before.size(), gap.after.size()) >= kSmallBlock &&
                            std::max(gap.before.size(), gap.after.size()) <= kSmallGap;
        if (goesOn)
            return align(gap, kSmallBlock);
        add(gap);
        return {};
    }

    void comparePlaces(const Hunk& gap) {
        const Bytes old = part(before_, gap.before);
        const Bytes fresh = part(after_, gap.after);
        for (std::size_t from = 0; from < old.size();) {
            if (old[from] == fresh[from]) {
                ++from;
                continue;
            }
            std::size_t to = from;
            while (to < old.size() && old[to] != fresh[to])
                ++to;
            add({{gap.before.begin + from, gap.before.begin + to},
                 {gap.after.begin + from, gap.after.begin + to}});
            from = to;
        }
    }

    void trim(Hunk& gap) const {
        const auto old = [this](ByteOffset at) { return before_[static_cast<std::size_t>(at)]; };
        const auto fresh = [this](ByteOffset at) { return after_[static_cast<std::size_t>(at)]; };
        while (!gap.before.isEmpty() && !gap.after.isEmpty() &&
               old(gap.before.begin) == fresh(gap.after.begin)) {
            ++gap.before.begin;
            ++gap.after.begin;
        }
        while (!gap.before.isEmpty() && !gap.after.isEmpty() &&
               old(gap.before.end - 1) == fresh(gap.after.end - 1)) {
            --gap.before.end;
            --gap.after.end;
        }
    }

    void add(const Hunk& hunk) {
        if (!hunk.before.isEmpty() || !hunk.after.isEmpty())
            hunks.push_back(hunk);
    }

    Bytes before_;
    Bytes after_;
    const JobContext& job_;
};

}  // namespace

Result<std::vector<Hunk>> alignBlocks(std::span<const std::byte> before, std::span<const std::byte> after,
                                      const JobContext& job) {
    const std::size_t block = std::max(kBlockMin, std::bit_ceil(before.size() / kBlocksMost + 1));
    Aligner aligner(before, after, job);
    if (Status done = aligner.align({{0, before.size()}, {0, after.size()}}, block); !done)
        return fail(done.error());
    return std::move(aligner.hunks);
}

}  // namespace octavo
