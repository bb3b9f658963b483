// The power goes at any moment of editing: whatever the disk did with what no sync had ordered, the document
// that comes back has the bytes that were written down last, or later ones. The disk is in memory;
// power_cut.h says what a power cut may leave. A log that is not synced has to be found out.

#include <fmt/format.h>
#include <random>

#include "core/save/edit_recorder.h"
#include "core/save/edit_recovery.h"
#include "tests/support/memory_save_world.h"
#include "tests/support/power_cut.h"

namespace octavo::test {
namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr unsigned kWorlds = 4;
#else
constexpr unsigned kWorlds = 60;
#endif
constexpr int kImagesEach = 24;
constexpr const char* kLogs = "/state/octavo/recovery";

struct Figures {
    std::size_t images = 0;
    std::size_t violations = 0;
};

/// A document without a file, edited and written down again and again while the disk's story is recorded.
class Story {
public:
    Story(unsigned seed, bool isSynced) : random_(seed), disk_(std::make_shared<MemoryFileSystem>()) {
        disk_->rules().isSyncForgotten = [isSynced](const std::string& path) {
            return !isSynced && path.ends_with(kEditLogSuffix);
        };
        disk_->record(&log_);
        Document document;
        states_.push_back({});
        written_.push_back({.moment = 0, .state = 0});
        {
            EditLogWriter writer(disk_, kLogs);
            EditRecorder recorder(document, {.path = {}, .name = "x", .base = nullptr, .identity = {}},
                                  [&](EditLogEntry entry) { writer.post(std::move(entry)); });
            for (int i = 0; i < 12; ++i) {
                for (std::size_t edits = 1 + pick(4); edits > 0; --edits)
                    change(document);
                if (pick(5) == 0)
                    static_cast<void>(recorder.restart(EditRecorder::Reason::BrokeOff));
                posted_.push_back({.moment = log_.size(), .state = states_.size() - 1});
                OCTAVO_EXPECTS(writer.write().has_value());
                written_.push_back({.moment = log_.size(), .state = states_.size() - 1});
            }
        }
        disk_->record(nullptr);
    }

    Figures cut() {
        Figures figures;
        const MemoryContent noiseContent(noise(8192, 99));
        for (std::size_t last = 0; last < log_.size(); ++last) {
            const PowerCut power(log_, last, noiseContent.blocks());
            for (int i = 0; i < kImagesEach; ++i) {
                ++figures.images;
                figures.violations += isAllowed(power.image(random_).disk, last) ? 0 : 1;
            }
        }
        return figures;
    }

private:
    /// From this moment of the disk on; an index of states_.
    struct Mark {
        std::size_t moment = 0;
        std::size_t state = 0;
    };
    std::size_t pick(std::size_t most) {
        return std::uniform_int_distribution<std::size_t>(0, most)(random_);
    }

    void change(Document& document) {
        const std::size_t what = pick(5);
        if (what == 0 && document.canUndo()) {
            document.undo();
        } else if (what == 1 && document.canRedo()) {
            document.redo();
        } else {
            const ByteOffset begin = pick(document.size());
            const ByteRange range{begin, begin + pick(std::min<std::size_t>(document.size() - begin, 40))};
            const Content content =
                Content::ofBytes(noise(pick(pick(8) == 0 ? 9000 : 30), static_cast<unsigned>(pick(999))));
            OCTAVO_EXPECTS(document.apply(Edit::replace(range, content)).has_value());
        }
        states_.push_back(bytesOf(document.snapshot()));
    }

    bool isAllowed(MemoryDisk image, std::size_t last) {
        const auto disk = std::make_shared<MemoryFileSystem>(std::move(image));
        const Result<Recovery> recovery = recoverAll(kLogs, disk);
        if (!recovery || recovery->documents.size() > 1)
            return false;
        // The first thing ever written down may be torn: then it is said that a log gives nothing back.
        for (const Recovery::Problem& problem : recovery->problems) {
            if (problem.error.code != ErrorCode::Malformed)
                return false;
        }
        const Bytes now =
            recovery->documents.empty() ? Bytes{} : bytesOf(recovery->documents.front().document->snapshot());
        std::size_t least = 0;
        for (const Mark& mark : written_)
            least = mark.moment <= last + 1 ? mark.state : least;
        std::size_t most = least;
        for (const Mark& mark : posted_)
            most = mark.moment <= last + 1 ? std::max(most, mark.state) : most;
        for (std::size_t state = least; state <= most; ++state) {
            if (states_[state] == now)
                return true;
        }
        return false;
    }

    std::mt19937_64 random_;
    std::shared_ptr<MemoryFileSystem> disk_;
    DiskLog log_;
    std::vector<Bytes> states_;
    std::vector<Mark> written_;
    std::vector<Mark> posted_;
};

Figures run(unsigned worlds, bool isSynced) {
    Figures all;
    for (unsigned seed = 1; seed <= worlds; ++seed) {
        const Figures figures = Story(seed, isSynced).cut();
        all.images += figures.images;
        all.violations += figures.violations;
    }
    return all;
}

}  // namespace
}  // namespace octavo::test

int main() {
    using namespace octavo::test;
    const Figures real = run(kWorlds, true);
    fmt::print("{} images, {} violations\n", real.images, real.violations);
    const Figures broken = run(2, false);
    fmt::print("without syncs: {} images, {} violations\n", broken.images, broken.violations);
    return real.violations == 0 && broken.violations > 0 ? 0 : 1;
}
