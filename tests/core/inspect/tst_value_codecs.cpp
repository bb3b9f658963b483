#include <QTest>

#include "core/codec/text_codecs.h"
#include "core/inspect/builtin_codecs.h"

using namespace Qt::StringLiterals;

namespace octavo {

/// Known values of every built-in codec, in both directions, and what is refused where.
class TestValueCodecs : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { registerBuiltinCodecs(codecs_); }

    void idsAreStableAndInOrder() {
        QStringList ids;
        for (const ValueCodec& codec : codecs_)
            ids << QString::fromStdString(codec.id);
        const QString expected =
            u"u8 i8 u16 i16 u24 i24 u32 i32 u48 i48 u64 i64 u128 i128 bits8 f16 bf16 f32 f64 f80 uleb128 "
            u"sleb128 "
            "char-utf8 char-utf16 char-utf32 time32 time64 filetime dosdatetime oledate guid ipv4 ipv6 rgb24 rgba32"_s;
        QCOMPARE(ids.join(u' '), expected);
    }

    void knownValuesReadAndWrite_data() {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("little");
        QTest::addColumn<QString>("big");
        QTest::addColumn<QString>("text");
        addIntegers();
        addFloats();
        addVarints();
        addCharacters();
        addTimes();
        addIdentifiers();
    }
    void knownValuesReadAndWrite() {
        QFETCH(QString, id);
        QFETCH(QString, little);
        QFETCH(QString, big);
        QFETCH(QString, text);
        check(id, little, ByteOrder::Little, text);
        check(id, big, ByteOrder::Big, text);
    }

    void otherNotationsAreRead_data() {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("bytes");
        const auto row = [](const char* id, const char* text, const char* bytes) {
            QTest::addRow("%s from '%s'", id, text)
                << QString::fromLatin1(id) << QString::fromUtf8(text) << QString::fromLatin1(bytes);
        };
        row("u16", " 0x1F ", "1f00");
        row("u16", "0XfF", "ff00");
        row("u8", "0b101", "05");
        row("u8", "0o17", "0f");
        row("u8", "007", "07");
        row("i8", "-0x80", "80");
        row("i16", "+7", "0700");
        row("u8", "-0", "00");
        row("bits8", "0b11", "03");
        row("f32", "+1", "0000803f");
        row("f32", ".5", "0000003f");
        row("f32", "5.", "0000a040");
        row("f32", "1E+1", "00002041");
        row("f64", "-Infinity", "000000000000f0ff");
        row("f32", "NaN", "0000c07f");
        row("f32", "0e99999999999999999999", "00000000");
        row("f16", "1.00048828125", "003c");
        row("f16", "1.000488281250000000000000000000000001", "013c");
        row("f16", "1.00146484375", "023c");
        row("f16", "1.001464843749999999999999999999999999", "013c");
        row("f16", "65519.999999999999999999999999999", "ff7b");
        row("char-utf8", "U+0041", "41");
        row("char-utf8", " u+1f600 ", "f09f9880");
        row("char-utf8", " ", "20");
        row("char-utf8", " x ", "78");
        row("time32", "1970-01-01", "00000000");
        row("time32", "1970-01-01 00:01", "3c000000");
        row("time32", "1970-01-01T01:00:00+01:00", "00000000");
        row("time32", "1969-12-31T23:30:00-00:31", "3c000000");
        row("time32", "1970-01-01T00:00:01.000z", "01000000");
        row("guid", "{00112233-4455-6677-8899-AABBCCDDEEFF}", "33221100554477668899aabbccddeeff");
        row("ipv6", "::1.2.3.4", "00000000000000000000000001020304");
        row("ipv6", "1:2:3:4:5:6:7::", "00010002000300040005000600070000");
        row("ipv6", "0:0:0:0:0:0:0:1", "00000000000000000000000000000001");
        row("ipv6", "64:FF9B::192.0.2.33", "0064ff9b0000000000000000c0000221");
        row("rgb24", "aAbBcC", "ccbbaa");
    }
    void otherNotationsAreRead() {
        QFETCH(QString, id);
        QFETCH(QString, text);
        QFETCH(QString, bytes);
        const auto encoded = codec(id).encode(text.toStdString(), ByteOrder::Little, 0);
        QVERIFY(encoded.has_value());
        QCOMPARE(QString::fromStdString(encodeHex(*encoded)), bytes);
    }

