#include "core/declarations/c_parser.h"

#include <algorithm>

namespace octavo {

namespace {

/// Whether a type that C knows by this name says more than a typedef of the same size would.
bool saysMore(const CType& known, const CType& declared) {
    const bool isScalar = declared.kind == CTypeKind::Integer || declared.kind == CTypeKind::Character;
    const bool isText = known.kind == CTypeKind::Character && declared.kind == CTypeKind::Integer;
    return isScalar && sizeOf(known) == sizeOf(declared) && (known.order || !known.time.empty() || isText);
}

}  // namespace

void CParser::parse() {
    while (!cursor_.isAtEnd()) {
        if (!parseOther())
            parseDeclaration();
    }
}

/// What stands between declarations; false when it is none of that.
bool CParser::parseOther() {
    const CToken& token = cursor_.peek();
    const CToken& next = cursor_.peek(1);
    if (cursor_.takeSign(";") || cursor_.takeSign("}"))
        return true;
    const bool isLinkage = token.isName("extern") && next.kind == CToken::Kind::Text;
    const bool isNamespace = token.isName("namespace") && next.kind == CToken::Kind::Name;
    if (isLinkage || isNamespace) {
        cursor_.take();
        cursor_.take();
        static_cast<void>(cursor_.takeSign("{"));
        return true;
    }
    if (!token.isName("_Static_assert") && !token.isName("static_assert"))
        return false;
    cursor_.take();
    cursor_.skipBracketed();
    return true;
}

void CParser::parseDeclaration() {
    const Specifiers specifiers = parseSpecifiers();
    if (!specifiers.hasType) {
        cursor_.refuse("a declaration");
        return;
    }
    if (specifiers.isDefinition)
        noteLast(specifiers.type);
    if (cursor_.takeSign(";"))
        return;
    bool isFirst = true;
    do {
        const Declarator declarator = parseDeclarator();
        if (declarator.name.kind == CToken::Kind::End)
            cursor_.refuse("a name");
        if (cursor_.isSign("{") && declarator.isFunction()) {
            cursor_.skipBracketed();
            return;
        }
        declare(specifiers, declarator, isFirst);
        isFirst = false;
    } while (cursor_.takeSign(","));
    cursor_.expectSign(";");
}

void CParser::declare(const Specifiers& specifiers, const Declarator& declarator, bool isFirst) {
    if (specifiers.isTypedef) {
        declareTypedef(specifiers, declarator, isFirst);
        return;
    }
    if (specifiers.isDefinition)
        nameAfterMember(specifiers.type, nullptr, std::string(declarator.name.text));
    skipInitializer();
}

void CParser::declareTypedef(const Specifiers& specifiers, const Declarator& declarator, bool isFirst) {
    const std::string_view name = declarator.name.text;
    CType type = derived(specifiers, declarator);
    const bool isPlain = isFirst && specifiers.isDefinition && declarator.derivations.empty();
    if (isPlain && type.kind == CTypeKind::Record)
        type.record->alias = name;
    if (isPlain && type.kind == CTypeKind::Enumeration)
        type.enumeration->alias = name;
    const auto known = knownCType(name, abi_);
    if (known && saysMore(*known, type))
        type = *known;
    const ByteCount asked = std::max(specifiers.attributes.alignment, declarator.attributes.alignment);
    if (asked != 0)
        type.givenAlignment = asked;
    if (type.kind != CTypeKind::Pointer)
        type.name = name;
    typedefs_[name] = std::move(type);
}

void CParser::skipInitializer() {
    if (!cursor_.takeSign("="))
        return;
    while (!cursor_.isAtEnd() && !cursor_.isSign(",") && !cursor_.isSign(";") && !cursor_.isSign("}")) {
        if (cursor_.isSign("{") || cursor_.isSign("(") || cursor_.isSign("["))
            cursor_.skipBracketed();
        else
            cursor_.take();
    }
}

void CParser::noteLast(const CType& type) {
    if (type.kind == CTypeKind::Record)
        (type.record->isUnion ? lastUnion_ : lastStructure_) = type.record;
}

const CRecord* CParser::find(std::string_view name) const {
    for (const std::string_view keyword : {"struct ", "union "}) {
        if (name.starts_with(keyword))
            name.remove_prefix(keyword.size());
    }
    const auto tagged = recordTags_.find(name);
    if (tagged != recordTags_.end() && tagged->second->isComplete)
        return tagged->second;
    const auto named = typedefs_.find(name);
    const bool isRecord = named != typedefs_.end() && named->second.kind == CTypeKind::Record;
    return isRecord && named->second.record->isComplete ? named->second.record : nullptr;
}

std::optional<CConstant> CParser::constantNamed(std::string_view name) {
    if (name == "true" || name == "false")
        return CConstant{.value = name == "true" ? 1 : 0};
    const auto found = constants_.find(name);
    return found == constants_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<CType> CParser::takeTypeName() {
    if (!startsType())
        return std::nullopt;
    const Specifiers specifiers = parseSpecifiers();
    if (!specifiers.hasType) {
        cursor_.refuse("a type");
        return std::nullopt;
    }
    const Declarator declarator = parseDeclarator();
    if (declarator.name.kind != CToken::Kind::End)
        cursor_.refuse(")", declarator.name);
    return derived(specifiers, declarator);
}

std::optional<Int128> CParser::takeMeasure(bool isAlignment) {
    const CToken at = cursor_.peek();
    const auto type = takeTypeName();
    if (!type)
        return std::nullopt;
    if (!isComplete(*type)) {
        cursor_.refuse("a known type", at);
        return 0;
    }
    return Int128{isAlignment ? alignmentOf(*type) : sizeOf(*type)};
}

std::optional<CNames::Cast> CParser::takeCast() {
    const CToken at = cursor_.peek();
    const auto type = takeTypeName();
    if (!type)
        return std::nullopt;
    const bool isScalar = type->kind == CTypeKind::Integer || type->kind == CTypeKind::Character ||
                          type->kind == CTypeKind::Boolean || type->kind == CTypeKind::Enumeration;
    if (!isScalar || !isComplete(*type)) {
        cursor_.refuse("an integer type", at);
        return Cast{};
    }
    const bool isSigned = type->kind == CTypeKind::Enumeration ? type->enumeration->isSigned : type->isSigned;
    return Cast{.bytes = static_cast<unsigned>(sizeOf(*type)), .isUnsigned = !isSigned};
}

}  // namespace octavo
