#include <QtTest>

#include "core/buffer/contiguous_bytes.h"
#include "core/buffer/document.h"
#include "core/source/file_source.h"
#include "core/source/memory_source.h"
#include "tests/support/bytes.h"
#include "tests/support/damaged_source.h"
#include "tests/support/temporary_directory.h"

namespace octavo {

using namespace test;
using Lending = ContiguousBytes::Lending;

class TestContiguousBytes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingIsNoBytes() {
        const auto bytes = ContiguousBytes::of(Snapshot(), Lending::FromAny);
        QVERIFY(bytes && bytes->bytes().empty() && bytes->unreadable().isEmpty());
    }

    void bytesOfOneSourceAreLent() {
        const Bytes data = noise(100'000);
        const auto source = std::make_shared<MemorySource>(data);
        const auto bytes = ContiguousBytes::of(Snapshot::ofSource(source), Lending::FromUnshared);
        QVERIFY(bytes && !bytes->isCopy());
        QCOMPARE(bytes->bytes().data(), source->lend({0, 1}).bytes().data());
        QCOMPARE(bytes->bytes().size(), data.size());
    }

    void anEditThatWasTakenBackCostsNoCopy() {
        Document document(std::make_shared<MemorySource>(noise(100'000)));
        QVERIFY(document.apply(Edit::insert(5000, Content::ofBytes(bytesOf("between")))));
        const auto edited = ContiguousBytes::of(document.snapshot(), Lending::FromAny);
        QVERIFY(edited && edited->isCopy());
        QCOMPARE(textOf(edited->bytes()), textOf(document.snapshot()));
        document.undo();
        const auto bytes = ContiguousBytes::of(document.snapshot(), Lending::FromAny);
        QVERIFY(bytes && !bytes->isCopy());
        QCOMPARE(textOf(bytes->bytes()), textOf(document.snapshot()));
    }

    void aFileThatOthersCanOverwriteIsLentOnlyWhenAskedFor() {
        const TemporaryDirectory directory;
        const Bytes data = noise(50'000);
        const auto source = openFileSource(directory.write("file", data));
        QVERIFY(source);
        const Snapshot snapshot = Snapshot::ofSource(*source);
        const auto lent = ContiguousBytes::of(snapshot, Lending::FromAny);
        const auto copied = ContiguousBytes::of(snapshot, Lending::FromUnshared);
        QVERIFY(lent && !lent->isCopy());
        QVERIFY(copied && copied->isCopy());
        QCOMPARE(textOf(lent->bytes()), textOf(data));
        QCOMPARE(textOf(copied->bytes()), textOf(data));
    }

    void partOfASourceKnowsItsDamageByDocumentOffsets() {
        const TemporaryDirectory directory;
        const std::string path = directory.write("file", noise(40'000));
        const auto source = openFileSource(path);
        QVERIFY(source);
        const Snapshot snapshot =
            Snapshot::ofSource(*source).gathering(RangeList(std::vector{ByteRange{10'000, 40'000}}));
        const auto bytes = ContiguousBytes::of(snapshot, Lending::FromAny);
        QVERIFY(bytes && !bytes->isCopy() && bytes->unreadable().isEmpty());
        std::filesystem::resize_file(path, 20'000);
        QCOMPARE(bytes->bytes().back(), std::byte{});  // the guard of the mapping, not a fault
        QCOMPARE(bytes->unreadable().ranges().front(), (ByteRange{10'000, 30'000}));
    }

    void damageFoundWhileCopyingIsTold() {
        const auto source = std::make_shared<DamagedSource>(noise(1000), ByteRange{100, 120});
        const auto bytes = ContiguousBytes::of(Snapshot::ofSource(source), Lending::FromAny);
        QVERIFY(bytes && bytes->isCopy());
        QCOMPARE(bytes->unreadable().ranges().front(), (ByteRange{100, 120}));
        QCOMPARE(bytes->bytes()[110], std::byte{});
    }

    void copyingCanBeCancelled() {
        std::stop_source stop;
        stop.request_stop();
        const auto source = std::make_shared<DamagedSource>(noise(1000), ByteRange{0, 1});
        const auto bytes = ContiguousBytes::of(Snapshot::ofSource(source), Lending::FromAny,
                                               JobContext(stop.get_token(), nullptr));
        QVERIFY(!bytes);
        QVERIFY(bytes.error().code == ErrorCode::Cancelled);
    }
};

}  // namespace octavo

QTEST_GUILESS_MAIN(octavo::TestContiguousBytes)
#include "tst_contiguous_bytes.moc"
