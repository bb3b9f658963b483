// Kept histories that are damaged, hostile or cannot be written or read: all of one comes back, or nothing.

#include <filesystem>
#include <sys/stat.h>

#include <QTest>

#include "core/save/edit_log_format.h"
#include "core/save/little_endian.h"
#include "core/source/memory_source.h"
#include "tests/support/faulty_file_system.h"
#include "tests/support/history_world.h"

using namespace octavo;
using namespace octavo::test;

class TestDamagedHistory : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyCutGivesNothing();
    void everyFlippedByteGivesNothingOrAll();
    void everyFlippedByteOfTheLogGivesNothing();
    void aLogThatSaysSomethingElseIsRefused_data();
    void aLogThatSaysSomethingElseIsRefused();
    void aBombIsRefused();
    void everyFailingCallOfKeepingLeavesTheOldOrTheNew();
    void everyFailingCallOfRestoringLeavesTheHistory();
    void recordsBelongToTheirPurpose();
    void whatIsNoArchiveGoes();
    void whatCannotBeRemovedIsTold();
    void aLogThatTakesMuchRoomFailsAtEveryWriting();
    void bytesThatCannotBeReadTwiceAreNotKept();
    void keepingAndRestoringAreCancelled();
    void aFileThatChangesMeanwhileIsNotKept_data();
    void aFileThatChangesMeanwhileIsNotKept();
};

void TestDamagedHistory::everyCutGivesNothing() {
    HistoryWorld world(noise(500));
    world.type(5, "abc");
    world.erase({100, 200});
    QVERIFY(world.saveAndRebase().has_value());
    QVERIFY(world.keep());
    const std::string archive = world.archive();
    const Bytes whole = contentOf(archive);
    for (std::size_t length = 0; length < whole.size(); ++length) {
        world.directory().write("state/history/" + nameOf(archive), std::span(whole).first(length));
        const auto restored = world.restore();
        QVERIFY(restored.has_value());
        QVERIFY(!restored->has_value());
        QVERIFY(world.kept().empty());
    }
    Bytes longer = whole;
    longer.push_back(std::byte{});
    world.directory().write("state/history/" + nameOf(archive), longer);
    QVERIFY(!world.isRestored());
    world.directory().write("state/history/" + nameOf(archive), whole);
    QVERIFY(world.isRestored());
}

/// What gzip's header says of time and system nobody reads.
void TestDamagedHistory::everyFlippedByteGivesNothingOrAll() {
    HistoryWorld world(noise(500));
    world.type(5, "abc");
    world.erase({100, 200});
    QVERIFY(world.saveAndRebase().has_value());
    QVERIFY(world.keep());
    const std::string archive = world.archive();
    const Bytes whole = contentOf(archive);
    int restoredCount = 0;
    for (std::size_t at = 0; at < whole.size(); ++at) {
        for (const unsigned bit : {0, 3, 7}) {
            Bytes damaged = whole;
            damaged[at] ^= static_cast<std::byte>(1U << bit);
            world.directory().write("state/history/" + nameOf(archive), damaged);
            const auto restored = world.restore();
            QVERIFY(restored.has_value());
            QCOMPARE(world.kept().empty(), !restored->has_value());
            if (*restored) {
                ++restoredCount;
                QVERIFY(areAlike(*(*restored)->document, world.document()));
            }
        }
    }
    QVERIFY(restoredCount < 25);
}

void TestDamagedHistory::everyFlippedByteOfTheLogGivesNothing() {
    HistoryWorld world(noise(500));
    world.type(5, "abc");
    world.erase({100, 200});
    QVERIFY(world.saveAndRebase().has_value());
    QVERIFY(world.keep());
    const std::string archive = world.archive();
    const Bytes log = inflated(world, archive);
    for (std::size_t at = 0; at < log.size(); ++at) {
        Bytes damaged = log;
        damaged[at] ^= std::byte{16};
        deflateTo(world, archive, damaged);
        const auto restored = world.restore();
        QVERIFY(restored.has_value());
        QVERIFY(!restored->has_value());
        QVERIFY(world.kept().empty());
    }
    for (std::size_t length = 0; length < log.size(); ++length) {
        deflateTo(world, archive, std::span(log).first(length));
        QVERIFY2(!world.isRestored(), qPrintable(QString::number(length)));
    }
    deflateTo(world, archive, log);
    QVERIFY(world.isRestored());
}

