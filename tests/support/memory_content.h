#pragma once

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>
#include <span>
#include <vector>

#include "core/base/byte_range.h"

namespace octavo::test {

/// The bytes of a file in memory, in blocks that copies share until one of them is written: a copy costs a
/// pointer a block, and a block that was written is another one than it was. Holes cost nothing. A value.
class MemoryContent {
public:
    static constexpr std::size_t kBlock = 4096;
    using Block = std::array<std::byte, kBlock>;
    using BlockRef = std::shared_ptr<Block>;  ///< nullptr stands for zeros

    MemoryContent() = default;
    explicit MemoryContent(std::span<const std::byte> bytes) { write(0, bytes); }
    MemoryContent(std::vector<BlockRef> blocks, ByteCount size) : blocks_(std::move(blocks)), size_(size) {
        blocks_.resize(blocksFor(size));
    }

    [[nodiscard]] ByteCount size() const { return size_; }
    [[nodiscard]] const std::vector<BlockRef>& blocks() const { return blocks_; }
    /// The block, or none where there is a hole or the file has ended.
    [[nodiscard]] BlockRef block(std::size_t index) const {
        return index < blocks_.size() ? blocks_[index] : nullptr;
    }
    /// How many blocks take room.
    [[nodiscard]] std::size_t allocated() const {
        return static_cast<std::size_t>(
            std::ranges::count_if(blocks_, [](const BlockRef& block) { return block != nullptr; }));
    }

    /// Copies what there is from `at` on; returns how much.
    std::size_t read(ByteOffset at, std::span<std::byte> out) const {
        if (at >= size_)
            return 0;
        const auto count = static_cast<std::size_t>(std::min<ByteCount>(out.size(), size_ - at));
        for (std::size_t done = 0; done < count;) {
            const std::size_t within = (at + done) % kBlock;
            const std::size_t part = std::min(kBlock - within, count - done);
            const BlockRef& block = blocks_[(at + done) / kBlock];
            if (block)
                std::copy_n(block->begin() + within, part, out.begin() + static_cast<std::ptrdiff_t>(done));
            else
                std::fill_n(out.begin() + static_cast<std::ptrdiff_t>(done), part, std::byte{});
            done += part;
        }
        return count;
    }
    void write(ByteOffset at, std::span<const std::byte> bytes) {
        if (bytes.empty())
            return;
        if (at + bytes.size() > size_)
            resize(at + bytes.size());
        for (std::size_t done = 0; done < bytes.size();) {
            const std::size_t within = (at + done) % kBlock;
            const std::size_t part = std::min(kBlock - within, bytes.size() - done);
            std::copy_n(bytes.begin() + static_cast<std::ptrdiff_t>(done), part,
                        own((at + done) / kBlock).begin() + within);
            done += part;
        }
    }
    void resize(ByteCount size) {
        if (size < size_ && size % kBlock != 0 && block(size / kBlock)) {
            Block& last = own(size / kBlock);
            std::fill(last.begin() + size % kBlock, last.end(), std::byte{});
        }
        blocks_.resize(blocksFor(size));
        size_ = size;
    }

    [[nodiscard]] std::vector<std::byte> bytes() const {
        std::vector<std::byte> all(size_);
        read(0, all);
        return all;
    }
    friend bool operator==(const MemoryContent& a, const MemoryContent& b) {
        return a.size_ == b.size_ && std::ranges::equal(a.blocks_, b.blocks_, sameBytes);
    }

private:
    static std::size_t blocksFor(ByteCount size) {
        return static_cast<std::size_t>((size + kBlock - 1) / kBlock);
    }
    static bool sameBytes(const BlockRef& a, const BlockRef& b) {
        static constexpr Block kZeros{};
        return a == b ||
               std::memcmp(a ? a->data() : kZeros.data(), b ? b->data() : kZeros.data(), kBlock) == 0;
    }
    Block& own(std::size_t index) {
        BlockRef& block = blocks_[index];
        if (!block)
            block = std::make_shared<Block>();
        else if (block.use_count() > 1)
            block = std::make_shared<Block>(*block);
        return *block;
    }

    std::vector<BlockRef> blocks_;
    ByteCount size_ = 0;
};

}  // namespace octavo::test
