#include "ui/panels/find_bar.h"

#include <algorithm>

#include <QAbstractItemView>
#include <QCheckBox>
#include <QComboBox>
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

namespace octavo {

using namespace Qt::StringLiterals;

namespace {

/// Long enough that typing does not start a search a key, short enough to feel immediate.
constexpr int kCountDelayMs = 150;
/// A selection up to this many bytes becomes what is looked for when the bar opens.
constexpr ByteCount kSelectionTaken = 64;

}  // namespace

FindBar::FindBar(DocumentContext& context, QWidget* parent)
    : QWidget(parent),
      context_(context),
      kind_(new QComboBox(this)),
      text_(new QComboBox(this)),
      encoding_(new QComboBox(this)),
      ignoreCase_(new QCheckBox(tr("&Ignore case"), this)),
      previous_(new QPushButton(tr("&Previous"), this)),
      next_(new QPushButton(tr("&Next"), this)),
      close_(new QToolButton(this)),
      replaceRow_(nullptr),
      replacement_(new QLineEdit(this)),
      replaceOne_(new QPushButton(tr("&Replace"), this)),
      replaceAll_(new QPushButton(tr("Replace &All"), this)),
      status_(new StatusLine(this)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 6, 8, 6);
    layout->setSpacing(4);
    layout->addWidget(buildFindRow());
    replaceRow_ = buildReplaceRow();
    layout->addWidget(replaceRow_);
    layout->addWidget(status_);
    replaceRow_->hide();
    countSoon_.setSingleShot(true);
    countSoon_.setInterval(kCountDelayMs);
    connect(&countSoon_, &QTimer::timeout, this, &FindBar::startCount);
    connectContext();
    refreshControls();
    hide();
}

QWidget* FindBar::buildFindRow() {
    const QFont fixed = valueFont();
    // In the order of FindQuery::Kind.
    kind_->addItem(tr("Hex bytes"));
    kind_->addItem(tr("Text"));
    kind_->setAccessibleName(tr("What to find"));
    text_->setEditable(true);
    text_->setInsertPolicy(QComboBox::NoInsert);
    text_->setCompleter(nullptr);
    text_->setFont(fixed);
    text_->setMaxCount(kHistoryLimit);
    text_->setMinimumContentsLength(16);
    text_->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    text_->setAccessibleName(tr("Find"));
    text_->lineEdit()->setAccessibleName(tr("Find"));
    text_->view()->setAccessibleName(tr("Earlier searches"));
    text_->lineEdit()->setClearButtonEnabled(true);
    // A combo box takes Return after a text that stands in its list for picking it from there, which would
    // bring back the kind and encoding of that old search.
    disconnect(text_->lineEdit(), &QLineEdit::editingFinished, text_, nullptr);
    encoding_->addItems(textEncodings());
    encoding_->setAccessibleName(tr("Encoding of the text"));
    previous_->setToolTip(tr("Find the previous occurrence (Shift+F3)"));
    next_->setToolTip(tr("Find the next occurrence (F3)"));
    close_->setText(u"✕"_s);
    close_->setAutoRaise(true);
    close_->setToolTip(tr("Close (Esc)"));
    close_->setAccessibleName(tr("Close the find bar"));

    auto* row = new QWidget(this);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    for (QWidget* each :
         std::initializer_list<QWidget*>{kind_, text_, encoding_, ignoreCase_, previous_, next_, close_})
        layout->addWidget(each, each == text_ ? 1 : 0);
    connect(kind_, &QComboBox::currentIndexChanged, this, &FindBar::queryEdited);
    connect(text_, &QComboBox::editTextChanged, this, &FindBar::queryEdited);
    connect(text_, &QComboBox::activated, this, &FindBar::takeFromHistory);
    connect(encoding_, &QComboBox::currentIndexChanged, this, &FindBar::queryEdited);
    connect(ignoreCase_, &QCheckBox::toggled, this, &FindBar::queryEdited);
    connect(previous_, &QPushButton::clicked, this, &FindBar::findPrevious);
    connect(next_, &QPushButton::clicked, this, &FindBar::findNext);
    connect(close_, &QToolButton::clicked, this, &FindBar::closeBar);
    return row;
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
}

