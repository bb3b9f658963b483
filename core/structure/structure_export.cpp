#include "core/structure/structure_export.h"

#include <cmath>
#include <fmt/format.h>

#include "core/base/separated_text.h"
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

Result<std::string> jsonValue(const StructureValue& value, const FormatField& field) {
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
    if (value.as<BytesValue>() != nullptr) {
        const auto digits = exportText(value, field);
        return digits ? Result<std::string>("\"" + *digits + "\"")
                      : fail(exportErrorOf(digits.error().fault));
    }
    if (const auto* structure = value.as<StructureNode*>())
        return jsonText(std::string_view((*structure)->path()));
    return std::string("null");
}

/// An array that was not read to its end would be exported as if it were.
Status wholeArray(const FieldNode& node) {
    const bool isCut = node.error && (node.error->fault == StructureFault::Stopped ||
                                      node.error->fault == StructureFault::LimitReached);
    return isCut ? Status(fail(exportErrorOf(node.error->fault))) : Status();
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
        if (read.array) {
            const Status whole = wholeArray(read);
            return whole ? items(at, *read.array, depth) : whole;
        }
        if (read.structure)
            return structure(*read.structure, depth);
        const auto text = jsonValue(read.value, at.field());
        return text ? out_.append(*text) : fail(text.error());
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
        if (read.array) {
            const Status whole = wholeArray(read);
            return whole ? items(at, *read.array) : whole;
        }
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
        const auto value = exportText(node.value, at.field());
        if (!value)
            return fail(exportErrorOf(value.error().fault));
        const auto quoted = [](std::string_view text) { return separatedField(text, FieldSeparator::Comma); };
        return out_.append(
            fmt::format("{},{},{},{},{}\r\n", quoted(at.path()), place ? std::to_string(place->begin) : "",
                        place ? std::to_string(place->size()) : "",
                        quoted(typeText(at.field(), node, at.index.has_value())), quoted(*value)));
    }

    StructureTree& tree_;
    TextSink& out_;
    const JobContext& job_;
};

}  // namespace

Status writeNodeJson(StructureTree& tree, const NodeRef& node, TextSink& out, const JobContext& job) {
    Status done = JsonWriter(tree, out, job).node(node, 0);
    if (done && job.stopRequested())
        return fail(ErrorCode::Cancelled);
    return done ? out.append("\n") : done;
}

Status writeNodeCsv(StructureTree& tree, const NodeRef& node, TextSink& out, const JobContext& job) {
    Status done = out.append("path,offset,size,type,value\r\n");
    if (done)
        done = CsvWriter(tree, out, job).node(node);
    return done && job.stopRequested() ? fail(ErrorCode::Cancelled) : done;
}

}  // namespace octavo
