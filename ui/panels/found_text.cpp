#include "ui/panels/found_text.h"

#include <algorithm>

#include "core/codec/text_codecs.h"

namespace octavo {

using namespace Qt::StringLiterals;

namespace {

constexpr ByteCount kBytesShown = 16;
constexpr ByteCount kTextShown = 64;
constexpr ByteCount kTextBefore = 8;
constexpr ByteCount kCopiedMost = 4096;

QString hexOf(std::span<const std::byte> bytes) {
    return QString::fromStdString(encodeHex(bytes, HexCase::Upper, " "));
}

}  // namespace

std::vector<std::byte> firstBytes(const Snapshot& snapshot, ByteRange range, ByteCount most) {
    std::vector<std::byte> bytes(static_cast<std::size_t>(std::min(range.size(), most)));
    static_cast<void>(snapshot.read(range.begin, bytes));
    return bytes;
}

QString plainText(std::span<const std::byte> bytes) {
    QString text;
    for (const std::byte byte : bytes) {
        const auto value = std::to_integer<char16_t>(byte);
        text += value >= 0x20 && value < 0x7F ? QChar(value) : QChar(u'·');
    }
    return text;
}

QString foundBytesText(const Snapshot& snapshot, ByteRange found) {
    const QString text = hexOf(firstBytes(snapshot, found, kBytesShown));
    return found.size() > kBytesShown ? text + u" …"_s : text;
}

QString foundContextText(const Snapshot& snapshot, ByteRange found) {
    const ByteOffset begin = found.begin - std::min(found.begin, kTextBefore);
    return plainText(firstBytes(snapshot, {begin, std::max(begin, snapshot.size())}, kTextShown));
}

QString foundHex(const Snapshot& snapshot, ByteRange found) {
    return hexOf(firstBytes(snapshot, found, kCopiedMost));
}

}  // namespace octavo
