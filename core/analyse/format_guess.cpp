#include "core/analyse/format_guess.h"

#include <algorithm>
#include <array>
#include <vector>

#include "core/base/byte_order.h"

namespace octavo {

namespace {

using namespace std::string_view_literals;

// A mark that a format carries at a fixed place. The first that fits wins, so longer ones come before
// shorter.
struct Mark {
    std::size_t at;
    std::string_view bytes;
    std::string_view mime;
};

constexpr std::array kMarks = {
    Mark{0, "\x89PNG\r\n\x1a\n"sv, "image/png"},
    Mark{0, "\xFF\xD8\xFF"sv, "image/jpeg"},
    Mark{0, "GIF87a"sv, "image/gif"},
    Mark{0, "GIF89a"sv, "image/gif"},
    Mark{0, "II*\0"sv, "image/tiff"},
    Mark{0, "MM\0*"sv, "image/tiff"},
    Mark{0, "8BPS"sv, "image/vnd.adobe.photoshop"},
    Mark{8, "WEBPVP8"sv, "image/webp"},
    Mark{8, "WAVE"sv, "audio/x-wav"},
    Mark{8, "AVI "sv, "video/x-msvideo"},
    Mark{0, "OggS"sv, "application/ogg"},
    Mark{0, "fLaC"sv, "audio/flac"},
    Mark{0, "ID3"sv, "audio/mpeg"},
    Mark{4, "ftypisom"sv, "video/mp4"},
    Mark{4, "ftypmp42"sv, "video/mp4"},
    Mark{0, "%PDF-"sv, "application/pdf"},
    Mark{0, "%!PS"sv, "application/postscript"},
    Mark{0, "\x1F\x8B"sv, "application/gzip"},
    Mark{0, "BZh"sv, "application/x-bzip2"},
    Mark{0,
         "\xFD"
         "7zXZ\0"sv,
         "application/x-xz"},
    Mark{0, "\x28\xB5\x2F\xFD"sv, "application/zstd"},
    Mark{0, "\x04\x22\x4D\x18"sv, "application/x-lz4"},
    Mark{0, "7z\xBC\xAF\x27\x1C"sv, "application/x-7z-compressed"},
    Mark{0, "Rar!\x1A\x07"sv, "application/x-rar"},
    Mark{0, "PK\x03\x04"sv, "application/zip"},
    Mark{0, "PK\x05\x06"sv, "application/zip"},
    Mark{0, "!<arch>\ndebian-binary"sv, "application/vnd.debian.binary-package"},
    Mark{0, "!<arch>\n"sv, "application/x-archive"},
    Mark{257, "ustar"sv, "application/x-tar"},
    Mark{0, "SQLite format 3\0"sv, "application/vnd.sqlite3"},
    Mark{0, "\0asm"sv, "application/wasm"},
    Mark{0, "\xCA\xFE\xBA\xBE\0\0\0"sv, "application/x-java-applet"},
    Mark{0, "\xCF\xFA\xED\xFE"sv, "application/x-mach-binary"},
    Mark{0, "\xD4\xC3\xB2\xA1"sv, "application/vnd.tcpdump.pcap"},
    Mark{0, "\xA1\xB2\xC3\xD4"sv, "application/vnd.tcpdump.pcap"},
    Mark{0, "\x0A\x0D\x0D\x0A"sv, "application/x-pcapng"},
    Mark{0, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, "application/CDFV2"},
    Mark{0, "\0\1\0\0\0"sv, "font/sfnt"},
    Mark{0, "wOF2"sv, "font/woff2"},
    Mark{0, "\xFF\xFE"sv, "text/plain"},
    Mark{0, "\xFE\xFF"sv, "text/plain"},
};

using Bytes = std::span<const std::byte>;

bool hasMark(Bytes head, const Mark& mark) {
    return head.size() >= mark.at + mark.bytes.size() &&
           std::ranges::equal(head.subspan(mark.at, mark.bytes.size()), mark.bytes,
                              [](std::byte a, char b) { return a == static_cast<std::byte>(b); });
}

// ELF keeps its kind in the 16 bits at 16, in the byte order that byte 5 names.
std::string_view elfKind(Bytes head) {
    if (head.size() < 18)
        return "application/octet-stream";
    const ByteOrder order = head[5] == std::byte{2} ? ByteOrder::Big : ByteOrder::Little;
    switch (loadUnsigned<std::uint16_t>(head.subspan(16, 2), order)) {
        case 1:
            return "application/x-object";
        case 2:
            return "application/x-executable";
        case 3:
            return "application/x-sharedlib";
        case 4:
            return "application/x-coredump";
        default:
            return "application/octet-stream";
    }
}

// DOS programs begin with MZ; when the word at 0x3C leads to "PE", it is one for Windows.
bool isWindowsProgram(Bytes head) {
    if (head.size() < 0x40 || head[0] != std::byte{'M'} || head[1] != std::byte{'Z'})
        return false;
    const auto at = loadUnsigned<std::uint32_t>(head.subspan(0x3C, 4), ByteOrder::Little);
    return hasMark(head, {at, "PE\0\0"sv, {}});
}

std::size_t utf8Length(std::byte lead) {
    const auto value = std::to_integer<unsigned>(lead);
    if (value < 0x80)
        return 1;
    if (value < 0xC2)
        return 0;
    return value < 0xE0 ? 2 : value < 0xF0 ? 3 : value < 0xF5 ? 4 : 0;
}

bool isTextByte(std::byte byte) {
    const auto value = std::to_integer<unsigned>(byte);
    return (value >= 0x20 && value != 0x7F) || (value >= 0x07 && value <= 0x0D) || value == 0x1B;
}

// True for ASCII and UTF-8 without control characters; a character cut off by the end of `head` does not
// count.
bool isText(Bytes head) {
    for (std::size_t i = 0; i < head.size();) {
        const std::size_t length = utf8Length(head[i]);
        if (length == 0 || !isTextByte(head[i]))
            return false;
        for (std::size_t j = i + 1; j < std::min(i + length, head.size()); ++j) {
            if ((head[j] & std::byte{0xC0}) != std::byte{0x80})
                return false;
        }
        i += length;
    }
    return true;
}

}  // namespace

std::string_view guessFormat(const Snapshot& snapshot) {
    constexpr ByteCount kHeadSize = 4096;
    if (snapshot.isEmpty())
        return "inode/x-empty";
    std::vector<std::byte> head(static_cast<std::size_t>(std::min(snapshot.size(), kHeadSize)));
    if (!snapshot.read(0, head).isEmpty())
        return "application/octet-stream";
    if (hasMark(head, {0,
                       "\x7F"
                       "ELF"sv,
                       {}}))
        return elfKind(head);
    if (isWindowsProgram(head))
        return "application/vnd.microsoft.portable-executable";
    for (const Mark& mark : kMarks) {
        if (hasMark(head, mark))
            return mark.mime;
    }
    return isText(head) ? "text/plain" : "application/octet-stream";
}

}  // namespace octavo
