#pragma once

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <cstring>
#include <fmt/format.h>
#include <span>
#include <string>
#include <thread>
#include <vector>

#include "core/source/source.h"

namespace octavo::test {

/// Bytes that differ from their neighbours near and a page or a segment away.
inline std::vector<std::byte> sampleBytes(std::size_t size, std::uint64_t seed = 1) {
    std::vector<std::byte> bytes(size);
    std::uint64_t state = seed * 0x9E3779B97F4A7C15U + 1;
    for (std::byte& byte : bytes) {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        byte = static_cast<std::byte>(state >> 56);
    }
    return bytes;
}

/// By memcmp, because a loop over bytes takes minutes under ThreadSanitizer.
inline bool isSame(std::span<const std::byte> left, std::span<const std::byte> right) {
    return left.size() == right.size() &&
           (left.empty() || std::memcmp(left.data(), right.data(), left.size()) == 0);
}

/// What is wrong with reading [offset, offset + count), or nothing.
inline std::string checkRead(const Source& source, std::span<const std::byte> expected, ByteOffset offset,
                             std::size_t count) {
    std::vector<std::byte> out(count + 2, std::byte{0xA5});
    RangeSet unreadable;
    source.read(offset, std::span(out).subspan(1, count), unreadable);
    if (!unreadable.isEmpty())
        return fmt::format("read({}, {}) reports damage", offset, count);
    if (!isSame(std::span(out).subspan(1, count), expected.subspan(offset, count)))
        return fmt::format("read({}, {}) differs", offset, count);
    if (out.front() != std::byte{0xA5} || out.back() != std::byte{0xA5})
        return fmt::format("read({}, {}) writes outside", offset, count);
    return {};
}

/// What is wrong with what lend() gives for `range`, or nothing.
inline std::string checkLoan(const Source& source, std::span<const std::byte> expected, ByteRange range) {
    const Loan loan = source.lend(range);
    const auto bytes = loan.bytes();
    if (bytes.size() > range.size())
        return fmt::format("lend({}, {}) gives more than asked", range.begin, range.end);
    if (!isSame(bytes, expected.subspan(range.begin, bytes.size())))
        return fmt::format("lend({}, {}) differs", range.begin, range.end);
    if (!source.damageIn(ByteRange::ofLength(range.begin, bytes.size())).isEmpty())
        return fmt::format("lend({}, {}) reports damage", range.begin, range.end);
    return {};
}

/// Follows loans, and reads where nothing is lent, from the start to the end.
inline std::string checkWalk(const Source& source, std::span<const std::byte> expected) {
    ByteOffset at = 0;
    while (at < expected.size()) {
        if (auto wrong = checkLoan(source, expected, {at, expected.size()}); !wrong.empty())
            return wrong;
        const std::size_t lent = source.lend({at, expected.size()}).bytes().size();
        const std::size_t step = lent > 0 ? lent : std::min<std::size_t>(expected.size() - at, 1000);
        if (auto wrong = checkRead(source, expected, at, step); !wrong.empty())
            return wrong;
        at += step;
    }
    return {};
}

/// Offsets worth trying: all of a small source; of a large one those around its ends and round numbers.
inline std::vector<ByteOffset> interestingOffsets(ByteCount size) {
    std::vector<ByteOffset> offsets;
    for (ByteOffset at = 0; at <= size; ++at) {
        const ByteCount phase = at % 4096;
        if (size <= 600 || at < 3 || size - at < 3 || phase < 2 || phase > 4094)
            offsets.push_back(at);
    }
    return offsets;
}

/// The promises of source.h for a source that holds these bytes, undamaged. Returns the first broken one, or
/// nothing.
inline std::string checkSourceContract(const Source& source, std::span<const std::byte> expected) {
    if (source.size() != expected.size())
        return fmt::format("size is {}, not {}", source.size(), expected.size());
    for (const ByteOffset offset : interestingOffsets(expected.size())) {
        const std::size_t rest = expected.size() - offset;
        for (const std::size_t wanted :
             {std::size_t{0}, std::size_t{1}, std::size_t{17}, std::size_t{5000}, rest}) {
            const std::size_t count = std::min(wanted, rest);
            if (auto wrong = checkRead(source, expected, offset, count); !wrong.empty())
                return wrong;
            if (count == 0)
                continue;
            if (auto wrong = checkLoan(source, expected, ByteRange::ofLength(offset, count)); !wrong.empty())
                return wrong;
        }
    }
    if (!source.damageIn({0, expected.size()}).isEmpty())
        return "reports damage where there is none";
    return checkWalk(source, expected);
}

/// The same from several threads at once; ThreadSanitizer watches.
inline std::string checkConcurrentReaders(const Source& source, std::span<const std::byte> expected) {
    constexpr std::size_t kThreads = 4;
    std::vector<std::string> wrong(kThreads);
    {
        std::vector<std::jthread> readers;
        for (std::size_t i = 0; i < kThreads; ++i) {
            readers.emplace_back([&, i] {
                for (int round = 0; round < 3 && wrong[i].empty(); ++round)
                    wrong[i] = checkWalk(source, expected);
            });
        }
    }
    const auto found = std::ranges::find_if(wrong, [](const std::string& text) { return !text.empty(); });
    return found == wrong.end() ? std::string{} : *found;
}

}  // namespace octavo::test
