#include "ui/structure/format_editor.h"

#include <algorithm>
#include <filesystem>

#include <QAction>
#include <QCloseEvent>
#include <QFileDialog>
#include <QHeaderView>
#include <QMessageBox>
#include <QPushButton>
#include <QSplitter>
#include <QStandardItemModel>
#include <QTableView>
#include <QToolBar>
#include <QTreeView>
#include <QVBoxLayout>

#include "core/base/text_sink.h"
#include "core/save/file_system.h"
#include "ui/base/document_context.h"
#include "ui/base/fixed_font.h"
#include "ui/base/list_table.h"
#include "ui/base/messages.h"
#include "ui/base/qt_text.h"
#include "ui/dialogs/export_to_file.h"
#include "ui/structure/structure_messages.h"

namespace octavo {

using namespace Qt::StringLiterals;

namespace {

constexpr int kDelayMs = 150;
constexpr int kMostProblems = 1000;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

enum ProblemColumn : int { LineColumn, ColumnColumn, SentenceColumn, ProblemColumns };

constexpr QStringView kBeginning =
    u"meta:\n  id: my_format\n  endian: le\nseq:\n  - id: magic\n    size: 4\n";

JobOptions quietly(const QString& title) {
    return {.title = title, .visibility = JobVisibility::Hidden, .lane = JobLane::Prompt};
}

}  // namespace

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
    showText(kBeginning.toString(), {});
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
    add(tr("Open…"), tr("Open a description"), QKeySequence::Open, [this] {
        const std::string near = path_.empty() || isBuiltin() ? userFolder_ + "/" : path_;
        auto* dialog = new QFileDialog(this, tr("Open Description"), dialogDirectory(near),
                                       tr("Descriptions (*.ksy);;All files (*)"));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::ExistingFile);
        connect(dialog, &QFileDialog::fileSelected, this,
                [this](const QString& file) { open(toRawPath(file)); });
        dialog->open();
    });
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

// --- where it comes from

void FormatEditor::startNew() {
    leaveThen([this] { showText(kBeginning.toString(), {}); });
}

void FormatEditor::load(const std::string& path) {
    auto work = [path, search = library_->search(folders_)](const JobContext&) -> Result<std::string> {
        const auto bytes = search.read(path);
        return bytes ? Result<std::string>(*bytes) : fail(ErrorCode::ReadFailed, path);
    };
    reading_ = context_.jobs().run(
        quietly(tr("Opening a description")), std::move(work), this,
        [this, path](const Result<std::string>& bytes) {
            if (!bytes)
                return status_->say(StatusTone::Problem, messageFor(bytes.error()));
            std::string_view kept = *bytes;
            if (kept.starts_with(kByteOrderMark))
                kept.remove_prefix(kByteOrderMark.size());
            const QString text = QString::fromUtf8(kept.data(), static_cast<qsizetype>(kept.size()));
            if (toUtf8(text) != kept || !showText(text, path))
                return status_->say(
                    StatusTone::Problem,
                    tr("“%1” cannot be edited here: it holds characters that are no plain text.")
                        .arg(toDisplayName(path)));
            onDisk_ = *bytes;
            if (isBuiltin())
                status_->say(StatusTone::Neutral,
                             tr("This description is Octavo's own. Saving makes a copy of yours."));
        });
}

/// False, and nothing is shown, when the editor cannot keep the text as it is.
bool FormatEditor::showText(const QString& text, const std::string& path) {
    QString plain = text;
    const bool hasCarriageReturns = text.contains(u"\r\n"_s);
    plain.replace(u"\r\n"_s, u"\n"_s);
    if (plain.contains(u'\r') || plain.contains(QChar::Null) || plain.contains(QChar::ParagraphSeparator))
        return false;
    path_ = path;
    hasCarriageReturns_ = hasCarriageReturns;
    text_->setPlainText(plain);
    text_->document()->setModified(false);
    status_->clear();
    watch();
    showTitle();
    check();
    return true;
}

