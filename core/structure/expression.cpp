#include "core/structure/expression.h"

#include <optional>
#include <utility>

#include "core/structure/expression_lexer.h"
#include "core/structure/expression_operators.h"

namespace octavo {

namespace {

constexpr int kDeepest = 100;

using Parsed = tl::expected<Expression, ExpressionFault>;

Expression make(ExpressionKind kind, std::uint32_t at, std::vector<Expression> children = {}) {
    Expression made;
    made.kind = kind;
    made.at = at;
    made.children = std::move(children);
    return made;
}

Expression join(ExpressionKind kind, Expression left, Expression right) {
    const std::uint32_t at = left.at;
    std::vector<Expression> children;
    children.push_back(std::move(left));
    children.push_back(std::move(right));
    return make(kind, at, std::move(children));
}

class ExpressionParser {
public:
    explicit ExpressionParser(std::string_view text) : lexer_(text) { advance(); }

    Parsed parseWhole() {
        auto expression = conditional();
        if (expression && !isAtEnd())
            return refuse("the end of the expression");
        return expression;
    }

    tl::expected<TypeReference, ExpressionFault> parseType() {
        TypeReference made;
        if (auto scope = scopedName(); scope)
            made.scope = std::move(*scope);
        else
            return tl::unexpected(scope.error());
        if (takeSign("(")) {
            auto arguments = argumentsUpTo(")");
            if (!arguments)
                return tl::unexpected(arguments.error());
            made.arguments = std::move(*arguments);
        }
        if (takeSign("[")) {
            if (!takeSign("]"))
                return refuse("]");
            made.isArray = true;
        }
        if (!isAtEnd())
            return refuse("the end of the type");
        return made;
    }

    tl::expected<ProcessReference, ExpressionFault> parseProcess() {
        ProcessReference made;
        do {
            if (token_.kind != Token::Kind::Name || fault_)
                return refuse("a name");
            made.name += made.name.empty() ? token_.text : "." + token_.text;
            advance();
        } while (takeSign("."));
        if (takeSign("(")) {
            auto arguments = argumentsUpTo(")");
            if (!arguments)
                return tl::unexpected(arguments.error());
            made.arguments = std::move(*arguments);
        }
        if (!isAtEnd())
            return refuse("the end of the process");
        return made;
    }

private:
    void advance() {
        auto next = lexer_.next();
        if (next)
            token_ = std::move(*next);
        else if (!fault_)
            fault_ = next.error();
    }
    [[nodiscard]] bool isAtEnd() const { return !fault_ && token_.kind == Token::Kind::End; }
    [[nodiscard]] bool isSign(std::string_view sign) const {
        return !fault_ && token_.kind == Token::Kind::Sign && token_.text == sign;
    }
    [[nodiscard]] bool isWord(std::string_view word) const {
        return !fault_ && token_.kind == Token::Kind::Name && token_.text == word;
    }
    bool takeSign(std::string_view sign) {
        const bool isThere = isSign(sign);
        if (isThere)
            advance();
        return isThere;
    }
    bool takeWord(std::string_view word) {
        const bool isThere = isWord(word);
        if (isThere)
            advance();
        return isThere;
    }
    tl::unexpected<ExpressionFault> refuse(std::string expected) const {
        if (fault_)
            return tl::unexpected(*fault_);
        const std::string_view there = lexer_.source().substr(token_.at, 20);
        return tl::unexpected(
            ExpressionFault{.at = token_.at, .subject = std::string(there), .expected = std::move(expected)});
    }

    Parsed conditional() {
        if (++depth_ > kDeepest)
            return tl::unexpected(ExpressionFault{.at = token_.at, .fault = FormatFault::TooDeep});
        auto condition = disjunction();
        if (condition && takeSign("?")) {
            auto whenTrue = conditional();
            if (!whenTrue)
                return whenTrue;
            if (!takeSign(":"))
                return refuse(":");
            auto otherwise = conditional();
            if (!otherwise)
                return otherwise;
            condition = join(ExpressionKind::Conditional, std::move(*condition), std::move(*whenTrue));
            condition->children.push_back(std::move(*otherwise));
        }
        --depth_;
        return condition;
    }

    Parsed disjunction() { return chain("or", ExpressionKind::Or, &ExpressionParser::conjunction); }
    Parsed conjunction() { return chain("and", ExpressionKind::And, &ExpressionParser::negation); }

