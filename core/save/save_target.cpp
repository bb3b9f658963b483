#include "core/save/save_target.h"

#include <algorithm>

#include "core/save/open_file.h"

namespace octavo {

const char* saveRiskName(SaveRisk risk) {
    switch (risk) {
        case SaveRisk::BreaksHardLinks:
            return "hard-links";
        case SaveRisk::ReadOnlyFile:
            return "read-only";
        case SaveRisk::LosesOwner:
            return "owner";
        case SaveRisk::LosesAttributes:
            return "attributes";
    }
    return "unknown";
}

const char* saveKindName(SaveKind kind) {
    switch (kind) {
        case SaveKind::Nothing:
            return "nothing";
        case SaveKind::InPlace:
            return "in-place";
        case SaveKind::Rewrite:
            return "rewrite";
        case SaveKind::Replace:
            return "replace";
    }
    return "unknown";
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
