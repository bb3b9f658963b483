#include <QtTest>

#include "core/buffer/chunk_store.h"
#include "core/source/memory_source.h"
#include "tests/support/bytes.h"

namespace octavo {

class TestChunkStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyIdFindsItsOwnSource() {
        ChunkStore store;
        std::vector<std::shared_ptr<const Source>> sources;
        for (std::size_t i = 0; i < 5000; ++i) {
            sources.push_back(std::make_shared<MemorySource>(Bytes(i % 3)));
            QCOMPARE(store.add(sources.back()), static_cast<ChunkId>(i));
        }
        for (std::size_t i = 0; i < sources.size(); ++i)
            QCOMPARE(&store.source(static_cast<ChunkId>(i)), sources[i].get());
    }
    void appendedBytesAdjoinWhileTheyFitOneChunk() {
        ChunkStore store;
        const Piece first = store.append(bytesOf("abc"));
        const Piece second = store.append(bytesOf("de"));
        QCOMPARE(second.chunk, first.chunk);
        QCOMPARE(second.offset, first.offset + first.length);
        Bytes out(5);
        RangeSet unreadable;
        store.source(first.chunk).read(first.offset, out, unreadable);
        QCOMPARE(textOf(out), std::string("abcde"));
    }
    void appendedBytesSurviveTheStartOfFurtherChunks() {
        ChunkStore store;
        std::vector<std::pair<Piece, Bytes>> all;
        for (std::size_t i = 1; i < 3000; i += 7) {
            const Bytes bytes(i, static_cast<std::byte>(i & 0xFF));
            all.emplace_back(store.append(bytes), bytes);
        }
        QVERIFY(store.count() > 1);
        for (const auto& [piece, bytes] : all) {
            Bytes out(piece.length);
            RangeSet unreadable;
            store.source(piece.chunk).read(piece.offset, out, unreadable);
            QCOMPARE(out, bytes);
        }
    }
};

}  // namespace octavo

QTEST_APPLESS_MAIN(octavo::TestChunkStore)
#include "tst_chunk_store.moc"
