#include "core/structure/structure_export.h"

#include <cmath>
#include <fmt/format.h>

#include "core/structure/field_text.h"
#include "core/structure/json_line.h"
#include "core/structure/node_row.h"

namespace octavo {

namespace {

constexpr Int128 kLargestSafeInteger = (Int128{1} << 53) - 1;

std::string jsonInteger(Int128 value) {
    const std::string text = integerText(value);
    return value > kLargestSafeInteger || value < -kLargestSafeInteger ? "\"" + text + "\"" : text;
}

std::string jsonValue(const StructureValue& value, const FormatField& field) {
    if (const auto* integer = value.as<Int128>()) {
        const FormatEnumMember* member =
            field.enumeration != nullptr ? field.enumeration->find(*integer) : nullptr;
        return member != nullptr
                   ? fmt::format("{{\"name\": {}, \"value\": {}}}", jsonText(std::string_view(member->name)),
                                 jsonInteger(*integer))
                   : jsonInteger(*integer);
    }
    if (const auto* number = value.as<double>())
        return std::isfinite(*number) ? floatingText(*number) : "\"" + floatingText(*number) + "\"";
    if (const auto* flag = value.as<bool>())
        return *flag ? "true" : "false";
    if (const auto* text = value.as<std::u16string>())
        return jsonText(*text);
    if (const auto* bytes = value.as<BytesValue>()) {
        const auto copy = bytes->copy();
        return copy ? "\"" + hexText(*copy) + "\"" : "null";
    }
    if (const auto* structure = value.as<StructureNode*>())
        return jsonText(std::string_view((*structure)->path()));
    return "null";
}

class JsonWriter {
public:
    JsonWriter(StructureTree& tree, TextSink& out, const JobContext& job)
        : tree_(tree), out_(out), job_(job) {}

    Status node(const NodeRef& at, int depth) {
        if (job_.stopRequested())
            return fail(ErrorCode::Cancelled);
        if (at.isTop())
            return structure(*at.structure, depth);
        const FieldNode& read = at.read(tree_);
        if (read.array)
            return items(at, *read.array, depth);
        if (read.structure)
            return structure(*read.structure, depth);
        return out_.append(jsonValue(read.value, at.field()));
    }

private:
    static std::string indent(int depth) {
        return "\n" + std::string(static_cast<std::size_t>(depth) * 2, ' ');
    }

    Status structure(StructureNode& node, int depth) {
        Status done = out_.append("{");
        bool isFirst = true;
        for (const std::size_t slot : shownFields(tree_, node)) {
            if (done)
                done = out_.append((isFirst ? "" : ",") + indent(depth + 1) +
                                   jsonText(std::string_view(node.type->fields[slot].name)) + ": ");
            if (done)
                done = this->node({.structure = &node, .slot = slot, .index = {}}, depth + 1);
            isFirst = false;
        }
        return done ? out_.append(isFirst ? "}" : indent(depth) + "}") : done;
    }

    Status items(const NodeRef& of, ArrayNode& array, int depth) {
        Status done = out_.append("[");
        for (std::uint64_t i = 0; i < array.count() && done; ++i) {
            done = out_.append((i == 0 ? "" : ",") + indent(depth + 1));
            if (done)
                done = node({.structure = of.structure, .slot = of.slot, .index = i}, depth + 1);
            tree_.forget(array, i);
        }
        return done ? out_.append(array.count() == 0 ? "]" : indent(depth) + "]") : done;
    }

    StructureTree& tree_;
    TextSink& out_;
    const JobContext& job_;
};

std::string csvField(std::string_view text) {
    if (text.find_first_of(",\"\r\n") == std::string_view::npos)
        return std::string(text);
    std::string quoted = "\"";
    for (const char each : text)
        quoted += each == '"' ? "\"\"" : std::string(1, each);
    return quoted + "\"";
}

class CsvWriter {
public:
    CsvWriter(StructureTree& tree, TextSink& out, const JobContext& job)
        : tree_(tree), out_(out), job_(job) {}

    Status node(const NodeRef& at) {
        if (job_.stopRequested())
            return fail(ErrorCode::Cancelled);
        if (at.isTop())
            return structure(*at.structure);
        const FieldNode& read = at.read(tree_);
        if (read.array)
            return items(at, *read.array);
        return read.structure ? structure(*read.structure) : line(at, read);
    }

private:
    Status structure(StructureNode& node) {
        Status done;
        for (const std::size_t slot : shownFields(tree_, node)) {
            if (done)
                done = this->node({.structure = &node, .slot = slot, .index = {}});
        }
        return done;
    }

    Status items(const NodeRef& of, ArrayNode& array) {
        Status done;
        for (std::uint64_t i = 0; i < array.count() && done; ++i) {
            done = node({.structure = of.structure, .slot = of.slot, .index = i});
            tree_.forget(array, i);
        }
        return done;
    }

    Status line(const NodeRef& at, const FieldNode& node) {
        const auto place = documentPlace(node);
        return out_.append(fmt::format("{},{},{},{},{}\r\n", csvField(at.path()),
                                       place ? std::to_string(place->begin) : "",
                                       place ? std::to_string(place->size()) : "",
                                       csvField(typeText(at.field(), node, at.index.has_value())),
                                       csvField(editText(node.value, at.field()))));
    }

    StructureTree& tree_;
    TextSink& out_;
    const JobContext& job_;
};

}  // namespace

Status writeNodeJson(StructureTree& tree, const NodeRef& node, TextSink& out, const JobContext& job) {
    Status done = JsonWriter(tree, out, job).node(node, 0);
    return done ? out.append("\n") : done;
}

Status writeNodeCsv(StructureTree& tree, const NodeRef& node, TextSink& out, const JobContext& job) {
    Status done = out.append("path,offset,size,type,value\r\n");
    return done ? CsvWriter(tree, out, job).node(node) : done;
}

}  // namespace octavo
