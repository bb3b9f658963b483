#pragma once

#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "core/base/range_set.h"
#include "core/save/open_file.h"
#include "core/save/save_runner.h"

namespace octavo {

/// \file What the saves that write into the file itself have in common.

/// Opens the target for writing, once what an earlier save left has been dealt with. Errors: ChangedOnDisk
/// when the file is not, or no longer, the one that the plan was made for, and those of recoverJournal.
[[nodiscard]] Result<OpenFile> openForOverwriting(const SavePlan& plan, FileSystem& fileSystem);

/// Unreadable when some of the bytes that the plan takes from the document cannot be had.
[[nodiscard]] Status checkWritesReadable(const SavePlan& plan, const Snapshot& snapshot,
                                         const JobContext& job);

/// Every source of this process that shows the file, in this document and in others.
[[nodiscard]] std::vector<std::shared_ptr<const FileSource>> sourcesShowing(const SavePlan& plan,
                                                                            const Snapshot& snapshot);

/// Moves bytes about to be overwritten to spill in each of these.
[[nodiscard]] Status preserveOldBytes(std::span<const std::shared_ptr<const FileSource>> sources,
                                      const RangeSet& bytes);

/// What writing takes away from a file: the set-id bits, unless root writes, and file capabilities.
class Privileges {
public:
    /// Errors: Unsupported, `detail` being the name of SaveRisk::LosesAttributes, when the system would not
    /// let this user give the capabilities back, unless the target accepts that.
    [[nodiscard]] static Result<Privileges> of(OpenFile& file, const SaveTarget& target);

    /// Whether something has to be given back, and was.
    [[nodiscard]] Result<bool> restore(OpenFile& file) const;

private:
    mode_t mode_ = 0;
    std::optional<std::vector<std::byte>> capabilities_;
};

/// Nobody may be told that a file was saved which has lost its name to another meanwhile: ChangedOnDisk.
[[nodiscard]] Status checkStillNamed(const SaveTarget& target, const FileIdentity& saved,
                                     FileSystem& fileSystem);

/// Makes the directory that a journal goes to, where that is not the file's own.
[[nodiscard]] Status makeRoomForJournal(const SavePlan& plan, FileSystem& fileSystem);

/// A failure that says how the file was left, as far as the system tells.
[[nodiscard]] SaveFailure failureLeaving(SaveFailure::Holds holds, OpenFile& file, Error reason);

}  // namespace octavo
