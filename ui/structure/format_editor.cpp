#include "ui/structure/format_editor.h"

#include <algorithm>
#include <array>

#include <QAction>
#include <QCloseEvent>
#include <QHeaderView>
#include <QSplitter>
#include <QStandardItemModel>
#include <QTableView>
#include <QToolBar>
#include <QTreeView>
#include <QVBoxLayout>

#include "ui/base/document_context.h"
#include "ui/base/fixed_font.h"
#include "ui/base/list_table.h"
#include "ui/base/qt_text.h"
#include "ui/structure/structure_messages.h"

namespace octavo {

using namespace Qt::StringLiterals;

namespace {

constexpr int kDelayMs = 150;
constexpr int kMostProblems = 1000;

enum ProblemColumn : int { LineColumn, ColumnColumn, SentenceColumn, ProblemColumns };

}  // namespace

JobOptions FormatEditor::quietly(const QString& title) {
    return {.title = title, .visibility = JobVisibility::Hidden, .lane = JobLane::Prompt};
}

FormatEditor::FormatEditor(DocumentContext& context, std::shared_ptr<const FormatLibrary> library,
                           std::vector<std::string> folders, std::string userFolder, QWidget* parent)
    : QWidget(parent, Qt::Window),
      context_(context),
      library_(std::move(library)),
      folders_(std::move(folders)),
      userFolder_(std::move(userFolder)),
      text_(new FormatTextEdit(this)),
      problemModel_(new QStandardItemModel(0, ProblemColumns, this)),
      problemView_(new QTableView(this)),
      result_(new LiveResult(context, this)),
      status_(new StatusLine(this)) {
    buildProblems();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->setSpacing(6);
    layout->addWidget(buildTools());
    layout->addWidget(buildWork(), 1);
    layout->addWidget(status_);
    const QFontMetrics metrics(text_->font());
    resize(150 * metrics.averageCharWidth(), 42 * metrics.lineSpacing());

    for (QTimer* each : {&checkSoon_, &lookSoon_}) {
        each->setSingleShot(true);
        each->setInterval(kDelayMs);
    }
    connect(&checkSoon_, &QTimer::timeout, this, &FormatEditor::check);
    connect(&lookSoon_, &QTimer::timeout, this, &FormatEditor::lookAtFile);
    connect(text_, &QPlainTextEdit::textChanged, this, [this] { checkSoon_.start(); });
    connect(text_->document(), &QTextDocument::modificationChanged, this, &FormatEditor::showTitle);
    connect(&watcher_, &QFileSystemWatcher::fileChanged, this, [this] { lookSoon_.start(); });
    showBeginning();
}

QWidget* FormatEditor::buildTools() {
    auto* tools = new QToolBar(this);
    tools->setToolButtonStyle(Qt::ToolButtonTextOnly);
    const auto add = [this, tools](const QString& text, const QString& tip, const QKeySequence& keys,
                                   auto act) {
        auto* action = new QAction(text, this);
        action->setShortcut(keys);
        action->setToolTip(u"%1 (%2)"_s.arg(tip, keys.toString(QKeySequence::NativeText)));
        connect(action, &QAction::triggered, this, act);
        tools->addAction(action);
    };
    add(tr("New"), tr("Begin another description"), QKeySequence::New, [this] { startNew(); });
    add(tr("Open…"), tr("Open a description"), QKeySequence::Open, [this] { askWhatToOpen(); });
    add(tr("Save"), tr("Save the description"), QKeySequence::Save, [this] { save(); });
    add(tr("Save As…"), tr("Save the description under another name"),
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S), [this] { saveAs(); });
    tools->addSeparator();
    add(tr("Use for This Document"), tr("Save, and read the document in front by this description"),
        Qt::Key_F5, [this] { useForDocument(); });
    const auto addKey = [this](const QKeySequence& keys, auto act) {
        auto* action = new QAction(this);
        action->setShortcut(keys);
        connect(action, &QAction::triggered, this, act);
        addAction(action);
    };
    addKey(Qt::Key_F6, [this] { moveFocus(1); });
    addKey(Qt::SHIFT | Qt::Key_F6, [this] { moveFocus(-1); });
    addKey(Qt::Key_F8, [this] { goToProblem(problemView_->currentIndex().row() + 1); });
    addKey(Qt::SHIFT | Qt::Key_F8, [this] { goToProblem(problemView_->currentIndex().row() - 1); });
    addKey(QKeySequence::Close, [this] { close(); });
    return tools;
}

QWidget* FormatEditor::buildWork() {
    auto* left = new QSplitter(Qt::Vertical, this);
    left->addWidget(text_);
    left->addWidget(problemView_);
    left->setStretchFactor(0, 4);
    left->setStretchFactor(1, 1);
    auto* both = new QSplitter(Qt::Horizontal, this);
    both->addWidget(left);
    both->addWidget(result_);
    both->setStretchFactor(0, 3);
    both->setStretchFactor(1, 2);
    for (QSplitter* each : {left, both})
        each->setChildrenCollapsible(false);
    return both;
}

