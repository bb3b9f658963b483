#include "core/save/edit_recorder.h"

#include <utility>

namespace octavo {

EditRecorder::EditRecorder(Document& document, File file, Sink sink)
    : document_(document),
      file_(std::move(file)),
      sink_(std::move(sink)),
      lastState_(document.history().current()) {
    if (document_.base() == file_.base)
        baseState_ = document_.savedState();
    if (lastState_ != baseState_) {
        beginWhole();
        sink_(EditLogReady{});
    }
    connection_ = document_.changed.connect([this](const Change& change) { follow(change); });
}

LogState EditRecorder::known(HistoryState state) const {
    return state < states_.size() ? states_[state] : kUnknown;
}

void EditRecorder::note(HistoryState state, LogState logState) {
    if (state >= states_.size())
        states_.resize(std::size_t{state} + 1, kUnknown);
    states_[state] = logState;
}

void EditRecorder::begin() {
    const bool isOwnBase = document_.base() == file_.base;
    sink_(EditLogStart{{.path = file_.path,
                        .name = file_.name,
                        .base = file_.base,
                        .identity = file_.identity,
                        .lost = lost_,
                        .chunks = document_.chunks(),
                        .baseChunk = isOwnBase ? document_.baseChunk() : std::nullopt}});
    isStarted_ = true;
    states_.clear();
    nextState_ = 1;
    if (baseState_)
        note(*baseState_, 0);
}

void EditRecorder::beginWhole() {
    begin();
    const ByteCount baseSize = file_.base ? file_.base->size() : 0;
    sink_(EditLogSplice{.offset = 0,
                        .removed = baseSize,
                        .kind = EditKind::Import,
                        .joinsPrevious = false,
                        .few = {},
                        .many = document_.tree()});
    note(document_.history().current(), nextState_++);
}

bool EditRecorder::restart(Reason reason) {
    if (!isStarted_ || saving_ || (reason == Reason::TooLong && document_.base() != file_.base))
        return false;
    beginWhole();
    sink_(EditLogReady{});
    return true;
}

EditLogSplice EditRecorder::spliceOf(const Change& change) const {
    EditLogSplice splice{.offset = change.offset,
                         .removed = change.removed,
                         .kind = change.kind,
                         .joinsPrevious = false,
                         .few = {},
                         .many = {}};
    const ByteRange inserted = change.insertedRange();
    const bool areFew = document_.tree().forEach(
        inserted, [&](const Piece& piece, ByteOffset) { return splice.few.add(piece); });
    if (!areFew) {
        splice.few.clear();
        splice.many = document_.tree().slice(inserted);
    }
    return splice;
}

void EditRecorder::follow(const Change& change) {
    const HistoryState before = std::exchange(lastState_, document_.history().current());
    if (change.origin == Change::Origin::Rebase)
        return followBase();
    const bool isStep = change.origin == Change::Origin::Edit;
    if (!isStarted_) {
        if (before != baseState_) {
            beginWhole();
            return;
        }
        begin();
        tellSaving(before, 0);
    }
    if (!saving_ && !isStep && known(lastState_) != kUnknown) {
        sink_(EditLogMove{known(lastState_)});
        return;
    }
    EditLogSplice splice = spliceOf(change);
    splice.joinsPrevious = isStep && document_.history().joinsPrevious(lastState_);
    if (saving_)
        seen_.push_back({splice, lastState_});
    tell(std::move(splice), lastState_, isStep);
}

void EditRecorder::followBase() {
    if (document_.base() == file_.base)
        return;
    file_.base = document_.base();
    lost_.reset();
    const FileSource* file = file_.base->asFile();
    file_.identity = file != nullptr ? std::optional(file->identity()) : std::nullopt;
    baseState_ = document_.isModified() ? std::nullopt : std::optional(lastState_);
    // Merged with, or become longer: what the log says of the old base is no longer so.
    if (document_.isModified()) {
        beginWhole();
        sink_(EditLogReady{});
    } else {
        end();
    }
}

void EditRecorder::baseIsLost(const std::string& name) {
    if (saving_ || !file_.base || file_.base->size() > kCopiedBaseMost)
        return;
    lost_ = file_.base;
    file_ = {.path = {}, .name = name, .base = nullptr, .identity = std::nullopt};
    baseState_.reset();
    if (!document_.isModified())
        return;
    beginWhole();
    sink_(EditLogReady{});
}

void EditRecorder::tell(EditLogSplice splice, HistoryState state, bool isStep) {
    if (!isStep && known(state) != kUnknown) {
        sink_(EditLogMove{known(state)});
        return;
    }
    sink_(std::move(splice));
    note(state, nextState_++);
}

void EditRecorder::saveBegins(SaveTo where) {
    saving_ = where;
    seen_.clear();
    if (isStarted_)
        tellSaving(lastState_, known(lastState_));
}

void EditRecorder::tellSaving(HistoryState state, LogState logState) {
    if (saving_ != SaveTo::OwnFile)
        return;
    sink_(LogSave{.hasBegun = true, .state = logState});
    // Should the save be finished by the time of a crash, the states before it cannot be had any more.
    statesBeforeSave_ = std::exchange(states_, {});
    note(state, logState);
}

void EditRecorder::saveFailed() {
    const std::optional<SaveTo> failed = std::exchange(saving_, std::nullopt);
    seen_.clear();
    if (!isStarted_ || failed != SaveTo::OwnFile)
        return;
    sink_(LogSave{.hasBegun = false, .state = 0});
    const std::vector<LogState> before = std::exchange(statesBeforeSave_, {});
    for (HistoryState state = 0; state < before.size(); ++state) {
        if (known(state) == kUnknown && before[state] != kUnknown)
            note(state, before[state]);
    }
}

void EditRecorder::saved(HistoryState state, File file) {
    saving_.reset();
    const std::vector<Seen> seen = std::exchange(seen_, {});
    file_ = std::move(file);
    lost_.reset();
    baseState_ = state;
    if (document_.history().current() == state) {
        end();
        return;
    }
    if (seen.empty()) {
        beginWhole();
        sink_(EditLogReady{});
        return;
    }
    begin();
    // The same change twice is a walk back and forth: the state is known then.
    for (const Seen& each : seen)
        tell(each.splice, each.state, false);
    sink_(EditLogReady{});
}

void EditRecorder::end() {
    if (std::exchange(isStarted_, false))
        sink_(EditLogEnd{});
    states_.clear();
    seen_.clear();
}

}  // namespace octavo
