#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/byte_order.h"
#include "core/base/byte_range.h"
#include "core/base/result.h"

namespace octavo {

/// What a field of a draft is read as: one item, or several of the same type one after the other.
struct DraftType {
    enum class Kind : std::uint8_t {
        Unsigned,
        Signed,
        Float,
        Text,            ///< of `size` bytes
        TerminatedText,  ///< up to a zero, which belongs to it
        Bytes,
    };

    static constexpr ByteCount kLargestItem = ByteCount{1} << 40;
    static constexpr std::uint64_t kMostItems = std::uint64_t{1} << 20;

    Kind kind = Kind::Unsigned;
    ByteCount size = 1;  ///< of one item; of no meaning for terminated text
    ByteOrder order = ByteOrder::Little;
    std::string encoding = "UTF-8";  ///< of text, by its usual name
    std::uint64_t count = 1;

    [[nodiscard]] bool isNumber() const { return kind <= Kind::Float; }
    [[nodiscard]] bool isText() const { return kind == Kind::Text || kind == Kind::TerminatedText; }
    /// Whether a field may have it: a size that there is, a known encoding, counts within the limits.
    [[nodiscard]] bool isValid() const;
    /// Bytes of all items; nothing where that depends on them.
    [[nodiscard]] std::optional<ByteCount> fixedSize() const;

    friend bool operator==(const DraftType&, const DraftType&) = default;
};

/// "u1", "s4be[12]", "text(16)", "text(16, UTF-16LE)", "strz(ASCII)", "bytes(8)": as people write a type of a
/// draft.
[[nodiscard]] std::string draftTypeText(const DraftType& type);

/// Reads the same; `order` is that of numbers without le or be, "str" is text as well. Malformed: it is none;
/// the detail is the text.
[[nodiscard]] Result<DraftType> parseDraftType(std::string_view text, ByteOrder order);

struct DraftField {
    std::string name;
    DraftType type;

    friend bool operator==(const DraftField&, const DraftField&) = default;
};

/// A description in the making: fields that follow each other without gaps from the start of a range of
/// bytes. Whatever is done to it, its .ksy text loads without problems: names are valid and differ, types are
/// valid. A value.
class FormatDraft {
public:
    static constexpr std::size_t kMostFields = 1'000;
    static constexpr std::size_t kLongestName = 100;

    FormatDraft() = default;
    explicit FormatDraft(ByteRange range) : range_(range) {}

    [[nodiscard]] ByteRange range() const { return range_; }
    [[nodiscard]] const std::string& id() const { return id_; }
    [[nodiscard]] const std::vector<DraftField>& fields() const { return fields_; }
    /// Where the fields end, counted from the start of the range; nothing where that depends on the bytes.
    [[nodiscard]] std::optional<ByteCount> fixedSize() const;

    /// The name of the description. Malformed: small letters, digits and _, beginning with a letter.
    [[nodiscard]] Status setId(std::string_view id);
    /// Adds a field behind the others; without a name it gets one that is free. Malformed: type or name;
    /// LimitReached: kMostFields.
    [[nodiscard]] Status add(const DraftType& type, std::string_view name = {});
    /// Those behind move up. REQUIRES: index < fields().size(), here and below.
    void remove(std::size_t index);
    /// Malformed: no name, or one that another field has.
    [[nodiscard]] Status rename(std::size_t index, std::string_view name);
    /// Those behind move when the size differs. Malformed: type.
    [[nodiscard]] Status retype(std::size_t index, const DraftType& type);
    /// Makes two of a field, the first with `at` items, or with `at` bytes where it has one item; a number
    /// falls apart into unsigned ones, or bytes where there are none of that size. OutOfRange: either would
    /// be empty; Unsupported: one terminated text has no parts.
    [[nodiscard]] Status split(std::size_t index, std::uint64_t at);

private:
    [[nodiscard]] bool isTaken(std::string_view name) const;
    [[nodiscard]] std::string freeName(std::string_view base) const;

    ByteRange range_;
    std::string id_ = "my_format";
    std::vector<DraftField> fields_;
};

/// The description as .ksy text. Where the range begins at the document's start, its fields are those of the
/// top; elsewhere they are those of a structure at that position.
[[nodiscard]] std::string formatOfDraft(const FormatDraft& draft);

}  // namespace octavo
