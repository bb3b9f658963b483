// Every importer of the registry, and the pasted text that is no file format.

#include <algorithm>
#include <string>
#include <vector>

#include "core/base/text_sink.h"
#include "core/buffer/document.h"
#include "core/codec/number_list.h"
#include "core/codec/text_codecs.h"
#include "core/convert/exporter.h"
#include "core/convert/importer.h"
#include "tests/fuzz/fuzz_target.h"

namespace octavo::fuzz {

namespace {

constexpr ImportOptions kLimits{.maxBytes = 1 << 20, .maxPieces = 4096};
constexpr ByteCount kWrittenBack = ByteCount{64} * 1024;

template <typename Info>
Registry<Info> filled(void (*fill)(Registry<Info>&)) {
    Registry<Info> registry;
    fill(registry);
    return registry;
}

const Registry<ImporterInfo>& importers() {
    static const auto registry = filled(registerBuiltinImporters);
    return registry;
}

const Registry<ExporterInfo>& exporters() {
    static const auto registry = filled(registerBuiltinExporters);
    return registry;
}

std::vector<std::byte> bytesOf(const Snapshot& snapshot) {
    std::vector<std::byte> bytes(snapshot.size());
    require(snapshot.read(0, bytes).isEmpty());
    return bytes;
}

void requireSame(const Result<ImportResult>& one, const Result<ImportResult>& other) {
    require(one.has_value() == other.has_value());
    if (!one) {
        require(one.error() == other.error());
        return;
    }
    require(one->pieces.size() == other->pieces.size());
    for (std::size_t i = 0; i < one->pieces.size(); ++i)
        require(one->pieces[i].range() == other->pieces[i].range());
    require(one->entryPoint == other->entryPoint && one->header == other->header);
}

void requireInside(const ImportResult& imported) {
    require(imported.pieces.size() <= kLimits.maxPieces);
    ByteCount total = 0;
    for (std::size_t i = 0; i < imported.pieces.size(); ++i) {
        const ByteRange range = imported.pieces[i].range();
        require(!range.isEmpty() && range.isValid());
        require(i == 0 || imported.pieces[i - 1].range().end < range.begin);
        total += range.size();
    }
    require(total <= kLimits.maxBytes);
}

/// Written in the same format and read again, the bytes are the same, at the same address.
void requireRoundTrip(const ImporterInfo& format, const ImportResult& imported) {
    const ExporterInfo* exporter = exporters().find(format.id);
    if (exporter == nullptr || imported.pieces.empty() || imported.span().size() > kWrittenBack)
        return;
    const auto bytes = assemble(imported);
    require(bytes.has_value() && bytes->size() == imported.span().size());
    StringSink sink;
    const Status written =
        exporter->exportTo(*bytes, bytes->all(), {.startAddress = imported.span().begin}, sink, {});
    if (!written) {  // an address that the importer took must be one that can be written
        require(written.error().code == ErrorCode::OutOfRange);
        return;
    }
    const auto again =
        format.importFrom(Snapshot::ofBytes(std::as_bytes(std::span(sink.text()))), kLimits, {});
    require(again.has_value() && again->pieces.size() == 1);
    if (exporter->address == ExporterInfo::Uses::Yes)
        require(again->pieces.front().address == imported.span().begin);
    const auto back = assemble(*again);
    require(back.has_value() && bytesOf(*back) == bytesOf(*bytes));
}

void tryImporter(const ImporterInfo& format, std::span<const std::byte> input) {
    const auto imported = format.importFrom(Snapshot::ofBytes(input), kLimits, {});
    if (imported) {
        requireInside(*imported);
        requireRoundTrip(format, *imported);
    } else {
        require(imported.error().code != ErrorCode::Unreadable);
        require(imported.error().offset.value_or(0) <= input.size());
    }
    // Where the text is cut into pieces makes no difference.
    Document pieces;
    require(pieces.apply(Edit::insert(0, Content::ofBytes(input.subspan(input.size() / 2)))).has_value());
    require(pieces.apply(Edit::insert(0, Content::ofBytes(input.first(input.size() / 2)))).has_value());
    requireSame(imported, format.importFrom(pieces.snapshot(), kLimits, {}));
}

void tryPastedText(std::string_view text) {
    if (const auto numbers = decodeNumberList(text))
        require(numbers->size() <= text.size());
    else
        require(numbers.error().offset.value_or(0) <= text.size());
    if (const auto bytes = decodeBase64(text)) {
        require(decodeBase64(encodeBase64(*bytes)) == bytes);
        require(bytes->size() * 4 <= text.size() * 3);
    } else {
        require(bytes.error().offset.value_or(0) <= text.size());
    }
}

}  // namespace

void tryInput(std::span<const std::byte> input) {
    for (const ImporterInfo& each : importers())
        tryImporter(each, input);
    tryPastedText(textOf(input));
}

}  // namespace octavo::fuzz
