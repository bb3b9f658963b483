#include "core/search/find_in_files.h"

#include <algorithm>
#include <deque>
#include <map>
#include <unordered_map>
#include <utility>

#include "core/search/file_hunt.h"

namespace octavo {

namespace {

constexpr std::size_t kWaveFiles = 256;
constexpr ByteCount kWaveBytes = ByteCount{256} << 20;
constexpr std::size_t kStepsAhead = 4096;      // of the walk, each time
constexpr std::size_t kListedAhead = 200'000;  // files that wait

/// The plan:
///  1. The walk is ahead of the search: each wave of small files is searched by all workers, one of which
///     first walks on.
///  2. What they found waits until the files before have told theirs, so order is that of the walk.
///  3. A large file, and one with more matches than may wait, is searched alone, by all workers.
class FilesHunt {
public:
    FilesHunt(const FilesOrder& order, const Searcher& searcher, FilesSink& sink, const JobContext& job)
        : order_(order), searcher_(searcher), sink_(sink), job_(job), walk_(order.roots, order.folders) {
        for (std::size_t i = 0; i < order_.documents.size(); ++i) {
            const OpenDocumentSpace& each = order_.documents[i];
            if (!each.path.empty())
                byPath_.emplace(each.path, i);
            if (each.file)
                byFile_.emplace(std::pair(each.file->device, each.file->inode), i);
        }
        isMet_.resize(order_.documents.size(), order_.use == FilesOrder::Documents::Searched);
    }

    Result<FilesReport> run() {
        if (order_.use == FilesOrder::Documents::Searched) {
            for (const OpenDocumentSpace& each : order_.documents)
                bytesListed_ += each.range.size();
            for (std::size_t i = 0; i < order_.documents.size() && goesOn(); ++i)
                searchAlone(FileHunt::inDocument(order_.documents[i], i));
        }
        while (goesOn() && !(isWalked_ && waiting_.empty())) {
            if (waiting_.empty())
                walkOn(kWaveFiles);
            else
                searchNext();
        }
        report_.passedBy = walk_.passedBy();
        if (job_.stopRequested())
            return fail(ErrorCode::Cancelled);
        return report_;
    }

private:
    struct Waiting {
        std::string path;
        std::optional<std::size_t> document;  // searched in place of the file
        ByteCount size = 0;
    };
    using Item = std::variant<Waiting, Error>;
    /// Of one small file.
    struct Outcome {
        SearchedFile file;
        std::optional<Error> error;  // it could not be opened
        std::vector<Match> matches;
        FileSearchReport report;
    };

    [[nodiscard]] bool goesOn() const { return report_.isComplete && !job_.stopRequested(); }

    void walkOn(std::size_t steps) {
        for (; steps > 0 && !isWalked_ && waiting_.size() < kListedAhead && !job_.stopRequested(); --steps) {
            if (walk_.isAtEnd()) {
                isWalked_ = true;
                job_.setTotal(std::max<ByteCount>(bytesListed_, 1));
                return;
            }
            auto item = walk_.step();
            if (!item)
                continue;
            if (auto* error = std::get_if<Error>(&*item))
                waiting_.emplace_back(std::move(*error));
            else
                putInLine(std::get<FolderWalk::File>(*item));
        }
    }

    void putInLine(const FolderWalk::File& file) {
        Waiting next{.path = file.path, .document = documentOf(file), .size = file.identity.size};
        if (next.document) {
            if (isMet_[*next.document])
                return;
            isMet_[*next.document] = true;
            next.size = order_.documents[*next.document].range.size();
        }
        bytesListed_ += next.size;
        waiting_.emplace_back(std::move(next));
    }

    [[nodiscard]] std::optional<std::size_t> documentOf(const FolderWalk::File& file) const {
        if (const auto named = byPath_.find(file.path); named != byPath_.end())
            return named->second;
        const auto same = byFile_.find(std::pair(file.identity.device, file.identity.inode));
        return same == byFile_.end() ? std::nullopt : std::optional(same->second);
    }

    [[nodiscard]] Result<FileHunt> open(const Waiting& file) const {
        if (!file.document)
            return FileHunt::open(file.path);
        return FileHunt::inDocument(order_.documents[*file.document], *file.document);
    }

    [[nodiscard]] bool isLarge(const Item& item) const {
        const auto* file = std::get_if<Waiting>(&item);
        return file != nullptr && file->size > order_.smallFile;
    }

