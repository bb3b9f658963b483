// Descriptions with the data they are for: loaded or refused at a place in the text, and then every node is a
// value or an error, inside the data.

#include <algorithm>
#include <string>

#include "core/structure/format_loader.h"
#include "core/structure/structure_dump.h"
#include "tests/fuzz/fuzz_target.h"

namespace octavo::fuzz {

namespace {

void requirePlace(const FormatProblem& problem, std::string_view description) {
    const auto lines = static_cast<std::uint32_t>(std::count(description.begin(), description.end(), '\n'));
    require(problem.mark.line >= 1 && problem.mark.column >= 1);
    // A carriage return, and a few characters beyond ASCII, end lines in YAML, too.
    require(problem.mark.line <= lines + description.size() + 2);
}

void read(const LoadedFormat& loaded, std::span<const std::byte> data, ReadingMode mode) {
    StructureTree tree(loaded.set, Snapshot::ofBytes(data), {.mode = mode, .mostNodes = 500, .deepest = 20});
    std::size_t written = 0;
    dumpStructure(tree, "fuzz", data.size(), {.deepest = 8},
                  [&](std::string_view text) { written += text.size(); });
    require(written > 0);
    require(tree.root().resume.at <= data.size());
}

}  // namespace

/// The description, a zero byte, the data.
void tryInput(std::span<const std::byte> input) {
    const auto zero = std::find(input.begin(), input.end(), std::byte{0});
    const std::string_view description = textOf(input.first(static_cast<std::size_t>(zero - input.begin())));
    const std::span<const std::byte> data(zero == input.end() ? zero : zero + 1, input.end());
    const FormatSearch nothing{.importFolders = {}, .read = [](const std::string&) { return std::nullopt; }};
    const LoadedFormat loaded = loadFormatText(description, "fuzz.ksy", nothing);
    require(loaded.set != nullptr || !loaded.problems.empty());
    for (const FormatProblem& problem : loaded.problems)
        requirePlace(problem, description);
    if (!loaded.set || data.size() > 4096)
        return;
    read(loaded, data, ReadingMode::Strict);
    read(loaded, data, ReadingMode::Lenient);
}

}  // namespace octavo::fuzz
