#include "core/structure/expression_checker.h"

#include <algorithm>
#include <utility>

#include "core/structure/builtin_type.h"
#include "core/structure/expression_methods.h"
#include "core/structure/fixed_size.h"

namespace octavo {

namespace {

using Kind = DataType::Kind;

/// One expression on its way through the rules. Everything stops at the first report.
class Check {
public:
    Check(const TypeLookup& lookup, const ExpressionChecker::FieldTypes& fieldTypes,
          const ExpressionChecker::Mention& mention, const ExpressionScope& scope)
        : lookup_(lookup), fieldTypes_(fieldTypes), mention_(mention), scope_(scope) {}

    struct Trouble {
        std::uint32_t at = 0;
        FormatFault fault = FormatFault::UnknownField;
        std::string subject;
        std::string expected;
    };
    [[nodiscard]] const std::optional<Trouble>& trouble() const { return trouble_; }

    const DataType& visit(Expression& e) {
        if (!trouble_)
            e.type = typeOf(e);
        return e.type;
    }

private:
    DataType refuse(const Expression& e, FormatFault fault, std::string subject, std::string expected = {}) {
        if (!trouble_)
            trouble_ = Trouble{
                .at = e.at, .fault = fault, .subject = std::move(subject), .expected = std::move(expected)};
        return {};
    }

    DataType want(Expression& e, Kind kind) {
        const DataType type = visit(e);
        const bool fits = type.isAny() || (type.is(kind) && type.enumeration == nullptr);
        if (!fits && !trouble_)
            return refuse(e, FormatFault::WrongType, type.name(), DataType::of(kind).name());
        return type;
    }

    DataType wantNumber(Expression& e) {
        const DataType type = visit(e);
        if (!type.isAny() && !type.isNumber() && !trouble_)
            return refuse(e, FormatFault::WrongType, type.name(), "number");
        return type;
    }

    DataType typeOf(Expression& e) {
        using K = ExpressionKind;
        switch (e.kind) {
            case K::Unread:
                return {};
            case K::Integer:
                return DataType::of(Kind::Integer);
            case K::Float:
                return DataType::of(Kind::Float);
            case K::Boolean:
                return DataType::of(Kind::Boolean);
            case K::Text:
                e.text16 = utf16FromUtf8(e.text);
                return DataType::of(Kind::Text);
            case K::Interpolation:
                return interpolation(e);
            case K::List:
                return list(e);
            case K::Name:
                return name(e);
            case K::EnumMember:
                return enumMember(e);
            case K::Member:
            case K::Call:
                return member(e);
            case K::Subscript:
                return subscript(e);
            case K::Cast:
                return cast(e);
            case K::SizeOfType:
            case K::BitSizeOfType:
                return sizeOfType(e);
            case K::Negate:
                return wantNumber(e.children[0]);
            case K::Invert:
                return want(e.children[0], Kind::Integer);
            case K::Not:
                return want(e.children[0], Kind::Boolean);
            case K::And:
            case K::Or:
                want(e.children[0], Kind::Boolean);
                want(e.children[1], Kind::Boolean);
                return DataType::of(Kind::Boolean);
            case K::Conditional:
                want(e.children[0], Kind::Boolean);
                return combinedType(visit(e.children[1]), visit(e.children[2]));
            default:
                return e.kind >= K::Equal ? comparison(e) : arithmetic(e);
        }
    }

    DataType interpolation(Expression& e) {
        for (Expression& part : e.children) {
            const DataType type = visit(part);
            const bool fits = type.isAny() || type.isNumber() || type.is(Kind::Text);
            if (!fits)
                return refuse(part, FormatFault::WrongType, type.name(), "text or number");
        }
        return DataType::of(Kind::Text);
    }

