#include "ui/base/line_icon.h"

#include <array>
#include <utility>

#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPainterPath>
#include <QPalette>
#include <QPixmap>

namespace octavo {

namespace {

// Strokes on a grid of 16: M and L take a point, C takes three, Z closes.
struct Drawing {
    const char* name;
    const char* strokes;
};

constexpr std::array kDrawings{
    Drawing{"document-new",
            "M 4 1.5 L 9.5 1.5 L 12.5 4.5 L 12.5 14.5 L 4 14.5 Z M 9.5 1.5 L 9.5 4.5 L 12.5 4.5"},
    Drawing{"document-open",
            "M 1.5 13 L 1.5 3 L 6 3 L 7.5 4.8 L 12.5 4.8 L 12.5 7 M 1.5 13 L 4 7 L 15 7 L 12.5 13 Z"},
    Drawing{"document-save",
            "M 2 2 L 11.5 2 L 14 4.5 L 14 14 L 2 14 Z M 4.8 2 L 4.8 6 L 10.5 6 L 10.5 2 M 4.5 14 L 4.5 9.5 L "
            "11.5 9.5 "
            "L 11.5 14"},
    Drawing{"edit-undo", "M 6 3 L 2.5 6.5 L 6 10 M 2.5 6.5 L 9.5 6.5 C 15 6.5 15 13.5 9.5 13.5 L 7 13.5"},
    Drawing{"edit-redo", "M 10 3 L 13.5 6.5 L 10 10 M 13.5 6.5 L 6.5 6.5 C 1 6.5 1 13.5 6.5 13.5 L 9 13.5"},
    Drawing{"edit-find", "M 11 6.5 C 11 12.5 2 12.5 2 6.5 C 2 0.5 11 0.5 11 6.5 Z M 9.8 9.8 L 14.2 14.2"},
    Drawing{"go-previous", "M 14 8 L 2.5 8 M 7 3.5 L 2.5 8 L 7 12.5"},
    Drawing{"window-close", "M 4.5 4.5 L 11.5 11.5 M 11.5 4.5 L 4.5 11.5"},
    Drawing{"window-float", "M 5 2.5 L 13.5 2.5 L 13.5 11 L 5 11 Z M 2.5 5 L 2.5 13.5 L 11 13.5"},
    Drawing{"more-right", "M 4 4 L 8 8 L 4 12 M 8.5 4 L 12.5 8 L 8.5 12"},
    Drawing{"more-below", "M 4 4 L 8 8 L 12 4 M 4 8.5 L 8 12.5 L 12 8.5"},
    Drawing{"go-next", "M 2 8 L 13.5 8 M 9 3.5 L 13.5 8 L 9 12.5"},
};

QPainterPath pathOf(const QString& strokes) {
    QPainterPath path;
    const QStringList words = strokes.split(u' ', Qt::SkipEmptyParts);
    qsizetype at = 0;
    const auto point = [&words, &at] {
        const double x = words[at].toDouble();
        const double y = words[at + 1].toDouble();
        at += 2;
        return QPointF(x, y);
    };
    while (at < words.size()) {
        const QChar command = words[at++].front();
        if (command == u'M') {
            path.moveTo(point());
        } else if (command == u'L') {
            path.lineTo(point());
        } else if (command == u'C') {
            const QPointF first = point();
            const QPointF second = point();
            path.cubicTo(first, second, point());
        } else {
            path.closeSubpath();
        }
    }
    return path;
}

class LineEngine final : public QIconEngine {
public:
    explicit LineEngine(QPainterPath path) : path_(std::move(path)) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override {
        const auto group = mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->translate(rect.topLeft());
        painter->scale(rect.width() / 16.0, rect.height() / 16.0);
        painter->setPen(QPen(QGuiApplication::palette().color(group, QPalette::ButtonText), 1.2,
                             Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter->drawPath(path_);
        painter->restore();
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        QPixmap result(size);
        result.fill(Qt::transparent);
        QPainter painter(&result);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return result;
    }

    [[nodiscard]] QIconEngine* clone() const override { return new LineEngine(path_); }

private:
    QPainterPath path_;
};

}  // namespace

QIcon lineIcon(QStringView name) {
    for (const Drawing& each : kDrawings) {
        if (name == QLatin1String(each.name))
            return QIcon(new LineEngine(pathOf(QString::fromLatin1(each.strokes))));
    }
    return {};
}

}  // namespace octavo
