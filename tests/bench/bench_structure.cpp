// What a structure costs that nobody looks at, and one that is looked at whole: records of 16 bytes and seven
// fields, as many as a million and as 10 GiB of them. The yardstick is a loop that decodes the same fields
// from memory.

#include <benchmark/benchmark.h>
#include <memory>
#include <string>
#include <vector>

#include "core/base/byte_order.h"
#include "core/buffer/document.h"
#include "core/source/memory_source.h"
#include "core/source/pattern_source.h"
#include "core/structure/format_library.h"
#include "core/structure/node_path.h"

namespace octavo {
namespace {

constexpr ByteCount kRecord = 16;
constexpr ByteCount kMillion = 1'000'000;

constexpr std::string_view kRecords = R"(
meta: {id: records, endian: le}
seq: [{id: records, type: record, repeat: eos}]
types:
  record:
    seq:
      - {id: kind, type: u1}
      - {id: flags, type: u1}
      - {id: count, type: u2}
      - {id: time, type: u4}
      - {id: x, type: s2}
      - {id: y, type: s2}
      - {id: value, type: f4}
)";

std::shared_ptr<const FormatSet> load(std::string_view text) {
    const FormatSearch nothing{.importFolders = {}, .read = [](const std::string&) { return std::nullopt; }};
    return loadFormatText(text, "bench.ksy", nothing).set;
}

/// A source that counts the bytes it is asked for.
class CountingSource final : public Source {
public:
    explicit CountingSource(ByteCount size)
        : bytes_(
              std::make_shared<PatternSource>(std::vector{std::byte{1}, std::byte{2}, std::byte{3}}, size)) {}

    [[nodiscard]] ByteCount size() const override { return bytes_->size(); }
    void read(ByteOffset offset, std::span<std::byte> out, RangeSet& unreadable) const override {
        asked_ += out.size();
        bytes_->read(offset, out, unreadable);
    }
    [[nodiscard]] Loan lend(ByteRange range) const override {
        asked_ += range.size();
        return bytes_->lend(range);
    }
    [[nodiscard]] ByteCount asked() const { return asked_; }

private:
    std::shared_ptr<const PatternSource> bytes_;
    mutable ByteCount asked_ = 0;
};

/// Visits the fields of a record; returns something that depends on all of them.
double look(StructureTree& tree, StructureNode& record) {
    double sum = 0;
    for (std::size_t slot = 0; slot < record.type->fields.size(); ++slot) {
        const StructureValue& value = tree.field(record, slot).value;
        if (const auto* integer = value.as<Int128>())
            sum += static_cast<double>(*integer);
        else if (const auto* number = value.as<double>())
            sum += *number;
    }
    return sum;
}

void firstScreen(benchmark::State& state) {
    const auto set = load(kRecords);
    const auto size = static_cast<ByteCount>(state.range(0));
    ByteCount asked = 0;
    for (auto _ : state) {
        const auto source = std::make_shared<CountingSource>(size);
        StructureTree tree(set, Snapshot::ofSource(source), {});
        ArrayNode& records = *tree.field(tree.root(), 0).array;
        double sum = 0;
        for (std::uint64_t i = 0; i < 60; ++i)
            sum += look(tree, *tree.item(records, i).structure);
        benchmark::DoNotOptimize(sum);
        asked = source->asked();
    }
    state.counters["bytes read"] = static_cast<double>(asked);
}
BENCHMARK(firstScreen)->Arg(kRecord* kMillion)->Arg(std::int64_t{10} << 30)->Unit(benchmark::kMicrosecond);

void allRecords(benchmark::State& state) {
    const auto set = load(kRecords);
    const auto source = std::make_shared<CountingSource>(kRecord * kMillion);
    for (auto _ : state) {
        StructureTree tree(set, Snapshot::ofSource(source), {});
        ArrayNode& records = *tree.field(tree.root(), 0).array;
        double sum = 0;
        for (std::uint64_t i = 0; i < records.count(); ++i) {
            sum += look(tree, *tree.item(records, i).structure);
            tree.forget(records, i);
        }
        benchmark::DoNotOptimize(sum);
    }
}
BENCHMARK(allRecords)->Unit(benchmark::kMillisecond);

void decodingLoop(benchmark::State& state) {
    const CountingSource source(kRecord * kMillion);
    std::vector<std::byte> bytes(kRecord * kMillion);
    RangeSet unreadable;
    source.read(0, bytes, unreadable);
    for (auto _ : state) {
        double sum = 0;
        const std::span<const std::byte> all(bytes);
        for (ByteOffset at = 0; at + kRecord <= all.size(); at += kRecord) {
            constexpr std::pair<std::size_t, std::size_t> kFields[] = {{0, 1}, {1, 1},  {2, 2}, {4, 4},
                                                                       {8, 2}, {10, 2}, {12, 4}};
            for (const auto& [offset, size] : kFields)
                sum += static_cast<double>(
                    loadUnsigned<std::uint64_t>(all.subspan(at + offset, size), ByteOrder::Little));
        }
        benchmark::DoNotOptimize(sum);
    }
}
BENCHMARK(decodingLoop)->Unit(benchmark::kMillisecond);

/// A capture of packets whose sizes follow each other: 60, 700 and 1514 bytes.
std::shared_ptr<const MemorySource> capture(ByteCount size) {
    std::vector<std::byte> bytes;
    bytes.reserve(size);
    const auto put = [&bytes](std::uint64_t value, std::size_t width) {
        for (std::size_t i = 0; i < width; ++i)
            bytes.push_back(static_cast<std::byte>(value >> (8 * i)));
    };
    for (const auto& [value, width] :
         {std::pair{0xA1B2C3D4U, 4U}, {2U, 2U}, {4U, 2U}, {0U, 4U}, {0U, 4U}, {65535U, 4U}, {1U, 4U}})
        put(value, width);
    constexpr std::size_t kSizes[] = {60, 700, 1514};
    for (std::size_t i = 0; bytes.size() + 1600 < size; ++i) {
        const std::size_t length = kSizes[i % 3];
        put(1'700'000'000 + i, 4);
        put(i % 1'000'000, 4);
        put(length, 4);
        put(length, 4);
        bytes.resize(bytes.size() + length, std::byte{0x55});
    }
    return std::make_shared<MemorySource>(std::move(bytes));
}

constexpr ByteCount kCapture = 100'000'000;

std::shared_ptr<const FormatSet> pcap() {
    const FormatLibrary library = FormatLibrary::read({});
    return loadFormat(library.find("pcap")->path, library.search()).set;
}

/// Going through packets that nobody looks at.
void skimPackets(benchmark::State& state) {
    const auto set = pcap();
    const auto source = capture(kCapture);
    std::uint64_t count = 0;
    for (auto _ : state) {
        StructureTree tree(set, Snapshot::ofSource(source), {});
        count = nodeAt(tree, "/capture/packets")->read(tree).array->count();
        benchmark::DoNotOptimize(count);
    }
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * kCapture));
    state.counters["packets"] = static_cast<double>(count);
}
BENCHMARK(skimPackets)->Unit(benchmark::kMillisecond);

