// Journals of other versions, of other people and of nonsense, whoever wrote them; and journals that somebody
// else makes or removes at the same moment.

#include <filesystem>
#include <functional>
#include <unistd.h>

#include <QtTest>

#include "core/save/journal_format.h"
#include "core/save/little_endian.h"
#include "core/save/rewrite_format.h"
#include "core/save/rewrite_journal.h"
#include "tests/support/faulty_file_system.h"
#include "tests/support/memory_save_world.h"
#include "tests/support/save_world.h"

namespace octavo {

using test::Faults;
using test::FaultyFileSystem;
using test::MemorySaveWorld;
using test::noise;
using test::SaveWorld;

namespace {

constexpr std::size_t kSize = 10'000;
constexpr uid_t kUs = 4321;  // in tables

/// A file of kSize bytes, and a journal beside it.
class Ground {
public:
    [[nodiscard]] std::uint64_t inode() { return world.disk().status(world.path())->identity.inode; }
    void put(std::span<const std::byte> journal) {
        world.directory().write(nameOf(journalPath(world.path())), journal);
    }
    [[nodiscard]] Result<JournalRecovery> recover() { return recoverJournal(world.path(), world.disk()); }
    [[nodiscard]] bool hasJournal() const { return std::filesystem::exists(journalPath(world.path())); }
    [[nodiscard]] OpenFile open() {
        return OpenFile::open(world.disk(), journalPath(world.path()), FileSystem::Access::ReadWrite).value();
    }

    SaveWorld world{noise(kSize)};
};

/// Overwrites a number of a header and makes its check right again.
template <typename T>
void change(Bytes& header, std::size_t at, T value) {
    Bytes bytes;
    putLittle(value, bytes);
    std::ranges::copy(bytes, header.begin() + static_cast<std::ptrdiff_t>(at));
    Bytes crc;
    putLittle(crc32Of(std::span(header).first(header.size() - 4)), crc);
    std::ranges::copy(crc, header.end() - 4);
}

using ChangeHeader = std::function<void(RewriteHeader&)>;

/// One step of one part, which moves 50 bytes from 100 to 0.
Bytes rewriteJournal(std::uint64_t inode, const ChangeHeader& change, bool isStepEnded = true) {
    RewriteHeader header{.salt = 7,
                         .inode = inode,
                         .oldSize = kSize,
                         .newSize = kSize,
                         .partCount = 1,
                         .stepCount = 1,
                         .payloadSize = 0,
                         .stepSize = 50};
    change(header);
    Bytes bytes;
    appendRewriteHeader(header, bytes);
    appendRewritePart(header, 0, {.at = 0, .source = 100, .length = 50, .endsStep = isStepEnded}, bytes);
    return bytes;
}

/// Somebody owns the file, and somebody the journal.
class OwnedFileSystem final : public FaultyFileSystem {
public:
    OwnedFileSystem(FileSystem& inner, uid_t file, uid_t journal)
        : FaultyFileSystem(inner, {}), file_(file), journal_(journal) {}
    using FaultyFileSystem::status;
    [[nodiscard]] Result<FileHandle> open(const std::string& path, Access access) override {
        Result<FileHandle> handle = FaultyFileSystem::open(path, access);
        if (handle && path.ends_with(".octavo-undo"))
            opened_ = *handle;
        return handle;
    }
    [[nodiscard]] Result<FileStatus> status(FileHandle file) override {
        Result<FileStatus> status = FaultyFileSystem::status(file);
        if (status)
            status->owner = opened_ == file ? journal_ : file_;
        return status;
    }

private:
    uid_t file_;
    uid_t journal_;
    std::optional<FileHandle> opened_;
};

}  // namespace

class TestJournalRecovery : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void undoJournalsOfAnotherVersionStay_data() {
        QTest::addColumn<int>("at");
        QTest::newRow("another version") << 8;
        QTest::newRow("records of another length") << 12;
    }
    void undoJournalsOfAnotherVersionStay() {
        QFETCH(int, at);
        Ground ground;
        Bytes journal;
        appendJournalHeader({.salt = 1, .inode = ground.inode(), .oldSize = kSize, .newSize = kSize},
                            journal);
        change(journal, static_cast<std::size_t>(at), std::uint32_t{77});
        ground.put(journal);
        QCOMPARE(ground.recover().error().code, ErrorCode::Unsupported);
        QVERIFY(ground.hasJournal());
    }

