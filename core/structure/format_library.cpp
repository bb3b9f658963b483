#include "core/structure/format_library.h"

#include <algorithm>
#include <filesystem>

#include "core/base/ascii_text.h"
#include "core/structure/builtin_formats.h"

namespace octavo {

namespace {

constexpr std::string_view kSuffix = ".ksy";

std::string builtinPath(std::string_view name) {
    return std::string(FormatLibrary::kBuiltinFolder) + "/" + std::string(name) + std::string(kSuffix);
}

/// The .ksy files in a folder and below it, in the order of their paths.
std::vector<std::string> descriptionsIn(const std::string& folder, const JobContext& job) {
    std::vector<std::string> paths;
    std::error_code error;
    std::filesystem::recursive_directory_iterator each(
        folder, std::filesystem::directory_options::skip_permission_denied, error);
    const std::filesystem::recursive_directory_iterator end;
    std::size_t looked = 0;
    while (!error && each != end && paths.size() < FormatLibrary::kMostFiles &&
           ++looked < FormatLibrary::kMostEntries && !job.stopRequested()) {
        if (each.depth() >= FormatLibrary::kDeepest)
            each.disable_recursion_pending();
        std::error_code unknown;
        if (each->path().extension() == kSuffix && each->is_regular_file(unknown))
            paths.push_back(each->path().string());
        each.increment(error);
    }
    std::sort(paths.begin(), paths.end());
    return paths;
}

std::string extensionOf(std::string_view fileName) {
    const std::string extension = std::filesystem::path(fileName).extension().string();
    return extension.empty() ? extension : asciiLower(std::string_view(extension).substr(1));
}

bool isIn(const std::vector<std::string>& all, std::string_view wanted) {
    return std::find(all.begin(), all.end(), wanted) != all.end();
}

}  // namespace

std::optional<std::string> builtinFormatText(std::string_view path) {
    const std::string folder = std::string(FormatLibrary::kBuiltinFolder) + "/";
    if (!path.starts_with(folder) || !path.ends_with(kSuffix))
        return std::nullopt;
    path.remove_prefix(folder.size());
    path.remove_suffix(kSuffix.size());
    const auto all = builtinFormats();
    const auto found =
        std::lower_bound(all.begin(), all.end(), path,
                         [](const BuiltinFormat& each, std::string_view name) { return each.name < name; });
    return found == all.end() || found->name != path ? std::nullopt : std::optional(std::string(found->text));
}

FormatLibrary FormatLibrary::read(std::vector<std::string> folders, const JobContext& job) {
    FormatLibrary made;
    made.folders_ = std::move(folders);
    const FormatSearch disk = FormatSearch::onDisk({});
    for (const std::string& folder : made.folders_) {
        for (const std::string& path : descriptionsIn(folder, job)) {
            if (const auto text = disk.read(path)) {
                if (auto summary = summarizeFormat(*text, path))
                    made.add(std::move(*summary));
            }
        }
    }
    for (const BuiltinFormat& each : builtinFormats()) {
        if (auto summary = summarizeFormat(each.text, builtinPath(each.name)))
            made.add(std::move(*summary));
    }
    return made;
}

/// What was there first stays.
void FormatLibrary::add(FormatSummary summary) {
    const auto at =
        std::lower_bound(formats_.begin(), formats_.end(), summary.id,
                         [](const FormatSummary& each, const std::string& id) { return each.id < id; });
    if (at == formats_.end() || at->id != summary.id)
        formats_.insert(at, std::move(summary));
}

const FormatSummary* FormatLibrary::find(std::string_view id) const {
    const auto found =
        std::lower_bound(formats_.begin(), formats_.end(), id,
                         [](const FormatSummary& each, std::string_view wanted) { return each.id < wanted; });
    return found == formats_.end() || found->id != id ? nullptr : &*found;
}

FormatSearch FormatLibrary::search(std::vector<std::string> importFolders) const {
    importFolders.insert(importFolders.end(), folders_.begin(), folders_.end());
    importFolders.emplace_back(kBuiltinFolder);
    FormatSearch made = FormatSearch::onDisk(std::move(importFolders));
    made.read = [disk = made.read](const std::string& path) {
        return path.starts_with(kBuiltinFolder) ? builtinFormatText(path) : disk(path);
    };
    return made;
}

std::vector<FormatCandidate> FormatLibrary::detect(const Snapshot& bytes, std::string_view fileName,
                                                   const std::vector<std::string>& mimeTypes) const {
    std::vector<FormatCandidate> found;
    const std::string extension = extensionOf(fileName);
    for (const FormatSummary& format : formats_) {
        FormatCandidate candidate{.format = &format};
        for (const FormatSignature& signature : format.signatures) {
            if (signature.weight() > candidate.matchedBytes && signature.fits(bytes))
                candidate.matchedBytes = signature.weight();
        }
        candidate.hasMimeType =
            std::any_of(mimeTypes.begin(), mimeTypes.end(),
                        [&format](const std::string& type) { return isIn(format.mimeTypes, type); });
        candidate.hasExtension = !extension.empty() && isIn(format.extensions, extension);
        if (candidate.matchedBytes > 0 || candidate.hasMimeType || candidate.hasExtension)
            found.push_back(candidate);
    }
    // A signature of two bytes is often there by chance; one of the others then has to speak for it, too.
    const auto rank = [](const FormatCandidate& each) {
        const bool isNamed = each.hasMimeType || each.hasExtension;
        const std::size_t weight = each.matchedBytes * (isNamed ? 2 : 1);
        return std::tuple(weight, each.hasMimeType, each.hasExtension);
    };
    std::stable_sort(found.begin(), found.end(), [&rank](const FormatCandidate& a, const FormatCandidate& b) {
        return rank(a) > rank(b);
    });
    return found;
}

}  // namespace octavo
