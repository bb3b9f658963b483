#include <QtTest>

#include "core/structure/structure_dump.h"
#include "tests/support/language_cases.h"

using namespace octavo;
using namespace octavo::test;

/// Every description of the language's checklist reads as the reference reads it, offsets and errors
/// included. The golden dumps were printed by the reference, not by Octavo.
class TestStructureLanguage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsAsTheReference_data();
    void readsAsTheReference();
};

void TestStructureLanguage::readsAsTheReference_data() {
    QTest::addColumn<int>("index");
    const auto cases = languageCases();
    QVERIFY(cases.size() >= 30);
    for (std::size_t i = 0; i < cases.size(); ++i)
        QTest::newRow(cases[i].name.c_str()) << static_cast<int>(i);
}

void TestStructureLanguage::readsAsTheReference() {
    QFETCH(int, index);
    const LanguageCase known = languageCases()[static_cast<std::size_t>(index)];
    const LoadedFormat loaded = loadText(known.description);
    QVERIFY2(loaded.set, loaded.problems.empty() ? "" : loaded.problems.front().path.c_str());
    StructureTree tree(loaded.set, Snapshot::ofBytes(known.data), {.mode = ReadingMode::Strict});
    std::string dump;
    dumpStructure(tree, loaded.set->root().name, known.data.size(), {},
                  [&dump](std::string_view text) { dump += text; });
    QCOMPARE(QString::fromStdString(dump).split(QLatin1Char('\n')),
             QString::fromStdString(known.golden).split(QLatin1Char('\n')));
}

QTEST_APPLESS_MAIN(TestStructureLanguage)
#include "tst_structure_language.moc"
