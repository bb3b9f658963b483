#include <cstdio>
#include <fcntl.h>
#include <unistd.h>

#include <QtTest>

#include "tests/support/faulty_file_system.h"
#include "tests/support/other_process.h"
#include "tests/support/refused_system_call.h"
#include "tests/support/save_world.h"

namespace octavo {

using test::contentOf;
using test::FaultyFileSystem;
using test::noise;
using test::SaveWorld;

namespace {

constexpr std::size_t kSize = std::size_t{64} * 1024;

/// A disk on which the file of a SaveWorld is a block device, and each write to it must be of whole sectors.
class DeviceDisk final : public FaultyFileSystem {
public:
    DeviceDisk(FileSystem& inner, std::string device)
        : FaultyFileSystem(inner, {}), device_(std::move(device)) {}

    bool isMounted = false;
    int exclusiveOpens = 0;
    bool hasPartialWrites = false;

    [[nodiscard]] Result<FileHandle> open(const std::string& path, Access access) override {
        if (path != device_)
            return FaultyFileSystem::open(path, access);
        if (access == Access::ReadWrite)
            return fail(ErrorCode::AccessDenied, "a device must be opened exclusively");
        if (access == Access::Exclusive && isMounted)
            return fail(systemError(EBUSY, ErrorCode::Busy, path));
        exclusiveOpens += access == Access::Exclusive ? 1 : 0;
        Result<FileHandle> handle = FaultyFileSystem::open(path, Access::ReadWrite);
        if (handle)
            handle_ = *handle;
        return handle;
    }
    [[nodiscard]] Result<std::size_t> write(FileHandle file, ByteOffset at,
                                            std::span<const std::byte> bytes) override {
        if (file == handle_ && (at % 512 != 0 || bytes.size() % 512 != 0))
            hasPartialWrites = true;
        return FaultyFileSystem::write(file, at, bytes);
    }
    [[nodiscard]] Status truncate(FileHandle file, ByteCount size) override {
        return file == handle_ ? fail(systemError(EINVAL, ErrorCode::WriteFailed))
                               : FaultyFileSystem::truncate(file, size);
    }
    [[nodiscard]] Result<FileStatus> status(const std::string& path) override {
        return asDevice(FaultyFileSystem::status(path), path == device_);
    }
    [[nodiscard]] Result<FileStatus> status(FileHandle file) override {
        Result<FileStatus> status = FaultyFileSystem::status(file);
        const bool isDevice = file == handle_;
        if (status && isDevice)
            status->deviceSize = status->identity.size;
        return asDevice(std::move(status), isDevice);
    }

private:
    static Result<FileStatus> asDevice(Result<FileStatus> status, bool isDevice) {
        if (status && isDevice)
            status->kind = FileKind::BlockDevice;
        return status;
    }

    std::string device_;
    std::optional<FileHandle> handle_;
};

struct DeviceWorld {
    [[nodiscard]] SaveTarget target() {
        SaveTarget target = probeSaveTarget(world.path(), disk).value();
        target.base = world.document().base();
        target.journalDirectory = journals;
        return target;
    }
    [[nodiscard]] SavePlan plan() { return planSave(world.document().snapshot(), target()).value(); }

