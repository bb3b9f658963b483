#include <filesystem>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <QtTest>

#include "tests/support/damaged_source.h"
#include "tests/support/faulty_file_system.h"
#include "tests/support/file_size_limit.h"
#include "tests/support/other_process.h"
#include "tests/support/save_world.h"

namespace octavo {

using test::contentOf;
using test::DamagedSource;
using test::FileSizeLimit;
using test::noise;
using test::SaveWorld;

namespace {

constexpr std::size_t kSize = 300'000;

struct stat statOf(const std::string& path) {
    struct stat info {};
    OCTAVO_EXPECTS(::lstat(path.c_str(), &info) == 0);
    return info;
}

}  // namespace

class TestSaveRunner : public QObject {
    Q_OBJECT

private:
    /// Both plans, as rows of a table.
    static void addPlans() {
        QTest::addColumn<bool>("shifts");
        QTest::newRow("in place") << false;
        QTest::newRow("replace") << true;
    }
    static void edit(SaveWorld& world, bool shifts) {
        if (shifts)
            world.insert(0, bytesOf("abc"));
        else
            world.overwrite(5000, bytesOf("abc"));
    }

private Q_SLOTS:
    void nothingIsWrittenWhenNothingChanged() {
        SaveWorld world(noise(kSize));
        const struct stat before = statOf(world.path());
        const SaveOutcome outcome = world.save().value();
        QCOMPARE(outcome.kind, SavePlan::Kind::Nothing);
        QCOMPARE(statOf(world.path()).st_mtim.tv_nsec, before.st_mtim.tv_nsec);
    }

    void savedFileHoldsTheDocument_data() { addPlans(); }
    void savedFileHoldsTheDocument() {
        QFETCH(bool, shifts);
        SaveWorld world(noise(kSize));
        edit(world, shifts);
        const SaveOutcome outcome = world.save().value();
        QCOMPARE(outcome.kind, shifts ? SavePlan::Kind::Replace : SavePlan::Kind::InPlace);
        QVERIFY(world.fileContent() == bytesOf(world.document().snapshot()));
        QVERIFY(outcome.identity == world.disk().status(world.path())->identity);
        QCOMPARE(world.names(), std::vector<std::string>{"file.bin"});
    }

    void undoAfterSavingGivesTheOldBytes_data() { addPlans(); }
    void undoAfterSavingGivesTheOldBytes() {
        QFETCH(bool, shifts);
        const Bytes before = noise(kSize);
        SaveWorld world(before);
        edit(world, shifts);
        QVERIFY(world.saveAndRebase().has_value());
        world.document().undo();
        QVERIFY(bytesOf(world.document().snapshot()) == before);
        QVERIFY(world.saveAndRebase().has_value());
        QVERIFY(world.fileContent() == before);
        world.document().redo();
        QVERIFY(world.saveAndRebase().has_value());
        QVERIFY(world.fileContent() == bytesOf(world.document().snapshot()));
    }

    void manySavesInPlaceKeepEveryStateOfTheHistory() {
        SaveWorld world(noise(kSize));
        std::vector<Bytes> states{bytesOf(world.document().snapshot())};
        for (unsigned i = 0; i < 8; ++i) {
            world.overwrite(3000 * i, noise(5000, i + 2));
            states.push_back(bytesOf(world.document().snapshot()));
            QCOMPARE(world.saveAndRebase()->kind, SavePlan::Kind::InPlace);
        }
        for (std::size_t i = states.size(); i-- > 1;) {
            QVERIFY(bytesOf(world.document().snapshot()) == states[i]);
            world.document().undo();
        }
        QVERIFY(bytesOf(world.document().snapshot()) == states[0]);
    }

    void inPlaceKeepsTheInode() {
        SaveWorld world(noise(kSize));
        const ino_t before = statOf(world.path()).st_ino;
        edit(world, false);
        QVERIFY(world.save().has_value());
        QCOMPARE(statOf(world.path()).st_ino, before);
    }

