#include "core/source/spill_source.h"

#include <utility>

#include "core/base/contracts.h"
#include "core/source/mapping_guard.h"
#include "core/source/memory_source.h"
#include "core/source/spill_file.h"

namespace octavo {

namespace {

/// The finished bytes. Nobody else can reach the file, so only the device can take bytes away.
class SpillSource final : public Source {
public:
    explicit SpillSource(SpillFile file)
        : file_(std::move(file)), mapping_(GuardedMapping::map(file_.descriptor(), file_.size())) {}

    [[nodiscard]] ByteCount size() const override { return file_.size(); }

    void read(ByteOffset offset, std::span<std::byte> out, RangeSet& unreadable) const override {
        OCTAVO_EXPECTS(offset <= size() && out.size() <= size() - offset);
        file_.read(offset, out, unreadable);
    }

    [[nodiscard]] Loan lend(ByteRange range) const override {
        OCTAVO_EXPECTS(range.begin < range.end && range.end <= size());
        if (!mapping_)
            return {};
        return {mapping_->bytes().subspan(range.begin, range.size()), {}};
    }

    [[nodiscard]] RangeSet damageIn(ByteRange range) const override {
        if (!mapping_ || !mapping_->hasFaults())
            return {};
        RangeSet lost = mapping_->failedPagesIn(range);
        lost.add(ByteRange{mapping_->endAfterFaults(), size()});
        return lost.clippedTo(range);
    }

private:
    SpillFile file_;
    std::unique_ptr<GuardedMapping> mapping_;  // none when the system refused it
};

}  // namespace

struct SpillWriter::State {
    SpillFile file;
};

SpillWriter::SpillWriter(std::unique_ptr<State> state) : state_(std::move(state)) {}
SpillWriter::SpillWriter(SpillWriter&&) noexcept = default;
SpillWriter& SpillWriter::operator=(SpillWriter&&) noexcept = default;
SpillWriter::~SpillWriter() = default;

Result<SpillWriter> SpillWriter::create(const std::string& directory) {
    auto file = SpillFile::create(directory);
    if (!file)
        return fail(std::move(file.error()));
    return SpillWriter(std::make_unique<State>(State{std::move(*file)}));
}

Status SpillWriter::append(std::span<const std::byte> bytes) {
    return state_->file.append(bytes);
}

ByteCount SpillWriter::size() const {
    return state_->file.size();
}

Result<std::shared_ptr<const Source>> SpillWriter::finish() && {
    if (size() == 0)
        return std::make_shared<MemorySource>(std::vector<std::byte>{});
    return std::make_shared<SpillSource>(std::move(state_->file));
}

}  // namespace octavo
