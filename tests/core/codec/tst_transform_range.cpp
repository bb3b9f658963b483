#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include "core/codec/builtin_compressors.h"
#include "core/codec/text_codecs.h"
#include "core/codec/transform_range.h"
#include "core/source/pattern_source.h"
#include "tests/support/bytes.h"

using namespace Qt::StringLiterals;

namespace octavo {

/// Regions through zlib, gzip and deflate: against gzip and Python, and against every way to be broken.
class TestTransformRange : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        registerBuiltinCompressors(formats_);
        for (unsigned i = 0; i < 700'001; ++i)
            sample_.push_back(static_cast<std::byte>(i % 97 == 0 ? i >> 5 : i >> 9));
        small_ = bytesOf("the quick brown fox jumps over the lazy dog, the quick brown dog over the fox");
    }

    void othersReadWhatWeCompress_data() { formatsAndLevels(); }
    void othersReadWhatWeCompress() {
        QFETCH(QString, id);
        QFETCH(int, level);
        for (const Bytes& bytes : {Bytes{}, sample_}) {
            const auto packed = compress(id, bytes, {.level = level});
            QVERIFY(packed.has_value());
            QCOMPARE(packed->consumed, ByteCount(bytes.size()));
            const Bytes data = all(*packed);
            if (id == u"gzip"_s)
                QVERIFY(run(u"gzip"_s, {u"-dc"_s}, data) == asQt(bytes));
            QVERIFY(python(id, u"decompress"_s, data) == asQt(bytes));
        }
    }

    void weReadWhatOthersCompress_data() { formatsAndLevels(); }
    void weReadWhatOthersCompress() {
        QFETCH(QString, id);
        QFETCH(int, level);
        for (const Bytes& bytes : {Bytes{}, sample_}) {
            if (id == u"gzip"_s && level > 0)
                QVERIFY(unpacksTo(id, run(u"gzip"_s, {u"-c"_s, u"-%1"_s.arg(level)}, bytes), bytes));
            QVERIFY(unpacksTo(id, python(id, QString::number(level), bytes), bytes));
        }
    }

    void gzipMembersFollowOneAnother() {
        const QByteArray one = run(u"gzip"_s, {u"-nc"_s}, small_);
        Bytes twice = small_;
        twice.insert(twice.end(), small_.begin(), small_.end());
        QVERIFY(unpacksTo(u"gzip"_s, one + one, twice));
        // Cut where the scan hands over spans: the second member's magic may be torn apart.
        for (const std::size_t maxFirst :
             {std::size_t{1}, std::size_t(one.size()), std::size_t(one.size()) + 1}) {
            const auto decompressor = formats_.find("gzip")->createDecompressor().value();
            const Bytes data = fromQt(one + one);
            QCOMPARE(asQt(pump(*decompressor, data, maxFirst)), asQt(twice));
        }
    }

    void bytesBehindTheStreamAreTold_data() { formats(); }
    void bytesBehindTheStreamAreTold() {
        QFETCH(QString, id);
        const Bytes packed = all(*compress(id, small_));
        for (const char* tail : {"x", "\x1f", "\x1fx", "trailing"}) {
            Bytes input = bytesOf("ab");
            input.insert(input.end(), packed.begin(), packed.end());
            const Bytes rest = bytesOf(tail);
            input.insert(input.end(), rest.begin(), rest.end());
            const auto result =
                decompressRange(Snapshot::ofBytes(input), {2, input.size()}, format(id), {}, {});
            QVERIFY(result.has_value());
            QCOMPARE(asQt(all(*result)), asQt(small_));
            QCOMPARE(result->consumed, ByteCount(packed.size()));
            QVERIFY(result->trailing() == (ByteRange{2 + packed.size(), input.size()}));
        }
    }

    void everyPrefixIsTruncated_data() { formats(); }
    void everyPrefixIsTruncated() {
        QFETCH(QString, id);
        const Bytes packed = all(*compress(id, small_));
        for (std::size_t size = 0; size < packed.size(); ++size) {
            Bytes input(7);
            input.insert(input.end(), packed.begin(), packed.begin() + static_cast<std::ptrdiff_t>(size));
            const auto result =
                decompressRange(Snapshot::ofBytes(input), {7, input.size()}, format(id), {}, {});
            QVERIFY(!result.has_value());
            QCOMPARE(errorCodeName(result.error().code), errorCodeName(ErrorCode::Truncated));
            QCOMPARE(result.error().offset.value_or(0), ByteOffset(7 + size));
        }
    }

