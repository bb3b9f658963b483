// Random edits, walks, saves and edits during saves; the document is closed, with or without its changes, and
// opened again with the history that was kept. Every state of it has the bytes that a plain vector says,
// hangs where it hung, and the present one is the file.

#include <algorithm>
#include <fmt/format.h>
#include <set>

#include "core/save/edit_log_format.h"
#include "core/save/gzip_file.h"
#include "core/save/kept_histories.h"
#include "tests/support/expectations.h"
#include "tests/support/random_edits.h"
#include "tests/support/save_world.h"

namespace octavo::test {
namespace {

bool isVerbose = false;

struct Counts {
    int closings = 0;
    int restored = 0;
    int discarded = 0;
    int savedAside = 0;
    std::size_t states = 0;
    std::size_t left = 0;
};
Counts counts;

Bytes part(const Bytes& bytes, ByteRange range) {
    return {bytes.begin() + static_cast<std::ptrdiff_t>(range.begin),
            bytes.begin() + static_cast<std::ptrdiff_t>(range.end)};
}

class World {
public:
    World(unsigned seed, bool isLimited) : random_(seed) {
        if (isLimited)
            limits_.each = {.bytes = pick(20'000), .states = pick(30), .pieces = 50 + pick(2000)};
        path_ = directory_.write("file.bin", noise(pick(12'000), seed));
        file_ = openFileSource(path_, pick(1) == 0 ? FileCopy::OfSmall : FileCopy::Never).value();
        document_ = std::make_unique<Document>(file_);
        model_.push_back(contentOf(path_));
        isLimited_ = isLimited;
    }

    void step() {
        const std::size_t what = pick(14);
        if (isVerbose)
            fmt::print("step {} state {} of {}\n", what, history().current(), history().stateCount());
        switch (what) {
            case 0:
            case 1:
                if (document_->canUndo())
                    document_->undo();
                break;
            case 2:
                if (document_->canRedo())
                    document_->redo();
                break;
            case 3:
                goSomewhere();
                break;
            case 4:
                save();
                break;
            case 5:
                if (pick(1) == 0)
                    closeAndOpen();
                break;
            default:
                edit();
        }
        expect(bytesOf(document_->snapshot()) == now(),
               fmt::format("the document is not what the model says: state {}", history().current()));
    }
    void closeAndOpen();

private:
    std::size_t pick(std::size_t most) { return random_.pick(most); }
    [[nodiscard]] KeptHistories histories() const {
        return {disk_, directory_.file("state/history"), limits_};
    }
    [[nodiscard]] const Bytes& now() const { return model_[document_->history().current()]; }
    static void must(const Status& done) { OCTAVO_EXPECTS(done.has_value()); }

    /// The model after a splice.
    void note(ByteRange range, const Bytes& with) {
        Bytes next = part(model_[history().parentOf(history().current())], {0, range.begin});
        next.insert(next.end(), with.begin(), with.end());
        const Bytes& before = model_[history().parentOf(history().current())];
        next.insert(next.end(), before.begin() + static_cast<std::ptrdiff_t>(range.end), before.end());
        model_.push_back(std::move(next));
    }
    void goSomewhere() {
        const auto state = static_cast<HistoryState>(pick(history().stateCount() - 1));
        if (!history().isTakenBack(state))
            document_->goTo(state);
    }
    [[nodiscard]] const History& history() const { return document_->history(); }
    void editOnce() {
        const ByteRange range = random_.rangeIn(now().size());
        const RandomEdits::Both with = random_.contentFor(*document_, file_);
        if (range.isEmpty() && with.bytes.empty())
            return;
        must(document_->apply(Edit::replace(range, with.content)));
        note(range, with.bytes);
    }
    void edit();
    void replaceAll();
    void save();
    [[nodiscard]] static HistoryNotes notesOf(const History& history);
    void check(const RestoredHistory& restored, const Document& before);
    void checkBytesKept();

    RandomEdits random_;
    TemporaryDirectory directory_;
    std::shared_ptr<PosixFileSystem> disk_ = std::make_shared<PosixFileSystem>();
    KeptHistories::Limits limits_;
    bool isLimited_ = false;
    std::string path_;
    std::shared_ptr<FileSource> file_;
    std::unique_ptr<Document> document_;
    std::vector<Bytes> model_;  // by state
};

void World::replaceAll() {
    MultiEdit edit;
    edit.ranges = random_.placesIn(now().size());
    const RandomEdits::Both with = random_.contentFor(*document_, file_);
    edit.content = with.content;
    if (edit.ranges.empty() || with.bytes.size() > 2000)
        return;
    Bytes covered;
    ByteOffset at = edit.ranges.front().begin;
    for (const ByteRange range : edit.ranges) {
        const Bytes kept = part(now(), {at, range.begin});
        covered.insert(covered.end(), kept.begin(), kept.end());
        covered.insert(covered.end(), with.bytes.begin(), with.bytes.end());
        at = range.end;
    }
    must(document_->apply(edit));
    note({edit.ranges.front().begin, edit.ranges.back().end}, covered);
}

void World::edit() {
    switch (pick(7)) {
        case 0:
        case 1:
            return replaceAll();
        case 2: {
            const HistoryState start = history().current();
            const bool fails = pick(2) == 0;
            const std::size_t count = 1 + pick(3);
            const Status done = document_->applyTogether([&]() -> Status {
                for (std::size_t i = 0; i < count; ++i)
                    editOnce();
                return fails ? Status(fail(ErrorCode::Cancelled)) : Status{};
            });
            expect(!fails || history().current() == start, "a refused group left something");
            return;
        }
        case 3: {
            ByteOffset at = pick(now().size());
            for (std::size_t i = pick(6); i > 0; --i, ++at) {
                const Bytes typed = noise(1, static_cast<unsigned>(i));
                must(document_->apply(Edit::insert(at, Content::ofBytes(typed), EditKind::Type)));
                note({at, at}, typed);
            }
            if (pick(2) == 0)
                document_->endTyping();
            return;
        }
        default:
            return editOnce();
    }
}

/// As the window saves: by one plan or another, sometimes while editing goes on.
void World::save() {
    SaveTarget target = probeSaveTarget(path_, *disk_).value();
    target.intent = SaveTarget::Intent::Save;
    target.base = document_->base();
    target.ifChanged = SaveTarget::IfChanged::Overwrite;
    const std::size_t wish = pick(2);
    if (wish == 1 && document_->base() == file_)
        target.wantedKind = SavePlan::Kind::Rewrite;
    const Snapshot snapshot = document_->snapshot();
    const Revision revision = document_->revision();
    const HistoryState state = history().current();
    document_->endTyping();
    const auto plan = planSave(snapshot, target);
    if (pick(5) == 0)
        edit();
    if (isVerbose && plan)
        fmt::print("save of {} by plan {}\n", state, static_cast<int>(plan->kind));
    const SaveResult outcome = plan ? runSave(*plan, snapshot, *disk_) : SaveResult(fail(plan.error()));
    if (!outcome)
        return expect(false, fmt::format("the save failed: {}", errorCodeName(outcome.error().code)));
    expect(contentOf(path_) == model_[state], "the file is not what was saved");
    file_ = openFileSource(path_, pick(1) == 0 ? FileCopy::OfSmall : FileCopy::Never).value();
    if (document_->revision() == revision)
        document_->rebase(file_);
    else
        document_->markSaved(state);
}

/// Every state is called by its number, so that it is known again.
HistoryNotes World::notesOf(const History& history) {
    HistoryNotes notes;
    for (HistoryState state = 0; state < history.stateCount(); ++state) {
        notes.names[state] = std::to_string(state);
        if (state % 3 == 1)
            notes.times.push_back({.state = state, .seconds = 1'000'000 + state});
    }
    return notes;
}

void World::checkBytesKept() {
    const std::vector<std::string> names = disk_->list(directory_.file("state/history")).value();
    expect(names.size() == 1, "something was left in the directory");
    for (const std::string& name : names) {
        const std::string path = directory_.file("state/history/" + name);
        OpenFile archive = OpenFile::open(*disk_, path, FileSystem::Access::Read).value();
        OpenFile log = OpenFile::createExclusive(*disk_, directory_.file("log"), 0600).value();
        must(disk_->unlink(log.path()));
        must(decompressFile(archive, log, 1 << 30, {}));
        LogDecoder decoder = LogDecoder::open(log).value();
        ByteCount bytes = 0;
        for (auto record = decoder.next().value(); record; record = decoder.next().value()) {
            if (const auto* copied = std::get_if<LogBytes>(&*record))
                bytes += copied->length;
        }
        expect(bytes <= limits_.each.bytes, "more bytes were kept than is allowed");
    }
}

void World::check(const RestoredHistory& restored, const Document& before) {
    Document& after = *restored.document;
    const History& now = after.history();
    const History& then = before.history();
    const HistoryNotes notes = notesOf(then);
    expect(!after.isModified() && after.base() == file_, "the file counts as modified");
    expect(after.tree().pieceCount() <= 1, "the file is not one piece");
    expect(bytesOf(after.snapshot()) == contentOf(path_), "the present state is not the file");
    std::vector<HistoryState> was;
    std::vector<HistoryState> is(then.stateCount(), 0);
    for (HistoryState state = 0; state < now.stateCount(); ++state) {
        const auto name = restored.notes.names.find(state);
        expect(name != restored.notes.names.end(), "a state has lost its name");
        if (failures > 0)
            return;
        was.push_back(static_cast<HistoryState>(std::stoul(name->second)));
        is[was.back()] = state;
    }
    expect(std::ranges::is_sorted(was), "states changed their order");
    expect(was[now.current()] == *before.savedState(), "the present state is not the one saved");
    const std::set<HistoryState> kept(was.begin(), was.end());
    for (const HistoryNotes::Time& time : notes.times) {
        const HistoryNotes::Time moved{.state = is[time.state], .seconds = time.seconds};
        if (kept.contains(time.state))
            expect(std::ranges::count(restored.notes.times, moved) == 1, "a time is lost");
    }
    for (HistoryState state = 1; state < now.stateCount(); ++state) {
        const HistoryState old = was[state];
        const History::Splice one = now.spliceOf(state);
        const History::Splice other = then.spliceOf(old);
        expect(was[now.parentOf(state)] == then.parentOf(old), "a state hangs elsewhere");
        expect(one.offset == other.offset && one.removed == other.removed && one.inserted == other.inserted &&
                   one.kind == other.kind,
               "a splice is another");
        const bool joins = then.joinsPrevious(old) && then.parentOf(old) != was[0];
        expect(now.joinsPrevious(state) == joins, "a state joins another step");
        expect(!joins || kept.contains(then.parentOf(old)), "half a step was kept");
        expect(!then.joinsPrevious(old) || then.parentOf(old) != was[0] || was[0] == 0,
               "the second half of a step was kept");
        expect(!then.isTakenBack(old), "what a group took back was kept");
    }
    // The other half of a step.
    for (HistoryState old = 1; old < then.stateCount(); ++old) {
        const bool isRest = then.joinsPrevious(old) && !then.isTakenBack(old) &&
                            kept.contains(then.parentOf(old)) && !kept.contains(old);
        expect(!isRest || then.parentOf(old) == *before.savedState() || then.parentOf(old) == was[0] ||
                   then.childrenOf(then.parentOf(old)).size() > 1,
               "the rest of a step was not kept");
    }
    if (isVerbose) {
        for (HistoryState old = 1; old < then.stateCount(); ++old)
            fmt::print("{}{} on {}{} redo {}{}\n", kept.contains(old) ? "+" : "-", old, then.parentOf(old),
                       then.joinsPrevious(old) ? " joins" : "", then.redoStateOf(old).value_or(0),
                       then.isTakenBack(old) ? " taken back" : "");
        fmt::print("saved {} beginning {}\n", *before.savedState(), was[0]);
    }
    std::set<HistoryState> aboveSaved;
    for (HistoryState state = *before.savedState(); state != 0;)
        aboveSaved.insert(state = then.parentOf(state));
    for (HistoryState state = 0; state < now.stateCount(); ++state) {
        const auto redo = then.redoStateOf(was[state]);
        if (redo && kept.contains(*redo) && !aboveSaved.contains(was[state]))
            expect(now.redoStateOf(state) == is[*redo], "redo goes elsewhere");
    }
    std::size_t all = 0;
    for (HistoryState old = 0; old < then.stateCount(); ++old)
        all += then.isTakenBack(old) ? 0 : 1;
    expect(isLimited_ || was.size() == all, fmt::format("{} of {} states were kept", was.size(), all));
    expect(was.size() <= limits_.each.states + 1, "more states were kept than is allowed");
    counts.states += was.size();
    counts.left += all - was.size();
    std::vector<Bytes> model;
    for (HistoryState state = 0; state < now.stateCount(); ++state) {
        expect(bytesOf(Snapshot(after.treeOf(state), after.chunks(), after.revision())) == model_[was[state]],
               fmt::format("state {} has other bytes", was[state]));
        model.push_back(model_[was[state]]);
    }
    model_ = std::move(model);
}

void World::closeAndOpen() {
    ++counts.closings;
    if (pick(2) == 0)
        save();
    counts.discarded += document_->isModified() ? 1 : 0;
    const bool isBaseFile = document_->base() == file_;
    counts.savedAside += isBaseFile ? 0 : 1;
    const HistorySubject subject{.path = path_,
                                 .identity = file_->identity(),
                                 .base = isBaseFile ? file_ : nullptr,
                                 .notes = notesOf(history())};
    const auto before = std::move(document_);
    document_ = nullptr;
    const Status kept = histories().keep(*before, subject);
    expect(kept.has_value(), "keeping failed");
    file_ = openFileSource(path_, pick(1) == 0 ? FileCopy::OfSmall : FileCopy::Never).value();
    auto restored = histories().restore(path_, file_);
    expect(restored.has_value(), "restoring failed");
    if (restored && *restored) {
        ++counts.restored;
        checkBytesKept();
        check(**restored, *before);
        document_ = std::move((*restored)->document);
        return;
    }
    bool hasAny = false;
    for (HistoryState state = 1; state < before->history().stateCount(); ++state)
        hasAny = hasAny || !before->history().isTakenBack(state);
    expect(isLimited_ || !hasAny, "nothing came back");
    document_ = std::make_unique<Document>(file_);
    model_ = {contentOf(path_)};
}

}  // namespace
}  // namespace octavo::test

int main(int count, char** arguments) {
    using namespace octavo::test;
    keepTemporaryFilesInMemory();
    isVerbose = count > 1;
    const unsigned first = count > 1 ? static_cast<unsigned>(std::atoi(arguments[1])) : 1;
    const unsigned worlds = count > 1 ? 1 : 300;
    for (unsigned seed = first; seed < first + worlds && failures < 10; ++seed) {
        scene = fmt::format("seed {}", seed);
        World world(seed, seed % 3 == 0);
        for (int i = 0; i < 60 && failures < 10; ++i)
            world.step();
        world.closeAndOpen();
    }
    fmt::print(
        "{} closings ({} with changes let go, {} saved while edited), {} histories came back with {} states, "
        "{} "
        "states were left out; {} failures\n",
        counts.closings, counts.discarded, counts.savedAside, counts.restored, counts.states, counts.left,
        failures);
    return failures == 0 ? 0 : 1;
}
