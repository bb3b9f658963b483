#include <QtTest>

#include "core/inspect/pointer.h"
#include "tests/support/bytes.h"
#include "tests/support/damaged_source.h"

using namespace octavo;

namespace {

constexpr ByteOffset kNowhere = ~ByteOffset{0};
constexpr ByteOffset kAt = 4;
constexpr ByteCount kSize = 0x1000;

/// A document of kSize bytes with these at kAt.
Snapshot holding(const QByteArray& hex) {
    const QByteArray pointer = QByteArray::fromHex(hex);
    std::vector<std::byte> bytes(kSize);
    std::memcpy(bytes.data() + kAt, pointer.data(), static_cast<std::size_t>(pointer.size()));
    return Snapshot::ofBytes(bytes);
}

}  // namespace

class TestPointer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void leadsWhereItsFormSays_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<PointerForm>("form");
        QTest::addColumn<ByteOffset>("target");
        const auto row = [](const char* name, const char* bytes, const PointerForm& form, ByteOffset target) {
            QTest::newRow(name) << QByteArray(bytes) << form << target;
        };
        using enum ByteOrder;
        using enum PointerOrigin;
        row("one byte", "40", {.width = 1}, 0x40);
        row("two bytes, little endian", "4003", {.width = 2}, 0x340);
        row("two bytes, big endian", "0340", {.width = 2, .order = Big}, 0x340);
        row("three bytes", "400300", {.width = 3}, 0x340);
        row("four bytes", "400300000000", {.width = 4}, 0x340);
        row("six bytes, big endian", "000000000340", {.width = 6, .order = Big}, 0x340);
        row("eight bytes", "4003000000000000", {.width = 8}, 0x340);
        row("the end", "00100000", {}, kSize);
        row("beyond the end", "01100000", {}, kNowhere);
        row("an unsigned byte", "FF", {.width = 1}, 0xFF);
        row("a signed byte before the start", "FF", {.width = 1, .isSigned = true}, kNowhere);
        row("a signed byte back from itself", "FE", {.width = 1, .isSigned = true, .origin = Pointer},
            kAt - 2);
        row("forwards from itself", "10", {.width = 1, .origin = Pointer}, kAt + 0x10);
        row("from the byte behind it", "10000000", {.origin = Behind}, kAt + 4 + 0x10);
        row("back from the byte behind it", "FBFFFFFF", {.isSigned = true, .origin = Behind}, kAt + 4 - 5);
        row("an address less its base", "00104000", {.base = -0x400000}, 0x1000);
        row("an offset with a base", "10", {.width = 1, .base = 0x200}, 0x210);
        row("the least of eight bytes", "0000000000000080", {.width = 8, .isSigned = true}, kNowhere);
        row("the least, brought back by its base", "0000000000000080",
            {.width = 8,
             .isSigned = true,
             .origin = Pointer,
             .base = std::numeric_limits<std::int64_t>::max()},
            kAt - 1);
        row("the least and the greatest base", "0100000000000080",
            {.width = 8, .isSigned = true, .base = std::numeric_limits<std::int64_t>::max()}, 0);
        row("all ones do not wrap around", "FFFFFFFFFFFFFFFF", {.width = 8, .origin = Pointer}, kNowhere);
        row("all ones and a base", "FFFFFFFFFFFFFFFF", {.width = 8, .base = 0x200}, kNowhere);
        row("a kernel's address", "00100080FFFFFFFF", {.width = 8, .isSigned = true, .base = 0x80000000},
            0x1000);
    }
    void leadsWhereItsFormSays() {
        QFETCH(QByteArray, bytes);
        QFETCH(PointerForm, form);
        QFETCH(ByteOffset, target);
        const auto reading = readPointer(holding(bytes), kAt, form);
        QVERIFY(reading.has_value());
        QVERIFY(reading->bytes == ByteRange::ofLength(kAt, static_cast<ByteCount>(form.width)));
        QCOMPARE(reading->target.value_or(kNowhere), target);
    }

    void aSignedValueHasAMagnitude() {
        const auto minusTwo = readPointer(holding("FEFF"), kAt, {.width = 2, .isSigned = true});
        QVERIFY(minusTwo->isNegative);
        QCOMPARE(minusTwo->magnitude, std::uint64_t{2});
        const auto least = readPointer(holding("0000000000000080"), kAt, {.width = 8, .isSigned = true});
        QVERIFY(least->isNegative);
        QCOMPARE(least->magnitude, std::uint64_t{1} << 63);
        QVERIFY(!readPointer(holding("FE7F"), kAt, {.width = 2, .isSigned = true})->isNegative);
    }

    void aPointerCutOffByTheEndIsNone() {
        const Snapshot snapshot = holding("00");
        for (int width = 1; width <= PointerForm::kMaxWidth; ++width) {
            const auto fitting = kSize - static_cast<ByteCount>(width);
            QVERIFY(readPointer(snapshot, fitting, {.width = width}).has_value());
            const auto cut = readPointer(snapshot, fitting + 1, {.width = width});
            QCOMPARE(cut.error().code, ErrorCode::OutOfRange);
            QCOMPARE(cut.error().offset.value_or(0), fitting + 1);
        }
        QCOMPARE(readPointer(snapshot, kNowhere, {}).error().code, ErrorCode::OutOfRange);
        QCOMPARE(readPointer(Snapshot(), 0, {.width = 1}).error().code, ErrorCode::OutOfRange);
    }

    void unreadableBytesLeadNowhere() {
        const auto source = std::make_shared<test::DamagedSource>(Bytes(32), ByteRange{16, 17});
        const Snapshot snapshot = Snapshot::ofSource(source);
        QCOMPARE(readPointer(snapshot, 13, {}).error(),
                 (Error{.code = ErrorCode::Unreadable, .offset = 13, .systemCode = 0, .detail = {}}));
        QVERIFY(readPointer(snapshot, 12, {}).has_value());
        QVERIFY(readPointer(snapshot, 17, {}).has_value());
    }
};

QTEST_APPLESS_MAIN(TestPointer)
#include "tst_pointer.moc"
