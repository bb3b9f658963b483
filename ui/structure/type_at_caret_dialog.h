#pragma once

#include <optional>

#include "core/structure/format_loader.h"
#include "ui/dialogs/form_dialog.h"

class QComboBox;
class QSpinBox;

namespace octavo {

/// Asks for a type of a description, and how many structures of it lie from the caret on.
class TypeAtCaretDialog final : public FormDialog {
    Q_OBJECT

public:
    /// REQUIRES: caret <= size.
    TypeAtCaretDialog(const FormatSet& formats, ByteCount size, ByteOffset caret, QWidget* parent);

    struct Choice {
        std::string type;                    ///< "zip::section"
        std::optional<std::uint64_t> count;  ///< nothing: as many as there is room for
        ByteRange range;

        /// The description that imports the one at `formatPath` and reads such structures.
        [[nodiscard]] LoadedFormat load(const std::string& formatPath, const FormatSearch& search) const;
        [[nodiscard]] QString title() const;
    };
    /// Nothing when there is no type to choose.
    [[nodiscard]] std::optional<Choice> choice() const;

private:
    void refresh();

    ByteRange range_;
    QComboBox* type_;
    QComboBox* amount_;
    QSpinBox* count_;
};

}  // namespace octavo
