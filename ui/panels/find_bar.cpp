#include "ui/panels/find_bar.h"

#include <algorithm>

#include <QAbstractItemView>
#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include "core/buffer/document.h"
#include "core/codec/text_codecs.h"
#include "ui/base/document_context.h"
#include "ui/base/fixed_font.h"
#include "ui/base/messages.h"
#include "ui/base/number_text.h"
#include "ui/base/status_line.h"
#include "ui/hexview/text_decoder.h"
#include "ui/panels/find_files_row.h"

namespace octavo {

using namespace Qt::StringLiterals;

namespace {

/// Long enough that typing does not start a search a key, short enough to feel immediate.
constexpr int kCountDelayMs = 150;

}  // namespace

FindBar::FindBar(DocumentContext& context, QWidget* parent)
    : QWidget(parent),
      context_(context),
      kind_(new QComboBox(this)),
      text_(new QComboBox(this)),
      encoding_(new QComboBox(this)),
      numberType_(new QComboBox(this)),
      order_(new QComboBox(this)),
      ignoreCase_(new QCheckBox(tr("&Ignore case"), this)),
      previous_(new QPushButton(tr("&Previous"), this)),
      next_(new QPushButton(tr("&Next"), this)),
      all_(new QPushButton(tr("Find A&ll"), this)),
      select_(new QPushButton(tr("Select All"), this)),
      close_(new QToolButton(this)),
      replaceRow_(nullptr),
      replacement_(new QLineEdit(this)),
      replaceOne_(new QPushButton(tr("&Replace"), this)),
      replaceAll_(new QPushButton(tr("Replace &All"), this)),
      replaceInSelection_(new QPushButton(tr("In Selection"), this)),
      filesRow_(nullptr),
      status_(new StatusLine(this)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 6, 8, 6);
    layout->setSpacing(4);
    layout->addWidget(buildFindRow());
    replaceRow_ = buildReplaceRow();
    layout->addWidget(replaceRow_);
    filesRow_ = new FindFilesRow(context, this);
    layout->addWidget(filesRow_);
    layout->addWidget(status_);
    replaceRow_->hide();
    filesRow_->hide();
    connect(filesRow_, &FindFilesRow::edited, this, &FindBar::refreshControls);
    connect(filesRow_, &FindFilesRow::findWanted, this, &FindBar::findInFiles);
    countSoon_.setSingleShot(true);
    countSoon_.setInterval(kCountDelayMs);
    connect(&countSoon_, &QTimer::timeout, this, &FindBar::startCount);
    connectContext();
    refreshControls();
    hide();
}

void FindBar::connectContext() {
    connect(&context_, &DocumentContext::currentChanged, this, [this] {
        search_.cancel();
        clearMatches();
        status_->clear();
        refreshControls();
        if (isVisible())
            countSoon_.start();
    });
    connect(&context_, &DocumentContext::documentChanged, this, [this] {
        counted_.reset();
        count_.cancel();
        if (isVisible())
            countSoon_.start();
    });
    connect(&context_, &DocumentContext::documentStateChanged, this, &FindBar::refreshControls);
    connect(&context_, &DocumentContext::selectionChanged, this, &FindBar::refreshControls);
}

QString FindBar::statusText() const {
    return status_->text();
}

void FindBar::openFind() {
    filesRow_->hide();
    startWithSelection();
    show();
    text_->setFocus(Qt::ShortcutFocusReason);
    text_->lineEdit()->selectAll();
    queryEdited();
}

void FindBar::openReplace() {
    replaceRow_->show();
    openFind();
}

void FindBar::openFiles() {
    replaceRow_->hide();
    openFind();
    filesRow_->suggestFolder();
    filesRow_->show();
}

void FindBar::closeBar() {
    search_.cancel();
    clearMatches();
    status_->clear();
    replaceRow_->hide();
    filesRow_->hide();
    hide();
    context_.focusView();
}

void FindBar::queryEdited() {
    search_.cancel();
    clearMatches();
    refreshControls();
    static_cast<void>(searcher());
    if (isVisible())
        countSoon_.start();
}

std::optional<Searcher> FindBar::searcher() {
    const FindQuery asked = query();
    Result<Searcher> result = searcherOf(asked);
    if (result) {
        status_->clear();
        return std::move(*result);
    }
    status_->say(StatusTone::Problem, queryProblem(result.error(), asked));
    return {};
}

std::optional<Searcher> FindBar::searcherOrBar() {
    auto wanted = context_.document() != nullptr ? searcher() : std::nullopt;
    if (!wanted && !isVisible())
        openFind();
    return wanted;
}

void FindBar::sayWhyNot(const Error& error) {
    if (error.code == ErrorCode::Cancelled)
        status_->say(StatusTone::Neutral, tr("Stopped."));
    else
        status_->say(StatusTone::Problem, messageFor(error, context_.documentName()));
}

void FindBar::clearMatches() {
    countSoon_.stop();
    count_.cancel();
    counted_.reset();
    context_.setHighlights(HighlightLayer::Matches, {});
}

void FindBar::findNext() {
    search(FindDirection::Next);
}

void FindBar::findPrevious() {
    search(FindDirection::Previous);
}

void FindBar::findAll() {
    if (!searcherOrBar())
        return;
    remember();
    sayCount();
    Q_EMIT findAllRequested(query());
}

void FindBar::selectAll() {
    const auto wanted = searcherOrBar();
    if (!wanted)
        return;
    const Document* document = context_.document();
    remember();
    auto work = [snapshot = document->snapshot(), searcher = *wanted](const JobContext& job) {
        return selectMatches(snapshot, searcher, job);
    };
    search_ =
        context_.jobs().run({.title = tr("Searching %1").arg(context_.documentName())}, std::move(work), this,
                            [this](const Result<MatchSelection>& found) { takeSelection(found); });
}

