#include "core/save/save_runner.h"

#include <algorithm>

#include "core/save/in_place_save.h"
#include "core/save/replace_save.h"
#include "core/save/rewrite_save.h"

namespace octavo {

bool isAsSaved(const FileIdentity& opened, const SaveOutcome& outcome) {
    return opened.isSameFile(outcome.identity) && opened.size == outcome.identity.size &&
           opened.modifiedNs == outcome.identity.modifiedNs;
}

SaveResult runSave(const SavePlan& plan, const Snapshot& snapshot, FileSystem& fileSystem,
                   const JobContext& job) {
    OCTAVO_EXPECTS(plan.range.end <= snapshot.size());
    for (const SaveRisk risk : plan.risks) {
        if (!plan.target.accepts(risk))
            return fail(ErrorCode::Unsupported, saveRiskName(risk));
    }
    job.setTotal(plan.bytesToWrite + plan.bytesToCopy);
    if (plan.kind == SavePlan::Kind::InPlace)
        return saveInPlace(plan, snapshot, fileSystem, job);
    if (plan.kind == SavePlan::Kind::Rewrite)
        return saveByRewriting(plan, snapshot, fileSystem, job);
    if (plan.kind == SavePlan::Kind::Replace)
        return saveByReplacing(plan, snapshot, fileSystem, job);
    return SaveOutcome{.identity = plan.target.existing->identity,
                       .bytesWritten = 0,
                       .kind = SavePlan::Kind::Nothing,
                       .path = plan.target.path};
}

}  // namespace octavo
