#include "core/save/save_target.h"

#include <algorithm>
#include <array>

#include "core/save/open_file.h"

namespace octavo {

namespace {

// In the order of the enumerations.
constexpr std::array kRiskNames{"hard-links", "read-only", "owner", "attributes"};
constexpr std::array kKindNames{"nothing", "in-place", "rewrite", "replace"};

}  // namespace

const char* saveRiskName(SaveRisk risk) {
    return kRiskNames.at(static_cast<std::size_t>(risk));
}

const char* saveKindName(SaveKind kind) {
    return kKindNames.at(static_cast<std::size_t>(kind));
}

bool SaveTarget::accepts(SaveRisk risk) const {
    return std::ranges::find(acceptedRisks, risk) != acceptedRisks.end();
}

Result<SaveTarget> probeSaveTarget(const std::string& path, FileSystem& fileSystem) {
    Result<std::string> resolved = fileSystem.resolve(path);
    if (!resolved)
        return fail(resolved.error());
    SaveTarget target;
    target.path = std::move(*resolved);
    target.directory = directoryOf(target.path);
    const Result<FileStatus> existing = fileSystem.status(target.path);
    if (existing)
        target.existing = *existing;
    else if (existing.error().code != ErrorCode::NotFound)
        return fail(existing.error());
    target.isDirectoryWritable = fileSystem.mayWriteIn(target.directory);
    if (const Result<DiskRoom> room = fileSystem.room(target.directory))
        target.room = *room;
    return target;
}

}  // namespace octavo
