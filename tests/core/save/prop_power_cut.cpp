// The power goes at every moment of a save, and the disk is left in every state that the syncs until then
// allow (tests/support/power_cut.h has the model). After recovery the file is old or new, and new when the
// save had said so. The same is done to protocols that were broken on purpose: they have to be found out.

#include <cstdio>
#include <fmt/format.h>
#include <malloc.h>
#include <set>
#include <string_view>
#include <unordered_set>

#include "core/save/temporary_file.h"
#include "tests/support/faulty_file_system.h"
#include "tests/support/power_cut.h"
#include "tests/support/save_scenes.h"

namespace octavo::test {
namespace {

using State = std::optional<MemoryContent>;

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr std::size_t kScale = 20;  // sanitizers are slow; they look for something else
#else
constexpr std::size_t kScale = 1;
#endif
constexpr std::size_t kImagesWanted = 1'000'000 / kScale;
constexpr std::size_t kCutEach = 500;  // of the recoveries, one in so many is cut off itself

struct Figures {
    std::size_t images = 0;
    std::size_t cutRecoveries = 0;
    std::size_t mixed = 0;        ///< neither old nor new
    std::size_t notNew = 0;       ///< saved, but old
    std::size_t unrecovered = 0;  ///< recovery ended with an error
    std::size_t left = 0;         ///< recovery left something beside the file

    [[nodiscard]] std::size_t violations() const { return mixed + notNew + unrecovered + left; }
    void add(const Figures& other) {
        images += other.images;
        cutRecoveries += other.cutRecoveries;
        mixed += other.mixed;
        notNew += other.notNew;
        unrecovered += other.unrecovered;
        left += other.left;
    }
};

State stateOf(MemoryFileSystem& disk, const std::string& path) {
    return disk.exists(path) && disk.status(path) ? State(disk.inode(path).content) : std::nullopt;
}

/// What was on the disk at every moment of some saves in a row, and what they said.
class Story {
public:
    Story(const SaveScene& scene, unsigned seed) : scene_(scene), world_(worldOf(scene)), random_(seed) {
        world_->disk().record(&log_);
        allow({stateOf(world_->disk(), scene_.savedTo)});
        addGarbage(scene_.before);
    }

    [[nodiscard]] MemorySaveWorld& world() { return *world_; }

    /// Saves, the call `faults.at` failing, and then as it is.
    SaveResult save(const Faults& faults = {}) {
        const std::vector<State> before = allowed_.back().states;
        const MemoryContent after = contentToBe();
        std::vector<State> either = before;
        either.emplace_back(after);
        allow(either);
        SaveResult outcome;
        {
            FaultyFileSystem faulty(world_->disk(), faults);
            outcome = saveScene(scene_, *world_, faulty);
            hasStruck_ = faulty.hasStruck();
        }
        if (outcome)
            allow({after});
        else if (outcome.error().code != ErrorCode::SyncFailed &&
                 outcome.error().code != ErrorCode::NeedsRecovery)
            allow(before);
        collectGarbage();
        return outcome;
    }
    [[nodiscard]] bool hasStruck() const { return hasStruck_; }

    /// Cuts the power at every moment, until there were `images` more, no two alike of the same moment, or
    /// all that the model allows have been seen.
    Figures cut(std::size_t images) {
        if (moments_.empty()) {
            for (std::size_t last = 0; last < log_.size(); ++last)
                moments_.push_back({.power = PowerCut(log_, last, garbage_), .last = last});
        }
        Figures figures;
        for (bool isMore = true; isMore && figures.images < images; isMore = !isExhausted()) {
            for (Moment& moment : moments_) {
                if (!moment.isExhausted)
                    cutAt(moment, figures);
            }
        }
        return figures;
    }
    [[nodiscard]] bool isExhausted() const { return std::ranges::all_of(moments_, &Moment::isExhausted); }

private:
    struct Allowed {
        std::size_t from = 0;
        std::vector<State> states;
    };

    struct Moment {
        PowerCut power;
        std::size_t last = 0;
        std::unordered_set<std::uint64_t> seen{};
        bool isExhausted = false;
    };

    void allow(std::vector<State> states) { allowed_.push_back({log_.size() - 1, std::move(states)}); }
    [[nodiscard]] const std::vector<State>& allowedAfter(std::size_t last) const {
        const auto later = std::ranges::upper_bound(allowed_, last, {}, &Allowed::from);
        return std::prev(later)->states;
    }
    [[nodiscard]] MemoryContent contentToBe() const {
        SaveTarget adjusted;
        if (scene_.adjust)
            scene_.adjust(adjusted);
        const Bytes all = bytesOf(world_->snapshot());
        const ByteRange range = adjusted.range.value_or(ByteRange{0, all.size()});
        return MemoryContent(std::span(all).subspan(range.begin, range.size()));
    }

