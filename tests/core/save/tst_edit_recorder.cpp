// What a recorder tells of a document whose base changes, is lost or is saved meanwhile; the log that comes
// of it is read back.

#include <filesystem>

#include <QTest>

#include "core/source/memory_source.h"
#include "tests/support/edit_log_world.h"

using namespace octavo;
using namespace octavo::test;

class TestEditRecorder : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aLogThatIsTooLongBeginsAnewOnTheSameBase();
    void theSameBaseAgainIsNoChange();
    void anotherBaseUnderChangesBeginsAnew();
    void aBaseThatIsNoFileHasNoIdentity();
    void aBaseIsLostOnlyOnce();
    void aLostBaseOfASavedDocumentIsCopiedWithTheFirstChange();
    void aFailedSaveToAnotherFileChangesNothing();
    void aSaveOfAnEarlierStateBeginsAnew();
};

void TestEditRecorder::aLogThatIsTooLongBeginsAnewOnTheSameBase() {
    EditLogWorld world;
    QVERIFY2(!world.recorder().restart(EditRecorder::Reason::TooLong), "there is no log");
    for (int i = 0; i < 100; ++i) {
        world.insert(0, bytesOf("abc"));
        world.document().undo();
    }
    world.insert(0, bytesOf("abc"));
    QVERIFY(world.write());
    const auto before = std::filesystem::file_size(world.log());
    QVERIFY(world.recorder().restart(EditRecorder::Reason::TooLong));
    QVERIFY(world.write());
    QVERIFY(std::filesystem::file_size(world.log()) < before);
    world.recorder().saveBegins(EditRecorder::SaveTo::OtherFile);
    QVERIFY2(!world.recorder().restart(EditRecorder::Reason::TooLong), "a save is under way");
    world.recorder().saveFailed();
    // Saved while it was edited: the document has the bytes of the file from before.
    const std::string copy = world.directory().write("file.bin", bytesOf(world.document().snapshot()));
    const auto saved = openFileSource(copy).value();
    const HistoryState state = world.document().history().current();
    world.recorder().saveBegins(EditRecorder::SaveTo::OwnFile);
    world.insert(0, bytesOf("later"));
    world.document().markSaved(state);
    world.recorder().saved(state, {.path = copy, .name = {}, .base = saved, .identity = saved->identity()});
    QVERIFY2(!world.recorder().restart(EditRecorder::Reason::TooLong), "it would only grow");
    QVERIFY(world.recorder().restart(EditRecorder::Reason::BrokeOff));
}

void TestEditRecorder::theSameBaseAgainIsNoChange() {
    EditLogWorld world;
    world.insert(0, bytesOf("abc"));
    world.document().undo();
    QVERIFY(world.write());
    world.document().rebase(world.document().base());
    QVERIFY(world.recorder().isLogging());
    QVERIFY(!world.writer().hasPending());
}

void TestEditRecorder::anotherBaseUnderChangesBeginsAnew() {
    EditLogWorld world(noise(1000));
    world.insert(10, bytesOf("abc"));
    QVERIFY(world.write());
    const std::string first = world.log();
    // Another program has appended, and the document takes that over.
    Bytes longer = noise(1000);
    longer.resize(1200);
    const auto base = openFileSource(world.directory().write("file.bin", longer)).value();
    world.document().growBase(base);
    const Bytes now = bytesOf(world.document().snapshot());
    QCOMPARE(now.size(), std::size_t{1203});
    QVERIFY(world.write());
    QVERIFY2(world.log() != first, "what the old log says of its base is no longer so");
    world.end();
    const RecoveredDocument back = world.recoverOne();
    QCOMPARE(back.evidence, BaseEvidence::Same);
    QVERIFY(bytesOf(back.document->snapshot()) == now);
}

void TestEditRecorder::aBaseThatIsNoFileHasNoIdentity() {
    EditLogWorld world(noise(1000));
    world.insert(10, bytesOf("abc"));
    const Bytes content = bytesOf(world.document().snapshot());
    world.document().rebase(std::make_shared<MemorySource>(content));
    QVERIFY(!world.recorder().isLogging());
    world.insert(0, bytesOf("x"));
    QVERIFY(world.write());
    world.directory().write("file.bin", content);
    world.end();
    QCOMPARE(world.recoverOne().evidence, BaseEvidence::LooksSame);
}

