#include "core/declarations/c_format_writer.h"

#include <algorithm>

#include "core/declarations/c_lexer.h"

namespace octavo {

namespace {

constexpr std::size_t kMostOthersBytes = 1'000;

std::string quoted(std::string_view text) {
    std::string made = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\')
            made += '\\';
        made += c;
    }
    return made + '"';
}

/// A name as YAML takes it for a text.
std::string yamlName(const std::string& name) {
    for (const std::string_view word : {"true", "false", "yes", "no", "on", "off", "null"}) {
        if (name == word)
            return quoted(name);
    }
    return name;
}

std::string number(ByteCount value) {
    return std::to_string(value);
}

std::string orderSuffix(ByteOrder order) {
    return order == ByteOrder::Big ? "be" : "le";
}

/// The name in C where it is another one, and what there is to say.
std::string documentation(std::string_view cName, std::string_view name, std::string_view note,
                          std::string_view comment) {
    std::string made;
    const auto add = [&made](std::string_view text, std::string_view between) {
        if (text.empty())
            return;
        if (!made.empty())
            made += between;
        made += text;
    };
    add(cName == name ? std::string() : printableText(cName), {});
    const bool isNamed = !made.empty();
    add(note, ": ");
    add(commentText(comment), isNamed && note.empty() ? ": " : "; ");
    return made;
}

void addDocumentation(std::vector<std::string>& keys, std::string_view text) {
    if (!text.empty())
        keys.push_back("doc: " + quoted(text));
}

std::string_view nameOf(const CRecord& record) {
    return record.alias.empty() ? record.tag : record.alias;
}
std::string_view nameOf(const CEnumeration& enumeration) {
    return enumeration.alias.empty() ? enumeration.tag : enumeration.alias;
}

const CType& innermost(const CType& type) {
    const CType* inner = &type;
    while (inner->kind == CTypeKind::Array)
        inner = inner->item.get();
    return *inner;
}

std::string noteOf(const CMember& member) {
    const CType& type = innermost(member.type);
    if (type.kind == CTypeKind::Pointer)
        return "pointer to " + printableText(type.name);
    if (type.kind == CTypeKind::Bytes)
        return printableText(type.name);
    const bool isSigned = type.kind == CTypeKind::Integer && type.isSigned;
    return member.bitCount && isSigned ? "signed" : "";
}

/// Whether an array of it is one item: a text, or bytes.
bool isSpan(const CType& item) {
    const bool isByte = item.kind == CTypeKind::Integer && item.scalarSize == 1 && !item.isSigned;
    return item.kind == CTypeKind::Character || isByte;
}

std::vector<std::string> keysOfSpan(const CType& array, ByteOrder order) {
    const CType& item = *array.item;
    std::vector<std::string> keys;
    const bool isText = item.kind == CTypeKind::Character;
    const bool isWide = isText && item.scalarSize > 1;
    if (isText)
        keys.push_back(isWide ? "type: strz" : "type: str");
    keys.push_back(array.isFlexible ? "size-eos: true" : "size: " + number(sizeOf(array)));
    if (isText)
        keys.push_back("encoding: " + std::string(item.encoding) +
                       (isWide ? order == ByteOrder::Big ? "BE" : "LE" : ""));
    if (isText && !isWide)
        keys.push_back("terminator: 0");
    return keys;
}

bool hasBitFields(const CProgram& program) {
    return std::any_of(program.records.begin(), program.records.end(), [](const CRecord& record) {
        return std::any_of(record.members.begin(), record.members.end(),
                           [](const CMember& member) { return member.bitCount.has_value(); });
    });
}

bool hasWideTexts(const CProgram& program) {
    const auto isWide = [](const CMember& member) {
        const CType& type = innermost(member.type);
        return &type != &member.type && type.kind == CTypeKind::Character && type.scalarSize > 1;
    };
    return std::any_of(program.records.begin(), program.records.end(), [&isWide](const CRecord& record) {
        return std::any_of(record.members.begin(), record.members.end(), isWide);
    });
}

/// What an unnamed member is called.
std::string_view shownName(const CMember& member) {
    return member.name.empty() ? std::string_view("anonymous") : std::string_view(member.name);
}

}  // namespace

