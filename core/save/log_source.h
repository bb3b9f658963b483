#pragma once

#include <map>
#include <memory>
#include <vector>

#include "core/save/edit_log_format.h"
#include "core/source/source.h"

namespace octavo {

/// Bytes of one source as an edit log has them: short runs in memory, long ones in the log, which stays open.
/// The rest is unreadable. add() before anybody reads; then any thread.
class LogSource final : public Source {
public:
    explicit LogSource(std::shared_ptr<OpenFile> log) : log_(std::move(log)) {}

    /// Malformed when some of these bytes were added before.
    [[nodiscard]] Status add(const LogBytes& bytes);

    /// As if it had every byte that a source can have.
    [[nodiscard]] ByteCount size() const override { return kMaxDocumentSize; }
    void read(ByteOffset offset, std::span<std::byte> out, RangeSet& unreadable) const override;
    [[nodiscard]] RangeSet damageIn(ByteRange range) const override;

private:
    struct Run {
        ByteOffset end = 0;
        bool isInMemory = false;
        ByteOffset at = 0;  // in memory_ or in the log
    };
    /// Calls `visit(range, run or nullptr)` for each part of `range`.
    template <typename Visit>
    void forEachPart(ByteRange range, const Visit& visit) const;

    std::shared_ptr<OpenFile> log_;
    std::map<ByteOffset, Run> runs_;  // by begin; disjoint
    std::vector<std::byte> memory_;
};

/// What is left of a base whose file has changed or gone: its bytes as far as the file (which may be nullptr)
/// reaches, the rest unreadable. Any thread.
class RemainingSource final : public Source {
public:
    RemainingSource(std::shared_ptr<const Source> file, ByteCount size)
        : file_(std::move(file)), size_(size) {}

    [[nodiscard]] ByteCount size() const override { return size_; }
    void read(ByteOffset offset, std::span<std::byte> out, RangeSet& unreadable) const override;
    [[nodiscard]] RangeSet damageIn(ByteRange range) const override;

private:
    [[nodiscard]] ByteCount fileEnd() const;

    std::shared_ptr<const Source> file_;
    ByteCount size_;
};

}  // namespace octavo
