#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/buffer/history.h"

namespace octavo {

/// What people know of the states of a history: when they were reached and what they call them. A value.
struct HistoryNotes {
    struct Time {
        HistoryState state = 0;
        std::uint32_t seconds = 0;  ///< since 1970
        friend bool operator==(const Time&, const Time&) = default;
    };
    std::vector<Time> times;                    ///< ascending by state; not every state has one
    std::map<HistoryState, std::string> names;  ///< UTF-8

    friend bool operator==(const HistoryNotes&, const HistoryNotes&) = default;
};

}  // namespace octavo
