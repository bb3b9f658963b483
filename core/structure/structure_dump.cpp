#include "core/structure/structure_dump.h"

#include <algorithm>
#include <unordered_set>
#include <zlib.h>

#include "core/structure/json_line.h"

namespace octavo {

namespace {

/// Walks a tree in the order of the dump; the first time to read all of it and see which structures are in
/// it.
class Dumper {
public:
    Dumper(StructureTree& tree, const DumpOptions& options,
           const std::function<void(std::string_view)>& write)
        : tree_(tree), options_(options), write_(write) {}

    void run() {
        isPrinting_ = false;
        top();
        isPrinting_ = true;
        top();
    }

private:
    using Chain = std::vector<StructureNode*>;

    void put(std::string_view text) {
        if (isPrinting_)
            write_(text);
    }

    void top() {
        StructureNode& root = tree_.root();
        tree_.readSequence(root);
        FieldNode place;
        place.space = &root.stream->space();
        place.begin = {.byte = root.stream->window().begin, .bit = 0};
        place.isPlaced = true;
        place.isEnded = !root.hasStopped;
        if (place.isEnded) {
            ByteStream at = *root.stream;
            at.restore(root.resume);
            place.end = at.position();
        }
        JsonLine line;
        line.addText("name", "");
        line.addText("role", "seq");
        structure(root, nullptr, place, line, Chain(), 0, false, true);
        put("\n");
    }

    // --- places

    std::string spaceName(const ByteSpace& space) const {
        return space.isDocument() ? std::string()
                                  : pathOf(*space.origin().holder, space.origin().slot, space.origin().index);
    }

    void addIo(JsonLine& line, const ByteSpace& space) const {
        if (!space.isDocument())
            line.addText("io", spaceName(space));
    }

    void addPlace(JsonLine& line, const FieldNode& node, bool hidesEmpty) const {
        if (!node.isPlaced || (hidesEmpty && node.isEnded && node.begin == node.end))
            return;
        addIo(line, *node.space);
        line.addNumber("start", node.begin.byte);
        if (!node.isEnded) {
            line.add("end", "null");
            return;
        }
        line.addNumber("end", node.end.byte + (node.end.bit > 0 ? 1U : 0U));
        if (node.begin.bit == 0 && node.end.bit == 0)
            return;
        const ByteCount bits = (node.end.byte - node.begin.byte) * 8 + node.end.bit - node.begin.bit;
        line.add("bits", "[" + std::to_string(node.begin.bit) + "," + std::to_string(bits) + "]");
    }

    std::string windowText(const ByteStream& stream) const {
        const ByteSpace& space = stream.space();
        return "{\"io\":" + jsonText(spaceName(space)) +
               ",\"start\":" + std::to_string(stream.window().begin) +
               ",\"size\":" + std::to_string(stream.window().size()) + "}";
    }

    [[nodiscard]] std::optional<std::string> pathTo(const StructureNode* node) const {
        return node != nullptr && visited_.contains(node) ? std::optional(node->path()) : std::nullopt;
    }

    static void addError(JsonLine& line, const StructureError* error) {
        if (error != nullptr)
            line.addText("error", structureFaultName(error->fault));
    }

    void finish(const JsonLine& line, int depth, bool isLast) {
        put(std::string(static_cast<std::size_t>(depth), ' '));
        put(line.text());
        put(isLast ? "}" : "},");
        if (depth > 0)
            put("\n");
    }

    void open(const JsonLine& line, int depth, std::string_view list) {
        put(std::string(static_cast<std::size_t>(depth), ' '));
        put(line.text());
        put(",\"");
        put(list);
        put("\":[");
    }
    void close(int depth, bool hasChildren, bool isLast) {
        if (hasChildren)
            put(std::string(static_cast<std::size_t>(depth), ' '));
        put(isLast ? "]}" : "]},");
        if (depth > 0)
            put("\n");
    }

    // --- values

