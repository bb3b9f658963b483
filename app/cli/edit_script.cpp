#include "app/cli/edit_script.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>

#include "app/cli/cli_files.h"
#include "core/base/offset_text.h"
#include "core/codec/text_codecs.h"

namespace octavo {

namespace {

constexpr std::string_view kSpace = " \t\r";

std::string_view trimmed(std::string_view text) {
    const std::size_t begin = std::min(text.find_first_not_of(kSpace), text.size());
    return text.substr(begin, text.find_last_not_of(kSpace) + 1 - begin);
}

// Takes the first word off `text`.
std::string takeWord(std::string_view& text) {
    const std::size_t end = std::min(text.find_first_of(kSpace), text.size());
    const std::string word(text.substr(0, end));
    text = trimmed(text.substr(end));
    return word;
}

tl::unexpected<Error> naming(Error error, std::string_view argument) {
    error.detail = argument;
    return fail(std::move(error));
}

Result<ByteOffset> offsetIn(const Document& document, const std::string& text) {
    auto offset = parseOffset(text, {.size = document.size()});
    return offset ? offset : naming(offset.error(), text);
}

Result<ByteRange> rangeIn(const Document& document, const std::string& text) {
    auto range = parseRange(text, {.size = document.size()});
    return range ? range : naming(range.error(), text);
}

Result<std::vector<std::byte>> hexIn(const std::string& text) {
    auto bytes = decodeHex(text);
    if (!bytes)
        return naming(bytes.error(), text);
    if (bytes->empty())
        return fail(ErrorCode::Malformed, "hex digits are missing");
    return bytes;
}

Status insertBytes(Document& document, const ScriptLine& line) {
    const auto at = offsetIn(document, line.first);
    if (!at)
        return fail(at.error());
    const auto bytes = hexIn(line.rest);
    return bytes ? document.apply(Edit::insert(*at, Content::ofBytes(*bytes))) : fail(bytes.error());
}

// What reaches beyond the end makes the document longer.
Status overwriteBytes(Document& document, const ScriptLine& line) {
    const auto at = offsetIn(document, line.first);
    if (!at)
        return fail(at.error());
    const auto bytes = hexIn(line.rest);
    if (!bytes)
        return fail(bytes.error());
    const ByteRange range{*at, std::min<ByteOffset>(*at + bytes->size(), document.size())};
    return document.apply(Edit::replace(range, Content::ofBytes(*bytes)));
}

Status eraseRange(Document& document, const ScriptLine& line) {
    const auto range = rangeIn(document, line.first);
    if (!range)
        return fail(range.error());
    return line.rest.empty() ? document.apply(Edit::erase(*range)) : fail(ErrorCode::Malformed, line.rest);
}

Status fillRange(Document& document, const ScriptLine& line) {
    const auto range = rangeIn(document, line.first);
    if (!range)
        return fail(range.error());
    auto bytes = hexIn(line.rest);
    if (!bytes)
        return fail(bytes.error());
    if (range->isEmpty())
        return {};
    return document.apply(
        Edit::replace(*range, Content::ofPattern(std::move(*bytes), range->size()), EditKind::Fill));
}

Status insertFile(Document& document, const ScriptLine& line) {
    const auto at = offsetIn(document, line.first);
    if (!at)
        return fail(at.error());
    if (line.rest.empty())
        return fail(ErrorCode::Malformed, "a file name is missing");
    const auto source = openInput(line.rest);
    if (!source)
        return naming(source.error(), line.rest);
    return document.apply(Edit::insert(*at, Content::ofSource(*source, {0, (*source)->size()})));
}

Status copyRange(Document& document, const ScriptLine& line) {
    const auto range = rangeIn(document, line.first);
    if (!range)
        return fail(range.error());
    const auto at = offsetIn(document, line.rest);
    if (!at)
        return fail(at.error());
    return document.apply(
        Edit::insert(*at, Content::ofSnapshot(document.snapshot(), *range), EditKind::Paste));
}

// How many steps "undo" or "redo" names; one when it names none.
Result<ByteCount> stepsIn(const ScriptLine& line) {
    if (line.first.empty())
        return ByteCount{1};
    auto steps = parseByteCount(line.first);
    if (!steps || !line.rest.empty())
        return fail(ErrorCode::Malformed, line.first + (line.rest.empty() ? "" : " ") + line.rest);
    return steps;
}

Status undoSteps(Document& document, const ScriptLine& line) {
    const auto steps = stepsIn(line);
    if (!steps)
        return fail(steps.error());
    for (ByteCount step = 0; step < *steps; ++step) {
        if (!document.canUndo()) {
            for (ByteCount back = 0; back < step; ++back)
                document.redo();
            return fail(ErrorCode::Malformed, fmt::format("nothing to undo after {} steps", step));
        }
        document.undo();
    }
    return {};
}

Status redoSteps(Document& document, const ScriptLine& line) {
    const auto steps = stepsIn(line);
    if (!steps)
        return fail(steps.error());
    for (ByteCount step = 0; step < *steps; ++step) {
        if (!document.canRedo()) {
            for (ByteCount back = 0; back < step; ++back)
                document.undo();
            return fail(ErrorCode::Malformed, fmt::format("nothing to redo after {} steps", step));
        }
        document.redo();
    }
    return {};
}

}  // namespace

std::vector<ScriptLine> readScript(std::string_view text) {
    std::vector<ScriptLine> lines;
    for (std::size_t number = 1; !text.empty(); ++number) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = trimmed(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.empty() || line.front() == '#')
            continue;
        ScriptLine read{.number = number, .command = takeWord(line), .first = takeWord(line), .rest = {}};
        read.rest = line;
        lines.push_back(std::move(read));
    }
    return lines;
}

Status runScriptLine(Document& document, const ScriptLine& line) {
    using Run = Status (*)(Document&, const ScriptLine&);
    static const std::map<std::string_view, Run> kCommands = {
        {"insert", insertBytes}, {"overwrite", overwriteBytes}, {"delete", eraseRange},
        {"fill", fillRange},     {"insert-file", insertFile},   {"copy", copyRange},
        {"undo", undoSteps},     {"redo", redoSteps},
    };
    const auto found = kCommands.find(line.command);
    if (found == kCommands.end())
        return fail(ErrorCode::Malformed, "no such command: " + line.command);
    return found->second(document, line);
}

}  // namespace octavo
