#include "ui/base/fixed_font.h"

#include <QApplication>
#include <QFontDatabase>
#include <QString>
#include <QStringList>

namespace octavo {

using namespace Qt::StringLiterals;

namespace {

constexpr double kPoints = 10.5;

/// The family that a font file among the resources has; empty when it cannot be loaded.
QString familyOf(const QString& file) {
    return QFontDatabase::applicationFontFamilies(QFontDatabase::addApplicationFont(file)).value(0);
}

}  // namespace

QFont bundledFixedFont() {
    return bundledFixedFont(kPoints);
}

QFont bundledFixedFont(double points) {
    static const QString family = familyOf(u":/fonts/JetBrainsMono-Regular.ttf"_s);
    QFont font = family.isEmpty() ? QFontDatabase::systemFont(QFontDatabase::FixedFont) : QFont(family);
    font.setStyleHint(QFont::Monospace);
    font.setPointSizeF(points);
    return font;
}

QFont valueFont() {
    static const QString bold = familyOf(u":/fonts/JetBrainsMono-Bold.ttf"_s);
    Q_UNUSED(bold);
    return bundledFixedFont(QApplication::font().pointSizeF());
}

}  // namespace octavo
