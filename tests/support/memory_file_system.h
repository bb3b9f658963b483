#pragma once

#include <functional>
#include <limits>
#include <map>
#include <string>
#include <vector>

#include "core/save/file_system.h"
#include "tests/support/memory_content.h"

namespace octavo::test {

struct MemoryInode {
    FileKind kind = FileKind::Regular;
    bool isLink = false;  ///< a symbolic link to `target`
    mode_t mode = 0644;
    uid_t owner = 0;
    gid_t group = 0;
    std::int64_t modified = 0;
    std::int64_t changed = 0;
    std::uint64_t links = 0;
    MemoryContent content{};
    std::string target{};
    std::map<std::string, std::uint64_t> entries{};  ///< of a directory
    std::map<std::string, std::vector<std::byte>> attributes{};
};

/// All that a power cut leaves: inodes by number, the root directory being 1. A value; copies share blocks.
struct MemoryDisk {
    static constexpr std::uint64_t kRoot = 1;
    MemoryDisk();

    std::map<std::uint64_t, MemoryInode> inodes;
    std::uint64_t nextInode = kRoot + 1;
    std::int64_t clock = 0;  ///< ticks with every change
};

/// The disk after one call that changed it or was meant to make it durable.
struct DiskMoment {
    enum class Kind : std::uint8_t { Change, Sync, FailedSync };
    MemoryDisk disk;
    Kind kind = Kind::Change;
    std::uint64_t inode = 0;  ///< the file or directory that was synced
};
using DiskLog = std::vector<DiskMoment>;

/// A FileSystem in memory that behaves as PosixFileSystem does for a user who is not root: permissions are
/// checked by owner and others, writing takes set-id bits away. Calls on a file that is gone by name but open
/// go on working. One thread.
class MemoryFileSystem final : public FileSystem {
public:
    struct Rules {
        bool canClone = false;  ///< share blocks, as XFS and Btrfs do
        bool canCopy = true;    ///< copy_file_range
        bool canReserve = true;
        bool mayChangeOwner = false;
        bool locksNeedWriting = false;  ///< as on NFS and CIFS: no lock on a file opened for reading
        std::size_t blocksMax = std::numeric_limits<std::size_t>::max();  ///< then the disk is full
        std::size_t failingSync = 0;  ///< this sync, counted from 1, fails with EIO
        /// Syncs that say they have been done and have not, by the path that was opened.
        std::function<bool(const std::string&)> isSyncForgotten{};
    };

    explicit MemoryFileSystem(MemoryDisk disk = {}) : disk_(std::move(disk)) {}

    [[nodiscard]] const MemoryDisk& disk() const { return disk_; }
    [[nodiscard]] Rules& rules() { return rules_; }
    /// From now on each change and each sync is appended to `log`, which begins with the disk as it is.
    /// nullptr ends it.
    void record(DiskLog* log);

    /// For building worlds; they may do what the process may not.
    void makeDirectory(const std::string& path, mode_t mode = 0755);
    void makeFile(const std::string& path, MemoryContent content, mode_t mode = 0644);
    void makeLink(const std::string& path, const std::string& target);
    void makeHardLink(const std::string& path, const std::string& existing);
    void makeSpecial(const std::string& path, FileKind kind);
    /// What a path names, links followed. REQUIRES: it exists.
    [[nodiscard]] MemoryInode& inode(const std::string& path);
    [[nodiscard]] bool exists(const std::string& path) const;
    /// Another program writes into a file.
    void changeFile(const std::string& path, MemoryContent content);
    [[nodiscard]] std::vector<std::string> names(const std::string& directory);