    void hardLinksSeeTheNewBytes_data() { addPlans(); }
    void hardLinksSeeTheNewBytes() {
        QFETCH(bool, shifts);
        SaveWorld world(noise(kSize));
        const std::string other = world.directory().file("other");
        QCOMPARE(::link(world.path().c_str(), other.c_str()), 0);
        world.open();
        edit(world, shifts);
        QVERIFY(world.save().has_value());
        QVERIFY(contentOf(other) == bytesOf(world.document().snapshot()));
        QCOMPARE(statOf(other).st_nlink, nlink_t{2});
    }

    void exportOverAHardLinkAsksFirst() {
        SaveWorld world(noise(kSize));
        const std::string other = world.directory().write("other", noise(10));
        QCOMPARE(::link(other.c_str(), world.directory().file("third").c_str()), 0);
        SaveTarget target = world.exportTarget(other);
        const Result<SaveOutcome> refused = world.saveTo(target);
        QCOMPARE(refused.error().code, ErrorCode::Unsupported);
        QCOMPARE(refused.error().detail, std::string("hard-links"));
        QVERIFY(contentOf(other) == noise(10));
        target.acceptedRisks = {SaveRisk::BreaksHardLinks};
        QVERIFY(world.saveTo(target).has_value());
        QVERIFY(contentOf(other) == noise(kSize));
        QVERIFY(contentOf(world.directory().file("third")) == noise(10));
    }

    void modeAndAttributesAreKept_data() { addPlans(); }
    void modeAndAttributesAreKept() {
        QFETCH(bool, shifts);
        SaveWorld world(noise(kSize));
        const unsigned char list[] = {2,    0,    0,    0,    1,    0,    6,    0,    0xFF, 0xFF, 0xFF,
                                      0xFF, 2,    0,    4,    0,    7,    0,    0,    0,    4,    0,
                                      4,    0,    0xFF, 0xFF, 0xFF, 0xFF, 0x10, 0,    4,    0,    0xFF,
                                      0xFF, 0xFF, 0xFF, 0x20, 0,    0,    0,    0xFF, 0xFF, 0xFF, 0xFF};
        QCOMPARE(::setxattr(world.path().c_str(), "system.posix_acl_access", list, sizeof list, 0), 0);
        QCOMPARE(::setxattr(world.path().c_str(), "user.colour", "red", 3, 0), 0);
        QCOMPARE(::chmod(world.path().c_str(), 04640), 0);
        world.open();
        edit(world, shifts);
        QVERIFY(world.save().has_value());
        QCOMPARE(int(statOf(world.path()).st_mode & 07777), 04640);
        char colour[8] = {};
        QCOMPARE(::getxattr(world.path().c_str(), "user.colour", colour, sizeof colour), ssize_t{3});
        QCOMPARE(std::string(colour), std::string("red"));
        unsigned char kept[sizeof list] = {};
        QCOMPARE(::getxattr(world.path().c_str(), "system.posix_acl_access", kept, sizeof kept),
                 ssize_t{sizeof list});
        QVERIFY(std::equal(std::begin(kept), std::end(kept), std::begin(list)));
    }

    void ownerIsKeptOrItsLossIsAskedAbout() {
        SaveWorld world(noise(kSize));
        edit(world, true);
        const bool isRoot = ::geteuid() == 0;
        if (isRoot) {
            QCOMPARE(::chown(world.path().c_str(), 1234, 2345), 0);
            SaveTarget target = world.target();
            target.ifChanged = SaveTarget::IfChanged::Overwrite;  // chown changed ctime
            QVERIFY(world.saveTo(target).has_value());
            QCOMPARE(statOf(world.path()).st_uid, uid_t{1234});
            QCOMPARE(statOf(world.path()).st_gid, gid_t{2345});
        }
        SaveTarget target = world.target();
        target.ifChanged = SaveTarget::IfChanged::Overwrite;
        target.existing->owner += 1;
        const SavePlan plan = planSave(world.document().snapshot(), target).value();
        NoChown disk(world.disk());
        const Result<SaveOutcome> refused = runSave(plan, world.document().snapshot(), disk);
        QCOMPARE(refused.error().code, ErrorCode::Unsupported);
        QCOMPARE(refused.error().detail, std::string("owner"));
        QCOMPARE(world.names(), std::vector<std::string>{"file.bin"});
    }

