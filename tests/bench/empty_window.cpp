// The yardstick for starting: an empty Qt main window. Ends after its first painted frame; with --stay it
// waits, so that its memory can be read.

#include <QApplication>
#include <QMainWindow>
#include <QPaintEvent>
#include <QTimer>

namespace {

class EmptyWindow final : public QMainWindow {
public:
    explicit EmptyWindow(bool stays) : stays_(stays) {}

protected:
    void paintEvent(QPaintEvent* event) override {
        QMainWindow::paintEvent(event);
        if (!stays_)
            QTimer::singleShot(0, qApp, &QCoreApplication::quit);
    }

private:
    bool stays_;
};

}  // namespace

int main(int argc, char** argv) {
    const QApplication application(argc, argv);
    EmptyWindow window(QCoreApplication::arguments().contains(QStringLiteral("--stay")));
    window.setWindowTitle(QStringLiteral("Octavo yardstick: empty window"));
    window.resize(1200, 800);
    window.show();
    return QApplication::exec();
}
