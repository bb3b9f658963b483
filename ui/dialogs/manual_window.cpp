#include "ui/dialogs/manual_window.h"

#include <QFile>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QShortcut>
#include <QSplitter>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTextDocument>
#include <QTextTable>
#include <QVBoxLayout>

#include "core/base/contracts.h"

namespace octavo {

using namespace Qt::StringLiterals;

namespace {

QString sourceOf(const QString& page) {
    QFile file(u":/manual/"_s + page + u".md"_s);
    const bool isThere = file.open(QIODevice::ReadOnly);
    OCTAVO_EXPECTS(isThere);
    return QString::fromUtf8(file.readAll());
}

/// Its first line, which is a heading.
QString titleOf(const QString& page) {
    return sourceOf(page).section(u'\n', 0, 0).remove(u"# "_s);
}

/// Tables from Markdown come with double lines and no room.
void dressTables(QTextDocument& document, const QColor& lines) {
    for (QTextFrame* each : document.rootFrame()->childFrames()) {
        auto* table = qobject_cast<QTextTable*>(each);
        if (table == nullptr)
            continue;
        QTextTableFormat format = table->format();
        format.setBorderCollapse(true);
        format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
        format.setBorderBrush(lines);
        format.setBorder(1);
        format.setCellSpacing(0);
        format.setCellPadding(5);
        format.setTopMargin(6);
        format.setBottomMargin(12);
        table->setFormat(format);
    }
}

/// Code comes without room below it.
void dressHeadings(QTextDocument& document) {
    for (QTextBlock block = document.begin().next(); block.isValid(); block = block.next()) {
        if (block.blockFormat().headingLevel() == 0)
            continue;
        QTextBlockFormat format = block.blockFormat();
        format.setTopMargin(18);
        QTextCursor(block).setBlockFormat(format);
    }
}

}  // namespace

ManualWindow::ManualWindow(QWidget* parent)
    : QWidget(parent, Qt::Window),
      contents_(new QListWidget(this)),
      find_(new QLineEdit(this)),
      text_(new QTextBrowser(this)) {
    setWindowTitle(tr("Manual"));
    contents_->setAccessibleName(tr("Pages"));
    for (const QString& page : pages())
        contents_->addItem(titleOf(page));
    find_->setPlaceholderText(tr("Find on this page"));
    find_->setAccessibleName(find_->placeholderText());
    find_->setClearButtonEnabled(true);
    text_->setAccessibleName(tr("Manual"));
    text_->setOpenExternalLinks(true);
    text_->document()->setDocumentMargin(12);

    auto* left = new QWidget(this);
    auto* leftLayout = new QVBoxLayout(left);
    leftLayout->setContentsMargins(0, 0, 0, 0);
    leftLayout->addWidget(find_);
    leftLayout->addWidget(contents_);
    auto* splitter = new QSplitter(this);
    splitter->addWidget(left);
    splitter->addWidget(text_);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({200, 680});
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->addWidget(splitter);
    resize(900, 640);

    connect(contents_, &QListWidget::currentRowChanged, this, &ManualWindow::showPage);
    connect(find_, &QLineEdit::returnPressed, this, [this] { findNext(find_->text()); });
    auto* find = new QShortcut(QKeySequence::Find, this);
    connect(find, &QShortcut::activated, find_, [this] {
        find_->setFocus();
        find_->selectAll();
    });
    contents_->setCurrentRow(0);
    contents_->setFocus();
}

QStringList ManualWindow::pages() {
    return {u"selecting"_s, u"search"_s, u"structures"_s, u"bookmarks-format"_s};
}

void ManualWindow::openPage(const QString& name) {
    OCTAVO_EXPECTS(pages().contains(name));
    contents_->setCurrentRow(static_cast<int>(pages().indexOf(name)));
}

void ManualWindow::showPage(int row) {
    text_->setMarkdown(sourceOf(pages().at(row)));
    dressTables(*text_->document(), palette().color(QPalette::Mid));
    dressHeadings(*text_->document());
    text_->moveCursor(QTextCursor::Start);
}

bool ManualWindow::findNext(const QString& words) {
    if (words.isEmpty() || text_->find(words))
        return !words.isEmpty();
    const QTextCursor before = text_->textCursor();
    text_->moveCursor(QTextCursor::Start);
    if (text_->find(words))
        return true;
    text_->setTextCursor(before);
    return false;
}

void ManualWindow::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QWidget::keyPressEvent(event);
}

}  // namespace octavo
