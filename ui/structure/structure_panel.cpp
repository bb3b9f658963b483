#include "ui/structure/structure_panel.h"

#include <algorithm>

#include <QAction>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMimeDatabase>
#include <QStackedLayout>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

#include "core/buffer/document.h"
#include "ui/base/document_context.h"
#include "ui/base/fixed_font.h"
#include "ui/base/list_table.h"
#include "ui/base/messages.h"
#include "ui/base/number_text.h"
#include "ui/base/qt_text.h"
#include "ui/base/status_line.h"
#include "ui/structure/document_structure.h"
#include "ui/structure/field_colours.h"
#include "ui/structure/format_chooser.h"
#include "ui/structure/node_list_model.h"
#include "ui/structure/structure_messages.h"
#include "ui/structure/value_delegate.h"

namespace octavo {

using namespace Qt::StringLiterals;

namespace {

constexpr int kFilterDelayMs = 250;
constexpr int kCaretDelayMs = 30;
constexpr int kReloadDelayMs = 150;
constexpr std::size_t kClearSignature = 4;  // bytes that leave no doubt

}  // namespace

StructurePanel::StructurePanel(DocumentContext& context, std::string ownFolder, QWidget* parent)
    : QWidget(parent),
      context_(context),
      ownFolder_(std::move(ownFolder)),
      library_(std::make_shared<FormatLibrary>()),
      colours_(new FieldColours(context, this)),
      chooser_(new FormatChooser(this)),
      more_(new QToolButton(this)),
      filter_(new QLineEdit(this)),
      tree_(new QTreeView(this)),
      filteredView_(new QTreeView(this)),
      filteredModel_(new NodeListModel(this)),
      breadcrumb_(new QLabel(this)),
      status_(new StatusLine(this)),
      automatic_(new QAction(tr("Take Clear &Formats Without Asking"), this)),
      coloured_(new QAction(tr("&Colour the Bytes by Field"), this)),
      bind_(new QAction(tr("&Type at the Caret…"), this)),
      edit_(new QAction(tr("&Edit the Description"), this)),
      compare_(new QAction(tr("Co&mpare with Another Version…"), this)) {
    buildTree();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->setSpacing(6);
    layout->addWidget(buildTop());
    filter_->setPlaceholderText(tr("Filter by name, value or type"));
    filter_->setAccessibleName(tr("Filter"));
    filter_->setClearButtonEnabled(true);
    layout->addWidget(filter_);
    pages_ = new QStackedLayout;
    pages_->addWidget(tree_);
    pages_->addWidget(filteredView_);
    layout->addLayout(pages_, 1);
    breadcrumb_->setTextInteractionFlags(Qt::LinksAccessibleByKeyboard | Qt::LinksAccessibleByMouse);
    breadcrumb_->setWordWrap(true);
    breadcrumb_->setAccessibleName(tr("Field at the caret"));
    breadcrumb_->hide();
    layout->addWidget(breadcrumb_);
    layout->addWidget(status_);
    connect(breadcrumb_, &QLabel::linkActivated, this, [this](const QString& path) {
        if (DocumentStructure* now = structure())
            tree_->setCurrentIndex(now->model().indexOf(path.toStdString()));
    });

    const auto later = [this](QTimer& timer, int delay, void (StructurePanel::*act)()) {
        timer.setSingleShot(true);
        timer.setInterval(delay);
        connect(&timer, &QTimer::timeout, this, act);
    };
    later(caretSoon_, kCaretDelayMs, &StructurePanel::selectFieldAtCaret);
    later(filterTimer_, kFilterDelayMs, &StructurePanel::runFilter);
    later(reloadSoon_, kReloadDelayMs, &StructurePanel::reloadFormat);
    connect(filter_, &QLineEdit::textChanged, this, &StructurePanel::filterSoon);
    connect(&watcher_, &QFileSystemWatcher::fileChanged, this, [this] { reloadSoon_.start(); });
    connect(&context_, &DocumentContext::currentChanged, this, &StructurePanel::followDocument);
    connect(&context_, &DocumentContext::caretMoved, this, [this] {
        if (!isSyncing_)
            caretSoon_.start();
    });
    readLibrary();
    followDocument();
}

StructurePanel::~StructurePanel() = default;

QWidget* StructurePanel::buildTop() {
    auto* row = new QWidget(this);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(chooser_, 1);
    layout->addWidget(more_);
    more_->setText(u"⋯"_s);
    more_->setAccessibleName(tr("More"));
    more_->setToolTip(tr("More that can be done with structures"));
    more_->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(more_);
    buildMenu(*menu);
    more_->setMenu(menu);
    connect(chooser_, &FormatChooser::chosen, this,
            [this](const QString& path, const QString& title) { useFormat(path.toStdString(), title); });
    connect(chooser_, &FormatChooser::noneChosen, this, [this] {
        if (DocumentStructure* now = structure())
            now->release();
    });
    connect(chooser_, &FormatChooser::otherWanted, this, [this] {
        auto* dialog = new QFileDialog(this, tr("Open Description"), dialogDirectory(context_.documentPath()),
                                       tr("Descriptions (*.ksy);;All files (*)"));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::ExistingFile);
        connect(dialog, &QFileDialog::fileSelected, this,
                [this](const QString& file) { useFormat(toRawPath(file), {}); });
        dialog->open();
    });
    return row;
}

