#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QLineEdit>
#include <QPushButton>
#include <QtTest>

#include "core/digest/builtin_hashers.h"
#include "core/source/pattern_source.h"
#include "tests/ui/panels/named_controls.h"
#include "tests/ui/panels/test_document_context.h"
#include "ui/panels/digest_model.h"
#include "ui/panels/digest_panel.h"
#include "ui/panels/job_strip.h"

using namespace octavo;
using namespace Qt::StringLiterals;

namespace {

// openssl dgst and gzip say so of "abc".
constexpr auto kSha256OfAbc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
constexpr auto kMd5OfAbc = "900150983cd24fb0d6963f7d28e17f72";
constexpr auto kCrc32OfAbc = "352441c2";

class TestDigestPanel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { registerBuiltinHashers(hashers_); }

    void modelPassesTheModelTester() {
        DigestModel model(hashers_);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setChosenIds({u"md5"_s});
        QCOMPARE(model.chosenIds(), QStringList{u"md5"_s});
        QVERIFY(model.setData(model.index(0, 0), Qt::Checked, Qt::CheckStateRole));
        QCOMPARE(model.chosen().size(), std::size_t{2});
        QVERIFY(!model.setData(model.index(0, 1), u"x"_s, Qt::EditRole));
    }

    void computesSeveralOfTheWholeDocument() {
        TestDocumentContext context("abc");
        DigestPanel panel(context, hashers_);
        panel.model().setChosenIds({u"crc32"_s, u"md5"_s, u"sha256"_s});
        compute(panel);
        QCOMPARE(digest(panel, u"sha256"_s), QLatin1String(kSha256OfAbc));
        QCOMPARE(digest(panel, u"md5"_s), QLatin1String(kMd5OfAbc));
        QCOMPARE(digest(panel, u"crc32"_s), QLatin1String(kCrc32OfAbc));
        QVERIFY(digest(panel, u"sha1"_s).isEmpty());
    }

    void computesOfTheSelectionOnly() {
        TestDocumentContext context("xxabcyy");
        DigestPanel panel(context, hashers_);
        context.select({2, 5});
        panel.model().setChosenIds({u"md5"_s});
        compute(panel);
        QCOMPARE(digest(panel, u"md5"_s), QLatin1String(kMd5OfAbc));
    }

    void computesOfSeveralRangesOneAfterTheOther() {
        TestDocumentContext context("xaxbcx");
        DigestPanel panel(context, hashers_);
        context.selectRanges(RangeList({{1, 2}, {3, 5}}));
        panel.model().setChosenIds({u"md5"_s});
        compute(panel);
        QCOMPARE(digest(panel, u"md5"_s), QLatin1String(kMd5OfAbc));
        QVERIFY2(panel.statusText().contains(u"2 ranges, 3 bytes"_s), qPrintable(panel.statusText()));
    }

    void isStaleAfterAnEdit() {
        TestDocumentContext context("abc");
        DigestPanel panel(context, hashers_);
        compute(panel);
        QVERIFY(panel.model().state() == DigestModel::State::Current);
        QVERIFY(context.apply(Edit::erase({0, 1})));
        QVERIFY(panel.model().state() == DigestModel::State::Stale);
        QVERIFY2(panel.statusText().contains(u"Stale"_s), qPrintable(panel.statusText()));
        compute(panel);
        QVERIFY(panel.model().state() == DigestModel::State::Current);
    }

    void isStaleWhenTheDocumentChangedWhileItWasComputed() {
        TestDocumentContext context("abc");
        DigestPanel panel(context, hashers_);
        panel.compute();
        QVERIFY(context.apply(Edit::erase({0, 1})));
        QTRY_VERIFY(panel.model().state() == DigestModel::State::Stale);
    }

    void forgetsWhenAnotherDocumentComes() {
        TestDocumentContext context("abc");
        DigestPanel panel(context, hashers_);
        compute(panel);
        context.open("abd");
        QVERIFY(panel.model().state() == DigestModel::State::Empty);
        panel.compute();
        context.close();
        QVERIFY(!panel.findChild<JobStrip*>()->isRunning());
    }

