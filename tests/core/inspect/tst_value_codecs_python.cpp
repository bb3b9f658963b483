#include <bit>
#include <random>

#include <QProcess>
#include <QTest>

#include "core/codec/text_codecs.h"
#include "core/inspect/builtin_codecs.h"

using namespace Qt::StringLiterals;

namespace octavo {

/// Compares the codecs with Python's struct, uuid, ipaddress and datetime: one process reads "id order hex"
/// lines and prints what it makes of each.
class TestValueCodecsPython : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { registerBuiltinCodecs(codecs_); }

    void integersAgree() {
        for (const char* id :
             {"u8",  "i8",   "u16",  "i16",   "u24",    "i24",  "u32",  "i32",  "u48",     "i48",    "u64",
              "i64", "u128", "i128", "rgb24", "rgba32", "guid", "ipv4", "ipv6", "uleb128", "sleb128"})
            addRandom(id, 200);
        compare();
    }
    void halvesAndBfloatsAgree() {
        for (const char* id : {"f16", "bf16"}) {
            // Python is slow at finding the shortest text; the sign and the lowest bits of bfloat16 add
            // nothing.
            const unsigned stride = std::string_view(id) == "f16" ? 1 : 7;
            for (unsigned bits = 0; bits <= 0x8400; bits += stride) {
                std::vector<std::byte> bytes(2);
                storeUnsigned(static_cast<std::uint16_t>(bits), std::span(bytes), ByteOrder::Little);
                add(id, ByteOrder::Little, bytes);
            }
        }
        compare();
    }
    void floatsAgree() {
        addRandom("f32", 3000);
        addRandom("f64", 3000);
        compare();
    }
    void timesAgree() {
        addRandom("time32", 1000);
        addRandom("dosdatetime", 1000);
        addSmall("time64", 1000, -62135596800, 253402300799);
        addSmall("filetime", 1000, 0, 2650467743999999999);
        compare();
    }
    void charactersAgree() {
        addRandom("char-utf8", 20000);
        addRandom("char-utf16", 2000);
        addSmall("char-utf32", 2000, 0, 0x120000, 4);
        compare();
    }

private:
    void add(const char* id, ByteOrder order, std::span<const std::byte> bytes) {
        const auto value = codecs_.find(id)->decode(bytes, order);
        const std::string key =
            std::string(id) + (order == ByteOrder::Little ? " little " : " big ") + encodeHex(bytes);
        questions_.append(QByteArray::fromStdString(key) + '\n');
        answers_ << QByteArray::fromStdString(key + " " + (value ? value->text : "-"));
    }
    void addRandom(const char* id, int count) {
        for (int i = 0; i < count; ++i) {
            std::vector<std::byte> bytes(codecs_.find(id)->maximumBytes);
            for (std::byte& byte : bytes)
                byte = static_cast<std::byte>(random_() & 0xFF);
            add(id, i % 2 == 0 ? ByteOrder::Little : ByteOrder::Big, bytes);
        }
    }
    void addSmall(const char* id, int count, std::int64_t lowest, std::int64_t highest,
                  std::size_t size = 8) {
        std::uniform_int_distribution<std::int64_t> distribution(lowest, highest);
        for (int i = 0; i < count; ++i) {
            std::vector<std::byte> bytes(size);
            const ByteOrder order = i % 2 == 0 ? ByteOrder::Little : ByteOrder::Big;
            storeUnsigned(static_cast<std::uint64_t>(distribution(random_)), std::span(bytes), order);
            add(id, order, bytes);
        }
    }
    void compare() {
        QProcess python;
        python.start(u"python3"_s, {u"-c"_s, QString::fromUtf8(kScript)});
        QVERIFY(python.waitForStarted());
        python.write(questions_);
        python.closeWriteChannel();
        QVERIFY(python.waitForFinished(60000));
        QCOMPARE(python.readAllStandardError(), QByteArray());
        const QList<QByteArray> lines = python.readAllStandardOutput().trimmed().split('\n');
        QCOMPARE(lines.size(), answers_.size());
        for (qsizetype i = 0; i < lines.size(); ++i)
            QCOMPARE(answers_[i], lines[i]);
        questions_.clear();
        answers_.clear();
    }