void StructurePanel::buildMenu(QMenu& menu) {
    automatic_->setCheckable(true);
    automatic_->setToolTip(tr("Read a document by the format whose signature it has, without asking"));
    coloured_->setCheckable(true);
    coloured_->setChecked(true);
    connect(automatic_, &QAction::toggled, this, [this](bool isOn) {
        Q_EMIT automaticChanged(isOn);
        if (isOn)
            offer();
    });
    connect(coloured_, &QAction::toggled, this, [this](bool isOn) {
        colours_->setShown(isOn);
        Q_EMIT colouredChanged(isOn);
    });
    connect(bind_, &QAction::triggered, this, &StructurePanel::bindTypeAtCaret);
    connect(edit_, &QAction::triggered, this, [this] {
        const DocumentStructure* now = structure();
        Q_EMIT editorWanted(now != nullptr ? QString::fromStdString(now->formatPath()) : QString());
    });
    menu.addAction(automatic_);
    menu.addAction(coloured_);
    QMenu* depth = menu.addMenu(tr("Colour to a &Depth of"));
    const auto addDepth = [this, depth](const QString& text, unsigned levels) {
        depth->addAction(text, this, [this, levels] { colours_->setDepth(levels); });
    };
    for (const unsigned levels : {0U, 1U, 2U, 3U, 4U})
        addDepth(tr("%n level(s)", nullptr, static_cast<int>(levels + 1)), levels);
    addDepth(tr("&All levels"), FieldColours::kAllDepths);
    menu.addSeparator();
    menu.addAction(bind_);
    menu.addAction(compare_);
    connect(compare_, &QAction::triggered, this, &StructurePanel::comparisonWanted);
    menu.addSeparator();
    menu.addAction(edit_);
    menu.addAction(tr("&New Description…"), this, [this] { Q_EMIT editorWanted({}); });
    menu.addAction(tr("Add a F&older of Descriptions…"), this, &StructurePanel::addFolder);
    menu.addAction(tr("Fo&rget Added Folders"), this, [this] {
        setFolders({});
        Q_EMIT foldersChanged(folders_);
    });
}

void StructurePanel::buildTree() {
    const auto dress = [](QTreeView& view, const QString& name) {
        view.setFont(valueFont());
        dressTree(view, name);
        view.setAlternatingRowColors(false);
        view.setTextElideMode(Qt::ElideRight);
    };
    dress(*tree_, tr("Structure"));
    dress(*filteredView_, tr("Fields that the filter lets through"));
    tree_->setEditTriggers(QAbstractItemView::EditKeyPressed | QAbstractItemView::DoubleClicked);
    tree_->setItemDelegateForColumn(NodeColumns::Value, new ValueDelegate(tree_));
    filteredView_->setModel(filteredModel_);
    filteredView_->setRootIsDecorated(false);
    connect(filteredView_->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& current) {
                if (!current.isValid())
                    return;
                const NodeRow& row = filteredModel_->rowAt(current);
                if (row.place && row.place->end <= context_.document()->size())
                    context_.select(*row.place);
            });
    connect(filteredView_, &QTreeView::doubleClicked, this, [this](const QModelIndex& index) {
        const std::string path = filteredModel_->rowAt(index).path;
        filter_->clear();
        if (DocumentStructure* now = structure()) {
            const QModelIndex found = now->model().indexOf(path);
            tree_->setCurrentIndex(found);
            tree_->scrollTo(found);
        }
    });
    buildTreeActions();
}

QString StructurePanel::statusText() const {
    return status_->text();
}

QString StructurePanel::breadcrumbText() const {
    return breadcrumb_->isHidden() ? QString() : breadcrumb_->text();
}

bool StructurePanel::isBusy() const {
    const DocumentStructure* now = structure();
    return reading_.isRunning() || detecting_.isRunning() || loading_.isRunning() || filtering_.isRunning() ||
           exporting_.isRunning() || filterTimer_.isActive() || caretSoon_.isActive() ||
           reloadSoon_.isActive() || (now != nullptr && const_cast<DocumentStructure*>(now)->live().isAway());
}

void StructurePanel::setAutomatic(bool isAutomatic) {
    automatic_->setChecked(isAutomatic);
}

bool StructurePanel::isAutomatic() const {
    return automatic_->isChecked();
}

