#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <variant>
#include <vector>

#include "core/buffer/piece_tree.h"
#include "core/save/edit_log_format.h"

namespace octavo {

/// What a log of edits is about: they are made to these bytes, and the file (if any) holds them.
struct EditLogSubject {
    std::string path;                      ///< raw bytes, absolute; empty for a document without a file
    std::string name;                      ///< of a document without a file, UTF-8
    std::shared_ptr<const Source> base;    ///< nullptr: no bytes
    std::optional<FileIdentity> identity;  ///< of the file, holding the bytes of `base`
    std::shared_ptr<const Source> lost;    ///< a file that is copied however long its runs are: no name has
                                           ///< its bytes any more
    std::shared_ptr<const ChunkStore> chunks;
    std::optional<ChunkId> baseChunk;  ///< whose pieces are the base in its own place, if any are
    LogPurpose purpose = LogPurpose::Edits;
};

/// A change of the document, on its way to the log.
struct EditLogSplice {
    ByteOffset offset = 0;
    ByteCount removed = 0;
    EditKind kind = EditKind::Overwrite;
    bool joinsPrevious = false;
    FewPieces few;   ///< what was put there,
    PieceTree many;  ///< or this, where it is not few
};

/// The edits of one document that are not in its file yet, on the disk: after a crash recoverDocument()
/// (core/save/edit_recovery.h) puts them back together, undo and branches with them. Bytes of the file itself
/// are referred to, everything else is copied into the log, up to kBytesMost. Readable by its owner only,
/// locked as long as it is open. One thread at a time.
class EditLog {
public:
    /// More new bytes than this, and the rest is left out: it would be unreadable after recovery.
    static constexpr ByteCount kBytesMost = ByteCount{1} << 30;
    /// Runs of other files longer than this are referred to, not copied.
    static constexpr ByteCount kCopiedRunMost = ByteCount{16} << 20;

    /// `replaces`: the name of the log that this one takes the place of once it is ready(), or empty.
    [[nodiscard]] static Result<EditLog> create(FileSystem& fileSystem, const std::string& directory,
                                                EditLogSubject subject, const std::string& replaces);

    [[nodiscard]] Status add(const EditLogSplice& splice);
    /// The arrangement of state 0, where that is not the base; with LogPurpose::Kept, before any splice.
    [[nodiscard]] Status addBeginning(const PieceTree& pieces);
    /// Copies bytes of a chunk that pieces are going to name. Many are copied faster so than one by one.
    [[nodiscard]] Status copyAhead(ChunkId chunk, const RangeSet& ranges);
    void addMove(LogState state) { encoder_.add(LogMove{state}); }
    /// With LogPurpose::Kept.
    void addFact(const std::variant<LogContent, LogRedo, LogNote>& fact);
    /// From a beginning until a failure no bytes of the base are referred to any more.
    void addSave(const LogSave& save);
    void addReady() { encoder_.add(LogReady{}); }

    /// Hands everything added to the system.
    [[nodiscard]] Status flush();
    /// Returns when everything added is on the disk.
    [[nodiscard]] Status sync();
    [[nodiscard]] Status remove();

    [[nodiscard]] std::string name() const { return nameOf(file_.path()); }
    [[nodiscard]] ByteCount size() const { return end_; }
    /// False once bytes were left out.
    [[nodiscard]] bool isComplete() const { return isComplete_; }
    /// True once bytes could not be read, so that they are not in the log.
    [[nodiscard]] bool hasGaps() const { return hasGaps_; }

private:
    struct Copied {
        LogSourceId id = 0;
        RangeSet ranges;
    };

    EditLog(OpenFile file, EditLogSubject subject, std::uint64_t salt);
    [[nodiscard]] Result<LogPiece> logged(const Piece& piece);
    [[nodiscard]] LogSourceId referred(ChunkId chunk, const Source& source);
    [[nodiscard]] bool isReferable(const Source& source, ByteCount length) const;
    [[nodiscard]] Copied& copied(ChunkId chunk);
    [[nodiscard]] Status copy(Copied& to, const Source& source, ByteRange range);
    template <typename ForEachPiece>
    [[nodiscard]] Result<std::vector<LogPiece>> logAll(const ForEachPiece& forEachPiece);

    OpenFile file_;
    EditLogSubject subject_;
    LogEncoder encoder_;
    std::unordered_map<ChunkId, LogSourceId> referred_;
    std::unordered_map<ChunkId, Copied> copied_;
    LogSourceId lastId_ = kLogBase;
    ByteOffset end_ = 0;
    ByteCount bytesCopied_ = 0;
    bool isSaving_ = false;
    bool isComplete_ = true;
    bool hasGaps_ = false;
};

/// Whether the bytes of a source follow from so little that a log tells that instead of them.
[[nodiscard]] bool followsFromRule(const Source& source);

/// What a log is called in its directory ends with this.
inline constexpr const char* kEditLogSuffix = ".octavo-edits";

}  // namespace octavo
