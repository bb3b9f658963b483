#include "app/file_changes.h"

#include <algorithm>
#include <utility>

#include <QCoreApplication>
#include <QPointer>

#include "app/file_commands.h"
#include "ui/base/messages.h"
#include "ui/base/number_text.h"
#include "ui/dialogs/merge_dialog.h"

namespace octavo {

namespace {

using Kind = FileChange::Kind;

const QString kTopic = QStringLiteral("disk");

struct Sentences {
    Q_DECLARE_TR_FUNCTIONS(octavo::FileChanges)
};

QString whatHappened(const FileChange& change, const QString& name) {
    switch (change.kind) {
        case Kind::Appended:
            return Sentences::tr("Another program added %1 at the end of “%2”.")
                .arg(sizeText(change.newSize - change.oldSize), name);
        case Kind::Truncated:
            return Sentences::tr("Another program cut “%1” short, from %2 to %3.")
                .arg(name, sizeText(change.oldSize), sizeText(change.newSize));
        case Kind::Rewritten:
            return Sentences::tr("Another program changed “%1”.").arg(name);
        case Kind::Replaced:
            return Sentences::tr("Another file has taken the place of “%1”.").arg(name);
        case Kind::Deleted:
            return Sentences::tr("“%1” was removed or renamed.").arg(name);
        case Kind::Unreachable:
            return change.isBlockDevice
                       ? Sentences::tr("The device “%1” is gone.").arg(name)
                       : Sentences::tr(
                             "“%1” cannot be reached: its drive was taken away or its server does not "
                             "answer.")
                             .arg(name);
        case Kind::AccessLost:
            return Sentences::tr("You may no longer read “%1”: its permissions were changed.").arg(name);
        case Kind::Unchanged:
        case Kind::Touched:
            break;
    }
    return {};
}

/// What of the bytes in the window can be relied on.
QString whatIsSafe(const FileChange& change) {
    if (!change.lost.isEmpty())
        return Sentences::tr("The bytes from %1 on are lost unless you changed them; those before are safe.")
            .arg(hexText(change.lost.begin));
    if (change.isBlockDevice)
        return Sentences::tr("Only what you changed is still here for certain. Save it somewhere else.");
    switch (change.kind) {
        case Kind::Appended:
            return change.keepsOldBytes ? Sentences::tr("What you see is still right.") : QString();
        case Kind::Deleted:
            return Sentences::tr("All of its bytes are still here. Save to put it back.");
        case Kind::Unreachable:
        case Kind::AccessLost:
            return change.keepsOldBytes
                       ? Sentences::tr(
                             "All of its bytes are still here. Save them somewhere else to be safe.")
                       : Sentences::tr("Save what you still see somewhere else.");
        default:
            return change.keepsOldBytes
                       ? Sentences::tr("You still see its old bytes, all of them.")
                       : Sentences::tr(
                             "Its old bytes are gone: what you did not change shows the new ones already.");
    }
}

ByteOffset carriedBy(const std::vector<Hunk>& hunks, ByteOffset offset) {
    const auto behind =
        std::ranges::upper_bound(hunks, offset, {}, [](const Hunk& each) { return each.before.begin; });
    if (behind == hunks.begin())
        return offset;
    const Hunk& hunk = *std::prev(behind);
    if (offset < hunk.before.end)
        return std::min(hunk.after.begin + (offset - hunk.before.begin), hunk.after.end);
    return hunk.after.end + (offset - hunk.before.end);
}

}  // namespace

FileChanges::FileChanges(FileCommands& files, MainWindow& window, DocumentManager& documents, JobRunner& jobs)
    : QObject(&files), files_(files), window_(window), documents_(documents), jobs_(jobs) {
    connect(&documents_, &DocumentManager::changedOnDisk, this,
            [this](OpenDocument* document, const FileChange& change) { show(*document, change); });
    connect(&documents_, &DocumentManager::restoredOnDisk, this,
            [this](OpenDocument* document) { messagesOf(*document).closeTopic(kTopic); });
    connect(&window_, &MainWindow::activated, &documents_, &DocumentManager::checkFiles);
}

MessageBar& FileChanges::messagesOf(const OpenDocument& document) const {
    DocumentView* view = window_.viewOf(document);
    return view == nullptr ? window_.windowMessages() : view->messages();
}

void FileChanges::forget(OpenDocument* document) {
    working_.erase(document);
}

void FileChanges::showProblem(OpenDocument& document, const Error& error) {
    if (error.code == ErrorCode::Cancelled)
        return;
    messagesOf(document).post(
        {.kind = MessageKind::Problem, .text = messageFor(error, document.name()), .topic = kTopic});
}

// Telling

MessageChoice FileChanges::choice(OpenDocument& document, const QString& text,
                                  const std::function<void(OpenDocument&)>& execute) {
    return {text, [execute, guarded = QPointer<OpenDocument>(&document)] {
                if (guarded)
                    execute(*guarded);
            }};
}

std::vector<MessageChoice> FileChanges::choicesFor(OpenDocument& document, const FileChange& change) {
    std::vector<MessageChoice> choices;
    const auto offer = [&](const QString& text, const std::function<void(OpenDocument&)>& execute) {
        choices.push_back(choice(document, text, execute));
    };
    const bool isThere = change.now && change.kind != Kind::AccessLost && change.kind != Kind::Unreachable;
    if (isThere && document.document().isModified()) {
        offer(tr("Merge…"), [this](OpenDocument& each) { merge(each); });
        offer(tr("Reload"), [this](OpenDocument& each) { reload(each); });
        offer(tr("Keep Mine"), [identity = *change.now](OpenDocument& each) {
            each.acknowledgeIdentity(identity);
            each.document().markUnsaved();
        });
    } else if (isThere) {
        offer(tr("Reload"), [this](OpenDocument& each) { reload(each); });
        if (change.kind == Kind::Appended)
            offer(tr("Follow"), [this](OpenDocument& each) { follow(each); });
    } else if (change.kind == Kind::Deleted) {
        offer(tr("Save"), [this](OpenDocument& each) { files_.saveOver(each); });
    } else {
        offer(tr("Look Again"), [this](OpenDocument& each) { documents_.lookAgain(each); });
    }
    offer(tr("Save As…"), [this](OpenDocument& each) { files_.askSaveAs(each); });
    return choices;
}

void FileChanges::show(OpenDocument& document, const FileChange& change) {
    QString text;
    if (document.isFollowed()) {
        if (change.kind == Kind::Appended && whyNotFollow(document).isEmpty()) {
            grow(document);
            return;
        }
        document.setFollowed(false);
        text = tr("Following has ended.") + u' ';
    }
    text += whatHappened(change, document.name()) + u' ' + whatIsSafe(change);
    if (document.document().isModified() && change.kind != Kind::Deleted)
        text += u' ' + tr("Your unsaved changes are untouched.");
    const bool isLoss = !change.now || !change.lost.isEmpty() || change.kind == Kind::AccessLost;
    messagesOf(document).post({.kind = isLoss ? MessageKind::Problem : MessageKind::Warning,
                               .text = text.trimmed(),
                               .choices = choicesFor(document, change),
                               .topic = kTopic});
}

// Loading again

void FileChanges::reload(OpenDocument& document) {
    const auto work = [input = compareInputOf(document)](const JobContext& job) {
        return loadAgain(input, job);
    };
    const JobOptions options{.title = tr("Reloading %1").arg(document.name())};
    working_[&document] = jobs_.run(options, work, &document, [this, &document](Result<Reloaded> reloaded) {
        working_.erase(&document);
        if (reloaded)
            takeOver(document, *reloaded);
        else
            showProblem(document, reloaded.error());
    });
}

void FileChanges::takeOver(OpenDocument& document, const Reloaded& reloaded) {
    DocumentView* view = window_.viewOf(document);
    const auto places = view == nullptr ? std::vector<DocumentView::Place>{} : view->viewPlaces();
    const Status done = octavo::takeOver(document, reloaded);
    if (!done) {
        if (done.error().code == ErrorCode::Busy)
            reload(document);  // it was edited while the file was read
        else
            showProblem(document, done.error());
        return;
    }
    if (view != nullptr)
        view->restorePlaces(places, [&](ByteOffset at) { return carriedBy(reloaded.hunks, at); });
    document.changes().set(changedPlaces(reloaded.hunks));
    messagesOf(document).closeTopic(kTopic);
    tellReloaded(document, reloaded);
}

void FileChanges::tellReloaded(OpenDocument& document, const Reloaded& reloaded) {
    Message message;
    message.kind = MessageKind::Information;
    const int count = static_cast<int>(document.changes().all().size());
    if (!reloaded.knowsChanges)
        message.text = tr("“%1” was loaded again. Its old bytes were no longer there to compare with.")
                           .arg(document.name());
    else if (count == 0)
        message.text = tr("“%1” was loaded again; no byte has changed.").arg(document.name());
    else
        message.text = tr("“%1” was loaded again. Places that changed: %2. Undo brings the old bytes back.")
                           .arg(document.name(), decimalText(static_cast<ByteCount>(count)));
    if (count > 0) {
        message.choices.push_back({tr("List Changes"), [this] { Q_EMIT changesWanted(); }});
        message.choices.push_back(choice(document, tr("Go to First"), [this](OpenDocument& each) {
            DocumentView* view = window_.viewOf(each);
            if (view != nullptr && !each.changes().isEmpty())
                view->jumpTo(each.changes().all().front().range);
        }));
    }
    messagesOf(document).post(std::move(message));
}

// Merging

void FileChanges::merge(OpenDocument& document) {
    const auto work = [input = compareInputOf(document)](const JobContext& job) {
        return prepareMerge(input, job);
    };
    const JobOptions options{.title = tr("Comparing %1").arg(document.name())};
    working_[&document] = jobs_.run(options, work, &document, [this, &document](Result<Merging> merging) {
        working_.erase(&document);
        if (!merging)
            showProblem(document, merging.error());
        else if (std::ranges::any_of(merging->regions, [](const MergeRegion& each) {
                     return each.kind == MergeRegion::Kind::Conflict;
                 }))
            ask(document, *merging);
        else
            apply(document, *merging, std::vector(merging->regions.size(), MergeChoice::Mine));
    });
}

void FileChanges::ask(OpenDocument& document, const Merging& merging) {
    const MergeVersions versions{
        .base = merging.base ? std::optional(Snapshot::ofSource(merging.base)) : std::nullopt,
        .mine = merging.mine,
        .theirs = Snapshot::ofSource(merging.file)};
    auto* dialog = new MergeDialog(document.name(), versions, merging.regions, &window_);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(&document, &QObject::destroyed, dialog, &QDialog::reject);
    connect(dialog, &QDialog::accepted, &document,
            [this, &document, merging, dialog] { apply(document, merging, dialog->choices()); });
    dialog->open();
}

void FileChanges::apply(OpenDocument& document, const Merging& merging,
                        const std::vector<MergeChoice>& choices) {
    std::vector<ChangeList::Place> places;
    std::int64_t shift = 0;  // from mine to the merged document
    for (std::size_t i = 0; i < merging.regions.size(); ++i) {
        const MergeRegion& region = merging.regions[i];
        const bool isTheirs =
            region.kind == MergeRegion::Kind::Theirs ||
            (region.kind == MergeRegion::Kind::Conflict && choices[i] == MergeChoice::Theirs);
        if (!isTheirs)
            continue;
        const ByteOffset begin = region.mine.shifted(shift).begin;
        places.push_back({ByteRange::ofLength(begin, region.theirs.size()), region.mine.size()});
        shift += static_cast<std::int64_t>(region.theirs.size() - region.mine.size());
    }
    const Status done = applyMerge(document, merging, choices);
    if (!done) {
        if (done.error().code == ErrorCode::Busy)
            merge(document);
        else
            showProblem(document, done.error());
        return;
    }
    const int count = static_cast<int>(places.size());
    document.changes().set(std::move(places));
    messagesOf(document).closeTopic(kTopic);
    Message message{.kind = MessageKind::Information,
                    .text = tr("Your changes and those of the file are together now. Taken from the file: "
                               "%1. Undo brings your "
                               "version back.")
                                .arg(decimalText(static_cast<ByteCount>(count)))};
    if (count > 0)
        message.choices.push_back({tr("List Changes"), [this] { Q_EMIT changesWanted(); }});
    messagesOf(document).post(std::move(message));
}

// Following

QString FileChanges::whyNotFollow(const OpenDocument& document) {
    if (!document.file() || document.path().empty())
        return tr("A document without a file has nothing to follow.");
    return document.endsAsItsFile()
               ? QString()
               : tr("The end of “%1” was edited, so nothing can be added behind it.").arg(document.name());
}

void FileChanges::follow(OpenDocument& document) {
    if (const QString reason = whyNotFollow(document); !reason.isEmpty()) {
        messagesOf(document).post({.kind = MessageKind::Warning, .text = reason});
        return;
    }
    messagesOf(document).closeTopic(kTopic);
    document.setFollowed(true);
    DocumentView* view = window_.viewOf(document);
    if (view != nullptr)
        view->jumpTo(document.document().size());
    documents_.lookAgain(document);
}

void FileChanges::followAgain(OpenDocument& document) {
    if (!whyNotFollow(document).isEmpty())
        return;
    document.setFollowed(true);
    documents_.lookAgain(document);
}

void FileChanges::stopFollowing(OpenDocument& document) {
    document.setFollowed(false);
}

void FileChanges::grow(OpenDocument& document) {
    if (working_.contains(&document))
        return;
    const auto work = [path = document.path()](const JobContext&) {
        return openFileSource(path, FileCopy::OfSmall);
    };
    const JobOptions options{.title = {}, .visibility = JobVisibility::Hidden};
    working_[&document] =
        jobs_.run(options, work, &document, [this, &document](Result<std::shared_ptr<FileSource>> file) {
            working_.erase(&document);
            const bool fits = file && document.isFollowed() && document.file() && document.identity() &&
                              (*file)->identity().isSameFile(*document.identity()) &&
                              (*file)->size() >= document.file()->size() && document.endsAsItsFile();
            if (fits)
                document.fileGrew(std::move(*file));
            // What came while the file was read, or what stood in the way, shows by another look.
            documents_.lookAgain(document);
        });
}

}  // namespace octavo
