#include "core/structure/format_reader.h"

#include <array>
#include <charconv>

#include "core/structure/format_notes.h"
#include "core/structure/format_summary.h"

namespace octavo {

namespace {

constexpr std::string_view kOldestFormatVersion = "0.6";

/// X.Y.Z as three numbers; nothing when the text is none.
std::optional<std::array<unsigned, 3>> parseVersion(std::string_view text) {
    std::array<unsigned, 3> version{};
    const char* at = text.data();
    const char* const end = text.data() + text.size();
    std::size_t parts = 0;
    while (parts < 3) {
        const bool hasLeadingZero = at + 1 < end && *at == '0' && at[1] >= '0' && at[1] <= '9';
        const auto read = std::from_chars(at, end, version.at(parts));
        if (read.ec != std::errc{} || hasLeadingZero)
            return std::nullopt;
        ++parts;
        at = read.ptr;
        if (at == end)
            break;
        if (*at != '.')
            return std::nullopt;
        ++at;
    }
    return at == end && parts >= 2 ? std::optional(version) : std::nullopt;
}

class TypeReader {
public:
    TypeReader(Format& format, FormatNotes& notes) : format_(format), notes_(notes) {}

    void readTop(const YamlNode& node) {
        FormatType& top = format_.top;
        top.format = &format_;
        if (!expectMap(node, "/", notes_))
            return;
        const YamlNode* meta = node.find("meta");
        if (meta == nullptr) {
            notes_.add(FormatFault::MissingKey, "/meta", node.mark, {}, "meta");
        } else if (expectMap(*meta, "/meta", notes_)) {
            const YamlNode* id = meta->find("id");
            if (id == nullptr)
                notes_.add(FormatFault::MissingKey, "/meta", meta->mark, {}, "id");
            else
                top.name = name(*id, "/meta/id");
        }
        top.path = top.name;
        readType(node, top);
    }

private:
    std::string name(const YamlNode& node, const std::string& path) {
        std::string text = readText(node, path, notes_);
        if (node.isScalar() && !node.isNull() && !isFormatName(text))
            notes_.add(FormatFault::BadName, path, node.mark, text);
        return text;
    }

    void readType(const YamlNode& node, FormatType& type) {
        type.mark = node.mark;
        if (!expectMap(node, type.keyPath, notes_))
            return;
        checkKeys(node,
                  {"doc", "doc-ref", "enums", "instances", "meta", "params", "seq", "to-string", "types"},
                  type.keyPath, notes_);
        if (const YamlNode* meta = node.find("meta"); meta != nullptr && meta->isMap())
            readMeta(*meta, type);
        else if (meta != nullptr && type.outer != nullptr)
            static_cast<void>(expectMap(*meta, type.keyPath + "/meta", notes_));
        if (const YamlNode* doc = node.find("doc"))
            type.doc = readText(*doc, type.keyPath + "/doc", notes_);
        if (const YamlNode* reference = node.find("doc-ref"))
            type.docRef = readLines(*reference, type.keyPath + "/doc-ref", notes_);
        const YamlNode* shown = node.find("-webide-representation");
        if (shown != nullptr && shown->isScalar())
            type.representation = shown->text;
        readList(node, type, "params", FieldRole::Parameter);
        type.parameterCount = type.fields.size();
        readList(node, type, "seq", FieldRole::Sequence);
        type.sequenceEnd = type.fields.size();
        readInstances(node, type);
        readEnums(node, type);
        readTypes(node, type);
        if (const YamlNode* text = node.find("to-string"))
            type.toText = readExpression(*text, type.keyPath + "/to-string", notes_);
    }

    /// Signatures are read where formats are looked for; here it is only said what is none.
    void checkSignatures(const YamlNode& meta, const std::string& path) {
        const YamlNode* detect = meta.find("-detect");
        for (std::size_t i = 0; detect != nullptr && i < detect->items.size(); ++i) {
            const YamlNode& entry = detect->items[i];
            if (!readSignature(entry))
                notes_.add(FormatFault::Shape, path + "/-detect/" + std::to_string(i), entry.mark,
                           entry.describe(), "a map from offsets to bytes in hex digits",
                           FormatProblem::Severity::Warning);
        }
    }

