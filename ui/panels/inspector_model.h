#pragma once

#include <optional>
#include <vector>

#include <QAbstractTableModel>

#include "core/base/byte_range.h"
#include "core/base/range_set.h"
#include "core/inspect/value_codec.h"

namespace octavo {

/// What some bytes mean to every value codec: one row a codec, little and big endian side by side. Holds a
/// copy of the few bytes it decodes; writing a value emits what should be written and changes nothing itself.
/// UI thread.
class InspectorModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { TypeColumn, LittleColumn, BigColumn, ColumnCount };
    enum Role {
        GroupRole = Qt::UserRole,  ///< int, the ValueGroup: rows of one group stand together
        RangeRole,                 ///< ByteCount of bytes that the value occupies; 0 when there is none
        FullTextRole,              ///< QString, the value as decoded, whatever the display options are
        ProblemRole,               ///< QString, why there is no value; empty when there is one
    };
    /// How whole numbers are shown; reading back takes every notation in both.
    enum class IntegerStyle { Decimal, Hexadecimal };

    /// REQUIRES: codecs outlive the model.
    explicit InspectorModel(const Registry<ValueCodec>& codecs, QObject* parent = nullptr);

    /// As many bytes as the hungriest codec looks at.
    [[nodiscard]] std::size_t bytesWanted() const { return bytesWanted_; }
    /// Shows `bytes`, which start at `offset`; `unreadable` (document offsets) are known to be zeros only.
    void setBytes(ByteOffset offset, std::vector<std::byte> bytes, RangeSet unreadable);
    /// Shows nothing and cannot be edited.
    void clear();
    void setEditable(bool isEditable) { isEditable_ = isEditable; }
    void setIntegerStyle(IntegerStyle style);
    [[nodiscard]] IntegerStyle integerStyle() const { return style_; }

    /// What text typed into a cell would write.
    struct Written {
        ByteRange replaced;  ///< document offsets: the bytes of the old value
        std::vector<std::byte> bytes;
    };
    /// REQUIRES: index is a value cell. Errors are those of ValueCodec::encode, and Truncated when the
    /// document ends too early.
    [[nodiscard]] Result<Written> encode(const QModelIndex& index, const QString& text) const;
    /// The same as the reason to show; empty when the text can be written.
    [[nodiscard]] QString problemWith(const QModelIndex& index, const QString& text) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    /// Emits valueTyped for text that can be written; refuses (false) any other.
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

Q_SIGNALS:
    void valueTyped(octavo::ByteRange replaced, const std::vector<std::byte>& bytes);

private:
    struct Cell {
        QString text;
        QString problem;
        std::size_t bytesUsed = 0;
    };
    [[nodiscard]] const ValueCodec& codec(int row) const { return *codecs_[static_cast<std::size_t>(row)]; }
    [[nodiscard]] const Cell& cell(const QModelIndex& index) const;
    [[nodiscard]] Cell decoded(const ValueCodec& codec, ByteOrder order) const;
    [[nodiscard]] QString shown(const QModelIndex& index) const;
    [[nodiscard]] QString codePointNote(const QModelIndex& index) const;
    [[nodiscard]] QString decodeProblem(const ValueCodec& codec, const Error& error) const;
    void decodeAll();

    std::vector<const ValueCodec*> codecs_;
    std::vector<Cell> cells_;  // two a codec: little, big
    std::size_t bytesWanted_ = 1;
    ByteOffset offset_ = 0;
    std::vector<std::byte> bytes_;
    RangeSet unreadable_;
    IntegerStyle style_ = IntegerStyle::Decimal;
    bool hasBytes_ = false;
    bool isEditable_ = true;
};

/// The byte order whose column an index lies in. REQUIRES: a value cell.
[[nodiscard]] ByteOrder byteOrderOf(const QModelIndex& index);

}  // namespace octavo
