#include "core/structure/expression_evaluator.h"

#include <cmath>

#include "core/structure/evaluator_methods.h"

namespace octavo {

namespace {

using Value = StructureValue;
using Outcome = Evaluated<Value>;

class Evaluator {
public:
    Evaluator(const EvaluationContext& context, FieldSource& fields) : context_(context), fields_(fields) {}

    Outcome run(const Expression& e) {
        if (fields_.depth >= FieldSource::kDeepest)
            return failWith(StructureFault::TooDeep);
        ++fields_.depth;
        Outcome value = valueOf(e);
        --fields_.depth;
        return value;
    }

private:
    Outcome valueOf(const Expression& e) {
        using K = ExpressionKind;
        switch (e.kind) {
            case K::Integer:
            case K::EnumMember:
            case K::SizeOfType:
            case K::BitSizeOfType:
                return Value(e.integer);
            case K::Float:
                return Value(e.number);
            case K::Boolean:
                return Value(e.boolean);
            case K::Text:
                return Value(e.text16);
            case K::Interpolation:
                return interpolation(e);
            case K::List:
                return list(e);
            case K::Name:
                return name(e);
            case K::Member:
            case K::Call:
                return member(e);
            case K::Subscript:
                return subscript(e);
            case K::Cast:
                return cast(e);
            case K::Negate:
            case K::Invert:
            case K::Not:
                return unary(e);
            case K::And:
            case K::Or:
                return logic(e);
            case K::Conditional:
                return conditional(e);
            case K::Equal:
            case K::NotEqual:
                return equality(e);
            default:
                return e.kind >= K::Less ? comparison(e) : arithmetic(e);
        }
    }

    Outcome interpolation(const Expression& e) {
        std::u16string text;
        for (const Expression& part : e.children) {
            const auto value = run(part);
            if (!value)
                return value;
            const auto written = textOfValue(*value);
            if (!written)
                return tl::unexpected(written.error());
            text += *written;
            if (text.size() > kLongestText)
                return failWith(StructureFault::LimitReached);
        }
        return Value(std::move(text));
    }

    Outcome list(const Expression& e) {
        if (e.bytes)
            return Value(BytesValue{.space = nullptr, .range = {}, .literal = e.bytes});
        std::vector<Value> items;
        for (const Expression& item : e.children) {
            auto value = run(item);
            if (!value)
                return value;
            items.push_back(std::move(*value));
        }
        return Value(std::make_shared<const std::vector<Value>>(std::move(items)));
    }

    Outcome name(const Expression& e) {
        if (e.builtin == BuiltinName::This)
            return context_.itself != nullptr ? *context_.itself : Value();
        if (e.builtin == BuiltinName::Index)
            return context_.index ? Value(Int128{*context_.index}) : Value();
        return navigate(e, *context_.self);
    }

    /// A name in the world of one structure.
    Outcome navigate(const Expression& e, StructureNode& object) {
        switch (e.builtin) {
            case BuiltinName::Io:
                return Value(object.stream);
            case BuiltinName::Root:
                return object.root != nullptr ? Value(object.root) : Value();
            case BuiltinName::Parent:
                return object.parent != nullptr ? Value(object.parent) : Value();
            case BuiltinName::SizeOf:
                return Value(e.integer);
            default:
                break;
        }
        if (e.owner == object.type && e.slot >= 0)
            return fields_.fieldValue(object, static_cast<std::size_t>(e.slot));
        // A cast may have promised another type than the data has.
        const auto found = object.type->fieldIndex.find(e.text);
        if (found == object.type->fieldIndex.end())
            return Value();
        return fields_.fieldValue(object, found->second);
    }

    Outcome member(const Expression& e) {
        if (e.builtin == BuiltinName::SizeOf)
            return Value(e.integer);
        const auto object = run(e.children[0]);
        if (!object)
            return object;
        if (object->isMissing())
            return failWith(StructureFault::Missing, e.children[0].text);
        if (const auto* structure = object->as<StructureNode*>()) {
            const bool isNavigation = e.builtin <= BuiltinName::Io;
            return isNavigation ? navigate(e, **structure) : failWith(StructureFault::WrongKind, e.text);
        }
        std::vector<Value> arguments;
        for (std::size_t i = 1; i < e.children.size(); ++i) {
            auto argument = run(e.children[i]);
            if (!argument)
                return argument;
            arguments.push_back(std::move(*argument));
        }
        return callMethod(e.builtin, e.text, *object, arguments, fields_);
    }

    Outcome subscript(const Expression& e) {
        const auto object = run(e.children[0]);
        if (!object)
            return object;
        const auto index = run(e.children[1]);
        if (!index)
            return index;
        const auto* number = index->as<Int128>();
        if (object->isMissing() || number == nullptr)
            return failWith(StructureFault::Missing, e.children[object->isMissing() ? 0 : 1].text);
        return itemOf(*object, *number, fields_);
    }

    Outcome cast(const Expression& e) {
        auto value = run(e.children[0]);
        if (!value || !e.type.is(DataType::Kind::Bytes) || value->as<BytesValue>() != nullptr ||
            value->isMissing())
            return value;
        auto bytes = bytesOfValue(*value, fields_);
        if (!bytes)
            return tl::unexpected(bytes.error());
        return Value(
            BytesValue{.space = nullptr,
                       .range = {},
                       .literal = std::make_shared<const std::vector<std::byte>>(std::move(*bytes))});
    }

