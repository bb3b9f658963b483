#include <fmt/format.h>

#include "app/cli/find_options.h"
#include "app/cli/match_context.h"
#include "app/cli/yara_find.h"
#include "core/base/thread_workers.h"

namespace octavo {

namespace {

constexpr std::size_t kMostThreads = 64;

// Prints matches as they are found.
class MatchPrinter {
public:
    MatchPrinter(const FindOptions& options, const NamedSearch& search, const Snapshot& input,
                 StandardOutput& out)
        : options_(options), search_(search), input_(input), printer_(out, formOf(options.json)) {}

    // False when the text does not get out.
    bool add(const Match& match) {
        if (!options_.count)
            status_ = printer_.add(recordOf(match));
        return status_.has_value();
    }
    Status finish() { return status_ ? printer_.finish() : status_; }

private:
    Record recordOf(const Match& match) const {
        Record record;
        record.reserve(7);
        record.push_back({"offset", match.range.begin});
        record.push_back({"length", match.range.size()});
        if (!search_.patterns.empty())
            record.push_back({"pattern", std::uint64_t{match.pattern} + 1});
        if (!search_.forms.empty())
            record.push_back({"encoding", search_.forms[match.form]});
        if (options_.context)
            addContext(record, input_, match.range, *options_.context);
        return record;
    }

    const FindOptions& options_;
    const NamedSearch& search_;
    const Snapshot& input_;
    RecordPrinter printer_;
    Status status_;
};

Result<FindAllReport> findForward(const FindOptions& options, const NamedSearch& search,
                                  const Snapshot& input, ByteRange range, MatchPrinter& printer) {
    ThreadWorkers workers(kMostThreads);
    FindAllOptions all{.overlap = options.overlapping ? Overlap::Included : Overlap::Excluded,
                       .workers = &workers};
    all.limit = options.limit.value_or(all.limit);
    return findAll(input, search.searcher, range, all,
                   [&](const Match& match) { return printer.add(match); });
}

// From the last match to the first. REQUIRES: with --overlapping, matches of one length.
Result<FindAllReport> findBackward(const FindOptions& options, const NamedSearch& search,
                                   const Snapshot& input, ByteRange range, MatchPrinter& printer) {
    FindAllReport report;
    while (report.count < options.limit.value_or(report.count + 1)) {
        auto found = findPrevious(input, search.searcher, range);
        if (!found)
            return fail(found.error());
        report.unreadable.add(found->unreadable);
        report.gaveUp = found->gaveUp;
        if (!found->match)
            break;
        ++report.count;
        if (!printer.add(*found->match))
            break;
        const ByteRange match = found->match->range;
        range.end = options.overlapping ? match.end - 1 : match.begin;
        if (range.end <= range.begin)
            break;
    }
    return report;
}

ExitStatus runFindInOne(const FindOptions& options, const std::string& file) {
    const auto search = searchFor(options.search);
    if (!search)
        return options.search.patternFile && search.error().code != ErrorCode::Malformed
                   ? report(*options.search.patternFile, search.error())
                   : misuse(file, sentenceFor(search.error(), file));
    if (options.backward && options.overlapping && !search->searcher.fixedLength())
        return misuse(file, "--backward with --overlapping needs a pattern whose matches are of one length");
    const auto input = readInput(file);
    if (!input)
        return report(file, input.error());
    const auto range = rangeNamed(options.range, *input);
    if (!range)
        return report(file, range.error());
    StandardOutput out;
    MatchPrinter printer(options, *search, *input, out);
    const auto found = options.backward ? findBackward(options, *search, *input, *range, printer)
                                        : findForward(options, *search, *input, *range, printer);
    if (!found)
        return report(file, found.error());
    Status printed;
    if (options.count)
        printed = options.json ? printObject(out, RecordForm::Json, {{"count", found->count}})
                               : out.append(fmt::format("{}\n", found->count));
    else
        printed = printer.finish();
    const ExitStatus status = finishPrinting(printed, out);
    if (found->gaveUp)
        return report(file, errorOf(*found->gaveUp));
    if (const Status readable = allReadable(found->unreadable); !readable)
        return report(file, readable.error());
    return status == ExitStatus::Done && found->count == 0 ? ExitStatus::NothingFound : status;
}

ExitStatus runFind(const FindOptions& options) {
    if (options.yara && options.files.size() > 1)
        return misuse(options.files[1], "--yara reads one file");
    if (options.yara)
        return findByYara({.file = options.files.front(),
                           .rules = *options.yara,
                           .seconds = options.timeLimit,
                           .limit = options.limit,
                           .context = options.context,
                           .count = options.count,
                           .json = options.json});
    if (options.files.size() > 1 || options.recursive)
        return runFindInFiles(options);
    return runFindInOne(options, options.files.front());
}

void bindFind(CLI::App& command, FindOptions& options) {
    command.add_option("FILE", options.files, "the files to read; - alone is standard input")->required();
    auto* yara = addSearchOptions(command, options.search)
                     ->add_option("--yara", options.yara,
                                  "a file of YARA rules; prints rule:$string behind offset and length");
    command
        .add_option("--time-limit", options.timeLimit,
                    "seconds after which --yara gives up; 600 when not given")
        ->check(CLI::Range(std::uint64_t{1}, std::uint64_t{1} << 32));
    addRange(command, options.range);
    command.add_option("--limit", options.limit, "stop after that many matches");
    command.add_flag("--overlapping", options.overlapping, "matches may overlap");
    command.add_flag("--backward", options.backward, "from the last match to the first");
    command.add_option("--context", options.context,
                       "print the match, and that many bytes before and after it, in hex");
    command.add_flag("--count", options.count, "print only how many there are");
    command.add_flag("-r,--recursive", options.recursive,
                     "read all files in folders; the file comes first in a line");
    command.add_option("--name", options.names,
                       "of folders only files with such a name, as in \"*.bin;*.dat\"");
    command.add_flag("--hidden", options.hidden, "of folders also what begins with a dot");
    command.add_flag("--follow-links", options.followsLinks, "of folders also what symbolic links name");
    addJson(command, options.json);
    for (const char* const other :
         {"--range", "--overlapping", "--backward", "--recursive", "--name", "--hidden", "--follow-links"})
        yara->excludes(command.get_option(other));
}

}  // namespace

void addFindCommand(CLI::App& parent, ChosenCommand& chosen) {
    addCommand<FindOptions>(
        parent, chosen, "find",
        "Offset and length of each match, in decimal; of several patterns also which one.", bindFind,
        runFind);
}

}  // namespace octavo
