#pragma once

#include <QIcon>
#include <QStringView>

namespace octavo {

/// A picture drawn with thin lines in the palette's text colour, so that it is crisp at every size and right
/// in every theme. Names: document-new, document-open, document-save, edit-undo, edit-redo, edit-find,
/// go-previous, go-next,
/// window-close. A null icon for any other.
[[nodiscard]] QIcon lineIcon(QStringView name);

}  // namespace octavo
