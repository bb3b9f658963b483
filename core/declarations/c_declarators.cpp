#include <algorithm>
#include <array>

#include "core/declarations/c_layout.h"
#include "core/declarations/c_parser.h"

namespace octavo {

namespace {

constexpr ByteCount kMostItems = ByteCount{1} << 40;
constexpr std::size_t kMostPointeeBytes = 300;

/// Words that change nothing about where things lie.
constexpr std::array<std::string_view, 58> kIdleWords = {"const",
                                                         "volatile",
                                                         "static",
                                                         "extern",
                                                         "inline",
                                                         "register",
                                                         "auto",
                                                         "restrict",
                                                         "__restrict",
                                                         "__restrict__",
                                                         "__inline",
                                                         "__inline__",
                                                         "__const",
                                                         "__const__",
                                                         "__volatile",
                                                         "__volatile__",
                                                         "_Noreturn",
                                                         "__forceinline",
                                                         "__thread",
                                                         "constexpr",
                                                         "mutable",
                                                         "_Atomic",
                                                         "_Thread_local",
                                                         "thread_local",
                                                         "__extension__",
                                                         "__unaligned",
                                                         "__user",
                                                         "__iomem",
                                                         "__force",
                                                         "__bitwise",
                                                         "__bitwise__",
                                                         "__rcu",
                                                         "__percpu",
                                                         "WINAPI",
                                                         "CALLBACK",
                                                         "APIENTRY",
                                                         "NTAPI",
                                                         "__cdecl",
                                                         "__stdcall",
                                                         "__fastcall",
                                                         "__thiscall",
                                                         "__vectorcall",
                                                         "CONST",
                                                         "FAR",
                                                         "NEAR",
                                                         "UNALIGNED",
                                                         "WINAPIV",
                                                         "PASCAL",
                                                         "__ptr32",
                                                         "__ptr64",
                                                         "__nonstring",
                                                         "__maybe_unused",
                                                         "__BEGIN_DECLS",
                                                         "__END_DECLS",
                                                         "__THROW",
                                                         "__always_inline",
                                                         "DECLSPEC_NORETURN",
                                                         "__noreturn"};

bool isIdle(const CToken& token) {
    return token.kind == CToken::Kind::Name &&
           std::find(kIdleWords.begin(), kIdleWords.end(), token.text) != kIdleWords.end();
}

/// An attribute's name without the underscores that may surround it.
std::string_view plainName(std::string_view name) {
    const bool isSurrounded = name.size() > 4 && name.starts_with("__") && name.ends_with("__");
    return isSurrounded ? name.substr(2, name.size() - 4) : name;
}

/// The items of an array and of those in it.
ByteCount itemsOf(const CType& type) {
    return type.kind == CTypeKind::Array ? std::max<ByteCount>(type.count, 1) * itemsOf(*type.item) : 1;
}

}  // namespace

CParser::Declarator CParser::parseDeclarator() {
    Declarator made;
    parseDeclaratorInto(made);
    return made;
}

void CParser::parseDeclaratorInto(Declarator& out) {
    const CCursor::Level level(cursor_);
    std::size_t pointers = 0;
    while (!cursor_.isAtEnd()) {
        if (cursor_.takeSign("*"))
            ++pointers;
        else if (!takeAttributes(out.attributes))
            break;
    }
    if (isInnerDeclarator()) {
        cursor_.take();
        parseDeclaratorInto(out);
        cursor_.expectSign(")");
    } else if (cursor_.peek().kind == CToken::Kind::Name) {
        if (startsType() && !isTypeName(cursor_.peek().text))
            cursor_.refuse("a name");
        out.name = cursor_.take();
    }
    while (!cursor_.isAtEnd()) {
        if (takeAttributes(out.attributes))
            continue;
        if (cursor_.isSign("[")) {
            parseArraySuffix(out);
        } else if (cursor_.isSign("(")) {
            cursor_.skipBracketed();
            out.derivations.push_back({.kind = Derivation::Kind::Function});
        } else {
            break;
        }
    }
    if (out.derivations.size() + pointers > CCursor::kMostLevels)
        cursor_.refuseLimit("100 levels", cursor_.peek());
    else
        out.derivations.insert(out.derivations.end(), pointers, {.kind = Derivation::Kind::Pointer});
}

/// Whether the parenthesis here is one around a declarator, not around parameters.
bool CParser::isInnerDeclarator() const {
    if (!cursor_.isSign("("))
        return false;
    const CToken& next = cursor_.peek(1);
    const bool isName = next.kind == CToken::Kind::Name && (!startsType(1) || isIdle(next));
    return isName || next.isSign("*") || next.isSign("(");
}

void CParser::parseArraySuffix(Declarator& out) {
    cursor_.take();
    Derivation made{.kind = Derivation::Kind::Array};
    Attributes ignored;
    while (takeAttributes(ignored)) {
    }
    if (cursor_.isSign("]")) {
        made.isFlexible = true;
    } else {
        const CToken at = cursor_.peek();
        const CConstant count = readConstant(cursor_, *this, abi_);
        if (count.value < 0)
            cursor_.refuse("a count of 0 or more", at);
        else if (count.value > Int128{kMostItems})
            cursor_.refuseLimit("2^40 items", at);
        else
            made.count = static_cast<ByteCount>(count.value);
    }
    cursor_.expectSign("]");
    out.derivations.push_back(made);
}

CType CParser::derived(const Specifiers& specifiers, const Declarator& declarator) {
    CType base = specifiers.type;
    const auto& derivations = declarator.derivations;
    for (auto each = derivations.rbegin(); each != derivations.rend() && !cursor_.failure(); ++each) {
        switch (each->kind) {
            case Derivation::Kind::Pointer: {
                // However many typedefs point to each other, what is said of it stays short.
                const bool isStarred =
                    base.kind == CTypeKind::Pointer && base.name.size() < kMostPointeeBytes;
                base = pointerType(isStarred ? base.name + "*" : base.name, abi_);
                break;
            }
            case Derivation::Kind::Function:
                base = CType{};
                base.kind = CTypeKind::Function;
                base.name = "a function";
                break;
            case Derivation::Kind::Array:
                base = arrayOf(std::move(base), *each, declarator.name, specifiers.at);
                break;
        }
    }
    return base;
}

CType CParser::arrayOf(CType item, const Derivation& array, const CToken& at, const CToken& typeAt) {
    CType made;
    if (!isComplete(item)) {
        cursor_.refuse("a known type", typeAt);
        return made;
    }
    if (item.isFlexible) {
        cursor_.refuse("a count", at);
        return made;
    }
    const ByteCount items = itemsOf(item);
    const bool isTooLarge =
        array.count > kMostItems / items || (sizeOf(item) != 0 && array.count > kMostCBytes / sizeOf(item));
    if (isTooLarge || item.levels >= CCursor::kMostLevels) {
        cursor_.refuseLimit(isTooLarge ? "2^40 items, 2^56 bytes" : "100 levels", at);
        return made;
    }
    made.kind = CTypeKind::Array;
    made.name = item.name;
    made.count = array.count;
    made.isFlexible = array.isFlexible;
    made.levels = item.levels + 1;
    made.item = std::make_shared<const CType>(std::move(item));
    return made;
}

/// Takes one attribute or a word that changes nothing; false when there is none.
bool CParser::takeAttributes(Attributes& out) {
    const CToken& token = cursor_.peek();
    if (token.isSign("[") && cursor_.peek(1).isSign("[")) {
        cursor_.skipBracketed();
        return true;
    }
    if (token.kind != CToken::Kind::Name)
        return false;
    const std::string_view name = token.text;
    if (name == "__attribute__" || name == "__attribute")
        parseGnuAttributes(out);
    else if (name == "__declspec" || name == "_declspec")
        parseDeclspec(out);
    else if (name == "alignas" || name == "_Alignas" || name == "__aligned" || name == "DECLSPEC_ALIGN")
        parseAlignas(out);
    else if (name == "asm" || name == "__asm__" || name == "__asm") {
        cursor_.take();
        cursor_.skipBracketed();
    } else if (name == "__packed" || name == "__attribute_packed__") {
        out.isPacked = true;
        cursor_.take();
    } else if (isIdle(token)) {
        cursor_.take();
    } else {
        return false;
    }
    return true;
}

void CParser::parseGnuAttributes(Attributes& out) {
    cursor_.take();
    cursor_.expectSign("(");
    cursor_.expectSign("(");
    while (!cursor_.isAtEnd() && !cursor_.isSign(")")) {
        const CToken token = cursor_.take();
        const std::string_view name = plainName(token.text);
        for (const std::string_view changing : {"vector_size", "mode", "scalar_storage_order", "ms_struct"}) {
            if (name == changing)
                cursor_.refuse("an attribute that changes no layout but packed and aligned", token);
        }
        out.isPacked = out.isPacked || name == "packed";
        if (name == "aligned")
            out.alignment = std::max(out.alignment, cursor_.isSign("(") ? parseAlignment() : ByteCount{16});
        else if (cursor_.isSign("("))
            cursor_.skipBracketed();
    }
    cursor_.expectSign(")");
    cursor_.expectSign(")");
}

void CParser::parseDeclspec(Attributes& out) {
    cursor_.take();
    const bool isAlign = cursor_.isSign("(") && cursor_.peek(1).isName("align");
    if (!isAlign) {
        cursor_.skipBracketed();
        return;
    }
    cursor_.take();
    cursor_.take();
    out.alignment = std::max(out.alignment, parseAlignment());
    cursor_.expectSign(")");
}

void CParser::parseAlignas(Attributes& out) {
    cursor_.take();
    out.alignment = std::max(out.alignment, parseAlignment());
}

/// What is in parentheses: a power of two, 0 for no wish, or a type to be aligned as.
ByteCount CParser::parseAlignment() {
    constexpr Int128 kMostAlignment = Int128{1} << 28;
    cursor_.expectSign("(");
    const CToken at = cursor_.peek();
    const auto ofType = takeMeasure(true);
    const Int128 value = ofType ? *ofType : readConstant(cursor_, *this, abi_).value;
    cursor_.expectSign(")");
    if (value < 0 || value > kMostAlignment || (value & (value - 1)) != 0) {
        cursor_.refuse("a power of two up to 2^28", at);
        return 0;
    }
    return static_cast<ByteCount>(value);
}

}  // namespace octavo
