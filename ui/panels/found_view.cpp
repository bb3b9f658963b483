#include "ui/panels/found_view.h"

#include <QAction>
#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLineEdit>
#include <QTableView>
#include <QVBoxLayout>

#include "core/base/thread_workers.h"
#include "ui/base/bookmarks.h"
#include "ui/base/document_context.h"
#include "ui/base/fixed_font.h"
#include "ui/base/list_table.h"
#include "ui/base/messages.h"
#include "ui/base/number_text.h"
#include "ui/base/qt_text.h"
#include "ui/base/status_line.h"
#include "ui/dialogs/export_to_file.h"
#include "ui/panels/find_query.h"
#include "ui/panels/found_model.h"
#include "ui/panels/job_strip.h"

namespace octavo {

using namespace Qt::StringLiterals;

namespace {

constexpr int kDrainMs = 100;
constexpr int kFilterDelayMs = 200;
constexpr std::size_t kBatch = 4096;
/// More threads do not make memory faster.
constexpr std::size_t kThreadsMost = 4;

Result<FindAllReport> findInto(MatchFeed& feed, const Snapshot& snapshot, const Searcher& searcher,
                               const RangeSet& ranges, FoundPlaces::Forms forms, const JobContext& job) {
    std::vector<FoundPlace> batch;
    ThreadWorkers workers(kThreadsMost);
    Result<FindAllReport> report = findAll(
        snapshot, searcher, ranges, {.limit = FoundPlaces::kMost, .workers = &workers},
        [&](const Match& match) {
            batch.emplace_back(match);
            if (forms == FoundPlaces::Forms::Patterns)
                batch.back().form = match.pattern & (FoundPlace::kFormsMost - 1);
            if (batch.size() == kBatch) {
                feed.put(batch);
                batch.clear();
            }
            return true;
        },
        job);
    feed.put(batch);
    return report;
}

}  // namespace

FoundView::FoundView(DocumentContext& context, QString kind, QWidget* parent)
    : QWidget(parent),
      context_(context),
      kind_(std::move(kind)),
      model_(new FoundModel(this)),
      filter_(new QLineEdit(this)),
      table_(new QTableView(this)),
      strip_(new JobStrip(this)),
      status_(new StatusLine(this)),
      goTo_(new QAction(tr("&Go There"), this)),
      copy_(new QAction(tr("&Copy"), this)),
      select_(new QAction(tr("&Select These"), this)),
      bookmark_(new QAction(tr("Add &Bookmarks"), this)),
      export_(new QAction(tr("E&xport List…"), this)) {
    filter_->setPlaceholderText(tr("Filter by text, or by bytes such as 0xDEAD"));
    filter_->setClearButtonEnabled(true);
    filter_->setAccessibleName(tr("Filter"));
    buildTable();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(filter_);
    layout->addWidget(table_, 1);
    layout->addWidget(strip_);
    layout->addWidget(status_);
    drainSoon_.setInterval(kDrainMs);
    filterSoon_.setSingleShot(true);
    filterSoon_.setInterval(kFilterDelayMs);
    connect(&drainSoon_, &QTimer::timeout, this, &FoundView::drain);
    connect(&filterSoon_, &QTimer::timeout, this, &FoundView::rearrange);
    connect(filter_, &QLineEdit::textChanged, this, [this] { filterSoon_.start(); });
    connect(&context_, &DocumentContext::currentChanged, this, &FoundView::follow);
    connect(&context_, &DocumentContext::documentChanged, this, &FoundView::say);
    follow();
}

void FoundView::buildTable() {
    table_->setModel(model_);
    table_->setFont(valueFont());
    dressTable(*table_, tr("Found"));
    selectWholeRows(*table_);
    table_->setSelectionMode(QAbstractItemView::ExtendedSelection);
    QHeaderView* header = table_->horizontalHeader();
    const int digit = table_->fontMetrics().horizontalAdvance(u'0');
    header->resizeSection(FoundModel::OffsetColumn, 13 * digit);
    header->resizeSection(FoundModel::LengthColumn, 8 * digit);
    header->resizeSection(FoundModel::BytesColumn, 18 * digit);
    header->setSectionResizeMode(FoundModel::TextColumn, QHeaderView::Stretch);
    header->setSectionsClickable(true);
    header->setSortIndicatorShown(true);
    header->setSortIndicator(FoundModel::OffsetColumn, Qt::AscendingOrder);
    connect(header, &QHeaderView::sectionClicked, this, &FoundView::sortBy);
    goTo_->setShortcut(Qt::Key_Return);
    copy_->setShortcut(QKeySequence::Copy);
    offerActions(*table_, {goTo_, copy_, select_, bookmark_, export_});
    connect(goTo_, &QAction::triggered, this, &FoundView::goToCurrent);
    connect(copy_, &QAction::triggered, this, &FoundView::copySelected);
    connect(select_, &QAction::triggered, this, &FoundView::selectChosen);
    connect(bookmark_, &QAction::triggered, this, &FoundView::addBookmarks);
    connect(export_, &QAction::triggered, this, &FoundView::exportAll);
    connect(table_, &QTableView::doubleClicked, this, &FoundView::goToCurrent);
    connect(table_, &QTableView::clicked, this, [this](const QModelIndex& index) {
        if (chosenRows().size() == 1)
            context_.select(model_->at(index).range);
    });
    connect(model_, &QAbstractItemModel::modelReset, this, &FoundView::refreshControls);
    connect(model_, &QAbstractItemModel::rowsInserted, this, &FoundView::refreshControls);
}

FoundPlaces* FoundView::places() const {
    QObject* owner = context_.documentOwner();
    return owner == nullptr ? nullptr : owner->findChild<FoundPlaces*>(kind_, Qt::FindDirectChildrenOnly);
}

void FoundView::follow() {
    arranging_.cancel();
    present(places());
    outcome_.clear();
    told_.clear();
    if (model_->places() != nullptr && !arrangement_.isPlain())
        rearrange();
    say();
    refreshControls();
}

void FoundView::present(FoundPlaces* places) {
    const qsizetype forms = places == nullptr ? 0 : places->formNames().size();
    const bool areNamed = forms > 0 && places->forms() == FoundPlaces::Forms::Patterns;
    table_->setColumnHidden(FoundModel::FormColumn, forms < 2 && !areNamed);
    const int digit = table_->fontMetrics().horizontalAdvance(u'0');
    table_->horizontalHeader()->resizeSection(FoundModel::FormColumn, (areNamed ? 16 : 11) * digit);
    const bool isText = forms > 0 && places->forms() == FoundPlaces::Forms::Encodings;
    table_->setColumnHidden(FoundModel::BytesColumn, isText);
    model_->setPlaces(places);
}

void FoundView::clear() {
    arranging_.cancel();
    strip_->drop();
    drainSoon_.stop();
    delete places();
    outcome_.clear();
    told_.clear();
    follow();
    Q_EMIT busyChanged();
}

void FoundView::search(const Searcher& searcher, const RangeSet& ranges, const QString& what,
                       const QStringList& formNames, FoundPlaces::Forms forms) {
    beginList(what, formNames, forms);
    feed_ = std::make_shared<MatchFeed>();
    auto work = [feed = feed_, snapshot = context_.document()->snapshot(), searcher, ranges,
                 forms](const JobContext& job) {
        return findInto(*feed, snapshot, searcher, ranges, forms, job);
    };
    const QString title = tr("Searching %1").arg(context_.documentName());
    strip_->watch(context_.jobs().run({.title = title}, std::move(work), this,
                                      [this](const Result<FindAllReport>& report) { finish(report); }),
                  title);
    drainSoon_.start();
    say();
    Q_EMIT busyChanged();
}

void FoundView::beginList(const QString& what, const QStringList& formNames, FoundPlaces::Forms forms) {
    clear();
    filling_ = new FoundPlaces(*context_.document(), what, formNames, context_.documentOwner(), forms);
    filling_->setObjectName(kind_);
    filter_->clear();
    arrangement_ = {};
    table_->horizontalHeader()->setSortIndicator(FoundModel::OffsetColumn, Qt::AscendingOrder);
    present(filling_);
}

void FoundView::drain() {
    if (filling_ && feed_)
        filling_->append(feed_->take());
    say();
}

void FoundView::finish(const Result<FindAllReport>& report) {
    strip_->finish();
    drainSoon_.stop();
    drain();
    feed_.reset();
    if (filling_)
        filling_->end();
    if (!report)
        outcome_ = report.error().code == ErrorCode::Cancelled
                       ? tr("Stopped; there may be more.")
                       : messageFor(report.error(), context_.documentName());
    else if (report->gaveUp)
        outcome_ = givenUpText(*report->gaveUp);
    else if (!report->isComplete)
        outcome_ = tr("There are more; the list ends here.");
    else if (!report->unreadable.isEmpty())
        outcome_ = tr("%1 could not be read.").arg(sizeText(report->unreadable.totalSize()));
    rearrange();
    say();
    Q_EMIT busyChanged();
}

void FoundView::sortBy(int column) {
    using Key = FoundArrangement::Key;
    const QHeaderView* header = table_->horizontalHeader();
    arrangement_.order = header->sortIndicatorOrder();
    arrangement_.key = column == FoundModel::LengthColumn   ? Key::Length
                       : column == FoundModel::FormColumn   ? Key::Form
                       : column == FoundModel::OffsetColumn ? Key::Offset
                                                            : Key::Bytes;
    rearrange();
}

void FoundView::rearrange() {
    FoundPlaces* shown = model_->places();
    arrangement_.filter = filter_->text();
    if (shown == nullptr || !shown->isComplete())
        return;
    if (arrangement_.isPlain()) {
        arranging_.cancel();
        model_->setOrder(nullptr);
        say();
        return;
    }
    auto work = [list = shown->list(), snapshot = shown->document().snapshot(), map = shown->map(),
                 arrangement = arrangement_](const JobContext& job) {
        return arrange(*list, snapshot, map, arrangement, job);
    };
    arranging_ = context_.jobs().run({.title = tr("Sorting what was found")}, std::move(work), this,
                                     [this, guard = QPointer(shown)](const Result<FoundOrder>& order) {
                                         if (order && guard && model_->places() == guard)
                                             model_->setOrder(*order);
                                         say();
                                         Q_EMIT busyChanged();
                                     });
}

void FoundView::say() {
    FoundPlaces* shown = model_->places();
    if (shown == nullptr) {
        status_->clear();
        return;
    }
    const bool isRunning = shown == filling_ && strip_->isRunning();
    const QString count =
        shown->size() == 1 ? tr("1 place") : tr("%1 places").arg(decimalText(shown->size()));
    QString text =
        isRunning ? tr("%1 so far: %2").arg(count, shown->what()) : tr("%1: %2").arg(count, shown->what());
    if (model_->rowCount() != static_cast<int>(shown->size()))
        text = tr("%1 shown of %2").arg(decimalText(static_cast<std::uint64_t>(model_->rowCount())), text);
    for (const QString& more : {told_, outcome_}) {
        if (!more.isEmpty() && !isRunning)
            text += u". "_s + more;
    }
    const bool isStale = shown->isStale();
    if (isStale)
        text += u". "_s + tr("The document was edited since; edited places have a *.");
    status_->say(isStale || !outcome_.isEmpty() ? StatusTone::Warning : StatusTone::Neutral, text);
}

bool FoundView::isBusy() const {
    return strip_->isRunning() || arranging_.isRunning() || exporting_.isRunning() || filterSoon_.isActive();
}

QString FoundView::statusText() const {
    return status_->text();
}

void FoundView::refreshControls() {
    for (QAction* each : {goTo_, copy_, select_, bookmark_, export_})
        each->setEnabled(model_->rowCount() > 0);
}

QModelIndexList FoundView::chosenRows() const {
    return table_->selectionModel()->selectedRows();
}

void FoundView::goToCurrent() {
    const QModelIndex index = table_->currentIndex();
    if (!index.isValid())
        return;
    context_.select(model_->at(index).range);
    context_.focusView();
}

void FoundView::copySelected() {
    const QModelIndexList rows = chosenRows();
    QStringList lines;
    for (const QModelIndex& each : rows.mid(0, kCopiedMost))
        lines << model_->lineOf(each);
    if (!lines.isEmpty())
        QGuiApplication::clipboard()->setText(lines.join(u'\n') + u'\n');
}

void FoundView::selectChosen() {
    std::vector<ByteRange> ranges;
    for (const QItemSelectionRange& rows : table_->selectionModel()->selection()) {
        if (ranges.size() + static_cast<std::size_t>(rows.height()) > kSelectedMost) {
            status_->say(StatusTone::Problem,
                         tr("Choose at most %1 rows; the find bar selects all occurrences.")
                             .arg(decimalText(kSelectedMost)));
            return;
        }
        for (int row = rows.top(); row <= rows.bottom(); ++row) {
            const FoundPlaces::Place place = model_->at(model_->index(row, 0));
            if (!place.isChanged)
                ranges.push_back(place.range);
        }
    }
    const RangeList selected = RangeList::joining(std::move(ranges));
    if (selected.isEmpty())
        return;
    context_.selectRanges(selected);
    context_.focusView();
    status_->say(StatusTone::Success, tr("Selected: %1.").arg(rangesText(selected)));
}

void FoundView::addBookmarks() {
    Bookmarks* bookmarks = context_.bookmarks();
    const QModelIndexList rows = chosenRows();
    if (bookmarks == nullptr || rows.isEmpty())
        return;
    if (rows.size() > kBookmarksMost) {
        status_->say(StatusTone::Problem,
                     tr("Choose at most %1 rows for bookmarks.").arg(decimalText(kBookmarksMost)));
        return;
    }
    for (const QModelIndex& each : rows)
        bookmarks->add(model_->at(each).range,
                       each.siblingAtColumn(FoundModel::TextColumn).data().toString().left(32).trimmed());
    status_->say(StatusTone::Success,
                 rows.size() == 1
                     ? tr("1 bookmark added.")
                     : tr("%1 bookmarks added.").arg(decimalText(static_cast<std::uint64_t>(rows.size()))));
}

void FoundView::exportAll() {
    const QString name = QFileDialog::getSaveFileName(
        this, tr("Export List"), context_.documentName() + u".found.tsv"_s, tr("Lines with tabs (*.tsv)"));
    if (!name.isEmpty())
        exportTo(toRawPath(name));
}

void FoundView::exportTo(const std::string& path) {
    FoundPlaces* shown = model_->places();
    if (shown == nullptr)
        return;
    auto work = [path, list = shown->list(), order = model_->order(), map = shown->map(),
                 snapshot = shown->document().snapshot()](const JobContext& job) {
        PosixFileSystem fileSystem;
        return writeTextFile(fileSystem, path, [&](TextSink& sink) {
            return writeFound(*list, order, snapshot, map, sink, job);
        });
    };
    exporting_ = context_.jobs().run({.title = tr("Exporting a list of places")}, std::move(work), this,
                                     [this, path](const Result<ByteCount>& written) {
                                         if (!written)
                                             return context_.showError(written.error());
                                         status_->say(StatusTone::Success,
                                                      tr("The list is in “%1”.").arg(toDisplayName(path)));
                                     });
}

}  // namespace octavo
