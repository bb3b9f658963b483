#include <QTest>
#include <QTextBrowser>

#include "ui/dialogs/manual_window.h"

using namespace octavo;
using namespace Qt::StringLiterals;

class TestManualWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyPageIsThereAndStartsWithItsHeading() {
        ManualWindow manual(nullptr);
        for (const QString& page : ManualWindow::pages()) {
            manual.openPage(page);
            const QString text = manual.text().toPlainText();
            QVERIFY2(text.size() > 500, qPrintable(page));
            QVERIFY2(!text.startsWith(u'#'), qPrintable(page));
        }
    }

    void theLanguageOfPatternsIsExplainedWithExamples() {
        ManualWindow manual(nullptr);
        manual.openPage(u"search"_s);
        for (const QString& example :
             {u"[00-1F 7F]"_s, u"{4-16}"_s, u"f32:3.14~0.01"_s, u"(DE AD | BE EF)"_s})
            QVERIFY2(manual.findNext(example), qPrintable(example));
    }

    void findingGoesAroundTheEndAndSaysWhenThereIsNone() {
        ManualWindow manual(nullptr);
        manual.openPage(u"search"_s);
        QVERIFY(manual.findNext(u"Replacing"_s));
        const int last = manual.text().textCursor().position();
        QVERIFY(manual.findNext(u"Searching"_s));
        QVERIFY(manual.text().textCursor().position() < last);
        const int here = manual.text().textCursor().position();
        QVERIFY(!manual.findNext(u"no such words"_s));
        QCOMPARE(manual.text().textCursor().position(), here);
        QVERIFY(!manual.findNext({}));
    }

    void escapeClosesIt() {
        ManualWindow manual(nullptr);
        manual.show();
        QTest::keyClick(&manual, Qt::Key_Escape);
        QVERIFY(!manual.isVisible());
    }
};

QTEST_MAIN(TestManualWindow)
#include "tst_manual_window.moc"
