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

std::optional<std::vector<std::byte>> FindBar::replacementBytes() {
    FindQuery replacing = query();
    replacing.text = replacement_->text();
    auto bytes = bytesOf(replacing);
    if (bytes)
        return std::move(*bytes);
    status_->say(StatusTone::Problem, queryProblem(bytes.error(), replacing));
    return {};
}

void FindBar::replaceOne() {
    const Document* document = context_.document();
    const auto wanted = searcher();
    if (document == nullptr || !wanted)
        return;
    const auto bytes = replacementBytes();
    if (!bytes)
        return;
    const ByteRange selected = context_.selection();
    auto work = [snapshot = document->snapshot(), searcher = *wanted, selected](const JobContext& job) {
        return isMatch(snapshot, searcher, selected, job);
    };
    auto done = [this, selected, bytes = *bytes, revision = document->revision()](const Result<bool>& is) {
        const Document* now = context_.document();
        if (is && now != nullptr && now->revision() == revision)
            replaceAt(selected, *is, bytes);
    };
    search_ = context_.jobs().run({.title = tr("Replacing in %1").arg(context_.documentName())},
                                  std::move(work), this, std::move(done));
}

void FindBar::replaceAt(ByteRange range, bool isMatch, const std::vector<std::byte>& bytes) {
    if (isMatch) {
        if (!context_.apply(Edit::replace(range, Content::ofBytes(bytes), EditKind::Replace)))
            return;
        context_.goTo(range.begin + bytes.size());
    }
    findNext();
}

void FindBar::replaceAll() {
    const Document* document = context_.document();
    const auto wanted = searcher();
    if (document == nullptr || !wanted)
        return;
    const auto bytes = replacementBytes();
    if (!bytes)
        return;
    remember();
    auto work = [snapshot = document->snapshot(), searcher = *wanted, bytes = *bytes](const JobContext& job) {
        return planReplaceAll(snapshot, searcher, snapshot.all(), Content::ofBytes(bytes), job);
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
