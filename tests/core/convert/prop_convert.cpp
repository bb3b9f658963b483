// Exports read back, hostile input, limits and unreadable bytes.

#include <array>
#include <memory>
#include <rapidcheck.h>
#include <stop_token>

#include "core/source/pattern_source.h"
#include "tests/core/convert/convert_world.h"

namespace octavo {
namespace {

constexpr std::array kTextFormats{"hex", "base64", "intel-hex", "s-record", "hexdump"};

Bytes someBytes(std::size_t limit) {
    return randomBytes(*rc::gen::inRange<std::size_t>(0, limit), *rc::gen::arbitrary<unsigned>());
}

ErrorCode codeOf(std::string_view id, std::string_view text) {
    const auto imported = importedFrom(id, text);
    RC_ASSERT(!imported.has_value());
    return imported.error().code;
}

void whatIsExportedIsReadBack() {
    const Bytes bytes = someBytes(*rc::gen::element<std::size_t>(40, 2000, 200000));
    const std::string id =
        *rc::gen::elementOf(std::vector<std::string>(kTextFormats.begin(), kTextFormats.end()));
    ExportOptions options;
    if (*rc::gen::arbitrary<bool>())
        options.bytesPerLine = *rc::gen::inRange<std::size_t>(1, 251);
    options.digitCase = *rc::gen::element(DigitCase::Lower, DigitCase::Upper);
    if (*rc::gen::arbitrary<bool>())
        options.startAddress = *rc::gen::inRange<ByteOffset>(0, 0xFFFF0000 - bytes.size());
    const std::string text = exportedText(id, bytes, options);
    RC_ASSERT(importedBytes(id, text) == bytes);
    const auto imported = importedFrom(id, text);
    const bool hasAddress = exporters().find(id)->address == ExporterInfo::Uses::Yes;
    RC_ASSERT(imported->span().begin ==
              (hasAddress && !bytes.empty() ? options.startAddress.value_or(0) : 0));
    RC_ASSERT(imported->pieces.size() <= 1);
}

void partsOfADocumentKeepTheirAddresses() {
    const Snapshot snapshot = Snapshot::ofBytes(someBytes(100000));
    const auto begin = *rc::gen::inRange<ByteOffset>(0, snapshot.size() + 1);
    const ByteRange range{begin, *rc::gen::inRange<ByteOffset>(begin, snapshot.size() + 1)};
    for (const char* id : {"intel-hex", "s-record", "hexdump"}) {
        const auto imported = importedFrom(id, exportedText(id, snapshot, range).value());
        RC_ASSERT(imported.has_value() && imported->span() == (range.isEmpty() ? ByteRange{} : range));
    }
    const Bytes all = bytesOf(snapshot);
    const Bytes part(all.begin() + static_cast<std::ptrdiff_t>(range.begin),
                     all.begin() + static_cast<std::ptrdiff_t>(range.end));
    const auto text = exportedText("raw", snapshot, range);
    RC_ASSERT(importedBytes("raw", text.value()) == part);
}

/// Formats with a checksum: whatever happens to a sample, the bytes are right or there is an error.
void damagedRecordsAreNoticed() {
    const Bytes bytes = randomBytes(150, 7);
    for (const char* id : {"intel-hex", "s-record"}) {
        const std::string text = exportedText(id, bytes, {.bytesPerLine = 20, .startAddress = 0xFFF0});
        for (std::size_t size = 0; size + 1 < text.size(); ++size) {
            const auto result = importedBytes(id, text.substr(0, size));
            RC_ASSERT(result.value_or(bytes) == bytes);
        }
        for (std::size_t at = 0; at < text.size(); ++at) {
            std::string damaged = text;
            damaged[at] = *rc::gen::element('0', '7', 'F', 'S', ':', 'z', ' ', '\n', '\r', '\0', '\xFF');
            const auto imported = importedFrom(id, damaged);
            RC_LOG() << damaged;
            RC_ASSERT(importedBytes(id, damaged).value_or(bytes) == bytes);
            if (!imported)
                RC_ASSERT(imported.error().offset.value_or(text.size() + 1) <= text.size());
        }
    }
}

void damagedTextNeverCrashes() {
    const Bytes bytes = randomBytes(90, 11);
    for (const char* id : {"hex", "base64", "hexdump"}) {
        const std::string text = exportedText(id, bytes);
        for (std::size_t size = 0; size < text.size(); ++size) {
            const Bytes result = importedBytes(id, text.substr(0, size)).value_or(Bytes());
            RC_ASSERT(std::equal(result.begin(), result.end(), bytes.begin()));
        }
        std::string damaged = text;
        for (int i = *rc::gen::inRange(1, 6); i > 0; --i)
            damaged[*rc::gen::inRange<std::size_t>(0, text.size())] = *rc::gen::arbitrary<char>();
        const auto imported = importedFrom(id, damaged);
        if (!imported)
            RC_ASSERT(imported.error().offset.has_value());
    }
}

void anyTextIsReadOrRefused() {
    const auto text = *rc::gen::container<std::string>(
        rc::gen::oneOf(rc::gen::arbitrary<char>(),
                       rc::gen::element('0', '1', 'F', ':', 'S', '\n', ' ', '*', '=', '|', 'x', '\\')));
    for (const ImporterInfo& importer : importers()) {
        const auto imported = importedFrom(importer.id, text);
        if (!imported)
            RC_ASSERT(imported.error().offset.has_value());
    }
}

void errorsNameTheCodeTheOffsetAndTheLine() {
    struct Case {
        const char* id;
        const char* text;
        ErrorCode code;
        ByteOffset offset;
        const char* line;
    };
    for (const Case& c :
         {Case{"intel-hex", ":0100000041BE\n:0100010042BD\n:00000001FF\n", ErrorCode::ChecksumMismatch, 14,
               "line 2"},
          Case{"intel-hex", ":0100000041BE\r\n", ErrorCode::Truncated, 15, "line 1"},
          Case{"intel-hex", ":0100000041BE\n:0100000042BD\n:00000001FF\n", ErrorCode::Malformed, 14,
               "line 2"},
          Case{"intel-hex", "hello\n", ErrorCode::Malformed, 0, "line 1"},
          Case{"intel-hex", ":00000001FF\n:0100000041BE\n", ErrorCode::Malformed, 12, "line 2"},
          Case{"s-record", "S1040000415A\nS9030000FC\n", ErrorCode::ChecksumMismatch, 0, "line 1"},
          Case{"s-record", "S104000041BA\nS5030002FA\nS9030000FC\n", ErrorCode::ChecksumMismatch, 13,
               "line 2"},
          Case{"hex", "41 4g", ErrorCode::Malformed, 4, "line 1"},
          Case{"hex", "41\n4", ErrorCode::Truncated, 4, "line 2"},
          Case{"base64", "QUI=\nQQ==", ErrorCode::Malformed, 5, "line 2"},
          Case{"base64", "QUJ=", ErrorCode::Malformed, 3, "line 1"},
          Case{"base64", "QUI", ErrorCode::Truncated, 3, "line 1"},
          Case{"hexdump", "00000000: 4142\nzz", ErrorCode::Malformed, 15, "line 2"},
          Case{"hexdump", "00000000: 4142\n00000001: 43", ErrorCode::Malformed, 15, "line 2"},
          Case{"hexdump", "00000000  41 42\n00000003\n", ErrorCode::Malformed, 16, "line 2"},
          Case{"hexdump", "00000000  41 42\n*\n", ErrorCode::Truncated, 18, "line 2"}}) {
        const auto imported = importedFrom(c.id, c.text);
        RC_LOG() << c.id << ' ' << c.text;
        RC_ASSERT(!imported.has_value());
        RC_ASSERT(imported.error().code == c.code);
        RC_ASSERT(imported.error().offset == c.offset);
        RC_ASSERT(imported.error().detail == c.line);
    }
}

void otherNotationsAreRead() {
    const Bytes abc{std::byte{'A'}, std::byte{'B'}, std::byte{'C'}};
    for (const char* text :
         {"414243", "41 42 43", "0x41, 0x42, 0x43", "\\x41\\x42\\x43", "41:42:43\n", "0x414243"})
        RC_ASSERT(importedBytes("hex", text) == abc);
    RC_ASSERT(importedBytes("hex", "00 0a") == (Bytes{std::byte{0}, std::byte{10}}));
    RC_ASSERT(importedBytes("base64", " Q\nUJ\tD ") == abc);
    RC_ASSERT(importedBytes("base64", "-_8=") == (Bytes{std::byte{0xFB}, std::byte{0xFF}}));
    RC_ASSERT(importedBytes("hexdump", "0: 41 42 43") == abc);
    RC_ASSERT(importedBytes("intel-hex",
                            ":03000000414243"
                            "37\r\n\r\n:00000001FF") == abc);
    RC_ASSERT(importedBytes("intel-hex", ":020000021000EC\n:0100000041BE\n:00000001FF\n")->size() == 1);
    RC_ASSERT(importedFrom("intel-hex", ":020000021000EC\n:0100000041BE\n:00000001FF\n")->span().begin ==
              0x10000);
    RC_ASSERT(importedFrom("intel-hex", ":0400000500000100F6\n:00000001FF\n")->entryPoint ==
              ByteOffset{0x100});
    RC_ASSERT(importedFrom("s-record", "S00600004844521B\nS9031234B6\n")->header == "HDR");
    RC_ASSERT(importedFrom("s-record", "S00600004844521B\nS9031234B6\n")->entryPoint == ByteOffset{0x1234});
}

void recordsFarApartCostNothing() {
    const std::string text = ":0100000041BE\n:02000004FFFFFC\n:01FFFF0042BF\n:00000001FF\n";
    const auto imported = importedFrom("intel-hex", text);
    RC_ASSERT(imported.has_value() && imported->pieces.size() == 2);
    RC_ASSERT(imported->span() == (ByteRange{0, ByteOffset{1} << 32}));
    const auto snapshot = assemble(*imported, {.gapFill = std::byte{0xEE}});
    RC_ASSERT(snapshot.has_value() && snapshot->size() == ByteCount{1} << 32);
    RC_ASSERT(snapshot->tree().pieceCount() == 3);
    Bytes ends(2);
    RC_ASSERT(snapshot->read((ByteOffset{1} << 32) - 2, ends).isEmpty());
    RC_ASSERT(ends == (Bytes{std::byte{0xEE}, std::byte{'B'}}));
    const auto refused = assemble(*imported, {.maxSize = 1 << 20});
    RC_ASSERT(!refused.has_value() && refused.error().code == ErrorCode::LimitReached);
}

void zeroOriginKeepsTheAddresses() {
    const auto imported = importedFrom("hexdump", "00000002: 41");
    const auto snapshot = assemble(imported.value(), {.origin = AssembleOptions::Origin::Zero});
    RC_ASSERT(bytesOf(snapshot.value()) == (Bytes{std::byte{0xFF}, std::byte{0xFF}, std::byte{'A'}}));
}

void importLimitsHold() {
    const auto tooMany = importedFrom("hex", "41 42 43", {.maxBytes = 2});
    RC_ASSERT(!tooMany.has_value() && tooMany.error().code == ErrorCode::LimitReached);
    const auto tooScattered = importedFrom("hexdump", "0: 41\n8: 42\n", {.maxPieces = 1});
    RC_ASSERT(!tooScattered.has_value() && tooScattered.error().code == ErrorCode::LimitReached);
    const auto endless = importedFrom("hexdump", "0: 41\n*\nffffffffffff: 42\n", {.maxBytes = 1000});
    RC_ASSERT(!endless.has_value() && endless.error().code == ErrorCode::LimitReached);
    RC_ASSERT(codeOf("hexdump", "ffffffffffffffff: 41") == ErrorCode::TooLarge);
}

/// A source whose second half cannot be read.
class HalfSource final : public Source {
public:
    [[nodiscard]] ByteCount size() const override { return 200000; }
    void read(ByteOffset offset, std::span<std::byte> out, RangeSet& unreadable) const override {
        std::fill(out.begin(), out.end(), std::byte{});
        const ByteRange hole = ByteRange::ofLength(offset, out.size()).intersection({100000, 200000});
        if (!hole.isEmpty())
            unreadable.add(hole);
    }
};

void unreadableBytesStopEveryFormat() {
    const Snapshot snapshot = Snapshot::ofSource(std::make_shared<HalfSource>());
    for (const ExporterInfo& exporter : exporters()) {
        const auto text = exportedText(exporter.id, snapshot, snapshot.all());
        RC_ASSERT(!text.has_value() && text.error().code == ErrorCode::Unreadable);
        RC_ASSERT(text.error().offset == ByteOffset{100000});
        RC_ASSERT(exportedText(exporter.id, snapshot, {0, 100000}).has_value());
    }
    for (const ImporterInfo& importer : importers()) {
        if (importer.id == "raw")
            continue;
        const auto imported = importer.importFrom(snapshot, {}, {});
        RC_ASSERT(!imported.has_value());
    }
}

void optionsOutOfBoundsAreRefused() {
    const Snapshot snapshot = Snapshot::ofBytes(randomBytes(10, 1));
    const auto codeFor = [&](const char* id, const ExportOptions& options) {
        const auto text = exportedText(id, snapshot, snapshot.all(), options);
        return text.has_value() ? ErrorCode::Busy : text.error().code;
    };
    for (const char* id : {"intel-hex", "s-record"}) {
        RC_ASSERT(codeFor(id, {.startAddress = 0xFFFFFFF7}) == ErrorCode::OutOfRange);
        RC_ASSERT(codeFor(id, {.startAddress = 0xFFFFFFF6}) == ErrorCode::Busy);
    }
    for (const ExporterInfo& exporter : exporters()) {
        if (exporter.bytesPerLine) {
            RC_ASSERT(codeFor(exporter.id.c_str(), {.bytesPerLine = 0}) == ErrorCode::OutOfRange);
            RC_ASSERT(codeFor(exporter.id.c_str(), {.bytesPerLine = 256}) == ErrorCode::OutOfRange);
        }
        if (exporter.variableName == ExporterInfo::Uses::Yes) {
            RC_ASSERT(codeFor(exporter.id.c_str(), {.name = "1x"}) == ErrorCode::Malformed);
            RC_ASSERT(codeFor(exporter.id.c_str(), {.name = "x;y"}) == ErrorCode::Malformed);
            RC_ASSERT(codeFor(exporter.id.c_str(), {.name = ""}) == ErrorCode::Malformed);
        }
    }
}

void endlessExportsStop() {
    const Snapshot snapshot =
        Snapshot::ofSource(std::make_shared<PatternSource>(Bytes(1), ByteCount{1} << 40));
    std::stop_source stop;
    stop.request_stop();
    for (const ExporterInfo& exporter : exporters()) {
        if (exporter.id == "intel-hex" || exporter.id == "s-record")
            continue;  // 1 TiB has no 32-bit addresses
        StringSink preview(1000);
        const Status status = exporter.exportTo(snapshot, snapshot.all(), {}, preview, {});
        RC_ASSERT(!status.has_value() && status.error().code == ErrorCode::LimitReached);
        RC_ASSERT(preview.text().size() == 1000u);
        StringSink sink;
        const JobContext cancelled(stop.get_token(), nullptr);
        const Status ended = exporter.exportTo(snapshot, snapshot.all(), {}, sink, cancelled);
        RC_ASSERT(!ended.has_value() && ended.error().code == ErrorCode::Cancelled);
    }
}

void htmlAndMarkdownHoldTheDump() {
    const Bytes bytes{std::byte{'<'}, std::byte{'&'}, std::byte{'>'}, std::byte{'`'}};
    RC_ASSERT(
        exportedText("html", bytes, {.name = "a<b&c"}) ==
        "<!DOCTYPE html>\n<html>\n<head><meta "
        "charset=\"utf-8\"><title>a&lt;b&amp;c</title></head>\n<body>\n<pre>\n"
        "00000000: 3c26 3e60                                &lt;&amp;&gt;`\n</pre>\n</body>\n</html>\n");
    RC_ASSERT(exportedText("markdown", bytes) ==
              "```text\n00000000: 3c26 3e60                                <&>`\n```\n");
}

}  // namespace
}  // namespace octavo

