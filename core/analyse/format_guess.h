#pragma once

#include <string_view>

#include "core/buffer/snapshot.h"

namespace octavo {

/// What a document looks like, as a MIME type, judged by well-known marks at its beginning; the names are
/// those of file(1). "inode/x-empty" for no bytes, "text/plain" for ASCII or UTF-8 text without a mark, and
/// "application/octet-stream" for everything else. Reads no more than the first 4 KiB (and a tar archive's
/// mark).
[[nodiscard]] std::string_view guessFormat(const Snapshot& snapshot);

}  // namespace octavo
