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
    /// REQUIRES: at least one range.
    FillDialog(RangeList ranges, QWidget* parent);

    /// The edit that fills the ranges, each from the pattern's first byte; nothing while the fields make no
    /// sense.
    [[nodiscard]] std::optional<MultiEdit> edit() const;
    [[nodiscard]] FillerField& filler() { return *filler_; }

private:
    void refresh();

    RangeList ranges_;
    FillerField* filler_;
};

}  // namespace octavo
