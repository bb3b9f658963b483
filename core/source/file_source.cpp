#include "core/source/file_source.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <fcntl.h>
#include <linux/fs.h>
#include <mutex>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>
#include <utility>
#include <vector>

#include "core/source/file_reading.h"
#include "core/source/mapped_file_source.h"
#include "core/source/plain_file_source.h"

namespace octavo {

namespace {

// File system types as statfs(2) and linux/magic.h list them.
constexpr std::uint32_t kXfs = 0x58465342;
constexpr std::uint32_t kBtrfs = 0x9123683E;
constexpr std::uint32_t kBcachefs = 0xCA451A4E;

/// Local file systems whose pages come and go as a mapping expects. Anything else (network, FUSE, removable
/// media, what nobody has heard of yet) is read by pread, where a failure is an error and not a signal.
constexpr std::array kMappable{
    std::uint32_t{0xEF53},  // ext2, ext3, ext4
    kXfs,
    kBtrfs,
    kBcachefs,
    std::uint32_t{0xF2F52010},  // F2FS
    std::uint32_t{0x2FC12FC1},  // ZFS
    std::uint32_t{0x01021994},  // tmpfs
    std::uint32_t{0x858458F6},  // ramfs
    std::uint32_t{0x794C7630},  // overlayfs
    std::uint32_t{0x7366746E},  // NTFS (ntfs3)
    std::uint32_t{0x73717368},  // squashfs
    std::uint32_t{0xE0F5E1E2},  // EROFS
    std::uint32_t{0x3153464A},  // JFS
};
constexpr std::array kClonable{kXfs, kBtrfs, kBcachefs};

/// File systems whose files are made up while they are read; the size they tell means little.
constexpr std::array kMadeUp{
    std::uint32_t{0x9FA0},      // proc
    std::uint32_t{0x62656572},  // sysfs
    std::uint32_t{0x64626720},  // debugfs
    std::uint32_t{0x74726163},  // tracefs
    std::uint32_t{0x0027E0EB},  // cgroup
    std::uint32_t{0x63677270},  // cgroup2
    std::uint32_t{0x73636673},  // securityfs
    std::uint32_t{0x62656570},  // configfs
};
constexpr ByteCount kMadeUpSize = ByteCount{64} * 1024;       // larger sizes are believed
constexpr std::size_t kContentLimit = std::size_t{64} << 20;  // of a file without a size

template <typename Types>
bool isOneOf(std::uint32_t type, const Types& types) {
    return std::ranges::find(types, type) != types.end();
}

/// The type of the file system, 0 when unknown.
std::uint32_t fileSystemType(int descriptor) {
    struct statfs status {};
    return ::fstatfs(descriptor, &status) == 0 ? static_cast<std::uint32_t>(status.f_type) : 0;
}

/// Refuses what is no file before opening it: opening a FIFO would wait, opening a device can have effects.
Status checkType(const struct stat& status, const std::string& path) {
    if (S_ISDIR(status.st_mode))
        return fail(ErrorCode::IsDirectory, path);
    if (!S_ISREG(status.st_mode) && !S_ISBLK(status.st_mode))
        return fail(ErrorCode::NotRegularFile, path);
    return {};
}

Result<struct stat> statusOf(const std::string& path) {
    struct stat status {};
    if (path.find('\0') != std::string::npos)  // no such name can exist; its beginning might
        return fail(ErrorCode::NotFound, path);
    if (::stat(path.c_str(), &status) != 0) {
        if (errno == ENOTDIR)
            return fail(
                Error{.code = ErrorCode::NotFound, .offset = {}, .systemCode = errno, .detail = path});
        return fail(systemError(errno, ErrorCode::OpenFailed, path));
    }
    return status;
}

Result<ByteCount> deviceSize(const OpenedFile& file) {
    std::uint64_t size = 0;
    if (::ioctl(file.descriptor.get(), BLKGETSIZE64, &size) != 0)
        return fail(systemError(errno, ErrorCode::OpenFailed, file.path));
    return std::min<ByteCount>(size, kMaxDocumentSize);
}

/// Everything that can be read from a file whose size is not known.
Result<std::vector<std::byte>> readWhole(const OpenedFile& file) {
    std::vector<std::byte> content;
    constexpr std::size_t kStep = std::size_t{64} * 1024;
    while (true) {
        const std::size_t known = content.size();
        if (known > kContentLimit)
            return fail(ErrorCode::LimitReached, file.path);
        content.resize(known + kStep);
        const auto got =
            ::pread(file.descriptor.get(), content.data() + known, kStep, static_cast<off_t>(known));
        const int failure = errno;
        content.resize(known + (got > 0 ? static_cast<std::size_t>(got) : 0));
        if (got == 0)
            return content;
        if (got < 0 && failure != EINTR)
            return fail(systemError(failure, ErrorCode::ReadFailed, file.path));
    }
}

/// A clone of the file without a name in the same directory, opened for reading; none where that is not
/// possible.
UniqueDescriptor cloneOf(const OpenedFile& file) {
    const std::size_t slash = file.path.rfind('/');
    const std::string directory = slash == std::string::npos ? "." : file.path.substr(0, slash + 1);
    const UniqueDescriptor clone(
        ::open(directory.c_str(), O_TMPFILE | O_RDWR | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR));
    if (!clone.isOpen() || ::ioctl(clone.get(), FICLONE, file.descriptor.get()) != 0)
        return {};
    const std::string again = "/proc/self/fd/" + std::to_string(clone.get());
    UniqueDescriptor readOnly(::open(again.c_str(), O_RDONLY | O_CLOEXEC));
    if (!readOnly.isOpen() || currentFileSize(readOnly.get()) != file.identity.size)
        return {};
    return readOnly;
}

/// A copy of the file in memory that can be mapped like a clone; none when it fails, or when the file was
/// written to meanwhile.
UniqueDescriptor memoryCopyOf(const OpenedFile& file) {
    UniqueDescriptor copy(::memfd_create("octavo-copy", MFD_CLOEXEC));
    const ByteCount size = file.identity.size;
    std::vector<std::byte> block(std::size_t{256} << 10);
    for (ByteOffset at = 0; copy.isOpen() && at < size;) {
        const auto wanted = static_cast<std::size_t>(std::min<ByteCount>(block.size(), size - at));
        const auto got = ::pread(file.descriptor.get(), block.data(), wanted, static_cast<off_t>(at));
        if (got <= 0)
            return {};
        for (std::size_t done = 0; done < static_cast<std::size_t>(got);) {
            const auto put = ::write(copy.get(), block.data() + done, static_cast<std::size_t>(got) - done);
            if (put <= 0)
                return {};
            done += static_cast<std::size_t>(put);
        }
        at += static_cast<ByteOffset>(got);
    }
    struct stat status {};
    const bool isWhole = ::fstat(file.descriptor.get(), &status) == 0 && identityOf(status) == file.identity;
    return isWhole ? std::move(copy) : UniqueDescriptor();
}

std::shared_ptr<FileSource> mapPrivately(UniqueDescriptor copy, const OpenedFile& file) {
    if (!copy.isOpen())
        return nullptr;
    OpenedFile copied{std::move(copy), file.path, file.identity};
    return MappedFileSource::map(copied, MappedFileSource::Ownership::Private);
}

std::shared_ptr<FileSource> mapFile(OpenedFile& file, std::uint32_t type, FileCopy copy) {
    if (copy != FileCopy::NorClone && isOneOf(type, kClonable)) {
        if (auto source = mapPrivately(cloneOf(file), file))
            return source;
    }
    return MappedFileSource::map(file, MappedFileSource::Ownership::Shared);
}

Result<std::shared_ptr<FileSource>> sourceFor(OpenedFile file, const struct stat& status, FileCopy copy) {
    if (S_ISBLK(status.st_mode)) {
        const auto size = deviceSize(file);
        if (!size)
            return fail(size.error());
        return std::make_shared<PlainFileSource>(std::move(file), *size);
    }
    const std::uint32_t type = fileSystemType(file.descriptor.get());
    const ByteCount size = file.identity.size;
    if (size == 0 || (size <= kMadeUpSize && isOneOf(type, kMadeUp))) {
        auto content = readWhole(file);
        if (!content)
            return fail(std::move(content.error()));
        return std::make_shared<PlainFileSource>(std::move(file), std::move(*content));
    }
    if (copy == FileCopy::OfSmall && size <= kSmallFile) {
        if (auto source = mapPrivately(memoryCopyOf(file), file))
            return source;
    }
    const bool isRead = copy == FileCopy::NorClone && size <= kReadFile;
    if (!isRead && isOneOf(type, kMappable)) {
        if (auto source = mapFile(file, type, copy))
            return source;
    }
    return std::make_shared<PlainFileSource>(std::move(file), size);
}

}  // namespace

namespace {

/// All sources that live, by weak pointers; those that died are forgotten when the next is noted.
class LiveSources {
public:
    static LiveSources& instance() {
        static LiveSources sources;
        return sources;
    }
    void note(const std::shared_ptr<const FileSource>& source) {
        const std::lock_guard lock(mutex_);
        std::erase_if(sources_, [](const auto& each) { return each.expired(); });
        sources_.push_back(source);
    }
    [[nodiscard]] std::vector<std::shared_ptr<const FileSource>> of(const FileIdentity& file) {
        std::vector<std::shared_ptr<const FileSource>> found;
        const std::lock_guard lock(mutex_);
        for (const auto& each : sources_) {
            auto source = each.lock();
            if (source && source->identity().isSameFile(file))
                found.push_back(std::move(source));
        }
        return found;
    }

private:
    std::mutex mutex_;
    std::vector<std::weak_ptr<const FileSource>> sources_;
};

}  // namespace

void FileSource::holdMoves(std::span<const Move> /*moves*/, const Memory& /*memory*/) const {}

std::vector<std::shared_ptr<const FileSource>> liveSourcesOf(const FileIdentity& file) {
    return LiveSources::instance().of(file);
}

Result<std::shared_ptr<FileSource>> openFileSource(const std::string& path, FileCopy copy) {
    const auto before = statusOf(path);
    if (!before)
        return fail(before.error());
    if (const auto checked = checkType(*before, path); !checked)
        return fail(checked.error());
    // O_NONBLOCK: should the name have become a FIFO meanwhile, opening it does not wait.
    UniqueDescriptor descriptor(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
    struct stat status {};
    if (!descriptor.isOpen() || ::fstat(descriptor.get(), &status) != 0)
        return fail(systemError(errno, ErrorCode::OpenFailed, path));
    if (const auto checked = checkType(status, path); !checked)
        return fail(checked.error());
    auto source = sourceFor({std::move(descriptor), path, identityOf(status)}, status, copy);
    if (source)
        LiveSources::instance().note(*source);
    return source;
}

Result<FileIdentity> fileIdentity(const std::string& path) {
    const auto status = statusOf(path);
    if (!status)
        return fail(status.error());
    return identityOf(*status);
}

}  // namespace octavo
