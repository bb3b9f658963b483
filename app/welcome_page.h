#pragma once

#include <functional>
#include <vector>

#include <QWidget>

class QVBoxLayout;

namespace octavo {

/// What the window shows when no file is open: what to do first, and the files of last time. UI thread.
class WelcomePage final : public QWidget {
    Q_OBJECT
public:
    struct Entry {
        QString text;
        QString note;  ///< at the right edge: a key, a folder
        std::function<void()> execute;
    };
    struct Offer {
        std::vector<Entry> commands;
        std::vector<Entry> recentFiles;
    };

    explicit WelcomePage(QWidget* parent);

    /// Asked for whenever the page is shown anew, a turn of the event loop later: a file that is about to
    /// open has taken the page's place by then, and the page cost nothing.
    void setOffer(std::function<Offer()> offer);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void fill();
    void addEntries(const QString& title, const std::vector<Entry>& entries);

    std::function<Offer()> offer_;
    QWidget* column_ = nullptr;
    QVBoxLayout* lines_ = nullptr;
};

}  // namespace octavo
