#pragma once

#include <QString>

#include "core/structure/format_problem.h"
#include "core/structure/structure_error.h"

namespace octavo {

/// Why a node has no value, or an invalid one; what is wrong with a description. One sentence, translated.
[[nodiscard]] QString messageFor(const StructureError& error);
[[nodiscard]] QString messageFor(const FormatProblem& problem);

}  // namespace octavo
