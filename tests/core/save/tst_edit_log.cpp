#include <filesystem>
#include <sys/stat.h>

#include <QTest>

#include "core/source/memory_source.h"
#include "tests/support/edit_log_world.h"
#include "tests/support/faulty_file_system.h"

using namespace octavo;
using namespace octavo::test;

namespace {

mode_t modeOf(const std::string& path) {
    struct stat info {};
    return ::stat(path.c_str(), &info) == 0 ? info.st_mode & 07777 : 0;
}

RangeSet unreadableIn(const Document& document) {
    Bytes bytes(document.size());
    return document.snapshot().read(0, bytes);
}

}  // namespace

class TestEditLog : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aDocumentWithoutChangesHasNoLog();
    void theLogIsPrivate();
    void historyComesBack();
    void aDocumentWithoutFileComesBack();
    void savingEndsTheLog();
    void aSavedDocumentWithHistoryHasNoLog();
    void aRunningInstanceKeepsItsLog();
    void aTouchedFileLooksTheSame();
    void aChangedFileIsSaidToBe();
    void aMissingFileLeavesWhatWasTyped();
    void aLostBaseIsCopied();
    void longRunsOfOtherFilesAreReferredTo();
    void tooMuchIsSaidToBeLeftOut();
    void anInterruptedSaveIsTakenBackFirst();
    void everyCutGivesAPrefix();
    void everyFlippedByteGivesAPrefix();
    void nothingButALogIsRefused();
};

void TestEditLog::aDocumentWithoutChangesHasNoLog() {
    EditLogWorld world;
    QVERIFY(world.write());
    QVERIFY(!world.recorder().isLogging());
    QVERIFY(world.logNames().empty());
}

void TestEditLog::theLogIsPrivate() {
    EditLogWorld world;
    world.insert(5, bytesOf("abc"));
    QVERIFY(world.write());
    QCOMPARE(world.logNames().size(), 1u);
    QCOMPARE(modeOf(world.log()), mode_t{0600});
    QCOMPARE(modeOf(world.logs()), mode_t{0700});
}

