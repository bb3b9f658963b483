#include "core/compare/file_change.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

#include "core/compare/byte_diff.h"
#include "core/source/file_reading.h"

namespace octavo {

namespace {

using Kind = FileChange::Kind;

/// No single write of another program is under way for longer.
constexpr std::chrono::milliseconds kWriteMost(100);

/// The drive, mount or server is at fault, not the file.
bool isOfTheDrive(int systemCode) {
    constexpr std::array kCodes{EIO,       ENXIO,     ENODEV,       ENOTCONN, ESTALE,
                                ETIMEDOUT, EHOSTDOWN, EHOSTUNREACH, ENOMEDIUM};
    return std::ranges::find(kCodes, systemCode) != kCodes.end();
}

bool isAnotherDevice(const FileEvidence& evidence) {
    return evidence.knownDevice && evidence.nearDevice && *evidence.knownDevice != *evidence.nearDevice;
}

bool sameBytesByTimes(const FileIdentity& one, const FileIdentity& other) {
    return one.isSameFile(other) && one.size == other.size && one.modifiedNs == other.modifiedNs;
}

Kind missingKind(const FileEvidence& evidence) {
    const Error& error = evidence.now.error();
    if (error.code == ErrorCode::AccessDenied)
        return Kind::AccessLost;
    if (isOfTheDrive(error.systemCode) || evidence.isBlockDevice || isAnotherDevice(evidence))
        return Kind::Unreachable;
    return error.code == ErrorCode::NotFound ? Kind::Deleted : Kind::Unreachable;
}

/// How the bytes of what has the name now stand to those of old.
Kind kindByBytes(ByteCount oldSize, ByteCount newSize, std::optional<ByteCount> commonBytes) {
    const ByteCount shorter = std::min(oldSize, newSize);
    if (commonBytes && *commonBytes < shorter)
        return Kind::Rewritten;
    if (newSize > oldSize)
        return Kind::Appended;
    if (newSize < oldSize)
        return Kind::Truncated;
    const bool isCompared = commonBytes || shorter == 0;
    return isCompared ? Kind::Touched : Kind::Rewritten;
}

Kind kindOf(const FileEvidence& evidence) {
    if (!evidence.now)
        return missingKind(evidence);
    if (!evidence.mayRead)
        return Kind::AccessLost;
    const FileIdentity& now = *evidence.now;
    if (now == evidence.known)
        return Kind::Unchanged;
    if (sameBytesByTimes(now, evidence.known))
        return Kind::Touched;
    if (evidence.isBlockDevice)
        return now.isSameFile(evidence.known) ? Kind::Touched : Kind::Replaced;
    const Kind byBytes = kindByBytes(evidence.oldSize, now.size, evidence.commonBytes);
    if (now.isSameFile(evidence.known) || byBytes == Kind::Touched)
        return byBytes;
    return Kind::Replaced;
}

/// The open file that the old bytes come from is as it was. Its ctime changes when it loses its name.
bool holdsOldBytes(const FileEvidence& evidence) {
    return evidence.isPrivate || (evidence.held && sameBytesByTimes(*evidence.held, evidence.base));
}

std::optional<FileIdentity> heldIdentity(const FileSource& opened) {
    struct stat status {};
    if (::fstat(opened.descriptor(), &status) != 0)
        return std::nullopt;
    return identityOf(status);
}

std::optional<std::uint64_t> deviceOf(const std::string& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0)
        return std::nullopt;
    return status.st_dev;
}

std::string parentOf(const std::string& path) {
    const std::size_t slash = path.rfind('/');
    return slash == std::string::npos || slash == 0 ? "/" : path.substr(0, slash);
}

std::optional<std::uint64_t> nearestDevice(const std::string& path) {
    for (std::string folder = parentOf(path);; folder = parentOf(folder)) {
        if (const auto device = deviceOf(folder); device || folder == "/")
            return device;
    }
}

bool isBlockDeviceAt(int descriptor) {
    struct stat status {};
    return ::fstat(descriptor, &status) == 0 && S_ISBLK(status.st_mode);
}

}  // namespace