FindQuery FindBar::query() const {
    return {
        .kind = static_cast<FindQuery::Kind>(kind_->currentIndex()),
        .text = text_->currentText(),
        .encoding = encoding_->currentText(),
        .letterCase = ignoreCase_->isChecked() ? FindQuery::CaseRule::Ignore : FindQuery::CaseRule::Exact};
}

void FindBar::setQuery(const FindQuery& query) {
    kind_->setCurrentIndex(static_cast<int>(query.kind));
    encoding_->setCurrentText(query.encoding);
    ignoreCase_->setChecked(query.letterCase == FindQuery::CaseRule::Ignore);
    text_->setEditText(query.text);
}

QString FindBar::statusText() const {
    return status_->text();
}

void FindBar::openFind() {
    takeSelection();
    show();
    text_->setFocus(Qt::ShortcutFocusReason);
    text_->lineEdit()->selectAll();
    queryEdited();
}

void FindBar::openReplace() {
    replaceRow_->show();
    openFind();
}

void FindBar::closeBar() {
    search_.cancel();
    clearMatches();
    status_->clear();
    replaceRow_->hide();
    hide();
    context_.focusView();
}

void FindBar::takeSelection() {
    const Document* document = context_.document();
    const ByteRange selected = context_.selection();
    if (document == nullptr || selected.isEmpty() || selected.size() > kSelectionTaken)
        return;
    std::vector<std::byte> bytes(static_cast<std::size_t>(selected.size()));
    if (!document->snapshot().read(selected.begin, bytes).isEmpty())
        return;
    if (query().kind == FindQuery::Kind::Hex) {
        text_->setEditText(QString::fromStdString(encodeHex(bytes, HexCase::Upper, " ")));
        return;
    }
    const TextDecoder decoder(encoding_->currentText());
    const QByteArrayView view(bytes.data(), static_cast<qsizetype>(bytes.size()));
    const QString text = decoder.toText(view);
    if (decoder.encode(text) == view.toByteArray())
        text_->setEditText(text);
}

void FindBar::queryEdited() {
    search_.cancel();
    clearMatches();
    refreshControls();
    static_cast<void>(pattern());
    if (isVisible())
        countSoon_.start();
}

void FindBar::refreshControls() {
    const bool isText = query().kind == FindQuery::Kind::Text;
    encoding_->setVisible(isText);
    ignoreCase_->setVisible(isText);
    ignoreCase_->setEnabled(writesLettersAsAscii(encoding_->currentText()));
    ignoreCase_->setToolTip(ignoreCase_->isEnabled() ? tr("A to Z match a to z")
                                                     : tr("Not possible in this encoding"));
    text_->lineEdit()->setPlaceholderText(isText ? tr("Text to find") : tr("DE AD ?? B?"));
    const Document* document = context_.document();
    const bool canFind = document != nullptr && patternOf(query()).has_value();
    next_->setEnabled(canFind);
    previous_->setEnabled(canFind);
    const bool canReplace = canFind && !document->isWriteProtected();
    replaceOne_->setEnabled(canReplace);
    replaceAll_->setEnabled(canReplace);
}

std::optional<Pattern> FindBar::pattern() {
    const FindQuery asked = query();
    Result<Pattern> result = patternOf(asked);
    if (result) {
        status_->clear();
        return std::move(*result);
    }
    status_->say(StatusTone::Problem, queryProblem(result.error(), asked));
    return {};
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

void FindBar::search(FindDirection direction) {
    const Document* document = context_.document();
    const auto wanted = pattern();
    if (document == nullptr || !wanted) {
        if (!isVisible())
            openFind();
        return;
    }
    remember();
    auto work = [snapshot = document->snapshot(), pattern = *wanted, selection = context_.selection(),
                 direction](const JobContext& job) {
        return findFrom(snapshot, pattern, selection, direction, job);
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
        if (result.error().code == ErrorCode::Cancelled) {
            status_->say(StatusTone::Neutral, tr("Stopped."));
        } else {
            status_->say(StatusTone::Problem, messageFor(result.error(), context_.documentName()));
        }
        return;
    }
    if (result->revision != document->revision()) {
        search(direction);  // the bytes changed under the search: its answer may lie elsewhere now
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
    const auto wanted = patternOf(query());
    if (document == nullptr || !wanted)
        return;
    auto work = [snapshot = document->snapshot(), pattern = *wanted](const JobContext& job) {
        return countMatches(snapshot, pattern, job);
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
