// Random edits, walks through the history, saves and failing saves, with an edit log beside; at any moment
// the program ends. What comes back from the log, or from the file, is what was last written down, with a
// history of states that there were.

#include <fmt/format.h>
#include <functional>
#include <optional>
#include <set>

#include "core/save/edit_recorder.h"
#include "core/save/edit_recovery.h"
#include "tests/support/expectations.h"
#include "tests/support/faulty_file_system.h"
#include "tests/support/random_edits.h"
#include "tests/support/save_world.h"

namespace octavo::test {
namespace {

bool isVerbose = false;

struct Counts {
    int crashes = 0;
    int recovered = 0;
    int afterSave = 0;
    int saves = 0;
    int failedSaves = 0;
};
Counts counts;

/// A document being edited, with its log.
class World {
public:
    explicit World(unsigned seed) : random_(seed) {
        path_ = directory_.write("file.bin", noise(pick(20'000), seed));
        file_ = openFileSource(path_).value();
        document_ = std::make_unique<Document>(file_);
        seen_.insert(now());
        durable_ = now();
        watch(nullptr);
    }

    void step() {
        const std::size_t what = pick(14);
        if (isVerbose)
            fmt::print("step {} state {}\n", what, document_->history().current());
        switch (what) {
            case 0:
                write();
                break;
            case 1:
                if (document_->canUndo())
                    document_->undo();
                break;
            case 2:
                if (document_->canRedo())
                    document_->redo();
                break;
            case 3:
                document_->goTo(static_cast<HistoryState>(pick(document_->history().stateCount() - 1)));
                break;
            case 4:
                if (pick(2) == 0)
                    save();
                break;
            case 5:
                if (pick(3) == 0)
                    recorder_->restart(EditRecorder::Reason::BrokeOff);
                break;
            case 6:
                if (pick(3) == 0)
                    crash();
                break;
            default:
                edit();
        }
        seen_.insert(now());
    }
    void crash() {
        ++counts.crashes;
        if (isVerbose)
            fmt::print("crash; durable {}, file same {}, now same {}\n", durable_.size(),
                       contentOf(path_) == durable_, now() == durable_);
        recorder_.reset();
        writer_.reset();
        document_.reset();  // its bytes may lie in a log, which stays locked as long
        Recovery recovery = recoverAll(logs(), disk_).value();
        expect(recovery.problems.empty(), "a log could not be read");
        expect(recovery.documents.size() <= 1, "one document came back twice");
        if (recovery.documents.empty()) {
            expect(contentOf(path_) == durable_, "nothing came back, but the file is another");
            expect(!std::filesystem::exists(logs()) || std::filesystem::is_empty(logs()), "a log was left");
            reopen();
            return;
        }
        ++counts.recovered;
        RecoveredDocument& recovered = recovery.documents.front();
        expect(!recovered.isDamaged, "the log seems damaged");
        expect(recovered.path == path_, "another path");
        expect(recovered.file != nullptr, fmt::format("evidence {}", static_cast<int>(recovered.evidence)));
        const Bytes back = bytesOf(recovered.document->snapshot());
        expect(back == durable_,
               fmt::format("{} bytes came back, {} were written down", back.size(), durable_.size()));
        checkHistory(*recovered.document);
        document_ = std::move(recovered.document);
        file_ = recovered.file;
        if (file_ == nullptr)
            return reopen();
        watch(recovered.logFile);
    }

private:
    std::size_t pick(std::size_t most) { return random_.pick(most); }
    [[nodiscard]] std::string logs() const { return directory_.file("state/logs"); }
    [[nodiscard]] Bytes now() const { return bytesOf(document_->snapshot()); }

    void watch(std::shared_ptr<OpenFile> recovered) {
        writer_ = std::make_shared<EditLogWriter>(disk_, logs());
        if (recovered)
            writer_->takePlaceOf(std::move(recovered));
        recorder_.emplace(
            *document_,
            EditRecorder::File{.path = path_, .name = {}, .base = file_, .identity = file_->identity()},
            [this](EditLogEntry entry) { writer_->post(std::move(entry)); });
    }
    void reopen() {
        file_ = openFileSource(path_).value();
        document_ = std::make_unique<Document>(file_);
        durable_ = now();
        watch(nullptr);
    }
    void write() {
        expect(writer_->write().has_value(), "the log could not be written");
        durable_ = now();
    }

    void checkHistory(Document& document) {
        const HistoryState end = document.history().current();
        for (HistoryState state = 0; state < document.history().stateCount(); ++state) {
            document.goTo(state);
            expect(seen_.contains(bytesOf(document.snapshot())), "a state that never was");
        }
        document.goTo(end);
        while (document.canUndo())
            document.undo();
        document.goTo(end);
    }

    ByteRange someRange() { return random_.rangeIn(document_->size()); }
    Content someContent() { return random_.contentFor(*document_, file_).content; }
    void edit() {
        switch (pick(7)) {
            case 0: {
                const std::vector<ByteRange> ranges = random_.placesIn(document_->size());
                must(document_->apply(MultiEdit{.ranges = ranges, .content = someContent()}));
                break;
            }
            case 1: {
                const bool fails = pick(2) == 0;
                const Status done = document_->applyTogether([&]() -> Status {
                    for (std::size_t i = 0; i <= pick(3); ++i) {
                        must(document_->apply(Edit::replace(someRange(), someContent())));
                        seen_.insert(now());
                    }
                    return fails ? Status(fail(ErrorCode::Cancelled)) : Status{};
                });
                expect(done.has_value() != fails, "applyTogether");
                break;
            }
            case 2: {
                ByteOffset at = pick(document_->size());
                for (std::size_t i = 0; i <= pick(5); ++i, ++at) {
                    must(document_->apply(Edit::insert(at, Content::ofBytes(noise(1, 3)), EditKind::Type)));
                    seen_.insert(now());
                }
                break;
            }
            default:
                must(document_->apply(Edit::replace(someRange(), someContent())));
        }
    }
    static void must(const Status& done) { OCTAVO_EXPECTS(done.has_value()); }

    void editMeanwhile() {
        for (std::size_t i = pick(3); i > 0; --i) {
            seen_.insert(now());
            if (pick(2) == 0 && document_->canUndo())
                document_->undo();
            else
                edit();
            if (pick(2) == 0)
                write();
        }
        seen_.insert(now());
    }
    /// As the window saves: on a snapshot, while editing goes on.
    void save() {
        ++counts.saves;
        SaveTarget target = probeSaveTarget(path_, *disk_).value();
        target.intent = SaveTarget::Intent::Save;
        target.base = document_->base();
        target.ifChanged = SaveTarget::IfChanged::Overwrite;
        const Snapshot snapshot = document_->snapshot();
        const Revision revision = document_->revision();
        const HistoryState state = document_->history().current();
        document_->endTyping();
        recorder_->saveBegins(EditRecorder::SaveTo::OwnFile);
        write();
        editMeanwhile();
        const Result<SavePlan> plan = planSave(snapshot, target);
        const bool fails = pick(3) == 0;
        FaultyFileSystem faulty(
            *disk_, {.kind = fails ? Faults::Kind::Once : Faults::Kind::None, .at = 1 + pick(30)});
        const SaveResult outcome = runSave(*plan, snapshot, faulty);
        if (isVerbose)
            fmt::print("save of {}: {}\n", state, outcome ? "done" : "failed");
        if (pick(3) == 0)
            return crash();
        editMeanwhile();
        if (!outcome) {
            ++counts.failedSaves;
            if (!outcome.error().left || outcome.error().left->holds == SaveFailure::Holds::OldBytes)
                recorder_->saveFailed();
            return;
        }
        auto saved = openFileSource(outcome->path).value();
        if (document_->revision() == revision)
            document_->rebase(saved);
        else
            document_->markSaved(state);
        recorder_->saved(state, {.path = path_, .name = {}, .base = saved, .identity = saved->identity()});
        file_ = saved;
        if (pick(2) == 0)
            write();
    }

    RandomEdits random_;
    TemporaryDirectory directory_;
    std::shared_ptr<PosixFileSystem> disk_ = std::make_shared<PosixFileSystem>();
    std::string path_;
    std::shared_ptr<FileSource> file_;
    std::unique_ptr<Document> document_;
    std::shared_ptr<EditLogWriter> writer_;
    std::optional<EditRecorder> recorder_;
    std::set<Bytes> seen_;
    Bytes durable_;
};

}  // namespace
}  // namespace octavo::test

int main(int count, char** arguments) {
    using namespace octavo::test;
    keepTemporaryFilesInMemory();
    isVerbose = count > 1;
    const unsigned first = count > 1 ? static_cast<unsigned>(std::atoi(arguments[1])) : 1;
    const unsigned worlds = count > 1 ? 1 : 150;
    for (unsigned seed = first; seed < first + worlds && failures < 10; ++seed) {
        scene = fmt::format("seed {}", seed);
        World world(seed);
        for (int i = 0; i < 60 && failures < 10; ++i)
            world.step();
        world.crash();
    }
    fmt::print("{} crashes, {} documents came back, {} saves, {} of them failed; {} failures\n",
               counts.crashes, counts.recovered, counts.saves, counts.failedSaves, failures);
    return failures == 0 ? 0 : 1;
}
