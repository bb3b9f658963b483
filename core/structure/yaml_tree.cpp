#include "core/structure/yaml_tree.h"

#include <algorithm>
#include <set>
#include <utility>
#include <yaml.h>

namespace octavo {

namespace {

constexpr std::size_t kLargestText = std::size_t{4} << 20;
constexpr int kDeepest = 64;
constexpr std::size_t kMostNodes = 200'000;

TextMark markOf(const yaml_mark_t& mark) {
    return {.line = static_cast<std::uint32_t>(mark.line) + 1,
            .column = static_cast<std::uint32_t>(mark.column) + 1};
}

tl::unexpected<FormatProblem> problem(FormatFault fault, TextMark mark, std::string subject,
                                      std::string expected = {}) {
    FormatProblem made;
    made.fault = fault;
    made.mark = mark;
    made.subject = std::move(subject);
    made.expected = std::move(expected);
    return tl::unexpected(std::move(made));
}

/// libyaml's parser with the lifetime of a scope.
class EventReader {
public:
    explicit EventReader(std::string_view text) {
        isReady_ = yaml_parser_initialize(&parser_) != 0;
        // It wants a pointer even to nothing.
        const char* const start = text.empty() ? "" : text.data();
        if (isReady_)
            yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char*>(start),
                                         text.size());
    }
    ~EventReader() {
        clear();
        if (isReady_)
            yaml_parser_delete(&parser_);
    }
    EventReader(const EventReader&) = delete;
    EventReader& operator=(const EventReader&) = delete;

    /// Goes to the next event; false at an error.
    bool next() {
        clear();
        hasEvent_ = isReady_ && yaml_parser_parse(&parser_, &event_) != 0;
        return hasEvent_;
    }
    [[nodiscard]] const yaml_event_t& event() const { return event_; }
    [[nodiscard]] tl::unexpected<FormatProblem> failure() const {
        return problem(FormatFault::YamlSyntax, isReady_ ? markOf(parser_.problem_mark) : TextMark{},
                       isReady_ && parser_.problem != nullptr ? parser_.problem : "out of memory");
    }

private:
    void clear() {
        if (std::exchange(hasEvent_, false))
            yaml_event_delete(&event_);
    }

    yaml_parser_t parser_{};
    yaml_event_t event_{};
    bool isReady_ = false;
    bool hasEvent_ = false;
};

class TreeBuilder {
public:
    explicit TreeBuilder(std::string_view text) : reader_(text) {}

    FormatResult<YamlNode> build() {
        for (;;) {
            if (!reader_.next())
                return reader_.failure();
            const yaml_event_type_t type = reader_.event().type;
            if (type == YAML_STREAM_END_EVENT) {
                YamlNode nothing;  // an empty text is null
                nothing.isPlain = true;
                return nothing;
            }
            if (type != YAML_STREAM_START_EVENT && type != YAML_DOCUMENT_START_EVENT)
                break;
        }
        auto root = node(0);
        if (!root)
            return root;
        if (!reader_.next())  // the document's end
            return reader_.failure();
        if (!reader_.next())
            return reader_.failure();
        if (reader_.event().type != YAML_STREAM_END_EVENT)
            return problem(FormatFault::Shape, markOf(reader_.event().start_mark), "a second document",
                           "one document");
        return root;
    }

private:
    /// Builds the node that the current event begins.
    FormatResult<YamlNode> node(int depth) {
        const yaml_event_t& event = reader_.event();
        const TextMark mark = markOf(event.start_mark);
        if (depth > kDeepest)
            return problem(FormatFault::YamlLimit, mark, {}, "64 levels");
        if (++count_ > kMostNodes)
            return problem(FormatFault::YamlLimit, mark, {}, "200000 nodes");
        switch (event.type) {
            case YAML_SCALAR_EVENT:
                return scalar();
            case YAML_SEQUENCE_START_EVENT:
                return event.data.sequence_start.anchor != nullptr ? refuseAlias(mark) : list(depth);
            case YAML_MAPPING_START_EVENT:
                return event.data.mapping_start.anchor != nullptr ? refuseAlias(mark) : map(depth);
            default:
                return refuseAlias(mark);
        }
    }

    static FormatResult<YamlNode> refuseAlias(TextMark mark) {
        return problem(FormatFault::YamlAlias, mark, {});
    }

    FormatResult<YamlNode> scalar() {
        const yaml_event_t& event = reader_.event();
        if (event.data.scalar.anchor != nullptr)
            return refuseAlias(markOf(event.start_mark));
        YamlNode made;
        made.mark = markOf(event.start_mark);
        made.isPlain = event.data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
        made.isBlock = event.data.scalar.style == YAML_LITERAL_SCALAR_STYLE ||
                       event.data.scalar.style == YAML_FOLDED_SCALAR_STYLE;
        made.text.assign(reinterpret_cast<const char*>(event.data.scalar.value), event.data.scalar.length);
        return made;
    }

    FormatResult<YamlNode> list(int depth) {
        YamlNode made;
        made.kind = YamlNode::Kind::List;
        made.mark = markOf(reader_.event().start_mark);
        for (;;) {
            if (!reader_.next())
                return reader_.failure();
            if (reader_.event().type == YAML_SEQUENCE_END_EVENT)
                return made;
            auto item = node(depth + 1);
            if (!item)
                return item;
            made.items.push_back(std::move(*item));
        }
    }

    FormatResult<YamlNode> map(int depth) {
        YamlNode made;
        made.kind = YamlNode::Kind::Map;
        made.mark = markOf(reader_.event().start_mark);
        std::set<std::string> keys;
        for (;;) {
            if (!reader_.next())
                return reader_.failure();
            if (reader_.event().type == YAML_MAPPING_END_EVENT)
                return made;
            auto key = node(depth + 1);
            if (!key)
                return key;
            if (!key->isScalar())
                return problem(FormatFault::Shape, key->mark, key->describe(), "text");
            if (!keys.insert(key->text).second)
                return problem(FormatFault::DuplicateKey, key->mark, key->text);
            if (!reader_.next())
                return reader_.failure();
            auto value = node(depth + 1);
            if (!value)
                return value;
            made.entries.push_back({.key = std::move(key->text),
                                    .mark = key->mark,
                                    .isPlain = key->isPlain,
                                    .value = std::move(*value)});
        }
    }

    EventReader reader_;
    std::size_t count_ = 0;
};

}  // namespace

bool YamlNode::isNull() const {
    return isScalar() && isPlain &&
           (text.empty() || text == "~" || text == "null" || text == "Null" || text == "NULL");
}

std::optional<bool> YamlNode::boolean() const {
    if (!isScalar() || !isPlain)
        return std::nullopt;
    if (text == "true" || text == "True" || text == "TRUE")
        return true;
    if (text == "false" || text == "False" || text == "FALSE")
        return false;
    return std::nullopt;
}

std::optional<Int128> YamlNode::integer() const {
    return isScalar() && isPlain ? parseIntegerLiteral(text) : std::nullopt;
}

const YamlNode* YamlNode::find(std::string_view key) const {
    const auto found = std::find_if(entries.begin(), entries.end(),
                                    [key](const YamlEntry& entry) { return entry.key == key; });
    return found == entries.end() ? nullptr : &found->value;
}

std::string YamlNode::describe() const {
    if (isMap())
        return "map";
    if (isList())
        return "list";
    return isNull() ? "null" : text;
}

FormatResult<YamlNode> parseYaml(std::string_view text) {
    if (text.size() > kLargestText)
        return problem(FormatFault::YamlLimit, {}, {}, "4 MiB");
    return TreeBuilder(text).build();
}

}  // namespace octavo
