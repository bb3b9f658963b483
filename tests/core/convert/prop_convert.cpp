// Exports read back and hostile input. Fixed cases are in tst_convert.cpp.

#include <algorithm>
#include <array>
#include <rapidcheck.h>

#include "tests/core/convert/convert_world.h"

namespace octavo {
namespace {

constexpr std::array kTextFormats{"hex", "base64", "intel-hex", "s-record", "hexdump"};

Bytes someBytes(std::size_t limit) {
    return randomBytes(*rc::gen::inRange<std::size_t>(0, limit), *rc::gen::arbitrary<unsigned>());
}

std::string someTextFormat() {
    return *rc::gen::elementOf(std::vector<std::string>(kTextFormats.begin(), kTextFormats.end()));
}

void whatIsExportedIsReadBack() {
    const Bytes bytes = someBytes(*rc::gen::element<std::size_t>(40, 2000, 200000));
    const std::string id = someTextFormat();
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

std::string withLineEnds(std::string_view text, std::string_view end) {
    std::string changed;
    for (const char c : text) {
        if (c == '\n')
            changed += end;
        else
            changed += c;
    }
    return changed;
}

/// Blocks of the reader end anywhere: within a line, between CR and LF.
void anyLineEndIsReadAndLinesAreCounted() {
    const Bytes bytes = someBytes(*rc::gen::element<std::size_t>(40, 2000, 200000));
    const std::string id = someTextFormat();
    const std::string text = exportedText(id, bytes);
    const auto lines = std::count(text.begin(), text.end(), '\n');
    const std::string changed = withLineEnds(text, *rc::gen::element("\n", "\r\n", "\r"));
    RC_ASSERT(importedBytes(id, changed) == bytes);
    const auto refused = importedFrom(id, changed + "!");
    RC_ASSERT(!refused.has_value());
    RC_ASSERT(refused.error().offset == changed.size());
    RC_ASSERT(refused.error().detail == "line " + std::to_string(lines + 1));
}

void partsOfADocumentKeepTheirAddresses() {
    const Snapshot snapshot = Snapshot::ofBytes(someBytes(100000));
    const auto begin = *rc::gen::inRange<ByteOffset>(0, snapshot.size() + 1);
    const ByteRange range{begin, *rc::gen::inRange<ByteOffset>(begin, snapshot.size() + 1)};
    for (const char* id : {"intel-hex", "s-record", "hexdump"}) {
        const auto imported = importedFrom(id, exportedText(id, snapshot, range).value());
        RC_ASSERT((imported.has_value() && imported->span() == (range.isEmpty() ? ByteRange{} : range)));
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

}  // namespace
}  // namespace octavo

int main() {
    using namespace octavo;
    bool ok = rc::check("what is exported is read back", whatIsExportedIsReadBack);
    ok &= rc::check("any line end is read and lines are counted", anyLineEndIsReadAndLinesAreCounted);
    ok &= rc::check("parts of a document keep their addresses", partsOfADocumentKeepTheirAddresses);
    ok &= rc::check("damaged records are noticed", damagedRecordsAreNoticed);
    ok &= rc::check("damaged text never crashes", damagedTextNeverCrashes);
    ok &= rc::check("any text is read or refused", anyTextIsReadOrRefused);
    return ok ? 0 : 1;
}
