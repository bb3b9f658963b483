#include <string>

#include <QtTest>

#include "core/base/registry.h"

using namespace octavo;

namespace {
struct Entry {
    std::string id;
    int value = 0;
};
}  // namespace

class RegistryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsWhatWasAdded() {
        Registry<Entry> registry;
        QVERIFY(registry.find("one") == nullptr);
        registry.add({"one", 1});
        registry.add({"two", 2});
        QVERIFY(registry.find("two") != nullptr);
        QCOMPARE(registry.find("two")->value, 2);
        QVERIFY(registry.find("Two") == nullptr);
        QVERIFY(registry.find("") == nullptr);
    }
    void keepsTheOrderOfAdding() {
        Registry<Entry> registry;
        for (const char* const id : {"z", "a", "m"})
            registry.add({id, 0});
        std::string order;
        for (const Entry& entry : registry)
            order += entry.id;
        QCOMPARE(order, std::string("zam"));
        QCOMPARE(registry.size(), std::size_t{3});
    }
};

QTEST_APPLESS_MAIN(RegistryTest)
#include "tst_registry.moc"
