#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

#include "core/source/file_source.h"

namespace octavo {

/// Tells when something may have happened to files: written to, renamed, removed, replaced, made anew. What
/// happened is for others to find out. Watches the files and the directories that they are in, through the
/// system, so nothing wakes the program while nothing happens. Where the system cannot watch (a network
/// drive) it stays silent. UI thread.
class FileWatch : public QObject {
    Q_OBJECT
public:
    explicit FileWatch(QObject* parent = nullptr);

    /// `path` is raw bytes, absolute. REQUIRES: it is not watched yet.
    void add(const std::string& path);
    void remove(const std::string& path);
    /// `path` names this file now: where that is another than before, it is watched instead, and disturbed()
    /// told once more for what happened meanwhile. Does nothing for a path that is not watched.
    void renew(const std::string& path, const FileIdentity& now);

Q_SIGNALS:
    /// Told once for what happens within a fifth of a second.
    void disturbed(const std::string& path);

private:
    void note(const QString& file);
    void noteDirectory(const QString& directory);
    void tell();

    QFileSystemWatcher watcher_;
    QTimer timer_;
    struct Watched {
        QString name;
        std::optional<FileIdentity> file;  // which one had the name when it was last looked at
    };
    std::map<std::string, Watched> files_;
    std::map<QString, int> directories_;  // how many of the files are in each
    std::set<std::string> disturbed_;
};

}  // namespace octavo
