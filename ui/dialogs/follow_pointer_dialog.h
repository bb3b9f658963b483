#pragma once

#include <optional>

#include "core/buffer/snapshot.h"
#include "ui/base/pointer_choice.h"
#include "ui/dialogs/form_dialog.h"

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace octavo {

/// Asks how the bytes at a place are a pointer, and shows live where it leads. UI thread.
class FollowPointerDialog final : public FormDialog {
    Q_OBJECT

public:
    /// `scope` is that of the document now, for the base; `at` is where the pointer lies.
    FollowPointerDialog(Snapshot snapshot, const OffsetScope& scope, ByteOffset at,
                        const PointerChoice& choice, QWidget* parent);

    /// As filled in.
    [[nodiscard]] PointerChoice choice() const;
    /// Where to go; nothing while the pointer leads nowhere.
    [[nodiscard]] std::optional<ByteOffset> target() const { return target_; }

    void setChoice(const PointerChoice& choice);

private:
    void buildFields();
    void refresh();

    Snapshot snapshot_;
    OffsetScope scope_;
    ByteOffset at_;
    QComboBox* width_;
    QComboBox* order_;
    QCheckBox* isSigned_;
    QComboBox* origin_;
    QLineEdit* base_;
    std::optional<ByteOffset> target_;
};

}  // namespace octavo
