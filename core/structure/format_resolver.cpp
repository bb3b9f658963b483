#include "core/structure/format_resolver.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/structure/expression_checker.h"
#include "core/structure/fixed_size.h"
#include "core/structure/name_resolver.h"
#include "core/structure/name_style.h"

namespace octavo {

namespace {

using Kind = DataType::Kind;

constexpr int kDeepest = 200;  // values that need values

template <typename Visit>
void forEachType(FormatType& type, const Visit& visit) {
    visit(type);
    for (const auto& nested : type.types)
        forEachType(*nested, visit);
}

class Resolver {
public:
    Resolver(FormatSet& set, std::vector<FormatProblem>& problems)
        : set_(set),
          problems_(problems),
          lookup_(set),
          checker_(
              lookup_, [this](const FormatType& type, std::size_t slot) { return fieldType(type, slot); },
              [this](const FormatType& type, std::size_t slot) { style_.mention(type.fields[slot]); },
              found_) {}

    void resolve() {
        for (const auto& format : set_.formats) {
            FormatNotes notes(format->file, problems_);
            forEachType(format->top, [&](FormatType& type) { resolveNames(type, lookup_, notes); });
        }
        forAll([](FormatType& type) { static_cast<void>(fixedBitsOf(type)); });
        findParents();
        forAll([this](FormatType& type) { checkType(type); });
        // Sizes that were written with sizeof are known only now.
        forAll([](FormatType& type) { type.isMeasured = type.fixedBits.has_value(); });
        forAll([](FormatType& type) { static_cast<void>(fixedBitsOf(type)); });
        forAll([this](FormatType& type) { noteStyle(type); });
    }

private:
    template <typename Visit>
    void forAll(const Visit& visit) {
        for (const auto& format : set_.formats)
            forEachType(format->top, visit);
    }

    /// Moves what the checker found to where all problems are, with the name of the file.
    void take(const FormatType& type) {
        for (FormatProblem& problem : found_) {
            problem.file = type.format->file;
            problems_.push_back(std::move(problem));
        }
        found_.clear();
    }

    // --- parents

    void findParents() {
        forAll([this](FormatType& type) {
            for (const FormatField& field : type.fields) {
                if (!field.hasNoParent && !field.parent)
                    addParent(field.item, type, type);
            }
        });
        forAll([this](FormatType& type) {
            for (FormatField& field : type.fields) {
                if (!field.parent)
                    continue;
                const DataType parent =
                    checker_.check(*field.parent, {.type = &type, .itself = {}, .on = {}});
                if (parent.is(Kind::Structure) && parent.structure != nullptr)
                    addParent(field.item, type, *parent.structure);
                found_.clear();  // reported when the field is checked
            }
        });
    }

    void addParent(const ItemType& item, const FormatType& user, const FormatType& parent) {
        for (const ItemType::Case& known : item.cases)
            addParent(*known.type, user, parent);
        // What another file's top type is made by is not its parent.
        if (item.structure == nullptr || item.structure->format != user.format)
            return;
        auto& parents = const_cast<FormatType*>(item.structure)->parents;
        if (std::find(parents.begin(), parents.end(), &parent) == parents.end())
            parents.push_back(&parent);
    }

    // --- types of fields

    DataType itemType(const FormatField& field, const ItemType& item) {
        switch (item.kind) {
            case ItemType::Kind::Integer:
            case ItemType::Kind::Bits:
                if (item.isBoolean && field.enumeration == nullptr)
                    return DataType::of(Kind::Boolean);
                return DataType::ofEnum(field.enumeration);
            case ItemType::Kind::Float:
                return DataType::of(Kind::Float);
            case ItemType::Kind::Text:
                return DataType::of(Kind::Text);
            case ItemType::Kind::Structure:
                return item.structure != nullptr ? DataType::ofStructure(item.structure) : DataType{};
            case ItemType::Kind::Switch:
                return switchType(field, item);
            default:
                return DataType::of(Kind::Bytes);
        }
    }

