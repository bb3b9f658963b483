#include "core/save/kept_history_log.h"

#include <algorithm>
#include <span>
#include <vector>

#include "core/save/little_endian.h"
#include "core/save/log_replay.h"

namespace octavo {

namespace {

constexpr std::size_t kNameMost = 1000;  // bytes of a state's name that are kept
constexpr std::size_t kNamesMost = std::size_t{1} << 20;
constexpr std::size_t kBlock = std::size_t{256} << 10;

std::string cutName(const std::string& name) {
    std::size_t end = std::min(name.size(), kNameMost);
    // Not within a character of UTF-8.
    while (end > 0 && end < name.size() && (static_cast<unsigned char>(name[end]) & 0xC0) == 0x80)
        --end;
    return name.substr(0, end);
}

/// The same state of the same file; device numbers are given out anew when the system starts.
bool isSameState(const FileIdentity& one, const FileIdentity& other) {
    FileIdentity there = other;
    there.device = one.device;
    return one == there;
}

/// CRC-32 of all bytes of a file; nothing when it is too long to be compared, or not readable.
Result<std::optional<std::uint32_t>> contentCrc(const Source& source, const JobContext& job) {
    if (source.size() > kComparedFileMost)
        return std::nullopt;
    std::vector<std::byte> buffer(kBlock);
    std::uint32_t crc = 0;
    RangeSet unreadable;
    for (ByteOffset at = 0; at < source.size(); at += kBlock) {
        if (job.stopRequested())
            return fail(ErrorCode::Cancelled);
        const auto bytes = std::span(buffer).first(
            static_cast<std::size_t>(std::min<ByteCount>(kBlock, source.size() - at)));
        source.read(at, bytes, unreadable);
        crc = crc32Of(bytes, crc);
    }
    return unreadable.isEmpty() ? std::optional(crc) : std::nullopt;
}

/// The collected history's own numbers for the document's states.
class LogStates {
public:
    explicit LogStates(const CollectedHistory& history) : history_(history) {}
    [[nodiscard]] std::optional<LogState> find(HistoryState state) const {
        if (state == history_.beginning)
            return 0;
        const auto found =
            std::ranges::lower_bound(history_.steps, state, {}, &CollectedHistory::Step::state);
        if (found == history_.steps.end() || found->state != state)
            return std::nullopt;
        return static_cast<LogState>(found - history_.steps.begin() + 1);
    }
    [[nodiscard]] LogState of(HistoryState state) const { return *find(state); }

private:
    const CollectedHistory& history_;
};

Status addSteps(EditLog& log, const CollectedHistory& history, const LogStates& states) {
    Status begun;
    for (const auto& [chunk, ranges] : history.copied) {
        if (begun)
            begun = log.copyAhead(chunk, ranges);
    }
    if (begun)
        begun = log.addBeginning(history.beginningTree);
    if (!begun)
        return begun;
    HistoryState at = history.beginning;
    for (const CollectedHistory::Step& step : history.steps) {
        if (step.parent != at)
            log.addMove(states.of(step.parent));
        if (Status added = log.add(step.splice); !added)
            return added;
        at = step.state;
    }
    if (at != history.saved)
        log.addMove(states.of(history.saved));
    for (const HistoryState redo : history.redos)
        log.addFact(LogRedo{states.of(redo)});
    return {};
}

/// In the order of the states, as reading wants it.
void addNotes(EditLog& log, const HistoryNotes& notes, const LogStates& states) {
    std::size_t namesLeft = kNamesMost;
    auto time = notes.times.begin();
    auto name = notes.names.begin();
    while (time != notes.times.end() || name != notes.names.end()) {
        const bool isTime =
            name == notes.names.end() || (time != notes.times.end() && time->state <= name->first);
        const HistoryState state = isTime ? time->state : name->first;
        LogNote note;
        if (time != notes.times.end() && time->state == state)
            note.seconds = (time++)->seconds;
        if (name != notes.names.end() && name->first == state)
            note.name = cutName((name++)->second);
        const std::optional<LogState> known = states.find(state);
        if (!known)
            continue;
        note.state = *known;
        if (note.name.size() > namesLeft)
            note.name.clear();
        namesLeft -= note.name.size();
        log.addFact(note);
    }
}

Result<bool> isAboutFile(const LogFacts& facts, const std::string& path, const FileSource& file,
                         const JobContext& job) {
    if (facts.isDamaged || !facts.isReady || facts.purpose != LogPurpose::Kept || facts.base.path != path ||
        facts.base.size != file.size() || !facts.base.identity)
        return false;
    if (isSameState(*facts.base.identity, file.identity()))
        return true;
    const Result<std::optional<std::uint32_t>> crc = contentCrc(file, job);
    if (!crc)
        return fail(crc.error());
    return crc->has_value() && *crc == facts.contentCrc;
}

/// Whether the document is, from its first byte to its last, its base.
bool isWholeBase(const Document& document) {
    return document.size() == document.base()->size() &&
           document.tree().forEach({0, document.size()}, [&](const Piece& piece, ByteOffset at) {
               return piece.chunk == document.baseChunk() && piece.offset == at;
           });
}

}  // namespace

Status writeKeptHistory(EditLog& log, const CollectedHistory& history, const HistoryNotes& notes,
                        const Source& file, const JobContext& job) {
    const Result<std::optional<std::uint32_t>> crc = contentCrc(file, job);
    if (!crc)
        return fail(crc.error());
    if (*crc)
        log.addFact(LogContent{**crc});
    const LogStates states(history);
    if (Status added = addSteps(log, history, states); !added)
        return added;
    addNotes(log, notes, states);
    log.addReady();
    return log.hasGaps() ? fail(ErrorCode::Unreadable) : Status{};
}

Result<std::optional<RestoredHistory>> readKeptHistory(const std::shared_ptr<OpenFile>& log,
                                                       const std::string& path,
                                                       const std::shared_ptr<FileSource>& file,
                                                       const JobContext& job) {
    const Result<std::optional<LogFacts>> facts = readLogFacts(*log);
    if (!facts)
        return fail(facts.error());
    const Result<bool> fits = *facts ? isAboutFile(**facts, path, *file, job) : false;
    if (!fits)
        return fail(fits.error());
    if (!*fits)
        return std::nullopt;
    LogReplay replay(log, file, LogReplay::Extent::FromStart);
    if (Status done = replay.run(job); !done)
        return fail(done.error());
    if (replay.isDamaged() || !isWholeBase(replay.document()))
        return std::nullopt;
    replay.document().rebase(file);
    return RestoredHistory{.document = replay.takeDocument(), .notes = replay.notes()};
}

}  // namespace octavo
