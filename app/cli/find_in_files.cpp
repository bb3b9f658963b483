#include "core/search/find_in_files.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include "app/cli/find_options.h"
#include "core/base/thread_workers.h"

namespace octavo {

namespace {

constexpr std::size_t kMostThreads = 64;

bool isFolder(const std::string& path) {
    struct stat status {};
    return ::stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode);
}

// Prints what is found, file by file, and notes what could not be searched.
class FilesPrinter final : public FilesSink {
public:
    FilesPrinter(const FindOptions& options, const NamedSearch& search, StandardOutput& out)
        : options_(options), search_(search), printer_(out, formOf(options.json)) {}

    void began(const SearchedFile& file) override { file_ = file.path; }

    void found(std::span<const Match> matches) override {
        if (options_.count)
            return;
        for (const Match& match : matches) {
            Record record{{"file", file_}, {"offset", match.range.begin}, {"length", match.range.size()}};
            if (!search_.patterns.empty())
                record.push_back({"pattern", std::uint64_t{match.pattern} + 1});
            if (!search_.forms.empty())
                record.push_back({"encoding", search_.forms[match.form]});
            print(record);
        }
    }

    void ended(const FileSearchReport& report) override {
        if (options_.count)
            print({{"file", file_}, {"count", report.count}});
        if (report.gaveUp)
            failed(named(errorOf(*report.gaveUp)));
        if (!report.unreadable.isEmpty())
            failed(named(allReadable(report.unreadable).error()));
        if (report.hasChanged)
            note(file_, "changed while it was searched");
    }

    void failed(const Error& error) override {
        static_cast<void>(report(error.detail, error));
        hasFailed_ = true;
    }

    [[nodiscard]] bool hasFailed() const { return hasFailed_; }
    Status finish() { return status_ ? printer_.finish() : status_; }

private:
    [[nodiscard]] Error named(Error error) const {
        error.detail = file_;
        return error;
    }
    void print(const Record& record) {
        if (status_)
            status_ = printer_.add(record);
    }

    const FindOptions& options_;
    const NamedSearch& search_;
    RecordPrinter printer_;
    std::string file_;
    Status status_;
    bool hasFailed_ = false;
};

}  // namespace

ExitStatus runFindInFiles(const FindOptions& options) {
    if (options.range || options.backward || options.overlapping || options.context)
        return misuse({}, "--range, --backward, --overlapping and --context are for one file");
    const auto search = searchFor(options.search);
    if (!search)
        return misuse({}, sentenceFor(search.error(), {}));
    StandardOutput out;
    FilesPrinter printer(options, *search, out);
    FilesOrder order;
    for (const std::string& each : options.files) {
        if (!options.recursive && isFolder(each))
            printer.failed({.code = ErrorCode::IsDirectory, .offset = {}, .systemCode = 0, .detail = each});
        else
            order.roots.push_back(each);
    }
    order.folders = {.names = namePatterns(options.names),
                     .withSubfolders = true,
                     .withHidden = options.hidden,
                     .followsLinks = options.followsLinks};
    order.limit = options.limit.value_or(order.limit);
    ThreadWorkers workers(kMostThreads);
    order.workers = &workers;
    const auto found = findInFiles(order, search->searcher, printer);
    if (!found)
        return report({}, found.error());
    const ExitStatus status = finishPrinting(printer.finish(), out);
    if (status != ExitStatus::Done || printer.hasFailed())
        return ExitStatus::Refused;
    return found->count == 0 ? ExitStatus::NothingFound : status;
}

}  // namespace octavo
