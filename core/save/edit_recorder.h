#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "core/buffer/document.h"
#include "core/save/edit_log_writer.h"

namespace octavo {

/// Watches a document and tells its edit log what happens. A log begins with the first change and ends when
/// everything is saved. Belongs to the document's thread. Cost of a change: that of finding its pieces.
class EditRecorder {
public:
    using Sink = std::function<void(EditLogEntry)>;
    /// What the log says of the document's file; `base` and `identity` belong together.
    struct File {
        std::string path;
        std::string name;
        std::shared_ptr<const Source> base;
        std::optional<FileIdentity> identity;
    };

    /// A document that holds other bytes than `file` does already is logged at once. REQUIRES: the document
    /// outlives this.
    EditRecorder(Document& document, File file, Sink sink);

    /// A save of the present state begins. Over the document's own file: everything told to the sink must be
    /// on the disk before it touches the file.
    enum class SaveTo : std::uint8_t { OwnFile, OtherFile };
    void saveBegins(SaveTo where);
    /// It failed; the file holds the bytes from before.
    void saveFailed();
    /// The bytes of `state` lie in `file` now.
    void saved(HistoryState state, File file);
    /// The file has other bytes now, or is gone, while the document still has those of before: they are
    /// copied into the log, unless they are many, so that the document comes back without its file, under
    /// this name. Until saved() or another base.
    void baseIsLost(const std::string& name);
    static constexpr ByteCount kCopiedBaseMost = ByteCount{256} << 20;
    /// The document goes, and its changes with it.
    void end();
    /// Begins a new log that tells the present state without its history. Returns false, with nothing done,
    /// where there is none and during a save, and for a log that is only too long where a new one might be
    /// longer: the document was edited while it was saved, and goes on with the bytes of the file from
    /// before.
    enum class Reason : std::uint8_t { TooLong, BrokeOff };
    bool restart(Reason reason);
    [[nodiscard]] bool isLogging() const { return isStarted_; }

private:
    static constexpr LogState kUnknown = ~LogState{0};
    /// A change seen while a save was under way: it goes to the log of the saved file, too.
    struct Seen {
        EditLogSplice splice;
        HistoryState state = 0;
    };

    void follow(const Change& change);
    void followBase();
    void begin();
    void beginWhole();
    void tell(EditLogSplice splice, HistoryState state, bool isStep);
    void tellSaving(HistoryState state, LogState logState);
    [[nodiscard]] EditLogSplice spliceOf(const Change& change) const;
    [[nodiscard]] LogState known(HistoryState state) const;
    void note(HistoryState state, LogState logState);

    Document& document_;
    File file_;
    std::shared_ptr<const Source> lost_;
    Sink sink_;
    /// The state in which the document has the bytes of file_.base; nothing when there is none.
    std::optional<HistoryState> baseState_;
    HistoryState lastState_;
    std::vector<LogState> states_;  // of the log, by the document's
    std::vector<LogState> statesBeforeSave_;
    LogState nextState_ = 0;
    std::vector<Seen> seen_;
    bool isStarted_ = false;
    std::optional<SaveTo> saving_;
    NotifierConnection connection_;
};

}  // namespace octavo
