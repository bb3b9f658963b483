#pragma once

#include <cstdio>
#include <fmt/format.h>
#include <string>

namespace octavo::test {

/// \file Expectations of programs without Qt Test: what fails is told with the scene in which it failed, and
/// counted. One thread.

inline int failures = 0;
inline std::string scene;

inline void expect(bool condition, const std::string& what) {
    constexpr int kShown = 40;
    if (!condition && ++failures <= kShown)
        fmt::print(stderr, "FAILED {}: {}\n", scene, what);
}

}  // namespace octavo::test
