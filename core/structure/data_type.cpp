#include "core/structure/data_type.h"

#include "core/structure/format.h"

namespace octavo {

std::string DataType::name() const {
    switch (kind) {
        case Kind::Any:
            return "any";
        case Kind::Integer:
            return enumeration != nullptr ? enumeration->path : "integer";
        case Kind::Float:
            return "float";
        case Kind::Boolean:
            return "boolean";
        case Kind::Text:
            return "text";
        case Kind::Bytes:
            return "bytes";
        case Kind::Structure:
            return structure != nullptr ? structure->path : "structure";
        case Kind::Stream:
            return "stream";
        case Kind::Array:
            return item->name() + "[]";
    }
    return "any";
}

}  // namespace octavo
