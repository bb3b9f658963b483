#include "core/save/snapshot_writer.h"

#include <algorithm>

namespace octavo {

namespace {

template <typename Visit>
Status scanAll(const Snapshot& snapshot, ByteRange document, const JobContext& job, const Visit& visit) {
    Status status;
    const ScanReport report =
        snapshot.scan(document, [&](ByteOffset offset, std::span<const std::byte> bytes) {
            if (job.stopRequested())
                status = fail(ErrorCode::Cancelled);
            else
                status = visit(offset, bytes);
            return status.has_value();
        });
    if (!report.unreadable.isEmpty())
        return failAt(ErrorCode::Unreadable, report.unreadable.ranges().front().begin);
    return status;
}

}  // namespace

Status writeRange(const Snapshot& snapshot, ByteRange document, OpenFile& file, ByteOffset at,
                  const JobContext& job) {
    return scanAll(snapshot, document, job, [&](ByteOffset offset, std::span<const std::byte> bytes) {
        Status written = file.writeAll(at + (offset - document.begin), bytes);
        if (written)
            job.advance(bytes.size());
        return written;
    });
}

Status checkReadable(const Snapshot& snapshot, ByteRange document, const JobContext& job) {
    return scanAll(snapshot, document, job, [](ByteOffset, std::span<const std::byte> bytes) {
        // The span may be lent straight from a mapping: only touching a page shows whether it can be had.
        constexpr std::size_t kPage = 4096;
        const volatile std::byte* begin = bytes.data();
        for (std::size_t i = 0; i < bytes.size(); i += kPage)
            static_cast<void>(begin[i]);
        static_cast<void>(begin[bytes.size() - 1]);
        return Status{};
    });
}

}  // namespace octavo
