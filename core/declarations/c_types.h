#pragma once

#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/byte_range.h"
#include "core/base/integer.h"
#include "core/declarations/c_abi.h"

namespace octavo {

struct CRecord;
struct CEnumeration;

enum class CTypeKind : std::uint8_t {
    Incomplete,  ///< only its name is known
    Void,
    Integer,
    Boolean,
    Character,  ///< an integer that is text in arrays
    Float,
    Bytes,  ///< a scalar that descriptions have no type for
    Pointer,
    Function,
    Array,
    Record,
    Enumeration
};

/// A type of C as far as its place in memory needs. A value; what it points to lives in a CProgram.
struct CType {
    CTypeKind kind = CTypeKind::Incomplete;
    bool isSigned = false;
    ByteCount scalarSize = 0;
    ByteCount scalarAlignment = 1;
    ByteCount givenAlignment = 0;    ///< by an attribute of a typedef; 0: none
    std::optional<ByteOrder> order;  ///< of a type that has its own
    std::string_view time;           ///< value of `-time`; empty: no time
    std::string_view encoding;       ///< of Character: ASCII, UTF-8, UTF-16 or UTF-32
    std::string name;                ///< for the documentation: of the type, or of what a pointer points to
    CRecord* record = nullptr;
    CEnumeration* enumeration = nullptr;
    std::shared_ptr<const CType> item = nullptr;  ///< of an array
    ByteCount count = 0;                          ///< of an array
    bool isFlexible = false;                      ///< an array without a count
    unsigned levels = 0;                          ///< arrays in each other
};

struct CEnumerator {
    std::string name;
    Int128 value = 0;
    std::string_view comment = {};
};

struct CEnumeration {
    std::string tag;
    std::string alias = {};  ///< the typedef that was declared with it
    CRecord* parent = nullptr;
    std::string memberName = {};  ///< the first member of this type, where there is no tag
    std::string_view comment = {};
    std::vector<CEnumerator> enumerators = {};
    ByteCount size = 0;  ///< 0: not yet known
    ByteCount alignment = 1;
    bool isSigned = false;
};

struct CMember {
    std::string name;  ///< empty: an anonymous structure or bit field
    CType type;
    std::optional<unsigned> bitCount;  ///< of a bit field
    ByteCount givenAlignment = 0;
    bool isPacked = false;
    std::string_view comment = {};
    std::uint64_t bitOffset = 0;  ///< once it is laid out; in the order of memory, see c_layout.h
};

/// A structure or a union.
struct CRecord {
    bool isUnion = false;
    bool isComplete = false;
    bool isPacked = false;
    bool isFlexible = false;  ///< ends in an array that goes on to the end
    unsigned pack = 0;        ///< of #pragma pack; 0: none
    std::string tag;
    std::string alias = {};  ///< the typedef that was declared with it
    CRecord* parent = nullptr;
    std::string memberName = {};  ///< the first member of this type, where there is no tag
    std::string_view comment = {};
    std::vector<CMember> members = {};
    ByteCount givenAlignment = 0;
    ByteCount size = 0;
    ByteCount alignment = 1;
    ByteCount leastAlignment = 1;  ///< Microsoft: what pack cannot take away
};

/// All that was declared. Immovable: types point into it.
struct CProgram {
    CProgram() = default;
    CProgram(const CProgram&) = delete;
    CProgram& operator=(const CProgram&) = delete;

    std::deque<CRecord> records;
    std::deque<CEnumeration> enumerations;
};

[[nodiscard]] bool isComplete(const CType& type);
/// REQUIRES: it is complete.
[[nodiscard]] ByteCount sizeOf(const CType& type);
[[nodiscard]] ByteCount alignmentOf(const CType& type);
/// Whether it is a structure that ends in an array without a count.
[[nodiscard]] bool isFlexibleRecord(const CType& type);

/// As compilers align members: to their size as far as it is a power of two, and to no more than the most.
[[nodiscard]] ByteCount naturalAlignment(ByteCount size, const CAbi& abi);

[[nodiscard]] CType integerType(std::string name, unsigned size, bool isSigned, const CAbi& abi);
[[nodiscard]] CType floatType(std::string name, unsigned size, const CAbi& abi);
/// A scalar that descriptions show as bytes.
[[nodiscard]] CType bytesType(std::string name, unsigned size, const CAbi& abi);
[[nodiscard]] CType pointerType(std::string pointee, const CAbi& abi);

/// The types that C, POSIX, Windows and Linux name by a typedef; nothing for another name.
[[nodiscard]] std::optional<CType> knownCType(std::string_view name, const CAbi& abi);

}  // namespace octavo
