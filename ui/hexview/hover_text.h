#pragma once

#include <QString>

#include "core/buffer/snapshot.h"

namespace octavo {

/// What the pointer's tip says about the byte at `offset`: where it is and what the bytes from there on stand
/// for. REQUIRES: offset < snapshot.size().
[[nodiscard]] QString hoverText(const Snapshot& snapshot, ByteOffset offset, ByteOffset baseAddress);

/// The byte as a person says it: "0x4F 'O'", "0x00", "unreadable".
[[nodiscard]] QString byteName(const Snapshot& snapshot, ByteOffset offset);

/// "0x0001F4A0": at least eight upper-case digits.
[[nodiscard]] QString hexOffset(ByteOffset offset);

}  // namespace octavo
