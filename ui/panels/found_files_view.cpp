#include "ui/panels/found_files_view.h"

#include <QAction>
#include <QCheckBox>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

#include "core/base/thread_workers.h"
#include "ui/base/fixed_font.h"
#include "ui/base/list_table.h"
#include "ui/base/messages.h"
#include "ui/base/number_text.h"
#include "ui/base/status_line.h"
#include "ui/panels/found_files_model.h"
#include "ui/panels/found_files_visit.h"
#include "ui/panels/found_files_work.h"
#include "ui/panels/job_strip.h"

namespace octavo {

using namespace Qt::StringLiterals;

namespace {

constexpr int kDrainMs = 100;
constexpr int kFilterDelayMs = 200;
/// More threads do not make memory faster.
constexpr std::size_t kThreadsMost = 4;

struct FoundFilesText {
    Q_DECLARE_TR_FUNCTIONS(octavo::FoundFilesView)
};

QString placesText(std::uint64_t count) {
    return count == 1 ? FoundFilesText::tr("1 place")
                      : FoundFilesText::tr("%1 places").arg(decimalText(count));
}

QString filesText(std::uint64_t count) {
    return count == 1 ? FoundFilesText::tr("1 file") : FoundFilesText::tr("%1 files").arg(decimalText(count));
}

QString passedByText(const PassedBy& passedBy) {
    QStringList parts;
    if (passedBy.hidden > 0)
        parts << FoundFilesText::tr("%1 hidden").arg(decimalText(passedBy.hidden));
    if (passedBy.links > 0)
        parts << (passedBy.links == 1 ? FoundFilesText::tr("1 link")
                                      : FoundFilesText::tr("%1 links").arg(decimalText(passedBy.links)));
    if (passedBy.special > 0)
        parts << FoundFilesText::tr("%1 of pipes, sockets and devices").arg(decimalText(passedBy.special));
    return parts.isEmpty() ? QString() : FoundFilesText::tr("Passed by: %1.").arg(parts.join(u", "_s));
}

}  // namespace

FoundFilesView::FoundFilesView(DocumentContext& context, QWidget* parent)
    : QWidget(parent),
      context_(context),
      model_(new FoundFilesModel(this)),
      fileModel_(new FileListModel(this)),
      fileOrder_(new QSortFilterProxyModel(this)),
      filter_(new QLineEdit(this)),
      grouped_(new QCheckBox(tr("Group by File"), this)),
      fileTable_(new QTableView(this)),
      table_(new QTableView(this)),
      strip_(new JobStrip(this)),
      status_(new StatusLine(this)),
      visit_(new FoundFilesVisit(context, this)),
      goTo_(new QAction(tr("&Go There"), this)),
      copy_(new QAction(tr("&Copy"), this)),
      bookmark_(new QAction(tr("Add &Bookmarks"), this)),
      export_(new QAction(tr("E&xport List…"), this)) {
    buildTable();
    buildFileTable();
    buildActions();
    layOut();
    drainSoon_.setInterval(kDrainMs);
    filterSoon_.setSingleShot(true);
    filterSoon_.setInterval(kFilterDelayMs);
    connect(&drainSoon_, &QTimer::timeout, this, &FoundFilesView::drain);
    connect(&filterSoon_, &QTimer::timeout, this, &FoundFilesView::rearrange);
    connect(filter_, &QLineEdit::textChanged, this, [this] { filterSoon_.start(); });
    connect(grouped_, &QCheckBox::toggled, this, &FoundFilesView::setGrouped);
    connect(visit_, &FoundFilesVisit::told, this, [this](const QString& warning) {
        warning_ = warning;
        say();
    });
    connect(&context_, &DocumentContext::documentChanged, this, &FoundFilesView::say);
    setGrouped(false);
    refreshControls();
}

void FoundFilesView::layOut() {
    filter_->setPlaceholderText(tr("Filter by text, or by bytes such as 0xDEAD"));
    filter_->setClearButtonEnabled(true);
    filter_->setAccessibleName(tr("Filter"));
    auto* top = new QHBoxLayout;
    top->addWidget(filter_, 1);
    top->addWidget(grouped_);
    auto* tables = new QSplitter(Qt::Vertical, this);
    tables->addWidget(fileTable_);
    tables->addWidget(table_);
    tables->setChildrenCollapsible(false);
    tables->setStretchFactor(1, 2);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addLayout(top);
    layout->addWidget(tables, 1);
    layout->addWidget(strip_);
    layout->addWidget(status_);
}

void FoundFilesView::buildTable() {
    table_->setModel(model_);
    table_->setFont(valueFont());
    dressTable(*table_, tr("Found"));
    selectWholeRows(*table_);
    table_->setSelectionMode(QAbstractItemView::ExtendedSelection);
    QHeaderView* header = table_->horizontalHeader();
    const int digit = table_->fontMetrics().horizontalAdvance(u'0');
    header->resizeSection(FoundFilesModel::FileColumn, 18 * digit);
    header->resizeSection(FoundFilesModel::OffsetColumn, 11 * digit);
    header->resizeSection(FoundFilesModel::LengthColumn, 6 * digit);
    header->resizeSection(FoundFilesModel::BytesColumn, 13 * digit);
    header->setSectionResizeMode(FoundFilesModel::TextColumn, QHeaderView::Stretch);
    header->setSectionsClickable(true);
    header->setSortIndicatorShown(true);
    header->setSortIndicator(FoundFilesModel::FileColumn, Qt::AscendingOrder);
    connect(header, &QHeaderView::sectionClicked, this, &FoundFilesView::sortBy);
    connect(model_, &QAbstractItemModel::modelReset, this, &FoundFilesView::refreshControls);
    connect(model_, &QAbstractItemModel::rowsInserted, this, &FoundFilesView::refreshControls);
}

void FoundFilesView::buildFileTable() {
    fileOrder_->setSourceModel(fileModel_);
    fileOrder_->setSortRole(Qt::UserRole);
    fileTable_->setModel(fileOrder_);
    fileTable_->setFont(valueFont());
    dressTable(*fileTable_, tr("Files"));
    selectWholeRows(*fileTable_);
    fileTable_->setSelectionMode(QAbstractItemView::SingleSelection);
    QHeaderView* header = fileTable_->horizontalHeader();
    const int digit = fileTable_->fontMetrics().horizontalAdvance(u'0');
    header->resizeSection(FileListModel::CountColumn, 9 * digit);
    header->resizeSection(FileListModel::NoteColumn, 22 * digit);
    header->setSectionResizeMode(FileListModel::FileColumn, QHeaderView::Stretch);
    header->setSortIndicator(-1, Qt::AscendingOrder);
    fileTable_->setSortingEnabled(true);
    connect(fileTable_->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &FoundFilesView::chooseFile);
    connect(fileTable_, &QTableView::activated, this, [this] {
        if (chosen_ && files_->files()[*chosen_].places.count > 0)
            visit_->goTo(files_->files()[*chosen_].places.first, FoundFilesVisit::Keyboard::GoesToView);
    });
}

void FoundFilesView::setGrouped(bool isGrouped) {
    grouped_->setChecked(isGrouped);
    fileTable_->setVisible(isGrouped);
    if (!isGrouped)
        fileTable_->clearSelection();
}

void FoundFilesView::chooseFile() {
    const QModelIndexList rows = fileTable_->selectionModel()->selectedRows();
    chosen_.reset();
    if (!rows.isEmpty())
        chosen_ = static_cast<std::size_t>(fileOrder_->mapToSource(rows.front()).row());
    rearrange();
    say();
}

FoundWindow FoundFilesView::window() const {
    return chosen_ ? files_->files()[*chosen_].places : FoundWindow{.first = 0, .count = files_->size()};
}

void FoundFilesView::search(const Searcher& searcher, const FilesSearch& where, const QString& what) {
    arranging_.cancel();
    strip_->drop();
    visit_->setFiles(nullptr);
    model_->setFiles(nullptr);
    fileModel_->setFiles(nullptr);
    chosen_.reset();
    files_ = std::make_unique<FoundFiles>(
        tr("%1, in %2").arg(what, where.where), searcher, where.documents,
        where.order.roots.empty() ? std::string() : where.order.roots.front(), nullptr);
    filter_->clear();
    filterSoon_.stop();
    arrangement_ = {};
    outcome_.clear();
    warning_.clear();
    isOutcomeBad_ = false;
    table_->horizontalHeader()->setSortIndicator(FoundFilesModel::FileColumn, Qt::AscendingOrder);
    fileTable_->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    model_->setFiles(files_.get());
    fileModel_->setFiles(files_.get());
    visit_->setFiles(files_.get());
    connect(files_.get(), &FoundFiles::moved, this, &FoundFilesView::say);
    feed_ = std::make_shared<FoundFilesFeed>();
    auto work = [feed = feed_, order = where.order, searcher, most = most_](const JobContext& job) mutable {
        ThreadWorkers workers(kThreadsMost);
        order.workers = &workers;
        order.limit = most;
        return findInFiles(order, searcher, *feed, job);
    };
    const QString title = tr("Searching %1").arg(where.name);
    strip_->watch(context_.jobs().run({.title = title}, std::move(work), this,
                                      [this](const Result<FilesReport>& report) { finish(report); }),
                  title);
    drainSoon_.start();
    say();
    Q_EMIT busyChanged();
}

void FoundFilesView::drain() {
    if (feed_)
        files_->append(feed_->take());
    say();
}

void FoundFilesView::finish(const Result<FilesReport>& report) {
    strip_->finish();
    drainSoon_.stop();
    drain();
    feed_.reset();
    files_->end();
    for (const OpenedDocument& each : context_.openDocuments())
        files_->follow(each);
    isOutcomeBad_ = true;
    if (!report)
        outcome_ = report.error().code == ErrorCode::Cancelled ? tr("Stopped; there may be more.")
                                                               : messageFor(report.error());
    else if (!report->isComplete)
        outcome_ = tr("There are more; the list ends here.");
    else {
        outcome_ = passedByText(report->passedBy);
        isOutcomeBad_ = false;
    }
    rearrange();
    say();
    Q_EMIT busyChanged();
}

void FoundFilesView::sortBy(int column) {
    using Key = FoundArrangement::Key;
    arrangement_.order = table_->horizontalHeader()->sortIndicatorOrder();
    arrangement_.key = column == FoundFilesModel::LengthColumn   ? Key::Length
                       : column == FoundFilesModel::FileColumn   ? Key::Offset
                       : column == FoundFilesModel::OffsetColumn ? Key::OffsetInFile
                                                                 : Key::Bytes;
    rearrange();
}

void FoundFilesView::rearrange() {
    if (!files_)
        return;
    arrangement_.filter = filter_->text();
    arranging_.cancel();
    if (arrangement_.isPlain() || !files_->isComplete()) {
        model_->setWindow(chosen_ ? std::optional(window()) : std::nullopt);
        say();
        return;
    }
    auto work = [list = FoundFilesList(*files_), window = window(), arrangement = arrangement_](
                    const JobContext& job) { return arrangeFiles(list, window, arrangement, job); };
    arranging_ = context_.jobs().run({.title = tr("Sorting what was found")}, std::move(work), this,
                                     [this](const Result<FoundOrder>& order) {
                                         if (order)
                                             model_->setOrder(*order);
                                         say();
                                         Q_EMIT busyChanged();
                                     });
}

bool FoundFilesView::isBusy() const {
    return strip_->isRunning() || arranging_.isRunning() || exporting_.isRunning() || filterSoon_.isActive();
}

QString FoundFilesView::countText() const {
    const std::size_t found = files_->files().size() - (files_->isComplete() ? files_->failures() : 0);
    const QString count = tr("%1 in %2").arg(placesText(files_->size()), filesText(found));
    const QString searched =
        tr("%1 searched, %2").arg(filesText(files_->filesSearched()), sizeText(files_->bytesSearched()));
    QString text = strip_->isRunning() ? tr("%1 so far: %2. %3.").arg(count, files_->what(), searched)
                                       : tr("%1: %2. %3.").arg(count, files_->what(), searched);
    if (model_->rowCount() != static_cast<int>(files_->size()))
        text = tr("%1 shown of %2").arg(decimalText(static_cast<std::uint64_t>(model_->rowCount())), text);
    return text;
}

void FoundFilesView::say() {
    if (!files_) {
        status_->clear();
        return;
    }
    QString text = countText();
    const bool isRunning = strip_->isRunning();
    bool isBad = isOutcomeBad_ || !warning_.isEmpty();
    if (!outcome_.isEmpty() && !isRunning)
        text += u' ' + outcome_;
    if (files_->isStale()) {
        text += u' ' + tr("Documents were edited since; edited places have a *.");
        isBad = true;
    }
    if (!warning_.isEmpty())
        text = warning_ + u'\n' + text;
    if (files_->partly() > 0)
        text += u' ' + tr("%1 searched in part only.").arg(filesText(files_->partly()));
    if (files_->failures() > 0)
        text += u' ' + tr("%1 could not be searched.").arg(filesText(files_->failures()));
    if (files_->partly() + files_->failures() > 0) {
        if (!isRunning && !grouped_->isChecked())
            return status_->ask(StatusTone::Warning, text, tr("Show Them"), [this] { showSkipped(); });
        isBad = true;
    }
    status_->say(isBad ? StatusTone::Warning : StatusTone::Neutral, text);
}

void FoundFilesView::showSkipped() {
    setGrouped(true);
    fileTable_->sortByColumn(FileListModel::NoteColumn, Qt::DescendingOrder);
    fileTable_->scrollToTop();
    say();
}

void FoundFilesView::refreshControls() {
    for (QAction* each : {goTo_, copy_, bookmark_, export_})
        each->setEnabled(model_->rowCount() > 0);
}

}  // namespace octavo