    void readMeta(const YamlNode& meta, FormatType& type) {
        const std::string path = type.keyPath + "/meta";
        checkSignatures(meta, path);
        checkKeys(
            meta,
            {"application", "bit-endian", "encoding", "endian", "file-extension", "id", "imports", "ks-debug",
             "ks-opaque-types", "ks-version", "ks-zero-copy-substream", "license", "tags", "title", "xref"},
            path, notes_);
        if (const YamlNode* endian = meta.find("endian"))
            readByteOrder(*endian, type, path + "/endian");
        if (const YamlNode* bits = meta.find("bit-endian")) {
            type.bitOrder = bits->text == "le" ? ByteOrder::Little : ByteOrder::Big;
            if (bits->text != "le" && bits->text != "be")
                notes_.add(FormatFault::Shape, path + "/bit-endian", bits->mark, bits->describe(),
                           "le or be");
        }
        if (const YamlNode* encoding = meta.find("encoding")) {
            type.encodingName = readText(*encoding, path + "/encoding", notes_);
            type.encodingMark = encoding->mark;
        }
        if (const YamlNode* version = meta.find("ks-version"))
            checkVersion(*version, path + "/ks-version");
        if (const YamlNode* opaque = meta.find("ks-opaque-types"))
            format_.allowsOpaqueTypes = readFlag(*opaque, path + "/ks-opaque-types", notes_);
        if (type.outer == nullptr)
            readTopMeta(meta);
    }

    void readTopMeta(const YamlNode& meta) {
        if (const YamlNode* title = meta.find("title"))
            format_.title = readText(*title, "/meta/title", notes_);
        if (const YamlNode* license = meta.find("license"))
            format_.license = readText(*license, "/meta/license", notes_);
        if (const YamlNode* application = meta.find("application"))
            for (const std::string& text : readTexts(*application, "/meta/application", notes_))
                format_.application += (format_.application.empty() ? "" : ", ") + text;
        if (const YamlNode* extension = meta.find("file-extension"))
            format_.extensions = readTexts(*extension, "/meta/file-extension", notes_);
        const YamlNode* imports = meta.find("imports");
        if (imports == nullptr || !expectList(*imports, "/meta/imports", notes_))
            return;
        for (std::size_t i = 0; i < imports->items.size(); ++i) {
            const YamlNode& item = imports->items[i];
            const std::string path = "/meta/imports/" + std::to_string(i);
            format_.imports.push_back(
                {.name = readText(item, path, notes_), .mark = item.mark, .path = path});
        }
    }

    void checkVersion(const YamlNode& node, const std::string& path) {
        std::string text = readText(node, path, notes_);
        // Unquoted, 0.10 is the number 0.1 to YAML.
        if (node.isPlain && text.find('.') == text.rfind('.') && text.find('.') != std::string::npos) {
            while (text.ends_with('0') && !text.ends_with(".0"))
                text.pop_back();
        }
        const auto version = parseVersion(text);
        if (!version)
            notes_.add(FormatFault::BadVersion, path, node.mark, text, "X.Y or X.Y.Z");
        else if (*version < *parseVersion(kOldestFormatVersion))
            notes_.add(FormatFault::BadVersion, path, node.mark, text,
                       "at least " + std::string(kOldestFormatVersion));
        else if ((*version)[0] > 0 || (*version)[1] > (*parseVersion(kNewestFormatVersion))[1])
            notes_.add(FormatFault::BadVersion, path, node.mark, text,
                       "at most " + std::string(kNewestFormatVersion));
    }

