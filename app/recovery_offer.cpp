#include "app/recovery_offer.h"

#include <utility>

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include "ui/base/messages.h"
#include "ui/base/number_text.h"
#include "ui/base/qt_text.h"

namespace octavo {

using namespace Qt::StringLiterals;

namespace {

struct RecoveryText {
    Q_DECLARE_TR_FUNCTIONS(octavo::RecoveryText)
};

constexpr ByteCount kRunsShown = 200;
constexpr ByteCount kBytesShown = 16;

QString evidenceText(BaseEvidence evidence) {
    switch (evidence) {
        case BaseEvidence::NoFile:
            return RecoveryText::tr("It was never saved to a file.");
        case BaseEvidence::Same:
            return RecoveryText::tr("Its file is as it was: the document comes back exactly.");
        case BaseEvidence::LooksSame:
            return RecoveryText::tr(
                "Its file was touched meanwhile, but its length and all sampled places are "
                "as they were.");
        case BaseEvidence::Changed:
            return RecoveryText::tr(
                "Its file was changed meanwhile: bytes that you did not change may be "
                "others than they were. The document opens without its file.");
        case BaseEvidence::Missing:
            return RecoveryText::tr(
                "Its file cannot be opened: only the bytes that you put in come back, the "
                "others are unreadable. The document opens without its file.");
    }
    return {};
}

QString bytesText(const Snapshot& snapshot, ByteRange range) {
    std::vector<std::byte> bytes(static_cast<std::size_t>(std::min<ByteCount>(range.size(), kBytesShown)));
    static_cast<void>(snapshot.read(range.begin, bytes));
    const QByteArray shown(reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size()));
    QString text = QString::fromLatin1(shown.toHex(' ').toUpper());
    if (range.size() > kBytesShown)
        text += u" …"_s;
    return text;
}

/// What is said of one document; on a worker thread.
RecoverableItem itemFor(const RecoveredDocument& recovered) {
    RecoverableItem item;
    const Document& document = *recovered.document;
    item.name =
        recovered.path.empty() ? QString::fromStdString(recovered.name) : toDisplayName(recovered.path);
    item.folder = recovered.path.empty() ? QString() : toDisplayText(directoryOf(recovered.path));
    item.when = QLocale().toString(QDateTime::fromMSecsSinceEpoch(recovered.writtenNs / 1'000'000),
                                   QLocale::ShortFormat);
    ByteCount newBytes = 0;
    ByteCount runs = 0;
    document.forEachModified({0, document.size()}, [&](ByteRange range) {
        newBytes += range.size();
        if (++runs <= kRunsShown)
            item.details += u"%1  %2\n"_s.arg(rangeText(range), bytesText(document.snapshot(), range));
    });
    if (runs > kRunsShown)
        item.details += RecoveryText::tr("… and %1 more places\n").arg(decimalText(runs - kRunsShown));
    if (runs == 0)
        item.details = RecoveryText::tr("Bytes were removed; none are new.\n");
    item.details += RecoveryText::tr("Length: %1").arg(offsetText(document.size()));
    std::size_t steps = 0;
    const History& history = document.history();
    for (HistoryState state = 1; state < history.stateCount(); ++state)
        steps += history.joinsPrevious(state) ? 0 : 1;
    item.changes = RecoveryText::tr("%1 changes; %2 new, of %3")
                       .arg(decimalText(steps), sizeText(newBytes), sizeText(document.size()));
    item.evidence = evidenceText(recovered.evidence);
    item.isDoubtful = recovered.evidence == BaseEvidence::Changed ||
                      recovered.evidence == BaseEvidence::Missing || recovered.isDamaged;
    if (recovered.isDamaged)
        item.evidence += u' ' + RecoveryText::tr(
                                    "The end of the record of changes is damaged: the last ones "
                                    "are lost.");
    return item;
}

}  // namespace

RecoveryOffer::RecoveryOffer(std::string directory, std::string journalDirectory, MainWindow& window,
                             DocumentManager& documents, RecoveryKeeper& keeper, JobRunner& jobs,
                             QObject* parent)
    : QObject(parent),
      directory_(std::move(directory)),
      journalDirectory_(std::move(journalDirectory)),
      window_(window),
      documents_(documents),
      keeper_(keeper),
      jobs_(jobs) {
    connect(&keeper_, &RecoveryKeeper::unprotected, this,
            [this](OpenDocument* document, const Error& error) { tellUnprotected(*document, error); });
}