void FindBar::takeSelection(const Result<MatchSelection>& found) {
    const Document* document = context_.document();
    if (document == nullptr)
        return;
    if (!found) {
        return sayWhyNot(found.error());
    }
    if (found->revision != document->revision()) {
        selectAll();
        return;
    }
    if (found->gaveUp) {
        status_->say(StatusTone::Problem, givenUpText(*found->gaveUp));
    } else if (found->ranges.isEmpty()) {
        status_->say(StatusTone::Problem, tr("Not found."));
    } else {
        context_.selectRanges(found->ranges);
        context_.focusView();
        const QString what = tr("Selected: %1.").arg(rangesText(found->ranges));
        status_->say(found->isCut ? StatusTone::Warning : StatusTone::Success,
                     found->isCut ? tr("%1 There are more.").arg(what) : what);
    }
}

void FindBar::findInFiles() {
    const auto scope = filesRow_->scope();
    if (!searcher())
        return;
    if (!scope) {
        status_->say(StatusTone::Problem, tr("There is nothing to look in."));
        return;
    }
    remember();
    Q_EMIT findInFilesRequested(query(), *scope);
}

void FindBar::search(FindDirection direction) {
    const auto wanted = searcherOrBar();
    if (!wanted)
        return;
    const Document* document = context_.document();
    remember();
    auto work = [snapshot = document->snapshot(), searcher = *wanted, selection = context_.selection(),
                 direction](const JobContext& job) {
        return findFrom(snapshot, searcher, selection, direction, job);
    };
    search_ =
        context_.jobs().run({.title = tr("Searching %1").arg(context_.documentName())}, std::move(work), this,
                            [this, direction](const Result<FoundMatch>& result) { take(result, direction); });
}

void FindBar::take(const Result<FoundMatch>& result, FindDirection direction) {
    const Document* document = context_.document();
    if (document == nullptr)
        return;
    if (!result) {
        return sayWhyNot(result.error());
    }
    if (result->revision != document->revision()) {
        search(direction);  // the bytes changed under the search: its answer may lie elsewhere now
        return;
    }
    if (result->gaveUp) {
        status_->say(StatusTone::Problem, givenUpText(*result->gaveUp));
        return;
    }
    if (!result->match) {
        status_->say(StatusTone::Problem, result->unreadable.isEmpty()
                                              ? tr("Not found.")
                                              : tr("Not found where the document can be read."));
        return;
    }
    context_.select(result->match->range);
    QString note;
    if (result->hasWrapped) {
        note = direction == FindDirection::Next ? tr("Went on from the start.") : tr("Went on from the end.");
    }
    sayCount(note);
}

void FindBar::startCount() {
    const Document* document = context_.document();
    const auto wanted = searcherOf(query());
    if (document == nullptr || !wanted)
        return;
    auto work = [snapshot = document->snapshot(), searcher = *wanted](const JobContext& job) {
        return countMatches(snapshot, searcher, job);
    };
    count_ = context_.jobs().run({.title = tr("Counting matches in %1").arg(context_.documentName())},
                                 std::move(work), this,
                                 [this](const Result<MatchCount>& result) { takeCount(result); });
}

void FindBar::takeCount(const Result<MatchCount>& result) {
    const Document* document = context_.document();
    if (!result || document == nullptr || result->revision != document->revision())
        return;  // stopped, or a newer count has been asked for by the change
    counted_ = *result;
    context_.setHighlights(HighlightLayer::Matches, result->first);
    if (status_->tone() != StatusTone::Success)  // what was just replaced stays to be read
        sayCount();
}

void FindBar::sayCount(const QString& note) {
    if (!counted_) {
        status_->say(StatusTone::Neutral, note);
        return;
    }
    const auto& all = *counted_;
    if (all.gaveUp) {
        status_->say(StatusTone::Problem, givenUpText(*all.gaveUp));
        return;
    }
    if (all.count == 0) {
        status_->say(StatusTone::Problem, tr("Not found."));
        return;
    }
    const ByteRange selected = context_.selection();
    const auto at = std::lower_bound(all.first.begin(), all.first.end(), selected.begin,
                                     [](ByteRange range, ByteOffset offset) { return range.begin < offset; });
    QString text = tr("%1 occurrences").arg(decimalText(all.count));
    if (all.count == 1)
        text = tr("1 occurrence");
    if (at != all.first.end() && *at == selected)
        text = tr("%1 of %2").arg(decimalText(static_cast<std::uint64_t>(at - all.first.begin()) + 1), text);
    const bool isPartlyMarked = all.count > all.first.size();
    if (isPartlyMarked)
        text = tr("%1, only the first %2 highlighted").arg(text, decimalText(all.first.size()));
    if (!all.unreadable.isEmpty())
        text = tr("%1, not counting %2 that cannot be read").arg(text, sizeText(all.unreadable.totalSize()));
    text += u'.';
    status_->say(isPartlyMarked ? StatusTone::Warning : StatusTone::Neutral,
                 note.isEmpty() ? text : text + u' ' + note);
}

void FindBar::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
        case Qt::Key_Escape:
            closeBar();
            return;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (replacement_->hasFocus()) {
                replaceOne();
            } else if (event->modifiers().testFlag(Qt::AltModifier)) {
                selectAll();
            } else if (filesRow_->isVisible()) {
                findInFiles();
            } else if (event->modifiers().testFlag(Qt::ShiftModifier)) {
                findPrevious();
            } else {
                findNext();
            }
            return;
        default:
            QWidget::keyPressEvent(event);
    }
}

}  // namespace octavo
