#include "app/history_keeper.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <string_view>
#include <utility>

namespace octavo {

namespace {

constexpr auto kPollInterval = std::chrono::milliseconds(20);

bool isOfThisSession(const std::string& path) {
    const char* directory = std::getenv("XDG_RUNTIME_DIR");
    if (directory == nullptr || *directory != '/')
        return false;
    const std::string_view prefix(directory);
    return path.starts_with(prefix) && (prefix.ends_with('/') || path.substr(prefix.size()).starts_with('/'));
}

bool isWorthKeeping(const OpenDocument& document) {
    return !document.path().empty() && document.file() && document.identity() &&
           !document.geometry().isDevice && document.document().history().stateCount() > 1 &&
           !isOfThisSession(document.path());
}

HistorySubject subjectOf(OpenDocument& document) {
    HistorySubject subject{.path = document.path(),
                           .identity = *document.identity(),
                           .base = nullptr,
                           .notes = document.historyLog().notes()};
    const FileIdentity& base =
        document.baseIdentity() ? *document.baseIdentity() : document.file()->identity();
    if (document.document().base() == document.file() && base == subject.identity)
        subject.base = document.file();
    return subject;
}

}  // namespace

/// A document on its way to the disk.
struct HistoryKeeper::Closing {
    std::shared_ptr<const Document> document;  // until the job has it
    HistorySubject subject;
    QString name;
    std::shared_ptr<std::promise<void>> promise = std::make_shared<std::promise<void>>();
    std::shared_future<void> isOver = promise->get_future().share();
    JobHandle job;
};

HistoryKeeper::HistoryKeeper(std::string directory, DocumentManager& documents, JobRunner& jobs,
                             QObject* parent)
    : QObject(parent),
      directory_(std::move(directory)),
      documents_(documents),
      jobs_(jobs),
      histories_(std::make_shared<PosixFileSystem>(), directory_) {
    connect(&documents_, &DocumentManager::closed, this,
            [this](OpenDocument* document) { close(*document); });
    documents_.setRestore([this](const std::string& path) { return restorationOf(path); });
}

HistoryKeeper::~HistoryKeeper() {
    documents_.setRestore({});
}

void HistoryKeeper::close(OpenDocument& document) {
    if (!isEnabled_ || !isWorthKeeping(document))
        return;
    // Once nobody else has the document the job may take its time to look through it.
    const std::weak_ptr<Closing> added = add(document);
    const auto startNow = [this, added] {
        if (const auto closing = added.lock())
            start(closing);
    };
    connect(&document, &QObject::destroyed, this, startNow, Qt::QueuedConnection);
}

std::shared_ptr<HistoryKeeper::Closing> HistoryKeeper::add(OpenDocument& document) {
    auto closing = std::make_shared<Closing>();
    closing->document = document.sharedDocument();
    closing->subject = subjectOf(document);
    closing->name = document.name();
    closings_.push_back(closing);
    return closing;
}

void HistoryKeeper::start(const std::shared_ptr<Closing>& closing) {
    if (!closing->document)
        return;
    const auto work = [histories = histories_, document = std::exchange(closing->document, nullptr),
                       subject = closing->subject,
                       promise = closing->promise](const JobContext& job) mutable -> Status {
        Status kept = histories.keep(*document, subject, job);
        document.reset();
        promise->set_value();
        return kept;
    };
    closing->promise.reset();  // should the job never run, nobody waits for it
    const JobOptions options{.title = {}, .visibility = JobVisibility::Hidden, .lane = JobLane::Prompt};
    closing->job = jobs_.run(options, work, this, [this, closing](const Status& kept) {
        if (!kept && kept.error().code != ErrorCode::Cancelled)
            Q_EMIT failed(closing->name, kept.error());
        std::erase(closings_, closing);
    });
}

void HistoryKeeper::keepAll() {
    for (OpenDocument* each : documents_.documents()) {
        if (isEnabled_ && isWorthKeeping(*each))
            static_cast<void>(add(*each));
    }
    // This thread does nothing to the documents meanwhile.
    for (const auto& each : closings_)
        start(each);
    for (const auto& each : closings_)
        each->isOver.wait();
}

void HistoryKeeper::forgetAll(const std::function<void(const Status&)>& done) {
    if (directory_.empty())
        return;
    std::vector<std::shared_future<void>> before;
    for (const auto& each : closings_) {
        start(each);
        before.push_back(each->isOver);
    }
    const auto work = [histories = histories_, before](const JobContext&) {
        for (const std::shared_future<void>& each : before)
            each.wait();
        return histories.forgetAll();
    };
    const JobOptions options{.title = {}, .visibility = JobVisibility::Hidden, .lane = JobLane::Common};
    forgetting_ = jobs_.run(options, work, this, [done](const Status& forgotten) {
        if (done)
            done(forgotten);
    });
}

DocumentManager::Restoration HistoryKeeper::restorationOf(const std::string& path) const {
    if (!isEnabled_)
        return {};
    std::shared_future<void> isOver;  // the writing of what is to be read
    for (const auto& each : closings_) {
        if (each->subject.path == path)
            isOver = each->isOver;
    }
    return [histories = histories_, path, isOver](const std::shared_ptr<FileSource>& file,
                                                  const JobContext& job) -> std::optional<RestoredHistory> {
        while (isOver.valid() && isOver.wait_for(kPollInterval) != std::future_status::ready) {
            if (job.stopRequested())
                return std::nullopt;
        }
        Result<std::optional<RestoredHistory>> restored = histories.restore(path, file, job);
        return restored ? std::move(*restored) : std::nullopt;
    };
}

}  // namespace octavo
