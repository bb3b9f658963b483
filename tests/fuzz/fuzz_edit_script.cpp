// Edit scripts of octavo-cli: a line that fails changes nothing, and everything can be undone and done again.

#include <algorithm>
#include <vector>

#include "app/cli/edit_script.h"
#include "core/source/memory_source.h"
#include "tests/fuzz/fuzz_target.h"

namespace octavo::fuzz {

namespace {

constexpr std::size_t kBaseSize = 300;
constexpr ByteCount kCompared = ByteCount{32} * 1024;
constexpr std::size_t kMostLines = 200;
constexpr int kMostCopies = 12;  // each may double the number of pieces

/// The bytes of a small document, the first ones of a large one.
std::vector<std::byte> contentOf(const Document& document) {
    std::vector<std::byte> bytes(std::min(document.size(), kCompared));
    require(document.snapshot().read(0, bytes).isEmpty());
    return bytes;
}

}  // namespace

void tryInput(std::span<const std::byte> input) {
    std::vector<std::byte> base(kBaseSize);
    for (std::size_t i = 0; i < base.size(); ++i)
        base[i] = static_cast<std::byte>(i * 7);
    Document document(std::make_shared<MemorySource>(base));
    const auto lines = readScript(textOf(input));
    int copies = 0;
    for (std::size_t i = 0; i < std::min(lines.size(), kMostLines); ++i) {
        require(lines[i].number > (i == 0 ? 0 : lines[i - 1].number));
        require(!lines[i].command.empty());
        if (lines[i].command == "insert-file" || (lines[i].command == "copy" && ++copies > kMostCopies))
            continue;
        const auto before = contentOf(document);
        const ByteCount sizeBefore = document.size();
        const Status done = runScriptLine(document, lines[i]);
        require(document.size() <= kMaxDocumentSize);
        if (!done)
            require(document.size() == sizeBefore && contentOf(document) == before);
    }
    const auto after = contentOf(document);
    const ByteCount sizeAfter = document.size();
    const HistoryState end = document.history().current();
    while (document.canUndo())
        document.undo();
    require(contentOf(document) == base && document.size() == kBaseSize && !document.isModified());
    document.goTo(end);
    require(contentOf(document) == after && document.size() == sizeAfter);
}

}  // namespace octavo::fuzz
