// Logs that were put together by hand: what no recorder writes is damage, and ends the replay before it.

#include <filesystem>
#include <functional>

#include <QTest>

#include "core/save/log_replay.h"
#include "core/source/memory_source.h"
#include "tests/support/faulty_file_system.h"
#include "tests/support/raw_log.h"

using namespace octavo;
using namespace octavo::test;

namespace {

using Extent = LogReplay::Extent;
using Write = std::function<void(RawLog&)>;

LogBase baseRecord(ByteCount size = 100) {
    return {.path = "/file", .name = {}, .identity = {}, .size = size, .samples = {}, .replaces = {}};
}
LogSplice splice(ByteOffset at, std::vector<LogPiece> pieces, ByteCount removed = 0) {
    return {.offset = at,
            .removed = removed,
            .kind = EditKind::Paste,
            .joinsPrevious = false,
            .pieces = std::move(pieces)};
}
LogPiece piece(LogSourceId source, ByteOffset offset, ByteCount length) {
    return {.source = source, .offset = offset, .length = length};
}
LogSplice ofBase(ByteOffset at, ByteOffset offset, ByteCount length) {
    return splice(at, {piece(kLogBase, offset, length)});
}

/// A log, its file and its base of 100 bytes.
class Ground {
public:
    explicit Ground(const Write& write, LogPurpose purpose = LogPurpose::Edits) {
        RawLog log(purpose);
        log.add(baseRecord());
        write(log);
        file = RawLog::open(disk, directory, log.bytes());
    }
    [[nodiscard]] std::unique_ptr<LogReplay> replay(Extent extent = Extent::FromStart) {
        auto replay = std::make_unique<LogReplay>(file, base, extent);
        OCTAVO_EXPECTS(replay->run({}).has_value());
        return replay;
    }

    TemporaryDirectory directory;
    PosixFileSystem disk;
    std::shared_ptr<OpenFile> file;
    std::shared_ptr<const Source> base = std::make_shared<MemorySource>(noise(100));
};

Bytes bytesOfDocument(LogReplay& replay) {
    return bytesOf(replay.document().snapshot());
}

}  // namespace

class TestLogReplay : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatDoesNotFitEndsTheReplay_data();
    void whatDoesNotFitEndsTheReplay();
    void aLogWithoutABaseSaysNothing();
    void notesBelongToTheirStates();
    void aBeginningIsForTheWholeLogOnly();
    void aPartOfALogThatHasNoSaveIsAllOfIt();
    void whatWasBeforeTheSaveIsLeftOut();
    void aFileThatIsGoneIsUnreadable();
    void aLogThatWalksWithoutEndIsStopped();
    void replayingIsCancelled();
    void whatCannotBeReadIsAnError();
};

/// After a splice of four bytes.
void TestLogReplay::whatDoesNotFitEndsTheReplay_data() {
    QTest::addColumn<Write>("write");
    QTest::addColumn<bool>("fits");
    const auto row = [](const char* name, Write write, bool fits = false) {
        QTest::newRow(name) << std::move(write) << fits;
    };
    row(
        "a move to a state that there is", [](RawLog& log) { log.add(LogMove{0}); }, true);
    row("a move to a state that is not there yet", [](RawLog& log) { log.add(LogMove{2}); });
    row("a piece beyond the base", [](RawLog& log) { log.add(ofBase(0, 50, 51)); });
    row("an empty piece", [](RawLog& log) { log.add(ofBase(0, 50, 0)); });
    row("more bytes than a document can have", [](RawLog& log) {
        log.add(LogRandom{.id = 5, .seed = 1, .size = kMaxDocumentSize});
        log.add(splice(0, {piece(5, 0, kMaxDocumentSize), piece(5, 0, 1)}));
    });
    row("more bytes than fit beside the document's", [](RawLog& log) {
        log.add(LogRandom{.id = 5, .seed = 1, .size = kMaxDocumentSize});
        log.add(splice(0, {piece(5, 0, kMaxDocumentSize - 1)}));
    });
    row("a splice behind the end", [](RawLog& log) { log.add(ofBase(105, 0, 1)); });
    row("a splice that removes too much", [](RawLog& log) { log.add(splice(0, {}, 105)); });
    row("pieces that do not fit, for the next splice",
        [](RawLog& log) { log.add(LogPieces{{piece(kLogBase, 99, 2)}}); });
    row("bytes of a source that is a pattern", [](RawLog& log) {
        log.add(LogPattern{.id = 5, .size = 10, .pattern = bytesOf("ab")});
        log.addBytes(5, 0, "abc");
    });
    row("a pattern of a source that has bytes", [](RawLog& log) {
        log.addBytes(5, 0, "abc");
        log.add(LogPattern{.id = 5, .size = 10, .pattern = bytesOf("ab")});
    });
    row("bytes of the base", [](RawLog& log) { log.addBytes(kLogBase, 0, "abc"); });
    row("bytes that were there before", [](RawLog& log) {
        log.addBytes(5, 0, "abc");
        log.addBytes(5, 2, "abc");
    });
    row(
        "bytes beside others",
        [](RawLog& log) {
            log.addBytes(5, 0, "abc");
            log.addBytes(5, 3, "abc");
        },
        true);
}