    void noFlippedBitGoesUnnoticed_data() { formats(); }
    void noFlippedBitGoesUnnoticed() {
        QFETCH(QString, id);
        const Bytes packed = all(*compress(id, small_));
        int refused = 0;
        for (std::size_t i = 0; i < packed.size() * 8; ++i) {
            Bytes broken = packed;
            broken[i / 8] ^= static_cast<std::byte>(1 << i % 8);
            const auto result = decompress(id, broken, {.outputLimit = 1 << 20});
            if (!result) {
                ++refused;
                const ErrorCode code = result.error().code;
                QVERIFY(code == ErrorCode::Malformed || code == ErrorCode::ChecksumMismatch ||
                        code == ErrorCode::Truncated || code == ErrorCode::LimitReached ||
                        code == ErrorCode::Unsupported);
                if (code != ErrorCode::LimitReached)
                    QVERIFY(result.error().offset.has_value() && *result.error().offset <= broken.size());
            } else if (id != u"deflate"_s) {
                // Raw deflate has no check value; the others may only lose what is not data (gzip's time,
                // name ...).
                QCOMPARE(asQt(all(*result)), asQt(small_));
            }
        }
        QVERIFY(refused > static_cast<int>(packed.size()) * 2);
    }

    void aWrongCheckValueIsNamedSo() {
        for (const char* id : {"zlib", "gzip"}) {
            Bytes packed = all(*compress(QString::fromLatin1(id), small_));
            packed[packed.size() - (id == std::string_view("zlib") ? 1 : 5)] ^= std::byte{1};
            const auto result = decompress(QString::fromLatin1(id), packed);
            QVERIFY(!result.has_value());
            QCOMPARE(errorCodeName(result.error().code), errorCodeName(ErrorCode::ChecksumMismatch));
        }
        const auto nonsense = decompress(u"zlib"_s, bytesOf("no such stream"));
        QVERIFY(!nonsense.has_value());
        QCOMPARE(errorCodeName(nonsense.error().code), errorCodeName(ErrorCode::Malformed));
    }

    void theLimitStopsABombAndMayBeRaised() {
        const auto zeros = Snapshot::ofSource(std::make_shared<PatternSource>(Bytes(1), 40'000'000));
        const auto packed = compressRange(zeros, zeros.all(), format(u"gzip"_s), {}, {});
        QVERIFY(packed.has_value());
        const auto bomb = Snapshot::ofSource(packed->output);
        const auto stopped =
            decompressRange(bomb, bomb.all(), format(u"gzip"_s), {.outputLimit = 39'999'999}, {});
        QVERIFY(!stopped.has_value());
        QCOMPARE(errorCodeName(stopped.error().code), errorCodeName(ErrorCode::LimitReached));
        QVERIFY(stopped.error().offset.has_value());
        const QTemporaryDir directory;
        const TransformOptions raised{.outputLimit = 40'000'000,
                                      .memoryLimit = 1 << 20,
                                      .spillDirectory = directory.path().toStdString()};
        const auto whole = decompressRange(bomb, bomb.all(), format(u"gzip"_s), raised, {});
        QVERIFY(whole.has_value());
        QCOMPARE(whole->output->size(), ByteCount(40'000'000));
        const auto unpacked = Snapshot::ofSource(whole->output);
        bool isZero = true;
        QVERIFY(unpacked
                    .scan(unpacked.all(),
                          [&](ByteOffset, std::span<const std::byte> bytes) {
                              isZero = isZero && std::all_of(bytes.begin(), bytes.end(),
                                                             [](std::byte b) { return b == std::byte{0}; });
                              return true;
                          })
                    .isClean());
        QVERIFY(isZero);
    }

    void spilledOutputIsTheSame() {
        const TransformOptions spilling{.memoryLimit = 0};
        const auto packed = compress(u"zlib"_s, sample_, spilling);
        QVERIFY(packed.has_value());
        const auto unpacked = decompress(u"zlib"_s, all(*packed), spilling);
        QVERIFY(unpacked.has_value());
        QVERIFY(all(*unpacked) == sample_);
        const auto nowhere =
            compress(u"zlib"_s, sample_, {.memoryLimit = 0, .spillDirectory = "/nonexistent"});
        QVERIFY(!nowhere.has_value());
    }

    void aStopIsHeard() {
        std::stop_source stop;
        stop.request_stop();
        const auto endless =
            Snapshot::ofSource(std::make_shared<PatternSource>(Bytes(1), ByteCount{1} << 50));
        const auto result = compressRange(endless, endless.all(), format(u"zlib"_s), {},
                                          JobContext(stop.get_token(), nullptr));
        QVERIFY(!result.has_value());
        QCOMPARE(errorCodeName(result.error().code), errorCodeName(ErrorCode::Cancelled));
    }

