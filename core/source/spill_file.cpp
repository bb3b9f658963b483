#include "core/source/spill_file.h"

#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <unistd.h>
#include <vector>

#include "core/source/file_reading.h"

namespace octavo {

namespace {

/// A file system without unnamed files: name one, and take the name away at once.
UniqueDescriptor openNamedThenUnlink(const std::string& directory) {
    std::string name = directory + "/octavo-XXXXXX";
    UniqueDescriptor descriptor(::mkostemp(name.data(), O_CLOEXEC));
    if (descriptor.isOpen())
        ::unlink(name.c_str());
    return descriptor;
}

Result<UniqueDescriptor> openUnnamed(const std::string& directory) {
    UniqueDescriptor descriptor(
        ::open(directory.c_str(), O_TMPFILE | O_RDWR | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR));
    if (!descriptor.isOpen() &&
        (errno == EOPNOTSUPP || errno == EISDIR || errno == EINVAL || errno == ENOENT))
        descriptor = openNamedThenUnlink(directory);
    if (!descriptor.isOpen())
        return fail(systemError(errno, ErrorCode::OpenFailed, directory));
    return descriptor;
}

std::vector<std::string> candidates(const std::string& directory) {
    if (!directory.empty())
        return {directory};
    std::vector<std::string> found;
    if (const char* const fromEnvironment = std::getenv("TMPDIR");
        fromEnvironment != nullptr && *fromEnvironment != '\0')
        found.emplace_back(fromEnvironment);
    found.emplace_back("/var/tmp");
    found.emplace_back("/tmp");
    return found;
}

}  // namespace

Result<SpillFile> SpillFile::create(const std::string& directory) {
    Error firstError;
    for (const std::string& candidate : candidates(directory)) {
        auto descriptor = openUnnamed(candidate);
        if (descriptor)
            return SpillFile(std::move(*descriptor), candidate);
        if (firstError.detail.empty())
            firstError = descriptor.error();
    }
    return fail(std::move(firstError));
}

Status SpillFile::append(std::span<const std::byte> bytes) {
    ByteOffset at = size_;
    while (!bytes.empty()) {
        const auto written = ::pwrite(descriptor_.get(), bytes.data(), bytes.size(), static_cast<off_t>(at));
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)  // nothing written although there is something to write: no room
            return fail(systemError(written < 0 ? errno : ENOSPC, ErrorCode::WriteFailed, directory_));
        bytes = bytes.subspan(static_cast<std::size_t>(written));
        at += static_cast<ByteCount>(written);
    }
    size_ = at;
    return {};
}

void SpillFile::read(ByteOffset offset, std::span<std::byte> out, RangeSet& unreadable) const {
    readFileAt(descriptor_.get(), offset, out, unreadable);
}

}  // namespace octavo
