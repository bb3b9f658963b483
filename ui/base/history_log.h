#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include <QDateTime>
#include <QObject>
#include <QString>

#include "core/base/notifier.h"
#include "core/buffer/document.h"
#include "core/buffer/history_notes.h"
#include "core/buffer/step_tree.h"

namespace octavo {

/// One document's history as people see it: its steps, when they were done, and the names given to states.
/// Follows the document by itself, a little later than each edit and in portions, so that a million edits at
/// once do not hold up the window. UI thread. Memory: 16 bytes for a step.
class HistoryLog final : public QObject {
    Q_OBJECT
public:
    /// REQUIRES: the document outlives this.
    explicit HistoryLog(Document& document, QObject* parent = nullptr);

    [[nodiscard]] const StepTree& steps() const { return steps_; }
    /// REQUIRES: 0 < step < steps().count().
    [[nodiscard]] StepIndex parentOf(StepIndex step) const;
    [[nodiscard]] History::Splice spliceOf(StepIndex step) const;
    /// When the step was last added to; invalid when that is not known.
    [[nodiscard]] QDateTime timeOf(StepIndex step) const;
    /// The step that the last save wrote, or the beginning; nothing when the file has no step's bytes.
    [[nodiscard]] std::optional<StepIndex> savedStep() const { return savedStep_; }
    /// How many steps were done since the last save; nothing when the saved state is not among those done.
    [[nodiscard]] std::optional<std::size_t> stepsSinceSave() const;

    /// What somebody called the state that this step led to; empty without a name.
    [[nodiscard]] QString nameOf(StepIndex step) const;
    /// An empty name takes it away. The next keystroke starts a new step, so that the name stays true.
    void setName(StepIndex step, const QString& name);
    /// Those with a name, oldest first.
    [[nodiscard]] std::vector<StepIndex> named() const;

    /// When each step was done and what it is called, for keeping that with the history.
    [[nodiscard]] HistoryNotes notes();
    /// Takes over what was kept with a document's history. REQUIRES: nothing was done to it since.
    void takeOver(const HistoryNotes& notes);

    /// Takes in all that was done so far, at once.
    void catchUp();

Q_SIGNALS:
    /// Steps from this one on are new, or their mark, time, name or extent is.
    void changed(octavo::StepIndex first);

private:
    void schedule();
    bool take(std::size_t most);

    Document& document_;
    StepTree steps_;
    std::vector<std::uint32_t> times_;  // seconds since 1970, by step; 0 where not known
    std::map<HistoryState, QString> names_;
    std::optional<StepIndex> savedStep_ = 0;
    bool isScheduled_ = false;
    NotifierConnection stateChanged_;
};

}  // namespace octavo
