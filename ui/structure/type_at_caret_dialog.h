#pragma once

#include <optional>

#include "core/structure/format.h"
#include "ui/dialogs/form_dialog.h"

class QComboBox;
class QSpinBox;

namespace octavo {

/// Asks for a type of a description, and how many structures of it lie from the caret on.
class TypeAtCaretDialog final : public FormDialog {
    Q_OBJECT

public:
    TypeAtCaretDialog(const FormatSet& formats, ByteOffset caret, QWidget* parent);

    struct Choice {
        std::string type;                    ///< "zip::section"
        std::optional<std::uint64_t> count;  ///< nothing: as many as there is room for

        /// A description that imports the one at `formatPath` and reads such structures.
        [[nodiscard]] std::string textFor(const std::string& formatPath) const;
        [[nodiscard]] QString title() const;
    };
    /// Nothing when there is no type to choose.
    [[nodiscard]] std::optional<Choice> choice() const;

private:
    void refresh();

    ByteOffset caret_;
    QComboBox* type_;
    QComboBox* amount_;
    QSpinBox* count_;
};

}  // namespace octavo
