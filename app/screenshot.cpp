#include "app/screenshot.h"

#include <cstdio>
#include <cstdlib>

#include <QApplication>
#include <QFile>
#include <QImage>
#include <QPixmap>
#include <QTimer>

namespace octavo {

namespace {

constexpr int kQuietMs = 250;  // for jobs that panels start when they are first shown ...
constexpr int kJobsMs = 20;    // ... which are waited for

void takeScreenshot(Workbench& workbench, const std::string& path) {
    if (!workbench.jobs().isIdle()) {
        QTimer::singleShot(kJobsMs, &workbench, [&workbench, path] { takeScreenshot(workbench, path); });
        return;
    }
    const QImage picture = workbench.window().grab().toImage();
    QFile file(QFile::decodeName(QByteArray::fromStdString(path)));
    const bool isSaved = file.open(QIODevice::WriteOnly) && picture.save(&file, "PNG");
    if (!isSaved)
        std::fprintf(stderr, "octavo: %s: the picture could not be written\n", path.c_str());
    QApplication::exit(isSaved ? 0 : 1);
}

}  // namespace

void quitAfterFirstFrame(Workbench& workbench) {
    // Ending properly would be measured too.
    QObject::connect(&workbench, &Workbench::shown, &workbench, [] { std::_Exit(0); });
}

void takeScreenshotWhenSettled(Workbench& workbench, const std::string& path) {
    QApplication::setCursorFlashTime(0);  // a caret that blinks would be in one picture and not in the next
    QObject::connect(&workbench, &Workbench::settled, &workbench, [&workbench, path] {
        QTimer::singleShot(kQuietMs, &workbench, [&workbench, path] { takeScreenshot(workbench, path); });
    });
}

}  // namespace octavo
