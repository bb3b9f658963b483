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
    /// What the suffix s counts in; 512 bytes unless told.
    void setSectorSize(ByteCount size);

private:
    void refresh();
    [[nodiscard]] Origin origin() const;
    [[nodiscard]] Result<ByteOffset> parse() const;

    ByteCount size_;
    ByteOffset caret_;
    ByteCount sectorSize_ = OffsetScope{}.sectorSize;
    QLineEdit* text_;
    QButtonGroup* origin_;
    QCheckBox* extend_;
    std::optional<ByteOffset> target_;
};

}  // namespace octavo
