#include <QtTest>

#include "core/buffer/block_list.h"

namespace octavo {

class TestBlockList : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void elementsKeepTheirOrderAcrossBlocks() {
        BlockList<std::uint64_t> list;
        for (std::uint64_t i = 0; i < 5000; ++i)
            list.add(i * i);
        QCOMPARE(list.size(), std::size_t{5000});
        for (std::uint64_t i = 0; i < 5000; ++i)
            QCOMPARE(list[i], i * i);
    }
    void elementsNeverMove() {
        BlockList<int> list;
        list.add(1);
        const int* first = &list[0];
        for (int i = 0; i < 100'000; ++i)
            list.add(i);
        QCOMPARE(&list[0], first);
        QCOMPARE(*first, 1);
    }
    void elementsThatDoNotFillABlockEvenlyStayWhole() {
        struct Odd {
            std::array<char, 24> text;
        };
        BlockList<Odd> list;
        for (int i = 0; i < 1000; ++i)
            list.add(Odd{.text = {static_cast<char>(i), 'x'}});
        for (int i = 0; i < 1000; ++i)
            QCOMPARE(list[static_cast<std::size_t>(i)].text[0], static_cast<char>(i));
    }
};

}  // namespace octavo

QTEST_APPLESS_MAIN(octavo::TestBlockList)
#include "tst_block_list.moc"
