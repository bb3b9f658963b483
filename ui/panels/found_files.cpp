#include "ui/panels/found_files.h"

#include <algorithm>
#include <utility>

#include "ui/base/messages.h"
#include "ui/base/number_text.h"
#include "ui/base/qt_text.h"
#include "ui/panels/find_query.h"

namespace octavo {

using namespace Qt::StringLiterals;

namespace {

/// Why not the whole of a file was searched; nothing when it was.
QString noteFor(const FileSearchReport& report) {
    QStringList notes;
    if (report.gaveUp)
        notes << givenUpText(*report.gaveUp);
    else if (!report.isComplete)
        notes << FoundFiles::tr("There are more; the list ends here.");
    if (!report.unreadable.isEmpty())
        notes << FoundFiles::tr("%1 could not be read.").arg(sizeText(report.unreadable.totalSize()));
    if (report.hasChanged)
        notes << FoundFiles::tr("It was written to meanwhile.");
    return notes.join(u' ');
}

/// Why a file or folder was not searched.
QString reasonFor(const Error& error) {
    switch (error.code) {
        case ErrorCode::AccessDenied:
            return FoundFiles::tr("You have no permission to read it.");
        case ErrorCode::NotFound:
            return FoundFiles::tr("It was not found.");
        case ErrorCode::NotRegularFile:
            return FoundFiles::tr("It is a pipe, a socket or a device.");
        default:
            return messageFor(error);
    }
}

}  // namespace

FoundFiles::FoundFiles(QString what, Searcher searcher, const std::vector<OpenedDocument>& documents,
                       std::string folder, QObject* parent)
    : QObject(parent), what_(std::move(what)), searcher_(std::move(searcher)), folder_(std::move(folder)) {
    for (const OpenedDocument& each : documents)
        searched_.push_back({.name = each.name,
                             .file = each.document->isModified() ? std::nullopt : each.file,
                             .followed = makeFollowed(each)});
}

std::unique_ptr<FoundFiles::Followed> FoundFiles::makeFollowed(const OpenedDocument& document) {
    auto followed = std::make_unique<Followed>();
    followed->document = document;
    followed->places = std::make_unique<PlaceFollower>(*document.document, [this] { Q_EMIT moved(); });
    connect(document.owner, &QObject::destroyed, this, &FoundFiles::forget);
    return followed;
}

void FoundFiles::forget(const QObject* owner) {
    const auto isIt = [owner](const std::shared_ptr<Followed>& each) {
        return each && each->document.owner == owner;
    };
    for (Searched& each : searched_) {
        if (isIt(each.followed))
            each.followed.reset();
    }
    std::erase_if(open_, [&](const auto& each) { return isIt(each.second); });
    Q_EMIT moved();
}

FoundFile FoundFiles::fileAt(const std::string& path) const {
    const std::string within = folder_.ends_with('/') ? folder_ : folder_ + '/';
    const bool isWithin = !folder_.empty() && path.size() > within.size() && path.starts_with(within);
    return {.path = path,
            .name = toDisplayName(path),
            .below = toDisplayText(isWithin ? path.substr(within.size()) : path)};
}

void FoundFiles::append(const FoundFilesFeed::Part& part) {
    if (!part.isContinued) {
        FoundFile file = fileAt(part.file.path);
        file.identity = part.file.identity;
        file.places.first = list_->size();
        if (part.file.document) {
            const Searched& searched = searched_[*part.file.document];
            file.name = searched.name;
            if (file.path.empty())
                file.below = file.name;
            file.identity = searched.file;
            if (searched.followed)
                open_.emplace(files_->size(), searched.followed);
        }
        if (!file.path.empty())
            byPath_.emplace(file.path, files_->size());
        files_->push_back(std::move(file));
    }
    FoundFile& file = files_->back();
    for (const FoundPlace& each : part.places)
        list_->add(each);
    file.places.count = list_->size() - file.places.first;
    hasLastEnded_ = part.report.has_value();
    if (part.report && !part.report->isWhole()) {
        file.note = noteFor(*part.report);
        ++partly_;
    }
}

void FoundFiles::append(const FoundFilesFeed::News& news) {
    filesSearched_ = news.files;
    bytesSearched_ = news.bytes;
    for (const FoundFilesFeed::Part& part : news.parts)
        append(part);
    for (const Error& error : news.errors) {
        failures_.push_back(fileAt(error.detail));
        failures_.back().note = reasonFor(error);
    }
    if (!news.parts.empty())
        Q_EMIT appended();
}

void FoundFiles::end() {
    isComplete_ = true;
    if (!hasLastEnded_) {
        files_->back().note = tr("The search was stopped in it.");
        ++partly_;
    }
    for (FoundFile& each : failures_) {
        each.places.first = list_->size();
        files_->push_back(each);
    }
    Q_EMIT appended();
}

std::size_t FoundFiles::fileOf(std::size_t row) const {
    const auto next =
        std::ranges::upper_bound(*files_, row, {}, [](const FoundFile& each) { return each.places.first; });
    return static_cast<std::size_t>(next - files_->begin()) - 1;
}

const OpenedDocument* FoundFiles::documentOf(std::size_t file) const {
    const auto found = open_.find(file);
    return found == open_.end() ? nullptr : &found->second->document;
}

PlaceFollower::Place FoundFiles::at(std::size_t row) const {
    const ByteRange found = (*list_)[row].range();
    const auto open = open_.find(fileOf(row));
    return open == open_.end() ? PlaceFollower::Place{.range = found} : open->second->places->now(found);
}

Result<Snapshot> FoundFiles::bytesOf(std::size_t row) const {
    const std::size_t index = fileOf(row);
    if (const OpenedDocument* open = documentOf(index))
        return open->document->snapshot();
    const FoundFile& file = (*files_)[index];
    if (!file.identity)  // a document that had edits, and was closed since
        return fail(ErrorCode::ChangedOnDisk, file.path);
    return bytes_.of(file.path, *file.identity);
}

std::map<std::size_t, FoundFileState> FoundFiles::openStates() const {
    std::map<std::size_t, FoundFileState> states;
    for (const auto& [file, followed] : open_)
        states.emplace(file,
                       FoundFileState{followed->document.document->snapshot(), followed->places->map()});
    return states;
}

bool FoundFiles::isStale() const {
    return std::ranges::any_of(open_, [](const auto& each) { return each.second->places->isStale(); });
}

void FoundFiles::follow(const OpenedDocument& document) {
    const auto known = byPath_.find(document.path);
    if (known == byPath_.end() || open_.contains(known->second) || document.document->isModified())
        return;
    const FoundFile& file = (*files_)[known->second];
    if (!file.identity || !document.file || file.identity->size != document.file->size ||
        !file.identity->isSameFile(*document.file) || file.identity->modifiedNs != document.file->modifiedNs)
        return;
    open_.emplace(known->second, makeFollowed(document));
    Q_EMIT moved();
}

}  // namespace octavo
