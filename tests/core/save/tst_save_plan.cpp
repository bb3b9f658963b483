#include <QtTest>

#include "core/save/file_runs.h"
#include "core/source/pattern_source.h"
#include "tests/support/save_world.h"

namespace octavo {

using test::noise;
using test::SaveWorld;

namespace {

constexpr ByteCount kMebibyte = ByteCount{1} << 20;
constexpr ByteCount kGibibyte = ByteCount{1} << 30;

/// A file that exists only as an identity and a pattern, so that plans for terabytes can be tested.
class ImaginaryFile final : public FileSource {
public:
    explicit ImaginaryFile(ByteCount size) : bytes_({std::byte{0x5A}}, size), identity_{1, 2, size, 3, 4} {}

    [[nodiscard]] ByteCount size() const override { return bytes_.size(); }
    void read(ByteOffset offset, std::span<std::byte> out, RangeSet& unreadable) const override {
        bytes_.read(offset, out, unreadable);
    }
    [[nodiscard]] const std::string& path() const override { return path_; }
    [[nodiscard]] const FileIdentity& identity() const override { return identity_; }
    [[nodiscard]] int descriptor() const override { return -1; }
    [[nodiscard]] bool isDamaged() const override { return false; }
    [[nodiscard]] Status preserve(std::span<const ByteRange>) const override { return {}; }

private:
    PatternSource bytes_;
    std::string path_ = "/imaginary";
    FileIdentity identity_;
};

/// A document of `size` bytes on an imaginary file, and the target that is this file.
struct Imagined {
    explicit Imagined(ByteCount size) : file(std::make_shared<ImaginaryFile>(size)), document(file) {
        target.path = file->path();
        target.directory = "/";
        target.existing = FileStatus{.identity = file->identity(), .mode = 0644};
        target.isDirectoryWritable = true;
        target.base = file;
    }
    void edit(const Edit& edit) { OCTAVO_EXPECTS(document.apply(edit).has_value()); }
    [[nodiscard]] Result<SavePlan> plan() const { return planSave(document.snapshot(), target); }

    std::shared_ptr<ImaginaryFile> file;
    Document document;
    SaveTarget target;
};

Content text(std::string_view bytes) {
    return Content::ofBytes(bytesOf(bytes));
}

}  // namespace

class TestSavePlan : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void unchangedDocumentNeedsNothing() {
        const Imagined world(kMebibyte);
        const SavePlan plan = world.plan().value();
        QCOMPARE(plan.kind, SavePlan::Kind::Nothing);
        QVERIFY(plan.steps.empty());
    }

    void undoneEditsNeedNothing() {
        Imagined world(kMebibyte);
        world.edit(Edit::insert(7, text("abc")));
        world.document.undo();
        QCOMPARE(world.plan()->kind, SavePlan::Kind::Nothing);
    }

    void overwriteWritesOnlyItsBytesAndJournalsTheirBlock() {
        Imagined world(ByteCount{1} << 40);
        world.edit(Edit::replace({5000, 5003}, text("abc")));
        const SavePlan plan = world.plan().value();
        QCOMPARE(plan.kind, SavePlan::Kind::InPlace);
        QCOMPARE(plan.steps, (std::vector<SaveStep>{WriteRange{{5000, 5003}, 5000}}));
        QCOMPARE(plan.bytesToWrite, ByteCount{3});
        QCOMPARE(plan.bytesToJournal, ByteCount{4096});
        QCOMPARE(overwrittenBlocks(plan).ranges(), (std::vector<ByteRange>{{4096, 8192}}));
    }

    void adjoiningOverwritesBecomeOneWrite() {
        Imagined world(kMebibyte);
        world.edit(Edit::replace({10, 12}, text("ab")));
        world.edit(Edit::replace({12, 13}, text("c")));
        QCOMPARE(world.plan()->steps, (std::vector<SaveStep>{WriteRange{{10, 13}, 10}}));
    }

