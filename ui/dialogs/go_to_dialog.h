#pragma once

#include <optional>

#include "core/base/offset_text.h"
#include "ui/dialogs/form_dialog.h"

class QButtonGroup;
class QCheckBox;
class QLineEdit;

namespace octavo {

/// Asks for an offset as an expression and shows live where it leads. UI thread.
class GoToDialog final : public FormDialog {
    Q_OBJECT

public:
    /// Where plain numbers count from.
    enum class Origin { Start, Caret, End };

    /// `size` and `caret` are those of the document now.
    GoToDialog(ByteCount size, ByteOffset caret, QWidget* parent);

    /// Where to go; nothing while the text makes no sense.
    [[nodiscard]] std::optional<ByteOffset> target() const { return target_; }
    /// True when everything from the caret to the target shall be selected.
    [[nodiscard]] bool extendsSelection() const;

    void setText(const QString& text);
    /// What sectors count in; 512 bytes unless told.
    void setSectorSize(ByteCount size);
    /// The records that “record 12” counts; none unless told.
    void setRecords(const RecordLayout& records);
    /// As they were filled in; nothing while that makes no sense.
    [[nodiscard]] std::optional<RecordLayout> records() const { return records_; }

private:
    void buildOrigins();
    void buildRecords();
    void refresh();
    void readRecords();
    void showRecordProblem();
    [[nodiscard]] Origin origin() const;
    [[nodiscard]] Result<ByteOffset> parse() const;
    [[nodiscard]] QString outcomeOf(ByteOffset target) const;

    ByteCount size_;
    ByteOffset caret_;
    ByteCount sectorSize_ = OffsetScope{}.sectorSize;
    std::optional<RecordLayout> records_;
    QLineEdit* text_;
    QButtonGroup* origin_;
    QLineEdit* recordSize_;
    QLineEdit* recordStart_;
    QCheckBox* extend_;
    std::optional<ByteOffset> target_;
};

}  // namespace octavo
