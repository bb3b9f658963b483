#include "ui/actions/command_palette.h"

#include <algorithm>
#include <utility>

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include "ui/actions/action_registry.h"
#include "ui/actions/fuzzy_match.h"

namespace octavo {

namespace {

QString withoutMarks(QString text) {
    return text.remove(u'&');
}

/// Name at the left, keys at the right.
class CommandDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        QStyledItemDelegate::paint(painter, option, index);
        const QString keys = index.data(CommandListModel::ShortcutRole).toString();
        const bool isSelected = option.state.testFlag(QStyle::State_Selected);
        painter->setPen(
            option.palette.color(isSelected ? QPalette::HighlightedText : QPalette::PlaceholderText));
        painter->drawText(option.rect.adjusted(0, 0, -10, 0), Qt::AlignRight | Qt::AlignVCenter, keys);
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const override {
        return QStyledItemDelegate::sizeHint(option, index) + QSize(0, 8);
    }
};

}  // namespace

CommandListModel::CommandListModel(const ActionRegistry& registry, QObject* parent)
    : QAbstractListModel(parent), registry_(registry) {}

void CommandListModel::setFilter(const QString& typed) {
    beginResetModel();
    rows_.clear();
    std::vector<int> scores(registry_.actions().size(), 0);
    for (std::size_t i = 0; i < registry_.actions().size(); ++i) {
        const Action& action = registry_.actions()[i];
        if (action.isEnabled && !action.isEnabled())
            continue;
        if (const auto score = fuzzyScore(typed, withoutMarks(registry_.titleOf(action)))) {
            scores[i] = *score;
            rows_.push_back(i);
        }
    }
    std::stable_sort(rows_.begin(), rows_.end(),
                     [&scores](std::size_t left, std::size_t right) { return scores[left] > scores[right]; });
    endResetModel();
}

int CommandListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

QVariant CommandListModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Action& action = registry_.actions()[rows_[static_cast<std::size_t>(index.row())]];
    switch (role) {
        case Qt::DisplayRole:
            return withoutMarks(registry_.titleOf(action));
        case IdRole:
            return QString::fromStdString(action.id);
        case ShortcutRole:
            return action.shortcuts.isEmpty() ? QString()
                                              : action.shortcuts.front().toString(QKeySequence::NativeText);
        default:
            return {};
    }
}

CommandPalette::CommandPalette(ActionRegistry& registry, QWidget* window)
    : QFrame(window),
      registry_(registry),
      model_(new CommandListModel(registry, this)),
      typed_(new QLineEdit(this)),
      list_(new QListView(this)) {
    setObjectName(QStringLiteral("commandPalette"));
    setAccessibleName(tr("Command palette"));
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    hide();

    typed_->setPlaceholderText(tr("Type the name of a command"));
    typed_->setAccessibleName(tr("Command"));
    typed_->installEventFilter(this);
    list_->setModel(model_);
    list_->setItemDelegate(new CommandDelegate(list_));
    list_->setUniformItemSizes(true);
    list_->setFocusPolicy(Qt::NoFocus);
    list_->setAccessibleName(tr("Commands"));
    list_->setFrameShape(QFrame::NoFrame);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->addWidget(typed_);
    layout->addWidget(list_);

    connect(typed_, &QLineEdit::textChanged, this, [this](const QString& text) {
        model_->setFilter(text);
        list_->setCurrentIndex(model_->index(0));
    });
    connect(list_, &QListView::clicked, this, &CommandPalette::runCurrent);
}

void CommandPalette::open() {
    focusBefore_ = QApplication::focusWidget();
    const QSize room = parentWidget()->size();
    const int width = std::min(640, room.width() - 40);
    setGeometry((room.width() - width) / 2, 40, width, std::min(420, room.height() - 80));
    typed_->clear();
    model_->setFilter({});
    list_->setCurrentIndex(model_->index(0));
    show();
    raise();
    typed_->setFocus(Qt::PopupFocusReason);
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::FocusOut && isVisible()) {
        const auto reason = static_cast<QFocusEvent*>(event)->reason();
        if (reason != Qt::ActiveWindowFocusReason && reason != Qt::PopupFocusReason)
            hide();
    }
    if (event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent*>(event)->key()) {
            case Qt::Key_Escape:
                closeAndGiveBackFocus();
                return true;
            case Qt::Key_Return:
            case Qt::Key_Enter:
                runCurrent();
                return true;
            case Qt::Key_Down:
                moveCurrent(1);
                return true;
            case Qt::Key_Up:
                moveCurrent(-1);
                return true;
            case Qt::Key_PageDown:
                moveCurrent(10);
                return true;
            case Qt::Key_PageUp:
                moveCurrent(-10);
                return true;
            default:
                break;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void CommandPalette::runCurrent() {
    const std::string id = list_->currentIndex().data(CommandListModel::IdRole).toString().toStdString();
    closeAndGiveBackFocus();
    if (!id.empty())
        registry_.trigger(id);
}

void CommandPalette::closeAndGiveBackFocus() {
    if (focusBefore_)
        focusBefore_->setFocus(Qt::PopupFocusReason);
    hide();
}

void CommandPalette::moveCurrent(int rows) {
    const int last = model_->rowCount() - 1;
    if (last >= 0)
        list_->setCurrentIndex(model_->index(std::clamp(list_->currentIndex().row() + rows, 0, last)));
}

}  // namespace octavo
