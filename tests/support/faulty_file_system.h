#pragma once

#include <algorithm>
#include <cerrno>
#include <functional>
#include <limits>
#include <set>
#include <string_view>

#include "core/save/file_system.h"

namespace octavo::test {

/// What goes wrong in a FaultyFileSystem. Calls are counted from 1.
struct Faults {
    enum class Kind : std::uint8_t {
        None,
        Once,         ///< call `at` fails
        ForEver,      ///< call `at` and all later ones fail
        SameForEver,  ///< call `at` and all later ones of the same name fail
        CrashAfter,   ///< call `at` is the last that happens
        CrashTorn,    ///< as before, and if that call writes, only half of it
    };
    Kind kind = Kind::None;
    std::size_t at = 0;
    int errnoValue = EIO;  ///< 0: the call moves only half of the bytes it was asked to, as calls may
    std::size_t mostBytes = std::numeric_limits<std::size_t>::max();  ///< of any read or write
    bool isInterrupted = false;         ///< every other call that can be ends with EINTR
    std::function<void()> neighbour{};  ///< what another program does just before call `at`
};

/// A FileSystem around another in which calls fail. After a crash every call fails, and destroying this
/// closes, as the end of a process does, what was left open.
class FaultyFileSystem : public FileSystem {
public:
    FaultyFileSystem(FileSystem& inner, Faults faults) : inner_(inner), faults_(faults) {}
    ~FaultyFileSystem() override {
        for (const FileHandle handle : open_)
            static_cast<void>(inner_.close(handle));
    }

    /// How many calls were made.
    [[nodiscard]] std::size_t calls() const { return calls_; }
    /// True when the fault was reached.
    [[nodiscard]] bool hasStruck() const {
        return faults_.kind != Faults::Kind::None && calls_ >= faults_.at;
    }
    /// The first call that failed, nullptr when none has.
    [[nodiscard]] const char* struckCall() const { return struckCall_; }
    /// Whether a call moved less than it was asked to because of Faults::errnoValue 0.
    [[nodiscard]] bool hasShortened() const { return hasShortened_; }

    [[nodiscard]] Result<FileHandle> open(const std::string& path, Access access) override {
        return opened({"open", ErrorCode::OpenFailed}, [&] { return inner_.open(path, access); });
    }
    [[nodiscard]] Result<FileHandle> createExclusive(const std::string& path, mode_t mode) override {
        return opened({"createExclusive", ErrorCode::OpenFailed},
                      [&] { return inner_.createExclusive(path, mode); });
    }
    [[nodiscard]] Result<FileHandle> openDirectory(const std::string& path) override {
        return opened({"openDirectory", ErrorCode::OpenFailed}, [&] { return inner_.openDirectory(path); });
    }
    [[nodiscard]] Status close(FileHandle file) override {
        Status status = faulted<void>({"close", ErrorCode::WriteFailed}, [] { return Status{}; });
        if (!hasCrashed() && open_.erase(file) > 0 && !inner_.close(file))
            return fail(systemError(EBADF, ErrorCode::WriteFailed));
        return status;
    }
    [[nodiscard]] Result<std::size_t> read(FileHandle file, ByteOffset at,
                                           std::span<std::byte> out) override {
        const auto part = out.first(movable(out.size()));
        return interruptible<std::size_t>({"read", ErrorCode::ReadFailed},
                                          [&] { return inner_.read(file, at, part); });
    }
    [[nodiscard]] Result<std::size_t> write(FileHandle file, ByteOffset at,
                                            std::span<const std::byte> bytes) override {
        const auto part = bytes.first(movable(bytes.size()));
        return interruptible<std::size_t>({"write", ErrorCode::WriteFailed},
                                          [&] { return inner_.write(file, at, part); });
    }
    [[nodiscard]] Status truncate(FileHandle file, ByteCount size) override {
        return interruptible<void>({"truncate", ErrorCode::WriteFailed},
                                   [&] { return inner_.truncate(file, size); });
    }
    [[nodiscard]] Status reserve(FileHandle file, ByteRange range) override {
        return interruptible<void>({"reserve", ErrorCode::WriteFailed},
                                   [&] { return inner_.reserve(file, range); });
    }
    [[nodiscard]] Status cloneRange(int sourceDescriptor, ByteRange source, FileHandle file,
                                    ByteOffset at) override {
        return faulted<void>({"cloneRange", ErrorCode::WriteFailed},
                             [&] { return inner_.cloneRange(sourceDescriptor, source, file, at); });
    }
    [[nodiscard]] Result<ByteCount> copyRange(int sourceDescriptor, ByteRange source, FileHandle file,
                                              ByteOffset at) override {
        source.end = source.begin + movable(source.size());
        return faulted<ByteCount>({"copyRange", ErrorCode::WriteFailed},
                                  [&] { return inner_.copyRange(sourceDescriptor, source, file, at); });
    }
    void startWriteback(FileHandle file, ByteRange range) override { inner_.startWriteback(file, range); }
    [[nodiscard]] Status sync(FileHandle file) override {
        return interruptible<void>({"sync", ErrorCode::SyncFailed}, [&] { return inner_.sync(file); });
    }
    [[nodiscard]] Status tryLock(FileHandle file) override {
        return interruptible<void>({"tryLock", ErrorCode::OpenFailed}, [&] { return inner_.tryLock(file); });
    }
    [[nodiscard]] Result<FileStatus> status(const std::string& path) override {
        return faulted<FileStatus>({"status", ErrorCode::OpenFailed}, [&] { return inner_.status(path); });
    }
    [[nodiscard]] Result<FileStatus> status(FileHandle file) override {
        return faulted<FileStatus>({"status", ErrorCode::OpenFailed}, [&] { return inner_.status(file); });
    }
    [[nodiscard]] Status setOwner(FileHandle file, uid_t owner, gid_t group) override {
        return faulted<void>({"setOwner", ErrorCode::WriteFailed},
                             [&] { return inner_.setOwner(file, owner, group); });
    }
    [[nodiscard]] Status setMode(FileHandle file, mode_t mode) override {
        return faulted<void>({"setMode", ErrorCode::WriteFailed}, [&] { return inner_.setMode(file, mode); });
    }
    [[nodiscard]] Result<std::vector<std::string>> attributeNames(FileHandle file) override {
        return faulted<std::vector<std::string>>({"attributeNames", ErrorCode::ReadFailed},
                                                 [&] { return inner_.attributeNames(file); });
    }
    [[nodiscard]] Result<std::vector<std::byte>> attribute(FileHandle file,
                                                           const std::string& name) override {
        return faulted<std::vector<std::byte>>({"attribute", ErrorCode::ReadFailed},
                                               [&] { return inner_.attribute(file, name); });
    }
    [[nodiscard]] Status setAttribute(FileHandle file, const std::string& name,
                                      std::span<const std::byte> value) override {
        return faulted<void>({"setAttribute", ErrorCode::WriteFailed},
                             [&] { return inner_.setAttribute(file, name, value); });
    }
    [[nodiscard]] Status removeAttribute(FileHandle file, const std::string& name) override {
        return faulted<void>({"removeAttribute", ErrorCode::WriteFailed},
                             [&] { return inner_.removeAttribute(file, name); });
    }
    [[nodiscard]] Result<std::string> resolve(const std::string& path) override {
        return faulted<std::string>({"resolve", ErrorCode::OpenFailed}, [&] { return inner_.resolve(path); });
    }
    [[nodiscard]] bool mayWriteIn(const std::string& directory) override {
        return inner_.mayWriteIn(directory);
    }
    [[nodiscard]] Result<DiskRoom> room(const std::string& directory) override {
        return inner_.room(directory);
    }
    [[nodiscard]] Status makePrivateDirectory(const std::string& directory) override {
        return faulted<void>({"makePrivateDirectory", ErrorCode::WriteFailed},
                             [&] { return inner_.makePrivateDirectory(directory); });
    }
    [[nodiscard]] Result<std::vector<std::string>> list(const std::string& directory) override {
        return faulted<std::vector<std::string>>({"list", ErrorCode::OpenFailed},
                                                 [&] { return inner_.list(directory); });
    }
    [[nodiscard]] Status rename(const std::string& from, const std::string& to, RenameMode mode) override {
        return faulted<void>({"rename", ErrorCode::WriteFailed},
                             [&] { return inner_.rename(from, to, mode); });
    }
    [[nodiscard]] Status unlink(const std::string& path) override {
        return faulted<void>({"unlink", ErrorCode::WriteFailed}, [&] { return inner_.unlink(path); });
    }

private:
    struct Call {
        const char* name;
        ErrorCode fallback;  // as PosixFileSystem has it
    };

