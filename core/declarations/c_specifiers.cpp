#include <algorithm>
#include <array>

#include "core/declarations/c_parser.h"

namespace octavo {

namespace {

/// The words that are the base of a type.
constexpr std::array<std::string_view, 16> kBases = {
    "char",    "int",     "float",    "double", "void",   "_Bool",  "__int8", "__int16",
    "__int32", "__int64", "__int128", "_int8",  "_int16", "_int32", "_int64", "__int128_t"};

bool isBase(std::string_view word) {
    return std::find(kBases.begin(), kBases.end(), word) != kBases.end();
}

bool isModifier(std::string_view word) {
    for (const std::string_view known :
         {"signed", "__signed__", "__signed", "unsigned", "short", "long", "_Complex", "__complex__"}) {
        if (word == known)
            return true;
    }
    return false;
}

bool isKeyword(std::string_view word) {
    for (const std::string_view known : {"struct", "union", "enum", "typedef"}) {
        if (word == known)
            return true;
    }
    return isBase(word) || isModifier(word);
}

/// Words before a type that do not stand for one.
bool isQualifier(std::string_view word) {
    for (const std::string_view known :
         {"const", "volatile", "__const", "static", "_Atomic", "__extension__"}) {
        if (word == known)
            return true;
    }
    return false;
}

/// The size of __int16 and its kin; 0 for another word.
unsigned sizeOfIntN(std::string_view base) {
    const std::size_t at = base.find("int");
    if (!base.starts_with('_') || at == std::string_view::npos)
        return 0;
    const std::string_view bits = base.substr(at + 3);
    return bits == "8" ? 1 : bits == "16" ? 2 : bits == "32" ? 4 : bits == "64" ? 8 : 16;
}

}  // namespace

CParser::Specifiers CParser::parseSpecifiers() {
    const CCursor::Level level(cursor_);
    Specifiers made;
    Words words;
    bool isNamed = false;
    made.at = cursor_.peek();
    while (!cursor_.isAtEnd()) {
        if (takeAttributes(made.attributes))
            continue;
        const CToken& token = cursor_.peek();
        if (token.kind != CToken::Kind::Name)
            break;
        if (cursor_.takeName("typedef")) {
            made.isTypedef = true;
            continue;
        }
        if (!made.hasType)
            made.at = token;
        if (!isNamed && takeTypeWord(words)) {
            made.hasType = true;
            continue;
        }
        if (made.hasType)
            break;
        isNamed = true;
        made.hasType = true;
        if (token.text == "struct" || token.text == "union")
            parseRecord(made);
        else if (token.text == "enum")
            parseEnumeration(made);
        else if (!takeNamedType(made)) {
            made.hasType = false;
            break;
        }
    }
    if (!words.text.empty())
        made.type = typeOf(words, made.at);
    return made;
}

bool CParser::takeTypeWord(Words& words) {
    const std::string_view word = cursor_.peek().text;
    if (isBase(word)) {
        if (!words.base.empty())
            return false;
        words.base = word;
    } else if (!isModifier(word)) {
        return false;
    }
    words.isSigned = words.isSigned || word == "signed" || word == "__signed__" || word == "__signed";
    words.isUnsigned = words.isUnsigned || word == "unsigned";
    words.shorts += word == "short" ? 1 : 0;
    words.longs += word == "long" ? 1 : 0;
    if (word.find("omplex") != std::string_view::npos)
        cursor_.refuse("a type that is real");
    if (words.shorts > 1 || words.longs > 2)
        cursor_.refuse("a type");
    if (words.text.size() < 100)
        words.text += (words.text.empty() ? "" : " ") + std::string(word);
    cursor_.take();
    return true;
}

/// A typedef's name; also an unknown one that is plainly meant as a type, which stays incomplete.
bool CParser::takeNamedType(Specifiers& out) {
    const CToken& token = cursor_.peek();
    const CToken& next = cursor_.peek(1);
    if (const auto found = typedefs_.find(token.text); found != typedefs_.end()) {
        out.type = found->second;
    } else if (const auto known = knownCType(token.text, abi_)) {
        out.type = *known;
    } else {
        const bool isFollowed =
            next.isSign("*") || (next.kind == CToken::Kind::Name && !isKeyword(next.text));
        if (!isFollowed || isKeyword(token.text))
            return false;
        out.type.name = token.text;
    }
    cursor_.take();
    return true;
}

bool CParser::isTypeName(std::string_view name) const {
    return typedefs_.contains(name) || knownCType(name, abi_).has_value();
}

bool CParser::startsType(std::size_t ahead) const {
    const CToken& token = cursor_.peek(ahead);
    return token.kind == CToken::Kind::Name &&
           (isKeyword(token.text) || isQualifier(token.text) || isTypeName(token.text));
}

CType CParser::typeOf(const Words& words, const CToken& at) {
    const bool isInteger = words.base.empty() || words.base == "int";
    const unsigned fixedSize = sizeOfIntN(words.base);
    const bool isReal = words.base == "double" || words.base == "float";
    const bool isOther = !isInteger && fixedSize == 0 && words.base != "char";
    const bool isLongDouble = words.base == "double" && words.longs == 1;
    const bool isWrong = (words.isSigned && words.isUnsigned) || (words.shorts > 0 && words.longs > 0) ||
                         (isOther && (words.isSigned || words.isUnsigned)) ||
                         (!isInteger && !isLongDouble && words.shorts + words.longs > 0);
    if (isWrong)
        cursor_.refuse("a type", at);
    if (words.base == "char" && !words.isSigned && !words.isUnsigned) {
        CType made = *knownCType("CHAR", abi_);
        made.name = words.text;
        return made;
    }
    if (words.base == "void" || words.base == "_Bool") {
        CType made = *knownCType(words.base == "void" ? "VOID" : words.base, abi_);
        made.name = words.text;
        return made;
    }
    if (isLongDouble && abi_.longDoubleSize != 8)
        return bytesType(words.text, abi_.longDoubleSize, abi_);
    if (isReal)
        return floatType(words.text, words.base == "float" ? 4 : 8, abi_);
    if (fixedSize == 16)
        return bytesType(words.text, 16, abi_);
    const unsigned size = fixedSize != 0         ? fixedSize
                          : words.base == "char" ? 1
                          : words.shorts > 0     ? 2
                          : words.longs == 1     ? abi_.longSize
                          : words.longs > 1      ? 8
                                                 : 4;
    return integerType(words.text, size, !words.isUnsigned, abi_);
}

}  // namespace octavo
