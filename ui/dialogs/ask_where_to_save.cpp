#include "ui/dialogs/ask_where_to_save.h"

#include <QFileDialog>

#include "ui/base/qt_text.h"

namespace octavo {

void askWhereToSave(QWidget& parent, const SaveQuestion& question,
                    const std::function<void(const std::string& path)>& then) {
    auto* dialog = new QFileDialog(&parent, question.title, question.directory, question.filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(question.suffix);
    if (!question.name.isEmpty())
        dialog->selectFile(question.name);
    QObject::connect(dialog, &QFileDialog::fileSelected, &parent,
                     [then](const QString& file) { then(toRawPath(file)); });
    dialog->open();
}

}  // namespace octavo
