#pragma once

#include <algorithm>
#include <memory>
#include <random>

#include "core/buffer/document.h"
#include "core/source/file_source.h"
#include "core/source/memory_source.h"
#include "core/source/random_source.h"
#include "tests/support/bytes.h"

namespace octavo::test {

/// Contents and places for random edits, the same for the same seed. One thread.
class RandomEdits {
public:
    explicit RandomEdits(unsigned seed) : random_(seed) {}

    /// From 0 to `most`.
    std::size_t pick(std::size_t most) {
        return std::uniform_int_distribution<std::size_t>(0, most)(random_);
    }
    ByteRange rangeIn(ByteCount size) {
        const ByteOffset begin = pick(size);
        return {begin, begin + pick(std::min<std::size_t>(size - begin, 2000))};
    }
    /// Places for one replacement in many of them, not overlapping.
    std::vector<ByteRange> placesIn(ByteCount size) {
        std::vector<ByteRange> places;
        for (ByteOffset at = pick(50); at + 3 < size && places.size() < 40; at += 3 + pick(200))
            places.push_back(ByteRange::ofLength(at, pick(3)));
        return places;
    }
    struct Both {
        Content content;
        Bytes bytes;
    };
    /// Of any kind that there is; `file` is one of the sources.
    Both contentFor(const Document& document, const std::shared_ptr<FileSource>& file);

private:
    static Both ofSource(const std::shared_ptr<const Source>& source, ByteRange range) {
        Bytes bytes(range.size());
        RangeSet unreadable;
        source->read(range.begin, bytes, unreadable);
        return {Content::ofSource(source, range), bytes};
    }
    static Both ofBytes(const Bytes& bytes) { return {Content::ofBytes(bytes), bytes}; }

    std::mt19937 random_;
};

inline RandomEdits::Both RandomEdits::contentFor(const Document& document,
                                                 const std::shared_ptr<FileSource>& file) {
    switch (pick(7)) {
        case 0: {
            const ByteRange range = rangeIn(document.size());
            Bytes bytes(range.size());
            static_cast<void>(document.snapshot().read(range.begin, bytes));
            return {Content::ofSnapshot(document.snapshot(), range), bytes};
        }
        case 1: {
            const Bytes pattern = noise(1 + pick(20), 7);
            Bytes bytes(pick(2000));
            for (std::size_t i = 0; i < bytes.size(); ++i)
                bytes[i] = pattern[i % pattern.size()];
            return {Content::ofPattern(pattern, bytes.size()), bytes};
        }
        case 2:
            return ofSource(std::make_shared<RandomSource>(pick(1000), 5000), {10, 10 + pick(900)});
        case 3:
            return ofSource(std::make_shared<MemorySource>(noise(9000, 11)), {100, 200 + pick(8000)});
        case 4:
            return ofSource(file, {0, std::min<ByteCount>(file->size(), pick(3000))});
        case 5:
            return ofBytes(noise(pick(4) == 0 ? 70'000 : pick(300), 6));
        default:
            return ofBytes(noise(1 + pick(3), static_cast<unsigned>(pick(1000))));
    }
}

}  // namespace octavo::test