    /// What may lie where nothing was written yet: noise, and what journals and successors have held before.
    void addGarbage(const MemoryContent& content) {
        for (const auto& block : content.blocks()) {
            if (block && garbage_.size() < 12)
                garbage_.push_back(block);
        }
    }
    void collectGarbage() {
        for (const DiskMoment& moment : log_) {
            for (const auto& [number, inode] : moment.disk.inodes) {
                if (seen_.insert(number).second && inode.kind == FileKind::Regular && number > 3)
                    addGarbage(inode.content);
            }
        }
    }

    void cutAt(Moment& moment, Figures& figures) {
        constexpr int kTries = 32;
        int fresh = 0;
        for (int i = 0; i < kTries; ++i) {
            PowerCut::Image image = moment.power.image(random_);
            if (!moment.seen.insert(image.choice).second)
                continue;
            ++fresh;
            check(std::move(image.disk), moment.last, random_() % kCutEach == 0, figures);
        }
        moment.isExhausted = fresh < kTries / 8;
        figures.images += static_cast<std::size_t>(fresh);
    }

    void check(MemoryDisk image, std::size_t last, bool isCutAgain, Figures& figures) {
        DiskLog recovery;
        MemoryFileSystem disk(std::move(image));
        if (isCutAgain)
            disk.record(&recovery);
        const Result<JournalRecovery> recovered = recoverJournal(scene_.savedTo, disk);
        judge(recovered.has_value(), disk, last, figures);
        for (std::size_t again = 0; again < recovery.size(); ++again) {
            const PowerCut power(recovery, again, garbage_);
            for (int i = 0; i < 4; ++i) {
                MemoryFileSystem cutDisk(power.image(random_).disk);
                const bool isRecovered = recoverJournal(scene_.savedTo, cutDisk).has_value();
                judge(isRecovered, cutDisk, last, figures);
                ++figures.cutRecoveries;
            }
        }
    }

