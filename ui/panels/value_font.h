#pragma once

#include <QFont>

namespace octavo {

/// The bundled fixed font in the size of the application's own: for values, offsets and bytes in panels and
/// dialogs.
[[nodiscard]] QFont valueFont();

}  // namespace octavo
