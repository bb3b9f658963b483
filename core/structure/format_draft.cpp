#include "core/structure/format_draft.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "core/base/contracts.h"
#include "core/base/integer.h"
#include "core/structure/encoding_codec.h"
#include "core/structure/format_notes.h"

namespace octavo {

namespace {

using Kind = DraftType::Kind;

constexpr std::string_view kPlacedName = "described";

bool isNumberSize(Kind kind, ByteCount size) {
    return size == 4 || size == 8 || (kind != Kind::Float && (size == 1 || size == 2));
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && text.front() == ' ')
        text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ')
        text.remove_suffix(1);
    return text;
}

std::string_view suffixOf(ByteOrder order) {
    return order == ByteOrder::Little ? "le" : "be";
}

std::string numberText(const DraftType& type) {
    const char letter = type.kind == Kind::Float ? 'f' : type.kind == Kind::Signed ? 's' : 'u';
    return fmt::format("{}{}", letter, type.size);
}

/// Takes what stands between two signs at the end off a text; nothing when it does not end so.
std::optional<std::string_view> takeBracketed(std::string_view& text, char open, char close) {
    const std::size_t begin = text.find(open);
    if (!text.ends_with(close) || begin == std::string_view::npos)
        return std::nullopt;
    const std::string_view inside = trimmed(text.substr(begin + 1, text.size() - begin - 2));
    text = trimmed(text.substr(0, begin));
    return inside;
}

std::optional<std::uint64_t> countFrom(std::string_view text, std::uint64_t most) {
    const auto number = parseIntegerLiteral(trimmed(text));
    if (!number || *number < 1 || *number > static_cast<Int128>(most))
        return std::nullopt;
    return static_cast<std::uint64_t>(*number);
}

bool readNumberName(std::string_view name, ByteOrder order, DraftType& type) {
    type.order = order;
    const bool saysOrder = name.ends_with("le") || name.ends_with("be");
    if (saysOrder) {
        type.order = name.ends_with("le") ? ByteOrder::Little : ByteOrder::Big;
        name.remove_suffix(2);
    }
    if (name.size() != 2 || name[1] < '1' || name[1] > '8')
        return false;
    switch (name[0]) {
        case 'u':
            type.kind = Kind::Unsigned;
            break;
        case 's':
            type.kind = Kind::Signed;
            break;
        case 'f':
            type.kind = Kind::Float;
            break;
        default:
            return false;
    }
    type.size = static_cast<ByteCount>(name[1] - '0');
    if (type.size == 1)
        type.order = ByteOrder::Little;  // of no meaning, but the same for all
    return isNumberSize(type.kind, type.size) && !(saysOrder && type.size == 1);
}

/// Reads what stands in parentheses behind a type that is no number: "16, UTF-8", "UTF-8", "8".
bool readArguments(std::string_view arguments, DraftType& type) {
    std::string_view encoding = arguments;
    if (type.kind != Kind::TerminatedText) {
        const std::size_t comma = arguments.find(',');
        const auto size = countFrom(arguments.substr(0, comma), DraftType::kLargestItem);
        if (!size)
            return false;
        type.size = *size;
        if (comma == std::string_view::npos)
            return true;
        encoding = trimmed(arguments.substr(comma + 1));
    }
    const auto name = EncodingCodec::canonicalName(encoding);
    if (!type.isText() || !name)
        return false;
    type.encoding = *name;
    return true;
}

bool readName(std::string_view name, std::optional<std::string_view> arguments, ByteOrder order,
              DraftType& type) {
    if (name == "text" || name == "str")
        type.kind = Kind::Text;
    else if (name == "strz")
        type.kind = Kind::TerminatedText;
    else if (name == "bytes")
        type.kind = Kind::Bytes;
    else
        return !arguments && readNumberName(name, order, type);
    if (!arguments)
        return type.kind == Kind::TerminatedText;
    return readArguments(*arguments, type);
}

/// A part of a field's bytes of its own: what is left of a number is an unsigned one where there is one.
DraftType partOf(const DraftType& whole, ByteCount size) {
    DraftType part = whole;
    part.size = size;
    if (whole.isNumber())
        part.kind = isNumberSize(Kind::Unsigned, size) ? Kind::Unsigned : Kind::Bytes;
    return part;
}

bool needsOrder(const DraftField& field) {
    return field.type.isNumber() && field.type.size > 1;
}

/// A name as a YAML scalar that stays text.
std::string scalar(const std::string& name) {
    constexpr std::array<std::string_view, 3> others = {"null", "true", "false"};
    return std::find(others.begin(), others.end(), name) != others.end() ? '"' + name + '"' : name;
}

class DraftWriter {
public:
    explicit DraftWriter(const FormatDraft& draft) : draft_(draft) {
        const auto& fields = draft.fields();
        const auto big = std::count_if(fields.begin(), fields.end(), [](const DraftField& each) {
            return needsOrder(each) && each.type.order == ByteOrder::Big;
        });
        const auto all = std::count_if(fields.begin(), fields.end(), needsOrder);
        if (all > 0)
            order_ = 2 * big > all ? ByteOrder::Big : ByteOrder::Little;
        const auto text = std::find_if(fields.begin(), fields.end(),
                                       [](const DraftField& each) { return each.type.isText(); });
        if (text != fields.end())
            encoding_ = text->type.encoding;
    }

