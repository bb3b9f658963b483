#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "core/base/registry.h"
#include "core/structure/expression_evaluator.h"

namespace octavo {

/// A routine that `process` can name: bytes to bytes, and back where that is possible.
struct FieldProcess {
    using Bytes = std::vector<std::byte>;
    using Arguments = std::vector<StructureValue>;

    std::string id;  ///< "zlib"
    /// ProcessFailed for input that it cannot be, LimitReached beyond kMostProcessed bytes.
    std::function<Evaluated<Bytes>(std::span<const std::byte> input, const Arguments&, FieldSource&)> decode;
    /// Empty where nothing leads back. What comes out may be of another length than what went in.
    std::function<Evaluated<Bytes>(std::span<const std::byte> output, const Arguments&, FieldSource&)> encode;
};

/// No process makes more than this of one field.
inline constexpr std::size_t kMostProcessed = std::size_t{64} << 20;

/// xor, rol, ror and zlib. More are added by a call of add().
[[nodiscard]] Registry<FieldProcess> builtinProcesses();

}  // namespace octavo
