#include <QLineEdit>
#include <QPlainTextEdit>
#include <QtTest>

#include "ui/base/house_style.h"
#include "ui/base/theme.h"
#include "ui/hexview/hex_colors.h"

using namespace octavo;

class TestHouseStyle : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fieldsCanBeToldFromTheWindow_data() {
        QTest::addColumn<int>("theme");
        QTest::newRow("light") << static_cast<int>(ThemeKind::Light);
        QTest::newRow("dark") << static_cast<int>(ThemeKind::Dark);
        QTest::newRow("high contrast") << static_cast<int>(ThemeKind::HighContrast);
    }
    void fieldsCanBeToldFromTheWindow() {
        QFETCH(int, theme);
        const QPalette palette = themePalette(static_cast<ThemeKind>(theme));
        QApplication::setStyle(new HouseStyle);
        QApplication::setPalette(palette);
        QLineEdit line;
        QPlainTextEdit text;
        const double wanted = static_cast<ThemeKind>(theme) == ThemeKind::HighContrast ? 4.5 : 1.05;
        for (QWidget* each : std::initializer_list<QWidget*>{&line, &text}) {
            each->resize(100, 60);
            const QImage image = each->grab().toImage();
            double most = 1;
            for (int y = 0; y < 3; ++y)
                most =
                    std::max(most, contrastRatio(image.pixelColor(50, y), palette.color(QPalette::Window)));
            QVERIFY2(most >= wanted, qPrintable(QString::number(most)));
        }
    }
};

QTEST_MAIN(TestHouseStyle)
#include "tst_house_style.moc"
