#include "core/save/edit_log_writer.h"

#include <utility>

namespace octavo {

namespace {

template <typename... Visitors>
struct Overloaded : Visitors... {
    using Visitors::operator()...;
};

}  // namespace

void EditLogWriter::takePlaceOf(std::shared_ptr<OpenFile> recovered) {
    const std::lock_guard serial(writing_);
    recovered_ = std::move(recovered);
}

void EditLogWriter::post(EditLogEntry entry) {
    const std::lock_guard lock(posting_);
    // Undoing a long step passes many states: only the last one counts.
    if (!posted_.empty() && std::holds_alternative<EditLogMove>(entry) &&
        std::holds_alternative<EditLogMove>(posted_.back()))
        posted_.pop_back();
    // Nor does anybody need what was not written yet of a log that goes.
    if (std::holds_alternative<EditLogEnd>(entry))
        posted_.clear();
    posted_.push_back(std::move(entry));
}

bool EditLogWriter::hasPending() const {
    const std::lock_guard lock(posting_);
    return !posted_.empty();
}

Result<EditLogWriter::Report> EditLogWriter::write() {
    const std::lock_guard serial(writing_);
    std::deque<EditLogEntry> entries;
    {
        const std::lock_guard lock(posting_);
        entries.swap(posted_);
    }
    Status done;
    for (EditLogEntry& entry : entries) {
        if (Status carried = carryOut(entry); !carried) {
            isBroken_ = true;
            done = std::move(carried);
        }
    }
    if (log_ && !isBroken_) {
        if (Status synced = log_->sync(); !synced) {
            isBroken_ = true;
            done = std::move(synced);
        }
    }
    if (!done)
        return fail(done.error());
    if (isReady_ && !isBroken_)
        dropPrevious();
    return log_ ? Report{.logSize = log_->size(), .isComplete = log_->isComplete()} : Report{};
}

Status EditLogWriter::carryOut(EditLogEntry& entry) {
    if (isBroken_ && !std::holds_alternative<EditLogStart>(entry) &&
        !std::holds_alternative<EditLogEnd>(entry))
        return {};
    return std::visit(Overloaded{[&](EditLogStart& begun) { return start(begun.subject); },
                                 [&](const EditLogSplice& splice) { return log_->add(splice); },
                                 [&](const EditLogMove& move) {
                                     log_->addMove(move.state);
                                     return Status{};
                                 },
                                 [&](const LogSave& save) {
                                     log_->addSave(save);
                                     return Status{};
                                 },
                                 [&](const EditLogReady&) {
                                     log_->addReady();
                                     isReady_ = true;
                                     return Status{};
                                 },
                                 [&](const EditLogEnd&) {
                                     dropPrevious();
                                     Status removed;
                                     if (log_)
                                         removed = log_->remove();
                                     log_.reset();
                                     isBroken_ = false;
                                     return removed || removed.error().code == ErrorCode::NotFound ? Status{}
                                                                                                   : removed;
                                 }},
                      entry);
}

Status EditLogWriter::start(const EditLogSubject& subject) {
    // Of two logs in a row that were never ready the older one says more.
    if (log_ && !previous_ && !recovered_)
        previous_.emplace(std::move(*log_));
    else if (log_)
        static_cast<void>(log_->remove());
    log_.reset();
    isReady_ = false;
    Result<EditLog> made =
        EditLog::create(*fileSystem_, directory_, subject, previous_ ? previous_->name() : std::string());
    if (!made)
        return fail(made.error());
    log_.emplace(std::move(*made));
    isBroken_ = false;
    return {};
}

void EditLogWriter::dropPrevious() {
    if (previous_)
        static_cast<void>(previous_->remove());
    if (recovered_)
        static_cast<void>(fileSystem_->unlink(recovered_->path()));
    previous_.reset();
    recovered_.reset();
    isReady_ = false;
}

}  // namespace octavo
