#include "core/save/journal_recovery.h"

#include <algorithm>
#include <unistd.h>

#include "core/save/journal_file.h"
#include "core/save/roll_forward.h"
#include "core/save/temporary_file.h"
#include "core/save/undo_journal.h"

namespace octavo {

namespace {

/// What a journal asks for, once it is known to be complete.
struct Subject {
    std::uint64_t inode = 0;
    ByteCount oldSize = 0;
    ByteCount newSize = 0;
    ByteCount longest = 0;  // that our own writing makes it
};

Result<JournalRecovery> removeAs(JournalRecovery outcome, OpenFile& journal) {
    if (Status removed = removeJournalFile(journal); !removed)
        return fail(removed.error());
    if (Status synced = syncDirectory(journal.fileSystem(), directoryOf(journal.path())); !synced)
        return fail(synced.error());
    return outcome;
}

bool mayTrust(const FileStatus& journal, const FileStatus& file) {
    return journal.owner == file.owner || journal.owner == ::geteuid() || journal.owner == 0;
}

/// RolledBack stands for "go on", other values for what to remove the journal as.
Result<JournalRecovery> checkSubject(const Subject& subject, const FileStatus& file, OpenFile& journal) {
    if (subject.inode != file.identity.inode)
        return JournalRecovery::RemovedForeign;
    if (file.size() < std::min(subject.oldSize, subject.newSize) || file.size() > subject.longest)
        return fail(ErrorCode::ChangedOnDisk, journal.path());
    return JournalRecovery::RolledBack;
}

Result<JournalRecovery> takeBack(OpenFile& journal, OpenFile& file, const FileStatus& status) {
    const Result<JournalHeader> header = readCompleteJournal(journal);
    if (!header)
        return fail(header.error());
    Result<JournalRecovery> outcome = checkSubject(
        {header->inode, header->oldSize, header->newSize, std::max(header->oldSize, header->newSize)}, status,
        journal);
    if (outcome != JournalRecovery::RolledBack)
        return outcome;
    if (Status restored = playBack(journal, *header, file); !restored)
        return fail(restored.error());
    return outcome;
}

/// Before its first step a rewrite has at most made the file longer.
Result<JournalRecovery> takeBackRoom(const RewriteHeader& header, OpenFile& file, ByteCount size) {
    if (size < header.oldSize)
        return fail(ErrorCode::ChangedOnDisk, file.path());
    Status done;
    if (size > header.oldSize)
        done = file.truncate(header.oldSize);
    if (done)
        done = file.sync();
    return done ? Result<JournalRecovery>(JournalRecovery::RolledBack) : fail(done.error());
}

Result<JournalRecovery> complete(OpenFile& journal, OpenFile& file, const FileStatus& status) {
    const Result<RewriteHeader> header = readRewriteHeader(journal);
    if (!header)
        return fail(header.error());
    Result<JournalRecovery> outcome =
        checkSubject({header->inode, header->oldSize, header->newSize,
                      std::max(header->oldSize, header->newSize) + 1},  // settleLength in roll_forward.cpp
                     status, journal);
    if (outcome != JournalRecovery::RolledBack)
        return outcome;
    const Result<std::optional<std::uint64_t>> latest = latestSlot(journal, *header);
    if (!latest)
        return fail(latest.error());
    if (!*latest)
        return takeBackRoom(*header, file, status.size());
    // Now that it was begun, a journal that turns out to be wrong is not removed: it may be all there is.
    if (Status done = rollForward(journal, *header, file, nullptr); !done) {
        Error error = done.error();
        if (error.code == ErrorCode::Malformed)
            error.code = ErrorCode::NeedsRecovery;
        return fail(std::move(error));
    }
    return JournalRecovery::Completed;
}

Result<JournalRecovery> recoverWith(OpenFile& journal, const std::string& path) {
    Result<OpenFile> file = openForWriting(journal.fileSystem(), path);
    if (!file) {
        if (file.error().code == ErrorCode::NotFound)
            return removeAs(JournalRecovery::RemovedForeign, journal);
        return fail(file.error());
    }
    const Result<FileStatus> fileStatus = file->status();
    const Result<FileStatus> journalStatus = journal.status();
    if (!fileStatus || !journalStatus)
        return fail(!fileStatus ? fileStatus.error() : journalStatus.error());
    if (!mayTrust(*journalStatus, *fileStatus))
        return fail(ErrorCode::AccessDenied, journal.path());
    const Result<bool> isRewrite = isRewriteJournal(journal);
    if (!isRewrite)
        return fail(isRewrite.error());
    const Result<JournalRecovery> outcome =
        *isRewrite ? complete(journal, *file, *fileStatus) : takeBack(journal, *file, *fileStatus);
    if (outcome)
        return removeAs(*outcome, journal);
    if (outcome.error().code == ErrorCode::Malformed)
        return removeAs(JournalRecovery::RemovedIncomplete, journal);
    return outcome;
}

Result<JournalRecovery> recoverFrom(const std::string& journalName, const std::string& path,
                                    FileSystem& fileSystem) {
    Result<OpenFile> journal = OpenFile::open(fileSystem, journalName, FileSystem::Access::ReadWrite);
    if (!journal) {
        if (journal.error().code == ErrorCode::NotFound)
            return JournalRecovery::NoJournal;
        return fail(journal.error());
    }
    if (Status locked = journal->tryLock(); !locked)
        return fail(locked.error());
    const Result<FileStatus> status = journal->status();
    if (!status)
        return fail(status.error());
    if (status->linkCount == 0)
        return JournalRecovery::NoJournal;
    return recoverWith(*journal, path);
}

}  // namespace

Result<JournalRecovery> recoverJournal(const std::string& path, FileSystem& fileSystem,
                                       const std::string& journalDirectory) {
    const Result<std::string> resolved = fileSystem.resolve(path);
    if (!resolved)
        return fail(resolved.error());
    static_cast<void>(removeLeftover(fileSystem, *resolved));
    Result<JournalRecovery> beside = recoverFrom(journalPath(*resolved), *resolved, fileSystem);
    if (journalDirectory.empty() || beside != JournalRecovery::NoJournal)
        return beside;
    const Result<FileStatus> file = fileSystem.status(*resolved);
    if (!file)
        return file.error().code == ErrorCode::NotFound ? beside : fail(file.error());
    const std::string elsewhere = journalPathIn(journalDirectory, *resolved, file->identity.inode);
    if (!fileSystem.status(elsewhere))
        return beside;  // where this user cannot look, no journal of this user's can be
    return recoverFrom(elsewhere, *resolved, fileSystem);
}

}  // namespace octavo
