#include <algorithm>
#include <cctype>
#include <fmt/format.h>

#include "app/cli/command_support.h"
#include "core/base/thread_workers.h"
#include "core/digest/builtin_hashers.h"
#include "core/digest/digest_range.h"

namespace octavo {

namespace {

struct HashOptions {
    std::string file;
    std::optional<std::string> range;
    std::vector<std::string> algorithms;
    bool all = false;
    bool list = false;
    bool json = false;
};

ExitStatus listAlgorithms(const Registry<HasherInfo>& hashers, bool json) {
    StandardOutput out;
    RecordPrinter printer(out, formOf(json));
    Status printed;
    for (const HasherInfo& hasher : hashers) {
        if (printed)
            printed = printer.add(
                {{"name", hasher.id}, {"title", hasher.name}, {"bytes", std::uint64_t{hasher.digestSize}}});
    }
    if (printed)
        printed = printer.finish();
    return finishPrinting(printed, out);
}

// The algorithms asked for, in that order; the first unknown name when there is one.
tl::expected<std::vector<const HasherInfo*>, std::string> chosenAlgorithms(
    const Registry<HasherInfo>& hashers, const HashOptions& options) {
    std::vector<const HasherInfo*> chosen;
    if (options.all) {
        for (const HasherInfo& hasher : hashers)
            chosen.push_back(&hasher);
        return chosen;
    }
    for (std::string name : options.algorithms) {
        std::ranges::transform(name, name.begin(),
                               [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        const HasherInfo* hasher = hashers.find(name);
        if (hasher == nullptr)
            return tl::unexpected(name);
        chosen.push_back(hasher);
    }
    return chosen;
}

ExitStatus printDigests(const DigestResult& result, bool json) {
    StandardOutput out;
    RecordPrinter printer(out, formOf(json));
    Status printed;
    for (const auto& digest : result.digests) {
        if (printed)
            printed = printer.add({{"name", digest.id}, {"digest", digestText(digest.bytes)}});
    }
    if (printed)
        printed = printer.finish();
    return finishPrinting(printed, out);
}

ExitStatus runHash(const HashOptions& options) {
    Registry<HasherInfo> hashers;
    registerBuiltinHashers(hashers);
    if (options.list)
        return listAlgorithms(hashers, options.json);
    if (options.file.empty())
        return misuse("", "hash: name a file");
    if (options.all != options.algorithms.empty())
        return misuse(options.file, "name algorithms with --algorithm, or take --all");
    const auto algorithms = chosenAlgorithms(hashers, options);
    if (!algorithms)
        return misuse(options.file, fmt::format("no such algorithm: {}; octavo-cli hash --list names them",
                                                algorithms.error()));
    const auto input = readInput(options.file);
    if (!input)
        return report(options.file, input.error());
    const auto range = rangeNamed(options.range, *input);
    if (!range)
        return report(options.file, range.error());
    ThreadWorkers workers(algorithms->size());
    const auto result = digestRange(*input, *range, *algorithms, {}, &workers);
    if (!result)
        return report(options.file, result.error());
    if (const Status readable = allReadable(result->unreadable); !readable)
        return report(options.file, readable.error());
    return printDigests(*result, options.json);
}

}  // namespace

void addHashCommand(CLI::App& parent, ChosenCommand& chosen) {
    addCommand<HashOptions>(
        parent, chosen, "hash", "Digests and checksums, all in one pass.",
        [](CLI::App& command, HashOptions& options) {
            addFile(command, options.file)->required(false);
            addRange(command, options.range);
            command.add_option("--algorithm", options.algorithms, "names, separated by commas")
                ->delimiter(',');
            command.add_flag("--all", options.all, "every algorithm");
            command.add_flag("--list", options.list, "name the algorithms");
            addJson(command, options.json);
        },
        runHash);
}

}  // namespace octavo
