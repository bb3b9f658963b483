#include "core/inspect/builtin_codecs.h"

#include "core/inspect/float_codecs.h"
#include "core/inspect/id_codecs.h"
#include "core/inspect/integer_codecs.h"
#include "core/inspect/text_codecs.h"
#include "core/inspect/time_codecs.h"
#include "core/inspect/varint_codecs.h"

namespace octavo {

void registerBuiltinCodecs(Registry<ValueCodec>& registry) {
    registerIntegerCodecs(registry);
    registerFloatCodecs(registry);
    registerVarintCodecs(registry);
    registerTextCodecs(registry);
    registerTimeCodecs(registry);
    registerIdCodecs(registry);
}

}  // namespace octavo
