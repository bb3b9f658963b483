#pragma once

#include <vector>

#include "core/structure/format.h"

namespace octavo {

/// Finds what every name of a set of descriptions means, what type every expression has, and how large what
/// is always of one size is; writes all of it into the set and appends what is wrong. REQUIRES: the set holds
/// all that its files import. Cost: linear in the descriptions, but for value instances that lead through
/// others.
void resolveFormats(FormatSet& set, std::vector<FormatProblem>& problems);

}  // namespace octavo