    void undoJournalsOfNonsenseAreRemoved_data() {
        QTest::addColumn<quint64>("oldSize");
        QTest::addColumn<quint64>("newSize");
        QTest::addColumn<quint64>("recordAt");
        const quint64 most = kMaxDocumentSize;
        QTest::newRow("the old file was too long") << most + 1 << quint64{kSize} << quint64{0};
        QTest::newRow("the new file is too long") << quint64{kSize} << most + 1 << quint64{0};
        QTest::newRow("a record begins behind the old end")
            << quint64{kSize} << quint64{kSize} << quint64{kSize + 1};
        QTest::newRow("a record ends behind the old end")
            << quint64{kSize} << quint64{kSize} << quint64{kSize - 5};
    }
    void undoJournalsOfNonsenseAreRemoved() {
        QFETCH(quint64, oldSize);
        QFETCH(quint64, newSize);
        QFETCH(quint64, recordAt);
        Ground ground;
        Bytes journal;
        appendJournalHeader(
            {.salt = 1, .inode = ground.inode(), .oldSize = oldSize, .newSize = newSize, .recordCount = 1},
            journal);
        appendJournalRecord(1, recordAt, noise(10, 3), journal);
        ground.put(journal);
        QCOMPARE(ground.recover().value(), JournalRecovery::RemovedIncomplete);
        QVERIFY(!ground.hasJournal());
        QCOMPARE(ground.world.fileContent(), noise(kSize));
    }

    void rewriteJournalsOfAnotherVersionStay() {
        Ground ground;
        Bytes journal = rewriteJournal(ground.inode(), [](RewriteHeader&) {});
        Bytes header(journal.begin(), journal.begin() + RewriteHeader::kSize);
        change(header, 8, std::uint32_t{2});
        std::ranges::copy(header, journal.begin());
        ground.put(journal);
        QCOMPARE(ground.recover().error().code, ErrorCode::Unsupported);
        QVERIFY(ground.hasJournal());
    }

    void rewriteJournalsOfNonsenseAreRemoved_data() {
        QTest::addColumn<ChangeHeader>("change");
        QTest::addColumn<bool>("isStepEnded");
        const auto row = [](const char* name, ChangeHeader change, bool isStepEnded = true) {
            QTest::newRow(name) << std::move(change) << isStepEnded;
        };
        row("a step that is too long", [](RewriteHeader& h) { h.stepSize = RewriteHeader::kStepMax + 1; });
        row("the old file was too long", [](RewriteHeader& h) { h.oldSize = kMaxDocumentSize + 1; });
        row("the new file is too long", [](RewriteHeader& h) { h.newSize = kMaxDocumentSize + 1; });
        row("too many parts", [](RewriteHeader& h) { h.partCount = (std::uint64_t{1} << 48) + 1; });
        row("too many steps", [](RewriteHeader& h) { h.stepCount = (std::uint64_t{1} << 48) + 1; });
        row("too many new bytes", [](RewriteHeader& h) { h.payloadSize = (ByteCount{1} << 60) + 1; });
        row("more steps than parts end", [](RewriteHeader& h) { h.stepCount = 2; });
        row(
            "the last step does not end", [](RewriteHeader& h) { h.stepCount = 0; }, false);
        row(
            "no step ends", [](RewriteHeader&) {}, false);
    }
    void rewriteJournalsOfNonsenseAreRemoved() {
        QFETCH(ChangeHeader, change);
        QFETCH(bool, isStepEnded);
        Ground ground;
        ground.put(rewriteJournal(ground.inode(), change, isStepEnded));
        QCOMPARE(ground.recover().value(), JournalRecovery::RemovedIncomplete);
        QVERIFY(!ground.hasJournal());
        QCOMPARE(ground.world.fileContent(), noise(kSize));
    }

    void aSlotLongerThanItsStepIsNone() {
        Ground ground;
        const Bytes journal = rewriteJournal(ground.inode(), [](RewriteHeader&) {});
        ground.put(journal);
        {
            OpenFile file = ground.open();
            const RewriteHeader header = readRewriteHeader(file).value();
            QVERIFY(writeSlot(file, header, 0, noise(51)).has_value());
            QVERIFY(!latestSlot(file, header).value().has_value());
            QCOMPARE(readSlot(file, header, 0).error().code, ErrorCode::Malformed);
            QVERIFY(writeSlot(file, header, 0, noise(50)).has_value());
            QCOMPARE(latestSlot(file, header).value(), std::optional<std::uint64_t>(0));
            // The other step of the same slot.
            RewriteHeader longer = header;
            longer.stepCount = 5;
            QCOMPARE(readSlot(file, longer, 2).error().code, ErrorCode::Malformed);
            RewritePartReader parts(file, header);
            QCOMPARE(parts.next()->length, std::uint32_t{50});
            QVERIFY(parts.isAtEnd());
            QCOMPARE(parts.next().error().code, ErrorCode::Malformed);
        }
        QCOMPARE(ground.recover().value(), JournalRecovery::Completed);
        Bytes expected = noise(kSize);
        std::ranges::copy(noise(50), expected.begin());
        QCOMPARE(ground.world.fileContent(), expected);
    }

