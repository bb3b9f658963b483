// FileCommands: saving, from the question where to to what can be done about a failure.

#include <algorithm>
#include <array>
#include <utility>

#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QPointer>

#include "app/file_commands.h"
#include "core/save/open_file.h"
#include "ui/base/messages.h"
#include "ui/base/number_text.h"
#include "ui/base/qt_text.h"

namespace octavo {

using namespace Qt::StringLiterals;

namespace {

const QString kSaveTopic = u"save"_s;

/// What a save would lose, for people.
QString riskText(SaveRisk risk, const QString& name) {
    switch (risk) {
        case SaveRisk::BreaksHardLinks:
            return FileCommands::tr(
                       "“%1” has other names (hard links). Saving would give only this name the new "
                       "content; the others would keep the old.")
                .arg(name);
        case SaveRisk::ReadOnlyFile:
            return FileCommands::tr("“%1” is marked read only. Saving would replace it all the same.")
                .arg(name);
        case SaveRisk::LosesOwner:
            return FileCommands::tr("“%1” belongs to another user or group. Saving would make it yours.")
                .arg(name);
        case SaveRisk::LosesAttributes:
            return FileCommands::tr("“%1” has attributes or access rules that saving cannot keep.").arg(name);
    }
    return {};
}

/// Why a second copy cannot take the file's place.
QString reasonText(const SaveTarget& target, const QString& name) {
    if (target.existing && target.existing->kind == FileKind::BlockDevice)
        return FileCommands::tr("“%1” is a drive: its bytes are overwritten where they are.").arg(name);
    if (target.existing && target.existing->linkCount > 1)
        return FileCommands::tr("“%1” has other names (hard links) that must keep showing the same bytes.")
            .arg(name);
    if (!target.isDirectoryWritable)
        return FileCommands::tr("The folder of “%1” does not let you make files in it.").arg(name);
    return FileCommands::tr("There is no room for a second copy of “%1”.").arg(name);
}

/// What a save that is not a usual one will do, what it costs and what is at risk, for people.
QString planText(const SavePlan& plan, const QString& name) {
    QStringList sentences{reasonText(plan.target, name)};
    if (plan.isLongRewrite()) {
        sentences << FileCommands::tr(
                         "Its bytes would be moved within the file: %1 are written to it and %2 to a "
                         "journal, which needs %3 of room until the save is done.")
                         .arg(sizeText(plan.bytesToWrite), sizeText(plan.bytesToJournal),
                              sizeText(plan.temporaryBytes));
        sentences << FileCommands::tr(
            "This cannot be stopped half way. Should the computer fail meanwhile, the file "
            "is of no use until Octavo opens it again and finishes the work.");
    }
    if (plan.isJournalElsewhere())
        sentences << FileCommands::tr(
                         "What could mend the file after a crash is kept in “%1”, so only you, on this "
                         "computer, could mend it.")
                         .arg(toDisplayText(directoryOf(plan.journal)));
    return sentences.join(u' ');
}

std::optional<SaveRisk> riskOfName(const std::string& name) {
    constexpr std::array kRisks{SaveRisk::BreaksHardLinks, SaveRisk::ReadOnlyFile, SaveRisk::LosesOwner,
                                SaveRisk::LosesAttributes};
    const auto found = std::find_if(kRisks.begin(), kRisks.end(),
                                    [&name](SaveRisk each) { return name == saveRiskName(each); });
    return found == kRisks.end() ? std::nullopt : std::optional(*found);
}

}  // namespace

void FileCommands::save(OpenDocument& document, Then then) {
    if (document.path().empty()) {
        askSaveAs(document, std::move(then));
        return;
    }
    SaveRequest request;
    request.path = document.path();
    start(document, request, std::move(then));
}

void FileCommands::saveOver(OpenDocument& document) {
    SaveRequest request;
    request.path = document.path();
    request.ifChanged = SaveTarget::IfChanged::Overwrite;
    start(document, request, {});
}

void FileCommands::saveAll() {
    for (OpenDocument* each : documents_.documents()) {
        if (each->document().isModified() && !each->path().empty() && !each->isSaving())
            save(*each);
    }
}

void FileCommands::askSaveAs(OpenDocument& document, Then then) {
    const QPointer<OpenDocument> guarded(&document);
    askPath(document, tr("Save As"), [this, guarded, then = std::move(then)](const std::string& path) {
        if (!guarded)
            return;
        SaveRequest request;
        request.path = path;
        request.ifChanged = SaveTarget::IfChanged::Overwrite;  // the dialog asked before
        start(*guarded, request, then);
    });
}

void FileCommands::askSaveCopy(OpenDocument& document) {
    const QPointer<OpenDocument> guarded(&document);
    askPath(document, tr("Save a Copy"), [this, guarded](const std::string& path) {
        if (!guarded)
            return;
        SaveRequest request;
        request.path = path;
        request.role = SaveRequest::Role::Copy;
        start(*guarded, request, {});
    });
}

void FileCommands::askSavePart(OpenDocument& document, const Content::SnapshotPart& part) {
    const QPointer<OpenDocument> guarded(&document);
    askPath(document, tr("Save Selection As"), [this, guarded, part](const std::string& path) {
        if (!guarded)
            return;
        SaveRequest request;
        request.path = path;
        request.role = SaveRequest::Role::Copy;
        request.part = part;
        start(*guarded, request, {});
    });
}

void FileCommands::askPath(OpenDocument& document, const QString& title,
                           const std::function<void(const std::string&)>& then) {
    auto* dialog = new QFileDialog(&window_, title, lastDirectory_);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    if (document.path().empty())
        dialog->selectFile(document.name());
    else
        dialog->selectFile(QFile::decodeName(QByteArray::fromStdString(document.path())));
    connect(dialog, &QFileDialog::fileSelected, this, [this, then](const QString& file) {
        lastDirectory_ = QFileInfo(file).absolutePath();
        then(toRawPath(file));
    });
    dialog->open();
}

void FileCommands::start(OpenDocument& document, const SaveRequest& request, Then then) {
    if (then)
        afterSave_[&document] = std::move(then);
    messagesOf(document).closeTopic(kSaveTopic);
    saver_.save(document, request);
}

void FileCommands::finishSave(OpenDocument& document, const SaveRequest& request) {
    if (request.role == SaveRequest::Role::Copy) {
        messagesOf(document).post(
            {.kind = MessageKind::Information, .text = tr("Saved “%1”.").arg(toDisplayText(request.path))});
    } else {
        messagesOf(document).closeTopic(diskTopic());
        settings_.addRecentFile(request.path);
        Q_EMIT recentFilesChanged();
    }
    const auto found = afterSave_.find(&document);
    if (found == afterSave_.end())
        return;
    const Then then = std::move(found->second);
    afterSave_.erase(found);
    then();
}

void FileCommands::showSaveFailure(OpenDocument& document, const SaveRequest& request, const Error& error) {
    afterSave_.erase(&document);
    discarded_.clear();  // quitting ends here
    if (error.code == ErrorCode::Cancelled)
        return;
    if (const auto risk = riskOfName(error.detail); error.code == ErrorCode::Unsupported && risk) {
        offerRisk(document, request, *risk);
        return;
    }
    Error named = error;
    if (named.detail.empty())
        named.detail = request.path;
    Message message{.kind = MessageKind::Problem, .text = messageFor(named), .topic = kSaveTopic};
    const QPointer<OpenDocument> guarded(&document);
    const auto again = [this, guarded](const SaveRequest& wish) {
        return [this, guarded, wish] {
            if (guarded)
                start(*guarded, wish, {});
        };
    };
    if (error.code == ErrorCode::ChangedOnDisk) {
        SaveRequest overwriting = request;
        overwriting.ifChanged = SaveTarget::IfChanged::Overwrite;
        message.choices.push_back({tr("Merge…"), [this, guarded] {
                                       if (guarded)
                                           changes_.merge(*guarded);
                                   }});
        message.choices.push_back({tr("Overwrite"), again(overwriting)});
        message.choices.push_back({tr("Reload"), [this, guarded] {
                                       if (guarded)
                                           reload(*guarded);
                                   }});
    } else {
        message.choices.push_back({tr("Try Again"), again(request)});
    }
    message.choices.push_back({tr("Save As…"), [this, guarded] {
                                   if (guarded)
                                       askSaveAs(*guarded);
                               }});
    messagesOf(document).post(std::move(message));
}

void FileCommands::offer(OpenDocument& document, const SaveRequest& accepting, const QString& text) {
    const QPointer<OpenDocument> guarded(&document);
    Message message{.kind = MessageKind::Warning,
                    .text = text + u' ' + tr("Nothing has been saved yet."),
                    .topic = kSaveTopic};
    message.choices.push_back({tr("Save Anyway"), [this, guarded, accepting] {
                                   if (guarded)
                                       start(*guarded, accepting, {});
                               }});
    message.choices.push_back({tr("Save As…"), [this, guarded] {
                                   if (guarded)
                                       askSaveAs(*guarded);
                               }});
    messagesOf(document).post(std::move(message));
}

void FileCommands::offerRisk(OpenDocument& document, const SaveRequest& request, SaveRisk risk) {
    SaveRequest accepting = request;
    accepting.acceptedRisks.push_back(risk);
    offer(document, accepting, riskText(risk, toDisplayName(request.path)));
}

void FileCommands::offerPlan(OpenDocument& document, const SaveRequest& request, const SavePlan& plan) {
    afterSave_.erase(&document);
    discarded_.clear();  // quitting ends here
    SaveRequest accepting = request;
    accepting.unusualWay = SaveRequest::UnusualWay::Accepted;
    offer(document, accepting, planText(plan, toDisplayName(request.path)));
}

}  // namespace octavo
