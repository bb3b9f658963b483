#include "core/search/literal_filter.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace octavo {

namespace {

using Kind = ByteExpression::Kind;

constexpr std::size_t kLongestLiteral = 256;
constexpr std::size_t kMostClauses = 8;
constexpr ByteCount kFarthest = 4096;      // a literal is bounded when it lies no further behind the begin
constexpr double kCommon = 1.0 / 150;      // literals that are found more often than that do not pay
constexpr std::uint64_t kMostCopies = 64;  // of what is repeated

/// Bytes that must occur, and where.
struct Draft {
    Pattern pattern;
    ByteExtent before;
};

/// One of these must occur.
struct Choice {
    std::vector<Draft> drafts;
    double rate = 1;  // how often they are found in ordinary data, a byte

    /// Of a byte, in nanoseconds or so: each draft is a walk over the data, each find a look by PCRE2.
    [[nodiscard]] double cost() const { return 0.1 * static_cast<double>(drafts.size()) + 150 * rate; }
};

/// Reads an expression from left to right and keeps the rarest choice.
class Reader {
public:
    explicit Reader(const ByteExtent& before = {}) : before_(before), runBegin_(before) {}

    void read(const ByteExpression& expression) {
        switch (expression.kind) {
            case Kind::Sequence:
                for (const ByteExpression& child : expression.children)
                    read(child);
                return;
            case Kind::Bytes:
                append(expression.set);
                return;
            case Kind::Condition:
                return;
            case Kind::Repeat:
                readRepeat(expression);
                return;
            case Kind::Choice:
                readChoice(expression);
                return;
            case Kind::Unknown:
                pass(extentOf(expression));
                return;
        }
    }

    std::optional<Choice> finish() {
        endRun();
        return std::move(best_);
    }

private:
    void append(const ByteSet& set) {
        if (run_.empty())
            runBegin_ = before_;
        run_.push_back(set);
        before_ = before_.followedBy({.least = 1, .most = 1, .bytes = set});
        if (run_.size() == kLongestLiteral)
            endRun();
    }

    void pass(const ByteExtent& extent) {
        endRun();
        before_ = before_.followedBy(extent);
    }

    void readRepeat(const ByteExpression& expression) {
        const ByteExpression& child = expression.children.front();
        const std::uint64_t copies = std::min(expression.least, kMostCopies);
        for (std::uint64_t i = 0; i < copies; ++i)
            read(child);
        if (copies == expression.most)
            return;
        ByteExpression rest = expression;
        rest.least -= copies;
        if (rest.most != ByteExpression::kUnlimited)
            rest.most -= copies;
        pass(extentOf(rest));
    }

    void readChoice(const ByteExpression& expression) {
        const ByteExtent before = before_;
        // The places of a choice depend on each other, which a run forgets: look at each child too.
        const auto sets = setsOf(expression, kLongestLiteral);
        if (sets)
            std::ranges::for_each(*sets, [this](const ByteSet& set) { append(set); });
        else
            readCommonEnd(expression);
        if (auto choice = choiceAmong(expression, before))
            offer(std::move(*choice));
        if (!sets)
            pass(extentOf(expression));
    }

    /// The last bytes of a choice among literals of different lengths: all of them end in `: `, say.
    void readCommonEnd(const ByteExpression& expression) {
        std::vector<std::vector<ByteSet>> literals;
        std::size_t shortest = kLongestLiteral;
        for (const ByteExpression& child : expression.children) {
            auto sets = setsOf(child, kLongestLiteral);
            if (!sets)
                return;
            shortest = std::min(shortest, sets->size());
            literals.push_back(std::move(*sets));
        }
        std::vector<ByteSet> end(shortest);
        ByteExtent rest{.least = 0, .most = 0, .bytes = {}};
        for (const auto& literal : literals) {
            const std::size_t more = literal.size() - shortest;
            for (std::size_t i = 0; i < shortest; ++i)
                end[i].add(literal[more + i]);
            for (std::size_t i = 0; i < more; ++i)
                rest.bytes.add(literal[i]);
            rest.most = std::max<ByteCount>(rest.most, more);
        }
        offerRun(std::move(end), before_.followedBy(rest));
    }

    static std::optional<Choice> choiceAmong(const ByteExpression& expression, const ByteExtent& before) {
        Choice all{.drafts = {}, .rate = 0};
        for (const ByteExpression& child : expression.children) {
            Reader reader(before);
            reader.read(child);
            auto choice = reader.finish();
            if (!choice || all.drafts.size() + choice->drafts.size() > kMostClauses)
                return std::nullopt;
            all.rate += choice->rate;
            std::ranges::move(choice->drafts, std::back_inserter(all.drafts));
        }
        return all;
    }

