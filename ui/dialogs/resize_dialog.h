#pragma once

#include <optional>

#include "core/buffer/edit.h"
#include "ui/dialogs/form_dialog.h"

class QLineEdit;

namespace octavo {

class FillerField;

/// Asks for a document's new size, and what to fill growth with. UI thread.
class ResizeDialog final : public FormDialog {
    Q_OBJECT

public:
    ResizeDialog(ByteCount size, ByteOffset caret, QWidget* parent);

    /// The edit at the document's end; nothing while the fields make no sense or the size stays.
    [[nodiscard]] std::optional<Edit> edit() const;
    [[nodiscard]] FillerField& filler() { return *filler_; }
    void setSize(const QString& text);

private:
    void refresh();

    ByteCount size_;
    ByteOffset caret_;
    QLineEdit* newSize_;
    FillerField* filler_;
    ByteCount chosen_ = 0;
};

}  // namespace octavo
