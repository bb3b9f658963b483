#include "ui/panels/found_files_feed.h"

#include <utility>

namespace octavo {

FoundFilesFeed::News FoundFilesFeed::take() {
    const std::lock_guard lock(mutex_);
    News news = std::exchange(news_, {});
    news_.files = news.files;
    news_.bytes = news.bytes;
    isPartOpen_ = false;
    return news;
}

FoundFilesFeed::Part& FoundFilesFeed::part() {
    if (!isPartOpen_)
        news_.parts.push_back({.file = file_, .isContinued = isTold_});
    isTold_ = true;
    isPartOpen_ = true;
    return news_.parts.back();
}

void FoundFilesFeed::began(const SearchedFile& file) {
    const std::lock_guard lock(mutex_);
    file_ = file;
    isTold_ = false;
    isPartOpen_ = false;
}

void FoundFilesFeed::found(std::span<const Match> matches) {
    const std::lock_guard lock(mutex_);
    std::vector<FoundPlace>& places = part().places;
    for (const Match& each : matches)
        places.emplace_back(each);
}

void FoundFilesFeed::ended(const FileSearchReport& report) {
    const std::lock_guard lock(mutex_);
    ++news_.files;
    news_.bytes += file_.size;
    if (report.count > 0 || !report.isWhole())
        part().report = report;
}

void FoundFilesFeed::failed(const Error& error) {
    const std::lock_guard lock(mutex_);
    news_.errors.push_back(error);
}

}  // namespace octavo
