#include "core/base/error.h"

#include <cerrno>
#include <utility>

namespace octavo {

Error systemError(int errnoValue, ErrorCode fallback, std::string detail) {
    ErrorCode code = fallback;
    switch (errnoValue) {
        case ENOENT:
            code = ErrorCode::NotFound;
            break;
        case EACCES:
        case EPERM:
        case EROFS:
            code = ErrorCode::AccessDenied;
            break;
        case EISDIR:
            code = ErrorCode::IsDirectory;
            break;
        case ENOSPC:
        case EDQUOT:
            code = ErrorCode::DiskFull;
            break;
        case EFBIG:
            code = ErrorCode::TooLarge;
            break;
        default:
            break;
    }
    return Error{.code = code, .offset = {}, .systemCode = errnoValue, .detail = std::move(detail)};
}

const char* errorCodeName(ErrorCode code) {
    switch (code) {
        case ErrorCode::Cancelled:
            return "Cancelled";
        case ErrorCode::OutOfRange:
            return "OutOfRange";
        case ErrorCode::TooLarge:
            return "TooLarge";
        case ErrorCode::NotFound:
            return "NotFound";
        case ErrorCode::AccessDenied:
            return "AccessDenied";
        case ErrorCode::IsDirectory:
            return "IsDirectory";
        case ErrorCode::NotRegularFile:
            return "NotRegularFile";
        case ErrorCode::OpenFailed:
            return "OpenFailed";
        case ErrorCode::ReadFailed:
            return "ReadFailed";
        case ErrorCode::WriteFailed:
            return "WriteFailed";
        case ErrorCode::SyncFailed:
            return "SyncFailed";
        case ErrorCode::DiskFull:
            return "DiskFull";
        case ErrorCode::ChangedOnDisk:
            return "ChangedOnDisk";
        case ErrorCode::Unreadable:
            return "Unreadable";
        case ErrorCode::Malformed:
            return "Malformed";
        case ErrorCode::Unsupported:
            return "Unsupported";
        case ErrorCode::Truncated:
            return "Truncated";
        case ErrorCode::ChecksumMismatch:
            return "ChecksumMismatch";
        case ErrorCode::LimitReached:
            return "LimitReached";
        case ErrorCode::LibraryFailed:
            return "LibraryFailed";
        case ErrorCode::Busy:
            return "Busy";
        case ErrorCode::Immutable:
            return "Immutable";
        case ErrorCode::NeedsRecovery:
            return "NeedsRecovery";
    }
    return "Unknown";
}

}  // namespace octavo
