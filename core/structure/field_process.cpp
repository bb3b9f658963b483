#include "core/structure/field_process.h"

#include <algorithm>
#include <array>
#include <zlib.h>

namespace octavo {

namespace {

using Bytes = FieldProcess::Bytes;
using Arguments = FieldProcess::Arguments;
using Made = Evaluated<Bytes>;

Made exclusiveOr(std::span<const std::byte> input, const Arguments& arguments, FieldSource& fields) {
    if (arguments.size() != 1)
        return failWith(StructureFault::ProcessFailed);
    Bytes key;
    if (const auto* number = arguments.front().as<Int128>()) {
        key.push_back(static_cast<std::byte>(*number & 0xFF));
    } else {
        auto bytes = bytesOfValue(arguments.front(), fields);
        if (!bytes)
            return bytes;
        key = std::move(*bytes);
    }
    if (key.empty())
        return failWith(StructureFault::ProcessFailed);
    Bytes output(input.begin(), input.end());
    for (std::size_t i = 0; i < output.size(); ++i)
        output[i] ^= key[i % key.size()];
    return output;
}

/// Rotates the bits of each byte to the left by `direction` times the argument.
Made rotate(std::span<const std::byte> input, const Arguments& arguments, int direction) {
    const auto* amount = arguments.size() == 1 ? arguments.front().as<Int128>() : nullptr;
    if (amount == nullptr)
        return failWith(StructureFault::ProcessFailed);
    const auto left = static_cast<unsigned>(remainderOf(direction * (*amount % 8), 8));
    Bytes output(input.size());
    std::transform(input.begin(), input.end(), output.begin(), [left](std::byte value) {
        const auto bits = std::to_integer<unsigned>(value);
        return static_cast<std::byte>(((bits << left) | (bits >> (8 - left))) & 0xFF);
    });
    return output;
}

Made inflateAll(std::span<const std::byte> input) {
    z_stream stream{};
    if (inflateInit(&stream) != Z_OK)
        return failWith(StructureFault::ProcessFailed);
    Bytes output;
    std::array<std::byte, 16384> buffer{};
    stream.next_in = const_cast<Bytef*>(reinterpret_cast<const Bytef*>(input.data()));
    stream.avail_in = static_cast<uInt>(std::min<std::size_t>(input.size(), UINT32_MAX));
    int state = Z_OK;
    while (state == Z_OK && output.size() <= kMostProcessed) {
        stream.next_out = reinterpret_cast<Bytef*>(buffer.data());
        stream.avail_out = static_cast<uInt>(buffer.size());
        state = inflate(&stream, Z_NO_FLUSH);
        output.insert(output.end(), buffer.begin(),
                      buffer.end() - static_cast<std::ptrdiff_t>(stream.avail_out));
    }
    inflateEnd(&stream);
    if (output.size() > kMostProcessed)
        return failWith(StructureFault::LimitReached);
    return state == Z_STREAM_END ? Made(std::move(output)) : failWith(StructureFault::ProcessFailed);
}

Made deflateAll(std::span<const std::byte> input) {
    uLongf size = compressBound(static_cast<uLong>(input.size()));
    Bytes output(size);
    if (compress(reinterpret_cast<Bytef*>(output.data()), &size, reinterpret_cast<const Bytef*>(input.data()),
                 static_cast<uLong>(input.size())) != Z_OK)
        return failWith(StructureFault::ProcessFailed);
    output.resize(size);
    return output;
}

}  // namespace

Registry<FieldProcess> builtinProcesses() {
    using Input = std::span<const std::byte>;
    const auto rotation = [](int direction) {
        return [direction](Input input, const Arguments& arguments, FieldSource&) {
            return rotate(input, arguments, direction);
        };
    };
    Registry<FieldProcess> all;
    all.add({.id = "xor", .decode = exclusiveOr, .encode = exclusiveOr});
    all.add({.id = "rol", .decode = rotation(1), .encode = rotation(-1)});
    all.add({.id = "ror", .decode = rotation(-1), .encode = rotation(1)});
    all.add({.id = "zlib",
             .decode = [](Input input, const Arguments&, FieldSource&) { return inflateAll(input); },
             .encode = [](Input output, const Arguments&, FieldSource&) { return deflateAll(output); }});
    return all;
}

}  // namespace octavo
