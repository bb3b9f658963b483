// What a structure costs that nobody looks at, and one that is looked at whole: records of 16 bytes and seven
// fields, as many as a million and as 10 GiB of them. The yardstick is a loop that decodes the same fields
// from memory.

#include <benchmark/benchmark.h>
#include <memory>
#include <string>
#include <vector>

#include "core/base/byte_order.h"
#include "core/source/pattern_source.h"
#include "core/structure/format_loader.h"
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
        for (std::uint64_t i = 0; i < records.count(); ++i)
            sum += look(tree, *tree.item(records, i).structure);
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
