#include "core/structure/format_summary.h"

#include <algorithm>

#include "core/base/ascii_text.h"
#include "core/base/hex_digit.h"

namespace octavo {

namespace {

/// The lines of the key `meta`, up to the next key of the top.
std::string_view metaOf(std::string_view text) {
    std::size_t begin = std::string_view::npos;
    for (std::size_t line = 0; line < text.size();) {
        const std::size_t next = std::min(text.find('\n', line), text.size() - 1) + 1;
        const std::string_view content = text.substr(line, next - line);
        const bool isKey = content[0] != ' ' && content[0] != '#' && content[0] != '\n' && content[0] != '\r';
        if (begin == std::string_view::npos && content.starts_with("meta:"))
            begin = line;
        else if (begin != std::string_view::npos && isKey)
            return text.substr(begin, line - begin);
        line = next;
    }
    return begin == std::string_view::npos ? std::string_view() : text.substr(begin);
}

std::vector<std::string> textsOf(const YamlNode* node) {
    if (node == nullptr)
        return {};
    if (node->isScalar())
        return {node->text};
    std::vector<std::string> texts;
    for (const YamlNode& item : node->items) {
        if (item.isScalar())
            texts.push_back(item.text);
    }
    return texts;
}

std::optional<std::vector<std::optional<std::byte>>> patternOf(std::string_view hex) {
    std::vector<std::optional<std::byte>> bytes;
    for (std::size_t at = 0; at < hex.size();) {
        if (hex[at] == ' ') {
            ++at;
            continue;
        }
        if (at + 1 >= hex.size())
            return std::nullopt;
        const auto high = hexDigit(hex[at]);
        const auto low = hexDigit(hex[at + 1]);
        if (hex.substr(at, 2) == "??")
            bytes.emplace_back();
        else if (high && low)
            bytes.emplace_back(static_cast<std::byte>(*high * 16 + *low));
        else
            return std::nullopt;
        at += 2;
    }
    return bytes.empty() ? std::nullopt : std::optional(std::move(bytes));
}

bool partFits(const FormatSignature::Part& part, const Snapshot& bytes) {
    const ByteCount size = bytes.size();
    const auto distance = static_cast<ByteCount>(part.offset < 0 ? -part.offset : part.offset);
    if (distance > size)
        return false;
    const ByteOffset at = part.offset < 0 ? size - distance : distance;
    if (part.bytes.size() > size - at)
        return false;
    std::vector<std::byte> read(part.bytes.size());
    if (!bytes.read(at, read).isEmpty())
        return false;
    return std::equal(read.begin(), read.end(), part.bytes.begin(),
                      [](std::byte is, std::optional<std::byte> wanted) { return !wanted || is == *wanted; });
}

}  // namespace

std::optional<FormatSignature> readSignature(const YamlNode& entry) {
    FormatSignature made;
    for (const YamlEntry& part : entry.entries) {
        const auto offset = parseIntegerLiteral(part.key);
        auto bytes = patternOf(part.value.text);
        constexpr Int128 kFarthest = Int128{1} << 40;
        if (!offset || *offset > kFarthest || *offset < -kFarthest || !bytes)
            return std::nullopt;
        made.parts.push_back({.offset = static_cast<std::int64_t>(*offset), .bytes = std::move(*bytes)});
    }
    return made.parts.empty() ? std::nullopt : std::optional(std::move(made));
}

std::size_t FormatSignature::weight() const {
    std::size_t count = 0;
    for (const Part& part : parts)
        count += static_cast<std::size_t>(std::count_if(part.bytes.begin(), part.bytes.end(),
                                                        [](const auto& each) { return each.has_value(); }));
    return count;
}

bool FormatSignature::fits(const Snapshot& bytes) const {
    return std::all_of(parts.begin(), parts.end(),
                       [&bytes](const Part& part) { return partFits(part, bytes); });
}

std::optional<FormatSummary> summarizeFormat(std::string_view text, std::string path) {
    const auto read = parseYaml(metaOf(text));
    const YamlNode* meta = read ? read->find("meta") : nullptr;
    const YamlNode* id = meta != nullptr ? meta->find("id") : nullptr;
    if (id == nullptr || !id->isScalar() || id->text.empty())
        return std::nullopt;
    FormatSummary made;
    made.id = id->text;
    made.path = std::move(path);
    const YamlNode* title = meta->find("title");
    made.title = title != nullptr && title->isScalar() ? title->text : made.id;
    for (const std::string& extension : textsOf(meta->find("file-extension")))
        made.extensions.push_back(asciiLower(extension));
    if (const YamlNode* references = meta->find("xref"))
        made.mimeTypes = textsOf(references->find("mime"));
    if (const YamlNode* detect = meta->find("-detect"); detect != nullptr && detect->isList()) {
        for (const YamlNode& item : detect->items) {
            if (auto signature = readSignature(item))
                made.signatures.push_back(std::move(*signature));
        }
    }
    return made;
}

}  // namespace octavo
