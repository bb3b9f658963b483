#pragma once

#include <QString>

#include "core/base/error.h"
#include "core/buffer/edit.h"

namespace octavo {

/// Two or three sentences that say what happened, to what, where, and what to do next: "“a.bin” cannot be
/// read: you have no permission. Change its permissions, or start Octavo as a user who may." Translated;
/// unprintable bytes in names are escaped. `subject` names the thing when the error's detail does not: a
/// document's name.
[[nodiscard]] QString messageFor(const Error& error, const QString& subject = {});

/// "Typing", "Paste" ...: what an edit was, for "Undo Paste".
[[nodiscard]] QString editName(EditKind kind);

}  // namespace octavo
