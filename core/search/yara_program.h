#pragma once

#include <yara.h>

#include "core/base/result.h"

namespace octavo {

/// Compiled rules as libyara keeps them. Any thread; each scan has a scanner of its own.
struct YaraProgram {
    explicit YaraProgram(YR_RULES* compiled) : rules(compiled) {}
    YaraProgram(const YaraProgram&) = delete;
    YaraProgram& operator=(const YaraProgram&) = delete;
    ~YaraProgram() { yr_rules_destroy(rules); }

    YR_RULES* rules;
};

/// Makes libyara ready, once. Any thread.
[[nodiscard]] Status prepareYara();

/// LibraryFailed with libyara's number, or LimitReached when it had no memory.
[[nodiscard]] Error yaraError(int code);

}  // namespace octavo
