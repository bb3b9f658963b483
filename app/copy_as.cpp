#include "app/copy_as.h"

#include <string>
#include <utility>

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QObject>

#include "core/buffer/document.h"
#include "ui/base/number_text.h"
#include "ui/jobs/job_runner.h"

namespace octavo {

namespace {

struct CopyAs {
    Q_DECLARE_TR_FUNCTIONS(octavo::CopyAs)
};

/// Wants the result of one copy, until it is there.
struct CopyJob final : QObject {
    using QObject::QObject;
    JobHandle handle;
};

void deliver(DocumentContext& context, const QString& formatName, const Result<std::string>& text) {
    if (text) {
        QGuiApplication::clipboard()->setText(QString::fromStdString(*text));
        context.showMessage(MessageKind::Information,
                            CopyAs::tr("Copied as %1: %2 of text.").arg(formatName, sizeText(text->size())));
    } else if (text.error().code == ErrorCode::LimitReached) {
        context.showMessage(MessageKind::Problem,
                            CopyAs::tr("As %1 the selection would be more than %2 of text, too much for the "
                                       "clipboard. Export it to a file, or select less.")
                                .arg(formatName, sizeText(kCopyAsLimit)));
    } else {
        context.showError(text.error());
    }
}

}  // namespace

void copyAs(DocumentContext& context, const ExporterInfo& format) {
    const Document* document = context.document();
    if (document == nullptr || context.selection().isEmpty())
        return;
    const QString name = QString::fromStdString(format.name);
    const auto work = [snapshot = document->snapshot(), range = context.selection(),
                       exportTo = format.exportTo](const JobContext& job) -> Result<std::string> {
        StringSink sink(kCopyAsLimit);
        const Status done = exportTo(snapshot, range, {}, sink, job);
        if (!done)
            return fail(done.error());
        return std::move(sink).take();
    };
    auto* job = new CopyJob(&context);
    job->handle = context.jobs().run({.title = CopyAs::tr("Copying as %1").arg(name)}, work, job,
                                     [&context, name, job](const Result<std::string>& text) {
                                         deliver(context, name, text);
                                         job->deleteLater();
                                     });
}

}  // namespace octavo
