#pragma once

#include <cstdint>
#include <map>
#include <random>
#include <vector>

#include "tests/support/memory_file_system.h"

namespace octavo::test {

/// What a power cut may leave of a disk: everything that a completed sync made durable, and of what came
/// after it any part in any order.
///
/// The model, for each file since its last completed sync: each sector of 512 bytes holds any of the contents
/// it has had; the length is any of those it has had; where a file grew and the new bytes were not written
/// yet, there may be zeros or what lay on the disk before. For each directory: its entries are those of any
/// moment since its last completed sync (changes of a directory keep their order). A sync that failed makes
/// nothing durable, and a later one does not write what was written before the failed one.
class PowerCut {
public:
    /// The power goes after moment `last` of the log. `garbage`: what may lie in sectors never written.
    PowerCut(const DiskLog& log, std::size_t last, std::vector<MemoryContent::BlockRef> garbage);

    struct Image {
        MemoryDisk disk;
        std::uint64_t choice = 0;  ///< equal for equal images
    };
    /// Any of the images.
    [[nodiscard]] Image image(std::mt19937_64& random) const;

private:
    struct Version {
        MemoryContent::BlockRef block;
        std::size_t moment = 0;
    };
    struct BlockStory {
        std::vector<Version> versions{{}};
        bool isDirty = false;
    };
    struct Length {
        ByteCount size = 0;
        std::size_t moment = 0;
    };
    struct FileStory {
        MemoryInode latest;
        std::vector<BlockStory> blocks;
        std::vector<Length> lengths;
    };
    class Choices;

    void follow(std::uint64_t number, const MemoryInode& inode, std::size_t moment);
    void settle(const DiskMoment& moment, std::size_t index);
    [[nodiscard]] MemoryContent contentOf(const FileStory& story, Choices& choices) const;
    [[nodiscard]] MemoryContent::BlockRef blockOf(const BlockStory& story, Choices& choices) const;

    const DiskLog* log_;
    std::size_t last_;
    std::vector<MemoryContent::BlockRef> garbage_;
    std::map<std::uint64_t, FileStory> files_;
    std::map<std::uint64_t, std::vector<std::size_t>> directories_;  // moments whose entries may be there
};

}  // namespace octavo::test
