#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/integer.h"
#include "core/structure/format_problem.h"

namespace octavo {

struct YamlEntry;

/// A node of a YAML document as it was written: scalars keep their text, and every node knows where it began.
/// A value, immutable once read.
struct YamlNode {
    enum class Kind : std::uint8_t { Scalar, List, Map };

    Kind kind = Kind::Scalar;
    bool isPlain = false;              ///< a scalar without quotes
    bool isBlock = false;              ///< a scalar behind | or >, whose text begins on the next line
    TextMark mark = {};                ///< of the first character, a quote included
    std::string text = {};             ///< of a scalar
    std::vector<YamlNode> items = {};  ///< of a list
    std::vector<YamlEntry> entries;    ///< of a map, in the order they were written in

    [[nodiscard]] bool isScalar() const { return kind == Kind::Scalar; }
    [[nodiscard]] bool isList() const { return kind == Kind::List; }
    [[nodiscard]] bool isMap() const { return kind == Kind::Map; }
    /// ~, null or nothing at all, unquoted.
    [[nodiscard]] bool isNull() const;
    /// true or false, unquoted.
    [[nodiscard]] std::optional<bool> boolean() const;
    /// An integer of YAML 1.1, unquoted.
    [[nodiscard]] std::optional<Int128> integer() const;
    /// The value of a key of a map; nullptr when it is not there.
    [[nodiscard]] const YamlNode* find(std::string_view key) const;
    /// What it is, for messages: "null", "true", "12", "a map", "a list" or the text.
    [[nodiscard]] std::string describe() const;
};

struct YamlEntry {
    std::string key;
    TextMark mark;  ///< of the key
    bool isPlain = true;
    YamlNode value;
};

/// Reads one YAML 1.1 document without anchors, aliases and duplicate keys. At most 4 MiB, 64 levels and
/// 200,000 nodes; beyond that YamlLimit.
[[nodiscard]] FormatResult<YamlNode> parseYaml(std::string_view text);

}  // namespace octavo
