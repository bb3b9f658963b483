#include "app/cli/cli_status.h"

#include <cstdio>
#include <cstring>
#include <fmt/format.h>

namespace octavo {

namespace {

const char* meaningOf(ErrorCode code) {
    switch (code) {
        case ErrorCode::Cancelled:
            return "cancelled";
        case ErrorCode::OutOfRange:
            return "out of range";
        case ErrorCode::TooLarge:
            return "the result would be too large";
        case ErrorCode::NotFound:
            return "not found; check the name";
        case ErrorCode::AccessDenied:
            return "permission denied";
        case ErrorCode::IsDirectory:
            return "is a directory; name a file";
        case ErrorCode::NotRegularFile:
            return "not a file that can be used this way";
        case ErrorCode::OpenFailed:
            return "cannot be opened";
        case ErrorCode::ReadFailed:
            return "cannot be read";
        case ErrorCode::WriteFailed:
            return "cannot be written";
        case ErrorCode::SyncFailed:
            return "written, but it may not survive a power cut";
        case ErrorCode::DiskFull:
            return "no room left on the disk; nothing was changed";
        case ErrorCode::ChangedOnDisk:
            return "another program has changed the file; nothing was saved";
        case ErrorCode::Unreadable:
            return "some bytes could not be read";
        case ErrorCode::Malformed:
            return "malformed";
        case ErrorCode::Unsupported:
            return "not supported";
        case ErrorCode::Truncated:
            return "ends too early";
        case ErrorCode::ChecksumMismatch:
            return "the checksum does not match";
        case ErrorCode::LimitReached:
            return "a limit was reached";
        case ErrorCode::LibraryFailed:
            return "a library reported a failure";
        case ErrorCode::Busy:
            return "another instance is working on this file; try again";
        case ErrorCode::NeedsRecovery:
            return "a save was cut off half way; opening the file again undoes or completes it";
        case ErrorCode::Immutable:
            return "marked immutable or append-only (chattr); nothing was changed";
    }
    return errorCodeName(code);
}

}  // namespace

std::string sentenceFor(const Error& error, std::string_view subject) {
    std::string sentence = meaningOf(error.code);
    if (error.offset)
        sentence += fmt::format(" at offset {}", *error.offset);
    if (!error.detail.empty() && error.detail != subject)
        sentence += fmt::format(" ({})", error.detail);
    if (error.systemCode != 0)
        sentence += fmt::format(": {}", std::strerror(error.systemCode));
    return sentence;
}

ExitStatus statusFor(const Error& error) {
    if (error.systemCode != 0)
        return ExitStatus::Refused;
    switch (error.code) {
        case ErrorCode::OutOfRange:
        case ErrorCode::TooLarge:
        case ErrorCode::Malformed:
        case ErrorCode::Truncated:
        case ErrorCode::ChecksumMismatch:
        case ErrorCode::LimitReached:
            return ExitStatus::Misuse;
        default:
            return ExitStatus::Refused;
    }
}

void note(std::string_view subject, std::string_view message) {
    std::string line = "octavo-cli: ";
    if (!subject.empty())
        line.append(subject).append(": ");
    line.append(message).append("\n");
    static_cast<void>(std::fwrite(line.data(), 1, line.size(), stderr));
}

ExitStatus report(std::string_view subject, const Error& error) {
    note(subject, sentenceFor(error, subject));
    return statusFor(error);
}

ExitStatus misuse(std::string_view subject, std::string_view message) {
    note(subject, message);
    return ExitStatus::Misuse;
}

}  // namespace octavo
