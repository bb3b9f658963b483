#pragma once

#include <QTimer>
#include <QWidget>

#include "ui/jobs/job_runner.h"

class QLabel;
class QProgressBar;
class QPushButton;

namespace octavo {

/// A panel's own job while it runs: what it does, how far it is, and a button to stop it. Invisible
/// otherwise. Owns the job: destroying the strip cancels it. Looks at the progress ten times a second, only
/// while it runs. UI thread.
class JobStrip final : public QWidget {
    Q_OBJECT

public:
    explicit JobStrip(QWidget* parent = nullptr);

    /// Shows this job, dropping one that still runs. Call finish() from the job's own delivery.
    void watch(JobHandle job, const QString& what);
    /// The job's answer has come.
    void finish();
    /// Drops the job; nothing will be delivered.
    void drop();
    [[nodiscard]] bool isRunning() const { return job_.isRunning(); }
    [[nodiscard]] QPushButton& stopButton() { return *stop_; }

private:
    void refresh();

    QLabel* what_;
    QProgressBar* bar_;
    QPushButton* stop_;
    QTimer timer_;
    JobHandle job_;
};

}  // namespace octavo
