#pragma once

#include <cstdint>
#include <functional>

#include <QWidget>

class QLabel;
class QPushButton;

namespace octavo {

/// What a status line's text is about.
enum class StatusTone : std::uint8_t {
    Neutral,  ///< what is or will be
    Success,  ///< something checked out
    Warning,  ///< true, but mind this
    Problem,  ///< refused, and why
};

/// One calm line of text in a panel or dialog, optionally with a button that does the obvious next thing. It
/// takes its colours from the palette and follows a change between light and dark. UI thread.
class StatusLine : public QWidget {
    Q_OBJECT

public:
    explicit StatusLine(QWidget* parent = nullptr);

    void say(StatusTone tone, const QString& text);
    /// The same with a button; pressing it takes the line away and then calls `act`.
    void ask(StatusTone tone, const QString& text, const QString& actionText, std::function<void()> act);
    void clear();

    [[nodiscard]] QString text() const;
    [[nodiscard]] StatusTone tone() const { return tone_; }
    /// The button of ask(), hidden otherwise.
    [[nodiscard]] QPushButton& action() { return *action_; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void applyTone();

    QLabel* label_;
    QPushButton* action_;
    std::function<void()> act_;
    StatusTone tone_ = StatusTone::Neutral;
};

/// The colour in which text of that tone stands out on the palette's window colour.
[[nodiscard]] QColor toneColour(StatusTone tone, const QPalette& palette);

}  // namespace octavo
