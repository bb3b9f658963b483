#include "ui/panels/digest_panel.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QVBoxLayout>

#include "core/base/thread_workers.h"
#include "core/buffer/document.h"
#include "ui/base/document_context.h"
#include "ui/base/fixed_font.h"
#include "ui/base/list_table.h"
#include "ui/base/messages.h"
#include "ui/base/number_text.h"
#include "ui/base/status_line.h"
#include "ui/panels/digest_model.h"
#include "ui/panels/job_strip.h"

namespace octavo {

using namespace Qt::StringLiterals;

/// The algorithms whose name has the filter's text in it; on request only those with a check mark.
class DigestPanel::VisibleAlgorithms final : public QSortFilterProxyModel {
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setChosenOnly(bool isChosenOnly) {
        isChosenOnly_ = isChosenOnly;
        invalidateFilter();
    }

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override {
        const QModelIndex index = sourceModel()->index(row, DigestModel::AlgorithmColumn, parent);
        if (isChosenOnly_ && index.data(Qt::CheckStateRole).toInt() != Qt::Checked)
            return false;
        return QSortFilterProxyModel::filterAcceptsRow(row, parent);
    }

private:
    bool isChosenOnly_ = false;
};

DigestPanel::DigestPanel(DocumentContext& context, const Registry<HasherInfo>& hashers, QWidget* parent)
    : QWidget(parent),
      context_(context),
      model_(new DigestModel(hashers, this)),
      visible_(new VisibleAlgorithms(this)),
      filter_(new QLineEdit(this)),
      chosenOnly_(new QCheckBox(tr("Chosen &only"), this)),
      table_(new QTableView(this)),
      compute_(new QPushButton(this)),
      copyAll_(new QPushButton(tr("Copy &All"), this)),
      job_(new JobStrip(this)),
      status_(new StatusLine(this)),
      expected_(new QLineEdit(this)),
      comparison_(new StatusLine(this)) {
    filter_->setPlaceholderText(tr("Filter algorithms"));
    filter_->setClearButtonEnabled(true);
    filter_->setAccessibleName(tr("Filter algorithms"));
    expected_->setPlaceholderText(tr("Paste a digest to compare"));
    expected_->setClearButtonEnabled(true);
    expected_->setFont(valueFont());
    auto* expectedLabel = new QLabel(tr("Co&mpare with:"), this);
    expectedLabel->setBuddy(expected_);
    expected_->setAccessibleName(tr("Digest to compare with"));
    buildTable();

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->setSpacing(6);
    auto* filterRow = new QHBoxLayout;
    filterRow->addWidget(filter_, 1);
    filterRow->addWidget(chosenOnly_);
    layout->addLayout(filterRow);
    layout->addWidget(table_, 1);
    layout->addWidget(buildButtons());
    layout->addWidget(job_);
    layout->addWidget(status_);
    layout->addWidget(expectedLabel);
    layout->addWidget(expected_);
    layout->addWidget(comparison_);

    connect(filter_, &QLineEdit::textChanged, visible_, &QSortFilterProxyModel::setFilterFixedString);
    connect(chosenOnly_, &QCheckBox::toggled, this, [this](bool isOn) { visible_->setChosenOnly(isOn); });
    connect(expected_, &QLineEdit::textChanged, this, &DigestPanel::refreshComparison);
    connect(model_, &DigestModel::chosenChanged, this, [this] {
        refreshControls();
        Q_EMIT chosenChanged(model_->chosenIds());
    });
    connect(&context_, &DocumentContext::currentChanged, this, &DigestPanel::reset);
    connect(&context_, &DocumentContext::documentChanged, this, &DigestPanel::documentChanged);
    connect(&context_, &DocumentContext::selectionChanged, this, &DigestPanel::refreshControls);
    model_->setChosenIds({u"crc32"_s, u"md5"_s, u"sha1"_s, u"sha256"_s});
}

void DigestPanel::buildTable() {
    visible_->setSourceModel(model_);
    visible_->setFilterCaseSensitivity(Qt::CaseInsensitive);
    visible_->setFilterKeyColumn(DigestModel::AlgorithmColumn);
    table_->setModel(visible_);
    table_->setFont(valueFont());
    dressTable(*table_, tr("Digests"));
    selectWholeRows(*table_);
    table_->setTextElideMode(Qt::ElideMiddle);
    table_->horizontalHeader()->setSectionResizeMode(DigestModel::AlgorithmColumn,
                                                     QHeaderView::ResizeToContents);
    table_->horizontalHeader()->setSectionResizeMode(DigestModel::DigestColumn, QHeaderView::Stretch);

    auto* copy = new QAction(tr("&Copy Digest"), table_);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    connect(copy, &QAction::triggered, this, &DigestPanel::copyOne);
    auto* copyAll = new QAction(tr("Copy &All Digests"), table_);
    connect(copyAll, &QAction::triggered, this, &DigestPanel::copyAll);
    table_->addActions({copy, copyAll});
    table_->setContextMenuPolicy(Qt::ActionsContextMenu);
}

QWidget* DigestPanel::buildButtons() {
    auto* row = new QWidget(this);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(compute_, 1);
    layout->addWidget(copyAll_);
    connect(compute_, &QPushButton::clicked, this, &DigestPanel::compute);
    connect(copyAll_, &QPushButton::clicked, this, &DigestPanel::copyAll);
    return row;
}

QString DigestPanel::statusText() const {
    return status_->text();
}

QString DigestPanel::comparisonText() const {
    return comparison_->text();
}

void DigestPanel::compute() {
    const Document* document = context_.document();
    const auto algorithms = model_->chosen();
    if (document == nullptr || algorithms.empty())
        return;
    RangeList ranges = context_.selectedRanges();
    if (ranges.isEmpty() && document->size() > 0)
        ranges = RangeList({document->snapshot().all()});
    model_->clearResult();
    status_->clear();
    auto work = [snapshot = document->snapshot(), ranges, algorithms](const JobContext& job) {
        ThreadWorkers workers(algorithms.size());
        if (ranges.size() == 1)
            return digestRange(snapshot, ranges.bounds(), algorithms, job, &workers);
        const Snapshot gathered = snapshot.gathering(ranges);
        return digestRange(gathered, gathered.all(), algorithms, job, &workers);
    };
    const QString title = tr("Computing digests of %1").arg(context_.documentName());
    job_->watch(context_.jobs().run({.title = title}, std::move(work), this,
                                    [this, ranges](const Result<DigestResult>& result) {
                                        job_->finish();
                                        present(result, ranges);
                                    }),
                tr("Computing digests of %1").arg(sizeText(ranges.totalSize())));
    refreshControls();
}

void DigestPanel::present(const Result<DigestResult>& result, const RangeList& ranges) {
    const Document* document = context_.document();
    if (document == nullptr)
        return;
    if (!result) {
        if (result.error().code == ErrorCode::Cancelled) {
            status_->say(StatusTone::Neutral, tr("Stopped; nothing was computed."));
        } else {
            status_->say(StatusTone::Problem, messageFor(result.error(), context_.documentName()));
        }
    } else if (!result->isOfTheData()) {
        ByteRange damaged = result->unreadable.ranges().front();
        if (ranges.size() > 1)  // counted in what was gathered
            damaged = ByteRange::ofLength(ranges.offsetOf(damaged.begin), 1);
        status_->ask(StatusTone::Problem,
                     tr("No digest: the bytes at %1 cannot be read.").arg(offsetText(damaged.begin)),
                     tr("Go The&re"), [this, damaged] {
                         if (context_.document() != nullptr && damaged.end <= context_.document()->size())
                             context_.select(damaged);
                     });
    } else {
        model_->setResult(*result);
        computedOn_ = result->revision;
        status_->say(StatusTone::Neutral,
                     tr("Of %1.").arg(ranges.isEmpty() ? rangeText(result->range) : rangesText(ranges)));
        documentChanged();
    }
    refreshControls();
    refreshComparison();
}

void DigestPanel::documentChanged() {
    const Document* document = context_.document();
    if (document != nullptr && model_->state() == DigestModel::State::Current &&
        document->revision() != computedOn_) {
        model_->markStale();
        status_->ask(StatusTone::Warning, tr("Stale: the document has changed since."), tr("Compute Aga&in"),
                     [this] { compute(); });
        refreshComparison();
    }
    refreshControls();
}

void DigestPanel::reset() {
    job_->drop();
    model_->clearResult();
    status_->clear();
    refreshControls();
    refreshComparison();
}

void DigestPanel::refreshControls() {
    const bool hasSelection = !context_.selection().isEmpty();
    compute_->setText(hasSelection ? tr("Digest Sele&ction") : tr("Digest &Whole Document"));
    compute_->setEnabled(context_.document() != nullptr && !model_->chosen().empty() && !job_->isRunning());
    copyAll_->setEnabled(model_->state() != DigestModel::State::Empty);
}

void DigestPanel::refreshComparison() {
    const QString text = expected_->text().trimmed();
    if (text.isEmpty()) {
        comparison_->clear();
        return;
    }
    const DigestModel::Comparison result = model_->compare(text);
    if (!result.isDigest) {
        comparison_->say(StatusTone::Problem, tr("A digest has only the digits 0–9 and a–f."));
    } else if (!result.matches.isEmpty()) {
        const QString names = result.matches.join(u", "_s);
        if (model_->state() == DigestModel::State::Stale) {
            comparison_->say(StatusTone::Warning, tr("Matched %1 before the document changed.").arg(names));
        } else {
            comparison_->say(StatusTone::Success, tr("Matches %1.").arg(names));
        }
    } else if (!result.candidates.isEmpty()) {
        const QString first = QStringList(result.candidates.mid(0, 4)).join(u", "_s);
        const QString names = result.candidates.size() > 4 ? tr("%1 …").arg(first) : first;
        comparison_->ask(StatusTone::Neutral, tr("No match so far. By its length it could be %1.").arg(names),
                         tr("Chec&k Those"), [this] {
                             model_->chooseCandidates(expected_->text());
                             compute();
                         });
    } else if (model_->state() == DigestModel::State::Empty) {
        comparison_->say(StatusTone::Neutral, tr("No algorithm here gives digests of that length."));
    } else {
        comparison_->say(StatusTone::Problem, tr("Matches none of the digests."));
    }
}

void DigestPanel::copyOne() {
    const QModelIndex index = table_->currentIndex();
    const QString digest = index.siblingAtColumn(DigestModel::DigestColumn).data().toString();
    if (!digest.isEmpty())
        QGuiApplication::clipboard()->setText(digest);
}

void DigestPanel::copyAll() {
    QGuiApplication::clipboard()->setText(model_->allAsText());
}

}  // namespace octavo