    void nonsenseIsRefusedWhereItBegins_data() {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("offset");  // -1: OutOfRange
        const auto row = [](const char* id, const char* text, int offset) {
            QTest::addRow("%s from '%s'", id, text)
                << QString::fromLatin1(id) << QString::fromUtf8(text) << offset;
        };
        constexpr int kOutOfRange = -1;
        row("u8", "", 0);
        row("u8", "  ", 2);
        row("u8", "-", 1);
        row("u8", "0x", 2);
        row("u8", " 0x1g", 4);
        row("u8", "12 3", 2);
        row("u8", "0b2", 2);
        row("u8", "0o8", 2);
        row("u8", "1.0", 1);
        row("u8", "--1", 1);
        row("u8", "256", kOutOfRange);
        row("u8", "-1", kOutOfRange);
        row("i8", "128", kOutOfRange);
        row("i8", "-129", kOutOfRange);
        row("i8", "0xff", kOutOfRange);
        row("u24", "16777216", kOutOfRange);
        row("i48", "-140737488355329", kOutOfRange);
        row("u128", "340282366920938463463374607431768211456", kOutOfRange);
        row("u128", "99999999999999999999999999999999999999999999", kOutOfRange);
        row("i128", "170141183460469231731687303715884105728", kOutOfRange);
        row("u128", "99999999999999999999999999999999999999999999x", 44);
        row("bits8", "", 0);
        row("bits8", "0b", 2);
        row("bits8", "1002", 3);
        row("bits8", "100000000", kOutOfRange);
        row("f32", "", 0);
        row("f32", "abc", 0);
        row("f32", ".", 1);
        row("f32", "1e", 2);
        row("f32", "1e+", 3);
        row("f32", "1..2", 2);
        row("f32", "1,5", 1);
        row("f32", "0x10", 1);
        row("f32", "infinit", 7);
        row("f32", "inf1", 3);
        row("f32", "nan(", 4);
        row("f32", "nan(12)", 4);
        row("f32", "nan(0x)", 6);
        row("f32", "nan(0x1", 7);
        row("f32", "nan(0x1)2", 8);
        row("f32", "nan(0x0)", kOutOfRange);
        row("f32", "nan(0x800000)", kOutOfRange);
        row("f32", "nan(0x10000000000000001)", kOutOfRange);
        row("f32", "1e39", kOutOfRange);
        row("f32", "1e-60", kOutOfRange);
        row("f64", "1e309", kOutOfRange);
        row("f64", "1e-400", kOutOfRange);
        row("f64", "1e99999999999999999999999", kOutOfRange);
        row("f80", "1e5000", kOutOfRange);
        row("f80", "1e-5000", kOutOfRange);
        row("f16", "65520", kOutOfRange);
        row("f16", "1e300", kOutOfRange);
        row("f16", "1e-9", kOutOfRange);
        row("bf16", "3.4e38", kOutOfRange);
        row("uleb128", "-1", kOutOfRange);
        row("uleb128", "18446744073709551616", kOutOfRange);
        row("uleb128", "x", 0);
        row("sleb128", "9223372036854775808", kOutOfRange);
        row("sleb128", "-9223372036854775809", kOutOfRange);
        row("char-utf8", "", 0);
        row("char-utf8", "AB", 1);
        row("char-utf8", "U+", 2);
        row("char-utf8", "U+4Z", 3);
        row("char-utf8", "U+D800", kOutOfRange);
        row("char-utf8", "U+110000", kOutOfRange);
        row("char-utf8", "U+FFFFFFFFFFFFFF", kOutOfRange);
        row("time32", "", 0);
        row("time32", "yesterday", 0);
        row("time32", "2024-13-01", 5);
        row("time32", "2023-02-29", 8);
        row("time32", "2024-02-29T24:00:00", 11);
        row("time32", "2024-02-29T23:60:00", 14);
        row("time32", "2024-02-29T23:59:60", 17);
        row("time32", "2024-02-29X", 10);
        row("time32", "2024-02-29T23:59:59Zz", 20);
        row("time32", "2024-02-29T23:59:59.", 20);
        row("time32", "2024-2-9", 6);
        row("time32", "2038-01-19T03:14:08Z", kOutOfRange);
        row("time32", "1970-01-01T00:00:00.5Z", kOutOfRange);
        row("time64", "+999999999999-01-01T00:00:00Z", kOutOfRange);
        row("filetime", "1600-12-31T23:59:59Z", kOutOfRange);
        row("filetime", "+60056-05-28T05:36:10.9551616Z", kOutOfRange);
        row("filetime", "+999999999999-01-01", kOutOfRange);
        row("filetime", "2000-01-01T00:00:00.00000001Z", kOutOfRange);
        row("dosdatetime", "1979-12-31T00:00:00", kOutOfRange);
        row("dosdatetime", "2108-01-01T00:00:00", kOutOfRange);
        row("dosdatetime", "2000-01-01T00:00:01", kOutOfRange);
        row("dosdatetime", "2000-01-01T00:00:00Z", 19);
        row("oledate", "0099-12-31T00:00:00", kOutOfRange);
        row("oledate", "+10000-01-01T00:00:00", kOutOfRange);
        row("guid", "", 0);
        row("guid", "00112233-4455-6677-8899-aabbccddee", 34);
        row("guid", "00112233-4455-6677-8899-aabbccddeeff0", 36);
        row("guid", "{00112233-4455-6677-8899-aabbccddeeff", 37);
        row("guid", "0011223344556677-8899-aabbccddeeff", 8);
        row("guid", "g0112233-4455-6677-8899-aabbccddeeff", 0);
        row("ipv4", "1.2.3", 5);
        row("ipv4", "1.2.3.4.5", 7);
        row("ipv4", "1.2.3.256", 8);
        row("ipv4", "1.02.3.4", 3);
        row("ipv4", "1..2.3", 2);
        row("ipv6", "", 0);
        row("ipv6", ":1", 0);
        row("ipv6", "1::2::3", 5);
        row("ipv6", "1:2:3:4:5:6:7", 13);
        row("ipv6", "1:2:3:4:5:6:7:8:9", 16);
        row("ipv6", "1:2:3:4:5:6:7:8::", 17);
        row("ipv6", "::12345", 6);
        row("ipv6", "::g", 2);
        row("ipv6", "1:2:3:4:5:6:7:", 14);
        row("ipv6", "::1.2.3", 7);
        row("ipv6", "1:2:3:4:5:6:7:1.2.3.4", 14);
        row("ipv6", ":::", 2);
        row("rgb24", "#12345", 6);
        row("rgb24", "#1234567", 7);
        row("rgba32", "#1234567g", 8);
    }
    void nonsenseIsRefusedWhereItBegins() {
        QFETCH(QString, id);
        QFETCH(QString, text);
        QFETCH(int, offset);
        const auto encoded = codec(id).encode(text.toStdString(), ByteOrder::Little, 0);
        QVERIFY(!encoded.has_value());
        if (offset < 0) {
            QCOMPARE(errorCodeName(encoded.error().code), errorCodeName(ErrorCode::OutOfRange));
            return;
        }
        QCOMPARE(errorCodeName(encoded.error().code), errorCodeName(ErrorCode::Malformed));
        QVERIFY(encoded.error().offset.has_value());
        QCOMPARE(*encoded.error().offset, ByteOffset(offset));
    }