    DataType switchType(const FormatField& field, const ItemType& item) {
        std::optional<DataType> common;
        bool hasDefault = false;
        for (const ItemType::Case& known : item.cases) {
            hasDefault |= !known.key;
            const DataType type = itemType(field, *known.type);
            common = common ? combinedType(*common, type) : type;
        }
        // Without a case for all others the bytes stay bytes; that does not make structures less of
        // structures.
        if (!hasDefault && field.isDelimited() && common && !common->is(Kind::Structure))
            common = combinedType(*common, DataType::of(Kind::Bytes));
        return common.value_or(DataType{});
    }

    DataType fieldType(const FormatType& type, std::size_t slot) {
        auto& field = const_cast<FormatField&>(type.fields[slot]);
        if (field.role == FieldRole::Parameter)
            return field.type;
        const auto [state, isNew] = states_.emplace(&field, false);
        if (!isNew)
            return state->second ? field.type : DataType{};  // on the way to itself
        DataType made;
        if (field.role == FieldRole::ValueInstance && depth_ >= kDeepest) {
            checker_.report(*field.value, 0, FormatFault::TooDeep, field.name);
            take(type);
        } else if (field.role == FieldRole::ValueInstance) {
            ++depth_;
            made = checker_.check(*field.value, {.type = &type, .itself = {}, .on = {}});
            --depth_;
            take(type);
            if (field.enumeration != nullptr && made.isPlainInteger())
                made = DataType::ofEnum(field.enumeration);
        } else {
            made = itemType(field, field.item);
            if (field.repeat != RepeatKind::None)
                made = DataType::arrayOf(made);
        }
        field.type = made;
        states_[&field] = true;
        return made;
    }

    // --- expressions

    void checkType(FormatType& type) {
        const ExpressionScope scope{.type = &type, .itself = {}, .on = {}};
        checkByteOrder(type, scope);
        for (std::size_t slot = 0; slot < type.fields.size(); ++slot)
            checkField(type, slot);
        if (type.toText)
            checker_.checkIs(*type.toText, Kind::Text, scope);
        take(type);
    }

    void checkByteOrder(FormatType& type, const ExpressionScope& scope) {
        if (type.byteOrder.kind != FormatByteOrder::Kind::Switched)
            return;
        const DataType on = checker_.check(type.byteOrder.on, scope);
        for (FormatByteOrder::Case& known : type.byteOrder.cases) {
            if (known.key)
                checkComparable(*known.key, on, scope);
        }
    }

    void checkComparable(FormatExpression& operand, const DataType& with, const ExpressionScope& scope) {
        const std::size_t before = found_.size();
        const DataType type = checker_.check(operand, scope);
        if (found_.size() == before && !areComparable(with, type, false))
            checker_.report(operand, operand.root.at, FormatFault::NotComparable, with.name(), type.name());
    }

    void checkField(FormatType& type, std::size_t slot) {
        static_cast<void>(fieldType(type, slot));
        FormatField& field = type.fields[slot];
        ExpressionScope scope{.type = &type, .itself = {}, .on = {}};
        const auto check = [&](std::optional<FormatExpression>& expression, Kind wanted) {
            if (expression)
                checker_.checkIs(*expression, wanted, scope);
        };
        check(field.condition, Kind::Boolean);
        check(field.repeatCount, Kind::Integer);
        check(field.size, Kind::Integer);
        check(field.position, Kind::Integer);
        check(field.stream, Kind::Stream);
        check(field.parent, Kind::Structure);
        style_.check(type, field);
        checkProcess(field, scope);
        checkItem(field, field.item, scope);
        if (field.role == FieldRole::ValueInstance && field.enumeration != nullptr && !field.type.isAny() &&
            !field.type.is(Kind::Integer))
            checker_.report(*field.value, field.value->root.at, FormatFault::WrongType, field.type.name(),
                            "integer");
        const DataType item =
            field.repeat != RepeatKind::None && field.type.is(Kind::Array) ? *field.type.item : field.type;
        scope.itself = item;
        check(field.repeatUntil, Kind::Boolean);
        checkChecks(field, item, scope);
        take(type);
    }

