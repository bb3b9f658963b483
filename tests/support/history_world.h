#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/save/gzip_file.h"
#include "core/save/kept_histories.h"
#include "tests/support/save_world.h"

namespace octavo::test {

/// A file, a document of it, and a place for histories.
class HistoryWorld : public SaveWorld {
public:
    explicit HistoryWorld(const Bytes& content = noise(10'000)) : SaveWorld(content) {}

    [[nodiscard]] std::string shelf() const { return directory().file("state/history"); }
    [[nodiscard]] KeptHistories histories(std::shared_ptr<FileSystem> fileSystem = nullptr) const {
        return {fileSystem ? std::move(fileSystem) : disk_, shelf(), limits};
    }
    [[nodiscard]] std::vector<std::string> kept() const {
        return disk_->list(shelf()).value_or(std::vector<std::string>{});
    }
    [[nodiscard]] std::string archive() const { return shelf() + "/" + kept().at(0); }
    [[nodiscard]] HistorySubject subject() {
        return {.path = path(),
                .identity = fileIdentity(path()).value(),
                .base = document().base(),
                .notes = notes};
    }
    [[nodiscard]] bool keep() { return histories().keep(document(), subject()).has_value(); }
    [[nodiscard]] Result<std::optional<RestoredHistory>> restore(
        std::shared_ptr<FileSystem> fileSystem = nullptr) const {
        return histories(std::move(fileSystem)).restore(path(), openFileSource(path()).value());
    }
    [[nodiscard]] bool isRestored() const {
        const auto restored = restore();
        return restored.has_value() && restored->has_value();
    }
    void type(ByteOffset at, std::string_view text) {
        document().endTyping();
        for (const char c : text)
            OCTAVO_EXPECTS(
                document()
                    .apply(Edit::insert(at++, Content::ofBytes(octavo::bytesOf(std::string_view(&c, 1))),
                                        EditKind::Type))
                    .has_value());
    }
    /// A branch, three steps to the saved state, and one step more.
    void live() {
        type(5, "other branch");
        document().undo();
        type(100, "one");
        insert(0, noise(300, 5));
        erase({5000, 6000});
        OCTAVO_EXPECTS(saveAndRebase().has_value());
        insert(7, noise(70'000, 6));
        notes.names[document().history().current()] = "not saved";
        notes.times = {{.state = 0, .seconds = 1'600'000'000},
                       {.state = document().history().current(), .seconds = 1'700'000'000}};
    }

    KeptHistories::Limits limits;
    HistoryNotes notes;

private:
    std::shared_ptr<PosixFileSystem> disk_ = std::make_shared<PosixFileSystem>();
};

[[nodiscard]] inline Bytes bytesOfState(const Document& document, HistoryState state) {
    return bytesOf(Snapshot(document.treeOf(state), document.chunks(), document.revision()));
}

/// Every state of both is the same.
[[nodiscard]] inline bool areAlike(const Document& one, const Document& other) {
    if (one.history().stateCount() != other.history().stateCount())
        return false;
    for (HistoryState state = 0; state < one.history().stateCount(); ++state) {
        if (bytesOfState(one, state) != bytesOfState(other, state))
            return false;
    }
    return true;
}

/// What an archive has in it.
[[nodiscard]] inline Bytes inflated(const HistoryWorld& world, const std::string& archive) {
    PosixFileSystem disk;
    OpenFile from = OpenFile::open(disk, archive, FileSystem::Access::Read).value();
    const std::string path = world.directory().file("inflated");
    OpenFile to = OpenFile::createExclusive(disk, path, 0600).value();
    OCTAVO_EXPECTS(disk.unlink(path).has_value());
    OCTAVO_EXPECTS(decompressFile(from, to, ByteCount{1} << 30, {}).has_value());
    Bytes bytes(static_cast<std::size_t>(to.status()->size()));
    OCTAVO_EXPECTS(to.readAll(0, bytes).has_value());
    return bytes;
}

/// Puts an archive of this log there.
inline void deflateTo(const HistoryWorld& world, const std::string& archive, std::span<const std::byte> log) {
    PosixFileSystem disk;
    const std::string plain = world.directory().write("plain", log);
    OpenFile from = OpenFile::open(disk, plain, FileSystem::Access::Read).value();
    static_cast<void>(disk.unlink(archive));
    OpenFile to = OpenFile::createExclusive(disk, archive, 0600).value();
    OCTAVO_EXPECTS(compressFile(from, to, {}).has_value());
}

}  // namespace octavo::test