    void bytes(JsonLine& line, const BytesValue& value) const {
        line.addNumber("len", value.size());
        const auto whole = value.copy();
        if (!whole) {
            line.addText("value", "");
            line.addText("error", structureFaultName(whole.error().fault));
            return;
        }
        const std::span<const std::byte> all = *whole;
        line.addText("value", hexText(all.first(std::min(all.size(), options_.mostBytes))));
        if (all.size() <= options_.mostBytes)
            return;
        const uLong crc = crc32_z(0, reinterpret_cast<const Bytef*>(all.data()), all.size());
        std::string text = integerText(static_cast<Int128>(crc), 16);
        line.addText("crc32", std::string(8 - text.size(), '0') + text);
    }

    void integer(JsonLine& line, Int128 value, const FormatEnum* enumeration) const {
        line.addText("kind", enumeration != nullptr ? "enum" : "int");
        pendingPlace(line);
        line.addText("value", integerText(value));
        if (enumeration == nullptr)
            return;
        line.addText("enum", enumeration->path);
        const FormatEnumMember* member = enumeration->find(value);
        if (member != nullptr)
            line.addText("label", member->name);
        else
            line.add("label", "null");
    }

    /// The keys between `kind` and `value`, which depend on the node and not on the value.
    void pendingPlace(JsonLine& line) const {
        if (place_ != nullptr)
            addPlace(line, *place_, hidesEmpty_);
    }

    void kind(JsonLine& line, std::string_view name) const {
        line.addText("kind", name);
        pendingPlace(line);
    }

    /// A value that is no structure of its own.
    void plain(JsonLine& line, const StructureValue& value, const FormatEnum* enumeration,
               const StructureError* error, int depth, bool isLast, bool isProcessed = false) {
        if (const auto* number = value.as<Int128>()) {
            integer(line, *number, enumeration);
        } else if (const auto* floating = value.as<double>()) {
            kind(line, "float");
            line.addText("value", floatingText(*floating));
        } else if (const auto* flag = value.as<bool>()) {
            kind(line, "bool");
            line.add("value", *flag ? "true" : "false");
        } else if (const auto* text = value.as<std::u16string>()) {
            kind(line, "str");
            line.add("value", jsonText(*text));
        } else if (const auto* content = value.as<BytesValue>()) {
            kind(line, "bytes");
            bytes(line, *content);
            if (isProcessed)
                line.add("processed", "true");
        } else if (const auto* node = value.as<StructureNode*>()) {
            kind(line, "ref");
            line.addPath("to", pathTo(*node));
        } else if (const auto* stream = value.as<ByteStream*>()) {
            kind(line, "io");
            line.add("stream", windowText(**stream));
        } else if (value.isMissing()) {
            line.addText("kind", "none");
        } else {
            plainItems(line, value, error, depth, isLast);
            return;
        }
        addError(line, error);
        finish(line, depth, isLast);
    }

    void plainItems(JsonLine& line, const StructureValue& value, const StructureError* error, int depth,
                    bool isLast) {
        std::vector<StructureValue> items;
        if (const auto* list = value.as<ListValue>())
            items = **list;
        else if (const auto* array = value.as<ArrayNode*>())
            for (std::uint64_t i = 0; i < (*array)->count(); ++i)
                items.push_back(tree_.item(**array, i).value);
        kind(line, "array");
        line.addNumber("len", items.size());
        const std::uint64_t shown =
            std::min<std::uint64_t>(items.size(), options_.mostItems.value_or(items.size()));
        if (shown < items.size())
            line.add("cut", "true");
        addError(line, error);
        open(line, depth, "items");
        if (shown > 0)
            put("\n");
        const FieldNode* const outer = std::exchange(place_, nullptr);
        for (std::uint64_t i = 0; i < shown; ++i) {
            JsonLine item;
            item.addText("name", "[" + std::to_string(i) + "]");
            plain(item, items[i], nullptr, nullptr, depth + 1, i + 1 == shown);
        }
        place_ = outer;
        close(depth, shown > 0, isLast);
    }

