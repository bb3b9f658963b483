#include "tests/support/memory_file_system.h"

#include <cerrno>
#include <unistd.h>

#include "core/base/contracts.h"

namespace octavo::test {

namespace {

constexpr int kLinksMax = 40;
constexpr std::size_t kNameMax = 255;
constexpr mode_t kReadBit = 4;
constexpr mode_t kWriteBit = 2;
constexpr mode_t kSearchBit = 1;
constexpr const char* kAccessList = "system.posix_acl_access";
constexpr const char* kDefaultAccessList = "system.posix_acl_default";

/// Asked once: a system call would cost more than all the rest of a call here.
uid_t self() {
    static const uid_t user = ::geteuid();
    return user;
}

tl::unexpected<Error> refused(int errnoValue, ErrorCode fallback, std::string detail = {}) {
    return fail(systemError(errnoValue, fallback, std::move(detail)));
}

FileStatus statusOf(std::uint64_t number, const MemoryInode& inode) {
    return {.identity = {.device = 1,
                         .inode = number,
                         .size = inode.content.size(),
                         .modifiedNs = inode.modified,
                         .changedNs = inode.changed},
            .kind = inode.kind,
            .mode = inode.mode,
            .owner = inode.owner,
            .group = inode.group,
            .linkCount = inode.links};
}

}  // namespace

MemoryDisk::MemoryDisk() {
    inodes[kRoot] = {.kind = FileKind::Directory, .mode = 0755, .owner = self(), .links = 1};
}

void MemoryFileSystem::record(DiskLog* log) {
    log_ = log;
    note();
}

void MemoryFileSystem::note(DiskMoment::Kind kind, std::uint64_t inode) {
    if (log_ != nullptr)
        log_->push_back({disk_, kind, inode});
}

// --- Paths ---

tl::expected<MemoryFileSystem::Place, int> MemoryFileSystem::find(const std::string& path,
                                                                  LastLink lastLink) const {
    struct Step {
        std::uint64_t number;
        std::size_t length;  // of its canonical path
    };
    std::vector<Step> way{{MemoryDisk::kRoot, 0}};
    std::string canonical;
    std::string left = path;
    int links = 0;
    for (std::size_t at = left.find_first_not_of('/'); at < left.size();) {
        const std::size_t end = std::min(left.find('/', at), left.size());
        const std::string name = left.substr(at, end - at);
        at = std::min(left.find_first_not_of('/', end), left.size());
        const MemoryInode& directory = disk_.inodes.at(way.back().number);
        if (directory.kind != FileKind::Directory)
            return tl::unexpected(ENOTDIR);
        if (name.size() > kNameMax)
            return tl::unexpected(ENAMETOOLONG);
        if (name == "..") {
            way.resize(std::max<std::size_t>(way.size() - 1, 1));
            canonical.resize(way.back().length);
        }
        if (name == "." || name == "..")
            continue;
        const bool isLast = at == left.size();
        const auto entry = directory.entries.find(name);
        if (entry == directory.entries.end()) {
            if (!isLast)
                return tl::unexpected(ENOENT);
            return Place{way.back().number, canonical, name, 0};
        }
        const MemoryInode& inode = disk_.inodes.at(entry->second);
        if (inode.isLink && (!isLast || lastLink == LastLink::Follow)) {
            if (++links > kLinksMax)
                return tl::unexpected(ELOOP);
            left = inode.target + "/" + left.substr(at);
            at = std::min(left.find_first_not_of('/'), left.size());
            if (inode.target.starts_with('/')) {
                way.resize(1);
                canonical.clear();
            }
            continue;
        }
        canonical += "/" + name;
        way.push_back({entry->second, canonical.size()});
    }
    if (way.size() == 1)
        return Place{};
    const Step& parent = way[way.size() - 2];
    return Place{parent.number, canonical.substr(0, parent.length), canonical.substr(parent.length + 1),
                 way.back().number};
}

MemoryFileSystem::Place MemoryFileSystem::placeFor(const std::string& path) const {
    const auto place = find(path, LastLink::Keep);
    OCTAVO_EXPECTS(place.has_value() && place->number == 0);
    return *place;
}

bool MemoryFileSystem::mayAccess(const MemoryInode& inode, mode_t bits) const {
    const mode_t granted = inode.owner == self() ? inode.mode >> 6 : inode.mode;
    return (granted & bits) == bits;
}

Result<std::string> MemoryFileSystem::resolve(const std::string& path) {
    const auto place = find(path, LastLink::Follow);
    if (!place)
        return refused(place.error(), ErrorCode::OpenFailed, path);
    return place->name.empty() ? "/" : place->directoryPath + "/" + place->name;
}

bool MemoryFileSystem::mayWriteIn(const std::string& directory) {
    const auto place = find(directory, LastLink::Follow);
    return place && place->number != 0 && mayAccess(disk_.inodes.at(place->number), kWriteBit | kSearchBit);
}

// --- Building worlds ---

MemoryInode& MemoryFileSystem::add(const Place& place, MemoryInode inode) {
    const std::uint64_t number = disk_.nextInode++;
    inode.owner = self();
    inode.group = ::getegid();
    inode.links = 1;
    MemoryInode& added = disk_.inodes[number] = std::move(inode);
    disk_.inodes.at(place.directory).entries[place.name] = number;
    touch(added, true);
    touch(disk_.inodes.at(place.directory), true);
    return added;
}

void MemoryFileSystem::makeDirectory(const std::string& path, mode_t mode) {
    add(placeFor(path), {.kind = FileKind::Directory, .mode = mode});
}

void MemoryFileSystem::makeFile(const std::string& path, MemoryContent content, mode_t mode) {
    add(placeFor(path), {.mode = mode, .content = std::move(content)});
}

void MemoryFileSystem::makeLink(const std::string& path, const std::string& target) {
    add(placeFor(path), {.kind = FileKind::Other, .isLink = true, .mode = 0777, .target = target});
}

void MemoryFileSystem::makeHardLink(const std::string& path, const std::string& existing) {
    const auto old = find(existing, LastLink::Follow);
    OCTAVO_EXPECTS(old && old->number != 0);
    const Place place = placeFor(path);
    disk_.inodes.at(place.directory).entries[place.name] = old->number;
    ++disk_.inodes.at(old->number).links;
}

void MemoryFileSystem::makeSpecial(const std::string& path, FileKind kind) {
    add(placeFor(path), {.kind = kind});
}

MemoryInode& MemoryFileSystem::inode(const std::string& path) {
    const auto place = find(path, LastLink::Follow);
    OCTAVO_EXPECTS(place && place->number != 0);
    return disk_.inodes.at(place->number);
}

bool MemoryFileSystem::exists(const std::string& path) const {
    const auto place = find(path, LastLink::Keep);
    return place && place->number != 0;
}

void MemoryFileSystem::changeFile(const std::string& path, MemoryContent content) {
    MemoryInode& changed = inode(path);
    changed.content = std::move(content);
    touch(changed, true);
    note();
}

std::vector<std::string> MemoryFileSystem::names(const std::string& directory) {
    std::vector<std::string> names;
    for (const auto& [name, number] : inode(directory).entries)
        names.push_back(name);
    return names;
}

// --- Open files ---

FileHandle MemoryFileSystem::handleFor(std::uint64_t number, const std::string& path, Access access) {
    open_[nextHandle_] = {.number = number, .path = path, .access = access};
    return FileHandle{nextHandle_++};
}

MemoryFileSystem::OpenInode* MemoryFileSystem::opened(FileHandle file) {
    const auto found = open_.find(static_cast<int>(file));
    return found == open_.end() ? nullptr : &found->second;
}

Result<FileHandle> MemoryFileSystem::open(const std::string& path, Access access) {
    const auto place = find(path, LastLink::Keep);
    if (!place || place->number == 0)
        return refused(place ? ENOENT : place.error(), ErrorCode::OpenFailed, path);
    const MemoryInode& inode = disk_.inodes.at(place->number);
    if (inode.isLink)
        return refused(ELOOP, ErrorCode::OpenFailed, path);
    if (inode.kind == FileKind::Directory && access == Access::ReadWrite)
        return refused(EISDIR, ErrorCode::OpenFailed, path);
    if (!mayAccess(inode, access == Access::Read ? kReadBit : kReadBit | kWriteBit))
        return refused(EACCES, ErrorCode::OpenFailed, path);
    return handleFor(place->number, path, access);
}

Result<FileHandle> MemoryFileSystem::createExclusive(const std::string& path, mode_t mode) {
    const auto place = find(path, LastLink::Keep);
    if (!place)
        return refused(place.error(), ErrorCode::OpenFailed, path);
    if (place->number != 0)
        return refused(EEXIST, ErrorCode::OpenFailed, path);
    const MemoryInode& directory = disk_.inodes.at(place->directory);
    if (!mayAccess(directory, kWriteBit | kSearchBit))
        return refused(EACCES, ErrorCode::OpenFailed, path);
    if (freeBlocks() == 0)
        return refused(ENOSPC, ErrorCode::OpenFailed, path);
    MemoryInode& created = add(*place, {.mode = mode & ~mode_t{022}});
    const auto inherited = directory.attributes.find(kDefaultAccessList);
    if (inherited != directory.attributes.end())
        created.attributes[kAccessList] = inherited->second;
    note();
    return handleFor(disk_.nextInode - 1, path, Access::ReadWrite);
}

Result<FileHandle> MemoryFileSystem::openDirectory(const std::string& path) {
    const auto place = find(path, LastLink::Follow);
    if (!place || place->number == 0)
        return refused(place ? ENOENT : place.error(), ErrorCode::OpenFailed, path);
    const MemoryInode& inode = disk_.inodes.at(place->number);
    if (inode.kind != FileKind::Directory)
        return refused(ENOTDIR, ErrorCode::OpenFailed, path);
    if (!mayAccess(inode, kReadBit))
        return refused(EACCES, ErrorCode::OpenFailed, path);
    return handleFor(place->number, path, Access::Read);
}

Status MemoryFileSystem::close(FileHandle file) {
    const OpenInode* open = opened(file);
    if (open == nullptr)
        return refused(EBADF, ErrorCode::WriteFailed);
    const std::uint64_t number = open->number;
    open_.erase(static_cast<int>(file));
    dropIfUnused(number);
    return {};
}

Result<std::size_t> MemoryFileSystem::read(FileHandle file, ByteOffset at, std::span<std::byte> out) {
    const OpenInode* open = opened(file);
    if (open == nullptr)
        return refused(EBADF, ErrorCode::ReadFailed);
    if (inodeOf(*open).kind == FileKind::Directory)
        return refused(EISDIR, ErrorCode::ReadFailed);
    return inodeOf(*open).content.read(at, out);
}

Result<std::size_t> MemoryFileSystem::write(FileHandle file, ByteOffset at,
                                            std::span<const std::byte> bytes) {
    const OpenInode* open = opened(file);
    if (open == nullptr || open->access == Access::Read)
        return refused(EBADF, ErrorCode::WriteFailed);
    MemoryInode& inode = inodeOf(*open);
    std::size_t left = freeBlocks();
    std::size_t count = 0;
    while (count < bytes.size()) {
        const ByteOffset next = at + count;
        if (!inode.content.block(next / MemoryContent::kBlock) && left-- == 0)
            break;
        count +=
            std::min<std::size_t>(bytes.size() - count, MemoryContent::kBlock - next % MemoryContent::kBlock);
    }
    if (count == 0 && !bytes.empty())
        return refused(ENOSPC, ErrorCode::WriteFailed);
    inode.content.write(at, bytes.first(count));
    inode.mode &= ~mode_t{06000};
    inode.attributes.erase("security.capability");
    touch(inode, true);
    note();
    return count;
}

Status MemoryFileSystem::truncate(FileHandle file, ByteCount size) {
    const OpenInode* open = opened(file);
    if (open == nullptr || open->access == Access::Read)
        return refused(open == nullptr ? EBADF : EINVAL, ErrorCode::WriteFailed);
    inodeOf(*open).content.resize(size);
    touch(inodeOf(*open), true);
    note();
    return {};
}

Status MemoryFileSystem::reserve(FileHandle file, ByteRange range) {
    const OpenInode* open = opened(file);
    if (open == nullptr || open->access == Access::Read)
        return refused(EBADF, ErrorCode::WriteFailed);
    if (!rules_.canReserve)
        return refused(EOPNOTSUPP, ErrorCode::Unsupported);
    const MemoryContent& content = inodeOf(*open).content;
    std::size_t missing = 0;
    for (ByteOffset at = range.begin - range.begin % MemoryContent::kBlock; at < range.end;
         at += MemoryContent::kBlock)
        missing += content.block(at / MemoryContent::kBlock) ? 0U : 1U;
    if (missing > freeBlocks())
        return refused(ENOSPC, ErrorCode::WriteFailed);
    return {};
}

Status MemoryFileSystem::cloneRange(int sourceDescriptor, ByteRange source, FileHandle file, ByteOffset at) {
    if (!rules_.canClone)
        return refused(EOPNOTSUPP, ErrorCode::Unsupported);
    if (at % MemoryContent::kBlock != 0 || source.begin % MemoryContent::kBlock != 0)
        return refused(EINVAL, ErrorCode::Unsupported);
    const Result<ByteCount> copied = copyRange(sourceDescriptor, source, file, at);
    return copied ? Status{} : fail(copied.error());
}

Result<ByteCount> MemoryFileSystem::copyRange(int sourceDescriptor, ByteRange source, FileHandle file,
                                              ByteOffset at) {
    if (!rules_.canCopy && !rules_.canClone)
        return refused(EOPNOTSUPP, ErrorCode::Unsupported);
    std::vector<std::byte> bytes(source.size());
    const Result<std::size_t> got = read(FileHandle{sourceDescriptor}, source.begin, bytes);
    if (!got)
        return fail(got.error());
    const Result<std::size_t> put = write(file, at, std::span(bytes).first(*got));
    if (!put)
        return fail(put.error());
    return ByteCount{*put};
}

Status MemoryFileSystem::sync(FileHandle file) {
    const OpenInode* open = opened(file);
    if (open == nullptr)
        return refused(EBADF, ErrorCode::SyncFailed);
    if (rules_.isSyncForgotten && rules_.isSyncForgotten(open->path))
        return {};
    const bool fails = ++syncs_ == rules_.failingSync;
    note(fails ? DiskMoment::Kind::FailedSync : DiskMoment::Kind::Sync, open->number);
    return fails ? refused(EIO, ErrorCode::SyncFailed) : Status{};
}

Status MemoryFileSystem::tryLock(FileHandle file) {
    OpenInode* open = opened(file);
    if (open == nullptr || (rules_.locksNeedWriting && open->access == Access::Read))
        return refused(EBADF, ErrorCode::OpenFailed);
    for (const auto& [handle, other] : open_) {
        if (other.number == open->number && other.holdsLock && &other != open)
            return refused(EWOULDBLOCK, ErrorCode::Busy);
    }
    open->holdsLock = true;
    return {};
}

// --- Metadata ---

Result<FileStatus> MemoryFileSystem::status(const std::string& path) {
    const auto place = find(path, LastLink::Follow);
    if (!place || place->number == 0)
        return refused(place ? ENOENT : place.error(), ErrorCode::OpenFailed, path);
    return statusOf(place->number, disk_.inodes.at(place->number));
}

Result<FileStatus> MemoryFileSystem::status(FileHandle file) {
    const OpenInode* open = opened(file);
    if (open == nullptr)
        return refused(EBADF, ErrorCode::OpenFailed);
    return statusOf(open->number, inodeOf(*open));
}

Status MemoryFileSystem::setOwner(FileHandle file, uid_t owner, gid_t group) {
    const OpenInode* open = opened(file);
    if (open == nullptr)
        return refused(EBADF, ErrorCode::WriteFailed);
    MemoryInode& inode = inodeOf(*open);
    if (!rules_.mayChangeOwner && (owner != inode.owner || group != inode.group))
        return refused(EPERM, ErrorCode::WriteFailed);
    inode.owner = owner;
    inode.group = group;
    inode.mode &= ~mode_t{06000};
    touch(inode, false);
    return {};
}

Status MemoryFileSystem::setMode(FileHandle file, mode_t mode) {
    const OpenInode* open = opened(file);
    if (open == nullptr)
        return refused(EBADF, ErrorCode::WriteFailed);
    inodeOf(*open).mode = mode;
    touch(inodeOf(*open), false);
    return {};
}

Result<std::vector<std::string>> MemoryFileSystem::attributeNames(FileHandle file) {
    const OpenInode* open = opened(file);
    if (open == nullptr)
        return refused(EBADF, ErrorCode::ReadFailed);
    std::vector<std::string> names;
    for (const auto& [name, value] : inodeOf(*open).attributes)
        names.push_back(name);
    return names;
}

Result<std::vector<std::byte>> MemoryFileSystem::attribute(FileHandle file, const std::string& name) {
    const OpenInode* open = opened(file);
    if (open == nullptr)
        return refused(EBADF, ErrorCode::ReadFailed, name);
    const auto found = inodeOf(*open).attributes.find(name);
    if (found == inodeOf(*open).attributes.end())
        return refused(ENODATA, ErrorCode::ReadFailed, name);
    return found->second;
}

Status MemoryFileSystem::setAttribute(FileHandle file, const std::string& name,
                                      std::span<const std::byte> value) {
    const OpenInode* open = opened(file);
    if (open == nullptr)
        return refused(EBADF, ErrorCode::WriteFailed, name);
    if (name.starts_with("trusted.") || name.starts_with("security."))
        return refused(EPERM, ErrorCode::WriteFailed, name);
    inodeOf(*open).attributes[name] = {value.begin(), value.end()};
    touch(inodeOf(*open), false);
    return {};
}

Status MemoryFileSystem::removeAttribute(FileHandle file, const std::string& name) {
    const OpenInode* open = opened(file);
    if (open == nullptr)
        return refused(EBADF, ErrorCode::WriteFailed, name);
    if (inodeOf(*open).attributes.erase(name) == 0)
        return refused(ENODATA, ErrorCode::WriteFailed, name);
    touch(inodeOf(*open), false);
    return {};
}

// --- Names ---

void MemoryFileSystem::removeName(std::uint64_t directory, const std::string& name) {
    MemoryInode& parent = disk_.inodes.at(directory);
    const std::uint64_t number = parent.entries.at(name);
    parent.entries.erase(name);
    touch(parent, true);
    MemoryInode& inode = disk_.inodes.at(number);
    --inode.links;
    touch(inode, false);
    dropIfUnused(number);
}

void MemoryFileSystem::dropIfUnused(std::uint64_t number) {
    const bool isOpen =
        std::ranges::any_of(open_, [&](const auto& entry) { return entry.second.number == number; });
    if (!isOpen && disk_.inodes.at(number).links == 0)
        disk_.inodes.erase(number);
}

Result<DiskRoom> MemoryFileSystem::room(const std::string& directory) {
    const auto place = find(directory, LastLink::Follow);
    if (!place || place->number == 0)
        return refused(place ? ENOENT : place.error(), ErrorCode::OpenFailed, directory);
    constexpr ByteCount kMuch = ByteCount{1} << 40;
    const bool isUnlimited = rules_.blocksMax == std::numeric_limits<std::size_t>::max();
    return DiskRoom{.freeBytes = isUnlimited ? kMuch : ByteCount{freeBlocks()} * MemoryContent::kBlock};
}

Status MemoryFileSystem::makePrivateDirectory(const std::string& directory) {
    for (std::size_t end = directory.find('/', 1);; end = directory.find('/', end + 1)) {
        const std::string part = directory.substr(0, end);
        const auto place = find(part, LastLink::Follow);
        if (!place)
            return refused(place.error(), ErrorCode::WriteFailed, part);
        if (place->number == 0) {
            if (!mayAccess(disk_.inodes.at(place->directory), kWriteBit | kSearchBit))
                return refused(EACCES, ErrorCode::WriteFailed, part);
            add(*place, {.kind = FileKind::Directory, .mode = 0700});
            note();
            note(DiskMoment::Kind::Sync, place->directory);
        }
        if (end == std::string::npos)
            return {};
    }
}

Result<std::vector<std::string>> MemoryFileSystem::list(const std::string& directory) {
    const auto place = find(directory, LastLink::Follow);
    if (!place || place->number == 0)
        return refused(place ? ENOENT : place.error(), ErrorCode::OpenFailed, directory);
    const MemoryInode& inode = disk_.inodes.at(place->number);
    if (inode.kind != FileKind::Directory)
        return refused(ENOTDIR, ErrorCode::OpenFailed, directory);
    std::vector<std::string> names;
    for (const auto& [name, number] : inode.entries)
        names.push_back(name);
    return names;
}

Status MemoryFileSystem::rename(const std::string& from, const std::string& to, RenameMode mode) {
    const auto source = find(from, LastLink::Keep);
    const auto target = find(to, LastLink::Keep);
    if (!source || source->number == 0 || !target)
        return refused(!source  ? source.error()
                       : target ? ENOENT
                                : target.error(),
                       ErrorCode::WriteFailed, to);
    if (target->number != 0 && mode == RenameMode::KeepExisting)
        return refused(EEXIST, ErrorCode::WriteFailed, to);
    for (const std::uint64_t directory : {source->directory, target->directory}) {
        if (!mayAccess(disk_.inodes.at(directory), kWriteBit | kSearchBit))
            return refused(EACCES, ErrorCode::WriteFailed, to);
    }
    if (target->number == source->number)
        return {};
    if (target->number != 0) {
        if (disk_.inodes.at(target->number).kind == FileKind::Directory)
            return refused(EISDIR, ErrorCode::WriteFailed, to);
        removeName(target->directory, target->name);
    }
    disk_.inodes.at(target->directory).entries[target->name] = source->number;
    disk_.inodes.at(source->directory).entries.erase(source->name);
    touch(disk_.inodes.at(source->number), false);
    touch(disk_.inodes.at(target->directory), true);
    touch(disk_.inodes.at(source->directory), true);
    note();
    return {};
}

Status MemoryFileSystem::unlink(const std::string& path) {
    const auto place = find(path, LastLink::Keep);
    if (!place || place->number == 0)
        return refused(place ? ENOENT : place.error(), ErrorCode::WriteFailed, path);
    if (disk_.inodes.at(place->number).kind == FileKind::Directory)
        return refused(EISDIR, ErrorCode::WriteFailed, path);
    if (!mayAccess(disk_.inodes.at(place->directory), kWriteBit | kSearchBit))
        return refused(EACCES, ErrorCode::WriteFailed, path);
    removeName(place->directory, place->name);
    note();
    return {};
}

void MemoryFileSystem::touch(MemoryInode& inode, bool isContent) {
    inode.changed = ++disk_.clock;
    if (isContent)
        inode.modified = inode.changed;
}

std::size_t MemoryFileSystem::freeBlocks() const {
    if (rules_.blocksMax == std::numeric_limits<std::size_t>::max())
        return rules_.blocksMax;
    std::size_t used = 0;
    for (const auto& [number, inode] : disk_.inodes)
        used += inode.content.allocated();
    return rules_.blocksMax > used ? rules_.blocksMax - used : 0;
}

}  // namespace octavo::test