    /// Nothing was moved yet, and somebody has made the file shorter: it is not what the journal is about.
    void aFileThatWasCutBeforeTheFirstStepIsLeftAlone() {
        Ground ground;
        ground.put(rewriteJournal(ground.inode(), [](RewriteHeader& h) { h.newSize = kSize / 2; }));
        std::filesystem::resize_file(ground.world.path(), kSize - 100);
        QCOMPARE(ground.recover().error().code, ErrorCode::ChangedOnDisk);
        QVERIFY(ground.hasJournal());
        std::filesystem::resize_file(ground.world.path(), kSize / 3);
        QCOMPARE(ground.recover().error().code, ErrorCode::ChangedOnDisk);
        QVERIFY(ground.hasJournal());
    }

    void aJournalWithoutItsFileIsRemoved() {
        Ground ground;
        ground.put(rewriteJournal(ground.inode(), [](RewriteHeader&) {}));
        std::filesystem::remove(ground.world.path());
        QCOMPARE(ground.recover().value(), JournalRecovery::RemovedForeign);
        QVERIFY(!ground.hasJournal());
        // Nor is one looked for elsewhere then.
        QCOMPARE(
            recoverJournal(ground.world.path(), ground.world.disk(), ground.world.directory().path()).value(),
            JournalRecovery::NoJournal);
    }

    void onlyJournalsOfTheOwnerOfUsAndOfTheSystemAreTrusted_data() {
        QTest::addColumn<uint>("file");
        QTest::addColumn<uint>("journal");
        QTest::addColumn<bool>("isTrusted");
        QTest::newRow("the file's owner") << 77U << 77U << true;
        QTest::newRow("us") << 77U << kUs << true;
        QTest::newRow("the system") << 77U << 0U << true;
        QTest::newRow("a stranger") << 77U << 78U << false;
    }
    void onlyJournalsOfTheOwnerOfUsAndOfTheSystemAreTrusted() {
        QFETCH(uint, file);
        QFETCH(uint, journal);
        QFETCH(bool, isTrusted);
        MemorySaveWorld world{test::MemoryContent(noise(kSize))};
        const std::string path = journalPath(MemorySaveWorld::kPath);
        const std::uint64_t inode = world.disk().status(MemorySaveWorld::kPath)->identity.inode;
        const Bytes bytes = rewriteJournal(inode, [](RewriteHeader&) {});
        world.disk().makeFile(path, test::MemoryContent(bytes), 0666);
        world.disk().inode(MemorySaveWorld::kPath).mode = 0666;
        world.disk().inode(MemorySaveWorld::kDirectory).mode = 0777;
        // Root is the system: it becomes somebody else, so that both can be told apart.
        const bool isRoot = ::geteuid() == 0 && ::seteuid(kUs) == 0;
        OwnedFileSystem disk(world.disk(), file, journal == kUs ? ::geteuid() : journal);
        const Result<JournalRecovery> recovered = recoverJournal(MemorySaveWorld::kPath, disk);
        if (isRoot)
            OCTAVO_EXPECTS(::seteuid(0) == 0);
        QCOMPARE(world.disk().exists(path), !isTrusted);
        if (isTrusted)
            QCOMPARE(recovered.value(), JournalRecovery::RolledBack);
        else
            QCOMPARE(recovered.error().code, ErrorCode::AccessDenied);
    }

