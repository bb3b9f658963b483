#include "ui/panels/value_font.h"

#include <QApplication>

#include "ui/hexview/glyph_cache.h"

namespace octavo {

QFont valueFont() {
    QFont font = bundledFixedFont();
    font.setPointSizeF(QApplication::font().pointSizeF());
    return font;
}

}  // namespace octavo
