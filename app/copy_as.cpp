#include "app/copy_as.h"

#include <string>
#include <utility>

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QMimeData>
#include <QObject>

#include "app/app_parts.h"
#include "app/main_window.h"
#include "app/window_context.h"
#include "core/buffer/document.h"
#include "ui/actions/action_registry.h"
#include "ui/base/number_text.h"
#include "ui/jobs/job_runner.h"

namespace octavo {

namespace {

struct CopyAs {
    Q_DECLARE_TR_FUNCTIONS(octavo::CopyAs)
};

/// What is copied, and as what. A value.
struct CopyAsWork {
    QString name;
    Snapshot snapshot;
    ByteRange range;
    decltype(ExporterInfo::exportTo) exportTo;
};

/// Wants the result of one copy, until it is there.
struct CopyJob final : QObject {
    using QObject::QObject;
    JobHandle handle;
};

void start(const AppParts& parts, const CopyAsWork& work, std::size_t limit);

/// Too much: asks, or sends to the export dialog.
void explainLimit(const AppParts& parts, const CopyAsWork& work, std::size_t limit) {
    Message message{
        .kind = MessageKind::Warning, .text = {}, .choices = {}, .topic = QStringLiteral("large copy")};
    message.text =
        CopyAs::tr("As %1 the selection would be more than %2 of text.").arg(work.name, sizeText(limit));
    if (limit < kCopyAsHardLimit) {
        message.choices.push_back(
            {CopyAs::tr("&Copy It Anyway"), [parts, work] { start(parts, work, kCopyAsHardLimit); }});
    } else {
        message.text = CopyAs::tr(
                           "As %1 the selection would be more than %2 of text, too much for the clipboard. "
                           "Export it to a file, or select less.")
                           .arg(work.name, sizeText(limit));
    }
    message.choices.push_back({CopyAs::tr("&Export…"), [parts] { parts.actions.trigger("tools.export"); }});
    parts.window.messages().post(std::move(message));
}

void deliver(const AppParts& parts, const CopyAsWork& work, std::size_t limit,
             const Result<QByteArray>& text) {
    if (text) {
        auto* data = new QMimeData;
        data->setData(QStringLiteral("text/plain"), *text);
        QGuiApplication::clipboard()->setMimeData(data);
        parts.context.showMessage(MessageKind::Information,
                                  CopyAs::tr("Copied as %1: %2 of text.")
                                      .arg(work.name, sizeText(static_cast<ByteCount>(text->size()))));
    } else if (text.error().code == ErrorCode::LimitReached && text.error().detail.empty()) {
        explainLimit(parts, work, limit);
    } else {
        parts.context.showError(text.error());
    }
}

void start(const AppParts& parts, const CopyAsWork& work, std::size_t limit) {
    const auto exporting = [work, limit](const JobContext& context) -> Result<QByteArray> {
        StringSink sink(limit);
        const Status done = work.exportTo(work.snapshot, work.range, {}, sink, context);
        if (!done)
            return fail(done.error());
        return QByteArray::fromStdString(sink.text());
    };
    auto* job = new CopyJob(&parts.context);
    job->handle = parts.context.jobs().run({.title = CopyAs::tr("Copying as %1").arg(work.name)}, exporting,
                                           job, [parts, work, limit, job](const Result<QByteArray>& text) {
                                               deliver(parts, work, limit, text);
                                               job->deleteLater();
                                           });
}

}  // namespace

void copyAs(const AppParts& parts, const ExporterInfo& format) {
    const Document* document = parts.context.document();
    if (document == nullptr || parts.context.selection().isEmpty())
        return;
    const auto chosen = parts.context.chosenBytes();
    start(parts,
          {.name = QString::fromStdString(format.name),
           .snapshot = chosen.snapshot,
           .range = chosen.range,
           .exportTo = format.exportTo},
          kCopyAsLimit);
}

}  // namespace octavo
