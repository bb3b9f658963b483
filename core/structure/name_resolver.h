#pragma once

#include "core/structure/format_notes.h"
#include "core/structure/type_lookup.h"

namespace octavo {

/// The first half of resolving one type, without what is nested in it: which structures, enumerations,
/// encodings and byte orders its fields mean. Notes what is not to be found.
void resolveNames(FormatType& type, const TypeLookup& lookup, FormatNotes& notes);

}  // namespace octavo
