#include <algorithm>
#include <array>

#include <QProcess>
#include <QTest>

#include "core/digest/builtin_hashers.h"
#include "core/digest/digest_range.h"
#include "tests/support/bytes.h"

using namespace Qt::StringLiterals;

namespace octavo {

/// Every algorithm against the program or library that people would check it with.
class TestDigests : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        registerBuiltinHashers(hashers_);
        for (unsigned i = 0; i < 300'007; ++i)
            sample_.push_back(static_cast<std::byte>(i * i >> 7 ^ i));
    }

    void offersWhatOpenSslOffers() {
        // `openssl list` names each provided digest by all its names; ours must find every one but "null".
        QStringList ids;
        for (const HasherInfo& hasher : hashers_)
            ids << QString::fromStdString(hasher.id);
        QCOMPARE(ids.mid(0, 2).join(u' '), u"crc32 adler32"_s);
        QCOMPARE(ids.removeDuplicates(), 0);
        const QString provided = QString::fromLatin1(run(u"openssl"_s, {u"list"_s, u"-digest-algorithms"_s}));
        const QString list = provided.mid(provided.indexOf(u"Provided:"_s));
        int lines = 0;
        for (const QString& line : list.split(u'\n', Qt::SkipEmptyParts)) {
            if (!line.contains(u" @ "_s) || line.contains(u"NULL"_s))
                continue;
            ++lines;
            const QString names = u' ' + line.toLower().remove(u',').remove(u'{').remove(u'}') + u' ';
            const bool isThere = std::any_of(ids.begin(), ids.end(), [&](const QString& id) {
                return names.contains(u' ' + id + u' ') ||
                       names.contains(u' ' + QString(id).replace(u"-"_s, u""_s) + u' ');
            });
            QVERIFY2(isThere, qPrintable(line));
        }
        QVERIFY(lines > 15);
        QCOMPARE(ids.size(), lines + 2);
    }

    void agreesWithOpenSsl_data() {
        QTest::addColumn<QString>("id");
        Registry<HasherInfo> hashers;
        registerBuiltinHashers(hashers);
        for (const HasherInfo& hasher : hashers) {
            if (hasher.id != "crc32" && hasher.id != "adler32")
                QTest::addRow("%s", hasher.id.c_str()) << QString::fromStdString(hasher.id);
        }
    }
    void agreesWithOpenSsl() {
        QFETCH(QString, id);
        for (const std::size_t size : {std::size_t{0}, std::size_t{1}, sample_.size()}) {
            const auto bytes = std::span(sample_).first(size);
            const QString theirs =
                QString::fromLatin1(run(u"openssl"_s, {u"dgst"_s, u"-"_s + id}, bytes)).trimmed();
            QCOMPARE(ours(id, bytes), theirs.mid(theirs.lastIndexOf(u' ') + 1));
        }
    }

    void checksumsAgreeWithPython() {
        const QByteArray output = run(u"python3"_s,
                                      {u"-c"_s,
                                       u"import sys,zlib\nd=sys.stdin.buffer.read()\n"
                                       "print('%08x %08x'%(zlib.crc32(d),zlib.adler32(d)))"_s},
                                      sample_);
        QCOMPARE(ours(u"crc32"_s, sample_) + u' ' + ours(u"adler32"_s, sample_),
                 QString::fromLatin1(output).trimmed());
        QCOMPARE(ours(u"crc32"_s, bytesOf("123456789")), u"cbf43926"_s);
        QCOMPARE(ours(u"crc32"_s, {}), u"00000000"_s);
        QCOMPARE(ours(u"adler32"_s, {}), u"00000001"_s);
    }

    void sizesAreAsAnnounced() {
        for (const HasherInfo& hasher : hashers_) {
            QCOMPARE(hasher.create().value()->finish().value().size(), hasher.digestSize);
            QVERIFY(!hasher.name.empty());
        }
    }

private:
    QString ours(const QString& id, std::span<const std::byte> bytes) {
        const HasherInfo* hasher = hashers_.find(id.toStdString());
        const std::array algorithms{hasher};
        const Snapshot snapshot = Snapshot::ofBytes(bytes);
        const auto result = digestRange(snapshot, snapshot.all(), algorithms, {});
        return result ? QString::fromStdString(digestText(result->digests.at(0).bytes)) : u"failed"_s;
    }
    static QByteArray run(const QString& program, const QStringList& arguments,
                          std::span<const std::byte> input = {}) {
        QProcess process;
        process.start(program, arguments);
        process.write(reinterpret_cast<const char*>(input.data()), static_cast<qint64>(input.size()));
        process.closeWriteChannel();
        process.waitForFinished();
        return process.exitCode() == 0 ? process.readAllStandardOutput() : process.readAllStandardError();
    }

    Registry<HasherInfo> hashers_;
    Bytes sample_;
};

}  // namespace octavo

QTEST_APPLESS_MAIN(octavo::TestDigests)
#include "tst_digests.moc"