    Parsed chain(std::string_view word, ExpressionKind kind, Parsed (ExpressionParser::*operand)()) {
        auto left = (this->*operand)();
        while (left && takeWord(word)) {
            auto right = (this->*operand)();
            if (!right)
                return right;
            left = join(kind, std::move(*left), std::move(*right));
        }
        return left;
    }

    Parsed negation() {
        const std::uint32_t at = token_.at;
        if (!takeWord("not"))
            return comparison();
        return nested([&]() -> Parsed {
            auto operand = negation();
            return operand ? Parsed(make(ExpressionKind::Not, at, {std::move(*operand)})) : operand;
        });
    }

    Parsed comparison() {
        auto left = binary(0);
        if (!left || fault_ || token_.kind != Token::Kind::Sign)
            return left;
        const auto kind = comparisonOf(token_.text);
        if (!kind)
            return left;
        advance();
        auto right = binary(0);
        return right ? Parsed(join(*kind, std::move(*left), std::move(*right))) : right;
    }

    Parsed binary(std::size_t level) {
        const auto& levels = binaryLevels();
        if (level == levels.size())
            return unary();
        auto left = binary(level + 1);
        while (left) {
            const Operator* found = nullptr;
            for (const Operator& known : levels[level]) {
                if (isSign(known.sign))
                    found = &known;
            }
            if (found == nullptr)
                break;
            advance();
            auto right = binary(level + 1);
            if (!right)
                return right;
            left = join(found->kind, std::move(*left), std::move(*right));
        }
        return left;
    }

    Parsed unary() {
        const std::uint32_t at = token_.at;
        const bool isMinus = isSign("-");
        if (!isMinus && !isSign("+") && !isSign("~"))
            return postfix();
        const ExpressionKind kind = isMinus ? ExpressionKind::Negate : ExpressionKind::Invert;
        const bool doesNothing = isSign("+");
        advance();
        return nested([&]() -> Parsed {
            auto operand = unary();
            if (!operand || doesNothing)
                return operand;
            return make(kind, at, {std::move(*operand)});
        });
    }

    template <typename Inner>
    Parsed nested(const Inner& inner) {
        if (++depth_ > kDeepest)
            return tl::unexpected(ExpressionFault{.at = token_.at, .fault = FormatFault::TooDeep});
        auto made = inner();
        --depth_;
        return made;
    }

    Parsed postfix() {
        auto value = atom();
        while (value) {
            if (takeSign(".")) {
                value = member(std::move(*value));
            } else if (takeSign("[")) {
                auto index = conditional();
                if (!index)
                    return index;
                if (!takeSign("]"))
                    return refuse("]");
                value = join(ExpressionKind::Subscript, std::move(*value), std::move(*index));
            } else {
                break;
            }
        }
        return value;
    }

    Parsed member(Expression object) {
        if (fault_ || token_.kind != Token::Kind::Name)
            return refuse("a name");
        const std::uint32_t at = token_.at;
        std::string name = token_.text;
        advance();
        if (name == "as" && isSign("<"))
            return cast(std::move(object));
        Expression made = make(ExpressionKind::Member, at, {});
        made.text = std::move(name);
        made.children.push_back(std::move(object));
        if (takeSign("(")) {
            auto arguments = argumentsUpTo(")");
            if (!arguments)
                return tl::unexpected(arguments.error());
            made.kind = ExpressionKind::Call;
            for (Expression& argument : *arguments)
                made.children.push_back(std::move(argument));
        }
        return made;
    }

    Parsed cast(Expression object) {
        Expression made = make(ExpressionKind::Cast, token_.at, {});
        made.children.push_back(std::move(object));
        if (auto scope = typeInAngles(made.isArrayCast); scope)
            made.scope = std::move(*scope);
        else
            return tl::unexpected(scope.error());
        return made;
    }

    tl::expected<std::vector<std::string>, ExpressionFault> scopedName() {
        std::vector<std::string> parts;
        static_cast<void>(takeSign("::"));
        do {
            if (fault_ || token_.kind != Token::Kind::Name)
                return refuse("a name");
            parts.push_back(token_.text);
            advance();
        } while (takeSign("::"));
        return parts;
    }

    tl::expected<std::vector<std::string>, ExpressionFault> typeInAngles(bool& isArray) {
        if (!takeSign("<"))
            return refuse("<");
        auto scope = scopedName();
        if (!scope)
            return scope;
        if (takeSign("[")) {
            if (!takeSign("]"))
                return refuse("]");
            isArray = true;
        }
        if (!takeSign(">"))
            return refuse(">");
        return scope;
    }

