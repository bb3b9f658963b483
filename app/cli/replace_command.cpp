#include <fmt/format.h>

#include "app/cli/save_result.h"
#include "app/cli/search_options.h"
#include "core/base/thread_workers.h"
#include "core/buffer/document.h"
#include "core/codec/text_codecs.h"
#include "core/search/replace.h"

namespace octavo {

namespace {

struct ReplaceCommandOptions {
    std::string file;
    SearchOptions search;
    std::optional<std::string> withHex;
    std::optional<std::string> withText;
    std::optional<std::string> withTemplate;
    std::optional<std::string> range;
    std::optional<std::uint64_t> limit;
    std::string output;
    std::vector<std::string> acceptedRisks;
    bool plan = false;
    bool json = false;
};

constexpr std::size_t kMostThreads = 64;

Error badOption(Error error, std::string_view option, std::string_view text) {
    error.detail = error.detail.empty() ? fmt::format("{} {}", option, text)
                                        : fmt::format("{} {}: expected {}", option, text, error.detail);
    error.code = ErrorCode::Malformed;
    return error;
}

Result<Replacement> replacementOf(const ReplaceCommandOptions& options, const Searcher& searcher) {
    if (options.withTemplate) {
        auto made = ReplacementTemplate::parse(*options.withTemplate, searcher.captureNames());
        return made ? Result<Replacement>(std::move(*made))
                    : fail(badOption(made.error(), "--with-template", *options.withTemplate));
    }
    const auto bytes =
        options.withHex ? decodeHex(*options.withHex) : bytesOfText(options.search, *options.withText);
    if (!bytes)
        return fail(options.withHex ? badOption(bytes.error(), "--with-hex", *options.withHex)
                                    : badOption(bytes.error(), "--with-text", *options.withText));
    return Replacement(Content::ofBytes(*bytes));
}

ExitStatus printCount(const ReplaceCommandOptions& options, const ReplacePlan& plan, ByteCount sizeBefore) {
    StandardOutput out;
    const std::uint64_t count = plan.edit.ranges.size();
    Status printed;
    if (options.plan)
        printed = printObject(out, formOf(options.json),
                              {{"count", count}, {"size", sizeBefore}, {"size after", plan.sizeAfter}});
    else
        printed = options.json ? printObject(out, RecordForm::Json, {{"count", count}})
                               : out.append(fmt::format("{}\n", count));
    return finishPrinting(printed, out);
}

ExitStatus runReplace(const ReplaceCommandOptions& options) {
    const auto search = searchFor(options.search);
    if (!search)
        return options.search.patternFile && search.error().code != ErrorCode::Malformed
                   ? report(*options.search.patternFile, search.error())
                   : misuse(options.file, sentenceFor(search.error(), options.file));
    const auto replacement = replacementOf(options, search->searcher);
    if (!replacement)
        return misuse(options.file, sentenceFor(replacement.error(), options.file));
    auto input = openInput(options.file);
    if (!input)
        return report(options.file, input.error());
    Document document(std::move(*input));
    const auto range = rangeNamed(options.range, document.snapshot());
    if (!range)
        return report(options.file, range.error());
    RangeSet ranges;
    if (!range->isEmpty())
        ranges.add(*range);
    ThreadWorkers workers(kMostThreads);
    ReplaceOptions all{.workers = &workers};
    all.limit = options.limit.value_or(all.limit);
    const auto plan = planReplaceAll(document.snapshot(), search->searcher, ranges, *replacement, all);
    if (!plan)
        return report(options.file, plan.error());
    if (plan->gaveUp)
        return report(options.file, errorOf(*plan->gaveUp));
    if (const Status readable = allReadable(plan->unreadable); !readable)
        return report(options.file, readable.error());
    const ByteCount sizeBefore = document.size();
    const bool isFound = !plan->edit.ranges.empty();
    if (isFound && !options.plan) {
        if (const Status applied = document.apply(plan->edit); !applied)
            return report(options.file, applied.error());
        // A count among the bytes would spoil them.
        const ExitStatus saved = saveResult(document, options.file, options.output, options.acceptedRisks);
        if (saved != ExitStatus::Done)
            return saved;
        if (options.output == "-" || (options.output.empty() && options.file == "-"))
            return ExitStatus::Done;
    }
    const ExitStatus printed = printCount(options, *plan, sizeBefore);
    return printed == ExitStatus::Done && !isFound ? ExitStatus::NothingFound : printed;
}

void bindReplace(CLI::App& command, ReplaceCommandOptions& options) {
    addFile(command, options.file);
    addSearchOptions(command, options.search);
    auto* with = command.add_option_group("replacement", "what comes in its place");
    with->add_option("--with-hex", options.withHex, "bytes, as hex digits; \"\" deletes");
    with->add_option("--with-text", options.withText, "text, in the one --encoding given; \"\" deletes");
    with->add_option("--with-template", options.withTemplate,
                     "text with parts of the match: $0 (all of it), $1, ${name}; \\xNN is a byte");
    with->require_option(1);
    addRange(command, options.range);
    command.add_option("--limit", options.limit, "replace no more than that many");
    addOutput(command, options.output, options.acceptedRisks);
    command.add_flag("--plan", options.plan, "print how many there are and the sizes, and save nothing");
    addJson(command, options.json);
    command.footer("Without -o the file itself is saved. When nothing is found, nothing is written.");
}

}  // namespace

void addReplaceCommand(CLI::App& parent, ChosenCommand& chosen) {
    addCommand<ReplaceCommandOptions>(parent, chosen, "replace",
                                      "Replaces every match, saves, and prints how many.", bindReplace,
                                      runReplace);
}

}  // namespace octavo