void TestLogReplay::whatDoesNotFitEndsTheReplay() {
    QFETCH(Write, write);
    QFETCH(bool, fits);
    Ground ground([&](RawLog& log) {
        log.add(ofBase(0, 10, 4));
        write(log);
        log.add(LogMove{0});
        log.add(ofBase(0, 20, 5));
    });
    const auto replay = ground.replay();
    QCOMPARE(replay->isDamaged(), !fits);
    QCOMPARE(replay->changeCount(), std::size_t{fits ? 2U : 1U});
    QCOMPARE(replay->document().size(), ByteCount{fits ? 105U : 104U});
}

void TestLogReplay::aLogWithoutABaseSaysNothing() {
    const TemporaryDirectory directory;
    PosixFileSystem disk;
    for (const bool isEmpty : {true, false}) {
        RawLog log;
        if (!isEmpty)
            log.add(LogRandom{.id = 5, .seed = 1, .size = 10}).add(splice(0, {piece(5, 0, 10)}));
        const auto file = RawLog::open(disk, directory, log.bytes());
        QVERIFY(!readLogFacts(*file).value().has_value());
        LogReplay replay(file, nullptr, Extent::FromStart);
        QVERIFY(replay.run({}).has_value());
        QCOMPARE(replay.document().size(), ByteCount{isEmpty ? 0U : 10U});
    }
    // Nor are there pieces or copies of a base that is not there.
    for (const bool isCopy : {true, false}) {
        RawLog log;
        log.add(baseRecord(0));
        if (isCopy)
            log.add(LogBaseCopy{5});
        else
            log.add(ofBase(0, 0, 1));
        const auto file = RawLog::open(disk, directory, log.bytes());
        LogReplay replay(file, nullptr, Extent::FromStart);
        QVERIFY(replay.run({}).has_value());
        QVERIFY(replay.isDamaged());
    }
}

void TestLogReplay::notesBelongToTheirStates() {
    for (const bool isTwice : {false, true}) {
        Ground ground(
            [&](RawLog& log) {
                log.add(LogPieces{{piece(kLogBase, 0, 100)}}).add(LogBeginning{});
                log.add(ofBase(0, 10, 4));
                log.add(LogNote{.state = 1, .seconds = 0, .name = "one"});
                if (isTwice)
                    log.add(LogNote{.state = 1, .seconds = 0, .name = "two"});
            },
            LogPurpose::Kept);
        const auto replay = ground.replay();
        QCOMPARE(replay->isDamaged(), isTwice);
        QCOMPARE(replay->notes().names.at(1), std::string("one"));
    }
}

void TestLogReplay::aBeginningIsForTheWholeLogOnly() {
    Ground ground([](RawLog& log) { log.add(LogPieces{{piece(kLogBase, 0, 50)}}).add(LogBeginning{}); },
                  LogPurpose::Kept);
    QCOMPARE(ground.replay()->document().size(), ByteCount{50});
    const auto part = ground.replay(Extent::ToSave);
    QVERIFY(part->isDamaged());
    QCOMPARE(part->document().size(), ByteCount{100});
}

void TestLogReplay::aPartOfALogThatHasNoSaveIsAllOfIt() {
    Ground ground([](RawLog& log) { log.addBytes(5, 0, "abcd").add(splice(0, {piece(5, 0, 4)})); });
    for (const Extent extent : {Extent::FromStart, Extent::ToSave, Extent::FromSave}) {
        const auto replay = ground.replay(extent);
        QVERIFY(!replay->isDamaged());
        QCOMPARE(replay->document().size(), ByteCount{104});
    }
    const TemporaryDirectory directory;
    const auto empty = RawLog::open(ground.disk, directory, RawLog().bytes());
    LogReplay replay(empty, ground.base, Extent::ToSave);
    QVERIFY(replay.run({}).has_value());
    QVERIFY(!replay.isDamaged());
}

