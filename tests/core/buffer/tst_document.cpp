#include <fcntl.h>
#include <unistd.h>

#include <QTemporaryDir>
#include <QtTest>

#include "core/buffer/document.h"
#include "core/source/file_source.h"
#include "core/source/memory_source.h"
#include "core/source/pattern_source.h"
#include "tests/support/bytes.h"

namespace octavo {

namespace {

constexpr ByteCount kTebibyte = ByteCount{1} << 40;

Content text(std::string_view bytes) {
    return Content::ofBytes(bytesOf(bytes));
}

std::vector<ByteRange> modifiedRanges(const Document& document) {
    std::vector<ByteRange> ranges;
    document.forEachModified({0, document.size()}, [&](ByteRange range) { ranges.push_back(range); });
    return ranges;
}

}  // namespace

class TestDocument : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyRangeOfSixBytesCanBeReplaced() {
        const std::string original = "abcdef";
        for (ByteOffset begin = 0; begin <= 6; ++begin) {
            for (ByteOffset end = begin; end <= 6; ++end) {
                for (const std::string_view with : {"", "1", "123456789"}) {
                    Document document(std::make_shared<MemorySource>(bytesOf(original)));
                    QVERIFY(document.apply(Edit::replace({begin, end}, text(with))).has_value());
                    std::string expected = original;
                    expected.replace(begin, end - begin, with);
                    QCOMPARE(textOf(document.snapshot()), expected);
                    if (document.canUndo())
                        document.undo();
                    QCOMPARE(textOf(document.snapshot()), original);
                }
            }
        }
    }
    void anEditBeyondTheEndIsRefused() {
        Document document(std::make_shared<MemorySource>(bytesOf("abc")));
        const Status status = document.apply(Edit::replace({2, 4}, text("x")));
        QVERIFY(!status.has_value());
        QCOMPARE(status.error().code, ErrorCode::OutOfRange);
        QCOMPARE(textOf(document.snapshot()), std::string("abc"));
        QVERIFY(!document.canUndo());
    }
    void aDocumentNeverGrowsBeyondTheLargestOffset() {
        Document document(std::make_shared<PatternSource>(bytesOf("z"), kMaxDocumentSize));
        QCOMPARE(document.apply(Edit::insert(0, text("x"))).error().code, ErrorCode::TooLarge);
        QVERIFY(
            document.apply(Edit::replace({kMaxDocumentSize - 1, kMaxDocumentSize}, text("x"))).has_value());
    }
    void aProtectedDocumentRefusesEdits() {
        Document document(std::make_shared<MemorySource>(bytesOf("abc")));
        document.setWriteProtected(true);
        QCOMPARE(document.apply(Edit::erase({0, 1})).error().code, ErrorCode::AccessDenied);
        QCOMPARE(textOf(document.snapshot()), std::string("abc"));
    }
    void modifiedMeansAwayFromTheSavedState() {
        Document document(std::make_shared<MemorySource>(bytesOf("abc")));
        QVERIFY(!document.isModified());
        QVERIFY(document.apply(Edit::erase({0, 1})).has_value());
        QVERIFY(document.isModified());
        document.undo();
        QVERIFY(!document.isModified());
        document.redo();
        document.rebase(std::make_shared<MemorySource>(bytesOf("bc")));
        QVERIFY(!document.isModified());
        document.undo();
        QVERIFY(document.isModified());
        QCOMPARE(textOf(document.snapshot()), std::string("abc"));
    }
    void modifiedBytesAreThoseThatAreNotTheBasesOwn() {
        Document document(std::make_shared<MemorySource>(bytesOf("0123456789")));
        QVERIFY(document.apply(Edit::replace({2, 4}, text("XY"))).has_value());
        QVERIFY(
            document.apply(Edit::insert(8, Content::ofSnapshot(document.snapshot(), {0, 2}))).has_value());
        QCOMPARE(textOf(document.snapshot()), std::string("01XY45670189"));
        QVERIFY(modifiedRanges(document) == (std::vector<ByteRange>{{2, 4}, {8, 10}}));
        document.undo();
        document.undo();
        QVERIFY(modifiedRanges(document).empty());
    }
    void observersSeeTheNewStateAndWhatChanged() {
        Document document(std::make_shared<MemorySource>(bytesOf("abcdef")));
        std::vector<Change> changes;
        const auto connection = document.changed.connect([&](const Change& change) {
            changes.push_back(change);
            QCOMPARE(document.revision(), change.revision);
        });
        QVERIFY(document.apply(Edit::replace({1, 3}, text("XYZ"), EditKind::Paste)).has_value());
        document.undo();
        QCOMPARE(changes.size(), std::size_t{2});
        QVERIFY(changes[0].removedRange() == (ByteRange{1, 3}) &&
                changes[0].insertedRange() == (ByteRange{1, 4}));
        QVERIFY(changes[1].removedRange() == (ByteRange{1, 4}) &&
                changes[1].insertedRange() == (ByteRange{1, 3}));
        QCOMPARE(changes[1].origin, Change::Origin::Undo);
        QCOMPARE(changes[0].kind, EditKind::Paste);
    }
    void theTwoNibblesOfAByteAreOneStepOfTyping() {
        Document document(std::make_shared<MemorySource>(bytesOf("abc")));
        QVERIFY(document.apply(Edit::replace({1, 2}, text("\x42"), EditKind::Type)).has_value());
        QVERIFY(document.apply(Edit::replace({1, 2}, text("\x43"), EditKind::Type)).has_value());
        QVERIFY(document.apply(Edit::replace({2, 3}, text("\x44"), EditKind::Type)).has_value());
        document.undo();
        QCOMPARE(textOf(document.snapshot()), std::string("abc"));
        document.redo();
        document.endTyping();
        QVERIFY(document.apply(Edit::insert(3, text("!"), EditKind::Type)).has_value());
        document.undo();
        QCOMPARE(textOf(document.snapshot()), std::string("a\x43\x44"));
    }
    void piecesOfAnotherDocumentOutliveIt() {
        Document target(std::make_shared<MemorySource>(bytesOf("[]")));
        {
            Document other(std::make_shared<MemorySource>(bytesOf("hello world")));
            QVERIFY(other.apply(Edit::replace({5, 6}, text("_"))).has_value());
            QVERIFY(target.apply(Edit::insert(1, Content::ofSnapshot(other.snapshot(), {3, 8}))).has_value());
        }
        QCOMPARE(textOf(target.snapshot()), std::string("[lo_wo]"));
    }
    void aRangeLargerThanMemoryIsPastedAtOnce() {
        Document document(std::make_shared<PatternSource>(bytesOf("0123456789abcdef"), 64 * kTebibyte));
        const Snapshot before = document.snapshot();
        QVERIFY(document.apply(Edit::insert(3, Content::ofSnapshot(before, before.all()))).has_value());
        QVERIFY(
            document.apply(Edit::insert(3, Content::ofSnapshot(document.snapshot(), {0, document.size()})))
                .has_value());
        QCOMPARE(document.size(), 256 * kTebibyte);
        Bytes out(6);
        QVERIFY(document.snapshot().read(64 * kTebibyte + 3, out).isEmpty());
        QCOMPARE(textOf(out), std::string("def345"));
        document.undo();
        document.undo();
        QCOMPARE(document.size(), 64 * kTebibyte);
        QVERIFY(!document.isModified());
    }
    void aSparseTebibyteFileIsEditedAnywhere() {
        const QTemporaryDir folder(QStringLiteral("/var/tmp/octavo-XXXXXX"));
        QVERIFY(folder.isValid());
        const std::string path = folder.filePath(QStringLiteral("sparse.img")).toStdString();
        const int file = ::open(path.c_str(), O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
        QVERIFY(file >= 0);
        QCOMPARE(::ftruncate(file, static_cast<off_t>(kTebibyte)), 0);
        QCOMPARE(::pwrite(file, "end", 3, static_cast<off_t>(kTebibyte - 3)), ssize_t{3});
        ::close(file);

        const auto source = openFileSource(path);
        QVERIFY(source.has_value());
        Document document(*source);
        QCOMPARE(document.size(), kTebibyte);
        QVERIFY(document.apply(Edit::insert(0, text("front"))).has_value());
        QVERIFY(
            document.apply(Edit::replace({kTebibyte / 2, kTebibyte / 2 + 6}, text("middle"))).has_value());
        QVERIFY(document.apply(Edit::erase({10, kTebibyte / 4})).has_value());
        Bytes tail(3);
        QVERIFY(document.snapshot().read(document.size() - 3, tail).isEmpty());
        QCOMPARE(textOf(tail), std::string("end"));
        Bytes middle(6);
        QVERIFY(document.snapshot().read(kTebibyte / 4 + 10, middle).isEmpty());
        QCOMPARE(textOf(middle), std::string("middle"));
        while (document.canUndo())
            document.undo();
        QCOMPARE(document.size(), kTebibyte);
        QVERIFY(!document.isModified());
    }
};

}  // namespace octavo

QTEST_APPLESS_MAIN(octavo::TestDocument)
#include "tst_document.moc"