    /// A list of small numbers is bytes; of other numbers that are not all known, an array that may stand for
    /// bytes.
    DataType list(Expression& e) {
        const auto isByte = [](const Expression& item) {
            return item.kind == ExpressionKind::Integer && item.integer >= 0 && item.integer <= 255;
        };
        std::optional<DataType> common;
        for (Expression& item : e.children) {
            const DataType type = visit(item);
            common = common ? combinedType(*common, type) : type;
        }
        if (std::all_of(e.children.begin(), e.children.end(), isByte)) {
            std::vector<std::byte> bytes;
            for (const Expression& item : e.children)
                bytes.push_back(static_cast<std::byte>(item.integer));
            e.bytes = std::make_shared<const std::vector<std::byte>>(std::move(bytes));
            return DataType::of(Kind::Bytes);
        }
        DataType array = DataType::arrayOf(common.value_or(DataType{}));
        array.isByteList = common->isPlainInteger();
        return array;
    }

    DataType field(Expression& e, const FormatType& type, std::size_t slot) {
        e.builtin = BuiltinName::Field;
        e.owner = &type;
        e.slot = static_cast<int>(slot);
        mention_(type, slot);
        return fieldTypes_(type, slot);
    }

    std::optional<DataType> navigation(Expression& e, const FormatType* type) {
        const auto is = [&e](std::string_view name, BuiltinName meaning) {
            if (e.text != name)
                return false;
            e.builtin = meaning;
            return true;
        };
        if (is("_io", BuiltinName::Io))
            return DataType::of(Kind::Stream);
        if (is("_root", BuiltinName::Root))
            return type != nullptr ? DataType::ofStructure(&type->format->top) : DataType{};
        if (is("_parent", BuiltinName::Parent))
            return DataType::ofStructure(type != nullptr && type->parents.size() == 1 ? type->parents.front()
                                                                                      : nullptr);
        return std::nullopt;
    }

    DataType name(Expression& e) {
        if (const auto found = navigation(e, scope_.type))
            return *found;
        if (e.text == "_" && scope_.itself) {
            e.builtin = BuiltinName::This;
            return *scope_.itself;
        }
        if (e.text == "_on" && scope_.on) {
            e.builtin = BuiltinName::This;
            return *scope_.on;
        }
        if (e.text == "_index" && scope_.hasIndex) {
            e.builtin = BuiltinName::Index;
            return DataType::of(Kind::Integer);
        }
        if (e.text == "_sizeof")
            return knownSize(e, fixedBitsOf(*const_cast<FormatType*>(scope_.type)), scope_.type->path);
        const auto found = scope_.type->fieldIndex.find(e.text);
        if (found != scope_.type->fieldIndex.end())
            return field(e, *scope_.type, found->second);
        const bool isName =
            !e.text.empty() && e.text.find_first_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == std::string::npos;
        return refuse(e, isName ? FormatFault::UnknownField : FormatFault::BadName, e.text,
                      scope_.type->path);
    }

    DataType enumMember(Expression& e) {
        const FormatEnum* found = lookup_.enumeration(*scope_.type, e.scope);
        std::string scopeName;
        for (const std::string& part : e.scope)
            scopeName += (scopeName.empty() ? "" : "::") + part;
        if (found == nullptr)
            return refuse(e, FormatFault::UnknownEnum, scopeName);
        const FormatEnumMember* known = found->find(e.text);
        if (known == nullptr)
            return refuse(e, FormatFault::UnknownEnumMember, e.text, found->path);
        e.integer = known->value;
        return DataType::ofEnum(found);
    }

    DataType knownSize(Expression& e, std::optional<std::uint64_t> bits, const std::string& of) {
        if (!bits)
            return refuse(e, FormatFault::NotFixedSize, of);
        e.builtin = BuiltinName::SizeOf;
        e.integer = static_cast<Int128>(e.kind == ExpressionKind::BitSizeOfType ? *bits : (*bits + 7) / 8);
        return DataType::of(Kind::Integer);
    }

    DataType sizeOfType(Expression& e) {
        std::string written;
        for (const std::string& part : e.scope)
            written += (written.empty() ? "" : "::") + part;
        if (FormatType* type = lookup_.type(*scope_.type, e.scope))
            return knownSize(e, fixedBitsOf(*type), written);
        const auto builtin = e.scope.size() == 1 ? builtinItemBits(e.scope.front()) : std::nullopt;
        return builtin ? knownSize(e, builtin, written) : refuse(e, FormatFault::UnknownType, written);
    }

