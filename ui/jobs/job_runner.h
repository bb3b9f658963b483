#pragma once

#include <cstdint>
#include <exception>
#include <functional>
#include <memory>
#include <new>
#include <type_traits>
#include <utility>
#include <vector>

#include <QObject>
#include <QPointer>
#include <QString>
#include <QThreadPool>

#include "core/base/job_context.h"
#include "core/base/result.h"

namespace octavo {

struct JobState;

/// Names a job of one JobRunner.
enum class JobId : std::uint64_t {};

/// Wanting the result of a job: dropping the handle cancels the job and its result is never delivered.
/// Move-only, UI thread only. A handle may outlive its runner.
class JobHandle {
public:
    JobHandle() = default;
    explicit JobHandle(std::shared_ptr<JobState> state);
    JobHandle(JobHandle&&) noexcept = default;
    JobHandle& operator=(JobHandle&& other) noexcept;
    JobHandle(const JobHandle&) = delete;
    JobHandle& operator=(const JobHandle&) = delete;
    ~JobHandle();

    /// True until the result has been delivered (or the job was dropped).
    [[nodiscard]] bool isRunning() const;
    /// Asks the work to stop; its answer, normally ErrorCode::Cancelled, is still delivered.
    void requestStop();
    /// Drops the job: asks it to stop and forgets it; nothing is delivered any more.
    void cancel();
    [[nodiscard]] std::uint64_t done() const;
    /// 0 means "not known".
    [[nodiscard]] std::uint64_t total() const;

private:
    std::shared_ptr<JobState> state_;
};

/// Whether the job board lists a job.
enum class JobVisibility : std::uint8_t { Listed, Hidden };

/// Prompt is for short work that must not wait behind any number of long jobs: it has threads of its own.
enum class JobLane : std::uint8_t { Common, Prompt };

struct JobOptions {
    QString title;  ///< what the person sees: "Computing digests of disk.img"
    JobVisibility visibility = JobVisibility::Listed;
    JobLane lane = JobLane::Common;
};

/// A running job as the job board shows it.
struct RunningJob {
    JobId id{};
    QString title;
    std::uint64_t done = 0;
    std::uint64_t total = 0;
    bool isStopping = false;
};

/// The only place that starts threads. Work is a plain function of values that runs on a pool; its Result
/// comes back on the UI thread, and only while its context object and its handle live. UI thread only.
class JobRunner : public QObject {
    Q_OBJECT
public:
    explicit JobRunner(QObject* parent = nullptr);
    /// Asks all work to stop and waits for it; delivers nothing.
    ~JobRunner() override;

    /// Runs `work(const JobContext&) -> Result<T>` on a worker thread and then `onDone(Result<T>)` on this
    /// one. An exception that leaves `work` becomes ErrorCode::LibraryFailed (LimitReached when memory ran
    /// out). `work` must hold values and immutable shared objects only.
    template <typename Work, typename Done>
    [[nodiscard]] JobHandle run(JobOptions options, Work work, QObject* context, Done onDone) {
        using Outcome = std::invoke_result_t<Work&, const JobContext&>;
        Task task = [work = std::move(work),
                     onDone = std::move(onDone)](const JobContext& job) mutable -> Delivery {
            auto outcome = std::make_shared<Outcome>(guarded<Outcome>(work, job));
            return [outcome, onDone]() mutable { onDone(std::move(*outcome)); };
        };
        return start(std::move(options), std::move(task), context);
    }

    /// No job runs or waits, listed or hidden.
    [[nodiscard]] bool isIdle() const { return jobs_.empty(); }
    /// The listed jobs, oldest first.
    [[nodiscard]] std::vector<RunningJob> running() const;
    /// Asks one to stop, as the job board's button does.
    void requestStop(JobId id);

Q_SIGNALS:
    /// A listed job was started or ended.
    void runningChanged();

private:
    using Delivery = std::function<void()>;
    using Task = std::function<Delivery(const JobContext&)>;

    template <typename Outcome, typename Work>
    static Outcome guarded(Work& work, const JobContext& job) {
        try {
            return work(job);
        } catch (const std::bad_alloc&) {
            return fail(ErrorCode::LimitReached, "memory");
        } catch (const std::exception& problem) {
            return fail(ErrorCode::LibraryFailed, problem.what());
        }
    }
    [[nodiscard]] JobHandle start(JobOptions options, Task task, QObject* context);
    void finish(const std::shared_ptr<JobState>& state, const Delivery& deliver);

    QThreadPool pool_;
    QThreadPool prompt_;
    std::vector<std::shared_ptr<JobState>> jobs_;
    std::uint64_t lastId_ = 0;
};

}  // namespace octavo