    void appendIsInPlaceAndJournalsNoOldByte() {
        Imagined world(8192);
        world.edit(Edit::insert(8192, text("tail")));
        const SavePlan plan = world.plan().value();
        QCOMPARE(plan.kind, SavePlan::Kind::InPlace);
        QCOMPARE(plan.steps, (std::vector<SaveStep>{WriteRange{{8192, 8196}, 8192}}));
        QCOMPARE(plan.bytesToJournal, ByteCount{0});
    }

    void cutAtTheTailIsInPlaceAndJournalsWhatGoes() {
        Imagined world(10'000);
        world.edit(Edit::erase({9000, 10'000}));
        const SavePlan plan = world.plan().value();
        QCOMPARE(plan.kind, SavePlan::Kind::InPlace);
        QCOMPARE(plan.steps, (std::vector<SaveStep>{Truncate{9000}}));
        QCOMPARE(overwrittenBlocks(plan).ranges(), (std::vector<ByteRange>{{8192, 10'000}}));
    }

    void insertionAtTheFrontReplacesAndCopiesNothingUnaligned() {
        Imagined world(10 * kMebibyte);
        world.edit(Edit::insert(0, text("x")));
        const SavePlan plan = world.plan().value();
        QCOMPARE(plan.kind, SavePlan::Kind::Replace);
        QCOMPARE(plan.steps, (std::vector<SaveStep>{WriteRange{{0, 10 * kMebibyte + 1}, 0}}));
        QCOMPARE(plan.bytesToCopy, ByteCount{0});
    }

    void insertionInTheMiddleCopiesWhatLiesBeforeIt() {
        Imagined world(10 * kMebibyte);
        const ByteOffset at = 5 * kMebibyte + 100;
        world.edit(Edit::insert(at, text("x")));
        const SavePlan plan = world.plan().value();
        QCOMPARE(plan.kind, SavePlan::Kind::Replace);
        const std::vector<SaveStep> steps{CopyRange{{0, 5 * kMebibyte}, 0},
                                          WriteRange{{5 * kMebibyte, 10 * kMebibyte + 1}, 5 * kMebibyte}};
        QCOMPARE(plan.steps, steps);
        QCOMPARE(plan.bytesToCopy, 5 * kMebibyte);
        QCOMPARE(plan.bytesToWrite, 5 * kMebibyte + 1);
    }

    void insertionOfWholeBlocksCopiesBothSides() {
        Imagined world(10 * kMebibyte);
        world.edit(Edit::insert(kMebibyte, Content::ofPattern({std::byte{1}}, 8192)));
        const SavePlan plan = world.plan().value();
        const std::vector<SaveStep> steps{CopyRange{{0, kMebibyte}, 0},
                                          WriteRange{{kMebibyte, kMebibyte + 8192}, kMebibyte},
                                          CopyRange{{kMebibyte, 10 * kMebibyte}, kMebibyte + 8192}};
        QCOMPARE(plan.steps, steps);
    }

    void insertionNearTheEndOfALargeFileIsInPlace() {
        Imagined world(ByteCount{1} << 40);
        world.edit(Edit::insert((ByteCount{1} << 40) - 10, text("x")));
        const SavePlan plan = world.plan().value();
        QCOMPARE(plan.kind, SavePlan::Kind::InPlace);
        QCOMPARE(plan.bytesToWrite, ByteCount{11});
    }

    void overwritingMostOfALargeFileReplacesIt() {
        Imagined world(1024 * kMebibyte);
        world.edit(Edit::replace({0, 900 * kMebibyte}, Content::ofPattern({std::byte{1}}, 900 * kMebibyte)));
        QCOMPARE(world.plan()->kind, SavePlan::Kind::Replace);
    }

    void hardLinksAreNeverBroken() {
        Imagined world(10 * kMebibyte);
        world.target.existing->linkCount = 2;
        world.edit(Edit::insert(0, text("x")));
        QCOMPARE(world.plan()->kind, SavePlan::Kind::InPlace);
    }

    void fileThatCannotBeReplaced_data() {
        QTest::addColumn<bool>("hasLinks");
        QTest::addColumn<bool>("isDirectoryWritable");
        QTest::addColumn<quint64>("freeBytes");
        QTest::addColumn<quint64>("insertAt");
        QTest::addColumn<int>("kind");
        const quint64 large = 10 * kGibibyte;
        const quint64 gibibyte = kGibibyte;
        const int inPlace = int(SaveKind::InPlace);
        const int rewrite = int(SaveKind::Rewrite);
        const int replace = int(SaveKind::Replace);
        QTest::newRow("nothing, much moves") << false << true << large << quint64{0} << replace;
        QTest::newRow("links, much moves") << true << true << large << quint64{0} << rewrite;
        QTest::newRow("links, little moves") << true << true << large << gibibyte - 100 << inPlace;
        QTest::newRow("directory, much moves") << false << false << large << quint64{0} << rewrite;
        QTest::newRow("directory, append") << false << false << large << gibibyte << inPlace;
        QTest::newRow("no room, much moves") << false << true << gibibyte << quint64{0} << rewrite;
        QTest::newRow("room for a copy") << false << true << gibibyte + 1 << quint64{0} << replace;
        QTest::newRow("no room for old bytes")
            << false << true << quint64{10 * kMebibyte} << gibibyte - 20 * kMebibyte << rewrite;
        QTest::newRow("no room, append") << false << true << quint64{100} << gibibyte << inPlace;
    }
    void fileThatCannotBeReplaced() {
        QFETCH(bool, hasLinks);
        QFETCH(bool, isDirectoryWritable);
        QFETCH(quint64, freeBytes);
        QFETCH(quint64, insertAt);
        QFETCH(int, kind);
        Imagined world(kGibibyte);
        world.target.existing->linkCount = hasLinks ? 2 : 1;
        world.target.isDirectoryWritable = isDirectoryWritable;
        world.target.journalDirectory = "/home/state";
        world.target.room = DiskRoom{.freeBytes = freeBytes};
        world.edit(Edit::insert(insertAt, text("x")));
        const SavePlan plan = world.plan().value();
        QCOMPARE(int(plan.kind), kind);
        QCOMPARE(plan.isJournalElsewhere(), !isDirectoryWritable);
        QCOMPARE(plan.isUsual(), isDirectoryWritable && !plan.isLongRewrite());
    }

    void copyOnWriteTakesRoomForWhatIsOverwritten_data() {
        QTest::addColumn<quint64>("freeBytes");
        QTest::addColumn<quint64>("changed");
        QTest::addColumn<bool>("areClonesFree");
        QTest::addColumn<int>("kind");
        const int inPlace = int(SaveKind::InPlace);
        const int rewrite = int(SaveKind::Rewrite);
        const int replace = int(SaveKind::Replace);
        const quint64 some = 16 * kMebibyte;
        const quint64 much = 512 * kMebibyte;
        QTest::newRow("journal and new blocks fit") << 2 * some << some << false << inPlace;
        QTest::newRow("they do not") << 2 * some - 1 << some << false << rewrite;
        QTest::newRow("a new file shares the rest") << 2 * some - 1 << some << true << replace;
        QTest::newRow("for a second file") << quint64{kGibibyte} << much << false << replace;
        QTest::newRow("not even for what changed") << some - 1 << some << true << -1;
        QTest::newRow("only for what changed") << much << much << false << -1;
    }
    void copyOnWriteTakesRoomForWhatIsOverwritten() {
        QFETCH(quint64, freeBytes);
        QFETCH(quint64, changed);
        QFETCH(bool, areClonesFree);
        QFETCH(int, kind);
        Imagined world(kGibibyte);
        world.target.room = DiskRoom{
            .freeBytes = freeBytes, .isTakenByOverwriting = true, .isSharedByCloning = areClonesFree};
        world.edit(Edit::replace(ByteRange::ofLength(4096, changed),
                                 Content::ofPattern(std::vector{std::byte{7}}, changed)));
        const Result<SavePlan> plan = world.plan();
        if (kind < 0) {
            QCOMPARE(plan.error().code, ErrorCode::DiskFull);
        } else {
            QCOMPARE(int(plan->kind), kind);
            QVERIFY(plan->temporaryBytes <= freeBytes);
        }
        // A journal elsewhere takes no room here.
        world.target.isDirectoryWritable = false;
        world.target.journalDirectory = "/home/state";
        QCOMPARE(world.plan()->kind, changed <= freeBytes ? SaveKind::InPlace : SaveKind::Rewrite);
    }

    void kindsAndRisksHaveNamesForScripts() {
        using Names = std::vector<std::string>;
        Names kinds;
        for (const auto kind : {SaveKind::Nothing, SaveKind::InPlace, SaveKind::Rewrite, SaveKind::Replace})
            kinds.emplace_back(saveKindName(kind));
        QCOMPARE(kinds, (Names{"nothing", "in-place", "rewrite", "replace"}));
        Names risks;
        for (const auto risk : {SaveRisk::BreaksHardLinks, SaveRisk::ReadOnlyFile, SaveRisk::LosesOwner,
                                SaveRisk::LosesAttributes})
            risks.emplace_back(saveRiskName(risk));
        QCOMPARE(risks, (Names{"hard-links", "read-only", "owner", "attributes"}));
    }

    void rewriteTellsItsCost() {
        Imagined world(kGibibyte);
        world.target.existing->linkCount = 2;
        world.edit(Edit::insert(0, text("x")));
        const SavePlan plan = world.plan().value();
        QCOMPARE(plan.bytesToWrite, kGibibyte + 1);
        QCOMPARE(plan.bytesToJournal, kGibibyte + 2);
        QVERIFY(plan.temporaryBytes < 33 * kMebibyte);
        QCOMPARE(plan.stepEnds.size(), std::size_t{65});
    }

    void rewriteLeavesAloneWhatKeepsItsPlace() {
        Imagined world(kGibibyte);
        world.target.wantedKind = SaveKind::Rewrite;
        world.edit(Edit::replace({5000, 5003}, text("abc")));
        world.edit(Edit::erase({kGibibyte - 10, kGibibyte - 5}));
        const SavePlan plan = world.plan().value();
        const std::vector<SaveStep> steps{
            MoveRange{{4096, 5000}, 4096},
            WriteRange{{5000, 5003}, 5000},
            MoveRange{{5003, 8192}, 5003},
            MoveRange{{kGibibyte - 4096, kGibibyte - 10}, kGibibyte - 4096},
            MoveRange{{kGibibyte - 5, kGibibyte}, kGibibyte - 10},
            Truncate{kGibibyte - 5},
        };
        QCOMPARE(plan.steps, steps);
        QCOMPARE(plan.stepEnds, std::vector<std::size_t>{5});
    }

    void wantedKindIsTakenOrRefused() {
        Imagined world(kMebibyte);
        world.edit(Edit::replace({0, 1}, text("x")));
        for (const SaveKind kind : {SaveKind::InPlace, SaveKind::Rewrite, SaveKind::Replace}) {
            world.target.wantedKind = kind;
            QCOMPARE(world.plan()->kind, kind);
        }
        world.target.intent = SaveTarget::Intent::Export;
        world.target.wantedKind = SaveKind::Rewrite;
        QCOMPARE(world.plan().error().code, ErrorCode::Unsupported);
        QCOMPARE(world.plan().error().detail, std::string("rewrite"));
    }

    void fileMarkedByChattrIsRefused() {
        Imagined world(kMebibyte);
        world.edit(Edit::replace({0, 1}, text("x")));
        world.target.existing->isImmutable = true;
        QCOMPARE(world.plan().error().code, ErrorCode::Immutable);
        world.target.existing->isImmutable = false;
        world.target.existing->isAppendOnly = true;
        QCOMPARE(world.plan().error().code, ErrorCode::Immutable);
    }

    void deviceIsOverwrittenInWholeSectorsBehindAJournalElsewhere() {
        Imagined world(kMebibyte);
        world.target.existing->kind = FileKind::BlockDevice;
        world.target.journalDirectory = "/home/state";
        world.edit(Edit::replace({5000, 5003}, text("abc")));
        world.edit(Edit::replace({8190, 8200}, text("0123456789")));
        const SavePlan plan = world.plan().value();
        QCOMPARE(plan.kind, SaveKind::InPlace);
        QCOMPARE(plan.steps, (std::vector<SaveStep>{WriteRange{{4096, 12'288}, 4096}}));
        QVERIFY(plan.isJournalElsewhere());
    }

    void deviceKeepsItsSize() {
        Imagined world(kMebibyte);
        world.target.existing->kind = FileKind::BlockDevice;
        world.target.journalDirectory = "/home/state";
        world.edit(Edit::insert(5, text("x")));
        QCOMPARE(world.plan().error().code, ErrorCode::Unsupported);
    }

    void exportOverAHardLinkIsARisk() {
        Imagined world(kMebibyte);
        world.target.intent = SaveTarget::Intent::Export;
        world.target.existing = FileStatus{.identity = {.inode = 99}, .mode = 0644, .linkCount = 2};
        QCOMPARE(world.plan()->risks, std::vector<SaveRisk>{SaveRisk::BreaksHardLinks});
    }

    void fileWithoutWritePermissionIsARisk() {
        Imagined world(kMebibyte);
        world.target.existing->mode = 0444;
        world.edit(Edit::insert(0, text("x")));
        QCOMPARE(world.plan()->risks, std::vector<SaveRisk>{SaveRisk::ReadOnlyFile});
    }

    void directoryWithoutWritePermissionIsRefused() {
        Imagined world(kMebibyte);
        world.target.isDirectoryWritable = false;
        world.edit(Edit::replace({0, 1}, text("x")));
        QCOMPARE(world.plan().error().code, ErrorCode::AccessDenied);
    }

    void changedFileIsRefusedUnlessOverwritingIsWanted() {
        Imagined world(kMebibyte);
        world.target.existing->identity.modifiedNs += 1;
        QCOMPARE(world.plan().error().code, ErrorCode::ChangedOnDisk);
        world.target.ifChanged = SaveTarget::IfChanged::Overwrite;
        QCOMPARE(world.plan()->kind, SavePlan::Kind::Replace);
    }

    void vanishedFileIsRefusedUnlessOverwritingIsWanted() {
        Imagined world(kMebibyte);
        world.target.existing.reset();
        QCOMPARE(world.plan().error().code, ErrorCode::ChangedOnDisk);
        world.target.ifChanged = SaveTarget::IfChanged::Overwrite;
        QCOMPARE(world.plan()->kind, SavePlan::Kind::Replace);
    }

    void exportOntoTheOpenFileReplacesIt() {
        Imagined world(kMebibyte);
        world.target.intent = SaveTarget::Intent::Export;
        world.edit(Edit::replace({0, 1}, text("x")));
        QCOMPARE(world.plan()->kind, SavePlan::Kind::Replace);
    }

    void exportOntoTheOpenFileThatChangedIsRefused() {
        Imagined world(kMebibyte);
        world.target.intent = SaveTarget::Intent::Export;
        world.target.existing->identity.changedNs += 1;
        QCOMPARE(world.plan().error().code, ErrorCode::ChangedOnDisk);
    }

    void selectionIsPlannedFromItsOwnStart() {
        Imagined world(kMebibyte);
        world.target.intent = SaveTarget::Intent::Export;
        world.target.existing.reset();
        world.target.range = ByteRange{100, 300};
        const SavePlan plan = world.plan().value();
        QCOMPARE(plan.steps, (std::vector<SaveStep>{WriteRange{{100, 300}, 0}}));
        QCOMPARE(plan.size(), ByteCount{200});
    }

    void selectionBeyondTheEndIsRefused() {
        Imagined world(100);
        world.target.intent = SaveTarget::Intent::Export;
        world.target.range = ByteRange{50, 101};
        QCOMPARE(world.plan().error().code, ErrorCode::OutOfRange);
    }

    void rangesThatAreNoneAreRefused() {
        Imagined world(100);
        world.target.range = ByteRange{60, 50};
        QCOMPARE(world.plan().error().code, ErrorCode::OutOfRange);
    }

    void aPartOfADocumentIsNotItsFile() {
        Imagined world(kMebibyte);
        world.target.range = ByteRange{0, 100};
        const SavePlan plan = world.plan().value();
        QCOMPARE(plan.kind, SavePlan::Kind::Replace);
        QCOMPARE(plan.size(), ByteCount{100});
    }

    void nothingIsMadeInADirectoryThatCannotBeWritten() {
        Imagined world(100);
        world.target.intent = SaveTarget::Intent::Export;
        world.target.isDirectoryWritable = false;
        QCOMPARE(world.plan().error().code, ErrorCode::AccessDenied);
    }

    void aDeviceThatBecameAnotherIsNotOverwritten() {
        Imagined world(8192);
        world.edit(Edit::replace({0, 1}, text("x")));
        world.target.existing->kind = FileKind::BlockDevice;
        world.target.journalDirectory = "/journals";
        QCOMPARE(world.plan()->kind, SavePlan::Kind::InPlace);
        world.target.existing->identity.inode += 1;
        world.target.ifChanged = SaveTarget::IfChanged::Overwrite;
        QCOMPARE(world.plan().error().code, ErrorCode::Unsupported);
    }

    void manyOldBytesArePutIntoAJournalWhereTheyAreFewOfTheFile_data() {
        QTest::addColumn<quint64>("size");
        QTest::addColumn<bool>("isLinked");
        QTest::addColumn<bool>("isInPlace");
        QTest::newRow("less than a third") << quint64{300 * kMebibyte} << false << true;
        QTest::newRow("nearly all") << quint64{100 * kMebibyte} << false << false;
        QTest::newRow("nearly all, but there is no other way") << quint64{100 * kMebibyte} << true << true;
    }
    void manyOldBytesArePutIntoAJournalWhereTheyAreFewOfTheFile() {
        QFETCH(quint64, size);
        QFETCH(bool, isLinked);
        QFETCH(bool, isInPlace);
        Imagined world(size);
        world.edit(Edit::replace({0, 70 * kMebibyte}, Content::ofPattern({std::byte{1}}, 70 * kMebibyte)));
        world.target.existing->linkCount = isLinked ? 2 : 1;
        if (isLinked)
            world.target.room = DiskRoom{.freeBytes = kMebibyte};
        QCOMPARE(world.plan()->kind, isInPlace ? SavePlan::Kind::InPlace : SavePlan::Kind::Replace);
    }

    void aSaveWithARiskIsNotUsual() {
        Imagined world(kMebibyte);
        world.edit(Edit::replace({0, 1}, text("x")));
        QVERIFY(world.plan()->isUsual());
        world.target.existing->mode = 0444;
        QCOMPARE(world.plan()->risks, std::vector{SaveRisk::ReadOnlyFile});
        QVERIFY(!world.plan()->isUsual());
    }

    /// Bytes of an earlier state of the file are in it as far as it reaches now.
    void runsBehindTheEndOfTheFileAreNotInIt() {
        SaveWorld world(noise(10'000));
        world.erase({0, 6000});
        SaveTarget target = world.target();
        target.base = nullptr;
        const auto placeIn = [&](ByteCount size) {
            target.existing->identity.size = size;
            std::vector<std::optional<ByteOffset>> places;
            const Snapshot snapshot = world.document().snapshot();
            forEachFileRun(snapshot, target, snapshot.all(),
                           [&](ByteRange, std::optional<ByteOffset> at) { places.push_back(at); });
            return places;
        };
        using Places = std::vector<std::optional<ByteOffset>>;
        QVERIFY(placeIn(10'000) == Places{6000});
        QVERIFY(placeIn(9999) == Places{std::nullopt});
        QVERIFY(placeIn(5000) == Places{std::nullopt});
    }

    /// What lies side by side in the file, or in the plan, need not do so where it goes.
    void movesAndWritesOfOneStepStayApart() {
        SaveWorld world(noise(12 * 4096));
        const auto block = [](ByteOffset number) { return ByteRange::ofLength(number * 4096, 4096); };
        const Snapshot old = world.document().snapshot();
        const auto put = [&](ByteOffset at, ByteOffset from) {
            OCTAVO_EXPECTS(world.document()
                               .apply(Edit::replace(block(at), Content::ofSnapshot(old, block(from))))
                               .has_value());
        };
        put(2, 10);
        put(5, 11);
        world.overwrite(7 * 4096, noise(4096, 2));
        world.overwrite(9 * 4096, noise(4096, 3));
        SaveTarget target = world.target();
        target.wantedKind = SaveKind::Rewrite;
        const SavePlan plan = planSave(world.document().snapshot(), target).value();
        QCOMPARE(plan.stepEnds.size(), std::size_t{1});
        QCOMPARE(plan.steps,
                 (std::vector<SaveStep>{MoveRange{block(10), 2 * 4096}, MoveRange{block(11), 5 * 4096},
                                        WriteRange{block(7), 7 * 4096}, WriteRange{block(9), 9 * 4096}}));
        const Bytes after = bytesOf(world.document().snapshot());
        QVERIFY(world.saveTo(target).has_value());
        QVERIFY(world.fileContent() == after);
    }

    void thingsThatAreNoFilesAreRefused_data() {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("code");
        QTest::newRow("directory") << int(FileKind::Directory) << int(ErrorCode::IsDirectory);
        QTest::newRow("block device") << int(FileKind::BlockDevice) << int(ErrorCode::Unsupported);
        QTest::newRow("pipe or socket") << int(FileKind::Other) << int(ErrorCode::NotRegularFile);
    }
    void thingsThatAreNoFilesAreRefused() {
        QFETCH(int, kind);
        QFETCH(int, code);
        Imagined world(100);
        world.target.intent = SaveTarget::Intent::Export;
        world.target.existing = FileStatus{.identity = {}, .kind = static_cast<FileKind>(kind)};
        QCOMPARE(int(world.plan().error().code), code);
    }

    /// Steps cover the new file exactly once, whatever was edited; copies are aligned and show unmodified
    /// bytes.
    void stepsCoverTheFile() {
        std::srand(7);
        for (int round = 0; round < 200; ++round) {
            Imagined world(3 * kMebibyte);
            for (int i = 0; i < 6; ++i) {
                const auto at = static_cast<ByteOffset>(std::rand()) % (world.document.size() - 9000);
                const ByteCount removed = std::rand() % 2 == 0 ? 4096 : 3;
                world.edit(Edit::replace(
                    {at, at + removed}, Content::ofPattern({std::byte{1}}, std::rand() % 2 == 0 ? 4096 : 5)));
            }
            world.target.intent = SaveTarget::Intent::Export;
            const SavePlan plan = world.plan().value();
            ByteOffset expected = 0;
            for (const SaveStep& step : plan.steps) {
                if (const auto* write = std::get_if<WriteRange>(&step)) {
                    QCOMPARE(write->at, expected);
                    QCOMPARE(write->document.begin, expected);
                    expected += write->document.size();
                } else {
                    const auto& copy = std::get<CopyRange>(step);
                    QCOMPARE(copy.at, expected);
                    QCOMPARE(copy.at % SavePlan::kBlockSize, ByteOffset{0});
                    QCOMPARE(copy.source.begin % SavePlan::kBlockSize, ByteOffset{0});
                    expected += copy.source.size();
                }
            }
            QCOMPARE(expected, world.document.size());
            QCOMPARE(plan.bytesToWrite + plan.bytesToCopy, world.document.size());
        }
    }
};

}  // namespace octavo

QTEST_APPLESS_MAIN(octavo::TestSavePlan)
#include "tst_save_plan.moc"
