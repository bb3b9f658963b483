#pragma once

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>
#include <zlib.h>

namespace octavo::test {

/// One file of tests/data/formats, with what the reference makes of it.
struct FormatSample {
    std::string name;    ///< "png.rgb.png"
    std::string format;  ///< "png"
    std::vector<std::byte> data;
    std::string golden;
};

inline std::string bytesOfFile(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return std::move(text).str();
}

/// What a gzip stream holds; empty for a file that is none.
inline std::string unpacked(const std::filesystem::path& path) {
    std::string all;
    if (gzFile file = gzopen(path.c_str(), "rb")) {
        std::vector<char> part(std::size_t{1} << 16);
        for (int read = 0; (read = gzread(file, part.data(), static_cast<unsigned>(part.size()))) > 0;)
            all.append(part.data(), static_cast<std::size_t>(read));
        gzclose(file);
    }
    return all;
}

/// The names of all samples, in order.
inline std::vector<std::string> formatSampleNames() {
    const char* source = std::getenv("OCTAVO_SOURCE");
    const std::filesystem::path folder =
        std::filesystem::path(source != nullptr ? source : ".") / "tests/data/formats";
    constexpr std::string_view kGolden = ".json.gz";
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        const std::string name = entry.path().filename().string();
        if (name.ends_with(kGolden))
            names.push_back(name.substr(0, name.size() - kGolden.size()));
    }
    std::sort(names.begin(), names.end());
    return names;
}

inline FormatSample formatSample(const std::string& name) {
    const char* source = std::getenv("OCTAVO_SOURCE");
    const std::filesystem::path folder =
        std::filesystem::path(source != nullptr ? source : ".") / "tests/data/formats";
    FormatSample made{.name = name, .format = name.substr(0, name.find('.')), .data = {}, .golden = {}};
    const bool isPacked = std::filesystem::exists(folder / (name + ".packed"));
    const std::string bytes = isPacked ? unpacked(folder / (name + ".packed")) : bytesOfFile(folder / name);
    const auto* first = reinterpret_cast<const std::byte*>(bytes.data());
    made.data.assign(first, first + bytes.size());
    made.golden = unpacked(folder / (name + ".json.gz"));
    return made;
}

}  // namespace octavo::test
