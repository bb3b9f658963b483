#pragma once

#include "app/cli/cli_records.h"

namespace octavo {

/// Adds a match, at most its first KiB, and `context` bytes before and after it, in hex.
void addContext(Record& record, const Snapshot& input, ByteRange match, ByteCount context);

}  // namespace octavo
