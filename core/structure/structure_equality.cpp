#include "core/structure/structure_equality.h"

#include <algorithm>
#include <unordered_set>

namespace octavo {

namespace {

constexpr ByteCount kReadAtOnce = 64 * 1024;
constexpr ByteCount kReadFirst = 256;  // most differences show at once

/// Bytes that lie in a row in one source.
struct Stretch {
    const Source* source = nullptr;
    ByteOffset begin = 0;
    ByteCount size = 0;
};

std::vector<Stretch> stretchesOf(const Snapshot& bytes, ByteRange range) {
    std::vector<Stretch> all;
    bytes.tree().forEach(range, [&](const Piece& piece, ByteOffset) {
        all.push_back({.source = &bytes.sourceOf(piece), .begin = piece.offset, .size = piece.length});
        return true;
    });
    return all;
}

using Names = std::vector<BuiltinName>;

bool mentions(const Expression& expression, const Names& names) {
    return std::find(names.begin(), names.end(), expression.builtin) != names.end() ||
           std::any_of(expression.children.begin(), expression.children.end(),
                       [&names](const Expression& each) { return mentions(each, names); });
}
bool mentions(const std::optional<FormatExpression>& expression, const Names& names) {
    return expression && mentions(expression->root, names);
}
bool mentions(const std::vector<FormatExpression>& expressions, const Names& names) {
    return std::any_of(expressions.begin(), expressions.end(),
                       [&names](const FormatExpression& each) { return mentions(each.root, names); });
}
bool mentions(const ItemType& item, const Names& names) {
    return mentions(item.arguments, names) || mentions(item.on.root, names) ||
           std::any_of(item.cases.begin(), item.cases.end(), [&names](const ItemType::Case& each) {
               return mentions(each.key, names) || mentions(*each.type, names);
           });
}
bool mentions(const FormatField& field, const Names& names) {
    return mentions(field.condition, names) || mentions(field.repeatCount, names) ||
           mentions(field.repeatUntil, names) || mentions(field.size, names) ||
           mentions(field.parent, names) || mentions(field.value, names) || mentions(field.stream, names) ||
           mentions(field.item, names) || (field.process && mentions(field.process->arguments, names)) ||
           std::any_of(field.checks.begin(), field.checks.end(),
                       [&names](const FormatCheck& each) { return mentions(each.operands, names); });
}

bool hasArguments(const ItemType& item) {
    return !item.arguments.empty() ||
           std::any_of(item.cases.begin(), item.cases.end(),
                       [](const ItemType::Case& each) { return hasArguments(*each.type); });
}

void forEachStructure(const ItemType& item, const std::function<void(const FormatType&)>& visit) {
    if (item.structure != nullptr)
        visit(*item.structure);
    for (const ItemType::Case& each : item.cases)
        forEachStructure(*each.type, visit);
}

bool areSameBytes(const BytesValue& left, const BytesValue& right, const JobContext& job) {
    if (left.size() != right.size())
        return false;
    const auto bytesOf = [](const BytesValue& value) {
        return value.literal ? Snapshot::ofBytes(*value.literal) : value.space->snapshot();
    };
    const auto rangeOf = [](const BytesValue& value) {
        return value.literal ? ByteRange{0, value.literal->size()} : value.range;
    };
    if (left.size() == 0)
        return true;
    const Snapshot from = bytesOf(left);
    const Snapshot to = bytesOf(right);
    return ByteComparison(from, to, job).areEqual(rangeOf(left), rangeOf(right));
}

}  // namespace

bool ByteComparison::areEqual(ByteRange left, ByteRange right) {
    if (left.size() != right.size())
        return false;
    const std::vector<Stretch> from = stretchesOf(left_, left);
    const std::vector<Stretch> to = stretchesOf(right_, right);
    ByteCount inFrom = 0;
    ByteCount inTo = 0;
    std::size_t i = 0;
    std::size_t j = 0;
    for (ByteCount done = 0; done < left.size();) {
        const ByteCount size = std::min(from[i].size - inFrom, to[j].size - inTo);
        const bool isSame = from[i].source == to[j].source && from[i].begin + inFrom == to[j].begin + inTo;
        if (!isSame && !readEqual(left.begin + done, right.begin + done, size))
            return false;
        done += size;
        inFrom += size;
        inTo += size;
        if (inFrom == from[i].size) {
            ++i;
            inFrom = 0;
        }
        if (inTo == to[j].size) {
            ++j;
            inTo = 0;
        }
    }
    return true;
}

bool ByteComparison::readEqual(ByteOffset left, ByteOffset right, ByteCount count) {
    ByteCount most = kReadFirst;
    for (ByteCount done = 0; done < count; most = kReadAtOnce) {
        const ByteCount size = std::min(most, count - done);
        leftPart_.resize(size);
        rightPart_.resize(size);
        if (job_.stopRequested() || !left_.read(left + done, leftPart_).isEmpty() ||
            !right_.read(right + done, rightPart_).isEmpty() || leftPart_ != rightPart_)
            return false;
        done += size;
    }
    return true;
}

bool SelfContainedTypes::has(const FormatType& type) {
    if (const auto found = known_.find(&type); found != known_.end())
        return found->second;
    // All that structures of this type may have in them.
    std::unordered_set<const FormatType*> reached = {&type};
    std::vector<const FormatType*> left = {&type};
    bool isContained = true;
    while (!left.empty() && isContained) {
        const FormatType& now = *left.back();
        left.pop_back();
        isContained = asksForNothing(now);
        for (const FormatField& field : now.fields) {
            forEachStructure(field.item, [&](const FormatType& inner) {
                if (reached.insert(&inner).second)
                    left.push_back(&inner);
            });
        }
    }
    known_[&type] = isContained;
    return isContained;
}

bool SelfContainedTypes::has(const ItemType& item) {
    bool isContained = true;
    forEachStructure(item, [&](const FormatType& type) { isContained = isContained && has(type); });
    return isContained;
}

/// Nothing outside of its own fields and what is in them.
bool SelfContainedTypes::asksForNothing(const FormatType& type) {
    const auto [known, isNew] = asksForNothing_.try_emplace(&type, false);
    if (!isNew)
        return known->second;
    static const Names kAround = {BuiltinName::Root, BuiltinName::Parent, BuiltinName::Io};
    const FormatByteOrder& order = type.byteOrder;
    const bool isOrderKnown =
        order.kind != FormatByteOrder::Kind::Inherited && !mentions(order.on.root, kAround) &&
        std::none_of(order.cases.begin(), order.cases.end(),
                     [](const FormatByteOrder::Case& each) { return mentions(each.key, kAround); });
    const bool asks = std::any_of(type.fields.begin(), type.fields.end(), [](const FormatField& field) {
        return field.role == FieldRole::ParseInstance || mentions(field, kAround);
    });
    return asksForNothing_[&type] = isOrderKnown && !asks;
}

bool meansTheSameAlone(const FormatField& field) {
    static const Names kOthers = {BuiltinName::Field, BuiltinName::Root, BuiltinName::Parent, BuiltinName::Io,
                                  BuiltinName::Index};
    return !hasArguments(field.item) && !(field.process && mentions(field.process->arguments, kOthers)) &&
           std::none_of(field.checks.begin(), field.checks.end(),
                        [](const FormatCheck& each) { return mentions(each.operands, kOthers); });
}

bool isSameValue(const StructureValue& left, const StructureValue& right, const JobContext& job) {
    if (left.index() != right.index())
        return false;
    if (const auto* number = left.as<double>()) {
        const double other = *right.as<double>();
        return *number == other || (*number != *number && other != other);
    }
    if (const auto* bytes = left.as<BytesValue>())
        return areSameBytes(*bytes, *right.as<BytesValue>(), job);
    if (const auto* structure = left.as<StructureNode*>())
        return (*structure)->path() == (*right.as<StructureNode*>())->path();
    if (const auto* array = left.as<ArrayNode*>())
        return (*array)->count() == (*right.as<ArrayNode*>())->count();
    if (const auto* stream = left.as<ByteStream*>())
        return (*stream)->window().size() == (*right.as<ByteStream*>())->window().size();
    if (const auto* list = left.as<ListValue>()) {
        const auto& other = *right.as<ListValue>();
        return std::equal((*list)->begin(), (*list)->end(), other->begin(), other->end(),
                          [&job](const auto& a, const auto& b) { return isSameValue(a, b, job); });
    }
    if (const auto* text = left.as<std::u16string>())
        return *text == *right.as<std::u16string>();
    if (const auto* flag = left.as<bool>())
        return *flag == *right.as<bool>();
    return left.isMissing() || *left.as<Int128>() == *right.as<Int128>();
}

}  // namespace octavo