void TestDamagedHistory::aLogThatSaysSomethingElseIsRefused_data() {
    QTest::addColumn<int>("what");
    QTest::newRow("it is as it should be") << 0;
    QTest::newRow("the last state is not the file") << 1;
    QTest::newRow("it is of another file") << 2;
    QTest::newRow("it is a log of changes") << 3;
    QTest::newRow("the beginning comes twice") << 4;
    QTest::newRow("the beginning comes late") << 5;
    QTest::newRow("a note is of a state that is not there") << 6;
    QTest::newRow("redo goes to a state that is not there") << 7;
    QTest::newRow("redo goes to the beginning") << 8;
    QTest::newRow("notes are not in order") << 9;
    QTest::newRow("pieces lie beyond the file") << 10;
    QTest::newRow("the file's bytes are not all in their place") << 11;
    QTest::newRow("it does not say that it is whole") << 12;
    QTest::newRow("the file is another of the same length") << 13;
    QTest::newRow("the device has another number") << 14;
    QTest::newRow("it does not say which file it is of") << 15;
    QTest::newRow("the saved state has bytes of its own") << 16;
    QTest::newRow("it is of a later version") << 17;
}

void TestDamagedHistory::aLogThatSaysSomethingElseIsRefused() {
    QFETCH(int, what);
    HistoryWorld world(noise(100));
    world.overwrite(0, bytesOf("x"));
    QVERIFY(world.saveAndRebase().has_value());
    QVERIFY(world.keep());
    LogEncoder encoder(7, what == 3 ? LogPurpose::Edits : LogPurpose::Kept);
    FileIdentity identity = fileIdentity(world.path()).value();
    identity.inode += what == 13 ? 1 : 0;
    identity.device += what == 14 ? 1 : 0;
    encoder.add(LogBase{.path = what == 2 ? "/other" : world.path(),
                        .name = {},
                        .identity = what == 15 ? std::nullopt : std::optional(identity),
                        .size = 100,
                        .samples = {},
                        .replaces = {}});
    const LogPiece end{.source = kLogBase, .offset = 10, .length = what == 10 ? 91U : 90U};
    const LogPiece front{.source = kLogBase, .offset = what == 11 ? 10U : 0U, .length = 10};
    if (what != 3) {
        encoder.add(LogPieces{{end}});
        if (what != 5)
            encoder.add(LogBeginning{});
    }
    if (what == 4)
        encoder.add(LogBeginning{});
    if (what == 16)
        encoder.addBytes(1, 0, bytesOf("0123456789"));
    encoder.add(LogSplice{.offset = 0,
                          .removed = what == 3 ? 10U : 0U,
                          .kind = EditKind::Paste,
                          .joinsPrevious = false,
                          .pieces = {what == 16 ? LogPiece{.source = 1, .offset = 0, .length = 10} : front}});
    if (what == 5)
        encoder.add(LogBeginning{});
    if (what == 1)
        encoder.add(LogMove{0});
    if (what == 6)
        encoder.add(LogNote{.state = 2, .seconds = 1, .name = "x"});
    if (what == 7 || what == 8)
        encoder.add(LogRedo{what == 7 ? 2U : 0U});
    if (what == 9) {
        encoder.add(LogNote{.state = 1, .seconds = 5, .name = {}});
        encoder.add(LogNote{.state = 0, .seconds = 5, .name = {}});
    }
    if (what != 12)
        encoder.add(LogReady{});
    Bytes log = encoder.pending();
    if (what == 17) {
        log[8] = std::byte{3};
        Bytes header(log.begin(), log.begin() + 20);
        putLittle(crc32Of(header), header);
        std::ranges::copy(header, log.begin());
    }
    deflateTo(world, world.archive(), log);
    const bool isGood = what == 0 || what == 14;
    QCOMPARE(world.isRestored(), isGood);
    QCOMPARE(world.kept().size(), isGood ? 1u : 0u);
}

