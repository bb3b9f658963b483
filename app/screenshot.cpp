#include "app/screenshot.h"

#include <cstdio>

#include <QApplication>
#include <QEvent>
#include <QFile>
#include <QImage>
#include <QPixmap>
#include <QTimer>

namespace octavo {

namespace {

constexpr int kQuietMs = 250;  // for jobs that panels start when they are first shown

void takeScreenshot(Workbench& workbench, const std::string& path) {
    const QImage picture = workbench.window().grab().toImage();
    QFile file(QFile::decodeName(QByteArray::fromStdString(path)));
    const bool isSaved = file.open(QIODevice::WriteOnly) && picture.save(&file, "PNG");
    if (!isSaved)
        std::fprintf(stderr, "octavo: %s: the picture could not be written\n", path.c_str());
    QApplication::exit(isSaved ? 0 : 1);
}

/// Ends the program after the first paint event of the window it watches.
class FirstFrame final : public QObject {
public:
    using QObject::QObject;

    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() == QEvent::Paint)
            QTimer::singleShot(0, qApp, &QApplication::quit);
        return QObject::eventFilter(watched, event);
    }
};

}  // namespace

void quitAfterFirstFrame(Workbench& workbench) {
    workbench.window().installEventFilter(new FirstFrame(&workbench));
}

void takeScreenshotWhenSettled(Workbench& workbench, const std::string& path) {
    QObject::connect(&workbench, &Workbench::settled, &workbench, [&workbench, path] {
        QTimer::singleShot(kQuietMs, &workbench, [&workbench, path] { takeScreenshot(workbench, path); });
    });
}

}  // namespace octavo