    void readByteOrder(const YamlNode& node, FormatType& type, const std::string& path) {
        FormatByteOrder& made = type.byteOrder;
        if (node.isScalar()) {
            if (node.text != "le" && node.text != "be") {
                notes_.add(FormatFault::Shape, path, node.mark, node.describe(), "le, be or a map of cases");
                return;
            }
            made.kind = FormatByteOrder::Kind::Fixed;
            made.order = node.text == "le" ? ByteOrder::Little : ByteOrder::Big;
            return;
        }
        if (!expectMap(node, path, notes_))
            return;
        checkKeys(node, {"cases", "switch-on"}, path, notes_);
        made.kind = FormatByteOrder::Kind::Switched;
        const YamlNode* on = node.find("switch-on");
        const YamlNode* cases = node.find("cases");
        if (on == nullptr || cases == nullptr) {
            notes_.add(FormatFault::MissingKey, path, node.mark, {}, on == nullptr ? "switch-on" : "cases");
            return;
        }
        made.on = readExpression(*on, path + "/switch-on", notes_);
        if (!expectMap(*cases, path + "/cases", notes_))
            return;
        for (const YamlEntry& entry : cases->entries)
            readByteOrderCase(entry, made, path + "/cases/" + entry.key);
    }

    void readByteOrderCase(const YamlEntry& entry, FormatByteOrder& made, const std::string& path) {
        FormatByteOrder::Case read;
        if (entry.key != "_") {
            YamlNode key;
            key.text = entry.key;
            key.mark = entry.mark;
            key.isPlain = entry.isPlain;
            read.key = readExpression(key, path, notes_);
        }
        read.order = entry.value.text == "le" ? ByteOrder::Little : ByteOrder::Big;
        if (entry.value.text != "le" && entry.value.text != "be")
            notes_.add(FormatFault::Shape, path, entry.value.mark, entry.value.describe(), "le or be");
        // The case for all others comes last, wherever it was written.
        if (read.key)
            made.cases.insert(made.cases.begin(), std::move(read));
        else
            made.cases.push_back(std::move(read));
    }

    void addField(FormatType& type, FormatField field, const std::string& namePath, TextMark nameMark) {
        const auto [earlier, isNew] = type.fieldIndex.emplace(field.name, type.fields.size());
        if (!isNew) {
            const FormatField& first = type.fields[earlier->second];
            notes_.add(FormatFault::DuplicateName, namePath, nameMark, field.name,
                       first.isInstance() ? first.path : first.path + "/id");
        }
        type.fields.push_back(std::move(field));
    }

    void readList(const YamlNode& node, FormatType& type, std::string_view key, FieldRole role) {
        const YamlNode* list = node.find(key);
        const std::string listPath = type.keyPath + "/" + std::string(key);
        if (list == nullptr || !expectList(*list, listPath, notes_))
            return;
        for (std::size_t i = 0; i < list->items.size(); ++i) {
            const YamlNode& item = list->items[i];
            FormatField field;
            field.role = role;
            field.path = listPath + "/" + std::to_string(i);
            field.name = "_unnamed" + std::to_string(i);
            TextMark mark = item.mark;
            const YamlNode* id = item.isMap() ? item.find("id") : nullptr;
            if (id != nullptr) {
                field.name = name(*id, field.path + "/id");
                mark = id->mark;
            } else if (role == FieldRole::Parameter && item.isMap()) {
                notes_.add(FormatFault::MissingKey, field.path, item.mark, {}, "id");
            }
            readField(item, field, notes_);
            const std::string path = field.path + "/id";
            addField(type, std::move(field), path, mark);
        }
    }

    void readInstances(const YamlNode& node, FormatType& type) {
        const YamlNode* instances = node.find("instances");
        const std::string path = type.keyPath + "/instances";
        if (instances == nullptr || !expectMap(*instances, path, notes_))
            return;
        for (const YamlEntry& entry : instances->entries) {
            FormatField field;
            field.role = FieldRole::ParseInstance;
            field.name = entry.key;
            field.path = path + "/" + entry.key;
            if (!isFormatName(entry.key))
                notes_.add(FormatFault::BadName, field.path, entry.mark, entry.key);
            readField(entry.value, field, notes_);
            const std::string fieldPath = field.path;
            addField(type, std::move(field), fieldPath, entry.mark);
        }
    }

