#pragma once

#include "core/save/save_plan.h"
#include "tests/support/save_world.h"

namespace octavo::test {

/// The document's own file, to be rewritten in small steps.
[[nodiscard]] inline SaveTarget rewriteTarget(SaveWorld& world) {
    SaveTarget target = world.target();
    target.wantedKind = SaveKind::Rewrite;
    target.stepSize = 16'384;
    return target;
}

[[nodiscard]] inline SavePlan rewritePlan(SaveWorld& world) {
    return planSave(world.document().snapshot(), rewriteTarget(world)).value();
}

}  // namespace octavo::test
