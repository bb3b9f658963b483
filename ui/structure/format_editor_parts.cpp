#include "ui/structure/format_editor_parts.h"

#include <algorithm>

#include <QAbstractItemView>
#include <QCompleter>
#include <QHeaderView>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QPainter>
#include <QScrollBar>
#include <QStringListModel>
#include <QTextBlock>
#include <QToolTip>
#include <QTreeView>
#include <QVBoxLayout>

#include "core/buffer/document.h"
#include "ui/base/document_context.h"
#include "ui/base/fixed_font.h"
#include "ui/base/list_table.h"
#include "ui/structure/format_highlighter.h"
#include "ui/structure/structure_messages.h"

namespace octavo {

using namespace Qt::StringLiterals;

namespace {

constexpr int kSpaces = static_cast<int>(kFormatIndentation);

class NumberArea final : public QWidget {
public:
    explicit NumberArea(FormatTextEdit& text) : QWidget(&text), text_(text) {}

    [[nodiscard]] QSize sizeHint() const override { return {text_.numbersWidth(), 0}; }

protected:
    void paintEvent(QPaintEvent* event) override { text_.paintNumbers(*this, event->rect()); }

private:
    FormatTextEdit& text_;
};

}  // namespace

FormatTextEdit::FormatTextEdit(QWidget* parent)
    : QPlainTextEdit(parent),
      highlighter_(new FormatHighlighter(document(), palette())),
      numbers_(new NumberArea(*this)),
      completer_(new QCompleter(this)),
      words_(new QStringListModel(this)) {
    setFont(bundledFixedFont());
    setAccessibleName(tr("Description"));
    setLineWrapMode(NoWrap);
    setFrameShape(NoFrame);
    setTabStopDistance(kSpaces * fontMetrics().horizontalAdvance(u' '));
    completer_->setWidget(this);
    completer_->setModel(words_);
    completer_->setCompletionMode(QCompleter::PopupCompletion);
    completer_->setCaseSensitivity(Qt::CaseInsensitive);
    completer_->popup()->setFont(valueFont());
    completer_->popup()->setAccessibleName(tr("Words that may stand here"));
    connect(completer_, qOverload<const QString&>(&QCompleter::activated), this,
            &FormatTextEdit::insertCompletion);
    connect(this, &QPlainTextEdit::blockCountChanged, this, &FormatTextEdit::placeNumbers);
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect& area, int distance) {
        if (distance != 0)
            numbers_->scroll(0, distance);
        else
            numbers_->update(0, area.y(), numbers_->width(), area.height());
    });
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, [this] {
        mark();
        numbers_->update();
    });
    placeNumbers();
    mark();
}

QString FormatTextEdit::wholeText() const {
    QString text = document()->toRawText();
    text.replace(QChar::ParagraphSeparator, u'\n');
    return text;
}

// --- problems

QTextCursor FormatTextEdit::cursorAt(TextMark mark) const {
    const int lines = document()->blockCount();
    const auto line = std::min<std::uint32_t>(std::max(mark.line, 1U), static_cast<std::uint32_t>(lines));
    const QTextBlock block = document()->findBlockByNumber(static_cast<int>(line) - 1);
    const QByteArray before =
        block.text().toUtf8().left(static_cast<qsizetype>(std::max(mark.column, 1U)) - 1);
    QTextCursor cursor(block);
    cursor.setPosition(block.position() + static_cast<int>(QString::fromUtf8(before).size()));
    return cursor;
}

void FormatTextEdit::goTo(TextMark mark) {
    setTextCursor(cursorAt(mark));
    centerCursor();
    setFocus();
}

void FormatTextEdit::setProblems(std::vector<FormatProblem> problems) {
    places_.clear();
    for (FormatProblem& each : problems) {
        QTextCursor where = cursorAt(each.mark);
        const qsizetype end = endOfProblem(where.block().text(), where.positionInBlock(), each);
        where.setPosition(where.block().position() + static_cast<int>(end), QTextCursor::KeepAnchor);
        if (!where.hasSelection())  // a place behind the last character: what is before it
            where.movePosition(QTextCursor::PreviousCharacter, QTextCursor::KeepAnchor);
        places_.push_back({.problem = std::move(each), .where = where});
    }
    mark();
}

