#include <array>
#include <filesystem>
#include <random>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include <QTest>

#include "core/save/covered_runs.h"
#include "core/save/gzip_file.h"
#include "core/save/kept_histories.h"
#include "tests/support/damaged_source.h"
#include "tests/support/faulty_file_system.h"
#include "tests/support/save_world.h"

using namespace octavo;
using namespace octavo::test;

namespace {

/// A file, a document of it, and a place for histories.
class World : public SaveWorld {
public:
    explicit World(const Bytes& content = noise(10'000)) : SaveWorld(content) {}

    [[nodiscard]] std::string shelf() const { return directory().file("state/history"); }
    [[nodiscard]] KeptHistories histories(std::shared_ptr<FileSystem> fileSystem = nullptr) const {
        return {fileSystem ? std::move(fileSystem) : disk_, shelf(), limits};
    }
    [[nodiscard]] std::vector<std::string> kept() const {
        return disk_->list(shelf()).value_or(std::vector<std::string>{});
    }
    [[nodiscard]] std::string archive() const { return shelf() + "/" + kept().at(0); }
    [[nodiscard]] HistorySubject subject() {
        return {.path = path(),
                .identity = fileIdentity(path()).value(),
                .base = document().base(),
                .notes = notes};
    }
    [[nodiscard]] bool keep() { return histories().keep(document(), subject()).has_value(); }
    [[nodiscard]] Result<std::optional<RestoredHistory>> restore(
        std::shared_ptr<FileSystem> fileSystem = nullptr) const {
        return histories(std::move(fileSystem)).restore(path(), openFileSource(path()).value());
    }
    [[nodiscard]] bool isRestored() const {
        const auto restored = restore();
        return restored.has_value() && restored->has_value();
    }
    void type(ByteOffset at, std::string_view text) {
        document().endTyping();
        for (const char c : text)
            OCTAVO_EXPECTS(
                document()
                    .apply(Edit::insert(at++, Content::ofBytes(octavo::bytesOf(std::string_view(&c, 1))),
                                        EditKind::Type))
                    .has_value());
    }
    /// A branch, three steps to the saved state, and one step more.
    void live() {
        type(5, "other branch");
        document().undo();
        type(100, "one");
        insert(0, noise(300, 5));
        erase({5000, 6000});
        OCTAVO_EXPECTS(saveAndRebase().has_value());
        insert(7, noise(70'000, 6));
        notes.names[document().history().current()] = "not saved";
        notes.times = {{.state = 0, .seconds = 1'600'000'000},
                       {.state = document().history().current(), .seconds = 1'700'000'000}};
    }

    KeptHistories::Limits limits;
    HistoryNotes notes;

private:
    std::shared_ptr<PosixFileSystem> disk_ = std::make_shared<PosixFileSystem>();
};

mode_t modeOf(const std::string& path) {
    struct stat info {};
    return ::stat(path.c_str(), &info) == 0 ? info.st_mode & 07777 : 0;
}

Bytes bytesOfState(const Document& document, HistoryState state) {
    return bytesOf(Snapshot(document.treeOf(state), document.chunks(), document.revision()));
}

/// Every state of both is the same.
bool areAlike(const Document& one, const Document& other) {
    if (one.history().stateCount() != other.history().stateCount())
        return false;
    for (HistoryState state = 0; state < one.history().stateCount(); ++state) {
        if (bytesOfState(one, state) != bytesOfState(other, state))
            return false;
    }
    return true;
}

Bytes inflated(const World& world, const std::string& archive) {
    PosixFileSystem disk;
    OpenFile from = OpenFile::open(disk, archive, FileSystem::Access::Read).value();
    const std::string path = world.directory().file("inflated");
    OpenFile to = OpenFile::createExclusive(disk, path, 0600).value();
    OCTAVO_EXPECTS(disk.unlink(path).has_value());
    OCTAVO_EXPECTS(decompressFile(from, to, ByteCount{1} << 30, {}).has_value());
    Bytes bytes(static_cast<std::size_t>(to.status()->size()));
    OCTAVO_EXPECTS(to.readAll(0, bytes).has_value());
    return bytes;
}

void deflateTo(const World& world, const std::string& archive, std::span<const std::byte> log) {
    PosixFileSystem disk;
    const std::string plain = world.directory().write("plain", log);
    OpenFile from = OpenFile::open(disk, plain, FileSystem::Access::Read).value();
    static_cast<void>(disk.unlink(archive));
    OpenFile to = OpenFile::createExclusive(disk, archive, 0600).value();
    OCTAVO_EXPECTS(compressFile(from, to, {}).has_value());
}

}  // namespace

class TestKeptHistory : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void historyComesBackWithTheFile();
    void whatWasLetGoIsThereAsRedo();
    void onlyTheOwnerMayRead();
    void aTouchedFileIsKnownByItsBytes();
    void aCopyOfTheFileIsKnownByItsBytes();
    void aLinkLeadsToTheSameHistory();
    void aChangedFileLosesItsHistory_data();
    void aChangedFileLosesItsHistory();
    void aLongFileMustBeInTheSameState();
    void nothingIsKeptWithoutASavedState();
    void nothingIsKeptOfAFileThatChanged();
    void whatIsNoPlainFileIsNotKept();
    void replacingManyPlacesInALongFileIsKept();
    void aStepThatTookTooMuchEndsWhatIsKept();
    void unreadableBytesEndWhatIsKept();
    void theNearestStatesAreKept();
    void halfAStepIsNotKept();
    void branchesThatCostALongWalkAreLeftOut();
    void hundredThousandStatesAreKept();
    void everyCutGivesNothing();
    void everyFlippedByteGivesNothingOrAll();
    void everyFlippedByteOfTheLogGivesNothing();
    void aLogThatSaysSomethingElseIsRefused_data();
    void aLogThatSaysSomethingElseIsRefused();
    void aBombIsRefused();
    void runsCoverWhatWasAdded();
    void everyFailingCallOfKeepingLeavesTheOldOrTheNew();
    void everyFailingCallOfRestoringLeavesTheHistory();
    void theOldestGoWhenThereAreTooMany();
    void theOldestGoWhenTheyAreTooLong();
    void leftoversGo();
    void forgettingRemovesAll();
    void recordsBelongToTheirPurpose();
};

void TestKeptHistory::historyComesBackWithTheFile() {
    World world;
    const Bytes first = world.fileContent();
    world.live();
    world.document().undo();
    QVERIFY(world.keep());
    auto restored = world.restore();
    QVERIFY(restored.has_value() && restored->has_value());
    Document& back = *(*restored)->document;
    QVERIFY(!back.isModified());
    QVERIFY(areAlike(back, world.document()));
    QCOMPARE(back.history().current(), world.document().history().current());
    QCOMPARE(back.undoKind(), EditKind::Delete);
    QCOMPARE(back.redoKind(), EditKind::Insert);
    QVERIFY((*restored)->notes == world.notes);
    while (back.canUndo())
        back.undo();
    QVERIFY(bytesOf(back.snapshot()) == first);
    QVERIFY(back.isModified());
    QCOMPARE(back.history().childrenOf(0).size(), 2u);
    for (int i = 0; i < 3; ++i)
        back.redo();
    QVERIFY(!back.isModified());
    back.redo();
    QVERIFY(!back.canRedo());
    // What is kept can be restored once more.
    QVERIFY(world.isRestored());
}

void TestKeptHistory::whatWasLetGoIsThereAsRedo() {
    World world;
    world.live();
    const Bytes letGo = bytesOf(world.document().snapshot());
    QVERIFY(letGo != world.fileContent());
    QVERIFY(world.keep());
    const auto restored = world.restore();
    QVERIFY(restored.has_value() && restored->has_value());
    Document& back = *(*restored)->document;
    QVERIFY(bytesOf(back.snapshot()) == world.fileContent());
    back.redo();
    QVERIFY(bytesOf(back.snapshot()) == letGo);
}

void TestKeptHistory::onlyTheOwnerMayRead() {
    World world;
    world.live();
    QVERIFY(world.keep());
    QCOMPARE(world.kept().size(), 1u);
    QVERIFY(world.archive().ends_with(kKeptHistorySuffix));
    QCOMPARE(modeOf(world.archive()), mode_t{0600});
    QCOMPARE(modeOf(world.shelf()), mode_t{0700});
    QVERIFY(std::filesystem::file_size(world.archive()) < 80'000);
}

void TestKeptHistory::aTouchedFileIsKnownByItsBytes() {
    World world;
    world.live();
    QVERIFY(world.keep());
    std::filesystem::last_write_time(world.path(),
                                     std::filesystem::file_time_type::clock::now() - std::chrono::hours(5));
    const auto restored = world.restore();
    QVERIFY(restored.has_value() && restored->has_value());
    QVERIFY(areAlike(*(*restored)->document, world.document()));
}

void TestKeptHistory::aCopyOfTheFileIsKnownByItsBytes() {
    World world;
    world.live();
    QVERIFY(world.keep());
    std::filesystem::copy_file(world.path(), world.path() + ".copy");
    std::filesystem::rename(world.path() + ".copy", world.path());
    QVERIFY(world.isRestored());
}

void TestKeptHistory::aLinkLeadsToTheSameHistory() {
    World world;
    world.live();
    QVERIFY(world.keep());
    const std::string link = world.directory().file("link");
    std::filesystem::create_symlink(world.path(), link);
    const auto restored = world.histories().restore(link, openFileSource(link).value());
    QVERIFY(restored.has_value() && restored->has_value());
}

void TestKeptHistory::aChangedFileLosesItsHistory_data() {
    QTest::addColumn<int>("how");
    QTest::newRow("one byte is another") << 0;
    QTest::newRow("a byte was added") << 1;
    QTest::newRow("it was cut") << 2;
    QTest::newRow("one byte is another, and the time is as it was") << 3;
}

void TestKeptHistory::aChangedFileLosesItsHistory() {
    QFETCH(int, how);
    World world;
    world.live();
    QVERIFY(world.keep());
    const auto time = std::filesystem::last_write_time(world.path());
    Bytes content = world.fileContent();
    if (how == 1)
        content.push_back(std::byte{1});
    else if (how == 2)
        content.pop_back();
    else
        content[5000] ^= std::byte{1};
    world.directory().write("file.bin", content);
    if (how == 3)
        std::filesystem::last_write_time(world.path(), time);
    QVERIFY(!world.isRestored());
    QVERIFY2(world.kept().empty(), "it is good for nothing any more");
}

void TestKeptHistory::aLongFileMustBeInTheSameState() {
    World world;
    std::filesystem::resize_file(world.path(), kComparedFileMost + 1);
    world.open();
    world.overwrite(70'000, bytesOf("abc"));
    QVERIFY(world.saveAndRebase().has_value());
    QVERIFY(world.keep());
    const auto restored = world.restore();
    QVERIFY(restored.has_value() && restored->has_value());
    QVERIFY(std::filesystem::file_size(world.archive()) < 5000);
    (*restored)->document->undo();
    Bytes three(3, std::byte{1});
    QVERIFY((*restored)->document->snapshot().read(70'000, three).isEmpty());
    QVERIFY(three == Bytes(3));
    std::filesystem::last_write_time(world.path(),
                                     std::filesystem::file_time_type::clock::now() - std::chrono::hours(5));
    QVERIFY(!world.isRestored());
    QVERIFY(world.kept().empty());
}

void TestKeptHistory::nothingIsKeptWithoutASavedState() {
    World world;
    world.live();
    QVERIFY(world.keep());
    world.document().markUnsaved();
    QVERIFY(world.keep());
    QVERIFY2(world.kept().empty(), "what was kept before is not the history of this document");
    // Nor when nothing was done.
    World untouched;
    QVERIFY(untouched.keep());
    QVERIFY(untouched.kept().empty());
}

void TestKeptHistory::nothingIsKeptOfAFileThatChanged() {
    World world;
    world.live();
    // A copy, so that the document goes on having what was saved.
    world.document().undo();
    world.document().rebase(openFileSource(world.path(), FileCopy::OfSmall).value());
    const HistorySubject subject = world.subject();
    Bytes content = world.fileContent();
    content[77] ^= std::byte{1};
    world.directory().write("file.bin", content);
    QVERIFY(world.histories().keep(world.document(), subject).has_value());
    QVERIFY(world.kept().empty());
    // Even when somebody takes the new file for the old one.
    const HistorySubject wrong{
        .path = world.path(), .identity = fileIdentity(world.path()).value(), .base = nullptr, .notes = {}};
    QVERIFY(world.histories().keep(world.document(), wrong).has_value());
    QVERIFY(world.kept().empty());
}

void TestKeptHistory::whatIsNoPlainFileIsNotKept() {
    World world;
    world.live();
    HistorySubject subject = world.subject();
    subject.path = "/dev/null";
    subject.identity = fileIdentity("/dev/null").value();
    QVERIFY(world.histories().keep(world.document(), subject).has_value());
    QVERIFY(world.kept().empty());
}

void TestKeptHistory::replacingManyPlacesInALongFileIsKept() {
    const Bytes content = noise(20 << 20, 3);
    World world(content);
    MultiEdit edit{.ranges = {}, .content = Content::ofBytes(bytesOf("abc"))};
    for (ByteOffset at = 100; at < content.size() - 100; at += 100'000)
        edit.ranges.push_back({at, at + 2});
    QVERIFY(world.document().apply(edit));
    QVERIFY(world.saveAndRebase().has_value());
    QVERIFY(world.keep());
    const auto restored = world.restore();
    QVERIFY(restored.has_value() && restored->has_value());
    QVERIFY(std::filesystem::file_size(world.archive()) < 50'000);
    (*restored)->document->undo();
    QVERIFY(bytesOf((*restored)->document->snapshot()) == content);
}

void TestKeptHistory::aStepThatTookTooMuchEndsWhatIsKept() {
    World world;
    world.limits.each.bytes = 3000;
    world.insert(0, bytesOf("first"));
    world.erase({1000, 5000});
    world.erase({1000, 3000});
    world.insert(0, bytesOf("last"));
    QVERIFY(world.saveAndRebase().has_value());
    QVERIFY(world.keep());
    const auto restored = world.restore();
    QVERIFY(restored.has_value() && restored->has_value());
    Document& back = *(*restored)->document;
    QCOMPARE(back.history().stateCount(), 3u);
    back.undo();
    back.undo();
    QVERIFY(bytesOf(back.snapshot()) == bytesOfState(world.document(), 2));
}

void TestKeptHistory::unreadableBytesEndWhatIsKept() {
    World world;
    const auto damaged = std::make_shared<DamagedSource>(noise(500), ByteRange{100, 110});
    world.insert(0, bytesOf("first"));
    QVERIFY(world.document().apply(Edit::insert(50, Content::ofSource(damaged, {0, 500}))));
    world.erase({50, 550});
    world.insert(0, bytesOf("last"));
    QVERIFY(world.saveAndRebase().has_value());
    QVERIFY(world.document().apply(Edit::insert(50, Content::ofSource(damaged, {0, 500}))));
    QVERIFY(world.keep());
    const auto restored = world.restore();
    QVERIFY(restored.has_value() && restored->has_value());
    Document& back = *(*restored)->document;
    QCOMPARE(back.history().stateCount(), 2u);
    QVERIFY(!back.canRedo());
    back.undo();
    QVERIFY(bytesOf(back.snapshot()) == bytesOfState(world.document(), 3));
}

void TestKeptHistory::theNearestStatesAreKept() {
    World world;
    for (int i = 0; i < 6; ++i)
        world.insert(0, bytesOf("undo"));
    world.type(3, "typed");
    QVERIFY(world.saveAndRebase().has_value());
    const HistoryState saved = world.document().history().current();
    for (int i = 0; i < 6; ++i)
        world.insert(0, bytesOf("redo"));
    world.document().goTo(saved);
    world.insert(0, bytesOf("branch"));
    world.document().goTo(saved + 6);
    const auto statesKept = [&world](std::size_t most) {
        world.limits.each.states = most;
        if (!world.keep())
            return std::pair<std::size_t, std::size_t>{0, 0};
        const auto restored = world.restore();
        if (!restored || !*restored)
            return std::pair<std::size_t, std::size_t>{0, 0};
        Document& back = *(*restored)->document;
        std::size_t undos = 0;
        std::size_t redos = 0;
        for (; back.canRedo(); ++redos)
            back.redo();
        for (; back.canUndo(); ++undos)
            back.undo();
        return std::pair{undos - redos, redos};
    };
    using Steps = std::pair<std::size_t, std::size_t>;
    QCOMPARE(statesKept(100), (Steps{7, 6}));
    QCOMPARE(statesKept(12), (Steps{7, 1}));
    QCOMPARE(statesKept(7), (Steps{3, 0}));
    QVERIFY2(statesKept(6) == (Steps{2, 0}), "five typed bytes and one");
    QVERIFY2(statesKept(4) == (Steps{0, 4}), "typing is kept whole or not at all");
    QCOMPARE(statesKept(0), (Steps{0, 0}));
    QVERIFY(world.kept().empty());
}

void TestKeptHistory::halfAStepIsNotKept() {
    World world;
    world.type(3, "typed");
    world.document().goTo(3);
    QVERIFY(world.saveAndRebase().has_value());
    world.limits.each.states = 2;
    QVERIFY(world.keep());
    QVERIFY2(world.kept().empty(), "“ed” belongs to “typ”, for which there is no room");
    world.limits.each.states = 5;
    QVERIFY(world.keep());
    const auto restored = world.restore();
    Document& back = *(*restored)->document;
    back.redo();
    back.undo();
    QVERIFY2(!back.canUndo(), "it is one step");
}

void TestKeptHistory::branchesThatCostALongWalkAreLeftOut() {
    World world;
    for (int i = 0; i < 100; ++i)
        world.insert(0, bytesOf("x"));
    QVERIFY(world.saveAndRebase().has_value());
    const HistoryState saved = world.document().history().current();
    // Turn by turn on two branches that are far from each other.
    HistoryState ends[] = {0, saved};
    for (int i = 0; i < 20; ++i) {
        world.document().goTo(ends[i % 2]);
        world.insert(0, bytesOf("y"));
        ends[i % 2] = world.document().history().current();
    }
    QVERIFY(world.keep());
    QCOMPARE((*world.restore())->document->history().stateCount(), 121u);
    world.limits.each.states = 130;
    QVERIFY(world.keep());
    const auto restored = world.restore();
    Document& back = *(*restored)->document;
    QCOMPARE(back.history().stateCount(), 111u);
    back.redo();
    back.undo();
    QVERIFY(!back.isModified());
    for (int i = 0; i < 100; ++i)
        back.undo();
    QVERIFY(!back.canUndo());
}

void TestKeptHistory::hundredThousandStatesAreKept() {
    World world(noise(1 << 20));
    std::mt19937 random(3);
    for (int i = 0; i < 110'000; ++i) {
        const ByteOffset at = random() % world.document().size();
        world.overwrite(at, Bytes(1, static_cast<std::byte>(i)));
    }
    QVERIFY(world.saveAndRebase().has_value());
    QVERIFY(world.keep());
    const auto restored = world.restore();
    QVERIFY(restored.has_value() && restored->has_value());
    Document& back = *(*restored)->document;
    QCOMPARE(back.history().stateCount(), 100'001u);
    QCOMPARE(back.tree().pieceCount(), 1u);
    back.goTo(0);
    world.document().goTo(10'000);
    QVERIFY(bytesOf(back.snapshot()) == bytesOf(world.document().snapshot()));
}

void TestKeptHistory::everyCutGivesNothing() {
    World world(noise(500));
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
void TestKeptHistory::everyFlippedByteGivesNothingOrAll() {
    World world(noise(500));
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

void TestKeptHistory::everyFlippedByteOfTheLogGivesNothing() {
    World world(noise(500));
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

void TestKeptHistory::aLogThatSaysSomethingElseIsRefused_data() {
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
}

void TestKeptHistory::aLogThatSaysSomethingElseIsRefused() {
    QFETCH(int, what);
    World world(noise(100));
    world.overwrite(0, bytesOf("x"));
    QVERIFY(world.saveAndRebase().has_value());
    QVERIFY(world.keep());
    LogEncoder encoder(7, what == 3 ? LogPurpose::Edits : LogPurpose::Kept);
    FileIdentity identity = fileIdentity(world.path()).value();
    identity.inode += what == 13 ? 1 : 0;
    identity.device += what == 14 ? 1 : 0;
    encoder.add(LogBase{.path = what == 2 ? "/other" : world.path(),
                        .name = {},
                        .identity = identity,
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
    encoder.add(LogSplice{.offset = 0,
                          .removed = what == 3 ? 10U : 0U,
                          .kind = EditKind::Paste,
                          .joinsPrevious = false,
                          .pieces = {front}});
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
    deflateTo(world, world.archive(), encoder.pending());
    const bool isGood = what == 0 || what == 14;
    QCOMPARE(world.isRestored(), isGood);
    QCOMPARE(world.kept().size(), isGood ? 1u : 0u);
}

void TestKeptHistory::aBombIsRefused() {
    World world;
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

void TestKeptHistory::runsCoverWhatWasAdded() {
    std::mt19937 random(5);
    for (int round = 0; round < 200; ++round) {
        CoveredRuns runs;
        std::array<bool, 40> isCovered{};
        for (int i = 0; i < 12; ++i) {
            const ByteOffset begin = random() % isCovered.size();
            const ByteRange range{begin, begin + random() % (isCovered.size() - begin + 1)};
            auto filled = isCovered;
            runs.forEachGap(range, [&](ByteRange gap) {
                QVERIFY(range.contains(gap) && !gap.isEmpty());
                for (ByteOffset at = gap.begin; at < gap.end; ++at)
                    QVERIFY(!std::exchange(filled[at], true));
            });
            runs.add(range);
            for (ByteOffset at = range.begin; at < range.end; ++at)
                isCovered[at] = true;
            QVERIFY(filled == isCovered);
        }
        ByteOffset end = 0;
        runs.forEach([&](ByteRange run) {
            QVERIFY(run.begin > end || end == 0);
            QVERIFY(std::ranges::count(std::span(isCovered).subspan(run.begin, run.size()), false) == 0);
            end = run.end;
        });
    }
}

void TestKeptHistory::everyFailingCallOfKeepingLeavesTheOldOrTheNew() {
    for (const int errnoValue : {ENOSPC, EIO, EACCES}) {
        for (std::size_t call = 1;; ++call) {
            World world(noise(3000));
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

void TestKeptHistory::everyFailingCallOfRestoringLeavesTheHistory() {
    for (const int errnoValue : {ENOSPC, EIO, EACCES}) {
        for (std::size_t call = 1;; ++call) {
            World world(noise(3000));
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

void TestKeptHistory::theOldestGoWhenThereAreTooMany() {
    World world;
    world.limits.files = 3;
    world.live();
    for (int i = 0; i < 5; ++i) {
        const std::string path = world.directory().file("other" + std::to_string(i));
        std::filesystem::copy_file(world.path(), path);
        QVERIFY(
            world.histories()
                .keep(world.document(),
                      {.path = path, .identity = fileIdentity(path).value(), .base = nullptr, .notes = {}})
                .has_value());
    }
    QCOMPARE(world.kept().size(), 3u);
    for (int i = 0; i < 5; ++i) {
        const std::string path = world.directory().file("other" + std::to_string(i));
        const auto restored = world.histories().restore(path, openFileSource(path).value());
        QCOMPARE(restored->has_value(), i >= 2);
    }
}

void TestKeptHistory::theOldestGoWhenTheyAreTooLong() {
    World world;
    world.live();
    QVERIFY(world.keep());
    world.limits.bytes = 2 * std::filesystem::file_size(world.archive()) + 500;
    for (const char* name : {"a", "b", "c"}) {
        const std::string path = world.directory().file(name);
        std::filesystem::copy_file(world.path(), path);
        QVERIFY(
            world.histories()
                .keep(world.document(),
                      {.path = path, .identity = fileIdentity(path).value(), .base = nullptr, .notes = {}})
                .has_value());
    }
    QCOMPARE(world.kept().size(), 2u);
}

void TestKeptHistory::leftoversGo() {
    World world;
    world.live();
    QVERIFY(world.keep());
    const std::string archive = nameOf(world.archive());
    const Bytes some = bytesOf("cut off");
    world.directory().write("state/history/0123.octavo-edits", some);
    world.directory().write("state/history/." + archive + ".octavo-new", some);
    world.directory().write("state/history/.ff.octavo-history.octavo-1234", some);
    world.directory().write("state/history/notes.txt", some);
    const std::string used = world.directory().write("state/history/4567.octavo-edits", some);
    PosixFileSystem disk;
    {
        OpenFile file = OpenFile::open(disk, used, FileSystem::Access::ReadWrite).value();
        QVERIFY(file.tryLock().has_value());
        QVERIFY(world.keep());
        auto names = world.kept();
        std::ranges::sort(names);
        auto expected = std::vector<std::string>{"4567.octavo-edits", archive, "notes.txt"};
        std::ranges::sort(expected);
        QCOMPARE(names, expected);
    }
    QVERIFY(world.keep());
    QCOMPARE(world.kept().size(), 2u);
}

void TestKeptHistory::forgettingRemovesAll() {
    World world;
    QVERIFY2(world.histories().forgetAll().has_value(), "there may be nothing to forget");
    world.live();
    QVERIFY(world.keep());
    world.directory().write("state/history/0123.octavo-edits", bytesOf("cut off"));
    world.directory().write("state/history/notes.txt", bytesOf("not ours"));
    QVERIFY(world.histories().forgetAll().has_value());
    QCOMPARE(world.kept(), std::vector<std::string>{"notes.txt"});
    QVERIFY(!world.isRestored());
}

void TestKeptHistory::recordsBelongToTheirPurpose() {
    const World world;
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
            const auto crcOf = [](std::span<const std::byte> bytes, std::uint32_t seed) {
                return static_cast<std::uint32_t>(
                    ::crc32_z(seed, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size()));
            };
            const auto put = [&log](std::size_t at, std::uint32_t crc) {
                for (int i = 0; i < 4; ++i)
                    log[at + static_cast<std::size_t>(i)] = static_cast<std::byte>(crc >> (8 * i));
            };
            const std::uint32_t header = crcOf(std::span(log).first(20), 0);
            put(20, header);
            put(log.size() - 4, crcOf(std::span(log).subspan(25, log.size() - 29), header));
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
    const auto crc =
        static_cast<std::uint32_t>(::crc32_z(0, reinterpret_cast<const Bytef*>(later.data()), 20));
    for (int i = 0; i < 4; ++i)
        later[20 + static_cast<std::size_t>(i)] = static_cast<std::byte>(crc >> (8 * i));
    const std::string path = world.directory().write("log", later);
    OpenFile file = OpenFile::open(disk, path, FileSystem::Access::Read).value();
    const auto refused = LogDecoder::open(file);
    QVERIFY(!refused && refused.error().code == ErrorCode::Unsupported);
}

int main(int count, char** arguments) {
    // In memory, where there is some: nothing here depends on the disk, and it is synced thousands of times.
    if (::access("/dev/shm", W_OK) == 0)
        ::setenv("TMPDIR", "/dev/shm", 1);
    TestKeptHistory test;
    return QTest::qExec(&test, count, arguments);
}
#include "tst_kept_history.moc"
