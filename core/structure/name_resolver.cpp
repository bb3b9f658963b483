#include "core/structure/name_resolver.h"

namespace octavo {

namespace {

class NameResolver {
public:
    NameResolver(FormatType& type, const TypeLookup& lookup, FormatNotes& notes)
        : type_(type), lookup_(lookup), notes_(notes) {}

    void resolve() {
        resolveByteOrder();
        if (!type_.encodingName.empty())
            checkEncoding(type_.encodingName, type_.keyPath + "/meta/encoding", type_.encodingMark);
        for (FormatField& field : type_.fields) {
            if (field.role == FieldRole::Parameter)
                resolveParameter(field);
            resolveItem(field, field.item);
            resolveEncoding(field);
            resolveEnum(field);
        }
    }

private:
    /// The nearest type around this one, itself included, that says something of the kind.
    template <typename Says>
    [[nodiscard]] const FormatType* nearest(const Says& says) const {
        const FormatType* at = &type_;
        while (at != nullptr && !says(*at))
            at = at->outer;
        return at;
    }

    void resolveByteOrder() {
        const FormatType* says = nearest(
            [](const FormatType& type) { return type.byteOrder.kind != FormatByteOrder::Kind::None; });
        if (says == nullptr || says == &type_)
            return;
        // Types are resolved from the outside in, so the one around this has taken over what it inherits.
        if (says->byteOrder.kind == FormatByteOrder::Kind::Fixed) {
            type_.byteOrder.kind = FormatByteOrder::Kind::Fixed;
            type_.byteOrder.order = says->byteOrder.order;
        } else {
            type_.byteOrder.kind = FormatByteOrder::Kind::Inherited;
        }
    }

    void resolveItem(FormatField& field, ItemType& item) {
        switch (item.kind) {
            case ItemType::Kind::Integer:
            case ItemType::Kind::Float:
                resolveNumber(item);
                break;
            case ItemType::Kind::Bits: {
                const FormatType* says =
                    nearest([](const FormatType& type) { return type.bitOrder.has_value(); });
                if (!item.order)
                    item.order = says != nullptr ? *says->bitOrder : ByteOrder::Big;
                break;
            }
            case ItemType::Kind::Structure:
                item.structure = lookup_.type(type_, item.reference.scope);
                if (item.structure == nullptr && !type_.format->allowsOpaqueTypes &&
                    !item.reference.scope.empty())
                    notes_.add(FormatFault::UnknownType, item.path, item.mark, item.reference.name());
                break;
            case ItemType::Kind::Switch:
                for (ItemType::Case& known : item.cases)
                    resolveItem(field, *known.type);
                break;
            default:
                break;
        }
    }

    void resolveNumber(ItemType& item) {
        if (item.order || item.size == 1) {
            item.order = item.order.value_or(ByteOrder::Little);
            return;
        }
        if (type_.byteOrder.kind == FormatByteOrder::Kind::Fixed)
            item.order = type_.byteOrder.order;
        else if (type_.byteOrder.kind == FormatByteOrder::Kind::None)
            notes_.add(FormatFault::NoByteOrder, item.path, item.mark,
                       (item.kind == ItemType::Kind::Float ? "f"
                        : item.isSigned                    ? "s"
                                                           : "u") +
                           std::to_string(item.size));
    }

    void resolveParameter(FormatField& field) {
        if (field.declaredType.empty()) {
            field.type = DataType::of(DataType::Kind::Bytes);
            return;
        }
        const std::string path = field.path + "/type";
        const auto reference = parseTypeReference(field.declaredType);
        const auto found = reference ? lookup_.dataType(type_, reference->scope, reference->isArray)
                                     : std::optional<DataType>{};
        if (found)
            field.type = *found;
        else if (!reference || !type_.format->allowsOpaqueTypes)
            notes_.add(FormatFault::UnknownType, path, field.mark, field.declaredType);
    }

    static bool readsText(const ItemType& item) {
        if (item.kind == ItemType::Kind::Switch) {
            for (const ItemType::Case& known : item.cases) {
                if (readsText(*known.type))
                    return true;
            }
        }
        return item.kind == ItemType::Kind::Text;
    }

    void checkEncoding(const std::string& name, const std::string& path, TextMark mark) {
        const auto canonical = EncodingCodec::canonicalName(name);
        constexpr auto kWarning = FormatProblem::Severity::Warning;
        if (!canonical && EncodingCodec::named(name) == nullptr)
            notes_.add(FormatFault::UnknownEncoding, path, mark, name, {}, kWarning);
        else if (canonical && *canonical != name)
            notes_.add(FormatFault::EncodingSpelling, path, mark, name, *canonical, kWarning);
    }

    void resolveEncoding(FormatField& field) {
        if (!field.encodingName.empty())
            checkEncoding(field.encodingName, field.path + "/encoding", field.encodingMark);
        if (!readsText(field.item))
            return;
        if (field.encodingName.empty()) {
            const FormatType* says =
                nearest([](const FormatType& type) { return !type.encodingName.empty(); });
            if (says == nullptr) {
                notes_.add(FormatFault::NoEncoding, field.path, field.mark);
                return;
            }
            field.encodingName = says->encodingName;
        }
        field.encoding = EncodingCodec::named(field.encodingName);
        // The zero of strz is as wide as a character.
        if (field.encoding != nullptr && field.item.isZeroTerminated &&
            field.terminator == std::vector{std::byte{0}})
            field.terminator.resize(field.encoding->unitSize());
    }

    void resolveEnum(FormatField& field) {
        if (field.enumName.empty())
            return;
        field.enumeration = lookup_.enumeration(type_, splitScope(field.enumName));
        if (field.enumeration == nullptr) {
            notes_.add(FormatFault::UnknownEnum, field.path + "/enum", field.enumMark, field.enumName);
            return;
        }
        if (field.role == FieldRole::Parameter)
            field.type = DataType::ofEnum(field.enumeration);
        const bool isParsed = field.role == FieldRole::Sequence || field.role == FieldRole::ParseInstance;
        if (isParsed && !readsIntegers(field.item))
            notes_.add(FormatFault::WrongType, field.path + "/enum", field.enumMark, "no integer", "integer");
    }

    static bool readsIntegers(const ItemType& item) {
        if (item.kind == ItemType::Kind::Switch) {
            for (const ItemType::Case& known : item.cases) {
                if (readsIntegers(*known.type))
                    return true;
            }
            return false;
        }
        return item.kind == ItemType::Kind::Integer || item.kind == ItemType::Kind::Bits;
    }

    FormatType& type_;
    const TypeLookup& lookup_;
    FormatNotes& notes_;
};

}  // namespace

void resolveNames(FormatType& type, const TypeLookup& lookup, FormatNotes& notes) {
    NameResolver(type, lookup, notes).resolve();
}

}  // namespace octavo
