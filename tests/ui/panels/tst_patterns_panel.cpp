#include <QAbstractItemModelTester>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include "tests/ui/panels/test_document_context.h"
#include "ui/panels/found_model.h"
#include "ui/panels/found_view.h"
#include "ui/panels/patterns_model.h"
#include "ui/panels/patterns_panel.h"
#include "ui/panels/search_panel.h"

using namespace octavo;
using namespace Qt::StringLiterals;

namespace {

FindQuery hex(const QString& wanted) {
    return {.kind = FindQuery::Kind::Hex, .text = wanted, .encoding = {}};
}

FindQuery text(const QString& wanted) {
    return {.kind = FindQuery::Kind::Text, .text = wanted, .encoding = u"UTF-8"_s};
}

QString countOf(PatternsPanel& panel, int row) {
    return panel.model().index(row, PatternsModel::CountColumn).data().toString();
}

void setOn(PatternsPanel& panel, int row, bool isOn) {
    panel.model().setData(panel.model().index(row, 0), isOn ? Qt::Checked : Qt::Unchecked,
                          Qt::CheckStateRole);
}

}  // namespace

class TestPatternsPanel : public QObject {
    Q_OBJECT

private:
    static void settle(PatternsPanel& panel) { QTRY_VERIFY(!panel.isBusy()); }

private Q_SLOTS:
    void modelPassesTheModelTester() {
        PatternsModel model;
        const QAbstractItemModelTester tester(&model);
        QCOMPARE(model.add(hex(u"00"_s)), std::optional(0));
        QCOMPARE(model.add(text(u"a"_s)), std::optional(1));
        QCOMPARE(model.add(hex(u"00"_s)), std::optional(0));  // no second one
        model.setCounts(std::vector<std::uint64_t>{5, 1234});
        QCOMPARE(model.index(1, PatternsModel::CountColumn).data().toString(), u"1,234"_s);
        model.remove(0);
        QCOMPARE(model.rowCount(), 1);
        model.setPatterns({});
        QCOMPARE(model.rowCount(), 0);
    }

    void coloursDifferWhileThereAreEnoughAndTheListHasAnEnd() {
        PatternsModel model;
        QSet<QRgb> colours;
        for (std::size_t i = 0; i < PatternsModel::kMost; ++i) {
            QVERIFY(model.add(hex(QString::number(i + 16, 16))));
            if (i < 8)
                colours.insert(model.patterns()[i].colour.rgba());
        }
        QCOMPARE(colours.size(), 8);
        QCOMPARE(model.add(hex(u"ff ff"_s)), std::nullopt);
    }

    void eachIsCountedAndHighlightedInItsColour() {
        TestDocumentContext context("abcab");
        PatternsPanel panel(context);
        QSignalSpy kept(&panel, &PatternsPanel::patternsChanged);
        panel.add(text(u"ab"_s));
        panel.add(hex(u"62 63"_s));
        settle(panel);
        QCOMPARE(kept.size(), 2);
        QCOMPARE(countOf(panel, 0), u"2"_s);
        QCOMPARE(countOf(panel, 1), u"1"_s);
        QCOMPARE(context.patternHighlights.size(), std::size_t{2});
        QCOMPARE(context.patternHighlights[0].ranges, (std::vector<ByteRange>{{0, 2}, {3, 5}}));
        QCOMPARE(context.patternHighlights[0].colour, panel.model().patterns()[0].colour);
        QCOMPARE(context.patternHighlights[1].ranges, (std::vector<ByteRange>{{1, 3}}));
        panel.model().setColour(1, Qt::green);
        QCOMPARE(context.patternHighlights[1].colour, QColor(Qt::green));
    }

    void thoseThatAreOffAreNotLookedFor() {
        TestDocumentContext context("abcab");
        PatternsPanel panel(context);
        panel.add(text(u"ab"_s));
        panel.add(hex(u"62 63"_s));
        setOn(panel, 0, false);
        settle(panel);
        QCOMPARE(countOf(panel, 0), QString());
        QCOMPARE(countOf(panel, 1), u"1"_s);
        QCOMPARE(context.patternHighlights.size(), std::size_t{1});
        setOn(panel, 1, false);
        settle(panel);
        QVERIFY(context.patternHighlights.empty());
    }

    void editsAndOtherDocumentsAreLookedThroughAgain() {
        TestDocumentContext context("abcab");
        PatternsPanel panel(context);
        panel.add(text(u"ab"_s));
        settle(panel);
        QVERIFY(context.apply(Edit::erase({0, 1})));
        settle(panel);
        QCOMPARE(countOf(panel, 0), u"1"_s);
        QCOMPARE(context.patternHighlights[0].ranges, (std::vector<ByteRange>{{2, 4}}));
        context.open("ababab");
        settle(panel);
        QCOMPARE(countOf(panel, 0), u"3"_s);
        context.close();
        settle(panel);
        QVERIFY(context.patternHighlights.empty());
    }

    void anEmptyFindBarIsExplained() {
        TestDocumentContext context("abc");
        PatternsPanel panel(context);
        panel.add(text(QString()));
        QCOMPARE(panel.model().rowCount(), 0);
        QVERIFY2(panel.statusText().contains(u"nothing to look for"_s), qPrintable(panel.statusText()));
    }

    void aRowLeadsToTheFindBarAndAllToAList() {
        TestDocumentContext context("abcab");
        PatternsPanel panel(context);
        panel.add(text(u"ab"_s));
        panel.add(hex(u"63"_s));
        panel.add(hex(u"64"_s));
        setOn(panel, 2, false);
        QList<FindQuery> wanted;
        connect(&panel, &PatternsPanel::findWanted, this, [&](const FindQuery& query) { wanted << query; });
        panel.table().selectRow(1);
        for (QAction* each : panel.table().actions()) {
            if (each->text() == u"&Find This"_s)
                each->trigger();
        }
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.first(), essential(hex(u"63"_s)));

        SearchPanel results(context);
        connect(&panel, &PatternsPanel::listWanted, &results,
                [&](const std::vector<FindQuery>& queries) { results.findAll(queries); });
        panel.listAll();
        QTRY_VERIFY(!results.found().isBusy());
        const FoundModel& model = results.found().model();
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.headerData(FoundModel::FormColumn, Qt::Horizontal, Qt::DisplayRole).toString(),
                 u"Pattern"_s);
        QStringList rows;
        for (int row = 0; row < model.rowCount(); ++row)
            rows << model.index(row, FoundModel::OffsetColumn).data().toString() + u' ' +
                        model.index(row, FoundModel::FormColumn).data().toString();
        QCOMPARE(rows, QStringList({u"0x0 “ab” in UTF-8"_s, u"0x2 63"_s, u"0x3 “ab” in UTF-8"_s}));
    }

    void removingTakesTheHighlightAway() {
        TestDocumentContext context("abcab");
        PatternsPanel panel(context);
        panel.add(text(u"ab"_s));
        settle(panel);
        panel.table().selectRow(0);
        panel.removeCurrent();
        settle(panel);
        QVERIFY(context.patternHighlights.empty());
        QVERIFY(panel.model().patterns().empty());
    }
};

QTEST_MAIN(TestPatternsPanel)
#include "tst_patterns_panel.moc"