    // --- fields

    /// A field or item that was read from a stream.
    void parsed(JsonLine& line, FieldNode& node, StructureNode& owner, const FormatField& field, int depth,
                const Chain& chain, bool isLast) {
        const bool hides = field.role == FieldRole::ParseInstance && !field.position;
        place_ = &node;
        hidesEmpty_ = hides;
        if (node.array) {
            array(line, node, owner, field, depth, chain, isLast);
        } else if (node.structure) {
            structure(*node.structure, &owner, node, line, chain, depth, hides, isLast);
        } else if (node.state == NodeState::Failed) {
            kind(line, "error");
            addError(line, node.error.get());
            finish(line, depth, isLast);
        } else if (node.state == NodeState::Absent || node.state == NodeState::Unread) {
            line.addText("kind", "none");
            finish(line, depth, isLast);
        } else {
            plain(line, node.value, field.enumeration, node.error.get(), depth, isLast, node.isProcessed);
        }
        place_ = nullptr;
    }

    void array(JsonLine& line, FieldNode& node, StructureNode& owner, const FormatField& field, int depth,
               const Chain& chain, bool isLast) {
        kind(line, "array");
        const std::uint64_t count = node.array->count();
        line.addNumber("len", count);
        const std::uint64_t shown = std::min<std::uint64_t>(count, options_.mostItems.value_or(count));
        if (shown < count)
            line.add("cut", "true");
        const FieldNode* lastItem = count > shown ? &tree_.item(*node.array, count - 1) : nullptr;
        addError(line, lastItem != nullptr && lastItem->error ? lastItem->error.get() : node.error.get());
        open(line, depth, "items");
        if (shown > 0)
            put("\n");
        for (std::uint64_t i = 0; i < shown; ++i) {
            JsonLine item;
            item.addText("name", "[" + std::to_string(i) + "]");
            parsed(item, tree_.item(*node.array, i), owner, field, depth + 1, chain, i + 1 == shown);
        }
        close(depth, shown > 0, isLast);
    }

    // --- structures

    void structure(StructureNode& node, StructureNode* owner, const FieldNode& place, JsonLine& line,
                   const Chain& chain, int depth, bool hidesEmpty, bool isLast) {
        tree_.readSequence(node);
        const FormatType& type = *node.type;
        const bool isInstance =
            owner != nullptr && owner->type->fields[node.holderSlot].role == FieldRole::ParseInstance;
        if (isInstance) {
            if (const StructureNode* same = sameAround(node, chain)) {
                line.addText("kind", "cycle");
                line.addText("type", type.path);
                addPlace(line, place, hidesEmpty);
                addSub(line, node);
                line.addPath("to", pathTo(same));
                addError(line, place.error.get());
                finish(line, depth, isLast);
                return;
            }
        }
        if (static_cast<int>(chain.size()) >= options_.deepest) {
            line.addText("kind", "cut");
            line.addText("type", type.path);
            addPlace(line, place, hidesEmpty);
            addSub(line, node);
            line.addText("why", "depth");
            finish(line, depth, isLast);
            return;
        }
        visited_.insert(&node);
        place_ = nullptr;
        line.addText("kind", "struct");
        line.addText("type", type.path);
        addPlace(line, place, hidesEmpty);
        addSub(line, node);
        if (owner != nullptr && node.parent != owner)
            line.addPath("parent", pathTo(node.parent));
        if (owner != nullptr && node.root != owner->root)
            line.addPath("root", pathTo(node.root));
        if (const auto text = tree_.text(node); text && text->as<std::u16string>() != nullptr)
            line.add("repr", jsonText(*text->as<std::u16string>()));
        // The error stands on the innermost node that was being read.
        addError(line, node.error ? node.error.get() : place.error.get());
        fields(node, line, depth, chain, isLast);
    }

    void addSub(JsonLine& line, const StructureNode& node) const {
        if (node.ownStream)
            line.add("sub", windowText(*node.ownStream));
    }

