// Edit logs on disks that fail, and what comes back of logs that do not end well.

#include <filesystem>
#include <sys/stat.h>

#include <QTest>

#include "core/save/edit_log.h"
#include "core/source/memory_source.h"
#include "tests/support/damaged_source.h"
#include "tests/support/edit_log_world.h"
#include "tests/support/faulty_file_system.h"
#include "tests/support/raw_log.h"

using namespace octavo;
using namespace octavo::test;

namespace {

constexpr std::size_t kMiB = std::size_t{1} << 20;

JobContext stopped() {
    std::stop_source stop;
    stop.request_stop();
    return {stop.get_token(), nullptr};
}

/// A file system on which one kind of call fails as long as it is wanted.
class RefusingFileSystem final : public FaultyFileSystem {
public:
    explicit RefusingFileSystem(std::shared_ptr<FileSystem> inner)
        : FaultyFileSystem(*inner, {}), inner_(std::move(inner)) {}

    [[nodiscard]] Result<FileHandle> createExclusive(const std::string& path, mode_t mode) override {
        if (takenNames > 0 && takenNames-- > 0)
            return fail(systemError(EEXIST, ErrorCode::OpenFailed));
        return FaultyFileSystem::createExclusive(path, mode);
    }
    [[nodiscard]] Status sync(FileHandle file) override {
        return syncsLeft-- > 0 ? FaultyFileSystem::sync(file) : fail(systemError(EIO, ErrorCode::SyncFailed));
    }
    [[nodiscard]] Result<std::size_t> write(FileHandle file, ByteOffset at,
                                            std::span<const std::byte> bytes) override {
        return isWriting ? FaultyFileSystem::write(file, at, bytes)
                         : fail(systemError(ENOSPC, ErrorCode::WriteFailed));
    }
    [[nodiscard]] Status unlink(const std::string& path) override {
        return isRemoving ? FaultyFileSystem::unlink(path)
                          : fail(systemError(EACCES, ErrorCode::WriteFailed));
    }

    int takenNames = 0;
    int syncsLeft = 1'000'000;
    bool isWriting = true;
    bool isRemoving = true;

private:
    std::shared_ptr<FileSystem> inner_;
};

std::shared_ptr<RefusingFileSystem> refusing() {
    return std::make_shared<RefusingFileSystem>(std::make_shared<PosixFileSystem>());
}

}  // namespace

class TestEditLogFailures : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyFailingCallIsReportedAndMendedByRestart();
    void everyFailingCallOfARecoveryIsReported();
    void namesThatAreTakenAreNotUsed();
    void aFullDiskEndsEveryKindOfEntry();
    void aFailedLogIsMendedByRestartOrEnded();
    void aLogThatCannotBeRemovedIsTold();
    void aLogThatWasNotSyncedKeepsTheOneBefore();
    void unreadableBytesComeBackUnreadable();
    void longRunsAreCopiedIntoKeptHistories();
    void recoveringIsCancelled();
    void aSaveThatCannotBeCheckedIsAnError();
    void aFileThatOnlyLooksLikeTheSavedOneIsNot_data();
    void aFileThatOnlyLooksLikeTheSavedOneIsNot();
    void otherBytesOfTheSameLengthAreSeen();
    void aFileWithoutAnIdentityIsKnownByItsSamples();
    void whatIsNoLogOfChangesIsAProblem();
    void anObsoleteLogThatIsInUseStays();
    void discardingRemovesTheLog();
};

void TestEditLogFailures::everyFailingCallIsReportedAndMendedByRestart() {
    for (const int errnoValue : {ENOSPC, EIO, EACCES}) {
        for (std::size_t call = 1;; ++call) {
            SaveWorld world(noise(3000));
            const auto posix = std::make_shared<PosixFileSystem>();
            const auto faulty = std::make_shared<FaultyFileSystem>(
                *posix, Faults{.kind = Faults::Kind::Once, .at = call, .errnoValue = errnoValue});
            const std::string logs = world.directory().file("logs");
            Bytes written;
            bool hasStruck = false;
            {
                EditLogWriter writer(faulty, logs);
                const auto file = openFileSource(world.path()).value();
                Document document(file);
                EditRecorder recorder(
                    document, {.path = world.path(), .name = {}, .base = file, .identity = file->identity()},
                    [&](EditLogEntry entry) { writer.post(std::move(entry)); });
                for (unsigned i = 0; i < 4; ++i) {
                    QVERIFY(document.apply(Edit::insert(i, Content::ofBytes(noise(500, i)))));
                    if (!writer.write()) {
                        QVERIFY(recorder.restart(EditRecorder::Reason::BrokeOff));
                        QVERIFY(writer.write().has_value());
                    }
                }
                written = bytesOf(document.snapshot());
                hasStruck = faulty->hasStruck();
            }
            const Recovery recovery = recoverAll(logs, posix).value();
            QCOMPARE(recovery.documents.size(), 1u);
            QVERIFY(bytesOf(recovery.documents[0].document->snapshot()) == written);
            if (!hasStruck)
                break;
        }
    }
}

