#pragma once

#include <algorithm>
#include <cerrno>
#include <limits>
#include <set>

#include "core/save/file_system.h"

namespace octavo::test {

/// What goes wrong in a FaultyFileSystem. Calls are counted from 1.
struct Faults {
    enum class Kind : std::uint8_t {
        None,
        Once,        ///< call `at` fails
        ForEver,     ///< call `at` and all later ones fail
        CrashAfter,  ///< call `at` is the last that happens
        CrashTorn,   ///< as before, and if that call writes, only half of it
    };
    Kind kind = Kind::None;
    std::size_t at = 0;
    int errnoValue = EIO;
    std::size_t mostBytes = std::numeric_limits<std::size_t>::max();  ///< of any read or write
    bool isInterrupted = false;  ///< every other call that can be ends with EINTR
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

    [[nodiscard]] Result<FileHandle> open(const std::string& path, Access access) override {
        return opened([&] { return inner_.open(path, access); });
    }
    [[nodiscard]] Result<FileHandle> createExclusive(const std::string& path, mode_t mode) override {
        return opened([&] { return inner_.createExclusive(path, mode); });
    }
    [[nodiscard]] Result<FileHandle> openDirectory(const std::string& path) override {
        return opened([&] { return inner_.openDirectory(path); });
    }
    [[nodiscard]] Status close(FileHandle file) override {
        Status status = faulted<void>([] { return Status{}; });
        if (!hasCrashed() && open_.erase(file) > 0 && !inner_.close(file))
            return fail(systemError(EBADF, ErrorCode::WriteFailed));
        return status;
    }
    [[nodiscard]] Result<std::size_t> read(FileHandle file, ByteOffset at,
                                           std::span<std::byte> out) override {
        const auto part = out.first(std::min(out.size(), faults_.mostBytes));
        return interruptible<std::size_t>([&] { return inner_.read(file, at, part); });
    }
    [[nodiscard]] Result<std::size_t> write(FileHandle file, ByteOffset at,
                                            std::span<const std::byte> bytes) override {
        const bool isTorn = faults_.kind == Faults::Kind::CrashTorn && calls_ + 1 == faults_.at;
        const auto part = bytes.first(std::min(isTorn ? bytes.size() / 2 : bytes.size(), faults_.mostBytes));
        return interruptible<std::size_t>([&] { return inner_.write(file, at, part); });
    }
    [[nodiscard]] Status truncate(FileHandle file, ByteCount size) override {
        return interruptible<void>([&] { return inner_.truncate(file, size); });
    }
    [[nodiscard]] Status reserve(FileHandle file, ByteRange range) override {
        return interruptible<void>([&] { return inner_.reserve(file, range); });
    }
    [[nodiscard]] Status cloneRange(int sourceDescriptor, ByteRange source, FileHandle file,
                                    ByteOffset at) override {
        return faulted<void>([&] { return inner_.cloneRange(sourceDescriptor, source, file, at); });
    }
    [[nodiscard]] Result<ByteCount> copyRange(int sourceDescriptor, ByteRange source, FileHandle file,
                                              ByteOffset at) override {
        source.end =
            std::min(source.end, source.begin + std::min<ByteCount>(source.size(), faults_.mostBytes));
        return faulted<ByteCount>([&] { return inner_.copyRange(sourceDescriptor, source, file, at); });
    }
    void startWriteback(FileHandle file, ByteRange range) override { inner_.startWriteback(file, range); }
    [[nodiscard]] Status sync(FileHandle file) override {
        return interruptible<void>([&] { return inner_.sync(file); });
    }
    [[nodiscard]] Status tryLock(FileHandle file) override {
        return interruptible<void>([&] { return inner_.tryLock(file); });
    }
    [[nodiscard]] Result<FileStatus> status(const std::string& path) override {
        return faulted<FileStatus>([&] { return inner_.status(path); });
    }
    [[nodiscard]] Result<FileStatus> status(FileHandle file) override {
        return faulted<FileStatus>([&] { return inner_.status(file); });
    }
    [[nodiscard]] Status setOwner(FileHandle file, uid_t owner, gid_t group) override {
        return faulted<void>([&] { return inner_.setOwner(file, owner, group); });
    }
    [[nodiscard]] Status setMode(FileHandle file, mode_t mode) override {
        return faulted<void>([&] { return inner_.setMode(file, mode); });
    }
    [[nodiscard]] Result<std::vector<std::string>> attributeNames(FileHandle file) override {
        return faulted<std::vector<std::string>>([&] { return inner_.attributeNames(file); });
    }
    [[nodiscard]] Result<std::vector<std::byte>> attribute(FileHandle file,
                                                           const std::string& name) override {
        return faulted<std::vector<std::byte>>([&] { return inner_.attribute(file, name); });
    }
    [[nodiscard]] Status setAttribute(FileHandle file, const std::string& name,
                                      std::span<const std::byte> value) override {
        return faulted<void>([&] { return inner_.setAttribute(file, name, value); });
    }
    [[nodiscard]] Status removeAttribute(FileHandle file, const std::string& name) override {
        return faulted<void>([&] { return inner_.removeAttribute(file, name); });
    }
    [[nodiscard]] Result<std::string> resolve(const std::string& path) override {
        return faulted<std::string>([&] { return inner_.resolve(path); });
    }
    [[nodiscard]] bool mayWriteIn(const std::string& directory) override {
        return inner_.mayWriteIn(directory);
    }
    [[nodiscard]] Status makeDirectory(const std::string& path, mode_t mode) override {
        return faulted<void>([&] { return inner_.makeDirectory(path, mode); });
    }
    [[nodiscard]] Result<std::vector<std::string>> list(const std::string& directory) override {
        return faulted<std::vector<std::string>>([&] { return inner_.list(directory); });
    }
    [[nodiscard]] Status rename(const std::string& from, const std::string& to, RenameMode mode) override {
        return faulted<void>([&] { return inner_.rename(from, to, mode); });
    }
    [[nodiscard]] Status unlink(const std::string& path) override {
        return faulted<void>([&] { return inner_.unlink(path); });
    }

private:
    [[nodiscard]] bool isCrash() const {
        return faults_.kind == Faults::Kind::CrashAfter || faults_.kind == Faults::Kind::CrashTorn;
    }
    [[nodiscard]] bool hasCrashed() const { return isCrash() && calls_ > faults_.at; }

