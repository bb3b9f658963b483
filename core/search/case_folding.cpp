#include "core/search/case_folding.h"

#include <algorithm>

#include "core/base/contracts.h"
#include "core/search/case_folding_data.h"

namespace octavo {

namespace {

std::u32string_view targetOf(const FoldMany& many) {
    return {many.to.data(), many.to[2] == 0 ? std::size_t{2} : std::size_t{3}};
}

bool covers(const FoldRange& range, char32_t character) {
    return character >= range.first && character <= range.last &&
           (character - range.first) % range.stride == 0;
}

char32_t moved(char32_t character, std::int32_t delta) {
    return static_cast<char32_t>(static_cast<std::int32_t>(character) + delta);
}

}  // namespace

void appendFolded(char32_t character, std::u32string& folded) {
    const auto range = std::ranges::lower_bound(kFoldRanges, character, {}, &FoldRange::last);
    if (range != kFoldRanges.end() && covers(*range, character)) {
        folded += moved(character, range->delta);
        return;
    }
    const auto many = std::ranges::lower_bound(kFoldMany, character, {}, &FoldMany::from);
    if (many != kFoldMany.end() && many->from == character)
        folded += targetOf(*many);
    else
        folded += character;
}

std::vector<char32_t> charactersFoldingTo(std::u32string_view folded) {
    OCTAVO_EXPECTS(!folded.empty() && folded.size() <= 3);
    std::vector<char32_t> characters;
    if (folded.size() > 1) {
        for (const FoldMany& many : kFoldMany) {
            if (targetOf(many) == folded)
                characters.push_back(many.from);
        }
        return characters;
    }
    std::u32string itself;
    appendFolded(folded.front(), itself);
    if (itself == folded)
        characters.push_back(folded.front());
    for (const FoldRange& range : kFoldRanges) {
        const char32_t from = moved(folded.front(), -range.delta);
        if (covers(range, from))
            characters.push_back(from);
    }
    return characters;
}

}  // namespace octavo