    std::string write() {
        const ByteOffset begin = draft_.range().begin;
        text_ = fmt::format("meta:\n  id: {}\n", scalar(draft_.id()));
        if (order_)
            text_ += fmt::format("  endian: {}\n", suffixOf(*order_));
        if (!encoding_.empty())
            text_ += fmt::format("  encoding: {}\n", encoding_);
        if (begin == 0) {
            writeSequence(0);
        } else if (!draft_.fields().empty()) {
            text_ += fmt::format("instances:\n  {0}:\n    pos: 0x{1:x}\n    type: {0}\ntypes:\n  {0}:\n",
                                 kPlacedName, begin);
            writeSequence(4);
        }
        return std::move(text_);
    }

private:
    void writeSequence(int indentation) {
        if (draft_.fields().empty())
            return;
        text_ += fmt::format("{:{}}seq:\n", "", indentation);
        for (const DraftField& field : draft_.fields())
            writeField(field, indentation + 2);
    }

    void writeField(const DraftField& field, int indentation) {
        const DraftType& type = field.type;
        const auto line = [this, indentation](std::string_view key, std::string_view value) {
            text_ += fmt::format("{:{}}{}: {}\n", "", indentation + 2, key, value);
        };
        text_ += fmt::format("{:{}}- id: {}\n", "", indentation, scalar(field.name));
        if (type.isNumber())
            line("type",
                 numberText(type) +
                     (needsOrder(field) && type.order != order_ ? std::string(suffixOf(type.order)) : ""));
        else if (type.isText())
            line("type", type.kind == Kind::Text ? "str" : "strz");
        if (type.kind == Kind::Text || type.kind == Kind::Bytes)
            line("size", std::to_string(type.size));
        if (type.isText() && type.encoding != encoding_)
            line("encoding", type.encoding);
        if (type.count > 1) {
            line("repeat", "expr");
            line("repeat-expr", std::to_string(type.count));
        }
    }

    const FormatDraft& draft_;
    std::optional<ByteOrder> order_;
    std::string encoding_;
    std::string text_;
};

bool isNameOfDraft(std::string_view name) {
    return name.size() <= FormatDraft::kLongestName && isFormatName(name);
}

}  // namespace

bool DraftType::isValid() const {
    if (count < 1 || count > kMostItems || size < 1 || size > kLargestItem)
        return false;
    if (isNumber())
        return isNumberSize(kind, size);
    return !isText() ||
           (EncodingCodec::canonicalName(encoding) == encoding && EncodingCodec::named(encoding) != nullptr);
}

std::optional<ByteCount> DraftType::fixedSize() const {
    return kind == Kind::TerminatedText ? std::nullopt : std::optional(size * count);
}

std::string draftTypeText(const DraftType& type) {
    std::string text;
    if (type.isNumber()) {
        text = numberText(type) + (type.size > 1 ? std::string(suffixOf(type.order)) : "");
    } else if (type.kind == Kind::Bytes) {
        text = fmt::format("bytes({})", type.size);
    } else {
        const bool isUsual = type.encoding == DraftType().encoding;
        if (type.kind == Kind::Text)
            text = fmt::format("text({}{}{})", type.size, isUsual ? "" : ", ", isUsual ? "" : type.encoding);
        else
            text = isUsual ? "strz" : fmt::format("strz({})", type.encoding);
    }
    return type.count > 1 ? fmt::format("{}[{}]", text, type.count) : text;
}

