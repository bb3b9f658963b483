#include "ui/panels/inspector_model.h"

#include <algorithm>
#include <utility>

#include "core/codec/text_codecs.h"
#include "ui/base/qt_text.h"
#include "ui/panels/codec_titles.h"

namespace octavo {

using namespace Qt::StringLiterals;

namespace {

constexpr int kColumnOfLittle = InspectorModel::LittleColumn;

bool isWholeNumber(const ValueCodec& codec) {
    return codec.group == ValueGroup::Integer;
}

/// The bytes of a whole number as one hexadecimal number.
QString hexNumber(std::span<const std::byte> bytes, ByteOrder order) {
    std::vector<std::byte> digits(bytes.begin(), bytes.end());
    if (order == ByteOrder::Little)
        std::reverse(digits.begin(), digits.end());
    return u"0x"_s + QString::fromStdString(encodeHex(digits, HexCase::Upper));
}

}  // namespace

ByteOrder byteOrderOf(const QModelIndex& index) {
    return index.column() == kColumnOfLittle ? ByteOrder::Little : ByteOrder::Big;
}

InspectorModel::InspectorModel(const Registry<ValueCodec>& codecs, QObject* parent)
    : QAbstractTableModel(parent) {
    for (const ValueCodec& each : codecs) {
        codecs_.push_back(&each);
        bytesWanted_ = std::max(bytesWanted_, each.maximumBytes);
    }
    cells_.resize(codecs_.size() * 2);
}

void InspectorModel::setBytes(ByteOffset offset, std::vector<std::byte> bytes, RangeSet unreadable) {
    offset_ = offset;
    bytes_ = std::move(bytes);
    unreadable_ = std::move(unreadable);
    hasBytes_ = true;
    decodeAll();
}

void InspectorModel::clear() {
    bytes_.clear();
    unreadable_ = {};
    hasBytes_ = false;
    decodeAll();
}

void InspectorModel::setIntegerStyle(IntegerStyle style) {
    style_ = style;
    decodeAll();
}

void InspectorModel::decodeAll() {
    for (std::size_t row = 0; row < codecs_.size(); ++row) {
        cells_[row * 2] = hasBytes_ ? decoded(*codecs_[row], ByteOrder::Little) : Cell{};
        cells_[row * 2 + 1] = hasBytes_ ? decoded(*codecs_[row], ByteOrder::Big) : Cell{};
    }
    if (!codecs_.empty())
        Q_EMIT dataChanged(index(0, LittleColumn), index(rowCount() - 1, BigColumn));
}

InspectorModel::Cell InspectorModel::decoded(const ValueCodec& codec, ByteOrder order) const {
    const auto value = codec.decode(bytes_, order);
    if (!value)
        return {.text = {}, .problem = decodeProblem(codec, value.error())};
    if (unreadable_.intersects(ByteRange::ofLength(offset_, value->bytesUsed)))
        return {.text = {}, .problem = tr("unreadable")};
    return {.text = QString::fromStdString(value->text), .problem = {}, .bytesUsed = value->bytesUsed};
}

QString InspectorModel::decodeProblem(const ValueCodec& codec, const Error& error) const {
    switch (error.code) {
        case ErrorCode::Truncated: {
            const auto wanted = std::max(codec.minimumBytes, bytes_.size() + 1);
            return bytes_.empty() ? tr("at the end") : tr("needs %1 bytes").arg(wanted);
        }
        case ErrorCode::OutOfRange:
            return tr("out of range");
        default:
            return tr("not valid");
    }
}

const InspectorModel::Cell& InspectorModel::cell(const QModelIndex& index) const {
    OCTAVO_EXPECTS(index.isValid() && index.column() != TypeColumn);
    return cells_[static_cast<std::size_t>(index.row()) * 2 + (index.column() == BigColumn ? 1 : 0)];
}

QString InspectorModel::shown(const QModelIndex& index) const {
    const Cell& value = cell(index);
    if (!value.problem.isEmpty())
        return value.problem;
    if (style_ == IntegerStyle::Hexadecimal && isWholeNumber(codec(index.row())) && value.bytesUsed > 0)
        return hexNumber(std::span(bytes_).first(value.bytesUsed), byteOrderOf(index));
    return value.text;
}

/// The number of a character that a font may lack, to stand behind it.
QString InspectorModel::codePointNote(const QModelIndex& index) const {
    const Cell& value = cell(index);
    const QList<uint> characters = value.text.toUcs4();
    if (codec(index.row()).group != ValueGroup::Character || characters.size() != 1 ||
        characters.front() < 0x80)
        return {};
    return QStringLiteral("  U+%1").arg(characters.front(), 4, 16, QLatin1Char('0')).toUpper();
}

int InspectorModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(codecs_.size());
}

int InspectorModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant InspectorModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == GroupRole)
        return static_cast<int>(codec(index.row()).group);
    if (index.column() == TypeColumn)
        return role == Qt::DisplayRole || role == Qt::ToolTipRole ? codecTitle(codec(index.row()).id)
                                                                  : QVariant();
    switch (role) {
        case Qt::DisplayRole:
        case Qt::ToolTipRole:
            return shown(index) + codePointNote(index);
        case Qt::EditRole:
            return shown(index);
        case Qt::AccessibleTextRole:
            return tr("%1, %2: %3")
                .arg(codecTitle(codec(index.row()).id),
                     headerData(index.column(), Qt::Horizontal, role).toString(), shown(index));
        case RangeRole:
            return QVariant::fromValue<qulonglong>(cell(index).bytesUsed);
        case FullTextRole:
            return cell(index).text;
        case ProblemRole:
            return cell(index).problem;
        default:
            return {};
    }
}

QVariant InspectorModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
        return {};
    switch (section) {
        case TypeColumn:
            return tr("Type");
        case LittleColumn:
            return tr("Little endian");
        case BigColumn:
            return tr("Big endian");
        default:
            return {};
    }
}

Qt::ItemFlags InspectorModel::flags(const QModelIndex& index) const {
    Qt::ItemFlags result = QAbstractTableModel::flags(index);
    if (!index.isValid() || index.column() == TypeColumn)
        return result;
    const bool fits = hasBytes_ && bytes_.size() >= codec(index.row()).minimumBytes;
    if (isEditable_ && fits && codec(index.row()).encode)
        result |= Qt::ItemIsEditable;
    return result;
}

Result<InspectorModel::Written> InspectorModel::encode(const QModelIndex& index, const QString& text) const {
    const Cell& old = cell(index);
    auto bytes = codec(index.row()).encode(toUtf8(text), byteOrderOf(index), old.bytesUsed);
    if (!bytes)
        return fail(bytes.error());
    // Bytes that are no value of this kind have no size of their own: the new value takes its own place.
    const std::size_t replaced = old.bytesUsed > 0 ? old.bytesUsed : bytes->size();
    if (replaced > bytes_.size())
        return fail(ErrorCode::Truncated);
    return Written{.replaced = ByteRange::ofLength(offset_, replaced), .bytes = std::move(*bytes)};
}

QString InspectorModel::problemWith(const QModelIndex& index, const QString& text) const {
    const auto written = encode(index, text);
    if (written)
        return {};
    const QString title = codecTitle(codec(index.row()).id);
    switch (written.error().code) {
        case ErrorCode::OutOfRange:
            return tr("%1 cannot hold “%2”: the value is out of range.").arg(title, text);
        case ErrorCode::Truncated:
            return tr("The document ends too early for that value.");
        case ErrorCode::Malformed: {
            const auto at = static_cast<qsizetype>(written.error().offset.value_or(0));
            const QString rest = QString::fromUtf8(text.toUtf8().mid(at));
            return rest.isEmpty() ? tr("%1 needs more than “%2”.").arg(title, text)
                                  : tr("“%1” does not belong in a value of type %2.").arg(rest, title);
        }
        default:
            return tr("“%1” cannot be written as %2.").arg(text, title);
    }
}

bool InspectorModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != Qt::EditRole || !flags(index).testFlag(Qt::ItemIsEditable))
        return false;
    const QString text = value.toString();
    if (text == shown(index))
        return true;  // left as it was: nothing to write
    const auto written = encode(index, text);
    if (!written)
        return false;
    Q_EMIT valueTyped(written->replaced, written->bytes);
    return true;
}

}  // namespace octavo
