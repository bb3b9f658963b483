#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/base/text_sink.h"
#include "core/buffer/snapshot.h"
#include "core/save/save_runner.h"
#include "core/source/spill_source.h"

namespace octavo {

/// Where the journals of saves lie whose files' directories cannot be written.
[[nodiscard]] std::string journalDirectoryOfUser();

/// Opens a file, or standard input for "-", for reading. When a crash has cut off a save of it, it is taken
/// back or completed first, and a note says so.
[[nodiscard]] Result<std::shared_ptr<const Source>> openInput(const std::string& path);
[[nodiscard]] Result<Snapshot> readInput(const std::string& path);

/// The range that an option names, all of the snapshot when it is absent. The error's detail names the
/// option.
[[nodiscard]] Result<ByteRange> rangeNamed(const std::optional<std::string>& text, const Snapshot& snapshot);

/// Unreadable with the first such offset, unless there is none.
[[nodiscard]] Status allReadable(const RangeSet& unreadable);

/// Standard output, buffered. What it is given last must be flushed.
class StandardOutput final : public TextSink {
public:
    [[nodiscard]] Status append(std::string_view text) override;
    [[nodiscard]] Status flush();

private:
    std::string buffer_;
};

/// Collects a result of any size before anything is written.
class SpillSink final : public TextSink {
public:
    explicit SpillSink(SpillWriter writer) : writer_(std::move(writer)) {}
    [[nodiscard]] Status append(std::string_view text) override;
    [[nodiscard]] Result<Snapshot> finish() &&;

private:
    SpillWriter writer_;
};

/// Where a save goes and what it may cost.
struct SaveOrder {
    std::string path;
    SaveTarget::Intent intent = SaveTarget::Intent::Export;
    std::shared_ptr<const Source> base = {};  ///< for Intent::Save
    std::vector<std::string> acceptedRisks = {};
    std::string kind = {};  ///< a saveKindName(); empty: the planner's choice
};

/// The names of SaveRisk, for --accept.
[[nodiscard]] std::vector<std::string> saveRiskNames();
/// The names of SaveKind that can be asked for.
[[nodiscard]] std::vector<std::string> saveKindNames();

[[nodiscard]] Result<SavePlan> planFor(const Snapshot& snapshot, const SaveOrder& order);
[[nodiscard]] Result<SaveOutcome> saveSnapshot(const Snapshot& snapshot, const SaveOrder& order);

/// Saves to a file through the save planner, or writes to standard output for "-".
[[nodiscard]] Status deliver(const Snapshot& snapshot, const SaveOrder& order);

}  // namespace octavo
