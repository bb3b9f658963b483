#include <memory>
#include <stop_token>

#include <QtTest>

#include "core/source/pattern_source.h"
#include "tests/core/convert/convert_world.h"

namespace octavo {

namespace {

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

}  // namespace

/// Fixed cases of the importers and exporters; what holds for any bytes is in prop_convert.cpp.
class TestConvert : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void errorsNameTheCodeTheOffsetAndTheLine() {
        struct Case {
            const char* id;
            const char* text;
            ErrorCode code;
            ByteOffset offset;
            const char* line;
        };
        for (const Case& c :
             {Case{"intel-hex", ":0100000041BE\n:0100010042BD\n:00000001FF\n", ErrorCode::ChecksumMismatch,
                   14, "line 2"},
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
            QVERIFY2(!imported.has_value(), c.text);
            QVERIFY2(imported.error().code == c.code, c.text);
            QVERIFY2(imported.error().offset == c.offset, c.text);
            QVERIFY2(imported.error().detail == c.line, c.text);
        }
    }
    void otherNotationsAreRead() {
        const Bytes abc{std::byte{'A'}, std::byte{'B'}, std::byte{'C'}};
        for (const char* text :
             {"414243", "41 42 43", "0x41, 0x42, 0x43", "\\x41\\x42\\x43", "41:42:43\n", "0x414243"})
            QVERIFY(importedBytes("hex", text) == abc);
        QVERIFY(importedBytes("hex", "00 0a") == (Bytes{std::byte{0}, std::byte{10}}));
        QVERIFY(importedBytes("base64", " Q\nUJ\tD ") == abc);
        QVERIFY(importedBytes("base64", "-_8=") == (Bytes{std::byte{0xFB}, std::byte{0xFF}}));
        QVERIFY(importedBytes("hexdump", "0: 41 42 43") == abc);
        QVERIFY(importedBytes("intel-hex",
                              ":03000000414243"
                              "37\r\n\r\n:00000001FF") == abc);
        QVERIFY(importedBytes("intel-hex", ":020000021000EC\n:0100000041BE\n:00000001FF\n")->size() == 1);
        QVERIFY(importedFrom("intel-hex", ":020000021000EC\n:0100000041BE\n:00000001FF\n")->span().begin ==
                0x10000);
        QVERIFY(importedFrom("intel-hex", ":0400000500000100F6\n:00000001FF\n")->entryPoint ==
                ByteOffset{0x100});
        QVERIFY(importedFrom("s-record", "S00600004844521B\nS9031234B6\n")->header == "HDR");
        QVERIFY(importedFrom("s-record", "S00600004844521B\nS9031234B6\n")->entryPoint == ByteOffset{0x1234});
    }
    void recordsFarApartCostNothing() {
        const std::string text = ":0100000041BE\n:02000004FFFFFC\n:01FFFF0042BF\n:00000001FF\n";
        const auto imported = importedFrom("intel-hex", text);
        QVERIFY(imported.has_value() && imported->pieces.size() == 2);
        QVERIFY(imported->span() == (ByteRange{0, ByteOffset{1} << 32}));
        const auto snapshot = assemble(*imported, {.gapFill = std::byte{0xEE}});
        QVERIFY(snapshot.has_value() && snapshot->size() == ByteCount{1} << 32);
        QVERIFY(snapshot->tree().pieceCount() == 3);
        Bytes ends(2);
        QVERIFY(snapshot->read((ByteOffset{1} << 32) - 2, ends).isEmpty());
        QVERIFY(ends == (Bytes{std::byte{0xEE}, std::byte{'B'}}));
        const auto refused = assemble(*imported, {.maxSize = 1 << 20});
        QVERIFY(!refused.has_value() && refused.error().code == ErrorCode::LimitReached);
    }
    void zeroOriginKeepsTheAddresses() {
        const auto imported = importedFrom("hexdump", "00000002: 41");
        const auto snapshot = assemble(imported.value(), {.origin = AssembleOptions::Origin::Zero});
        QVERIFY(bytesOf(snapshot.value()) == (Bytes{std::byte{0xFF}, std::byte{0xFF}, std::byte{'A'}}));
    }
    void importLimitsHold() {
        const auto tooMany = importedFrom("hex", "41 42 43", {.maxBytes = 2});
        QVERIFY(!tooMany.has_value() && tooMany.error().code == ErrorCode::LimitReached);
        const auto tooScattered = importedFrom("hexdump", "0: 41\n8: 42\n", {.maxPieces = 1});
        QVERIFY(!tooScattered.has_value() && tooScattered.error().code == ErrorCode::LimitReached);
        const auto endless = importedFrom("hexdump", "0: 41\n*\nffffffffffff: 42\n", {.maxBytes = 1000});
        QVERIFY(!endless.has_value() && endless.error().code == ErrorCode::LimitReached);
        const auto beyond = importedFrom("hexdump", "ffffffffffffffff: 41");
        QVERIFY(!beyond.has_value() && beyond.error().code == ErrorCode::TooLarge);
    }
    void unreadableBytesStopEveryFormat() {
        const Snapshot snapshot = Snapshot::ofSource(std::make_shared<HalfSource>());
        for (const ExporterInfo& exporter : exporters()) {
            const auto text = exportedText(exporter.id, snapshot, snapshot.all());
            QVERIFY(!text.has_value() && text.error().code == ErrorCode::Unreadable);
            QVERIFY(text.error().offset == ByteOffset{100000});
            QVERIFY(exportedText(exporter.id, snapshot, {0, 100000}).has_value());
        }
        for (const ImporterInfo& importer : importers()) {
            if (importer.id == "raw")
                continue;
            const auto imported = importer.importFrom(snapshot, {}, {});
            QVERIFY(!imported.has_value());
        }
    }
    void optionsOutOfBoundsAreRefused() {
        const Snapshot snapshot = Snapshot::ofBytes(randomBytes(10, 1));
        const auto codeFor = [&](const char* id, const ExportOptions& options) {
            const auto text = exportedText(id, snapshot, snapshot.all(), options);
            return text.has_value() ? ErrorCode::Busy : text.error().code;
        };
        for (const char* id : {"intel-hex", "s-record"}) {
            QVERIFY(codeFor(id, {.startAddress = 0xFFFFFFF7}) == ErrorCode::OutOfRange);
            QVERIFY(codeFor(id, {.startAddress = 0xFFFFFFF6}) == ErrorCode::Busy);
        }
        for (const ExporterInfo& exporter : exporters()) {
            if (exporter.bytesPerLine) {
                QVERIFY(codeFor(exporter.id.c_str(), {.bytesPerLine = 0}) == ErrorCode::OutOfRange);
                QVERIFY(codeFor(exporter.id.c_str(), {.bytesPerLine = 256}) == ErrorCode::OutOfRange);
            }
            if (exporter.variableName == ExporterInfo::Uses::Yes) {
                QVERIFY(codeFor(exporter.id.c_str(), {.name = "1x"}) == ErrorCode::Malformed);
                QVERIFY(codeFor(exporter.id.c_str(), {.name = "x;y"}) == ErrorCode::Malformed);
                QVERIFY(codeFor(exporter.id.c_str(), {.name = ""}) == ErrorCode::Malformed);
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
            QVERIFY(!status.has_value() && status.error().code == ErrorCode::LimitReached);
            QVERIFY(preview.text().size() == 1000u);
            StringSink sink;
            const JobContext cancelled(stop.get_token(), nullptr);
            const Status ended = exporter.exportTo(snapshot, snapshot.all(), {}, sink, cancelled);
            QVERIFY(!ended.has_value() && ended.error().code == ErrorCode::Cancelled);
        }
    }
    void htmlAndMarkdownHoldTheDump() {
        const Bytes bytes{std::byte{'<'}, std::byte{'&'}, std::byte{'>'}, std::byte{'`'}};
        QVERIFY(
            exportedText("html", bytes, {.name = "a<b&c"}) ==
            "<!DOCTYPE html>\n<html>\n<head><meta "
            "charset=\"utf-8\"><title>a&lt;b&amp;c</title></head>\n<body>\n<pre>\n"
            "00000000: 3c26 3e60                                &lt;&amp;&gt;`\n</pre>\n</body>\n</html>\n");
        QVERIFY(exportedText("markdown", bytes) ==
                "```text\n00000000: 3c26 3e60                                <&>`\n```\n");
    }
};

}  // namespace octavo

QTEST_APPLESS_MAIN(octavo::TestConvert)
#include "tst_convert.moc"
