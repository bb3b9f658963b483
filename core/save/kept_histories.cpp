#include "core/save/kept_histories.h"

#include <algorithm>
#include <cerrno>
#include <fmt/format.h>
#include <functional>
#include <span>
#include <utility>
#include <vector>

#include "core/base/contracts.h"
#include "core/save/edit_log.h"
#include "core/save/gzip_file.h"
#include "core/save/journal_file.h"
#include "core/save/little_endian.h"
#include "core/save/open_file.h"
#include "core/save/temporary_file.h"

namespace octavo {

namespace {

/// No log that keep() writes is longer: its bytes, a million pieces, a hundred thousand states.
constexpr ByteCount kLogMost = ByteCount{128} << 20;

bool isGone(const Status& removed) {
    return removed || removed.error().code == ErrorCode::NotFound;
}

/// 64-bit FNV-1a: names must differ, not withstand anybody.
std::uint64_t hashOf(const std::string& text) {
    std::uint64_t hash = 0xCBF29CE484222325;
    for (const char c : text)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3;
    return hash;
}

/// Whether the file has the bytes of a state, by its length and samples.
bool looksLike(const PieceTree& state, const Document& document, const Source& file) {
    if (state.size() != file.size())
        return false;
    const Snapshot snapshot(state, document.chunks(), document.revision());
    return std::ranges::all_of(sampleContent(file), [&](const ContentSample& sample) {
        std::vector<std::byte> bytes(sample.length);
        const RangeSet unreadable = snapshot.read(sample.offset, bytes);
        return unreadable.isEmpty() && crc32Of(bytes) == sample.crc;
    });
}

/// A file of that directory without a name, for reading what was compressed.
Result<std::shared_ptr<OpenFile>> namelessFile(const std::shared_ptr<FileSystem>& fileSystem,
                                               const std::string& directory) {
    const std::string path = fmt::format("{}/{:016x}{}", directory, freshSalt(), kEditLogSuffix);
    Result<OpenFile> file = OpenFile::createExclusive(*fileSystem, path, 0600);
    if (!file)
        return fail(file.error());
    if (const Status unlinked = fileSystem->unlink(path); !isGone(unlinked))
        return fail(unlinked.error());
    // The file system lives as long as the file.
    const auto both =
        std::make_shared<std::pair<std::shared_ptr<FileSystem>, OpenFile>>(fileSystem, std::move(*file));
    return std::shared_ptr<OpenFile>(both, &both->second);
}

/// The compressed log; Malformed when it is none.
Result<std::shared_ptr<OpenFile>> openArchive(const std::string& archive,
                                              const std::shared_ptr<FileSystem>& fileSystem,
                                              const JobContext& job) {
    Result<OpenFile> file = OpenFile::open(*fileSystem, archive, FileSystem::Access::Read);
    if (!file)
        return fail(file.error());
    const Result<FileStatus> status = file->status();
    if (!status)
        return fail(status.error());
    if (status->kind != FileKind::Regular)
        return fail(ErrorCode::Malformed, archive);
    Result<std::shared_ptr<OpenFile>> log = namelessFile(fileSystem, directoryOf(archive));
    if (!log)
        return log;
    if (Status done = decompressFile(*file, **log, kLogMost, job); !done)
        return fail(done.error());
    return log;
}

/// Those that say that the kept history is good for nothing.
bool isDamage(const Error& error) {
    return error.code == ErrorCode::Malformed || error.code == ErrorCode::Unsupported ||
           error.code == ErrorCode::LimitReached || error.code == ErrorCode::NotFound;
}

bool isLeftover(const std::string& name) {
    return name.ends_with(kEditLogSuffix) ||
           (name.starts_with('.') && name.find(kKeptHistorySuffix) != std::string::npos);
}

/// Removes what a crash left of writing or reading, unless somebody is at it.
void removeUnlocked(FileSystem& fileSystem, const std::string& path) {
    Result<OpenFile> file = OpenFile::open(fileSystem, path, FileSystem::Access::ReadWrite);
    if (file && file->tryLock())
        static_cast<void>(fileSystem.unlink(path));
}

}  // namespace

KeptHistories::KeptHistories(std::shared_ptr<FileSystem> fileSystem, std::string directory,
                             const Limits& limits)
    : fileSystem_(std::move(fileSystem)), directory_(std::move(directory)), limits_(limits) {
    OCTAVO_EXPECTS(limits_.each.bytes <= EditLog::kCopiedRunMost);
}

std::string KeptHistories::archiveOf(const std::string& path) const {
    return fmt::format("{}/{:016x}{}", directory_, hashOf(path), kKeptHistorySuffix);
}

Status KeptHistories::keep(const Document& document, const HistorySubject& subject,
                           const JobContext& job) const {
    const Result<std::string> path = fileSystem_->resolve(subject.path);
    if (!path)
        return fail(path.error());
    const Result<bool> isKept = keepAs(*path, document, subject, job);
    if (!isKept)
        return fail(isKept.error());
    if (!*isKept) {
        const Status removed = fileSystem_->unlink(archiveOf(*path));
        return isGone(removed) ? Status{} : removed;
    }
    return tidy();
}

/// False when there is nothing to keep.
Result<bool> KeptHistories::keepAs(const std::string& path, const Document& document,
                                   const HistorySubject& subject, const JobContext& job) const {
    const Result<FileStatus> status = fileSystem_->status(path);
    const bool isThere = status && status->kind == FileKind::Regular && status->identity == subject.identity;
    if (!document.savedState() || !isThere)
        return false;
    std::shared_ptr<const Source> file = subject.base;
    if (!file) {
        const Result<std::shared_ptr<FileSource>> opened = openFileSource(path);
        if (!opened)
            return fail(opened.error());
        if ((*opened)->identity() != subject.identity)
            return false;
        file = *opened;
    }
    if (!looksLike(document.treeOf(*document.savedState()), document, *file))
        return false;
    const Result<CollectedHistory> history = collectHistory(document, subject.base.get(), limits_.each, job);
    if (!history)
        return fail(history.error());
    if (history->steps.empty())
        return false;
    const EditLogSubject about{.path = path,
                               .name = {},
                               .base = file,
                               .identity = subject.identity,
                               .lost = nullptr,
                               .chunks = document.chunks(),
                               .baseChunk = history->fileChunk,
                               .purpose = LogPurpose::Kept};
    Result<EditLog> log = EditLog::create(*fileSystem_, directory_, about, {});
    if (!log)
        return fail(log.error());
    Status written = writeKeptHistory(*log, *history, subject.notes, *file, job);
    if (written)
        written = compress(*log, archiveOf(path), job);
    static_cast<void>(log->remove());
    if (!written && written.error().code == ErrorCode::Unreadable)
        return false;
    return written ? Result<bool>(true) : fail(written.error());
}

Status KeptHistories::compress(EditLog& log, const std::string& archive, const JobContext& job) const {
    if (Status flushed = log.flush(); !flushed)
        return flushed;
    Result<OpenFile> from =
        OpenFile::open(*fileSystem_, directory_ + "/" + log.name(), FileSystem::Access::Read);
    if (!from)
        return fail(from.error());
    Result<TemporaryFile> made = TemporaryFile::createBeside(*fileSystem_, archive, 0600);
    if (!made)
        return fail(made.error());
    Status done = compressFile(*from, made->file(), job);
    if (done)
        done = made->file().sync();
    if (done)
        done = made->file().close();
    if (done)
        done = made->renameTo(archive, FileSystem::RenameMode::Replace);
    return done ? syncDirectory(*fileSystem_, directory_) : done;
}

Result<std::optional<RestoredHistory>> KeptHistories::restore(const std::string& path,
                                                              const std::shared_ptr<FileSource>& file,
                                                              const JobContext& job) const {
    const Result<std::string> resolved = fileSystem_->resolve(path);
    if (!resolved)
        return fail(resolved.error());
    const std::string archive = archiveOf(*resolved);
    const Result<std::shared_ptr<OpenFile>> log = openArchive(archive, fileSystem_, job);
    Result<std::optional<RestoredHistory>> restored =
        log ? readKeptHistory(*log, *resolved, file, job) : fail(log.error());
    if (!restored && restored.error().systemCode == ENOENT)
        return std::nullopt;
    const bool isUseless = restored ? !restored->has_value() : isDamage(restored.error());
    if (!isUseless)
        return restored;
    const Status removed = fileSystem_->unlink(archive);
    if (!isGone(removed))
        return fail(removed.error());
    return std::nullopt;
}

Status KeptHistories::forgetAll() const {
    const Result<std::vector<std::string>> names = fileSystem_->list(directory_);
    if (!names)
        return names.error().code == ErrorCode::NotFound ? Status{} : fail(names.error());
    Status done;
    for (const std::string& name : *names) {
        const std::string path = directory_ + "/" + name;
        if (isLeftover(name))
            removeUnlocked(*fileSystem_, path);
        if (!name.ends_with(kKeptHistorySuffix))
            continue;
        if (const Status removed = fileSystem_->unlink(path); !isGone(removed))
            done = removed;
    }
    return done;
}

/// Removes the oldest histories that are too many, and what crashes left.
Status KeptHistories::tidy() const {
    const Result<std::vector<std::string>> names = fileSystem_->list(directory_);
    if (!names)
        return fail(names.error());
    struct Kept {
        std::int64_t modifiedNs;
        std::string path;
        ByteCount size;
    };
    std::vector<Kept> all;
    for (const std::string& name : *names) {
        const std::string path = directory_ + "/" + name;
        const Result<FileStatus> status = fileSystem_->status(path);
        if (isLeftover(name))
            removeUnlocked(*fileSystem_, path);
        else if (status && name.ends_with(kKeptHistorySuffix))
            all.push_back({status->identity.modifiedNs, path, status->identity.size});
    }
    std::ranges::sort(all, std::greater{}, &Kept::modifiedNs);
    std::size_t files = 0;
    ByteCount bytes = 0;
    Status done;
    for (const Kept& each : all) {
        bytes += each.size;
        if (++files <= limits_.files && bytes <= limits_.bytes)
            continue;
        if (const Status removed = fileSystem_->unlink(each.path); !isGone(removed))
            done = removed;
    }
    return done;
}

}  // namespace octavo