    Outcome unary(const Expression& e) {
        const auto operand = run(e.children[0]);
        if (!operand)
            return operand;
        if (operand->isMissing())
            return failWith(StructureFault::Missing, e.children[0].text);
        if (e.kind == ExpressionKind::Not) {
            const auto* flag = operand->as<bool>();
            return flag != nullptr ? Outcome(Value(!*flag)) : failWith(StructureFault::WrongKind);
        }
        if (const auto* number = operand->as<double>(); number != nullptr && e.kind == ExpressionKind::Negate)
            return Value(-*number);
        const auto* integer = operand->as<Int128>();
        if (integer == nullptr)
            return failWith(StructureFault::WrongKind);
        if (e.kind == ExpressionKind::Invert)
            return Value(~*integer);
        return checked(subtractChecked(0, *integer));
    }

    static Outcome checked(std::optional<Int128> value) {
        return value ? Outcome(Value(*value)) : failWith(StructureFault::Overflow);
    }

    Evaluated<bool> condition(const Expression& e) {
        const auto value = run(e);
        if (!value)
            return tl::unexpected(value.error());
        if (value->isMissing())
            return failWith(StructureFault::Missing, e.text);
        const auto* flag = value->as<bool>();
        return flag != nullptr ? Evaluated<bool>(*flag) : failWith(StructureFault::WrongKind);
    }

    Outcome logic(const Expression& e) {
        const auto left = condition(e.children[0]);
        if (!left)
            return tl::unexpected(left.error());
        if (*left == (e.kind == ExpressionKind::Or))
            return Value(*left);
        const auto right = condition(e.children[1]);
        return right ? Outcome(Value(*right)) : tl::unexpected(right.error());
    }

    Outcome conditional(const Expression& e) {
        const auto isTrue = condition(e.children[0]);
        if (!isTrue)
            return tl::unexpected(isTrue.error());
        return run(e.children[*isTrue ? 1 : 2]);
    }

    Outcome equality(const Expression& e) {
        const auto left = run(e.children[0]);
        if (!left)
            return left;
        const auto right = run(e.children[1]);
        if (!right)
            return right;
        const auto equal = equalValues(*left, *right);
        if (!equal)
            return tl::unexpected(equal.error());
        return Value(*equal == (e.kind == ExpressionKind::Equal));
    }

    Outcome comparison(const Expression& e) {
        const auto left = run(e.children[0]);
        if (!left)
            return left;
        const auto right = run(e.children[1]);
        if (!right)
            return right;
        const auto order = compareValues(*left, *right);
        if (!order)
            return tl::unexpected(order.error());
        switch (e.kind) {
            case ExpressionKind::Less:
                return Value(*order < 0);
            case ExpressionKind::LessOrEqual:
                return Value(*order <= 0);
            case ExpressionKind::Greater:
                return Value(*order > 0);
            default:
                return Value(*order >= 0);
        }
    }

    Outcome arithmetic(const Expression& e) {
        const auto left = run(e.children[0]);
        if (!left)
            return left;
        const auto right = run(e.children[1]);
        if (!right)
            return right;
        if (left->isMissing() || right->isMissing())
            return failWith(StructureFault::Missing, e.children[left->isMissing() ? 0 : 1].text);
        const auto* a = left->as<Int128>();
        const auto* b = right->as<Int128>();
        if (a != nullptr && b != nullptr)
            return integers(e.kind, *a, *b);
        const auto* text = left->as<std::u16string>();
        const auto* more = right->as<std::u16string>();
        if (text != nullptr && more != nullptr && e.kind == ExpressionKind::Add)
            return text->size() + more->size() > kLongestText ? failWith(StructureFault::LimitReached)
                                                              : Outcome(Value(*text + *more));
        const auto x = numberOf(*left);
        const auto y = numberOf(*right);
        if (!x || !y)
            return failWith(StructureFault::WrongKind);
        return floats(e.kind, *x, *y);
    }

    static std::optional<double> numberOf(const Value& value) {
        if (const auto* number = value.as<double>())
            return *number;
        if (const auto* integer = value.as<Int128>())
            return static_cast<double>(*integer);
        return std::nullopt;
    }

    static Outcome integers(ExpressionKind kind, Int128 a, Int128 b) {
        using K = ExpressionKind;
        switch (kind) {
            case K::Add:
                return checked(addChecked(a, b));
            case K::Subtract:
                return checked(subtractChecked(a, b));
            case K::Multiply:
                return checked(multiplyChecked(a, b));
            case K::Divide:
                return b == 0 ? failWith(StructureFault::DivisionByZero) : checked(divideFloor(a, b));
            case K::Remainder:
                return b <= 0 ? failWith(StructureFault::DivisionByZero) : Outcome(Value(remainderOf(a, b)));
            case K::ShiftLeft:
                return checked(shiftLeftChecked(a, b));
            case K::ShiftRight:
                return checked(shiftRightChecked(a, b));
            case K::BitAnd:
                return Value(a & b);
            case K::BitXor:
                return Value(a ^ b);
            default:
                return Value(a | b);
        }
    }

    static Outcome floats(ExpressionKind kind, double a, double b) {
        using K = ExpressionKind;
        switch (kind) {
            case K::Add:
                return Value(a + b);
            case K::Subtract:
                return Value(a - b);
            case K::Multiply:
                return Value(a * b);
            case K::Divide:
                return Value(a / b);
            case K::Remainder:
                return b <= 0 ? failWith(StructureFault::DivisionByZero)
                              : Outcome(Value(a - b * std::floor(a / b)));
            default:
                return failWith(StructureFault::WrongKind);
        }
    }

    const EvaluationContext& context_;
    FieldSource& fields_;
};

}  // namespace

Evaluated<StructureValue> evaluate(const Expression& expression, const EvaluationContext& context,
                                   FieldSource& fields) {
    return Evaluator(context, fields).run(expression);
}

}  // namespace octavo