    // Floats: our text is compared by value, through the reverse of Python's own conversion; "f16" and "bf16"
    // texts must also be the shortest that round to the value, which the script finds by trying.
    static constexpr const char* kScript = R"py(
import sys, struct, uuid, ipaddress, datetime, math

def integer(b, o, signed): return str(int.from_bytes(b, o, signed=signed))
def leb(b, signed):
    value = shift = 0
    for i, x in enumerate(b):
        value |= (x & 0x7f) << shift; shift += 7
        if not x & 0x80:
            if signed and x & 0x40: value -= 1 << shift
            lo, hi = (-(1 << 63), 1 << 63) if signed else (0, 1 << 64)
            return str(value) if lo <= value < hi else '-'
    return '-'
def nan(bits, fraction):
    f = bits & ((1 << fraction) - 1)
    size = {10: 16, 7: 16, 23: 32, 52: 64}[fraction]
    sign = '-' if bits >> (size - 1) else ''
    return sign + ('nan' if f == 1 << (fraction - 1) else 'nan(%#x)' % f)
def tidy(text):  # Python's notation as the shortest of fixed and scientific, the way C++ writes it
    if text in ('inf', '-inf'): return text
    sign = '-' if text[0] == '-' else ''
    text = text.lstrip('-')
    mantissa, _, exponent = text.partition('e')
    whole, _, part = mantissa.partition('.')
    digits = whole + part
    point = len(whole) + int(exponent or 0)
    lead = len(digits) - len(digits.lstrip('0'))
    digits = digits.lstrip('0'); point -= lead
    digits = digits.rstrip('0')
    if not digits: return sign + '0'
    exp = point - 1
    sci = digits[0] + ('.' + digits[1:] if len(digits) > 1 else '') + 'e%s%02d' % ('-' if exp < 0 else '+', abs(exp))
    if point <= 0: fixed = '0.' + '0' * -point + digits
    elif point >= len(digits): fixed = digits + '0' * (point - len(digits))
    else: fixed = digits[:point] + '.' + digits[point:]
    return sign + (fixed if len(fixed) <= len(sci) else sci)
def shortest(value, back):
    for p in range(17):
        t = '%.*e' % (p, value)
        if back(float(t)) == back(value): break
    text = tidy(t)
    exact = tidy(repr(value))
    return text if len(text) < len(exact) else exact
def to_half(x):
    try: return struct.pack('<e', x)
    except OverflowError: return None
def to_bfloat(x):
    bits = struct.unpack('<Q', struct.pack('<d', x))[0]
    sign, bits = bits >> 63, bits & ((1 << 63) - 1)
    # from double straight to 8 bits of precision; subnormals by scaling
    if x == 0: return (sign, 0)
    m, e = math.frexp(abs(x))
    e = max(e, -125)
    return (sign, round(math.ldexp(abs(x), 8 - e)), e) if round(math.ldexp(abs(x), 8 - e)) < 256 else (sign, 128, e + 1)
def single(b, o):
    v = struct.unpack('<f' if o == 'little' else '>f', b)[0]
    if v != v: return nan(int.from_bytes(b, o), 23)
    if math.isinf(v): return tidy(repr(v))
    def back(x):
        try: return struct.pack('<f', x)
        except OverflowError: return None
    for p in range(9):
        t = '%.*e' % (p, v)
        if back(float(t)) == back(v): break
    text = tidy(t)
    return exact_integer(text, v)
def exact_integer(text, v):
    # a whole number that takes as many characters written out exactly is written out exactly
    whole = '%d' % v if v == int(v) else None
    return whole if whole and len(whole) <= len(text) else text
def when(seconds, ticks=None):
    t = datetime.datetime(1970, 1, 1) + datetime.timedelta(seconds=seconds)
    text = t.strftime('%04d-%%m-%%dT%%H:%%M:%%S' % t.year)
    return text + ('.%07d' % ticks if ticks else '') + 'Z'
def dos(b, o):
    n = int.from_bytes(b, o)
    try: return datetime.datetime(1980 + (n >> 25), n >> 21 & 15, n >> 16 & 31, n >> 11 & 31, n >> 5 & 63, (n & 31) * 2).isoformat()
    except ValueError: return '-'
def character(c):
    import unicodedata
    n = ord(c)
    hidden = [(0,0x20),(0x7f,0xa0),(0xad,0xad),(0x300,0x36f),(0x61c,0x61c),(0x115f,0x1160),(0x1680,0x1680),(0x180e,0x180e),
      (0x2000,0x200f),(0x2028,0x202f),(0x205f,0x206f),(0x3000,0x3000),(0xe000,0xf8ff),(0xfdd0,0xfdef),(0xfe00,0xfe0f),
      (0xfeff,0xfeff),(0xfff0,0xffff),(0xe0000,0xe0fff),(0xf0000,0x10ffff)]
    return 'U+%04X' % n if any(a <= n <= z for a, z in hidden) or n & 0xfffe == 0xfffe else c
def text(b, encoding):
    for size in (1, 2, 3, 4):
        try: return character(b[:size].decode(encoding))
        except (UnicodeDecodeError, TypeError): pass
    return '-'
def answer(id, o, b):
    n = int.from_bytes(b, o)
    if id[0] in 'ui' and id[1:].isdigit(): return integer(b, o, id[0] == 'i')
    if id == 'uleb128': return leb(b, False)
    if id == 'sleb128': return leb(b, True)
    if id == 'rgb24': return '#%06X' % n
    if id == 'rgba32': return '#%08X' % n
    if id == 'guid': return str(uuid.UUID(bytes_le=b) if o == 'little' else uuid.UUID(bytes=b))
    if id == 'ipv4': return str(ipaddress.IPv4Address(n))
    if id == 'ipv6': return str(ipaddress.IPv6Address(b))
    if id == 'f16':
        v = struct.unpack('<e', b)[0]
        return nan(n, 10) if v != v else tidy(repr(v)) if math.isinf(v) or v == 0 else shortest(v, to_half)
    if id == 'bf16':
        v = struct.unpack('<f', b'\0\0' + b)[0]
        return nan(n, 7) if v != v else tidy(repr(v)) if math.isinf(v) or v == 0 else shortest(v, to_bfloat)
    if id == 'f32': return single(b, o)
    if id == 'f64':
        v = struct.unpack('<d' if o == 'little' else '>d', b)[0]
        return nan(n, 52) if v != v else exact_integer(tidy(repr(v)), v) if not math.isinf(v) else tidy(repr(v))
    if id in ('time32', 'time64'): return when(int.from_bytes(b, o, signed=True))
    if id == 'filetime': return when(n // 10**7 - 11644473600, n % 10**7)
    if id == 'dosdatetime': return dos(b, o)
    if id == 'char-utf8': return text(b, 'utf-8')
    if id == 'char-utf16': return text(b, 'utf-16-le' if o == 'little' else 'utf-16-be')
    if id == 'char-utf32': return text(b, 'utf-32-le' if o == 'little' else 'utf-32-be')

sys.stdout.reconfigure(encoding='utf-8')
for line in sys.stdin:
    id, o, h = line.split()
    print(line.strip(), answer(id, o, bytes.fromhex(h)))
)py";

    Registry<ValueCodec> codecs_;
    std::mt19937_64 random_{20240506};
    QByteArray questions_;
    QList<QByteArray> answers_;
};

}  // namespace octavo

QTEST_APPLESS_MAIN(octavo::TestValueCodecsPython)
#include "tst_value_codecs_python.moc"
