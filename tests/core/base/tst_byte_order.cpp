#include <array>
#include <cstring>

#include <QtTest>

#include "core/base/byte_order.h"

using namespace octavo;

class ByteOrderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void loadsBothOrders() {
        const std::array bytes{std::byte{0x12}, std::byte{0x34}, std::byte{0x56}, std::byte{0x78}};
        QCOMPARE(loadUnsigned<std::uint32_t>(bytes, ByteOrder::Big), 0x12345678U);
        QCOMPARE(loadUnsigned<std::uint32_t>(bytes, ByteOrder::Little), 0x78563412U);
        QCOMPARE(loadUnsigned<std::uint8_t>(std::span(bytes).first(1), ByteOrder::Big), std::uint8_t{0x12});
    }
    void shorterSpansGiveSmallerNumbers() {
        const std::array bytes{std::byte{0xFF}, std::byte{0x01}, std::byte{0x02}};
        QCOMPARE(loadUnsigned<std::uint64_t>(bytes, ByteOrder::Big), std::uint64_t{0xFF0102});
        QCOMPARE(loadUnsigned<std::uint64_t>(bytes, ByteOrder::Little), std::uint64_t{0x0201FF});
        QCOMPARE(loadUnsigned<std::uint64_t>({}, ByteOrder::Little), std::uint64_t{0});
    }
    void storesWhatItLoadsInEveryWidth() {
        constexpr std::uint64_t kValue = 0x8123456789ABCDEF;
        for (const ByteOrder order : {ByteOrder::Little, ByteOrder::Big}) {
            for (std::size_t width = 1; width <= 8; ++width) {
                std::array<std::byte, 8> bytes{};
                const auto out = std::span(bytes).first(width);
                storeUnsigned(kValue, out, order);
                const std::uint64_t kept =
                    width == 8 ? kValue : kValue & ((std::uint64_t{1} << 8 * width) - 1);
                QCOMPARE(loadUnsigned<std::uint64_t>(out, order), kept);
            }
        }
    }
    void agreesWithTheMachine() {
        const std::uint32_t value = 0xCAFEF00D;
        std::array<std::byte, 4> bytes{};
        std::memcpy(bytes.data(), &value, bytes.size());
        const auto native = std::endian::native == std::endian::little ? ByteOrder::Little : ByteOrder::Big;
        QCOMPARE(loadUnsigned<std::uint32_t>(bytes, native), value);
    }
};

QTEST_APPLESS_MAIN(ByteOrderTest)
#include "tst_byte_order.moc"
