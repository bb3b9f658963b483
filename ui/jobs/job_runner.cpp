#include "ui/jobs/job_runner.h"

#include <algorithm>
#include <stop_token>

#include <QThread>

namespace octavo {

/// What a runner, its worker and a handle share about one job. `stop` and `progress` are thread-safe; the
/// rest belongs to the UI thread.
struct JobState {
    JobId id{};
    JobOptions options;
    std::stop_source stop;
    std::shared_ptr<JobProgress> progress = std::make_shared<JobProgress>();
    QPointer<QObject> context;
    bool isFinished = false;
    bool isDropped = false;
};

JobHandle::JobHandle(std::shared_ptr<JobState> state) : state_(std::move(state)) {}

JobHandle& JobHandle::operator=(JobHandle&& other) noexcept {
    if (this != &other) {
        cancel();
        state_ = std::move(other.state_);
    }
    return *this;
}

JobHandle::~JobHandle() {
    cancel();
}

bool JobHandle::isRunning() const {
    return state_ && !state_->isFinished;
}

void JobHandle::requestStop() {
    if (state_)
        state_->stop.request_stop();
}

void JobHandle::cancel() {
    if (const auto state = std::exchange(state_, nullptr)) {
        state->isDropped = true;
        state->stop.request_stop();
    }
}

std::uint64_t JobHandle::done() const {
    return state_ ? state_->progress->done.load(std::memory_order_relaxed) : 0;
}

std::uint64_t JobHandle::total() const {
    return state_ ? state_->progress->total.load(std::memory_order_relaxed) : 0;
}

JobRunner::JobRunner(QObject* parent) : QObject(parent) {
    // A few more threads than cores: a save must not queue behind long digests.
    pool_.setMaxThreadCount(std::max(4, QThread::idealThreadCount() + 2));
    prompt_.setMaxThreadCount(2);
}

JobRunner::~JobRunner() {
    for (const auto& job : jobs_) {
        job->isDropped = true;
        job->stop.request_stop();
    }
    pool_.clear();
    prompt_.clear();
    pool_.waitForDone();
    prompt_.waitForDone();
    for (const auto& job : jobs_)
        job->isFinished = true;
}

JobHandle JobRunner::start(JobOptions options, Task task, QObject* context) {
    auto state = std::make_shared<JobState>();
    state->id = JobId{++lastId_};
    state->options = std::move(options);
    state->context = context;
    jobs_.push_back(state);

    QThreadPool& pool = state->options.lane == JobLane::Prompt ? prompt_ : pool_;
    pool.start([this, state, task = std::move(task)] {
        Delivery deliver = task(JobContext(state->stop.get_token(), state->progress));
        // The pool is waited for before this object dies, so `this` is valid; queued events die with it.
        QMetaObject::invokeMethod(
            this, [this, state, deliver = std::move(deliver)] { finish(state, deliver); },
            Qt::QueuedConnection);
    });
    if (state->options.visibility == JobVisibility::Listed)
        Q_EMIT runningChanged();
    return JobHandle(std::move(state));
}

void JobRunner::finish(const std::shared_ptr<JobState>& state, const Delivery& deliver) {
    state->isFinished = true;
    std::erase(jobs_, state);
    if (state->options.visibility == JobVisibility::Listed)
        Q_EMIT runningChanged();
    if (!state->isDropped && state->context)
        deliver();
}

std::vector<RunningJob> JobRunner::running() const {
    std::vector<RunningJob> result;
    for (const auto& job : jobs_) {
        if (job->options.visibility == JobVisibility::Listed && !job->isDropped) {
            result.push_back({.id = job->id,
                              .title = job->options.title,
                              .done = job->progress->done.load(std::memory_order_relaxed),
                              .total = job->progress->total.load(std::memory_order_relaxed),
                              .isStopping = job->stop.stop_requested()});
        }
    }
    return result;
}

void JobRunner::requestStop(JobId id) {
    for (const auto& job : jobs_) {
        if (job->id == id)
            job->stop.request_stop();
    }
}

}  // namespace octavo