    [[nodiscard]] bool failsNow() const {
        switch (faults_.kind) {
            case Faults::Kind::None:
                return false;
            case Faults::Kind::Once:
                return calls_ == faults_.at;
            case Faults::Kind::ForEver:
                return calls_ >= faults_.at;
            case Faults::Kind::CrashAfter:
            case Faults::Kind::CrashTorn:
                return calls_ > faults_.at;
        }
        return false;
    }

    template <typename T, typename Call>
    Result<T> faulted(const Call& call) {
        ++calls_;
        if (failsNow())
            return fail(systemError(faults_.errnoValue, ErrorCode::WriteFailed));
        return call();
    }
    template <typename T, typename Call>
    Result<T> interruptible(const Call& call) {
        wasInterrupted_ = faults_.isInterrupted && !wasInterrupted_;
        if (wasInterrupted_)
            return fail(systemError(EINTR, ErrorCode::WriteFailed));
        return faulted<T>(call);
    }

    template <typename Call>
    Result<FileHandle> opened(const Call& call) {
        Result<FileHandle> handle = interruptible<FileHandle>(call);
        if (handle)
            open_.insert(*handle);
        return handle;
    }

    FileSystem& inner_;
    Faults faults_;
    std::size_t calls_ = 0;
    bool wasInterrupted_ = false;
    std::set<FileHandle> open_;
};

}  // namespace octavo::test