    void readEnums(const YamlNode& node, FormatType& type) {
        const YamlNode* enums = node.find("enums");
        const std::string path = type.keyPath + "/enums";
        if (enums == nullptr || !expectMap(*enums, path, notes_))
            return;
        for (const YamlEntry& entry : enums->entries) {
            auto made = std::make_unique<FormatEnum>();
            made->name = entry.key;
            made->path = type.path + "::" + entry.key;
            made->mark = entry.mark;
            const std::string enumPath = path + "/" + entry.key;
            if (!isFormatName(entry.key))
                notes_.add(FormatFault::BadName, enumPath, entry.mark, entry.key);
            if (expectMap(entry.value, enumPath, notes_)) {
                for (const YamlEntry& member : entry.value.entries)
                    readEnumMember(member, *made, enumPath);
            }
            type.enums.push_back(std::move(made));
        }
    }

    void readEnumMember(const YamlEntry& entry, FormatEnum& made, const std::string& enumPath) {
        const std::string path = enumPath + "/" + entry.key;
        FormatEnumMember member;
        const auto value = parseIntegerLiteral(entry.key);
        if (!value)
            notes_.add(FormatFault::Shape, path, entry.mark, entry.key, "integer");
        member.value = value.value_or(0);
        const YamlNode* id = &entry.value;
        std::string idPath = path;
        if (entry.value.isMap()) {
            checkKeys(entry.value, {"doc", "doc-ref", "id"}, path, notes_);
            id = entry.value.find("id");
            idPath += "/id";
            if (const YamlNode* doc = entry.value.find("doc"))
                member.doc = readText(*doc, path + "/doc", notes_);
        }
        if (id == nullptr) {
            notes_.add(FormatFault::MissingKey, path, entry.mark, {}, "id");
            return;
        }
        member.name = name(*id, idPath);
        const std::size_t index = made.members.size();
        if (const auto [earlier, isNew] = made.byName.emplace(member.name, index); !isNew)
            notes_.add(FormatFault::DuplicateName, idPath, id->mark, member.name,
                       enumPath + "/" + integerText(made.members[earlier->second].value));
        if (!made.byValue.emplace(member.value, index).second)
            notes_.add(FormatFault::DuplicateKey, path, entry.mark, entry.key);
        made.members.push_back(std::move(member));
    }

    void readTypes(const YamlNode& node, FormatType& type) {
        const YamlNode* types = node.find("types");
        const std::string path = type.keyPath + "/types";
        if (types == nullptr || !expectMap(*types, path, notes_))
            return;
        for (const YamlEntry& entry : types->entries) {
            auto made = std::make_unique<FormatType>();
            made->name = entry.key;
            made->path = type.path + "::" + entry.key;
            made->keyPath = path + "/" + entry.key;
            made->outer = &type;
            made->format = &format_;
            if (!isFormatName(entry.key))
                notes_.add(FormatFault::BadName, made->keyPath, entry.mark, entry.key);
            readType(entry.value, *made);
            type.types.push_back(std::move(made));
        }
    }

    Format& format_;
    FormatNotes& notes_;
};

}  // namespace

std::unique_ptr<Format> readFormat(std::string_view text, const std::string& file,
                                   std::vector<FormatProblem>& problems) {
    auto tree = parseYaml(text);
    if (!tree) {
        problems.push_back(tree.error());
        problems.back().file = file;
        return nullptr;
    }
    auto format = std::make_unique<Format>();
    format->file = file;
    FormatNotes notes(file, problems);
    TypeReader(*format, notes).readTop(*tree);
    return format;
}

}  // namespace octavo