    tl::expected<std::vector<Expression>, ExpressionFault> argumentsUpTo(std::string_view close) {
        std::vector<Expression> arguments;
        if (takeSign(close))
            return arguments;
        for (;;) {
            auto argument = conditional();
            if (!argument)
                return tl::unexpected(argument.error());
            arguments.push_back(std::move(*argument));
            if (takeSign(close))
                return arguments;
            if (!takeSign(","))
                return refuse(std::string(close));
            // A list may end with a comma, a call may not.
            if (close == "]" && takeSign(close))
                return arguments;
        }
    }

    Parsed atom() {
        if (fault_)
            return tl::unexpected(*fault_);
        const Token token = token_;
        switch (token.kind) {
            case Token::Kind::Integer:
            case Token::Kind::Float: {
                advance();
                Expression made =
                    make(token.kind == Token::Kind::Float ? ExpressionKind::Float : ExpressionKind::Integer,
                         token.at);
                made.integer = token.integer;
                made.number = token.number;
                return made;
            }
            case Token::Kind::Text:
                return texts();
            case Token::Kind::Interpolation:
                advance();
                return interpolation(token);
            case Token::Kind::Name:
                return named(token);
            default:
                break;
        }
        if (takeSign("(")) {
            auto inside = conditional();
            if (inside && !takeSign(")"))
                return refuse(")");
            return inside;
        }
        if (takeSign("[")) {
            auto items = argumentsUpTo("]");
            if (!items)
                return tl::unexpected(items.error());
            return make(ExpressionKind::List, token.at, std::move(*items));
        }
        return refuse("a value");
    }

    /// Neighbouring texts are one, as in Python.
    Parsed texts() {
        Expression made = make(ExpressionKind::Text, token_.at);
        while (!fault_ && token_.kind == Token::Kind::Text) {
            made.text += token_.text;
            advance();
        }
        return made;
    }

    Parsed named(const Token& token) {
        if (token.text == "true" || token.text == "false") {
            advance();
            Expression made = make(ExpressionKind::Boolean, token.at);
            made.boolean = token.text == "true";
            return made;
        }
        if (isKeyword(token.text))
            return refuse("a value");
        advance();
        if ((token.text == "sizeof" || token.text == "bitsizeof") && isSign("<")) {
            Expression made =
                make(token.text == "sizeof" ? ExpressionKind::SizeOfType : ExpressionKind::BitSizeOfType,
                     token.at);
            bool isArray = false;
            auto scope = typeInAngles(isArray);
            if (!scope)
                return tl::unexpected(scope.error());
            made.scope = std::move(*scope);
            return made;
        }
        Expression made = make(ExpressionKind::Name, token.at);
        made.text = token.text;
        while (takeSign("::")) {
            if (fault_ || token_.kind != Token::Kind::Name)
                return refuse("a name");
            made.kind = ExpressionKind::EnumMember;
            made.scope.push_back(std::exchange(made.text, token_.text));
            advance();
        }
        return made;
    }

    static Parsed interpolation(const Token& token) {
        Expression made = make(ExpressionKind::Interpolation, token.at);
        for (const InterpolationPart& part : token.parts) {
            if (!part.isExpression) {
                made.children.push_back(make(ExpressionKind::Text, token.at));
                made.children.back().text = part.text;
                continue;
            }
            auto inside = ExpressionParser(part.text).parseWhole();
            if (!inside) {
                inside.error().at += part.at;
                return inside;
            }
            made.children.push_back(std::move(*inside));
        }
        return made;
    }

    ExpressionLexer lexer_;
    Token token_;
    std::optional<ExpressionFault> fault_;
    int depth_ = 0;
};

}  // namespace

std::string TypeReference::name() const {
    std::string joined;
    for (const std::string& part : scope)
        joined += joined.empty() ? part : "::" + part;
    return isArray ? joined + "[]" : joined;
}

tl::expected<Expression, ExpressionFault> parseExpression(std::string_view text) {
    return ExpressionParser(text).parseWhole();
}

tl::expected<TypeReference, ExpressionFault> parseTypeReference(std::string_view text) {
    return ExpressionParser(text).parseType();
}

tl::expected<ProcessReference, ExpressionFault> parseProcessReference(std::string_view text) {
    return ExpressionParser(text).parseProcess();
}

}  // namespace octavo
