#include "core/structure/format_loader.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <utility>

#include "core/structure/format_reader.h"
#include "core/structure/format_resolver.h"
#include "core/structure/type_lookup.h"

namespace octavo {

namespace {

constexpr std::size_t kMostFiles = 1000;
constexpr std::uintmax_t kLargestFile = std::uintmax_t{4} << 20;

class Loader {
public:
    explicit Loader(const FormatSearch& search) : search_(search) {}

    LoadedFormat load(std::string_view text, const std::string& path) {
        add(text, path);
        for (std::size_t i = 0; i < set_->formats.size(); ++i)
            loadImports(*set_->formats[i]);
        if (!set_->formats.empty()) {
            loadOpaqueTypes();
            resolveFormats(*set_, problems_);
        }
        const bool isUsable =
            !set_->formats.empty() &&
            std::none_of(problems_.begin(), problems_.end(), [](const FormatProblem& problem) {
                return problem.severity == FormatProblem::Severity::Error;
            });
        set_->warnings = problems_;
        return {.set = isUsable ? std::shared_ptr<const FormatSet>(std::move(set_)) : nullptr,
                .problems = std::move(problems_)};
    }

private:
    void add(std::string_view text, const std::string& path) {
        paths_.push_back(path);
        if (auto format = readFormat(text, path, problems_))
            set_->formats.push_back(std::move(format));
    }

    /// Where an import may be, in order.
    [[nodiscard]] std::vector<std::string> candidates(const Format& from, const std::string& name) const {
        const bool isAbsolute = name.starts_with('/');
        const std::filesystem::path relative(isAbsolute ? name.substr(1) : name);
        std::vector<std::string> found;
        const auto folder = std::filesystem::path(from.file).parent_path();
        if (!isAbsolute)
            found.push_back((folder / relative).lexically_normal().string() + ".ksy");
        for (const std::string& root : search_.importFolders)
            found.push_back((std::filesystem::path(root) / relative).lexically_normal().string() + ".ksy");
        return found;
    }

    bool loadFirst(const std::vector<std::string>& paths) {
        for (const std::string& path : paths) {
            if (std::find(paths_.begin(), paths_.end(), path) != paths_.end())
                return true;
            if (const auto text = search_.read(path)) {
                add(*text, path);
                return true;
            }
        }
        return false;
    }

    void loadImports(Format& format) {
        // What is added while this runs moves the set, not the formats.
        const std::vector<Format::Import> imports = format.imports;
        for (const Format::Import& import : imports) {
            const bool isPossible = !import.name.empty() && set_->formats.size() < kMostFiles;
            if (isPossible && loadFirst(candidates(format, import.name)))
                continue;
            problems_.push_back({.fault = FormatFault::ImportNotFound,
                                 .severity = FormatProblem::Severity::Error,
                                 .file = format.file,
                                 .path = import.path,
                                 .mark = import.mark,
                                 .subject = import.name,
                                 .expected = {}});
        }
    }

    /// A type whose code is elsewhere is read with the description of its name, where one lies beside.
    void loadOpaqueTypes() {
        for (std::size_t i = 0; i < set_->formats.size(); ++i) {
            Format& format = *set_->formats[i];
            if (format.allowsOpaqueTypes)
                loadOpaqueTypes(format, format.top);
            loadImports(format);
        }
    }

    void loadOpaqueTypes(const Format& format, const FormatType& type) {
        for (const FormatField& field : type.fields)
            loadOpaqueType(format, type, field.item);
        for (const auto& nested : type.types)
            loadOpaqueTypes(format, *nested);
    }

    void loadOpaqueType(const Format& format, const FormatType& type, const ItemType& item) {
        for (const ItemType::Case& known : item.cases)
            loadOpaqueType(format, type, *known.type);
        const std::vector<std::string>& scope = item.reference.scope;
        if (item.kind == ItemType::Kind::Structure && scope.size() == 1 &&
            set_->formats.size() < kMostFiles && TypeLookup(*set_).type(type, scope) == nullptr)
            loadFirst(candidates(format, scope.front()));
    }

    const FormatSearch& search_;
    std::shared_ptr<FormatSet> set_ = std::make_shared<FormatSet>();
    std::vector<std::string> paths_;
    std::vector<FormatProblem> problems_;
};

std::optional<std::string> readFile(const std::string& path) {
    std::error_code error;
    const auto size = std::filesystem::file_size(path, error);
    if (error || size > kLargestFile)
        return std::nullopt;
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return std::nullopt;
    std::string text(std::istreambuf_iterator<char>(file), {});
    return file.bad() ? std::nullopt : std::optional(std::move(text));
}

}  // namespace

FormatSearch FormatSearch::onDisk(std::vector<std::string> importFolders) {
    return {.importFolders = std::move(importFolders), .read = readFile};
}

LoadedFormat loadFormat(const std::string& path, const FormatSearch& search) {
    const auto text = search.read(path);
    if (text)
        return loadFormatText(*text, path, search);
    LoadedFormat failed;
    failed.problems.push_back({.fault = FormatFault::ImportFailed,
                               .severity = FormatProblem::Severity::Error,
                               .file = path,
                               .path = {},
                               .mark = {},
                               .subject = path,
                               .expected = {}});
    return failed;
}

LoadedFormat loadFormatText(std::string_view text, const std::string& path, const FormatSearch& search) {
    return Loader(search).load(text, path);
}

}  // namespace octavo
