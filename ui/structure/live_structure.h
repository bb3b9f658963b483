#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <vector>

#include <QObject>

#include "core/structure/structure_tree.h"
#include "ui/jobs/job_runner.h"

namespace octavo {

/// A description bound to a document, following its edits. What can be read at once is read when it is asked
/// for; what takes longer goes on as a job, and until that is back nobody looks at the tree. UI thread.
class LiveStructure final : public QObject {
    Q_OBJECT

public:
    /// How long the window waits for answers, all together, before it turns to what else there is to do.
    static constexpr int kPatienceMs = 8;

    /// REQUIRES: runner outlives this.
    explicit LiveStructure(JobRunner& runner, QObject* parent = nullptr) : QObject(parent), runner_(runner) {}

    /// Begins with a tree over these bytes.
    void bind(std::shared_ptr<const FormatSet> formats, const Snapshot& bytes,
              const StructureTree::Options& options);
    /// The same with other bytes of the document in view. REQUIRES: is bound.
    void lookAt(const Snapshot& bytes, ByteRange range);
    void release();
    [[nodiscard]] bool isBound() const { return formats_ != nullptr; }
    [[nodiscard]] const std::shared_ptr<const FormatSet>& formats() const { return formats_; }
    [[nodiscard]] const StructureTree::Options& options() const { return options_; }

    /// The tree; nullptr while a job has it, or when nothing is bound. Once it was stopped it stays so until
    /// the next turn of the event loop.
    [[nodiscard]] StructureTree* tree();
    /// Reading ran out of patience since tree() was called: the node at `path` and what lies in it shall be
    /// read on a job. `title` is what people see.
    void goOn(const std::string& path, const QString& title);
    /// Gives the tree to a job: `work(StructureTree&, const JobContext&) -> Result<T>`, then, when the tree
    /// is back, `onDone(Result<T>)`. REQUIRES: tree() is at hand.
    template <typename Work, typename Done>
    void lend(const QString& title, Work work, Done onDone) {
        auto task = [tree = tree_, work = std::move(work)](const JobContext& job) {
            tree->limit(job);
            return work(*tree, job);
        };
        deadline_.reset();
        job_ = runner_.run({.title = title}, std::move(task), this,
                           [this, onDone = std::move(onDone)](const auto& result) {
                               onDone(result);
                               takeBack();
                           });
        Q_EMIT wentAway();
    }
    [[nodiscard]] bool isAway() const { return job_.isRunning(); }
    void stop() { job_.requestStop(); }
    /// Somebody stopped it: it goes on only when asked to.
    [[nodiscard]] bool isPaused() const { return isPaused_; }
    void resume() { isPaused_ = false; }

    void follow(const Snapshot& bytes, ByteRange changed);
    /// What ended because there was too much of it may go on. Nothing happens while a job has the tree.
    void raiseLimits();

Q_SIGNALS:
    /// A job has the tree, or gave it back, further read.
    void wentAway();
    void cameBack();

private:
    void takeBack();

    struct PendingChange {
        Snapshot bytes;
        ByteRange changed;
    };

    JobRunner& runner_;
    std::shared_ptr<const FormatSet> formats_;
    StructureTree::Options options_;
    std::shared_ptr<StructureTree> tree_;
    std::vector<PendingChange> pending_;
    JobHandle job_;
    std::optional<std::chrono::steady_clock::time_point> deadline_;  // of this turn of the event loop
    bool isPaused_ = false;
};

}  // namespace octavo
