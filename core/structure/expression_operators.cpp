#include "core/structure/expression_operators.h"

namespace octavo {

const std::array<Operators, 6>& binaryLevels() {
    using K = ExpressionKind;
    static const std::array<Operators, 6> levels = {
        Operators{{"|", K::BitOr}},
        Operators{{"^", K::BitXor}},
        Operators{{"&", K::BitAnd}},
        Operators{{"<<", K::ShiftLeft}, {">>", K::ShiftRight}},
        Operators{{"+", K::Add}, {"-", K::Subtract}},
        Operators{{"*", K::Multiply}, {"/", K::Divide}, {"%", K::Remainder}},
    };
    return levels;
}

std::optional<ExpressionKind> comparisonOf(std::string_view sign) {
    using K = ExpressionKind;
    static const Operators signs = {{"==", K::Equal},          {"!=", K::NotEqual}, {"<=", K::LessOrEqual},
                                    {">=", K::GreaterOrEqual}, {"<", K::Less},      {">", K::Greater}};
    for (const Operator& known : signs) {
        if (known.sign == sign)
            return known.kind;
    }
    return std::nullopt;
}

bool isKeyword(std::string_view name) {
    return name == "and" || name == "or" || name == "not" || name == "true" || name == "false";
}

}  // namespace octavo
