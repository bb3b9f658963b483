#pragma once

#include <functional>
#include <map>
#include <memory>
#include <span>

#include "core/base/range_set.h"
#include "core/base/result.h"
#include "core/source/file_source.h"
#include "core/source/spill_file.h"

namespace octavo {

/// Where the bytes of a file, as it was when it was opened, are to be had when it is overwritten: at their
/// own place, at another place of the file, in a spill file, in memory. Its owner keeps readers out while
/// place() runs; everything else may run beside readers.
class PreservedBytes {
public:
    enum class Kind : std::uint8_t { File, Spill, Memory };
    struct Where {
        Kind kind = Kind::File;
        ByteOffset offset = 0;        ///< in the file, the spill file or the memory
        FileSource::Memory memory{};  ///< with Kind::Memory
    };

    [[nodiscard]] bool isEmpty() const { return runs_.empty(); }

    /// The run from `range.begin` on that lies together, cut to `range`.
    struct Run {
        ByteRange range;
        Where where;
        [[nodiscard]] bool isOwnPlace() const {
            return where.kind == Kind::File && where.offset == range.begin;
        }
    };
    [[nodiscard]] Run runAt(ByteRange range) const;
    /// Reads a run that lies in the spill file or in memory.
    void read(const Run& run, std::span<std::byte> out, RangeSet& unreadable) const;

    /// Calls `visit(bytes, fileOffset)` for the runs of the first `size` bytes that lie in this range of the
    /// file.
    using Visitor = std::function<void(ByteRange, ByteOffset)>;
    void forEachInFile(ByteRange file, ByteCount size, const Visitor& visit) const;

    /// Copies bytes to the spill file, not visible yet. One thread.
    [[nodiscard]] Result<ByteOffset> store(std::span<const std::byte> bytes);
    /// From now on these bytes are there.
    void place(ByteRange range, const Where& where);

private:
    struct Stored {
        ByteOffset end = 0;
        Where where;
    };
    using Runs = std::map<ByteOffset, Stored>;

    void splitAt(ByteOffset offset);
    void insert(ByteRange range, const Where& where);
    void erase(Runs::iterator run);
    void joinWithNext(Runs::iterator run);

    Runs runs_;                               // by begin; disjoint; what is not in it lies at its own place
    std::map<ByteOffset, ByteOffset> moved_;  // file offset -> begin, of runs elsewhere in the file
    std::unique_ptr<SpillFile> spill_;        // made at the first store()
};

}  // namespace octavo
