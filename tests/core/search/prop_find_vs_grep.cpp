// Searching a real program against GNU grep. RapidCheck is not needed here; the data are what they are.

#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "core/search/find.h"

namespace octavo {
namespace {

std::string run(const std::string& command) {
    std::string output;
    FILE* pipe = popen(command.c_str(), "r");
    if (pipe == nullptr)
        return output;
    std::array<char, 65536> buffer{};
    for (std::size_t got = 0; (got = fread(buffer.data(), 1, buffer.size(), pipe)) > 0;)
        output.append(buffer.data(), got);
    pclose(pipe);
    return output;
}

/// The offsets that grep prints, one a line, before the colon. Matches may hold line feeds, so only lines
/// that begin with digits and a colon at a growing offset count; the patterns used are chosen so that this is
/// exact.
std::string grepOffsets(const std::string& file, const std::string& perlPattern) {
    return run("LC_ALL=C grep -obUaP '" + perlPattern + "' " + file + " | LC_ALL=C grep -aoP '^[0-9]+(?=:)'");
}

std::string ourOffsets(const Snapshot& snapshot, const std::string& hex) {
    const auto pattern = parseHexPattern(hex);
    if (!pattern)
        return "malformed";
    std::string output;
    const auto report = findAll(snapshot, *pattern, snapshot.all(), {}, [&](const Match& match) {
        output += std::to_string(match.range.begin) + '\n';
        return true;
    });
    return report && report->isComplete ? output : "failed";
}

std::string perlOf(const std::string& hex) {
    std::string perl;
    for (std::size_t i = 0; i + 1 < hex.size(); i += 3)
        perl += hex.compare(i, 2, "??") == 0 ? std::string("[\\x00-\\xff]") : "\\x" + hex.substr(i, 2);
    return perl;
}

}  // namespace
}  // namespace octavo

int main() {
    using namespace octavo;
    const std::string file = "/usr/bin/bash";
    std::ifstream stream(file, std::ios::binary);
    const std::string text((std::istreambuf_iterator<char>(stream)), std::istreambuf_iterator<char>());
    const Snapshot snapshot = Snapshot::ofBytes(std::as_bytes(std::span(text)));
    // No line feed can be part of a match: grep looks at lines.
    const std::vector<std::string> patterns{
        "7f 45 4c 46", "00 00 00 01",    "48 8b", "e8 ?? ?? 00 00", "74 68 65", "00 00 00 00 00",
        "ff ff ff ff", "48 89 ?? 24 08", "55",    "62 61 73 68 00", "cc cc",    "f3 0f 1e fa 31 ed"};
    int failures = 0;
    std::size_t lines = 0;
    for (const std::string& hex : patterns) {
        std::string expected = grepOffsets(file, perlOf(hex));
        std::string actual = ourOffsets(snapshot, hex);
        if (hex.find('?') != std::string::npos) {
            // Of ours only those without a line feed inside are comparable.
            std::string kept;
            for (std::size_t at = 0; at < actual.size();) {
                const std::size_t end = actual.find('\n', at);
                const auto offset = static_cast<std::size_t>(std::stoull(actual.substr(at, end - at)));
                if (text.substr(offset, (hex.size() + 1) / 3).find('\n') == std::string::npos)
                    kept += std::to_string(offset) + '\n';
                at = end + 1;
            }
            actual = kept;
        }
        lines += expected.size();
        if (actual != expected) {
            std::fprintf(stderr, "%s: grep and we differ (%zu and %zu bytes of offsets)\n", hex.c_str(),
                         expected.size(), actual.size());
            ++failures;
        }
    }
    if (lines == 0) {
        std::fprintf(stderr, "grep found nothing at all\n");
        ++failures;
    }
    return failures == 0 ? 0 : 1;
}