Result<std::string> CFormatWriter::write(std::string_view id) {
    std::string name = snakeCase(id);
    if (name.empty())
        name = "structure";
    nameTypes(name);
    writeMeta(name);
    writeBody(root_, name, 0);
    writeTypes();
    writeEnumerations();
    if (isFull())
        return fail(ErrorCode::LimitReached, out_.size() > kMostBytes ? "4 MiB" : "200000 nodes");
    return std::move(out_);
}

void CFormatWriter::nameTypes(const std::string& id) {
    static_cast<void>(typeNames_.add(id, {}));
    const auto add = [this](const std::string& title, std::string_view fallback) {
        const bool isTaken = isBuiltinTypeName(snakeCase(title));
        return typeNames_.add(isTaken ? title + "_type" : title, fallback);
    };
    const auto titleOf = [this](const auto& named) {
        const auto parent = recordTitles_.find(named.parent);
        const std::string inner = named.memberName.empty() ? "anonymous" : named.memberName;
        const std::string outer = parent == recordTitles_.end() ? std::string() : parent->second + "_";
        const std::string_view own = nameOf(named);
        return own.empty() ? (outer + inner).substr(0, 255) : std::string(own);
    };
    for (const CRecord& record : program_.records) {
        if (!record.isComplete)
            continue;
        const std::string title = titleOf(record);
        recordTitles_[&record] = title;
        recordNames_[&record] = add(title, "structure");
    }
    for (const CEnumeration& enumeration : program_.enumerations) {
        const bool isNamed = !nameOf(enumeration).empty() || !enumeration.memberName.empty();
        if (isNamed && !enumeration.enumerators.empty())
            enumerationNames_[&enumeration] = add(titleOf(enumeration), "enumeration");
    }
}

void CFormatWriter::writeMeta(const std::string& id) {
    line(0, "meta:");
    line(2, "id: " + yamlName(id));
    line(2, "title: " + quoted(printableText(recordTitles_[&root_])));
    if (hasWideTexts(program_))
        line(2, "ks-version: 0.11");
    line(2, "endian: " + orderSuffix(abi_.order));
    if (hasBitFields(program_))
        line(2, "bit-endian: " + orderSuffix(abi_.order));
    const std::string doc = commentText(root_.comment);
    if (!doc.empty())
        line(0, "doc: " + quoted(doc));
}

void CFormatWriter::writeTypes() {
    const std::size_t before = out_.size();
    line(0, "types:");
    const std::size_t empty = out_.size();
    for (const CRecord& record : program_.records) {
        if (record.isComplete && &record != &root_)
            writeType(record, recordNames_[&record]);
    }
    if (isRootUsed_)
        writeType(root_, recordNames_[&root_]);
    for (std::size_t i = 0; i < rows_.size(); ++i)
        writeRow(Row(rows_[i]));
    if (out_.size() == empty)
        out_.resize(before);
}

void CFormatWriter::writeType(const CRecord& record, const std::string& name) {
    line(2, yamlName(name) + ":");
    const bool hasName = !nameOf(record).empty();
    const std::string doc =
        documentation(hasName ? nameOf(record) : std::string_view(name), name, {}, record.comment);
    if (!doc.empty())
        line(4, "doc: " + quoted(doc));
    writeBody(record, name, 4);
}

void CFormatWriter::writeBody(const CRecord& record, const std::string& name, unsigned indent) {
    const std::size_t before = out_.size();
    line(indent, record.isUnion ? "instances:" : "seq:");
    const std::size_t empty = out_.size();
    if (record.isUnion)
        writeInstances(record, name, indent);
    else
        writeSequence(record, name, indent);
    if (out_.size() != empty)
        return;
    out_.resize(before);
    line(indent, "seq: []");
}

