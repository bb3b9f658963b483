#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/byte_order.h"
#include "core/base/registry.h"
#include "core/base/result.h"

namespace octavo {

/// What family of values a codec belongs to; the inspector shows one block per group.
enum class ValueGroup {
    Integer,          ///< fixed-size whole numbers
    VariableInteger,  ///< LEB128
    Float,
    Bits,
    Character,
    Time,
    Identifier,  ///< GUID
    Address,     ///< IPv4, IPv6
    Colour,
};

/// Whether a codec reads little and big endian bytes differently.
enum class ByteOrderUse { Matters, Ignored };

/// What some bytes mean, and how many of them were needed to say it.
struct DecodedValue {
    std::string text;  ///< UTF-8, one line, no locale
    std::size_t bytesUsed = 0;

    friend bool operator==(const DecodedValue&, const DecodedValue&) = default;
};

/// One way to read bytes as a value and to write a value as bytes. A value; its functions are pure, so any
/// thread may call them.
///
/// decode: reads the value at the start of `bytes`, which may be longer than needed. Truncated: more bytes
/// are needed. Malformed: these bytes are no such value; `offset` is the index of the offending byte.
/// OutOfRange: a value that the text form cannot show (a time beyond the calendar).
///
/// encode: reads what decode prints and the other notations that its file names. `oldSize` is how many bytes
/// the value that is being replaced occupied, 0 when there was none; codecs of variable size pad to it where
/// the format allows, so that writing back need not move what follows; all others ignore it. Spaces around
/// the text are ignored. Malformed: `offset` is the index of the offending character (the text's size when it
/// ends too early). OutOfRange: a well-formed value that does not fit. Never a zero for nonsense.
///
/// encode(decode(bytes).text, order, bytesUsed) gives those bytes back, except where two byte sequences mean
/// the same and the text cannot tell (a DOS date-time, colours and integers always can).
struct ValueCodec {
    using Decode = std::function<Result<DecodedValue>(std::span<const std::byte> bytes, ByteOrder order)>;
    using Encode = std::function<Result<std::vector<std::byte>>(std::string_view text, ByteOrder order,
                                                                std::size_t oldSize)>;

    std::string id;  ///< stable; what `octavo-cli inspect` prints
    ValueGroup group = ValueGroup::Integer;
    std::size_t minimumBytes = 1;  ///< fewer are always Truncated
    std::size_t maximumBytes = 1;  ///< decode never looks at more
    ByteOrderUse byteOrder = ByteOrderUse::Matters;
    Decode decode;
    Encode encode;
};

}  // namespace octavo
