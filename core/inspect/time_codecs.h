#pragma once

#include "core/base/registry.h"
#include "core/inspect/value_codec.h"

namespace octavo {

/// Points in time: Unix time, FILETIME, DOS date and time, OLE automation dates; ISO 8601 as text.
void registerTimeCodecs(Registry<ValueCodec>& registry);

}  // namespace octavo
