#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/buffer/document.h"

namespace octavo {

/// One line of an edit script: a word and what follows it.
struct ScriptLine {
    std::size_t number = 0;  ///< counts from 1
    std::string command;
    std::string first;  ///< the first argument
    std::string rest;   ///< what follows it, unsplit: hex digits may be spaced, paths may hold spaces
};

/// Splits a script into its lines; empty ones and those that begin with # are left out.
[[nodiscard]] std::vector<ScriptLine> readScript(std::string_view text);

/// Runs a line that edits or steps through the history; `save` is for the caller. Offsets refer to the
/// document as the lines before have left it. Malformed: the line is not understood, or there is nothing to
/// undo or redo; the detail says which. Errors of Document::apply and of opening an inserted file. On failure
/// the document is unchanged.
[[nodiscard]] Status runScriptLine(Document& document, const ScriptLine& line);

}  // namespace octavo
