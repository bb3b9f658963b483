// Searching random folders against std::filesystem's walk and the obvious loop, and against GNU grep.

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <random>
#include <rapidcheck.h>

#include "core/base/thread_workers.h"
#include "core/search/find_in_files.h"
#include "tests/support/files_world.h"
#include "tests/support/temporary_directory.h"

namespace octavo {
namespace {

namespace fs = std::filesystem;
using test::FilesRecord;
using test::TemporaryDirectory;

std::string someText(std::mt19937& random, std::size_t most) {
    std::string text(random() % (most + 1), '\0');
    for (char& each : text)
        each = static_cast<char>('a' + random() % 3);
    return text;
}

/// Files and folders with names such that the order of names is not that of making.
void grow(const fs::path& folder, std::mt19937& random, int depth) {
    const auto entries = random() % 7;
    for (std::size_t i = 0; i < entries; ++i) {
        std::string name = random() % 6 == 0 ? "." : "";
        name += someText(random, 3) + std::to_string(random() % 100) + (random() % 2 == 0 ? ".bin" : "");
        const fs::path path = folder / name;
        if (fs::exists(fs::symlink_status(path)))
            continue;
        switch (random() % 8) {
            case 0:
            case 1:
                fs::create_directory(path);
                if (depth > 0)
                    grow(path, random, depth - 1);
                break;
            case 2:
                fs::create_symlink(random() % 2 == 0 ? "." : "..", path);
                break;
            default:
                std::ofstream(path, std::ios::binary) << someText(random, random() % 4 == 0 ? 3000 : 60);
        }
    }
}

std::string contentOf(const fs::path& path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

bool isHiddenBelow(const fs::path& root, const fs::path& path) {
    const fs::path below = path.lexically_relative(root);
    return std::any_of(below.begin(), below.end(),
                       [](const fs::path& part) { return part.native().starts_with('.'); });
}

/// "path:offset" of everything the obvious way finds, sorted.
std::vector<std::string> obviously(const fs::path& root, const std::string& wanted,
                                   const FolderOptions& how) {
    std::vector<std::string> places;
    for (const auto& entry : fs::recursive_directory_iterator(root)) {
        const fs::path& path = entry.path();
        const bool isFile = fs::is_regular_file(entry.symlink_status());
        if (!isFile || (!how.withHidden && isHiddenBelow(root, path)) ||
            (!how.withSubfolders && path.parent_path() != root) ||
            (!how.names.empty() && path.extension() != ".bin"))
            continue;
        const std::string content = contentOf(path);
        for (std::size_t at = content.find(wanted); at != std::string::npos;
             at = content.find(wanted, at + wanted.size()))
            places.push_back(path.native() + ':' + std::to_string(at));
    }
    std::ranges::sort(places);
    return places;
}

/// Folders first come in the order of the walk: each path's parts compare as bytes.
bool isInOrder(const std::vector<std::string>& paths) {
    return std::ranges::is_sorted(paths, [](const std::string& a, const std::string& b) {
        const fs::path left(a);
        const fs::path right(b);
        return std::lexicographical_compare(
            left.begin(), left.end(), right.begin(), right.end(),
            [](const fs::path& x, const fs::path& y) { return x.native() < y.native(); });
    });
}

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

/// "path:offset" of each occurrence of a text without line feeds, sorted.
std::vector<std::string> asGrepDoes(const std::string& folder, const std::string& text) {
    std::vector<std::string> places;
    const std::string output = run("LC_ALL=C grep -robaUF --null -e '" + text + "' '" + folder + "'");
    for (std::size_t at = 0; at < output.size();) {
        const std::size_t name = output.find('\0', at);
        const std::size_t colon = output.find(':', name);
        places.push_back(output.substr(at, name - at) + ':' + output.substr(name + 1, colon - name - 1));
        at = output.find('\n', colon) + 1;
    }
    std::ranges::sort(places);
    return places;
}

std::vector<std::string> sorted(std::vector<std::string> places) {
    std::ranges::sort(places);
    return places;
}

bool checkAgainstTheObvious() {
    ThreadWorkers workers(4);
    return rc::check("findInFiles() tells what the obvious walk and loop find, in order", [&workers] {
        std::mt19937 random(*rc::gen::noShrink(rc::gen::arbitrary<std::uint32_t>()));
        const TemporaryDirectory directory;
        grow(directory.path(), random, 3);
        FilesOrder order{.documents = {}, .roots = {directory.path()}};
        order.folders = {.names = {},
                         .withSubfolders = random() % 3 != 0,
                         .withHidden = random() % 2 == 0,
                         .followsLinks = false};
        if (random() % 3 == 0)
            order.folders.names = {"*.bin"};
        order.workers = random() % 2 == 0 ? &workers : nullptr;
        order.smallFile = random() % 2 == 0 ? 100 : 1 << 20;
        order.matchesKept = 1 + random() % 30;
        std::string wanted = someText(random, 3);
        if (wanted.empty())
            wanted = "b";
        const Pattern pattern = Pattern::ofBytes(std::as_bytes(std::span(wanted)));
        FilesRecord record;
        const auto report = findInFiles(order, pattern, record);
        RC_ASSERT(report.has_value());
        const auto expected = obviously(directory.path(), wanted, order.folders);
        RC_ASSERT(sorted(record.places()) == expected);
        RC_ASSERT(report->count == expected.size());
        RC_ASSERT(report->files == record.files.size());
        RC_ASSERT(isInOrder(record.paths()));
        for (const auto& each : record.files) {
            RC_ASSERT((each.hasEnded && each.report.isWhole()));
            RC_ASSERT(each.report.count == each.matches.size());
        }
        if (order.folders.names.empty() && order.folders.withSubfolders && order.folders.withHidden)
            RC_ASSERT(asGrepDoes(directory.path(), wanted) == expected);
        // Cut off anywhere, it is a beginning of the same.
        order.limit = 1 + random() % 40;
        FilesRecord cut;
        const auto cutReport = findInFiles(order, pattern, cut);
        auto whole = record.places();
        RC_ASSERT(cutReport->isComplete == (whole.size() < order.limit));
        whole.resize(std::min<std::size_t>(whole.size(), order.limit));
        RC_ASSERT(cut.places() == whole);
    });
}

bool checkAgainstGrep() {
    const std::string folder = "/usr/include";
    ThreadWorkers workers(4);
    for (const std::string text : {"GLIBC", "int", "/*"}) {
        FilesOrder order{.documents = {}, .roots = {folder}, .folders = {.names = {}, .withHidden = true}};
        order.workers = &workers;
        FilesRecord record;
        const auto report = findInFiles(order, Pattern::ofBytes(std::as_bytes(std::span(text))), record);
        const auto expected = asGrepDoes(folder, text);
        if (!report || expected.empty() || sorted(record.places()) != expected) {
            std::fprintf(stderr, "%s: grep finds %zu places, we %zu\n", text.c_str(), expected.size(),
                         record.places().size());
            return false;
        }
    }
    return true;
}

}  // namespace
}  // namespace octavo

int main() {
    const bool isRight = octavo::checkAgainstTheObvious();
    return octavo::checkAgainstGrep() && isRight ? 0 : 1;
}
