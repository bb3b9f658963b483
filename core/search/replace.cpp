#include "core/search/replace.h"

#include <utility>

namespace octavo {

Result<ReplacePlan> planReplaceAll(const Snapshot& snapshot, const Searcher& searcher, ByteRange range,
                                   Content replacement, const JobContext& context, std::uint64_t limit) {
    ReplacePlan plan;
    std::vector<ByteRange>& ranges = plan.edit.ranges;
    ByteCount removed = 0;
    const auto keep = [&](const Match& match) {
        ranges.push_back(match.range);
        removed += match.range.size();
        return true;
    };
    const FindAllOptions options{.overlap = Overlap::Excluded, .limit = limit};
    auto report = findAll(snapshot, searcher, range, options, keep, context);
    if (!report)
        return fail(std::move(report.error()));
    const ByteCount kept = snapshot.size() - removed;
    if (!ranges.empty() && replacement.size() > (kMaxDocumentSize - kept) / ranges.size())
        return fail(ErrorCode::TooLarge);
    plan.sizeAfter = kept + ranges.size() * replacement.size();
    plan.unreadable = std::move(report->unreadable);
    plan.isComplete = report->isComplete;
    plan.edit.kind = EditKind::Replace;
    plan.edit.content = std::move(replacement);
    return plan;
}

}  // namespace octavo
