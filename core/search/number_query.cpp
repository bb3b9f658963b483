#include "core/search/number_query.h"

#include <array>
#include <charconv>
#include <cmath>
#include <limits>

#include "core/base/contracts.h"

namespace octavo {

namespace {

struct TypeInfo {
    std::string_view name;
    std::size_t size;
    bool isSigned;
    bool isFloat;
};
constexpr std::array<TypeInfo, 11> kTypes{{{"u8", 1, false, false},
                                           {"i8", 1, true, false},
                                           {"u16", 2, false, false},
                                           {"i16", 2, true, false},
                                           {"u32", 4, false, false},
                                           {"i32", 4, true, false},
                                           {"u64", 8, false, false},
                                           {"i64", 8, true, false},
                                           {"f16", 2, true, true},
                                           {"f32", 4, true, true},
                                           {"f64", 8, true, true}}};

const TypeInfo& infoOf(NumberType type) {
    return kTypes[static_cast<std::size_t>(type)];
}

std::uint64_t maskOf(NumberType type) {
    return ~std::uint64_t{0} >> (64 - 8 * infoOf(type).size);
}

std::uint64_t signOf(NumberType type) {
    return std::uint64_t{1} << (8 * infoOf(type).size - 1);
}

double halfOfBits(std::uint64_t bits) {
    const auto exponent = static_cast<int>(bits >> 10 & 0x1F);
    const auto fraction = static_cast<double>(bits & 0x3FF);
    double value = 0;
    if (exponent == 0x1F)
        value = fraction == 0 ? std::numeric_limits<double>::infinity()
                              : std::numeric_limits<double>::quiet_NaN();
    else if (exponent == 0)
        value = std::ldexp(fraction, -24);
    else
        value = std::ldexp(fraction + 1024, exponent - 25);
    return (bits & 0x8000) != 0 ? -value : value;
}

std::uint64_t keyOfInfinity(NumberType type, bool isNegative) {
    const std::uint64_t bits = type == NumberType::F16   ? 0x7C00
                               : type == NumberType::F32 ? 0x7F800000
                                                         : 0x7FF0000000000000;
    return orderKey(type, isNegative ? bits | signOf(type) : bits);
}

double floatOfKey(NumberType type, std::uint64_t key) {
    return floatOfBits(type, bitsOfKey(type, key));
}

/// The first key, from that of -infinity to one behind infinity's, whose number fails `isBelow`.
template <typename Predicate>
std::uint64_t firstKeyNot(NumberType type, Predicate isBelow) {
    std::uint64_t begin = keyOfInfinity(type, true);
    std::uint64_t end = keyOfInfinity(type, false) + 1;
    while (begin < end) {
        const std::uint64_t middle = begin + (end - begin) / 2;
        if (isBelow(floatOfKey(type, middle)))
            begin = middle + 1;
        else
            end = middle;
    }
    return begin;
}

/// The number of the type that is nearest; of two equally near ones the lower, which is told apart only
/// where no number is exact.
double nearest(NumberType type, double value) {
    if (type == NumberType::F64 || std::isinf(value))
        return value;
    if (type == NumberType::F32)
        return static_cast<double>(static_cast<float>(value));
    const std::uint64_t above = firstKeyNot(type, [value](double each) { return each < value; });
    const double high = floatOfKey(type, above);
    const double low = floatOfKey(type, above - 1);
    return value - low <= high - value ? low : high;
}

class NumberReader {
public:
    explicit NumberReader(std::string_view text) : text_(text) {}

    Result<NumberQuery> read(ByteOrder order) {
        const std::size_t colon = text_.find(':');
        const auto type = numberTypeNamed(text_.substr(0, colon));
        if (!type)
            return expected(0, "type");
        if (colon == std::string_view::npos)
            return expected(text_.size(), "number");
        at_ = colon + 1;
        NumberQuery query{.type = *type, .order = order};
        const Status status = isFloat(*type) ? readFloats(query) : readIntegers(query);
        if (!status)
            return fail(status.error());
        if (at_ != text_.size())
            return expected(at_, "number");
        return query;
    }

private:
    static tl::unexpected<Error> expected(std::size_t at, const char* what) {
        return failAt(ErrorCode::Malformed, at, what);
    }

    bool accept(std::string_view what) {
        if (!text_.substr(at_).starts_with(what))
            return false;
        at_ += what.size();
        return true;
    }

    /// Where the number ends: at the "..", the "~" or the end.
    [[nodiscard]] std::string_view numberText() const {
        const std::string_view rest = text_.substr(at_);
        return rest.substr(0, std::min(rest.find(".."), rest.find('~')));
    }

