#pragma once

#include "core/search/block_finder.h"
#include "core/search/matcher.h"

namespace octavo {

/// Finds a Pattern.
class PatternFinder final : public BlockFinder {
public:
    explicit PatternFinder(Pattern pattern, Matcher::Engine engine) : matcher_(std::move(pattern), engine) {}

    [[nodiscard]] BlockResult findFirst(const SearchBlock& block, FinderMemory* memory) const override;
    [[nodiscard]] BlockResult findLast(const SearchBlock& block, FinderMemory* memory) const override;
    [[nodiscard]] ByteCount lookAhead() const override { return matcher_.pattern().size() - 1; }
    [[nodiscard]] std::optional<ByteCount> fixedLength() const override { return matcher_.pattern().size(); }

private:
    Matcher matcher_;
};

}  // namespace octavo
