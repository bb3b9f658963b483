#include "ui/structure/structure_panel.h"

#include <algorithm>

#include <QAction>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QStackedLayout>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

#include "core/buffer/document.h"
#include "ui/base/document_context.h"
#include "ui/base/fixed_font.h"
#include "ui/base/list_table.h"
#include "ui/base/qt_text.h"
#include "ui/structure/field_colours.h"
#include "ui/structure/format_chooser.h"
#include "ui/structure/node_list_model.h"
#include "ui/structure/value_delegate.h"

namespace octavo {

using namespace Qt::StringLiterals;

namespace {

constexpr int kFilterDelayMs = 250;
constexpr int kCaretDelayMs = 30;
constexpr int kReloadDelayMs = 150;

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
      readSelection_(new QAction(tr("Read the &Selection Only"), this)),
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
        loading_.cancel();
        broken_.reset();
        watch(nullptr);
        isStateTold_ = true;
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
            takeClearFormat();
    });
    connect(coloured_, &QAction::toggled, this, [this](bool isOn) {
        colours_->setShown(isOn);
        Q_EMIT colouredChanged(isOn);
    });
    connect(bind_, &QAction::triggered, this, &StructurePanel::bindTypeAtCaret);
    connect(edit_, &QAction::triggered, this, [this] {
        const DocumentStructure* now = structure();
        Q_EMIT editorWanted(now != nullptr ? QString::fromStdString(now->request().path) : QString());
    });
    menu.addAction(automatic_);
    menu.addAction(coloured_);
    QMenu* depth = menu.addMenu(tr("Colour to a &Depth of"));
    const auto addDepth = [this, depth](const QString& text, unsigned levels) {
        depth->addAction(text, this, [this, levels] { colours_->setDepth(levels); });
    };
    for (const unsigned levels : {0U, 1U, 2U, 3U, 4U})
        addDepth(levels == 0 ? tr("1 level") : tr("%1 levels").arg(levels + 1), levels);
    addDepth(tr("&All levels"), FieldColours::kAllDepths);
    menu.addSeparator();
    menu.addAction(readSelection_);
    connect(readSelection_, &QAction::triggered, this, &StructurePanel::readSelection);
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
    DocumentStructure* now = structure();
    const bool isExporting =
        std::any_of(exports_.begin(), exports_.end(), [](const JobHandle& each) { return each.isRunning(); });
    return reading_.isRunning() || detecting_.isRunning() || loading_.isRunning() || filtering_.isRunning() ||
           copying_.isRunning() || isExporting || filterTimer_.isActive() || caretSoon_.isActive() ||
           reloadSoon_.isActive() || (now != nullptr && now->live().isAway());
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

// --- what is shown

void StructurePanel::followDocument() {
    candidates_.clear();  // they were another document's
    filter_->clear();
    loading_.cancel();
    copying_.cancel();
    broken_.reset();
    status_->clear();
    isStateTold_ = true;
    keepView();
    if (shown_ != nullptr) {
        shown_->disconnect(this);
        shown_->model().disconnect(this);
    }
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
    showView();
    if (QItemSelectionModel* chosen = tree_->selectionModel())
        connect(chosen, &QItemSelectionModel::currentChanged, this, [this] {
            refreshActions();
            selectBytesOfCurrent();
        });
    QHeaderView* header = tree_->header();
    if (shown_ != nullptr) {
        const int digit = tree_->fontMetrics().horizontalAdvance(u'0');
        header->resizeSection(NodeColumns::Name, 32 * digit);
        header->resizeSection(NodeColumns::Value, 26 * digit);
        header->resizeSection(NodeColumns::Type, 18 * digit);
        header->resizeSection(NodeColumns::Offset, 12 * digit);
        header->resizeSection(NodeColumns::Size, 10 * digit);
        header->resizeSection(NodeColumns::Comment, 40 * digit);
    }
    watch(shown_ != nullptr ? shown_->live().formats().get() : nullptr);
    showStructure();
    detect();
}

void StructurePanel::keepView() {
    if (shown_ == nullptr || tree_->model() != &shown_->model())
        return;
    DocumentStructure::View view;
    view.current = tree_->currentIndex();
    std::vector<QModelIndex> left = {tree_->model()->index(0, 0)};
    while (!left.empty()) {
        const QModelIndex at = left.back();
        left.pop_back();
        if (!tree_->isExpanded(at))
            continue;
        view.unfolded << at;
        for (int row = 0; row < tree_->model()->rowCount(at); ++row)
            left.push_back(tree_->model()->index(row, 0, at));
    }
    shown_->keepView(std::move(view));
}

void StructurePanel::showView() {
    if (shown_ == nullptr)
        return;
    const DocumentStructure::View& view = shown_->view();
    if (view.unfolded.isEmpty())
        tree_->expandToDepth(0);
    for (const QPersistentModelIndex& each : view.unfolded)
        tree_->expand(each);
    if (view.current.isValid()) {
        tree_->setCurrentIndex(view.current);
        tree_->scrollTo(view.current);
    }
}

void StructurePanel::showStructure() {
    const DocumentStructure* now = structure();
    const bool isBound = now != nullptr && shown_->live().isBound();
    chooser_->present(now != nullptr ? now->request().path : std::string(),
                      now != nullptr ? now->request().name() : QString());
    chooser_->setEnabled(now != nullptr);
    filter_->setEnabled(isBound);
    say();
    refreshActions();
    if (isBound) {
        caretSoon_.start();
    } else {
        breadcrumb_->hide();
        pointAt({});
    }
    context_.repaintBytes();
}

/// How reading goes; what else was told stays until there is something to say of that.
void StructurePanel::say() {
    const bool isBound = shown_ != nullptr && shown_->live().isBound();
    if (isBound && shown_->live().isAway()) {
        ask(StatusTone::Neutral, tr("Reading the structure…"), tr("&Stop"),
            [this] { shown_->live().stop(); });
    } else if (isBound && shown_->live().isPaused()) {
        ask(StatusTone::Warning, tr("Stopped before all was read."), tr("&Go On"), [this] {
            shown_->live().resume();
            shown_->model().refresh();
            colours_->show(shown_);
        });
    } else if (!isStateTold_) {
        return;
    } else if (isBound || shown_ == nullptr) {
        status_->clear();
    } else if (!offer()) {
        tell(StatusTone::Neutral, tr("Choose a format to see what the bytes mean."));
    }
    isStateTold_ = true;
}

void StructurePanel::tell(StatusTone tone, const QString& text) {
    isStateTold_ = false;
    status_->say(tone, text);
}

void StructurePanel::ask(StatusTone tone, const QString& text, const QString& actionText,
                         std::function<void()> act) {
    isStateTold_ = false;
    status_->ask(tone, text, actionText, std::move(act));
}

void StructurePanel::refreshActions() {
    const bool isBound = shown_ != nullptr && shown_->live().isBound();
    const bool hasCurrent = isBound && tree_->currentIndex().isValid();
    for (QAction* each : onNode_)
        each->setEnabled(hasCurrent);
    bind_->setEnabled(isBound);
    readSelection_->setEnabled(isBound);
    compare_->setEnabled(isBound);
    const NodeRow* row = hasCurrent ? shown_->model().rowAt(tree_->currentIndex()) : nullptr;
    readMore_->setEnabled(row != nullptr && row->error && row->error->fault == StructureFault::LimitReached);
    for (QAction* each : onItem_)
        each->setEnabled(row != nullptr && row->isItem);
    table_->setEnabled(row != nullptr && row->kind == NodeRow::Kind::Array && row->itemCount > 0);
    edit_->setEnabled(isBound);
}

}  // namespace octavo
