// What is kept of a history, and for how long.

#include <array>
#include <filesystem>
#include <random>
#include <sys/stat.h>

#include <QTest>

#include "core/save/covered_runs.h"
#include "tests/support/damaged_source.h"
#include "tests/support/history_world.h"

using namespace octavo;
using namespace octavo::test;

namespace {

mode_t modeOf(const std::string& path) {
    struct stat info {};
    return ::stat(path.c_str(), &info) == 0 ? info.st_mode & 07777 : 0;
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
    void runsCoverWhatWasAdded();
    void namesAreCutBetweenCharacters();
    void namesThatAreTooManyAreLeftOut();
    void aFileOfAnotherLengthIsNotTheSavedOne();
    void aBadSectorIsNotCompared();
    void damageInALongRunEndsWhatIsKept();
    void theOldestGoWhenThereAreTooMany();
    void theOldestGoWhenTheyAreTooLong();
    void leftoversGo();
    void forgettingRemovesAll();
};

void TestKeptHistory::historyComesBackWithTheFile() {
    HistoryWorld world;
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
    HistoryWorld world;
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
    HistoryWorld world;
    world.live();
    QVERIFY(world.keep());
    QCOMPARE(world.kept().size(), 1u);
    QVERIFY(world.archive().ends_with(kKeptHistorySuffix));
    QCOMPARE(modeOf(world.archive()), mode_t{0600});
    QCOMPARE(modeOf(world.shelf()), mode_t{0700});
    QVERIFY(std::filesystem::file_size(world.archive()) < 80'000);
}

void TestKeptHistory::aTouchedFileIsKnownByItsBytes() {
    HistoryWorld world;
    world.live();
    QVERIFY(world.keep());
    std::filesystem::last_write_time(world.path(),
                                     std::filesystem::file_time_type::clock::now() - std::chrono::hours(5));
    const auto restored = world.restore();
    QVERIFY(restored.has_value() && restored->has_value());
    QVERIFY(areAlike(*(*restored)->document, world.document()));
}

void TestKeptHistory::aCopyOfTheFileIsKnownByItsBytes() {
    HistoryWorld world;
    world.live();
    QVERIFY(world.keep());
    std::filesystem::copy_file(world.path(), world.path() + ".copy");
    std::filesystem::rename(world.path() + ".copy", world.path());
    QVERIFY(world.isRestored());
}

void TestKeptHistory::aLinkLeadsToTheSameHistory() {
    HistoryWorld world;
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
    HistoryWorld world;
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
    HistoryWorld world;
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
    HistoryWorld world;
    world.live();
    QVERIFY(world.keep());
    world.document().markUnsaved();
    QVERIFY(world.keep());
    QVERIFY2(world.kept().empty(), "what was kept before is not the history of this document");
    // Nor when nothing was done.
    HistoryWorld untouched;
    QVERIFY(untouched.keep());
    QVERIFY(untouched.kept().empty());
}

void TestKeptHistory::nothingIsKeptOfAFileThatChanged() {
    HistoryWorld world;
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
    HistoryWorld world;
    world.live();
    HistorySubject subject = world.subject();
    subject.path = "/dev/null";
    subject.identity = fileIdentity("/dev/null").value();
    QVERIFY(world.histories().keep(world.document(), subject).has_value());
    QVERIFY(world.kept().empty());
}

void TestKeptHistory::replacingManyPlacesInALongFileIsKept() {
    const Bytes content = noise(20 << 20, 3);
    HistoryWorld world(content);
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
    HistoryWorld world;
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
    HistoryWorld world;
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
    HistoryWorld world;
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
    HistoryWorld world;
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
    HistoryWorld world;
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
    HistoryWorld world(noise(1 << 20));
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
            if (!range.isEmpty())
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

void TestKeptHistory::theOldestGoWhenThereAreTooMany() {
    HistoryWorld world;
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
    HistoryWorld world;
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
    HistoryWorld world;
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
    HistoryWorld world;
    QVERIFY2(world.histories().forgetAll().has_value(), "there may be nothing to forget");
    world.live();
    QVERIFY(world.keep());
    world.directory().write("state/history/0123.octavo-edits", bytesOf("cut off"));
    world.directory().write("state/history/notes.txt", bytesOf("not ours"));
    QVERIFY(world.histories().forgetAll().has_value());
    QCOMPARE(world.kept(), std::vector<std::string>{"notes.txt"});
    QVERIFY(!world.isRestored());
}

void TestKeptHistory::namesAreCutBetweenCharacters() {
    HistoryWorld world;
    world.insert(0, bytesOf("abc"));
    world.insert(0, bytesOf("def"));
    QVERIFY(world.saveAndRebase().has_value());
    world.notes.names[0] = std::string(999, 'x') + "\xC3\xA4 and more";
    world.notes.names[1] = std::string(1001, '\x80');  // no text at all
    world.notes.times = {{.state = 2, .seconds = 1'600'000'000}};
    QVERIFY(world.keep());
    const auto restored = world.restore();
    QVERIFY(restored.has_value() && restored->has_value());
    const HistoryNotes& notes = (*restored)->notes;
    QCOMPARE(notes.names.at(0), std::string(999, 'x'));
    QCOMPARE(notes.names.count(1), std::size_t{0});
    QVERIFY(notes.times == world.notes.times);
}

void TestKeptHistory::namesThatAreTooManyAreLeftOut() {
    HistoryWorld world;
    for (HistoryState state = 1; state <= 1100; ++state) {
        world.overwrite(state, bytesOf("x"));
        world.notes.names[state] = std::string(1000, 'n');
    }
    QVERIFY(world.saveAndRebase().has_value());
    QVERIFY(world.keep());
    const auto restored = world.restore();
    QVERIFY(restored.has_value() && restored->has_value());
    QCOMPARE((*restored)->document->history().stateCount(), std::size_t{1101});
    QCOMPARE((*restored)->notes.names.size(), std::size_t{1048});  // in 1 MiB
    QVERIFY((*restored)->notes.names.contains(1));
}

void TestKeptHistory::aFileOfAnotherLengthIsNotTheSavedOne() {
    HistoryWorld world;
    world.live();
    Bytes longer = world.fileContent();
    longer.push_back(std::byte{});
    const std::string path = world.directory().write("longer", longer);
    const HistorySubject wrong{
        .path = path, .identity = fileIdentity(path).value(), .base = nullptr, .notes = {}};
    QVERIFY(world.histories().keep(world.document(), wrong).has_value());
    QVERIFY(world.kept().empty());
}

/// What cannot be read of the file is not compared either: its state tells whether it is the same.
void TestKeptHistory::aBadSectorIsNotCompared() {
    const HistoryWorld world;
    const auto base = std::make_shared<DamagedSource>(world.fileContent(), ByteRange{5000, 5010});
    Document document(base);
    QVERIFY(document.apply(Edit::insert(0, Content::ofBytes(bytesOf("abc")))));
    document.undo();
    const HistorySubject subject{
        .path = world.path(), .identity = fileIdentity(world.path()).value(), .base = base, .notes = {}};
    QVERIFY(world.histories().keep(document, subject).has_value());
    const auto restored = world.restore();
    QVERIFY(restored.has_value() && restored->has_value());
    QVERIFY((*restored)->document->canRedo());
    std::filesystem::last_write_time(world.path(),
                                     std::filesystem::file_time_type::clock::now() - std::chrono::hours(5));
    QVERIFY2(!world.isRestored(), "there is nothing to know it by");
    // A state that cannot be read is not what the file holds, however well the rest fits.
    Document lost(std::make_shared<DamagedSource>(world.fileContent(), ByteRange{5000, 5010}));
    QVERIFY(lost.apply(Edit::insert(0, Content::ofBytes(bytesOf("abc")))));
    lost.undo();
    const HistorySubject other{
        .path = world.path(), .identity = fileIdentity(world.path()).value(), .base = nullptr, .notes = {}};
    QVERIFY(world.histories().keep(lost, other).has_value());
    QVERIFY(world.kept().empty());
}

void TestKeptHistory::damageInALongRunEndsWhatIsKept() {
    HistoryWorld world;
    QVERIFY(world.saveAndRebase().has_value());
    world.insert(0, bytesOf("kept"));
    const HistoryState kept = world.document().history().current();
    const auto damaged = std::make_shared<DamagedSource>(noise(300'000), ByteRange{100, 110});
    QVERIFY(world.document().apply(Edit::insert(50, Content::ofSource(damaged, {0, 300'000}))));
    QVERIFY(world.keep());
    const auto restored = world.restore();
    QVERIFY(restored.has_value() && restored->has_value());
    QCOMPARE((*restored)->document->history().stateCount(), std::size_t{kept} + 1);
}

int main(int count, char** arguments) {
    keepTemporaryFilesInMemory();
    TestKeptHistory test;
    return QTest::qExec(&test, count, arguments);
}
#include "tst_kept_history.moc"
