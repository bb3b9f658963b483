#include "core/save/edit_log.h"

#include <algorithm>
#include <cerrno>
#include <fmt/format.h>
#include <random>

#include "core/source/pattern_source.h"
#include "core/source/random_source.h"

namespace octavo {

namespace {

constexpr std::size_t kFlushSize = std::size_t{1} << 20;
constexpr int kAttempts = 10;

std::uint64_t randomNumber() {
    std::random_device device;
    return (std::uint64_t{device()} << 32) | device();
}

LogBase baseOf(const EditLogSubject& subject, const std::string& replaces) {
    LogBase base;
    base.path = subject.path;
    base.name = subject.name;
    base.identity = subject.identity;
    base.replaces = replaces;
    if (subject.base) {
        base.size = subject.base->size();
        base.samples = sampleContent(*subject.base);
    }
    return base;
}

}  // namespace

EditLog::EditLog(OpenFile file, EditLogSubject subject, std::uint64_t salt)
    : file_(std::move(file)), subject_(std::move(subject)), encoder_(salt, subject_.purpose) {}

Result<EditLog> EditLog::create(FileSystem& fileSystem, const std::string& directory, EditLogSubject subject,
                                const std::string& replaces) {
    if (Status made = fileSystem.makePrivateDirectory(directory); !made)
        return fail(made.error());
    for (int attempt = 1;; ++attempt) {
        const std::string path = fmt::format("{}/{:016x}{}", directory, randomNumber(), kEditLogSuffix);
        Result<OpenFile> file = OpenFile::createExclusive(fileSystem, path, 0600);
        if (!file && file.error().systemCode == EEXIST && attempt < kAttempts)
            continue;
        if (!file)
            return fail(file.error());
        if (Status locked = file->tryLock(); !locked)
            return fail(locked.error());
        EditLog log(std::move(*file), std::move(subject), randomNumber());
        log.encoder_.add(baseOf(log.subject_, replaces));
        if (Status synced = syncDirectory(fileSystem, directory); !synced) {
            static_cast<void>(log.remove());
            return fail(synced.error());
        }
        return log;
    }
}

/// All pieces as the log names them. Those that are too many for one record are in the log then, and the
/// last ones returned.
template <typename ForEachPiece>
Result<std::vector<LogPiece>> EditLog::logAll(const ForEachPiece& forEachPiece) {
    std::vector<LogPiece> pieces;
    Status status;
    forEachPiece([&](const Piece& piece) {
        const Result<LogPiece> taken = logged(piece);
        if (!taken) {
            status = fail(taken.error());
            return false;
        }
        if (pieces.size() == kLogPiecesMax)
            encoder_.add(LogPieces{std::exchange(pieces, {})});
        pieces.push_back(*taken);
        return true;
    });
    if (!status)
        return fail(status.error());
    return pieces;
}

Status EditLog::add(const EditLogSplice& splice) {
    Result<std::vector<LogPiece>> pieces = logAll([&splice](const auto& visit) {
        const bool goesOn = std::ranges::all_of(splice.few.all(), visit);
        if (goesOn)
            splice.many.forEach({0, splice.many.size()},
                                [&](const Piece& piece, ByteOffset) { return visit(piece); });
    });
    if (!pieces)
        return fail(pieces.error());
    encoder_.add(LogSplice{.offset = splice.offset,
                           .removed = splice.removed,
                           .kind = splice.kind,
                           .joinsPrevious = splice.joinsPrevious,
                           .pieces = std::move(*pieces)});
    return encoder_.pending().size() < kFlushSize ? Status{} : flush();
}

Status EditLog::addBeginning(const PieceTree& tree) {
    Result<std::vector<LogPiece>> pieces = logAll([&tree](const auto& visit) {
        tree.forEach({0, tree.size()}, [&](const Piece& piece, ByteOffset) { return visit(piece); });
    });
    if (!pieces)
        return fail(pieces.error());
    encoder_.add(LogPieces{std::move(*pieces)});
    encoder_.add(LogBeginning{});
    return {};
}

void EditLog::addFact(const std::variant<LogContent, LogRedo, LogNote>& fact) {
    std::visit([this](const auto& record) { encoder_.add(record); }, fact);
}

void EditLog::addSave(const LogSave& save) {
    isSaving_ = save.hasBegun;
    encoder_.add(save);
}

bool EditLog::isReferable(const Source& source, ByteCount length) const {
    if (&source == subject_.base.get())
        return !isSaving_;
    if (&source == subject_.lost.get())
        return false;
    const bool isLongFile = source.asFile() != nullptr && length > kCopiedRunMost;
    return followsFromRule(source) || (isLongFile && subject_.purpose == LogPurpose::Edits);
}

LogSourceId EditLog::referred(ChunkId chunk, const Source& source) {
    const auto [found, isNew] = referred_.try_emplace(chunk, lastId_ + 1);
    const LogSourceId id = found->second;
    if (!isNew)
        return id;
    ++lastId_;
    if (&source == subject_.base.get()) {
        encoder_.add(LogBaseCopy{id});
    } else if (const auto* pattern = dynamic_cast<const PatternSource*>(&source)) {
        const auto bytes = pattern->pattern();
        encoder_.add(LogPattern{.id = id, .size = source.size(), .pattern = {bytes.begin(), bytes.end()}});
    } else if (const auto* random = dynamic_cast<const RandomSource*>(&source)) {
        encoder_.add(LogRandom{.id = id, .seed = random->seed(), .size = source.size()});
    } else {
        const FileSource& file = *source.asFile();
        encoder_.add(LogFile{.id = id, .path = file.path(), .identity = file.identity()});
    }
    return id;
}

Result<LogPiece> EditLog::logged(const Piece& piece) {
    if (piece.chunk == subject_.baseChunk && !isSaving_)
        return LogPiece{.source = kLogBase, .offset = piece.offset, .length = piece.length};
    const Source& source = subject_.chunks->source(piece.chunk);
    if (isReferable(source, piece.length))
        return LogPiece{
            .source = referred(piece.chunk, source), .offset = piece.offset, .length = piece.length};
    Copied& to = copied(piece.chunk);
    if (Status done = copy(to, source, ByteRange::ofLength(piece.offset, piece.length)); !done)
        return fail(done.error());
    return LogPiece{.source = to.id, .offset = piece.offset, .length = piece.length};
}

EditLog::Copied& EditLog::copied(ChunkId chunk) {
    const auto [found, isNew] = copied_.try_emplace(chunk);
    if (isNew)
        found->second.id = ++lastId_;
    return found->second;
}

Status EditLog::copyAhead(ChunkId chunk, const RangeSet& ranges) {
    Copied& to = copied(chunk);
    for (const ByteRange range : ranges.ranges()) {
        if (Status done = copy(to, subject_.chunks->source(chunk), range); !done)
            return done;
    }
    return {};
}

Status EditLog::copy(Copied& to, const Source& source, ByteRange range) {
    RangeSet missing;
    missing.add(range);
    missing.remove(to.ranges);
    std::vector<std::byte> buffer;
    for (const ByteRange part : missing.ranges()) {
        if (part.size() > kBytesMost - std::min(kBytesMost, bytesCopied_)) {
            isComplete_ = false;
            continue;
        }
        for (ByteOffset at = part.begin; at < part.end; at += buffer.size()) {
            buffer.resize(static_cast<std::size_t>(std::min<ByteCount>(kLogBytesMax, part.end - at)));
            RangeSet unreadable;
            source.read(at, buffer, unreadable);
            hasGaps_ = hasGaps_ || !unreadable.isEmpty();
            RangeSet readable;
            readable.add(ByteRange::ofLength(at, buffer.size()));
            readable.remove(unreadable);
            for (const ByteRange run : readable.ranges())
                encoder_.addBytes(to.id, run.begin,
                                  std::span(buffer).subspan(static_cast<std::size_t>(run.begin - at),
                                                            static_cast<std::size_t>(run.size())));
            if (encoder_.pending().size() >= kFlushSize) {
                if (Status flushed = flush(); !flushed)
                    return flushed;
            }
        }
        to.ranges.add(part);
        bytesCopied_ += part.size();
    }
    return {};
}

Status EditLog::flush() {
    if (Status written = file_.writeAll(end_, encoder_.pending()); !written)
        return written;
    end_ += encoder_.pending().size();
    encoder_.clearPending();
    return {};
}

Status EditLog::sync() {
    if (Status flushed = flush(); !flushed)
        return flushed;
    return file_.sync();
}

Status EditLog::remove() {
    return file_.fileSystem().unlink(file_.path());
}

bool followsFromRule(const Source& source) {
    if (const auto* pattern = dynamic_cast<const PatternSource*>(&source))
        return pattern->pattern().size() <= kLogBytesMax;
    return dynamic_cast<const RandomSource*>(&source) != nullptr;
}

}  // namespace octavo