    void bytesThatAreNoSuchValueAreRefused_data() {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("bytes");
        QTest::addColumn<int>("code");
        QTest::addColumn<int>("offset");  // -1: none
        const auto row = [](const char* id, const char* bytes, ErrorCode code, int offset) {
            QTest::addRow("%s from %s", id, bytes)
                << QString::fromLatin1(id) << QString::fromLatin1(bytes) << static_cast<int>(code) << offset;
        };
        row("u16", "01", ErrorCode::Truncated, 1);
        row("char-utf8", "", ErrorCode::Truncated, 0);
        row("char-utf8", "80", ErrorCode::Malformed, 0);
        row("char-utf8", "c080", ErrorCode::Malformed, 0);
        row("char-utf8", "c1bf", ErrorCode::Malformed, 0);
        row("char-utf8", "e09fbf", ErrorCode::Malformed, 1);
        row("char-utf8", "eda080", ErrorCode::Malformed, 1);
        row("char-utf8", "f08fbfbf", ErrorCode::Malformed, 1);
        row("char-utf8", "f4908080", ErrorCode::Malformed, 1);
        row("char-utf8", "f5808080", ErrorCode::Malformed, 0);
        row("char-utf8", "e282", ErrorCode::Truncated, 2);
        row("char-utf8", "e28241", ErrorCode::Malformed, 2);
        row("char-utf16", "00dc", ErrorCode::Malformed, 0);
        row("char-utf16", "3dd84100", ErrorCode::Malformed, 2);
        row("char-utf16", "3dd800", ErrorCode::Truncated, 3);
        row("char-utf32", "00001100", ErrorCode::Malformed, 0);
        row("char-utf32", "00d80000", ErrorCode::Malformed, 0);
        row("f80", "00000000000000000100", ErrorCode::Malformed, 7);
        row("f80", "0000000000000000ff7f", ErrorCode::Malformed, 7);
        row("uleb128", "8080", ErrorCode::Truncated, 2);
        row("uleb128", "ffffffffffffffffff02", ErrorCode::OutOfRange, 9);
        row("uleb128", "8080808080808080808000", ErrorCode::OutOfRange, 9);
        row("sleb128", "ffffffffffffffffff01", ErrorCode::OutOfRange, 9);
        row("dosdatetime", "00000000", ErrorCode::Malformed, 2);
        row("dosdatetime", "00005e30", ErrorCode::Malformed, 2);
        row("dosdatetime", "1e005d30", ErrorCode::Malformed, 0);
        row("oledate", "000000000000f87f", ErrorCode::OutOfRange, -1);
        row("oledate", "000000000000f07f", ErrorCode::OutOfRange, -1);
        row("oledate", "000000e0bc925ec1", ErrorCode::OutOfRange, -1);
    }
    void bytesThatAreNoSuchValueAreRefused() {
        QFETCH(QString, id);
        QFETCH(QString, bytes);
        QFETCH(int, code);
        QFETCH(int, offset);
        const auto decoded = codec(id).decode(bytesOf(bytes), ByteOrder::Little);
        QVERIFY(!decoded.has_value());
        QCOMPARE(errorCodeName(decoded.error().code), errorCodeName(static_cast<ErrorCode>(code)));
        QCOMPARE(decoded.error().offset.has_value(), offset >= 0);
        if (offset >= 0)
            QCOMPARE(*decoded.error().offset, ByteOffset(offset));
    }

