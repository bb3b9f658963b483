#pragma once

#include <tl/expected.hpp>
#include <utility>

#include "core/base/error.h"

namespace octavo {

/// A value, or the reason why there is none. g++ 12 has no std::expected; tl::expected has its shape.
template <typename T>
using Result = tl::expected<T, Error>;

/// Done, or the reason why not.
using Status = Result<void>;

/// `return fail(ErrorCode::Malformed, 12, "zz")` in any function that returns a Result.
[[nodiscard]] inline tl::unexpected<Error> fail(Error error) {
    return tl::unexpected<Error>(std::move(error));
}
[[nodiscard]] inline tl::unexpected<Error> fail(ErrorCode code, std::string detail = {}) {
    return fail(Error{.code = code, .offset = {}, .systemCode = 0, .detail = std::move(detail)});
}
[[nodiscard]] inline tl::unexpected<Error> failAt(ErrorCode code, ByteOffset offset,
                                                  std::string detail = {}) {
    return fail(Error{.code = code, .offset = offset, .systemCode = 0, .detail = std::move(detail)});
}

}  // namespace octavo
