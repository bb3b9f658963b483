#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/save/edit_recorder.h"
#include "core/save/edit_recovery.h"
#include "tests/support/save_world.h"

namespace octavo::test {

/// A file, a document of it, and its edit log.
class EditLogWorld {
public:
    /// The log is written through `logDisk`, where there is one.
    explicit EditLogWorld(const Bytes& content = noise(10'000), std::shared_ptr<FileSystem> logDisk = nullptr)
        : path_(directory_.write("file.bin", content)) {
        file_ = openFileSource(path_).value();
        document_ = std::make_unique<Document>(file_);
        writer_ = std::make_unique<EditLogWriter>(logDisk ? std::move(logDisk) : disk_, logs());
        recorder_.emplace(*document_, fileNow(), [this](EditLogEntry e) { writer_->post(std::move(e)); });
    }

    [[nodiscard]] std::string logs() const { return directory_.file("logs"); }
    [[nodiscard]] std::vector<std::string> logNames() const {
        return disk_->list(logs()).value_or(std::vector<std::string>{});
    }
    [[nodiscard]] std::string log() const { return logs() + "/" + logNames().at(0); }
    [[nodiscard]] EditRecorder::File fileNow() const {
        return {.path = path_, .name = {}, .base = file_, .identity = file_->identity()};
    }
    [[nodiscard]] Document& document() { return *document_; }
    [[nodiscard]] EditRecorder& recorder() { return *recorder_; }
    [[nodiscard]] EditLogWriter& writer() { return *writer_; }
    [[nodiscard]] const std::string& path() const { return path_; }
    [[nodiscard]] const TemporaryDirectory& directory() const { return directory_; }
    [[nodiscard]] const std::shared_ptr<PosixFileSystem>& disk() const { return disk_; }

    void insert(ByteOffset at, const Bytes& bytes, EditKind kind = EditKind::Insert) {
        OCTAVO_EXPECTS(document_->apply(Edit::insert(at, Content::ofBytes(bytes), kind)).has_value());
    }
    [[nodiscard]] bool write() { return writer_->write().has_value(); }
    /// The program is gone; the logs and the file stay.
    void end() {
        recorder_.reset();
        writer_.reset();
        document_.reset();
        file_.reset();
    }
    [[nodiscard]] Recovery recover() { return recoverAll(logs(), disk_).value(); }
    /// The one document that comes back.
    [[nodiscard]] RecoveredDocument recoverOne() {
        Recovery recovery = recover();
        OCTAVO_EXPECTS(recovery.documents.size() == 1 && recovery.problems.empty());
        return std::move(recovery.documents.front());
    }

private:
    TemporaryDirectory directory_;
    std::shared_ptr<PosixFileSystem> disk_ = std::make_shared<PosixFileSystem>();
    std::string path_;
    std::shared_ptr<FileSource> file_;
    std::unique_ptr<Document> document_;
    std::unique_ptr<EditLogWriter> writer_;
    std::optional<EditRecorder> recorder_;
};

}  // namespace octavo::test
