// A second process cuts a file short while several threads read and lend it: nobody dies, every byte handed
// out is either the file's or reported as damage, and in the end the damage is exactly what was cut off.

#include <cstdio>
#include <set>

#include "core/source/file_source.h"
#include "tests/support/other_process.h"
#include "tests/support/source_contract.h"
#include "tests/support/temporary_directory.h"

using namespace octavo;
using namespace octavo::test;

namespace {

int failures = 0;

void expect(bool isGood, const std::string& what) {
    if (isGood)
        return;
    ++failures;
    std::fprintf(stderr, "%s\n", what.c_str());
}

/// The first byte of `got` that is neither right nor reported, as text; nothing when all are accounted for.
std::string checkAccounted(std::span<const std::byte> expected, ByteOffset offset,
                           std::span<const std::byte> got, const RangeSet& damage) {
    for (std::size_t i = 0; i < got.size(); ++i) {
        if (got[i] != expected[offset + i] && !damage.contains(offset + i))
            return fmt::format("byte {} is wrong and not reported", offset + i);
    }
    return {};
}

std::string readSome(const Source& source, std::span<const std::byte> expected, ByteOffset at,
                     std::size_t count) {
    std::vector<std::byte> out(count);
    RangeSet unreadable;
    source.read(at, out, unreadable);
    return checkAccounted(expected, at, out, unreadable);
}

std::string lendSome(const Source& source, std::span<const std::byte> expected, ByteOffset at,
                     std::size_t count) {
    const ByteRange range = ByteRange::ofLength(at, count);
    const Loan loan = source.lend(range);
    // Compared before the damage is asked for, as a scan does; looked at again only where it differed.
    std::set<ByteOffset> wrong;
    for (std::size_t i = 0; i < loan.bytes().size(); ++i) {
        if (loan.bytes()[i] != expected[at + i])
            wrong.insert(at + i);
    }
    const RangeSet damage = source.damageIn(range);
    for (const ByteOffset offset : wrong) {
        if (!damage.contains(offset))
            return fmt::format("lent byte {} is wrong and not reported", offset);
    }
    return {};
}

void cutWhileRead(const TemporaryDirectory& directory, std::size_t size, std::size_t newSize) {
    const std::string name = fmt::format("{} cut to {}", size, newSize);
    const auto bytes = sampleBytes(size, newSize);
    const std::string path = directory.write("file", bytes);
    const auto source = *openFileSource(path);
    std::atomic<bool> isOver{false};
    std::vector<std::string> wrong(4);
    {
        std::vector<std::jthread> readers;
        for (std::size_t i = 0; i < wrong.size(); ++i) {
            readers.emplace_back([&, i] {
                std::size_t at = size / 4 * i;
                bool isLastRound = false;
                while (wrong[i].empty()) {
                    const std::size_t count = std::min<std::size_t>(30'011, size - at);
                    wrong[i] = i % 2 == 0 ? readSome(*source, bytes, at, count)
                                          : lendSome(*source, bytes, at, count);
                    at += count;
                    if (at < size)
                        continue;
                    at = 0;
                    if (isLastRound)
                        return;
                    isLastRound = isOver.load();
                }
            });
        }
        expect(truncateFromOutside(path, newSize), name + ": truncate failed");
        isOver.store(true);
    }
    for (const std::string& text : wrong)
        expect(text.empty(), name + ": " + text);
    RangeSet cutOff;
    cutOff.add({newSize, size});
    expect(source->damageIn({0, size}) == cutOff, name + ": the damage is not what was cut off");
    expect(source->isDamaged(), name + ": not damaged");

    expect(truncateFromOutside(path, size), name + ": lengthening failed");
    std::vector<std::byte> out(size, std::byte{1});
    RangeSet unreadable;
    source->read(0, out, unreadable);
    expect(unreadable == cutOff, name + ": damage does not last");
    expect(std::all_of(out.begin() + static_cast<std::ptrdiff_t>(newSize), out.end(),
                       [](std::byte byte) { return byte == std::byte{0}; }),
           name + ": lost bytes are not zero");
}

}  // namespace

int main() {
    const TemporaryDirectory directory;
    constexpr std::size_t kSize = 1'000'123;
    for (const std::size_t newSize : {0, 1, 4095, 4096, 4097, 500'001, 999'424, 1'000'122})
        cutWhileRead(directory, kSize, newSize);
    cutWhileRead(directory, 5000, 4500);
    return failures == 0 ? 0 : 1;
}
