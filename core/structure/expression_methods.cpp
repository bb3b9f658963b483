#include "core/structure/expression_methods.h"

namespace octavo {

const std::vector<Method>& methods() {
    using Kind = DataType::Kind;
    using N = BuiltinName;
    static const std::vector<Method> all = {
        {Kind::Integer, "to_s", N::ToText, Kind::Text},
        {Kind::Integer, "to_i", N::ToInteger, Kind::Integer},
        {Kind::Float, "to_i", N::ToInteger, Kind::Integer},
        {Kind::Float, "to_s", N::ToText, Kind::Text},
        {Kind::Boolean, "to_i", N::ToInteger, Kind::Integer},
        {Kind::Text, "length", N::Length, Kind::Integer},
        {Kind::Text, "reverse", N::Reverse, Kind::Text},
        {Kind::Text, "to_i", N::ToInteger, Kind::Integer},
        {Kind::Text, "substring", N::Substring, Kind::Text},
        {Kind::Text, "to_s", N::ToText, Kind::Text},
        {Kind::Bytes, "length", N::Length, Kind::Integer},
        {Kind::Bytes, "size", N::Length, Kind::Integer},
        {Kind::Bytes, "to_s", N::ToText, Kind::Text},
        {Kind::Bytes, "first", N::First, Kind::Integer},
        {Kind::Bytes, "last", N::Last, Kind::Integer},
        {Kind::Bytes, "min", N::Smallest, Kind::Integer},
        {Kind::Bytes, "max", N::Largest, Kind::Integer},
        {Kind::Array, "size", N::Length, Kind::Integer},
        {Kind::Array, "length", N::Length, Kind::Integer},
        {Kind::Array, "first", N::First, Kind::Any},
        {Kind::Array, "last", N::Last, Kind::Any},
        {Kind::Array, "min", N::Smallest, Kind::Any},
        {Kind::Array, "max", N::Largest, Kind::Any},
        {Kind::Stream, "pos", N::Position, Kind::Integer},
        {Kind::Stream, "size", N::Length, Kind::Integer},
        {Kind::Stream, "eof", N::IsAtEnd, Kind::Boolean},
    };
    return all;
}

BuiltinName methodNamed(std::string_view name) {
    for (const Method& method : methods()) {
        if (method.name == name)
            return method.meaning;
    }
    return BuiltinName::None;
}

}  // namespace octavo
