// The replacing half of FindBar.
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
    connect(replaceOne_, &QPushButton::clicked, this, &FindBar::replaceOne);
    connect(replaceAll_, &QPushButton::clicked, this, &FindBar::replaceAll);
    return row;
}

void FindBar::replaceOne() {
    const Document* document = context_.document();
    const auto wanted = pattern();
    if (document == nullptr || !wanted)
        return;
    FindQuery replacing = query();
    replacing.text = replacement_->text();
    const auto bytes = bytesOf(replacing);
    if (!bytes) {
        status_->say(StatusTone::Problem, queryProblem(bytes.error(), replacing));
        return;
    }
    const ByteRange selected = context_.selection();
    std::vector<std::byte> old(wanted->size());
    const bool isMatch = selected.size() == wanted->size() &&
                         document->snapshot().read(selected.begin, old).isEmpty() && wanted->matches(old);
    if (isMatch) {
        if (!context_.apply(Edit::replace(selected, Content::ofBytes(*bytes), EditKind::Replace)))
            return;
        context_.goTo(selected.begin + bytes->size());
    }
    findNext();
}

void FindBar::replaceAll() {
    const Document* document = context_.document();
    const auto wanted = pattern();
    if (document == nullptr || !wanted)
        return;
    FindQuery replacing = query();
    replacing.text = replacement_->text();
    const auto bytes = bytesOf(replacing);
    if (!bytes) {
        status_->say(StatusTone::Problem, queryProblem(bytes.error(), replacing));
        return;
    }
    remember();
    auto work = [snapshot = document->snapshot(), pattern = *wanted, bytes = *bytes](const JobContext& job) {
        return planReplaceAll(snapshot, pattern, snapshot.all(), Content::ofBytes(bytes), job);
    };
    search_ =
        context_.jobs().run({.title = tr("Replacing in %1").arg(context_.documentName())}, std::move(work),
                            this, [this, revision = document->revision()](const Result<ReplacePlan>& plan) {
                                takePlan(plan, revision);
                            });
}

void FindBar::takePlan(const Result<ReplacePlan>& plan, Revision revision) {
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
                     tr("&Try Again"), [this] { replaceAll(); });
        return;
    }
    if (plan->edit.ranges.empty()) {
        status_->say(StatusTone::Problem, tr("Not found; nothing was replaced."));
        return;
    }
    if (context_.applyTogether([&plan](Document& target) { return target.apply(plan->edit); })) {
        clearMatches();
        const QString count = decimalText(plan->edit.ranges.size());
        status_->say(StatusTone::Success, plan->edit.ranges.size() == 1
                                              ? tr("1 occurrence replaced.")
                                              : tr("%1 occurrences replaced.").arg(count));
    }
}

}  // namespace octavo
