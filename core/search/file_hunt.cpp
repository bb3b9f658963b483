#include "core/search/file_hunt.h"

#include <algorithm>
#include <sys/stat.h>
#include <vector>

#include "core/search/range_hunt.h"
#include "core/source/file_reading.h"

namespace octavo {

Result<FileHunt> FileHunt::open(const std::string& path) {
    auto source = openFileSource(path, FileCopy::NorClone);
    if (!source)
        return fail(source.error());
    FileHunt hunt;
    hunt.source_ = *source;
    hunt.snapshot_ = Snapshot::ofSource(std::move(*source));
    hunt.range_ = hunt.snapshot_.all();
    hunt.file_ = {
        .path = path, .document = {}, .identity = hunt.source_->identity(), .size = hunt.range_.size()};
    return hunt;
}

FileHunt FileHunt::inDocument(const OpenDocumentSpace& document, std::size_t index) {
    FileHunt hunt;
    hunt.snapshot_ = document.snapshot;
    hunt.range_ = document.range;
    hunt.file_ = {.path = document.path, .document = index, .identity = {}, .size = document.range.size()};
    return hunt;
}

bool FileHunt::hasChanged() const {
    struct stat status {};
    if (!source_ || ::fstat(source_->descriptor(), &status) != 0)
        return false;
    const FileIdentity now = identityOf(status);
    return now.size != source_->identity().size || now.modifiedNs != source_->identity().modifiedNs;
}

Result<FileSearchReport> FileHunt::run(const Searcher& searcher, std::uint64_t limit, WorkerPool* workers,
                                       const Take& take, const JobContext& job) const {
    RangeHunt hunt(snapshot_, searcher, range_, {.gather = {.room = limit}, .workers = workers}, job);
    FileSearchReport report;
    std::vector<RangeHunt::Found> found;
    std::vector<Match> matches;
    while (report.count < limit && hunt.next(found)) {
        found.resize(std::min<std::uint64_t>(found.size(), limit - report.count));
        matches.clear();
        for (const RangeHunt::Found& each : found)
            matches.push_back(each.match);
        report.count += matches.size();
        if (!matches.empty())
            take(matches);
    }
    if (hunt.wasCancelled())
        return fail(ErrorCode::Cancelled);
    report.unreadable = hunt.unreadable();
    if (report.count < limit)
        report.gaveUp = hunt.gaveUp();
    report.isComplete = report.count < limit && !report.gaveUp;
    report.hasChanged = hasChanged();
    return report;
}

}  // namespace octavo
