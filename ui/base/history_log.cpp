#include "ui/base/history_log.h"

#include <algorithm>

#include "ui/base/qt_text.h"

namespace octavo {

namespace {

constexpr std::size_t kStatesAtOnce = 20'000;  // about a millisecond

std::uint32_t now() {
    return static_cast<std::uint32_t>(QDateTime::currentSecsSinceEpoch());
}

}  // namespace

HistoryLog::HistoryLog(Document& document, QObject* parent)
    : QObject(parent),
      document_(document),
      times_{document.history().stateCount() == 1 ? now() : 0},
      stateChanged_(document.stateChanged.connect([this] { schedule(); })) {
    steps_.follow(document_.history());
    times_.resize(steps_.count(), 0);
    take(0);
}

StepIndex HistoryLog::parentOf(StepIndex step) const {
    return steps_.parentOf(document_.history(), step);
}

History::Splice HistoryLog::spliceOf(StepIndex step) const {
    return steps_.spliceOf(document_.history(), step);
}

QDateTime HistoryLog::timeOf(StepIndex step) const {
    return times_[step] == 0 ? QDateTime() : QDateTime::fromSecsSinceEpoch(times_[step]);
}

std::optional<std::size_t> HistoryLog::stepsSinceSave() const {
    if (!savedStep_ || !steps_.isDone(*savedStep_))
        return std::nullopt;
    return steps_.depthOf(steps_.current()) - steps_.depthOf(*savedStep_);
}

QString HistoryLog::nameOf(StepIndex step) const {
    const auto found = names_.find(steps_.lastStateOf(step));
    return found == names_.end() ? QString() : found->second;
}

void HistoryLog::setName(StepIndex step, const QString& name) {
    document_.endTyping();
    catchUp();
    if (name.isEmpty())
        names_.erase(steps_.lastStateOf(step));
    else
        names_[steps_.lastStateOf(step)] = name;
    Q_EMIT changed(step);
}

std::vector<StepIndex> HistoryLog::named() const {
    std::vector<StepIndex> result;
    for (const auto& [state, name] : names_)
        result.push_back(steps_.stepOf(state));
    return result;
}

HistoryNotes HistoryLog::notes() {
    catchUp();
    HistoryNotes notes;
    notes.times.reserve(steps_.count());
    for (StepIndex step = 0; step < steps_.count(); ++step) {
        if (times_[step] != 0)
            notes.times.push_back({.state = steps_.lastStateOf(step), .seconds = times_[step]});
    }
    for (const auto& [state, name] : names_)
        notes.names[state] = toUtf8(name);
    return notes;
}

void HistoryLog::takeOver(const HistoryNotes& notes) {
    catchUp();
    for (const HistoryNotes::Time& time : notes.times)
        times_[steps_.stepOf(time.state)] = time.seconds;
    for (const auto& [state, name] : notes.names)
        names_[state] = QString::fromStdString(name);
    Q_EMIT changed(0);
}

void HistoryLog::catchUp() {
    take(SIZE_MAX);
}

void HistoryLog::schedule() {
    if (isScheduled_)
        return;
    isScheduled_ = true;
    QMetaObject::invokeMethod(
        this,
        [this] {
            isScheduled_ = false;
            if (!take(kStatesAtOnce))
                schedule();
        },
        Qt::QueuedConnection);
}

bool HistoryLog::take(std::size_t most) {
    const History& history = document_.history();
    const auto newest = static_cast<StepIndex>(steps_.count() - 1);
    const HistoryState newestEnd = steps_.lastStateOf(newest);
    const bool areAllIn = steps_.follow(history, most);
    auto first = static_cast<StepIndex>(times_.size());
    times_.resize(steps_.count(), now());
    if (steps_.lastStateOf(newest) != newestEnd) {
        times_[newest] = now();
        first = newest;
    }
    if (areAllIn) {
        const StepIndex left = steps_.current();
        first = std::min(first, steps_.moveTo(history, history.current()));
        if (steps_.current() != left)
            first = std::min({first, left, steps_.current()});
        const std::optional<HistoryState> state = document_.savedState();
        const std::optional<StepIndex> saved = state ? std::optional(steps_.stepOf(*state)) : std::nullopt;
        const std::optional<StepIndex> before = std::exchange(savedStep_, saved);
        if (saved != before)
            first = std::min({first, saved.value_or(first), before.value_or(first)});
    }
    if (first < steps_.count())
        Q_EMIT changed(first);
    return areAllIn;
}

}  // namespace octavo