    void unreadableBytesMakeNothing() {
        class Damaged final : public Source {
        public:
            ByteCount size() const override { return 1000; }
            void read(ByteOffset offset, std::span<std::byte> out, RangeSet& unreadable) const override {
                std::fill(out.begin(), out.end(), std::byte{0});
                const ByteRange bad = ByteRange::ofLength(offset, out.size()).intersection({500, 501});
                if (!bad.isEmpty())
                    unreadable.add(bad);
            }
        };
        const auto snapshot = Snapshot::ofSource(std::make_shared<Damaged>());
        const auto packed = compressRange(snapshot, snapshot.all(), format(u"gzip"_s), {}, {});
        QVERIFY(!packed.has_value());
        QCOMPARE(errorCodeName(packed.error().code), errorCodeName(ErrorCode::Unreadable));
        QCOMPARE(packed.error().offset.value_or(0), ByteOffset(500));
        QVERIFY(compressRange(snapshot, {0, 500}, format(u"gzip"_s), {}, {}).has_value());
    }

    void aLevelThatIsNoneIsRefused() {
        for (const int level : {-1, 10}) {
            const auto result = compress(u"zlib"_s, small_, {.level = level});
            QVERIFY(!result.has_value());
            QCOMPARE(errorCodeName(result.error().code), errorCodeName(ErrorCode::OutOfRange));
        }
    }

private:
    static void formats() {
        QTest::addColumn<QString>("id");
        for (const char* id : {"zlib", "gzip", "deflate"})
            QTest::addRow("%s", id) << QString::fromLatin1(id);
    }
    static void formatsAndLevels() {
        QTest::addColumn<QString>("id");
        QTest::addColumn<int>("level");
        for (const char* id : {"zlib", "gzip", "deflate"}) {
            for (const int level : {0, 6, 9})
                QTest::addRow("%s at level %d", id, level) << QString::fromLatin1(id) << level;
        }
    }
    const CompressorInfo& format(const QString& id) const { return *formats_.find(id.toStdString()); }
    Result<TransformResult> compress(const QString& id, const Bytes& bytes,
                                     const TransformOptions& options = {}) {
        const auto snapshot = Snapshot::ofBytes(bytes);
        return compressRange(snapshot, snapshot.all(), format(id), options, {});
    }
    Result<TransformResult> decompress(const QString& id, const Bytes& bytes,
                                       const TransformOptions& options = {}) {
        const auto snapshot = Snapshot::ofBytes(bytes);
        return decompressRange(snapshot, snapshot.all(), format(id), options, {});
    }
    bool unpacksTo(const QString& id, const QByteArray& packed, const Bytes& expected) {
        const auto result = decompress(id, fromQt(packed));
        return result && result->trailing().isEmpty() && all(*result) == expected;
    }
    /// Feeds the first `cut` bytes, then what was left of them with the rest.
    static Bytes pump(ByteTransform& transform, std::span<const std::byte> data, std::size_t cut) {
        Bytes output;
        Bytes room(64);
        std::size_t done = 0;
        for (const std::size_t end : {cut, data.size()}) {
            const auto isLast = end == data.size() ? ByteTransform::InputEnd::ThisIsAll
                                                   : ByteTransform::InputEnd::MoreFollows;
            for (;;) {
                const auto step = transform.step(data.subspan(done, end - done), room, isLast);
                if (!step || step->isFinished)
                    return output;
                output.insert(output.end(), room.begin(),
                              room.begin() + static_cast<std::ptrdiff_t>(step->produced));
                done += step->consumed;
                if (step->consumed == 0 && step->produced == 0)
                    break;
            }
        }
        return output;
    }
    static Bytes all(const TransformResult& result) { return bytesOf(Snapshot::ofSource(result.output)); }
    static QByteArray asQt(std::span<const std::byte> bytes) {
        return {reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size())};
    }
    static Bytes fromQt(const QByteArray& bytes) {
        return bytesOf(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
    }
    /// Python's zlib: `what` is "decompress" or a level.
    static QByteArray python(const QString& id, const QString& what, const Bytes& input) {
        return run(u"python3"_s,
                   {u"-c"_s, QString::fromUtf8(R"py(
import sys, zlib
bits = {'zlib': 15, 'gzip': 31, 'deflate': -15}[sys.argv[1]]
data = sys.stdin.buffer.read()
if sys.argv[2] == 'decompress':
    d = zlib.decompressobj(bits)
    out = d.decompress(data) + d.flush()
    assert d.eof and not d.unused_data
else:
    c = zlib.compressobj(int(sys.argv[2]), zlib.DEFLATED, bits)
    out = c.compress(data) + c.flush()
sys.stdout.buffer.write(out)
)py"),
                    id, what},
                   input);
    }
    static QByteArray run(const QString& program, const QStringList& arguments, const Bytes& input) {
        QProcess process;
        process.start(program, arguments);
        process.write(asQt(input));
        process.closeWriteChannel();
        process.waitForFinished();
        return process.exitCode() == 0 ? process.readAllStandardOutput() : process.readAllStandardError();
    }

    Registry<CompressorInfo> formats_;
    Bytes sample_;
    Bytes small_;
};

}  // namespace octavo

QTEST_APPLESS_MAIN(octavo::TestTransformRange)
#include "tst_transform_range.moc"
