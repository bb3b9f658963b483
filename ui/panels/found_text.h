#pragma once

#include <span>

#include <QString>

#include "core/buffer/snapshot.h"

namespace octavo {

/// \file What lists of found places show of the bytes there. Ranges lie inside the snapshot.

/// The first 16 bytes in hex.
[[nodiscard]] QString foundBytesText(const Snapshot& snapshot, ByteRange found);
/// The text in which it stands: 64 bytes that begin eight before it.
[[nodiscard]] QString foundContextText(const Snapshot& snapshot, ByteRange found);
/// The bytes in hex, up to 4096 of them, for copies.
[[nodiscard]] QString foundHex(const Snapshot& snapshot, ByteRange found);

/// The printable characters of ASCII among these bytes, "·" for the others.
[[nodiscard]] QString plainText(std::span<const std::byte> bytes);

/// The first bytes of a range, `most` of them.
[[nodiscard]] std::vector<std::byte> firstBytes(const Snapshot& snapshot, ByteRange range, ByteCount most);

}  // namespace octavo