    void searchNext() {
        if (isLarge(waiting_.front())) {
            const Item item = std::move(waiting_.front());
            waiting_.pop_front();
            searchAlone(std::get<Waiting>(item));
            walkOn(kStepsAhead);
            return;
        }
        std::vector<Item> wave;
        ByteCount bytes = 0;
        while (!waiting_.empty() && wave.size() < kWaveFiles && bytes < kWaveBytes &&
               !isLarge(waiting_.front())) {
            if (const auto* file = std::get_if<Waiting>(&waiting_.front()))
                bytes += file->size;
            wave.push_back(std::move(waiting_.front()));
            waiting_.pop_front();
        }
        searchWave(wave);
    }

    void searchWave(const std::vector<Item>& wave) {
        std::vector<Outcome> outcomes(wave.size());
        const auto task = [&](std::size_t index) {
            if (index == 0)
                walkOn(kStepsAhead);
            else if (!job_.stopRequested())
                searchSmall(wave[index - 1], outcomes[index - 1]);
        };
        if (order_.workers != nullptr) {
            order_.workers->run(wave.size() + 1, task);
        } else {
            for (std::size_t i = 0; i <= wave.size(); ++i)
                task(i);
        }
        for (std::size_t i = 0; i < wave.size() && goesOn(); ++i)
            deliver(wave[i], outcomes[i]);
    }

    /// On any worker.
    void searchSmall(const Item& item, Outcome& outcome) const {
        if (const auto* error = std::get_if<Error>(&item)) {
            outcome.error = *error;
            return;
        }
        auto hunt = open(std::get<Waiting>(item));
        if (!hunt) {
            outcome.error = hunt.error();
            return;
        }
        const JobContext silent(job_.stopToken(), nullptr);
        auto report = hunt->run(
            searcher_, order_.matchesKept, nullptr,
            [&outcome](std::span<const Match> matches) {
                outcome.matches.insert(outcome.matches.end(), matches.begin(), matches.end());
            },
            silent);
        if (report)
            outcome.report = std::move(*report);
        outcome.file = hunt->file();
    }

    void deliver(const Item& item, Outcome& outcome) {
        if (outcome.error) {
            noteFailure(*outcome.error);
            return;
        }
        if (outcome.report.count == order_.matchesKept) {  // there may be more
            searchAlone(std::get<Waiting>(item));
            return;
        }
        job_.advance(std::get<Waiting>(item).size);
        FileSearchReport& report = outcome.report;
        if (const std::uint64_t room = order_.limit - report_.count; report.count >= room) {
            report.count = room;
            report.isComplete = false;
        }
        sink_.began(outcome.file);
        if (report.count > 0)
            sink_.found(std::span(outcome.matches).first(static_cast<std::size_t>(report.count)));
        end(report);
    }

    void searchAlone(const Waiting& file) {
        const auto hunt = open(file);
        if (hunt)
            searchAlone(*hunt);
        else
            noteFailure(hunt.error());
    }

    void searchAlone(const FileHunt& hunt) {
        sink_.began(hunt.file());
        const auto report = hunt.run(
            searcher_, order_.limit - report_.count, order_.workers,
            [this](std::span<const Match> matches) { sink_.found(matches); }, job_);
        if (report)
            end(*report);
    }

    void end(const FileSearchReport& report) {
        ++report_.files;
        report_.count += report.count;
        report_.isComplete = report_.count < order_.limit;
        sink_.ended(report);
    }

    void noteFailure(const Error& error) {
        ++report_.failed;
        sink_.failed(error);
    }

    const FilesOrder& order_;
    const Searcher& searcher_;
    FilesSink& sink_;
    const JobContext& job_;
    FolderWalk walk_;
    std::deque<Item> waiting_;
    bool isWalked_ = false;
    ByteCount bytesListed_ = 0;
    std::unordered_map<std::string, std::size_t> byPath_;
    std::map<std::pair<std::uint64_t, std::uint64_t>, std::size_t> byFile_;
    std::vector<bool> isMet_;  // by document
    FilesReport report_;
};

}  // namespace

Result<FilesReport> findInFiles(const FilesOrder& order, const Searcher& searcher, FilesSink& sink,
                                const JobContext& job) {
    return FilesHunt(order, searcher, sink, job).run();
}

}  // namespace octavo