    void newFileObeysTheUmask() {
        SaveWorld world(noise(kSize));
        const mode_t before = ::umask(027);
        const Result<SaveOutcome> outcome = world.saveTo(world.exportTarget(world.directory().file("new")));
        ::umask(before);
        QVERIFY(outcome.has_value());
        QCOMPARE(int(statOf(outcome->path).st_mode & 07777), 0640);
        QVERIFY(contentOf(outcome->path) == noise(kSize));
    }

    void symbolicLinkStaysAndItsTargetIsSaved_data() { addPlans(); }
    void symbolicLinkStaysAndItsTargetIsSaved() {
        QFETCH(bool, shifts);
        SaveWorld world(noise(kSize));
        const std::string link = world.directory().file("link");
        QCOMPARE(::symlink("file.bin", link.c_str()), 0);
        edit(world, shifts);
        const SaveOutcome outcome = world.saveTo(world.exportTarget(link, SaveTarget::Intent::Save)).value();
        QCOMPARE(outcome.path, std::filesystem::canonical(world.path()).string());
        QVERIFY(S_ISLNK(statOf(link).st_mode));
        QVERIFY(world.fileContent() == bytesOf(world.document().snapshot()));
    }

    void linkToNothingCreatesItsTarget() {
        SaveWorld world(noise(kSize));
        const std::string link = world.directory().file("link");
        QCOMPARE(::symlink("fresh", link.c_str()), 0);
        QVERIFY(world.saveTo(world.exportTarget(link)).has_value());
        QVERIFY(S_ISLNK(statOf(link).st_mode));
        QVERIFY(contentOf(world.directory().file("fresh")) == noise(kSize));
    }

    void namesAreBytes() {
        SaveWorld world(noise(kSize), "\xff\xfe\n.bin");
        edit(world, true);
        QVERIFY(world.save().has_value());
        QVERIFY(world.fileContent() == bytesOf(world.document().snapshot()));
        SaveWorld longest(noise(kSize), std::string(255, 'n'));
        edit(longest, false);
        QVERIFY(longest.saveAndRebase().has_value());
        edit(longest, true);
        QVERIFY(longest.saveAndRebase().has_value());
        QVERIFY(longest.fileContent() == bytesOf(longest.document().snapshot()));
    }

