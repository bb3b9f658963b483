#pragma once

#include "core/search/block_finder.h"
#include "core/search/run_query.h"

namespace octavo {

/// Finds runs of bytes of a set, or of any one byte.
class RunFinder final : public BlockFinder {
public:
    explicit RunFinder(const RunQuery& query);

    [[nodiscard]] BlockResult findFirst(const SearchBlock& block, FinderMemory* memory) const override;
    [[nodiscard]] ByteCount lookAhead() const override { return 1; }
    [[nodiscard]] ByteCount lookBehind() const override { return 1; }
    [[nodiscard]] bool findsRuns() const override { return true; }
    [[nodiscard]] std::size_t continueRun(std::span<const std::byte> bytes, std::byte firstByte,
                                          std::uint64_t& characters) const override;
    [[nodiscard]] std::uint64_t leastRun() const override { return query_.least; }

private:
    /// The first index at `from` or later whose byte belongs to the set (or not); the end when there is none.
    [[nodiscard]] std::size_t firstInSet(std::span<const std::byte> bytes, std::size_t from) const;
    [[nodiscard]] std::size_t firstOutside(std::span<const std::byte> bytes, std::size_t from,
                                           std::byte firstByte) const;
    [[nodiscard]] bool goesOn(std::byte before, std::byte value) const;

    RunQuery query_;
    std::optional<std::byte> only_;     // the only byte of the set
    std::optional<std::byte> missing_;  // the only byte that does not belong to it
};

/// Finds runs of printable characters in UTF-8 or UTF-16.
class TextRunFinder final : public BlockFinder {
public:
    TextRunFinder(StringEncoding encoding, std::uint64_t least, StringScripts scripts)
        : encoding_(encoding), least_(least), scripts_(scripts) {}

    [[nodiscard]] BlockResult findFirst(const SearchBlock& block, FinderMemory* memory) const override;
    [[nodiscard]] ByteCount lookAhead() const override { return kLongest; }
    [[nodiscard]] ByteCount lookBehind() const override { return kLongest; }
    [[nodiscard]] bool findsRuns() const override { return true; }
    [[nodiscard]] std::size_t continueRun(std::span<const std::byte> bytes, std::byte firstByte,
                                          std::uint64_t& characters) const override;
    [[nodiscard]] std::uint64_t leastRun() const override { return least_; }

private:
    static constexpr std::size_t kLongest = 4;  // bytes of a character

    /// The length of the printable character at the begin of `bytes`; 0 when there is none.
    [[nodiscard]] std::size_t characterAt(std::span<const std::byte> bytes) const;
    [[nodiscard]] bool endsCharacter(std::span<const std::byte> bytes, std::size_t index) const;

    StringEncoding encoding_;
    std::uint64_t least_;
    StringScripts scripts_;
};

}  // namespace octavo
