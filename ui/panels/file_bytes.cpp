#include "ui/panels/file_bytes.h"

#include <algorithm>

namespace octavo {

namespace {

constexpr std::size_t kKnownMost = 64;  // more than rows on a screen
constexpr int kLetGoMs = 2000;

}  // namespace

Result<Snapshot> bytesOfFile(const std::string& path, const FileIdentity& was) {
    auto source = openFileSource(path, FileCopy::NorClone);
    if (!source)
        return fail(source.error());
    const FileIdentity& now = (*source)->identity();
    if (!now.isSameFile(was) || now.size != was.size || now.modifiedNs != was.modifiedNs)
        return fail(ErrorCode::ChangedOnDisk, path);
    return Snapshot::ofSource(std::move(*source));
}

FileBytes::FileBytes(QObject* parent) : QObject(parent) {
    letGoSoon_.setSingleShot(true);
    letGoSoon_.setInterval(kLetGoMs);
    connect(&letGoSoon_, &QTimer::timeout, this, &FileBytes::letGo);
}

Result<Snapshot> FileBytes::of(const std::string& path, const FileIdentity& was) {
    if (!letGoSoon_.isActive())
        letGoSoon_.start();
    const auto found =
        std::ranges::find_if(known_, [&](const Known& each) { return each.path == path && each.was == was; });
    if (found != known_.end()) {
        known_.splice(known_.begin(), known_, found);
    } else {
        known_.push_front({.path = path, .was = was, .bytes = bytesOfFile(path, was)});
        if (known_.size() > kKnownMost)
            known_.pop_back();
    }
    return known_.front().bytes;
}

}  // namespace octavo
