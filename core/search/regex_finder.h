#pragma once

#include <memory>
#include <optional>

#include "core/search/literal_filter.h"
#include "core/search/prefix_filter.h"
#include "core/search/regex_program.h"

namespace octavo {

/// Finds what a regular expression matches.
///
/// The plan:
///  1. Bytes that every match must have (literal_filter.h), where there are rare ones, say at which places
///  one
///     may begin; else a row of bytes with which every match begins (prefix_filter.h); without either all
///     places may.
///  2. PCRE2 looks at a few thousand places at a time, with a few thousand bytes behind them. It says when a
///     match depends on bytes behind those; then it gets twice as many, for fewer places, so that no call
///     takes long.
///  3. When even the whole block does not decide, the block is Undecided.
///  4. An expression that begins with an unlimited repeat of some bytes, as `[a-z]+@`, and fails at a place
///     fails at all that follow in the same run of those bytes: where runs are long these are left out.
class RegexFinder final : public BlockFinder {
public:
    /// `expression` is what is known about the program's matches; `runs` the bytes of the repeat that it
    /// begins with, if it does (see 4.).
    RegexFinder(std::shared_ptr<const RegexProgram> program, const ByteExpression& expression,
                std::optional<ByteSet> runs, const SearcherOptions& options);

    [[nodiscard]] std::unique_ptr<FinderMemory> newMemory() const override { return program_->newMemory(); }
    [[nodiscard]] BlockResult findFirst(const SearchBlock& block, FinderMemory* memory) const override;
    [[nodiscard]] ByteCount lookAhead() const override { return lookAhead_; }
    [[nodiscard]] ByteCount lookBehind() const override { return program_->lookBehind(); }
    [[nodiscard]] bool looksBeforeRange() const override { return true; }
    [[nodiscard]] std::size_t captureCount() const override { return program_->captureNames().size() - 1; }
    void appendCaptures(const FinderMemory* memory, ByteOffset at,
                        std::vector<Capture>& captures) const override {
        program_->appendCaptures(*memory, at, captures);
    }

private:
    class Scan;
    [[nodiscard]] BlockResult findByPrefix(const SearchBlock& block, Scan& scan) const;

    std::shared_ptr<const RegexProgram> program_;
    std::optional<LiteralFilter> filter_;
    std::optional<PrefixFilter> prefix_;  // when there is no other filter
    std::optional<ByteSet> runs_;
    std::size_t places_;
    std::size_t ahead_;
    ByteCount lookAhead_;
};

}  // namespace octavo
