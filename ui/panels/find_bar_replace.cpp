// The replacing half of FindBar.
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include "core/buffer/document.h"
#include "ui/base/document_context.h"
#include "ui/base/fixed_font.h"
#include "ui/base/messages.h"
#include "ui/base/number_text.h"
#include "ui/base/status_line.h"
#include "ui/panels/find_bar.h"

namespace octavo {

namespace {

/// So many replacements are shown before they are made.
constexpr std::size_t kAskedFrom = 1000;

struct FindBarText {
    Q_DECLARE_TR_FUNCTIONS(octavo::FindBar)
};

/// How many there are, and what becomes of the document's size.
QString previewOf(const ReplacePlan& plan, ByteCount size) {
    const QString count = decimalText(plan.edit.ranges.size());
    QString text =
        plan.sizeAfter == size
            ? FindBarText::tr("%1 occurrences; the size stays.").arg(count)
            : FindBarText::tr("%1 occurrences; the size becomes %2.").arg(count, sizeText(plan.sizeAfter));
    return plan.gaveUp ? text + u' ' + givenUpText(*plan.gaveUp) : text;
}

}  // namespace

QWidget* FindBar::buildReplaceRow() {
    auto* row = new QWidget(this);
    auto* label = new QLabel(tr("Replace &with:"), row);
    label->setBuddy(replacement_);
    replacement_->setAccessibleName(tr("Replace with"));
    replacement_->setFont(valueFont());
    replacement_->setPlaceholderText(tr("nothing: matches are deleted"));
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(label);
    layout->addWidget(replacement_, 1);
    layout->addWidget(replaceOne_);
    layout->addWidget(replaceAll_);
    layout->addWidget(replaceInSelection_);
    replaceInSelection_->setToolTip(tr("Replace all occurrences in what is selected"));
    connect(replaceOne_, &QPushButton::clicked, this, &FindBar::replaceOne);
    connect(replaceAll_, &QPushButton::clicked, this, &FindBar::replaceAll);
    connect(replaceInSelection_, &QPushButton::clicked, this, &FindBar::replaceInSelection);
    return row;
}

std::optional<TypedReplacement> FindBar::replacement(const Searcher& searcher) {
    FindQuery replacing = query();
    replacing.text = replacement_->text();
    auto result = replacementOf(replacing, searcher);
    if (result)
        return std::move(*result);
    status_->say(StatusTone::Problem, replacementProblem(result.error(), replacing));
    return {};
}

void FindBar::replaceOne() {
    const Document* document = context_.document();
    const auto wanted = searcher();
    if (document == nullptr || !wanted)
        return;
    const auto typed = replacement(*wanted);
    if (!typed)
        return;
    const ByteRange selected = context_.selection();
    auto work = [snapshot = document->snapshot(), searcher = *wanted, selected,
                 typed = *typed](const JobContext& job) {
        return replacementAt(snapshot, searcher, selected, typed, job);
    };
    using Bytes = std::optional<std::vector<std::byte>>;
    auto done = [this, selected, revision = document->revision()](const Result<Bytes>& bytes) {
        const Document* now = context_.document();
        if (bytes && now != nullptr && now->revision() == revision)
            replaceAt(selected, *bytes);
        else if (!bytes && bytes.error().code != ErrorCode::Cancelled)
            status_->say(StatusTone::Problem, messageFor(bytes.error(), context_.documentName()));
    };
    search_ = context_.jobs().run({.title = tr("Replacing in %1").arg(context_.documentName())},
                                  std::move(work), this, std::move(done));
}

void FindBar::replaceAt(ByteRange range, const std::optional<std::vector<std::byte>>& bytes) {
    if (bytes) {
        if (!context_.apply(Edit::replace(range, Content::ofBytes(*bytes), EditKind::Replace)))
            return;
        context_.goTo(range.begin + bytes->size());
    }
    findNext();
}

RangeSet FindBar::rangesOf(ReplaceScope scope) const {
    RangeSet ranges;
    if (scope == ReplaceScope::Document)
        ranges.add(context_.document()->snapshot().all());
    else
        ranges.add(context_.selectedRanges());
    return ranges;
}

void FindBar::replaceIn(ReplaceScope scope) {
    const Document* document = context_.document();
    const auto wanted = searcher();
    if (document == nullptr || !wanted)
        return;
    const auto typed = replacement(*wanted);
    if (!typed)
        return;
    remember();
    auto work = [snapshot = document->snapshot(), searcher = *wanted, ranges = rangesOf(scope),
                 typed = *typed](const JobContext& job) {
        return planReplacing(snapshot, searcher, ranges, typed, job);
    };
    search_ = context_.jobs().run(
        {.title = tr("Replacing in %1").arg(context_.documentName())}, std::move(work), this,
        [this, scope, revision = document->revision()](const Result<ReplacePlan>& plan) {
            takePlan(plan, scope, revision);
        });
}

void FindBar::takePlan(const Result<ReplacePlan>& plan, ReplaceScope scope, Revision revision) {
    const Document* document = context_.document();
    if (document == nullptr)
        return;
    if (!plan) {
        if (plan.error().code == ErrorCode::Cancelled) {
            status_->say(StatusTone::Neutral, tr("Stopped; nothing was replaced."));
        } else {
            status_->say(StatusTone::Problem, messageFor(plan.error(), context_.documentName()));
        }
        return;
    }
    if (document->revision() != revision) {
        status_->ask(StatusTone::Warning, tr("The document was changed meanwhile; nothing was replaced."),
                     tr("&Try Again"), [this, scope] { replaceIn(scope); });
        return;
    }
    if (plan->edit.ranges.empty() && !plan->gaveUp) {
        status_->say(StatusTone::Problem, tr("Not found; nothing was replaced."));
        return;
    }
    if (plan->edit.ranges.size() < kAskedFrom && !plan->gaveUp)
        return applyPlan(*plan);
    status_->ask(StatusTone::Warning, previewOf(*plan, document->size()), tr("Replace The&m"),
                 [this, plan = *plan, scope, revision] {
                     if (context_.document() != nullptr && context_.document()->revision() == revision)
                         applyPlan(plan);
                     else
                         replaceIn(scope);
                 });
}

void FindBar::applyPlan(const ReplacePlan& plan) {
    if (!context_.applyTogether([&plan](Document& target) { return target.apply(plan.edit); }))
        return;
    clearMatches();
    const std::size_t count = plan.edit.ranges.size();
    status_->say(StatusTone::Success, count == 1 ? tr("1 occurrence replaced.")
                                                 : tr("%1 occurrences replaced.").arg(decimalText(count)));
}

}  // namespace octavo