int main() {
    using namespace octavo;
    bool ok = rc::check("what is exported is read back", whatIsExportedIsReadBack);
    ok &= rc::check("parts of a document keep their addresses", partsOfADocumentKeepTheirAddresses);
    ok &= rc::check("damaged records are noticed", damagedRecordsAreNoticed);
    ok &= rc::check("damaged text never crashes", damagedTextNeverCrashes);
    ok &= rc::check("any text is read or refused", anyTextIsReadOrRefused);
    ok &= rc::check("errors name the code, the offset and the line", errorsNameTheCodeTheOffsetAndTheLine);
    ok &= rc::check("other notations are read", otherNotationsAreRead);
    ok &= rc::check("records far apart cost nothing", recordsFarApartCostNothing);
    ok &= rc::check("zero origin keeps the addresses", zeroOriginKeepsTheAddresses);
    ok &= rc::check("import limits hold", importLimitsHold);
    ok &= rc::check("unreadable bytes stop every format", unreadableBytesStopEveryFormat);
    ok &= rc::check("options out of bounds are refused", optionsOutOfBoundsAreRefused);
    ok &= rc::check("endless exports stop", endlessExportsStop);
    ok &= rc::check("HTML and Markdown hold the dump", htmlAndMarkdownHoldTheDump);
    return ok ? 0 : 1;
}
