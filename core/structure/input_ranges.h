#pragma once

#include <vector>

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

    [[nodiscard]] bool isEmpty() const { return ranges_.empty(); }
    [[nodiscard]] const std::vector<ByteRange>& ranges() const { return ranges_; }
    [[nodiscard]] bool touches(ByteRange range) const;
    /// All lie in this range.
    [[nodiscard]] bool liesIn(ByteRange range) const {
        return isEmpty() || (ranges_.front().begin >= range.begin && ranges_.back().end <= range.end);
    }

private:
    void insert(ByteRange range);

    std::vector<ByteRange> ranges_;
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

private:
    InputRanges* inputs_ = nullptr;
};

}  // namespace octavo