    void selectionIsSavedAlone() {
        SaveWorld world(noise(kSize));
        edit(world, true);
        SaveTarget target = world.exportTarget(world.directory().file("part"));
        target.range = ByteRange{2, 200'003};
        QVERIFY(world.saveTo(target).has_value());
        const Bytes all = bytesOf(world.document().snapshot());
        QVERIFY(contentOf(target.path) == Bytes(all.begin() + 2, all.begin() + 200'003));
        target = world.exportTarget(world.directory().file("empty"));
        target.range = ByteRange{5, 5};
        QVERIFY(world.saveTo(target).has_value());
        QCOMPARE(std::filesystem::file_size(target.path), std::uintmax_t{0});
    }

    void saveAsOntoTheOpenFileIsSafe() {
        SaveWorld world(noise(kSize));
        edit(world, false);
        const SaveOutcome outcome = world.saveTo(world.exportTarget(world.path())).value();
        QCOMPARE(outcome.kind, SavePlan::Kind::Replace);
        QVERIFY(world.fileContent() == bytesOf(world.document().snapshot()));
        world.document().undo();
        QVERIFY(bytesOf(world.document().snapshot()) == noise(kSize));
    }

    void documentWithoutAFileIsSaved() {
        SaveWorld world(noise(10));
        const std::string path = world.directory().file("fresh");
        const SaveTarget target = probeSaveTarget(path, world.disk()).value();
        const Snapshot snapshot = Snapshot::ofBytes(noise(kSize));
        QVERIFY(runSave(planSave(snapshot, target).value(), snapshot, world.disk()).has_value());
        QVERIFY(contentOf(path) == noise(kSize));
    }

    void fileChangedBetweenPlanAndSaveIsRefused_data() { addPlans(); }
    void fileChangedBetweenPlanAndSaveIsRefused() {
        QFETCH(bool, shifts);
        SaveWorld world(noise(kSize));
        edit(world, shifts);
        const SavePlan plan = planSave(world.document().snapshot(), world.target()).value();
        std::ofstream(world.path(), std::ios::binary | std::ios::app) << "somebody else";
        const Bytes theirs = world.fileContent();
        const Result<SaveOutcome> outcome = runSave(plan, world.document().snapshot(), world.disk());
        QCOMPARE(outcome.error().code, ErrorCode::ChangedOnDisk);
        QVERIFY(world.fileContent() == theirs);
        QCOMPARE(world.names(), std::vector<std::string>{"file.bin"});
    }

    void fileThatAppearedMeanwhileIsNotOverwritten() {
        SaveWorld world(noise(kSize));
        const SaveTarget target = world.exportTarget(world.directory().file("new"));
        const SavePlan plan = planSave(world.document().snapshot(), target).value();
        static_cast<void>(world.directory().write("new", bytesOf("theirs")));
        QCOMPARE(runSave(plan, world.document().snapshot(), world.disk()).error().code,
                 ErrorCode::ChangedOnDisk);
        QCOMPARE(textOf(contentOf(target.path)), std::string("theirs"));
    }

    void unreadableBytesAreNeverSaved_data() { addPlans(); }
    void unreadableBytesAreNeverSaved() {
        QFETCH(bool, shifts);
        SaveWorld world(noise(kSize));
        edit(world, shifts);
        const auto damaged = std::make_shared<DamagedSource>(noise(1000), ByteRange{500, 501});
        QVERIFY(world.document()
                    .apply(Edit::replace({20'000, 21'000}, Content::ofSource(damaged, {0, 1000})))
                    .has_value());
        const Result<SaveOutcome> outcome = world.save();
        QCOMPARE(outcome.error().code, ErrorCode::Unreadable);
        QCOMPARE(outcome.error().offset, std::optional<ByteOffset>(20'500));
        QVERIFY(world.fileContent() == noise(kSize));
        QCOMPARE(world.names(), std::vector<std::string>{"file.bin"});
    }

    void aFileCutShortIsNeverSaved_data() {
        QTest::addColumn<ByteRange>("range");
        QTest::addColumn<bool>("isWhole");
        QTest::newRow("all of it") << ByteRange{0, kSize} << false;
        QTest::newRow("a range across the cut") << ByteRange{200'000, 200'200} << false;
        QTest::newRow("the first byte that is gone") << ByteRange{200'123, 200'124} << false;
        QTest::newRow("a range behind the cut, in its page") << ByteRange{200'130, 200'140} << false;
        QTest::newRow("pages behind the cut") << ByteRange{250'000, kSize} << false;
        QTest::newRow("a range before the cut") << ByteRange{1000, 200'123} << true;
    }
    void aFileCutShortIsNeverSaved() {
        QFETCH(ByteRange, range);
        QFETCH(bool, isWhole);
        SaveWorld world(noise(kSize));
        QVERIFY(test::truncateFromOutside(world.path(), 200'123));
        SaveTarget target = world.exportTarget(world.directory().file("copy"));
        target.range = range;
        const Result<SaveOutcome> outcome = world.saveTo(target);
        QCOMPARE(outcome.has_value(), isWhole);
        if (isWhole) {
            const Bytes all = noise(kSize);
            QVERIFY(std::ranges::equal(contentOf(target.path),
                                       std::span(all).subspan(range.begin, range.size())));
            return;
        }
        QCOMPARE(outcome.error().code, ErrorCode::Unreadable);
        QCOMPARE(outcome.error().offset, std::optional(std::max<ByteOffset>(range.begin, 200'123)));
        QCOMPARE(world.names(), std::vector<std::string>{"file.bin"});
    }

    void cancelledSaveChangesNothing_data() { addPlans(); }
    void cancelledSaveChangesNothing() {
        QFETCH(bool, shifts);
        SaveWorld world(noise(kSize));
        edit(world, shifts);
        std::stop_source stop;
        stop.request_stop();
        const Result<SaveOutcome> outcome =
            world.saveTo(world.target(), JobContext(stop.get_token(), nullptr));
        QCOMPARE(outcome.error().code, ErrorCode::Cancelled);
        QVERIFY(world.fileContent() == noise(kSize));
        QCOMPARE(world.names(), std::vector<std::string>{"file.bin"});
    }

    void progressReachesItsTotal_data() { addPlans(); }
    void progressReachesItsTotal() {
        QFETCH(bool, shifts);
        SaveWorld world(noise(kSize));
        edit(world, shifts);
        const auto progress = std::make_shared<JobProgress>();
        QVERIFY(world.saveTo(world.target(), JobContext({}, progress)).has_value());
        QCOMPARE(progress->done.load(), progress->total.load());
        QVERIFY(progress->total.load() > 0);
    }

    void fullDiskLeavesTheOldFile_data() { addPlans(); }
    void fullDiskLeavesTheOldFile() {
        QFETCH(bool, shifts);
        SaveWorld world(noise(kSize));
        if (shifts)
            world.insert(0, noise(1000));
        else
            world.insert(kSize, noise(200'000));
        const SavePlan plan = planSave(world.document().snapshot(), world.target()).value();
        QCOMPARE(plan.kind, shifts ? SavePlan::Kind::Replace : SavePlan::Kind::InPlace);
        {
            const FileSizeLimit limit(kSize + 500);
            const Result<SaveOutcome> outcome = runSave(plan, world.document().snapshot(), world.disk());
            QCOMPARE(outcome.error().code, ErrorCode::TooLarge);
        }
        QVERIFY(world.fileContent() == noise(kSize));
        QCOMPARE(world.names(), std::vector<std::string>{"file.bin"});
        SaveTarget again = world.target();
        again.ifChanged = SaveTarget::IfChanged::Overwrite;
        QVERIFY(world.saveTo(again).has_value());
        QVERIFY(world.fileContent() == bytesOf(world.document().snapshot()));
    }

    void labelsOfTheSystemsPolicyAreNotTakenAway_data() {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<bool>("isSaved");
        QTest::newRow("only the new file has one") << QByteArray() << QByteArray("new") << true;
        QTest::newRow("both have the same") << QByteArray("same") << QByteArray("same") << true;
        QTest::newRow("the new one has another") << QByteArray("old") << QByteArray("new") << false;
        QTest::newRow("the new one has none") << QByteArray("old") << QByteArray() << false;
    }
    void labelsOfTheSystemsPolicyAreNotTakenAway() {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QFETCH(bool, isSaved);
        SaveWorld world(noise(kSize));
        world.insert(0, bytesOf("abc"));
        Labelling disk(world.disk(), before.toStdString(), after.toStdString());
        const SavePlan plan = planSave(world.document().snapshot(), world.target()).value();
        const SaveResult outcome = runSave(plan, world.document().snapshot(), disk);
        QCOMPARE(outcome.has_value(), isSaved);
        if (!outcome)
            QCOMPARE(outcome.error().detail, std::string(saveRiskName(SaveRisk::LosesAttributes)));
        QVERIFY(!disk.hasRemoved);
        QVERIFY(world.fileContent() == (isSaved ? bytesOf(world.document().snapshot()) : noise(kSize)));
    }

    void whatTheKernelDoesNotCopyIsWritten() {
        class Copying final : public test::FaultyFileSystem {
        public:
            explicit Copying(FileSystem& inner) : FaultyFileSystem(inner, {}) {}
            [[nodiscard]] Status cloneRange(int, ByteRange, FileHandle, ByteOffset) override {
                return fail(ErrorCode::Unsupported);
            }
            [[nodiscard]] Result<ByteCount> copyRange(int descriptor, ByteRange source, FileHandle file,
                                                      ByteOffset at) override {
                if (++copies > 1)
                    return ByteCount{0};
                source.end = source.begin + 4096;
                return FaultyFileSystem::copyRange(descriptor, source, file, at);
            }
            int copies = 0;
        };
        SaveWorld world(noise(kSize));
        world.insert(kSize - 10, bytesOf("abc"));
        SaveTarget target = world.target();
        target.wantedKind = SaveKind::Replace;
        const SavePlan plan = planSave(world.document().snapshot(), target).value();
        QVERIFY(plan.bytesToCopy > 4096);
        Copying disk(world.disk());
        QVERIFY(runSave(plan, world.document().snapshot(), disk).has_value());
        QCOMPARE(disk.copies, 2);
        QVERIFY(world.fileContent() == bytesOf(world.document().snapshot()));
    }

    void whereOldBytesCannotBeKeptForUndoNothingIsOverwritten_data() {
        QTest::addColumn<bool>("isRewrite");
        QTest::newRow("in place") << false;
        QTest::newRow("rewrite") << true;
    }
    void whereOldBytesCannotBeKeptForUndoNothingIsOverwritten() {
        QFETCH(bool, isRewrite);
        SaveWorld world(noise(kSize));
        world.overwrite(5000, bytesOf("abc"));
        SaveTarget target = world.target();
        if (isRewrite)
            target.wantedKind = SaveKind::Rewrite;
        const SavePlan plan = planSave(world.document().snapshot(), target).value();
        {
            const FileSizeLimit limit(0);
            const SaveResult outcome = runSave(plan, world.document().snapshot(), world.disk());
            QCOMPARE(outcome.error().code, ErrorCode::TooLarge);
        }
        QVERIFY(world.fileContent() == noise(kSize));
        QCOMPARE(world.names(), std::vector<std::string>{"file.bin"});
        QVERIFY(world.saveTo(target).has_value());
    }

    /// Nobody may complete a save while this process shows bytes that it would destroy, and has no copy of.
    void aSaveThatIsLeftToRecoveryWithoutCopiesStaysLocked() {
        bool wasLocked = false;
        for (std::size_t call = 20; !wasLocked; ++call) {
            SaveWorld world(noise(kSize));
            world.erase({10, 5000});
            SaveTarget target = world.target();
            target.wantedKind = SaveKind::Rewrite;
            target.stepSize = 16'384;
            const SavePlan plan = planSave(world.document().snapshot(), target).value();
            const Bytes after = bytesOf(world.document().snapshot());
            std::optional<FileSizeLimit> limit;
            test::FaultyFileSystem disturbed(world.disk(),
                                             {.at = call, .neighbour = [&] { limit.emplace(rlim_t{0}); }});
            const SaveResult outcome = runSave(plan, world.document().snapshot(), disturbed);
            limit.reset();
            QVERIFY2(!outcome, "it was cut off before its end");
            if (outcome.error().code != ErrorCode::NeedsRecovery) {
                QVERIFY(world.fileContent() == noise(kSize));
                continue;
            }
            wasLocked = true;
            const auto recovered = recoverJournal(world.path(), world.disk());
            QVERIFY(!recovered && recovered.error().code == ErrorCode::Busy);
        }
    }

    void newBytesThatCannotBeReadAreNotPutIntoAJournal() {
        SaveWorld world(noise(kSize));
        const auto damaged = std::make_shared<DamagedSource>(noise(500), ByteRange{100, 110});
        QVERIFY(world.document().apply(Edit::insert(7, Content::ofSource(damaged, {0, 500}))).has_value());
        SaveTarget target = world.target();
        target.wantedKind = SaveKind::Rewrite;
        const auto outcome = world.saveTo(target);
        QVERIFY(!outcome && outcome.error().code == ErrorCode::Unreadable);
        QCOMPARE(outcome.error().offset, std::optional<ByteOffset>(107));
        QVERIFY(world.fileContent() == noise(kSize));
        QCOMPARE(world.names(), std::vector<std::string>{"file.bin"});
    }

    /// More than is written to a journal at once: of parts, and of bytes.
    void aFullDiskEndsALongJournal_data() {
        QTest::addColumn<bool>("areParts");
        QTest::newRow("many parts") << true;
        QTest::newRow("many bytes") << false;
    }
    void aFullDiskEndsALongJournal() {
        QFETCH(bool, areParts);
        SaveWorld world(noise(kSize));
        if (areParts) {
            MultiEdit edit{.ranges = {}, .content = Content::ofBytes(bytesOf("x"))};
            for (ByteOffset at = 0; at + 8 < kSize; at += 16)
                edit.ranges.push_back({at, at + 1});
            QVERIFY(world.document().apply(edit).has_value());
        } else {
            world.insert(7, noise(3 << 20, 2));
        }
        SaveTarget target = world.target();
        target.wantedKind = SaveKind::Rewrite;
        const SavePlan plan = planSave(world.document().snapshot(), target).value();
        /// Full after some writes.
        class Filling final : public test::FaultyFileSystem {
        public:
            Filling(FileSystem& inner, int writes) : FaultyFileSystem(inner, {}), left_(writes) {}
            [[nodiscard]] Result<std::size_t> write(FileHandle file, ByteOffset at,
                                                    std::span<const std::byte> bytes) override {
                if (left_-- <= 0)
                    return fail(systemError(ENOSPC, ErrorCode::WriteFailed));
                return FaultyFileSystem::write(file, at, bytes);
            }

        private:
            int left_;
        };
        for (const int writes : {0, 1}) {
            Filling disk(world.disk(), writes);
            const SaveResult outcome = runSave(plan, world.document().snapshot(), disk);
            QCOMPARE(outcome.error().code, ErrorCode::DiskFull);
            QVERIFY(world.fileContent() == noise(kSize));
            QCOMPARE(world.names(), std::vector<std::string>{"file.bin"});
        }
    }

    void aSavedFileIsKnownAgain() {
        const FileIdentity saved{.device = 1, .inode = 2, .size = 3, .modifiedNs = 4, .changedNs = 5};
        const SaveOutcome outcome{
            .identity = saved, .bytesWritten = 3, .kind = SaveKind::InPlace, .path = "/x"};
        FileIdentity opened = saved;
        opened.changedNs += 1;  // its name was changed, or its mode
        QVERIFY(isAsSaved(opened, outcome));
        opened.modifiedNs += 1;
        QVERIFY(!isAsSaved(opened, outcome));
        opened = saved;
        opened.size += 1;
        QVERIFY(!isAsSaved(opened, outcome));
        opened = saved;
        opened.inode += 1;
        QVERIFY(!isAsSaved(opened, outcome));
    }

private:
    /// A disk that gives new files a label of its own, which nobody may set; the old file has another.
    class Labelling final : public test::FaultyFileSystem {
    public:
        Labelling(FileSystem& inner, std::string before, std::string after)
            : FaultyFileSystem(inner, {}), before_(std::move(before)), after_(std::move(after)) {}
        [[nodiscard]] Result<FileHandle> createExclusive(const std::string& path, mode_t mode) override {
            Result<FileHandle> handle = FaultyFileSystem::createExclusive(path, mode);
            new_ = handle.value();
            return handle;
        }
        [[nodiscard]] Result<std::vector<std::string>> attributeNames(FileHandle file) override {
            return labelOf(file).empty() ? std::vector<std::string>{} : std::vector<std::string>{kLabel};
        }
        [[nodiscard]] Result<std::vector<std::byte>> attribute(FileHandle file, const std::string&) override {
            if (labelOf(file).empty())
                return fail(systemError(ENODATA, ErrorCode::ReadFailed));
            return bytesOf(labelOf(file));
        }
        [[nodiscard]] Status setAttribute(FileHandle, const std::string&,
                                          std::span<const std::byte>) override {
            return fail(systemError(EPERM, ErrorCode::WriteFailed));
        }
        [[nodiscard]] Status removeAttribute(FileHandle, const std::string&) override {
            hasRemoved = true;
            return {};
        }
        bool hasRemoved = false;

    private:
        [[nodiscard]] const std::string& labelOf(FileHandle file) const {
            return file == new_ ? after_ : before_;
        }

        static constexpr const char* kLabel = "security.selinux";
        std::string before_;
        std::string after_;
        FileHandle new_{};
    };

    /// A disk on which files cannot be given away.
    class NoChown final : public test::FaultyFileSystem {
    public:
        explicit NoChown(FileSystem& inner) : FaultyFileSystem(inner, {}) {}
        [[nodiscard]] Status setOwner(FileHandle, uid_t, gid_t) override {
            return fail(systemError(EPERM, ErrorCode::WriteFailed));
        }
    };
};

}  // namespace octavo

QTEST_APPLESS_MAIN(octavo::TestSaveRunner)
#include "tst_save_runner.moc"