void TestDamagedHistory::aBombIsRefused() {
    HistoryWorld world;
    world.live();
    QVERIFY(world.keep());
    const std::string archive = world.archive();
    deflateTo(world, archive, Bytes(std::size_t{200} << 20));
    QVERIFY(std::filesystem::file_size(archive) < 1'000'000);
    PosixFileSystem disk;
    OpenFile bomb = OpenFile::open(disk, archive, FileSystem::Access::Read).value();
    OpenFile out = OpenFile::createExclusive(disk, world.directory().file("out"), 0600).value();
    const Status refused = decompressFile(bomb, out, 1 << 20, {});
    QVERIFY(!refused && refused.error().code == ErrorCode::LimitReached);
    QVERIFY(out.status()->size() < 2 << 20);
    QVERIFY(!world.isRestored());
    QVERIFY(world.kept().empty());
}

void TestDamagedHistory::everyFailingCallOfKeepingLeavesTheOldOrTheNew() {
    for (const int errnoValue : {ENOSPC, EIO, EACCES}) {
        for (std::size_t call = 1;; ++call) {
            HistoryWorld world(noise(3000));
            world.insert(10, bytesOf("old"));
            QVERIFY(world.saveAndRebase().has_value());
            QVERIFY(world.keep());
            world.insert(10, bytesOf("new"));
            const auto posix = std::make_shared<PosixFileSystem>();
            const auto faulty = std::make_shared<FaultyFileSystem>(
                *posix, Faults{.kind = Faults::Kind::Once, .at = call, .errnoValue = errnoValue});
            const Status kept = world.histories(faulty).keep(world.document(), world.subject());
            const auto restored = world.restore();
            QVERIFY(restored.has_value());
            const std::size_t states = *restored ? (*restored)->document->history().stateCount() : 0;
            // Where the file cannot be looked at nothing is known to fit it.
            QVERIFY(states == 2 || states == 3 || (states == 0 && kept));
            QVERIFY(states == 3 || states == 0 || !kept);
            // The next time all is well, and nothing lies about.
            QVERIFY(world.keep());
            QCOMPARE(world.kept().size(), 1u);
            QCOMPARE((*world.restore())->document->history().stateCount(), 3u);
            if (!faulty->hasStruck()) {
                QVERIFY(call > 15);
                break;
            }
        }
    }
}

void TestDamagedHistory::everyFailingCallOfRestoringLeavesTheHistory() {
    for (const int errnoValue : {ENOSPC, EIO, EACCES}) {
        for (std::size_t call = 1;; ++call) {
            HistoryWorld world(noise(3000));
            world.insert(10, bytesOf("abc"));
            QVERIFY(world.saveAndRebase().has_value());
            QVERIFY(world.keep());
            const auto posix = std::make_shared<PosixFileSystem>();
            const auto faulty = std::make_shared<FaultyFileSystem>(
                *posix, Faults{.kind = Faults::Kind::Once, .at = call, .errnoValue = errnoValue});
            {
                const auto restored = world.restore(faulty);
                QVERIFY(!restored || restored->has_value());
                if (restored)
                    QVERIFY(areAlike(*(*restored)->document, world.document()));
            }
            QVERIFY(world.isRestored());
            QVERIFY(world.keep());
            QCOMPARE(world.kept().size(), 1u);
            if (!faulty->hasStruck()) {
                QVERIFY(call > 8);
                break;
            }
        }
    }
}