    void judge(bool isRecovered, MemoryFileSystem& disk, std::size_t last, Figures& figures) {
        const State now = stateOf(disk, scene_.savedTo);
        const std::vector<State>& states = allowedAfter(last);
        if (std::ranges::find(states, now) == states.end()) {
            const bool isOld = std::ranges::any_of(allowed_, [&](const Allowed& a) {
                return std::ranges::find(a.states, now) != a.states.end();
            });
            ++(isOld ? figures.notNew : figures.mixed);
            tell(isOld ? "saved, but old" : "mixed", last);
        } else if (!isRecovered) {
            ++figures.unrecovered;
            tell("recovery failed", last);
        } else if (std::ranges::any_of(disk.names(MemorySaveWorld::kDirectory), [](const auto& name) {
                       return name.find(".octavo-") != std::string::npos;
                   })) {
            ++figures.left;
            tell("something was left", last);
        }
    }
    void tell(const char* what, std::size_t last) {
        if (isLoud && told_++ < 3)
            fmt::print(stderr, "FAILED {}: power cut after moment {} of {}: {}\n", scene_.name, last,
                       log_.size(), what);
    }

public:
    bool isLoud = true;  ///< tells of violations

private:
    const SaveScene& scene_;
    std::unique_ptr<MemorySaveWorld> world_;
    std::mt19937_64 random_;
    DiskLog log_;
    std::vector<Allowed> allowed_;
    std::vector<Moment> moments_;
    std::vector<MemoryContent::BlockRef> garbage_;
    std::set<std::uint64_t> seen_;
    bool hasStruck_ = false;
    int told_ = 0;
};

bool isSmall(const SaveScene& scene) {
    return scene.before.size() <= 20'000 && !scene.refusal;
}

/// The scene's save, and where it saves its own file, two more after it, in place and by another file.
std::unique_ptr<Story> storyOf(const SaveScene& scene) {
    auto story = std::make_unique<Story>(scene, 1);
    const SaveResult first = story->save();
    if (first && scene.intent == SaveTarget::Intent::Save && !scene.meanwhile &&
        scene.openedBy == MemorySaveWorld::kPath && !scene.adjust) {
        MemorySaveWorld& world = story->world();
        world.rebase();
        if (world.document().size() > 2000)
            world.overwrite(1000, bytesOf("abc"));
        else
            world.insert(world.document().size(), bytesOf("abc"));
        OCTAVO_EXPECTS(story->save().has_value());
        world.rebase();
        world.insert(1, bytesOf("xyz"));
        OCTAVO_EXPECTS(story->save().has_value());
    }
    return story;
}

/// A call of the save fails, the save is taken back, and the power goes in the midst of that.
Figures runFailing(const SaveScene& scene, std::size_t imagesEach) {
    Figures figures;
    for (std::size_t call = 1;; ++call) {
        Story story(scene, static_cast<unsigned>(call));
        static_cast<void>(story.save({.kind = Faults::Kind::Once, .at = call, .errnoValue = EIO}));
        if (!story.hasStruck())
            return figures;
        figures.add(story.cut(imagesEach));
    }
}

/// A sync fails, which leaves what was written before it in doubt for good.
Figures runFailingSync(const SaveScene& scene, std::size_t imagesEach) {
    Figures figures;
    for (std::size_t sync = 1; sync <= 8; ++sync) {
        Story story(scene, static_cast<unsigned>(sync));
        story.world().disk().rules().failingSync = sync;
        static_cast<void>(story.save());
        figures.add(story.cut(imagesEach));
    }
    return figures;
}

struct BrokenProtocol {
    const char* name;
    SavePlan::Kind kind;  ///< of the saves that it breaks
    std::function<bool(const std::string&)> isSyncForgotten;
};

bool isDirectory(const std::string& path) {
    return path == MemorySaveWorld::kDirectory;
}

std::vector<BrokenProtocol> brokenProtocols() {
    using Kind = SavePlan::Kind;
    return {{"the journal is not synced", Kind::InPlace,
             [](const std::string& path) { return path.ends_with(".octavo-undo"); }},
            {"the journal's name is not synced", Kind::InPlace, isDirectory},
            {"the file is not synced before the journal goes", Kind::InPlace,
             [](const std::string& path) { return path == MemorySaveWorld::kPath; }},
            {"the successor is not synced before it takes the name", Kind::Replace,
             [](const std::string& path) { return path.ends_with(".octavo-new"); }},
            {"the directory is not synced after the renaming", Kind::Replace, isDirectory}};
}

/// Returns whether the harness found the protocol out.
bool findOut(const BrokenProtocol& broken, const std::vector<SaveScene>& scenes) {
    Figures figures;
    for (const SaveScene& scene : scenes) {
        if (scene.kind != broken.kind || scene.before.size() < 5000 || scene.meanwhile ||
            scene.savedTo != MemorySaveWorld::kPath)
            continue;
        Story story(scene, 7);
        story.isLoud = false;
        story.world().disk().rules().isSyncForgotten = broken.isSyncForgotten;
        OCTAVO_EXPECTS(story.save().has_value());
        figures.add(story.cut(4000));
    }
    fmt::print("broken on purpose: {}: {} of {} images mixed, {} saved but old\n", broken.name, figures.mixed,
               figures.images, figures.notNew);
    return figures.mixed + figures.notNew > 0;
}

}  // namespace
}  // namespace octavo::test

int main() {
    using namespace octavo::test;
    ::mallopt(M_MMAP_THRESHOLD, 1 << 30);  // large buffers are not to cost the system's time each time
    ::mallopt(M_TRIM_THRESHOLD, 1 << 30);
    std::vector<SaveScene> scenes = saveScenes();
    std::erase_if(scenes, [](const SaveScene& scene) { return !isSmall(scene); });
    Figures figures;
    for (const SaveScene& scene : scenes) {
        if (scene.before.size() < 4096 || scene.meanwhile)
            continue;
        figures.add(runFailing(scene, 300 / kScale));
        figures.add(runFailingSync(scene, 1000 / kScale));
    }
    const std::size_t ofFailing = figures.images;
    std::vector<std::unique_ptr<Story>> stories;
    for (const SaveScene& scene : scenes)
        stories.push_back(storyOf(scene));
    while (figures.images < kImagesWanted && !stories.empty()) {
        for (const std::unique_ptr<Story>& story : stories)
            figures.add(story->cut(kImagesWanted / 200));
        std::erase_if(stories, [](const std::unique_ptr<Story>& story) { return story->isExhausted(); });
    }
    fmt::print(
        "{} images of a power cut ({} of them in failing saves), {} of one during recovery: {} mixed, "
        "{} saved but old, {} not recovered, {} with something left\n",
        figures.images, ofFailing, figures.cutRecoveries, figures.mixed, figures.notNew, figures.unrecovered,
        figures.left);
    bool isFound = true;
    for (const BrokenProtocol& broken : brokenProtocols())
        isFound = findOut(broken, scenes) && isFound;
    if (!isFound)
        fmt::print(stderr, "FAILED: a broken protocol was not found out\n");
    const bool isEnough = figures.images >= kImagesWanted;
    if (!isEnough)
        fmt::print(stderr, "FAILED: too few images\n");
    return figures.violations() == 0 && isFound && isEnough ? 0 : 1;
}