    [[nodiscard]] bool isCrash() const {
        return faults_.kind == Faults::Kind::CrashAfter || faults_.kind == Faults::Kind::CrashTorn;
    }
    [[nodiscard]] bool hasCrashed() const { return isCrash() && calls_ > faults_.at; }

    /// Whether the fault meets a call of this number.
    [[nodiscard]] bool meets(std::size_t number) const {
        switch (faults_.kind) {
            case Faults::Kind::None:
                return false;
            case Faults::Kind::Once:
            case Faults::Kind::SameForEver:
                return number == faults_.at;
            case Faults::Kind::ForEver:
                return number >= faults_.at;
            case Faults::Kind::CrashAfter:
            case Faults::Kind::CrashTorn:
                return number > faults_.at;
        }
        return false;
    }

    /// How much the next call moves when it is asked for `size`; `size` unless it is one that moves less.
    [[nodiscard]] std::size_t movable(std::size_t size) {
        const std::size_t next = calls_ + 1;
        const bool isTorn = faults_.kind == Faults::Kind::CrashTorn && next == faults_.at;
        const bool isShort = !isCrash() && faults_.errnoValue == 0 && meets(next);
        if (isShort && size > 1)
            hasShortened_ = true;
        return std::min(isTorn ? size / 2 : isShort ? (size + 1) / 2 : size, faults_.mostBytes);
    }

    template <typename T, typename Function>
    Result<T> faulted(const Call& call, const Function& function) {
        ++calls_;
        if (calls_ == faults_.at && faults_.neighbour)
            faults_.neighbour();
        const bool isSame = faults_.kind == Faults::Kind::SameForEver && struckCall_ != nullptr &&
                            std::string_view(struckCall_) == call.name;
        if ((meets(calls_) || isSame) && faults_.errnoValue != 0) {
            if (struckCall_ == nullptr)
                struckCall_ = call.name;
            return fail(systemError(faults_.errnoValue, call.fallback));
        }
        return function();
    }
    template <typename T, typename Function>
    Result<T> interruptible(const Call& call, const Function& function) {
        wasInterrupted_ = faults_.isInterrupted && !wasInterrupted_;
        if (wasInterrupted_)
            return fail(systemError(EINTR, call.fallback));
        return faulted<T>(call, function);
    }

    template <typename Function>
    Result<FileHandle> opened(const Call& call, const Function& function) {
        Result<FileHandle> handle = interruptible<FileHandle>(call, function);
        if (handle)
            open_.insert(*handle);
        return handle;
    }

    FileSystem& inner_;
    Faults faults_;
    std::size_t calls_ = 0;
    const char* struckCall_ = nullptr;
    bool hasShortened_ = false;
    bool wasInterrupted_ = false;
    std::set<FileHandle> open_;
};

}  // namespace octavo::test
