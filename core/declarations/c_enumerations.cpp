#include <algorithm>
#include <utility>

#include "core/declarations/c_parser.h"

namespace octavo {

namespace {

Int128 powerOfTwo(ByteCount exponent) {
    return Int128{1} << static_cast<int>(exponent);
}

bool fits(Int128 least, Int128 most, ByteCount bytes) {
    return least < 0 ? least >= -powerOfTwo(bytes * 8 - 1) && most < powerOfTwo(bytes * 8 - 1)
                     : most < powerOfTwo(bytes * 8);
}

}  // namespace

void CParser::parseEnumeration(Specifiers& out) {
    cursor_.take();
    Attributes attributes;
    const auto takeAll = [&] {
        while (takeAttributes(attributes)) {
        }
    };
    if (!cursor_.takeName("class"))
        static_cast<void>(cursor_.takeName("struct"));
    takeAll();
    const CToken tag = cursor_.peek();
    const bool isTagged = tag.kind == CToken::Kind::Name;
    if (isTagged)
        cursor_.take();
    takeAll();
    const bool hasType = cursor_.isSign(":") && startsType(1);
    if (!isTagged && !hasType && !cursor_.isSign("{")) {
        cursor_.refuse("{");
        return;
    }
    CEnumeration& enumeration = enumerationTagged(isTagged ? &tag : nullptr);
    out.type.kind = CTypeKind::Enumeration;
    out.type.enumeration = &enumeration;
    out.type.name = "enum " + enumeration.tag;
    if (hasType) {
        cursor_.take();
        const Specifiers specifiers = parseSpecifiers();
        if (specifiers.type.kind != CTypeKind::Integer && specifiers.type.kind != CTypeKind::Character)
            cursor_.refuse("an integer type", specifiers.at);
        enumeration.size = sizeOf(specifiers.type);
        enumeration.alignment = alignmentOf(specifiers.type);
        enumeration.isSigned = specifiers.type.isSigned;
    }
    if (!cursor_.isSign("{"))
        return;
    if (!enumeration.enumerators.empty()) {
        cursor_.refuse("a tag that has no enumerators yet", tag);
        return;
    }
    out.isDefinition = true;
    parseEnumerators(enumeration);
    takeAll();
    if (!hasType && !cursor_.failure())
        measureEnumeration(enumeration, attributes.isPacked);
}

CEnumeration& CParser::enumerationTagged(const CToken* tag) {
    if (tag != nullptr) {
        if (const auto found = enumerationTags_.find(tag->text); found != enumerationTags_.end())
            return *found->second;
    }
    CEnumeration& made = program_.enumerations.emplace_back();
    made.parent = open_.empty() ? nullptr : open_.back();
    if (tag != nullptr) {
        made.tag = tag->text;
        enumerationTags_[tag->text] = &made;
    }
    return made;
}

void CParser::parseEnumerators(CEnumeration& enumeration) {
    enumeration.comment = cursor_.take().comment;
    Int128 value = 0;
    while (!cursor_.isAtEnd() && !cursor_.isSign("}")) {
        const CToken name = cursor_.peek();
        if (name.kind != CToken::Kind::Name) {
            cursor_.refuse("a name");
            return;
        }
        cursor_.take();
        Attributes ignored;
        while (takeAttributes(ignored)) {
        }
        if (cursor_.takeSign("="))
            value = readConstant(cursor_, *this, abi_).value;
        if (value >= powerOfTwo(64))
            cursor_.refuse("a value of 64 bits", name);
        constants_[name.text] = CConstant::of(value);
        std::string_view comment = cursor_.previous().comment;
        const bool isMore = cursor_.takeSign(",");
        if (isMore && !cursor_.previous().comment.empty())
            comment = cursor_.previous().comment;
        enumeration.enumerators.push_back(
            {.name = std::string(name.text), .value = value, .comment = comment});
        if (!isMore && !cursor_.isSign("}"))
            cursor_.refuse("}");
        ++value;
    }
    if (enumeration.enumerators.empty())
        cursor_.refuse("a name");
    cursor_.expectSign("}");
}

/// GCC takes the first of int, unsigned and the 64-bit types that all values fit in, or the smallest of all
/// when it is packed; Microsoft takes an int, and cuts off what is more.
void CParser::measureEnumeration(CEnumeration& enumeration, bool isPacked) {
    auto& enumerators = enumeration.enumerators;
    const auto isLess = [](const CEnumerator& a, const CEnumerator& b) { return a.value < b.value; };
    const Int128 least = std::min_element(enumerators.begin(), enumerators.end(), isLess)->value;
    const Int128 most = std::max_element(enumerators.begin(), enumerators.end(), isLess)->value;
    enumeration.isSigned = least < 0;
    enumeration.size = isPacked && !abi_.msBitFields ? 1 : 4;
    if (abi_.msBitFields && !fits(least, most, 4)) {
        for (CEnumerator& each : enumerators)
            each.value &= powerOfTwo(32) - 1;
        enumeration.isSigned = false;
    }
    while (!abi_.msBitFields && enumeration.size < 8 && !fits(least, most, enumeration.size))
        enumeration.size *= 2;
    enumeration.alignment = naturalAlignment(enumeration.size, abi_);
}

}  // namespace octavo
