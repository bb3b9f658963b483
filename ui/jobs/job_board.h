#pragma once

#include <QTimer>
#include <QWidget>

#include "ui/jobs/job_runner.h"

class QFrame;
class QLabel;
class QProgressBar;
class QToolButton;
class QVBoxLayout;

namespace octavo {

/// One running job: what it is, how far it is, and a button that stops it.
class JobRow final : public QWidget {
    Q_OBJECT
public:
    explicit JobRow(QWidget* parent = nullptr);
    void display(const RunningJob& job);

Q_SIGNALS:
    /// `id` is the job's JobId; Qt 6.4 cannot carry an enum of 64 bits in a signal.
    void stopWanted(quint64 id);

private:
    JobId id_{};
    QLabel* title_;
    QProgressBar* bar_;
    QToolButton* stop_;
};

/// The running jobs, for the status bar: the oldest one, and a list of all behind a button when there are
/// several. Takes no room and runs no timer while nothing runs; polls ten times a second while something
/// does.
class JobBoard final : public QWidget {
    Q_OBJECT
public:
    /// REQUIRES: the runner outlives this.
    explicit JobBoard(JobRunner& runner, QWidget* parent = nullptr);

    /// True while it looks at the jobs' progress.
    [[nodiscard]] bool isPolling() const { return timer_.isActive(); }

private:
    void followRunning();
    void poll();
    void openList();

    JobRunner& runner_;
    QTimer timer_;
    JobRow* first_;
    QToolButton* more_;
    QFrame* list_;
    QVBoxLayout* listLayout_;
};

}  // namespace octavo
