#include "ui/panels/history_delegate.h"

#include <algorithm>

#include <QApplication>
#include <QLineEdit>
#include <QPainter>
#include <QPainterPath>

#include "ui/panels/history_lanes.h"
#include "ui/panels/history_model.h"

namespace octavo {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLaneWidth = 12;
constexpr int kGraphMargin = 10;
constexpr int kNodeRadius = 4;
constexpr int kTextMargin = 6;
constexpr int kLabelGap = 6;
constexpr int kRowsLookedAhead = 200;

QColor mixed(const QColor& one, const QColor& other, double share) {
    const auto mix = [share](int a, int b) { return static_cast<int>(a * (1 - share) + b * share); };
    return {mix(one.red(), other.red()), mix(one.green(), other.green()), mix(one.blue(), other.blue())};
}

/// The colours of one row, selected or not.
struct RowColours {
    explicit RowColours(const QStyleOptionViewItem& option) {
        const bool isSelected = option.state.testFlag(QStyle::State_Selected);
        const QPalette& palette = option.palette;
        text = palette.color(isSelected ? QPalette::HighlightedText : QPalette::Text);
        ground = palette.color(isSelected ? QPalette::Highlight : QPalette::Base);
        accent = isSelected ? text : palette.color(QPalette::Highlight);
        muted = isSelected ? text : palette.color(QPalette::PlaceholderText);
        line = isSelected ? text : mixed(text, ground, 0.55);
    }
    QColor text, ground, accent, muted, line;
};

/// The lane in which the next step that is done lies, at this row or below; -1 when none is near.
int doneLane(const HistoryModel& model, std::size_t row) {
    const StepIndex current = model.log()->steps().current();
    const std::size_t end =
        std::min({model.lanes().rows(), row + kRowsLookedAhead, std::size_t{current} + 1});
    for (; row < end; ++row) {
        if (model.log()->steps().isDone(static_cast<StepIndex>(row)))
            return model.lanes().laneOf(row);
    }
    return -1;
}

void paintGraph(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index,
                const HistoryModel& model) {
    const RowColours colours(option);
    const HistoryLanes& lanes = model.lanes();
    const auto row = static_cast<std::size_t>(index.row());
    const QRectF area = option.rect;
    const qreal middle = area.center().y();
    const auto placeOf = [&](int lane) { return area.left() + kGraphMargin + lane * kLaneWidth + 0.5; };
    const QPen plain(colours.line, 1.4);
    const QPen done(colours.accent, 2);
    const int node = lanes.laneOf(row);
    const int doneAbove = doneLane(model, row);
    const int doneBelow = doneLane(model, row + 1);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto lines = lanes.linesOf(row);
    for (int lane = 0; lane < HistoryLanes::kLanes; ++lane) {
        const HistoryLanes::Line& line = lines[static_cast<std::size_t>(lane)];
        const qreal x = placeOf(lane);
        if (line.above) {
            painter.setPen(lane == doneAbove ? done : plain);
            painter.drawLine(QPointF(x, area.top()), QPointF(x, middle));
        }
        if (!line.below)
            continue;
        painter.setPen(lane == doneBelow ? done : plain);
        QPainterPath path(QPointF(line.leavesNode ? placeOf(node) : x, middle));
        if (line.leavesNode)
            path.cubicTo({x, middle}, {x, middle}, {x, area.bottom() + 1});
        else
            path.lineTo(x, area.bottom() + 1);
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(path);
    }
    const bool isDone = index.data(HistoryModel::DoneRole).toBool();
    const bool isCurrent = index.data(HistoryModel::CurrentRole).toBool();
    const QPointF centre(placeOf(node), middle);
    painter.setPen(QPen(isDone ? colours.accent : colours.line, 1.6));
    painter.setBrush(isDone ? colours.accent : colours.ground);
    painter.drawEllipse(centre, kNodeRadius - 0.5, kNodeRadius - 0.5);
    if (isCurrent) {
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(centre, kNodeRadius + 2.5, kNodeRadius + 2.5);
    }
}

/// Draws a rounded label at the left of `room` and takes it away from it.
void paintLabel(QPainter& painter, QRect& room, const QString& text, const QColor& colour) {
    const QFontMetrics metrics(painter.font());
    const QString shown = metrics.elidedText(text, Qt::ElideRight, room.width() * 2 / 3);
    QRect label = room;
    label.setWidth(std::min(room.width(), metrics.horizontalAdvance(shown) + 10));
    const int height = metrics.height() + 2;
    label.setTop(room.top() + (room.height() - height) / 2);
    label.setHeight(height);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(label).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter.drawText(label, Qt::AlignCenter, shown);
    room.setLeft(label.right() + kLabelGap);
}

void paintStep(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) {
    const RowColours colours(option);
    const bool isDone = index.data(HistoryModel::DoneRole).toBool();
    QRect room = option.rect.adjusted(kTextMargin, 0, -kTextMargin, 0);
    QFont font = option.font;
    font.setBold(index.data(HistoryModel::CurrentRole).toBool());
    painter.setFont(font);
    if (index.data(HistoryModel::SavedRole).toBool())
        paintLabel(painter, room, HistoryDelegate::tr("saved"), colours.muted);
    if (const QString name = index.data(HistoryModel::NameRole).toString(); !name.isEmpty())
        paintLabel(painter, room, name, isDone ? colours.text : colours.muted);
    painter.setPen(isDone ? colours.text : colours.muted);
    const QString text = index.data(Qt::DisplayRole).toString();
    painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeading,
                     QFontMetrics(font).elidedText(text, Qt::ElideRight, room.width()));
}

}  // namespace

int HistoryDelegate::graphWidth(int lanes) {
    return 2 * kGraphMargin + (std::max(lanes, 1) - 1) * kLaneWidth + 1;
}

void HistoryDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const {
    QStyledItemDelegate::initStyleOption(option, index);
    if (index.column() == HistoryModel::TimeColumn)
        option->palette.setColor(QPalette::Text, option->palette.color(QPalette::PlaceholderText));
}

void HistoryDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const {
    const auto* model = qobject_cast<const HistoryModel*>(index.model());
    if (model == nullptr || index.column() == HistoryModel::TimeColumn) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    QStyleOptionViewItem filled = option;
    initStyleOption(&filled, index);
    const QStyle* style = filled.widget == nullptr ? QApplication::style() : filled.widget->style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &filled, painter, filled.widget);
    painter->save();
    painter->setClipRect(filled.rect);
    if (index.column() == HistoryModel::GraphColumn)
        paintGraph(*painter, filled, index, *model);
    else
        paintStep(*painter, filled, index);
    painter->restore();
}

QWidget* HistoryDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                                       const QModelIndex&) const {
    auto* editor = new QLineEdit(parent);
    editor->setFrame(false);
    editor->setFont(option.font);
    editor->setAccessibleName(tr("Name of this state"));
    editor->setPlaceholderText(tr("Name of this state"));
    return editor;
}

}  // namespace octavo