Result<DraftType> parseDraftType(std::string_view text, ByteOrder order) {
    DraftType type;
    std::string_view rest = trimmed(text);
    if (const auto count = takeBracketed(rest, '[', ']')) {
        type.count = countFrom(*count, DraftType::kMostItems).value_or(0);
    }
    const auto arguments = takeBracketed(rest, '(', ')');
    if (!readName(rest, arguments, order, type) || !type.isValid())
        return fail(ErrorCode::Malformed, std::string(text));
    return type;
}

std::optional<ByteCount> FormatDraft::fixedSize() const {
    ByteCount total = 0;
    for (const DraftField& field : fields_) {
        const auto size = field.type.fixedSize();
        if (!size)
            return std::nullopt;
        total = std::min(total + *size, kMaxDocumentSize);
    }
    return total;
}

bool FormatDraft::isTaken(std::string_view name) const {
    return std::any_of(fields_.begin(), fields_.end(),
                       [&](const DraftField& each) { return each.name == name; });
}

std::string FormatDraft::freeName(std::string_view base) const {
    constexpr std::size_t kForNumber = 6;
    const std::string_view stem = base.substr(0, kLongestName - kForNumber);
    std::string name(base);
    for (std::size_t i = 2; isTaken(name); ++i)
        name = fmt::format("{}_{}", stem, i);
    return name;
}

Status FormatDraft::setId(std::string_view id) {
    if (!isNameOfDraft(id))
        return fail(ErrorCode::Malformed, std::string(id));
    id_ = id;
    return {};
}

Status FormatDraft::add(const DraftType& type, std::string_view name) {
    if (fields_.size() >= kMostFields)
        return fail(ErrorCode::LimitReached);
    if (!type.isValid())
        return fail(ErrorCode::Malformed, draftTypeText(type));
    if (!name.empty() && (!isNameOfDraft(name) || isTaken(name)))
        return fail(ErrorCode::Malformed, std::string(name));
    const std::string base = type.isText() ? "text" : type.kind == Kind::Bytes ? "data" : "value";
    fields_.push_back({.name = name.empty() ? freeName(base) : std::string(name), .type = type});
    return {};
}

void FormatDraft::remove(std::size_t index) {
    OCTAVO_EXPECTS(index < fields_.size());
    fields_.erase(fields_.begin() + static_cast<std::ptrdiff_t>(index));
}

Status FormatDraft::rename(std::size_t index, std::string_view name) {
    OCTAVO_EXPECTS(index < fields_.size());
    if (fields_[index].name == name)
        return {};
    if (!isNameOfDraft(name) || isTaken(name))
        return fail(ErrorCode::Malformed, std::string(name));
    fields_[index].name = name;
    return {};
}

Status FormatDraft::retype(std::size_t index, const DraftType& type) {
    OCTAVO_EXPECTS(index < fields_.size());
    if (!type.isValid())
        return fail(ErrorCode::Malformed, draftTypeText(type));
    fields_[index].type = type;
    return {};
}

Status FormatDraft::split(std::size_t index, std::uint64_t at) {
    OCTAVO_EXPECTS(index < fields_.size());
    const DraftType whole = fields_[index].type;
    const bool isArray = whole.count > 1;
    if (!isArray && whole.kind == Kind::TerminatedText)
        return fail(ErrorCode::Unsupported);
    if (at < 1 || at >= (isArray ? whole.count : whole.size))
        return failAt(ErrorCode::OutOfRange, at);
    if (fields_.size() >= kMostFields)
        return fail(ErrorCode::LimitReached);
    DraftType first = whole;
    DraftType second = whole;
    if (isArray) {
        first.count = at;
        second.count = whole.count - at;
    } else {
        first = partOf(whole, at);
        second = partOf(whole, whole.size - at);
    }
    fields_[index].type = first;
    fields_.insert(fields_.begin() + static_cast<std::ptrdiff_t>(index) + 1,
                   {.name = freeName(fields_[index].name), .type = second});
    return {};
}

std::string formatOfDraft(const FormatDraft& draft) {
    return DraftWriter(draft).write();
}

}  // namespace octavo
