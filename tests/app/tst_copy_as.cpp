#include <QClipboard>
#include <QGuiApplication>

#include "core/convert/exporter.h"
#include "tests/app/program.h"
#include "tests/support/other_process.h"
#include "ui/base/number_text.h"

using namespace octavo;
using namespace Qt::StringLiterals;

class TestCopyAs : public QObject {
    Q_OBJECT

private:
    Registry<ExporterInfo> formats_;

private Q_SLOTS:
    void initTestCase() { registerBuiltinExporters(formats_); }

    void theSelectionIsCopiedAsText() {
        const QTemporaryDir directory;
        Program program(directory, {writeFile(directory, u"a.bin"_s, "Octavo")});
        program.workbench.context().select({0, 3});
        QVERIFY(program.workbench.actions().trigger("edit.copyAs.hex"));
        QTRY_COMPARE(program.view()->messages().texts().size(), 1);
        QCOMPARE(QGuiApplication::clipboard()->text().simplified().toLower(), u"4f 63 74"_s);
    }

    void bytesCutOffByAnotherProgramAreNotCopied_data() {
        QTest::addColumn<QString>("format");
        for (const ExporterInfo& format : formats_) {
            if (format.id != "raw")
                QTest::newRow(format.id.c_str()) << QString::fromStdString(format.id);
        }
    }
    void bytesCutOffByAnotherProgramAreNotCopied() {
        QFETCH(QString, format);
        const QTemporaryDir directory;
        const std::string path =
            writeFile(directory, u"a.bin"_s, QByteArray(9'000'000, 'x'));  // no small one, which is copied
        Program program(directory, {path});
        QVERIFY(test::truncateFromOutside(path, 5000));
        program.workbench.context().select({4000, 6000});
        QGuiApplication::clipboard()->setText(u"before"_s);
        QVERIFY(program.workbench.actions().trigger("edit.copyAs." + format.toStdString()));
        // Says so at the first byte that is gone, besides what the view says of the damage.
        QTRY_VERIFY(program.view()->messages().texts().join(u'\n').contains(u"at offset "_s + hexText(5000)));
        QCOMPARE(QGuiApplication::clipboard()->text(), u"before"_s);
    }
};

QTEST_MAIN(TestCopyAs)
#include "tst_copy_as.moc"
