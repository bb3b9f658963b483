#pragma once

#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

#include "core/base/job_context.h"
#include "core/buffer/document.h"
#include "core/buffer/history_notes.h"
#include "core/save/edit_log_format.h"
#include "core/save/log_source.h"

namespace octavo {

/// What a log is about, learnt by reading it through once. A value.
struct LogFacts {
    LogPurpose purpose = LogPurpose::Edits;
    LogBase base;
    std::optional<std::uint32_t> contentCrc{};  ///< LogContent
    bool isReady = false;                       ///< LogReady was seen
    std::size_t saveCount = 0;                  ///< how many began
    bool endsInSave = false;  ///< the save that began last neither failed nor was followed by a new log
    LogState savedState = 0;  ///< of that save
    bool isDamaged = false;
};

/// Nothing when there is no whole LogBase: the log says nothing.
[[nodiscard]] Result<std::optional<LogFacts>> readLogFacts(OpenFile& log);

/// Makes the splices of a log again on a document over its base.
class LogReplay {
public:
    /// FromStart: all of them, on the base. FromSave: those after the save that began last, on the bytes that
    /// it wrote. ToSave: those before it.
    enum class Extent : std::uint8_t { FromStart, FromSave, ToSave };

    /// Walking back and forth in the history may cost so many steps, and some more for each record.
    static constexpr std::uint64_t kStepsAtLeast = 20'000'000;

    LogReplay(std::shared_ptr<OpenFile> log, std::shared_ptr<const Source> base, Extent extent,
              std::uint64_t stepsAtLeast = kStepsAtLeast)
        : log_(std::move(log)),
          base_(std::move(base)),
          extent_(extent),
          document_(std::make_unique<Document>(base_)),
          stepsLeft_(stepsAtLeast) {}

    /// Once. LimitReached when the log makes it walk back and forth without end, Cancelled, the system's
    /// errors.
    [[nodiscard]] Status run(const JobContext& job);

    [[nodiscard]] Document& document() { return *document_; }
    [[nodiscard]] std::unique_ptr<Document> takeDocument() { return std::move(document_); }
    /// What the log knows of the document's states.
    [[nodiscard]] const HistoryNotes& notes() const { return notes_; }
    /// Splices made.
    [[nodiscard]] std::size_t changeCount() const { return changeCount_; }
    /// Whether something did not fit and what came after it was left out.
    [[nodiscard]] bool isDamaged() const { return isDamaged_; }

private:
    /// False when the record does not fit what came before.
    [[nodiscard]] bool take(const LogRecord& record);
    [[nodiscard]] bool takeSplice(const LogSplice& splice);
    [[nodiscard]] bool takeMove(LogState state);
    [[nodiscard]] bool takeBeginning();
    [[nodiscard]] bool takeRedo(LogState state);
    [[nodiscard]] bool takeNote(const LogNote& note);
    [[nodiscard]] bool takeBytes(const LogBytes& bytes);
    [[nodiscard]] bool addSource(LogSourceId id, std::shared_ptr<const Source> source);
    [[nodiscard]] std::shared_ptr<const Source> openOther(const LogFile& file) const;
    [[nodiscard]] bool appendRuns(const std::vector<LogPiece>& pieces);
    [[nodiscard]] std::optional<HistoryState> stateOf(LogState state) const;

    std::shared_ptr<OpenFile> log_;
    std::shared_ptr<const Source> base_;
    std::shared_ptr<const Source> gone_;  // what the base was before the save
    Extent extent_;
    std::unique_ptr<Document> document_;
    std::unordered_map<LogSourceId, std::shared_ptr<const Source>> sources_;
    std::unordered_map<LogSourceId, std::shared_ptr<LogSource>> inLog_;
    std::vector<Document::LoggedRun> runs_;  // for the next splice
    ByteCount runsSize_ = 0;
    LogState lastState_ = 0;
    LogState firstState_ = 0;    // of the log: the document's state 0
    LogState statesBefore_ = 0;  // splices of the log before the document's first
    HistoryNotes notes_;
    bool hasBeginning_ = false;
    bool isMaking_ = true;  // splices count
    std::uint64_t stepsLeft_;
    std::size_t changeCount_ = 0;
    bool isDamaged_ = false;
    Status unread_;  // why a part of the log could not be read
};

}  // namespace octavo
