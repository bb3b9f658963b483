#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <variant>
#include <vector>

#include "core/base/byte_range.h"
#include "core/buffer/snapshot.h"

namespace octavo {

/// Bytes to be put into a document, as a value: some bytes, part of a snapshot, part of a source, or a
/// pattern. Parts of snapshots and sources are taken over as pieces; no byte is copied, whatever the size.
class Content {
public:
    Content() = default;  ///< nothing
    [[nodiscard]] static Content ofBytes(std::span<const std::byte> bytes);
    /// REQUIRES: range lies inside the snapshot.
    [[nodiscard]] static Content ofSnapshot(Snapshot snapshot, ByteRange range);
    /// REQUIRES: range lies inside the source.
    [[nodiscard]] static Content ofSource(std::shared_ptr<const Source> source, ByteRange range);
    /// `pattern` repeated (and cut) to `length`. REQUIRES: pattern not empty.
    [[nodiscard]] static Content ofPattern(std::vector<std::byte> pattern, ByteCount length);

    [[nodiscard]] ByteCount size() const;

    struct SnapshotPart {
        Snapshot snapshot;
        ByteRange range;
    };
    struct SourcePart {
        std::shared_ptr<const Source> source;
        ByteRange range;
    };
    using Data = std::variant<std::vector<std::byte>, SnapshotPart, SourcePart>;
    [[nodiscard]] const Data& data() const { return data_; }

private:
    explicit Content(Data data) : data_(std::move(data)) {}
    Data data_;
};

/// What an edit was for; ui makes its label ("Undo Paste") from it.
enum class EditKind : std::uint8_t {
    Type,       ///< a keystroke; consecutive ones become one undo step
    Backspace,  ///< Backspace or Delete key; consecutive ones become one undo step
    Insert,
    Overwrite,
    Delete,
    Cut,
    Paste,
    Fill,
    Resize,
    Replace,    ///< search and replace
    Value,      ///< written through the inspector
    Transform,  ///< compressed, decoded ...
    Import,
    Reload,
};
inline constexpr EditKind kLastEditKind = EditKind::Reload;

/// One replacement of the bytes of `range` by `content`. A value.
struct Edit {
    EditKind kind = EditKind::Overwrite;
    ByteRange range;
    Content content;

    [[nodiscard]] static Edit insert(ByteOffset at, Content content, EditKind kind = EditKind::Insert) {
        return {kind, {at, at}, std::move(content)};
    }
    [[nodiscard]] static Edit erase(ByteRange range, EditKind kind = EditKind::Delete) {
        return {kind, range, {}};
    }
    [[nodiscard]] static Edit replace(ByteRange range, Content content, EditKind kind = EditKind::Overwrite) {
        return {kind, range, std::move(content)};
    }
};

/// Many replacements as one step: each range gives way to all of the content, or to a part of its own.
struct MultiEdit {
    EditKind kind = EditKind::Replace;
    std::vector<ByteRange> ranges;  ///< sorted, disjoint
    Content content;
    /// How many bytes of the content each range gets; empty: each gets all of it.
    std::vector<ByteCount> sizes = {};
    enum class Parts : std::uint8_t {
        InTurn,     ///< the content's parts, one after the other, up to its end
        FromStart,  ///< each time its first bytes
    };
    Parts parts = Parts::InTurn;
};

/// What happened to a document: at `offset`, `removed` bytes gave way to `inserted` others.
struct Change {
    enum class Origin : std::uint8_t { Edit, Undo, Redo, Rebase };

    Revision revision{0};  ///< the document's revision after it
    ByteOffset offset = 0;
    ByteCount removed = 0;
    ByteCount inserted = 0;
    Origin origin = Origin::Edit;
    EditKind kind = EditKind::Overwrite;

    [[nodiscard]] ByteRange removedRange() const { return ByteRange::ofLength(offset, removed); }
    [[nodiscard]] ByteRange insertedRange() const { return ByteRange::ofLength(offset, inserted); }
};

}  // namespace octavo
