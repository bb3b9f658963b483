#include <fmt/format.h>

#include "app/cli/command_support.h"
#include "core/base/offset_text.h"
#include "core/codec/builtin_compressors.h"
#include "core/codec/transform_range.h"

namespace octavo {

namespace {

struct TransformCommandOptions {
    std::string file;
    std::string codec;
    std::optional<int> level;
    std::optional<std::string> range;
    std::optional<std::string> limit;
    std::string output;
    std::vector<std::string> acceptedRisks;
};

using Transform = Result<TransformResult> (*)(const Snapshot&, ByteRange, const CompressorInfo&,
                                              const TransformOptions&, const JobContext&);

Result<TransformOptions> transformOptions(const TransformCommandOptions& options) {
    TransformOptions result;
    result.level = options.level;
    if (options.limit) {
        const auto limit = parseByteCount(*options.limit);
        if (!limit)
            return failAt(ErrorCode::Malformed, limit.error().offset.value_or(0),
                          "--limit " + *options.limit);
        result.outputLimit = *limit;
    }
    return result;
}

ExitStatus runTransform(const TransformCommandOptions& options, Transform transform) {
    Registry<CompressorInfo> codecs;
    registerBuiltinCompressors(codecs);
    const CompressorInfo* codec = codecs.find(options.codec);
    if (codec == nullptr) {
        std::string names;
        for (const CompressorInfo& known : codecs)
            names.append(names.empty() ? "" : ", ").append(known.id);
        return misuse(options.file, fmt::format("no such codec: '{}'; there are {}", options.codec, names));
    }
    if (options.level && (*options.level < codec->minimumLevel || *options.level > codec->maximumLevel))
        return misuse(options.file, fmt::format("--level is {} to {} for {}", codec->minimumLevel,
                                                codec->maximumLevel, codec->id));
    const auto how = transformOptions(options);
    if (!how)
        return report(options.file, how.error());
    const auto input = readInput(options.file);
    if (!input)
        return report(options.file, input.error());
    const auto range = rangeNamed(options.range, *input);
    if (!range)
        return report(options.file, range.error());
    const auto result = transform(*input, *range, *codec, *how, {});
    if (!result)
        return report(options.file, result.error());
    const Status saved = deliver(Snapshot::ofSource(result->output),
                                 {.path = options.output, .acceptedRisks = options.acceptedRisks});
    if (!saved)
        return report(options.output, saved.error());
    if (const ByteRange rest = result->trailing(); !rest.isEmpty())
        note(options.file, fmt::format("the stream ends at offset {}; {} bytes behind it were left out",
                                       rest.begin, rest.size()));
    return ExitStatus::Done;
}

void bindTransform(CLI::App& command, TransformCommandOptions& options) {
    addFile(command, options.file);
    command.add_option("--codec", options.codec, "zlib, gzip or deflate")->required();
    addRange(command, options.range);
    command.add_option("--limit", options.limit, "refuse to make more bytes than this");
    addOutput(command, options.output, options.acceptedRisks)->required();
}

}  // namespace

void addCompressCommand(CLI::App& parent, ChosenCommand& chosen) {
    addCommand<TransformCommandOptions>(
        parent, chosen, "compress", "Compresses a range.",
        [](CLI::App& command, TransformCommandOptions& options) {
            bindTransform(command, options);
            command.add_option("--level", options.level, "higher is smaller and slower");
        },
        +[](const TransformCommandOptions& options) { return runTransform(options, compressRange); });
}

void addDecompressCommand(CLI::App& parent, ChosenCommand& chosen) {
    addCommand<TransformCommandOptions>(
        parent, chosen, "decompress", "Decompresses the stream at the start of a range.", bindTransform,
        +[](const TransformCommandOptions& options) { return runTransform(options, decompressRange); });
}

}  // namespace octavo
