#include "core/source/disk_geometry.h"

#include <cerrno>
#include <fcntl.h>
#include <linux/fs.h>
#include <sys/ioctl.h>
#include <sys/stat.h>

#include "core/base/unique_descriptor.h"

namespace octavo {

Result<DiskGeometry> diskGeometryOf(const std::string& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0)
        return fail(systemError(errno, ErrorCode::OpenFailed, path));
    if (!S_ISBLK(status.st_mode))
        return DiskGeometry{};
    const UniqueDescriptor device(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    int size = 0;
    if (!device.isOpen() || ::ioctl(device.get(), BLKSSZGET, &size) != 0 || size <= 0)
        return fail(systemError(errno, ErrorCode::OpenFailed, path));
    return DiskGeometry{.sectorSize = static_cast<ByteCount>(size), .isDevice = true};
}

}  // namespace octavo
