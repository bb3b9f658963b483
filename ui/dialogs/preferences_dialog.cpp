#include "ui/dialogs/preferences_dialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>

#include "ui/hexview/text_decoder.h"

namespace octavo {

PreferencesDialog::PreferencesDialog(const Preferences& preferences, QWidget* parent)
    : FormDialog(tr("Preferences"), tr("&OK"), parent),
      before_(preferences),
      theme_(new QComboBox(this)),
      fontSize_(new QSpinBox(this)),
      bytesPerRow_(new QSpinBox(this)),
      grouping_(new QComboBox(this)),
      encoding_(new QComboBox(this)),
      insertMode_(new QCheckBox(tr("Start typing in &insert mode"), this)),
      session_(new QCheckBox(tr("Open the files of &last time at start"), this)),
      history_(new QCheckBox(tr("&Keep the undo history of closed files"), this)),
      forget_(new QPushButton(tr("&Forget Kept Histories"), this)) {
    buildAppearance();
    buildBehaviour();
    buildHistory();
    display(preferences);
    const auto announce = [this] { Q_EMIT changed(this->preferences()); };
    for (QComboBox* each : {theme_, grouping_, encoding_})
        connect(each, &QComboBox::currentIndexChanged, this, announce);
    for (QSpinBox* each : {fontSize_, bytesPerRow_})
        connect(each, &QSpinBox::valueChanged, this, announce);
    for (QCheckBox* each : {insertMode_, session_, history_})
        connect(each, &QCheckBox::toggled, this, announce);
    connect(this, &QDialog::rejected, this, [this] {
        if (this->preferences() != before_)
            Q_EMIT changed(before_);
    });
    showOutcome(
        tr("Changes show at once. Those of rows, groups and encoding are for documents opened from now on."));
}

void PreferencesDialog::buildAppearance() {
    theme_->addItem(tr("As the desktop"), static_cast<int>(ThemeChoice::Desktop));
    theme_->addItem(tr("Light"), static_cast<int>(ThemeChoice::Light));
    theme_->addItem(tr("Dark"), static_cast<int>(ThemeChoice::Dark));
    theme_->addItem(tr("High contrast"), static_cast<int>(ThemeChoice::HighContrast));
    addField(tr("&Theme:"), theme_);
    fontSize_->setRange(6, 40);
    fontSize_->setSuffix(tr(" pt"));
    addField(tr("&Size of the bytes:"), fontSize_);
    bytesPerRow_->setRange(0, 256);
    bytesPerRow_->setSpecialValueText(tr("as many as fit"));
    addField(tr("&Bytes per row:"), bytesPerRow_);
    for (const int bytes : {1, 2, 4, 8, 16})
        grouping_->addItem(bytes == 1 ? tr("1 byte") : tr("%1 bytes").arg(bytes), bytes);
    addField(tr("&Group by:"), grouping_);
}

void PreferencesDialog::buildBehaviour() {
    encoding_->addItems(textEncodings());
    addField(tr("&Encoding of the text:"), encoding_);
    form().addRow(QString(), insertMode_);
    form().addRow(QString(), session_);
}

void PreferencesDialog::buildHistory() {
    form().addRow(QString(), history_);
    auto* explanation = new QLabel(tr("Undo then works after a restart, while the file stays as it was left. "
                                      "Bytes that were removed from a file stay on this computer, where only "
                                      "you can read them. Turning this off removes them."),
                                   this);
    explanation->setWordWrap(true);
    history_->setAccessibleDescription(explanation->text());
    form().addRow(QString(), explanation);
    forget_->setToolTip(tr("Remove what was kept of all files until now"));
    auto* row = new QHBoxLayout;
    row->addWidget(forget_);
    row->addStretch();
    form().addRow(QString(), row);
    connect(forget_, &QPushButton::clicked, this, [this] {
        forget_->setEnabled(false);
        Q_EMIT forgetWanted();
    });
}

void PreferencesDialog::showForgotten(const QString& problem) {
    forget_->setEnabled(true);
    showOutcome(problem.isEmpty() ? tr("The kept histories are gone.") : problem);
}

void PreferencesDialog::display(const Preferences& preferences) {
    theme_->setCurrentIndex(theme_->findData(static_cast<int>(preferences.theme)));
    fontSize_->setValue(preferences.fontSize);
    bytesPerRow_->setValue(preferences.bytesPerRow);
    grouping_->setCurrentIndex(grouping_->findData(preferences.grouping));
    encoding_->setCurrentText(preferences.encoding);
    insertMode_->setChecked(preferences.startsInInsertMode);
    session_->setChecked(preferences.restoresSession);
    history_->setChecked(preferences.keepsHistory);
}

Preferences PreferencesDialog::preferences() const {
    return {.theme = static_cast<ThemeChoice>(theme_->currentData().toInt()),
            .fontSize = fontSize_->value(),
            .bytesPerRow = bytesPerRow_->value(),
            .grouping = grouping_->currentData().toInt(),
            .encoding = encoding_->currentText(),
            .showsMinimap = before_.showsMinimap,  // has its place in the View menu
            .startsInInsertMode = insertMode_->isChecked(),
            .restoresSession = session_->isChecked(),
            .keepsHistory = history_->isChecked()};
}

}  // namespace octavo
