#include "core/search/replace.h"

#include <utility>

#include "core/source/spill_source.h"

namespace octavo {

namespace {

constexpr std::size_t kKeptInMemory = std::size_t{1} << 20;

/// Gathers what a template makes, in memory or, when it is long, in a temporary file.
class Pool {
public:
    [[nodiscard]] std::vector<std::byte>& buffer() { return buffer_; }

    Status flushWhenLong() { return buffer_.size() < kKeptInMemory ? Status() : flush(); }

    Result<Content> finish() {
        if (!writer_)
            return Content::ofBytes(buffer_);
        if (Status status = flush(); !status)
            return fail(status.error());
        const ByteCount size = writer_->size();
        auto source = std::move(*writer_).finish();
        if (!source)
            return fail(source.error());
        return Content::ofSource(std::move(*source), {0, size});
    }

private:
    Status flush() {
        if (!writer_) {
            auto writer = SpillWriter::create();
            if (!writer)
                return fail(writer.error());
            writer_ = std::move(*writer);
        }
        Status status = writer_->append(buffer_);
        buffer_.clear();
        return status;
    }

    std::vector<std::byte> buffer_;
    std::optional<SpillWriter> writer_;
};

/// Gathers the ranges of a plan.
class Planner {
public:
    Planner(const Snapshot& snapshot, const Replacement& replacement)
        : snapshot_(snapshot), made_(std::get_if<ReplacementTemplate>(&replacement)) {}

    /// False when the search is to end.
    bool add(const Match& match, std::span<const Capture> captures) {
        if (match.range.begin < end_)
            return true;  // another query's match has been taken there
        end_ = match.range.end;
        plan.edit.ranges.push_back(match.range);
        removed_ += match.range.size();
        if (made_ == nullptr)
            return true;
        const std::size_t before = pool_.buffer().size();
        status_ = made_->appendTo(pool_.buffer(), snapshot_, captures);
        const ByteCount size = pool_.buffer().size() - before;
        plan.edit.sizes.push_back(size);
        inserted_ += size;
        if (status_)
            status_ = pool_.flushWhenLong();
        return status_.has_value();
    }

    Status finish(const Replacement& replacement) {
        if (!status_)
            return status_;
        const ByteCount kept = snapshot_.size() - removed_;
        const std::uint64_t count = plan.edit.ranges.size();
        if (made_ == nullptr) {
            plan.edit.content = std::get<Content>(replacement);
            const ByteCount each = plan.edit.content.size();
            if (count > 0 && each > (kMaxDocumentSize - kept) / count)
                return fail(ErrorCode::TooLarge);
            inserted_ = each * count;
        } else if (inserted_ > kMaxDocumentSize - kept) {
            return fail(ErrorCode::TooLarge);
        } else if (auto content = pool_.finish(); content) {
            plan.edit.content = std::move(*content);
        } else {
            return fail(content.error());
        }
        plan.edit.kind = EditKind::Replace;
        plan.sizeAfter = kept + inserted_;
        return {};
    }

    ReplacePlan plan;

private:
    const Snapshot& snapshot_;
    const ReplacementTemplate* made_;
    Pool pool_;
    Status status_;
    ByteOffset end_ = 0;
    ByteCount removed_ = 0;
    ByteCount inserted_ = 0;
};

}  // namespace

Result<ReplacePlan> planReplaceAll(const Snapshot& snapshot, const Searcher& searcher, const RangeSet& ranges,
                                   const Replacement& replacement, const ReplaceOptions& options,
                                   const JobContext& context) {
    Planner planner(snapshot, replacement);
    const FindAllOptions all{
        .overlap = Overlap::Excluded, .limit = options.limit, .workers = options.workers};
    auto report = std::holds_alternative<Content>(replacement)
                      ? findAll(
                            snapshot, searcher, ranges, all,
                            [&planner](const Match& match) { return planner.add(match, {}); }, context)
                      : findAllWithCaptures(
                            snapshot, searcher, ranges, all,
                            [&planner](const Match& match, std::span<const Capture> captures) {
                                return planner.add(match, captures);
                            },
                            context);
    if (!report)
        return fail(std::move(report.error()));
    if (Status status = planner.finish(replacement); !status)
        return fail(status.error());
    planner.plan.unreadable = std::move(report->unreadable);
    planner.plan.isComplete = report->isComplete;
    planner.plan.gaveUp = report->gaveUp;
    return std::move(planner.plan);
}

Result<ReplacePlan> planReplaceAll(const Snapshot& snapshot, const Searcher& searcher, ByteRange range,
                                   Content replacement, const JobContext& context, std::uint64_t limit) {
    RangeSet ranges;
    if (!range.isEmpty())
        ranges.add(range);
    return planReplaceAll(snapshot, searcher, ranges, Replacement(std::move(replacement)), {.limit = limit},
                          context);
}

Result<std::optional<std::vector<std::byte>>> replacementFor(const Snapshot& snapshot,
                                                             const Searcher& searcher, const Match& match,
                                                             const ReplacementTemplate& replacement,
                                                             const JobContext& context) {
    std::optional<std::vector<std::byte>> made;
    Status status;
    RangeSet here;
    here.add({match.range.begin, snapshot.size()});
    const auto report = findAllWithCaptures(
        snapshot, searcher, here, {.overlap = Overlap::Included},
        [&](const Match& found, std::span<const Capture> captures) {
            if (found.range.begin > match.range.begin)
                return false;
            if (found != match)
                return true;
            made.emplace();
            status = replacement.appendTo(*made, snapshot, captures);
            return false;
        },
        context);
    if (!report)
        return fail(report.error());
    return status ? Result<std::optional<std::vector<std::byte>>>(std::move(made)) : fail(status.error());
}

}  // namespace octavo