void StructurePanel::setColoured(bool isColoured) {
    coloured_->setChecked(isColoured);
}

DocumentStructure* StructurePanel::structure() const {
    Document* document = context_.document();
    QObject* owner = context_.documentOwner();
    return document == nullptr || owner == nullptr
               ? nullptr
               : &DocumentStructure::of(*owner, *document, context_.jobs());
}

// --- which format

std::vector<std::string> StructurePanel::allFolders() const {
    std::vector<std::string> all = folders_;
    if (!ownFolder_.empty())
        all.push_back(ownFolder_);
    return all;
}

void StructurePanel::setFolders(std::vector<std::string> folders) {
    folders_ = std::move(folders);
    readLibrary();
}

void StructurePanel::addFolder() {
    auto* dialog =
        new QFileDialog(this, tr("Folder of Descriptions"), dialogDirectory(context_.documentPath()));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& folder) {
        std::vector<std::string> folders = folders_;
        folders.push_back(toRawPath(folder));
        setFolders(std::move(folders));
        Q_EMIT foldersChanged(folders_);
    });
    dialog->open();
}

void StructurePanel::readLibrary() {
    auto work = [folders = allFolders()](const JobContext&) -> Result<std::shared_ptr<const FormatLibrary>> {
        return std::make_shared<const FormatLibrary>(FormatLibrary::read(folders));
    };
    reading_ = context_.jobs().run({.title = tr("Reading the list of formats"),
                                    .visibility = JobVisibility::Hidden,
                                    .lane = JobLane::Prompt},
                                   std::move(work), this,
                                   [this](const Result<std::shared_ptr<const FormatLibrary>>& read) {
                                       if (read)
                                           library_ = *read;
                                       detect();
                                   });
}

/// Looks for the signatures of all formats, which are a few bytes.
void StructurePanel::detect() {
    candidates_.clear();
    const Document* document = context_.document();
    if (document == nullptr || reading_.isRunning())
        return chooser_->offer(library_, {});
    const std::string name = toUtf8(context_.documentName());
    std::vector<std::string> types;
    for (const QMimeType& type : QMimeDatabase().mimeTypesForFileName(context_.documentName()))
        types.push_back(toUtf8(type.name()));
    auto work = [library = library_, snapshot = document->snapshot(), name,
                 types](const JobContext&) -> Result<std::vector<FormatCandidate>> {
        return library->detect(snapshot, name, types);
    };
    detecting_ = context_.jobs().run(
        {.title = tr("Looking for a format"), .visibility = JobVisibility::Hidden, .lane = JobLane::Prompt},
        std::move(work), this, [this](const Result<std::vector<FormatCandidate>>& found) {
            candidates_ = found ? *found : std::vector<FormatCandidate>();
            chooser_->offer(library_, candidates_);
            offer();
        });
}

void StructurePanel::offer() {
    DocumentStructure* now = structure();
    if (now == nullptr || now->live().isBound() || loading_.isRunning() || candidates_.empty() ||
        candidates_.front().matchedBytes == 0)
        return;
    const FormatCandidate& first = candidates_.front();
    const QString title = QString::fromStdString(first.format->title);
    if (isAutomatic() && first.matchedBytes >= kClearSignature)
        return useFormat(first.format->path, title);
    status_->ask(StatusTone::Neutral, tr("This looks like: %1.").arg(title), tr("&Read It"),
                 [this, path = first.format->path, title] { useFormat(path, title); });
}

void StructurePanel::followDocument() {
    filter_->clear();
    loading_.cancel();
    if (shown_ != nullptr)
        shown_->disconnect(this);
    shown_ = structure();
    if (shown_ != nullptr) {
        connect(shown_, &DocumentStructure::changed, this, &StructurePanel::showStructure);
        connect(&shown_->model(), &StructureModel::valueWritten, this, &StructurePanel::writeValue,
                Qt::UniqueConnection);
    }
    colours_->show(shown_);
    QItemSelectionModel* old = tree_->selectionModel();
    tree_->setModel(shown_ != nullptr ? &shown_->model() : nullptr);
    delete old;
    if (QItemSelectionModel* chosen = tree_->selectionModel())
        connect(chosen, &QItemSelectionModel::currentChanged, this, [this] {
            refreshActions();
            selectBytesOfCurrent();
        });
    QHeaderView* header = tree_->header();
    if (shown_ != nullptr) {
        const int digit = tree_->fontMetrics().horizontalAdvance(u'0');
        header->resizeSection(NodeColumns::Name, 26 * digit);
        header->resizeSection(NodeColumns::Value, 26 * digit);
        header->resizeSection(NodeColumns::Type, 18 * digit);
        header->resizeSection(NodeColumns::Offset, 12 * digit);
        header->resizeSection(NodeColumns::Size, 10 * digit);
        header->resizeSection(NodeColumns::Comment, 40 * digit);
        tree_->expandToDepth(0);
    }
    showStructure();
    detect();
}

