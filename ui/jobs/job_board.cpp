#include "ui/jobs/job_board.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/base/line_icon.h"

namespace octavo {

namespace {

constexpr int kPollMs = 100;
constexpr int kBarSteps = 1000;

}  // namespace

JobRow::JobRow(QWidget* parent)
    : QWidget(parent), title_(new QLabel(this)), bar_(new QProgressBar(this)), stop_(new QToolButton(this)) {
    bar_->setFixedWidth(140);
    bar_->setTextVisible(false);
    bar_->setMaximumHeight(10);
    stop_->setAutoRaise(true);
    stop_->setIcon(lineIcon(u"window-close"));
    stop_->setIconSize({14, 14});
    stop_->setToolTip(tr("Stop"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(title_, 1);
    layout->addWidget(bar_);
    layout->addWidget(stop_);
    connect(stop_, &QToolButton::clicked, this, [this] { Q_EMIT stopWanted(static_cast<quint64>(id_)); });
}

void JobRow::display(const RunningJob& job) {
    id_ = job.id;
    title_->setText(job.isStopping ? tr("Stopping: %1").arg(job.title) : job.title);
    bar_->setAccessibleName(tr("Progress of: %1").arg(job.title));
    stop_->setAccessibleName(tr("Stop: %1").arg(job.title));
    stop_->setEnabled(!job.isStopping);
    if (job.total == 0) {
        bar_->setRange(0, 0);
    } else {
        const double share = static_cast<double>(job.done) / static_cast<double>(job.total);
        bar_->setRange(0, kBarSteps);
        bar_->setValue(static_cast<int>(share * kBarSteps));
    }
}

JobBoard::JobBoard(JobRunner& runner, QWidget* parent)
    : QWidget(parent),
      runner_(runner),
      first_(new JobRow(this)),
      more_(new QToolButton(this)),
      list_(new QFrame(this, Qt::Popup)),
      listLayout_(new QVBoxLayout(list_)) {
    setAccessibleName(tr("Running jobs"));
    more_->setAutoRaise(true);
    list_->setFrameShape(QFrame::StyledPanel);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(first_);
    layout->addWidget(more_);
    hide();

    timer_.setInterval(kPollMs);
    connect(&timer_, &QTimer::timeout, this, &JobBoard::poll);
    connect(&runner_, &JobRunner::runningChanged, this, &JobBoard::followRunning);
    connect(first_, &JobRow::stopWanted, &runner_, [this](quint64 id) { runner_.requestStop(JobId{id}); });
    connect(more_, &QToolButton::clicked, this, &JobBoard::openList);
}

void JobBoard::followRunning() {
    if (runner_.running().empty()) {
        timer_.stop();
        list_->hide();
        hide();
    } else if (!timer_.isActive()) {
        // A job that ends before the first poll is never shown: nothing flickers.
        timer_.start();
    }
}

void JobBoard::poll() {
    const auto jobs = runner_.running();
    if (jobs.empty()) {
        followRunning();
        return;
    }
    first_->display(jobs.front());
    more_->setVisible(jobs.size() > 1);
    more_->setText(tr("%1 more").arg(jobs.size() - 1));
    show();
    if (!list_->isVisible())
        return;
    while (listLayout_->count() > static_cast<int>(jobs.size())) {
        const std::unique_ptr<QLayoutItem> item(listLayout_->takeAt(listLayout_->count() - 1));
        item->widget()->deleteLater();
    }
    while (listLayout_->count() < static_cast<int>(jobs.size())) {
        auto* row = new JobRow(list_);
        connect(row, &JobRow::stopWanted, &runner_, [this](quint64 id) { runner_.requestStop(JobId{id}); });
        listLayout_->addWidget(row);
    }
    for (std::size_t i = 0; i < jobs.size(); ++i)
        static_cast<JobRow*>(listLayout_->itemAt(static_cast<int>(i))->widget())->display(jobs[i]);
    list_->adjustSize();
}

void JobBoard::openList() {
    list_->move(mapToGlobal(QPoint(0, -list_->sizeHint().height())));
    list_->show();
    poll();
    list_->move(mapToGlobal(QPoint(0, -list_->height())));
}

}  // namespace octavo