void TestLogReplay::whatWasBeforeTheSaveIsLeftOut() {
    const auto start = [](RawLog& log) {
        log.add(LogSave{.hasBegun = true, .state = 0});
        log.addBytes(5, 0, "abcd").add(LogPieces{{piece(5, 0, 1)}});
        log.add(splice(0, {piece(5, 1, 3)})).add(LogMove{0}).add(LogMove{1});
        log.add(LogSave{.hasBegun = true, .state = 1});
    };
    Ground ground([&](RawLog& log) {
        start(log);
        LogSplice joining = splice(0, {piece(5, 0, 2)});
        joining.joinsPrevious = true;  // what is before it is not there
        log.add(joining);
    });
    QCOMPARE(readLogFacts(*ground.file).value()->saveCount, std::size_t{2});
    QCOMPARE(ground.replay(Extent::ToSave)->document().size(), ByteCount{104});
    const auto rest = ground.replay(Extent::FromSave);
    QVERIFY(!rest->isDamaged());
    QCOMPARE(rest->document().size(), ByteCount{102});
    rest->document().undo();
    QVERIFY(bytesOfDocument(*rest) == noise(100));
    Ground early([&](RawLog& log) {
        start(log);
        log.add(LogMove{0});
    });
    QVERIFY(early.replay(Extent::FromSave)->isDamaged());
    // States from before it cannot be gone to, nor can the bytes of the old base be had.
    for (const LogRecord& record : {LogRecord(LogMove{0}), LogRecord(ofBase(0, 0, 1))}) {
        Ground wrong([&](RawLog& log) {
            start(log);
            log.add(splice(0, {piece(5, 0, 2)})).add(record);
        });
        const auto replay = wrong.replay(Extent::FromSave);
        QVERIFY(replay->isDamaged());
        QCOMPARE(replay->document().size(), ByteCount{102});
    }
}

void TestLogReplay::aFileThatIsGoneIsUnreadable() {
    Ground ground([](RawLog& log) {
        log.add(LogFile{.id = 5, .path = "/no/such/file", .identity = {.size = 1000}});
        log.add(splice(0, {piece(5, 10, 20)}));
    });
    const auto replay = ground.replay();
    QVERIFY(!replay->isDamaged());
    Bytes bytes(120);
    QCOMPARE(replay->document().snapshot().read(0, bytes).ranges(), (std::vector{ByteRange{0, 20}}));
}

void TestLogReplay::aLogThatWalksWithoutEndIsStopped() {
    Ground ground([](RawLog& log) {
        for (int i = 0; i < 500; ++i)
            log.add(ofBase(0, 10, 1));
        for (int i = 0; i < 100; ++i)
            log.add(LogMove{0}).add(LogMove{500});
    });
    QVERIFY(!ground.replay()->isDamaged());
    LogReplay replay(ground.file, ground.base, Extent::FromStart, 10);
    const Status stopped = replay.run({});
    QVERIFY(!stopped && stopped.error().code == ErrorCode::LimitReached);
}

void TestLogReplay::replayingIsCancelled() {
    Ground ground([](RawLog& log) { log.add(ofBase(0, 10, 1)); });
    std::stop_source stop;
    stop.request_stop();
    LogReplay replay(ground.file, ground.base, Extent::FromStart);
    QCOMPARE(replay.run(JobContext(stop.get_token(), nullptr)).error().code, ErrorCode::Cancelled);
    QVERIFY(bytesOfDocument(replay) == noise(100));
}

/// Every call of reading a log of several MiB fails once: all of it comes, or the system's error.
void TestLogReplay::whatCannotBeReadIsAnError() {
    const std::string text(60'000, 'x');
    Ground ground([&](RawLog& log) {
        for (unsigned i = 0; i < 60; ++i)
            log.addBytes(1, i * text.size(), text);
        log.addBytes(2, 0, "short").add(splice(0, {piece(1, 0, 60 * text.size()), piece(2, 0, 5)}));
    });
    std::size_t refused = 0;
    for (std::size_t call = 2;; ++call) {
        FaultyFileSystem faulty(ground.disk, {.kind = Faults::Kind::Once, .at = call});
        const auto file = std::make_shared<OpenFile>(
            OpenFile::open(faulty, ground.file->path(), FileSystem::Access::Read).value());
        LogReplay replay(file, ground.base, Extent::FromStart);
        const Status done = replay.run({});
        QVERIFY(!replay.isDamaged());
        if (!done) {
            QCOMPARE(done.error().systemCode, EIO);
            ++refused;
            continue;
        }
        QCOMPARE(replay.document().size(), 60 * text.size() + 105);
        QVERIFY(!faulty.hasStruck());
        break;
    }
    QVERIFY(refused > 8);
}

QTEST_APPLESS_MAIN(TestLogReplay)
#include "tst_log_replay.moc"
