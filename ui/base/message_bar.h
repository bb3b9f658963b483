#pragma once

#include <functional>
#include <vector>

#include <QFrame>
#include <QString>

#include "ui/base/document_context.h"

class QVBoxLayout;

namespace octavo {

/// What a message offers to do about itself.
struct MessageChoice {
    QString text;
    std::function<void()> execute;  ///< the message is closed first
};

/// A message with what can be done about it. A value.
struct Message {
    MessageKind kind = MessageKind::Information;
    QString text;
    std::vector<MessageChoice> choices{};
    QString topic{};  ///< a new message of the same topic takes the old one's place; empty: of its own
};

/// Banners above a view, latest last. They take no focus away and stay until closed or answered, except
/// information, which the next message replaces. Takes no room when empty.
class MessageBar final : public QWidget {
    Q_OBJECT
public:
    explicit MessageBar(QWidget* parent = nullptr);

    void post(Message message);
    void closeTopic(const QString& topic);
    void clear();
    /// Texts now shown, first to last.
    [[nodiscard]] QStringList texts() const;

private:
    void remove(QFrame* banner);
    [[nodiscard]] QFrame* makeBanner(const Message& message);

    struct Shown {
        Message message;
        QFrame* banner;
    };
    std::vector<Shown> shown_;
    QVBoxLayout* layout_;
};

}  // namespace octavo
