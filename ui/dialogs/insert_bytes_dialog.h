#pragma once

#include <optional>

#include "core/buffer/edit.h"
#include "ui/dialogs/form_dialog.h"

class QLineEdit;

namespace octavo {

class FillerField;

/// Asks how many bytes to insert at the caret, and which. UI thread.
class InsertBytesDialog final : public FormDialog {
    Q_OBJECT

public:
    /// REQUIRES: at <= size.
    InsertBytesDialog(ByteCount size, ByteOffset at, QWidget* parent);

    /// The insertion; nothing while the fields make no sense.
    [[nodiscard]] std::optional<Edit> edit() const;
    [[nodiscard]] FillerField& filler() { return *filler_; }
    void setCount(const QString& text);

private:
    void refresh();

    ByteCount size_;
    ByteOffset at_;
    QLineEdit* count_;
    FillerField* filler_;
    ByteCount chosen_ = 0;
};

}  // namespace octavo