    [[nodiscard]] Result<FileHandle> open(const std::string& path, Access access) override;
    [[nodiscard]] Result<FileHandle> createExclusive(const std::string& path, mode_t mode) override;
    [[nodiscard]] Result<FileHandle> openDirectory(const std::string& path) override;
    [[nodiscard]] Status close(FileHandle file) override;
    [[nodiscard]] Result<std::size_t> read(FileHandle file, ByteOffset at, std::span<std::byte> out) override;
    [[nodiscard]] Result<std::size_t> write(FileHandle file, ByteOffset at,
                                            std::span<const std::byte> bytes) override;
    [[nodiscard]] Status truncate(FileHandle file, ByteCount size) override;
    [[nodiscard]] Status reserve(FileHandle file, ByteRange range) override;
    [[nodiscard]] Status cloneRange(int sourceDescriptor, ByteRange source, FileHandle file,
                                    ByteOffset at) override;
    [[nodiscard]] Result<ByteCount> copyRange(int sourceDescriptor, ByteRange source, FileHandle file,
                                              ByteOffset at) override;
    void startWriteback(FileHandle, ByteRange) override {}
    [[nodiscard]] Status sync(FileHandle file) override;
    [[nodiscard]] Status tryLock(FileHandle file) override;
    [[nodiscard]] Result<FileStatus> status(const std::string& path) override;
    [[nodiscard]] Result<FileStatus> status(FileHandle file) override;
    [[nodiscard]] Status setOwner(FileHandle file, uid_t owner, gid_t group) override;
    [[nodiscard]] Status setMode(FileHandle file, mode_t mode) override;
    [[nodiscard]] Result<std::vector<std::string>> attributeNames(FileHandle file) override;
    [[nodiscard]] Result<std::vector<std::byte>> attribute(FileHandle file, const std::string& name) override;
    [[nodiscard]] Status setAttribute(FileHandle file, const std::string& name,
                                      std::span<const std::byte> value) override;
    [[nodiscard]] Status removeAttribute(FileHandle file, const std::string& name) override;
    [[nodiscard]] Result<std::string> resolve(const std::string& path) override;
    [[nodiscard]] bool mayWriteIn(const std::string& directory) override;
    [[nodiscard]] Result<DiskRoom> room(const std::string& directory) override;
    [[nodiscard]] Status makePrivateDirectory(const std::string& directory) override;
    [[nodiscard]] Result<std::vector<std::string>> list(const std::string& directory) override;
    [[nodiscard]] Status rename(const std::string& from, const std::string& to, RenameMode mode) override;
    [[nodiscard]] Status unlink(const std::string& path) override;

private:
    struct OpenInode {
        std::uint64_t number = 0;
        std::string path;
        Access access = Access::Read;
        bool holdsLock = false;
    };
    /// Where a path leads: a name in a directory, and what has it (0: nothing yet).
    struct Place {
        std::uint64_t directory = MemoryDisk::kRoot;
        std::string directoryPath;  // canonical, "" for the root
        std::string name;           // empty for the root itself
        std::uint64_t number = MemoryDisk::kRoot;
    };
    enum class LastLink : std::uint8_t { Follow, Keep };

    /// errno when it leads nowhere.
    [[nodiscard]] tl::expected<Place, int> find(const std::string& path, LastLink lastLink) const;
    [[nodiscard]] Place placeFor(const std::string& path) const;
    [[nodiscard]] bool mayAccess(const MemoryInode& inode, mode_t bits) const;
    MemoryInode& add(const Place& place, MemoryInode inode);
    [[nodiscard]] FileHandle handleFor(std::uint64_t number, const std::string& path, Access access);
    [[nodiscard]] OpenInode* opened(FileHandle file);
    [[nodiscard]] MemoryInode& inodeOf(const OpenInode& open) { return disk_.inodes.at(open.number); }
    void removeName(std::uint64_t directory, const std::string& name);
    void dropIfUnused(std::uint64_t number);
    void touch(MemoryInode& inode, bool isContent);
    [[nodiscard]] std::size_t freeBlocks() const;
    void note(DiskMoment::Kind kind = DiskMoment::Kind::Change, std::uint64_t inode = 0);

    MemoryDisk disk_;
    Rules rules_;
    std::map<int, OpenInode> open_;
    int nextHandle_ = 3;
    std::size_t syncs_ = 0;
    DiskLog* log_ = nullptr;
};

}  // namespace octavo::test
