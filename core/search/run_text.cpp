#include "core/search/run_text.h"

#include <charconv>

#include "core/search/pattern.h"

namespace octavo {

namespace {

Result<std::uint64_t> leastOf(std::string_view number, std::size_t at) {
    std::uint64_t least = 0;
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), least);
    if (error != std::errc() || end != number.data() + number.size() || least == 0)
        return failAt(ErrorCode::Malformed, at, "number");
    return least;
}

}  // namespace

Result<RunQuery> parseRunQuery(std::string_view text) {
    const std::size_t colon = text.find(':');
    const std::string_view bytes = text.substr(0, colon);
    std::uint64_t least = 1;
    if (colon != std::string_view::npos) {
        const auto typed = leastOf(text.substr(colon + 1), colon + 1);
        if (!typed)
            return fail(typed.error());
        least = *typed;
    }
    if (bytes == "?" || bytes == "??")
        return RunQuery::ofAnyByte(least);
    const bool isNegated = bytes.starts_with('^');
    const auto pattern = parseHexPattern(bytes.substr(isNegated ? 1 : 0));
    if (!pattern || pattern->size() != 1)
        return failAt(ErrorCode::Malformed, 0, "BYTE:LENGTH, ?:LENGTH or ^BYTE");
    RunQuery query;
    query.least = least;
    query.bytes = ByteSet::ofMasked(pattern->values()[0], pattern->masks()[0]);
    if (isNegated)
        query.bytes = query.bytes.complement();
    if (query.bytes.isEmpty())
        return failAt(ErrorCode::Malformed, 1, "a byte");
    return query;
}

}  // namespace octavo
