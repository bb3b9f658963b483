#include "core/save/rewrite_journal.h"

#include <algorithm>

#include "core/save/journal_file.h"

namespace octavo {

namespace {
constexpr std::size_t kFlushSize = std::size_t{1} << 20;
static_assert(RewriteHeader::kSize <= kJournalHeaderMost);
}  // namespace

Result<RewriteJournal> RewriteJournal::create(FileSystem& fileSystem, const std::string& path,
                                              RewriteHeader header) {
    Result<OpenFile> file = createJournalFile(fileSystem, path);
    if (!file)
        return fail(file.error());
    header.salt = freshSalt();
    RewriteJournal journal(std::move(*file), header);
    appendRewriteHeader(header, journal.pending_);
    return journal;
}

Status RewriteJournal::add(const RewritePart& part) {
    OCTAVO_EXPECTS(parts_ < header_.partCount);
    appendRewritePart(header_, parts_++, part, pending_);
    return pending_.size() < kFlushSize ? Status{} : flush();
}

Status RewriteJournal::addPayload(std::span<const std::byte> bytes) {
    OCTAVO_EXPECTS(parts_ == header_.partCount && bytes.size() <= header_.payloadSize - payload_);
    payload_ += bytes.size();
    while (!bytes.empty()) {
        const auto part = bytes.first(std::min(bytes.size(), kPayloadChunk - chunk_.size()));
        chunk_.insert(chunk_.end(), part.begin(), part.end());
        bytes = bytes.subspan(part.size());
        if (chunk_.size() < kPayloadChunk)
            continue;
        if (Status flushed = flushChunk(); !flushed)
            return flushed;
    }
    return {};
}

Status RewriteJournal::flushChunk() {
    appendPayloadChunk(header_, chunks_++, chunk_, pending_);
    chunk_.clear();
    return pending_.size() < kFlushSize ? Status{} : flush();
}

Status RewriteJournal::flush() {
    Status written = file_.writeAll(end_, pending_);
    if (written) {
        end_ += pending_.size();
        pending_.clear();
    }
    return written;
}

Status RewriteJournal::commit() {
    OCTAVO_EXPECTS(parts_ == header_.partCount && payload_ == header_.payloadSize);
    if (!chunk_.empty()) {
        if (Status flushed = flushChunk(); !flushed)
            return flushed;
    }
    if (Status flushed = flush(); !flushed)
        return flushed;
    if (Status claimed = claimRoom(file_, {end_, header_.end()}); !claimed)
        return claimed;
    if (Status synced = file_.sync(); !synced)
        return synced;
    return syncDirectory(file_.fileSystem(), directoryOf(file_.path()));
}

Status RewriteJournal::removeFile() {
    return removeJournalFile(file_);
}

Status claimRoom(OpenFile& file, ByteRange range) {
    if (range.isEmpty())
        return {};
    const Status claimed = file.reserveForSure(range);
    if (claimed || claimed.error().code != ErrorCode::Unsupported)
        return claimed;
    const std::vector<std::byte> zeros(std::min<ByteCount>(kFlushSize, range.size()));
    for (ByteOffset at = range.begin; at < range.end; at += zeros.size()) {
        const auto part = std::span(zeros).first(std::min<ByteCount>(zeros.size(), range.end - at));
        if (Status written = file.writeAll(at, part); !written)
            return written;
    }
    return {};
}

}  // namespace octavo
