#include <QCheckBox>
#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>
#include <QTemporaryDir>
#include <QtTest>

#include "core/source/pattern_source.h"
#include "tests/ui/panels/named_controls.h"
#include "tests/ui/panels/test_document_context.h"
#include "ui/panels/found_model.h"
#include "ui/panels/found_view.h"
#include "ui/panels/job_strip.h"
#include "ui/panels/search_panel.h"
#include "ui/panels/strings_panel.h"

using namespace octavo;
using namespace Qt::StringLiterals;

namespace {

FindQuery hex(const QString& wanted) {
    return {.kind = FindQuery::Kind::Hex, .text = wanted, .encoding = {}};
}

Content text(const char* characters) {
    return Content::ofBytes(std::as_bytes(std::span(characters, std::strlen(characters))));
}

QStringList column(const FoundView& view, FoundModel::Column wanted) {
    QStringList result;
    FoundModel& model = const_cast<FoundView&>(view).model();
    for (int row = 0; row < model.rowCount(); ++row)
        result << model.index(row, wanted).data().toString();
    return result;
}

void settle(const FoundView& view) {
    QTRY_VERIFY(!view.isBusy());
}

class TestSearchPanel : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;

    std::string rulesFile(const char* rules) {
        QFile file(folder_.filePath(u"rules.yar"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(rules) < 0)
            qFatal("no rules file");
        return file.fileName().toStdString();
    }

private Q_SLOTS:
    void listsWhatYaraRulesFind() {
        if (!YaraRules::areSupported())
            QSKIP("built without libyara");
        TestDocumentContext context("ab--xyz-ab");
        SearchPanel panel(context);
        panel.findByYara(
            rulesFile("rule two { strings: $a = \"ab\" $x = { 78 79 } condition: all of them }\n"
                      "rule size { condition: filesize == 10 }\n"
                      "rule never { strings: $n = \"ab\" condition: $n at 1 }\n"));
        settle(panel.found());
        QCOMPARE(column(panel.found(), FoundModel::OffsetColumn),
                 QStringList({u"0x0"_s, u"0x4"_s, u"0x8"_s}));
        QCOMPARE(column(panel.found(), FoundModel::FormColumn),
                 QStringList({u"two: $a"_s, u"two: $x"_s, u"two: $a"_s}));
        QVERIFY(!panel.found().table().isColumnHidden(FoundModel::FormColumn));
        QVERIFY2(panel.found().statusText().contains(u"Rules that match: two, size."_s),
                 qPrintable(panel.found().statusText()));
        // The places follow edits, as those of other searches do.
        QVERIFY(context.apply(Edit::insert(0, text("__"))).has_value());
        QCOMPARE(column(panel.found(), FoundModel::OffsetColumn),
                 QStringList({u"0x2"_s, u"0x6"_s, u"0xA"_s}));
    }

    void saysWhatIsWrongWithYaraRules() {
        if (!YaraRules::areSupported())
            QSKIP("built without libyara");
        TestDocumentContext context("ab");
        SearchPanel panel(context);
        panel.findByYara(rulesFile("rule broken {\n  condition: maybe\n}\n"));
        settle(panel.found());
        QCOMPARE(panel.found().model().rowCount(), 0);
        QVERIFY2(panel.found().statusText().contains(u"rules.yar:2: "_s),
                 qPrintable(panel.found().statusText()));
        panel.findByYara(rulesFile("rule no { condition: false }"));
        settle(panel.found());
        QVERIFY2(panel.found().statusText().contains(u"No rule matches."_s),
                 qPrintable(panel.found().statusText()));
    }

    void listsAllOccurrences() {
        TestDocumentContext context("ab--ab--ab");
        SearchPanel panel(context);
        panel.findAll(hex(u"61 62"_s));
        settle(panel.found());
        QCOMPARE(column(panel.found(), FoundModel::OffsetColumn),
                 QStringList({u"0x0"_s, u"0x4"_s, u"0x8"_s}));
        QVERIFY2(panel.found().statusText().startsWith(u"3 places: 61 62"_s),
                 qPrintable(panel.found().statusText()));
    }

    void aLongSelectionIsWhereItLooks() {
        TestDocumentContext context(std::string(300, 'a') + std::string(300, 'b') + "a");
        SearchPanel panel(context);
        context.select({290, 600});
        panel.findAll(hex(u"61"_s));
        settle(panel.found());
        QCOMPARE(panel.found().model().rowCount(), 10);
        context.select({290, 295});
        panel.findAll(hex(u"61"_s));
        settle(panel.found());
        QCOMPARE(panel.found().model().rowCount(), 301);
    }

    void severalSelectedRangesAreWhereItLooks() {
        TestDocumentContext context("aa-a-aaa");
        SearchPanel panel(context);
        context.selectRanges(RangeList({{1, 3}, {5, 7}}));
        panel.findAll(hex(u"61"_s));
        settle(panel.found());
        QCOMPARE(column(panel.found(), FoundModel::OffsetColumn),
                 QStringList({u"0x1"_s, u"0x5"_s, u"0x6"_s}));
        QVERIFY2(panel.found().statusText().contains(u"in 2 ranges, 4 bytes"_s),
                 qPrintable(panel.found().statusText()));
    }

    void chosenRowsAreSelectedInTheDocument() {
        TestDocumentContext context("ab-ab-ab-ab");
        SearchPanel panel(context);
        panel.findAll(hex(u"61 62"_s));
        settle(panel.found());
        panel.found().table().selectAll();
        QVERIFY(context.apply(Edit::replace({4, 5}, text("X"))));  // touches the second
        QVERIFY(context.apply(Edit::insert(0, text("::"))));
        panel.found().selectChosen();
        QVERIFY(context.selectedRanges() == RangeList({{2, 4}, {8, 10}, {11, 13}}));
        panel.found().table().selectRow(0);
        panel.found().selectChosen();
        QVERIFY(context.selectedRanges() == RangeList({{2, 4}}));
    }

    void millionsAreListedWhileItGoesOn() {
        TestDocumentContext context;
        const auto source =
            std::make_shared<PatternSource>(std::vector{std::byte{1}, std::byte{2}}, ByteCount{4'000'000});
        QVERIFY(context.apply(Edit::insert(0, Content::ofSource(source, {0, source->size()}))));
        SearchPanel panel(context);
        panel.findAll(hex(u"01"_s));
        settle(panel.found());
        QCOMPARE(panel.found().model().rowCount(), 2'000'000);
        QCOMPARE(panel.found().model().index(1'999'999, FoundModel::OffsetColumn).data().toString(),
                 u"0x3D08FE"_s);
    }

    void rowsLeadToTheirPlaces() {
        TestDocumentContext context("ab--ab--ab");
        SearchPanel panel(context);
        panel.show();
        QVERIFY(QTest::qWaitForWindowActive(&panel));
        panel.findAll(hex(u"61 62"_s));
        settle(panel.found());
        QTableView& table = panel.found().table();
        table.setFocus();
        table.setCurrentIndex(panel.found().model().index(1, 0));
        QTest::keyClick(&table, Qt::Key_Return);
        QCOMPARE(context.selection(), (ByteRange{4, 6}));
        QCOMPARE(context.focusRequests, 1);
        QTest::mouseClick(table.viewport(), Qt::LeftButton, {},
                          table.visualRect(panel.found().model().index(2, 0)).center());
        QCOMPARE(context.selection(), (ByteRange{8, 10}));
    }

    void editsAreFollowedAndTold() {
        TestDocumentContext context("ab--ab--ab");
        SearchPanel panel(context);
        panel.findAll(hex(u"61 62"_s));
        settle(panel.found());
        QVERIFY(context.apply(Edit::replace({4, 5}, text("xx"))));
        QCOMPARE(column(panel.found(), FoundModel::OffsetColumn),
                 QStringList({u"0x0"_s, u"0x6 *"_s, u"0x9"_s}));
        QVERIFY2(panel.found().statusText().contains(u"edited since"_s),
                 qPrintable(panel.found().statusText()));
    }

    void everyDocumentKeepsItsList() {
        TestDocumentContext context("ab--ab");
        SearchPanel panel(context);
        panel.findAll(hex(u"61"_s));
        settle(panel.found());
        QCOMPARE(panel.found().model().rowCount(), 2);
        context.open("other");
        QCOMPARE(panel.found().model().rowCount(), 0);
        context.close();
        QCOMPARE(panel.found().statusText(), QString());
        panel.findAll(hex(u"61"_s));
        QCOMPARE(panel.found().model().rowCount(), 0);
    }

    void sortsAndFilters() {
        TestDocumentContext context("a1 a22 b3");
        SearchPanel panel(context);
        panel.findAll({.kind = FindQuery::Kind::Regex, .text = u"[ab]\\d+"_s, .encoding = {}});
        settle(panel.found());
        QHeaderView* header = panel.found().table().horizontalHeader();
        panel.found().show();
        header->setSortIndicator(FoundModel::LengthColumn, Qt::DescendingOrder);
        Q_EMIT header->sectionClicked(FoundModel::LengthColumn);
        settle(panel.found());
        QCOMPARE(column(panel.found(), FoundModel::OffsetColumn),
                 QStringList({u"0x3"_s, u"0x0"_s, u"0x7"_s}));
        panel.found().filter().setText(u"A"_s);
        settle(panel.found());
        QCOMPARE(column(panel.found(), FoundModel::OffsetColumn), QStringList({u"0x3"_s, u"0x0"_s}));
        QVERIFY2(panel.found().statusText().startsWith(u"2 shown of 3 places"_s),
                 qPrintable(panel.found().statusText()));
    }

    void copiesBookmarksAndExports() {
        TestDocumentContext context("ab--ab");
        SearchPanel panel(context);
        panel.findAll(hex(u"61 62"_s));
        settle(panel.found());
        panel.found().table().selectAll();
        panel.found().copySelected();
        const QString lines = u"0x0\t2\t61 62\n0x4\t2\t61 62\n"_s;
        QCOMPARE(QGuiApplication::clipboard()->text(), lines);
        panel.found().addBookmarks();
        QCOMPARE(context.bookmarks()->all().size(), std::size_t{2});
        QCOMPARE(context.bookmarks()->all()[1].range, (ByteRange{4, 6}));
        const QTemporaryDir directory;
        const QString path = directory.filePath(u"list.tsv"_s);
        panel.found().exportTo(path.toStdString());
        settle(panel.found());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(QString::fromUtf8(file.readAll()), lines);
        panel.found().exportTo("/nowhere/at/all");
        settle(panel.found());
        QCOMPARE(context.errors.size(), std::size_t{1});
    }

    void aSearchThatIsStoppedSaysSo() {
        TestDocumentContext context;
        const auto source =
            std::make_shared<PatternSource>(std::vector<std::byte>{std::byte{1}}, ByteCount{1} << 50);
        QVERIFY(context.apply(Edit::insert(0, Content::ofSource(source, {0, source->size()}))));
        SearchPanel panel(context);
        panel.findAll(hex(u"02"_s));
        QVERIFY(panel.found().isBusy());
        panel.found().findChild<JobStrip*>()->stopButton().click();
        settle(panel.found());
        QVERIFY2(panel.found().statusText().contains(u"Stopped"_s), qPrintable(panel.found().statusText()));
    }

    void stringsOfSeveralEncodings() {
        const std::string wide("W\0i\0d\0e\0!\0", 10);
        TestDocumentContext context("\x01plain text\x02" + wide + "\x03no");
        StringsPanel panel(context);
        panel.find();
        settle(panel.found());
        const QStringList found = column(panel.found(), FoundModel::TextColumn);
        QVERIFY2(found.contains(u"plain text"_s), qPrintable(found.join(u'|')));
        QVERIFY2(found.contains(u"Wide!"_s), qPrintable(found.join(u'|')));
        QVERIFY(!found.contains(u"no"_s));
        panel.findChild<QSpinBox*>()->setValue(6);
        panel.find();
        settle(panel.found());
        QCOMPARE(column(panel.found(), FoundModel::TextColumn), QStringList({u"plain text"_s}));
        for (QCheckBox* each : panel.findChildren<QCheckBox*>())
            each->setChecked(false);
        panel.find();
        QCOMPARE(panel.found().model().rowCount(), 1);
    }

    void everyControlHasAName() {
        TestDocumentContext context("abc");
        SearchPanel search(context);
        StringsPanel strings(context);
        QCOMPARE(namelessControls(search), QStringList());
        QCOMPARE(namelessControls(strings), QStringList());
    }
};

}  // namespace

QTEST_MAIN(TestSearchPanel)
#include "tst_search_panel.moc"
