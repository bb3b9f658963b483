#pragma once

#include <optional>

#include "core/base/offset_text.h"
#include "ui/dialogs/form_dialog.h"

class QComboBox;
class QLineEdit;

namespace octavo {

/// Asks for a range by its start and its end or length. UI thread.
class SelectRangeDialog final : public FormDialog {
    Q_OBJECT

public:
    /// How the second field is meant.
    enum class Second { LastByte, End, Length };

    /// Starts with `selection` filled in.
    SelectRangeDialog(ByteCount size, ByteOffset caret, ByteRange selection, QWidget* parent);

    /// The range; nothing while the fields make no sense.
    [[nodiscard]] std::optional<ByteRange> range() const { return range_; }

    void setTexts(const QString& start, Second meaning, const QString& second);

private:
    void refresh();
    /// The range, or shows the problem.
    [[nodiscard]] std::optional<ByteRange> parse();

    OffsetScope scope_;
    QLineEdit* start_;
    QComboBox* meaning_;
    QLineEdit* second_;
    std::optional<ByteRange> range_;
};

}  // namespace octavo
