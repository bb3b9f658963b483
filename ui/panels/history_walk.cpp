#include "ui/panels/history_walk.h"

#include <QElapsedTimer>

namespace octavo {

namespace {

constexpr qint64 kMillisecondsAtOnce = 4;
constexpr int kStatesBetweenLooks = 32;

}  // namespace

void HistoryWalk::start(Document& document, HistoryState target) {
    document_ = &document;
    ++walk_;
    forward_.clear();
    // As in Document::goTo: the younger of two states is the one to leave towards their common ancestor.
    const History& history = document.history();
    turn_ = history.current();
    while (target != turn_) {
        if (target > turn_) {
            forward_.push_back(target);
            target = history.parentOf(target);
        } else {
            turn_ = history.parentOf(turn_);
        }
    }
    document.endTyping();
    reached_ = history.current();
    goOn();
}

void HistoryWalk::goOn() {
    QElapsedTimer clock;
    clock.start();
    for (int states = 1; states % kStatesBetweenLooks != 0 || clock.elapsed() < kMillisecondsAtOnce;
         ++states) {
        if (document_ == nullptr)
            return;
        const HistoryState current = document_->history().current();
        if (current != reached_) {
            stop();
            return;
        }
        if (current != turn_) {
            reached_ = document_->history().parentOf(current);
            document_->goTo(reached_);
        } else if (!forward_.empty()) {
            turn_ = forward_.back();
            forward_.pop_back();
            reached_ = turn_;
            document_->goTo(reached_);
        } else {
            document_ = nullptr;
            Q_EMIT arrived();
            return;
        }
    }
    QMetaObject::invokeMethod(
        this,
        [this, walk = walk_] {
            if (document_ != nullptr && walk == walk_)
                goOn();
        },
        Qt::QueuedConnection);
}

}  // namespace octavo
