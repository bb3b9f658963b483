#include <QtTest>

#include "core/search/yara_rules.h"

namespace octavo {

class TestYaraAbsent : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void withoutLibyaraRulesAreUnsupported() {
        QVERIFY(!YaraRules::areSupported());
        const auto rules = YaraRules::compile("rules.yar");
        QVERIFY(!rules);
        QVERIFY(rules.error().code == ErrorCode::Unsupported);
        QCOMPARE(rules.error().detail, std::string("built without libyara"));
    }
};

}  // namespace octavo

QTEST_GUILESS_MAIN(octavo::TestYaraAbsent)
#include "tst_yara_absent.moc"