    void checkProcess(FormatField& field, const ExpressionScope& scope) {
        if (!field.process)
            return;
        std::vector<FormatExpression>& arguments = field.process->arguments;
        for (FormatExpression& argument : arguments)
            checker_.check(argument, scope);
        const std::string& name = field.process->name;
        const bool isRotation = name == "rol" || name == "ror";
        if ((name == "xor" || isRotation) && arguments.size() != 1)
            reportArguments(field, std::to_string(arguments.size()), "1");
        else if (name == "zlib" && !arguments.empty())
            reportArguments(field, std::to_string(arguments.size()), "0");
        else if (name == "xor" || isRotation)
            checkKey(arguments.front(), !isRotation);
    }

    void reportArguments(const FormatField& field, std::string found, std::string expected) {
        found_.push_back({.fault = FormatFault::WrongArguments,
                          .severity = FormatProblem::Severity::Error,
                          .file = {},
                          .path = field.path + "/process",
                          .mark = field.process->mark,
                          .subject = std::move(found),
                          .expected = std::move(expected)});
    }

    void checkKey(const FormatExpression& key, bool mayBeBytes) {
        const DataType& type = key.root.type;
        const bool fits = type.isAny() || type.isPlainInteger() ||
                          (mayBeBytes && (type.is(Kind::Bytes) || type.isByteList));
        if (!fits)
            checker_.report(key, key.root.at, FormatFault::WrongType, type.name(),
                            mayBeBytes ? "integer or bytes" : "integer");
    }

    void checkItem(FormatField& field, ItemType& item, const ExpressionScope& scope) {
        if (item.kind == ItemType::Kind::Switch) {
            const DataType on = checker_.check(item.on, scope);
            ExpressionScope caseScope = scope;
            caseScope.on = on;
            for (ItemType::Case& known : item.cases) {
                if (known.key)
                    checkComparable(*known.key, on, caseScope);
                checkItem(field, *known.type, caseScope);
            }
            return;
        }
        for (FormatExpression& argument : item.arguments)
            checker_.check(argument, scope);
        if (item.kind == ItemType::Kind::Structure && item.structure != nullptr)
            checkArguments(item);
    }

    void checkArguments(const ItemType& item) {
        const FormatType& made = *item.structure;
        const auto note = [&](std::string subject, std::string expected) {
            found_.push_back({.fault = FormatFault::WrongArguments,
                              .severity = FormatProblem::Severity::Error,
                              .file = {},
                              .path = item.path,
                              .mark = item.mark,
                              .subject = std::move(subject),
                              .expected = std::move(expected)});
        };
        if (item.arguments.size() != made.parameterCount) {
            note(std::to_string(item.arguments.size()), std::to_string(made.parameterCount));
            return;
        }
        for (std::size_t i = 0; i < item.arguments.size(); ++i) {
            const DataType& value = item.arguments[i].root.type;
            if (!isAssignable(made.fields[i].type, value))
                note(value.name(), made.fields[i].name + ": " + made.fields[i].type.name());
        }
    }

    void checkChecks(FormatField& field, const DataType& item, const ExpressionScope& scope) {
        for (FormatCheck& known : field.checks) {
            for (FormatExpression& operand : known.operands) {
                if (known.kind == FormatCheck::Kind::Holds) {
                    checker_.checkIs(operand, Kind::Boolean, scope);
                    continue;
                }
                const bool isOrdered =
                    known.kind == FormatCheck::Kind::Minimum || known.kind == FormatCheck::Kind::Maximum;
                const std::size_t before = found_.size();
                const DataType type = checker_.check(operand, scope);
                if (found_.size() == before && !areComparable(item, type, isOrdered))
                    checker_.report(operand, operand.root.at, FormatFault::NotComparable, item.name(),
                                    type.name());
            }
        }
    }

    void noteStyle(const FormatType& type) {
        FormatNotes notes(type.format->file, problems_);
        style_.note(type, notes);
    }

    FormatSet& set_;
    std::vector<FormatProblem>& problems_;
    TypeLookup lookup_;
    std::vector<FormatProblem> found_;
    NameStyle style_;
    ExpressionChecker checker_;
    int depth_ = 0;                              ///< value instances whose types are being found
    std::map<const FormatField*, bool> states_;  ///< whether the type of a field is known yet
};

}  // namespace

void resolveFormats(FormatSet& set, std::vector<FormatProblem>& problems) {
    Resolver(set, problems).resolve();
}

}  // namespace octavo
