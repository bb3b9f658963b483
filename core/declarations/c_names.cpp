#include "core/declarations/c_names.h"

#include <algorithm>

#include "core/base/ascii_text.h"

namespace octavo {

namespace {

constexpr std::size_t kMostBytes = 100;

bool isLower(char c) {
    return c >= 'a' && c <= 'z';
}
bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

/// Whether a word begins at the capital here: fileSize, MD5Sum, HTTPServer.
bool beginsWord(std::string_view name, std::size_t at) {
    if (at == 0 || !isAsciiUpper(name[at]))
        return false;
    const char before = name[at - 1];
    const bool isFollowedByLower = at + 1 < name.size() && isLower(name[at + 1]);
    return isLower(before) || (isAsciiUpper(before) && isFollowedByLower) ||
           (isDigit(before) && isFollowedByLower);
}

}  // namespace

std::string snakeCase(std::string_view name) {
    std::string made;
    for (std::size_t at = 0; at < name.size() && made.size() < kMostBytes; ++at) {
        const char c = name[at];
        const bool isPart = isAsciiUpper(c) || isLower(c) || isDigit(c);
        const bool isBroken = !isPart || beginsWord(name, at);
        if (isBroken && !made.empty() && made.back() != '_')
            made += '_';
        if (isPart)
            made += asciiLower(c);
    }
    while (made.ends_with('_'))
        made.pop_back();
    return !made.empty() && isDigit(made[0]) ? "n" + made : made;
}

bool isBuiltinTypeName(std::string_view name) {
    for (const std::string_view known : {"str", "strz", "bytes", "bool", "io", "struct", "any"}) {
        if (name == known)
            return true;
    }
    for (const std::string_view order : {"le", "be"}) {
        if (name.ends_with(order))
            name.remove_suffix(order.size());
    }
    const bool isLetter = !name.empty() && std::string_view("usfb").find(name[0]) != std::string_view::npos;
    return isLetter && name.size() > 1 && std::all_of(name.begin() + 1, name.end(), isDigit);
}

std::string UniqueNames::add(std::string_view name, std::string_view fallback) {
    std::string base = snakeCase(name);
    if (base.empty())
        base = fallback;
    if (isAdded(base))
        return base;
    unsigned& number = lastNumbers_[base];
    number = std::max(number, 1u);
    while (true) {
        std::string numbered = base + "_" + std::to_string(++number);
        if (isAdded(numbered))
            return numbered;
    }
}

std::string UniqueNames::addPadding() {
    while (true) {
        std::string name = "padding_" + std::to_string(++paddings_);
        if (isAdded(name))
            return name;
    }
}

bool UniqueNames::isAdded(const std::string& name) {
    std::string folded = name;
    std::erase(folded, '_');
    return taken_.insert(std::move(folded)).second;
}

}  // namespace octavo