    void comparesWithAPastedDigest_data() {
        QTest::addColumn<QString>("pasted");
        QTest::addColumn<QString>("answer");
        QTest::newRow("the same") << QString::fromLatin1(kMd5OfAbc) << u"Matches MD5"_s;
        QTest::newRow("upper case with spaces") << u" 35 24 41 C2 "_s << u"Matches CRC-32"_s;
        QTest::newRow("another") << u"00000000"_s << u"by its length"_s;
        QTest::newRow("one not computed") << QString(64, u'0') << u"SHA-256"_s;
        QTest::newRow("no digest") << u"hello"_s << u"only the digits"_s;
        QTest::newRow("of no length known") << u"abcde"_s << u"none of the digests"_s;
    }
    void comparesWithAPastedDigest() {
        QFETCH(QString, pasted);
        QFETCH(QString, answer);
        TestDocumentContext context("abc");
        DigestPanel panel(context, hashers_);
        panel.model().setChosenIds({u"crc32"_s, u"md5"_s});
        compute(panel);
        field(panel, u"compare"_s)->setText(pasted);
        QVERIFY2(panel.comparisonText().contains(answer, Qt::CaseInsensitive),
                 qPrintable(panel.comparisonText()));
    }

    void copiesAll() {
        TestDocumentContext context("abc");
        DigestPanel panel(context, hashers_);
        panel.model().setChosenIds({u"crc32"_s, u"md5"_s});
        compute(panel);
        button(panel, u"Copy &All"_s)->click();
        const QString text = QGuiApplication::clipboard()->text();
        QVERIFY2(text.contains(QLatin1String(kMd5OfAbc)) && text.contains(QLatin1String(kCrc32OfAbc)),
                 qPrintable(text));
    }

    void canBeStopped() {
        TestDocumentContext context;
        const auto source =
            std::make_shared<PatternSource>(std::vector<std::byte>{std::byte{1}}, ByteCount{1} << 50);
        QVERIFY(context.apply(Edit::insert(0, Content::ofSource(source, {0, source->size()}))));
        DigestPanel panel(context, hashers_);
        panel.compute();
        JobStrip& strip = *panel.findChild<JobStrip*>();
        QVERIFY(strip.isRunning());
        strip.stopButton().click();
        QTRY_VERIFY(!strip.isRunning());
        QVERIFY2(panel.statusText().contains(u"Stopped"_s), qPrintable(panel.statusText()));
        QVERIFY(panel.model().state() == DigestModel::State::Empty);
    }

    void everyControlHasAName() {
        TestDocumentContext context("abc");
        DigestPanel panel(context, hashers_);
        panel.show();
        QCOMPARE(namelessControls(panel).join(u", "_s), QString());
    }

private:
    static void compute(DigestPanel& panel) {
        panel.compute();
        QTRY_VERIFY(!panel.findChild<JobStrip*>()->isRunning());
    }
    QString digest(DigestPanel& panel, const QString& id) {
        int row = 0;
        for (const HasherInfo& each : hashers_) {
            if (id == QString::fromStdString(each.id))
                return panel.model().index(row, DigestModel::DigestColumn).data().toString();
            ++row;
        }
        qFatal("no such hasher");
    }
    static QLineEdit* field(DigestPanel& panel, const QString& name) {
        for (QLineEdit* each : panel.findChildren<QLineEdit*>()) {
            if (each->accessibleName().contains(name))
                return each;
        }
        qFatal("no such field");
    }
    static QPushButton* button(DigestPanel& panel, const QString& text) {
        for (QPushButton* each : panel.findChildren<QPushButton*>()) {
            if (each->text() == text)
                return each;
        }
        qFatal("no such button");
    }

    Registry<HasherInfo> hashers_;
};

}  // namespace

QTEST_MAIN(TestDigestPanel)
#include "tst_digest_panel.moc"
