#include <QtTest>

#include "tests/support/faulty_file_system.h"
#include "tests/support/rewrite_world.h"
#include "tests/support/save_world.h"

namespace octavo {

using test::FaultyFileSystem;
using test::noise;
using test::SaveWorld;

namespace {

/// A disk on which a file has capabilities, which every write to it takes away.
class CapableDisk final : public FaultyFileSystem {
public:
    CapableDisk(FileSystem& inner, std::string path) : FaultyFileSystem(inner, {}), path_(std::move(path)) {}

    bool hasCapabilities = true;
    bool mayGiveThem = true;

    [[nodiscard]] Result<FileHandle> open(const std::string& path, Access access) override {
        Result<FileHandle> handle = FaultyFileSystem::open(path, access);
        if (handle && path == path_)
            file_ = *handle;
        return handle;
    }
    [[nodiscard]] Result<std::size_t> write(FileHandle file, ByteOffset at,
                                            std::span<const std::byte> bytes) override {
        if (file == file_)
            hasCapabilities = false;
        return FaultyFileSystem::write(file, at, bytes);
    }
    [[nodiscard]] Result<std::vector<std::string>> attributeNames(FileHandle file) override {
        if (file == file_ && hasCapabilities)
            return std::vector{kName};
        return std::vector<std::string>{};
    }
    [[nodiscard]] Result<std::vector<std::byte>> attribute(FileHandle, const std::string&) override {
        return noise(20);
    }
    [[nodiscard]] Status setAttribute(FileHandle file, const std::string& name,
                                      std::span<const std::byte> value) override {
        if (!mayGiveThem)
            return fail(systemError(EPERM, ErrorCode::WriteFailed, name));
        if (file == file_ && name == kName && Bytes(value.begin(), value.end()) == noise(20))
            hasCapabilities = true;
        return {};
    }

private:
    const std::string kName = "security.capability";
    std::string path_;
    std::optional<FileHandle> file_;
};

}  // namespace

/// File capabilities, which writing into a file takes away.
class TestPrivileges : public QObject {
    Q_OBJECT

private:
    static void addKinds() {
        QTest::addColumn<int>("kind");
        QTest::newRow("in place") << int(SaveKind::InPlace);
        QTest::newRow("rewrite") << int(SaveKind::Rewrite);
    }
    static SaveTarget targetFor(SaveWorld& world, int kind) {
        SaveTarget target = test::rewriteTarget(world);
        target.wantedKind = static_cast<SaveKind>(kind);
        return target;
    }

private Q_SLOTS:
    void capabilitiesAreGivenBack_data() { addKinds(); }
    void capabilitiesAreGivenBack() {
        QFETCH(int, kind);
        SaveWorld world(noise(50'000));
        CapableDisk disk(world.disk(), world.path());
        world.overwrite(5, bytesOf("abc"));
        const SavePlan plan = planSave(world.document().snapshot(), targetFor(world, kind)).value();
        QVERIFY(runSave(plan, world.document().snapshot(), disk).has_value());
        QVERIFY(disk.hasCapabilities);
        QVERIFY(world.fileContent() == bytesOf(world.document().snapshot()));
    }

    void theirLossIsAskedAboutBeforeTheFileIsTouched_data() { addKinds(); }
    void theirLossIsAskedAboutBeforeTheFileIsTouched() {
        QFETCH(int, kind);
        SaveWorld world(noise(50'000));
        CapableDisk disk(world.disk(), world.path());
        disk.mayGiveThem = false;
        world.overwrite(5, bytesOf("abc"));
        SaveTarget target = targetFor(world, kind);
        SavePlan plan = planSave(world.document().snapshot(), target).value();
        const SaveResult refused = runSave(plan, world.document().snapshot(), disk);
        QCOMPARE(refused.error().code, ErrorCode::Unsupported);
        QCOMPARE(refused.error().detail, std::string("attributes"));
        QVERIFY(disk.hasCapabilities);
        QVERIFY(world.fileContent() == noise(50'000));
        plan.target.acceptedRisks = {SaveRisk::LosesAttributes};
        QVERIFY(runSave(plan, world.document().snapshot(), disk).has_value());
        QVERIFY(!disk.hasCapabilities);
    }
};

}  // namespace octavo

QTEST_APPLESS_MAIN(octavo::TestPrivileges)
#include "tst_privileges.moc"