/// A byte of a packet is overwritten, and what was on screen is read again: the tree's top and thirty
/// packets.
void editInPackets(benchmark::State& state) {
    const auto set = pcap();
    const auto source = capture(kCapture);
    Document document(source);
    StructureTree tree(set, document.snapshot(), {});
    ArrayNode* packets = nodeAt(tree, "/capture/packets")->read(tree).array.get();
    ByteOffset at = 50;
    for (auto _ : state) {
        static_cast<void>(
            document.apply(Edit::replace({at, at + 1}, Content::ofBytes(std::vector{std::byte{7}}))));
        tree.follow(document.snapshot(), {at, at + 1});
        packets = nodeAt(tree, "/capture/packets")->read(tree).array.get();
        for (std::uint64_t i = 0; i < 30; ++i)
            benchmark::DoNotOptimize(tree.item(*packets, packets->count() / 2 + i).end.byte);
        at = (at + 7919 * 1000) % kCapture;
    }
}
BENCHMARK(editInPackets)->Unit(benchmark::kMicrosecond);

/// A description with as much in it as that of ELF: 60 types of 12 fields, enumerations, conditions and
/// switches.
std::string largeDescription() {
    std::string text =
        "meta: {id: large, endian: le}\nseq: [{id: first, type: t0}]\nenums: {e: {0: zero, 1: one}}\n";
    text += "types:\n";
    for (int type = 0; type < 60; ++type) {
        text += "  t" + std::to_string(type) + ":\n    seq:\n";
        for (int field = 0; field < 10; ++field) {
            const std::string name = std::to_string(field);
            text += "      - {id: n" + name + ", type: u4, enum: e, if: '_io.size > " + name + "'}\n";
        }
        text +=
            "      - {id: len, type: u2}\n      - {id: body, size: 'len * 2 + 1', type: {switch-on: n0, "
            "cases: "
            "{'e::one': t" +
            std::to_string((type + 1) % 60) + "}}}\n    instances:\n";
        for (int instance = 0; instance < 5; ++instance)
            text += "      v" + std::to_string(instance) + ": {value: '(len << 4) + " +
                    std::to_string(instance) + " > 7 ? len : 0'}\n";
    }
    return text;
}

void loadDescription(benchmark::State& state) {
    const std::string text = largeDescription();
    for (auto _ : state) {
        const auto set = load(text);
        if (!set)
            state.SkipWithError("the description is wrong");
        benchmark::DoNotOptimize(set);
    }
    state.counters["bytes"] = static_cast<double>(text.size());
}
BENCHMARK(loadDescription)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace octavo

BENCHMARK_MAIN();
