#pragma once

#include <QDialog>

class QFormLayout;
class QPushButton;

namespace octavo {

class StatusLine;

/// What Octavo's small dialogs share: a form, one line below it that says what will happen or what is wrong,
/// and buttons. The accepting button is enabled only while the form makes sense. UI thread.
class FormDialog : public QDialog {
    Q_OBJECT

public:
    /// What the line below the form says at present, for tests and screen readers.
    [[nodiscard]] QString statusText() const;
    [[nodiscard]] bool canAccept() const;

protected:
    FormDialog(const QString& title, const QString& acceptText, QWidget* parent);

    [[nodiscard]] QFormLayout& form() { return *form_; }
    /// Adds a labelled row; the label (with its mnemonic) becomes the field's buddy and accessible name.
    void addField(const QString& label, QWidget* field);
    /// Says what accepting would do, and allows it.
    void showOutcome(const QString& text);
    /// Says what is still to be filled in; nothing is wrong, but nothing can be accepted yet either.
    void showHint(const QString& text);
    /// Says why accepting is not possible now, and forbids it.
    void showProblem(const QString& text);

private:
    QFormLayout* form_;
    StatusLine* status_;
    QPushButton* accept_;
};

/// The label's text without its mnemonic mark and closing colon, as an accessible name.
[[nodiscard]] QString accessibleNameFromLabel(const QString& label);

}  // namespace octavo
