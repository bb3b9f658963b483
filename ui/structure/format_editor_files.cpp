#include <filesystem>
#include <utility>

#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>

#include "core/save/file_system.h"
#include "ui/base/document_context.h"
#include "ui/base/messages.h"
#include "ui/base/qt_text.h"
#include "ui/dialogs/ask_where_to_save.h"
#include "ui/structure/format_editor.h"

namespace octavo {

using namespace Qt::StringLiterals;

namespace {

constexpr QStringView kBeginning =
    u"meta:\n  id: my_format\n  endian: le\nseq:\n  - id: magic\n    size: 4\n";

}  // namespace

// --- where a text comes from

void FormatEditor::startNew() {
    leaveThen([this] { showBeginning(); });
}

void FormatEditor::startWith(const QString& text) {
    leaveThen([this, text] {
        const auto made = descriptionText(toUtf8(text));
        if (!made)
            return;
        showText(*made, {}, {});
        text_->document()->setModified(true);
    });
}

void FormatEditor::askWhatToOpen() {
    const std::string near = path_.empty() || isBuiltin() ? userFolder_ + "/" : path_;
    auto* dialog = new QFileDialog(this, tr("Open Description"), dialogDirectory(near),
                                   tr("Descriptions (*.ksy);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) { open(toRawPath(file)); });
    dialog->open();
}

/// The text that is there by now has been left, or nobody minds losing it; what is typed until the file is
/// read is another matter.
void FormatEditor::load(const std::string& path) {
    auto work = [path, search = library_->search(folders_)](const JobContext&) -> Result<std::string> {
        if (auto bytes = search.read(path))
            return *std::move(bytes);
        return readDescription(path);
    };
    reading_ = context_.jobs().run(
        quietly(tr("Opening a description")), std::move(work), this,
        [this, path, revision = text_->document()->revision()](const Result<std::string>& bytes) {
            if (!bytes)
                return status_->say(StatusTone::Problem, messageFor(bytes.error()));
            const Next show = [this, path, read = *bytes] { showFile(path, read); };
            if (text_->document()->revision() == revision)
                show();
            else
                leaveThen(show);
        });
}

void FormatEditor::showFile(std::string path, std::string bytes) {
    const auto read = descriptionText(bytes);
    const QString name = toDisplayName(path);
    if (!read)
        return status_->say(
            StatusTone::Problem,
            tr("“%1” cannot be edited here: it holds characters that are no plain text.").arg(name));
    showText(*read, std::move(path), std::move(bytes));
    if (isBuiltin())
        status_->say(StatusTone::Neutral,
                     tr("This description is Octavo's own. Saving makes a copy of yours."));
    else if (read->isMixed)
        status_->say(
            StatusTone::Warning,
            tr("The lines of “%1” end in two ways. Saving makes them all end as most do.").arg(name));
}

void FormatEditor::showBeginning() {
    showText({.text = kBeginning.toString(), .style = {}}, {}, {});
}

void FormatEditor::showText(const DescriptionText& shown, std::string path, std::string onDisk) {
    reading_.cancel();
    waiting_.clear();
    ++textsShown_;
    path_ = std::move(path);
    onDisk_ = std::move(onDisk);
    style_ = shown.style;
    text_->setPlainText(shown.text);
    text_->document()->setModified(false);
    status_->clear();
    watch();
    showTitle();
    check();
}

void FormatEditor::leaveThen(const Next& goOn) {
    if (!isModified())
        return goOn();
    const QString name = path_.empty() ? tr("New description") : toDisplayName(path_);
    auto* box = new QMessageBox(QMessageBox::Question, tr("Unsaved Changes"),
                                tr("“%1” has changes that are not saved. Save them?").arg(name),
                                QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, this);
    box->setObjectName(u"unsavedChanges"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setDefaultButton(QMessageBox::Save);
    connect(box, &QDialog::finished, this, [this, goOn](int answer) {
        if (answer == QMessageBox::Save)  // what is typed until it is written is asked about again
            return saveThen([this, goOn] { leaveThen(goOn); });
        if (answer != QMessageBox::Discard)
            return;
        if (path_.empty())
            showBeginning();
        else
            showFile(path_, onDisk_);
        goOn();
    });
    box->open();
}

// --- where it goes

/// In the person's folder, by the name of the file or of the description.
std::string FormatEditor::suggestedPath() const {
    std::string name = path_.empty() ? "my_format.ksy" : std::filesystem::path(path_).filename().string();
    const auto summary = path_.empty() ? summarizeFormat(toUtf8(text_->wholeText()), {}) : std::nullopt;
    if (summary && summary->id.find('/') == std::string::npos && !summary->id.empty())
        name = summary->id + ".ksy";
    return userFolder_ + "/" + name;
}

/// Two saves would get into each other's way: the next one waits, and takes the text that there is by then.
bool FormatEditor::waits(Next save) {
    if (writing_.isRunning())
        waiting_.push_back(std::move(save));
    return writing_.isRunning();
}

void FormatEditor::saveThen(Next next) {
    if (waits([this, next] { saveThen(next); }))
        return;
    if (path_.empty() || (isBuiltin() && userFolder_.empty()))
        return saveAsThen(std::move(next));
    write(isBuiltin() ? suggestedPath() : path_, isBuiltin() ? Other::KeepExisting : Other::KeepChanged,
          next);
}

/// The person's folder is made first, for the dialog to begin there.
void FormatEditor::saveAsThen(Next next) {
    if (waits([this, next] { saveAsThen(next); }))
        return;
    auto work = [folder = userFolder_](const JobContext&) -> Status {
        return folder.empty() ? Status() : PosixFileSystem().makePrivateDirectory(folder);
    };
    writing_ = context_.jobs().run(quietly(tr("Saving a description")), std::move(work), this,
                                   [this, next = std::move(next)](const Status&) {
                                       waiting_.clear();  // the dialog is the answer to those too
                                       askWhere(next);
                                   });
}

void FormatEditor::askWhere(const Next& next) {
    askWhereToSave(*this,
                   {.title = tr("Save Description As"),
                    .directory = dialogDirectory(userFolder_.empty() ? path_ : suggestedPath()),
                    .suffix = u"ksy"_s,
                    .name = toDisplayName(suggestedPath()),
                    .filter = tr("Descriptions (*.ksy);;All files (*)")},
                   [this, next](const std::string& path) { write(path, Other::Replace, next); });
}

void FormatEditor::write(const std::string& path, Other other, const Next& next) {
    if (waits([this, path, other, next] { write(path, other, next); }))
        return;
    const DescriptionSave save{.path = path,
                               .folder = path.starts_with(userFolder_ + "/") ? userFolder_ : std::string(),
                               .bytes = style_.bytesOf(text_->wholeText()),
                               .known = onDisk_,
                               .other = other};
    auto work = [save](const JobContext&) { return saveDescription(save); };
    writing_ = context_.jobs().run(quietly(tr("Saving a description")), std::move(work), this,
                                   [this, save, revision = text_->document()->revision(), shown = textsShown_,
                                    next](const Result<ByteCount>& written) {
                                       if (!written)
                                           return refused(save, written.error(), next);
                                       if (shown == textsShown_)
                                           tookPlace(save, revision);
                                       tellOfSave(save.path, shown == textsShown_ ? next : Next());
                                   });
}

/// What is shown is in that file now.
void FormatEditor::tookPlace(const DescriptionSave& save, int revision) {
    path_ = save.path;
    onDisk_ = save.bytes;
    if (text_->document()->revision() == revision)
        text_->document()->setModified(false);
    watch();
    showTitle();
    checkSoon_.start();
}

void FormatEditor::tellOfSave(const std::string& path, const Next& next) {
    status_->say(StatusTone::Success, tr("Saved as “%1”.").arg(toDisplayText(path)));
    Q_EMIT saved(path);
    const std::vector<Next> waiting = std::exchange(waiting_, {});
    for (const Next& each : waiting)
        each();
    if (next && !waits(next))
        next();
}

void FormatEditor::refused(const DescriptionSave& save, const Error& error, const Next& next) {
    waiting_.clear();
    if (error.code != ErrorCode::ChangedOnDisk && error.code != ErrorCode::Unreadable)
        return status_->say(StatusTone::Problem, messageFor(error));
    if (save.other == Other::KeepExisting)
        return saveAsThen(next);
    askToReplace(save.path, error.code, next);
}

void FormatEditor::askToReplace(const std::string& path, ErrorCode reason, const Next& next) {
    const bool isChanged = reason == ErrorCode::ChangedOnDisk;
    const QString title = isChanged ? tr("Changed on the Disk") : tr("Not Readable");
    const QString question =
        isChanged ? tr("Another program has changed “%1” since it was opened here. Replace what it wrote?")
                  : tr("“%1” is on the disk, but cannot be read. Replace what is there?");
    auto* box = new QMessageBox(QMessageBox::Warning, title, question.arg(toDisplayName(path)),
                                QMessageBox::Cancel, this);
    box->setObjectName(isChanged ? u"changedOnDisk"_s : u"notReadable"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    const QPushButton* replace = box->addButton(tr("&Replace"), QMessageBox::DestructiveRole);
    box->setDefaultButton(QMessageBox::Cancel);
    connect(replace, &QPushButton::clicked, this, [this, path, next] { write(path, Other::Replace, next); });
    box->open();
}

// --- what others do to the file

void FormatEditor::watch() {
    lookSoon_.stop();
    looking_.cancel();
    if (!watcher_.files().isEmpty())
        watcher_.removePaths(watcher_.files());
    if (!path_.empty() && !isBuiltin())
        watcher_.addPath(QString::fromStdString(path_));
}

void FormatEditor::lookAtFile() {
    auto work = [path = path_](const JobContext&) { return readDescription(path); };
    looking_ = context_.jobs().run(quietly(tr("Looking at a description")), std::move(work), this,
                                   [this](const Result<std::string>& bytes) { tellOfChange(bytes); });
}

void FormatEditor::tellOfChange(const Result<std::string>& bytes) {
    const QString name = toDisplayName(path_);
    if (!bytes && bytes.error().code == ErrorCode::NotFound)
        return status_->say(StatusTone::Warning,
                            tr("“%1” is not on the disk any more. Saving writes it again.").arg(name));
    watch();  // a file that was replaced is another one
    if (!bytes)
        return status_->say(StatusTone::Problem, messageFor(bytes.error()));
    if (*bytes == onDisk_)
        return;
    status_->ask(StatusTone::Warning,
                 isModified()
                     ? tr("Another program has changed “%1”. Loading it loses your changes.").arg(name)
                     : tr("Another program has changed “%1”.").arg(name),
                 tr("&Load It Again"), [this] { load(path_); });
}

}  // namespace octavo
