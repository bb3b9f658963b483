#pragma once

#include <QWidget>

class QLineEdit;
class QListWidget;
class QTextBrowser;

namespace octavo {

/// The manual's pages, from the program's resources, with a field that looks for words on the page. A window
/// of its own that may stay open beside the work. UI thread.
class ManualWindow final : public QWidget {
    Q_OBJECT

public:
    /// Hidden at first, above `parent`'s window.
    explicit ManualWindow(QWidget* parent);

    /// Names of pages, as openPage() takes them.
    [[nodiscard]] static QStringList pages();
    /// REQUIRES: it is one of pages().
    void openPage(const QString& name);

    /// Goes to the next place with these words, around the end; false where there is none.
    bool findNext(const QString& words);
    [[nodiscard]] QTextBrowser& text() { return *text_; }

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void showPage(int row);

    QListWidget* contents_;
    QLineEdit* find_;
    QTextBrowser* text_;
};

}  // namespace octavo
