#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <utility>

#include "core/base/byte_range.h"

namespace octavo {

/// Which bytes of a document something was read from, as a few sorted, disjoint ranges. What lies close
/// together counts as one range, so there may be more in it than was read, never less. A value.
class InputRanges {
public:
    static constexpr std::size_t kMost = 8;
    static constexpr ByteCount kClose = 16;

    /// Cost: O(1) behind the last one, else O(kMost).
    void add(ByteRange range);
    void add(const InputRanges& others);

    [[nodiscard]] bool isEmpty() const { return count_ == 0; }
    [[nodiscard]] std::span<const ByteRange> ranges() const { return {ranges_.data(), count_}; }
    [[nodiscard]] bool touches(ByteRange range) const;
    /// All lie in this range.
    [[nodiscard]] bool liesIn(ByteRange range) const {
        return isEmpty() || (ranges_[0].begin >= range.begin && ranges_[count_ - 1].end <= range.end);
    }

private:
    void insert(ByteRange range);
    void join();

    // One more than kMost, while a range is being added. What is behind count_ is not looked at.
    std::array<ByteRange, kMost + 1> ranges_;
    std::uint8_t count_ = 0;
};

/// Notes what is read, for whoever asked last.
class ReadLog {
public:
    void note(ByteRange range) {
        if (inputs_ != nullptr)
            inputs_->add(range);
    }
    void note(const InputRanges& inputs) {
        if (inputs_ != nullptr)
            inputs_->add(inputs);
    }
    [[nodiscard]] bool isWanted() const { return inputs_ != nullptr; }

    /// Gathers what is read while it lives; what is around it learns nothing of that.
    class Part {
    public:
        explicit Part(ReadLog& log) : log_(log), around_(log.inputs_) { log_.inputs_ = &inputs_; }
        ~Part() { log_.inputs_ = around_; }
        Part(const Part&) = delete;
        Part& operator=(const Part&) = delete;

        [[nodiscard]] InputRanges& inputs() { return inputs_; }

    private:
        ReadLog& log_;
        InputRanges* around_;
        InputRanges inputs_;
    };

    /// What is read while it lives is noted by somebody else.
    class Pause {
    public:
        explicit Pause(ReadLog& log) : log_(log), around_(std::exchange(log.inputs_, nullptr)) {}
        ~Pause() { log_.inputs_ = around_; }
        Pause(const Pause&) = delete;
        Pause& operator=(const Pause&) = delete;

    private:
        ReadLog& log_;
        InputRanges* around_;
    };

private:
    InputRanges* inputs_ = nullptr;
};

}  // namespace octavo