    SaveWorld world{noise(kSize)};
    std::string journals = world.directory().file("journals");
    DeviceDisk disk{world.disk(), world.path()};
};

/// What a command prints, without the line's end; empty when it fails.
std::string outputOf(const std::string& command) {
    std::FILE* pipe = ::popen(command.c_str(), "r");
    char line[256] = {};
    const bool hasLine = pipe != nullptr && std::fgets(line, sizeof line, pipe) != nullptr;
    const bool isDone = pipe != nullptr && ::pclose(pipe) == 0;
    const std::string text(line);
    return hasLine && isDone ? text.substr(0, text.find('\n')) : std::string();
}

/// A file that the system shows as a block device, where this user may have one.
class LoopDevice {
public:
    explicit LoopDevice(const std::string& image)
        : path_(outputOf("losetup --find --show '" + image + "' 2>/dev/null")) {}
    LoopDevice(const LoopDevice&) = delete;
    LoopDevice& operator=(const LoopDevice&) = delete;
    ~LoopDevice() {
        if (!path_.empty())
            test::runOtherProcess({"losetup", "-d", path_});
    }
    [[nodiscard]] const std::string& path() const { return path_; }

private:
    std::string path_;
};

}  // namespace

class TestBlockDevice : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void overwritesAreWrittenInWholeSectors() {
        DeviceWorld device;
        device.world.overwrite(1000, bytesOf("abc"));
        device.world.overwrite(kSize - 1, bytesOf("z"));
        const SavePlan plan = device.plan();
        QVERIFY(runSave(plan, device.world.document().snapshot(), device.disk).has_value());
        QVERIFY(device.world.fileContent() == bytesOf(device.world.document().snapshot()));
        QVERIFY(!device.disk.hasPartialWrites);
        QCOMPARE(device.disk.exclusiveOpens, 1);
    }

    void mountedDeviceIsRefused() {
        DeviceWorld device;
        device.world.overwrite(1000, bytesOf("abc"));
        const SavePlan plan = device.plan();
        device.disk.isMounted = true;
        QCOMPARE(runSave(plan, device.world.document().snapshot(), device.disk).error().code,
                 ErrorCode::Busy);
        QVERIFY(device.world.fileContent() == noise(kSize));
    }

    void cutOffSaveIsTakenBack() {
        DeviceWorld device;
        device.world.overwrite(1000, bytesOf("abc"));
        const SavePlan plan = device.plan();
        for (std::size_t call = 1; device.world.fileContent() == noise(kSize); ++call) {
            std::filesystem::remove(plan.journal);
            FaultyFileSystem faulty(device.disk, {.kind = test::Faults::Kind::CrashAfter, .at = call});
            static_cast<void>(runSave(plan, device.world.document().snapshot(), faulty));
        }
        QCOMPARE(recoverJournal(device.world.path(), device.disk, device.journals).value(),
                 JournalRecovery::RolledBack);
        QVERIFY(device.world.fileContent() == noise(kSize));
    }

    void realDeviceIsSavedAndRefusedWhileItIsInUse() {
        const test::TemporaryDirectory directory;
        const std::string image = directory.write("image", noise(kSize));
        const LoopDevice device(image);
        if (device.path().empty())
            QSKIP("this machine gives no loop device; the tests above stand in for it");
        PosixFileSystem disk;
        const auto source = openFileSource(device.path()).value();
        QCOMPARE(source->size(), ByteCount{kSize});
        Document document(source);
        QVERIFY(document.apply(Edit::replace({5, 8}, Content::ofBytes(bytesOf("abc")))).has_value());
        SaveTarget target = probeSaveTarget(device.path(), disk).value();
        target.base = source;
        target.journalDirectory = directory.file("journals");
        const SavePlan plan = planSave(document.snapshot(), target).value();

        const FileHandle opened = disk.open(device.path(), FileSystem::Access::Read).value();
        QCOMPARE(disk.status(opened)->size(), ByteCount{kSize});
        const auto untold =
            test::withRefusedCall(SYS_ioctl, ENOTTY, [&] { return disk.status(opened)->size(); });
        QVERIFY2(!untold || *untold == 0, "a device that does not tell its length has none");
        QVERIFY(disk.close(opened).has_value());

        const int other = ::open(device.path().c_str(), O_RDONLY | O_EXCL | O_CLOEXEC);
        QCOMPARE(runSave(plan, document.snapshot(), disk).error().code, ErrorCode::Busy);
        ::close(other);
        QVERIFY(runSave(plan, document.snapshot(), disk).has_value());
        QVERIFY(contentOf(device.path()) == bytesOf(document.snapshot()));
        document.undo();
        QVERIFY(bytesOf(document.snapshot()) == noise(kSize));
    }
};

}  // namespace octavo

QTEST_APPLESS_MAIN(octavo::TestBlockDevice)
#include "tst_block_device.moc"
