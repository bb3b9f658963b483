#pragma once

#include <QDialog>

namespace octavo {

/// Opens a dialog that is modal to its window and calls `accepted(dialog)` when it was accepted. It deletes
/// itself; nothing waits for it.
template <typename Dialog, typename Accepted>
void openDialog(Dialog* dialog, Accepted accepted) {
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QDialog::accepted, dialog, [dialog, accepted] { accepted(dialog); });
    dialog->open();
}

}  // namespace octavo