QString FormatTextEdit::problemAt(int position) const {
    QStringList texts;
    for (const Place& each : places_) {
        if (each.where.selectionStart() <= position && position <= each.where.selectionEnd())
            texts << messageFor(each.problem);
    }
    return texts.join(u'\n');
}

void FormatTextEdit::mark() {
    QList<QTextEdit::ExtraSelection> marks;
    QTextEdit::ExtraSelection line;
    line.format.setBackground(palette().color(QPalette::AlternateBase));
    line.format.setProperty(QTextFormat::FullWidthSelection, true);
    line.cursor = textCursor();
    line.cursor.clearSelection();
    marks << line;
    for (const Place& each : places_) {
        const bool isError = each.problem.severity == FormatProblem::Severity::Error;
        QTextEdit::ExtraSelection underline;
        underline.cursor = each.where;
        underline.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        underline.format.setUnderlineColor(
            toneColour(isError ? StatusTone::Problem : StatusTone::Warning, palette()));
        marks << underline;
    }
    setExtraSelections(marks);
}

bool FormatTextEdit::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const QPoint inText = viewport()->mapFrom(this, help->pos());
        QToolTip::showText(help->globalPos(), problemAt(cursorForPosition(inText).position()), this);
        return true;
    }
    return QPlainTextEdit::event(event);
}

void FormatTextEdit::changeEvent(QEvent* event) {
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        highlighter_->setPalette(palette());
        mark();
    }
    if (event->type() == QEvent::FontChange)
        placeNumbers();
}

// --- line numbers

void FormatTextEdit::placeNumbers() {
    setViewportMargins(numbersWidth(), 0, 0, 0);
    const QRect inside = contentsRect();
    numbers_->setGeometry(inside.left(), inside.top(), numbersWidth(), inside.height());
}

void FormatTextEdit::resizeEvent(QResizeEvent* event) {
    QPlainTextEdit::resizeEvent(event);
    placeNumbers();
}

void FormatTextEdit::paintNumbers(QWidget& area, const QRect& dirty) {
    QPainter painter(&area);
    painter.fillRect(dirty, palette().color(QPalette::Window));
    painter.setFont(font());
    const int current = textCursor().blockNumber();
    QTextBlock block = firstVisibleBlock();
    double top = blockBoundingGeometry(block).translated(contentOffset()).top();
    while (block.isValid() && top <= dirty.bottom()) {
        const double height = blockBoundingRect(block).height();
        if (top + height >= dirty.top()) {
            const bool isCurrent = block.blockNumber() == current;
            painter.setPen(palette().color(isCurrent ? QPalette::WindowText : QPalette::PlaceholderText));
            painter.drawText(QRectF(0, top, area.width() - kNumberMargin, height),
                             Qt::AlignRight | Qt::AlignVCenter, QString::number(block.blockNumber() + 1));
        }
        top += height;
        block = block.next();
    }
}

// --- keys

void FormatTextEdit::keyPressEvent(QKeyEvent* event) {
    const bool isOpen = completer_->popup()->isVisible();
    const Qt::KeyboardModifiers modifiers = event->modifiers() & ~Qt::KeypadModifier;
    const bool isPlain = modifiers == Qt::NoModifier;
    const bool isShifted = modifiers == Qt::ShiftModifier;  // which would break the line within its block
    if (event->key() == Qt::Key_Space && event->modifiers() == Qt::ControlModifier)
        return complete();
    if (isOpen && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter ||
                   event->key() == Qt::Key_Escape || event->key() == Qt::Key_Tab))
        return event->ignore();  // the popup's
    if (event->key() == Qt::Key_Tab && isPlain)
        return changeIndentation(1);
    if (event->key() == Qt::Key_Backtab)
        return changeIndentation(-1);
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && (isPlain || isShifted))
        return breakLine();
    QPlainTextEdit::keyPressEvent(event);
    if (isOpen)
        complete();
}