void StructurePanel::useFormat(const std::string& path, const QString& title) {
    load(path, title, {});
}

void StructurePanel::load(const std::string& path, const QString& title,
                          const StructureTree::Options& options) {
    auto work = [path, search = library_->search(allFolders())](const JobContext&) -> Result<LoadedFormat> {
        return loadFormat(path, search);
    };
    loading_ = context_.jobs().run({.title = tr("Reading the description"),
                                    .visibility = JobVisibility::Hidden,
                                    .lane = JobLane::Prompt},
                                   std::move(work), this,
                                   [this, path, title, options](const Result<LoadedFormat>& loaded) {
                                       if (loaded)
                                           take(*loaded, path, title, options);
                                   });
}

void StructurePanel::take(const LoadedFormat& loaded, const std::string& path, const QString& title,
                          const StructureTree::Options& options) {
    DocumentStructure* now = structure();
    if (now == nullptr)
        return;
    problems_ = loaded.problems;
    if (!watcher_.files().isEmpty())
        watcher_.removePaths(watcher_.files());
    const bool isFile = !path.starts_with(FormatLibrary::kBuiltinFolder);
    if (isFile && loaded.set) {
        for (const auto& each : loaded.set->formats)
            watcher_.addPath(QString::fromStdString(each->file));
    } else if (isFile) {
        watcher_.addPath(QString::fromStdString(path));
    }
    if (!loaded.set) {
        const auto wrong = std::find_if(problems_.begin(), problems_.end(), [](const FormatProblem& each) {
            return each.severity == FormatProblem::Severity::Error;
        });
        const QString what = wrong == problems_.end() ? tr("It cannot be read.") : messageFor(*wrong);
        const QString place = wrong == problems_.end() || wrong->mark.line == 0
                                  ? toDisplayName(path)
                                  : tr("%1, line %2").arg(toDisplayName(wrong->file)).arg(wrong->mark.line);
        status_->ask(StatusTone::Problem, u"%1: %2"_s.arg(place, what), tr("&Edit"),
                     [this, path] { Q_EMIT editorWanted(QString::fromStdString(path)); });
        return;
    }
    const Format& format = *loaded.set->formats.front();
    const QString name = !title.isEmpty()
                             ? title
                             : QString::fromStdString(format.title.empty() ? format.top.name : format.title);
    now->bind(loaded.set, options, path, name);
    tree_->expandToDepth(0);
    selectFieldAtCaret();
}

/// The file of the description changed on the disk.
void StructurePanel::reloadFormat() {
    DocumentStructure* now = structure();
    if (now == nullptr || now->formatPath().empty())
        return;
    StructureTree::Options options = now->live().options();
    options.type = nullptr;  // of the old description
    load(now->formatPath(), now->formatName(), options);
}

// --- what is shown

void StructurePanel::showStructure() {
    const DocumentStructure* now = structure();
    const bool isBound = now != nullptr && shown_->live().isBound();
    chooser_->present(now != nullptr ? now->formatPath() : std::string(),
                      now != nullptr ? now->formatName() : QString());
    chooser_->setEnabled(now != nullptr);
    filter_->setEnabled(isBound);
    say();
    refreshActions();
    if (!isBound)
        breadcrumb_->hide();
    else
        caretSoon_.start();
    context_.repaintBytes();
}

void StructurePanel::say() {
    if (shown_ == nullptr)
        return status_->clear();
    LiveStructure& live = shown_->live();
    if (live.isAway())
        return status_->ask(StatusTone::Neutral, tr("Reading the structure…"), tr("&Stop"),
                            [this] { shown_->live().stop(); });
    if (live.isPaused())
        return status_->ask(StatusTone::Warning, tr("Stopped before all was read."), tr("&Go On"), [this] {
            shown_->live().resume();
            shown_->model().refresh();
        });
    if (live.isBound())
        return status_->clear();
    if (status_->tone() != StatusTone::Problem)
        status_->say(StatusTone::Neutral, tr("Choose a format to see what the bytes mean."));
    offer();
}

void StructurePanel::refreshActions() {
    const bool isBound = shown_ != nullptr && shown_->live().isBound();
    const bool hasCurrent = isBound && tree_->currentIndex().isValid();
    for (QAction* each : onNode_)
        each->setEnabled(hasCurrent);
    bind_->setEnabled(isBound);
    compare_->setEnabled(isBound);
    const NodeRow* row = hasCurrent ? shown_->model().rowAt(tree_->currentIndex()) : nullptr;
    table_->setEnabled(row != nullptr && row->kind == NodeRow::Kind::Array && row->itemCount > 0);
    edit_->setEnabled(isBound);
}

}  // namespace octavo
