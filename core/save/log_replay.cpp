#include "core/save/log_replay.h"

#include <utility>

#include "core/source/file_source.h"
#include "core/source/pattern_source.h"
#include "core/source/random_source.h"

namespace octavo {

namespace {

constexpr std::uint64_t kStepsPerRecord = 64;
constexpr std::size_t kPollEvery = 4096;

}  // namespace

Result<std::optional<LogFacts>> readLogFacts(OpenFile& log) {
    Result<LogDecoder> decoder = LogDecoder::open(log);
    if (!decoder)
        return fail(decoder.error());
    LogFacts facts;
    facts.purpose = decoder->purpose();
    for (bool isFirst = true;; isFirst = false) {
        const Result<std::optional<LogRecord>> record = decoder->next();
        if (!record)
            return fail(record.error());
        const LogBase* base = *record ? std::get_if<LogBase>(&**record) : nullptr;
        if (isFirst && base == nullptr)
            return std::nullopt;
        if (isFirst)
            facts.base = *base;
        if (!*record)
            break;
        if (const auto* save = std::get_if<LogSave>(&**record)) {
            facts.saveCount += save->hasBegun ? 1 : 0;
            facts.endsInSave = save->hasBegun;
            facts.savedState = save->state;
        }
        if (const auto* content = std::get_if<LogContent>(&**record))
            facts.contentCrc = content->crc;
        facts.isReady = facts.isReady || std::holds_alternative<LogReady>(**record);
    }
    facts.isDamaged = decoder->hasDamage();
    return facts;
}

Status LogReplay::run(const JobContext& job) {
    const Result<std::optional<LogFacts>> facts = readLogFacts(*log_);
    if (!facts)
        return fail(facts.error());
    Result<LogDecoder> decoder = LogDecoder::open(*log_);
    if (!decoder)
        return fail(decoder.error());
    // Of several beginnings of saves the last one counts.
    if (*facts)
        gone_ = std::make_shared<RemainingSource>(nullptr, (*facts)->base.size);
    const bool isCut = extent_ != Extent::FromStart && *facts && (*facts)->endsInSave;
    isMaking_ = extent_ != Extent::FromSave || !isCut;
    std::size_t savesLeft = isCut ? (*facts)->saveCount : 0;
    for (std::size_t count = 0;; ++count) {
        if (count % kPollEvery == 0 && job.stopRequested())
            return fail(ErrorCode::Cancelled);
        const Result<std::optional<LogRecord>> record = decoder->next();
        if (!record)
            return fail(record.error());
        if (!*record)
            break;
        stepsLeft_ += kStepsPerRecord;
        const auto* save = std::get_if<LogSave>(&**record);
        if (isCut && save != nullptr && save->hasBegun && --savesLeft == 0) {
            if (extent_ == Extent::ToSave)
                return {};
            isMaking_ = true;
            firstState_ = save->state;
            continue;
        }
        if (!take(**record)) {
            if (!unread_)
                return unread_;
            if (stepsLeft_ == 0)
                return fail(ErrorCode::LimitReached, log_->path());
            isDamaged_ = true;
            return {};
        }
    }
    isDamaged_ = decoder->hasDamage();
    return {};
}

bool LogReplay::take(const LogRecord& record) {
    if (const auto* bytes = std::get_if<LogBytes>(&record))
        return takeBytes(*bytes);
    if (const auto* splice = std::get_if<LogSplice>(&record))
        return takeSplice(*splice);
    if (const auto* move = std::get_if<LogMove>(&record))
        return !isMaking_ || takeMove(move->state);
    if (const auto* pieces = std::get_if<LogPieces>(&record))
        return !isMaking_ || appendRuns(pieces->pieces);
    if (const auto* copy = std::get_if<LogBaseCopy>(&record))
        return addSource(copy->id, extent_ == Extent::FromSave ? gone_ : base_);
    if (const auto* pattern = std::get_if<LogPattern>(&record))
        return addSource(pattern->id, std::make_shared<PatternSource>(pattern->pattern, pattern->size));
    if (const auto* random = std::get_if<LogRandom>(&record))
        return addSource(random->id, std::make_shared<RandomSource>(random->seed, random->size));
    if (const auto* file = std::get_if<LogFile>(&record))
        return addSource(file->id, openOther(*file));
    if (std::holds_alternative<LogBeginning>(record))
        return takeBeginning();
    if (const auto* redo = std::get_if<LogRedo>(&record))
        return takeRedo(redo->state);
    if (const auto* note = std::get_if<LogNote>(&record))
        return takeNote(*note);
    return true;  // LogBase, LogReady, LogSave, LogContent: facts
}

bool LogReplay::takeBytes(const LogBytes& bytes) {
    std::shared_ptr<LogSource>& source = inLog_[bytes.id];
    if (!source) {
        source = std::make_shared<LogSource>(log_);
        if (!addSource(bytes.id, source))
            return false;
    }
    Status added = source->add(bytes);
    // What cannot be read now may be readable later: that is no damage.
    if (!added && added.error().code != ErrorCode::Malformed)
        unread_ = added;
    return added.has_value();
}

bool LogReplay::addSource(LogSourceId id, std::shared_ptr<const Source> source) {
    return id != kLogBase && source != nullptr && sources_.try_emplace(id, std::move(source)).second;
}

std::shared_ptr<const Source> LogReplay::openOther(const LogFile& file) const {
    Result<std::shared_ptr<FileSource>> opened = openFileSource(file.path);
    if (opened && (*opened)->identity() == file.identity)
        return *opened;
    return std::make_shared<RemainingSource>(nullptr, file.identity.size);
}

bool LogReplay::appendRuns(const std::vector<LogPiece>& pieces) {
    for (const LogPiece& piece : pieces) {
        const ByteRange range = ByteRange::ofLength(piece.offset, piece.length);
        Document::LoggedRun run{.source = nullptr, .range = range};
        // Behind the save the base's pieces are those of a file that is gone.
        const bool isOfBase = piece.source == kLogBase;
        if (isOfBase && (!base_ || extent_ == Extent::FromSave))
            return false;
        if (!isOfBase) {
            std::shared_ptr<const Source>& source = sources_[piece.source];
            if (!source)  // none of its bytes could be had
                source = inLog_[piece.source] = std::make_shared<LogSource>(log_);
            run.source = source;
        }
        const ByteCount size = isOfBase ? base_->size() : run.source->size();
        if (range.end > size || piece.length == 0 || piece.length > kMaxDocumentSize - runsSize_)
            return false;
        runsSize_ += piece.length;
        runs_.push_back(std::move(run));
    }
    return true;
}

bool LogReplay::takeSplice(const LogSplice& splice) {
    ++lastState_;
    if (!isMaking_)
        return true;
    if (!appendRuns(splice.pieces))
        return false;
    const History::Splice done{.offset = splice.offset,
                               .removed = splice.removed,
                               .inserted = std::exchange(runsSize_, 0),
                               .kind = splice.kind};
    const std::vector<Document::LoggedRun> runs = std::exchange(runs_, {});
    const ByteCount size = document_->size();
    if (splice.offset > size || splice.removed > size - splice.offset)
        return false;
    const bool joins = splice.joinsPrevious && document_->history().current() != 0;
    const auto grouping = joins ? History::Grouping::JoinsPrevious : History::Grouping::NewStep;
    if (!document_->replay(done, runs, grouping))
        return false;
    if (changeCount_++ == 0)
        statesBefore_ = lastState_ - 1;
    return true;
}

bool LogReplay::takeMove(LogState state) {
    const std::optional<HistoryState> target = stateOf(state);
    if (!target)
        return false;
    const auto counting =
        document_->changed.connect([this](const Change&) { stepsLeft_ -= stepsLeft_ > 0 ? 1 : 0; });
    document_->goTo(*target);
    return stepsLeft_ > 0;
}

bool LogReplay::takeBeginning() {
    if (std::exchange(hasBeginning_, true) || lastState_ != 0 || extent_ != Extent::FromStart)
        return false;
    runsSize_ = 0;
    document_->beginWith(std::exchange(runs_, {}));
    return true;
}

bool LogReplay::takeRedo(LogState state) {
    const std::optional<HistoryState> target = stateOf(state);
    if (!target || *target == 0)
        return false;
    document_->setRedo(*target);
    return true;
}

bool LogReplay::takeNote(const LogNote& note) {
    const std::optional<HistoryState> state = stateOf(note.state);
    if (!state)
        return false;
    if (note.seconds != 0) {
        if (!notes_.times.empty() && notes_.times.back().state >= *state)
            return false;
        notes_.times.push_back({.state = *state, .seconds = note.seconds});
    }
    return note.name.empty() || notes_.names.try_emplace(*state, note.name).second;
}

std::optional<HistoryState> LogReplay::stateOf(LogState state) const {
    if (state == firstState_)
        return 0;
    if (changeCount_ == 0 || state <= statesBefore_ || state > lastState_)
        return std::nullopt;
    return state - statesBefore_;
}

}  // namespace octavo
