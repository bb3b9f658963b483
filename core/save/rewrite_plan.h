#pragma once

#include "core/save/save_plan.h"

namespace octavo {

/// Fills in the steps and the cost of a Rewrite plan whose target and range (the whole document) are set.
/// Pure. Cost: O(pieces log steps).
///
/// The plan:
///  1. What changes, in whole blocks, is cut into steps of at most target.stepSize bytes in the order of
///     offsets.
///  2. A step destroys the old bytes that lie where it writes, so those that read these go first. Where all
///     bytes move towards the end that gives the last step first, towards the front the first.
///  3. Where bytes change places, no order will do: in each such circle the fewest bytes that one step reads
///     from the next are taken for new ones, which the journal holds from the beginning.
void planRewrite(const Snapshot& snapshot, SavePlan& plan);

}  // namespace octavo
