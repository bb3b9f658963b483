#include "app/file_watch.h"

#include <utility>

#include <QFile>
#include <QFileInfo>

namespace octavo {

namespace {

constexpr int kPauseMs = 200;

QString directoryOfFile(const QString& file) {
    const qsizetype slash = file.lastIndexOf(u'/');
    return slash <= 0 ? QStringLiteral("/") : file.left(slash);
}

}  // namespace

FileWatch::FileWatch(QObject* parent) : QObject(parent) {
    timer_.setSingleShot(true);
    timer_.setInterval(kPauseMs);
    connect(&timer_, &QTimer::timeout, this, &FileWatch::tell);
    connect(&watcher_, &QFileSystemWatcher::fileChanged, this, &FileWatch::note);
    connect(&watcher_, &QFileSystemWatcher::directoryChanged, this, &FileWatch::noteDirectory);
}

void FileWatch::add(const std::string& path) {
    const QString file = QFile::decodeName(QByteArray::fromStdString(path));
    files_[path] = {file, {}};
    const QString directory = directoryOfFile(file);
    if (++directories_[directory] == 1)
        watcher_.addPath(directory);
    watcher_.addPath(file);
    note(file);  // what happened between opening and watching told nobody
}

void FileWatch::remove(const std::string& path) {
    const auto found = files_.extract(path);
    if (!found)
        return;
    watcher_.removePath(found.mapped().name);
    const QString directory = directoryOfFile(found.mapped().name);
    if (--directories_[directory] == 0) {
        directories_.erase(directory);
        watcher_.removePath(directory);
    }
    disturbed_.erase(path);
}

// A watch holds on to the file, not to its name: when another took the name, the old watch has to go.
void FileWatch::renew(const std::string& path, const FileIdentity& now) {
    const auto found = files_.find(path);
    if (found == files_.end())
        return;
    auto& [name, file] = found->second;
    const QString directory = directoryOfFile(name);
    if (!watcher_.directories().contains(directory))
        watcher_.addPath(directory);
    const bool isKnown = !file || file->isSameFile(now);
    file = now;
    if (isKnown && watcher_.files().contains(name))
        return;
    watcher_.removePath(name);
    if (watcher_.addPath(name))
        note(name);
}

void FileWatch::note(const QString& file) {
    for (const auto& [path, watched] : files_) {
        if (watched.name == file)
            disturbed_.insert(path);
    }
    if (!disturbed_.empty() && !timer_.isActive())
        timer_.start();
}

void FileWatch::noteDirectory(const QString& directory) {
    for (const auto& [path, watched] : files_) {
        if (directoryOfFile(watched.name) == directory)
            disturbed_.insert(path);
    }
    if (!disturbed_.empty() && !timer_.isActive())
        timer_.start();
}

void FileWatch::tell() {
    for (const std::string& path : std::exchange(disturbed_, {}))
        Q_EMIT disturbed(path);
}

}  // namespace octavo
