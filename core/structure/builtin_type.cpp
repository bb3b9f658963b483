#include "core/structure/builtin_type.h"

#include "core/base/integer.h"

namespace octavo {

std::optional<ItemType> builtinItemType(std::string_view name) {
    ItemType made;
    std::string_view rest = name;
    if (rest.ends_with("le") || rest.ends_with("be")) {
        made.order = rest.ends_with("le") ? ByteOrder::Little : ByteOrder::Big;
        rest.remove_suffix(2);
    }
    if (rest.size() == 2 && (rest[0] == 'u' || rest[0] == 's' || rest[0] == 'f')) {
        const bool isFloat = rest[0] == 'f';
        const std::string_view sizes = isFloat ? "48" : "1248";
        if (sizes.find(rest[1]) == std::string_view::npos || (rest[1] == '1' && made.order))
            return std::nullopt;
        made.kind = isFloat ? ItemType::Kind::Float : ItemType::Kind::Integer;
        made.size = static_cast<std::uint8_t>(rest[1] - '0');
        made.isSigned = rest[0] == 's';
        return made;
    }
    if (rest.size() >= 2 && rest[0] == 'b') {
        const auto bits = parseInteger(rest.substr(1));
        if (!bits || *bits < 1 || *bits > 64 || rest[1] == '+' || rest[1] == '0')
            return std::nullopt;
        made.kind = ItemType::Kind::Bits;
        made.bits = static_cast<std::uint16_t>(*bits);
        made.isBoolean = *bits == 1;
        return made;
    }
    if (name == "str" || name == "strz") {
        made.kind = ItemType::Kind::Text;
        made.order.reset();
        made.isZeroTerminated = name == "strz";
        return made;
    }
    return std::nullopt;
}

}  // namespace octavo
