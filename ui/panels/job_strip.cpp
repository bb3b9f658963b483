#include "ui/panels/job_strip.h"

#include <algorithm>

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace octavo {

namespace {

constexpr int kLookEveryMs = 100;
constexpr int kSteps = 1000;

}  // namespace

JobStrip::JobStrip(QWidget* parent)
    : QWidget(parent),
      what_(new QLabel(this)),
      bar_(new QProgressBar(this)),
      stop_(new QPushButton(tr("Sto&p"), this)) {
    bar_->setTextVisible(false);
    bar_->setFixedHeight(8);
    bar_->setAccessibleName(tr("Progress"));
    what_->setTextFormat(Qt::PlainText);
    auto* column = new QVBoxLayout;
    column->setSpacing(3);
    column->addWidget(what_);
    column->addWidget(bar_);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(column, 1);
    layout->addWidget(stop_);
    timer_.setInterval(kLookEveryMs);
    connect(&timer_, &QTimer::timeout, this, &JobStrip::refresh);
    connect(stop_, &QPushButton::clicked, this, [this] {
        job_.requestStop();
        stop_->setEnabled(false);
    });
    hide();
}

void JobStrip::watch(JobHandle job, const QString& what) {
    job_ = std::move(job);
    what_->setText(what);
    stop_->setEnabled(true);
    refresh();
    timer_.start();
    show();
}

void JobStrip::finish() {
    timer_.stop();
    hide();
}

void JobStrip::drop() {
    job_.cancel();
    finish();
}

void JobStrip::refresh() {
    const std::uint64_t total = job_.total();
    if (total == 0) {
        bar_->setRange(0, 0);  // busy, end unknown
        return;
    }
    const double share = static_cast<double>(job_.done()) / static_cast<double>(total);
    bar_->setRange(0, kSteps);
    bar_->setValue(static_cast<int>(std::clamp(share, 0.0, 1.0) * kSteps));
}

}  // namespace octavo
