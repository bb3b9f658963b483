#pragma once

#include "ui/base/preferences.h"
#include "ui/dialogs/form_dialog.h"

class QCheckBox;
class QComboBox;
class QPushButton;
class QSpinBox;

namespace octavo {

/// Edits the preferences; every change shows at once, cancelling takes it back. UI thread.
class PreferencesDialog final : public FormDialog {
    Q_OBJECT

public:
    PreferencesDialog(const Preferences& preferences, QWidget* parent);

    /// As the controls stand.
    [[nodiscard]] Preferences preferences() const;

    /// Says what came of forgetWanted(): nothing is wrong, or this is.
    void showForgotten(const QString& problem);

Q_SIGNALS:
    /// To be used from now on: after each change, and the first ones again when cancelled.
    void changed(const octavo::Preferences& preferences);
    /// The histories kept so far shall go.
    void forgetWanted();

private:
    void buildAppearance();
    void buildBehaviour();
    void buildHistory();
    void display(const Preferences& preferences);

    Preferences before_;
    QComboBox* theme_;
    QSpinBox* fontSize_;
    QSpinBox* bytesPerRow_;
    QComboBox* grouping_;
    QComboBox* encoding_;
    QCheckBox* insertMode_;
    QCheckBox* session_;
    QCheckBox* history_;
    QPushButton* forget_;
};

}  // namespace octavo
