#pragma once

#include <list>
#include <string>

#include <QObject>
#include <QTimer>

#include "core/buffer/snapshot.h"
#include "core/source/file_source.h"

namespace octavo {

/// The bytes of a file that is not open as a document, if it still is what it was. Errors: ChangedOnDisk, and
/// those of openFileSource(). Any thread.
[[nodiscard]] Result<Snapshot> bytesOfFile(const std::string& path, const FileIdentity& was);

/// The files whose bytes were shown last, opened once for many cells. Lets go of them two seconds later, so
/// that changes are seen and nobody is kept from unmounting a disk. UI thread.
class FileBytes final : public QObject {
    Q_OBJECT

public:
    explicit FileBytes(QObject* parent = nullptr);

    [[nodiscard]] Result<Snapshot> of(const std::string& path, const FileIdentity& was);
    void letGo() { known_.clear(); }

private:
    struct Known {
        std::string path;
        FileIdentity was;
        Result<Snapshot> bytes;
    };
    std::list<Known> known_;  // the one used last first
    QTimer letGoSoon_;
};

}  // namespace octavo