/// Moves the lines of the selection; without one, Tab fills up to the next level.
void FormatTextEdit::changeIndentation(int levels) {
    QTextCursor cursor = textCursor();
    if (!cursor.hasSelection() && levels > 0) {
        cursor.insertText(QString(kSpaces - cursor.positionInBlock() % kSpaces, u' '));
        return;
    }
    QTextBlock block = document()->findBlock(cursor.selectionStart());
    const QTextBlock last =
        document()->findBlock(std::max(cursor.selectionStart(), cursor.selectionEnd() - 1));
    cursor.beginEditBlock();
    for (;; block = block.next()) {
        QTextCursor start(block);
        if (levels > 0 && !block.text().isEmpty())
            start.insertText(QString(kSpaces, u' '));
        for (int i = 0; levels < 0 && i < kSpaces && block.text().startsWith(u' '); ++i)
            start.deleteChar();
        if (block == last)
            break;
    }
    cursor.endEditBlock();
}

/// The next line is indented as this one: behind the dash of a list, and one level further behind a key whose
/// value follows.
void FormatTextEdit::breakLine() {
    QTextCursor cursor = textCursor();
    cursor.beginEditBlock();
    cursor.removeSelectedText();
    const QString line = cursor.block().text().left(cursor.positionInBlock());
    cursor.insertText(u'\n' + QString(indentationBehind(line), u' '));
    cursor.endEditBlock();
    setTextCursor(cursor);
    ensureCursorVisible();
}

/// Other programs' line breaks within a paragraph are ends of lines here.
void FormatTextEdit::insertFromMimeData(const QMimeData* source) {
    QString text = source->text();
    insertPlainText(text.replace(QChar::LineSeparator, u'\n'));
    ensureCursorVisible();
}

// --- completion

void FormatTextEdit::complete() {
    const QTextCursor cursor = textCursor();
    const QString line = cursor.block().text().left(cursor.positionInBlock());
    const FormatCompletion found = completionAt(line, namesIn(wholeText()));
    words_->setStringList(found.words);
    completer_->setCompletionPrefix(found.begun);
    const int count = completer_->completionCount();
    if (count == 0 || (count == 1 && completer_->currentCompletion() == found.begun))
        return completer_->popup()->hide();
    QRect place = cursorRect();
    place.translate(viewport()->pos());
    place.setWidth(completer_->popup()->sizeHintForColumn(0) +
                   completer_->popup()->verticalScrollBar()->sizeHint().width());
    completer_->complete(place);
    completer_->popup()->setCurrentIndex(completer_->completionModel()->index(0, 0));
}

void FormatTextEdit::insertCompletion(const QString& word) {
    QTextCursor cursor = textCursor();
    const auto begun = static_cast<int>(completer_->completionPrefix().size());
    cursor.movePosition(QTextCursor::PreviousCharacter, QTextCursor::KeepAnchor, begun);
    cursor.insertText(word);
    setTextCursor(cursor);
}

// --- the result

LiveResult::LiveResult(DocumentContext& context, QWidget* parent)
    : QWidget(parent),
      context_(context),
      live_(context.jobs()),
      model_(live_),
      tree_(new QTreeView(this)),
      status_(new StatusLine(this)) {
    buildTree();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(tree_, 1);
    layout->addWidget(status_);
    connect(&context_, &DocumentContext::currentChanged, this, &LiveResult::bind);
    connect(&context_, &DocumentContext::documentChanged, this, [this](const octavo::Change& change) {
        if (!live_.isBound())
            return;
        live_.follow(context_.document()->snapshot(), change.removedRange());
        model_.refresh();
    });
    connect(&live_, &LiveStructure::wentAway, this, &LiveResult::say);
    connect(&live_, &LiveStructure::cameBack, this, [this] {
        model_.refresh();
        unfoldAgain();
        say();
    });
    connect(
        &model_, &StructureModel::moreWanted, this,
        [this](const QString& path) { live_.goOn(path.toStdString(), tr("Reading the structure")); },
        Qt::QueuedConnection);
    say();
}