    Result<std::uint64_t> readInteger(NumberType type) {
        const std::size_t start = at_;
        std::string_view digits = numberText();
        const bool isNegative = digits.starts_with('-');
        digits.remove_prefix(isNegative ? 1 : 0);
        const bool isHex = digits.starts_with("0x") || digits.starts_with("0X");
        digits.remove_prefix(isHex ? 2 : 0);
        std::uint64_t value = 0;
        const auto [end, error] =
            std::from_chars(digits.data(), digits.data() + digits.size(), value, isHex ? 16 : 10);
        if (error == std::errc::result_out_of_range)
            return expected(start, "number in range");
        if (error != std::errc())
            return expected(start, "number");
        at_ = static_cast<std::size_t>(end - text_.data());
        const std::uint64_t most = infoOf(type).isSigned ? signOf(type) - (isNegative ? 0 : 1) : maskOf(type);
        if (value > most || (isNegative && value > 0 && !infoOf(type).isSigned))
            return expected(start, "number in range");
        return (isNegative ? ~value + 1 : value) & maskOf(type);
    }

    Status readIntegers(NumberQuery& query) {
        const auto low = readInteger(query.type);
        if (!low)
            return fail(low.error());
        query.low = query.high = *low;
        if (!accept(".."))
            return {};
        const std::size_t start = at_;
        const auto high = readInteger(query.type);
        if (!high)
            return fail(high.error());
        query.high = *high;
        if (orderKey(query.type, query.high) < orderKey(query.type, query.low))
            return expected(start, "larger number");
        return {};
    }

    Result<double> readFloat(const char* what) {
        const std::string_view digits = numberText();
        double value = 0;
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
        if (error == std::errc::result_out_of_range)
            return expected(at_, "number in range");
        if (error != std::errc() || std::isnan(value))
            return expected(at_, what);
        at_ = static_cast<std::size_t>(end - text_.data());
        return value;
    }

    Status readFloats(NumberQuery& query) {
        auto low = readFloat("number");
        if (!low)
            return fail(low.error());
        double high = *low;
        if (accept("..")) {
            const std::size_t start = at_;
            const auto number = readFloat("number");
            if (!number)
                return fail(number.error());
            if (*number < *low)
                return expected(start, "larger number");
            high = *number;
        } else if (accept("~")) {
            const std::size_t start = at_;
            const auto tolerance = readFloat("tolerance");
            if (!tolerance)
                return fail(tolerance.error());
            if (*tolerance < 0)
                return expected(start, "tolerance");
            high = *low + *tolerance;
            *low -= *tolerance;
        } else {
            *low = high = nearest(query.type, *low);
        }
        return setBounds(query, *low, high);
    }

    Status setBounds(NumberQuery& query, double low, double high) {
        const NumberType type = query.type;
        const std::uint64_t first = firstKeyNot(type, [low](double each) { return each < low; });
        const std::uint64_t behind = firstKeyNot(type, [high](double each) { return each <= high; });
        if (first >= behind)  // no number of the type lies there
            return expected(text_.size(), "number in range");
        query.low = bitsOfKey(type, first);
        query.high = bitsOfKey(type, behind - 1);
        return {};
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

}  // namespace

std::size_t sizeOf(NumberType type) {
    return infoOf(type).size;
}

bool isFloat(NumberType type) {
    return infoOf(type).isFloat;
}

std::optional<NumberType> numberTypeNamed(std::string_view name) {
    for (std::size_t i = 0; i < kTypes.size(); ++i) {
        if (kTypes[i].name == name)
            return static_cast<NumberType>(i);
    }
    return std::nullopt;
}

Result<NumberQuery> parseNumberQuery(std::string_view text, ByteOrder order) {
    return NumberReader(text).read(order);
}

std::uint64_t orderKey(NumberType type, std::uint64_t bits) {
    const std::uint64_t sign = signOf(type);
    if (isFloat(type))
        return (bits & sign) != 0 ? ~bits & maskOf(type) : bits | sign;
    return infoOf(type).isSigned ? bits ^ sign : bits;
}

std::uint64_t bitsOfKey(NumberType type, std::uint64_t key) {
    const std::uint64_t sign = signOf(type);
    if (isFloat(type))
        return (key & sign) != 0 ? key & ~sign : ~key & maskOf(type);
    return infoOf(type).isSigned ? key ^ sign : key;
}

double floatOfBits(NumberType type, std::uint64_t bits) {
    switch (type) {
        case NumberType::F16:
            return halfOfBits(bits);
        case NumberType::F32:
            return static_cast<double>(std::bit_cast<float>(static_cast<std::uint32_t>(bits)));
        default:
            OCTAVO_EXPECTS(type == NumberType::F64);
            return std::bit_cast<double>(bits);
    }
}

}  // namespace octavo
