#pragma once

#include <vector>

#include <QDialog>
#include <QString>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QTreeWidget;

namespace octavo {

/// What there is to say of one document that a crash left unsaved. A value.
struct RecoverableItem {
    QString name;
    QString folder;    ///< empty for a document without a file
    QString when;      ///< of the last change
    QString changes;   ///< "3 changes, 12 bytes of 1.5 MiB"
    QString evidence;  ///< how sure it is that the rest of its bytes is right
    bool isDoubtful = false;
    QString details;  ///< lines: where, and which bytes
};

/// Offers documents with unsaved changes that a crash left behind: which, and what is in them. Answers with
/// recoverWanted() or discardWanted(); closing it otherwise keeps them for the next start. UI thread.
class RecoveryDialog final : public QDialog {
    Q_OBJECT

public:
    explicit RecoveryDialog(const std::vector<RecoverableItem>& items, QWidget* parent = nullptr);

    /// Indices of the checked items, ascending.
    [[nodiscard]] std::vector<std::size_t> chosen() const;

Q_SIGNALS:
    void recoverWanted(const std::vector<std::size_t>& items);
    /// Was asked about and confirmed.
    void discardWanted(const std::vector<std::size_t>& items);

private:
    void refresh();
    void showDetails();
    void askToDiscard();

    std::vector<RecoverableItem> items_;
    QTreeWidget* list_;
    QLabel* evidence_;
    QPlainTextEdit* details_;
    QPushButton* recover_;
    QPushButton* discard_;
};

}  // namespace octavo
