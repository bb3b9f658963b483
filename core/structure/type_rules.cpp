#include "core/structure/expression_checker.h"

namespace octavo {

DataType combinedType(const DataType& a, const DataType& b) {
    using Kind = DataType::Kind;
    if (a.isAny() || b.isAny())
        return {};
    if (a.is(Kind::Integer) && b.is(Kind::Integer))
        return a.enumeration == b.enumeration ? a : DataType::of(Kind::Integer);
    if (a.isNumber() && b.isNumber())
        return DataType::of(Kind::Float);
    if (a.kind != b.kind) {
        const bool isByteList = (a.is(Kind::Bytes) && b.isByteList) || (b.is(Kind::Bytes) && a.isByteList);
        return isByteList ? DataType::of(Kind::Bytes) : DataType{};
    }
    if (a.is(Kind::Structure))
        return a.structure == b.structure ? a : DataType::ofStructure(nullptr);
    if (a.is(Kind::Array)) {
        DataType joined = DataType::arrayOf(combinedType(*a.item, *b.item));
        joined.isByteList = a.isByteList && b.isByteList;
        return joined;
    }
    return a;
}

bool areComparable(const DataType& a, const DataType& b, bool ordered) {
    using Kind = DataType::Kind;
    if (a.isAny() || b.isAny())
        return true;
    if (a.enumeration != nullptr || b.enumeration != nullptr)
        return !ordered && a.enumeration == b.enumeration;
    if (a.isNumber() && b.isNumber())
        return true;
    const auto isBytes = [](const DataType& type) { return type.is(Kind::Bytes) || type.isByteList; };
    if (isBytes(a) && isBytes(b))
        return true;
    if (a.is(Kind::Boolean) && b.is(Kind::Boolean))
        return !ordered;
    return a.is(Kind::Text) && b.is(Kind::Text);
}

bool isAssignable(const DataType& parameter, const DataType& value) {
    using Kind = DataType::Kind;
    if (parameter.isAny() || value.isAny())
        return true;
    if (parameter.is(Kind::Float) && value.isNumber())
        return true;
    if (parameter.is(Kind::Bytes) && value.isByteList)
        return true;
    if (parameter.kind != value.kind)
        return false;
    if (parameter.is(Kind::Structure))
        return parameter.structure == nullptr || value.structure == nullptr ||
               parameter.structure == value.structure;
    if (parameter.is(Kind::Array))
        return isAssignable(*parameter.item, *value.item);
    if (parameter.is(Kind::Integer))
        return parameter.enumeration == value.enumeration || parameter.enumeration == nullptr;
    return true;
}

}  // namespace octavo