    void endRun() { offerRun(std::exchange(run_, {}), runBegin_); }

    /// The bytes of `run`, behind `before`, as one literal.
    void offerRun(std::vector<ByteSet> run, ByteExtent before) {
        std::size_t begin = 0;
        const auto says = [](const ByteSet& set) {
            return !set.isEmpty() && set.common().mask != std::byte{};
        };
        while (begin < run.size() && !says(run[begin])) {
            before = before.followedBy({.least = 1, .most = 1, .bytes = run[begin]});
            ++begin;
        }
        while (run.size() > begin && !says(run.back()))
            run.pop_back();
        if (begin == run.size())
            return;
        std::vector<std::byte> values;
        std::vector<std::byte> masks;
        for (std::size_t i = begin; i < run.size(); ++i) {
            const ByteSet::Common common = run[i].isEmpty() ? ByteSet::Common{} : run[i].common();
            values.push_back(common.value);
            masks.push_back(common.mask);
        }
        Pattern pattern(std::move(values), std::move(masks));
        const double rate = expectedRate(pattern);
        Choice choice{.drafts = {}, .rate = rate};
        choice.drafts.push_back({.pattern = std::move(pattern), .before = before});
        offer(std::move(choice));
    }

    void offer(Choice choice) {
        const bool isUsable = std::ranges::all_of(choice.drafts, [](const Draft& draft) {
            return draft.before.most <= kFarthest || draft.before.bytes != ByteSet::all();
        });
        if (isUsable && choice.rate < kCommon && (!best_ || choice.cost() < best_->cost()))
            best_ = std::move(choice);
    }

    std::optional<Choice> best_;
    ByteExtent before_;         // of everything read so far
    ByteExtent runBegin_;       // of what lies before the run
    std::vector<ByteSet> run_;  // the last bytes read, one after the other
};

}  // namespace

std::optional<LiteralFilter> LiteralFilter::of(const ByteExpression& expression, Matcher::Engine engine) {
    Reader reader;
    reader.read(expression);
    auto choice = reader.finish();
    if (!choice)
        return std::nullopt;
    LiteralFilter filter;
    for (Draft& draft : choice->drafts) {
        const bool isBounded = draft.before.most <= kFarthest;
        const ByteCount size = draft.pattern.size();
        filter.lookAhead_ =
            std::max(filter.lookAhead_, (isBounded ? draft.before.most : draft.before.least) + size);
        filter.clauses_.push_back({.matcher = Matcher(std::move(draft.pattern), engine),
                                   .least = draft.before.least,
                                   .most = draft.before.most,
                                   .between = draft.before.bytes,
                                   .isBounded = isBounded});
    }
    return filter;
}

void LiteralFilter::Walk::look(const SearchBlock& block, std::size_t from, std::size_t index) {
    const Clause& clause = filter_.clauses_[index];
    const std::size_t size = clause.matcher.pattern().size();
    Next& next = next_[index];
    next.isKnown = true;
    std::size_t end = block.bytes.size();
    if (clause.isBounded)
        end = std::min<std::size_t>(end, block.last - 1 + clause.most + size);
    next.literal = clause.matcher.findFirst(block.bytes.first(end), from + clause.least);
    std::size_t back = next.literal.value_or(end < size ? 0 : end - size + 1);
    const std::size_t leastBack =
        clause.isBounded && back > clause.most ? back - static_cast<std::size_t>(clause.most) : 0;
    const std::size_t stop = std::max(from, leastBack);
    while (back > stop && clause.between.contains(block.bytes[back - 1]))
        --back;
    next.reach = std::max(back, from);
}

std::optional<LiteralFilter::Walk::Candidates> LiteralFilter::Walk::next(const SearchBlock& block,
                                                                         std::size_t from) {
    std::optional<Candidates> best;
    for (std::size_t i = 0; i < next_.size(); ++i) {
        const Clause& clause = filter_.clauses_[i];
        Next& next = next_[i];
        if (!next.isKnown || (next.literal && *next.literal < from + clause.least))
            look(block, from, i);
        Candidates candidates{.first = std::max(from, next.reach), .last = 0, .isOpen = false};
        if (next.literal) {
            candidates.last = *next.literal - static_cast<std::size_t>(clause.least);
            if (candidates.first > candidates.last) {
                // The literal is there, but what should lie between is not: on to the next one.
                look(block, candidates.last + 1, i);
                --i;
                continue;
            }
        } else if (!clause.isBounded && !block.isAtEnd) {
            candidates.isOpen = true;
            candidates.last = block.last;
        } else {
            continue;
        }
        if (candidates.first < block.last && (!best || candidates.first < best->first))
            best = candidates;
    }
    return best;
}

}  // namespace octavo
