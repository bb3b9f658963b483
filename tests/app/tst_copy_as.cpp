#include <QClipboard>
#include <QGuiApplication>
#include <QTest>

#include "app/copy_as.h"
#include "core/source/file_source.h"
#include "tests/support/bytes.h"
#include "tests/support/other_process.h"
#include "tests/support/temporary_directory.h"
#include "tests/ui/panels/test_document_context.h"

using namespace octavo;
using namespace Qt::StringLiterals;

class TestCopyAs : public QObject {
    Q_OBJECT

private:
    Registry<ExporterInfo> formats_;

private Q_SLOTS:
    void initTestCase() { registerBuiltinExporters(formats_); }

    void theSelectionIsCopiedAsText() {
        TestDocumentContext context("Octavo");
        context.select({0, 3});
        copyAs(context, *formats_.find("hex"));
        QTRY_COMPARE(context.messages.size(), std::size_t{1});
        QCOMPARE(QGuiApplication::clipboard()->text().simplified().toLower(), u"4f 63 74"_s);
        QVERIFY(context.errors.empty());
    }

    void bytesCutOffByAnotherProgramAreNotCopied_data() {
        QTest::addColumn<QString>("format");
        for (const ExporterInfo& format : formats_)
            QTest::newRow(format.id.c_str()) << QString::fromStdString(format.id);
    }
    void bytesCutOffByAnotherProgramAreNotCopied() {
        QFETCH(QString, format);
        const test::TemporaryDirectory directory;
        const std::string path = directory.write("file", Bytes(10'000, std::byte{'x'}));
        TestDocumentContext context;
        const auto file = openFileSource(path).value();
        QVERIFY(context.apply(Edit::insert(0, Content::ofSource(file, {0, 10'000}))).has_value());
        QVERIFY(test::truncateFromOutside(path, 5000));
        context.select({4000, 6000});
        QGuiApplication::clipboard()->setText(u"before"_s);
        copyAs(context, *formats_.find(format.toStdString()));
        QTRY_COMPARE(context.errors.size(), std::size_t{1});
        QCOMPARE(context.errors[0].code, ErrorCode::Unreadable);
        QCOMPARE(context.errors[0].offset, std::optional<ByteOffset>(5000));
        QCOMPARE(QGuiApplication::clipboard()->text(), u"before"_s);
        QVERIFY(context.messages.empty());
    }
};

QTEST_MAIN(TestCopyAs)
#include "tst_copy_as.moc"