void FormatEditor::buildProblems() {
    problemModel_->setHorizontalHeaderLabels({tr("Line"), tr("Column"), tr("Problem")});
    problemView_->setModel(problemModel_);
    problemView_->setFont(valueFont());
    dressTable(*problemView_, tr("Problems of the description"));
    selectWholeRows(*problemView_);
    problemView_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    const int digit = problemView_->fontMetrics().horizontalAdvance(u'0');
    problemView_->setColumnWidth(LineColumn, 8 * digit);
    problemView_->setColumnWidth(ColumnColumn, 9 * digit);
    problemView_->horizontalHeader()->setSectionResizeMode(SentenceColumn, QHeaderView::Stretch);
    auto* go = new QAction(tr("&Go There"), problemView_);
    go->setShortcuts({Qt::Key_Return, Qt::Key_Enter});
    offerActions(*problemView_, {go});
    connect(go, &QAction::triggered, this, [this] { goToProblem(problemView_->currentIndex().row()); });
    connect(problemView_, &QTableView::doubleClicked, go, &QAction::trigger);
}

/// Tab belongs to the text.
void FormatEditor::moveFocus(int step) {
    const std::array<QWidget*, 3> parts = {text_, problemView_, &result_->tree()};
    std::size_t at = 0;
    for (std::size_t i = 0; i < parts.size(); ++i)
        at = parts[i]->hasFocus() ? i : at;
    parts[(at + parts.size() + static_cast<std::size_t>(step)) % parts.size()]->setFocus(Qt::TabFocusReason);
}

void FormatEditor::showTitle() {
    const QString name = path_.empty() ? tr("New description") : toDisplayName(path_);
    setWindowTitle(isBuiltin() ? tr("%1[*] (Octavo's own) – Description").arg(name)
                               : tr("%1[*] – Description").arg(name));
    setWindowModified(isModified());
}

// --- what it says

void FormatEditor::check() {
    checkedAs_ = path_.empty() ? suggestedPath() : path_;
    auto work = [text = toUtf8(text_->wholeText()), path = checkedAs_, search = library_->search(folders_)](
                    const JobContext&) -> Result<LoadedFormat> { return loadFormatText(text, path, search); };
    checking_ = context_.jobs().run(quietly(tr("Checking the description")), std::move(work), this,
                                    [this](const Result<LoadedFormat>& loaded) {
                                        if (!loaded)
                                            return;
                                        listProblems(loaded->problems);
                                        if (loaded->set)
                                            result_->setFormats(loaded->set);
                                        else
                                            result_->setOutdated(true);
                                    });
}

void FormatEditor::listProblems(const std::vector<FormatProblem>& problems) {
    const int current = problemView_->currentIndex().row();
    std::vector<FormatProblem> inText;
    problems_ = problems;
    std::erase_if(problems_, [this](const FormatProblem& each) {
        return each.file != checkedAs_ && each.severity == FormatProblem::Severity::Warning;
    });
    problems_.resize(std::min<std::size_t>(problems_.size(), kMostProblems));
    problemModel_->removeRows(0, problemModel_->rowCount());
    for (const FormatProblem& each : problems_) {
        const bool isOwn = each.file == checkedAs_;
        QString sentence = messageFor(each);
        if (each.severity == FormatProblem::Severity::Warning)
            sentence = tr("Warning: %1").arg(sentence);
        if (!isOwn)
            sentence = u"%1: %2"_s.arg(toDisplayName(each.file), sentence);
        const int column =
            isOwn ? text_->cursorAt(each.mark).positionInBlock() + 1 : static_cast<int>(each.mark.column);
        QList<QStandardItem*> row;
        for (const QString& text : {QString::number(each.mark.line), QString::number(column), sentence}) {
            row << new QStandardItem(text);
            row.back()->setToolTip(sentence);
        }
        problemModel_->appendRow(row);
        if (isOwn)
            inText.push_back(each);
    }
    text_->setProblems(std::move(inText));
    if (current >= 0 && current < problemModel_->rowCount())
        problemView_->setCurrentIndex(problemModel_->index(current, 0));
}

void FormatEditor::goToProblem(int row) {
    if (row < 0 || row >= static_cast<int>(problems_.size()))
        return;
    problemView_->setCurrentIndex(problemModel_->index(row, 0));
    const FormatProblem& problem = problems_[static_cast<std::size_t>(row)];
    if (problem.file == checkedAs_)
        text_->goTo(problem.mark);
    else
        open(problem.file);
}

void FormatEditor::closeEvent(QCloseEvent* event) {
    if (!isModified())
        return event->accept();
    event->ignore();
    leaveThen([this] { close(); });
}

}  // namespace octavo