void TestEditLog::historyComesBack() {
    const Bytes before = noise(10'000);
    EditLogWorld world(before);
    for (int i = 0; i < 5; ++i)
        world.insert(100 + static_cast<ByteOffset>(i), bytesOf("x"), EditKind::Type);
    world.document().endTyping();
    world.insert(0, bytesOf("first branch"), EditKind::Paste);
    world.document().undo();
    world.insert(9000, bytesOf("second branch"), EditKind::Fill);
    const Bytes now = bytesOf(world.document().snapshot());
    QVERIFY(world.write());
    world.end();

    const Recovery recovery = world.recover();
    QCOMPARE(recovery.documents.size(), 1u);
    const RecoveredDocument& back = recovery.documents.front();
    QCOMPARE(back.path, world.path());
    QCOMPARE(back.evidence, BaseEvidence::Same);
    QCOMPARE(back.changeCount, 7u);
    QVERIFY(back.document->isModified());
    QVERIFY(bytesOf(back.document->snapshot()) == now);
    QCOMPARE(back.document->undoKind(), EditKind::Fill);
    back.document->undo();
    QCOMPARE(back.document->history().childrenOf(back.document->history().current()).size(), 2u);
    back.document->undo();
    QVERIFY2(bytesOf(back.document->snapshot()) == before, "five typed bytes are one step");
    QVERIFY(!back.document->canUndo());
    QVERIFY(!back.document->isModified());
}

void TestEditLog::aDocumentWithoutFileComesBack() {
    const TemporaryDirectory directory;
    const auto disk = std::make_shared<PosixFileSystem>();
    {
        Document document;
        QVERIFY(document.apply(Edit::insert(0, Content::ofBytes(noise(100'000)), EditKind::Import)));
        EditLogWriter writer(disk, directory.file("logs"));
        const EditRecorder recorder(document,
                                    {.path = {}, .name = "Untitled 3", .base = nullptr, .identity = {}},
                                    [&](EditLogEntry entry) { writer.post(std::move(entry)); });
        QVERIFY(document.apply(Edit::erase({0, 10})));
        QVERIFY(writer.write());
    }
    const Recovery recovery = recoverAll(directory.file("logs"), disk).value();
    QCOMPARE(recovery.documents.size(), 1u);
    QCOMPARE(recovery.documents[0].name, std::string("Untitled 3"));
    QCOMPARE(recovery.documents[0].evidence, BaseEvidence::NoFile);
    Bytes expected = noise(100'000);
    expected.erase(expected.begin(), expected.begin() + 10);
    QVERIFY(bytesOf(recovery.documents[0].document->snapshot()) == expected);
}

void TestEditLog::savingEndsTheLog() {
    EditLogWorld world;
    world.insert(5, bytesOf("abc"));
    QVERIFY(world.write());
    world.recorder().saveBegins(EditRecorder::SaveTo::OwnFile);
    QVERIFY(world.write());
    world.recorder().saved(world.document().history().current(), world.fileNow());
    QVERIFY(world.write());
    QVERIFY(world.logNames().empty());
    // Undoing past the save is a change like any other.
    world.document().undo();
    QVERIFY(world.recorder().isLogging());
    QVERIFY(world.write());
    QCOMPARE(world.logNames().size(), 1u);
    world.recorder().end();
    QVERIFY(world.write());
    QVERIFY(world.logNames().empty());
}

/// As one has that was opened with the history kept of its file.
void TestEditLog::aSavedDocumentWithHistoryHasNoLog() {
    EditLogWorld world;
    const auto file = openFileSource(world.path()).value();
    Document document;
    QVERIFY(document.apply(Edit::insert(0, Content::ofBytes(noise(10)), EditKind::Import)));
    QVERIFY(document.apply(Edit::replace({0, 10}, Content::ofSource(file, {0, file->size()}))));
    document.rebase(file);
    std::vector<EditLogEntry> told;
    const EditRecorder recorder(document, world.fileNow(),
                                [&told](EditLogEntry entry) { told.push_back(std::move(entry)); });
    QVERIFY2(told.size() == 3 && std::holds_alternative<EditLogStart>(told[0]), "its base is another source");
    told.clear();
    const EditRecorder same(document,
                            {.path = world.path(), .name = {}, .base = file, .identity = file->identity()},
                            [&world, &told](EditLogEntry entry) {
                                told.push_back(entry);
                                world.writer().post(std::move(entry));
                            });
    QVERIFY(told.empty());
    document.undo();
    const Bytes undone = bytesOf(document.snapshot());
    QVERIFY(same.isLogging());
    QVERIFY(world.write());
    world.end();
    const Recovery recovery = world.recover();
    QCOMPARE(recovery.documents.size(), 1u);
    QVERIFY(bytesOf(recovery.documents[0].document->snapshot()) == undone);
    recovery.documents[0].document->undo();
    QVERIFY(bytesOf(recovery.documents[0].document->snapshot()) == noise(10'000));
    QVERIFY(!recovery.documents[0].document->isModified());
}

void TestEditLog::aRunningInstanceKeepsItsLog() {
    EditLogWorld world;
    world.insert(5, bytesOf("abc"));
    QVERIFY(world.write());
    const Recovery recovery = world.recover();
    QVERIFY(recovery.documents.empty());
    QVERIFY(recovery.problems.empty());
    QCOMPARE(world.logNames().size(), 1u);
}

void TestEditLog::aTouchedFileLooksTheSame() {
    EditLogWorld world;
    world.insert(5, bytesOf("abc"));
    const Bytes now = bytesOf(world.document().snapshot());
    QVERIFY(world.write());
    world.end();
    std::filesystem::last_write_time(world.path(),
                                     std::filesystem::file_time_type::clock::now() - std::chrono::hours(5));
    const Recovery recovery = world.recover();
    QCOMPARE(recovery.documents.size(), 1u);
    QCOMPARE(recovery.documents[0].evidence, BaseEvidence::LooksSame);
    QVERIFY(bytesOf(recovery.documents[0].document->snapshot()) == now);
}

void TestEditLog::aChangedFileIsSaidToBe() {
    EditLogWorld world;
    world.insert(5, bytesOf("abc"));
    QVERIFY(world.write());
    world.end();
    const Bytes other = noise(7000, 9);
    world.directory().write("file.bin", other);
    const Recovery recovery = world.recover();
    QCOMPARE(recovery.documents.size(), 1u);
    const RecoveredDocument& back = recovery.documents[0];
    QCOMPARE(back.evidence, BaseEvidence::Changed);
    QVERIFY(back.file == nullptr);
    Bytes expected = other;
    const Bytes typed = bytesOf("abc");
    expected.insert(expected.begin() + 5, typed.begin(), typed.end());
    Bytes got(back.document->size());
    QCOMPARE(got.size(), 10'003u);
    const RangeSet unreadable = back.document->snapshot().read(0, got);
    QCOMPARE(unreadable.totalSize(), 3000u);
    got.resize(expected.size());
    QVERIFY(got == expected);
}

void TestEditLog::aMissingFileLeavesWhatWasTyped() {
    EditLogWorld world;
    world.insert(5, bytesOf("abc"));
    QVERIFY(world.write());
    world.end();
    std::filesystem::remove(world.path());
    const Recovery recovery = world.recover();
    QCOMPARE(recovery.documents.size(), 1u);
    QCOMPARE(recovery.documents[0].evidence, BaseEvidence::Missing);
    const RangeSet unreadable = unreadableIn(*recovery.documents[0].document);
    QCOMPARE(unreadable.ranges().size(), 2u);
    QVERIFY(!unreadable.intersects({5, 8}));
}

void TestEditLog::aLostBaseIsCopied() {
    EditLogWorld world(noise(20 << 20, 3));
    world.insert(5, bytesOf("abc"));
    QVERIFY(world.write());
    const Bytes now = bytesOf(world.document().snapshot());
    std::filesystem::rename(world.path(), world.path() + ".old");
    world.directory().write("file.bin", bytesOf("somebody else's"));
    world.recorder().baseIsLost("file.bin");
    world.insert(7, bytesOf("d"));
    const Bytes later = bytesOf(world.document().snapshot());
    QVERIFY(world.write());
    QCOMPARE(world.logNames().size(), 1u);
    world.end();
    const Recovery recovery = world.recover();
    QCOMPARE(recovery.documents.size(), 1u);
    QCOMPARE(recovery.documents[0].evidence, BaseEvidence::NoFile);
    QCOMPARE(recovery.documents[0].name, std::string("file.bin"));
    QVERIFY(bytesOf(recovery.documents[0].document->snapshot()) == later);
    recovery.documents[0].document->undo();
    QVERIFY(bytesOf(recovery.documents[0].document->snapshot()) == now);
}

void TestEditLog::longRunsOfOtherFilesAreReferredTo() {
    EditLogWorld world;
    const std::string other = world.directory().write("other.bin", noise(20 << 20, 4));
    const auto source = openFileSource(other).value();
    QVERIFY(world.document().apply(Edit::insert(
        0, Content::ofSource(source, source->size() > 0 ? ByteRange{1, source->size()} : ByteRange{}))));
    QVERIFY(world.document().apply(Edit::insert(0, Content::ofSource(source, {0, 1000}))));
    const Bytes now = bytesOf(world.document().snapshot());
    QVERIFY(world.write());
    QVERIFY(std::filesystem::file_size(world.log()) < 20'000);
    world.end();
    QVERIFY(bytesOf(world.recover().documents.at(0).document->snapshot()) == now);
    // The short run was copied, the long one is only as good as its file.
    world.directory().write("other.bin", noise(100));
    const Recovery recovery = world.recover();
    QCOMPARE(unreadableIn(*recovery.documents.at(0).document).ranges(),
             (std::vector{ByteRange{1000, 1000 + (20 << 20) - 1}}));
}

void TestEditLog::tooMuchIsSaidToBeLeftOut() {
    EditLogWorld world;
    /// Longer than any log takes, and not in a file.
    class Endless final : public Source {
    public:
        [[nodiscard]] ByteCount size() const override { return EditLog::kBytesMost + 1; }
        void read(ByteOffset, std::span<std::byte> out, RangeSet&) const override {
            std::ranges::fill(out, std::byte{1});
        }
    };
    const auto endless = std::make_shared<Endless>();
    QVERIFY(world.document().apply(Edit::insert(3, Content::ofSource(endless, {0, endless->size()}))));
    const auto report = world.writer().write();
    QVERIFY(report.has_value());
    QVERIFY(!report->isComplete);
    world.end();
    const Recovery recovery = world.recover();
    QCOMPARE(recovery.documents.at(0).document->size(), 10'000 + endless->size());
}

void TestEditLog::anInterruptedSaveIsTakenBackFirst() {
    SaveWorld save(noise(50'000));
    const auto disk = std::make_shared<PosixFileSystem>();
    const std::string logs = save.directory().file("logs");
    const auto file = openFileSource(save.path()).value();
    Bytes now;
    {
        Document document(file);
        EditLogWriter writer(disk, logs);
        EditRecorder recorder(document,
                              {.path = save.path(), .name = {}, .base = file, .identity = file->identity()},
                              [&](EditLogEntry entry) { writer.post(std::move(entry)); });
        QVERIFY(document.apply(Edit::replace({100, 20'000}, Content::ofBytes(noise(19'900, 2)))));
        now = bytesOf(document.snapshot());
        recorder.saveBegins(EditRecorder::SaveTo::OwnFile);
        QVERIFY(writer.write());
        SaveTarget target = probeSaveTarget(save.path(), *disk).value();
        target.base = file;
        FaultyFileSystem crashing(*disk, {.kind = Faults::Kind::CrashTorn, .at = 14});
        const auto plan = planSave(document.snapshot(), target).value();
        QCOMPARE(plan.kind, SavePlan::Kind::InPlace);
        QVERIFY(!runSave(plan, document.snapshot(), crashing));
    }
    const Recovery recovery = recoverAll(logs, disk).value();
    QCOMPARE(recovery.documents.size(), 1u);
    QVERIFY(save.fileContent() == noise(50'000));
    QVERIFY(bytesOf(recovery.documents[0].document->snapshot()) == now);
}

/// Every document that a damaged log gives is one that there was, and more of a log never gives less.
void TestEditLog::everyCutGivesAPrefix() {
    EditLogWorld world(noise(500));
    std::vector<Bytes> states{bytesOf(world.document().snapshot())};
    for (unsigned i = 0; i < 12; ++i) {
        world.insert(i * 7, noise(1 + i * 3, i));
        states.push_back(bytesOf(world.document().snapshot()));
    }
    QVERIFY(world.write());
    const std::string log = world.log();
    world.end();
    const Bytes whole = contentOf(log);
    std::size_t reached = 0;
    for (std::size_t length = 0; length <= whole.size(); ++length) {
        world.directory().write("logs/" + nameOf(log), std::span(whole).first(length));
        const auto back = recoverDocument(log, world.disk());
        Bytes bytes = states.front();
        if (back && *back)
            bytes = bytesOf((*back)->document->snapshot());
        else if (!back)
            QVERIFY(back.error().code == ErrorCode::Malformed || back.error().code == ErrorCode::NotFound);
        const auto found = std::ranges::find(states, bytes);
        QVERIFY(found != states.end());
        const auto index = static_cast<std::size_t>(found - states.begin());
        QVERIFY(index >= reached);
        reached = index;
        if (back && *back)
            QCOMPARE((*back)->isDamaged, length != whole.size() && (*back)->isDamaged);
    }
    QCOMPARE(reached, states.size() - 1);
}

void TestEditLog::everyFlippedByteGivesAPrefix() {
    EditLogWorld world(noise(500));
    std::vector<Bytes> states{bytesOf(world.document().snapshot())};
    for (unsigned i = 0; i < 6; ++i) {
        world.insert(i * 7, noise(1 + i * 3, i));
        states.push_back(bytesOf(world.document().snapshot()));
    }
    QVERIFY(world.write());
    const std::string log = world.log();
    world.end();
    const Bytes whole = contentOf(log);
    for (std::size_t at = 0; at < whole.size(); ++at) {
        for (const unsigned bit : {0, 3, 7}) {
            Bytes damaged = whole;
            damaged[at] ^= static_cast<std::byte>(1U << bit);
            world.directory().write("logs/" + nameOf(log), damaged);
            const auto back = recoverDocument(log, world.disk());
            if (!back) {
                QVERIFY(back.error().code == ErrorCode::Malformed ||
                        back.error().code == ErrorCode::NotFound ||
                        back.error().code == ErrorCode::Unsupported);
                continue;
            }
            if (!*back)
                continue;
            QVERIFY((*back)->isDamaged);
            QVERIFY(std::ranges::find(states, bytesOf((*back)->document->snapshot())) != states.end());
        }
    }
}

void TestEditLog::nothingButALogIsRefused() {
    EditLogWorld world;
    std::filesystem::create_directory(world.logs());
    world.directory().write("logs/a.octavo-edits", noise(5000));
    world.directory().write("logs/b.octavo-edits", {});
    world.directory().write("logs/c.octavo-edits", bytesOf("OctavoEL and then something else"));
    world.directory().write("logs/notes.txt", bytesOf("keep me"));
    const Recovery recovery = world.recover();
    QVERIFY(recovery.documents.empty());
    QCOMPARE(recovery.problems.size(), 1u);
    QCOMPARE(recovery.problems[0].error.code, ErrorCode::Malformed);
    QCOMPARE(world.logNames().size(), 3u);  // the empty one said nothing
}

QTEST_GUILESS_MAIN(TestEditLog)
#include "tst_edit_log.moc"
