#pragma once

#include <QString>

#include "core/buffer/history.h"

namespace octavo {

/// "Typed 1,000 bytes at 0x10", "Replaced between 0x0 and 0xFF": what a step did, in the past tense.
[[nodiscard]] QString stepText(const History::Splice& step);

}  // namespace octavo