void CFormatWriter::writeSequence(const CRecord& record, const std::string& name, unsigned indent) {
    UniqueNames names;
    std::vector<std::string> ids;
    for (const CMember& member : record.members) {
        const bool isShown = !member.bitCount || !member.name.empty();
        ids.push_back(isShown ? names.add(shownName(member), "member") : std::string());
    }
    std::uint64_t end = 0;
    for (std::size_t i = 0; i < record.members.size() && !isFull(); ++i) {
        const CMember& member = record.members[i];
        if (ids[i].empty())
            continue;
        writePadding(end, member.bitOffset, names, indent + 2);
        const bool isTail = i + 1 == record.members.size();
        Keys keys = keysOfMember(member, name + "_" + ids[i] + "_row", isTail);
        addDocumentation(keys, documentation(shownName(member), ids[i], noteOf(member), member.comment));
        item(indent + 2, "- id: " + yamlName(ids[i]), keys);
        end = member.bitOffset + (member.bitCount ? *member.bitCount : sizeOf(member.type) * 8);
    }
    if (!record.isFlexible)
        writePadding(end, record.size * 8, names, indent + 2);
}

void CFormatWriter::writeInstances(const CRecord& record, const std::string& name, unsigned indent) {
    UniqueNames names;
    for (const CMember& member : record.members) {
        if (member.bitCount && member.name.empty())
            continue;
        if (isFull())
            return;
        const std::string id = names.add(shownName(member), "member");
        Keys keys{"pos: 0"};
        const Keys more = keysOfMember(member, name + "_" + id + "_row", true);
        keys.insert(keys.end(), more.begin(), more.end());
        addDocumentation(keys, documentation(shownName(member), id, noteOf(member), member.comment));
        item(indent + 2, yamlName(id) + ":", keys);
    }
}

void CFormatWriter::writeRow(const Row& row) {
    line(2, yamlName(row.name) + ":");
    line(4, "seq:");
    item(6, "- id: items", keysOf(*row.type, row.name, false));
}

void CFormatWriter::writeEnumerations() {
    if (enumerationNames_.empty())
        return;
    line(0, "enums:");
    for (const CEnumeration& enumeration : program_.enumerations) {
        const auto named = enumerationNames_.find(&enumeration);
        if (named != enumerationNames_.end())
            writeEnumeration(enumeration, named->second);
    }
}

/// Of several names of a value the first is taken, and the others are told.
void CFormatWriter::writeEnumeration(const CEnumeration& enumeration, const std::string& name) {
    line(2, yamlName(name) + ":");
    std::map<Int128, std::vector<const CEnumerator*>> byValue;
    for (const CEnumerator& each : enumeration.enumerators)
        byValue[each.value].push_back(&each);
    UniqueNames names;
    for (const CEnumerator& each : enumeration.enumerators) {
        const auto& all = byValue[each.value];
        if (all.front() != &each || isFull())
            continue;
        std::string others;
        for (std::size_t i = 1; i < all.size() && others.size() < kMostOthersBytes; ++i)
            others += (i == 1 ? "also " : ", ") + printableText(all[i]->name);
        const std::string id = names.add(each.name, "value");
        const std::string doc = documentation(each.name, id, others, each.comment);
        const std::string key = integerText(each.value) + ":";
        if (doc.empty())
            line(4, key + " " + yamlName(id));
        else
            item(4, key, {"id: " + yamlName(id), "doc: " + quoted(doc)});
    }
}

/// Bits up to the next byte, bytes, and the bits that are left.
void CFormatWriter::writePadding(std::uint64_t from, std::uint64_t to, UniqueNames& names, unsigned indent) {
    const auto write = [&](const std::string& key) { item(indent, "- id: " + names.addPadding(), {key}); };
    const std::uint64_t boundary = std::min(to, (from + 7) / 8 * 8);
    if (boundary > from)
        write("type: b" + number(boundary - from));
    if (to - boundary >= 8)
        write("size: " + number((to - boundary) / 8));
    if ((to - boundary) % 8 != 0)
        write("type: b" + number((to - boundary) % 8));
}

