#pragma once

#include <optional>
#include <string>

#include "core/base/byte_range.h"

namespace octavo {

/// What went wrong, as a code. Core writes no sentences: ui/base/messages turns a code into one.
enum class ErrorCode {
    Cancelled,         ///< the user or the owner of a job asked to stop
    OutOfRange,        ///< an offset or range lies outside the document
    TooLarge,          ///< a result would exceed 2^63-1 bytes or a stated limit
    NotFound,          ///< no such file, name, format or algorithm
    AccessDenied,      ///< permissions forbid it
    IsDirectory,       ///< a directory where a file was expected
    NotRegularFile,    ///< a FIFO, socket or other thing that cannot be used that way
    OpenFailed,        ///< the system refused to open a file
    ReadFailed,        ///< the system refused to read
    WriteFailed,       ///< the system refused to write
    SyncFailed,        ///< the data may not have reached the disk
    DiskFull,          ///< no room, or quota used up
    ChangedOnDisk,     ///< the file is not the one that was opened
    Unreadable,        ///< part of the data could not be read; nothing was made from it
    Malformed,         ///< text or data does not follow its format; `offset` is where
    Unsupported,       ///< a valid request that this build or format cannot serve
    Truncated,         ///< the input ended too early
    ChecksumMismatch,  ///< stored and computed check values differ
    LimitReached,      ///< an output or memory limit stopped the work; may be raised
    LibraryFailed,     ///< a library reported a failure that has no better code
    Busy,              ///< another operation on the same thing is under way
    Immutable,         ///< a mark on the file (chattr +i, +a) forbids what even its permissions allow
    NeedsRecovery,     ///< a save was cut off half way; `detail` is the journal that can take it back or
                       ///< complete it
};

/// Why an operation did not happen: a code, where, and the system's own number.
struct Error {
    ErrorCode code = ErrorCode::LibraryFailed;
    std::optional<ByteOffset> offset;  ///< where, in the units of the operation's input
    int systemCode = 0;                ///< errno, or 0
    std::string detail;                ///< the file (raw bytes), name or text concerned; never a sentence

    friend bool operator==(const Error&, const Error&) = default;
};

/// The Error for a failed system call: maps well-known errno values to their own code, others to `fallback`.
[[nodiscard]] Error systemError(int errnoValue, ErrorCode fallback, std::string detail = {});

/// The code's name in this file, for logs, tests and the command line's --json. Never empty.
[[nodiscard]] const char* errorCodeName(ErrorCode code);

}  // namespace octavo
