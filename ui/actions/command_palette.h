#pragma once

#include <vector>

#include <QAbstractListModel>
#include <QFrame>
#include <QPointer>

class QLineEdit;
class QListView;

namespace octavo {

class ActionRegistry;

/// Every enabled command that fits what was typed, best first.
class CommandListModel final : public QAbstractListModel {
    Q_OBJECT
public:
    explicit CommandListModel(const ActionRegistry& registry, QObject* parent = nullptr);

    enum Role { IdRole = Qt::UserRole, ShortcutRole };

    void setFilter(const QString& typed);
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    const ActionRegistry& registry_;
    std::vector<std::size_t> rows_;  // indices into the registry's actions
};

/// Type a few letters of any command, press Return: it runs. Lies over the top of its window while open.
class CommandPalette final : public QFrame {
    Q_OBJECT
public:
    CommandPalette(ActionRegistry& registry, QWidget* window);

    void open();
    [[nodiscard]] CommandListModel& model() { return *model_; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void runCurrent();
    void closeAndGiveBackFocus();
    void moveCurrent(int rows);

    ActionRegistry& registry_;
    CommandListModel* model_;
    QLineEdit* typed_;
    QListView* list_;
    QPointer<QWidget> focusBefore_;
};

}  // namespace octavo
