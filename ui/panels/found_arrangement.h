#pragma once

#include <functional>

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/buffer/snapshot.h"
#include "core/convert/exporter.h"
#include "ui/panels/found_model.h"

namespace octavo {

/// How a list of found places shall be arranged. A value.
struct FoundArrangement {
    enum class Key : std::uint8_t {
        Offset,  ///< as they were found; of several files, by file first
        Length,
        Form,
        Bytes,
        OffsetInFile,  ///< whatever the file
    };
    Key key = Key::Offset;
    Qt::SortOrder order = Qt::AscendingOrder;
    QString filter;  ///< text that the bytes must have, ASCII's letters in any case, or hex digits after "0x"

    friend bool operator==(const FoundArrangement&, const FoundArrangement&) = default;
    [[nodiscard]] bool isPlain() const {
        return key == Key::Offset && order == Qt::AscendingOrder && filter.isEmpty();
    }
};

/// The rows in that order; those with equal keys stay in the order of offsets. Bytes are compared and
/// filtered by the first 64 of a match, as `map` says where they are in the snapshot. Errors: Cancelled. Any
/// thread. Cost: O(n log n), and reading the matches for filter and Key::Bytes.
[[nodiscard]] Result<FoundOrder> arrange(const FoundPlaces::List& places, const Snapshot& snapshot,
                                         const RevisionMap& map, const FoundArrangement& arrangement,
                                         const JobContext& job);

/// Reads the first bytes of a row into `buffer`; none where they cannot be had.
using RowBytes = std::function<std::span<const std::byte>(std::size_t row, std::span<std::byte> buffer)>;
/// Rows in a row.
struct FoundWindow {
    std::size_t first = 0;
    std::size_t count = 0;

    friend bool operator==(const FoundWindow&, const FoundWindow&) = default;
};
/// The same for some rows of a list whose bytes are had from anywhere. REQUIRES: the window lies inside.
[[nodiscard]] Result<FoundOrder> arrange(const FoundPlaces::List& places, FoundWindow window,
                                         const RowBytes& bytesOf, const FoundArrangement& arrangement,
                                         const JobContext& job);

/// Writes the rows as lines: where the bytes are now, how many, and the first 4096 of them in hex, with tabs
/// between; places that were edited since are left out. Errors: Cancelled, and the sink's. Any thread.
[[nodiscard]] Status writeFound(const FoundPlaces::List& places, const FoundOrder& order,
                                const Snapshot& snapshot, const RevisionMap& map, TextSink& sink,
                                const JobContext& job);

}  // namespace octavo
