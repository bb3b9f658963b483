#include <QFile>
#include <QTest>

#include "core/analyse/format_guess.h"

using namespace octavo;

namespace {
QByteArray guessOf(const QByteArray& bytes) {
    const std::string_view mime = guessFormat(Snapshot::ofBytes(std::as_bytes(std::span(bytes))));
    return {mime.data(), static_cast<qsizetype>(mime.size())};
}
}  // namespace

class TestFormatGuess : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void marksAreRecognised_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("mime");
        const auto row = [](const char* name, const QByteArray& bytes, const char* mime) {
            QTest::newRow(name) << bytes << QByteArray(mime);
        };
        row("nothing", {}, "inode/x-empty");
        row("ASCII", "Hello\n", "text/plain");
        row("UTF-8",
            "Gr\xc3\xbc\xc3\x9f"
            "e\n",
            "text/plain");
        row("UTF-16 with a mark",
            QByteArray("\xff\xfe"
                       "a\0",
                       4),
            "text/plain");
        row("Latin-1 is no UTF-8",
            "Gr\xfc\xdf"
            "e\n",
            "application/octet-stream");
        row("overlong UTF-8", "\xc0\x80", "application/octet-stream");
        row("a zero is no text", QByteArray("a\0b", 3), "application/octet-stream");
        row("PNG", "\x89PNG\r\n\x1a\n....", "image/png");
        row("part of a mark is none", "\x89PN", "application/octet-stream");
        row("gzip", QByteArray("\x1f\x8b\x08\0", 4), "application/gzip");
        row("ELF program, little endian",
            QByteArray("\x7f"
                       "ELF\2\1\1\0\0\0\0\0\0\0\0\0\2\0",
                       18),
            "application/x-executable");
        row("ELF library, big endian",
            QByteArray("\x7f"
                       "ELF\2\2\1\0\0\0\0\0\0\0\0\0\0\3",
                       18),
            "application/x-sharedlib");
        row("ELF cut short",
            QByteArray("\x7f"
                       "ELF\2\1",
                       6),
            "application/octet-stream");
        QByteArray program(0x84, '\0');
        program.replace(0, 2, "MZ").replace(0x3C, 1, "\x80").replace(0x80, 2, "PE");
        row("Windows program", program, "application/vnd.microsoft.portable-executable");
        row("tar", QByteArray(257, 'x') + "ustar", "application/x-tar");
    }
    void marksAreRecognised() {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, mime);
        QCOMPARE(guessOf(bytes), mime);
    }

    void characterCutOffAtTheEndOfTheHeadIsText() {
        QCOMPARE(guessOf(QByteArray(4095, 'a') + "\xc3\xbc more"), QByteArray("text/plain"));
    }

    void everyPrefixOfTheSampleIsJudgedWithoutHarm() {
        QFile sample(qEnvironmentVariable("OCTAVO_SOURCE") + QStringLiteral("/resources/samples/tour.bin"));
        QVERIFY(sample.open(QIODevice::ReadOnly));
        const QByteArray bytes = sample.readAll();
        for (qsizetype begin = 0; begin < bytes.size(); begin += 7)
            QVERIFY(!guessOf(bytes.mid(begin)).isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestFormatGuess)
#include "tst_format_guess.moc"