void LiveResult::buildTree() {
    tree_->setModel(&model_);
    tree_->setFont(valueFont());
    dressTree(*tree_, tr("What the document is by this description"));
    tree_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    const int digit = tree_->fontMetrics().horizontalAdvance(u'0');
    tree_->header()->resizeSection(NodeColumns::Name, 22 * digit);
    tree_->header()->resizeSection(NodeColumns::Value, 22 * digit);
    tree_->header()->resizeSection(NodeColumns::Type, 12 * digit);
    tree_->header()->resizeSection(NodeColumns::Offset, 12 * digit);
    connect(tree_, &QTreeView::activated, this, [this](const QModelIndex& index) {
        const NodeRow* row = model_.rowAt(index);
        if (row != nullptr && row->place && row->place->end <= context_.document()->size())
            context_.select(*row->place);
    });
}

void LiveResult::setFormats(std::shared_ptr<const FormatSet> formats) {
    formats_ = std::move(formats);
    isOutdated_ = false;
    bind();
}

void LiveResult::setOutdated(bool isOutdated) {
    isOutdated_ = isOutdated;
    say();
}

void LiveResult::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    bind();
}

void LiveResult::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    bind();
}

void LiveResult::bind() {
    keepUnfolded();
    const int scrolled = tree_->verticalScrollBar()->value();
    const Document* document = context_.document();
    if (formats_ == nullptr || document == nullptr || !isVisible()) {
        live_.release();
        model_.reset();
    } else {
        live_.bind(formats_, document->snapshot(), {});
        model_.reset();
        tree_->expand(model_.index(0, 0));
        unfoldAgain();
        tree_->verticalScrollBar()->setValue(scrolled);
    }
    say();
}

void LiveResult::say() {
    if (context_.document() == nullptr)
        status_->say(StatusTone::Neutral, tr("Open a document to see what it is by this description."));
    else if (live_.isAway())
        status_->ask(StatusTone::Neutral, tr("Reading the structure…"), tr("S&top"),
                     [this] { live_.stop(); });
    else if (live_.isPaused())
        status_->ask(StatusTone::Warning, tr("Stopped before all was read."), tr("&Go On"), [this] {
            live_.resume();
            model_.refresh();
        });
    else if (isOutdated_)
        status_->say(StatusTone::Warning,
                     formats_ != nullptr ? tr("The description has errors. This is by the last one without.")
                                         : tr("The description has errors."));
    else
        status_->clear();
}

// What is unfolded is kept by paths, because another description has other rows.

void LiveResult::keepUnfolded() {
    if (!live_.isBound())
        return;
    if (const NodeRow* row = model_.rowAt(tree_->currentIndex()))
        current_ = QString::fromStdString(row->path);
    const QList<Unfolded> missing = std::exchange(unfolded_, {});
    keepUnfolded(model_.index(0, 0));
    unfolded_ += missing.first(std::min(missing.size(), kMostUnfolded - unfolded_.size()));
}

void LiveResult::keepUnfolded(const QModelIndex& index) {
    if (!tree_->isExpanded(index) || unfolded_.size() >= kMostUnfolded)
        return;
    const QString path = index.data(StructureModel::PathRole).toString();
    const bool isGroup = index.parent().isValid() && index.parent().data(StructureModel::PathRole) == path;
    if (!isGroup)
        unfolded_.append({.path = path});
    else if (model_.rowCount(index) > 0)
        unfolded_.append(
            {.path = model_.index(0, 0, index).data(StructureModel::PathRole).toString(), .isParent = true});
    for (int row = 0; row < model_.rowCount(index); ++row)
        keepUnfolded(model_.index(row, 0, index));
}

void LiveResult::unfoldAgain() {
    const QList<Unfolded> wanted = std::exchange(unfolded_, {});
    for (const Unfolded& each : wanted) {
        const QModelIndex index = model_.indexOf(each.path.toStdString());
        if (!index.isValid()) {
            unfolded_.append(each);  // not there, or not read yet
            continue;
        }
        for (QModelIndex at = each.isParent ? index.parent() : index; at.isValid(); at = at.parent())
            tree_->setExpanded(at, true);
    }
    if (const QModelIndex index = model_.indexOf(current_.toStdString());
        index.isValid() && !current_.isEmpty()) {
        tree_->selectionModel()->setCurrentIndex(
            index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        current_.clear();
    }
}

}  // namespace octavo