/// Recovery gives all that there was or says why not; the log stays for the next time.
void TestEditLogFailures::everyFailingCallOfARecoveryIsReported() {
    EditLogWorld world(noise(20'000));
    world.insert(100, noise(9000, 1));
    world.recorder().saveBegins(EditRecorder::SaveTo::OwnFile);
    world.insert(50, noise(10, 2));
    QVERIFY(world.write());
    const Bytes now = bytesOf(world.document().snapshot());
    world.end();
    for (const int errnoValue : {EIO, EACCES}) {
        std::size_t refused = 0;
        for (std::size_t call = 1;; ++call) {
            const auto faulty = std::make_shared<FaultyFileSystem>(
                *world.disk(), Faults{.kind = Faults::Kind::Once, .at = call, .errnoValue = errnoValue});
            const Result<Recovery> recovery = recoverAll(world.logs(), faulty);
            const bool isWhole = recovery && recovery->documents.size() == 1;
            if (!faulty->hasStruck()) {
                QVERIFY(isWhole);
                break;
            }
            if (isWhole) {
                QVERIFY2(!recovery->documents.front().isDamaged, "what cannot be read is not damaged");
                QVERIFY(bytesOf(recovery->documents.front().document->snapshot()) == now);
            } else {
                QVERIFY2(!recovery || recovery->problems.size() == 1, faulty->struckCall());
            }
            refused += isWhole ? 0 : 1;
            QCOMPARE(world.logNames().size(), std::size_t{1});
        }
        QVERIFY2(refused > 5, "most of its calls are needed");
    }
}

void TestEditLogFailures::namesThatAreTakenAreNotUsed() {
    const auto disk = refusing();
    EditLogWorld world(noise(100), disk);
    world.insert(0, bytesOf("abc"));
    disk->takenNames = 3;
    QVERIFY(world.write());
    QCOMPARE(disk->takenNames, 0);
    QCOMPARE(world.logNames().size(), std::size_t{1});
    // Where no name is free nothing is waited for without end.
    disk->takenNames = 1000;
    QVERIFY(world.recorder().restart(EditRecorder::Reason::BrokeOff));
    const auto refused = world.writer().write();
    QVERIFY(!refused && refused.error().systemCode == EEXIST);
    QVERIFY(disk->takenNames > 900);
}

void TestEditLogFailures::aFullDiskEndsEveryKindOfEntry() {
    const TemporaryDirectory directory;
    const auto disk = refusing();
    const auto chunks = std::make_shared<ChunkStore>();
    const ChunkId chunk = chunks->add(std::make_shared<MemorySource>(noise(3 * kMiB)));
    const Piece whole{.offset = 0, .length = 3 * kMiB, .chunk = chunk};
    const PieceTree tree(std::span(&whole, 1));
    const EditLogSubject subject{.path = {},
                                 .name = "x",
                                 .base = nullptr,
                                 .identity = {},
                                 .lost = nullptr,
                                 .chunks = chunks,
                                 .baseChunk = {},
                                 .purpose = LogPurpose::Kept};
    EditLogSplice few{.offset = 0, .removed = 0, .few = {}, .many = {}};
    QVERIFY(few.few.add(whole));
    const EditLogSplice many{.offset = 0, .removed = 0, .few = {}, .many = tree};
    RangeSet ranges;
    ranges.add(ByteRange{0, 3 * kMiB});
    using Call = std::function<Status(EditLog&)>;
    const Call calls[] = {
        [&](EditLog& log) { return log.add(few); }, [&](EditLog& log) { return log.add(many); },
        [&](EditLog& log) { return log.addBeginning(tree); },
        [&](EditLog& log) { return log.copyAhead(chunk, ranges); }, [&](EditLog& log) { return log.sync(); }};
    for (const Call& call : calls) {
        for (const bool isWriting : {true, false}) {
            EditLog log = EditLog::create(*disk, directory.file("logs"), subject, {}).value();
            disk->isWriting = isWriting;
            const Status done = call(log);
            QCOMPARE(done.has_value(), isWriting);
            QVERIFY(done || done.error().code == ErrorCode::DiskFull);
            disk->isWriting = true;
        }
    }
}

void TestEditLogFailures::aFailedLogIsMendedByRestartOrEnded() {
    for (const bool isEnded : {true, false}) {
        const auto disk = refusing();
        EditLogWorld world(noise(100), disk);
        world.insert(0, bytesOf("abc"));
        QVERIFY(world.writer().hasPending());
        QVERIFY(world.write());
        QVERIFY(!world.writer().hasPending());
        disk->isWriting = false;
        world.insert(0, noise(2 * kMiB));
        world.insert(0, bytesOf("more"));
        QVERIFY(!world.write());
        disk->isWriting = true;
        if (isEnded) {
            world.recorder().end();
            QVERIFY(world.write());
            QVERIFY(world.logNames().empty());
            continue;
        }
        QVERIFY(world.recorder().restart(EditRecorder::Reason::BrokeOff));
        QVERIFY(world.write());
        const Bytes now = bytesOf(world.document().snapshot());
        world.end();
        QVERIFY(bytesOf(world.recoverOne().document->snapshot()) == now);
    }
}

void TestEditLogFailures::aLogThatCannotBeRemovedIsTold() {
    const auto disk = refusing();
    EditLogWorld world(noise(100), disk);
    world.insert(0, bytesOf("abc"));
    QVERIFY(world.write());
    disk->isRemoving = false;
    world.recorder().end();
    const auto told = world.writer().write();
    QVERIFY(!told && told.error().code == ErrorCode::AccessDenied);
    QCOMPARE(world.logNames().size(), std::size_t{1});
    // One that somebody else has removed is gone, as it should be.
    disk->isRemoving = true;
    world.insert(0, bytesOf("abc"));
    QVERIFY(world.write());
    std::filesystem::remove_all(world.logs());
    world.recorder().end();
    QVERIFY(world.write());
    // Nor is one missed that could never be made.
    disk->takenNames = 1000;
    world.insert(0, bytesOf("abc"));
    QVERIFY(!world.write());
    world.recorder().end();
    QVERIFY(world.write());
    QVERIFY(world.logNames().empty());
}

void TestEditLogFailures::aLogThatWasNotSyncedKeepsTheOneBefore() {
    const auto disk = refusing();
    EditLogWorld world(noise(100), disk);
    world.insert(0, bytesOf("abc"));
    QVERIFY(world.write());
    QVERIFY(world.recorder().restart(EditRecorder::Reason::BrokeOff));
    disk->syncsLeft = 1;  // that of the directory
    QVERIFY(!world.write());
    disk->syncsLeft = 1'000'000;
    QVERIFY2(world.write(), "nothing more is to be written");
    QCOMPARE(world.logNames().size(), std::size_t{2});
    QVERIFY(world.recorder().restart(EditRecorder::Reason::BrokeOff));
    QVERIFY(world.write());
    QCOMPARE(world.logNames().size(), std::size_t{1});
}

void TestEditLogFailures::unreadableBytesComeBackUnreadable() {
    EditLogWorld world(noise(100));
    const auto damaged = std::make_shared<DamagedSource>(noise(500), ByteRange{100, 110});
    QVERIFY(world.document().apply(Edit::insert(50, Content::ofSource(damaged, {0, 500}))));
    QVERIFY(world.write());
    world.end();
    const RecoveredDocument back = world.recoverOne();
    Bytes bytes(600);
    QCOMPARE(back.document->snapshot().read(0, bytes).ranges(), (std::vector{ByteRange{150, 160}}));
}

/// Only logs of changes refer to files that may change.
void TestEditLogFailures::longRunsAreCopiedIntoKeptHistories() {
    const TemporaryDirectory directory;
    PosixFileSystem disk;
    const std::string path = directory.write("long", {});
    std::filesystem::resize_file(path, EditLog::kCopiedRunMost + kMiB);
    const auto chunks = std::make_shared<ChunkStore>();
    const ChunkId chunk = chunks->add(openFileSource(path).value());
    EditLogSplice splice{.offset = 0, .removed = 0, .few = {}, .many = {}};
    QVERIFY(splice.few.add({.offset = 0, .length = EditLog::kCopiedRunMost + kMiB, .chunk = chunk}));
    for (const LogPurpose purpose : {LogPurpose::Edits, LogPurpose::Kept}) {
        EditLog log = EditLog::create(disk, directory.file("logs"),
                                      {.path = {},
                                       .name = "x",
                                       .base = nullptr,
                                       .identity = {},
                                       .lost = nullptr,
                                       .chunks = chunks,
                                       .baseChunk = {},
                                       .purpose = purpose},
                                      {})
                          .value();
        QVERIFY(log.add(splice).has_value() && log.flush().has_value());
        QCOMPARE(log.size() > EditLog::kCopiedRunMost, purpose == LogPurpose::Kept);
    }
}

void TestEditLogFailures::recoveringIsCancelled() {
    EditLogWorld world;
    world.insert(0, bytesOf("abc"));
    QVERIFY(world.write());
    world.end();
    const auto cancelled = recoverAll(world.logs(), world.disk(), {}, stopped());
    QVERIFY(!cancelled && cancelled.error().code == ErrorCode::Cancelled);
    QCOMPARE(world.recover().documents.size(), std::size_t{1});
}

/// The log ends in a save of which only its replay tells whether it was finished.
void TestEditLogFailures::aSaveThatCannotBeCheckedIsAnError() {
    EditLogWorld world;
    world.insert(0, bytesOf("abc"));
    world.recorder().saveBegins(EditRecorder::SaveTo::OwnFile);
    QVERIFY(world.write());
    const std::string log = world.log();
    world.end();
    world.directory().write("file.bin", noise(10'003, 5));
    const auto cancelled = recoverDocument(log, world.disk(), {}, stopped());
    QVERIFY(!cancelled && cancelled.error().code == ErrorCode::Cancelled);
    QCOMPARE(world.recoverOne().evidence, BaseEvidence::Changed);
}

void TestEditLogFailures::aFileThatOnlyLooksLikeTheSavedOneIsNot_data() {
    QTest::addColumn<int>("what");
    QTest::newRow("it is the saved one") << 0;
    QTest::newRow("what was inserted is another") << 1;
    QTest::newRow("what was there before is another") << 2;
    QTest::newRow("it is longer") << 3;
    QTest::newRow("the log does not have what was inserted") << 4;
    QTest::newRow("the log is damaged before the save") << 5;
}

void TestEditLogFailures::aFileThatOnlyLooksLikeTheSavedOneIsNot() {
    QFETCH(int, what);
    EditLogWorld world;
    const auto damaged =
        std::make_shared<DamagedSource>(noise(500, 2), what == 4 ? ByteRange{100, 110} : ByteRange{});
    QVERIFY(world.document().apply(Edit::insert(5000, Content::ofSource(damaged, {0, 500}))));
    Bytes saved = bytesOf(world.document().snapshot());
    world.recorder().saveBegins(EditRecorder::SaveTo::OwnFile);
    world.insert(3, bytesOf("later"));
    QVERIFY(world.write());
    const std::string log = world.log();
    const FileIdentity identity = fileIdentity(world.path()).value();
    world.end();
    if (what == 1)
        saved[5100] ^= std::byte{1};
    if (what == 2)
        saved[100] ^= std::byte{1};
    if (what == 3)
        saved.push_back(std::byte{});
    if (what == 5) {  // what is told before the damage
        saved = noise(10'000);
        saved.insert(saved.begin(), 3, std::byte{'x'});
    }
    world.directory().write("file.bin", saved);
    if (what == 5) {
        RawLog raw;
        raw.add(LogBase{.path = world.path(),
                        .name = {},
                        .identity = identity,
                        .size = 10'000,
                        .samples = {},
                        .replaces = {}});
        raw.addBytes(1, 0, "xxx").add(LogSplice{.offset = 0, .removed = 0, .pieces = {{1, 0, 3}}});
        raw.add(LogSplice{.offset = 20'000, .removed = 0, .pieces = {{1, 0, 3}}});
        raw.add(LogSave{.hasBegun = true, .state = 2});
        world.directory().write("logs/" + nameOf(log), raw.bytes());
    }
    const RecoveredDocument back = world.recoverOne();
    QCOMPARE(back.evidence, what == 0 ? BaseEvidence::Same : BaseEvidence::Changed);
    QCOMPARE(back.file != nullptr, what == 0);
    QCOMPARE(back.isDamaged, what == 5);
    if (what == 0)
        QVERIFY(bytesOf(back.document->snapshot()).size() == saved.size() + 5);
}

void TestEditLogFailures::otherBytesOfTheSameLengthAreSeen() {
    EditLogWorld world;
    world.insert(0, bytesOf("abc"));
    QVERIFY(world.write());
    world.end();
    world.directory().write("file.bin", noise(10'000, 5));
    QCOMPARE(world.recoverOne().evidence, BaseEvidence::Changed);
}

void TestEditLogFailures::aFileWithoutAnIdentityIsKnownByItsSamples() {
    EditLogWorld world;
    RawLog raw;
    raw.add(LogBase{.path = world.path(),
                    .name = {},
                    .identity = {},
                    .size = 10'000,
                    .samples = sampleContent(MemorySource(noise(10'000))),
                    .replaces = {}});
    raw.addBytes(1, 0, "abc").add(LogSplice{.offset = 0, .removed = 0, .pieces = {{1, 0, 3}}});
    std::filesystem::create_directory(world.logs());
    world.directory().write("logs/a.octavo-edits", raw.bytes());
    QCOMPARE(world.recoverOne().evidence, BaseEvidence::LooksSame);
}

void TestEditLogFailures::whatIsNoLogOfChangesIsAProblem() {
    EditLogWorld world;
    std::filesystem::create_directory(world.logs());
    const std::string pipe = world.logs() + "/pipe.octavo-edits";
    QCOMPARE(::mkfifo(pipe.c_str(), 0600), 0);
    RawLog kept(LogPurpose::Kept);
    kept.add(
        LogBase{.path = world.path(), .name = {}, .identity = {}, .size = 0, .samples = {}, .replaces = {}});
    world.directory().write("logs/kept.octavo-edits", kept.bytes());
    world.directory().write("logs/empty.octavo-edits", RawLog().bytes());
    const Recovery recovery = world.recover();
    QVERIFY(recovery.documents.empty());
    QCOMPARE(recovery.problems.size(), std::size_t{2});
    for (const Recovery::Problem& problem : recovery.problems)
        QCOMPARE(problem.error.code,
                 problem.log == pipe ? ErrorCode::NotRegularFile : ErrorCode::Unsupported);
    QVERIFY2(world.logNames().size() == 2, "the one that says nothing may go");
}

void TestEditLogFailures::anObsoleteLogThatIsInUseStays() {
    const auto disk = refusing();
    EditLogWorld world(noise(100), disk);
    world.insert(0, bytesOf("abc"));
    QVERIFY(world.write());
    const std::string first = world.log();
    disk->isRemoving = false;
    QVERIFY(world.recorder().restart(EditRecorder::Reason::BrokeOff));
    QVERIFY(world.write());
    QCOMPARE(world.logNames().size(), std::size_t{2});
    disk->isRemoving = true;
    world.end();
    {
        OpenFile used = OpenFile::open(*world.disk(), first, FileSystem::Access::ReadWrite).value();
        QVERIFY(used.tryLock().has_value());
        QCOMPARE(world.recoverOne().changeCount, std::size_t{1});
        QCOMPARE(world.logNames().size(), std::size_t{2});
    }
    QCOMPARE(world.recoverOne().changeCount, std::size_t{1});
    QCOMPARE(world.logNames().size(), std::size_t{1});
}

void TestEditLogFailures::discardingRemovesTheLog() {
    EditLogWorld world;
    world.insert(0, bytesOf("abc"));
    QVERIFY(world.write());
    world.end();
    QVERIFY(discard(world.recoverOne()).has_value());
    QVERIFY(world.logNames().empty());
    QVERIFY(world.recover().documents.empty());
}

int main(int count, char** arguments) {
    keepTemporaryFilesInMemory();
    TestEditLogFailures test;
    return QTest::qExec(&test, count, arguments);
}
#include "tst_edit_log_failures.moc"
