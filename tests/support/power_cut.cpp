#include "tests/support/power_cut.h"

#include <array>

#include "core/base/contracts.h"

namespace octavo::test {

namespace {

constexpr std::size_t kSector = 512;

using Block = MemoryContent::Block;
using BlockRef = MemoryContent::BlockRef;

}  // namespace

/// How one image is chosen: the more orderly ways find other faults than pure chance does.
class PowerCut::Choices {
public:
    Choices(std::mt19937_64& random, std::size_t last) : random_(random) {
        constexpr std::array kWays{Way::Sectors, Way::Sectors, Way::Torn,  Way::Torn,
                                   Way::Pages,   Way::Calls,   Way::Calls, Way::Ordered};
        way_ = kWays[random_() % kWays.size()];
        cut_ = random_() % (last + 1);
        lost_ = random_();
        if (random_() % 2 == 0)
            lost_ &= random_();  // a few calls are lost
        else if (random_() % 2 == 0)
            lost_ |= random_();  // most are
    }

    /// One of several states, each of which began at a moment.
    template <typename States>
    [[nodiscard]] std::size_t among(const States& states) {
        if (states.size() == 1)
            return 0;
        std::size_t chosen = 0;
        if (way_ == Way::Sectors || way_ == Way::Pages)
            chosen = random_() % states.size();
        else
            for (std::size_t i = 1; i < states.size(); ++i)
                chosen = isKept(states[i].moment) ? i : chosen;
        note(chosen);
        return chosen;
    }
    [[nodiscard]] std::size_t number(std::size_t below) {
        const std::size_t chosen = below == 1 ? 0 : random_() % below;
        note(chosen);
        return chosen;
    }
    [[nodiscard]] bool isBySectors() const { return way_ == Way::Sectors || way_ == Way::Torn; }
    [[nodiscard]] std::uint64_t sum() const { return sum_; }

private:
    enum class Way : std::uint8_t {
        Sectors,  // each sector by itself
        Pages,    // each block by itself
        Calls,    // some calls are lost, whatever they wrote
        Ordered,  // all calls from some moment on are lost
        Torn,     // as Calls, but what a call wrote is only partly lost
    };

    [[nodiscard]] bool isKept(std::size_t moment) {
        if (way_ == Way::Ordered)
            return moment <= cut_;
        const bool isLost = ((lost_ >> moment % 64) & 1U) != 0;
        return !isLost || (way_ == Way::Torn && random_() % 2 == 0);
    }
    void note(std::size_t chosen) {
        sum_ = (sum_ ^ (chosen + 1)) * 0x100000001B3U;
        sum_ ^= sum_ >> 29;
    }

    std::mt19937_64& random_;
    Way way_;
    std::size_t cut_;
    std::uint64_t lost_;
    std::uint64_t sum_ = 0xCBF29CE484222325U;
};

PowerCut::PowerCut(const DiskLog& log, std::size_t last, std::vector<BlockRef> garbage)
    : log_(&log), last_(last), garbage_(std::move(garbage)) {
    OCTAVO_EXPECTS(last < log.size());
    for (std::size_t i = 0; i <= last; ++i) {
        for (const auto& [number, inode] : log[i].disk.inodes) {
            if (inode.kind == FileKind::Directory) {
                std::vector<std::size_t>& moments = directories_[number];
                if (moments.empty() || log[moments.back()].disk.inodes.at(number).entries != inode.entries)
                    moments.push_back(i);
            } else {
                follow(number, inode, i);
            }
        }
        settle(log[i], i);
    }
}

/// Adds what a file has become to what it has been.
void PowerCut::follow(std::uint64_t number, const MemoryInode& inode, std::size_t moment) {
    const auto [found, isNew] = files_.try_emplace(number);
    FileStory& story = found->second;
    const std::vector<BlockRef>& blocks = inode.content.blocks();
    story.blocks.resize(std::max(story.blocks.size(), blocks.size()));
    for (std::size_t i = 0; i < story.blocks.size(); ++i) {
        BlockStory& block = story.blocks[i];
        BlockRef now = inode.content.block(i);
        if (now == block.versions.back().block)
            continue;
        if (isNew && moment == 0) {
            block.versions = {{std::move(now), moment}};
            continue;
        }
        block.versions.push_back({std::move(now), moment});
        block.isDirty = true;
    }
    const ByteCount size = inode.content.size();
    if (story.lengths.empty() || story.lengths.back().size != size)
        story.lengths.push_back({size, moment});
    story.latest = inode;
    story.latest.content = {};
}

void PowerCut::settle(const DiskMoment& moment, std::size_t index) {
    if (moment.kind == DiskMoment::Kind::Change)
        return;
    const bool isDone = moment.kind == DiskMoment::Kind::Sync;
    if (const auto directory = directories_.find(moment.inode); directory != directories_.end()) {
        if (isDone)
            directory->second = {index};
        return;
    }
    FileStory& story = files_.at(moment.inode);
    if (isDone)
        story.lengths.erase(story.lengths.begin(), story.lengths.end() - 1);
    for (BlockStory& block : story.blocks) {
        if (isDone && block.isDirty)
            block.versions.erase(block.versions.begin(), block.versions.end() - 1);
        block.isDirty = false;
    }
}

BlockRef PowerCut::blockOf(const BlockStory& story, Choices& choices) const {
    if (story.versions.size() == 1)
        return story.versions.front().block;
    const auto source = [&]() -> BlockRef {
        const BlockRef& block = story.versions[choices.among(story.versions)].block;
        const bool isUnwritten = !block && !garbage_.empty() && choices.number(4) == 0;
        return isUnwritten ? garbage_[choices.number(garbage_.size())] : block;
    };
    if (!choices.isBySectors())
        return source();
    auto torn = std::make_shared<Block>();
    for (std::size_t at = 0; at < MemoryContent::kBlock; at += kSector) {
        if (const BlockRef from = source())
            std::copy_n(from->begin() + at, kSector, torn->begin() + at);
    }
    return torn;
}

MemoryContent PowerCut::contentOf(const FileStory& story, Choices& choices) const {
    const ByteCount size = story.lengths[choices.among(story.lengths)].size;
    std::vector<BlockRef> blocks;
    blocks.reserve(story.blocks.size());
    for (const BlockStory& block : story.blocks)
        blocks.push_back(blockOf(block, choices));
    if (blocks.size() * MemoryContent::kBlock <= size)
        return {std::move(blocks), size};
    // What lies behind the end is never seen again.
    const ByteCount all = blocks.size() * MemoryContent::kBlock;
    MemoryContent content(std::move(blocks), all);
    content.resize(size);
    return content;
}

PowerCut::Image PowerCut::image(std::mt19937_64& random) const {
    Choices choices(random, last_);
    Image image;
    const MemoryDisk& now = (*log_)[last_].disk;
    image.disk.nextInode = now.nextInode;
    image.disk.clock = now.clock;
    std::map<std::uint64_t, std::uint64_t> links;
    for (const auto& [number, moments] : directories_) {
        const std::size_t moment = moments[choices.number(moments.size())];
        const MemoryInode& directory = image.disk.inodes[number] = (*log_)[moment].disk.inodes.at(number);
        for (const auto& [name, entry] : directory.entries)
            ++links[entry];
    }
    for (const auto& [number, story] : files_) {
        const auto found = links.find(number);
        if (found == links.end())
            continue;
        MemoryInode& inode = image.disk.inodes[number] = story.latest;
        inode.links = found->second;
        inode.content = contentOf(story, choices);
    }
    image.choice = choices.sum();
    return image;
}

}  // namespace octavo::test
