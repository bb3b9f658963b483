#pragma once

#include "core/save/open_file.h"
#include "core/save/save_target.h"

namespace octavo {

/// Gives `file` the owner, group, extended attributes (access control lists among them) and mode of the file
/// that it is about to replace, in the order in which none undoes another. What the system refuses is an
/// error, Unsupported with the risk's name as `detail`, unless the target accepts that risk. REQUIRES:
/// target.existing.
[[nodiscard]] Status copyMetadata(const SaveTarget& target, OpenFile& file);

}  // namespace octavo
