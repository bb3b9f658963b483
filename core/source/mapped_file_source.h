#pragma once

#include <memory>

#include "core/source/local_file_source.h"
#include "core/source/mapping_guard.h"

namespace octavo {

/// An ordinary local file, mapped. Lends straight from the mapping. Any thread.
class MappedFileSource final : public LocalFileSource {
public:
    /// Who else can change the bytes that are mapped.
    enum class Ownership {
        Shared,   ///< the file itself: other programs can
        Private,  ///< a clone or copy without a name: nobody can
    };

    /// Nothing when the system refuses to map; `file` is then untouched. REQUIRES: the file's identity has a
    /// size > 0.
    [[nodiscard]] static std::shared_ptr<MappedFileSource> map(OpenedFile& file, Ownership ownership);

    [[nodiscard]] Loan lend(ByteRange range) const override;
    [[nodiscard]] bool isPrivate() const override { return ownership_ == Ownership::Private; }
    [[nodiscard]] Status preserve(std::span<const ByteRange> ranges) const override;
    void holdMoves(std::span<const Move> moves, const Memory& memory) const override;
    [[nodiscard]] Place placeOf(ByteRange range) const override;

protected:
    void readFile(ByteOffset offset, std::span<std::byte> out, RangeSet& unreadable) const override;
    [[nodiscard]] ByteCount presentEnd() const override;
    [[nodiscard]] RangeSet lossesNear(ByteRange range) const override;

private:
    MappedFileSource(OpenedFile file, std::unique_ptr<GuardedMapping> mapping, Ownership ownership);

    std::unique_ptr<GuardedMapping> mapping_;
    Ownership ownership_;
};

}  // namespace octavo
