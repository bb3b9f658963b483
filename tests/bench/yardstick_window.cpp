// The yardsticks for starting: an empty Qt main window, or with --with-text the smallest one that shows text:
// three menus, a tool bar, a status line and a text field. Ends at once after its first painted frame, as
// octavo does with
// --quit-after-first-frame; with --stay it waits, so that its memory can be read.

#include <cstdlib>

#include <QApplication>
#include <QMainWindow>
#include <QMenuBar>
#include <QPaintEvent>
#include <QPlainTextEdit>
#include <QStatusBar>
#include <QTimer>
#include <QToolBar>

namespace {

class YardstickWindow final : public QMainWindow {
public:
    explicit YardstickWindow(bool stays) : stays_(stays) {}

    void addText() {
        for (const QString& name : {QStringLiteral("File"), QStringLiteral("Edit"), QStringLiteral("View")}) {
            auto* menu = menuBar()->addMenu(name);
            for (int i = 0; i < 5; ++i)
                menu->addAction(QStringLiteral("Action %1").arg(i));
        }
        auto* bar = addToolBar(QStringLiteral("Tools"));
        bar->addAction(QStringLiteral("Open"));
        bar->addAction(QStringLiteral("Save"));
        statusBar()->showMessage(QStringLiteral("Ready"));
        auto* text = new QPlainTextEdit(this);
        text->setPlainText(QStringLiteral("00000000 7F 45 4C 46 02 01 01 00\n").repeated(40));
        setCentralWidget(text);
    }

protected:
    void paintEvent(QPaintEvent* event) override {
        QMainWindow::paintEvent(event);
        if (!stays_)
            QTimer::singleShot(0, qApp, [] { std::_Exit(0); });
    }

private:
    bool stays_;
};

}  // namespace

int main(int argc, char** argv) {
    const QApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    YardstickWindow window(arguments.contains(QStringLiteral("--stay")));
    if (arguments.contains(QStringLiteral("--with-text")))
        window.addText();
    window.setWindowTitle(QStringLiteral("Octavo yardstick"));
    window.resize(1280, 800);
    window.show();
    return QApplication::exec();
}