void FormatEditor::leaveThen(Next goOn) {
    if (!isModified())
        return goOn();
    const QString name = path_.empty() ? tr("New description") : toDisplayName(path_);
    auto* box = new QMessageBox(QMessageBox::Question, tr("Unsaved Changes"),
                                tr("“%1” has changes that are not saved. Save them?").arg(name),
                                QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, this);
    box->setObjectName(u"unsavedChanges"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setDefaultButton(QMessageBox::Save);
    connect(box, &QDialog::finished, this, [this, goOn](int answer) {
        if (answer == QMessageBox::Save)
            return saveThen(goOn);
        if (answer != QMessageBox::Discard)
            return;
        showText(path_.empty() ? kBeginning.toString() : QString::fromStdString(onDisk_), path_);
        goOn();
    });
    box->open();
}

void FormatEditor::closeEvent(QCloseEvent* event) {
    if (!isModified())
        return event->accept();
    event->ignore();
    leaveThen([this] { close(); });
}

// --- where it goes

/// In the person's folder, by the name of the file or of the description.
std::string FormatEditor::suggestedPath() const {
    std::string name = path_.empty() ? "my_format.ksy" : std::filesystem::path(path_).filename().string();
    const auto summary = path_.empty() ? summarizeFormat(toUtf8(text_->wholeText()), {}) : std::nullopt;
    if (summary && summary->id.find('/') == std::string::npos && !summary->id.empty())
        name = summary->id + ".ksy";
    return userFolder_ + "/" + name;
}

void FormatEditor::saveThen(Next next) {
    if (path_.empty() || (isBuiltin() && userFolder_.empty()))
        return saveAsThen(std::move(next));
    write(isBuiltin() ? suggestedPath() : path_, isBuiltin() ? Other::KeepExisting : Other::KeepChanged,
          next);
}

/// The person's folder is made first, for the dialog to begin there.
void FormatEditor::saveAsThen(Next next) {
    auto work = [folder = userFolder_](const JobContext&) -> Status {
        return folder.empty() ? Status() : PosixFileSystem().makePrivateDirectory(folder);
    };
    writing_ = context_.jobs().run(quietly(tr("Saving a description")), std::move(work), this,
                                   [this, next = std::move(next)](const Status&) { askWhere(next); });
}

void FormatEditor::askWhere(const Next& next) {
    auto* dialog = new QFileDialog(this, tr("Save Description As"),
                                   dialogDirectory(userFolder_.empty() ? path_ : suggestedPath()),
                                   tr("Descriptions (*.ksy);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"ksy"_s);
    dialog->selectFile(toDisplayName(suggestedPath()));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, next](const QString& file) { write(toRawPath(file), Other::Replace, next); });
    dialog->open();
}

void FormatEditor::write(const std::string& path, Other other, const Next& next) {
    QString text = text_->wholeText();
    if (hasCarriageReturns_)
        text.replace(u'\n', u"\r\n"_s);
    const std::string folder = path.starts_with(userFolder_ + "/") ? userFolder_ : std::string();
    auto work = [path, folder, other, bytes = toUtf8(text),
                 known = onDisk_](const JobContext&) -> Result<ByteCount> {
        PosixFileSystem fileSystem;
        if (const Status made = folder.empty() ? Status() : fileSystem.makePrivateDirectory(folder); !made)
            return fail(made.error());
        const auto present = other == Other::Replace ? std::nullopt : FormatSearch::onDisk({}).read(path);
        if (present && *present != bytes && (other == Other::KeepExisting || *present != known))
            return fail(ErrorCode::ChangedOnDisk, path);
        return writeTextFile(fileSystem, path, [&bytes](TextSink& sink) { return sink.append(bytes); });
    };
    const int revision = text_->document()->revision();
    writing_ = context_.jobs().run(
        quietly(tr("Saving a description")), std::move(work), this,
        [this, path, other, revision, bytes = toUtf8(text), next](const Result<ByteCount>& written) {
            if (written)
                return tookPlace(path, bytes, revision, next);
            if (written.error().code != ErrorCode::ChangedOnDisk)
                return status_->say(StatusTone::Problem, messageFor(written.error()));
            if (other == Other::KeepExisting)
                return saveAsThen(next);
            askToReplace(path, next);
        });
}

void FormatEditor::tookPlace(const std::string& path, const std::string& bytes, int revision,
                             const Next& next) {
    path_ = path;
    onDisk_ = bytes;
    if (text_->document()->revision() == revision)
        text_->document()->setModified(false);
    watch();
    showTitle();
    checkSoon_.start();
    status_->say(StatusTone::Success, tr("Saved as “%1”.").arg(toDisplayText(path)));
    Q_EMIT saved(path);
    if (next)
        next();
}

void FormatEditor::askToReplace(const std::string& path, const Next& next) {
    auto* box = new QMessageBox(
        QMessageBox::Warning, tr("Changed on the Disk"),
        tr("Another program has changed “%1” since it was opened here. Replace what it wrote?")
            .arg(toDisplayName(path)),
        QMessageBox::Cancel, this);
    box->setObjectName(u"changedOnDisk"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    const QPushButton* replace = box->addButton(tr("&Replace"), QMessageBox::DestructiveRole);
    box->setDefaultButton(QMessageBox::Cancel);
    connect(replace, &QPushButton::clicked, this, [this, path, next] { write(path, Other::Replace, next); });
    box->open();
}

// --- what others do to the file

void FormatEditor::watch() {
    lookSoon_.stop();
    looking_.cancel();
    if (!watcher_.files().isEmpty())
        watcher_.removePaths(watcher_.files());
    if (!path_.empty() && !isBuiltin())
        watcher_.addPath(QString::fromStdString(path_));
}

void FormatEditor::lookAtFile() {
    auto work = [path = path_](const JobContext&) -> Result<std::optional<std::string>> {
        return FormatSearch::onDisk({}).read(path);
    };
    looking_ = context_.jobs().run(quietly(tr("Looking at a description")), std::move(work), this,
                                   [this](const Result<std::optional<std::string>>& bytes) {
                                       if (bytes)
                                           tellOfChange(*bytes);
                                   });
}

void FormatEditor::tellOfChange(const std::optional<std::string>& bytes) {
    const QString name = toDisplayName(path_);
    if (!bytes)
        return status_->say(StatusTone::Warning,
                            tr("“%1” is not on the disk any more. Saving writes it again.").arg(name));
    watch();  // a file that was replaced is another one
    if (*bytes == onDisk_)
        return;
    status_->ask(StatusTone::Warning,
                 isModified()
                     ? tr("Another program has changed “%1”. Loading it loses your changes.").arg(name)
                     : tr("Another program has changed “%1”.").arg(name),
                 tr("&Load It Again"), [this] { load(path_); });
}

}  // namespace octavo