    static std::optional<std::uint64_t> builtinItemBits(const std::string& name);

    DataType member(Expression& e) {
        const DataType object = visit(e.children[0]);
        if (trouble_)
            return {};
        if (e.text == "_sizeof" && e.kind == ExpressionKind::Member)
            return sizeOfValue(e, object);
        if (object.isAny())
            return anyMember(e);
        if (object.is(Kind::Structure) && e.kind == ExpressionKind::Member)
            return structureMember(e, object.structure);
        const auto& known = methods();
        const auto found = std::find_if(known.begin(), known.end(), [&](const Method& method) {
            return method.on == object.kind && method.name == e.text;
        });
        // Members of enumerations have numbers, not digits.
        const bool isRefused = found != known.end() && object.is(Kind::Integer) &&
                               (object.enumeration != nullptr) != (found->meaning == BuiltinName::ToInteger);
        if (found == known.end() || isRefused) {
            if (object.isByteList)
                return byteListMember(e);
            return refuse(e, FormatFault::UnknownMethod, e.text, object.name());
        }
        e.builtin = found->meaning;
        if (!arguments(e, object))
            return {};
        return found->result == Kind::Any ? *object.item : DataType::of(found->result);
    }

    DataType byteListMember(Expression& e) {
        if (e.text != "to_s")
            return refuse(e, FormatFault::UnknownMethod, e.text, "bytes");
        e.builtin = BuiltinName::ToText;
        return arguments(e, DataType::of(Kind::Bytes)) ? DataType::of(Kind::Text) : DataType{};
    }

    /// Of a value whose type the data decides: the evaluator looks again.
    DataType anyMember(Expression& e) {
        for (std::size_t i = 1; i < e.children.size(); ++i)
            visit(e.children[i]);
        e.builtin = BuiltinName::Field;
        static_cast<void>(navigation(e, nullptr));
        if (e.kind == ExpressionKind::Call && e.builtin == BuiltinName::Field)
            e.builtin = methodNamed(e.text);
        return e.text == "_io" ? DataType::of(Kind::Stream) : DataType{};
    }

    DataType structureMember(Expression& e, const FormatType* type) {
        if (const auto found = navigation(e, type))
            return *found;
        if (type == nullptr)
            return refuse(e, FormatFault::UnknownMethod, e.text, "structure");
        const auto found = type->fieldIndex.find(e.text);
        if (found == type->fieldIndex.end())
            return refuse(e, FormatFault::UnknownField, e.text, type->path);
        return field(e, *type, found->second);
    }

    DataType sizeOfValue(Expression& e, const DataType& object) {
        const Expression& of = e.children[0];
        if (of.builtin == BuiltinName::Field && of.slot >= 0)
            return knownSize(e, fixedBitsOf(of.owner->fields[static_cast<std::size_t>(of.slot)]), of.text);
        if (object.is(Kind::Structure) && object.structure != nullptr)
            return knownSize(e, fixedBitsOf(*const_cast<FormatType*>(object.structure)),
                             object.structure->path);
        return refuse(e, FormatFault::NotFixedSize, of.text);
    }

    bool arguments(Expression& e, const DataType& object) {
        const std::size_t count = e.children.size() - 1;
        const auto wrong = [&](std::string expected) {
            std::string found;
            for (std::size_t i = 1; i <= count; ++i)
                found += (i > 1 ? ", " : "") + e.children[i].type.name();
            refuse(e, FormatFault::WrongArguments, "(" + found + ")", std::move(expected));
            return false;
        };
        for (std::size_t i = 1; i <= count; ++i)
            visit(e.children[i]);
        if (trouble_)
            return false;
        const auto isInteger = [&](std::size_t i) {
            return e.children[i].type.isPlainInteger() || e.children[i].type.isAny();
        };
        if (e.builtin == BuiltinName::Substring)
            return count == 2 && isInteger(1) && isInteger(2) ? true : wrong("(integer, integer)");
        if (e.builtin == BuiltinName::ToInteger && object.is(Kind::Text))
            return count == 0 || (count == 1 && isInteger(1)) ? true : wrong("() or (integer)");
        if (e.builtin == BuiltinName::ToText && object.is(Kind::Bytes)) {
            // Which encoding must be known without the data.
            if (count != 1 || e.children[1].kind != ExpressionKind::Text)
                return wrong("(text literal)");
            return true;
        }
        return count == 0 ? true : wrong("()");
    }

