#pragma once

#include "app/cli/cli_records.h"

namespace octavo {

/// Prints a save plan: a line for each fact and for each step, or one JSON object.
[[nodiscard]] Status printPlan(TextSink& out, const SavePlan& plan, RecordForm form);

}  // namespace octavo
