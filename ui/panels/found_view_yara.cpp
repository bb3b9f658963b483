#include "core/buffer/document.h"
#include "ui/base/document_context.h"
#include "ui/base/messages.h"
#include "ui/base/number_text.h"
#include "ui/base/qt_text.h"
#include "ui/panels/found_model.h"
#include "ui/panels/found_view.h"
#include "ui/panels/job_strip.h"

namespace octavo {

using namespace Qt::StringLiterals;

void FoundView::searchByYara(const std::string& rulesPath) {
    const QString name = toDisplayName(rulesPath);
    beginList(name, {}, FoundPlaces::Forms::Patterns);
    auto work = [snapshot = context_.document()->snapshot(), rulesPath](const JobContext& job) {
        return findByYara(snapshot, rulesPath, job);
    };
    const QString title = tr("Applying the rules of %1").arg(name);
    strip_->watch(context_.jobs().run(
                      {.title = title}, std::move(work), this,
                      [this, name](const Result<YaraFindings>& findings) { finishYara(findings, name); }),
                  title);
    say();
    Q_EMIT busyChanged();
}

void FoundView::finishYara(const Result<YaraFindings>& findings, const QString& rulesName) {
    strip_->finish();
    if (!findings) {
        const Error& error = findings.error();
        const bool isAboutRules = error.code == ErrorCode::Malformed || error.code == ErrorCode::Unsupported;
        outcome_ = error.code == ErrorCode::Cancelled ? tr("Stopped; there may be more.")
                   : isAboutRules && !error.detail.empty()
                       ? tr("The rules cannot be used: %1").arg(QString::fromStdString(error.detail))
                       : messageFor(error, rulesName);
    } else if (findings->ranOutOfTime) {
        outcome_ = tr("The rules took too long; whether they match is not known.");
    } else {
        told_ = findings->rules.isEmpty() ? tr("No rule matches.")
                                          : tr("Rules that match: %1.").arg(findings->rules.join(u", "_s));
        if (!findings->cut.isEmpty())
            outcome_ = tr("Not all places are known of %1.").arg(findings->cut.join(u", "_s));
        if (!findings->unreadable.isEmpty())
            outcome_ += tr("%1 could not be read.").arg(sizeText(findings->unreadable.totalSize()));
    }
    if (filling_ && findings) {
        filling_->nameForms(findings->strings);
        if (model_->places() == filling_)
            present(filling_);
        filling_->append(findings->places);
    }
    if (filling_)
        filling_->end();
    rearrange();
    say();
    Q_EMIT busyChanged();
}

}  // namespace octavo
