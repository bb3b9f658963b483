#include <cerrno>
#include <cstring>

#include <QSet>
#include <QTest>

#include "ui/base/messages.h"

using namespace octavo;
using namespace Qt::StringLiterals;

namespace {

/// Every code that core can return: the enum has no end marker, but errorCodeName knows them all.
std::vector<ErrorCode> allCodes() {
    std::vector<ErrorCode> codes;
    for (int i = 0;; ++i) {
        const auto code = static_cast<ErrorCode>(i);
        const char* name = errorCodeName(code);
        if (i > 0 && (name == nullptr || std::strcmp(name, "Unknown") == 0 || *name == '\0'))
            return codes;
        codes.push_back(code);
        if (i > 200)
            return codes;
    }
}

}  // namespace

class TestMessages : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyCodeHasItsOwnSentenceAndNextStep() {
        QSet<QString> seen;
        const auto codes = allCodes();
        QVERIFY(codes.size() >= 21);
        QVERIFY(codes.size() < 200);
        for (const ErrorCode code : codes) {
            const QString text =
                messageFor({.code = code, .offset = {}, .systemCode = 0, .detail = "disk.img"});
            QVERIFY2(text.contains(u"disk.img"_s), errorCodeName(code));
            QVERIFY2(text.count(u'.') >= 3, errorCodeName(code));  // "disk.img", what happened, what to do
            QVERIFY2(text.endsWith(u'.'), errorCodeName(code));
            QVERIFY2(!seen.contains(text), errorCodeName(code));
            seen.insert(text);
        }
    }

    void placeAndSystemReasonAreNamed() {
        const QString text = messageFor(
            {.code = ErrorCode::ReadFailed, .offset = 0x1F40, .systemCode = EIO, .detail = "/dev/sdb"});
        QVERIFY(text.contains(u"/dev/sdb"_s));
        QVERIFY(text.contains(u"0x1F40"_s));
        QVERIFY(text.contains(QString::fromLocal8Bit(std::strerror(EIO))));
    }

    void namesCannotForgeText() {
        const QString text = messageFor({.code = ErrorCode::NotFound,
                                         .offset = {},
                                         .systemCode = 0,
                                         .detail = "a\nAll is well %1 %2\xff"});
        QVERIFY(!text.contains(u'\n'));
        QVERIFY(text.contains(u"\\x0a"_s));
        QVERIFY(text.contains(u"%1 %2\\xff"_s));
    }

    void theSubjectStandsInForAMissingName() {
        QVERIFY(messageFor({.code = ErrorCode::Busy, .offset = {}, .systemCode = 0, .detail = {}},
                           u"Untitled 2"_s)
                    .contains(u"Untitled 2"_s));
        QVERIFY(!messageFor({.code = ErrorCode::Busy, .offset = {}, .systemCode = 0, .detail = {}})
                     .contains(u"%1"_s));
    }

    void everyEditHasAName() {
        for (int i = 0; i <= static_cast<int>(EditKind::Reload); ++i)
            QVERIFY(!editName(static_cast<EditKind>(i)).isEmpty());
    }
};

QTEST_MAIN(TestMessages)
#include "tst_messages.moc"
