#include "core/save/edit_recovery.h"

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

#include "core/save/edit_log.h"
#include "core/save/journal_recovery.h"
#include "core/save/log_replay.h"

namespace octavo {

namespace {

/// The file system lives as long as the file.
Result<std::shared_ptr<OpenFile>> openLocked(const std::string& log,
                                             const std::shared_ptr<FileSystem>& fileSystem) {
    Result<OpenFile> file = OpenFile::open(*fileSystem, log, FileSystem::Access::ReadWrite);
    if (!file)
        return fail(file.error());
    if (Status locked = file->tryLock(); !locked)
        return fail(locked.error());
    const Result<FileStatus> status = file->status();
    if (!status)
        return fail(status.error());
    if (status->kind != FileKind::Regular)
        return fail(ErrorCode::NotRegularFile, log);
    const auto both =
        std::make_shared<std::pair<std::shared_ptr<FileSystem>, OpenFile>>(fileSystem, std::move(*file));
    return std::shared_ptr<OpenFile>(both, &both->second);
}

bool holdsSamples(const LogBase& base, const Source& file) {
    return file.size() == base.size && std::ranges::all_of(base.samples, [&](const ContentSample& sample) {
               return isSampleAt(sample, file, sample.offset).value_or(false);
           });
}

BaseEvidence evidenceOf(const LogBase& base, const std::shared_ptr<FileSource>& file) {
    if (base.path.empty())
        return BaseEvidence::NoFile;
    if (!file)
        return BaseEvidence::Missing;
    if (base.identity && file->identity() == *base.identity)
        return BaseEvidence::Same;
    return holdsSamples(base, *file) ? BaseEvidence::LooksSame : BaseEvidence::Changed;
}

bool holdSameBytes(const Source& one, ByteOffset at, const Source& other, ByteRange range) {
    constexpr ByteCount kBlock = ByteCount{64} << 10;
    std::vector<std::byte> first;
    std::vector<std::byte> second;
    for (; !range.isEmpty(); range.begin += first.size(), at += first.size()) {
        first.resize(static_cast<std::size_t>(std::min(kBlock, range.size())));
        second.resize(first.size());
        RangeSet unreadable;
        one.read(at, first, unreadable);
        other.read(range.begin, second, unreadable);
        if (!unreadable.isEmpty() || first != second)
            return false;
    }
    return true;
}

/// Whether a file has the bytes of `state`, a document whose base is gone: all that the log has itself, and
/// the samples of the base that are still in one piece.
bool holdsState(const Snapshot& state, const LogBase& base, const Source& file) {
    if (file.size() != state.size())
        return false;
    return state.tree().forEach(state.all(), [&](const Piece& piece, ByteOffset at) {
        const ByteRange range = ByteRange::ofLength(piece.offset, piece.length);
        const Source& source = state.sourceOf(piece);
        if (dynamic_cast<const RemainingSource*>(&source) == nullptr)
            return holdSameBytes(file, at, source, range);
        return std::ranges::all_of(base.samples, [&](const ContentSample& sample) {
            return !range.contains(ByteRange::ofLength(sample.offset, sample.length)) ||
                   isSampleAt(sample, file, at + (sample.offset - piece.offset)).value_or(false);
        });
    });
}

/// Whether the save that the log ends in was finished: the file has the bytes of that state.
Result<bool> isSaveDone(const std::shared_ptr<OpenFile>& log, const LogBase& base, const Source& file,
                        const JobContext& job) {
    LogReplay replay(log, std::make_shared<RemainingSource>(nullptr, base.size), LogReplay::Extent::ToSave);
    if (Status done = replay.run(job); !done)
        return fail(done.error());
    return !replay.isDamaged() && holdsState(replay.document().snapshot(), base, file);
}

std::shared_ptr<FileSource> openBase(const LogBase& base, FileSystem& fileSystem,
                                     const std::string& journalDirectory) {
    if (base.path.empty())
        return nullptr;
    // Where that cannot be done now the samples tell: the file is then not what it was.
    static_cast<void>(recoverJournal(base.path, fileSystem, journalDirectory));
    Result<std::shared_ptr<FileSource>> file = openFileSource(base.path, FileCopy::OfSmall);
    return file ? *file : nullptr;
}

}  // namespace

Result<std::optional<RecoveredDocument>> recoverDocument(const std::string& log,
                                                         const std::shared_ptr<FileSystem>& fileSystem,
                                                         const std::string& journalDirectory,
                                                         const JobContext& job) {
    const Result<std::shared_ptr<OpenFile>> logFile = openLocked(log, fileSystem);
    if (!logFile)
        return fail(logFile.error());
    const Result<FileStatus> status = (*logFile)->status();
    if (!status)
        return fail(status.error());
    if (status->identity.size == 0)
        return std::nullopt;
    Result<std::optional<LogFacts>> facts = readLogFacts(**logFile);
    if (!facts)
        return fail(facts.error());
    if (!*facts)
        return std::nullopt;
    if ((*facts)->purpose != LogPurpose::Edits)
        return fail(ErrorCode::Unsupported, log);
    const LogBase& base = (*facts)->base;

    RecoveredDocument recovered;
    recovered.log = log;
    recovered.path = base.path;
    recovered.name = base.name;
    recovered.writtenNs = status->identity.modifiedNs;
    recovered.logFile = *logFile;
    const std::shared_ptr<FileSource> file = openBase(base, *fileSystem, journalDirectory);
    recovered.evidence = evidenceOf(base, file);

    auto extent = LogReplay::Extent::FromStart;
    if (file && (*facts)->endsInSave && recovered.evidence != BaseEvidence::Same) {
        const Result<bool> isDone = isSaveDone(*logFile, base, *file, job);
        if (!isDone)
            return fail(isDone.error());
        if (*isDone) {
            extent = LogReplay::Extent::FromSave;
            recovered.evidence = BaseEvidence::Same;
        }
    }
    const bool isFileBase =
        recovered.evidence == BaseEvidence::Same || recovered.evidence == BaseEvidence::LooksSame;
    std::shared_ptr<const Source> source;
    if (isFileBase)
        source = file;
    else if (recovered.evidence != BaseEvidence::NoFile)
        source = std::make_shared<RemainingSource>(file, base.size);
    LogReplay replay(*logFile, source, extent);
    if (Status done = replay.run(job); !done)
        return fail(done.error());
    if (!replay.document().isModified() && !replay.isDamaged())
        return std::nullopt;
    if (!replay.document().isModified())
        return fail(ErrorCode::Malformed, log);
    if (isFileBase)
        recovered.file = file;
    recovered.isDamaged = replay.isDamaged();
    recovered.changeCount = replay.changeCount();
    recovered.document = replay.takeDocument();
    return recovered;
}

Status discard(const RecoveredDocument& recovered) {
    return recovered.logFile->fileSystem().unlink(recovered.log);
}

Result<Recovery> recoverAll(const std::string& directory, const std::shared_ptr<FileSystem>& fileSystem,
                            const std::string& journalDirectory, const JobContext& job) {
    const Result<std::vector<std::string>> names = fileSystem->list(directory);
    if (!names) {
        if (names.error().code == ErrorCode::NotFound)
            return Recovery{};
        return fail(names.error());
    }
    // What takes the place of what: of two logs of one document one counts.
    std::set<std::string> obsolete;
    const std::set<std::string> all(names->begin(), names->end());
    for (const std::string& name : *names) {
        if (!name.ends_with(kEditLogSuffix))
            continue;
        const auto file = openLocked(directory + "/" + name, fileSystem);
        const auto facts = file ? readLogFacts(**file) : fail(file.error());
        if (!facts || !*facts || !all.contains((*facts)->base.replaces))
            continue;
        obsolete.insert((*facts)->isReady ? (*facts)->base.replaces : name);
    }
    Recovery recovery;
    for (const std::string& name : *names) {
        if (!name.ends_with(kEditLogSuffix))
            continue;
        const std::string path = directory + "/" + name;
        if (obsolete.contains(name)) {
            if (const auto file = openLocked(path, fileSystem); file)
                static_cast<void>(fileSystem->unlink(path));
            continue;
        }
        Result<std::optional<RecoveredDocument>> recovered =
            recoverDocument(path, fileSystem, journalDirectory, job);
        if (!recovered && recovered.error().code == ErrorCode::Cancelled)
            return fail(recovered.error());
        const bool isProblem = !recovered && recovered.error().code != ErrorCode::Busy &&
                               recovered.error().code != ErrorCode::NotFound;
        if (isProblem)
            recovery.problems.push_back({.log = path, .error = recovered.error()});
        else if (recovered && *recovered)
            recovery.documents.push_back(std::move(**recovered));
        else if (recovered)
            static_cast<void>(fileSystem->unlink(path));
    }
    std::ranges::sort(recovery.documents, std::greater{}, &RecoveredDocument::writtenNs);
    return recovery;
}

}  // namespace octavo
