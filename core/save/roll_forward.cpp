#include "core/save/roll_forward.h"

#include <algorithm>

namespace octavo {

namespace {

class RollForward {
public:
    RollForward(OpenFile& journal, const RewriteHeader& header, OpenFile& file, RewriteObserver* observer)
        : journal_(journal),
          header_(header),
          file_(file),
          observer_(observer),
          reader_(journal, header),
          payload_(journal, header) {}

    Status run() {
        const Result<std::optional<std::uint64_t>> latest = latestSlot(journal_, header_);
        if (!latest)
            return fail(latest.error());
        for (std::uint64_t step = 0; step < header_.stepCount; ++step) {
            if (Status read = readParts(); !read)
                return read;
            const bool isDone = *latest && step < **latest;
            const bool isBegun = *latest == step;
            if (isDone)
                continue;
            Status done = isBegun ? takeSlot(step) : fillSlot(step);
            if (done)
                done = write(step);
            if (!done)
                return done;
        }
        return settleLength(latest->has_value());
    }

private:
    Status readParts() {
        parts_.clear();
        for (bool isStepComplete = false; !isStepComplete;) {
            const Result<RewritePart> part = reader_.next();
            if (!part)
                return fail(part.error());
            parts_.push_back(*part);
            isStepComplete = part->endsStep;
        }
        return {};
    }

    [[nodiscard]] std::size_t partBytes() const {
        std::size_t sum = 0;
        for (const RewritePart& part : parts_)
            sum += part.length;
        return sum;
    }

    /// The slot of a step that was begun holds its bytes; the file may not hold them any more. It is written
    /// again: where its sync failed, only the system's memory may have it, and no later sync would change
    /// that.
    Status takeSlot(std::uint64_t step) {
        Result<std::vector<std::byte>> bytes = readSlot(journal_, header_, step);
        if (!bytes)
            return fail(bytes.error());
        if (bytes->size() != partBytes())
            return failAt(ErrorCode::Malformed, header_.slotAt(step), journal_.path());
        return keep(step, std::move(*bytes));
    }

    Status keep(std::uint64_t step, std::vector<std::byte> bytes) {
        if (Status written = writeSlot(journal_, header_, step, bytes); !written)
            return written;
        bytes_ = std::make_shared<const std::vector<std::byte>>(std::move(bytes));
        return journal_.sync();
    }

    Status fillSlot(std::uint64_t step) {
        std::vector<std::byte> bytes(partBytes());
        std::size_t done = 0;
        for (const RewritePart& part : parts_) {
            const auto out = std::span(bytes).subspan(done, part.length);
            Status read = part.isPayload ? payload_.read(part.source, out) : file_.readAll(part.source, out);
            if (!read)
                return read;
            done += part.length;
        }
        return keep(step, std::move(bytes));
    }

    Status write(std::uint64_t step) {
        if (observer_ != nullptr)
            observer_->stepBegins(step, parts_, bytes_);
        ByteRange run{parts_.front().at, parts_.front().at};
        std::size_t done = 0;
        const auto flush = [&] {
            const auto bytes = std::span(*bytes_).subspan(done, run.size());
            done += bytes.size();
            return file_.writeAll(run.begin, bytes);
        };
        for (const RewritePart& part : parts_) {
            if (part.at != run.end) {
                if (Status written = flush(); !written)
                    return written;
                run = {part.at, part.at};
            }
            run.end += part.length;
        }
        if (Status written = flush(); !written)
            return written;
        if (Status synced = file_.sync(); !synced)
            return synced;
        if (observer_ != nullptr)
            observer_->stepEnded(step);
        return {};
    }

    /// A file may only be cut when a slot says that all steps are done: without any, nothing was.
    Status settleLength(bool isResumed) {
        if (header_.newSize == header_.oldSize || (header_.newSize > header_.oldSize && !isResumed))
            return {};
        Status done = writeSlot(journal_, header_, header_.stepCount, {});
        if (done)
            done = journal_.sync();
        // Where a sync failed before, only another change of the length is sure to reach the disk.
        if (done && isResumed)
            done = file_.truncate(header_.newSize + 1);
        if (done)
            done = file_.truncate(header_.newSize);
        return done ? file_.sync() : done;
    }

    OpenFile& journal_;
    const RewriteHeader& header_;
    OpenFile& file_;
    RewriteObserver* observer_;
    RewritePartReader reader_;
    PayloadReader payload_;
    std::vector<RewritePart> parts_;
    FileSource::Memory bytes_;
};

}  // namespace

Status rollForward(OpenFile& journal, const RewriteHeader& header, OpenFile& file,
                   RewriteObserver* observer) {
    return RollForward(journal, header, file, observer).run();
}

}  // namespace octavo
