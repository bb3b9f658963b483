#pragma once

#include <optional>

#include "core/buffer/edit.h"
#include "ui/dialogs/form_dialog.h"

namespace octavo {

class FillerField;

/// Asks what the selected bytes shall be overwritten with. UI thread.
class FillDialog final : public FormDialog {
    Q_OBJECT

public:
    /// REQUIRES: range is not empty.
    FillDialog(ByteRange range, QWidget* parent);

    /// The edit that fills the range; nothing while the fields make no sense.
    [[nodiscard]] std::optional<Edit> edit() const;
    [[nodiscard]] FillerField& filler() { return *filler_; }

private:
    void refresh();

    ByteRange range_;
    FillerField* filler_;
};

}  // namespace octavo
