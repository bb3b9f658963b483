#include "core/structure/structure_error.h"

namespace octavo {

const char* structureFaultName(StructureFault fault) {
    switch (fault) {
        case StructureFault::EndOfData:
            return "eof";
        case StructureFault::NoTerminator:
            return "no-terminator";
        case StructureFault::NotEqual:
            return "valid-eq";
        case StructureFault::TooSmall:
            return "valid-min";
        case StructureFault::TooLarge:
            return "valid-max";
        case StructureFault::NotAnyOf:
            return "valid-any-of";
        case StructureFault::NotInEnum:
            return "valid-in-enum";
        case StructureFault::NotHeld:
            return "valid-expr";
        case StructureFault::NoByteOrder:
            return "endian";
        case StructureFault::NegativeSize:
            return "bad-size";
        case StructureFault::NegativePosition:
            return "bad-pos";
        case StructureFault::BadIndex:
            return "index";
        case StructureFault::Missing:
            return "null";
        case StructureFault::DivisionByZero:
            return "div-zero";
        case StructureFault::Conversion:
            return "conversion";
        case StructureFault::UnknownEncoding:
            return "encoding";
        case StructureFault::ProcessFailed:
            return "process";
        case StructureFault::MissingCode:
            return "missing-code";
        case StructureFault::TooDeep:
            return "depth";
        case StructureFault::Overflow:
            return "overflow";
        case StructureFault::Unreadable:
            return "unreadable";
        case StructureFault::LimitReached:
            return "limit";
        case StructureFault::NoProgress:
            return "no-progress";
        case StructureFault::Stopped:
            return "stopped";
        case StructureFault::WrongKind:
            return "other";
    }
    return "other";
}

bool isValidation(StructureFault fault) {
    return fault >= StructureFault::NotEqual && fault <= StructureFault::NotHeld;
}

}  // namespace octavo
