#include "core/base/trimmed_text.h"

#include <algorithm>

namespace octavo {

namespace {

bool isSpace(char character) {
    return character == ' ' || (character >= '\t' && character <= '\r');
}

}  // namespace

TrimmedText trimmed(std::string_view text) {
    const auto first = std::find_if_not(text.begin(), text.end(), isSpace);
    const auto begin = static_cast<std::size_t>(first - text.begin());
    text.remove_prefix(begin);
    while (!text.empty() && isSpace(text.back()))
        text.remove_suffix(1);
    return {text, begin};
}

}  // namespace octavo
