#include "app/command_line.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <sstream>

namespace octavo {

namespace {

constexpr int kUsageStatus = 2;
constexpr int kSideMin = 200;
constexpr int kSideMax = 16384;

std::optional<QSize> sizeOf(const std::string& text) {
    const auto cross = text.find('x');
    if (cross == std::string::npos)
        return std::nullopt;
    bool isWidth = false;
    bool isHeight = false;
    const int width = QString::fromStdString(text.substr(0, cross)).toInt(&isWidth);
    const int height = QString::fromStdString(text.substr(cross + 1)).toInt(&isHeight);
    const auto isSide = [](int side) { return kSideMin <= side && side <= kSideMax; };
    return isWidth && isHeight && isSide(width) && isSide(height) ? std::optional(QSize(width, height))
                                                                  : std::nullopt;
}

}  // namespace

CommandLineAnswer parseCommandLine(const std::vector<std::string>& arguments, const std::string& version) {
    CommandLine result;
    std::string theme;
    std::string size;
    CLI::App app("Octavo, a hex editor that never loses a byte", "octavo");
    app.set_version_flag("--version", "octavo " + version);
    app.add_option("FILE", result.files, "Files to open");
    app.add_option("--offset", result.offset,
                   "Put the caret there: 4096, 0x10+4k, end-16, -16 (from the end)");
    app.add_flag("--readonly", result.isReadOnly, "Open the files without letting them be changed");
    app.add_flag("--safe-mode", result.isSafeMode, "Start without the stored settings and the last session");
    app.add_option("--theme", theme, "desktop, light, dark or high-contrast, for this time only");
    app.add_option("--size", size, "Size of the window: WIDTHxHEIGHT");
    app.add_option("--settings", result.settingsDirectory, "Keep settings and session in this directory");
    app.add_option("--screenshot", result.screenshot, "Save a picture of the window as a PNG file, then end");
    app.add_flag("--quit-after-first-frame", result.quitsAfterFirstFrame,
                 "End once the window was painted; measures starting");
    try {
        // CLI11 takes its arguments from the back.
        app.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
    } catch (const CLI::ParseError& problem) {
        std::ostringstream out;
        std::ostringstream err;
        const bool isWrong = app.exit(problem, out, err) != 0;
        return {std::nullopt, isWrong ? "octavo: " + err.str() : out.str(), isWrong ? kUsageStatus : 0};
    }
    if (!theme.empty()) {
        result.theme = themeOfName(QString::fromStdString(theme));
        if (!result.theme)
            return {std::nullopt, "octavo: --theme: desktop, light, dark or high-contrast\n", kUsageStatus};
    }
    if (!size.empty()) {
        result.size = sizeOf(size);
        if (!result.size)
            return {std::nullopt, "octavo: --size: WIDTHxHEIGHT, each from 200 to 16384\n", kUsageStatus};
    }
    return {std::move(result), {}, 0};
}

}  // namespace octavo
