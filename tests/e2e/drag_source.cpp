// A window of another program that offers a file: pressing the mouse anywhere in it starts to drag the URL
// given as its only argument. For the end-to-end tests.

#include <QApplication>
#include <QDrag>
#include <QMimeData>
#include <QMouseEvent>
#include <QUrl>
#include <QWidget>

namespace {

class DragSource final : public QWidget {
public:
    explicit DragSource(QUrl url) : url_(std::move(url)) { setWindowTitle(QStringLiteral("Drag source")); }

protected:
    void mousePressEvent(QMouseEvent*) override {
        auto* offered = new QMimeData;
        offered->setUrls({url_});
        auto* drag = new QDrag(this);
        drag->setMimeData(offered);
        drag->exec(Qt::CopyAction);
    }

private:
    QUrl url_;
};

}  // namespace

int main(int argc, char** argv) {
    const QApplication application(argc, argv);
    DragSource source(QUrl::fromEncoded(QCoreApplication::arguments().value(1).toUtf8()));
    source.setGeometry(1290, 650, 100, 100);
    source.show();
    return QApplication::exec();
}