    void fields(StructureNode& node, const JsonLine& line, int depth, const Chain& chain, bool isLast) {
        const FormatType& type = *node.type;
        Chain inner = chain;
        inner.push_back(&node);
        // What an error kept from being reached is not shown.
        const std::size_t reached =
            node.hasStopped ? node.next + (wasBegun(node, node.next) ? 1 : 0) : type.sequenceEnd;
        std::vector<std::size_t> shown;
        for (std::size_t slot = 0; slot < type.fields.size(); ++slot) {
            const bool isInstance = slot >= type.sequenceEnd;
            if (slot < reached || (isInstance && options_.hasInstances))
                shown.push_back(slot);
        }
        open(line, depth, "fields");
        if (!shown.empty())
            put("\n");
        for (const std::size_t slot : shown)
            field(node, slot, depth + 1, inner, slot == shown.back());
        close(depth, !shown.empty(), isLast);
    }

    static bool wasBegun(const StructureNode& node, std::size_t slot) {
        return slot < node.type->sequenceEnd && node.hasFields() &&
               node.knownField(slot)->state != NodeState::Unread;
    }

    void field(StructureNode& node, std::size_t slot, int depth, const Chain& chain, bool isLast) {
        static constexpr std::string_view kRoles[] = {"param", "seq", "value", "parse"};
        const FormatField& described = node.type->fields[slot];
        JsonLine line;
        line.addText("name", described.name);
        line.addText("role", kRoles[static_cast<std::size_t>(described.role)]);
        FieldNode& read = tree_.field(node, slot);
        if (described.role == FieldRole::Sequence || described.role == FieldRole::ParseInstance) {
            parsed(line, read, node, described, depth, chain, isLast);
            return;
        }
        if (read.state == NodeState::Failed) {
            line.addText("kind", "error");
            addError(line, read.error.get());
            finish(line, depth, isLast);
            return;
        }
        const FormatEnum* enumeration =
            described.type.is(DataType::Kind::Integer) ? described.type.enumeration : nullptr;
        plain(line, read.value, enumeration, read.error.get(), depth, isLast);
    }

    // --- cycles

    static std::optional<BitPosition> firstPlace(const StructureNode& node) {
        for (std::size_t i = node.type->parameterCount; i < node.type->sequenceEnd; ++i) {
            if (const FieldNode* field = node.knownField(i); field != nullptr && field->isPlaced)
                return field->begin;
        }
        return std::nullopt;
    }

    static const StructureNode* sameAround(const StructureNode& node, const Chain& chain) {
        const auto first = firstPlace(node);
        if (!first)
            return nullptr;
        for (const StructureNode* around : chain) {
            if (around->type != node.type || &around->stream->space() != &node.stream->space() ||
                firstPlace(*around) != first)
                continue;
            bool isSame = true;
            for (std::size_t i = 0; i < node.type->parameterCount && isSame; ++i) {
                const StructureValue& a = around->knownField(i)->value;
                const StructureValue& b = node.knownField(i)->value;
                isSame = (a.isMissing() && b.isMissing()) || equalValues(a, b).value_or(false);
            }
            if (isSame)
                return around;
        }
        return nullptr;
    }

    StructureTree& tree_;
    const DumpOptions& options_;
    const std::function<void(std::string_view)>& write_;
    std::unordered_set<const StructureNode*> visited_;
    const FieldNode* place_ = nullptr;  ///< of the node whose value is being written
    bool hidesEmpty_ = false;
    bool isPrinting_ = false;
};

}  // namespace

void dumpStructure(StructureTree& tree, std::string_view ksy, ByteCount fileSize, const DumpOptions& options,
                   const std::function<void(std::string_view)>& write) {
    write("{\"format\":\"ksy-dump/1\",\"ksy\":" + jsonText(ksy) +
          ",\"file_size\":" + std::to_string(fileSize) + ",\"root\":\n");
    Dumper(tree, options, write).run();
    write("}\n");
}

}  // namespace octavo
