#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/structure/format_loader.h"
#include "core/structure/format_summary.h"

namespace octavo {

/// A format that a file may be of.
struct FormatCandidate {
    const FormatSummary* format = nullptr;
    std::size_t matchedBytes = 0;  ///< of its strongest signature that fits; 0: none does
    bool hasMimeType = false;
    bool hasExtension = false;
};

/// The descriptions that can be had by name: those of Octavo, and those in the person's folders, which win.
/// A value; safe to read from any thread.
class FormatLibrary {
public:
    /// The path of a description of Octavo's own begins with this.
    static constexpr std::string_view kBuiltinFolder = "octavo:/formats";
    static constexpr std::size_t kMostFiles = 10'000;
    /// Of a folder: what is looked at in it and below it, and how deep.
    static constexpr std::size_t kMostEntries = 200'000;
    static constexpr int kDeepest = 16;

    /// Reads the `meta` of all descriptions: Octavo's, and the .ksy files in these folders and below. Ends
    /// early, with what it has, when the job is stopped. Cost: linear in the files.
    [[nodiscard]] static FormatLibrary read(std::vector<std::string> folders, const JobContext& job = {});

    /// In the order of their ids.
    [[nodiscard]] const std::vector<FormatSummary>& formats() const { return formats_; }
    /// nullptr: none of this id.
    [[nodiscard]] const FormatSummary* find(std::string_view id) const;
    /// How descriptions and what they import are found: in these folders first, then in those of the library.
    [[nodiscard]] FormatSearch search(std::vector<std::string> importFolders = {}) const;

    /// The formats that the bytes, the MIME types or the name speak for, the likeliest first. Nothing is read
    /// but the bytes of signatures. Cost: a few bytes for each signature.
    [[nodiscard]] std::vector<FormatCandidate> detect(const Snapshot& bytes, std::string_view fileName,
                                                      const std::vector<std::string>& mimeTypes = {}) const;

private:
    void add(FormatSummary summary);

    std::vector<std::string> folders_;
    std::vector<FormatSummary> formats_;
};

/// The text of a description of Octavo's own; nothing when there is none of this path.
[[nodiscard]] std::optional<std::string> builtinFormatText(std::string_view path);

}  // namespace octavo
