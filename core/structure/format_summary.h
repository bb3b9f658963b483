#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/buffer/snapshot.h"
#include "core/structure/yaml_tree.h"

namespace octavo {

/// Bytes that tell a file of a format from others: all parts must be there. Written in the `meta` of a
/// description as an entry of the list `-detect`: a map from offsets, negative ones from the end, to bytes in
/// hex digits with ?? for any byte.
struct FormatSignature {
    struct Part {
        std::int64_t offset = 0;
        std::vector<std::optional<std::byte>> bytes;
    };
    std::vector<Part> parts;

    /// The bytes that have to be equal.
    [[nodiscard]] std::size_t weight() const;
    [[nodiscard]] bool fits(const Snapshot& bytes) const;
};

/// What a description says about itself in `meta`, read without the rest of it.
struct FormatSummary {
    std::string id;
    std::string path;  ///< where its text is
    std::string title;
    std::vector<std::string> extensions;  ///< in small letters, without a dot
    std::vector<std::string> mimeTypes;   ///< as `xref/mime` has them
    std::vector<FormatSignature> signatures;
};

/// An entry of `-detect`; nothing for one that is none.
[[nodiscard]] std::optional<FormatSignature> readSignature(const YamlNode& entry);

/// Nothing for a text that has no `meta` with an id. What is wrong in it otherwise is left out: loading the
/// description says so. Cost: linear in `meta`.
[[nodiscard]] std::optional<FormatSummary> summarizeFormat(std::string_view text, std::string path);

}  // namespace octavo
