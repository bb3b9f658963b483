#pragma once

#include <QStatusBar>

#include "ui/jobs/job_runner.h"

class QLabel;
class QToolButton;

namespace octavo {

class DocumentView;

/// The bottom of the window: where the caret is and how much is selected, in hexadecimal and decimal, how
/// typing works, the text encoding, the document's size, and the running jobs. UI thread.
class WindowStatusBar final : public QStatusBar {
    Q_OBJECT
public:
    /// REQUIRES: the runner outlives this.
    explicit WindowStatusBar(JobRunner& jobs, QWidget* parent = nullptr);

    /// Shows the view's state; nothing for nullptr.
    void showState(const DocumentView* view);

    [[nodiscard]] QString caretText() const;
    [[nodiscard]] QString selectionText() const;
    [[nodiscard]] QString sizeText() const;
    [[nodiscard]] QString modeText() const;

Q_SIGNALS:
    void goToWanted();
    void modeToggleWanted();
    /// `position` is global: the lower left corner for a menu that opens upwards.
    void encodingMenuWanted(const QPoint& position);

private:
    QToolButton* addButton(const QString& accessibleName);

    QLabel* selection_;
    QLabel* size_;
    QToolButton* caret_;
    QToolButton* mode_;
    QToolButton* encoding_;
};

}  // namespace octavo
