#pragma once

#include <memory>
#include <random>
#include <string>

#include "core/buffer/document.h"
#include "core/save/journal_file.h"
#include "core/save/journal_recovery.h"
#include "core/save/save_runner.h"
#include "core/save/undo_journal.h"
#include "tests/support/bytes.h"
#include "tests/support/memory_file_system.h"
#include "tests/support/memory_source.h"

namespace octavo::test {

/// SaveWorld in memory: /dir with one file, and a document that was opened from it. A save costs no system
/// call, so that it can be made to fail or be cut off a million times.
class MemorySaveWorld {
public:
    static constexpr const char* kDirectory = "/dir";
    static constexpr const char* kPath = "/dir/file.bin";

    explicit MemorySaveWorld(const MemoryContent& content) {
        disk_.makeDirectory(kDirectory);
        disk_.makeFile(kPath, content);
    }

    /// Opens a file; the document starts anew.
    void open(const std::string& path = kPath) {
        source_ = std::make_shared<MemoryFileSource>(disk_, path);
        document_ = std::make_unique<Document>(source_);
    }

    [[nodiscard]] MemoryFileSystem& disk() { return disk_; }
    [[nodiscard]] Document& document() { return *document_; }
    [[nodiscard]] Snapshot snapshot() const { return document_->snapshot(); }
    [[nodiscard]] const MemoryContent& content(const std::string& path = kPath) {
        return disk_.inode(path).content;
    }
    [[nodiscard]] std::vector<std::string> names() { return disk_.names(kDirectory); }

    /// The target for a save of the document to `path`, probed through `fileSystem`.
    [[nodiscard]] Result<SaveTarget> target(FileSystem& fileSystem, const std::string& path = kPath,
                                            SaveTarget::Intent intent = SaveTarget::Intent::Save) {
        Result<SaveTarget> target = probeSaveTarget(path, fileSystem);
        if (target) {
            target->intent = intent;
            target->base = document_->base();
        }
        return target;
    }
    [[nodiscard]] SaveResult saveTo(const SaveTarget& target, FileSystem& fileSystem,
                                    const JobContext& job = {}) {
        const Result<SavePlan> plan = planSave(snapshot(), target);
        if (!plan)
            return fail(plan.error());
        return runSave(*plan, snapshot(), fileSystem, job);
    }
    /// Goes on with the file as it is now, as the window does after a save.
    void rebase() {
        source_ = std::make_shared<MemoryFileSource>(disk_, kPath);
        document_->rebase(source_);
    }

    void overwrite(ByteOffset at, std::span<const std::byte> bytes) {
        check(
            document_->apply(Edit::replace(ByteRange::ofLength(at, bytes.size()), Content::ofBytes(bytes))));
    }
    void insert(ByteOffset at, std::span<const std::byte> bytes) {
        check(document_->apply(Edit::insert(at, Content::ofBytes(bytes))));
    }
    void insertFrom(ByteOffset at, const Snapshot& other, ByteRange range) {
        check(document_->apply(Edit::insert(at, Content::ofSnapshot(other, range))));
    }
    void erase(ByteRange range) { check(document_->apply(Edit::erase(range))); }
    /// Two runs of the file change places. REQUIRES: same length, a before b.
    void swap(ByteRange a, ByteRange b) {
        const Snapshot old = snapshot();
        erase(a);
        insertFrom(a.begin, old, b);
        erase(b);
        insertFrom(b.begin, old, a);
    }

private:
    static void check(const Status& status) { OCTAVO_EXPECTS(status.has_value()); }

    MemoryFileSystem disk_;
    std::shared_ptr<MemoryFileSource> source_;
    std::unique_ptr<Document> document_;
};

}  // namespace octavo::test
