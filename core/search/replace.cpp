#include "core/search/replace.h"

#include <utility>

namespace octavo {

Result<ReplacePlan> planReplaceAll(const Snapshot& snapshot, const Pattern& pattern, ByteRange range,
                                   Content replacement, const JobContext& context, std::uint64_t limit) {
    ReplacePlan plan;
    std::vector<ByteRange>& ranges = plan.edit.ranges;
    const auto keep = [&ranges](const Match& match) {
        ranges.push_back(match.range);
        return true;
    };
    const FindAllOptions options{.overlap = Overlap::Excluded, .limit = limit};
    auto report = findAll(snapshot, pattern, range, options, keep, context);
    if (!report)
        return fail(std::move(report.error()));
    const ByteCount kept = snapshot.size() - ranges.size() * pattern.size();
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