    void everyCodecSaysTruncatedWhenTooShort() {
        for (const ValueCodec& codec : codecs_) {
            const std::vector<std::byte> bytes(codec.minimumBytes - 1);
            const auto decoded = codec.decode(bytes, ByteOrder::Big);
            QVERIFY2(!decoded && decoded.error().code == ErrorCode::Truncated, codec.id.c_str());
        }
    }

    void lebIsPaddedToTheOldSize() {
        const auto padded = [&](const char16_t* id, const char* text, std::size_t oldSize) {
            return QString::fromStdString(
                encodeHex(*codec(QString::fromUtf16(id)).encode(text, ByteOrder::Little, oldSize)));
        };
        QCOMPARE(padded(u"uleb128", "1", 3), u"818000"_s);
        QCOMPARE(padded(u"uleb128", "300", 1), u"ac02"_s);
        QCOMPARE(padded(u"uleb128", "1", 99), u"81808080808080808000"_s);
        QCOMPARE(padded(u"sleb128", "-1", 3), u"ffff7f"_s);
        QCOMPARE(padded(u"sleb128", "1", 2), u"8100"_s);
    }

private:
    const ValueCodec& codec(const QString& id) const {
        const ValueCodec* found = codecs_.find(id.toStdString());
        if (found == nullptr)
            qFatal("no codec %s", qPrintable(id));
        return *found;
    }
    static std::vector<std::byte> bytesOf(const QString& hex) { return decodeHex(hex.toStdString()).value(); }

