#pragma once

#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

#include "core/buffer/document.h"
#include "core/save/journal_file.h"
#include "core/save/journal_recovery.h"
#include "core/save/save_runner.h"
#include "core/save/undo_journal.h"
#include "core/source/file_source.h"
#include "tests/support/bytes.h"
#include "tests/support/temporary_directory.h"

namespace octavo::test {

/// The whole of a file; empty when there is none.
[[nodiscard]] inline Bytes contentOf(const std::string& path) {
    std::ifstream stream(path, std::ios::binary);
    const std::string text((std::istreambuf_iterator<char>(stream)), std::istreambuf_iterator<char>());
    return bytesOf(text);
}

/// A directory with one file in it, and a document that was opened from that file.
class SaveWorld {
public:
    explicit SaveWorld(std::span<const std::byte> content, const std::string& name = "file.bin")
        : path_(directory_.write(name, content)) {
        open();
    }

    /// Opens the file (again); the document starts anew.
    void open() {
        source_ = openFileSource(path_).value();
        document_ = std::make_unique<Document>(source_);
    }

    [[nodiscard]] const TemporaryDirectory& directory() const { return directory_; }
    [[nodiscard]] const std::string& path() const { return path_; }
    [[nodiscard]] Document& document() { return *document_; }
    [[nodiscard]] PosixFileSystem& disk() { return disk_; }
    [[nodiscard]] Bytes fileContent() const { return contentOf(path_); }

    /// The document's own file as target.
    [[nodiscard]] SaveTarget target() { return exportTarget(path_, SaveTarget::Intent::Save); }
    [[nodiscard]] SaveTarget exportTarget(const std::string& path,
                                          SaveTarget::Intent intent = SaveTarget::Intent::Export) {
        SaveTarget target = probeSaveTarget(path, disk_).value();
        target.intent = intent;
        target.base = document_->base();
        return target;
    }

    [[nodiscard]] Result<SaveOutcome> save() { return saveTo(target()); }
    [[nodiscard]] Result<SaveOutcome> saveTo(const SaveTarget& target, const JobContext& job = {}) {
        const Result<SavePlan> plan = planSave(document_->snapshot(), target);
        if (!plan)
            return fail(plan.error());
        return runSave(*plan, document_->snapshot(), disk_, job);
    }

    /// Saves, and goes on with the file as it is now, as the window does.
    [[nodiscard]] Result<SaveOutcome> saveAndRebase() {
        Result<SaveOutcome> outcome = save();
        if (outcome && outcome->kind != SavePlan::Kind::Nothing)
            document_->rebase(openFileSource(outcome->path).value());
        return outcome;
    }

    void overwrite(ByteOffset at, std::span<const std::byte> bytes) {
        check(
            document_->apply(Edit::replace(ByteRange::ofLength(at, bytes.size()), Content::ofBytes(bytes))));
    }
    void insert(ByteOffset at, std::span<const std::byte> bytes) {
        check(document_->apply(Edit::insert(at, Content::ofBytes(bytes))));
    }
    void erase(ByteRange range) { check(document_->apply(Edit::erase(range))); }

    /// Names in the directory, sorted.
    [[nodiscard]] std::vector<std::string> names() const {
        std::vector<std::string> names;
        for (const auto& entry : std::filesystem::directory_iterator(directory_.path()))
            names.push_back(entry.path().filename().string());
        std::ranges::sort(names);
        return names;
    }

private:
    static void check(const Status& status) { OCTAVO_EXPECTS(status.has_value()); }

    TemporaryDirectory directory_;
    std::string path_;
    PosixFileSystem disk_;
    std::shared_ptr<FileSource> source_;
    std::unique_ptr<Document> document_;
};

}  // namespace octavo::test