    /// Before any call of a save: the save does not begin behind a journal that is not its own.
    void aJournalThatSomebodyElseMakesOrRemoves_data() {
        QTest::addColumn<bool>("isRemoved");
        QTest::newRow("removes") << true;
        QTest::newRow("makes") << false;
    }
    void aJournalThatSomebodyElseMakesOrRemoves() {
        QFETCH(bool, isRemoved);
        const std::string path = journalPath(MemorySaveWorld::kPath);
        std::size_t busy = 0;
        for (std::size_t call = 1;; ++call) {
            MemorySaveWorld world{test::MemoryContent(noise(kSize))};
            world.open();
            world.overwrite(5000, bytesOf("abc"));
            const auto neighbour = [&] {
                if (!isRemoved && !world.disk().exists(path))
                    world.disk().makeFile(path, test::MemoryContent(noise(10)));
                else if (isRemoved && world.disk().exists(path))
                    OCTAVO_EXPECTS(world.disk().unlink(path).has_value());
            };
            FaultyFileSystem disturbed(world.disk(), {.at = call, .neighbour = neighbour});
            const SaveTarget target = world.target(world.disk()).value();
            const SaveResult outcome = world.saveTo(target, disturbed);
            if (!outcome) {
                QCOMPARE(outcome.error().code, ErrorCode::Busy);
                QVERIFY(world.content().bytes() == noise(kSize));
                ++busy;
            } else {
                QVERIFY(world.content().bytes() == bytesOf(world.snapshot()));
            }
            if (disturbed.calls() < call)
                break;
        }
        QVERIFY2(busy > 0, "between its making and its lock, or just before its making");
    }

    void aDiskThatFillsUpEndsALongJournal_data() {
        QTest::addColumn<quint64>("parts");
        QTest::addColumn<quint64>("payload");
        QTest::newRow("many parts and new bytes") << quint64{40'000} << quint64{(3 << 20) + 100};
        QTest::newRow("the last new bytes are too many to wait") << quint64{1} << quint64{(1 << 20) - 1};
    }
    void aDiskThatFillsUpEndsALongJournal() {
        QFETCH(quint64, parts);
        QFETCH(quint64, payload);
        const std::string path = journalPath(MemorySaveWorld::kPath);
        std::size_t failed = 0;
        for (std::size_t call = 1;; ++call) {
            test::MemoryFileSystem disk;
            disk.makeDirectory(MemorySaveWorld::kDirectory);
            disk.rules().canReserve = false;
            FaultyFileSystem faulty(disk, {.kind = Faults::Kind::Once, .at = call, .errnoValue = ENOSPC});
            Status done;
            {
                auto journal = RewriteJournal::create(faulty, path,
                                                      {.oldSize = parts,
                                                       .newSize = parts,
                                                       .partCount = parts,
                                                       .stepCount = parts,
                                                       .payloadSize = payload,
                                                       .stepSize = 1});
                if (!journal)
                    done = fail(journal.error());
                for (std::uint64_t i = 0; i < parts && done; ++i)
                    done = journal->add({.at = i, .source = i, .length = 1, .endsStep = true});
                if (done)
                    done = journal->addPayload(noise(payload));
                if (done)
                    done = journal->commit();
                if (done && !faulty.hasStruck()) {
                    OpenFile written = OpenFile::open(disk, path, FileSystem::Access::Read).value();
                    QVERIFY(readRewriteHeader(written).has_value());
                    QCOMPARE(written.status()->size(), journal->header().end());
                }
            }
            const std::string_view struck = faulty.struckCall() ? faulty.struckCall() : "";
            QCOMPARE(done.has_value(), struck.empty() || struck == "close" || struck == "read");
            failed += done ? 0 : 1;
            if (!faulty.hasStruck())
                break;
        }
        QVERIFY(failed > 5);
    }

    /// It is emptied where its name stays; where that fails, too, it is told that it was not removed.
    void aJournalThatCannotBeRemovedIsEmptied() {
        class Sticky final : public FaultyFileSystem {
        public:
            using FaultyFileSystem::FaultyFileSystem;
            [[nodiscard]] Status unlink(const std::string&) override {
                return fail(systemError(EACCES, ErrorCode::WriteFailed));
            }
        };
        const std::string path = journalPath(MemorySaveWorld::kPath);
        for (std::size_t call = 2;; ++call) {
            test::MemoryFileSystem disk;
            disk.makeDirectory(MemorySaveWorld::kDirectory);
            disk.makeFile(path, test::MemoryContent(noise(5000)));
            Sticky sticky(disk, {.kind = Faults::Kind::Once, .at = call});
            bool hasStruck = false;
            {
                OpenFile journal = OpenFile::open(sticky, path, FileSystem::Access::ReadWrite).value();
                const Status removed = removeJournalFile(journal);
                hasStruck = sticky.hasStruck();
                QCOMPARE(removed.has_value(), !hasStruck);
                QVERIFY(removed || removed.error().systemCode == EACCES);
            }
            if (hasStruck)
                continue;
            QCOMPARE(disk.inode(path).content.size(), ByteCount{0});
            QCOMPARE(call, std::size_t{6});
            break;
        }
    }
};

}  // namespace octavo

QTEST_APPLESS_MAIN(octavo::TestJournalRecovery)
#include "tst_journal_recovery.moc"
