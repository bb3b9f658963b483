#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/save/file_system.h"
#include "core/source/source.h"

namespace octavo {

/// What a save would lose or break. A save that carries one the target does not accept is refused with
/// Unsupported, `detail` being the risk's name; ui asks, adds it to SaveTarget::acceptedRisks and plans
/// again.
enum class SaveRisk : std::uint8_t {
    BreaksHardLinks,  ///< "hard-links": other names of the file would keep the old content
    ReadOnlyFile,     ///< "read-only": the file has no write permission but would be replaced
    LosesOwner,       ///< "owner": the system does not let this user give the new file its old owner or group
    LosesAttributes,  ///< "attributes": an extended attribute or access control list could not be carried
                      ///< over
};
[[nodiscard]] const char* saveRiskName(SaveRisk risk);

/// The ways in which a document gets onto the disk.
enum class SaveKind : std::uint8_t {
    Nothing,  ///< the file already holds these bytes; not even its time changes
    InPlace,  ///< only changed bytes are written, behind an undo journal
    Rewrite,  ///< bytes move within the file, in bounded steps, behind a journal that can finish the work
    Replace,  ///< a new file beside it takes its name when complete
};
/// "nothing", "in-place", "rewrite", "replace".
[[nodiscard]] const char* saveKindName(SaveKind kind);

/// Where to save to, as found on the disk; what planSave decides from. A value.
struct SaveTarget {
    /// Save: the document's own file; it must still be what was opened. Export: Save As, Save a Copy, Save
    /// Selection As: whatever lies there was chosen to be replaced.
    enum class Intent : std::uint8_t { Save, Export };
    enum class IfChanged : std::uint8_t { Refuse, Overwrite };

    std::string path;                    ///< links followed
    std::string directory;               ///< of `path`
    std::optional<FileStatus> existing;  ///< what lies there now; nothing for a new file
    bool isDirectoryWritable = false;
    std::optional<DiskRoom> room;  ///< of the file system that holds it; nothing when that does not tell
    /// A directory of this user's own for the journal of a file whose directory is not writable; made when it
    /// is needed. Empty: such a file is not saved.
    std::string journalDirectory;

    Intent intent = Intent::Save;
    std::shared_ptr<const Source> base;  ///< Document::base(); nullptr for a document that never had a file
    /// The state in which the base's file holds the bytes that `base` shows: set it to what SaveFailure::left
    /// tells of a save that was taken back. Absent: the state in which the base was opened.
    std::optional<FileIdentity> baseIdentity;
    std::optional<ByteRange> range;  ///< of the document; all of it when absent. Only with Export
    IfChanged ifChanged = IfChanged::Refuse;
    std::vector<SaveRisk> acceptedRisks;
    /// This way or none, for tests and for whoever knows better; the planner's choice when absent.
    std::optional<SaveKind> wantedKind;
    /// The most that one step of a Rewrite moves; a multiple of SavePlan::kBlockSize. Tests make it small.
    ByteCount stepSize = kRewriteStep;
    static constexpr ByteCount kRewriteStep = ByteCount{16} << 20;

    [[nodiscard]] bool accepts(SaveRisk risk) const;
};

/// Looks at what `path` names; the caller then fills in intent, base, range and journalDirectory. Errors:
/// NotFound when the directory does not exist, AccessDenied, OpenFailed.
[[nodiscard]] Result<SaveTarget> probeSaveTarget(const std::string& path, FileSystem& fileSystem);

}  // namespace octavo
