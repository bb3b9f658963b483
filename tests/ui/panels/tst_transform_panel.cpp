#include <QPushButton>
#include <QtTest>

#include "core/codec/builtin_compressors.h"
#include "core/source/pattern_source.h"
#include "tests/ui/panels/named_controls.h"
#include "tests/ui/panels/test_document_context.h"
#include "ui/base/status_line.h"
#include "ui/panels/job_strip.h"
#include "ui/panels/transform_panel.h"

using namespace octavo;
using namespace Qt::StringLiterals;

namespace {

class TestTransformPanel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { registerBuiltinCompressors(formats_); }

    void compressesAndDecompressesInPlace_data() {
        QTest::addColumn<QByteArray>("format");
        for (const CompressorInfo& each : formats_)
            QTest::newRow(each.id.c_str()) << QByteArray::fromStdString(each.id);
    }
    void compressesAndDecompressesInPlace() {
        QFETCH(QByteArray, format);
        const std::string original = "<<" + std::string(5000, 'a') + ">>";
        TestDocumentContext context(original);
        TransformPanel panel(context, formats_);
        panel.chooseFormat(format.toStdString());
        context.select({2, 5002});
        panel.compress();
        wait(panel);
        const std::string packed = context.bytes();
        QVERIFY(packed.size() < 200);
        QVERIFY(packed.starts_with("<<") && packed.ends_with(">>"));
        QVERIFY(context.selection() == (ByteRange{2, packed.size() - 2}));
        QVERIFY(context.document()->undoKind() == EditKind::Transform);
        panel.decompress();
        wait(panel);
        QCOMPARE(context.bytes(), original);
        context.document()->undo();
        QCOMPARE(context.bytes(), packed);
        context.document()->undo();
        QCOMPARE(context.bytes(), original);
    }

    void opensTheResultAsANewDocument() {
        TestDocumentContext context(std::string(5000, 'a'));
        TransformPanel panel(context, formats_);
        panel.chooseDestination(TransformPanel::Destination::NewDocument);
        panel.compress();
        wait(panel);
        QCOMPARE(context.bytes(), std::string(5000, 'a'));
        QCOMPARE(context.openedContents.size(), std::size_t{1});
        context.open(context.openedContents.front().second);
        panel.decompress();
        wait(panel);
        QCOMPARE(context.openedContents.back().second, std::string(5000, 'a'));
    }

    void corruptInputIsRefusedWithTheWayThere() {
        TestDocumentContext context(std::string(300, 'x'));
        TransformPanel panel(context, formats_);
        panel.chooseFormat("zlib");
        context.select({100, 200});
        panel.decompress();
        wait(panel);
        QVERIFY(panel.status().tone() == StatusTone::Problem);
        QVERIFY2(panel.status().text().contains(u"zlib"_s), qPrintable(panel.status().text()));
        QCOMPARE(context.bytes(), std::string(300, 'x'));
        QVERIFY(!context.document()->canRedo());
        panel.status().action().click();
        QVERIFY(context.caret() >= 100 && context.caret() <= 200);
    }

    void truncatedInputIsRefused() {
        TestDocumentContext context(std::string(5000, 'a'));
        TransformPanel panel(context, formats_);
        panel.chooseFormat("gzip");
        panel.compress();
        wait(panel);
        const std::string packed = context.bytes();
        context.select({0, packed.size() - 3});
        panel.decompress();
        wait(panel);
        QVERIFY(panel.status().tone() == StatusTone::Problem);
        QVERIFY2(panel.status().text().contains(u"too early"_s), qPrintable(panel.status().text()));
        QCOMPARE(context.bytes(), packed);
    }

    void bytesBehindTheStreamStay() {
        TestDocumentContext context(std::string(5000, 'a'));
        TransformPanel panel(context, formats_);
        panel.chooseFormat("zlib");
        panel.compress();
        wait(panel);
        context.open(context.bytes() + "tail");
        panel.decompress();
        wait(panel);
        QCOMPARE(context.bytes(), std::string(5000, 'a') + "tail");
        QVERIFY(panel.status().tone() == StatusTone::Warning);
    }

    void asksBeforeItPassesTheLimit() {
        TestDocumentContext context(std::string(100'000, 'a'));
        TransformPanel panel(context, formats_);
        panel.compress();
        wait(panel);
        const std::string packed = context.bytes();
        panel.setOutputLimit(4096);
        panel.decompress();
        wait(panel);
        QCOMPARE(context.bytes(), packed);
        int questions = 0;
        while (panel.status().tone() == StatusTone::Warning && questions < 10) {
            ++questions;
            panel.status().action().click();
            wait(panel);
        }
        QCOMPARE(questions, 2);  // 4 KiB, 32 KiB; then 256 KiB is enough
        QCOMPARE(context.bytes(), std::string(100'000, 'a'));
    }

    void resultFollowsBytesThatMovedMeanwhile() {
        TestDocumentContext context("--" + std::string(5000, 'a') + "--");
        TransformPanel panel(context, formats_);
        context.select({2, 5002});
        panel.compress();
        QVERIFY(context.apply(Edit::insert(0, Content::ofBytes(std::as_bytes(std::span("+++", 3))))));
        wait(panel);
        QVERIFY(context.bytes().starts_with("+++--"));
        QVERIFY(context.bytes().ends_with("--"));
        QVERIFY(context.bytes().size() < 200);
    }

    void resultIsNotPutOverBytesThatChangedMeanwhile() {
        TestDocumentContext context("--" + std::string(5000, 'a') + "--");
        TransformPanel panel(context, formats_);
        context.select({2, 5002});
        panel.compress();
        QVERIFY(context.apply(Edit::replace({50, 51}, Content::ofBytes(std::as_bytes(std::span("b", 1))))));
        const std::string before = context.bytes();
        wait(panel);
        QCOMPARE(context.bytes(), before);
        QVERIFY(panel.status().tone() == StatusTone::Problem);
        panel.status().action().click();
        QCOMPARE(context.openedContents.size(), std::size_t{1});
    }

    void canBeStopped() {
        TestDocumentContext context;
        const auto source =
            std::make_shared<PatternSource>(std::vector<std::byte>{std::byte{1}}, ByteCount{1} << 50);
        QVERIFY(context.apply(Edit::insert(0, Content::ofSource(source, {0, source->size()}))));
        TransformPanel panel(context, formats_);
        panel.compress();
        panel.findChild<JobStrip*>()->stopButton().click();
        wait(panel);
        QVERIFY2(panel.status().text().contains(u"Stopped"_s), qPrintable(panel.status().text()));
        QCOMPARE(context.document()->size(), ByteCount{1} << 50);
    }

    void closingTheDocumentDropsTheWork() {
        TestDocumentContext context(std::string(5000, 'a'));
        TransformPanel panel(context, formats_);
        panel.compress();
        context.close();
        QVERIFY(!panel.findChild<JobStrip*>()->isRunning());
    }

    void everyControlHasAName() {
        TestDocumentContext context("abc");
        TransformPanel panel(context, formats_);
        panel.show();
        QCOMPARE(namelessControls(panel).join(u", "_s), QString());
    }

private:
    static void wait(TransformPanel& panel) { QTRY_VERIFY(!panel.findChild<JobStrip*>()->isRunning()); }

    Registry<CompressorInfo> formats_;
};

}  // namespace

QTEST_MAIN(TestTransformPanel)
#include "tst_transform_panel.moc"
