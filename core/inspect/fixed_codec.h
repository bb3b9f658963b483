#pragma once

#include <string>
#include <utility>

#include "core/inspect/value_codec.h"

namespace octavo {

/// A codec for values that always take `size` bytes. `decode` gets exactly that many and the byte order and
/// returns a Result<std::string>; `encode` gets the text and the byte order and returns the bytes.
template <typename DecodeText, typename EncodeText>
[[nodiscard]] ValueCodec fixedCodec(std::string id, ValueGroup group, std::size_t size,
                                    ByteOrderUse byteOrder, DecodeText decode, EncodeText encode) {
    return {.id = std::move(id),
            .group = group,
            .minimumBytes = size,
            .maximumBytes = size,
            .byteOrder = byteOrder,
            .decode = [size, decode = std::move(decode)](std::span<const std::byte> bytes,
                                                         ByteOrder order) -> Result<DecodedValue> {
                if (bytes.size() < size)
                    return failAt(ErrorCode::Truncated, bytes.size());
                Result<std::string> text = decode(bytes.first(size), order);
                if (!text)
                    return fail(std::move(text.error()));
                return DecodedValue{.text = std::move(*text), .bytesUsed = size};
            },
            .encode = [encode = std::move(encode)](std::string_view text, ByteOrder order, std::size_t)
                -> Result<std::vector<std::byte>> { return encode(text, order); }};
}

}  // namespace octavo