MessageBar& RecoveryOffer::messagesOf(const OpenDocument& document) const {
    DocumentView* view = window_.viewOf(document);
    return view == nullptr ? window_.windowMessages() : view->messages();
}

void RecoveryOffer::tellUnprotected(OpenDocument& document, const Error& error) {
    const QString why = error.code == ErrorCode::LimitReached
                            ? tr("There are more than %1 of new bytes.").arg(sizeText(EditLog::kBytesMost))
                            : messageFor(error, tr("the record of changes"));
    messagesOf(document).post(
        {.kind = MessageKind::Warning,
         .text = tr("Unsaved changes of “%1” would not survive a crash at present. %2 Save soon.")
                     .arg(document.name(), why),
         .topic = u"recovery"_s});
}

void RecoveryOffer::look(Occasion occasion) {
    if (directory_.empty() || looking_.isRunning()) {
        Q_EMIT finished();
        return;
    }
    const auto work = [directory = directory_, journals = journalDirectory_](
                          const JobContext& job) -> Result<std::shared_ptr<Found>> {
        Result<Recovery> recovery = recoverAll(directory, std::make_shared<PosixFileSystem>(), journals, job);
        if (!recovery)
            return fail(recovery.error());
        auto found = std::make_shared<Found>();
        found->recovery = std::move(*recovery);
        for (const RecoveredDocument& each : found->recovery.documents)
            found->items.push_back(itemFor(each));
        return found;
    };
    const JobOptions options{.title = tr("Looking for unsaved changes"), .visibility = JobVisibility::Hidden};
    looking_ = jobs_.run(options, work, this, [this, occasion](Result<std::shared_ptr<Found>> found) {
        if (found)
            return offer(std::move(*found), occasion);
        if (found.error().code != ErrorCode::Cancelled)
            window_.messages().post({.kind = MessageKind::Problem,
                                     .text = messageFor(found.error(), tr("the record of changes"))});
        Q_EMIT finished();
    });
}

void RecoveryOffer::offer(std::shared_ptr<Found> found, Occasion occasion) {
    for (const Recovery::Problem& problem : found->recovery.problems) {
        window_.messages().post({.kind = MessageKind::Warning,
                                 .text = tr("A record of unsaved changes gives nothing back. It is kept. %1")
                                             .arg(messageFor(problem.error, toDisplayText(problem.log)))});
    }
    if (found->items.empty()) {
        if (occasion == Occasion::Asked && found->recovery.problems.empty())
            window_.messages().post({.kind = MessageKind::Information,
                                     .text = tr("No document has unsaved changes from before a crash.")});
        Q_EMIT finished();
        return;
    }
    auto* dialog = new RecoveryDialog(found->items, &window_);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &RecoveryDialog::recoverWanted, this,
            [this, found](const std::vector<std::size_t>& which) { recover(*found, which); });
    connect(dialog, &RecoveryDialog::discardWanted, this,
            [this, found](const std::vector<std::size_t>& which) { discardAll(*found, which); });
    connect(dialog, &QDialog::finished, this, &RecoveryOffer::finished);
    dialog->open();
}

void RecoveryOffer::recover(Found& found, const std::vector<std::size_t>& which) {
    for (const std::size_t index : which) {
        RecoveredDocument& recovered = found.recovery.documents[index];
        const RecoverableItem& item = found.items[index];
        keeper_.expectRecovered(std::exchange(recovered.logFile, nullptr));
        OpenDocument& opened = documents_.adopt(std::move(recovered));
        messagesOf(opened).post({.kind = item.isDoubtful ? MessageKind::Warning : MessageKind::Information,
                                 .text = tr("“%1” was recovered: %2. %3 Save to keep it.")
                                             .arg(opened.name(), item.changes, item.evidence)});
    }
}

void RecoveryOffer::discardAll(Found& found, const std::vector<std::size_t>& which) {
    for (const std::size_t index : which) {
        const Status gone = discard(found.recovery.documents[index]);
        if (!gone)
            window_.messages().post({.kind = MessageKind::Problem, .text = messageFor(gone.error())});
    }
}

}  // namespace octavo
