#include "core/search/byte_expression.h"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>
#include <utility>

#include "core/base/contracts.h"

namespace octavo {

namespace {

using Kind = ByteExpression::Kind;

constexpr ByteCount kLongest = ByteCount{1} << 32;

ByteCount limited(ByteCount count) {
    return count > kLongest ? ByteExtent::kUnlimited : count;
}

ByteCount sum(ByteCount a, ByteCount b) {
    return a == ByteExtent::kUnlimited || b == ByteExtent::kUnlimited ? ByteExtent::kUnlimited
                                                                      : limited(a + b);
}

ByteCount product(ByteCount a, ByteCount b) {
    if (a == 0 || b == 0)
        return 0;
    return a > kLongest || b > kLongest || a > kLongest / b ? ByteExtent::kUnlimited : a * b;
}

ByteExtent extentOfChoice(const ByteExpression& expression) {
    ByteExtent extent{.least = ByteExtent::kUnlimited, .most = 0, .bytes = {}};
    for (const ByteExpression& child : expression.children) {
        const ByteExtent each = extentOf(child);
        extent.least = std::min(extent.least, each.least);
        extent.most = std::max(extent.most, each.most);
        extent.bytes.add(each.bytes);
    }
    return extent;
}

using Sets = std::optional<std::vector<ByteSet>>;

Sets setsOfSequence(const ByteExpression& expression, std::size_t limit) {
    std::vector<ByteSet> all;
    for (const ByteExpression& child : expression.children) {
        const Sets sets = setsOf(child, limit);
        if (!sets || all.size() + sets->size() > limit)
            return std::nullopt;
        all.insert(all.end(), sets->begin(), sets->end());
    }
    return all;
}

Sets setsOfChoice(const ByteExpression& expression, std::size_t limit) {
    Sets all = setsOf(expression.children.front(), limit);
    for (std::size_t i = 1; all && i < expression.children.size(); ++i) {
        const Sets sets = setsOf(expression.children[i], limit);
        if (!sets || sets->size() != all->size())
            return std::nullopt;
        for (std::size_t place = 0; place < sets->size(); ++place)
            (*all)[place].add((*sets)[place]);
    }
    return all;
}

Sets setsOfRepeat(const ByteExpression& expression, std::size_t limit) {
    if (expression.least != expression.most || expression.least > limit)
        return std::nullopt;
    const Sets once = setsOf(expression.children.front(), limit);
    if (!once || once->size() * expression.least > limit)
        return std::nullopt;
    std::vector<ByteSet> all;
    for (std::uint64_t i = 0; i < expression.least; ++i)
        all.insert(all.end(), once->begin(), once->end());
    return all;
}

/// A choice among single bytes is a set; among longer ones its places depend on each other.
bool hasRealChoice(const ByteExpression& expression) {
    if (expression.kind == Kind::Choice && extentOf(expression).most > 1)
        return true;
    return std::ranges::any_of(expression.children, hasRealChoice);
}

void appendSet(std::string& out, const ByteSet& set) {
    const auto hex = [&out](unsigned value) { fmt::format_to(std::back_inserter(out), "\\x{:02x}", value); };
    if (set.count() == 1) {
        hex(std::to_integer<unsigned>(set.first()));
        return;
    }
    if (set == ByteSet::all()) {
        out += "(?s:.)";
        return;
    }
    out += '[';
    for (unsigned i = 0; i < 256; ++i) {
        if (!set.contains(static_cast<std::byte>(i)))
            continue;
        unsigned last = i;
        while (last < 255 && set.contains(static_cast<std::byte>(last + 1)))
            ++last;
        hex(i);
        if (last > i) {
            out += '-';
            hex(last);
        }
        i = last;
    }
    out += ']';
}

void appendRegex(std::string& out, const ByteExpression& expression) {
    switch (expression.kind) {
        case Kind::Bytes:
            if (expression.set.isEmpty())
                out += "(?!)";
            else
                appendSet(out, expression.set);
            return;
        case Kind::Sequence:
            for (const ByteExpression& child : expression.children)
                appendRegex(out, child);
            return;
        case Kind::Choice:
            out += "(?:";
            for (std::size_t i = 0; i < expression.children.size(); ++i) {
                if (i > 0)
                    out += '|';
                appendRegex(out, expression.children[i]);
            }
            out += ')';
            return;
        case Kind::Repeat:
            out += "(?:";
            appendRegex(out, expression.children.front());
            if (expression.most == ByteExpression::kUnlimited)
                fmt::format_to(std::back_inserter(out), "){{{},}}?", expression.least);
            else
                fmt::format_to(std::back_inserter(out), "){{{},{}}}?", expression.least, expression.most);
            return;
        case Kind::Condition:
        case Kind::Unknown:
            OCTAVO_EXPECTS(false);
    }
}

}  // namespace

ByteExpression ByteExpression::ofSet(const ByteSet& set) {
    return {.kind = Kind::Bytes, .set = set};
}

ByteExpression ByteExpression::ofBytes(std::span<const std::byte> bytes) {
    std::vector<ByteExpression> children;
    children.reserve(bytes.size());
    for (const std::byte value : bytes)
        children.push_back(ofByte(value));
    return sequence(std::move(children));
}

ByteExpression ByteExpression::sequence(std::vector<ByteExpression> children) {
    if (children.size() == 1)
        return std::move(children.front());
    return {.kind = Kind::Sequence, .children = std::move(children)};
}

ByteExpression ByteExpression::choice(std::vector<ByteExpression> children) {
    OCTAVO_EXPECTS(!children.empty());
    if (children.size() == 1)
        return std::move(children.front());
    const bool areBytes =
        std::ranges::all_of(children, [](const ByteExpression& child) { return child.kind == Kind::Bytes; });
    if (!areBytes)
        return {.kind = Kind::Choice, .children = std::move(children)};
    ByteSet set;
    for (const ByteExpression& child : children)
        set.add(child.set);
    return ofSet(set);
}

ByteExpression ByteExpression::repeat(ByteExpression child, std::uint64_t least, std::uint64_t most) {
    ByteExpression expression{.kind = Kind::Repeat, .least = least, .most = most};
    expression.children.push_back(std::move(child));
    return expression;
}

ByteExtent ByteExtent::followedBy(const ByteExtent& other) const {
    ByteExtent extent{.least = sum(least, other.least), .most = sum(most, other.most), .bytes = bytes};
    extent.bytes.add(other.bytes);
    return extent;
}

ByteExtent extentOf(const ByteExpression& expression) {
    switch (expression.kind) {
        case Kind::Bytes:
            return {.least = 1, .most = 1, .bytes = expression.set};
        case Kind::Sequence: {
            ByteExtent extent;
            for (const ByteExpression& child : expression.children)
                extent = extent.followedBy(extentOf(child));
            return extent;
        }
        case Kind::Choice:
            return extentOfChoice(expression);
        case Kind::Repeat: {
            const ByteExtent once = extentOf(expression.children.front());
            return {.least = product(once.least, expression.least),
                    .most = product(once.most, expression.most),
                    .bytes = once.bytes};
        }
        case Kind::Condition:
            return {};
        case Kind::Unknown:
            break;
    }
    return {.least = 0, .most = ByteExtent::kUnlimited, .bytes = ByteSet::all()};
}

std::optional<std::vector<ByteSet>> setsOf(const ByteExpression& expression, std::size_t limit) {
    switch (expression.kind) {
        case Kind::Bytes:
            return std::vector{expression.set};
        case Kind::Sequence:
            return setsOfSequence(expression, limit);
        case Kind::Choice:
            return setsOfChoice(expression, limit);
        case Kind::Repeat:
            return setsOfRepeat(expression, limit);
        case Kind::Condition:
        case Kind::Unknown:
            break;
    }
    return std::nullopt;
}

std::optional<Pattern> patternOf(const ByteExpression& expression, std::size_t limit) {
    if (hasRealChoice(expression))
        return std::nullopt;
    const auto sets = setsOf(expression, limit);
    if (!sets || sets->empty())
        return std::nullopt;
    std::vector<std::byte> values;
    std::vector<std::byte> masks;
    for (const ByteSet& set : *sets) {
        if (set.isEmpty() || !set.common().isExact)
            return std::nullopt;
        values.push_back(set.common().value);
        masks.push_back(set.common().mask);
    }
    return Pattern(std::move(values), std::move(masks));
}

std::string regexOf(const ByteExpression& expression) {
    std::string out;
    appendRegex(out, expression);
    return out;
}

}  // namespace octavo
