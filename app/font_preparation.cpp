#include "app/font_preparation.h"

#ifdef OCTAVO_HAS_FONTCONFIG
#include <fontconfig/fontconfig.h>
#endif

namespace octavo {

FontPreparation::FontPreparation() {
#ifdef OCTAVO_HAS_FONTCONFIG
    thread_ = std::jthread([] { FcInit(); });
#endif
}

}  // namespace octavo
