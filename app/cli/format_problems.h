#pragma once

#include <vector>

#include "core/structure/format_problem.h"

namespace octavo {

/// What is wrong with a description, as a sentence without its place.
[[nodiscard]] std::string sentenceFor(const FormatProblem& problem);

/// Notes each as FILE:LINE:COLUMN: sentence (path).
void noteProblems(const std::vector<FormatProblem>& problems);

}  // namespace octavo
