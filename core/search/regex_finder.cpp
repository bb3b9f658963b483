#include "core/search/regex_finder.h"

#include <algorithm>
#include <chrono>

namespace octavo {

namespace {

using Clock = std::chrono::steady_clock;
using Kind = BlockResult::Kind;

constexpr std::size_t kWork = std::size_t{1} << 25;             // places times bytes behind them, of one call
constexpr auto kPatience = std::chrono::seconds(1);             // for ...
constexpr std::size_t kPatientPlaces = std::size_t{16} * 1024;  // ... so many places
constexpr std::size_t kWorthwhile = 64;  // bytes between candidates that make them worth it

Matcher::Engine matcherEngine(SearchEngine engine) {
    return engine == SearchEngine::Best ? Matcher::Engine::Best : Matcher::Engine::Portable;
}

}  // namespace

/// Goes over the places of one block with PCRE2.
class RegexFinder::Scan {
public:
    Scan(const RegexFinder& finder, const SearchBlock& block, FinderMemory& memory)
        : finder_(finder), block_(block), memory_(memory), ahead_(finder.ahead_), mark_(block.first) {}

    /// The first match that begins at [from, until). REQUIRES: from grows from call to call.
    BlockResult among(std::size_t from, std::size_t until) {
        while (from < until) {
            if (block_.job != nullptr && block_.job->stopRequested())
                return {.kind = Kind::Cancelled};
            if (isLate(from))
                return {.kind = Kind::GaveUp, .place = from, .reason = GiveUpReason::Time};
            const std::size_t places = std::clamp<std::size_t>(kWork / ahead_, 1, finder_.places_);
            std::size_t stop = std::min(until, from + places);
            if (isInLongRun_)
                stop = from + 1;
            const BlockResult result = look(from, stop);
            if (result.kind == Kind::None) {
                from = isInLongRun_ ? behindRun(from, until) : stop;
                ahead_ = std::max(finder_.ahead_, ahead_ / 2);
                isInLongRun_ = isInLongRun_ && ahead_ > finder_.ahead_;
            } else if (result.kind != Kind::Undecided) {
                return result;
            } else {
                if (subjectEnd_ == block_.bytes.size())
                    return result;
                from = result.place;
                ahead_ = std::max(finder_.ahead_, 2 * (subjectEnd_ - std::min(subjectEnd_, from)));
                isInLongRun_ = finder_.runs_.has_value();
            }
        }
        return {};
    }

private:
    BlockResult look(std::size_t from, std::size_t stop) {
        subjectEnd_ = std::min(block_.bytes.size(), stop + ahead_);
        const bool isFinal = block_.isAtEnd && subjectEnd_ == block_.bytes.size();
        return finder_.program_->match(block_.bytes.first(subjectEnd_), from, stop,
                                       isFinal ? RegexProgram::Ending::Final : RegexProgram::Ending::Open,
                                       memory_);
    }

    /// The first place behind `from` at which the run of bytes that the expression begins with has ended.
    [[nodiscard]] std::size_t behindRun(std::size_t from, std::size_t until) const {
        while (from < until && finder_.runs_->contains(block_.bytes[from]))
            ++from;
        return std::min(from + 1, until);
    }

    bool isLate(std::size_t from) {
        if (from - mark_ < kPatientPlaces && hasLooked_)
            return Clock::now() - since_ > kPatience;
        hasLooked_ = true;
        mark_ = from;
        since_ = Clock::now();
        return false;
    }

    const RegexFinder& finder_;
    const SearchBlock& block_;
    FinderMemory& memory_;
    std::size_t ahead_;
    std::size_t subjectEnd_ = 0;
    bool isInLongRun_ = false;
    std::size_t mark_;
    bool hasLooked_ = false;
    Clock::time_point since_;
};

RegexFinder::RegexFinder(std::shared_ptr<const RegexProgram> program, const ByteExpression& expression,
                         std::optional<ByteSet> runs, const SearcherOptions& options)
    : program_(std::move(program)),
      filter_(LiteralFilter::of(expression, matcherEngine(options.engine))),
      prefix_(filter_ ? std::nullopt : PrefixFilter::of(expression)),
      runs_(runs),
      places_(options.places),
      ahead_(options.ahead),
      lookAhead_(std::max<ByteCount>(options.ahead, filter_   ? filter_->lookAhead()
                                                    : prefix_ ? prefix_->lookAhead()
                                                              : 0)) {}

BlockResult RegexFinder::findByPrefix(const SearchBlock& block, Scan& scan) const {
    for (std::size_t from = block.first; from < block.last;) {
        const auto candidates = prefix_->next(block, from);
        if (!candidates)
            break;
        from = candidates->last + 1;
        const BlockResult result = scan.among(candidates->first, from);
        if (result.kind != Kind::None)
            return result;
    }
    return {};
}

BlockResult RegexFinder::findFirst(const SearchBlock& block, FinderMemory* memory) const {
    Scan scan(*this, block, *memory);
    if (prefix_)
        return findByPrefix(block, scan);
    if (!filter_)
        return scan.among(block.first, block.last);
    LiteralFilter::Walk walk(*filter_);
    std::size_t tried = 0;
    for (std::size_t from = block.first; from < block.last;) {
        const auto candidates = walk.next(block, from);
        if (!candidates)
            return {};
        if (candidates->isOpen)
            return BlockResult::undecided(candidates->first);
        const std::size_t until = std::min(candidates->last + 1, block.last);
        const BlockResult result = scan.among(candidates->first, until);
        if (result.kind != Kind::None)
            return result;
        from = until;
        if (++tried > 64 && from - block.first < tried * kWorthwhile)
            return scan.among(from, block.last);
    }
    return {};
}

}  // namespace octavo