FileChange classify(const FileEvidence& evidence) {
    FileChange change{.kind = kindOf(evidence), .oldSize = evidence.oldSize};
    change.isBlockDevice = evidence.isBlockDevice;
    if (evidence.now) {
        change.now = *evidence.now;
        change.newSize = evidence.isBlockDevice ? evidence.oldSize : evidence.now->size;
    } else {
        change.reason = evidence.now.error();
    }
    if (change.kind == Kind::AccessLost && evidence.now)
        change.reason = systemError(EACCES, ErrorCode::AccessDenied);
    if (evidence.isBlockDevice) {
        change.keepsOldBytes = change.kind == Kind::Unchanged || change.kind == Kind::Touched;
        return change;
    }
    change.keepsOldBytes = holdsOldBytes(evidence);
    if (!evidence.isPrivate && evidence.held && evidence.held->size < evidence.oldSize)
        change.lost = {evidence.held->size, evidence.oldSize};
    return change;
}

std::optional<std::uint64_t> deviceOfDirectory(const std::string& path) {
    return deviceOf(parentOf(path));
}

bool keepsOldBytes(const FileSource& opened, const FileIdentity& base) {
    const auto held = heldIdentity(opened);
    return opened.isPrivate() || (held && sameBytesByTimes(*held, base));
}

namespace {

Result<FileChange> lookAt(const KnownFile& file, ByteCount compareMost, const JobContext& job) {
    const FileSource& opened = *file.opened;
    FileEvidence evidence{.known = file.identity, .now = fileIdentity(file.path)};
    evidence.base = file.base;
    evidence.isPrivate = opened.isPrivate();
    evidence.held = heldIdentity(opened);
    evidence.isBlockDevice = !evidence.isPrivate && isBlockDeviceAt(opened.descriptor());
    evidence.oldSize = opened.size();
    evidence.knownDevice = file.directoryDevice;
    if (!evidence.now) {
        evidence.nearDevice = nearestDevice(file.path);
        return classify(evidence);
    }
    evidence.mayRead = ::access(file.path.c_str(), R_OK) == 0;
    const bool isWorthwhile = !evidence.isBlockDevice && evidence.mayRead && holdsOldBytes(evidence) &&
                              !sameBytesByTimes(*evidence.now, file.identity) &&
                              std::min(opened.size(), evidence.now->size) <= compareMost;
    if (isWorthwhile) {
        // Should it fail, the next look will tell why.
        if (const auto fresh = openFileSource(file.path)) {
            const auto common =
                commonPrefix(Snapshot::ofSource(file.opened), Snapshot::ofSource(*fresh), job);
            if (!common)
                return fail(common.error());
            evidence.commonBytes = *common;
        }
    }
    return classify(evidence);
}

/// In the midst of a write a file has its new time before its new length: as long as before and written this
/// very moment, it may be either.
bool mayBeInTheMidstOfAWrite(const FileChange& change) {
    if (change.kind != Kind::Rewritten || change.newSize != change.oldSize)
        return false;
    const auto age = std::chrono::system_clock::now().time_since_epoch() -
                     std::chrono::nanoseconds(change.now->modifiedNs);
    return age >= std::chrono::nanoseconds(0) && age < kWriteMost;
}

}  // namespace

Result<FileChange> examineFile(const KnownFile& file, ByteCount compareMost, const JobContext& job) {
    while (true) {
        Result<FileChange> change = lookAt(file, compareMost, job);
        if (!change || !mayBeInTheMidstOfAWrite(*change))
            return change;
        if (job.stopRequested())
            return fail(ErrorCode::Cancelled);
        std::this_thread::sleep_for(kWriteMost / 20);
    }
}

}  // namespace octavo
