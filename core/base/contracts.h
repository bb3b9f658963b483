#pragma once

/// \file Contract checks: a programmer's mistake stops the program where it happened, with file and line.
/// They stay on in release builds; each costs one predicted branch.

namespace octavo {

/// Prints the broken contract to standard error and aborts. Never returns.
[[noreturn]] void contractBroken(const char* condition, const char* file, int line) noexcept;

}  // namespace octavo

#define OCTAVO_EXPECTS(condition) \
    ((condition) ? static_cast<void>(0) : ::octavo::contractBroken(#condition, __FILE__, __LINE__))
