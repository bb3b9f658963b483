#pragma once

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "core/base/hex_digit.h"
#include "core/structure/format_loader.h"

namespace octavo::test {

/// One description of tests/core/structure/language: a line of the language's checklist, with data and what
/// the reference makes of it.
struct LanguageCase {
    std::string name;
    std::string file;
    std::string description;
    std::vector<std::byte> data;
    std::string golden;  ///< the canonical dump
};

inline std::string contentOf(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return std::move(text).str();
}

/// All of them, in the order of their names.
inline std::vector<LanguageCase> languageCases() {
    const char* source = std::getenv("OCTAVO_SOURCE");
    const std::filesystem::path folder =
        std::filesystem::path(source != nullptr ? source : ".") / "tests/core/structure/language";
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() == ".ksy")
            files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    std::vector<LanguageCase> cases;
    for (std::filesystem::path path : files) {
        LanguageCase made;
        made.name = path.stem().string();
        made.file = path.string();
        made.description = contentOf(path);
        made.golden = contentOf(path.replace_extension(".json"));
        std::istringstream hex(contentOf(path.replace_extension(".hex")));
        for (std::string pair; hex >> pair;)
            made.data.push_back(static_cast<std::byte>(*hexDigit(pair[0]) * 16 + *hexDigit(pair[1])));
        cases.push_back(std::move(made));
    }
    return cases;
}

/// Loads a description that imports nothing.
inline LoadedFormat loadText(std::string_view description) {
    const FormatSearch nothing{.importFolders = {}, .read = [](const std::string&) { return std::nullopt; }};
    return loadFormatText(description, "test.ksy", nothing);
}

}  // namespace octavo::test
