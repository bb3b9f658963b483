#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include <QByteArray>
#include <QString>
#include <QStringDecoder>
#include <QStringList>

#include "core/base/byte_range.h"

namespace octavo {

/// What the text column shows for one byte.
struct TextCell {
    char32_t character = 0;   ///< 0: nothing printable starts here
    std::uint8_t length = 1;  ///< bytes the character takes; 0: this byte continues an earlier character

    friend bool operator==(const TextCell&, const TextCell&) = default;
};

/// The names of the encodings offered for text, in the order of a menu. Every one of them can be used here.
[[nodiscard]] const QStringList& textEncodings();

/// The characters that bytes stand for, in one encoding of Qt's or ICU's. Window thread.
class TextDecoder {
public:
    /// An unknown name gives US-ASCII.
    explicit TextDecoder(const QString& encoding);

    [[nodiscard]] const QString& encoding() const { return encoding_; }

    /// Appends a cell for each byte of `bytes` to `cells`; the first of them lies at `offset` in the
    /// document, which matters where code units are wider than a byte. Bytes at the end that need more than
    /// there is are left blank. Give kContext bytes more on either side where the document has them.
    void decode(std::span<const std::byte> bytes, ByteOffset offset, std::vector<TextCell>& cells);
    static constexpr std::size_t kContext = 16;

    /// The bytes that the text is written in; nothing when the encoding lacks a character of it.
    [[nodiscard]] std::optional<QByteArray> encode(const QString& text) const;
    /// The whole text of `bytes`, replacement characters where they are none.
    [[nodiscard]] QString toText(QByteArrayView bytes) const;

private:
    /// The one character that exactly these bytes stand for; 0 when they stand for none or several.
    [[nodiscard]] char32_t characterOf(std::span<const std::byte> bytes);
    [[nodiscard]] bool hasLongerCharacters();
    [[nodiscard]] TextCell cellAt(std::span<const std::byte> bytes);

    QString encoding_;
    QStringDecoder decoder_;
    std::array<char32_t, 256> single_{};  // the character of each byte alone
    std::size_t unit_ = 1;                // bytes of a code unit
    std::size_t longest_ = 1;             // bytes of the longest character
};

}  // namespace octavo