    void check(const QString& id, const QString& hex, ByteOrder order, const QString& text) {
        std::vector<std::byte> bytes = bytesOf(hex);
        const std::size_t size = bytes.size();
        const auto encoded = codec(id).encode(text.toStdString(), order, size);
        QVERIFY2(encoded.has_value(), qPrintable(text));
        QCOMPARE(QString::fromStdString(encodeHex(*encoded)), hex);
        bytes.resize(size + 20, std::byte{0x5A});
        const auto decoded = codec(id).decode(bytes, order);
        QVERIFY2(decoded.has_value(), qPrintable(hex));
        QCOMPARE(QString::fromStdString(decoded->text), text);
        QCOMPARE(decoded->bytesUsed, size);
    }

    static void row(const char* id, const char* little, const char* big, const char* text) {
        QTest::addRow("%s %s = %s", id, little, text)
            << QString::fromLatin1(id) << QString::fromLatin1(little) << QString::fromLatin1(big)
            << QString::fromUtf8(text);
    }
    static void addIntegers() {
        row("u8", "ff", "ff", "255");
        row("i8", "ff", "ff", "-1");
        row("i8", "80", "80", "-128");
        row("u16", "0201", "0102", "258");
        row("i16", "feff", "fffe", "-2");
        row("u24", "030201", "010203", "66051");
        row("i24", "ffff7f", "7fffff", "8388607");
        row("i24", "000080", "800000", "-8388608");
        row("u32", "ffffffff", "ffffffff", "4294967295");
        row("i32", "00000080", "80000000", "-2147483648");
        row("u48", "ffffffffffff", "ffffffffffff", "281474976710655");
        row("i48", "000000000080", "800000000000", "-140737488355328");
        row("u64", "ffffffffffffffff", "ffffffffffffffff", "18446744073709551615");
        row("i64", "0000000000000080", "8000000000000000", "-9223372036854775808");
        row("u128", "ffffffffffffffffffffffffffffffff", "ffffffffffffffffffffffffffffffff",
            "340282366920938463463374607431768211455");
        row("i128", "00000000000000000000000000000080", "80000000000000000000000000000000",
            "-170141183460469231731687303715884105728");
        row("i128", "0100000000000000ffffffffffffff7f", "7fffffffffffffff0000000000000001",
            "170141183460469231713240559642174554113");
        row("bits8", "a5", "a5", "10100101");
    }
    static void addFloats() {
        row("f16", "003c", "3c00", "1");
        row("f16", "662e", "2e66", "0.1");
        row("f16", "ff7b", "7bff", "65504");
        row("f16", "0100", "0001", "6e-08");
        row("f16", "0080", "8000", "-0");
        row("f16", "007c", "7c00", "inf");
        row("f16", "007e", "7e00", "nan");
        row("f16", "01fc", "fc01", "-nan(0x1)");
        row("bf16", "803f", "3f80", "1");
        row("bf16", "cd3d", "3dcd", "0.1");
        row("bf16", "4940", "4049", "3.14");
        row("f32", "db0f4940", "40490fdb", "3.1415927");
        row("f32", "01000000", "00000001", "1e-45");
        row("f32", "000080ff", "ff800000", "-inf");
        row("f32", "0100807f", "7f800001", "nan(0x1)");
        row("f64", "182d4454fb210940", "400921fb54442d18", "3.141592653589793");
        row("f64", "ffffffffffffef7f", "7fefffffffffffff", "1.7976931348623157e+308");
        row("f64", "0100000000000000", "0000000000000001", "5e-324");
        row("f80", "35c26821a2da0fc90040", "4000c90fdaa22168c235", "3.1415926535897932385");
        row("f80", "01000000000000000000", "00000000000000000001", "4e-4951");
        row("f80", "fffffffffffffffffe7f", "7ffeffffffffffffffff", "1.189731495357231765e+4932");
        row("f80", "0000000000000080ffff", "ffff8000000000000000", "-inf");
        row("f80", "00000000000000c0ff7f", "7fffc000000000000000", "nan");
        row("f80", "01000000000000c0ff7f", "7fffc000000000000001", "nan(0x4000000000000001)");
    }
    static void addVarints() {
        row("uleb128", "e58e26", "e58e26", "624485");
        row("uleb128", "00", "00", "0");
        row("uleb128", "ffffffffffffffffff01", "ffffffffffffffffff01", "18446744073709551615");
        row("uleb128", "808000", "808000", "0");
        row("sleb128", "c0bb78", "c0bb78", "-123456");
        row("sleb128", "3f", "3f", "63");
        row("sleb128", "c000", "c000", "64");
        row("sleb128", "40", "40", "-64");
        row("sleb128", "8080808080808080807f", "8080808080808080807f", "-9223372036854775808");
        row("sleb128", "ffffffffffffffffff00", "ffffffffffffffffff00", "9223372036854775807");
    }
    static void addCharacters() {
        row("char-utf8", "41", "41", "A");
        row("char-utf8", "00", "00", "U+0000");
        row("char-utf8", "20", "20", "U+0020");
        row("char-utf8", "c3a4", "c3a4", "ä");
        row("char-utf8", "e282ac", "e282ac", "€");
        row("char-utf8", "f09f9880", "f09f9880", "😀");
        row("char-utf8", "efbfbf", "efbfbf", "U+FFFF");
        row("char-utf8", "f48fbfbf", "f48fbfbf", "U+10FFFF");
        row("char-utf16", "ac20", "20ac", "€");
        row("char-utf16", "3dd800de", "d83dde00", "😀");
        row("char-utf32", "00f60100", "0001f600", "😀");
    }
    static void addTimes() {
        row("time32", "00000000", "00000000", "1970-01-01T00:00:00Z");
        row("time32", "ffffff7f", "7fffffff", "2038-01-19T03:14:07Z");
        row("time32", "00000080", "80000000", "1901-12-13T20:45:52Z");
        row("time64", "ffffffffffffffff", "ffffffffffffffff", "1969-12-31T23:59:59Z");
        row("time64", "ffffffffffffff7f", "7fffffffffffffff", "+292277026596-12-04T15:30:07Z");
        row("time64", "0000000000000080", "8000000000000000", "-292277022657-01-27T08:29:52Z");
        row("time64", "80dbf4ffffffffff", "fffffffffff4db80", "1969-12-23T13:09:20Z");
        row("filetime", "0000000000000000", "0000000000000000", "1601-01-01T00:00:00Z");
        row("filetime", "00803ed5deb19d01", "019db1ded53e8000", "1970-01-01T00:00:00Z");
        row("filetime", "01803ed5deb19d01", "019db1ded53e8001", "1970-01-01T00:00:00.0000001Z");
        row("filetime", "ffffffffffffffff", "ffffffffffffffff", "+60056-05-28T05:36:10.9551615Z");
        row("dosdatetime", "00002100", "00210000", "1980-01-01T00:00:00");
        row("dosdatetime", "7dbf9fff", "ff9fbf7d", "2107-12-31T23:59:58");
        row("oledate", "0000000000000000", "0000000000000000", "1899-12-30T00:00:00");
        row("oledate", "000000000000f4bf", "bff4000000000000", "1899-12-29T06:00:00");
        row("oledate", "000000000088d540", "40d5880000000000", "1960-05-12T00:00:00");
        row("oledate", "000000000024e240", "40e2240000000000", "2001-09-18T00:00:00");
    }
    static void addIdentifiers() {
        row("guid", "33221100554477668899aabbccddeeff", "00112233445566778899aabbccddeeff",
            "00112233-4455-6677-8899-aabbccddeeff");
        row("ipv4", "0100007f", "7f000001", "127.0.0.1");
        row("ipv6", "00000000000000000000000000000000", "00000000000000000000000000000000", "::");
        row("ipv6", "20010db8000000000001000000000001", "20010db8000000000001000000000001",
            "2001:db8::1:0:0:1");
        row("ipv6", "20010db8000000010001000100010001", "20010db8000000010001000100010001",
            "2001:db8:0:1:1:1:1:1");
        row("ipv6", "00000000000000000000ffffc0000280", "00000000000000000000ffffc0000280",
            "::ffff:192.0.2.128");
        row("ipv6", "fe800000000000000000000000000000", "fe800000000000000000000000000000", "fe80::");
        row("rgb24", "0080ff", "ff8000", "#FF8000");
        row("rgba32", "7f0080ff", "ff80007f", "#FF80007F");
    }

    Registry<ValueCodec> codecs_;
};

}  // namespace octavo

QTEST_APPLESS_MAIN(octavo::TestValueCodecs)
#include "tst_value_codecs.moc"