void TestEditRecorder::aBaseIsLostOnlyOnce() {
    EditLogWorld world;
    world.insert(0, bytesOf("abc"));
    QVERIFY(world.write());
    world.recorder().saveBegins(EditRecorder::SaveTo::OtherFile);
    world.recorder().baseIsLost("lost");
    QVERIFY2(!world.writer().hasPending(), "a save is under way");
    world.recorder().saveFailed();
    world.recorder().baseIsLost("lost");
    QVERIFY(world.writer().hasPending());
    QVERIFY(world.write());
    world.recorder().baseIsLost("again");
    QVERIFY2(!world.writer().hasPending(), "it has none any more");
    world.end();
    const RecoveredDocument back = world.recoverOne();
    QCOMPARE(back.evidence, BaseEvidence::NoFile);
    QCOMPARE(back.name, std::string("lost"));
    QCOMPARE(back.document->size(), ByteCount{10'003});

    // One that is too long to be copied is not.
    EditLogWorld large(noise(10));
    const std::string path = large.directory().write("large", {});
    std::filesystem::resize_file(path, EditRecorder::kCopiedBaseMost + 1);
    const auto file = openFileSource(path).value();
    Document document(file);
    std::size_t told = 0;
    EditRecorder recorder(document, {.path = path, .name = {}, .base = file, .identity = file->identity()},
                          [&](const EditLogEntry&) { ++told; });
    QVERIFY(document.apply(Edit::insert(0, Content::ofBytes(bytesOf("abc")))));
    const std::size_t before = told;
    recorder.baseIsLost("large");
    QCOMPARE(told, before);
}

void TestEditRecorder::aLostBaseOfASavedDocumentIsCopiedWithTheFirstChange() {
    EditLogWorld world;
    world.recorder().baseIsLost("lost");
    QVERIFY2(!world.writer().hasPending(), "nothing is unsaved");
    world.insert(0, bytesOf("abc"));
    const Bytes now = bytesOf(world.document().snapshot());
    QVERIFY(world.write());
    std::filesystem::remove(world.path());
    world.end();
    const RecoveredDocument back = world.recoverOne();
    QCOMPARE(back.evidence, BaseEvidence::NoFile);
    QCOMPARE(back.name, std::string("lost"));
    QVERIFY(bytesOf(back.document->snapshot()) == now);
}

void TestEditRecorder::aFailedSaveToAnotherFileChangesNothing() {
    EditLogWorld world;
    world.recorder().saveBegins(EditRecorder::SaveTo::OtherFile);
    world.recorder().saveFailed();
    QVERIFY(!world.recorder().isLogging());
    world.insert(0, bytesOf("abc"));
    QVERIFY(world.write());
    world.recorder().saveBegins(EditRecorder::SaveTo::OtherFile);
    world.recorder().saveFailed();
    QVERIFY(!world.writer().hasPending());
    world.document().undo();
    world.document().redo();
    const Bytes now = bytesOf(world.document().snapshot());
    QVERIFY(world.write());
    world.end();
    QVERIFY(bytesOf(world.recoverOne().document->snapshot()) == now);
}

/// The snapshot was taken before the last change, and that before anybody told of the save.
void TestEditRecorder::aSaveOfAnEarlierStateBeginsAnew() {
    EditLogWorld world(noise(1000));
    world.insert(0, bytesOf("abc"));
    const HistoryState state = world.document().history().current();
    const Bytes saved = bytesOf(world.document().snapshot());
    world.insert(0, bytesOf("later"));
    const Bytes now = bytesOf(world.document().snapshot());
    world.recorder().saveBegins(EditRecorder::SaveTo::OwnFile);
    QVERIFY(world.write());
    std::filesystem::rename(world.directory().write("successor", saved), world.path());
    const auto file = openFileSource(world.path()).value();
    world.document().markSaved(state);
    world.recorder().saved(state,
                           {.path = world.path(), .name = {}, .base = file, .identity = file->identity()});
    QVERIFY(world.write());
    QCOMPARE(world.logNames().size(), std::size_t{1});
    world.end();
    const RecoveredDocument back = world.recoverOne();
    QCOMPARE(back.evidence, BaseEvidence::Same);
    QVERIFY(bytesOf(back.document->snapshot()) == now);
}

QTEST_APPLESS_MAIN(TestEditRecorder)
#include "tst_edit_recorder.moc"