void TestDamagedHistory::recordsBelongToTheirPurpose() {
    const HistoryWorld world;
    PosixFileSystem disk;
    const std::vector<LogRecord> records{LogBeginning{},
                                         LogContent{0xFFFF'FFFF},
                                         LogRedo{3},
                                         LogNote{.state = 5, .seconds = 0xFFFF'FFFF, .name = "ä name"},
                                         LogFile{.id = 1, .path = "/x", .identity = {}},
                                         LogSave{.hasBegun = true, .state = 1},
                                         LogReady{},
                                         LogMove{2}};
    for (const LogRecord& record : records) {
        const bool isOfKept = mayBeIn(LogPurpose::Kept, record);
        QVERIFY(isOfKept || mayBeIn(LogPurpose::Edits, record));
        for (const LogPurpose purpose : {LogPurpose::Edits, LogPurpose::Kept}) {
            // A frame is the same in both: with the purpose in the header changed, the chain is, too.
            LogEncoder encoder(
                7, mayBeIn(purpose, record) ? purpose : (isOfKept ? LogPurpose::Kept : LogPurpose::Edits));
            encoder.add(record);
            Bytes log = encoder.pending();
            log[8] = static_cast<std::byte>(purpose);
            const auto put = [&log](std::size_t at, std::uint32_t crc) {
                for (int i = 0; i < 4; ++i)
                    log[at + static_cast<std::size_t>(i)] = static_cast<std::byte>(crc >> (8 * i));
            };
            const std::uint32_t header = crc32Of(std::span(log).first(20));
            put(20, header);
            put(log.size() - 4, crc32Of(std::span(log).subspan(25, log.size() - 29), header));
            const std::string path = world.directory().write("log", log);
            OpenFile file = OpenFile::open(disk, path, FileSystem::Access::Read).value();
            LogDecoder decoder = LogDecoder::open(file).value();
            QCOMPARE(decoder.purpose(), purpose);
            const auto read = decoder.next();
            QVERIFY(read.has_value());
            QCOMPARE(read->has_value(), mayBeIn(purpose, record));
            QCOMPARE(decoder.hasDamage(), !read->has_value());
            if (*read)
                QVERIFY(**read == record);
        }
    }
    LogEncoder encoder(7, LogPurpose::Kept);
    Bytes later = encoder.pending();
    later[8] = std::byte{3};
    const std::uint32_t crc = crc32Of(std::span(later).first(20));
    for (int i = 0; i < 4; ++i)
        later[20 + static_cast<std::size_t>(i)] = static_cast<std::byte>(crc >> (8 * i));
    const std::string path = world.directory().write("log", later);
    OpenFile file = OpenFile::open(disk, path, FileSystem::Access::Read).value();
    const auto refused = LogDecoder::open(file);
    QVERIFY(!refused && refused.error().code == ErrorCode::Unsupported);
}

void TestDamagedHistory::whatIsNoArchiveGoes() {
    HistoryWorld world;
    world.live();
    QVERIFY(world.keep());
    const std::string archive = world.archive();
    std::filesystem::remove(archive);
    QCOMPARE(::mkfifo(archive.c_str(), 0600), 0);
    QVERIFY(!world.isRestored());
    QVERIFY(world.kept().empty());
    // A directory does not go: that is told, and what is in it stays.
    std::filesystem::create_directory(archive);
    const auto restored = world.restore();
    QVERIFY(!restored && restored.error().code == ErrorCode::IsDirectory);
    QCOMPARE(world.kept().size(), std::size_t{1});
}

void TestDamagedHistory::whatCannotBeRemovedIsTold() {
    HistoryWorld world;
    world.live();
    QVERIFY(world.keep());
    std::filesystem::create_directory(world.shelf() + "/dir.octavo-history");
    std::filesystem::create_directory(world.shelf() + "/dir.octavo-edits");
    world.directory().write("state/history/.hidden", bytesOf("not ours"));
    const Status forgotten = world.histories().forgetAll();
    QVERIFY(!forgotten && forgotten.error().code == ErrorCode::IsDirectory);
    QCOMPARE(world.kept().size(), std::size_t{3});
    world.limits.files = 1;
    world.live();
    std::filesystem::last_write_time(world.shelf() + "/dir.octavo-history",
                                     std::filesystem::file_time_type::clock::now() - std::chrono::hours(5));
    const Status kept = world.histories().keep(world.document(), world.subject());
    QVERIFY2(!kept && kept.error().code == ErrorCode::IsDirectory, "there are too many");
    QVERIFY(world.isRestored());
    // Nor is a file a place for histories.
    std::filesystem::remove_all(world.shelf());
    world.directory().write("state/history", {});
    QCOMPARE(world.histories().forgetAll().error().systemCode, ENOTDIR);
    QVERIFY(!world.keep());
    // A document without history removes what was kept, or says why not.
    for (std::size_t call = 1;; ++call) {
        HistoryWorld untouched(noise(100));
        const auto posix = std::make_shared<PosixFileSystem>();
        const auto faulty = std::make_shared<FaultyFileSystem>(
            *posix, Faults{.kind = Faults::Kind::Once, .at = call, .errnoValue = EACCES});
        const Status done = untouched.histories(faulty).keep(untouched.document(), untouched.subject());
        const bool isSeen =
            std::string_view(faulty->struckCall() ? faulty->struckCall() : "status") != "status";
        QCOMPARE(done.has_value(), !isSeen);
        if (!faulty->hasStruck())
            break;
    }
}

/// The log is written in several parts: of its bytes, and of its steps.
void TestDamagedHistory::aLogThatTakesMuchRoomFailsAtEveryWriting() {
    HistoryWorld world(noise(10'000));
    world.insert(10, noise(2'500'000, 3));
    MultiEdit edit{.ranges = {}, .content = Content::ofBytes(bytesOf("abc"))};
    for (ByteOffset at = 0; at < 2'500'000; at += 24)
        edit.ranges.push_back({at, at + 1});
    QVERIFY(world.document().apply(edit));
    QVERIFY(world.document().apply(Edit::erase({10, world.document().size() - 1000})));
    QVERIFY(world.saveAndRebase().has_value());
    /// Full after some writes.
    class Filling final : public FaultyFileSystem {
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
    PosixFileSystem disk;
    for (const int writes : {0, 1, 2, 3, 4}) {
        const auto filling = std::make_shared<Filling>(disk, writes);
        const Status kept = world.histories(filling).keep(world.document(), world.subject());
        QVERIFY(!kept && kept.error().code == ErrorCode::DiskFull);
        QVERIFY(world.kept().empty());
    }
    QVERIFY(world.keep());
    QVERIFY(world.isRestored());
}

/// The bytes are there when it is decided what to keep, and gone when they are copied.
void TestDamagedHistory::bytesThatCannotBeReadTwiceAreNotKept() {
    class Fading final : public Source {
    public:
        explicit Fading(int readings) : readings_(readings) {}
        [[nodiscard]] ByteCount size() const override { return 500; }
        void read(ByteOffset offset, std::span<std::byte> out, RangeSet& unreadable) const override {
            std::ranges::fill(out, std::byte{1});
            if (--readings_ < 0)
                unreadable.add(ByteRange::ofLength(offset, out.size()));
        }

    private:
        mutable int readings_;
    };
    for (const int readings : {1, 2}) {
        HistoryWorld world;
        QVERIFY(world.saveAndRebase().has_value());
        QVERIFY(world.document().apply(
            Edit::insert(50, Content::ofSource(std::make_shared<Fading>(readings), {0, 500}))));
        QVERIFY2(world.keep(), "that is no error");
        QCOMPARE(world.kept().size(), readings == 1 ? 0u : 1u);
    }
}

void TestDamagedHistory::keepingAndRestoringAreCancelled() {
    std::stop_source stop;
    stop.request_stop();
    const JobContext stopped(stop.get_token(), nullptr);
    HistoryWorld world;
    world.live();
    QVERIFY(world.keep());
    const Bytes kept = contentOf(world.archive());
    const Status cancelled = world.histories().keep(world.document(), world.subject(), stopped);
    QVERIFY(!cancelled && cancelled.error().code == ErrorCode::Cancelled);
    QVERIFY(contentOf(world.archive()) == kept);
    // A touched file has to be read.
    std::filesystem::last_write_time(world.path(),
                                     std::filesystem::file_time_type::clock::now() - std::chrono::hours(5));
    const auto file = openFileSource(world.path()).value();
    const auto unread = world.histories().restore(world.path(), file, stopped);
    QVERIFY(!unread && unread.error().code == ErrorCode::Cancelled);
    PosixFileSystem disk;
    const std::string log = world.directory().write("log", inflated(world, world.archive()));
    const auto opened =
        std::make_shared<OpenFile>(OpenFile::open(disk, log, FileSystem::Access::Read).value());
    const auto uncompared = readKeptHistory(opened, world.path(), file, stopped);
    QVERIFY(!uncompared && uncompared.error().code == ErrorCode::Cancelled);
    QVERIFY(readKeptHistory(opened, world.path(), file, {}).value().has_value());
    // In the midst of it: before each call of the file system.
    for (const bool isKeeping : {true, false}) {
        for (std::size_t call = 1;; ++call) {
            std::stop_source midst;
            const JobContext job(midst.get_token(), nullptr);
            const auto posix = std::make_shared<PosixFileSystem>();
            const auto watched = std::make_shared<FaultyFileSystem>(
                *posix, Faults{.at = call, .neighbour = [&] { midst.request_stop(); }});
            const Status done =
                isKeeping ? world.histories(watched).keep(world.document(), world.subject(), job)
                          : world.histories(watched).restore(world.path(), file, job).map([](auto&&) {});
            QVERIFY(done || done.error().code == ErrorCode::Cancelled);
            QVERIFY(world.isRestored());
            if (watched->calls() < call)
                break;
        }
    }
}

void TestDamagedHistory::aFileThatChangesMeanwhileIsNotKept_data() {
    QTest::addColumn<bool>("isRemoved");
    QTest::newRow("it is removed") << true;
    QTest::newRow("it is touched") << false;
}

/// Just after its state was looked at, and before it is opened.
void TestDamagedHistory::aFileThatChangesMeanwhileIsNotKept() {
    QFETCH(bool, isRemoved);
    class Meanwhile final : public FaultyFileSystem {
    public:
        Meanwhile(FileSystem& inner, std::function<void()> change)
            : FaultyFileSystem(inner, {}), change_(std::move(change)) {}
        using FaultyFileSystem::status;
        [[nodiscard]] Result<FileStatus> status(const std::string& path) override {
            Result<FileStatus> status = FaultyFileSystem::status(path);
            if (auto change = std::exchange(change_, nullptr))
                change();
            return status;
        }

    private:
        std::function<void()> change_;
    };
    HistoryWorld world;
    world.live();
    HistorySubject subject = world.subject();
    subject.base = nullptr;  // it was saved while it was edited
    PosixFileSystem posix;
    const auto disk = std::make_shared<Meanwhile>(posix, [&] {
        if (isRemoved)
            std::filesystem::remove(world.path());
        else
            std::filesystem::last_write_time(
                world.path(), std::filesystem::file_time_type::clock::now() - std::chrono::hours(5));
    });
    const Status kept = world.histories(disk).keep(world.document(), subject);
    QCOMPARE(kept.has_value(), !isRemoved);
    QVERIFY(world.kept().empty());
}

int main(int count, char** arguments) {
    keepTemporaryFilesInMemory();
    TestDamagedHistory test;
    return QTest::qExec(&test, count, arguments);
}
#include "tst_damaged_history.moc"