CFormatWriter::Keys CFormatWriter::keysOfMember(const CMember& member, const std::string& rowName,
                                                bool isTail) {
    return member.bitCount ? keysOfBits(member) : keysOf(member.type, rowName, isTail);
}

CFormatWriter::Keys CFormatWriter::keysOfBits(const CMember& member) const {
    Keys keys{"type: b" + number(*member.bitCount)};
    const auto named = enumerationNames_.find(member.type.enumeration);
    if (named != enumerationNames_.end())
        keys.push_back("enum: " + yamlName(named->second));
    return keys;
}

CFormatWriter::Keys CFormatWriter::keysOf(const CType& type, const std::string& rowName, bool isTail) {
    const std::string size = number(sizeOf(type));
    switch (type.kind) {
        case CTypeKind::Float:
            return {"type: f" + size};
        case CTypeKind::Bytes:
            return {"size: " + size};
        case CTypeKind::Boolean:
        case CTypeKind::Pointer:
            return {"type: u" + size};
        case CTypeKind::Array:
            return keysOfArray(type, rowName);
        case CTypeKind::Record:
            return keysOfRecord(type, isTail);
        case CTypeKind::Enumeration:
            return keysOfEnumeration(type);
        default:
            break;
    }
    const bool isForeign = type.order && type.order != abi_.order;
    Keys keys{"type: " + std::string(type.isSigned ? "s" : "u") + size +
              (isForeign ? orderSuffix(*type.order) : std::string())};
    if (!type.time.empty())
        keys.push_back("-time: " + std::string(type.time));
    return keys;
}

CFormatWriter::Keys CFormatWriter::keysOfArray(const CType& type, const std::string& rowName) {
    const CType& inner = *type.item;
    if (isSpan(inner))
        return keysOfSpan(type, abi_.order);
    Keys keys;
    if (inner.kind == CTypeKind::Array && !isSpan(*inner.item)) {
        rows_.push_back({.name = typeNames_.add(rowName, "row"), .type = &inner});
        keys.push_back("type: " + yamlName(rows_.back().name));
    } else {
        keys = keysOf(inner, rowName, false);
    }
    // Items without a size would go on for ever.
    const bool isEndless = type.isFlexible && sizeOf(inner) != 0;
    keys.push_back(isEndless ? "repeat: eos" : "repeat: expr");
    if (!isEndless)
        keys.push_back("repeat-expr: " + number(type.count));
    return keys;
}

/// A union, and what ends in an array without a count before the end, has its own bytes to lie in.
CFormatWriter::Keys CFormatWriter::keysOfRecord(const CType& type, bool isTail) {
    const CRecord& record = *type.record;
    isRootUsed_ = isRootUsed_ || &record == &root_;
    Keys keys{"type: " + yamlName(recordNames_[&record])};
    if (record.isUnion || (record.isFlexible && !isTail))
        keys.push_back("size: " + number(record.size));
    return keys;
}

CFormatWriter::Keys CFormatWriter::keysOfEnumeration(const CType& type) const {
    const CEnumeration& enumeration = *type.enumeration;
    Keys keys{"type: " + std::string(enumeration.isSigned ? "s" : "u") + number(enumeration.size)};
    const auto named = enumerationNames_.find(&enumeration);
    if (named != enumerationNames_.end())
        keys.push_back("enum: " + yamlName(named->second));
    return keys;
}

void CFormatWriter::line(unsigned indent, std::string_view text) {
    if (isFull())
        return;
    // A key and its value, and the map that an item of a list is.
    nodes_ += text.starts_with("- ") ? 3 : 2;
    out_.append(indent, ' ');
    out_ += text;
    out_ += '\n';
}

void CFormatWriter::item(unsigned indent, std::string_view head, const Keys& keys) {
    line(indent, head);
    for (const std::string& key : keys)
        line(indent + 2, key);
}

}  // namespace octavo
