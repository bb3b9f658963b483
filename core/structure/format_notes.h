#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/structure/format.h"
#include "core/structure/yaml_tree.h"

namespace octavo {

/// Where the readers of one file put what is wrong with it.
class FormatNotes {
public:
    FormatNotes(std::string file, std::vector<FormatProblem>& problems)
        : file_(std::move(file)), problems_(&problems) {}

    void add(FormatFault fault, const std::string& path, TextMark mark, std::string subject = {},
             std::string expected = {}, FormatProblem::Severity severity = FormatProblem::Severity::Error) {
        problems_->push_back({.fault = fault,
                              .severity = severity,
                              .file = file_,
                              .path = path,
                              .mark = mark,
                              .subject = std::move(subject),
                              .expected = std::move(expected)});
    }
    [[nodiscard]] const std::string& file() const { return file_; }

private:
    std::string file_;
    std::vector<FormatProblem>* problems_;
};

/// An expression of this text that is yet to be parsed.
[[nodiscard]] FormatExpression expressionAt(const YamlNode& scalar, const std::string& path);
/// Notes what the parser could not read.
void noteFault(const ExpressionFault& fault, const FormatExpression& where, FormatNotes& notes);

/// Whether a name is one: a small letter, then small letters, digits and _.
[[nodiscard]] bool isFormatName(std::string_view name);

/// The scalar as an expression; empty and noted when it is none.
[[nodiscard]] FormatExpression readExpression(const YamlNode& node, const std::string& path,
                                              FormatNotes& notes);

/// Text, true or false, and integers from `least` to `most` of a node; a note and the default where it is
/// something else.
[[nodiscard]] std::string readText(const YamlNode& node, const std::string& path, FormatNotes& notes);
[[nodiscard]] bool readFlag(const YamlNode& node, const std::string& path, FormatNotes& notes);
[[nodiscard]] Int128 readNumber(const YamlNode& node, Int128 least, Int128 most, const std::string& path,
                                FormatNotes& notes);
/// A text, or a list of texts.
[[nodiscard]] std::vector<std::string> readTexts(const YamlNode& node, const std::string& path,
                                                 FormatNotes& notes);

/// The same, one a line.
[[nodiscard]] std::string readLines(const YamlNode& node, const std::string& path, FormatNotes& notes);

/// Notes every key of a map that is not in `known` and does not begin with "-".
void checkKeys(const YamlNode& map, const std::vector<std::string_view>& known, const std::string& path,
               FormatNotes& notes);
/// True when the node is a map or a list; else a note.
[[nodiscard]] bool expectMap(const YamlNode& node, const std::string& path, FormatNotes& notes);
[[nodiscard]] bool expectList(const YamlNode& node, const std::string& path, FormatNotes& notes);

/// Reads one entry of `seq`, `params` or `instances`; its name must have been set.
void readField(const YamlNode& node, FormatField& field, FormatNotes& notes);

}  // namespace octavo
