#include "ui/structure/node_row_data.h"

#include <QBrush>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QPalette>

#include "ui/base/number_text.h"
#include "ui/base/status_line.h"
#include "ui/structure/structure_messages.h"

namespace octavo {

namespace {

struct NodeRows {
    Q_DECLARE_TR_FUNCTIONS(octavo::NodeRows)
};

QString itemsText(const NodeRow& row) {
    if (row.isGrowing)
        return NodeRows::tr("more than %1 items").arg(decimalText(row.itemCount));
    return row.itemCount == 1 ? NodeRows::tr("1 item")
                              : NodeRows::tr("%1 items").arg(decimalText(row.itemCount));
}

QString textOf(const NodeRow& row, int column) {
    switch (column) {
        case NodeColumns::Name:
            return QString::fromStdString(row.name);
        case NodeColumns::Value: {
            if (row.kind == NodeRow::Kind::Pending)
                return NodeRows::tr("…");
            if (row.kind == NodeRow::Kind::Array)
                return itemsText(row);
            const QString value = QString::fromStdString(row.value);
            return row.error && value.isEmpty() ? messageFor(*row.error) : value;
        }
        case NodeColumns::Type:
            return QString::fromStdString(row.type);
        case NodeColumns::Offset:
            return row.place && !row.isComputed ? hexText(row.place->begin) : QString();
        case NodeColumns::Size:
            return row.place && !row.isComputed ? decimalText(row.place->size()) : QString();
        default:
            return QString::fromStdString(row.doc).simplified();
    }
}

}  // namespace

QString nodeColumnTitle(int column) {
    switch (column) {
        case NodeColumns::Name:
            return NodeRows::tr("Name");
        case NodeColumns::Value:
            return NodeRows::tr("Value");
        case NodeColumns::Type:
            return NodeRows::tr("Type");
        case NodeColumns::Offset:
            return NodeRows::tr("Offset");
        case NodeColumns::Size:
            return NodeRows::tr("Size");
        default:
            return NodeRows::tr("Comment");
    }
}

QVariant nodeRowData(const NodeRow& row, int column, int role) {
    switch (role) {
        case Qt::DisplayRole:
            return textOf(row, column);
        case Qt::ToolTipRole: {
            QStringList lines;
            if (column == NodeColumns::Value && row.error)
                lines << messageFor(*row.error);
            if (column == NodeColumns::Comment || column == NodeColumns::Name)
                lines << QString::fromStdString(row.doc).trimmed();
            if (column == NodeColumns::Name)
                lines << QString::fromStdString(row.path);
            if (row.isProcessed && (column == NodeColumns::Offset || column == NodeColumns::Size))
                lines << NodeRows::tr("Where the bytes lie that it was decoded from.");
            lines.removeAll(QString());
            return lines.join(u'\n');
        }
        case Qt::ForegroundRole: {
            const QPalette palette = QGuiApplication::palette();
            if (row.error && column == NodeColumns::Value)
                return QBrush(toneColour(StatusTone::Problem, palette));
            const bool isQuiet =
                row.isComputed || column == NodeColumns::Type || column == NodeColumns::Comment;
            return isQuiet ? QVariant(palette.brush(QPalette::PlaceholderText)) : QVariant();
        }
        case Qt::TextAlignmentRole:
            return column == NodeColumns::Offset || column == NodeColumns::Size
                       ? QVariant(int{Qt::AlignRight} | int{Qt::AlignVCenter})
                       : QVariant();
        default:
            return {};
    }
}

}  // namespace octavo