    DataType subscript(Expression& e) {
        const DataType object = visit(e.children[0]);
        want(e.children[1], Kind::Integer);
        if (trouble_ || object.isAny())
            return {};
        if (object.is(Kind::Bytes))
            return DataType::of(Kind::Integer);
        if (object.is(Kind::Array))
            return *object.item;
        return refuse(e, FormatFault::WrongType, object.name(), "array or bytes");
    }

    DataType cast(Expression& e) {
        visit(e.children[0]);
        if (const auto type = lookup_.dataType(*scope_.type, e.scope, e.isArrayCast))
            return *type;
        if (scope_.type->format->allowsOpaqueTypes)
            return {};
        std::string written;
        for (const std::string& part : e.scope)
            written += (written.empty() ? "" : "::") + part;
        return refuse(e, FormatFault::UnknownType, written);
    }

    DataType comparison(Expression& e) {
        const DataType left = visit(e.children[0]);
        const DataType right = visit(e.children[1]);
        const bool isOrdered = e.kind != ExpressionKind::Equal && e.kind != ExpressionKind::NotEqual;
        if (!trouble_ && !areComparable(left, right, isOrdered))
            return refuse(e.children[1], FormatFault::NotComparable, left.name(), right.name());
        return DataType::of(Kind::Boolean);
    }

    DataType arithmetic(Expression& e) {
        using K = ExpressionKind;
        const bool isBitwise = e.kind >= K::ShiftLeft && e.kind <= K::BitOr;
        if (isBitwise) {
            want(e.children[0], Kind::Integer);
            want(e.children[1], Kind::Integer);
            return DataType::of(Kind::Integer);
        }
        const DataType left = visit(e.children[0]);
        if (e.kind == K::Add && left.is(Kind::Text)) {
            want(e.children[1], Kind::Text);
            return DataType::of(Kind::Text);
        }
        wantNumber(e.children[0]);
        const DataType right = wantNumber(e.children[1]);
        return combinedType(left, right);
    }

    const TypeLookup& lookup_;
    const ExpressionChecker::FieldTypes& fieldTypes_;
    const ExpressionChecker::Mention& mention_;
    const ExpressionScope& scope_;
    std::optional<Trouble> trouble_;
};

std::optional<std::uint64_t> Check::builtinItemBits(const std::string& name) {
    const auto item = builtinItemType(name);
    if (!item || item->kind == ItemType::Kind::Text)
        return std::nullopt;
    return item->kind == ItemType::Kind::Bits ? std::uint64_t{item->bits} : std::uint64_t{item->size} * 8;
}

}  // namespace

void ExpressionChecker::report(const FormatExpression& where, std::uint32_t at, FormatFault fault,
                               std::string subject, std::string expected) const {
    problems_->push_back({.fault = fault,
                          .severity = FormatProblem::Severity::Error,
                          .file = {},
                          .path = where.path,
                          .mark = where.markAt(at),
                          .subject = std::move(subject),
                          .expected = std::move(expected)});
}

DataType ExpressionChecker::check(FormatExpression& expression, const ExpressionScope& scope) const {
    Check check(*lookup_, fieldTypes_, mention_, scope);
    const DataType type = check.visit(expression.root);
    if (!check.trouble())
        return type;
    const auto& trouble = *check.trouble();
    report(expression, trouble.at, trouble.fault, trouble.subject, trouble.expected);
    return {};
}

DataType ExpressionChecker::checkIs(FormatExpression& expression, DataType::Kind wanted,
                                    const ExpressionScope& scope) const {
    const DataType type = check(expression, scope);
    if (!type.isAny() && (!type.is(wanted) || type.enumeration != nullptr))
        report(expression, expression.root.at, FormatFault::WrongType, type.name(),
               DataType::of(wanted).name());
    return type;
}

}  // namespace octavo
