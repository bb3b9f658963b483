#include "app/large_copy.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QPointer>

#include "app/app_parts.h"
#include "app/main_window.h"
#include "app/window_context.h"
#include "ui/actions/action_registry.h"
#include "ui/base/number_text.h"
#include "ui/hexview/clipboard.h"
#include "ui/jobs/job_runner.h"

namespace octavo {

using namespace Qt::StringLiterals;

namespace {

const QString kTopic = u"large copy"_s;

struct LargeCopy {
    Q_DECLARE_TR_FUNCTIONS(octavo::LargeCopy)
};

/// Wants the result of one preparation, until it is there.
struct OfferJob final : QObject {
    using QObject::QObject;
    JobHandle handle;
};

const PiecesMimeData* copiedPieces() {
    return qobject_cast<const PiecesMimeData*>(QGuiApplication::clipboard()->mimeData());
}

/// Puts the same pieces on the clipboard again, with what other programs want of them.
void deliver(const AppParts& parts, const PiecesMimeData* pieces, const Result<ClipboardOffer>& offer) {
    if (!offer) {
        parts.context.showError(offer.error());
        return;
    }
    if (pieces == nullptr || pieces != copiedPieces())
        return;  // something else was copied meanwhile
    auto* offered = new PiecesMimeData(*pieces, *offer);
    QGuiApplication::clipboard()->setMimeData(offered);
    parts.context.showMessage(
        MessageKind::Information,
        LargeCopy::tr("Other programs can paste the %1 now.").arg(sizeText(offered->range().size())));
}

void offerToOthers(const AppParts& parts, const QPointer<const PiecesMimeData>& pieces) {
    if (pieces == nullptr || pieces != copiedPieces()) {
        parts.context.showMessage(
            MessageKind::Information,
            LargeCopy::tr("Something else was copied since. Copy the bytes again to offer them."));
        return;
    }
    auto* job = new OfferJob(&parts.window);
    job->handle = parts.context.jobs().run({.title = LargeCopy::tr("Preparing the copy for other programs")},
                                           pieces->offerMaker(), job,
                                           [parts, job, pieces](const Result<ClipboardOffer>& offer) {
                                               deliver(parts, pieces, offer);
                                               job->deleteLater();
                                           });
}

}  // namespace

void tellIfCopiedOnlyHere(const AppParts& parts) {
    const PiecesMimeData* pieces = copiedPieces();
    if (pieces == nullptr || pieces->isForOthers()) {
        parts.window.messages().closeTopic(kTopic);
        return;
    }
    const QString size = sizeText(pieces->range().size());
    Message message{.kind = MessageKind::Warning, .text = {}, .choices = {}, .topic = kTopic};
    if (pieces->range().size() <= kClipboardHardLimit) {
        message.text = LargeCopy::tr(
                           "%1 copied. It can be pasted in Octavo at once; other programs get so much only "
                           "when you ask for it.")
                           .arg(size);
        message.choices = {{LargeCopy::tr("&Offer to Other Programs Too"),
                            [parts, copied = QPointer(pieces)] { offerToOthers(parts, copied); }}};
    } else {
        message.text = LargeCopy::tr(
                           "%1 copied. It can be pasted in Octavo, but more than %2 is too much to offer to "
                           "other programs. Save the selection or export it instead.")
                           .arg(size, sizeText(kClipboardHardLimit));
        // After Cut there is no selection left to save.
        if (!parts.context.selection().isEmpty())
            message.choices = {
                {LargeCopy::tr("&Save Selection As…"),
                 [parts] { parts.actions.trigger("file.saveSelection"); }},
                {LargeCopy::tr("&Export…"), [parts] { parts.actions.trigger("tools.export"); }}};
    }
    parts.window.messages().post(std::move(message));
}

}  // namespace octavo
