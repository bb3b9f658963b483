#include "core/save/undo_journal.h"

#include <algorithm>

#include "core/save/journal_file.h"

namespace octavo {

namespace {

static_assert(UndoJournal::kRecordMax == kJournalRecordMax);
static_assert(JournalHeader::kSize <= kJournalHeaderMost);
constexpr std::size_t kFlushSize = std::size_t{1} << 20;

/// Writes an old block back. A refused write is forgiven where the block has its old content anyway: a full
/// disk may refuse to overwrite a hole that was never filled.
Status restore(OpenFile& file, ByteOffset offset, std::span<const std::byte> bytes) {
    Status written = file.writeAll(offset, bytes);
    if (written)
        return written;
    std::vector<std::byte> present(bytes.size());
    const Status read = file.readAll(offset, present);
    return read && std::ranges::equal(present, bytes) ? Status{} : written;
}

}  // namespace

Status playBack(OpenFile& journal, const JournalHeader& header, OpenFile& file) {
    Status restored = forEachJournalRecord(
        journal, header,
        [&](ByteOffset offset, std::span<const std::byte> bytes) { return restore(file, offset, bytes); });
    if (!restored)
        return restored;
    const Result<FileStatus> status = file.status();
    if (!status)
        return fail(status.error());
    if (status->size() != header.oldSize) {
        if (Status cut = file.truncate(header.oldSize); !cut)
            return cut;
    }
    return file.sync();
}

Result<JournalHeader> readCompleteJournal(OpenFile& journal) {
    Result<JournalHeader> header = readJournalHeader(journal);
    if (!header)
        return header;
    Status checked = forEachJournalRecord(journal, *header, [](auto, auto) { return Status{}; });
    if (!checked)
        return fail(checked.error());
    return header;
}

UndoJournal::UndoJournal(OpenFile file, const Subject& subject)
    : file_(std::move(file)), subject_(subject), salt_(freshSalt()) {
    appendJournalHeader({.salt = salt_,
                         .inode = subject_.inode,
                         .oldSize = subject_.oldSize,
                         .newSize = subject_.newSize,
                         .recordCount = subject_.recordCount},
                        pending_);
}

Result<UndoJournal> UndoJournal::create(FileSystem& fileSystem, const Subject& subject) {
    Result<OpenFile> file = createJournalFile(fileSystem, subject.journal);
    if (!file)
        return fail(file.error());
    return UndoJournal(std::move(*file), subject);
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
    return removeJournalFile(file_);
}

Status UndoJournal::rollBack(OpenFile& file) {
    const Result<JournalHeader> header = readCompleteJournal(file_);
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

}  // namespace octavo
