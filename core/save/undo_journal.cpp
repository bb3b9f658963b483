#include "core/save/undo_journal.h"

#include <algorithm>
#include <cerrno>
#include <fmt/format.h>
#include <random>
#include <unistd.h>
#include <zlib.h>

#include "core/save/journal_format.h"
#include "core/save/temporary_file.h"

namespace octavo {

namespace {

static_assert(UndoJournal::kRecordMax == kJournalRecordMax);
constexpr std::size_t kFlushSize = std::size_t{1} << 20;
constexpr std::size_t kNameMax = 200;  // of the 255 that file systems allow

std::uint64_t freshSalt() {
    std::random_device device;
    return (std::uint64_t{device()} << 32) | device();
}

/// Unlinks the journal or, failing that, empties it, which makes it incomplete.
Status removeJournal(OpenFile& journal) {
    const Status unlinked = journal.fileSystem().unlink(journal.path());
    if (unlinked || unlinked.error().code == ErrorCode::NotFound)
        return {};
    if (!journal.truncate(0) || !journal.sync())
        return unlinked;
    static_cast<void>(journal.fileSystem().unlink(journal.path()));
    return {};
}

/// Writes an old block back. A refused write is forgiven where the block has its old content anyway: a full
/// disk may refuse to overwrite a hole that was never filled.
Status restore(OpenFile& file, ByteOffset offset, std::span<const std::byte> bytes) {
    Status written = file.writeAll(offset, bytes);
    if (written)
        return written;
    std::vector<std::byte> present(bytes.size());
    const bool isOld = file.readAll(offset, present) && std::ranges::equal(present, bytes);
    return isOld ? Status{} : written;
}

/// Puts the old blocks and length back and makes that durable. REQUIRES: the journal is complete.
Status playBack(OpenFile& journal, const JournalHeader& header, OpenFile& file) {
    Status restored = forEachJournalRecord(
        journal, header,
        [&](ByteOffset offset, std::span<const std::byte> bytes) { return restore(file, offset, bytes); });
    if (!restored)
        return restored;
    const Result<FileStatus> status = file.status();
    if (!status)
        return fail(status.error());
    if (status->identity.size != header.oldSize) {
        if (Status cut = file.truncate(header.oldSize); !cut)
            return cut;
    }
    return file.sync();
}

/// Malformed when the journal is incomplete.
Result<JournalHeader> readComplete(OpenFile& journal) {
    Result<JournalHeader> header = readJournalHeader(journal);
    if (!header)
        return header;
    Status checked = forEachJournalRecord(journal, *header, [](auto, auto) { return Status{}; });
    if (!checked)
        return fail(checked.error());
    return header;
}

Result<JournalRecovery> removeAs(JournalRecovery outcome, OpenFile& journal) {
    if (Status removed = removeJournal(journal); !removed)
        return fail(removed.error());
    if (Status synced = syncDirectory(journal.fileSystem(), directoryOf(journal.path())); !synced)
        return fail(synced.error());
    return outcome;
}

bool mayTrust(const FileStatus& journal, const FileStatus& file) {
    return journal.owner == file.owner || journal.owner == ::geteuid() || journal.owner == 0;
}

Result<JournalRecovery> recoverWith(OpenFile& journal, const std::string& path) {
    Result<OpenFile> file = OpenFile::open(journal.fileSystem(), path, FileSystem::Access::ReadWrite);
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
    const Result<JournalHeader> header = readComplete(journal);
    if (!header) {
        if (header.error().code == ErrorCode::Malformed)
            return removeAs(JournalRecovery::RemovedIncomplete, journal);
        return fail(header.error());
    }
    if (header->inode != fileStatus->identity.inode)
        return removeAs(JournalRecovery::RemovedForeign, journal);
    const auto [least, most] = std::minmax(header->oldSize, header->newSize);
    if (fileStatus->identity.size < least || fileStatus->identity.size > most)
        return fail(ErrorCode::ChangedOnDisk, journal.path());
    if (Status restored = playBack(journal, *header, *file); !restored)
        return fail(restored.error());
    return removeAs(JournalRecovery::RolledBack, journal);
}

}  // namespace

std::string journalPath(const std::string& path) {
    std::string name = nameOf(path);
    if (name.size() > kNameMax) {
        const auto crc = ::crc32_z(0, reinterpret_cast<const Bytef*>(name.data()), name.size());
        name = fmt::format("{}-{:08x}", name.substr(0, kNameMax), crc);
    }
    const std::string directory = directoryOf(path);
    return fmt::format("{}{}.{}.octavo-undo", directory, directory == "/" ? "" : "/", name);
}

UndoJournal::UndoJournal(OpenFile file, const Subject& subject)
    : file_(std::move(file)), subject_(subject), salt_(freshSalt()) {}

Result<UndoJournal> UndoJournal::create(FileSystem& fileSystem, const Subject& subject) {
    Result<OpenFile> file = OpenFile::createExclusive(fileSystem, journalPath(subject.path), 0600);
    if (!file) {
        Error error = file.error();
        if (error.systemCode == EEXIST)
            error.code = ErrorCode::Busy;
        return fail(std::move(error));
    }
    UndoJournal journal(std::move(*file), subject);
    if (Status begun = journal.begin(); !begun) {
        journal.abandon();
        return fail(begun.error());
    }
    return journal;
}

Status UndoJournal::begin() {
    if (Status locked = file_.tryLock(); !locked)
        return locked;
    // Somebody who recovers may have taken the empty journal for a leftover between our creating and locking
    // it.
    const Result<FileStatus> status = file_.status();
    if (!status)
        return fail(status.error());
    if (status->linkCount == 0)
        return fail(ErrorCode::Busy, file_.path());
    appendJournalHeader({.salt = salt_,
                         .inode = subject_.inode,
                         .oldSize = subject_.oldSize,
                         .newSize = subject_.newSize,
                         .recordCount = subject_.recordCount},
                        pending_);
    return {};
}

Status UndoJournal::keep(ByteOffset offset, std::span<const std::byte> bytes) {
    OCTAVO_EXPECTS(kept_ < subject_.recordCount);
    ++kept_;
    appendJournalRecord(salt_, offset, bytes, pending_);
    return pending_.size() < kFlushSize ? Status{} : flush();
}

Status UndoJournal::flush() {
    Status written = file_.writeAll(end_, pending_);
    if (written) {
        end_ += pending_.size();
        pending_.clear();
    }
    return written;
}

Status UndoJournal::commit() {
    OCTAVO_EXPECTS(kept_ == subject_.recordCount);
    if (Status flushed = flush(); !flushed)
        return flushed;
    if (Status synced = file_.sync(); !synced)
        return synced;
    return syncDirectory(file_.fileSystem(), directoryOf(file_.path()));
}

Status UndoJournal::remove() {
    return removeJournal(file_);
}

Status UndoJournal::rollBack(OpenFile& file) {
    const Result<JournalHeader> header = readComplete(file_);
    if (!header)
        return fail(header.error());
    if (Status restored = playBack(file_, *header, file); !restored)
        return restored;
    if (Status removed = remove(); !removed)
        return removed;
    // The file is whole again; should the journal's name come back after a power cut, playing it back is
    // harmless.
    static_cast<void>(syncDirectory(file_.fileSystem(), directoryOf(file_.path())));
    return {};
}

void UndoJournal::abandon() {
    static_cast<void>(remove());
}

Result<JournalRecovery> recoverJournal(const std::string& path, FileSystem& fileSystem) {
    const Result<std::string> resolved = fileSystem.resolve(path);
    if (!resolved)
        return fail(resolved.error());
    static_cast<void>(removeLeftover(fileSystem, *resolved));
    Result<OpenFile> journal =
        OpenFile::open(fileSystem, journalPath(*resolved), FileSystem::Access::ReadWrite);
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
    return recoverWith(*journal, *resolved);
}

}  // namespace octavo
